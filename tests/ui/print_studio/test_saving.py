"""Files of the studio: the suffix says as what, several pages make several pictures, and all or none is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image as Picture
from PIL import ImageChops
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from journey_editor.canvas.png import render
from journey_editor.canvas.program import EXACT
from journey_editor.layout.drawlist import Group
from journey_editor.layout.pages import Page, Pages
from journey_editor.session.session import Session
from journey_editor.ui.print_studio import studio as room
from journey_editor.ui.print_studio.pictures import strips
from journey_editor.ui.print_studio.resolution import ResolutionDialog
from journey_editor.ui.print_studio.studio import PrintStudio


@pytest.fixture(autouse=True)
def nothing_goes_wrong(said: list[str]) -> Iterator[None]:
    yield
    assert not said


def saved_as(
    studio: PrintStudio, monkeypatch: pytest.MonkeyPatch, chosen: Path | str, kind: str = "", qtbot: QtBot | None = None
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(chosen), kind))
    monkeypatch.setattr(room, "ask_resolution", lambda _made, _parent: 50)
    studio.compose()
    studio.choose_file()
    if qtbot is None:
        studio.background.finish()
    else:
        qtbot.waitUntil(lambda: studio.written is not None)


def test_the_suffix_says_as_what(studio: PrintStudio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    studio.choices.set(appendix=False)
    saved_as(studio, monkeypatch, tmp_path / "map.svg")
    assert studio.written == tmp_path / "map.svg"
    assert (tmp_path / "map.svg").read_bytes().lstrip().startswith((b"<?xml", b"<svg"))


def test_each_page_is_a_picture_of_its_own(
    studio: PrintStudio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    studio.choices.set(paper="A3", orientation="landscape", appendix=True)
    saved_as(studio, monkeypatch, tmp_path / "map.PNG", qtbot=qtbot)
    made = studio.composer.pages
    assert made is not None
    files = sorted(tmp_path.iterdir())
    assert len(files) == len(made.pages) > 1
    assert studio.written == tmp_path / "map-1.PNG"
    assert "map-1.PNG – map-" in studio.sentence
    with Picture.open(files[0]) as picture:
        assert picture.size == (round(420 / 25.4 * 50), round(297 / 25.4 * 50))
    assert len(studio.offers()) == 2


def test_a_name_without_suffix_gets_that_of_the_kind(
    studio: PrintStudio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    saved_as(studio, monkeypatch, tmp_path / "Version 1.2", "SVG files, one for each page (*.svg)")
    assert studio.written is not None
    assert studio.written.suffix == ".svg"
    assert studio.written.stem.startswith("Version 1.2")


def test_only_the_kind_may_be_chosen(
    studio: PrintStudio, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session.save(tmp_path / "house.journey")
    studio.choices.set(appendix=False)
    saved_as(studio, monkeypatch, tmp_path / "house.pdf", "SVG files, one for each page (*.svg)")
    assert studio.written is not None
    assert studio.written.suffix == ".svg"


def test_leaving_a_dialog_writes_nothing(studio: PrintStudio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    saved_as(studio, monkeypatch, "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "map.png"), ""))
    monkeypatch.setattr(room, "ask_resolution", lambda _made, _parent: 0)
    studio.choose_file()
    studio.background.finish()
    assert studio.written is None
    assert not list(tmp_path.iterdir())


def test_the_resolution_says_how_many_pixels_and_what_is_too_many(qtbot: QtBot) -> None:
    dialog = ResolutionDialog(Pages((Page(720.0, 360.0, Group(0.0, 0.0, 720.0, 360.0, ())),)), None)
    qtbot.addWidget(dialog)
    dialog.dots.setValue(100)
    assert dialog.size_words.text() == "1000 × 500 pixels a page"
    assert dialog.foot.take.isEnabled()
    dialog._page = Page(14_400.0, 14_400.0, Group(0.0, 0.0, 14_400.0, 14_400.0, ()))
    dialog.dots.setValue(600)
    assert "too large" in dialog.size_words.text()
    assert not dialog.foot.take.isEnabled()


def test_stopping_leaves_no_picture(studio: PrintStudio, qtbot: QtBot, tmp_path: Path) -> None:
    studio.choices.set(paper="A3", appendix=True)
    studio.show()
    studio.compose()
    studio.write(tmp_path / "map.png", 100)
    studio.background.finish()  # the pages are ready, the first is about to be painted
    assert studio._turns.busy
    studio.foot.cancel_button.click()
    studio.background.finish()
    assert studio.isVisible()
    assert studio.side.isEnabled()
    assert not list(tmp_path.iterdir())
    studio.compose()
    assert studio.foot.save_button.isEnabled()


def test_strips_join_without_a_seam(studio: PrintStudio) -> None:
    studio.compose()
    made = studio.composer.pages
    assert made is not None
    found: list[QImage] = []
    list(strips(made.pages[0], 100, studio.images, found.append))
    whole = render(made.pages[0].root, 100 / 72, images=studio.images, detail=EXACT)
    assert found[0].size() == whole.size()
    # Qt rounds what it covers of a pixel a little otherwise beside the edge of a strip.
    difference = ImageChops.difference(as_picture(found[0]), as_picture(whole))
    assert max(most for _, most in difference.getextrema()) <= 3


def as_picture(image: QImage) -> Picture.Image:
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    return Picture.frombytes("RGBX", (plain.width(), plain.height()), bytes(plain.constBits())).convert("RGB")
