"""What was copied, in words for other programs: a table as it lies in the grid, or lines to read."""

from __future__ import annotations

from collections.abc import Iterator

from journey_editor.model.cards import Card, Measure, Note, Touchpoint
from journey_editor.model.clipping import Clipping
from journey_editor.model.lane_words import lane_word
from journey_editor.model.queries import card_lanes, holds_cards, steps, text_in
from journey_editor.storage.tsv import Rows, guarded
from journey_editor.wording import tr


def as_rows(clipping: Clipping, language: str) -> Rows:
    """Lanes as rows, phases and steps as columns, with their names; the cards of a cell below each other in it.

    Cards of one cell alone are only a column of their names.
    """
    said = _Said(clipping, language)
    cells = {
        (lane.id, cell.step): [said.card(card) for card in cell.cards]
        for lane in card_lanes(clipping.journey)
        for cell in lane.cells
    }
    if clipping.what == "cards" and len(cells) == 1:
        return tuple((words,) for stack in cells.values() for words in stack)
    used = {step for _, step in cells}
    columns = [step.id for step in steps(clipping.journey) if step.id in used or clipping.what in ("phases", "steps")]
    head = ("", *(said.column(step) for step in columns))
    body = (
        (said.lane(lane.id), *("\n".join(cells.get((lane.id, step), ())) for step in columns))
        for lane in clipping.journey.lanes
        if holds_cards(lane) or not cells
    )
    return (head, *body)


def as_text(clipping: Clipping, language: str) -> str:
    """The cards with their descriptions, cell by cell under the names of lane and column, to read and to send."""
    said = _Said(clipping, language)
    # A spreadsheet parts lines at tabs and line ends, wherever in a name they are: no part may become a formula.
    return "\n".join(guarded(part) for line in _lines(clipping, said) for part in line.expandtabs(4).split("\n"))


def _lines(clipping: Clipping, said: _Said) -> Iterator[str]:
    cells = [(lane, cell) for lane in card_lanes(clipping.journey) for cell in lane.cells]
    if not cells:
        yield from (said.whole(step.id) for step in steps(clipping.journey) if clipping.what != "lanes")
        yield from (said.lane(lane.id) for lane in clipping.journey.lanes)
    for n, (lane, cell) in enumerate(cells):
        if n:
            yield ""
        if len(cells) > 1:
            yield tr("{lane}, {step}", lane=said.lane(lane.id), step=said.whole(cell.step))
        for card in cell.cards:
            yield f"• {said.card(card)}"
            for line in said.description(card).splitlines():
                yield f"  {line}"


class _Said:
    """The words of a clipping in a language; texts that are not translated are in its own."""

    def __init__(self, clipping: Clipping, language: str) -> None:
        self._project, self._language = clipping.project, language
        self._lanes = {lane.id: lane for lane in clipping.journey.lanes}
        self._columns: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        for n, phase in enumerate(clipping.journey.phases, start=1):
            name = self._text(phase.id, "title", phase.title) or tr("Phase {n}", to=language, n=n)
            for k, step in enumerate(phase.steps):
                words = self._text(step.id, "title", step.title)
                # A further step without a name has an empty head, as under a head that spans several columns.
                self._whole[step.id] = f"{name} – {words}" if words else name
                self._columns[step.id] = "" if k and not words else self._whole[step.id]

    def lane(self, lane_id: str) -> str:
        lane = self._lanes[lane_id]
        return self._text(lane_id, "title", lane.title) or lane_word(lane.kind, self._language)

    def column(self, step_id: str) -> str:
        return self._columns[step_id]

    def whole(self, step_id: str) -> str:
        """The same with the name of its phase also where it is a further step without a name."""
        return self._whole[step_id]

    def card(self, card: Card) -> str:
        """A card in one line."""
        if isinstance(card, Touchpoint):
            return self._text(card.id, "title", card.title)
        if isinstance(card, Measure):
            figure = "" if card.metric.value is None else f" {card.metric.value:g} {card.metric.unit}".rstrip()
            return self._text(card.id, "metric.name", card.metric.name) + figure
        words = self._text(card.id, "text", card.text)
        if not words and not isinstance(card, Note) and card.image is not None:
            return self._text(card.id, "image.caption", card.image.caption)
        return words

    def description(self, card: Card) -> str:
        return self._text(card.id, "description", card.description) if isinstance(card, Touchpoint) else ""

    def _text(self, thing: str, field: str, own: str) -> str:
        words = text_in(self._project, self._language, thing, field, own)
        return words.strip() if field == "description" else " ".join(words.split())
