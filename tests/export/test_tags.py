"""What a screen reader meets in our PDFs: everything that is said once, in the order of reading, and nothing else."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from journey_editor.export.maps import export_map
from journey_editor.export.pdf import write_pdf
from journey_editor.layout.drawlist import Group, Image, Item, Outline, Rect, Tag
from journey_editor.layout.drawlist import Path as Shape
from journey_editor.layout.pages import Page, Pages
from journey_editor.model.cards import Touchpoint, WebLink
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.style import PageSetup
from tests import builders
from tests.builders import PIXEL, PIXEL_SHA, everything
from tests.export.tags import structure

IMAGES = {PIXEL_SHA: PIXEL}
SETUPS = {
    "page": PageSetup(),
    "phases": PageSetup(fit="phases", phases_each=1, appendix=True, findings=True, sources=True, persona_pages=True),
    "worksheet": PageSetup(worksheet="phases"),
    "tiles": PageSetup(paper="A2", tile="A4"),
    "bleed": PageSetup(bleed=3),
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
    assert kinds.index("H1") < kinds.index("L") < kinds.index("H2")
    assert plain(said.of("H1")[0].words) == "Thewholeway"
    phases, *lanes = said.of("L")
    assert [plain(item.words) for item in phases.below] == ["phase0", "phase1", "phase2"]
    assert [element.title for element in said.of("Sect") if element.title.startswith("lane")] == ["lane 0", "lane 1"]
    wanted = [
        [plain(f"card {n}.s{p}{s}.{i}") for p in range(3) for s in "ab" for i in range(2)] for n in range(len(lanes))
    ]
    assert [[plain(item.words) for item in listed.below] for listed in lanes] == wanted
    assert all(element.kind == "LI" for listed in (phases, *lanes) for element in listed.below)


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
    assert [plain(heading.words) for heading in said.of("H3")] == ["Shop"]
    assert said.of("H3")[0].words


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


@pytest.mark.parametrize(
    "command", [("qpdf", "--check"), ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage"), ("mutool", "info")]
)
def test_other_programs_have_nothing_to_say_against_it(command: tuple[str, ...], tmp_path: Path) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    file = tmp_path / "tagged.pdf"
    file.write_bytes(exported(everything(), SETUPS["phases"]))
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower()
    assert not done.stderr.strip()
