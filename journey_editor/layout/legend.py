"""The legend of a printed map: each sign that is on the page, and no other. Sizes are those of an A3 page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey_editor.model.cards import Card, Measure, Metric, Note, Touchpoint
from journey_editor.model.figures import unsourced
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import map_personas, shown_cards
from journey_editor.model.sides import without_counterpart
from journey_editor.model.tones import tone_word
from journey_editor.wording import tr

from . import look
from .curve import EXPECTED_DASH, EXPECTED_WIDTH
from .drawlist import Group, Item, Outline, Path, Rect, Tag
from .figures import arrow_outline, bar_outline, dot, icon_path, star
from .legend_lanes import comparison_signs, matrix_signs
from .path_lines import HANDOVER_DASH, LOOP_ICON, diamond
from .print_words import Setting
from .value_words import flow_word
from .wrap import TextBlock, place

_SIZE = 9.0
_SIGN = 11.0  # the side of a small sign
_WIDE = 20.0  # the width of a sign that is a line or a card
_LONGEST = 240.0  # the width of a word
_GAP = 6.0  # between a sign and its word
_BETWEEN = 15.0  # between two entries where there are several lines
_LEAST_BETWEEN = 10.0  # in a line by itself
_SPREAD = 46.0  # the widest gap, when the entries are spread over the page
_LINE = 1.75  # the height of a line, as a factor of the type size


#: A line of the legend: entries, each with its words set.
_Set = list[tuple["Entry", TextBlock]]


class Entry(NamedTuple):
    """A sign, drawn in a box of `width` x `_SIGN`, and its word."""

    sign: tuple[Item, ...]
    width: float
    words: str


def legend(setting: Setting, journey: JourneyMap, width: float) -> tuple[Group, float]:
    """The legend at its own origin, and its height (0 if the map has no sign that needs one)."""
    # Only a name is longer than that; who bears it is told in full elsewhere.
    most = min(width * 0.5, _LONGEST)
    entries = [(entry, setting.tight(entry.words, _SIZE, most)) for entry in _entries(setting, journey)]
    if not entries:
        return Group(0.0, 0.0, width, 0.0, ()), 0.0
    lines = _in_lines(entries, width, _LEAST_BETWEEN)
    if len(lines) > 1:
        lines = _in_lines(entries, width, _BETWEEN)
        # Lines of about the same length look better than a full one and a rest.
        narrower = width
        widest = max(entry.width + _GAP + words.width for entry, words in entries)
        while narrower >= widest and len(tried := _in_lines(entries, narrower, _BETWEEN)) == len(lines):
            lines = tried
            narrower -= 10.0
    line_height = _LINE * max(_SIZE, setting.least)
    items: list[Item] = []
    for row, line in enumerate(lines):
        taken = sum(entry.width + _GAP + words.width for entry, words in line)
        gap = min(_SPREAD, (width - taken) / (len(line) - 1)) if len(line) > 1 and len(lines) == 1 else _BETWEEN
        x, y = 0.0, row * line_height
        for entry, words in line:
            items.append(Group(x, y + (line_height - _SIGN) / 2, entry.width, _SIGN, entry.sign))
            items += place(words, x + entry.width + _GAP, y + (line_height - words.height) / 2)
            x += entry.width + _GAP + words.width + gap
    height = len(lines) * line_height
    return Group(0.0, 0.0, width, height, tuple(items), Tag("legend", "")), height


def _in_lines(
    entries: list[tuple[Entry, TextBlock]], width: float, between: float
) -> list[list[tuple[Entry, TextBlock]]]:
    """The entries in as many lines as they need."""
    lines: list[_Set] = [[]]
    used = 0.0
    for entry, words in entries:
        need = entry.width + _GAP + words.width
        if lines[-1] and used + between + need > width:
            lines.append([])
            used = 0.0
        used += need + (between if lines[-1] else 0.0)
        lines[-1].append((entry, words))
    return lines


def _entries(setting: Setting, journey: JourneyMap) -> Iterator[Entry]:
    """What is on the page, in the order of a card's own signs, then lines, notes and figures."""
    shown = shown_cards(journey)
    touchpoints = [card for card in shown if isinstance(card, Touchpoint)]
    yield from _card_signs(setting, journey, touchpoints)
    yield from _line_signs(setting, journey, {card.id for card in shown})
    yield from (Entry(*sign) for sign in matrix_signs(journey, setting.language, _WIDE, _SIGN))
    yield from _note_signs(setting, [card for card in shown if isinstance(card, Note)])
    if _unsourced(shown, chips=journey.theme.chips):
        sign = icon_path("triangle-alert", 0.5, 0.5, 10.0, look.WARNING)
        yield Entry((sign,), _SIGN, tr("number without source", to=setting.language))


