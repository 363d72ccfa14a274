"""Whatever goes wrong around a command, it ends with a sentence; and no command loads what it does not need."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journey_editor.cli import commands, main

from .lines import Run, in_a_process


def test_a_fault_of_the_program_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(options: object) -> int:
        raise RuntimeError("line one\nline two")

    monkeypatch.setattr(commands, "schema", broken)
    assert run("schema") == (
        3,
        [],
        ["The program has a fault (RuntimeError: line one line two). Nothing was written. Please report it."],
    )
    monkeypatch.setenv("JOURNEY_EDITOR_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        run("schema")


def test_an_interruption_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "schema", interrupted)
    assert run("schema") == (130, [], [])


def test_a_reader_who_goes_away_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "journey_editor", "schema"], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_knows_few_characters_shows_the_others_by_number(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stderr", narrow)
    assert main(["validate", str(tmp_path / "Käufe.journey")]) == 1
    narrow.flush()
    assert b"K\\xe4ufe.journey" in narrow.buffer.getvalue()  # type: ignore[attr-defined]


def test_a_window_without_a_display_is_refused_with_a_way_out() -> None:
    done = in_a_process([], DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    if sys.platform.startswith("linux"):
        assert done.returncode == 3
        assert "journey-editor export FILE -o OUT.pdf" in done.stderr
        assert "Traceback" not in done.stderr


def test_an_export_loads_no_gui(sound: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom journey_editor.cli import main\n"
        f"code = main(['export', {str(sound)!r}, '-o', {str(tmp_path / 'a.pdf')!r}])\n"
        "print(code, [name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"


def test_a_window_does_not_wait_for_the_models() -> None:
    script = (
        "import sys; import journey_editor.cli, journey_editor.cli.window_line, journey_editor.app;"
        "print([name for name in ('pydantic', 'reportlab', 'uharfbuzz') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
