"""Maps on several pages: every card once and whole, within the margins, at one scale, with heads and band on each."""

from __future__ import annotations

from typing import Any

import pytest

from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun
from journey_editor.layout.legend import legend
from journey_editor.layout.pages import Page, pages, setting_for
from journey_editor.layout.paper import sheets
from journey_editor.layout.parting import Unit, by_lanes, by_phases, by_width, evenly
from journey_editor.layout.scaling import runs
from journey_editor.model.cards import Emotion, Measure, Metric
from journey_editor.model.paths import Path
from journey_editor.model.project import Persona, Project
from journey_editor.model.queries import shown_cards
from journey_editor.model.style import PageSetup
from tests.builders import everything, journey, lane, phase, project, tp
from tests.layout.measured import groups, ids, inks, said, spelled

FITS = [
    {"fit": "page"},
    {"fit": "phases", "phases_each": 1},
    {"fit": "phases", "phases_each": 3},
    {"fit": "lanes", "lanes_each": 2},
    {"fit": "pages", "pages_wide": 3},
    {"fit": "natural"},
    {"fit": "readable", "type_least": 11},
]


def cards_on(page: Page) -> list[str]:
    return ids(page, "card")


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
    whole = {g.id: g.group.items[0].fill for g in groups(pages(made, "map").pages[0], "phase")}  # type: ignore[union-attr]
    for page in pages(made, "map", PageSetup(fit="phases")).pages:
        for one in groups(page, "phase"):
            assert one.group.items[0].fill == whole[one.id]  # type: ignore[union-attr]


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
        (drawn,) = groups(page, "map")
        last = drawn.group.items[-1]
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


def ways(count: int, title: str = "Besuch") -> Project:
    """A card in phase "a" with so many paths to cards in phase "b"."""
    cards = {"as": [tp("one", "Suche")], "bs": [tp(f"t{n}", title) for n in range(count)]}
    paths = tuple(Path(id=f"w{n}", source="one", target=f"t{n}", condition=f"Fall {n}") for n in range(count))
    return project(journey([phase("a"), phase("b")], [lane("touchpoints", "l", cards)], paths=paths))


def test_the_letters_of_many_paths_at_one_card_are_all_to_be_read() -> None:
    first = pages(ways(9), "map", PageSetup(paper="A4", fit="phases", columns="screen"), "de").pages[0]
    (words,) = (words.replace("\N{NO-BREAK SPACE}", " ") for words in said(first, "connector"))
    assert all(f"{letter} " in words for letter in "ABCDEFGHI")
    assert "…" not in words


def test_on_a_narrow_card_the_title_gives_way_and_not_the_page() -> None:
    made = ways(1, "Besuch in der Werkstatt am Rand der Stadt")
    narrow = made.maps[0].evolve(theme=made.maps[0].theme.evolve(column=60.0))
    first, second = pages(project(narrow), "map", PageSetup(fit="phases", columns="screen"), "de").pages[:2]
    assert said(first, "connector")[0].replace(" ", "") == "A→2:Fall0"
    assert said(second, "connector")[0].startswith("A von Seite 1")


def test_the_condition_of_a_path_that_crosses_pages_is_told_with_it_or_behind() -> None:
    short, several = ways(1, "Ja"), ways(2)
    assert said(pages(short, "map", PageSetup(fit="phases"), "de").pages[0], "connector") == [
        "A weiter auf Seite 2: Fall 0"
    ]
    composed = pages(several, "map", PageSetup(fit="phases"), "de")
    assert set(composed.shortened) == {"w0", "w1"}
    told = " ".join(" ".join(run.text for run in runs(composed.pages[-1].root.items)).split())
    assert "Suche → Besuch Fall 0" in told
    assert "Fall 1" in told


def test_a_map_without_a_title_says_on_further_pages_which_part_they_are() -> None:
    for page in pages(plain(3, 1, 1), "map", PageSetup(fit="phases"), "de").pages:
        assert min(box.top for _, box in inks(page.root.items)) > 12 * 72 / 25.4 - 0.5


@pytest.mark.parametrize("paper", [{"paper": "A5"}, {"paper": "custom", "width": 90, "height": 90, "margin": 18}])
def test_words_without_end_above_a_map_leave_it_room_and_stand_behind_in_full(paper: dict[str, Any]) -> None:
    title, goal = "Ein Titel ohne Ende " * 60, "Ein Ziel ohne Ende " * 60
    eva = Persona(id="pe", name="Eva", role="Kundin " * 40)
    base = journey([phase("a")], [lane("touchpoints", "l", {"as": [tp("one")]})], title=title, goal=goal)
    composed = pages(project(base, personas=(eva,), author="Petra " * 30), "map", PageSetup(**paper), "de")
    page, *behind = composed.pages
    (drawn,) = groups(page, "map")
    assert drawn.box.bottom < page.height
    assert {"map", "map.title", "project", "pe"} <= set(composed.shortened)
    told = [spelled(one.root) for one in behind]
    for words in (title, goal, "Petra " * 30, "Kundin " * 40):
        assert sum(letters["E"] + letters["P"] + letters["K"] for letters in told) >= words.count(words[0])


def test_on_a_long_strip_the_title_is_no_larger_than_the_strip_can_bear() -> None:
    made = plain(1, 1, 1)
    made = made.evolve(maps=(made.maps[0].evolve(title="Karte"),))
    page = pages(made, "map", PageSetup(paper="custom", width=3000, height=250), "de").pages[0]
    assert max(run.size for one in groups(page, "title") for run in runs(one.group.items)) < 40


def test_narrow_paper_has_legend_and_footer_side_by_side() -> None:
    names = ("Eva", "Tom", "שלום", "Unendlich " * 9, "Kim")
    people = tuple(Persona(id=f"pe{n}", name=name, role="x") for n, name in enumerate(names))
    felt = [tp(f"t{n}", emotions=(Emotion(persona=f"pe{n}", value=1.0),)) for n in range(5)]
    rows = [lane("touchpoints", "l", {"as": felt}), lane("emotion", "e")]
    made = project(journey([phase("a")], rows), title="Haus", personas=people, modified="2026-03-22T14:05:00Z")
    setup = PageSetup(paper="custom", width=100, height=300, margin=23)
    for page in pages(made, "map", setup, "de").pages:
        boxes = [box for part in groups(page, "legend", "footer") for item, box in part.drawn() if _is_run(item)]
        assert not any(a.meets(b, 1.0) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_legend_with_a_line_for_each_entry_comes_to_an_end() -> None:
    made = plain(1, 1, 1)
    drawn, height = legend(setting_for(made, "de", Layouter(), sheets(PageSetup())[0]), made.maps[0], 10.0)
    assert spelled(drawn)
    assert height > 0


def _is_run(item: object) -> bool:
    return isinstance(item, GlyphRun)


def test_figures_and_calls_stay_on_their_cards_however_wide_they_are() -> None:
    huge = Metric(name="Umsatz " * 9, value=1e15, target=-123456789.0125, unit="Kundendatenmanagementsysteme")
    call = tp("call", "Karte", call_to_action="Kundendatenmanagementsystem" * 4)
    rows = [lane("metrics", "m", {"as": [Measure(id="ms", metric=huge)]}), lane("touchpoints", "l", {"as": [call]})]
    base = journey([phase("a")], rows)
    narrow = base.evolve(theme=base.theme.evolve(column=60.0))
    (page,) = pages(project(narrow), "map", PageSetup(columns="screen"), "de").pages
    for card in groups(page, "card"):
        assert all(card.box.holds(box, card.group.bleed) for _, box in card.drawn()), card.id
