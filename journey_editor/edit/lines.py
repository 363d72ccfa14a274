"""Cards out of plain words: one for each text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journey_editor.edit.cards import PREFIX
from journey_editor.edit.change import EditError, the_map, with_map
from journey_editor.edit.keys import Keys
from journey_editor.edit.pasting import Place, stacked, the_cell
from journey_editor.model.cards import Card, Measure, Metric, Note, Picture, Tone, Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import CARD_OF_LANE, LaneKind, NoteLane
from journey_editor.model.project import Project
from journey_editor.wording import tr

#: So many cards are made of lines at once; whoever wants more has a table or a book on the clipboard.
MOST_LINES = 1000
#: So many letters go on a card. A page of a book has 2,000.
MOST_LETTERS = 10_000


def add_lines(
    project: Project, lines: Sequence[str], place: Place, *, new: IdSource = random_id
) -> tuple[Project, tuple[str, ...]]:
    """A card for each text, below each other in the cell of the place; and their ids.

    Raises EditError if the place is no cell, its lane holds no cards, or it is too much.
    """
    journey = the_map(project, place.map)
    lane = the_cell(journey, place)
    if lane.kind not in CARD_OF_LANE:
        raise EditError(tr("This lane holds no cards."))
    if len(lines) > MOST_LINES:
        raise EditError(
            tr(
                "The text has {n} lines; {most} at most become cards at once. Paste it in parts.",
                n=len(lines),
                most=MOST_LINES,
            )
        )
    check_letters(lines)
    keys = Keys(project, new)
    tone: Tone = lane.tone if isinstance(lane, NoteLane) else "text"
    cards = [card_of(lane.kind, text, keys, tone) for text in lines]
    after = stacked(journey, {(lane.id, place.step): cards}, place.before)
    return with_map(project, after), tuple(card.id for card in cards)


def check_letters(texts: Iterable[str]) -> None:
    """Raises EditError if one of these is too long for a card."""
    longest = max(map(len, texts), default=0)
    if longest > MOST_LETTERS:
        raise EditError(
            tr(
                "A card would get {n} characters; it takes {most} at most. Shorten the text.",
                n=longest,
                most=MOST_LETTERS,
            )
        )


def card_of(kind: LaneKind, text: str, keys: Keys, tone: Tone) -> Card:
    """A card for a lane of this kind that says this. What follows a touchpoint's first line is its description."""
    make = CARD_OF_LANE[kind]
    key = keys.fresh(PREFIX[make])
    if make is Touchpoint:
        title, _, rest = text.partition("\n")
        return Touchpoint(id=key, title=title.strip(), description=rest.strip())
    if make is Note:
        return Note(id=key, text=text, tone=tone)
    if make is Measure:
        return Measure(id=key, metric=Metric(name=text))
    return Picture(id=key, text=text)
