"""The smoke test of the frozen program finds a dead one dead; the spec keeps what is needed and drops what is not."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

LIVING = """\
case $1 in
  --version) echo 'journey-editor 0.1.0' ;;
  templates) echo one ;;
  export) printf '%%PDF-1.7\\n/FontFile2\\n%%%%EOF\\n' > "$4" ;;
  --smoke) [ "$QT_QPA_PLATFORM" = offscreen ] || exit 9 ;;
esac
"""


@pytest.fixture
def smoke_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("smoke_test", ROOT / "packaging" / "smoke_test.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "one.journey").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(module, "TEMPLATES", templates)
    return module


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], str]:
    """Makes a program out of a shell script."""
    if os.name == "nt":
        pytest.skip("the programs tried here are shell scripts")

    def make(script: str) -> str:
        path = tmp_path / "journey-editor"
        path.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        path.chmod(0o755)
        return str(path)

    return make


def test_a_living_program_passes(smoke_test: ModuleType, program: Callable[[str], str]) -> None:
    assert smoke_test.main([program(LIVING)]) == 0


@pytest.mark.parametrize(
    ("of", "becomes", "said"),
    [
        ("echo 'journey-editor 0.1.0'", "exit 7", "--version: exit code 7"),
        ("echo one", "true", "does not list every template"),
        ("/FontFile2", "", "is no whole PDF"),
        ("%%%%EOF", "", "is no whole PDF"),
        ("= offscreen", "= xcb", "exit code 9"),
        ("echo one", "echo one; echo Traceback >&2", "Traceback"),
    ],
)
def test_a_program_that_fails_at_anything_is_dead(
    smoke_test: ModuleType,
    program: Callable[[str], str],
    capsys: pytest.CaptureFixture[str],
    of: str,
    becomes: str,
    said: str,
) -> None:
    assert of in LIVING
    assert smoke_test.main([program(LIVING.replace(of, becomes))]) == 1
    assert said in capsys.readouterr().err


def test_a_program_that_never_ends_is_dead(
    smoke_test: ModuleType,
    program: Callable[[str], str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(smoke_test, "LIMIT", 0.2)
    assert smoke_test.main([program("exec tail -f /dev/null\n")]) == 1
    assert "no end within 0.2 s" in capsys.readouterr().err


def test_a_program_that_is_not_there_is_dead(smoke_test: ModuleType, tmp_path: Path) -> None:
    assert smoke_test.main([str(tmp_path / "nothing")]) == 1


@pytest.fixture(scope="module")
def is_used() -> Callable[[tuple[str, str, str]], bool]:
    """The filter of the spec, which is Python up to where PyInstaller's names begin."""
    source = (ROOT / "packaging" / "journey-editor.spec").read_text(encoding="utf-8")
    head = source.split("\nanalysis = ")[0].replace("from PyInstaller.utils.hooks import collect_submodules", "")
    names: dict[str, object] = {"SPECPATH": str(ROOT / "packaging")}
    exec(compile(head, "journey-editor.spec", "exec"), names)
    found = names["is_used"]
    assert callable(found)
    return found


@pytest.mark.parametrize(
    ("place", "used"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("libgtk-3.so.0", False),
        ("libtiff.so.6", True),
        ("libxcb.so.1", True),
        ("uharfbuzz/_harfbuzz.abi3.so", True),
        ("journey_editor/resources/fonts/NotoSans-Regular.ttf", True),
        ("journey_editor/resources/translations/de/house.json", True),
    ],
)
def test_the_frozen_folder_holds_what_is_needed(
    is_used: Callable[[tuple[str, str, str]], bool], place: str, used: bool
) -> None:
    assert is_used((place, "", "BINARY")) is used
