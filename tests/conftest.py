"""What holds for all tests: no screen, no settings of the person at the keyboard, English, steady random tests."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

# Before anything imports Qt. A test that wants a real window starts a process of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["JOURNEY_EDITOR_LANGUAGE"] = "en"

# Recent files, recovery and settings of the tests stay out of the home folder.
_home = tempfile.TemporaryDirectory(prefix="journey-editor-tests-", ignore_cleanup_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(Path(_home.name) / _name.lower())
if sys.platform.startswith("linux"):
    _runtime = Path(_home.name) / "runtime"  # Qt warns if it is missing or open to others
    _runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(_runtime)

from hypothesis import HealthCheck, settings  # noqa: E402

# "ci" finds the same examples at every run and never fails for a slow machine; "deep" is for a long look at home.
settings.register_profile(
    "ci", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "deep",
    parent=settings.get_profile("ci"),
    max_examples=int(os.environ.get("JOURNEY_EDITOR_EXAMPLES", "2000")),
    derandomize=False,
    print_blob=True,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_sessionfinish() -> None:
    """Empty the clipboard while Python still runs.

    Qt's offscreen clipboard is a C++ static, destroyed after the interpreter: what Python has put on it then calls
    into an interpreter that is gone, and a run whose tests all passed ends with a segmentation fault.
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
