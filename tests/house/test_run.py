"""run.py: one command sets everything up, and says in a sentence what a machine lacks."""

from __future__ import annotations

import ast
import os
import platform
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

import run

ROOT = Path(run.__file__).resolve().parent


class Commands:
    """Stands in for running commands: remembers them, and does what a step would leave behind."""

    def __init__(self, checkout: run.Checkout | None = None, fails: str = "") -> None:
        self.checkout, self.fails, self.ran = checkout, fails, list[str]()

    def __call__(self, command: Sequence[str]) -> int:
        words = " ".join(command)
        self.ran.append(words)
        if self.fails and self.fails in words:
            return 1
        if self.checkout and "-m venv" in words:
            make_environment(self.checkout)
        return 0


def make_environment(checkout: run.Checkout, version: str = platform.python_version(), pip: bool = True) -> None:
    checkout.python.parent.mkdir(parents=True, exist_ok=True)
    checkout.python.touch()
    (checkout.environment / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}\n", encoding="utf-8")
    if pip:
        (checkout.environment / "lib" / "python3" / "site-packages" / "pip").mkdir(parents=True, exist_ok=True)


@pytest.fixture
def checkout(tmp_path: Path) -> run.Checkout:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return run.Checkout(tmp_path)


def test_a_python_that_is_too_old_is_told_so_in_one_sentence() -> None:
    assert run.too_old((3, 10)) == "Journey Editor needs Python 3.11 or newer; this is Python 3.10."
    assert not run.too_old((3, 11))
    assert not run.too_old((4, 0))


def test_an_old_python_can_read_run_py_far_enough_to_say_so() -> None:
    source = (ROOT / "run.py").read_text(encoding="utf-8")
    module = ast.parse(source, feature_version=(3, 8))
    lines = [ast.get_source_segment(source, statement) or "" for statement in module.body]
    asks = next(n for n, line in enumerate(lines) if line.startswith("if too_old("))
    ours = [n for n, line in enumerate(lines) if line.startswith(("from journey_editor", "import journey_editor"))]
    assert any(line.startswith("def too_old(") for line in lines[:asks])
    assert ours  # they need the newer Python
    assert min(ours) > asks


def test_run_py_and_pyproject_agree_on_the_oldest_python() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={run.OLDEST[0]}.{run.OLDEST[1]}"


