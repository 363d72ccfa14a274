"""Two maps beside each other with marks on what differs, scrolled and zoomed together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from journey_editor.canvas.images import Images
from journey_editor.canvas.reading import MapReader
from journey_editor.layout.comparison_marks import box_of, marks
from journey_editor.layout.compose import Layouter
from journey_editor.layout.difference_names import map_title
from journey_editor.layout.difference_words import Entry
from journey_editor.layout.result import Box, Layout
from journey_editor.layout.side_by_side import Across
from journey_editor.model.differences import Comparison
from journey_editor.model.project import JourneyMap, Project
from journey_editor.ui.words import label
from journey_editor.wording import tr

_LARGEST = 1.75  # times, of the marks on a map that is shown small
_READABLE = 1.0  # the zoom at which a thing is gone to, if it would be smaller
_GAP = 3.0  # points between a thing and the ring round it
_AROUND = 24.0  # points around the place where a thing would be


class Pane(QWidget):
    """One of the maps, under the field that chooses it."""

    def __init__(self, name: str, images: Images, parent: QWidget, *, after: bool) -> None:
        super().__init__(parent)
        self._after = after
        self._name = name
        self.chooser = QComboBox(self)
        self.chooser.setAccessibleName(name)
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(12)
        self.chooser.setMinimumHeight(28)
        caption = label(name, "strong")
        caption.setBuddy(self.chooser)
        self.reader = MapReader(images, self)
        self._layouter = Layouter()
        self._plain: Layout | None = None
        self._entries: Sequence[Entry] = ()
        self._size = 0.0
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(8)
        head.addWidget(caption)
        head.addWidget(self.chooser, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.reader, 1)
        self.reader.rested.connect(self._draw_marks)

    def show_map(self, project: Project, journey: JourneyMap, language: str, entries: Sequence[Entry]) -> None:
        self.reader.setAccessibleName(f"{self._name}: {map_title(project, journey, language)}")
        self._plain = self._layouter.layout(project, journey.id, language=language, title=False)
        self._entries, self._size = entries, 0.0
        self._draw_marks()

    def _draw_marks(self) -> None:
        """Marks are of one size on the screen as long as the map is small; they grow with it when it is large."""
        size = min(max(round(4.0 / max(self.reader.zoom, 0.05)) / 4.0, 1.0), _LARGEST)
        if self._plain is not None and size != self._size:
            self._size = size
            plain = self._plain
            signs = marks(plain, self._entries, self._layouter.shaper, after=self._after, size=size)
            root = plain.root._replace(items=(*plain.root.items, signs))
            self.reader.show_layout(plain.with_ink(root, plain.rows))


class BothMaps(QSplitter):
    """`clicked` tells of a thing the user clicked, by its id, and whether it is on the second map."""

    clicked = Signal(str, bool)
    zoom_changed = Signal()

    def __init__(self, images: Images, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.before = Pane(tr("Before"), images, self, after=False)
        self.after = Pane(tr("After"), images, self, after=True)
        self._across: Across | None = None
        self._comparison: Comparison | None = None
        self._fits = True  # until the user zooms
        for pane, there in ((self.before, False), (self.after, True)):
            self.addWidget(pane)
            pane.reader.moved.connect(self._lead_other)
            pane.reader.sized_anew.connect(self._sized)
            pane.reader.zoom_changed.connect(self._zoomed)
            pane.reader.clicked.connect(self._clicked_after if there else self._clicked_before)

    @property
    def readers(self) -> tuple[MapReader, MapReader]:
        return self.before.reader, self.after.reader

    def show_comparison(self, comparison: Comparison, language: str, entries: Sequence[Entry]) -> None:
        """Show both maps; what is in view stays, as far as the maps are the same."""
        was = self._comparison
        self._comparison = comparison
        self.before.show_map(comparison.project, comparison.before, language, entries)
        self.after.show_map(comparison.other, comparison.after, language, entries)
        first, second = (reader.map_layout for reader in self.readers)
        self._across = Across(first, second, comparison.pairs)
        for reader in self.readers:
            reader.ring(None)
        same = was is not None and (was.before.id, was.after.id) == (comparison.before.id, comparison.after.id)
        if self._fits or not same:
            self.fit()

    # Together

    def fit(self) -> None:
        """All of both maps in view, at one scale; one above the other, where there is little height, by their width."""
        self._fits = True
        if self._across is None:
            return
        stacked = self.orientation() == Qt.Orientation.Vertical
        zooms = [r.camera.fitting(r.map_layout.width, 1.0 if stacked else r.map_layout.height) for r in self.readers]
        for reader in self.readers:
            reader.quietly(partial(self._to_zoom, reader, min(zooms)))

    @staticmethod
    def _to_zoom(reader: MapReader, zoom: float) -> None:
        was = reader.blockSignals(True)
        reader.set_zoom(zoom)
        reader.place_at(0.0, 0.0, 0.0, 0.0)
        reader.blockSignals(was)

    def zoom_in(self) -> None:
        self.after.reader.zoom_in()

    def zoom_out(self) -> None:
        self.after.reader.zoom_out()

    def turn(self, beside: bool) -> None:
        """Beside each other, or one above the other."""
        self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        half = max(self.width() if beside else self.height(), 2) // 2
        self.setSizes([half, half])
        if self._fits:
            self.fit()

    def _sized(self) -> None:
        if self._fits:
            self.fit()

    def _zoomed(self) -> None:
        self._fits = False
        moved = self.sender()
        if isinstance(moved, MapReader):
            self._lead(moved)

    def _lead_other(self) -> None:
        moved = self.sender()
        if isinstance(moved, MapReader):
            self._lead(moved)

    def _lead(self, moved: MapReader) -> None:
        """The other map follows: the same scale, and the same place at the same share of the view."""
        if self._across is None:
            return
        forth = moved is self.before.reader
        other = self.after.reader if forth else self.before.reader
        across, down = moved.share()
        part = moved.visible_part()
        x, y = part.x + across * part.w, part.y + down * part.h
        there = self._across.there(x, y) if forth else self._across.back(x, y)

        def follow() -> None:
            was = other.blockSignals(True)
            other.set_zoom(moved.zoom)
            other.place_at(*there, across, down)
            other.blockSignals(was)

        other.quietly(follow)

    # Things

    def go_to(self, before: str, after: str, *, near: bool) -> None:
        """Show a thing in both maps, with a ring; where it is missing, the place where it would be. `near` zooms in
        until it can be read."""
        if self._across is None:
            return
        first, second = self.readers
        boxes = [box_of(reader.map_layout, key) if key else None for reader, key in ((first, before), (second, after))]
        places = [_middle(box) if box else None for box in boxes]
        if places[0] is None and places[1] is not None:
            places[0] = self._across.back(*places[1])
        if places[1] is None and places[0] is not None:
            places[1] = self._across.there(*places[0])
        for reader, box, place in zip(self.readers, boxes, places, strict=True):
            reader.ring(box and Box(box.kind, box.id, box.x - _GAP, box.y - _GAP, box.w + 2 * _GAP, box.h + 2 * _GAP))
            if place is not None:
                shown = box or Box("", "", place[0] - _AROUND, place[1] - _AROUND, 2 * _AROUND, 2 * _AROUND)
                reader.quietly(partial(self._show, reader, shown, near=near))

    def _show(self, reader: MapReader, box: Box, *, near: bool) -> None:
        was = reader.blockSignals(True)
        if near:
            self._fits = False
            if reader.zoom < _READABLE:
                reader.set_zoom(_READABLE)
            reader.centre_at(*_middle(box))
        else:
            reader.reveal_box(box)
        reader.blockSignals(was)

    def _clicked_before(self, thing: str) -> None:
        self.clicked.emit(thing, False)

    def _clicked_after(self, thing: str) -> None:
        self.clicked.emit(thing, True)


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.w / 2, box.y + box.h / 2