def _shown_curves(journey: JourneyMap) -> list[EmotionLane]:
    return [lane for lane in journey.lanes if isinstance(lane, EmotionLane) and not lane.hidden and not lane.collapsed]


def _card_signs(setting: Setting, journey: JourneyMap, touchpoints: list[Touchpoint]) -> Iterator[Entry]:
    to = setting.language
    if any(card.status == "existing" for card in touchpoints):
        yield Entry(_card("#0F6F80", possible=False), _WIDE, tr("existing", to=to))
    if any(card.status == "possible" for card in touchpoints):
        yield Entry(_card("#0F6F80", possible=True), _WIDE, tr("possible", to=to))
    marks = journey.theme.marks
    known = {channel.id for channel in setting.project.channels}
    roles = {
        card.flow_role for card in touchpoints if card.channel not in known or (marks and card.flow_role != "action")
    }
    for role, icon in look.FLOW_ICONS.items():
        if role in roles:
            yield Entry((icon_path(icon, 0.5, 0.5, 10.0, look.LINE),), _SIGN, flow_word(role, to))
    if marks and any(card.evidence == "assumed" for card in touchpoints):
        yield Entry((icon_path("equal-approximately", 0.5, 0.5, 10.0, look.LINE),), _SIGN, tr("assumed", to=to))
    if marks and any(card.evidence == "proposed" for card in touchpoints):
        yield Entry((icon_path("pencil-line", 0.5, 0.5, 10.0, look.LINE),), _SIGN, tr("proposed", to=to))
    on_curve = any(lane.points_from != "hand" for lane in _shown_curves(journey))
    if any(card.moment_of_truth and (marks or (on_curve and card.emotions)) for card in touchpoints):
        yield Entry((star(0.0, 0.0, _SIGN, look.INK),), _SIGN, tr("moment of truth", to=to))
    there = {card.id for card in touchpoints}
    alone = (placed.card.id in there for placed in without_counterpart(setting.project, journey))
    if marks and journey.counterparts and any(alone):
        yield Entry((icon_path("unlink", 0.5, 0.5, 10.0, look.LINE),), _SIGN, tr("no counterpart", to=to))


def _line_signs(setting: Setting, journey: JourneyMap, shown: set[str]) -> Iterator[Entry]:
    to = setting.language
    kinds = {path.kind for path in journey.paths if path.source in shown and path.target in shown}
    if "sequence" in kinds:
        yield Entry(_arrow(1.25, ()), _WIDE, tr("path", to=to))
    if "choice" in kinds:
        yield Entry((*_arrow(1.25, ()), diamond(3.0, _SIGN / 2)), _WIDE, tr("choice", to=to))
    if "loop" in kinds:
        x = _WIDE / 2 - 7.0
        ground = Rect(x, 0.5, 10.0, 10.0, look.PAPER, look.LINE, 0.75, 5.0)
        sign = icon_path(LOOP_ICON, x + 1.75, 2.25, 6.5, look.LINE)
        yield Entry((*_arrow(1.25, ()), ground, sign), _WIDE, tr("loop back", to=to))
    if "handover" in kinds:
        yield Entry(_arrow(1.25, HANDOVER_DASH), _WIDE, tr("handover", to=to))
    if any(trace.source in shown and trace.target in shown for trace in journey.counterparts):
        yield Entry(_arrow(1.0, (2.0, 2.0)), _WIDE, tr("carried over", to=to))
    yield from _persona_signs(setting, journey, shown)


