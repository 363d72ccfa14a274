"""Draws groups of the draw list with Qt: the twin of the PDF painter, for the screen, thumbnails and print preview.

A group's own coordinates are points; where it stands is worked out in Python and set as an absolute transform, never
by translating to and fro: the same map then gives the same pixels whichever part of it is drawn, which is what lets
the canvas redraw only what changed.
"""

from __future__ import annotations

from math import inf
from time import perf_counter
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from journey_editor.layout.drawlist import Group
from journey_editor.layout.later import in_passing

from .glyphs import UNIT
from .images import Images, no_images
from .program import Detail, Inked, Segment, compile_group, detail_at, is_groups

HINTS = (
    QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform
)
_PROGRAMS_KEPT = 30_000

_Programs = dict[int, tuple[Group, tuple[Segment, ...]]]


class _OutOfTime(Exception):
    """What is drawn is new, and there is no time to work out how."""


class MapPainter:
    """Draws groups and remembers how. Keep one for each view: what it remembers is what makes the next frame quick."""

    def __init__(self, images: Images | None = None) -> None:
        self._images = images or no_images()
        # Two generations: what is in use moves to the young one; when that is full, it becomes the old one and the
        # former old one, unused since, goes. A program is found by the ink that it draws, so that a group which was
        # only moved is not worked out again; the group is kept with it, so that the id() of its ink stays its own.
        self._young: dict[Detail, _Programs] = {}
        self._old: dict[Detail, _Programs] = {}
        self._count = 0
        self._until, self._learnt = inf, 0  # see `draw`

    def draw(
        self,
        painter: QPainter,
        group: Group,
        clip: QRectF | None = None,
        until: float = inf,
        detail: Detail | None = None,
    ) -> bool:
        """Draw a group where the painter's origin is, 1 painter unit = 1 pt; only what touches `clip` (in points).

        Working out how to draw what was never drawn takes ten times as long as drawing. It ends at `until` (seconds of
        `perf_counter`), and with it the drawing: False, then, with some of it missing. Each try gets further.

        `detail` is how much is drawn of it; by default what is worth drawing at the painter's scale.

        The painter's transform may scale and move, not turn. It is left as it was.
        """
        self._until, self._learnt = until, 0
        base = painter.worldTransform()
        density = painter.device().devicePixelRatioF()
        detail = detail or detail_at(base.m11() * density)
        walk = _Walk(self, painter, base, detail, clip or QRectF(-1e9, -1e9, 2e9, 2e9))
        painter.setRenderHints(HINTS)
        try:
            walk.group(group, 0.0, 0.0)
        except _OutOfTime:
            return False
        finally:
            painter.setWorldTransform(base)
        return True

    def forget(self) -> None:
        """Forget how to draw: an image has come that was missing."""
        self._young, self._old, self._count = {}, {}, 0

    def segments(self, group: Group, detail: Detail) -> tuple[Segment, ...]:
        young = self._young.get(detail)
        if young is None:
            young = self._young.setdefault(detail, {})
        key = id(group[4])  # the items, made or not
        known = young.get(key)
        if known is not None:
            return known[1]
        known = self._old.get(detail, {}).get(key)
        if known is None:
            if self._learnt and perf_counter() > self._until:
                raise _OutOfTime
            self._learnt += 1
            with in_passing():  # how to draw it is what is kept
                known = (group, compile_group(group, detail, self._images))
        young[key] = known
        self._count += 1
        if self._count > _PROGRAMS_KEPT:
            self.age()
        return known[1]

    def age(self) -> None:
        """Time has passed: what is not drawn until the next time this is called goes, and with it its layout."""
        self._old, self._young, self._count = self._young, {}, 0


class _Walk:
    """One walk down the tree of groups."""

    def __init__(self, owner: MapPainter, painter: QPainter, base: QTransform, detail: Detail, clip: QRectF) -> None:
        self._segments = owner.segments
        self._painter = painter
        self._detail = detail
        self._sx, self._sy, self._dx, self._dy = base.m11(), base.m22(), base.dx(), base.dy()
        self._left, self._top, self._right, self._bottom = clip.left(), clip.top(), clip.right(), clip.bottom()

    def group(self, group: Group, x: float, y: float) -> None:
        """Draw a group at (x, y) of the outermost."""
        x, y = x + group.x, y + group.y
        painter, sx, sy = self._painter, self._sx, self._sy
        left, top, right, bottom = self._left, self._top, self._right, self._bottom
        for segment in self._segments(group, self._detail):
            if is_groups(segment):
                for child in segment:
                    cx, cy, w, h, _, _, bleed = child
                    cx, cy = x + cx, y + cy
                    if cx - bleed < right and cx + w + bleed > left and cy - bleed < bottom and cy + h + bleed > top:
                        self.group(child, x, y)
            else:
                painter.setWorldTransform(
                    QTransform(sx / UNIT, 0.0, 0.0, sy / UNIT, self._dx + sx * x, self._dy + sy * y)
                )
                from_x, from_y, to_x, to_y = left - x, top - y, right - x, bottom - y
                for call, x1, y1, x2, y2 in cast(tuple[Inked, ...], segment):
                    if x1 < to_x and x2 > from_x and y1 < to_y and y2 > from_y:
                        call(painter)


def paint(painter: QPainter, group: Group, images: Images | None = None, clip: QRectF | None = None) -> None:
    """Draw a group once, without remembering anything; 1 painter unit = 1 pt."""
    MapPainter(images).draw(painter, group, clip)
