"""Whatever is done in any order: no crash, no warning, a sound project, and a canvas that shows what is there.

`python -m tests.soak 100000` is the same for a long time.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor import wording

from .run import Run


@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_random_actions_do_no_harm(qapp: QApplication, tmp_path: Path, seed: int) -> None:
    try:
        run = Run(seed, tmp_path)
        for _ in range(200):
            run.step()  # raises Fault at whatever is wrong
        run.end()
        assert run.done == 200
        assert not run.watch.heard
    finally:
        wording.set_language("en")
