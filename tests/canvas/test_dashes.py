"""Dashes are those that Qt would make of the same line, and are made only where they are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from journey_editor.canvas.calls import qt_path
from journey_editor.canvas.dashes import dashes, stroker
from journey_editor.canvas.glyphs import UNIT
from journey_editor.layout.drawlist import Outline, Path
from journey_editor.layout.path_lines import rounded

pytestmark = pytest.mark.usefixtures("qapp")

ACROSS_AND_DOWN = rounded(((0.0, 0.0), (40.0, 0.0), (40.0, 90.0), (13.0, 90.0), (13.0, 20.0), (70.0, 20.0)))
SLANTED = Outline((("M", 0.0, 0.0), ("L", 40.0, 30.0), ("L", 80.0, 30.0)))


def scaled(path: Path) -> QPainterPath:
    factor = path.scale * UNIT
    return QTransform(factor, 0, 0, factor, path.x * UNIT, path.y * UNIT).map(qt_path(path.outline))


@pytest.mark.parametrize("outline", [ACROSS_AND_DOWN, SLANTED])
@pytest.mark.parametrize("dash", [(2.0, 2.0), (5.0, 2.5), (6.0, 1.0, 2.0, 1.0)])
def test_ink_lies_where_qt_would_put_it(outline: Outline, dash: tuple[float, ...]) -> None:
    path = Path(outline, 3.0, 4.0, stroke="#000000", width=1.0, dash=dash)
    shape = scaled(path)
    wanted = stroker(path.width, path.dash).createStroke(shape)
    made = [some.path() for some in dashes(path, shape)]
    length, steps = shape.length(), 2_000
    differing = 0
    for n in range(steps):
        at: QPointF = shape.pointAtPercent(shape.percentAtLength(length * n / steps))
        differing += wanted.contains(at) != any(some.contains(at) for some in made)
    assert differing <= 0.01 * steps, "only where a dash ends"


def test_each_lies_in_the_box_by_which_it_is_found() -> None:
    path = Path(ACROSS_AND_DOWN, stroke="#000000", width=1.25, dash=(2.0, 2.0))
    found = list(dashes(path, scaled(path)))
    assert len(found) > 3
    for some in found:
        assert some.box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(some.path().boundingRect())
