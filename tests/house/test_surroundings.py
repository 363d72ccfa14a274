"""What the program needs of the machine is looked for before Qt aborts for want of it."""

from __future__ import annotations

import argparse
import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from journey_editor import surroundings
from journey_editor.cli.arguments import command_line

ROOT = Path(__file__).resolve().parents[2]
DEPS = ROOT / "packaging" / "linux" / "deps.sh"
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ""),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "xcb"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb"}, "wayland"),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "vnc"),
    ],
)
def test_the_platform_of_a_window_follows_the_environment(environment: dict[str, str], expected: str) -> None:
    assert surroundings.platform(environment, "linux") == expected


def test_other_systems_always_have_a_display() -> None:
    assert surroundings.platform({}, "win32") == "native"
    assert surroundings.platform({}, "darwin") == "native"


def test_a_file_opens_a_window_and_a_command_does_not() -> None:
    assert surroundings.wants_window([])
    assert surroundings.wants_window(["map.journey"])
    assert not surroundings.wants_window(["export", "map.journey"])


@linux
def test_this_machine_has_what_the_tests_need() -> None:
    folder = surroundings.qt_folder()
    assert folder is not None
    assert (folder / "lib" / "libQt6Widgets.so.6").exists()
    assert surroundings.missing_library(folder, "offscreen") is None


@linux
def test_a_library_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    plugins = tmp_path / "plugins" / "platforms"
    plugins.mkdir(parents=True)
    (plugins / "libqxcb.so").touch()

    def load(path: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    assert surroundings.missing_library(tmp_path, "xcb", load) == "libxcb-cursor.so.0"
    assert surroundings.missing_library(tmp_path, "offscreen", load) is None


@linux
def test_a_library_is_named_in_a_frozen_program_too(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libQt6Widgets.so.6").touch()

    def load(path: str) -> None:
        raise OSError(f"Failed to load dynlib/dll {path!r}.") from OSError("libGL.so.1: cannot open shared object file")

    assert surroundings.missing_library(tmp_path, "", load) == "libGL.so.1"


def test_the_sentence_for_a_missing_library_carries_the_whole_command() -> None:
    sentence = surroundings.library_missing("libxcb-cursor.so.0", "xcb")
    assert "libxcb-cursor.so.0 is missing" in sentence
    assert "sudo apt-get install libglib2.0-0" in sentence
    assert "libxcb-cursor0" in sentence
    assert "libxcb-cursor0" not in surroundings.library_missing("libEGL.so.1", "offscreen")


@linux
def test_no_display_is_a_problem_of_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    assert surroundings.window_problem({"QT_QPA_PLATFORM": "offscreen"}) is None
    problem = surroundings.window_problem({})
    assert problem is not None
    assert "journey-editor export FILE -o OUT.pdf" in problem


@linux
@pytest.mark.parametrize(
    ("platform", "variable", "library"),
    [("xcb", "DISPLAY", "libxcb.so.1"), ("wayland", "WAYLAND_DISPLAY", "libwayland-client.so.0")],
)
def test_a_display_that_does_not_answer_is_found_out_before_qt_aborts(
    platform: str, variable: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        ctypes.CDLL(library)
    except OSError:
        pytest.skip(f"{library} is not on this machine")
    monkeypatch.setenv(variable, ":4711" if platform == "xcb" else "wayland-nobody")
    assert not surroundings.display_answers(platform)
    assert surroundings.display_answers("offscreen")


def _shell_list(name: str) -> list[str]:
    text = DEPS.read_text(encoding="utf-8").replace("\\\n", "")
    line = next(line for line in text.splitlines() if line.startswith(f"{name}="))
    return line.split('"')[1].split()


def test_deps_sh_installs_the_packages_that_the_sentence_names() -> None:
    assert _shell_list("debian_base") == surroundings.DEBIAN_BASE
    assert _shell_list("debian_window") == surroundings.DEBIAN_WINDOW


@linux
@pytest.mark.parametrize("which", ["base", "window"])
def test_deps_sh_prints_its_command_for_each_package_manager(which: str, tmp_path: Path) -> None:
    for manager, package in (("apt-get", "libegl1"), ("dnf", "libglvnd-egl"), ("pacman", "libglvnd")):
        only = tmp_path / manager
        only.mkdir()
        (only / manager).write_text("#!/bin/sh\nexit 9\n", encoding="utf-8")
        (only / manager).chmod(0o755)
        done = subprocess.run(
            ["/bin/sh", str(DEPS), "--print", which],
            env={"PATH": str(only)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.startswith(f"sudo {manager} ")
        assert package in done.stdout.split()


@linux
def test_deps_sh_names_the_libraries_where_it_knows_no_package_manager(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", str(DEPS)], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "libxcb-cursor0" in done.stderr


@linux
def test_deps_sh_explains_itself_when_misused() -> None:
    done = subprocess.run(["/bin/sh", str(DEPS), "everything"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "deps.sh [--print] base" in done.stderr


def test_every_command_of_the_command_line_is_known_to_open_no_window() -> None:
    (commands,) = (action for action in command_line()._actions if isinstance(action, argparse._SubParsersAction))
    words = {word for word in surroundings.WITHOUT_WINDOW if not word.startswith("-")}
    assert set(commands.choices) == words
