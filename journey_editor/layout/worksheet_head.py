"""The head of a worksheet: what it is, what to do, lines for the group and the date, and the band of the phases."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.model.columns import Phase
from journey_editor.model.project import JourneyMap
from journey_editor.wording import tr

from . import look
from .band import chevron, phase_fills
from .drawlist import Group, Item, Path, Tag
from .figures import horizontal
from .rows import name_group
from .worksheet_columns import Upright
from .worksheet_hand import Hand
from .wrap import TextBlock, place

_TITLE, _TASK, _LABEL = 18.0, 10.5, 10.5
_PHASE, _GOAL = 11.0, 9.0
_STEP = 9.0
_MOST = 4  # lines of a phase's name; it stands on every sheet
_LINE = 150.0  # to write on: group and date
_NARROW = 430.0  # sheets on which those have a line of their own
_BAND = 36.0
_UNDER, _UNDER_BAND = 16.0, 7.0


def heading(hand: Hand, title: str, task: str, key: str) -> tuple[Group, float]:
    """The head at its own origin, and where what follows begins."""
    to, g = hand.setting.language, hand.grown
    beside = hand.room >= _NARROW * g
    labels = [hand.block(word, _LABEL, hand.room / 3) for word in (tr("Group", to=to), tr("Date", to=to))]
    widest = max(label.width for label in labels)
    aside = widest + 8.0 * g + min(_LINE * g, hand.room * 0.22) if beside else 0.0
    width = hand.room - aside - 24.0 * g if beside else hand.room
    head = hand.block(title, _TITLE, width, bold=True)
    what = hand.block(task, _TASK, width)
    named = Group(0.0, 0.0, width, head.height, place(head, 0.0, 0.0), Tag("title", key, title))
    items: list[Item] = [named, *place(what, 0.0, head.height + 4.0 * g)]
    h = head.height + 4.0 * g + what.height
    if beside:
        h = max(h, _lines(hand, items, labels, widest, aside))
    else:
        h = _lines_below(hand, items, labels, h)
    return Group(0.0, 0.0, hand.room, h, tuple(items), Tag("heading", "")), h + _UNDER * g


def _lines(hand: Hand, items: list[Item], labels: Sequence[TextBlock], widest: float, aside: float) -> float:
    """Group and date at the right; how far down they reach."""
    y = 0.0
    for label in labels:
        baseline = y + 20.0 * hand.grown
        x = hand.room - aside + widest - label.width
        items += place(label, x, baseline - label.first_baseline - 2.0 * hand.grown)
        left = hand.room - aside + widest + 8.0 * hand.grown
        items.append(horizontal(left, baseline, hand.room - left, 0.75, look.LINE))
        y = baseline + 3.0 * hand.grown
    return y


def _lines_below(hand: Hand, items: list[Item], labels: Sequence[TextBlock], top: float) -> float:
    """Group and date side by side under the rest."""
    baseline = top + 24.0 * hand.grown
    half = (hand.room - 16.0 * hand.grown) / 2
    for n, label in enumerate(labels):
        x = n * (half + 16.0 * hand.grown)
        items += place(label, x, baseline - label.first_baseline - 2.0 * hand.grown)
        left = x + label.width + 8.0 * hand.grown
        items.append(horizontal(left, baseline, x + half - left, 0.75, look.LINE))
    return baseline + 2.0 * hand.grown


def band(hand: Hand, journey: JourneyMap, columns: Sequence[Upright], each: float) -> tuple[Group, float]:
    """A chevron for each phase over its columns, with the names of the steps below; and where the rows begin."""
    to, g = hand.setting.language, hand.grown
    fills = phase_fills(journey)
    spans: list[tuple[Phase, float, float]] = []
    for n, column in enumerate(columns):
        if spans and spans[-1][0] is column.phase:
            spans[-1] = (column.phase, spans[-1][1], spans[-1][2] + each)
        else:
            spans.append((column.phase, hand.head + n * each, each))
    texts = [_phase_name(hand, phase, fills.get(phase.id, look.PAPER), w) for phase, _, w in spans]
    high = max([_BAND * g, *(text.height + 14.0 * g for text in texts)])
    items: list[Item] = []
    for n, ((phase, x, w), text) in enumerate(zip(spans, texts, strict=True)):
        items.append(_chevron(hand, phase, fills.get(phase.id, look.PAPER), x, w, high, (text,), first=n == 0))
    label = hand.block(tr("Phases", to=to), 11.0, hand.head - 8.0 * g, bold=True)
    items.insert(0, name_group("phases", tr("Phases", to=to), label, 0.0, (high - label.height) / 2, "band-name"))
    y = high
    names = [
        hand.block(hand.setting.text(c.step.id, "title", c.step.title), _STEP, each - 2 * hand.inset, bold=True, most=2)
        for c in columns
    ]
    if any(name.lines for name in names):
        for n, name in enumerate(names):
            items += place(name, hand.head + n * each + hand.inset, y + 4.0 * g)
        y += 4.0 * g + max(name.height for name in names)
    y += _UNDER_BAND * g
    items.append(horizontal(0.0, y - 0.5, hand.head + len(columns) * each, 1.0, look.CARD_EDGE))
    return Group(0.0, 0.0, hand.room, y, tuple(items), Tag("band", "")), y


def banner(hand: Hand, journey: JourneyMap, phase: Phase) -> tuple[Group, float]:
    """One phase over the whole width, with its goal; and where the rows begin."""
    fill = phase_fills(journey).get(phase.id, look.PAPER)
    name = _phase_name(hand, phase, fill, hand.room)
    goal = hand.block(
        hand.setting.text(phase.id, "goal", phase.goal),
        _GOAL,
        hand.room - 30.0 * hand.grown,
        color=look.text_on(fill),
        most=3,
    )
    high = max(30.0 * hand.grown, name.height + goal.height + 12.0 * hand.grown)
    shape = _chevron(hand, phase, fill, 0.0, hand.room, high, (name, goal), first=True)
    y = high + _UNDER_BAND * hand.grown
    return Group(0.0, 0.0, hand.room, y, (shape,), Tag("band", "")), y


def phase_title(hand: Hand, phase: Phase) -> str:
    to = hand.setting.language
    return hand.setting.text(phase.id, "title", phase.title) or tr("Untitled", to=to)


def _phase_name(hand: Hand, phase: Phase, fill: str, width: float) -> TextBlock:
    words = hand.setting.text(phase.id, "title", phase.title) or tr("Untitled", to=hand.setting.language)
    color = look.text_on(fill)
    return hand.block(words, _PHASE, width - 26.0 * hand.grown, bold=True, color=color, most=_MOST)


def _chevron(
    hand: Hand,
    phase: Phase,
    fill: str,
    x: float,
    w: float,
    high: float,
    texts: Sequence[TextBlock],
    *,
    first: bool,
) -> Group:
    outline = chevron(x, w, high / 2, high, lambda _: 1.0, first=first)
    items: list[Item] = [Path(outline, fill=fill, stroke=look.mixed(fill, "#000000", 0.35), width=0.5)]
    y = (high - sum(text.height for text in texts)) / 2
    for text in texts:
        items += place(text, x + (look.PHASE_PAD + 2.0) * hand.grown, y)
        y += text.height
    title = hand.setting.text(phase.id, "title", phase.title)
    return Group(0.0, 0.0, hand.room, high, tuple(items), Tag("phase", phase.id, title))
