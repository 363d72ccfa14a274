"""Who may import whom: the contracts of pyproject.toml hold, and what is to be imported late is not imported early."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[2]


def test_the_contracts_of_who_may_import_whom_hold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def _loaded_by(statement: str) -> set[str]:
    script = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ["model", "edit", "layout", "storage", "export", "cli", "surroundings", "wording"])
def test_importing_a_room_below_the_session_loads_no_qt(room: str) -> None:
    every_module = f"""
import importlib, pkgutil
room = importlib.import_module("journey_editor.{room}")
for found in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(found.name)
"""
    assert not {name for name in _loaded_by(every_module) if name.split(".")[0] in ("PySide6", "shiboken6")}


def test_the_session_loads_no_widgets() -> None:
    every_module = """
import importlib, pkgutil, journey_editor.session as room
for found in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    importlib.import_module(found.name)
"""
    assert "PySide6.QtWidgets" not in _loaded_by(every_module)


def test_the_command_line_starts_without_what_only_some_commands_need() -> None:
    assert not _loaded_by("import journey_editor.cli") & {"reportlab", "PIL", "pikepdf"}


def test_the_session_source_names_no_widgets() -> None:
    """import-linter sees packages of others only as a whole, so this direction is read from the source."""
    for file in (ROOT / "journey_editor" / "session").rglob("*.py"):
        assert "QtWidgets" not in file.read_text(encoding="utf-8"), file.name


def test_the_window_is_painted_before_what_only_a_map_needs() -> None:
    loaded = _loaded_by("import journey_editor.app")
    rooms = ("canvas", "edit", "layout", "export", "session")
    assert not {name for name in loaded if name.startswith(tuple(f"journey_editor.{room}" for room in rooms))}
    assert not loaded & {"pydantic", "uharfbuzz", "hashlib"}
