"""A map laid out: things stand where they belong, grow with their content; relayout gives what a fresh layout gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.edit.cards import add_card, delete_cards, move_cards, set_card
from journey_editor.edit.lanes import move_lane, set_lane
from journey_editor.edit.phases import move_phase, set_phase
from journey_editor.layout import look
from journey_editor.layout.compare import changed
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Image, Outline, Path, Rect
from journey_editor.layout.result import Layout
from journey_editor.model.cards import Picture
from journey_editor.model.ids import counting_ids
from journey_editor.model.paths import Counterpart
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from tests import builders
from tests.drawn import flat


def ink(layout: Layout) -> list[object]:
    """All that is drawn, where it is drawn, to the millionth of a point; outlines by their steps."""
    drawn: list[object] = []
    for item, x, y in flat(layout.root.items):
        fields = tuple(v.steps if isinstance(v, Outline) else v for v in item if not isinstance(v, tuple) or not v or v)
        drawn.append((type(item).__name__, round(x, 6), round(y, 6), _rounded(fields)))
    return drawn


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, tuple):
        return tuple(_rounded(item) for item in value)
    return value


def words(layout: Layout) -> str:
    return " ".join(item.text for item, _, _ in flat(layout.root.items) if isinstance(item, GlyphRun))


def laid_out(project: Project, **options: object) -> Layout:
    return Layouter().layout(project, project.maps[0].id, **options)  # type: ignore[arg-type]


def test_every_kind_of_lane_and_card_is_drawn() -> None:
    layout = laid_out(builders.everything())
    drawn = words(layout)
    for word in ("Kauf", "Website", "Ladezeit", "Laden", "schön", "NPS", "froh", "wenn", "Sichtbarkeitslinie"):
        assert word in drawn
    kinds = {type(item) for item, _, _ in flat(layout.root.items)}
    assert {Rect, Path, GlyphRun, Image} <= kinds
    assert [row.lane for row in layout.rows][:3] == ["ln-online", "", "ln-offline"]


def test_the_map_is_drawn_in_the_language_asked_for() -> None:
    project = builders.everything()
    german, english = words(laid_out(project)), words(laid_out(project, language="en"))
    assert "Kauf" in german
    assert "Purchase" not in german
    assert "Purchase" in english
    assert "Loading time" in english
    assert "if unsure" in english
    assert "Line of visibility" in english


def test_cards_stand_in_their_cell_and_never_overlap() -> None:
    project = builders.everything()
    layout = laid_out(project)
    for lane, step, card in all_cards(project.maps[0]):
        cell, box = layout.cell(lane.id, step), layout.card(card.id)
        assert cell is not None
        assert box is not None
        assert cell.x < box.x
        assert box.x + box.w < cell.x + cell.w
        assert cell.y < box.y
        assert box.y + box.h <= cell.y + cell.h
    boxes = list(layout.cards())
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a.x + a.w <= b.x or b.x + b.w <= a.x or a.y + a.h <= b.y or b.y + b.h <= a.y


def test_a_card_grows_with_its_text_and_so_does_its_row() -> None:
    project = builders.two_by_two()
    before = laid_out(project)
    longer = set_card(project, "a1", description="Donaudampfschifffahrtsgesellschaft " * 8)
    after = laid_out(longer)
    was, now = before.card("a1"), after.card("a1")
    assert was
    assert now
    assert now.h > was.h + 30
    row_was, row_now = before.row("a"), after.row("a")
    assert row_was
    assert row_now
    assert row_now.h - row_was.h == pytest.approx(now.h - was.h)
    assert after.height > before.height


@pytest.mark.parametrize(
    "text", ["x" * 5000, "Wort " * 2000, "العربية " * 50, "日本語" * 200, "\N{WAVING HAND SIGN}" * 300]
)
def test_no_text_reaches_beyond_its_card(text: str) -> None:
    layout = laid_out(set_card(builders.two_by_two(), "a1", title=text, description=text))
    box = layout.card("a1")
    assert box is not None
    for item, x, y in flat(layout.root.items):
        if isinstance(item, GlyphRun) and box.x <= x + item.x <= box.x + box.w and box.y <= y + item.y <= box.y + box.h:
            assert x + item.x + item.advance <= box.x + box.w + 0.01


def test_columns_fill_a_given_width() -> None:
    project = builders.two_by_two()
    assert laid_out(project, columns=900.0).width == pytest.approx(900.0)
    narrow = laid_out(project, columns=200.0)
    assert all(column.w >= 96.0 for column in narrow.columns)


def test_a_map_without_phases_or_lanes_can_be_laid_out() -> None:
    for journey in (
        builders.journey(),
        builders.journey([builders.phase("p")]),
        builders.journey(lanes=[builders.lane("emotion", "e")]),
    ):
        layout = laid_out(builders.project(journey))
        assert layout.width > 0
        assert layout.height > 0


def test_hidden_lanes_and_phases_leave_no_trace() -> None:
    project = builders.two_by_two()
    hidden = set_lane(set_phase(project, "p1", hidden=True), "n", hidden=True)
    layout = laid_out(hidden)
    assert layout.row("n") is None
    assert [column.step for column in layout.columns] == ["s3"]
    assert layout.card("a1") is None
    assert layout.card("a3") is not None


def test_an_edit_of_one_card_keeps_all_other_blocks() -> None:
    project = builders.large(lanes=4, steps=6, cards=3)
    layouter = Layouter()
    before = layouter.layout(project, "map")
    after = layouter.layout(set_card(project, "c1-2-1", title="Anders"), "map")
    same = {row.lane for row, was in zip(after.rows, before.rows, strict=True) if row.block is was.block}
    assert same == {"", "l0", "l2", "l3"}
    areas = changed(before, after)
    box = after.card("c1-2-1")
    assert box is not None
    assert len(areas) == 2
    assert all(abs(area[0] + 1.0 - box.x) < 0.01 and abs(area[1] + 1.0 - box.y) < 0.01 for area in areas)


def test_the_same_project_gives_the_very_same_blocks() -> None:
    project = builders.everything()
    layouter = Layouter()
    first, second = layouter.layout(project, "mp-one"), layouter.layout(project, "mp-one")
    assert changed(first, second) == []
    assert all(a.block is b.block for a, b in zip(first.rows, second.rows, strict=True))


def edited(project: Project, choice: int, number: int) -> Project:
    """One of a few edits, on whichever card, lane or phase the number picks."""
    journey = project.maps[0]
    cards = [card.id for _, _, card in all_cards(journey)]
    lanes = [lane for lane in journey.lanes if lane.kind == "touchpoints"]
    lane, phase = lanes[number % len(lanes)], journey.phases[number % len(journey.phases)]
    match choice:
        case 0 if cards:
            return set_card(project, cards[number % len(cards)], tags=(f"t{number}",))
        case 1:
            return add_card(
                project, lane.id, phase.steps[0].id, new=counting_ids(10_000 + number), title=f"Neu {number}"
            )[0]
        case 2 if cards:
            return delete_cards(project, (cards[number % len(cards)],))
        case 3:
            touchpoints = [card.id for held, _, card in all_cards(journey) if held.kind == "touchpoints"]
            return (
                move_cards(project, (touchpoints[number % len(touchpoints)],), lane.id, phase.steps[-1].id, None)
                if touchpoints
                else project
            )
        case 4:
            return move_phase(project, phase.id, None)
        case 5:
            return move_lane(project, lane.id, None)
        case _:
            return set_phase(project, phase.id, title=f"Phase {number}", goal="Ziel " * (number % 9))


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 50)), max_size=8))
def test_relayout_after_any_edits_equals_a_fresh_layout(edits: list[tuple[int, int]]) -> None:
    project = builders.everything()
    layouter = Layouter()
    layouter.layout(project, "mp-one")
    for place, (choice, number) in enumerate(edits):
        project = edited(project, choice, number + 100 * place)
        kept, fresh = layouter.layout(project, "mp-one"), laid_out(project)
        assert ink(kept) == ink(fresh)
        assert kept.lines == fresh.lines
        for box in fresh.cards():
            assert kept.card(box.id) == box
            assert list(kept.points_of(box.id)) == [
                (row, p) for row in kept.rows for p in row.block.points if p.id == box.id
            ]


def test_a_folded_phase_keeps_one_narrow_column_with_the_number_of_its_cards() -> None:
    project = builders.two_by_two()
    open_map, folded = laid_out(project), laid_out(set_phase(project, "p1", collapsed=True))
    assert [column.step for column in folded.columns] == ["s1", "s3"]
    assert folded.columns[0].folds == ("s1", "s2")
    assert folded.columns[0].w < open_map.columns[0].w
    assert folded.card("a1") is None
    assert folded.card("a3") is not None
    assert "2 Karten" in words(folded)
    assert "1 Karte" in words(folded)


def test_relayout_after_folding_and_unfolding_equals_a_fresh_layout() -> None:
    project = builders.everything()
    layouter = Layouter()
    layouter.layout(project, "mp-one")
    for state in (True, False):
        project = set_phase(project, "ph-before", collapsed=state)
        assert ink(layouter.layout(project, "mp-one")) == ink(laid_out(project))


def test_columns_and_heads_keep_a_readable_width_whatever_a_file_says() -> None:
    """Ink beside its own column would stay on the canvas when the card changes."""
    project = builders.everything()
    journey = project.maps[0]
    tiny = project.evolve(
        maps=(
            journey.evolve(
                theme=journey.theme.evolve(column=1, head=2),
                phases=tuple(p.evolve(steps=tuple(s.evolve(width=3) for s in p.steps)) for p in journey.phases),
            ),
        )
    )
    laid_out = Layouter().layout(tiny, journey.id)
    assert all(column.w >= look.LEAST_COLUMN for column in laid_out.columns)
    assert laid_out.head >= look.LEAST_HEAD
    for row in laid_out.rows:
        for cell in row.block.cells:
            for card in cell.block.cards:
                for item, x, _ in flat(card.block.group.items):
                    if isinstance(item, GlyphRun):
                        assert x + item.x + item.advance <= card.block.w + 0.01, (card.block.id, item.text)


def icons(layout: Layout, card: str) -> int:
    """How many outlines a card is drawn with."""
    block = layout.card_block(card)
    assert block is not None
    return sum(isinstance(item, Path) for item, _, _ in flat((block.group,)))


def test_a_touchpoint_without_a_channel_is_marked_by_the_side_of_its_lane() -> None:
    project = builders.project(
        builders.journey(
            [builders.phase("p1", "s1")],
            [
                builders.lane("touchpoints", "up", {"s1": [builders.tp("w", mode="online")]}),
                builders.lane("touchpoints", "low", {"s1": [builders.tp("a"), builders.tp("b")]}, mode="offline"),
            ],
            counterparts=(Counterpart(id="cp", source="b", target="w"),),
        )
    )
    layouter = Layouter()
    alone = layouter.layout(project, "map")
    assert icons(alone, "a") == icons(alone, "b") + 1, "the one that has no counterpart says so"
    plain = set_lane(project, "low", mode="")
    again = layouter.layout(plain, "map")
    assert icons(again, "a") == icons(again, "b")
    assert ink(again) == ink(Layouter().layout(plain, "map"))
    moved = move_cards(project, ["a"], "up", "s1")
    assert ink(layouter.layout(moved, "map")) == ink(Layouter().layout(moved, "map"))


def test_a_picture_without_an_image_is_an_empty_frame_with_its_words_below() -> None:
    rows = [builders.lane("images", "i", {"ps": [Picture(id="x", text="Anna wartet"), Picture(id="y")]})]
    layout = laid_out(builders.project(builders.journey([builders.phase("p")], rows)))
    dashed = [item for item, _, _ in flat(layout.root.items) if isinstance(item, Rect) and item.dash]
    assert len(dashed) == 2
    assert "Anna wartet" in words(layout)
    one, other = layout.cards_in("i", "ps")
    assert one.h > other.h > 30
