"""Draws the heads that stay at the edges of the view, out of the map's own draw list.

Each edge has a picture of its own that scrolls along with the map; only what comes into view is drawn. While the scale
changes they are drawn afresh in every frame, which is not much: a chevron for each phase in view, a head for each lane.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from journey_editor.layout.drawlist import Group, Rect
from journey_editor.layout.result import Layout, Row

from .heads import Edge, Heads, head_of, is_head, label_end
from .paint import MapPainter
from .sheet import PointRect, Sheet

_WHITE = QColor("#FFFFFF")
#: How an edge fades out: a line, and a shade for each logical pixel after it.
_SHADES = (QColor("#B9C0CB"), *(QColor(27, 34, 48, alpha) for alpha in (38, 30, 22, 15, 9, 5)))


class _Drawing(NamedTuple):
    """Some of a map, on paper of the map's size."""

    width: float
    height: float
    root: Group


class Pinned:
    """What is drawn of the heads of one view. `painter` is that of the map, which knows how all of it is drawn."""

    def __init__(self, painter: MapPainter) -> None:
        self._painter = painter
        self._band, self._lanes = Sheet(painter), Sheet(painter)
        self._labels: tuple[tuple[Row, float], ...] = ()
        self._shades: dict[tuple[int, int], QPixmap] = {}
        #: For each row the group it was made of, what stays at the edge, and where the columns begin.
        self._made: dict[str, tuple[Group, Group, float]] = {}

    def set_layout(self, layout: Layout, changed: Iterable[PointRect] | None) -> None:
        """Show the heads of another layout; `changed` as for `Sheet.set_layout`."""
        rects = None if changed is None else list(changed)
        known, self._made = self._made, {}
        for row in layout.rows:
            was = known.get(row.lane)
            same = was is not None and was[0] is row.block.group and was[2] == layout.left + layout.head
            self._made[row.lane] = (
                was if was is not None and same else (row.block.group, head_of(layout, row), layout.left + layout.head)
            )
        paper = Rect(0.0, 0.0, layout.width, layout.height, "#FFFFFF")
        bands = tuple(row.block.group._replace(y=row.y) for row in layout.rows if not row.lane)
        names = tuple(self._made[row.lane][1]._replace(y=row.y) for row in layout.rows)
        for sheet, drawn in ((self._band, bands), (self._lanes, names)):
            root = Group(0.0, 0.0, layout.width, layout.height, (paper, *drawn))
            sheet.set_layout(_Drawing(layout.width, layout.height, root), rects)
        self._labels = tuple((row, label_end(row)) for row in layout.rows if row.block.kind == "separator")

    def spoil_all(self) -> None:
        """All of it is out of date."""
        self._band.spoil_all()
        self._lanes.spoil_all()

    def draw(self, painter: QPainter, heads: Heads, *, zooming: bool) -> None:
        """Draw the heads. The painter's unit is a device pixel of the viewport."""
        if heads.layout is None:
            return
        if heads.lanes is not None:
            self._draw_lanes(painter, heads, heads.lanes, zooming)
        self._draw_names_in_tall_rows(painter, heads)
        if heads.band is not None:
            self._draw_band(painter, heads, heads.band, zooming)

    # One edge

    def _draw_band(self, painter: QPainter, heads: Heads, edge: Edge, zooming: bool) -> None:
        whole = QRect(0, edge.rect.y(), heads.size.width(), edge.rect.height())
        self._show(painter, self._band, heads.camera.scale, edge, whole, (edge.rect,), zooming)
        at_top = edge.rect.top() == 0
        y = edge.rect.bottom() + 1 if at_top else edge.rect.top()
        self._soften(painter, heads, QPoint(edge.rect.left(), y), QPoint(0, 1 if at_top else -1), edge.rect.width())
        if heads.lanes is not None:  # the corner, under which the band runs
            corner = heads.lanes.rect & edge.rect
            painter.fillRect(corner, _WHITE)
            row, name = heads.layout.row("") if heads.layout is not None else None, self._made.get("")
            if row is not None and name is not None:
                y = edge.origin.y() + floor(row.y * heads.camera.scale)
                at = QPoint(heads.lanes.origin.x(), y)
                self._draw_group(painter, name[1], heads.camera.scale, at, corner)
            self._soften(painter, heads, QPoint(corner.right() + 1, corner.top()), QPoint(1, 0), corner.height())

    def _draw_lanes(self, painter: QPainter, heads: Heads, edge: Edge, zooming: bool) -> None:
        scale = heads.camera.scale
        labels = []
        for row, end in self._labels:
            right, top = edge.origin.x() + floor((end + 4.0) * scale), edge.origin.y() + floor(row.y * scale)
            if right > edge.rect.right():
                labels.append(QRect(0, top, right, floor(row.h * scale)) & QRect(0, 0, right, edge.rect.bottom() + 1))
        wide = max((label.right() + 1 for label in labels), default=edge.rect.width())
        self._soften(painter, heads, QPoint(edge.rect.right() + 1, edge.rect.top()), QPoint(1, 0), edge.rect.height())
        whole = QRect(0, 0, max(wide, edge.rect.width()), heads.size.height())
        self._show(painter, self._lanes, scale, edge, whole, (edge.rect, *labels), zooming)

    def _show(
        self,
        painter: QPainter,
        sheet: Sheet,
        scale: float,
        edge: Edge,
        whole: QRect,
        parts: Iterable[QRect],
        zooming: bool,
    ) -> None:
        """Show parts of the viewport as a sheet that covers `whole` of it draws them."""
        if zooming:
            assert sheet.layout is not None
            for part in parts:
                painter.fillRect(part, _WHITE)
                self._draw_group(painter, sheet.layout.root, scale, edge.origin, part)
            return
        origin = edge.origin - whole.topLeft()
        sheet.set_size(whole.size())
        if sheet.scale != scale:
            sheet.set_scale(scale, origin)
        else:
            sheet.move(origin)
        sheet.finish()
        for part in parts:
            painter.drawPixmap(part.topLeft(), sheet.pixmap, sheet.part(part.translated(-whole.topLeft())))

    def _draw_group(self, painter: QPainter, group: Group, scale: float, origin: QPoint, part: QRect) -> None:
        """Draw a group of the map with its corner at `origin`, as far as it lies in a part of the viewport."""
        painter.save()
        painter.setClipRect(part)
        painter.setWorldTransform(QTransform(scale, 0, 0, scale, origin.x(), origin.y()) * painter.worldTransform())
        clip = QTransform(scale, 0, 0, scale, origin.x(), origin.y()).inverted()[0].mapRect(QRectF(part))
        self._painter.draw(painter, group, clip)
        painter.restore()

    # The name of a lane that is taller than the view

    def _draw_names_in_tall_rows(self, painter: QPainter, heads: Heads) -> None:
        """A row whose top is out of view shows its name where it begins to be seen, as long as there is room for it."""
        layout, camera = heads.layout, heads.camera
        assert layout is not None
        scale, origin = camera.scale, heads.lanes.origin if heads.lanes is not None else camera.origin
        top = heads.band.rect.height() if heads.band is not None and heads.band.rect.top() == 0 else 0
        for row in layout.rows:
            begins, ends = origin.y() + row.y * scale, origin.y() + (row.y + row.h) * scale
            if not begins < top < ends:
                continue
            head = next((item for item in row.block.group.items if is_head(item)), None)
            if not isinstance(head, Group):
                return
            at = floor(min(float(top), ends - head.h * scale))
            if at <= begins:
                return
            left, right = (
                origin.x() + floor(layout.left * scale),
                origin.x() + floor((layout.left + layout.head) * scale),
            )
            part = QRect(left, top, right - left, floor(ends) - 1 - top)
            painter.fillRect(part, _WHITE)
            self._draw_group(painter, head, scale, QPoint(origin.x(), at), part)
            return

    # The edge itself

    def _soften(self, painter: QPainter, heads: Heads, at: QPoint, way: QPoint, length: int) -> None:
        """A fine line and a short shade along an edge, from `at` to the right or down, cast towards `way`."""
        if length <= 0:  # the heads take all the room there is
            return
        wide = max(1, round(heads.camera.dpr))
        deep = wide * len(_SHADES)
        known = self._shades.get((way.x(), way.y()))
        if known is None or max(known.width(), known.height()) < length or min(known.width(), known.height()) < deep:
            known = self._shades[way.x(), way.y()] = _shade(way, length, wide)
        size = QSize(deep, length) if way.x() else QSize(length, deep)
        painter.drawPixmap(at if way.x() + way.y() > 0 else at + way * deep, known, QRect(QPoint(), size))


def _shade(way: QPoint, length: int, wide: int) -> QPixmap:
    """The shade of an edge, kept as a picture: to blend its lines one by one takes long. Each is `wide` pixels."""
    deep = wide * len(_SHADES)
    made = QPixmap(QSize(deep, length) if way.x() else QSize(length, deep))
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        for n, color in enumerate(_SHADES):
            near = n * wide if way.x() + way.y() > 0 else deep - (n + 1) * wide
            painter.fillRect(QRect(near, 0, wide, length) if way.x() else QRect(0, near, length, wide), color)
    return made
