"""What starting the window and opening a map take, in processes of their own: CPU of a whole process from its start,
the longest standstill, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from . import maps
from .figure import Reading, alternating

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]


def first_paint() -> Reading:
    return alternating(lambda: _child("our_window.py"), lambda: _child("bare_window.py"), 9).reading()


def ready() -> Reading:
    path = str(maps.file(1_000))
    return alternating(lambda: _child("our_window.py", path), lambda: _child("bare_window.py"), 7).reading()


def stall() -> Reading:
    """The longest that the window did nothing else while a large map was opened."""
    path = str(maps.file(10_000))
    gaps = [_said("opening.py", path)[1] for _ in range(3)]
    return Reading(median(gaps), {"best_ms": min(gaps), "worst_ms": max(gaps)})


def memory() -> Reading:
    ours, bare = _said("opening.py", str(maps.file(10_000)))[0], _said("bare_window.py", "memory")[0]
    return Reading(ours / bare, {"mb": ours, "reference_mb": bare})


def _child(script: str, *arguments: str) -> float:
    """CPU seconds that a script says it has taken."""
    return _said(script, *arguments)[0]


def _said(script: str, *arguments: str) -> list[float]:
    """The figures that a script says. It has no settings, no recent files, and no screen."""
    with tempfile.TemporaryDirectory(prefix="journey-editor-home-") as home:
        places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), home)
        done = subprocess.run(
            [sys.executable, str(_HERE / script), *arguments],
            env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    if done.returncode != 0:
        raise RuntimeError(f"{script} ended with {done.returncode}: {done.stderr[-800:]}")
    return [float(word) for word in done.stdout.splitlines()[-1].split()]
