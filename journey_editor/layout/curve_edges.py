"""Curves that cross from one page of a map to the next go on to the page's edge, and come in there at the same height.

A page's curve is drawn by its own points; what is added here leads from the last of them to the edge, where the feeling
lies between it and the next point on a later page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import map_personas

from . import look
from .curve import BY_HAND_WIDTH, EXPECTED_DASH, EXPECTED_WIDTH, height_of
from .drawlist import Item, Outline, Path
from .result import Layout, PointBlock, Row

_DOT = 3.0  # what a point takes of the line that leads to it
_WIDTH = 1.75

#: A line of a lane: whose it is, whether it is what was expected, and whether it was drawn by hand beside another.
_Line = tuple[str, bool, bool]


def curve_edges(project: Project, journey: JourneyMap, pages: Sequence[Layout]) -> list[tuple[Item, ...]]:
    """What is added to each page, in the coordinates of its layout."""
    styles = {p.id: look.curve_look(n, p.color) for n, p in enumerate(map_personas(project, journey))}
    made: list[list[Item]] = [[] for _ in pages]
    for lane in journey.lanes:
        if not isinstance(lane, EmotionLane) or lane.hidden or lane.collapsed:
            continue
        apart = lane.points_from == "compare"
        shown: list[tuple[int, Row, dict[_Line, list[PointBlock]]]] = []
        for number, layout in enumerate(pages):
            row = layout.row(lane.id)
            if row is not None and row.block.kind == "emotion":
                lines: dict[_Line, list[PointBlock]] = {}
                for point in sorted(row.block.points, key=lambda p: p.x):
                    lines.setdefault((point.persona, point.expected, apart and point.drawn), []).append(point)
                shown.append((number, row, lines))
        for line in dict.fromkeys(key for _, _, lines in shown for key in lines):
            style = styles.get(line[0])
            holding = [n for n, (_, _, lines) in enumerate(shown) if line in lines]
            for a, b in pairwise(holding) if style is not None else ():
                start, end = shown[a][2][line][-1], shown[b][2][line][0]
                for n in range(a, b + 1):
                    number, row, _ = shown[n]
                    layout = pages[number]
                    values = [start.value + (end.value - start.value) * (n - a + off) / (b - a + 1) for off in (0, 1)]
                    left = (layout.left + layout.head, row.y + height_of(row.h, values[0]))
                    right = (layout.right, row.y + height_of(row.h, values[1]))
                    if n == a:
                        left = (start.x + _DOT, row.y + start.y)
                    if n == b:
                        right = (end.x - _DOT, row.y + end.y)
                    if right[0] > left[0]:
                        assert style is not None
                        made[number].append(_stroke(left, right, style, line))
    return [tuple(items) for items in made]


def _stroke(left: tuple[float, float], right: tuple[float, float], style: look.CurveLook, line: _Line) -> Path:
    outline = Outline((("M", *left), ("L", *right)))
    if line[1]:
        return Path(outline, stroke=style.color, width=EXPECTED_WIDTH, dash=EXPECTED_DASH)
    return Path(outline, stroke=style.color, width=BY_HAND_WIDTH if line[2] else _WIDTH, dash=style.dash)
