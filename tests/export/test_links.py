"""Ways through a PDF: from a card to what is said of it and back, and the outline of all that there is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2 as pdfium
import pytest

from journey_editor.export.maps import export_map
from journey_editor.export.pdf import write_pdf
from journey_editor.export.places import Place, places
from journey_editor.layout.pages import pages
from journey_editor.model.project import Project
from journey_editor.model.queries import shown_cards
from journey_editor.model.style import PageSetup
from journey_editor.storage.files import load

BRANDT = load(Path(__file__).parents[1] / "data" / "brandt.journey").project
EVERYTHING = load(Path(__file__).parents[1] / "data" / "everything.journey").project


class Way(NamedTuple):
    """A link inside a PDF: its page and rectangle (y upwards), and the page and height that it leads to."""

    page: int
    rect: tuple[float, float, float, float]
    to: int
    top: float


def ways(data: bytes) -> list[Way]:
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for number, page in enumerate(pdf.pages):
            for link in page.get("/Annots", []):
                if "/Dest" in link:
                    left, bottom, right, top = (float(value) for value in link.Rect)
                    to = numbers[link.Dest[0].objgen]
                    found.append(Way(number, (left, bottom, right, top), to, float(link.Dest[3])))
    return found


def at(found: list[Way], place: Place, height: float) -> list[Way]:
    """The links that have the upper left corner of a place in them."""
    x, y = place.x + 1.0, height - place.y - 1.0
    return [
        one
        for one in found
        if one.page == place.page and one.rect[0] <= x <= one.rect[2] and one.rect[1] <= y <= one.rect[3]
    ]


@pytest.mark.parametrize("project", [BRANDT, EVERYTHING], ids=["brandt", "everything"])
def test_each_card_leads_to_its_entry_and_each_entry_back_to_the_card(project: Project) -> None:
    its = project.maps[0]
    composed = pages(project, its.id, PageSetup(appendix=True))
    data = write_pdf(composed, title="x", language="de").data
    found, known = ways(data), {(one.kind, one.id): one for one in places(composed.pages)}
    height = composed.pages[0].height
    for card in shown_cards(its):
        here, there = known["card", card.id], known["detail", f"detail-{card.id}"]
        out = at(found, here, height)
        assert any(way.to == there.page and abs(way.top - (height - there.y)) < 8.0 for way in out), card.id
        back = at(found, there, height)
        assert any(way.to == here.page and abs(way.top - (height - here.y)) < 8.0 for way in back), card.id
        assert here.page == 0 < there.page


def toc(**setup: object) -> list[tuple[int, str, int]]:
    data = export_map(BRANDT, "ma-mirror", {}, PageSetup(**setup), "de", allow_small=True).data  # type: ignore[arg-type]
    document = pdfium.PdfDocument(data)
    try:
        return [(one.level, one.get_title(), one.get_dest().get_index()) for one in document.get_toc(max_depth=9)]
    finally:
        document.close()


def test_the_outline_has_phases_lanes_and_the_lists_with_their_chapters() -> None:
    found = toc(appendix=True, findings=True, sources=True, persona_pages=True)
    top = [title for level, title, _ in found if level == 0]
    assert top == [
        "Vom ersten Gedanken bis zum Einzug",
        "Familie Brandt",
        "Alle Texte der Map",
        "Probleme und Chancen",
        "Quellenverzeichnis",
    ]
    assert (1, "Phasen", 0) in found
    assert (1, "Spuren", 0) in found
    start = found.index(next(one for one in found if one[1] == "Alle Texte der Map"))
    chapters = [title for level, title, _ in found[start:] if level == 1]
    # The persona has a page of her own.
    assert chapters[:3] == ["Projekt", "Aufmerksam werden", "Kennenlernen"]
    assert chapters[-2:] == ["Quellen", "Zahlen ohne Quelle"]
    assert (2, "Hauskatalog", 2) in found


def test_the_outline_of_worksheets_and_of_details_alone_leads_to_their_pages() -> None:
    sheets = [
        (title, page) for level, title, page in toc(worksheet="map", paper="A4") if title.startswith("Arbeitsblatt")
    ]
    assert [page for _, page in sheets] == [0, 1, 2]
    details = toc(map_pages=False, appendix=True)
    assert [title for level, title, _ in details if level == 0][-1] == "Alle Texte der Map"
    assert not any(title == "Spuren" and level == 1 and not page for level, title, page in details)
