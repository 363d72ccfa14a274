"""How high a map gets at a width, guessed from the length of its texts: thousands of times faster than a layout.

Printing a map on one page means finding the width at which it has the shape of the page. Trying widths with whole
layouts costs a second for 1,000 cards; guessing first leaves one or two layouts to do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from journey_editor.model.cards import Card, Measure, Note, Touchpoint
from journey_editor.model.lanes import Lane
from journey_editor.model.project import JourneyMap

from . import look
from .beginning import MOST_LETTERS
from .grid import columns, head_width

# Mean widths of a letter, and heights of a line, of the type that cards are set in.
_BOLD, _TEXT = 4.9, 4.1
_TITLE_LINE, _TEXT_LINE = 10.7, 9.4

#: The height of a card at a width.
_Height = Callable[[float], float]


class Guess:
    """Guesses for one map of `cards` cards. `natural` is its width as on screen, without margins."""

    def __init__(self, journey: JourneyMap) -> None:
        head = head_width(journey)
        placed = columns(journey, head)
        self.natural = head + sum(column.w for column in placed)
        self._head = head
        self._shares = {column.step: column.w / max(self.natural - head, 1.0) for column in placed}
        self._lanes = [_lane(lane) for lane in journey.lanes if not lane.hidden]
        self.cards = sum(len(cards) for _, cells in self._lanes for _, cards in cells)
        self._band = look.BAND_LEAST * (1.28 if journey.theme.band == "funnel" else 1.0) + 14.0
        self._tracks = 8.0 * len(journey.paths)
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        """Without margins, for a map laid out to this width without margins. Halving asks for many of them again."""
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._height(width)
        return found

    def _height(self, width: float) -> float:
        wide = max(width - self._head, 1.0)
        total = self._band + self._tracks
        for least, cells in self._lanes:
            tallest = 0.0
            for step, cards in cells:
                share = self._shares.get(step)
                if share is not None:
                    w = max(share * wide, 96.0) - look.CELL_LEFT - look.CELL_RIGHT
                    tallest = max(tallest, sum([height(w) for height in cards]) + 14.0 - look.CARD_GAP)
            total += max(least, tallest)
        return total


def _lane(lane: Lane) -> tuple[float, Sequence[tuple[str, Sequence[_Height]]]]:
    """The least height of a lane, and its cells as what gives their cards' heights."""
    least = max(lane.height, look.ROW_LEAST)
    if lane.collapsed:
        return least, ()
    if lane.kind == "emotion":
        return max(lane.height, look.CURVE_HEIGHT), ()
    if lane.kind == "channels":
        return max(least, 20.0 + look.MATRIX_ROW * len(lane.channels)), ()
    if lane.kind == "separator":
        return max(lane.height, 21.0), ()
    return least, [(cell.step, [_card(card) for card in cell.cards]) for cell in lane.cells]


def _card(card: Card) -> _Height:
    if isinstance(card, Touchpoint):
        return _touchpoint(card)
    if isinstance(card, Measure):
        return lambda w: 12.4 * ceil(len(card.metric.name) * _TEXT / max(w - 40.0, 20.0) or 1)
    if isinstance(card, Note):
        ground = 0.0 if card.tone == "text" else 26.0
        letters = min(len(card.text), MOST_LETTERS) * _TEXT
        return lambda w: _TEXT_LINE * ceil(letters / max(w - ground, 20.0) or 1) + (14.0 if ground else 7.0)
    return lambda w: min(w * 0.6, 90.0) + look.CARD_GAP


def _touchpoint(card: Touchpoint) -> _Height:
    title = min(len(card.title), MOST_LETTERS) * _BOLD
    marks = 10.5 * ((card.evidence != "observed") + card.moment_of_truth)
    text = min(len(card.description), MOST_LETTERS) * _TEXT * 1.05
    chips = [len(words) * _TEXT + 14.0 for words in (card.owner, card.call_to_action) if words]
    chips += [len(metric.name) * _TEXT + 50.0 for metric in card.metrics]
    taken, pictures = sum(chips), 94.0 if card.images else 0.0

    def height(w: float) -> float:
        inner = max(w - 15.0, 20.0)
        lines = ceil(title / max(inner - 14.0 - marks, 20.0) or 1)
        body = ceil(text / inner) * _TEXT_LINE
        foot = 13.5 * ceil(taken / inner) + 3.0 if taken else 0.0
        return lines * _TITLE_LINE + body + foot + pictures + 9.6 + look.CARD_GAP

    return height


def width_for(height: Callable[[float], float], shape: float, least: float, most: float) -> float:
    """The width at which a map's height is `shape` times its width, between `least` and `most`.

    Wider maps are lower, so halving finds it.
    """
    low, high = least, most
    for _ in range(14):
        middle = (low + high) / 2
        if height(middle) > shape * middle:
            low = middle
        else:
            high = middle
    return high
