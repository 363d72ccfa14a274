"""What another program, or another window, has put on the clipboard or drags over the map.

It may come from anybody and be of any size: it is looked at only as far as needed, and refused with a sentence.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QMimeData

from journey_editor.edit.change import EditError
from journey_editor.model.clipping import Clipping
from journey_editor.storage import clippings, tsv
from journey_editor.storage.assets import MOST_IMAGE_BYTES
from journey_editor.storage.clippings import CLIPPING_MIME
from journey_editor.wording import tr

#: A novel has so many letters.
MOST_TEXT = 1_000_000
MOST_FILES = 20

#: The kinds of images that are taken as they are; another one is made a PNG.
IMAGE_MIMES = ("image/png", "image/jpeg", "image/webp", "image/gif")

_UNKEPT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
_ADDRESS = re.compile(r"\s*((https?|data|blob):\S*)?\s*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BULLET = re.compile(r"^\s*(?:[•◦▪‣·*–—-]|\d{1,3}[.)])(?:\s+|$)")  # the dashes are meant

#: What kind of content it is, as far as its types tell.
Kind = Literal["", "pieces", "files", "words", "image"]


class Pieces(NamedTuple):
    """Of a map: from this window, another one, or another program of this kind."""

    clipping: Clipping
    images: dict[str, bytes]


class Files(NamedTuple):
    """Files from a file manager, taken for images."""

    paths: tuple[Path, ...]


class Words(NamedTuple):
    """Lines of text, without empty ones."""

    lines: tuple[str, ...]


class Table(NamedTuple):
    """From a spreadsheet: rows of the same length, none of them and no column at the edge without words."""

    rows: tsv.Rows


class Image(NamedTuple):
    """An image without a file: its bytes in one of IMAGE_MIMES, or None where only Qt's own form of it is there."""

    data: bytes | None


Contents = Pieces | Files | Words | Table | Image


def kind_of(mime: QMimeData) -> Kind:
    """What it is, without looking inside."""
    if mime.hasFormat(CLIPPING_MIME):
        return "pieces"
    if mime.hasUrls() and any(url.isLocalFile() for url in mime.urls()):
        return "files"
    image = mime.hasImage() or any(mime.hasFormat(name) for name in IMAGE_MIMES)
    if mime.hasText() and not (image and _only_names_it(mime.text())):
        return "words"  # a spreadsheet adds an image of its cells, which nobody wants
    return "image" if image else ""


def _only_names_it(text: str) -> bool:
    """Whether the text beside an image says no more than its address, as browsers do."""
    return _ADDRESS.fullmatch(text) is not None


def read(mime: QMimeData) -> Contents:
    """What it is, checked. Raises EditError with a sentence."""
    match kind_of(mime):
        case "pieces":
            return _pieces(mime)
        case "files":
            return _files(mime)
        case "words":
            return of_text(mime.text())
        case "image":
            return _image(mime)
    raise EditError(tr("The clipboard is empty, or holds nothing that belongs on a map."))


def _pieces(mime: QMimeData) -> Pieces:
    try:
        return Pieces(*clippings.decode(bytes(mime.data(CLIPPING_MIME).data())))
    except clippings.ClippingRefused as refusal:
        raise EditError(str(refusal)) from refusal


def _files(mime: QMimeData) -> Files:
    urls = mime.urls()
    if len(urls) > MOST_FILES:
        raise EditError(tr("These are {n} files; {most} at most are taken at once.", n=len(urls), most=MOST_FILES))
    paths = []
    for url in urls:
        name = url.toLocalFile()
        # A file of another computer is not fetched: whoever made the link would hear of it.
        if not name or url.host() or name.startswith(("//", "\\\\")):
            raise EditError(tr("This file lies on another computer. Copy it to this one first."))
        paths.append(Path(name))
    return Files(tuple(paths))


def _image(mime: QMimeData) -> Image:
    for name in IMAGE_MIMES:
        if mime.hasFormat(name) and not (data := mime.data(name)).isEmpty():
            if data.size() > MOST_IMAGE_BYTES:
                raise EditError(
                    tr("The image has more than {most} MB. Make it smaller.", most=MOST_IMAGE_BYTES // 2**20)
                )
            return Image(bytes(data.data()))
    return Image(None)


def of_text(text: str) -> Words | Table:
    """Text as lines, or as a table where there are tabs between words. Raises EditError."""
    if len(text) > MOST_TEXT:
        raise EditError(
            tr(
                "The text has {n} characters; {most} at most are pasted. Paste it in parts.",
                n=len(text),
                most=MOST_TEXT,
            )
        )
    text = clean(text)
    if "\t" in text:
        bare = _without_bullets(text.split("\n"))  # word processors put a tab behind the signs of a list
        rows = _trimmed(tsv.read(text)) if any("\t" in line.strip() for line in bare) else ()
        if rows and len(rows[0]) > 1:
            return Table(rows)
        lines = [row[0] for row in rows] or bare
    else:
        lines = [row[0] for row in tsv.read(text)]
        if not any("\n" in line for line in lines):  # else a cell with several lines; a quotation keeps its marks
            lines = [tsv.unguarded(line) for line in text.split("\n")]
    lines = [line.strip() for line in _without_bullets(lines)]
    found = tuple(line for line in lines if line)
    if not found:
        raise EditError(tr("The text is empty."))
    return Words(found)


def clean(text: str) -> str:
    """The text as it can be kept: line feeds only, no control characters, no halves of characters."""
    text = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _UNKEPT.sub("", text))


def _without_bullets(lines: list[str]) -> list[str]:
    """The lines without the signs of a list, if all of them have one."""
    said = [line for line in lines if line.strip()]
    if said and all(_BULLET.match(line) for line in said):
        return [_BULLET.sub("", line) for line in lines]
    return lines


def _trimmed(rows: tsv.Rows) -> tsv.Rows:
    """The table without what is empty around it."""
    tall = [n for n, row in enumerate(rows) if any(cell.strip() for cell in row)]
    wide = [n for row in rows for n, cell in enumerate(row) if cell.strip()]
    if not tall:
        return ()
    return tuple(row[min(wide) : max(wide) + 1] for row in rows[tall[0] : tall[-1] + 1])
