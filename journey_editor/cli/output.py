"""What a command has printed goes into its files, with a sentence about them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from journey_editor.export.maps import Export
from journey_editor.export.names import file_names
from journey_editor.export.small_type import type_size
from journey_editor.storage.together import write_together
from journey_editor.wording import trn

from .commands import FINE


def deliver(made: Export, target: Path, remarks: Iterable[str] = ()) -> int:
    """Write all files of an export, then say what is to be said of it: remarks and warnings on stderr, pages and type
    on stdout. The exit code. Raises FileProblem if they cannot be written; then nothing is."""
    names = file_names(target, len(made.files))
    write_together(list(zip(names, made.files, strict=True)))
    said = f"{names[0]} ... {names[-1]}" if names[1:] else str(target)
    for remark in remarks:
        print(remark, file=sys.stderr)
    for warning in made.warnings:
        print(f"{target}: {warning}", file=sys.stderr)
    print(
        trn(
            "{file}: {n} page, smallest type {size} pt",
            "{file}: {n} pages, smallest type {size} pt",
            made.pages,
            file=said,
            size=type_size(made.smallest),
        )
    )
    return FINE
