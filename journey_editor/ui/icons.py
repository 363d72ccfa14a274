"""Icons that take the colour of the theme when they are painted, so that none is left behind when it changes."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from journey_editor.places import resource
from journey_editor.ui import theme

#: Icons of 16 and 18 px look right with a stroke of about 1.5 px: 2 of 24 units give 1.33 and 1.5.
_STROKE = ('stroke-width="2"', 'stroke-width="2.1"')


@cache
def _known() -> frozenset[str]:
    return frozenset(path.stem for path in resource("icons").glob("*.svg"))


@cache
def _source(name: str) -> str:
    # A file may name an icon of a newer version, or call a file of this machine an icon.
    known = name if name in _known() else "circle"
    return resource("icons", f"{known}.svg").read_text(encoding="utf-8").replace(*_STROKE)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


class ThemedIcon(QIconEngine):
    """An icon by name and colour role; the colour is looked up at every paint."""

    def __init__(self, name: str, role: str, role_on: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._role_on = role_on

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return theme.colour("disabled").name()
        return theme.colour(self._role_on if state == QIcon.State.On else self._role).name()

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        _renderer(self._name, self._colour(mode, state)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` is in logical pixels (it was in the device's before Qt 6.9); `scale` is the device's pixel ratio."""
        size = QSize(round(size.width() * scale), round(size.height() * scale))
        key = f"journey:{self._name}:{self._colour(mode, state)}:{size.width()}x{size.height()}@{scale}"
        made = QPixmap()
        if size.isEmpty() or QPixmapCache.find(key, made):  # a column may be squeezed to nothing
            return made
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        made.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, made)
        return made

    def clone(self) -> QIconEngine:
        return ThemedIcon(self._name, self._role, self._role_on)

    def key(self) -> str:
        return "journey"


@cache
def icon(name: str, role: str = "text", role_on: str = "") -> QIcon:
    """An icon out of resources/icons in a token's colour ("text", "accent" ...) or "#RRGGBB".

    `role_on` is the colour in a button that is switched on; without it, that of the text on a soft ground.
    """
    return QIcon(ThemedIcon(name, role, role_on or ("soft_text" if role == "text" else role)))


def app_icon() -> QIcon:
    """The program's own mark, in its own colours."""
    return QIcon(str(resource("icons", "app.svg")))


def dress(button: QAbstractButton, text: str, name: str, role: str = "text") -> None:
    """Give a button an icon of 16 px and its words, with air between them, which no style sheet can ask for."""
    button.setIcon(icon(name, role))
    button.setIconSize(QSize(16, 16))
    button.setText(f" {text.strip()}")
    button.setAccessibleName(text.strip())


def sign_button(name: str, words: str, parent: QWidget | None = None, side: int = 16) -> QToolButton:
    """A button with nothing but an icon: its words are what the pointer and a screen reader are told."""
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setIconSize(QSize(side, side))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


class Sign(QWidget):
    """An icon that stands by itself. It is painted anew with every theme, which a pixmap in a label is not."""

    def __init__(self, name: str, role: str = "text", side: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = icon(name, role)

    def show_icon(self, name: str, role: str = "text") -> None:
        self._icon = icon(name, role)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._icon.paint(painter, self.rect())
