"""What a reader of a PDF says aloud, and in which order: the structure of its pages (ISO 32000-1, 14.7 and 14.8).

While a page is painted, its operators are put between marks: words and pictures belong to an element, all that is only
drawn is an artifact. The draw list says by its tags what a group is; the order of the elements is that of reading (the
phases, then lane by lane from left to right), whatever was painted first. There may be elements by the ten thousand:
each is a line of bytes as soon as its page is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journey_editor.export.pdf_objects import Ready, number_of, numbered, text
from journey_editor.layout.details import detail_key
from journey_editor.layout.drawlist import Tag

#: What groups of a draw list are. Those of other kinds belong to what is around them.
_CONTAINERS = frozenset({"Document", "Sect", "L"})
_ELEMENTS = {
    **dict.fromkeys(("map", "band", "lane", "legend", "persona", "persona-page", "worksheet"), "Sect"),
    **dict.fromkeys(("appendix", "findings", "sources"), "Sect"),
    **dict.fromkeys(("phase", "card"), "LI"),
    **dict.fromkeys(("head", "chapter"), "H2"),
    "detail": "H3",
    **dict.fromkeys(("path", "trace", "connector", "part", "filter", "difference"), "P"),
    "title": "H1",
    "footer": "Artifact",
}
#: On a map, all is read in this order; what is not listed comes last.
_RANKS = {"band": 0.0, "lane": 1.0}
_LAST = 2.0


class Element:
    """An element of the structure. `kids` are numbers of marks on its page, elements, or references to annotations;
    `rank` is its place among its like on a map. `alt` is said in its place, `title` names it."""

    __slots__ = ("alt", "kids", "kind", "number", "rank", "title")

    def __init__(self, kind: str, rank: float = _LAST, title: str = "", alt: str = "") -> None:
        self.kind = kind
        self.kids: list[int | Element | bytes] = []
        self.rank = rank
        self.title = title
        self.alt = alt
        self.number = 0


#: What is only drawn.
_ARTIFACT = Element("Artifact")


class PageTags:
    """The marks of one page, and its elements. `code` takes operators; `picture` is said for an image without words."""

    def __init__(self, code: Any, picture: str) -> None:
        self.root = Element("Document")
        self.owners: list[Element] = []  # of each mark
        self._code = code
        self._picture = picture
        self._cards: dict[str, Element] = {}
        self._path = [self.root]
        self._tags: list[Tag] = []  # of all on the path but the root
        #: What words belong to now (None: a paragraph to be begun), where shapes may stay, and which mark is open.
        self._here: Element | None = None
        self._stay = _ARTIFACT
        self._open: Element | None = None

    def enter(self, tag: Tag, x: float) -> bool:
        """A group begins whose origin is at x; whether it is an element, to be left again."""
        kind, above = _ELEMENTS.get(tag.kind), self._path[-1]
        if kind is None or above.kind not in _CONTAINERS:
            return False
        if kind == "Artifact":
            made = _ARTIFACT
        elif kind == "LI":
            listed = above.kids[-1] if above.kids else None
            if not isinstance(listed, Element) or listed.kind != "L":
                listed = Element("L")
                above.kids.append(listed)
            made, item = Element("LBody", x), Element("LI", x)
            item.kids.append(made)
            listed.kids.append(item)
            if tag.kind == "card":
                self._cards.setdefault(f"#{detail_key(tag.id)}", made)
        else:
            made = Element(kind, _RANKS.get(tag.kind, _LAST), tag.label if kind == "Sect" else "")
            above.kids.append(made)
        self._path.append(made)
        self._tags.append(tag)
        self._turn()
        return True

    def leave(self) -> None:
        """The group ends that was entered last."""
        made, tag = self._path.pop(), self._tags.pop()
        if made.kind == "LBody" and not _said(made):  # a card without a word: it is there all the same
            made.alt = tag.label or self._picture
            self._mark(made)
        elif tag.kind == "map":
            _in_reading_order(made)
        self._turn()

    def _turn(self) -> None:
        here = self._path[-1]
        leaf = here.kind not in _CONTAINERS
        self._here = here if leaf else None
        self._stay = here if leaf else _ARTIFACT

    def words(self) -> None:
        """Words are painted next."""
        here = self._here
        if here is None:
            here = self._here = Element("P")
            self._path[-1].kids.append(here)
        if here is not self._open:
            self._mark(here)

    def shape(self) -> None:
        """A shape is painted next. Between the words of an element it stays with them: signs are part of a card."""
        if self._open is not self._stay and self._open is not _ARTIFACT:
            self._mark(_ARTIFACT)

    def image(self, alt: str) -> None:
        """An image is painted next."""
        if self._here is _ARTIFACT:
            self.shape()
            return
        figure = Element("Figure", alt=alt or self._picture)
        self._path[-1].kids.append(figure)
        if self._path[-1].kind in _CONTAINERS:
            self._here = None
        self._mark(figure)

    def link(self) -> Element:
        """An element for an area that stands here and may lead somewhere: it is none until it has its annotation."""
        made = Element("Link")
        (self._here or self._path[-1]).kids.append(made)
        return made

    def over_card(self, target: str) -> Element | None:
        """An element for an area that leads from a card to its entry; None if no card of the page has that entry. Such
        areas are painted before the cards that they lie over."""
        card = self._cards.get(target)
        if card is None:
            return None
        made = Element("Link")
        card.kids.append(made)
        return made

    def finish(self) -> None:
        """Nothing more is painted."""
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def _mark(self, element: Element) -> None:
        if self._open is not None:
            self._code.append("EMC")
        self._open = element
        if element is _ARTIFACT:
            self._code.append("/Artifact BMC")
            return
        number = len(self.owners)
        self.owners.append(element)
        element.kids.append(number)
        self._code.append(f"/{element.kind} <</MCID {number}>> BDC")


def _in_reading_order(journey: Element) -> None:
    """Phases before lanes, then the rest; the cards of a lane by columns. What is alike keeps its order."""
    journey.kids.sort(key=_rank)
    for lane in journey.kids:
        for listed in lane.kids if isinstance(lane, Element) else ():
            if isinstance(listed, Element) and listed.kind == "L":
                listed.kids.sort(key=_rank)


def _rank(kid: int | Element | bytes) -> float:
    return kid.rank if isinstance(kid, Element) else _LAST


class Structure:
    """The structure of a document. Pages are added in order, each when ReportLab knows it."""

    def __init__(self, document: Any, pages: int) -> None:
        self._document = document
        self._links = pages  # the key of the next link; pages have their numbers as keys
        self._kids: list[int] = []
        self._parents: list[bytes] = []  # of the marks of each page, by its number
        self._owners: list[tuple[int, Element]] = []  # of links, by their key
        self._root, self._top, self._tree = Ready(), Ready(), Ready()
        self._numbers = [self._number(made) for made in (self._root, self._top, self._tree)]

    def link(self, element: Element) -> int:
        """The key of an annotation whose element that is."""
        key = self._links
        self._links += 1
        self._owners.append((key, element))
        return key

    def add(self, page: PageTags, number: int, links: Sequence[tuple[Element, Any]]) -> None:
        """A page (counted from 0) with its links and their annotations."""
        for element, annotation in links:
            element.kids.append(b"<</Type /OBJR /Obj %d 0 R>>" % self._number(annotation))
        on = self._document.idToObjectNumberAndVersion[f"Page{number + 1}"][0]
        self._kids += [self._put(kid, self._numbers[1], on) for kid in page.root.kids if _said(kid)]
        self._parents.append(b" ".join(b"%d 0 R" % owner.number for owner in page.owners))

    def finish(self) -> None:
        """All pages are there."""
        root, top, tree = self._numbers
        lines = [b"%d [%s]" % pair for pair in enumerate(self._parents)]
        lines += [b"%d %d 0 R" % (key, element.number) for key, element in self._owners]
        self._tree.data = b"<< /Nums [%s] >>" % b"\n".join(lines)
        self._top.data = b"<< /Type /StructElem /S /Document /P %d 0 R /K [%s] >>" % (root, _references(self._kids))
        self._root.data = b"<< /Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d >>" % (
            top,
            tree,
            self._links,
        )
        catalog = self._document.Catalog
        catalog.StructTreeRoot = self._document.Reference(self._root)
        catalog.MarkInfo = Ready(b"<< /Marked true >>")

    def _put(self, element: Any, above: int, page: int) -> int:
        made = Ready()
        number = element.number = numbered(self._document, made)
        kids: list[bytes] = []
        marked = False
        for kid in element.kids:
            if isinstance(kid, Element):
                if _said(kid):
                    kids.append(b"%d 0 R" % self._put(kid, number, page))
            else:
                marked = True
                kids.append(b"%d" % kid if isinstance(kid, int) else kid)
        made.data = b"<</S /%s /P %d 0 R%s%s%s /K %s>>" % (
            element.kind.encode(),
            above,
            b" /Pg %d 0 R" % page if marked else b"",
            b" /T %s" % text(element.title) if element.title else b"",
            b" /Alt %s" % text(element.alt) if element.alt else b"",
            kids[0] if len(kids) == 1 else b"[%s]" % b" ".join(kids),
        )
        return number

    def _number(self, made: Any) -> int:
        return number_of(self._document, self._document.Reference(made))


def _said(kid: Any) -> bool:
    """Whether there is anything in an element; a lane without a word is none."""
    return not isinstance(kid, Element) or any(isinstance(below, int) or _said(below) for below in kid.kids)


def _references(numbers: list[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
