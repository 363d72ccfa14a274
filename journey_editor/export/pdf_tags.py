"""What a reader of a PDF says aloud, and in which order: which words and pictures of a page belong to which element.

While a page is painted, its operators are put between marks: words and pictures belong to an element, all that is only
drawn is an artifact. The draw list says by its tags what a group is; the order of the elements is that of reading (the
phases, then lane by lane from left to right), whatever was painted first.

What pages repeat is told once. On the sheets of a poster, each card is read where most of it is (`pdf_sheets`), in
its place among the others, as if the poster were one page. Where a map goes on over further pages, its phases are not
told again, but the name of a lane stays before its cards, as a plain paragraph: who listens must know whose cards
these are, and who leaps from heading to heading must not take it for another lane.
"""

from __future__ import annotations

from typing import Any

from journey_editor.export.pdf_sheets import Sheet
from journey_editor.export.pdf_structure import LAST, Element, Mark
from journey_editor.layout.borrowed import language_of
from journey_editor.layout.details import detail_key
from journey_editor.layout.drawlist import GlyphRun, Group, Tag

#: What groups of a draw list are. Those of other kinds belong to what is around them. How deep a heading is at last
#: depends on those above it.
_CONTAINERS = frozenset({"Document", "Sect", "L"})
_LISTS = frozenset({"appendix", "findings", "sources"})
_ELEMENTS = {
    **dict.fromkeys(("map", *_LISTS), "Sect"),
    **dict.fromkeys(("band", "lane", "legend", "persona", "persona-page", "worksheet", "plan"), "Sect"),
    **dict.fromkeys(("phase", "step", "card", "channel"), "LI"),
    **dict.fromkeys(("path", "trace", "connector", "part", "filter", "difference"), "P"),
    **dict.fromkeys(("curve", "marks", "figure"), "Figure"),
    **dict.fromkeys(("footer", "running"), "Artifact"),
    "title": "H1",
    "name": "H2",
    "chapter": "H3",
    "band-name": "H2",
    "section": "H3",
    "subsection": "H4",
    "detail": "H4",
}
#: What is not told again where a map goes on, and what is told again as a plain paragraph.
_ONCE, _AGAIN = frozenset({"phase", "step", "band-name"}), frozenset({"name"})
#: Where all is told anew.
_WHOLES = frozenset({"map", "worksheet", "persona-page"})
#: On a map, all is read in this order; what is not listed comes last.
_RANKS = {"title": -1.0, "band": 0.0, "lane": 1.0}

#: What is only drawn.
_ARTIFACT = Element("Artifact")


class Told:
    """What pages before have told: the elements of the poster that is being painted, and what of a map is there."""

    def __init__(self) -> None:
        self.poster: tuple[int, Element, dict[tuple[str, str], Element]] | None = None
        self.heads: set[tuple[str, str]] = set()


