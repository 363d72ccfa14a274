"""What a screen reader meets in our PDFs: everything that is said once, in the order of reading, and nothing else."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from journey_editor.edit.anything import set_any
from journey_editor.export.comparison import export_comparison
from journey_editor.export.maps import export_map
from journey_editor.export.pdf import write_pdf
from journey_editor.layout.drawlist import Group, Image, Item, Outline, Rect, Tag
from journey_editor.layout.drawlist import Path as Shape
from journey_editor.layout.pages import Page, Pages
from journey_editor.model.cards import Touchpoint, WebLink
from journey_editor.model.comparing import compare
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.style import PageSetup
from tests import builders
from tests.builders import PIXEL, PIXEL_SHA, everything
from tests.export import reading
from tests.export.tag_rules import broken, cards_of
from tests.export.tags import structure

IMAGES = {PIXEL_SHA: PIXEL}
SETUPS = {
    "page": PageSetup(),
    "phases": PageSetup(fit="phases", phases_each=1, appendix=True, findings=True, sources=True, persona_pages=True),
    "worksheet": PageSetup(worksheet="phases"),
    "tiles": PageSetup(paper="A2", tile="A4"),
    "bleed": PageSetup(bleed=3),
    "untitled": PageSetup(
        title_block=False, persona_block=False, legend=False, appendix=True, fit="lanes", lanes_each=2
    ),
}


def grid(columns: int, lanes: int, each: int = 2) -> Project:
    """A map with cards named lane.step.place; the cells of a lane are not in the order of the steps."""
    phases = [builders.phase(f"phase{n}", f"s{n}a", f"s{n}b") for n in range(columns)]
    steps = [step.id for phase in phases for step in phase.steps]
    rows = [
        builders.lane(
            "touchpoints",
            f"l{n}",
            {s: [builders.tp(f"t{n}{s}{i}", f"card {n}.{s}.{i}") for i in range(each)] for s in reversed(steps)},
            title=f"lane {n}",
        )
        for n in range(lanes)
    ]
    return builders.project(builders.journey(phases, rows, title="The whole way"), title="Project")


def exported(project: Project, setup: PageSetup | None = None) -> bytes:
    return export_map(project, project.maps[0].id, IMAGES, setup, allow_small=True).data


def plain(words: str) -> str:
    return "".join(words.split())


def test_a_map_is_read_as_title_phases_and_lane_by_lane_along_its_columns() -> None:
    project = grid(3, 2)
    said = structure(exported(project)).document
    assert said.kind == "Document"
    kinds = [element.kind for element in said.all()]
    assert kinds.count("H1") == 1
    assert [element.words for element in said.of("H1", "H2")] == ["The whole way", "Phasen", "lane 0", "lane 1"]
    assert kinds.index("H1") < kinds.index("H2") < kinds.index("L")
    assert plain(said.of("H1")[0].words) == "Thewholeway"
    phases, *lanes = said.of("L")
    assert [plain(item.words) for item in phases.below] == ["phase0", "phase1", "phase2"]
    assert [element.title for element in said.of("Sect") if element.title.startswith("lane")] == ["lane 0", "lane 1"]
    wanted = [
        [plain(f"card {n}.s{p}{s}.{i}") for p in range(3) for s in "ab" for i in range(2)] for n in range(len(lanes))
    ]
    assert [[plain(item.words) for item in listed.below] for listed in lanes] == wanted
    assert all(element.kind == "LI" for listed in (phases, *lanes) for element in listed.below)


def test_a_card_on_two_sheets_of_a_poster_is_read_once_in_its_place_on_the_poster() -> None:
    project = grid(4, 3)
    data = exported(project, PageSetup(paper="A2", tile="A4", overlap=10))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) > 4
    assert broken(data) == []
    said = structure(data).document
    phases = [f"phase{n}" for n in range(4)]
    cards = [f"card {n}.s{p}{s}.{i}" for n in range(3) for p in range(4) for s in "ab" for i in range(2)]
    assert cards_of(said) == [*phases, *cards]
    headings = ["Klebeplan", "The whole way", "Phasen", "lane 0", "lane 1", "lane 2"]
    assert [" ".join(heading.words.split()) for heading in said.of("H1", "H2")] == headings
    (plan,) = said.of("Figure")
    assert plan.alt.startswith("Das Plakat mit den Blättern A1 bis ")


def test_links_of_a_card_on_two_sheets_belong_to_it_from_both() -> None:
    linked = [
        Touchpoint(id=f"t{n}", title=f"Shop {n}", links=(WebLink(address=f"https://shop{n}.example"),))
        for n in range(9)
    ]
    lanes = [builders.lane("touchpoints", "l", {f"p{n}s": [linked[n]] for n in range(9)})]
    journey = builders.journey([builders.phase(f"p{n}") for n in range(9)], lanes, title="Map")
    data = exported(builders.project(journey), PageSetup(paper="A2", tile="A4"))
    assert broken(data) == []
    items = [item for item in structure(data).document.of("LBody") if item.words.startswith("Shop")]
    assert [" ".join(item.words.split()) for item in items] == [f"Shop {n}" for n in range(9)]
    assert all(sum(link.links for link in item.of("Link")) >= 1 for item in items)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        count = sum(len(page.get("/Annots", ())) for page in pdf.pages)
    assert sum(link.links for item in items for link in item.of("Link")) == count >= 9


def test_where_a_map_goes_on_its_phases_are_not_told_again_and_its_lanes_are_no_new_ones() -> None:
    project = grid(2, 3)
    by_lanes = structure(exported(project, PageSetup(fit="lanes", lanes_each=1))).document
    assert [heading.words for heading in by_lanes.of("H2")] == ["Phasen", "lane 0", "lane 1", "lane 2"]
    assert cards_of(by_lanes)[:2] == ["phase0", "phase1"]
    assert sum(card.startswith("phase") for card in cards_of(by_lanes)) == 2
    by_phases = structure(exported(project, PageSetup(fit="phases"))).document
    assert [heading.words for heading in by_phases.of("H2")] == ["Phasen", "lane 0", "lane 1", "lane 2"]
    again = [section.below[0] for section in by_phases.of("Sect") if section.title == "lane 1"]
    assert [(first.kind, first.words) for first in again] == [("H2", "lane 1"), ("P", "lane 1")]
    # What heads the first page is not read again at the head of the second.
    assert by_phases.words.count("The whole way") == 1


def test_the_phases_are_read_first_even_where_their_band_lies_below_a_lane() -> None:
    project = grid(2, 2)
    journey = project.maps[0].evolve(band_below="l0")
    said = structure(exported(project.evolve(maps=(journey,)))).document
    assert plain(said.of("L")[0].words) == "phase0phase1"


def test_over_several_pages_every_card_is_read_once() -> None:
    project = grid(6, 3)
    data = exported(project, PageSetup(paper="A5", fit="phases", phases_each=1))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) >= 6
    said = structure(data).document
    read_out = [plain(item.words) for item in said.of("LI") if "card" in item.words]
    assert sorted(read_out) == sorted(plain(card.title) for _, _, card in all_cards(project.maps[0]))  # type: ignore[union-attr]
    # Page by page, and on each lane by lane.
    assert read_out[:4] == ["card0.s0a.0", "card0.s0a.1", "card0.s0b.0", "card0.s0b.1"]
    assert read_out[4:6] == ["card1.s0a.0", "card1.s0a.1"]


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS)
def test_all_that_is_painted_is_said_or_an_artifact(setup: PageSetup) -> None:
    found = structure(exported(everything(), setup))
    assert found.unmarked == []
    assert found.adrift == []
    assert re.search("Seite [0-9]+ von", found.document.words) is None  # the footer repeats on every page
    assert len(found.document.of("H1")) >= 1


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS)
def test_no_rule_is_broken(setup: PageSetup) -> None:
    assert broken(exported(everything(), setup)) == []


def test_pictures_have_their_words_or_are_called_pictures() -> None:
    figures = structure(exported(everything(), SETUPS["phases"])).document.of("Figure")
    assert figures
    assert all(figure.alt for figure in figures)
    items = (Image(0, 0, 9, 9, PIXEL_SHA, "Ein Schild (rot)"), Image(20, 0, 9, 9, PIXEL_SHA))
    written = write_pdf(page_of(*items), title="x", language="de", images=IMAGES).data
    assert [figure.alt for figure in structure(written).document.of("Figure")] == ["Ein Schild (rot)", "Bild"]


def page_of(*items: Item) -> Pages:
    return Pages((Page(200.0, 100.0, Group(0.0, 0.0, 200.0, 100.0, items)),))


def test_a_card_without_a_word_is_there_and_an_empty_lane_is_not() -> None:
    outline = Outline((("M", 0.0, 0.0), ("L", 9.0, 9.0)))
    card = Group(5, 5, 20, 20, (Rect(0, 0, 20, 20, "#FF0000"), Shape(outline, stroke="#000000", width=1.0)))
    lane = Group(0, 0, 90, 50, (card._replace(tag=Tag("card", "c", "Handshake")),), Tag("lane", "l", "With"))
    empty = Group(0, 50, 90, 50, (Rect(0, 0, 90, 1, "#000000"),), Tag("lane", "m", "Without"))
    found = structure(write_pdf(page_of(lane, empty), title="x").data)
    assert [element.title for element in found.document.of("Sect")] == ["With"]
    assert [element.alt for element in found.document.of("LBody")] == ["Handshake"]
    assert found.unmarked == []


def test_links_belong_to_what_they_stand_with() -> None:
    link = Touchpoint(id="t", title="Shop", links=(WebLink(address="https://shop.example"),))
    journey = builders.journey([builders.phase("p")], [builders.lane("touchpoints", "l", {"ps": [link]})], title="Map")
    data = exported(builders.project(journey, title="Project"), PageSetup(appendix=True))
    said = structure(data).document
    with pikepdf.open(io.BytesIO(data)) as pdf:
        annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", ())]
        assert all("/StructParent" in annotation for annotation in annotations)
    assert sum(element.links for element in said.of("Link")) == len(annotations) >= 3
    # From the card to its entry, though the area is painted before the card.
    assert said.of("LBody")[-1].of("Link")
    assert [heading.words for heading in said.of("H3", "H4")] == ["p", "Shop"]


LONG = "Ein Haus mit Garten am Wasser, dazu Donaudampfschifffahrtsgesellschaft und Online-Beratung-Termine im Herbst"


def test_words_are_apart_at_the_end_of_a_line_and_parted_words_are_one(
    tmp_path: Path,
) -> None:
    lane = builders.lane("touchpoints", "l", {"ps": [builders.tp("t", LONG, description=LONG)]})
    phases = [builders.phase("p", "ps"), *(builders.phase(f"q{n}") for n in range(8))]
    data = exported(builders.project(builders.journey(phases, [lane], title="Map")))
    (card,) = [item for item in structure(data).document.of("LBody") if "Haus" in item.words]
    assert "\u00ad" in card.words  # so it was parted
    assert " ".join(card.words.replace("\u00ad", "").split()) == f"{LONG} {LONG}"
    # PDFium has one sign for every hyphen at the end of a line, parted or not.
    seen = reading.text(data).replace("\ufffe\n", "").replace("\ufffe", "").replace("-", "")
    assert set(LONG.replace("-", "").split()) <= set(seen.split())
    if shutil.which("pdfinfo") is not None:
        file = tmp_path / "tagged.pdf"
        file.write_bytes(data)
        command = ["pdfinfo", "-enc", "UTF-8", "-struct-text", str(file)]
        # It prints titles of elements byte for byte.
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=60, check=True)
        assert LONG in " ".join(done.stdout.replace("\u00ad", "").split())


def test_words_in_another_language_say_which() -> None:
    cards = [
        Touchpoint(id="a", title="Laden", description="Im Ort", where="Im Haus"),
        builders.tp("b", "Netz"),
        builders.tp("c", "24 %"),
    ]
    lane = builders.lane("touchpoints", "l", {"ps": cards}, title="Wege")
    journey = builders.journey([builders.phase("p", "ps")], [lane], title="Karte")
    texts = {"map.title": "Map", "a.title": "Shop", "b.title": "Web"}
    french = {"l.title": "Chemins", "p.goal": "Trouver"}
    project = builders.project(journey, language="de", translations={"en": texts, "fr": french})
    data = export_map(project, "map", IMAGES, PageSetup(appendix=True), "en", allow_small=True).data
    assert broken(data) == []
    said = structure(data).document
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "en"
    foreign = [(element.kind, element.language, element.words.strip()) for element in said.all() if element.language]
    # German is the project's own language; only French has the goal of the phase.
    assert ("Span", "de", "Im Ort") in foreign
    assert ("P", "de", "Im Ort") in foreign  # in the list behind the map, where it is a paragraph
    assert ("Span", "de", "Wege") in foreign
    (where,) = [each for each in said.of("P") if each.words.split() == ["Where:", "Im", "Haus"]]
    assert [(part.kind, part.language, part.words.strip()) for part in where.below] == [("Span", "de", "Im Haus")]
    assert ("Span", "fr", "Trouver") in foreign
    assert not any(words in ("Map", "Shop", "Web", "24 %", "Phases") for _, _, words in foreign)


def test_a_language_is_not_guessed_from_letters() -> None:
    lane = builders.lane("touchpoints", "l", {"ps": [builders.tp("a", "שלום עולם"), builders.tp("b", "Café olé")]})
    data = exported(builders.project(builders.journey([builders.phase("p", "ps")], [lane]), language="de"))
    assert not any(element.language for element in structure(data).document.all())


def test_a_curve_is_told_as_a_course_and_a_matrix_as_a_list() -> None:
    said = structure(exported(everything())).document
    curve, *_ = [figure for figure in said.of("Figure") if "beginnt bei" in figure.alt]
    assert curve.alt == (
        "Eva: beginnt bei +1,5 (ph-before), ist am tiefsten bei −1 (ph-before) und am höchsten bei +2 (ph-after), "
        "endet bei +2 (ph-after)."
    )
    (matrix,) = [section for section in said.of("Sect") if section.title == "Kanäle"]
    rows = [(item.words.strip(), item.of("Figure")[0].alt) for item in matrix.of("LBody")]
    assert rows == [("Website", "genutzt bei: ph-before, ph-after"), ("Laden", "genutzt bei: ph-before")]


def test_a_heading_of_several_lines_is_one_heading() -> None:
    title = "Beratung zur Wohnung mit Garten und Balkon im Neubau am Stadtrand " * 3
    lane = builders.lane("touchpoints", "l", {"ps": [builders.tp("t", title.strip())]})
    phase = builders.phase("p", "ps").evolve(title=title.strip())
    data = exported(builders.project(builders.journey([phase], [lane], title="Map")), PageSetup(appendix=True))
    assert broken(data) == []
    headings = [" ".join(h.words.replace("\u00ad", "").split()) for h in structure(data).document.of("H3", "H4")]
    assert headings == [title.strip(), title.strip()]


def test_the_file_says_that_it_is_tagged_in_which_language_and_how_it_is_called() -> None:
    with pikepdf.open(io.BytesIO(exported(everything()))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "de"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_pages_without_a_mark_are_whole_all_the_same() -> None:
    assert structure(exported(builders.project(builders.journey()))).unmarked == []
    nothing = write_pdf(page_of(), title="Nothing").data
    with pikepdf.open(io.BytesIO(nothing)) as pdf:
        assert len(pdf.pages) == 1


def test_a_comparison_is_tagged_too() -> None:
    before = everything()
    comparison = compare(before, "mp-one", "mp-one", set_any(before, "tp-web", title="Netz"))
    for setup in (None, PageSetup(paper="A2", tile="A4")):
        data = export_comparison(comparison, IMAGES, setup, "de", allow_small=True).data
        assert broken(data) == []
        said = structure(data).document
        # Lanes have the same ids in both maps, and yet each map has its headings.
        headings = [" ".join(heading.words.split()) for heading in said.of("H2")]
        assert headings.count("Notizen") == 2
        assert headings[-1] == "Unterschiede"


@pytest.mark.parametrize("setup", ["phases", "tiles"])
@pytest.mark.parametrize(
    "command", [("qpdf", "--check"), ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage"), ("mutool", "info")]
)
def test_other_programs_have_nothing_to_say_against_it(command: tuple[str, ...], setup: str, tmp_path: Path) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    file = tmp_path / "tagged.pdf"
    file.write_bytes(exported(everything(), SETUPS[setup]))
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower()
    assert not done.stderr.strip()
