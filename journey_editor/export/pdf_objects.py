"""Objects of a PDF that come by the thousand, written by ourselves: the outline, links, and what is on a page.

ReportLab builds an object for each number, name and array in them and formats it by recursion; for 1,000 cards that
takes as long as painting them. Here each is one line of bytes (ISO 32000-1, 12.3.2, 12.3.3 and 12.5.6.5).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject

#: A third faster than the usual 6, and hardly larger.
_LEVEL = 5
#: Operators are compressed whenever there are so many.
_AT_ONCE = 4_000


class View(NamedTuple):
    """A place to go to: a page (counted from 0) and the point (y upwards) that becomes the window's upper left."""

    page: int
    left: float
    top: float


class Line(NamedTuple):
    """A line of the outline. `closed`: its children show when it is opened."""

    level: int
    label: str
    view: View
    closed: bool = False


class Ready(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose bytes are there."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: Any) -> bytes:
        return self.data


class Content(PDFObject):  # type: ignore[misc]  # as above
    """A stream that takes strings (one character for each byte) and keeps them compressed only, those that were there
    when it was last told to settle."""

    def __init__(self, dictionary: bytes = b"") -> None:
        self._dictionary = dictionary
        self._waiting: list[str] = []
        #: Takes a string. There are some ten thousand on a page: it is the list's own.
        self.append: Callable[[str], None] = self._waiting.append
        self._packer = zlib.compressobj(_LEVEL)
        self._packed: list[bytes] = []

    def settle(self) -> None:
        """Compress what was taken, if that is worth it."""
        if len(self._waiting) >= _AT_ONCE:
            self._pack()

    def _pack(self) -> None:
        self._waiting.append("")  # a line end behind the last one
        self._packed.append(self._packer.compress("\n".join(self._waiting).encode("latin-1")))
        self._waiting.clear()

    def finish(self) -> None:
        """Nothing may be appended any more."""
        self._pack()
        self._packed.append(self._packer.flush())

    @property
    def data(self) -> bytes:
        return b"".join(self._packed)

    def format(self, document: Any) -> bytes:
        data = self.data
        head = b"<< %s/Filter /FlateDecode /Length %d >>\nstream\n" % (self._dictionary, len(data))
        return b"%s%s\nendstream\n" % (head, data)


class Outline(PDFObject):  # type: ignore[misc]  # as above
    """The outline of a document, in place of ReportLab's. `lines` are in order, each at most one level deeper than the
    one before."""

    ready = 1

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._data = b""
        if not lines:
            self.ready = -1

    def prepare(self, document: Any, canvas: Any) -> None:
        """Called when all pages are there, before anything is formatted."""
        objects = [Ready() for _ in self._lines]
        numbers = [numbered(document, made) for made in objects]
        numbers.append(number_of(document, document.Reference(self)))  # what -1 stands for in `_parents`
        parents = self._parents()
        # Below each line: its first and last, and how many show when it is open. Children stand behind their parents.
        ends: dict[int, tuple[int, int]] = {}
        before: dict[int, int] = {}
        after: dict[int, int] = {}
        for i, above in enumerate(parents):
            if above in ends:
                first, last = ends[above]
                before[i], after[last] = last, i
                ends[above] = first, i
            else:
                ends[above] = i, i
        shown = [0] * (len(parents) + 1)
        for i in reversed(range(len(parents))):
            shown[parents[i]] += 1 + (0 if self._lines[i].closed else shown[i])

        def below(i: int, closed: bool = False) -> bytes:
            if i not in ends:
                return b""
            first, last = ends[i]
            count = -shown[i] if closed else shown[i]
            return b"/First %d 0 R /Last %d 0 R /Count %d " % (numbers[first], numbers[last], count)

        for i, (line, made) in enumerate(zip(self._lines, objects, strict=True)):
            previous = b"/Prev %d 0 R " % numbers[before[i]] if i in before else b""
            following = b"/Next %d 0 R " % numbers[after[i]] if i in after else b""
            made.data = b"<< /Title %s /Parent %d 0 R %s%s%s/Dest %s >>" % (
                text(line.label),
                numbers[parents[i]],
                previous,
                following,
                below(i, line.closed),
                destination(document, line.view),
            )
        self._data = b"<< /Type /Outlines %s>>" % below(-1)

    def format(self, document: Any) -> bytes:
        return self._data

    def _parents(self) -> list[int]:
        """The place of the line above each; -1 for none."""
        parents: list[int] = []
        path: list[int] = []
        for i, line in enumerate(self._lines):
            del path[line.level :]
            parents.append(path[-1] if path else -1)
            path.append(i)
        return parents


class Link(PDFObject):  # type: ignore[misc]  # as above
    """An area of a page (left, bottom, right, top) that leads to a place, or to an address in ASCII; `words` say where
    it leads. Its element is found by `key`."""

    def __init__(self, rect: tuple[float, float, float, float], target: View | str, key: int, words: str) -> None:
        self._rect = rect
        self._target = target
        self._key = key
        self._words = words

    def format(self, document: Any) -> bytes:
        target = self._target
        if isinstance(target, str):
            leads = b"/A << /Type /Action /S /URI /URI %s >>" % text(target)
        else:
            leads = b"/Dest " + destination(document, target)
        rect = b"/Rect [%.2f %.2f %.2f %.2f]" % self._rect
        return b"<< /Type /Annot /Subtype /Link %s /Border [0 0 0] /StructParent %d /Contents %s %s >>" % (
            rect,
            self._key,
            text(self._words),
            leads,
        )


def destination(document: Any, view: View) -> bytes:
    page = document.idToObjectNumberAndVersion[f"Page{view.page + 1}"][0]
    return b"[%d 0 R /XYZ %.2f %.2f null]" % (page, view.left, view.top)


def numbered(document: Any, made: Ready) -> int:
    """The number of an object that the document does not have yet. ReportLab's `Reference` does the same, but asks much
    before, and there may be some objects for each card."""
    number: int = document.objectcounter + 1
    document.objectcounter = number
    name = f"R{number}"
    document.idToObject[name] = made
    document.idToObjectNumberAndVersion[name] = (number, 0)
    document.numberToId[number] = name
    return number


def number_of(document: Any, reference: Any) -> int:
    number: int = document.idToObjectNumberAndVersion[reference.name][0]
    return number


def text(words: str) -> bytes:
    """A text string: in ASCII as it is, else as UTF-16."""
    if words.isascii() and words.isprintable():
        return b"(%s)" % words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("ascii")
    return b"<FEFF%s>" % words.encode("utf-16-be").hex().upper().encode("ascii")
