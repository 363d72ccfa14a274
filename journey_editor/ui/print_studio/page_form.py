"""The page: its paper, direction and margins, and how the map comes onto it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journey_editor.model.style import PAPER_MM, PageSetup
from journey_editor.ui.inspector.choice_fields import Option
from journey_editor.ui.inspector.words import tiles
from journey_editor.ui.print_studio.choices import Choices
from journey_editor.ui.print_studio.fields import Rows, section
from journey_editor.ui.print_studio.preset_words import size_word
from journey_editor.ui.words import label
from journey_editor.wording import tr

#: What every printer leaves white at the edges of a sheet, in millimetres.
SAFE_MARGIN = 7.0
#: The 14,400 points that a side of a PDF page may measure, in millimetres.
LONGEST = 5080


class PageForm(QWidget):
    """`paper` and the other controls are named like the fields of the setup."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        column = section(self, tr("Page"))
        rows = self._rows = Rows(choices, self)
        self.paper = rows.chooser(tr("Paper"), "paper", papers())
        custom = _is("paper", "custom")
        self.width_mm = rows.number(tr("Width"), "width", 1, LONGEST, "mm", when=custom)
        self.height_mm = rows.number(tr("Height"), "height", 1, LONGEST, "mm", when=custom)
        for side in (self.width_mm, self.height_mm):
            side.setToolTip(tr("Up to {most} mm, as large as a PDF page may be", most=LONGEST))
        directions = [
            Option("auto", tr("auto")),
            Option("portrait", tr("portrait")),
            Option("landscape", tr("landscape")),
        ]
        self.orientation = rows.segments(
            tr("Orientation"), "orientation", directions, when=lambda setup: setup.paper != "custom"
        )
        self._safe = label("", "caption")
        self.margin = rows.number(tr("Margins"), "margin", 0, 100, "mm", note=self._safe)
        self.bleed = rows.number(tr("Bleed"), "bleed", 0, 20, "mm")
        self.bleed.setToolTip(tr("Around the page, for a print shop to cut off"))
        on_pages = [
            Option("page", tr("on one page")),
            Option("pages", tr("on several pages")),
            Option("natural", tr("in natural size")),
            Option("phases", tr("by phases")),
            Option("lanes", tr("by lanes")),
            Option("readable", tr("in readable type")),
        ]
        self.fit = rows.chooser(tr("Map"), "fit", on_pages, when=_has_map)
        self.pages_wide = rows.number(tr("Pages wide"), "pages_wide", 1, 100, when=_fits("pages"))
        self.phases_each = rows.number(tr("Phases a page"), "phases_each", 1, 100, when=_fits("phases"))
        self.lanes_each = rows.number(tr("Lanes a page"), "lanes_each", 1, 100, when=_fits("lanes"))
        self.type_least = rows.number(tr("Type at least"), "type_least", 6, 72, "pt", when=_fits("readable"))
        widths = [Option("fill", tr("fill page")), Option("screen", tr("as on screen"))]
        self.columns = rows.segments(tr("Column width"), "columns", widths, when=_has_map)
        self.tile = rows.chooser(tr("Sheets"), "tile", tiles())
        self.overlap = rows.number(tr("Overlap"), "overlap", 0, 50, "mm", when=lambda setup: bool(setup.tile))
        column.addLayout(rows.grid)
        choices.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        narrow = self._choices.setup.margin < SAFE_MARGIN
        self._safe.setText(tr("printers need 7 mm") if narrow else "")


def papers() -> list[Option]:
    """All paper with its size, and one's own."""
    named = [Option(name, f"{name}, {size_word(*sides)}") for name, sides in PAPER_MM.items()]
    return [*named, Option("custom", tr("own size"))]


def _is(field: str, value: str) -> Callable[[PageSetup], bool]:
    return lambda setup: getattr(setup, field) == value


def _fits(fit: str) -> Callable[[PageSetup], bool]:
    return lambda setup: _has_map(setup) and setup.fit == fit


def _has_map(setup: PageSetup) -> bool:
    """Whether the map itself is on the pages: a worksheet stands in its place."""
    return setup.map_pages and not setup.worksheet
