"""The whole map or only what is selected: seen, printed and said alike, and only for once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.layout.scaling import runs
from journey_editor.model.queries import find_map
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.print_studio.studio import PrintStudio
from tests.builders import two_by_two

CARDS = {"a1", "a2", "a3", "b1", "n1"}


def words_of(studio: PrintStudio) -> set[str]:
    studio.compose()
    made = studio.composer.pages
    assert made is not None
    return {run.text for page in made.pages for run in runs(page.root.items)}


def opened(session: Session, qtbot: QtBot, *ids: str, only_selected: bool = False) -> PrintStudio:
    session.new(Loaded(two_by_two(), {}, ()))
    session.select(ids)
    studio = PrintStudio(session, None, only_selected=only_selected)
    qtbot.addWidget(studio)
    return studio


def test_without_a_selection_there_is_no_choice_and_it_says_why(
    app: QApplication, session: Session, qtbot: QtBot
) -> None:
    for ids in ((), (two_by_two().personas[0].id,) if two_by_two().personas else ()):
        studio = opened(session, qtbot, *ids, only_selected=True)
        extent = studio.side.extent
        assert not extent.extent.group.button(1).isEnabled()
        assert not extent.only_selected
        assert extent.about.text() == "Nothing is selected on the map."
        assert words_of(studio) & CARDS == CARDS


def test_what_is_chosen_is_what_is_composed(app: QApplication, session: Session, qtbot: QtBot) -> None:
    studio = opened(session, qtbot, "a1")
    extent = studio.side.extent
    assert extent.about.text() == "1 card is selected."
    assert words_of(studio) & CARDS == CARDS
    extent.extent.group.button(1).click()
    assert words_of(studio) & CARDS == {"a1"}
    assert any("1 von 5" in words or "1 of 5" in words for words in words_of(studio))
    extent.extent.group.button(0).click()
    assert words_of(studio) & CARDS == CARDS


def test_it_is_written_under_a_name_of_its_own_and_not_remembered(
    app: QApplication, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    studio = opened(session, qtbot, "a1", "b1", only_selected=True)
    assert studio.side.extent.only_selected
    studio.choices.set(paper="A2")
    assert words_of(studio) & CARDS == {"a1", "b1"}
    assert "-Auswahl.pdf" in studio.foot.detail.toolTip() + studio.foot.detail.text()
    before = session.project
    studio.write(tmp_path / "part.svg")
    studio.background.finish()
    assert studio.written == tmp_path / "part.svg"
    text = (tmp_path / "part.svg").read_text(encoding="utf-8")
    assert ">a1<" in text
    assert ">a2<" not in text
    assert session.project is before


def test_the_part_is_made_once_for_a_project(app: QApplication, session: Session, qtbot: QtBot) -> None:
    studio = opened(session, qtbot, "a1", only_selected=True)
    assert studio.wanted().project is studio.wanted().project
    session.apply("Another title", lambda project: project.evolve(title="Another"))
    assert studio.wanted().project.title == "Another"
    part = find_map(studio.wanted().project, session.map_id)
    assert [lane.id for lane in part.lanes] == [lane.id for lane in session.journey.lanes][: len(part.lanes)]


def test_the_command_opens_the_studio_with_this_choice(
    open_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def look(studio: PrintStudio) -> int:
        seen.append(studio.side.extent.only_selected)
        return 0

    monkeypatch.setattr(PrintStudio, "exec", look)
    action = open_window.actions_["file.export_selection"]
    session = open_window.workspace.session
    session.select(())
    QApplication.processEvents()
    assert not action.isEnabled()
    session.select(("tp-web",))
    QApplication.processEvents()
    action.trigger()
    open_window.actions_["file.print"].trigger()
    assert seen == [True, False]


def test_sheets_of_a_poster_are_shown_too(app: QApplication, session: Session, qtbot: QtBot) -> None:
    studio = opened(session, qtbot)
    studio.choices.set(paper="A2", tile="A4")
    words_of(studio)
    assert len(studio.preview.pages) > 4
    assert studio.preview._margin == 7.0
