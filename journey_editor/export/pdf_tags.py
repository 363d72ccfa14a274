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

from journey_editor.export import pdf_roles as roles
from journey_editor.export.pdf_marks import ARTIFACT, Marks
from journey_editor.export.pdf_sheets import Sheet, Told
from journey_editor.export.pdf_structure import LAST, Element
from journey_editor.layout.borrowed import language_of
from journey_editor.layout.details import detail_key
from journey_editor.layout.drawlist import GlyphRun, Group, Tag


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
        self._marks = Marks(code, None if sheet is None else number)
        self.owners = self._marks.owners
        self._picture, self._language = picture, language
        self._sheet, self._heads, self._continued = sheet, told.heads, False
        self._path = [self.root]
        self._tags: list[Tag] = []  # of all on the path but the root
        #: What words belong to now (None: a paragraph to be begun), the paragraph that ended last, and where shapes may
        #: stay.
        self._here: Element | None
        self._last: Element | None
        self._stay: Element
        self._turn()

    def enter(self, group: Group, tag: Tag, x: float, y: float) -> bool:
        """A group begins whose origin is at (x, y); whether it is an element, to be left again."""
        kind, above = roles.ELEMENTS.get(tag.kind), self._path[-1]
        if kind is None:
            self._note(tag)
        if kind is None or (above.kind not in roles.CONTAINERS and not (kind == "Figure" and above.kind == "LBody")):
            return False
        if tag.kind in roles.ONCE or tag.kind in roles.AGAIN:
            kind = self._unless_told(kind, tag)
        elif tag.kind in roles.WHOLES and tag[:2] not in self._known and not self._continued:
            self._heads.clear()
        if kind == "Artifact":
            made = ARTIFACT
        else:
            again = self._sheet is not None or (tag.id and (kind[0] == "H" or kind == "LI"))
            known = self._known.get(tag[:2]) if again else None
            made = known or self._made(kind, tag, above, x, y)
        self._path.append(made)
        self._tags.append(tag)
        self._turn()
        if tag.kind == "card" and self._sheet is not None:
            whole = self._sheet.whole(x, y, group.w, group.h)
            self._whole = whole is not None
            if whole is False:
                self._here = self._stay = ARTIFACT
        return True

    def _unless_told(self, kind: str, tag: Tag) -> str:
        """What a group is that may have been told on a page before."""
        key = tag[:2]
        if key in self._known:
            return kind
        if key in self._heads:
            return "Artifact" if tag.kind in roles.ONCE else "P"
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
            kind = self._depth(kind)
            made = Element(kind, roles.RANKS.get(tag.kind, LAST), tag.label if kind == "Sect" else "")
            if sheet is not None and len(self._path) == 1:
                made.rank = y + sheet.dy
            above.kids.append(made)
        self._known[tag[:2]] = made
        return made

    def _depth(self, kind: str) -> str:
        """Lists behind a map are below its title; the plan of a poster stands for itself."""
        inside = {tag.kind for tag in self._tags}
        if kind == "H1" and not inside.isdisjoint(roles.LISTS):
            return "H2"
        return "H1" if kind[0] == "H" and "plan" in inside else kind

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
        silent = made.kind == "LBody" and not made.said and self._here is not ARTIFACT
        if silent and (self._sheet is None or self._whole):
            made.alt = tag.label or self._picture  # a card without a word: it is there all the same
            self._marks.begin(made)
        elif tag.kind == "map" and self._sheet is None:
            roles.in_reading_order(made)
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
        leaf = here.kind not in roles.CONTAINERS
        self._here = here if leaf else None
        self._stay = here if leaf else ARTIFACT
        self._drawing = here.kind == "Figure"
        self._item = here.kind == "LBody"
        self._whole = False
        self._last = None
        #: Whether words may belong elsewhere than where the last ones did, though they are in the same language.
        self._careful = self._sheet is not None

    def words(self, run: GlyphRun, x: float, y: float) -> bool:
        """Words are painted next, of a group at (x, y); whether other words of the element may follow them."""
        here = self._here
        if here is None or self._careful or run.language != self._language:
            here = self._place(run, x, y)
        if here is not self._marks.open:
            self._marks.begin(here)
        return self._item

    def _place(self, run: GlyphRun, x: float, y: float) -> Element:
        """The element of some words: the paragraph that is to be begun, or a part of one in another language."""
        here, sheet = self._here, self._sheet
        if here is ARTIFACT:
            return here
        if sheet is not None and not self._whole and not sheet.tells_run(run, x, y):
            return ARTIFACT
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
        if self._path[-1].kind in roles.CONTAINERS:
            self._last, self._here = self._here, None
            self._careful = self._sheet is not None

    def shape(self) -> None:
        """A shape is painted next. Between the words of an element it stays with them: signs are part of a card."""
        if self._drawing:
            if self._marks.open is not self._stay:
                self._marks.begin(self._stay)
        elif self._marks.open is not self._stay and self._marks.open is not ARTIFACT:
            self._marks.begin(ARTIFACT)

    def image(self, alt: str, box: tuple[float, float, float, float]) -> None:
        """An image is painted next, in that box of the page (x, y, width, height; y downwards)."""
        if self._here is ARTIFACT or self._drawing:
            self.shape()
            return
        if self._sheet is not None and not self._whole and not self._sheet.tells(*box):
            self._marks.begin(ARTIFACT)
            return
        figure = Element(
            "Figure", alt=str(alt) or self._picture, language=self._other(language_of(alt, self._language))
        )
        if self._sheet is not None and len(self._path) == 1:
            figure.rank = box[1] + self._sheet.dy
        self._path[-1].kids.append(figure)
        if self._path[-1].kind in roles.CONTAINERS:
            self.ended()
        self._marks.begin(figure)

    def link(self) -> Element:
        """An element for an area that stands here and may lead somewhere: it is none until it has its annotation."""
        made = Element("Link")
        above = self._here or self._last or self._path[-1]
        if above is ARTIFACT:  # such as the piece of a card on a sheet that does not tell of it
            above = next(each for each in reversed(self._path) if each is not ARTIFACT)
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
        self._marks.end()
        if self._sheet is None:
            return True
        if self._sheet.last:
            roles.as_one_page(self.root)
        return self._sheet.last


#: How the address of a card's entry begins.
_ENTRY = f"#{detail_key('')}"
