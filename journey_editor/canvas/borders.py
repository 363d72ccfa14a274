"""Borders that can be dragged: right of a column in the phase band, under a lane at its head, and beside the heads."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.layout import look
from journey_editor.layout.result import Layout
from journey_editor.session import shaping
from journey_editor.session.shaping import Sized
from journey_editor.wording import tr

from .gesture import Gesture
from .marks import DropLine
from .scene import NO_KEYS, Keys, Scene

_LEAST: dict[Sized, float] = {"step": look.LEAST_COLUMN, "lane": 20.0, "head": look.LEAST_HEAD}
_MOST = 2000.0


class Border(NamedTuple):
    """The border of a step's column, of a lane, or (with no id) of all lane heads; `size` is the one it has now."""

    sized: Sized
    id: str
    size: float

    @property
    def upright(self) -> bool:
        return self.sized != "lane"


def border_at(layout: Layout, x: float, y: float, near: float) -> Border | None:
    """The border at a point of the map, `near` points to both sides of it."""
    row = next((row for row in layout.rows if row.y - near <= y < row.y + row.h + near), None)
    if row is None or not layout.left <= x <= layout.right + near:
        return None
    if abs(x - layout.left - layout.head) <= near:
        return Border("head", "", layout.head)
    if x < layout.left + layout.head:
        for row in layout.rows:
            if row.lane and not row.block.folded and abs(y - row.y - row.h) <= near:
                return Border("lane", row.lane, row.h)
        return None
    band = layout.row("")
    if band is not None and band.y <= y < band.y + band.h:
        for column in layout.columns:
            if not column.folds and abs(x - column.x - column.w) <= near:
                return Border("step", column.step, column.w)
    return None


class BorderDrag(Gesture):
    """A border on its way: the map follows at once. Where several columns or lanes are selected, all get the size.

    A lane that is dragged lower than what it holds is as high as that: its height is automatic again.
    """

    under_heads = True

    def __init__(self, scene: Scene, border: Border, x: float, y: float) -> None:
        super().__init__(scene)
        self._border = border
        self.ways = "x" if border.upright else "y"
        self._at = x if border.upright else y
        self._ids = together(scene, border)
        self._size = border.size
        self._others = _others(scene.layout, border)

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        border = self._border
        size = border.size + (x if border.upright else y) - self._at
        size = min(self._others, key=lambda other: abs(other - size), default=size) if self._snaps(size) else size
        self._size = min(max(size, _LEAST[border.sized]), _MOST)
        session = self.scene.session
        self.preview = shaping.resized(session.project, session.map_id, border.sized, self._ids, self._size)

    def look(self, layout: Layout) -> None:
        """The map has followed: show the border where it is now, and say the size that it has."""
        border = self._border
        if border.sized == "lane":
            row = layout.row(border.id)
            if row is None:
                return
            if row.h > self._size + 0.5:
                self._size = 0.0
            y = row.y + row.h
            self.marks = (DropLine(layout.left, y, layout.right, y),)
            self.hint = tr("Lane height: {n} pt", n=round(row.h)) if self._size else tr("Lane height: as it needs")
            return
        column = layout.column(border.id)
        x = layout.left + layout.head if column is None else column.x + column.w
        top, bottom = layout.rows[0].y, layout.rows[-1].y + layout.rows[-1].h
        self.marks = (DropLine(x, top, x, bottom),)
        words = tr("Width of the lane heads: {n} pt", n=round(self._size))
        self.hint = words if border.sized == "head" else tr("Column width: {n} pt", n=round(self._size))

    @property
    def says(self) -> bool:
        return True

    def drop(self) -> None:
        shaping.resize(self.scene.session, self._border.sized, self._ids, self._size)

    def _snaps(self, size: float) -> bool:
        """Whether another column (or lane) is nearly of this size: it is meant to be alike."""
        return any(abs(other - size) <= self.scene.near for other in self._others)


def together(scene: Scene, border: Border) -> tuple[str, ...]:
    """What gets a size with one border: what is selected, if the border is of that."""
    session = scene.session
    if border.sized == "step":
        chosen = shaping.columns_of(session.journey, session.selection)
    else:
        chosen = shaping.of_kind(session, session.selection, "lane")
    return chosen if border.id in chosen else (border.id,)


def _others(layout: Layout, border: Border) -> tuple[float, ...]:
    if border.sized == "step":
        return tuple(column.w for column in layout.columns if not column.folds and column.step != border.id)
    if border.sized == "lane":
        return tuple(row.h for row in layout.rows if row.lane and not row.block.folded and row.lane != border.id)
    return ()
