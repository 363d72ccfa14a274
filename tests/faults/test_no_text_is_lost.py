"""Hostile strings through model, canvas, files, clipboard, PDF and SVG come back equal."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2 as pdfium
import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.edit import clipboard, pasting
from journey_editor.edit.cards import set_card
from journey_editor.export.pdf import write_pdf
from journey_editor.export.svg import write_svg
from journey_editor.layout.drawlist import Group
from journey_editor.layout.pages import Page, Pages
from journey_editor.layout.shape import Shaper, TextStyle
from journey_editor.layout.written import Facts
from journey_editor.model.ids import counting_ids
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.things import ids
from journey_editor.session.session import Session
from journey_editor.storage import clippings, tsv
from journey_editor.storage.codec import Loaded
from journey_editor.storage.files import load, save
from tests.builders import journey, lane, phase, project, tp, two_by_two

from .strings import hostile_strings

STRINGS = hostile_strings()
_SHOWN = 20  # lines of a text that are set on a page
_SVG = "{http://www.w3.org/2000/svg}"


def cards_of(*texts: str) -> Project:
    keys = [f"c{n}" for n in range(len(texts))]
    made = project(journey([phase("p", "s")], [lane("touchpoints", "l", {"s": [tp(key) for key in keys]})]))
    for key, text in zip(keys, texts, strict=True):
        made = set_card(made, key, title=text, description=text, tags=(text,))
    return made


def titles(made: Project) -> list[str]:
    return [getattr(card, "title", "") for _, _, card in all_cards(made.maps[0])]


def test_there_are_as_many_as_was_promised() -> None:
    assert len(STRINGS) == len(set(STRINGS)) >= 500


def test_through_the_model_and_a_file(tmp_path: Path) -> None:
    made = cards_of(*STRINGS)
    assert titles(made) == STRINGS
    save(tmp_path / "a.journey", made, {})
    loaded = load(tmp_path / "a.journey")
    assert (loaded.project, loaded.report) == (made, ())
    assert titles(loaded.project) == STRINGS


def test_through_the_clipboard_to_another_window() -> None:
    made = cards_of(*STRINGS)
    clipping = clipboard.copy(made, [f"c{n}" for n in range(len(STRINGS))])
    assert clipping is not None
    sent, _ = clippings.decode(clippings.encode(clipping, {}))
    pasted, _ = pasting.paste(two_by_two(), sent, pasting.Place("map", "a", "s3"), new=counting_ids(100))
    before = set(ids(two_by_two()))
    assert [getattr(card, "title", "") for _, _, card in all_cards(pasted.maps[0]) if card.id not in before] == STRINGS


def test_through_a_table_to_a_spreadsheet_and_back() -> None:
    table = tsv.written([(text,) for text in STRINGS])
    assert [row[0] for row in tsv.read(table)] == STRINGS
    lines = [text for text in STRINGS if "\r" not in text and not text.startswith('"')]
    others = list(csv.reader(io.StringIO(tsv.written([(text, "x") for text in lines]), newline=""), "excel-tab"))
    assert [row[0] for row in others] == [tsv.guarded(text) for text in lines]


@pytest.fixture(scope="module")
def pages() -> Pages:
    """A page for each string, set in lines as a card is."""
    shaper = Shaper()
    made = []
    for text in STRINGS:
        lines = [tuple(shaper.runs(line, TextStyle(9), 0.0, 0.0)) for line in text.split("\n")[:_SHOWN]]
        groups = tuple(Group(5.0, 20.0 * (n + 1), 1e5, 20.0, line) for n, line in enumerate(lines))
        made.append(Page(14_000.0, 450.0, Group(0.0, 0.0, 14_000.0, 450.0, groups)))
    return Pages(tuple(made))


def letters(text: str) -> list[str]:
    """What can be seen of a text, each letter in its plainest form and in no order: readers put lines that run from
    right to left into an order of their own, and take ligatures apart."""
    plain = unicodedata.normalize("NFKD", "\n".join(text.split("\n")[:_SHOWN]))
    return sorted(_ONE_WAY.get(c, c) for c in plain if not _unseen(c))


#: Brackets turn round with the direction of their line.
_ONE_WAY = dict(zip(")]}>»›”", "([{<«‹“", strict=True))


def _unseen(letter: str) -> bool:
    marks = "\u034f\u115f\u1160\u2800\u3164" + "".join(map(chr, range(0xFE00, 0xFE10)))
    return letter in marks or letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc", "Cn", "Co")


def _marks_of_unknown_scripts(text: str) -> bool:
    """PDFium reads no two letters out of one box if they are beyond the first plane; no font of ours has them."""
    return any(ord(letter) > 0xFFFF and unicodedata.category(letter).startswith("M") for letter in text)


#: What PDFium does not give back though the PDF says it: U+FFFF marks entries of its own, and a radical.
_NOT_READ = "\uffff\u2f00"


def test_through_a_pdf(pages: Pages) -> None:
    counted = 0
    with pdfium.PdfDocument(write_pdf(pages, title="Texts").data) as document:
        assert len(document) == len(STRINGS)
        for text, page in zip(STRINGS, document, strict=True):
            if _marks_of_unknown_scripts(text) or any(letter in _NOT_READ for letter in text):
                continue
            counted += 1
            assert letters(page.get_textpage().get_text_range()) == letters(text), ascii(text)
    assert counted > 640


def test_through_an_svg(pages: Pages) -> None:
    for text, file in zip(STRINGS, write_svg(pages, Facts("Texts"), {}).files, strict=True):
        found = "\n".join("".join(element.itertext()) for element in ElementTree.fromstring(file).iter(f"{_SVG}text"))
        assert letters(found) == letters(text), ascii(text)


def test_through_a_window_that_is_closed_and_opened_again(tmp_path: Path, qapp: QApplication) -> None:
    session = Session()
    session.new(Loaded(cards_of(*STRINGS), {}, ()))
    session.save(tmp_path / "a.journey")
    again = Session()
    again.open(tmp_path / "a.journey")
    assert titles(again.project) == STRINGS
