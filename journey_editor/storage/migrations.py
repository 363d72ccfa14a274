"""From the files of older versions to today's: plain dictionaries in and out, one rung for each version.

A rung knows nothing of today's models, and once it is shipped it is never edited: files of that version are out there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Document = dict[str, Any]
Migration = Callable[[Document], Document]

#: version -> what makes a document of the next version out of one of this. Version 1 is the first.
MIGRATIONS: Mapping[int, Migration] = {}


def migrate(document: Document, version: int, newest: int, ladder: Mapping[int, Migration] = MIGRATIONS) -> Document:
    """The document as it would stand in a file of the version `newest`. Raises KeyError where a rung is missing."""
    for step in range(version, newest):
        document = {**ladder[step](document), "version": step + 1}
    return document
