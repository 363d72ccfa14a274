"""An error never takes the work along: raised in slots, paints, timers, threads and finalisers of a running program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from journey_editor.session import rescue
from journey_editor.session.recorder import Recorder
from journey_editor.session.session import Session
from journey_editor.storage.recovery.journal import read
from journey_editor.ui.dialogs.fault import FaultMessage
from journey_editor.ui.fault_log import FaultLog
from journey_editor.ui.fault_words import harmless
from journey_editor.ui.faults import Faults

HEAD = """
import json, os, sys, threading
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer, qWarning
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from journey_editor.session import rescue
from journey_editor.ui.dialogs import fault
from journey_editor.ui.faults import Faults

app = QApplication([])
told = []
where = []
def exec_(self):
    told.append(self._details)
    where.append(threading.current_thread() is threading.main_thread())
fault.FaultMessage.exec = exec_
faults = Faults(Path(sys.argv[1]))
faults.install()
written = []
rescue.on_fault(lambda: not written.append(1))

class Bad(QWidget):
    def paintEvent(self, event): raise RuntimeError("in a paint")
    def event(self, event):
        if event.type() == QEvent.Type.User: raise RuntimeError("in an event")
        return super().event(event)
class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User: raise RuntimeError("in a filter")
        return False
class Dies:
    def __del__(self): raise RuntimeError("in a finaliser")

