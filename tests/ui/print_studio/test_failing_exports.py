"""An export that fails or is called off, at whatever moment, leaves the files as they were and the studio ready."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor import pulse
from journey_editor.model.presets import PRESETS
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.print_studio.saving import save
from journey_editor.ui.print_studio.studio import PrintStudio
from tests.builders import two_by_two

SEVERAL = PRESETS["handout"].evolve(fit="phases")


@pytest.fixture
def small(app: QApplication, session: Session, qtbot: QtBot) -> PrintStudio:
    """A studio with a small map on two pages and more."""
    session.new(Loaded(two_by_two(), {}, ()))
    made = PrintStudio(session, None, SEVERAL)
    qtbot.addWidget(made)
    made.show()
    made.compose()
    return made


def old_files(folder: Path, suffix: str) -> dict[str, bytes]:
    """Some of those that are about to be written."""
    found = {"map.pdf": b"old"} if suffix == ".pdf" else {f"map-2{suffix}": b"old"}
    for name, data in found.items():
        (folder / name).write_bytes(data)
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def export(studio: PrintStudio, path: Path, qtbot: QtBot) -> None:
    studio.write(path, 50)
    qtbot.waitUntil(lambda: not studio._saving)
    QApplication.processEvents()


def no_thread_runs() -> bool:
    return not [thread for thread in threading.enumerate() if thread.name == "print-studio"]


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        ("write", errno.ENOSPC, "The disk is full."),
        ("fsync", errno.EIO, "The drive fails."),
        ("open", errno.EROFS, "This drive is read-only."),
        ("replace", errno.EACCES, "Here may not be written."),
    ],
)
def test_a_failing_system_is_named_with_its_cure_and_nothing_is_lost(
    small: PrintStudio,
    said: list[str],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    call: str,
    code: int,
    words: str,
) -> None:
    before, real = old_files(tmp_path, suffix), getattr(os, call)
    calls = 0

    def failing(target: Any, *rest: Any, **named: Any) -> Any:
        nonlocal calls
        ours = threading.current_thread().name == "print-studio"
        calls += ours
        if ours and calls == (1 if suffix == ".pdf" else 2):  # of several files the second
            raise OSError(code, os.strerror(code))
        return real(target, *rest, **named)

    monkeypatch.setattr(os, call, failing)
    export(small, tmp_path / f"map{suffix}", qtbot)
    monkeypatch.undo()
    assert contents(tmp_path) == before
    assert len(said) == 1
    assert words in said[0]
    assert small.written is None
    assert small.isVisible()
    qtbot.waitUntil(small.foot.save_button.isEnabled)
    assert no_thread_runs()


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_a_folder_that_is_gone_says_so(
    small: PrintStudio, said: list[str], qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    export(small, tmp_path / "gone" / f"map{suffix}", qtbot)
    assert "The folder does not exist. Make it, or choose another." in said[0]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".pdf", ".svg"])
def test_it_is_called_off_at_each_beat(small: PrintStudio, tmp_path: Path, suffix: str) -> None:
    wanted, before = small.wanted(), old_files(tmp_path, suffix)

    def beats(most: int) -> int:
        """How many were felt; with the last that is allowed it is called off."""
        count = 0

        def feel(_done: int, _whole: int) -> None:
            nonlocal count
            count += 1
            if count > most:
                raise pulse.CalledOff

        with pulse.felt(feel):
            save(wanted, {}, tmp_path / f"map{suffix}", True)
        return count

    whole = beats(1_000_000)
    for file in tmp_path.iterdir():
        file.unlink()
    assert old_files(tmp_path, suffix) == before
    assert whole > 3
    for most in {*range(0, whole, max(1, whole // 12)), *range(max(0, whole - 4), whole)}:
        with pytest.raises(pulse.CalledOff):
            beats(most)
        assert contents(tmp_path) == before


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
@pytest.mark.parametrize("turns", [0, 1, 2, 4, 8])
def test_it_is_stopped_or_closed_whenever_one_likes(
    small: PrintStudio, qtbot: QtBot, tmp_path: Path, suffix: str, turns: int
) -> None:
    for leave in (small.foot.cancel_button.click, small.close):
        before = old_files(tmp_path, suffix)
        small.write(tmp_path / f"map{suffix}", 50)
        for _ in range(turns):
            QApplication.processEvents()
        leave()
        if leave == small.close:
            assert not small.background.busy
            assert not small._turns.busy
        else:
            qtbot.waitUntil(lambda: not small._saving)
        assert no_thread_runs() or small.background.busy  # what is composed anew
        found = contents(tmp_path)
        faster = found != before  # all was written before it heard
        if faster:
            made = small.composer.pages
            assert made is not None
            assert len(found) == (1 if suffix == ".pdf" else len(made.pages))
            assert b"old" not in found.values()
        for file in tmp_path.iterdir():
            file.unlink()
        if faster:
            return


def test_stopping_is_said(small: PrintStudio, tmp_path: Path) -> None:
    small.write(tmp_path / "map.pdf")
    small.foot.cancel_button.click()
    assert small.foot.summary.text() == "Stopping ..."
    small.background.finish()
    assert small.foot.summary.text() != "Stopping ..."


def test_the_end_of_the_program_calls_it_off(small: PrintStudio, app: QApplication, tmp_path: Path) -> None:
    before = old_files(tmp_path, ".pdf")
    small.write(tmp_path / "map.pdf")
    app.aboutToQuit.emit()
    assert not small.background.busy
    assert no_thread_runs()
    assert contents(tmp_path) == before


def _answered(act: Callable[[PrintStudio], object]) -> Callable[[PrintStudio], int]:
    """What a dialog does that is shown for a moment."""

    def shown(studio: PrintStudio) -> int:
        studio.show()
        act(studio)
        return 0

    return shown


def test_a_studio_is_gone_when_it_is_left(open_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for act in (PrintStudio.reject, PrintStudio.close, lambda studio: (studio.choices.set(margin=31), studio.reject())):
        monkeypatch.setattr(PrintStudio, "exec", _answered(act))
        open_window.actions_["file.print"].trigger()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        assert not open_window.findChildren(PrintStudio)
        assert no_thread_runs()


def test_a_choice_made_just_before_leaving_composes_nothing(small: PrintStudio, qtbot: QtBot) -> None:
    small.choices.set(margin=31)
    small.reject()
    passed: list[bool] = []
    QTimer.singleShot(150, lambda: passed.append(True))
    qtbot.waitUntil(lambda: bool(passed))
    assert not small.background.busy
    assert no_thread_runs()


class Held(PermissionError):
    """What Windows says of a file that a viewer has open."""

    winerror = 32


def test_a_file_that_a_viewer_has_open_is_named_with_the_way_out(
    small: PrintStudio, said: list[str], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, tries = old_files(tmp_path, ".pdf"), list[float]()

    def holding(*_given: Any) -> None:
        raise Held(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", holding)
    monkeypatch.setattr(time, "sleep", tries.append)
    export(small, tmp_path / "map.pdf", qtbot)
    monkeypatch.undo()
    assert len(tries) > 10  # a virus scanner is waited for
    assert len(said) == 1
    assert said[0].endswith("Another program has this file open. Close it there, or choose another name.")
    assert contents(tmp_path) == before
