"""Titles as names of files."""

from __future__ import annotations

_LONGEST = 80


def file_name(title: str, otherwise: str) -> str:
    """A title as a file name, without an ending, that every system takes; `otherwise` if nothing of it is left."""
    kept = "".join(" " if letter in '<>:"/\\|?*' or not letter.isprintable() else letter for letter in title)
    return " ".join(kept.split()).strip(". ")[:_LONGEST].rstrip(". ") or otherwise
