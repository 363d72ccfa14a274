"""Printing through the system: paper and direction as chosen, the pages as seen, and no half job."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from journey_editor.canvas.images import no_images
from journey_editor.session.session import Session
from journey_editor.ui.print_studio import studio as room
from journey_editor.ui.print_studio.printing import print_pages, printer_for
from journey_editor.ui.print_studio.studio import PrintStudio


def into(printer: QPrinter, path: Path) -> None:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)


@pytest.mark.parametrize(
    ("fields", "size"),
    [
        ({"paper": "A3", "orientation": "landscape"}, (420, 297)),
        ({"paper": "A4", "orientation": "portrait"}, (210, 297)),
        ({"paper": "custom", "width": 500, "height": 300}, (500, 300)),
        ({"paper": "16:9"}, (338.667, 190.5)),
    ],
)
def test_the_printer_gets_the_paper_and_the_pages(
    studio: PrintStudio, tmp_path: Path, fields: dict[str, object], size: tuple[float, float]
) -> None:
    studio.choices.set(appendix=True, **fields)
    studio.compose()
    made = studio.composer.pages
    assert made is not None
    printer = printer_for(made, studio.choices.setup, "Map")
    into(printer, tmp_path / "printed.pdf")
    steps = list(print_pages(printer, made, no_images()))
    assert steps[-1] == (len(made.pages), len(made.pages))
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == len(made.pages)
    for n in range(len(printed)):
        assert printed[n].get_size() == pytest.approx([side * 72 / 25.4 for side in size], abs=1.5)
    # The paper is not empty: the phase band lies where the page has it.
    picture = printed[0].render(scale=0.5).to_pil().convert("L")
    assert picture.getextrema()[0] < 120
    printed.close()


def test_named_paper_is_named_for_the_printer(studio: PrintStudio) -> None:
    studio.choices.set(paper="A4", orientation="portrait")
    studio.compose()
    assert studio.composer.pages is not None
    layout = printer_for(studio.composer.pages, studio.choices.setup, "").pageLayout()
    assert layout.pageSize().id() == QPageSize.PageSizeId.A4
    assert layout.orientation() == QPageLayout.Orientation.Portrait


def test_only_the_wanted_pages_are_printed(studio: PrintStudio, tmp_path: Path) -> None:
    studio.choices.set(appendix=True, persona_pages=True)
    studio.compose()
    made = studio.composer.pages
    assert made is not None
    printer = printer_for(made, studio.choices.setup, "Map")
    into(printer, tmp_path / "printed.pdf")
    printer.setFromTo(2, 2)
    assert list(print_pages(printer, made, no_images())) == [(1, 1)]


def test_printing_says_so_and_the_map_remembers_the_page(
    studio: PrintStudio, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "ask_printer", lambda printer, _parent: into(printer, tmp_path / "p.pdf") is None)
    studio.choices.set(paper="A4", appendix=True)
    studio.show()
    studio.print()
    assert studio.foot.cancel_button.text() == "Stop"
    with qtbot.waitSignal(studio.accepted):
        pass
    assert studio.sentence.startswith("Printed: ")
    assert session.journey.page.paper == "A4"
    assert (tmp_path / "p.pdf").stat().st_size > 1000


def test_the_systems_dialog_may_be_left(studio: PrintStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ask_printer", lambda _printer, _parent: False)
    studio.print()
    assert studio.sentence == ""
    assert studio.side.isEnabled()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told_of(
    studio: PrintStudio, said: list[str], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "ask_printer", lambda printer, _parent: into(printer, tmp_path / "no" / "p.pdf") is None)
    studio.show()
    studio.print()
    qtbot.waitUntil(lambda: bool(said))
    assert studio.isVisible()
    assert studio.side.isEnabled()


def test_stopping_leaves_the_studio_open(
    studio: PrintStudio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "ask_printer", lambda printer, _parent: into(printer, tmp_path / "p.pdf") is None)
    studio.choices.set(appendix=True, persona_pages=True)
    studio.show()
    studio.print()
    studio.foot.cancel_button.click()
    assert studio.isVisible()
    assert studio.side.isEnabled()
    assert studio.sentence == ""
