"""Maps on several pages: every card once and whole, within the margins, at one scale, with heads and band on each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_editor.layout.drawlist import GlyphRun, Group, Item, Rect
from journey_editor.layout.pages import Page, pages
from journey_editor.layout.parting import Unit, by_lanes, by_phases, by_width, evenly
from journey_editor.layout.scaling import runs
from journey_editor.model.cards import Emotion
from journey_editor.model.paths import Path
from journey_editor.model.project import Persona, Project
from journey_editor.model.queries import shown_cards
from journey_editor.model.style import PageSetup
from tests.builders import everything, journey, lane, note, phase, project, tp
from tests.drawn import flat

MM = 72 / 25.4
TEXTS = st.sampled_from(
    ["", "Kurz", "Ein längerer Satz über das Haus. " * 4, "Kundendatenmanagementsystem", "日本語の文章",
     "مرحبا بالعالم", "<b>fett</b> 🏠", "Wort " * 120]
)  # fmt: skip
FITS = [
    {"fit": "page"},
    {"fit": "phases", "phases_each": 1},
    {"fit": "phases", "phases_each": 3},
    {"fit": "lanes", "lanes_each": 2},
    {"fit": "pages", "pages_wide": 3},
    {"fit": "natural"},
    {"fit": "readable", "type_least": 11},
]


def groups(page: Page, kind: str) -> list[tuple[Group, float, float]]:
    def inside(items: tuple[Item, ...], x: float, y: float) -> Iterator[tuple[Group, float, float]]:
        for item in items:
            if isinstance(item, Group):
                if item.tag is not None and item.tag.kind == kind:
                    yield item, x + item.x, y + item.y
                yield from inside(item.items, x + item.x, y + item.y)

    return list(inside((page.root,), 0.0, 0.0))


def said(page: Page, kind: str) -> list[str]:
    return [" ".join(run.text for run in runs(group.items)) for group, _, _ in groups(page, kind)]


def cards_on(page: Page) -> list[str]:
    return [group.tag.id for group, _, _ in groups(page, "card") if group.tag is not None]


@st.composite
def maps(draw: st.DrawFn) -> Project:
    phases = [
        phase(f"p{n}", *[f"p{n}s{m}" for m in range(draw(st.integers(1, 3)))], goal=draw(TEXTS))
        for n in range(draw(st.integers(1, 12)))
    ]
    steps = [step.id for one in phases for step in one.steps]
    lanes = []
    for n in range(draw(st.integers(1, 20))):
        kind = draw(st.sampled_from(["touchpoints", "notes", "text", "separator"]))
        cells: dict[str, list[Any]] = {}
        if kind != "separator":
            for step in draw(st.sets(st.sampled_from(steps), max_size=3)):
                keys = [f"c{n}-{step}-{m}" for m in range(draw(st.sampled_from([1, 2, 5, 30])))]
                text = draw(TEXTS)
                cells[step] = [
                    tp(key, "Karte", description=text) if kind == "touchpoints" else note(key, text) for key in keys
                ]
        lanes.append(lane(kind, f"l{n}", cells, title=draw(TEXTS)[:40]))  # type: ignore[arg-type]
    below = draw(st.sampled_from(["", *(one.id for one in lanes)]))
    ids = [card.id for one in lanes for cell in getattr(one, "cells", ()) for card in cell.cards]
    paths = []
    if len(ids) > 1:
        ends = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=4, unique=True))
        paths = [Path(id=f"w{n}", source=a, target=b) for n, (a, b) in enumerate(ends) if a != b]
    return project(journey(phases, lanes, band_below=below, paths=tuple(paths), title="Karte"))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(maps(), st.sampled_from(FITS), st.sampled_from(["A5", "A4", "A3", "A0", "Letter"]), st.booleans())
def test_no_card_is_cut_lost_or_printed_twice(made: Project, fit: dict[str, Any], paper: str, screen: bool) -> None:
    setup = PageSetup(paper=paper, columns="screen" if screen else "fill", **fit)  # type: ignore[arg-type]
    composed = pages(made, "map", setup, "de")
    count = len([page for page in composed.pages if groups(page, "map")])
    printed = [card for page in composed.pages[:count] for card in cards_on(page)]
    assert sorted(printed) == sorted(card.id for card in shown_cards(made.maps[0]))
    margin, numbers = 12 * MM, []
    for page in composed.pages:
        numbers += said(page, "footer")
        for item, x, y in flat(page.root.items):
            if isinstance(item, GlyphRun):
                assert item.size >= composed.smallest
                assert x + item.x >= margin - 0.2
                assert x + item.x + item.advance <= page.width - margin + 0.2
                assert margin - 0.2 <= y + item.y <= page.height - margin + 0.2
            elif isinstance(item, Rect):
                assert x + item.x >= margin - 1.5
                assert x + item.x + item.w <= page.width - margin + 1.5
                assert margin - 1.5 <= y + item.y
                assert y + item.y + item.h <= page.height - margin + 1.5
    for page in composed.pages[:count]:
        (foot,) = [y for _, _, y in groups(page, "footer")]
        assert all(y + group.h <= foot + 0.2 for group, _, y in groups(page, "card"))
    assert [f"Seite {n} von {len(composed.pages)}" in words for n, words in enumerate(numbers, 1)] == [True] * len(
        composed.pages
    )


def plain(phases: int, lanes: int, cards: int) -> Project:
    """Phases of one step, with so many cards in each cell."""
    keys = [f"p{n}" for n in range(phases)]
    rows = [
        lane("touchpoints", f"l{n}", {f"{key}s": [tp(f"{key}-{n}-{m}") for m in range(cards)] for key in keys})
        for n in range(lanes)
    ]
    return project(journey([phase(key) for key in keys], rows))


def test_phases_a_page_repeat_band_and_heads_and_say_which_part_they_are() -> None:
    composed = pages(plain(5, 3, 2), "map", PageSetup(paper="A4", fit="phases", phases_each=2), "de")
    assert len(composed.pages) == 3
    for page, number, phases in zip(
        composed.pages, (1, 2, 3), ("Phasen 1 bis 2", "Phasen 3 bis 4", "Phase 5"), strict=True
    ):
        assert len(groups(page, "head")) == 3
        assert len(groups(page, "phase")) == (1 if number == 3 else 2)
        assert f"Teil {number} von 3 · {phases} von 5" in " ".join(run.text for run in runs(page.root.items))


def test_phases_keep_the_colour_that_they_have_on_the_whole_map() -> None:
    made = plain(5, 1, 1)
    whole = {g.tag.id: g.items[0].fill for g, _, _ in groups(pages(made, "map").pages[0], "phase") if g.tag}  # type: ignore[union-attr]
    for page in pages(made, "map", PageSetup(fit="phases")).pages:
        for group, _, _ in groups(page, "phase"):
            assert group.tag is not None
            assert group.items[0].fill == whole[group.tag.id]  # type: ignore[union-attr]


def test_what_would_be_smaller_than_on_screen_goes_on_over_pages_that_are_about_equally_full() -> None:
    composed = pages(plain(3, 14, 6), "map", PageSetup(paper="A4", fit="phases"), "de")
    assert composed.smallest >= 7.99
    counts = [len(groups(page, "head")) for page in composed.pages[:-1]]
    assert len(composed.pages) > 3
    assert min(counts) >= 2


def test_a_path_that_crosses_a_page_has_the_same_letter_at_both_ends() -> None:
    cards = {"as": [tp("one", "Suche")], "bs": [tp("two", "Besuch")]}
    base = journey(
        [phase("a"), phase("b")], [lane("touchpoints", "l", cards)], paths=(Path(id="w", source="one", target="two"),)
    )
    first, second = pages(project(base), "map", PageSetup(fit="phases"), "de").pages
    assert said(first, "connector") == ["A weiter auf Seite 2: Besuch"]
    assert said(second, "connector") == ["A von Seite 1: Suche"]
    assert not groups(pages(project(base), "map").pages[0], "connector")


def test_the_name_in_a_connector_is_cut_at_a_letter_and_no_sooner_than_it_must() -> None:
    cards = {"as": [tp("one", "Suche")], "bs": [tp("two", "Kundendatenmanagementsystemschulung " * 4)]}
    base = journey(
        [phase("a"), phase("b")], [lane("touchpoints", "l", cards)], paths=(Path(id="w", source="one", target="two"),)
    )
    first = pages(project(base), "map", PageSetup(paper="A5", orientation="portrait", fit="phases"), "de").pages[0]
    ((pill, _, _),) = groups(first, "connector")
    ((card, _, _),) = groups(first, "card")
    (words,) = said(first, "connector")
    assert words.startswith("A weiter auf Seite 2: Kundendaten")
    assert words.endswith("…")
    assert card.w * 0.9 < pill.w <= card.w + 0.1


def test_a_curve_goes_on_to_the_edge_of_its_page() -> None:
    felt = [tp(key, emotions=(Emotion(persona="pe", value=value),)) for key, value in (("one", 2.0), ("two", -2.0))]
    rows = [lane("touchpoints", "l", {"as": [felt[0]], "bs": [felt[1]]}), lane("emotion", "e")]
    made = project(journey([phase("a"), phase("b")], rows), personas=(Persona(id="pe", name="Eva"),))
    for page in pages(made, "map", PageSetup(fit="phases")).pages:
        (drawn,) = [group for group, _, _ in groups(page, "map")]
        last = drawn.items[-1]
        (_, x, y), (_, to_x, to_y) = last.outline.steps  # type: ignore[union-attr]
        assert to_x - x > 50
        assert y != to_y


def test_groups_of_lanes_do_not_span_the_phase_band() -> None:
    rows = [lane("touchpoints", f"l{n}") for n in range(6)]
    base = journey([phase("a")], rows, band_below="l1")
    assert [[one.id for one in part.lanes] for part in by_lanes(base, 4)] == [["l0", "l1"], ["l2", "l3", "l4", "l5"]]


def test_no_group_of_lanes_is_left_with_a_lonely_one() -> None:
    base = journey([phase("a")], [lane("touchpoints", f"l{n}") for n in range(5)])
    assert [len(part.lanes) for part in by_lanes(base, 4)] == [3, 2]


def test_widths_are_shared_evenly_between_phases() -> None:
    assert [len(group) for group in evenly([Unit((str(n),), 10.0) for n in range(5)], 2)] == [3, 2]
    base = plain(6, 1, 1).maps[0]
    assert [len(part.phases) for part in by_width(base, 3)] == [2, 2, 2]
    assert [len(part.phases) for part in by_phases(base, 4)] == [4, 2]


def test_readable_type_is_as_large_as_wanted_on_no_more_pages_than_phases_or_lanes_would_take() -> None:
    made = plain(5, 4, 2)
    for least in (8, 12, 20):
        composed = pages(made, "map", PageSetup(paper="16:9", fit="readable", type_least=least), "de")
        assert composed.smallest >= least
        for page in composed.pages:
            assert all(run.size >= least for run in runs(page.root.items))
    few = pages(made, "map", PageSetup(paper="16:9", fit="readable", type_least=8), "de")
    assert len(few.pages) < len(composed.pages)


def test_readable_type_gets_larger_where_that_takes_no_more_pages() -> None:
    (page,) = pages(plain(2, 1, 1), "map", PageSetup(fit="readable", type_least=8), "de").pages
    assert max(run.size for run in runs([g for g, _, _ in groups(page, "card")])) > 8.5 * 8 / 7 * 1.2


def test_paper_is_turned_for_the_parts_that_it_shows_and_not_for_the_whole() -> None:
    tall = plain(5, 14, 1)
    auto = PageSetup(paper="A4", orientation="auto", fit="phases")
    assert all(page.width < page.height for page in pages(tall, "map", auto, "de").pages)
    assert pages(plain(8, 2, 1), "map", auto.evolve(fit="page"), "de").pages[0].width > 800


def test_lanes_of_one_page_of_several_take_up_what_is_left_over() -> None:
    made = plain(2, 2, 1)
    wide = pages(made, "map", PageSetup(paper="A4", fit="phases"), "de")
    as_on_screen = pages(made, "map", PageSetup(paper="A4", fit="natural"), "de")

    def lane_height(page: Page) -> float:
        return max(group.h for group, _, _ in groups(page, "lane"))

    assert lane_height(wide.pages[1]) / wide.smallest > 1.3 * lane_height(as_on_screen.pages[0]) / as_on_screen.smallest
    assert len({round(lane_height(page), 1) for page in wide.pages[1:]}) == 1


@pytest.mark.parametrize("fit", FITS)
def test_the_map_with_everything_comes_on_pages_in_each_fit(fit: dict[str, Any]) -> None:
    composed = pages(everything(), "mp-one", PageSetup(paper="A4", **fit), "de")
    printed = [card for page in composed.pages for card in cards_on(page)]
    assert sorted(printed) == sorted(card.id for card in shown_cards(everything().maps[0]))