def _persona_signs(setting: Setting, journey: JourneyMap, shown: set[str]) -> Iterator[Entry]:
    """Whose curve is whose where there are several, who goes which paths, and what is expected."""
    lanes = _shown_curves(journey)
    known = [(p, look.curve_look(n, p.color)) for n, p in enumerate(map_personas(setting.project, journey))]
    line = Outline((("M", 0.0, _SIGN / 2), ("L", _WIDE, _SIGN / 2)))
    drawn = [(p, style) for p, style in known if any(not lane.personas or p.id in lane.personas for lane in lanes)]
    curves = [persona.id for persona, _ in drawn] if len(drawn) > 1 else []
    walkers = {path.persona for path in journey.paths if path.source in shown and path.target in shown}
    for persona, style in known:
        name = setting.text(persona.id, "name", persona.name)
        if not name or (persona.id not in curves and persona.id not in walkers):
            continue
        mark = dot(style.dot, _WIDE / 2, _SIGN / 2, 2.6, style.color)
        if persona.id in curves:
            yield Entry((Path(line, stroke=style.color, width=1.75, dash=style.dash), mark), _WIDE, name)
        else:
            yield Entry((*_arrow(1.25, (), style.color), mark), _WIDE, name)
    if drawn and any(lane.points_from == "compare" for lane in lanes):
        yield from (Entry(*sign) for sign in comparison_signs(drawn[0][1], setting.language, _WIDE, _SIGN))
    if drawn and any(lane.expectation for lane in lanes):
        style = drawn[0][1]
        mark = dot(style.dot, _WIDE / 2, _SIGN / 2, 1.9, style.color, 0.75)
        thin = Path(line, stroke=style.color, width=EXPECTED_WIDTH, dash=EXPECTED_DASH)
        yield Entry((thin, mark), _WIDE, tr("expectation", to=setting.language))


def _note_signs(setting: Setting, notes: list[Note]) -> Iterator[Entry]:
    used = {note.tone for note in notes}
    for tone, its_look in look.TONES.items():
        if tone in used:
            edge = look.mixed(its_look.ground, its_look.symbol, 0.32)
            sign: tuple[Item, ...] = (
                Rect(0.0, 0.0, _SIGN, _SIGN, its_look.ground, edge, 0.6, 2.0),
                icon_path(its_look.icon, 2.0, 2.0, 7.0, its_look.symbol),
            )
            yield Entry(sign, _SIGN, tone_word(tone, setting.language))


def _unsourced(cards: list[Card], *, chips: bool) -> bool:
    for card in cards:
        metrics: tuple[Metric, ...] = (card.metric,) if isinstance(card, Measure) else ()
        if isinstance(card, Touchpoint) and chips:
            metrics = card.metrics
        if any(map(unsourced, metrics)):
            return True
    return False


def _card(color: str, *, possible: bool) -> tuple[Item, ...]:
    """A small touchpoint."""
    bar = bar_outline(_SIGN, 3.4, 2.0)
    if possible:
        return (
            Rect(0.0, 0.0, _WIDE, _SIGN, look.PAPER, look.POSSIBLE_EDGE, 0.75, 2.0, (2.5, 1.5)),
            Path(bar, fill=look.PAPER, stroke=color, width=0.75),
        )
    return (Rect(0.0, 0.0, _WIDE, _SIGN, look.PAPER, look.CARD_EDGE, 0.75, 2.0), Path(bar, fill=color))


def _arrow(width: float, dash: tuple[float, ...], color: str = look.LINE) -> tuple[Item, ...]:
    line = Outline((("M", 0.0, _SIGN / 2), ("L", _WIDE - 4.0, _SIGN / 2)))
    return (
        Path(line, stroke=color, width=width, dash=dash),
        Path(arrow_outline("right"), _WIDE, _SIGN / 2, 4.8, fill=color),
    )
