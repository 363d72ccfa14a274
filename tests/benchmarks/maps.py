"""The maps that several figures share, each made once."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from journey_editor.model.project import Project
from journey_editor.storage.codec import encode

from . import generator

MAP = "map"


@cache
def project(cards: int) -> Project:
    return generator.project(cards)


@cache
def data(cards: int) -> bytes:
    """The bytes of the map's file."""
    return encode(project(cards), {})


@cache
def folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="journey-editor-bench-", ignore_cleanup_errors=True)


@cache
def file(cards: int) -> Path:
    path = Path(folder().name) / f"{cards}.journey"
    path.write_bytes(data(cards))
    return path
