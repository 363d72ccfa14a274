"""Worksheets: the map with empty ruled cells and the three questions, sized for a hand, on any paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Group, Link, Rect
from journey_editor.layout.pages import Page, pages, setting_for
from journey_editor.layout.paper import POINTS_PER_MM, sheets
from journey_editor.layout.scaling import runs
from journey_editor.layout.worksheet_columns import columns_by_sheet, visible_phases
from journey_editor.layout.worksheet_hand import Hand
from journey_editor.layout.worksheet_rows import WRITING_RULE
from journey_editor.model.cards import Touchpoint
from journey_editor.model.lanes import LaneKind
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import all_cards
from journey_editor.model.style import PageSetup
from journey_editor.storage.files import load
from tests.builders import journey, lane, phase, project, tp
from tests.drawn import flat

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted((ROOT / "resources" / "templates").glob("*.journey")),
    ROOT / "tests" / "data" / "brandt.journey",
    ROOT / "tests" / "data" / "everything.journey",
]
BRANDT = load(ROOT / "tests" / "data" / "brandt.journey").project
LONG = "Donaudampfschifffahrtsgesellschaftskapitän und noch viel mehr Worte, " * 40


def text_of(page: Page) -> str:
    return " ".join(run.text for run in runs(page.root.items)).replace("\u00ad", "").replace("\u00a0", " ")


def worksheet(project_: Project, map_id: str, language: str = "de", **setup: object) -> tuple[Page, ...]:
    return pages(project_, map_id, PageSetup(**{"paper": "A4", "worksheet": "map", **setup}), language).pages  # type: ignore[arg-type]


def assert_sound(made: tuple[Page, ...], margin: float = 12 * POINTS_PER_MM) -> None:
    """Nothing leaves the margins, nothing is smaller than 9 pt, nothing runs into the foot."""
    assert made
    for page in made:
        if not any(isinstance(i, Group) and i.tag is not None and i.tag.kind == "worksheet" for i in page.root.items):
            continue  # behind the worksheets
        assert min(run.size for run in runs(page.root.items)) >= 8.999
        foot = next(i for i in page.root.items if isinstance(i, Group) and i.tag is not None and i.tag.kind == "footer")
        for item, x, y in flat(tuple(i for i in page.root.items if i is not foot)):
            if isinstance(item, GlyphRun):
                assert x + item.x >= margin - 0.1
                assert x + item.x + item.advance <= page.width - margin + 0.6, item.text
                assert y + item.y <= foot.y, item.text
            elif isinstance(item, Rect):
                assert x + item.x >= margin - 0.6
                assert x + item.x + item.w <= page.width - margin + 0.6
                assert y + item.y + item.h <= foot.y


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("kind", ["map", "phases"])
@pytest.mark.parametrize("cards", [False, True], ids=["blank", "cards"])
def test_every_map_makes_sheets_that_a_hand_can_use(file: Path, kind: str, cards: bool) -> None:
    project_ = load(file).project
    for language, paper, orientation in (("de", "A4", "landscape"), ("en", "A3", "portrait")):
        made = worksheet(
            project_,
            project_.maps[0].id,
            language,
            worksheet=kind,
            worksheet_cards=cards,
            paper=paper,
            orientation=orientation,
        )
        assert_sound(made)
        for number, page in enumerate(made, start=1):
            of = f"Seite {number} von {len(made)}" if language == "de" else f"Page {number} of {len(made)}"
            assert of in text_of(page)
            if "Arbeitsblatt" in text_of(page) or "Worksheet" in text_of(page):
                assert ("Gruppe" if language == "de" else "Group") in text_of(page)
            else:
                assert number > 1


@pytest.mark.parametrize("paper", ["A5", "A2", "A0", "Letter", "16:9"])
def test_other_papers_do_too(paper: str) -> None:
    for orientation in ("portrait", "landscape"):
        for kind in ("map", "phases"):
            assert_sound(worksheet(BRANDT, "ma-mirror", paper=paper, orientation=orientation, worksheet=kind))


def test_a_strip_of_paper_is_written_on_like_any_other() -> None:
    for kind in ("map", "phases"):
        made = worksheet(BRANDT, "ma-mirror", paper="custom", width=3000, height=250, worksheet=kind)
        assert_sound(made)


def test_a_mirror_map_is_asked_for_offline_and_then_carried_over() -> None:
    first, second, third = (text_of(page) for page in worksheet(BRANDT, "ma-mirror"))
    assert "Arbeitsblatt 1: offline, Phase für Phase" in first
    assert "Nächste Sitzung: Arbeitsblatt 2: umlegen auf online" in first
    for word in ("Berührungspunkt", "1 Wo?", "2 Medien?", "3 Inhalte?", "Begeisterung", "vorhanden", "möglich", "+2"):
        assert word in first
    assert "Umlegen" not in first
    assert "Arbeitsblatt 2: umlegen auf online" in second
    assert "Umlegen" in second
    assert "Nächste Sitzung" not in second
    assert "Arbeitsblatt 3: Probleme, Chancen und Kennzahlen" in third


def test_a_blank_sheet_has_none_of_the_cards_and_a_filled_one_has_them_all() -> None:
    its = BRANDT.maps[0]
    blank = " ".join(map(text_of, worksheet(BRANDT, its.id)))
    for kind in ("map", "phases"):
        filled = " ".join(map(text_of, worksheet(BRANDT, its.id, worksheet=kind, worksheet_cards=True)))
        for _, _, card in all_cards(its):
            if isinstance(card, Touchpoint):
                title = card.title.replace("\u00ad", "")
                assert title in filled
                assert title not in blank


def test_sheets_by_phase_have_a_row_for_each_touchpoint_with_its_answers_and_room_to_add() -> None:
    made = worksheet(BRANDT, "ma-mirror", worksheet="phases", worksheet_cards=True)
    first = text_of(made[0])
    assert "Arbeitsblatt 1: Aufmerksam werden · offline" in first
    for word in ("Empfehlung von Freunden", "Privat", "Gespräch", "Erfahrung mit uns"):
        assert word in first
    assert first.count("vorhanden") > 2  # two touchpoints, and rows to fill in


def written_lines(page: Page) -> list[tuple[float, float, float]]:
    """Of each line to write on: x, y and width."""
    return [
        (x + item.x, y + item.y, item.w)
        for item, x, y in flat(page.root.items)
        if isinstance(item, Rect) and item.fill == WRITING_RULE
    ]


def test_lines_are_eight_millimetres_apart_or_nearly_so_and_long_enough_for_a_hand() -> None:
    for kind in ("map", "phases"):
        for page in worksheet(BRANDT, "ma-mirror", worksheet=kind):
            columns: dict[float, list[float]] = {}
            for x, y, width in written_lines(page):
                columns.setdefault(round(x, 1), []).append(y)
                if width > 60.0:
                    assert width >= 37 * POINTS_PER_MM
            steps = [b - a for ys in columns.values() for a, b in zip(sorted(ys), sorted(ys)[1:], strict=False)]
            assert min(steps) >= 7.3 * POINTS_PER_MM


def test_phases_are_spread_over_sheets_when_columns_would_get_too_narrow() -> None:
    wide = project(journey([phase(f"p{n}") for n in range(12)], [lane("touchpoints", "a")]))
    made = worksheet(wide, "map")
    assert len(made) == 3
    assert "(1 von 3)" in text_of(made[0])
    for page in made:
        assert max(width for _, _, width in written_lines(page)) >= 40 * POINTS_PER_MM


def test_columns_are_parted_between_phases_where_that_is_possible() -> None:
    four = (phase("a", "a1", "a2"), phase("b", "b1", "b2"), phase("c", "c1", "c2"), phase("d"))
    parts = columns_by_sheet(four, 5)
    assert [[column.step.id for column in part] for part in parts] == [
        [step.id for one in four[:2] for step in one.steps],
        [step.id for one in four[2:] for step in one.steps],
    ]
    long = phase("e", *(f"e{n}" for n in range(7)))
    assert [len(part) for part in columns_by_sheet((long,), 5)] == [4, 3]


@pytest.mark.parametrize("its", [journey([], []), journey([phase("p")], []), journey([phase("p", hidden=True)], [])])
def test_a_map_without_anything_asks_for_touchpoints_none_the_less(its: JourneyMap) -> None:
    for kind in ("map", "phases"):
        made = worksheet(project(its), "map", worksheet=kind)
        assert_sound(made)
        assert "1 Wo?" in text_of(made[0])


def test_every_lane_that_is_not_hidden_is_asked_for() -> None:
    kinds = ("notes", "text", "metrics", "images", "channels", "emotion")
    rows = [lane(kind, kind, title=f"Spur {kind}") for kind in kinds]
    its = journey([phase("p"), phase("q")], [*rows, lane("notes", "no", title="Verborgen", hidden=True)])
    for kind in ("map", "phases"):
        said = " ".join(map(text_of, worksheet(project(its), "map", worksheet=kind)))
        for one in kinds:
            assert f"Spur {one}" in said
        assert "Verborgen" not in said


def test_endless_words_neither_leave_the_sheet_nor_take_all_of_it() -> None:
    cards = [tp(f"t{n}", title=LONG, where=LONG, content=LONG) for n in range(30)]
    its = journey(
        [phase("p").evolve(title=LONG[:200]), phase("q")], [lane("touchpoints", "a", {"ps": cards}, title=LONG[:120])]
    )
    for kind in ("map", "phases"):
        for setup in ({}, {"orientation": "portrait"}):
            made = pages(
                project(its),
                "map",
                PageSetup(paper="A4", worksheet=kind, worksheet_cards=True, **setup),  # type: ignore[arg-type]
            )
            sheets_ = tuple(page for page in made.pages if "Arbeitsblatt" in text_of(page))
            assert_sound(sheets_)
            assert set(made.shortened) == {card.id for card in cards}
            # What is cut there stands behind in full.
            assert len(made.pages) > len(sheets_)


def test_a_hand_is_no_larger_on_a3_but_a_poster_is_written_on_with_markers() -> None:
    hands = []
    for paper in ("A4", "A3", "A0"):
        sheet = sheets(PageSetup(paper=paper))[0]  # type: ignore[arg-type]
        hands.append(Hand.of(setting_for(BRANDT, "de", Layouter(), sheet), sheet))
    a4, a3, a0 = hands
    assert a4.pitch == a3.pitch == pytest.approx(8 * POINTS_PER_MM)
    assert a3.columns > a4.columns
    assert a0.pitch > 2 * a4.pitch
    assert len(visible_phases(BRANDT.maps[0])) == a4.columns


KINDS: tuple[LaneKind, ...] = ("touchpoints", "notes", "text", "metrics", "images", "emotion", "channels", "separator")
WORDS = ("Messe", "Kund*innen beraten", "رسالة", "見積もり", "Sehr " * 30 + "lang", "Wort" * 40)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_card_is_lost_printed_twice_or_outside_on_the_worksheets_of_any_map(data: st.DataObject) -> None:
    phases = [
        phase(f"p{n}", *(f"s{n}-{k}" for k in range(data.draw(st.integers(1, 3)))))
        for n in range(data.draw(st.integers(1, 12)))
    ]
    steps = [step.id for one in phases for step in one.steps]
    rows, count = [], 0
    for n, kind in enumerate(data.draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5))):
        cells = {}
        for step in steps if kind == "touchpoints" else ():
            some = data.draw(st.integers(0, 4))
            cells[step] = [
                tp(f"t{count + k}", f"N{count + k}x {data.draw(st.sampled_from(WORDS))}", where="Ort")
                for k in range(some)
            ]
            count += some
        mode = data.draw(st.sampled_from(("", "online", "offline")))
        rows.append(lane(kind, f"l{n}", {step: cards for step, cards in cells.items() if cards} or None, mode=mode))
    its = project(journey(phases, rows, band_below=data.draw(st.sampled_from(("", "l0")))))
    setup = {
        "worksheet": data.draw(st.sampled_from(("map", "phases"))),
        "paper": data.draw(st.sampled_from(("A5", "A4", "A3"))),
        "orientation": data.draw(st.sampled_from(("portrait", "landscape"))),
    }
    made = worksheet(its, "map", worksheet_cards=True, **setup)
    assert_sound(made)
    said = " ".join(text_of(page) for page in made if "worksheet" in kinds(page))
    mirrored = "umlegen auf online" in said
    for n in range(count):
        # What is offline stands once more where it is carried over.
        assert 1 <= said.count(f"N{n}x") <= (2 if mirrored else 1)


def kinds(page: Page) -> set[str]:
    return {item.tag.kind for item in page.root.items if isinstance(item, Group) and item.tag is not None}


def test_cards_on_a_worksheet_lead_to_their_entries_behind_it() -> None:
    for kind in ("map", "phases"):
        made = worksheet(BRANDT, "ma-mirror", worksheet=kind, worksheet_cards=True, appendix=True)
        targets = {item.target for page in made for item in page.root.items if isinstance(item, Link)}
        assert targets >= {f"#detail-{card.id}" for _, _, card in all_cards(BRANDT.maps[0])}
