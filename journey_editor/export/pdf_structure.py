"""The structure of a tagged PDF: its elements as objects of the file, and which marks of which page belong to them.

There may be elements by the ten thousand: each is a line of bytes as soon as its page is done, those of a poster when
its last sheet is (ISO 32000-1, 14.7).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from journey_editor.export.pdf_objects import Ready, number_of, numbered, text

#: What is not listed in `Element.rank` comes last among its like.
LAST = 2.0


class Mark(NamedTuple):
    """A mark on another page than most of its element: a sheet of a poster (pages count from 0)."""

    page: int
    number: int


class Reference(NamedTuple):
    """The annotation (number of its object) of a link, and its page."""

    page: int
    annotation: int


class Element:
    """An element of the structure. `kids` are numbers of marks on its page, elements and the like; `rank` is its place
    among its like. `alt` is said in its place, `title` names it; `language` is that of its words, "" for the file's."""

    __slots__ = ("alt", "kids", "kind", "language", "number", "rank", "title")

    def __init__(self, kind: str, rank: float = LAST, title: str = "", alt: str = "", language: str = "") -> None:
        self.kind = kind
        self.kids: list[int | Element | Mark | Reference] = []
        self.rank = rank
        self.title = title
        self.alt = alt
        self.language = language
        self.number = 0

    @property
    def said(self) -> bool:
        """Whether there is anything in it; a lane without a word is none."""
        return any(type(kid) is not Element or kid.said for kid in self.kids)


class Marked(NamedTuple):
    """A page that is painted: its elements, which are those of the sheets before too if it is one of a poster; the
    owner of each of its marks; and its links with their annotations."""

    number: int
    root: Element
    owners: list[Element]
    links: Sequence[tuple[Element, Any]]


class Structure:
    """The structure of a document. Pages are added in order, each when ReportLab knows it."""

    def __init__(self, document: Any, pages: int) -> None:
        self._document = document
        self._links = pages  # the key of the next link; pages have their numbers as keys
        self._kids: list[int] = []
        self._parents: list[bytes] = []  # of the marks of each page, by its number
        self._owners: list[tuple[int, Element]] = []  # of links, by their key
        self._waiting: list[Marked] = []
        self._headings: list[str] = []  # those that the next heading may lie under
        self._root, self._top, self._tree = Ready(), Ready(), Ready()
        self._numbers = [self._number(made) for made in (self._root, self._top, self._tree)]

    def link(self, element: Element) -> int:
        """The key of an annotation whose element that is."""
        key = self._links
        self._links += 1
        self._owners.append((key, element))
        return key

    def add(self, page: Marked, *, whole: bool) -> None:
        """The next page; more belongs to its elements unless the `whole` is there."""
        for element, annotation in page.links:
            element.kids.append(Reference(page.number, self._number(annotation)))
        self._waiting.append(page)
        if not whole:
            return
        on, kids = self._page(page.number), page.root.kids
        self._kids += [self._put(kid, self._numbers[1], on) for kid in kids if type(kid) is Element and kid.said]
        for one in self._waiting:
            self._parents.append(b" ".join([b"%d 0 R" % owner.number for owner in one.owners]))
        self._waiting.clear()

    def finish(self) -> None:
        """All pages are there."""
        root, top, tree = self._numbers
        lines = [b"%d [%s]" % pair for pair in enumerate(self._parents)]
        lines += [b"%d %d 0 R" % (key, element.number) for key, element in self._owners]
        self._tree.data = b"<< /Nums [%s] >>" % b"\n".join(lines)
        self._top.data = b"<< /Type /StructElem /S /Document /P %d 0 R /K [%s] >>" % (
            root,
            b" ".join(b"%d 0 R" % number for number in self._kids),
        )
        self._root.data = b"<< /Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d >>" % (
            top,
            tree,
            self._links,
        )
        catalog = self._document.Catalog
        catalog.StructTreeRoot = self._document.Reference(self._root)
        catalog.MarkInfo = Ready(b"<< /Marked true >>")

    def _put(self, element: Element, above: int, page: int) -> int:
        """Write an element and all below; `page` is the object of the page that its plain marks are on."""
        made = Ready()
        number = element.number = numbered(self._document, made)
        kind = element.kind
        if kind[0] == "H":
            kind = self._heading(kind)
        kids: list[bytes] = []
        marked = False
        for kid in element.kids:
            if isinstance(kid, int):
                marked = True
                kids.append(b"%d" % kid)
            elif isinstance(kid, Element):
                if kid.said:
                    kids.append(b"%d 0 R" % self._put(kid, number, page))
            elif isinstance(kid, Mark):
                kids.append(b"<</Type /MCR /Pg %d 0 R /MCID %d>>" % (self._page(kid.page), kid.number))
            else:
                kids.append(b"<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>" % (self._page(kid.page), kid.annotation))
        data = b"<</S /%s /P %d 0 R" % (kind.encode(), above)
        if marked:
            data += b" /Pg %d 0 R" % page
        if element.title:
            data += b" /T " + text(element.title)
        if element.alt:
            data += b" /Alt " + text(element.alt)
        if element.language:
            data += b" /Lang " + text(element.language)
        made.data = data + (b" /K %s>>" % kids[0] if len(kids) == 1 else b" /K [%s]>>" % b" ".join(kids))
        return number

    def _heading(self, wanted: str) -> str:
        """A heading as deep as those that it stands below: none is left out, even where a map is printed without its
        title."""
        while self._headings and self._headings[-1] >= wanted:
            self._headings.pop()
        self._headings.append(wanted)
        return f"H{len(self._headings)}"

    def _page(self, number: int) -> int:
        found: int = self._document.idToObjectNumberAndVersion[f"Page{number + 1}"][0]
        return found

    def _number(self, made: Any) -> int:
        return number_of(self._document, self._document.Reference(made))
