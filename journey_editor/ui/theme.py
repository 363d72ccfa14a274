"""The colours and sizes of the window in light and dark, and the one style sheet made from them.

The tokens and their contrasts are those of the design; nothing else in this room names a colour. The map keeps its own
colours, the same in both themes, because it is shown as it prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from journey_editor.places import resource

Choice = Literal["system", "light", "dark"]
CHOICES: tuple[Choice, ...] = ("system", "light", "dark")

FAMILY = "Noto Sans"
TEXT_PX = 13


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, as "#RRGGBB"."""

    name: Literal["light", "dark"]
    window: str
    panel: str
    field: str
    desk: str
    border: str
    field_border: str
    text: str
    text_2: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    soft: str
    soft_text: str
    hover: str
    pressed: str
    warning: str
    warning_ground: str
    warning_edge: str
    error: str
    error_ground: str
    success: str
    success_ground: str


LIGHT = Tokens(
    name="light",
    window="#F3F4F6",
    panel="#FAFBFC",
    field="#FFFFFF",
    desk="#E4E7EC",
    border="#D5D9E0",
    field_border="#868F9F",
    text="#1B2230",
    text_2="#525B6B",
    disabled="#98A0AE",
    accent="#1D5FBF",
    accent_hover="#174E9E",
    accent_pressed="#123E80",
    on_accent="#FFFFFF",
    soft="#E3EDFB",
    soft_text="#174E9E",
    hover="#E9ECF1",
    pressed="#D5D9E0",
    warning="#7A4B00",
    warning_ground="#FFF4DB",
    warning_edge="#D9B25F",
    error="#A3201A",
    error_ground="#FDECEA",
    success="#1F6B3A",
    success_ground="#E5F4EA",
)

DARK = Tokens(
    name="dark",
    window="#1B1E24",
    panel="#22262D",
    field="#191C22",
    desk="#121418",
    border="#363C46",
    field_border="#78818F",
    text="#E8EBF0",
    text_2="#AEB6C3",
    disabled="#6B7482",
    accent="#8AB8FF",
    accent_hover="#A9CBFF",
    accent_pressed="#6FA3F0",
    on_accent="#0B1B33",
    soft="#25364F",
    soft_text="#BFD8FF",
    hover="#2C313A",
    pressed="#363C46",
    warning="#F5CF83",
    warning_ground="#3A2F16",
    warning_edge="#7A6328",
    error="#FFB4AB",
    error_ground="#43211F",
    success="#8FD6A6",
    success_ground="#1D3A28",
)

_current = LIGHT


def current() -> Tokens:
    """The tokens in use; to be asked when painting, never kept."""
    return _current


def colour(role: str) -> QColor:
    """A token's colour by name, or that of "#RRGGBB" (a channel's or tone's), made lighter on a dark ground."""
    if not role.startswith("#"):
        return QColor(getattr(_current, role))
    own = QColor(role)
    if _current.name == "dark":
        # Map colours are made for white paper; on the dark panel the same hue is wanted at 5:1 and more.
        return QColor.fromHslF(max(own.hslHueF(), 0.0), min(own.hslSaturationF(), 0.6), 0.72)
    return own


def palette(tokens: Tokens) -> QPalette:
    """What widgets use that the style sheet does not reach, and what the canvas asks for its desk (`Mid`)."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.field,
        QPalette.ColorRole.AlternateBase: tokens.panel,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.field,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.error,
        QPalette.ColorRole.PlaceholderText: tokens.text_2,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.panel,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Mid: tokens.desk,
        QPalette.ColorRole.Midlight: tokens.border,
        QPalette.ColorRole.Light: tokens.panel,
        QPalette.ColorRole.Dark: tokens.field_border,
        QPalette.ColorRole.Shadow: tokens.border,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made


def style_sheet(tokens: Tokens) -> str:
    """The window's style sheet with the tokens filled in."""
    sheets = sorted(resource("themes").glob("*.qss"), key=lambda path: (path.name != "window.qss", path.name))
    template = Template("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets))
    return template.substitute(asdict(tokens), images=resource("themes", tokens.name).as_posix())


def wanted(choice: Choice) -> Tokens:
    """The tokens for the user's choice; "system" asks the system."""
    if choice == "system":
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def font(px: int = TEXT_PX, *, bold: bool = False) -> QFont:
    """The window's type in a size in pixels; Regular and Bold are the only weights."""
    made = QFont(FAMILY)
    made.setPixelSize(px)
    made.setBold(bold)
    return made


def load_fonts() -> None:
    """The type of the window itself; `load_other_scripts` follows once the window is up."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def load_other_scripts() -> Iterator[None]:
    """The bundled fonts for scripts that Noto Sans lacks, one at each step, so that the panels show what the map
    shows."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        if not path.name.startswith("NotoSans-"):
            QFontDatabase.addApplicationFont(str(path))
            yield


def use(app: QApplication, choice: Choice) -> None:
    """Show the whole program in the chosen theme from now on."""
    global _current
    scheme = {
        "system": Qt.ColorScheme.Unknown,
        "light": Qt.ColorScheme.Light,
        "dark": Qt.ColorScheme.Dark,
    }[choice]
    # So that the frame that the system draws goes along; unknown means: as the system has it.
    QGuiApplication.styleHints().setColorScheme(scheme)
    _current = wanted(choice)
    app.setPalette(palette(_current))
    app.setFont(font())
    app.setStyleSheet(style_sheet(_current))
