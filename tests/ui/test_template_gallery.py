"""The gallery: pictures that are kept, the user's own templates, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.session.template_folder import template_folder
from journey_editor.storage import own_templates
from journey_editor.storage.files import load
from journey_editor.ui import template_pictures
from journey_editor.ui.dialogs import describe_template, messages
from journey_editor.ui.dialogs.describe_template import DescribeTemplate, TemplateWords
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.template_cards import TemplateFace, TemplateGrid
from journey_editor.ui.template_gallery import TemplateGallery
from journey_editor.ui.template_pictures import template_faces
from tests.builders import PIXEL, PIXEL_SHA, everything

HOSTILE = "<b>Kund*innen</b> & \N{ROCKET}"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if not template_folder().is_relative_to(tmp_path):
        pytest.skip("this system does not let its folders be moved")
    return template_folder()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for pictures; the other tests share one, since drawing all templates takes its time."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def gallery(app: QApplication, qtbot: QtBot) -> TemplateGallery:
    made = TemplateGallery()
    qtbot.addWidget(made)
    ours = tuple(TemplateFace(name, f"Template {name}") for name in "abcd")
    own = tuple(TemplateFace(name, f"Own {name}", own=True, path=Path("folder", name)) for name in "xy")
    made.show_faces(ours + own)
    made.resize(1000, 1200)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: len({card.x() for card in made.ours.cards()}) == 3)
    return made


def kept(folder: Path, title: str = "Erstgespräch") -> Path:
    return own_templates.keep(folder, everything(), {PIXEL_SHA: PIXEL}, title, "für alle")


def all_faces(folder: Path) -> tuple[TemplateFace, ...]:
    """The faces when all are there."""
    return list(template_faces(folder))[-1]


def press(qtbot: QtBot, gallery: TemplateGallery, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or gallery, key)


# Pictures


def test_every_template_is_drawn_from_itself(app: QApplication, folders: Path, cache: Path) -> None:
    kept(folders)
    faces = all_faces(folders)
    assert [face.name for face in faces[-2:]] == ["blank", "Erstgespräch"]
    assert [face.own for face in faces] == [False] * (len(faces) - 1) + [True]
    for face in faces:
        assert face.title
        assert face.facts
        assert face.picture is not None
        assert not face.picture.isNull()


def test_a_second_start_reads_no_template(app: QApplication, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(folders, HOSTILE)
    first = all_faces(folders)

    def drawn(*_: object) -> TemplateFace:
        raise AssertionError("it was drawn again")

    monkeypatch.setattr(template_pictures, "_drawn", drawn)
    (second,) = template_faces(folders)
    assert [face.title for face in second] == [face.title for face in first]
    assert [(face.description, face.facts, face.own) for face in second] == [
        (face.description, face.facts, face.own) for face in first
    ]
    assert HOSTILE in [face.title for face in second]


def test_what_is_not_known_yet_has_its_place(app: QApplication, folders: Path, cache: Path) -> None:
    counts = {len(faces) for faces in template_faces(folders)}
    assert len(counts) == 1


def test_a_template_that_was_changed_is_drawn_anew(app: QApplication, folders: Path) -> None:
    path = kept(folders)
    all_faces(folders)
    own_templates.rename(path, "Erstgespräch", "ganz anders")
    assert [face.description for face in all_faces(folders) if face.own] == ["ganz anders"]


def test_a_picture_that_is_broken_is_drawn_anew(app: QApplication, folders: Path, cache: Path) -> None:
    all_faces(folders)
    pictures = list(cache.rglob("templates/*.png"))
    assert pictures
    for picture in pictures:
        picture.write_bytes(b"no picture")
    assert all(face.picture is not None for face in all_faces(folders))


def test_pictures_are_kept_for_each_language(app: QApplication, folders: Path) -> None:
    all_faces(folders)
    wording.set_language("de")
    try:
        assert "Leere Map" in [face.title for face in all_faces(folders)]
    finally:
        wording.set_language("en")
    assert "Blank map" in [face.title for face in all_faces(folders)]


def test_a_broken_file_is_a_sentence(gallery: TemplateGallery, folders: Path) -> None:
    folders.mkdir(parents=True)
    (folders / "broken.journey").write_text("{", encoding="utf-8")
    gallery.show_faces(all_faces(folders))
    assert gallery.own.cards() == ()
    said = [label.text() for label in gallery.findChildren(QLabel) if label.isVisibleTo(gallery)]
    assert any("broken.journey" in words for words in said)
    gallery.show_faces(())
    said = [label.text() for label in gallery.findChildren(QLabel) if label.isVisibleTo(gallery)]
    assert not any("broken.journey" in words for words in said)


# Two groups


def test_own_templates_stand_below_with_their_folder(gallery: TemplateGallery) -> None:
    assert [card.face.name for card in gallery.cards()] == ["a", "b", "c", "d", "x", "y"]
    assert gallery.own.isVisible()
    assert gallery._folder.full_text() == "folder"
    gallery.show_faces(tuple(face for face in (card.face for card in gallery.cards()) if not face.own))
    assert not gallery.own.isVisible()
    assert not gallery._own_head.isVisible()


def test_arrows_lead_from_one_group_to_the_other(gallery: TemplateGallery, qtbot: QtBot) -> None:
    gallery.focus_first()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(qtbot, gallery, key)
    with qtbot.waitSignal(gallery.chosen) as chosen:
        press(qtbot, gallery, Qt.Key.Key_Return)
    assert chosen.args == ["x"]
    press(qtbot, gallery, Qt.Key.Key_Up)
    with qtbot.waitSignal(gallery.chosen) as chosen:
        press(qtbot, gallery, Qt.Key.Key_Return)
    assert chosen.args == ["d"]


def test_keys_change_own_templates_only(gallery: TemplateGallery, qtbot: QtBot) -> None:
    gallery.focus_first()
    with qtbot.assertNotEmitted(gallery.rename_wanted), qtbot.assertNotEmitted(gallery.remove_wanted):
        press(qtbot, gallery, Qt.Key.Key_F2)
        press(qtbot, gallery, Qt.Key.Key_Delete)
    gallery.own.cards()[1].setFocus()
    with qtbot.waitSignal(gallery.rename_wanted) as rename:
        press(qtbot, gallery, Qt.Key.Key_F2)
    with qtbot.waitSignal(gallery.remove_wanted) as remove:
        press(qtbot, gallery, Qt.Key.Key_Delete)
    assert rename.args[0].name == remove.args[0].name == "y"


def test_the_menu_of_an_own_template_opens_by_keyboard(
    gallery: TemplateGallery, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    monkeypatch.setattr(TemplateGrid, "_offer", lambda _grid, card, _at: offered.append(card.face.name))
    gallery.own.cards()[1].setFocus()
    press(qtbot, gallery, Qt.Key.Key_Menu)
    qtbot.keyClick(gallery.own.cards()[1], Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(gallery.own.cards()[1], Qt.Key.Key_F10)
    assert offered == ["y", "y"]


def test_a_search_goes_through_both_groups(gallery: TemplateGallery) -> None:
    gallery.search.setText("own")
    assert [card.face.name for card in gallery.cards()] == ["x", "y"]
    assert not gallery.ours.isVisible()
    gallery.search.setText("nothing like it")
    assert gallery.cards() == ()
    assert gallery._nothing.isVisible()


# A project becomes a template


@pytest.fixture
def described(monkeypatch: pytest.MonkeyPatch) -> list[TemplateWords | None]:
    """What is answered when a name is asked for, one after the other."""
    answers: list[TemplateWords | None] = []
    monkeypatch.setattr(describe_template, "describe", lambda *_: answers.pop(0))
    return answers


def test_a_project_is_kept_as_a_template_and_a_map_made_of_it(
    window: MainWindow, qtbot: QtBot, described: list[TemplateWords | None], folders: Path
) -> None:
    window.open_template("mirror")
    described.append(TemplateWords(HOSTILE, "for us"))
    window.actions_["file.save_template"].trigger()
    (file,) = folders.iterdir()
    assert load(file).project.title == HOSTILE
    session = window.session
    assert session is not None
    phases = [phase.title for phase in session.journey.phases]
    window.show_start_page()
    own = window.start_page.gallery.own
    qtbot.waitUntil(lambda: [card.face.title for card in own.cards()] == [HOSTILE], timeout=30_000)
    own.cards()[0].click()
    assert not window.at_start
    assert [phase.title for phase in session.journey.phases] == phases


def test_a_template_of_the_same_name_is_replaced_only_if_wanted(
    window: MainWindow, described: list[TemplateWords | None], folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kept(folders)
    before = path.read_bytes()
    window.open_template("mirror")
    for wanted in (False, True):
        described.append(TemplateWords("Erstgespräch", ""))
        monkeypatch.setattr(messages, "confirm", lambda *_, wanted=wanted, **__: wanted)
        window.actions_["file.save_template"].trigger()
        assert (path.read_bytes() != before) is wanted


def test_own_templates_are_renamed_and_removed_in_the_gallery(
    window: MainWindow,
    qtbot: QtBot,
    described: list[TemplateWords | None],
    folders: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept(folders)
    gallery = window.start_page.gallery
    window.own_templates.changed.emit()
    qtbot.waitUntil(lambda: len(gallery.own.cards()) == 1, timeout=30_000)
    described.append(TemplateWords("Zweitgespräch", ""))
    gallery.rename_wanted.emit(gallery.own.cards()[0].face)
    qtbot.waitUntil(lambda: [card.face.title for card in gallery.own.cards()] == ["Zweitgespräch"], timeout=30_000)
    monkeypatch.setattr(messages, "confirm", lambda *_, **__: True)
    gallery.remove_wanted.emit(gallery.own.cards()[0].face)
    qtbot.waitUntil(lambda: not gallery.own.cards(), timeout=30_000)
    assert list(folders.iterdir()) == []


def test_a_template_that_cannot_be_saved_says_why(
    window: MainWindow, described: list[TemplateWords | None], folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(messages, "say", lambda _parent, _head, text, *_: said.append(text))
    folders.parent.mkdir(parents=True)
    folders.write_text("a file is in the way", encoding="utf-8")
    window.open_template("mirror")
    described.append(TemplateWords("Erstgespräch", ""))
    window.actions_["file.save_template"].trigger()
    assert len(said) == 1


def test_a_template_needs_a_name(app: QApplication, qtbot: QtBot) -> None:
    dialog = DescribeTemplate(None, "Head", "Save", "  first\nline ", "", "Folder")
    qtbot.addWidget(dialog)
    assert dialog.words() == TemplateWords("first line", "")
    assert dialog._take.isEnabled()
    dialog.title.setText("   ")
    assert not dialog._take.isEnabled()
