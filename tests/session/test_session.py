"""The session: one project in one window, told of by signals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.edit import cards, maps, phases, projects, remove
from journey_editor.edit.change import EditError
from journey_editor.model.assets import AssetRef
from journey_editor.model.project import Project
from journey_editor.session.session import PAUSE_MS, Session
from journey_editor.storage.codec import Loaded, decode, encode
from journey_editor.storage.problem import FileProblem
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two

IMAGES = {PIXEL_SHA: PIXEL}
NOON = datetime(2026, 3, 22, 12, 0, 30, tzinfo=timezone(timedelta(hours=1)))


class Heard:
    """The signals of a session, in the order they came."""

    def __init__(self, session: Session) -> None:
        self.names: list[str] = []
        for name in ("project", "selection", "map", "file", "language"):
            getattr(session, f"{name}_changed").connect(lambda name=name: self.names.append(name))

    def now(self) -> list[str]:
        names, self.names = self.names, []
        return names


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    session = Session(now=lambda: NOON)
    session.new(Loaded(everything(), dict(IMAGES), ()))
    yield session
    session.deleteLater()


@pytest.fixture
def heard(session: Session) -> Heard:
    return Heard(session)


def _rename(title: str):  # type: ignore[no-untyped-def]
    return lambda project: cards.set_card(project, "tp-web", title=title)


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
    session.apply("Rename", _rename("Website"))
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
    session.apply("Rename", _rename("x"))
    session.undo()
    session.select(["tp-shop"])
    session.go_to_map("mp-two")
    assert session.can_redo


def test_undo_shows_the_map_where_it_happened(session: Session, heard: Heard) -> None:
    session.select(["tp-web"])
    session.apply("Rename", _rename("x"))
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
        session.apply("Type", _rename(text), merge=("title", "tp-web"))
    assert len(session.history.past) == 1
    pause = session._pause
    assert pause.isSingleShot()
    assert pause.interval() == PAUSE_MS
    with qtbot.waitSignal(pause.timeout):
        pause.setInterval(0)  # the pause is over
    session.apply("Type", _rename("xyz"), merge=("title", "tp-web"))
    assert len(session.history.past) == 2


def test_a_field_that_is_visited_is_one_step_however_long_one_thinks(session: Session) -> None:
    session.apply("Type", _rename("x"), merge=("title", "tp-web"))
    assert session._pause.isActive()
    session.apply("Type", _rename("xy"), merge=("title", "tp-web"), pausing=False)
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
    session.apply("Type", _rename("x"), merge=1)
    close(session, tmp_path / "a.journey")
    session.apply("Type", _rename("xy"), merge=1)
    assert len(session.history.past) == 2


def test_typing_back_to_the_saved_text_leaves_nothing_to_save(session: Session) -> None:
    session.apply("Type", _rename("x"), merge=1)
    session.apply("Type", _rename("Website"), merge=1)
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


# Files


def test_saving_writes_what_can_be_opened_again(session: Session, tmp_path: Path, heard: Heard) -> None:
    path = tmp_path / "Kauf.journey"
    session.apply("Rename", _rename("Neu"))
    heard.now()
    assert session.save(path) == path
    assert not session.dirty
    assert (session.path, session.title) == (path, "Kauf.journey")
    assert session.window_title == "Kauf.journey[*] – Journey Editor"
    assert session.project.modified == "2026-03-22T11:00:30Z"
    assert heard.now() == ["project", "file"]
    other = Session()
    report = other.open(path).report
    assert report == ()
    assert other.project == session.project
    assert other.images == IMAGES


def test_saving_what_is_saved_leaves_its_date(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    session.save(path)
    assert session.project.modified == ""
    data = path.read_bytes()
    session.save()
    assert path.read_bytes() == data


def test_undo_after_saving_is_dirty_and_redo_is_clean(session: Session, tmp_path: Path) -> None:
    session.apply("Rename", _rename("Neu"))
    session.save(tmp_path / "a.journey")
    session.undo()
    assert session.dirty
    session.redo()
    assert not session.dirty


def test_saving_under_another_name_makes_that_the_file(session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "a.journey")
    session.save_as(tmp_path / "b.journey")
    assert session.path == tmp_path / "b.journey"
    assert (tmp_path / "a.journey").exists()


def test_a_project_without_a_file_cannot_be_saved_to_it(session: Session) -> None:
    with pytest.raises(ValueError, match="no file"):
        session.save()


def test_a_save_that_fails_changes_nothing(session: Session, tmp_path: Path, heard: Heard) -> None:
    session.apply("Rename", _rename("Neu"))
    before = session.project
    heard.now()
    with pytest.raises(FileProblem):
        session.save(tmp_path / "no such folder" / "a.journey")
    assert session.project is before
    assert session.dirty
    assert session.path is None
    assert heard.now() == []


def test_a_file_that_cannot_be_opened_leaves_the_project_open(session: Session, tmp_path: Path, heard: Heard) -> None:
    broken = tmp_path / "broken.journey"
    broken.write_text("{", encoding="utf-8")
    before = session.project
    for path in (broken, tmp_path / "missing.journey"):
        with pytest.raises(FileProblem):
            session.open(path)
    assert session.project is before
    assert heard.now() == []


def test_opening_a_file_begins_anew(session: Session, tmp_path: Path, heard: Heard) -> None:
    path = tmp_path / "other.journey"
    path.write_bytes(encode(two_by_two(), {}))
    session.apply("Rename", _rename("Neu"))
    session.select(["tp-web"])
    session.set_language("en")
    heard.now()
    session.open(path)
    assert session.project == two_by_two()
    assert (session.map_id, session.selection, session.language, session.images) == ("map", (), "de", {})
    assert not session.can_undo
    assert not session.dirty
    assert sorted(heard.now()) == ["file", "language", "map", "project", "selection"]


def test_a_file_without_a_map_gets_an_empty_one(qapp: object) -> None:
    session = Session()
    session.new(decode(encode(Project(id="bare"), {}), "bare"))
    assert session.journey.phases == ()
    assert not session.dirty


def test_an_image_is_saved_as_long_as_something_shows_it(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.journey"

    def stop_showing(project: Project) -> Project:
        return remove.delete(project, ["tp-web", "pc-one", "pe-eva"])

    session.apply("Delete", stop_showing)
    session.save(path)
    other = Session()
    other.open(path)
    assert other.images == {}
    session.undo()
    session.save()
    other.open(path)
    assert other.images == IMAGES, "undo brought it back"


def test_the_bytes_of_a_new_image_are_kept(session: Session) -> None:
    image = AssetRef(sha256="b" * 64, media_type="image/png", width=1, height=1)
    session.keep_image(image, b"...")
    assert session.images["b" * 64] == b"..."


def test_the_date_of_a_change_is_utc(session: Session, tmp_path: Path) -> None:
    session.apply("Rename", _rename("Neu"))
    session.save(tmp_path / "a.journey")
    assert datetime.fromisoformat(session.project.modified) == NOON.astimezone(UTC)


# Going to a step


def test_going_to_a_step_tells_once_and_selects_what_undo_would(session: Session, heard: Heard) -> None:
    for title in ("A", "B", "C"):
        session.apply(title, _rename(title))
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
    session.apply("A", _rename("A"))
    session.save(tmp_path / "a.journey")
    assert session.saved_step == 1
    session.apply("B", _rename("B"))
    session.undo()
    session.undo()
    assert session.saved_step == 1
    assert session.dirty
    session.apply("C", _rename("C"))  # the saved state is not to be had any more
    assert session.saved_step is None
