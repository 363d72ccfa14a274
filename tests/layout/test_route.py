"""Paths between cards: they never cross a card, loops are told from what leads on, and kinds differ in their lines."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Group, Path
from journey_editor.layout.figures import arrow_outline, dot_outline
from journey_editor.layout.icons import icon
from journey_editor.layout.look import curve_look
from journey_editor.layout.path_lines import HANDOVER_DASH, LOOP_ICON
from journey_editor.layout.result import Box, Layout
from journey_editor.layout.route import sketched
from journey_editor.model.cards import Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import TouchpointCell, TouchpointLane
from journey_editor.model.paths import Path as ModelPath
from journey_editor.model.paths import PathKind
from journey_editor.model.project import JourneyMap, Persona, Project

CARDS = [f"{lane}{column}{depth}" for lane, column, depth in product("xy", range(4), range(2))]


def project_of(*paths: ModelPath) -> Project:
    """Two lanes of four phases, two touchpoints in each cell: x00, x01, x10 ... y31."""
    lanes = tuple(
        TouchpointLane(
            id=lane,
            kind="touchpoints",
            cells=tuple(
                TouchpointCell(
                    step=f"s{column}",
                    cards=tuple(Touchpoint(id=f"{lane}{column}{k}", title="A card of some length") for k in range(2)),
                )
                for column in range(4)
            ),
        )
        for lane in "xy"
    )
    phases = tuple(Phase(id=f"p{n}", title="Phase", steps=(Step(id=f"s{n}"),)) for n in range(4))
    journey = JourneyMap(id="map", phases=phases, lanes=lanes, paths=paths)
    return Project(id="project", language="en", maps=(journey,))


def laid_out(*paths: ModelPath) -> Layout:
    return Layouter().layout(project_of(*paths), "map")


def crosses(corners: tuple[tuple[float, float], ...], box: Box) -> bool:
    """Whether a line runs through the inside of a box."""
    return any(
        max(ax, bx) > box.x + 0.5
        and min(ax, bx) < box.x + box.w - 0.5
        and max(ay, by) > box.y + 0.5
        and min(ay, by) < box.y + box.h - 0.5
        for (ax, ay), (bx, by) in pairwise(corners)
    )


def drawing(layout: Layout, path: str) -> Group:
    return next(
        item for item in layout.root.items if isinstance(item, Group) and item.tag and item.tag[:2] == ("path", path)
    )


def outlines(layout: Layout) -> list[Path]:
    return [item for item in drawing(layout, "way").items if isinstance(item, Path)]


@pytest.mark.parametrize("source", CARDS[::3])
@pytest.mark.parametrize("condition", ["", "if so"])
def test_no_path_crosses_a_card(source: str, condition: str) -> None:
    for target in CARDS:
        if target == source:
            continue
        layout = laid_out(ModelPath(id="way", source=source, target=target, condition=condition))
        for box in layout.cards():
            assert not crosses(layout.lines[0].corners, box), (source, target, box.id)
        for a, b in pairwise(layout.lines[0].corners):
            assert a[0] == b[0] or a[1] == b[1]


@pytest.mark.parametrize(("source", "target"), [("x00", "y30"), ("x31", "x00"), ("y10", "x11"), ("x00", "x10")])
def test_a_sketch_runs_around_the_cards_as_well_and_ends_at_them(source: str, target: str) -> None:
    layout = laid_out()
    corners = sketched(layout, source, target)
    end = layout.card(target)
    assert end is not None
    assert corners[-1][0] == end.x
    assert end.y < corners[-1][1] < end.y + end.h
    assert not any(crosses(corners, box) for box in layout.cards())


def test_a_sketch_of_what_is_not_there_is_empty() -> None:
    assert sketched(laid_out(), "x00", "gone") == ()


def test_a_line_that_leads_back_has_arrows_on_its_way() -> None:
    back = outlines(laid_out(ModelPath(id="way", source="x30", target="x00")))
    on = outlines(laid_out(ModelPath(id="way", source="x00", target="x30")))
    assert sum(item.outline is arrow_outline("left") for item in back) == 2
    assert not any(item.outline is arrow_outline("left") for item in on)


def test_a_loop_carries_its_sign_with_and_without_a_condition() -> None:
    for condition in ("", "if content"):
        layout = laid_out(ModelPath(id="way", source="x30", target="x00", kind="loop", condition=condition))
        assert any(item.outline is icon(LOOP_ICON) for item in outlines(layout))
        x, y, w, h = layout.lines[0].label
        assert w > 0
        assert not any(x < b.x + b.w and b.x < x + w and y < b.y + b.h and b.y < y + h for b in layout.cards())


@pytest.mark.parametrize(
    ("kind", "diamond", "dashed"),
    [("sequence", False, False), ("choice", True, False), ("handover", False, True), ("loop", False, False)],
)
def test_kinds_of_paths_differ_without_colour(kind: PathKind, diamond: bool, dashed: bool) -> None:
    drawn = outlines(laid_out(ModelPath(id="way", source="x00", target="x10", kind=kind)))
    assert any(item.outline is dot_outline("diamond") for item in drawn) == diamond
    assert any(item.dash == HANDOVER_DASH for item in drawn) == dashed


@pytest.mark.parametrize("target", ["x10", "x30"])
@pytest.mark.parametrize("condition", ["", "if content"])
def test_the_path_of_a_persona_bears_the_sign_and_colour_of_her_curve(target: str, condition: str) -> None:
    project = project_of(ModelPath(id="way", source="x00", target=target, persona="tom", condition=condition))
    project = project.evolve(personas=(Persona(id="eva", name="Eva"), Persona(id="tom", name="Tom")))
    look = curve_look(1, "")
    drawn = outlines(Layouter().layout(project, "map"))
    assert any(item.outline is dot_outline(look.dot) and item.stroke == look.color for item in drawn)
    assert any(item.outline is arrow_outline("right") and item.fill == look.color for item in drawn)


def test_paths_that_leave_one_column_do_not_lie_on_each_other() -> None:
    layout = laid_out(ModelPath(id="one", source="x00", target="x30"), ModelPath(id="two", source="x01", target="y30"))
    upright = [{a[0] for a, b in pairwise(line.corners) if a[0] == b[0]} for line in layout.lines]
    assert not upright[0] & upright[1]


def test_a_line_that_only_moves_down_keeps_its_ink() -> None:
    project = project_of(
        ModelPath(id="below", source="y00", target="y10", kind="sequence"),
        ModelPath(id="across", source="x00", target="y10", kind="sequence"),
    )
    layouter = Layouter()
    before = layouter.layout(project, "map")
    journey = project.maps[0]
    above = journey.lanes[0]
    taller = above.evolve(height=before.rows[1].h + 40.0)
    after = layouter.layout(project.evolve(maps=(journey.evolve(lanes=(taller, *journey.lanes[1:])),)), "map")
    old, new = drawing(before, "below"), drawing(after, "below")
    assert new.y - old.y == pytest.approx(40.0)
    assert new.has_ink_of(old)
    across_old, across_new = drawing(before, "across"), drawing(after, "across")
    assert not across_new.has_ink_of(across_old), "one of its ends stayed where it was"
    anew = Layouter().layout(project.evolve(maps=(journey.evolve(lanes=(taller, *journey.lanes[1:])),)), "map")
    assert [line.corners for line in after.lines] == [line.corners for line in anew.lines]


def test_a_condition_between_neighbours_is_not_cut_though_its_line_is_short() -> None:
    words = "if the first talk went well for both"
    layout = laid_out(ModelPath(id="p", source="x01", target="x11", condition=words, kind="choice"))
    line = next(line for line in layout.lines if line.id == "p")
    x, _, w, _ = line.label
    assert layout.shortened == ()
    assert w > abs(line.corners[0][0] - line.corners[-1][0])
    assert x >= layout.columns[0].x
    assert x + w <= layout.columns[-1].x + layout.columns[-1].w


def test_lines_that_cross_a_condition_run_behind_it() -> None:
    words = "if the first talk went well for both"
    layout = laid_out(
        ModelPath(id="worded", source="x01", target="x11", condition=words),
        ModelPath(id="plain", source="y00", target="x10"),
    )
    drawn = [
        item.tag.id for item in layout.root.items if isinstance(item, Group) and item.tag and item.tag[0] == "path"
    ]
    assert drawn == ["plain", "worded"]
