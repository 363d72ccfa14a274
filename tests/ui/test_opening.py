"""Opening a file in steps, so that the window never stands still."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from journey_editor.edit.maps import set_map
from journey_editor.storage import files
from journey_editor.storage.codec import encode
from journey_editor.storage.templates import from_template
from journey_editor.ui import documents, rooms
from journey_editor.ui.dialogs import messages
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.turns import Turns
from tests.builders import project


def test_steps_are_done_one_at_each_turn(window: MainWindow, qtbot: QtBot) -> None:
    done: list[int] = []

    def steps() -> Iterator[None]:
        for n in range(3):
            done.append(n)
            yield

    turns = Turns(window)
    turns.begin(steps())
    assert (done, turns.busy) == ([], True)
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == [0, 1, 2]
    turns.begin(steps())
    turns.stop()
    qtbot.wait(0)
    assert done == [0, 1, 2]


def test_the_rooms_exist() -> None:
    assert all(find_spec(name) is not None for name in rooms.ROOMS)


def test_a_file_is_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "kept.journey"
    kept = from_template("mirror", "de")
    files.save(path, kept.project, kept.images)
    window.open_path(path)
    assert window.at_start
    with qtbot.waitSignal(window.settled):
        pass
    assert window.session is not None
    assert (window.session.project, window.session.path) == (kept.project, path)
    assert window.workspace.panels.filled


def test_what_was_done_while_a_file_was_read_is_asked_about(
    open_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_window.session
    assert session is not None
    assert not session.dirty
    path = tmp_path / "other.journey"
    files.save(path, session.project, session.images)
    asked: list[str] = []
    monkeypatch.setattr(documents, "ask_to_save", lambda _parent, title: asked.append(title) or "cancel")
    steps = open_window.workspace.documents.opening(path)
    next(steps)
    session.apply("Rename", lambda project: set_map(project, session.map_id, title="Meanwhile"))
    changed = session.project
    assert list(steps) is not None
    assert asked
    assert session.project is changed


def test_what_was_mended_in_a_file_is_told_place_by_place(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = from_template("mirror", "de")
    path = tmp_path / "kept.journey"
    data = encode(kept.project.evolve(description="eins zwei"), kept.images).replace(b"eins zwei", b"eins\\u0000zwei")
    path.write_bytes(data)
    told = listen(monkeypatch)
    window.open_path(path)
    with qtbot.waitSignal(window.settled):
        pass
    assert told == [
        (
            (
                "1 place in “kept.journey” was not as it should be and was mended. The file on the disk stays as it "
                "is until you save."
            ),
            "/project/description: Control characters were removed from the text.",
        )
    ]
    assert path.read_bytes() == data
    assert window.session is not None
    assert window.session.project.description == "einszwei"


def test_a_map_that_a_file_lacks_is_told_of_too(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "empty.journey"
    files.save(path, project(), {})
    told = listen(monkeypatch)
    window.open_path(path)
    with qtbot.waitSignal(window.settled):
        pass
    assert [details for _, details in told] == ["/project/maps: There was no map. An empty one was added."]
    assert files.load(path).project.maps == ()


def listen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What dialogs say from now on, which are closed at once, and what their details say."""
    told: list[tuple[str, str]] = []

    def answer(message: messages.Message) -> int:
        details = message.findChild(QPlainTextEdit)
        told.append((message.accessibleDescription(), details.toPlainText()))
        return 0

    monkeypatch.setattr(messages.Message, "exec", answer)
    return told
