#!/usr/bin/env python3
"""Sets everything up and starts the editor; needs nothing but Python.

    python3 run.py                 opens the editor
    python3 run.py test [...]      runs the tests, without a screen; further arguments go to pytest
    python3 run.py bench [...]     runs the benchmarks
    python3 run.py ANYTHING ELSE   is passed to the program: run.py export map.journey -o map.pdf

The first call makes a virtual environment in `.venv` and installs the project into it; it is brought up to date when
pyproject.toml, the Python version or the place of the checkout changes. Otherwise nothing is asked of the network.
Exit code 3: the machine lacks something, and a sentence says what and how to get it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Must agree with requires-python in pyproject.toml (a test looks).
OLDEST = (3, 11)


def too_old(version: tuple[int, int]) -> str:
    """The sentence for a Python that is too old, or ""."""
    if version >= OLDEST:
        return ""
    return f"Journey Editor needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is Python {version[0]}.{version[1]}."


if too_old(sys.version_info[:2]):  # before the first line that an old Python could not even read
    print(too_old(sys.version_info[:2]), file=sys.stderr)
    sys.exit(3)

from journey_editor import surroundings  # noqa: E402
from journey_editor.wording import set_language, system_language, tr  # noqa: E402

#: What the user types to get here, for sentences that name a command.
HOW_CALLED = "python3 run.py"

#: Runs a command to its end and gives its exit code.
Run = Callable[[Sequence[str]], int]


class MachineLacks(Exception):
    """The machine lacks something; the text says what, and what to do about it."""


@dataclass(frozen=True)
class Checkout:
    """The folder with the project, and the virtual environment in it."""

    root: Path

    @property
    def environment(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def qt(self) -> Path | None:
        """The folder of Qt's libraries in the environment, once it is installed."""
        return next(self.environment.glob("lib/python*/site-packages/PySide6/Qt"), None)

    @property
    def _stamp(self) -> Path:
        return self.environment / "journey-editor.json"

    def wanted(self) -> dict[str, str]:
        """What the environment has to have been made from to be up to date."""
        pyproject = (self.root / "pyproject.toml").read_bytes()
        return {
            "pyproject": hashlib.sha256(pyproject).hexdigest(),
            "python": platform.python_version(),
            "place": str(self.root),
        }

    def found(self) -> dict[str, str]:
        """What the environment was made from; empty if nobody knows."""
        try:
            found = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def is_up_to_date(self) -> bool:
        return self.python.exists() and self.found() == self.wanted()

    def setup_steps(self) -> list[list[str]]:
        """The commands that bring the environment up to date; none if it is.

        An environment that somebody else made (by hand, by uv) is adopted if it runs this very Python version: `venv`
        over an existing folder adds what is missing. One of another Python, or of a moved checkout, is made anew.
        """
        if self.is_up_to_date():
            return []
        fits = self._python_version() == f"{sys.version_info[0]}.{sys.version_info[1]}"
        moved = self.found().get("place", str(self.root)) != str(self.root)
        # A virtual environment cannot remake itself, so the Python that it was made with does it.
        maker = getattr(sys, "_base_executable", None) or sys.executable
        make = [maker, "-m", "venv", *([] if fits and not moved else ["--clear"]), str(self.environment)]
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
        whole = fits and not moved and self.python.exists() and self._has_pip()
        return [*([] if whole else [make]), [*pip, "install", "--editable", f"{self.root}[test]"]]

    def set_up(self, run: Run) -> None:
        """Bring the environment up to date. Raises MachineLacks if a step fails."""
        steps = self.setup_steps()
        if not steps:
            return
        if "--clear" in steps[0] and self.environment.is_symlink():
            self.environment.unlink()  # it leads to another checkout's environment, and clearing would empty that
        say(tr("Setting up {folder} (the first time this loads some 200 MB) ...", folder=self.environment.name))
        for step in steps:
            if run(step) != 0:
                raise MachineLacks(tr("Setting up failed at: {command}", command=" ".join(step)))
        # Last, so that whatever is interrupted is done again.
        self._stamp.write_text(json.dumps(self.wanted(), indent=2) + "\n", encoding="utf-8")

    def _python_version(self) -> str:
        """Which Python the environment is for, e.g. "3.11"; "" if there is none."""
        try:
            lines = (self.environment / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
        except OSError:
            return ""
        settings = dict(line.replace(" ", "").split("=", 1) for line in lines if "=" in line)
        version = settings.get("version") or settings.get("version_info") or ""
        return ".".join(version.split(".")[:2])

    def _has_pip(self) -> bool:
        places = ("lib/python*/site-packages/pip", "Lib/site-packages/pip")
        return any(True for place in places for _ in self.environment.glob(place))


@dataclass(frozen=True)
class Errand:
    """What one call is to do: a command for the environment's Python, and the Qt platform it needs ("" is none)."""

    command: tuple[str, ...]
    platform: str = ""
    settings: tuple[tuple[str, str], ...] = ()


def errand(arguments: Sequence[str], environment: Mapping[str, str]) -> Errand:
    """What is asked for. Raises MachineLacks if it is a window and there is no display."""
    offscreen = (("QT_QPA_PLATFORM", "offscreen"),)
    if arguments and arguments[0] == "test":
        return Errand(("-m", "pytest", *arguments[1:]), "offscreen", offscreen)
    if arguments and arguments[0] == "bench":
        return Errand(("-m", "tests.benchmarks", *arguments[1:]), "offscreen", offscreen)
    here = ""
    if surroundings.wants_window(arguments):
        here = surroundings.platform(environment)
        if not here:
            raise MachineLacks(surroundings.no_display(HOW_CALLED))
    return Errand(("-m", "journey_editor", *arguments), here)


def may_install() -> bool:
    """Whether system packages can be installed without asking: as root, where there is apt-get."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def ensure_venv(run: Run, present: bool, may_install: bool) -> None:
    """See to it that Python can make virtual environments; Debian keeps that in a package of its own."""
    if present:
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not may_install:
        raise MachineLacks(
            tr(
                "This Python cannot make virtual environments; on Debian and Ubuntu this adds it: {command}",
                command=f"sudo apt-get install {package}",
            )
        )
    say(tr("Installing a system package: {packages}", packages=package))
    quiet = ["-qq", "-o=Dpkg::Use-Pty=0"]
    install = ["apt-get", "install", "-y", "--no-install-recommends", *quiet, package]
    for step in (["apt-get", "update", *quiet], install):
        if run(step) != 0:
            raise MachineLacks(tr("Setting up failed at: {command}", command=" ".join(step)))


def ensure_libraries(
    checkout: Checkout, platform: str, run: Run, may_install: bool, missing: Callable[[Path | None, str], str | None]
) -> None:
    """See to it that Qt finds the system libraries it needs for a platform, before it aborts for want of one."""
    library = missing(checkout.qt, platform)
    if library is None:
        return
    script = checkout.root / "packaging" / "linux" / "deps.sh"
    which = "window" if platform in ("xcb", "wayland") else "base"
    if may_install:
        say(tr("The system library {library} is missing; {script} installs it.", library=library, script=script.name))
        if run(["sh", str(script), which]) == 0:
            library = missing(checkout.qt, platform)
    if library is not None:
        raise MachineLacks(surroundings.library_missing(library, platform))


def say(sentence: str) -> None:
    """On stderr: stdout belongs to the program."""
    print(sentence, file=sys.stderr, flush=True)


def run_quietly(command: Sequence[str]) -> int:
    """Run a step of the setup; what it says on stdout is shown only if it fails."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, errors="replace", check=False)
    except OSError as error:
        say(str(error))
        return 127
    if done.returncode != 0 and done.stdout:
        say(done.stdout.rstrip())
    return done.returncode


def start(checkout: Checkout, errand: Errand) -> int:
    """Become the program, or on Windows, where that is not possible, run it."""
    command = [str(checkout.python), *errand.command]
    settings = {**os.environ, **dict(errand.settings)}
    if errand.command[:2] in (("-m", "pytest"), ("-m", "tests.benchmarks")):
        os.chdir(checkout.root)
    if os.name != "nt":
        os.execve(command[0], command, settings)
    return subprocess.call(command, env=settings)


def main(arguments: Sequence[str]) -> int:
    set_language(system_language())
    checkout = Checkout(Path(__file__).resolve().parent)
    try:
        task = errand(arguments, os.environ)
        if not checkout.is_up_to_date():
            ensure_venv(run_quietly, importlib.util.find_spec("ensurepip") is not None, may_install())
            checkout.set_up(run_quietly)
        if task.platform:
            ensure_libraries(checkout, task.platform, run_quietly, may_install(), surroundings.missing_library)
        if not surroundings.display_answers(task.platform):
            raise MachineLacks(surroundings.no_answer(HOW_CALLED))
    except MachineLacks as lack:
        say(str(lack))
        return surroundings.EXIT_SYSTEM
    except KeyboardInterrupt:
        return 130
    return start(checkout, task)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
