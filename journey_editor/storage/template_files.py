"""Which templates there are, without reading any: the start page asks that before anything heavy is imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from journey_editor.places import resource

from .file_names import SUFFIX

#: The one that is listed first, since it promises nothing.
BLANK = "blank"

#: The others that come with the program, those that most people want first.
_ORDER = ("mirror", "five-phases", "service-loop", "automation", "online-and-offline", "service-blueprint")

#: Stands before the name of an own template that is called like one of the program's.
_OWN = "own:"


class TemplateFile(NamedTuple):
    """A template that has not been read yet. `name` is the file's without its ending, unique among all templates."""

    name: str
    path: Path
    own: bool = False


def template_files(own_folder: Path | None = None) -> tuple[TemplateFile, ...]:
    """All templates without reading any: the blank one, those of the program, then the user's own by name."""
    known = (BLANK, *_ORDER)
    ours = sorted(_files(resource("templates")), key=lambda file: (_place(file.stem, known), file.stem))
    taken = {file.stem for file in ours}
    own = sorted(_files(own_folder), key=lambda file: file.stem.casefold()) if own_folder is not None else ()
    return (
        *(TemplateFile(file.stem, file) for file in ours),
        *(TemplateFile(_OWN * (file.stem in taken) + file.stem, file, True) for file in own),
    )


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(file for file in folder.glob("*" + SUFFIX) if not file.name.startswith("."))


def _place(name: str, known: tuple[str, ...]) -> int:
    return known.index(name) if name in known else len(known)
