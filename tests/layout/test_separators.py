"""Lines across the map: each drawn in its own way, called by what it is, and the only line in its place."""

from __future__ import annotations

import pytest

from journey_editor.edit.lanes import move_lane, set_lane
from journey_editor.layout import look
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Path, Rect
from journey_editor.layout.result import Layout
from journey_editor.model.project import Project
from journey_editor.model.separators import LINES, line_word
from tests.builders import journey, lane, note, phase, project

from .test_compose import flat, ink, words


def blueprint(**fields: object) -> Project:
    rows = [
        lane("notes", "above", {"ps": [note("n1")]}),
        lane("separator", "line", **fields),
        lane("notes", "below", {"ps": [note("n2")]}),
    ]
    return project(journey([phase("p")], rows), language="de")


def laid_out(made: Project, layouter: Layouter | None = None) -> Layout:
    return (layouter or Layouter()).layout(made, "map")


def rules_at(layout: Layout, y: float) -> int:
    """How many lane rules lie at a height."""
    return sum(
        1
        for item, _, top in flat(layout.root.items)
        if isinstance(item, Rect) and item.fill == look.LANE_RULE and abs(top + item.y + 0.25 - y) < 0.1
    )


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_called_by_what_it_is_unless_it_has_a_title(line: str) -> None:
    assert line_word(line, "de") in words(laid_out(blueprint(line=line)))
    assert line_word(line, "en") in words(Layouter().layout(blueprint(line=line), "map", language="en"))
    assert words(laid_out(blueprint(line=line, title="Theke"))).count("Theke") == 1


def test_the_three_lines_differ_without_colour() -> None:
    strokes = set()
    for line in LINES:
        layout = laid_out(blueprint(line=line))
        row = layout.row("line")
        assert row is not None
        (drawn,) = (item for item in row.block.group.items if isinstance(item, Path))
        strokes.add((drawn.width, drawn.dash))
    assert len(strokes) == 3


def test_no_rule_lies_under_a_separator_however_lanes_move() -> None:
    layouter, made = Layouter(), blueprint(line="visibility")
    row = laid_out(made, layouter).row("below")
    assert row is not None
    assert rules_at(laid_out(made, layouter), row.y) == 0
    moved = move_lane(made, "line", "above")
    first = laid_out(moved, layouter).row("above")
    second = laid_out(moved, layouter).row("below")
    assert first is not None
    assert second is not None
    assert rules_at(laid_out(moved, layouter), first.y) == 0
    assert rules_at(laid_out(moved, layouter), second.y) == 1
    for now in (made, moved, set_lane(made, "line", hidden=True), made):
        assert ink(laid_out(now, layouter)) == ink(laid_out(now))
