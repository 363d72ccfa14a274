"""A runner of the command line, and a file in which every kind of thing occurs."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_editor.storage.files import save
from tests.builders import everything

from .lines import IMAGES, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    file = tmp_path / "sound.journey"
    save(file, everything(), IMAGES)
    return file
