"""Where the user's own templates lie."""

from __future__ import annotations

from pathlib import Path

from .data_folder import data_folder


def template_folder() -> Path:
    """The folder; it is made when the first template is kept."""
    return data_folder("templates")
