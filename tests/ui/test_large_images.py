"""Large images: asked about once each, or once for all, whatever way they come in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.edit.change import EditError
from journey_editor.edit.pasting import Place
from journey_editor.session.image_files import take_bytes
from journey_editor.session.session import Session
from journey_editor.session.shrinking import ENOUGH, Taken
from journey_editor.ui.clipboard import Arrival
from journey_editor.ui.dialogs.large_images import LargeImage, fitted, size_word


def photo(width: int, height: int, color: str = "#336699") -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(file, "JPEG", quality=95, comment=color)
    return file.getvalue()


def taken(name: str, width: int = 2400, height: int = 1600) -> Taken:
    return Taken(*take_bytes(photo(width, height, name), name))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences of the questions; each is answered by what `answers` holds first."""
    heard: list[str] = []

    def answer(question: LargeImage) -> int:
        heard.append(question.accessibleDescription())
        given, _, all_ = answers.pop(0).partition(" ")
        question.answer = given
        question._same.setChecked(bool(all_))
        return 1

    monkeypatch.setattr(LargeImage, "exec", answer)
    return heard


answers: list[str] = []


@pytest.fixture(autouse=True)
def _no_answers_left(app: QApplication) -> None:
    answers.clear()


def sizes(images: list[Taken] | None) -> list[int]:
    return [image.asset.width for image in images or []]


def test_a_small_image_is_taken_in_without_a_question(qtbot: QtBot, asked: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert sizes(fitted(window, [taken("a.jpg", 800, 600)])) == [800]
    assert asked == []


def test_each_large_image_is_asked_about_with_its_figures(qtbot: QtBot, asked: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answers.extend(["less", "keep"])
    large = [taken("a.jpg"), taken("small.jpg", 90, 60), taken("b.jpg")]
    assert sizes(fitted(window, large)) == [ENOUGH, 90, 2400]
    assert asked[0].startswith("“a.jpg” has 2,400 × 1,600 pixels (")
    assert "1,600 × 1,067 are enough" in asked[0]
    assert asked[1].startswith("“b.jpg”")


@pytest.mark.parametrize(("answer", "width"), [("less all", ENOUGH), ("keep all", 2400)])
def test_an_answer_for_all_is_asked_for_once(qtbot: QtBot, asked: list[str], answer: str, width: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answers.append(answer)
    assert sizes(fitted(window, [taken("a.jpg"), taken("b.jpg"), taken("c.jpg")])) == [width] * 3
    assert len(asked) == 1


def test_the_question_says_how_many_more_there_are(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    image = taken("a.jpg")
    one, last = LargeImage(window, image, image, 2), LargeImage(window, image, image, 0)
    assert one._same.text() == "The same for 2 further large images"
    assert one._same.isVisibleTo(one)
    assert not last._same.isVisibleTo(last)


def test_cancelling_takes_nothing_in(qtbot: QtBot, session: Session, asked: list[str], tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(photo(2400, 1600, name))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.jpg", "b.jpg")])
    before = session.project
    answers.extend(["less", ""])
    assert not Arrival(mime).put(session, Place("mp-one", card="tp-web", lane="ln-online", step="st-ask"), window)
    assert session.project is before
    answers.extend(["less all"])
    assert Arrival(mime).put(session, Place("mp-one", card="tp-web", lane="ln-online", step="st-ask"), window)
    assert [image.width for image in session.project.images[-2:]] == [ENOUGH, ENOUGH]
    assert all(image.sha256 in session.images for image in session.project.images)


def test_nothing_is_asked_where_no_image_can_be(
    qtbot: QtBot, session: Session, asked: list[str], tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    (tmp_path / "a.jpg").write_bytes(photo(2400, 1600))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    with pytest.raises(EditError):
        Arrival(mime).put(session, Place("mp-one"), window)
    assert asked == []


def test_sizes_are_said_in_the_language_of_the_window() -> None:
    assert [size_word(n) for n in (300, 40_000, 8_600_000)] == ["1 KB", "39 KB", "8.2 MB"]
    wording.set_language("de")
    try:
        assert size_word(8_600_000) == "8,2 MB"
    finally:
        wording.set_language("en")
