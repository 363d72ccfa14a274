"""Work beside the window: its result comes, what is not wanted any more is dropped, and nothing is left running."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journey_editor import pulse
from journey_editor.ui.print_studio.background import Background


@pytest.fixture
def background(qapp: QObject) -> Background:
    return Background(qapp)


def no(problem: Exception) -> None:
    raise problem


def endless(begun: threading.Event) -> Callable[[], None]:
    def work() -> None:
        while True:
            begun.set()
            pulse.beat(1, 2)

    return work


def test_the_result_comes_in_the_thread_of_the_window(background: Background, qtbot: QtBot) -> None:
    made: list[object] = []
    background.begin(threading.current_thread, lambda thread: made.extend((thread, threading.current_thread())), no)
    qtbot.waitUntil(lambda: len(made) == 2)
    assert made[0] is not made[1]
    assert made[1] is threading.main_thread()
    assert not background.busy


def test_the_collector_rests_while_a_thread_runs(background: Background) -> None:
    assert gc.isenabled()
    resting: list[bool] = []
    background.begin(gc.isenabled, resting.append, no)
    background.finish()
    assert resting == [False]
    assert gc.isenabled()


def test_a_new_work_drops_the_one_before(background: Background) -> None:
    begun, made = threading.Event(), []
    background.begin(endless(begun), made.append, no)
    begun.wait()
    background.begin(lambda: "second", made.append, no)
    background.begin(lambda: "third", made.append, no)
    background.finish()
    assert made == ["third"]


def test_what_went_wrong_is_told(background: Background) -> None:
    told: list[Exception] = []

    def fail() -> None:
        raise KeyError("x")

    background.begin(fail, no, told.append)
    background.finish()
    assert isinstance(told[0], KeyError)


def test_stopping_is_told_once_it_has_ended(background: Background, qtbot: QtBot) -> None:
    begun = threading.Event()
    background.begin(endless(begun), no, no)
    begun.wait()
    with qtbot.waitSignal(background.called_off):
        background.stop()
    assert not background.busy


def test_nothing_runs_after_closing(background: Background) -> None:
    begun, before = threading.Event(), threading.active_count()
    background.begin(endless(begun), no, no)
    begun.wait()
    background.close()
    assert threading.active_count() == before
    assert gc.isenabled()


def test_beats_tell_how_far_it_is(background: Background, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    background.progress.connect(lambda done, whole: heard.append((done, whole)))
    background.begin(lambda: pulse.beat(3, 7), lambda _made: None, no)
    background.finish()
    assert heard == [(3, 7)]


def test_a_beat_is_felt_only_by_who_is_there() -> None:
    heard: list[tuple[int, int]] = []
    pulse.beat(1, 3)
    with pulse.felt(lambda done, whole: heard.append((done, whole))):
        pulse.beat(2, 3)
        with pulse.felt(lambda _done, whole: heard.append((0, whole))):
            pulse.beat(2, 9)
    pulse.beat(3, 3)
    assert heard == [(2, 3), (0, 9)]