class PageTags:
    """The marks of one page, and its elements. `code` takes operators; `picture` is said for an image without words;
    `language` is the document's. `number` counts the page from 0, and `sheet` says of which poster it is a part."""

    def __init__(
        self,
        code: Any,
        picture: str,
        language: str = "",
        number: int = 0,
        sheet: Sheet | None = None,
        told: Told | None = None,
    ) -> None:
        told = told or Told()
        self.root, self._known = Element("Document"), dict[tuple[str, str], Element]()
        if sheet is not None:
            if told.poster is None or told.poster[0] != sheet.poster:
                told.poster = (sheet.poster, self.root, self._known)
            _, self.root, self._known = told.poster
        self.owners: list[Element] = []  # of each mark
        self._code, self._picture, self._language, self._number = code, picture, language, number
        self._sheet, self._heads, self._continued = sheet, told.heads, False
        self._path = [self.root]
        self._tags: list[Tag] = []  # of all on the path but the root
        #: What words belong to now (None: a paragraph to be begun), the paragraph that ended last, where shapes may
        #: stay, and which mark is open.
        self._here: Element | None
        self._last: Element | None
        self._stay: Element
        self._open: Element | None = None
        self._turn()

    def enter(self, group: Group, tag: Tag, x: float, y: float) -> bool:
        """A group begins whose origin is at (x, y); whether it is an element, to be left again."""
        kind, above = _ELEMENTS.get(tag.kind), self._path[-1]
        if kind is None:
            self._note(tag)
        if kind is None or (above.kind not in _CONTAINERS and not (kind == "Figure" and above.kind == "LBody")):
            return False
        if tag.kind in _ONCE or tag.kind in _AGAIN:
            kind = self._unless_told(kind, tag)
        elif tag.kind in _WHOLES and tag[:2] not in self._known and not self._continued:
            self._heads.clear()
        if kind == "Artifact":
            made = _ARTIFACT
        else:
            again = self._sheet is not None or (tag.id and (kind[0] == "H" or kind == "LI"))
            known = self._known.get(tag[:2]) if again else None
            made = known or self._made(kind, tag, above, x, y)
        self._path.append(made)
        self._tags.append(tag)
        self._turn()
        if tag.kind == "card" and self._sheet is not None and not self._sheet.tells(x, y, group.w, group.h):
            self._here = self._stay = _ARTIFACT
        return True

    def _unless_told(self, kind: str, tag: Tag) -> str:
        """What a group is that may have been told on a page before."""
        key = tag[:2]
        if key in self._known:
            return kind
        if key in self._heads:
            return "Artifact" if tag.kind in _ONCE else "P"
        if tag.id:
            self._heads.add(key)
        return kind

    def _made(self, kind: str, tag: Tag, above: Element, x: float, y: float) -> Element:
        sheet = self._sheet
        if kind == "LI":
            made = Element("LBody")
            item = Element("LI", x if sheet is None else x + sheet.dx)
            item.kids.append(made)
            self._list(above).kids.append(item)
        elif kind == "Figure":
            made = Element("Figure", alt=tag.label or self._picture)
            above = self._known.get(("channel", tag.id), above) if tag.kind == "marks" else above
            above.kids.append(made)
        else:
            if kind == "H1" and any(each.kind in _LISTS for each in self._tags):
                kind = "H2"
            made = Element(kind, _RANKS.get(tag.kind, LAST), tag.label if kind == "Sect" else "")
            if sheet is not None and len(self._path) == 1:
                made.rank = y + sheet.dy
            above.kids.append(made)
        self._known[tag[:2]] = made
        return made

    def _list(self, above: Element) -> Element:
        """The list that the next item of an element belongs to. A lane and the like have one for each kind of items,
        though a poster may show it in pieces."""
        kids = above.kids
        for kid in reversed(kids) if self._sheet is not None else kids[-1:]:
            if type(kid) is Element and kid.kind == "L":
                return kid
        made = Element("L")
        kids.append(made)
        return made

    def leave(self) -> None:
        """The group ends that was entered last."""
        made, tag = self._path.pop(), self._tags.pop()
        silent = made.kind == "LBody" and not made.said and self._here is not _ARTIFACT
        if silent and (self._sheet is None or tag.kind == "card"):
            made.alt = tag.label or self._picture  # a card without a word: it is there all the same
            self._mark(made)
        elif tag.kind == "map" and self._sheet is None:
            in_reading_order(made)
        self._turn()

    def _note(self, tag: Tag) -> None:
        """What is no element may tell of one: what a picture shows, in words, or that the map goes on here."""
        if tag.kind == "said":
            kind, _, key = tag.id.partition(":")
            figure = self._known.get((kind, key))
            if figure is not None:
                figure.alt = tag.label
        elif tag.kind == "continued":
            self._continued = True

    def _other(self, language: str) -> str:
        return "" if language == self._language else language

    def _turn(self) -> None:
        here = self._path[-1]
        leaf = here.kind not in _CONTAINERS
        self._here = here if leaf else None
        self._stay = here if leaf else _ARTIFACT
        self._drawing = here.kind == "Figure"
        self._item = here.kind == "LBody"
        self._card = self._item and self._tags[-1].kind == "card"
        self._last = None
        #: Whether words may belong elsewhere than where the last ones did, though they are in the same language.
        self._careful = self._sheet is not None

    def words(self, run: GlyphRun, x: float, y: float) -> bool:
        """Words are painted next, of a group at (x, y); whether other words of the element may follow them."""
        here = self._here
        if here is None or self._careful or run.language != self._language:
            here = self._place(run, x, y)
        if here is not self._open:
            self._mark(here)
        return self._item

    def _place(self, run: GlyphRun, x: float, y: float) -> Element:
        """The element of some words: the paragraph that is to be begun, or a part of one in another language."""
        here, sheet = self._here, self._sheet
        if here is _ARTIFACT:
            return here
        if sheet is not None and not self._card and not sheet.tells_run(run, x, y):
            return _ARTIFACT
        language = self._other(run.language)
        if language and not any(map(str.isalpha, run.text)):
            language = ""
        if here is None:
            here = self._here = Element("P", language=language)
            if sheet is not None and len(self._path) == 1:
                here.rank = y + run.y + sheet.dy
            self._path[-1].kids.append(here)
            self._careful = self._careful or bool(language)
        if language == here.language:
            return here
        last = here.kids[-1] if here.kids else None
        spoken = language or self._language
        if type(last) is Element and last.kind == "Span" and last.language == spoken:
            return last
        made = Element("Span", language=spoken)
        here.kids.append(made)
        return made

    def ended(self) -> None:
        """A paragraph has ended."""
        if self._path[-1].kind in _CONTAINERS:
            self._last, self._here = self._here, None
            self._careful = self._sheet is not None

    def shape(self) -> None:
        """A shape is painted next. Between the words of an element it stays with them: signs are part of a card."""
        if self._drawing:
            if self._open is not self._stay:
                self._mark(self._stay)
        elif self._open is not self._stay and self._open is not _ARTIFACT:
            self._mark(_ARTIFACT)

    def image(self, alt: str, box: tuple[float, float, float, float]) -> None:
        """An image is painted next, in that box of the page (x, y, width, height; y downwards)."""
        if self._here is _ARTIFACT or self._drawing:
            self.shape()
            return
        if self._sheet is not None and self._path[-1].kind in _CONTAINERS and not self._sheet.tells(*box):
            self._mark(_ARTIFACT)
            return
        figure = Element(
            "Figure", alt=str(alt) or self._picture, language=self._other(language_of(alt, self._language))
        )
        if self._sheet is not None and len(self._path) == 1:
            figure.rank = box[1] + self._sheet.dy
        self._path[-1].kids.append(figure)
        if self._path[-1].kind in _CONTAINERS:
            self.ended()
        self._mark(figure)

    def link(self) -> Element:
        """An element for an area that stands here and may lead somewhere: it is none until it has its annotation."""
        made = Element("Link")
        above = self._here or self._last or self._path[-1]
        if above is _ARTIFACT:  # such as the piece of a card on a sheet that does not tell of it
            above = next(each for each in reversed(self._path) if each is not _ARTIFACT)
        above.kids.append(made)
        return made

    def over_card(self, target: str) -> Element | None:
        """An element for an area that leads from a card to its entry; None if no card of the page has that entry. Such
        areas are painted before the cards that they lie over."""
        if not target.startswith(_ENTRY):
            return None
        card = self._known.get(("card", target[len(_ENTRY) :]))
        if card is None:
            return None
        made = Element("Link")
        card.kids.append(made)
        return made

    def finish(self) -> bool:
        """Nothing more is painted on the page; whether all of its elements are there."""
        if self._open is not None:
            self._code.append("EMC")
            self._open = None
        if self._sheet is None:
            return True
        if self._sheet.last:
            _as_one_page(self.root)
        return self._sheet.last

    def _mark(self, element: Element) -> None:
        if self._open is not None:
            self._code.append("EMC")
        self._open = element
        if element is _ARTIFACT:
            self._code.append("/Artifact BMC")
            return
        number = len(self.owners)
        self.owners.append(element)
        element.kids.append(number if self._sheet is None else Mark(self._number, number))
        kind = element.kind
        self._code.append(f"/{'H' if kind[0] == 'H' else kind} <</MCID {number}>> BDC")


#: How the address of a card's entry begins.
_ENTRY = f"#{detail_key('')}"


def in_reading_order(journey: Element) -> None:
    """Phases before lanes, then the rest; the cards of a lane by columns. What is alike keeps its order."""
    journey.kids.sort(key=_rank)
    for lane in journey.kids:
        for listed in lane.kids if type(lane) is Element else ():
            if type(listed) is Element and listed.kind == "L":
                listed.kids.sort(key=_rank)


def _as_one_page(root: Element) -> None:
    """What the sheets of a poster have, in the order of the poster: its head, the map, and what stands below."""
    journeys = [kid for kid in root.kids if type(kid) is Element and kid.kind == "Sect" and _has_lists(kid)]
    for journey in journeys:
        in_reading_order(journey)
    if journeys:
        top = min(journey.rank for journey in journeys)
        root.kids.sort(key=lambda kid: 1 if kid in journeys else 0 if _rank(kid) < top else 2)


def _has_lists(section: Element) -> bool:
    return any(type(kid) is Element and kid.kind == "Sect" for kid in section.kids)


def _rank(kid: object) -> float:
    return kid.rank if type(kid) is Element else LAST
