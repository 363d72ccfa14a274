"""Where the phase band and the lane heads are shown once they have left the view: at its edge, as in a spreadsheet.

The band stays at the edge by which it left, the top or, in a map where it runs between the lanes, the bottom; the lane
heads stay at the left. Both follow the map the other way. All is reckoned in device pixels of the viewport.
"""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple, TypeGuard

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from journey_editor.layout.drawlist import Group, Item, Path
from journey_editor.layout.result import Box, Layout, Row

from .camera import Camera

_PAD = 6.0  # points of paper left of the lane heads
_MOST = 0.4  # heads that would cover more than this share of the view do not stay


class Edge(NamedTuple):
    """Heads at an edge: the pixels that they cover, and where the map's corner would lie if they belonged there."""

    rect: QRect
    origin: QPoint


class Heads(NamedTuple):
    """What stays at the edges of one view at one moment; None for heads that are in view where they belong."""

    layout: Layout | None
    camera: Camera
    size: QSize  # of the viewport, in device pixels
    band: Edge | None
    lanes: Edge | None

    @property
    def insets(self) -> tuple[float, float, float, float]:
        """What they cover at the left, top, right and bottom, in logical pixels."""
        dpr = self.camera.dpr
        top = bottom = 0.0
        if self.band is not None:
            tall = self.band.rect.height() / dpr
            top, bottom = (tall, 0.0) if self.band.rect.top() == 0 else (0.0, tall)
        return self.lanes.rect.width() / dpr if self.lanes is not None else 0.0, top, 0.0, bottom

    def point(self, at: QPointF) -> tuple[float, float]:
        """The point of the map that is shown under a logical pixel."""
        x, y = self.camera.point(at)
        px, py = at.x() * self.camera.dpr, at.y() * self.camera.dpr
        pixel, scale = QPoint(floor(px), floor(py)), self.camera.scale
        if self.band is not None and self.band.rect.contains(pixel):
            y = (py - self.band.origin.y()) / scale
        if self.lanes is not None and self.lanes.rect.contains(pixel):
            x = (px - self.lanes.origin.x()) / scale
        return x, y

    def covers(self, at: QPointF) -> bool:
        """Whether heads are shown at a logical pixel instead of what lies there."""
        pixel = QPoint(floor(at.x() * self.camera.dpr), floor(at.y() * self.camera.dpr))
        return any(edge is not None and edge.rect.contains(pixel) for edge in (self.band, self.lanes))

    def place(self, box: Box) -> QRectF:
        """Where a box of the map is shown, in logical pixels."""
        rect, origin, dpr = self.camera.rect(box), self.camera.origin, self.camera.dpr
        if self.band is not None and box.kind in ("phase", "step"):
            rect.translate(0.0, (self.band.origin.y() - origin.y()) / dpr)
        if self.lanes is not None and box.kind == "lane":
            rect.translate((self.lanes.origin.x() - origin.x()) / dpr, 0.0)
        return rect


def heads(layout: Layout | None, camera: Camera, size: QSize) -> Heads:
    """What has to stay at the edges of a viewport of `size` device pixels for this layout as the camera sees it."""
    if layout is None or not layout.rows:
        return Heads(layout, camera, size, None, None)
    scale, origin, wide, tall = camera.scale, camera.origin, size.width(), size.height()
    band, lanes = _band(layout, scale, origin, wide, tall), _lanes(layout, scale, origin, wide, tall)
    return Heads(layout, camera, size, band, lanes)


def _band(layout: Layout, scale: float, origin: QPoint, wide: int, tall: int) -> Edge | None:
    row = layout.row("")
    if row is None:
        return None
    begins, h = floor(row.y * scale), ceil(row.h * scale)
    if h > tall * _MOST or not layout.phases:
        return None
    top = origin.y() + begins
    at = 0 if top < 0 else tall - h if top + h > tall else None
    if at is None:
        return None
    left, right = max(origin.x(), 0), min(origin.x() + ceil(layout.width * scale), wide)
    return Edge(QRect(left, at, max(right - left, 0), h), QPoint(origin.x(), at - begins))


def _lanes(layout: Layout, scale: float, origin: QPoint, wide: int, tall: int) -> Edge | None:
    begins, w = floor((layout.left - _PAD) * scale), ceil((layout.head + _PAD) * scale)
    if origin.x() + begins >= 0 or w > wide * _MOST:
        return None
    last = layout.rows[-1]
    top = max(origin.y() + floor(layout.rows[0].y * scale), 0)
    bottom = min(origin.y() + ceil((last.y + last.h) * scale), tall)
    return Edge(QRect(0, top, w, max(bottom - top, 0)), QPoint(-begins, origin.y()))


def label_end(row: Row) -> float:
    """Where the words of a separating line end: they are longer than lane heads are wide."""
    return max((item.x + item.w for item in row.block.group.items if _is(item, "name")), default=0.0)


def head_of(layout: Layout, row: Row) -> Group:
    """What of a row stays at the left edge: what stands left of its columns."""
    end = layout.left + layout.head
    items = tuple(item for item in row.block.group.items if _begins_before(item, end))
    return Group(0.0, 0.0, end, row.h, items)


def _begins_before(item: Item, end: float) -> bool:
    if isinstance(item, Group):
        return is_head(item) or _is(item, "name", "band-name", "channel")
    if isinstance(item, Path):
        first = item.outline.steps[:1]
        return bool(first) and len(first[0]) == 3 and item.x + item.scale * first[0][1] < end
    return item.x < end


def is_head(item: Item) -> bool:
    """Whether a group is the name of a lane."""
    return _is(item, "head")


def _is(item: Item, *kinds: str) -> TypeGuard[Group]:
    return isinstance(item, Group) and item.tag is not None and item.tag.kind in kinds
