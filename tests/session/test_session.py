"""The session: one project in one window, told of by signals."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.edit import cards, maps, phases, projects, remove
from journey_editor.edit.change import EditError
from journey_editor.model.project import Project
from journey_editor.session.session import PAUSE_MS, Session

from .hearing import Heard, rename

# Editing


def test_a_new_session_shows_an_empty_map(qapp: object) -> None:
    session = Session()
    assert session.journey.phases == ()
    assert not session.dirty
    assert session.window_title == "Untitled[*] – Journey Editor"


def test_an_edit_is_told_once_with_all_state_in_place(session: Session, heard: Heard) -> None:
    seen = []
    session.project_changed.connect(lambda: seen.append((session.project.title, session.dirty, session.can_undo)))
    session.apply("Title", lambda project: projects.set_project(project, title="Neu"))
    assert seen == [("Neu", True, True)]
    assert heard.now() == ["project", "file"]


def test_an_edit_that_changes_nothing_tells_nothing(session: Session, heard: Heard) -> None:
    session.apply("Rename", rename("Website"))
    assert heard.now() == []
    assert not session.can_undo


def test_a_refused_edit_changes_nothing(session: Session, heard: Heard) -> None:
    before = session.project
    with pytest.raises(EditError):
        session.apply("Delete", lambda project: remove.delete(project, ["pr-all"]))
    assert session.project is before
    assert heard.now() == []


def test_a_thing_just_made_is_given_back_and_selected(session: Session, heard: Heard) -> None:
    made = session.apply("Add", lambda project: phases.add_phase(project, "mp-one", title="Neu"))
    assert isinstance(made, str)
    assert session.selection == (made,)
    copies = session.apply("Copy", lambda project: cards.duplicate_cards(project, ["tp-web", "tp-shop"]))
    assert session.selection == copies


def test_what_to_select_can_be_said(session: Session) -> None:
    session.apply("Add", lambda project: phases.add_phase(project, "mp-one"), select=("tp-web", "no-such-thing"))
    assert session.selection == ("tp-web",)


def test_what_is_deleted_is_no_longer_selected(session: Session, heard: Heard) -> None:
    session.select(["tp-web", "tp-shop", "pa-one"])
    heard.now()
    session.apply("Delete", lambda project: cards.delete_cards(project, ["tp-web"]))
    assert session.selection == ("tp-shop",)
    assert heard.now() == ["project", "selection", "file"]


# Undo


def test_undo_and_redo_bring_back_values_and_selections(session: Session, heard: Heard) -> None:
    first = session.project
    session.select(["tp-web"])
    session.apply("Delete", lambda project: cards.delete_cards(project, ["tp-web"]))
    deleted = session.project
    assert (session.undo_label, session.redo_label) == ("Delete", "")
    session.undo()
    assert session.project is first
    assert session.selection == ("tp-web",)
    assert not session.dirty
    assert (session.undo_label, session.redo_label) == ("", "Delete")
    session.redo()
    assert session.project is deleted
    assert session.selection == ()


def test_a_click_never_clears_redo(session: Session) -> None:
    session.apply("Rename", rename("x"))
    session.undo()
    session.select(["tp-shop"])
    session.go_to_map("mp-two")
    assert session.can_redo


def test_undo_shows_the_map_where_it_happened(session: Session, heard: Heard) -> None:
    session.select(["tp-web"])
    session.apply("Rename", rename("x"))
    session.go_to_map("mp-two")
    assert session.selection == ()
    heard.now()
    session.undo()
    assert session.map_id == "mp-one"
    assert heard.now() == ["project", "map", "selection", "file"]


def test_undo_without_a_step_is_nothing(session: Session, heard: Heard) -> None:
    session.undo()
    session.redo()
    assert heard.now() == []


# Typing


def test_typing_is_one_step_until_it_pauses(session: Session, qtbot: QtBot) -> None:
    for text in ("x", "xy"):
        session.apply("Type", rename(text), merge=("title", "tp-web"))
    assert len(session.history.past) == 1
    pause = session._pause
    assert pause.isSingleShot()
    assert pause.interval() == PAUSE_MS
    with qtbot.waitSignal(pause.timeout):
        pause.setInterval(0)  # the pause is over
    session.apply("Type", rename("xyz"), merge=("title", "tp-web"))
    assert len(session.history.past) == 2


def test_a_field_that_is_visited_is_one_step_however_long_one_thinks(session: Session) -> None:
    session.apply("Type", rename("x"), merge=("title", "tp-web"))
    assert session._pause.isActive()
    session.apply("Type", rename("xy"), merge=("title", "tp-web"), pausing=False)
    assert not session._pause.isActive()
    assert len(session.history.past) == 1


@pytest.mark.parametrize(
    "close",
    [
        lambda session, path: session.close_merge(),
        lambda session, path: session.select(["tp-shop"]),
        lambda session, path: session.save(path),
        lambda session, path: session.go_to_map("mp-two"),
        lambda session, path: session.set_language("en"),
    ],
    ids=["focus leaves", "another selection", "save", "another map", "another language"],
)
def test_typing_ends_when_something_else_begins(session: Session, tmp_path: Path, close) -> None:  # type: ignore[no-untyped-def]
    session.apply("Type", rename("x"), merge=1)
    close(session, tmp_path / "a.journey")
    session.apply("Type", rename("xy"), merge=1)
    assert len(session.history.past) == 2


def test_typing_back_to_the_saved_text_leaves_nothing_to_save(session: Session) -> None:
    session.apply("Type", rename("x"), merge=1)
    session.apply("Type", rename("Website"), merge=1)
    assert not session.dirty


# Selection, map, language


def test_a_selection_is_told_only_if_it_differs(session: Session, heard: Heard) -> None:
    session.select(["tp-web", "tp-web", "no-such-thing"])
    session.select(["tp-web"])
    assert session.selection == ("tp-web",)
    assert heard.now() == ["selection"]


def test_a_selection_of_very_many_is_kept_true_as_well(session: Session) -> None:
    def grow(project: Project) -> Project:
        for _ in range(120):
            project, _key = cards.add_card(project, "ln-online", "st-see")
        return project

    session.apply("Grow", grow)
    keys = [card.id for card in session.journey.lanes[0].cells[0].cards]  # type: ignore[union-attr]
    session.select([*keys, "no-such-thing"])
    assert session.selection == tuple(keys)
    session.apply("Delete", lambda project: cards.delete_cards(project, keys[:5]))
    assert session.selection == tuple(keys[5:])


def test_deleting_the_map_that_is_shown_shows_its_neighbour(session: Session, heard: Heard) -> None:
    session.go_to_map("mp-two")
    heard.now()
    session.apply("Delete", lambda project: maps.delete_map(project, "mp-two"))
    assert session.map_id == "mp-one"
    assert "map" in heard.now()
    with pytest.raises(KeyError):
        session.go_to_map("mp-two")


def test_the_content_language_is_the_projects_until_another_is_chosen(session: Session, heard: Heard) -> None:
    assert session.language == "de"
    session.set_language("en")
    session.set_language("en")
    assert session.language == "en"
    assert heard.now() == ["language"]
    session.set_language("de")
    session.apply("Language", lambda project: projects.set_project(project, language="en"))
    assert session.language == "en"
    assert heard.now() == ["language", "project", "language", "file"]


def test_the_languages_of_the_content_are_named_with_its_own_first(session: Session) -> None:
    assert session.languages == ("de", "en")


# Going to a step


def test_going_to_a_step_tells_once_and_selects_what_undo_would(session: Session, heard: Heard) -> None:
    for title in ("A", "B", "C"):
        session.apply(title, rename(title))
    states = session.history.states()
    heard.now()
    session.go_to_step(1)
    assert session.project is states[1]
    assert (session.undo_label, session.redo_label) == ("A", "B")
    assert heard.now().count("project") == 1
    session.go_to_step(3)
    assert session.project is states[3]
    assert not session.can_redo
    session.go_to_step(3)
    assert heard.now() == ["project"]


def test_the_saved_state_is_known_among_the_steps(session: Session, tmp_path: Path) -> None:
    assert session.saved_step == 0
    session.apply("A", rename("A"))
    session.save(tmp_path / "a.journey")
    assert session.saved_step == 1
    session.apply("B", rename("B"))
    session.undo()
    session.undo()
    assert session.saved_step == 1
    assert session.dirty
    session.apply("C", rename("C"))  # the saved state is not to be had any more
    assert session.saved_step is None