def test_run_py_stands_on_the_standard_library_alone() -> None:
    script = "import sys; sys.path.insert(0, sys.argv[1]); import run; print(*{m.split('.')[0] for m in sys.modules})"
    # -I -S: no site-packages, no environment; what is imported all the same is the standard library's or ours.
    command = [sys.executable, "-I", "-S", "-c", script, str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    strangers = set(done.stdout.split()) - set(sys.stdlib_module_names) - {"__main__", "run", "journey_editor"}
    assert not {name for name in strangers if not name.startswith("_")}


def test_the_first_call_makes_an_environment_and_installs_the_project_with_its_tests(checkout: run.Checkout) -> None:
    commands = Commands(checkout)
    checkout.set_up(commands)
    made, installed = commands.ran
    assert "-m venv --clear" in made
    assert f"install --editable {checkout.root}[test]" in installed
    assert checkout.is_up_to_date()


def test_the_second_call_runs_nothing(checkout: run.Checkout) -> None:
    checkout.set_up(Commands(checkout))
    commands = Commands(checkout)
    checkout.set_up(commands)
    assert commands.ran == []


def test_a_changed_pyproject_is_installed_again_into_the_same_environment(checkout: run.Checkout) -> None:
    checkout.set_up(Commands(checkout))
    (checkout.root / "pyproject.toml").write_text("[project]\nversion = '2'\n", encoding="utf-8")
    commands = Commands(checkout)
    checkout.set_up(commands)
    assert len(commands.ran) == 1
    assert "install --editable" in commands.ran[0]
    assert checkout.is_up_to_date()


def test_an_environment_made_by_hand_is_adopted(checkout: run.Checkout) -> None:
    make_environment(checkout)
    commands = Commands(checkout)
    checkout.set_up(commands)
    assert not any("venv" in words.split() for words in commands.ran)
    assert checkout.is_up_to_date()


def test_an_environment_without_pip_gets_it_and_keeps_the_rest(checkout: run.Checkout) -> None:
    make_environment(checkout, pip=False)
    commands = Commands(checkout)
    checkout.set_up(commands)
    assert "-m venv" in commands.ran[0]
    assert "--clear" not in commands.ran[0]


def test_an_environment_of_another_python_is_made_anew(checkout: run.Checkout) -> None:
    make_environment(checkout, version="3.9.2")
    commands = Commands(checkout)
    checkout.set_up(commands)
    assert "-m venv --clear" in commands.ran[0]


def test_the_environment_of_a_checkout_that_was_moved_is_made_anew(checkout: run.Checkout, tmp_path: Path) -> None:
    checkout.set_up(Commands(checkout))
    moved = run.Checkout(tmp_path / "elsewhere")
    moved.root.mkdir()
    for name in (".venv", "pyproject.toml"):
        (checkout.root / name).rename(moved.root / name)
    assert "--clear" in moved.setup_steps()[0]


def test_an_environment_linked_from_another_checkout_is_left_alone(checkout: run.Checkout, tmp_path: Path) -> None:
    checkout.set_up(Commands(checkout))
    linked = run.Checkout(tmp_path / "second")
    linked.root.mkdir()
    (linked.root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    linked.environment.symlink_to(checkout.environment)
    linked.set_up(Commands(linked))
    assert not linked.environment.is_symlink()
    assert linked.is_up_to_date()
    assert checkout.is_up_to_date()


def test_a_setup_that_failed_is_done_again(checkout: run.Checkout) -> None:
    with pytest.raises(run.MachineLacks, match=r"Setting up failed at: .*pip"):
        checkout.set_up(Commands(checkout, fails="-m pip"))
    assert not checkout.is_up_to_date()
    assert checkout.setup_steps()


def test_a_torn_stamp_counts_as_none(checkout: run.Checkout) -> None:
    checkout.set_up(Commands(checkout))
    (checkout.environment / "journey-editor.json").write_text('{"pyproj', encoding="utf-8")
    assert not checkout.is_up_to_date()


def test_test_runs_pytest_offscreen_and_passes_its_arguments() -> None:
    task = run.errand(["test", "-k", "cards"], {"DISPLAY": ":0"})
    assert task.command == ("-m", "pytest", "-k", "cards")
    assert task.platform == "offscreen"
    assert dict(task.settings) == {"QT_QPA_PLATFORM": "offscreen"}


def test_bench_runs_the_benchmarks() -> None:
    assert run.errand(["bench", "--json"], {}).command == ("-m", "tests.benchmarks", "--json")


@pytest.mark.parametrize("word", ["export", "validate", "new", "templates", "schema", "--version"])
def test_what_opens_no_window_needs_neither_a_display_nor_a_library(word: str) -> None:
    task = run.errand([word, "x"], {})
    assert task == run.Errand(("-m", "journey_editor", word, "x"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize("arguments", [[], ["map.journey"]])
def test_a_window_without_a_display_is_refused_with_the_way_to_export_instead(arguments: list[str]) -> None:
    with pytest.raises(run.MachineLacks, match=re.escape("python3 run.py export FILE -o OUT.pdf")):
        run.errand(arguments, {})


def test_a_missing_library_is_installed_where_that_is_allowed(checkout: run.Checkout) -> None:
    answers = iter(["libxcb-cursor.so.0", None])
    commands = Commands()
    run.ensure_libraries(checkout, "xcb", commands, True, lambda _qt, _platform: next(answers))
    assert commands.ran == [f"sh {checkout.root / 'packaging' / 'linux' / 'deps.sh'} window"]


def test_tests_install_no_libraries_for_a_window(checkout: run.Checkout) -> None:
    answers = iter(["libEGL.so.1", None])
    commands = Commands()
    run.ensure_libraries(checkout, "offscreen", commands, True, lambda _qt, _platform: next(answers))
    assert commands.ran[0].endswith("deps.sh base")


def test_a_missing_library_is_named_with_the_command_where_nothing_may_be_installed(checkout: run.Checkout) -> None:
    commands = Commands()
    with pytest.raises(run.MachineLacks, match=r"libEGL\.so\.1 is missing.*sudo apt-get install .*libegl1"):
        run.ensure_libraries(checkout, "offscreen", commands, False, lambda _qt, _platform: "libEGL.so.1")
    assert commands.ran == []


def test_a_library_that_is_missing_after_the_installation_too_is_named(checkout: run.Checkout) -> None:
    with pytest.raises(run.MachineLacks, match=r"libEGL\.so\.1"):
        run.ensure_libraries(checkout, "offscreen", Commands(), True, lambda _qt, _platform: "libEGL.so.1")


def test_a_debian_python_without_venv_is_told_the_package() -> None:
    with pytest.raises(run.MachineLacks, match=r"sudo apt-get install python3\.\d+-venv"):
        run.ensure_venv(Commands(), present=False, may_install=False)


def test_root_gets_the_venv_package_installed() -> None:
    commands = Commands()
    run.ensure_venv(commands, present=False, may_install=True)
    assert [words.split()[1] for words in commands.ran] == ["update", "install"]
    assert commands.ran[1].endswith("-venv")


def test_a_python_that_can_make_environments_needs_nothing() -> None:
    commands = Commands()
    run.ensure_venv(commands, present=True, may_install=True)
    assert commands.ran == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_the_real_script_ends_with_3_and_one_sentence_without_a_display() -> None:
    bare = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    done = subprocess.run(
        [sys.executable, str(ROOT / "run.py")],
        env={**bare, "JOURNEY_EDITOR_LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("There is no display")