bad = Bad(); button = QPushButton(); ticks = QTimer(); seen = []
def slot(): raise RuntimeError("in a slot")
def tick(): seen.append(1); raise RuntimeError("in a timer")
def single(): raise RuntimeError("in a single shot")
def thread(): raise RuntimeError("in a thread")
"""
TAIL = """
print(json.dumps({"told": told, "where": where, "written": len(written), "count": faults.count, "extra": extra}))
"""


def run(body: str, log: Path) -> dict[str, object]:
    """A program that does this; what it found. It has to end by itself."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = HEAD + body + TAIL
    done = subprocess.run(
        [sys.executable, "-c", program, str(log)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


EACH = {
    "a slot": "button.clicked.connect(slot); QTimer.singleShot(0, button.click)",
    "a paint": "bad.show()",
    "an event": "QTimer.singleShot(0, lambda: app.sendEvent(bad, QEvent(QEvent.Type.User)))",
    "a filter": "f = Filter(); button.installEventFilter(f);"
    " QTimer.singleShot(0, lambda: app.sendEvent(button, QEvent(QEvent.Type.User)))",
    "a timer": "ticks.timeout.connect(tick); ticks.start(0)",
    "a single shot": "QTimer.singleShot(0, single)",
    "a thread": "threading.Thread(target=thread).start()",
    "a finaliser": "QTimer.singleShot(0, lambda: Dies())",
}


@pytest.mark.parametrize("place", EACH)
def test_an_error_is_told_written_down_and_the_program_goes_on(place: str, tmp_path: Path) -> None:
    log = tmp_path / "logs" / "x.log"
    body = (
        EACH[place] + "\nextra = []\nQTimer.singleShot(150, lambda: (extra.append('alive'), app.quit()))\napp.exec()\n"
    )
    found = run(body, log)
    assert found["extra"] == ["alive"]
    told = found["told"]
    assert isinstance(told, list)
    assert len(told) == 1  # however often it came
    assert f"in {place}" in told[0]
    assert found["where"] == [True]  # dialogs belong to the thread of the window
    assert found["written"]
    assert f"in {place}" in log.read_text(encoding="utf-8")


def test_errors_by_the_thousand_open_few_dialogs_and_no_large_log(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    body = """
def many(n):
    exec(compile("\\n" * n + "raise RuntimeError('number')", "made", "exec"), {})
def storm():
    for n in range(50):
        for _ in range(100):
            try: many(n)
            except RuntimeError as e: faults.take(type(e), e, e.__traceback__)
    QTimer.singleShot(50, app.quit)
QTimer.singleShot(0, storm)
app.exec()
extra = len(faults._times)
"""
    found = run(body, log)
    assert (found["count"], found["extra"]) == (5000, 50)
    told = found["told"]
    assert isinstance(told, list)
    assert 1 <= len(told) <= 5
    assert log.stat().st_size < 1_000_000


def test_a_dialog_that_is_open_is_the_only_one(tmp_path: Path) -> None:
    body = """
depth = []; most = []
def open_one(self):
    depth.append(1); most.append(len(depth)); told.append(self._details)
    QTimer.singleShot(0, slot); QTimer.singleShot(0, thread)
    for _ in range(20): app.processEvents()
    depth.pop()
fault.FaultMessage.exec = open_one
QTimer.singleShot(0, single)
QTimer.singleShot(100, app.quit)
app.exec()
extra = max(most)
"""
    assert run(body, tmp_path / "x.log")["extra"] == 1


def test_what_qt_complains_of_is_in_the_log_once(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    found = run("for _ in range(50): qWarning('strange')\nextra = 0\n", log)
    assert found["told"] == []
    assert log.read_text(encoding="utf-8").count("strange") == 1


@pytest.mark.skipif(os.name == "nt", reason="processes end otherwise there")
def test_a_process_that_dies_leaves_word_for_the_next_start(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    program = (
        "import sys, os\nfrom pathlib import Path\nfrom journey_editor.ui.fault_log import FaultLog\n"
        "log = FaultLog(Path(sys.argv[1])); log.watch_for_crashes()\n"
        "if len(sys.argv) > 2: os.kill(os.getpid(), 11)\n"
    )
    died = subprocess.run([sys.executable, "-c", program, str(log), "die"], check=False)
    assert died.returncode == -signal.SIGSEGV
    assert subprocess.run([sys.executable, "-c", program, str(log)], check=False).returncode == 0
    assert "Segmentation fault" in log.read_text(encoding="utf-8")
    assert not log.with_suffix(".crash").read_text(encoding="utf-8")


SECRET = "Frau Brandt ist wütend"


@pytest.mark.parametrize(
    "error",
    [
        KeyError(SECRET),
        ValueError(f"no {SECRET}"),
        UnicodeEncodeError("ascii", SECRET, 0, 1, SECRET),
        FileNotFoundError(2, "No such file", f"/home/anna/{SECRET}.journey"),
        LookupError(SECRET),
        AssertionError(SECRET),
        Exception(SECRET),
    ],
    ids=lambda error: type(error).__name__,
)
def test_nothing_of_a_map_is_in_the_log_or_the_details(
    error: Exception, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(FaultMessage, "exec", lambda self: shown.append(self._details))
    title = SECRET  # a local of the frame, which must not be shown either
    faults = Faults(tmp_path / "x.log")
    try:
        try:
            raise error
        except Exception as first:
            raise RuntimeError("second") from first
    except RuntimeError as second:
        faults.take(type(second), second, second.__traceback__)
    written = (tmp_path / "x.log").read_text(encoding="utf-8")
    for text in (written, *shown):
        assert "second" in text
        assert type(error).__name__ in text
        assert title not in text
        assert "anna" not in text
    assert len(shown) == 1


def test_causes_in_a_circle_are_told_once() -> None:
    one, two = RuntimeError("one"), RuntimeError("two")
    one.__cause__, two.__cause__ = two, one
    assert harmless(one, None).count("one") == 1


def test_the_log_rotates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journey_editor.ui.fault_log._LARGEST", 1000)
    log = FaultLog(tmp_path / "x.log")
    for n in range(60):
        assert log.write(f"entry {n}", "a" * 200)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.log", "x.log.1", "x.log.2", "x.log.3"]
    assert all(path.stat().st_size < 1500 for path in tmp_path.iterdir())
    assert "entry 59" in log.path.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_no_error(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    shown: list[str] = []
    monkeypatch.setattr(FaultMessage, "exec", lambda self: shown.append(self.accessibleDescription()))
    error = RuntimeError("broken")
    Faults(tmp_path / "file" / "x.log").take(RuntimeError, error, None)
    assert len(shown) == 1
    assert "x.log" not in shown[0]


def test_who_holds_unsaved_work_is_asked_and_may_fail(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rescue, "_writers", [])  # windows of other tests may not have been cleared away yet
    asked: list[str] = []

    def fails() -> bool:
        asked.append("fails")
        raise OSError("full")

    ends = [rescue.on_fault(fails), rescue.on_fault(lambda: not asked.append("writes"))]
    try:
        Faults(tmp_path / "x.log", quiet=True).take(RuntimeError, RuntimeError("x"), None)
        assert asked == ["fails", "writes"]
        assert not rescue.write_all()
    finally:
        for end in ends:
            end()
    asked.clear()
    assert not rescue.write_all()
    assert asked == []


def test_a_writer_that_goes_wrong_by_itself_does_not_go_round_in_circles(qapp: QApplication, tmp_path: Path) -> None:
    faults = Faults(tmp_path / "x.log", quiet=True)
    error = RuntimeError("again")

    def goes_wrong() -> bool:
        faults.take(RuntimeError, error, None)
        return True

    end = rescue.on_fault(goes_wrong)
    try:
        for n in range(3):
            faults.take(ValueError, ValueError(n), None)
    finally:
        end()
    assert faults.count <= 6


def test_the_details_are_copied_and_the_dialog_stays(qapp: QApplication) -> None:
    message = FaultMessage(None, "words", "<b>details</b>")
    message.show()
    copy = message.findChild(QPushButton, "copy")
    copy.click()
    assert QGuiApplication.clipboard().text() == "<b>details</b>"
    assert message.isVisible()
    assert copy.text() == "Copied"
    message.findChild(QPushButton, "ok").click()
    assert not message.isVisible()


def test_an_error_puts_unsaved_work_on_the_disk_at_once(qapp: QApplication, tmp_path: Path) -> None:
    session = Session()
    recorder = Recorder(session, tmp_path / "recovery")
    try:
        session.apply("x", lambda project: project.evolve(title="not saved yet"))
        assert recorder.file is None
        Faults(tmp_path / "x.log", quiet=True).take(RuntimeError, RuntimeError("x"), None)
        assert recorder.file is not None
        assert read(recorder.file).now.project.title == "not saved yet"
    finally:
        recorder.left()
        recorder.end()
    rescue.write_all()
    assert recorder.file is None
