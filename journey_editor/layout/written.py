"""Files that pages become: what every writer (PDF, SVG, PNG) is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from .pages import Pages, Type


class Facts(NamedTuple):
    """What a file says about itself. `language` is a language tag; `modified` a moment, as the model has it, or ""."""

    title: str
    author: str = ""
    subject: str = ""
    language: str = ""
    modified: str = ""


class Written(NamedTuple):
    """Finished files: one, or one for each page. `unreadable` are the images (sha256) that could not be read and are
    crossed boxes in them; `type` is what is to be known of their letters, if the writer came across it."""

    files: tuple[bytes, ...]
    unreadable: frozenset[str] = frozenset()
    type: Type | None = None


class PictureTooLarge(Exception):
    """Pages would make a picture that no program can hold. Its text is a sentence with the way out."""


#: Writes pages with the images of a project by their sha256. Raises PictureTooLarge.
Writer = Callable[[Pages, Facts, Mapping[str, bytes]], Written]
