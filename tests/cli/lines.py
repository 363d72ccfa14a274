"""Lines of the command line, run in this process or in one of their own, and what was said."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from journey_editor.cli import main
from tests.builders import PIXEL, PIXEL_SHA

IMAGES = {PIXEL_SHA: PIXEL}


class Said(NamedTuple):
    code: int
    out: list[str]
    err: list[str]


class Run:
    """Runs the command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object) -> Said:
        code = main([str(word) for word in words])
        said = self._capsys.readouterr()
        return Said(code, said.out.splitlines(), said.err.splitlines())


def in_a_process(words: Sequence[object], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "journey_editor", *map(str, words)],
        env={**os.environ, "JOURNEY_EDITOR_LANGUAGE": "en", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
