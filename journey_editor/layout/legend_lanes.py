"""What the legend says of lanes that have signs of their own: compared curves and the channel matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journey_editor.model.cards import Touchpoint
from journey_editor.model.columns import Phase
from journey_editor.model.lanes import ChannelLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import all_cards
from journey_editor.wording import tr

from . import look
from .curve import BY_HAND_WIDTH
from .curve_compare import hatching
from .drawlist import Item, Outline, Path
from .figures import dot, dot_outline, horizontal
from .look import CurveLook
from .matrix import mark_signs

#: A sign, its width, and its word.
Sign = tuple[tuple[Item, ...], float, str]


def matrix_signs(journey: JourneyMap, language: str, wide: float, high: float) -> Iterator[Sign]:
    """How marks of the channel matrices are told apart; each sign in a box of wide x high."""
    lanes = [lane for lane in journey.lanes if isinstance(lane, ChannelLane) and not lane.hidden and not lane.collapsed]
    if not lanes:
        return
    shown = {step.id for phase in journey.phases if _is_whole(phase) for step in phase.steps}
    touched = Counter(
        (card.channel, step)
        for _, step, card in all_cards(journey)
        if isinstance(card, Touchpoint) and card.channel and step in shown
    )
    by_hand: dict[tuple[str, str], int] = {}
    from_cards: Counter[tuple[str, str]] = Counter()
    for lane in lanes:
        named = set(lane.channels)
        by_hand |= {
            (mark.channel, mark.step): mark.importance
            for mark in lane.marks
            if mark.step in shown and (not named or mark.channel in named)
        }
        from_cards |= Counter({key: n for key, n in touched.items() if not named or key[0] in named})
    middle = high / 2
    line = horizontal(0.0, middle - 0.6, wide, 1.2, look.LINE)
    for wanted, touches, words in (
        (from_cards.keys() - by_hand.keys(), True, tr("channel of touchpoints", to=language)),
        (by_hand.keys() - from_cards.keys(), False, tr("channel set by hand", to=language)),
    ):
        if wanted:
            dot = mark_signs(wide / 2, middle, 1, look.LINE, touched=touches, by_hand=not touches)
            yield (line, *dot), wide, words
    if both := by_hand.keys() & from_cards.keys():
        dot = mark_signs(wide / 2, middle, 1, look.LINE, touched=True, by_hand=True)
        yield (line, *dot), wide, tr("touchpoints, weighed by hand", to=language)
    weights = {min(n, 3) for key, n in from_cards.items() if key not in both} | set(by_hand.values())
    if any(weight > 1 for weight in weights):
        sign = tuple(horizontal(0.0, middle - 4.0 + 3.0 * n, wide, 0.9 * (n + 1), look.LINE) for n in range(3))
        yield sign, wide, tr("the thicker, the more important", to=language)


def comparison_signs(style: CurveLook, language: str, wide: float, high: float) -> Iterator[Sign]:
    """A computed curve, one that was drawn by hand, and the area between them; each sign in a box of wide x high."""
    middle = high / 2
    line = Outline((("M", 0.0, middle), ("L", wide, middle)))
    mark = dot(style.dot, wide / 2, middle, 2.6, style.color)
    computed = Path(line, stroke=style.color, width=1.75, dash=style.dash)
    yield (computed, mark), wide, tr("computed from touchpoints", to=language)
    full = Path(dot_outline(style.dot), wide / 2, middle, 2.4, fill=style.color)
    yield (Path(line, stroke=style.color, width=BY_HAND_WIDTH, dash=style.dash), full), wide, tr("by hand", to=language)
    hatched = [(4.0 * n, 1.0, high - 1.0) for n in range(int(wide / 4.0) + 1)]
    yield (hatching(hatched, style.color),), wide, tr("difference", to=language)


def _is_whole(phase: Phase) -> bool:
    return not phase.hidden and not phase.collapsed
