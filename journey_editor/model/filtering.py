"""Letting some cards of a map stand out: by persona, channel, mode, status, evidence, tag and owner.

Of one attribute any of the chosen values will do; of several attributes all must. A card that has no such attribute (a
note has no channel) does not match once that attribute is asked for. The value "" stands for cards that name none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from .cards import Card, Mode, Note, Touchpoint
from .lanes import EmotionLane, Lane
from .project import JourneyMap, Project
from .queries import all_cards, card_lanes, map_personas

Attribute = Literal["persona", "channel", "mode", "status", "evidence", "tag", "owner"]
ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)


class Filter(NamedTuple):
    """The wanted values of each attribute: ids of personas and channels, words for the rest. Empty: not asked for."""

    persona: frozenset[str] = frozenset()
    channel: frozenset[str] = frozenset()
    mode: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    tag: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()

    def of(self, attribute: Attribute) -> frozenset[str]:
        return self[ATTRIBUTES.index(attribute)]

    def having(self, attribute: Attribute, values: frozenset[str]) -> Filter:
        """The same with other values of one attribute."""
        return self._replace(**{attribute: values})

    @property
    def asks(self) -> bool:
        """Whether anything is asked for at all."""
        return any(self)


NO_FILTER = Filter()


class Lit(NamedTuple):
    """What stands out: the cards that match, and whose curves do (None: everybody's). `others` are the paths that only
    other personas go: they do not, though they join cards that do."""

    cards: frozenset[str]
    personas: frozenset[str] | None
    others: frozenset[str] = frozenset()

    def has_path(self, path_id: str, source: str, target: str) -> bool:
        """Whether a path or trace between two cards stands out."""
        return source in self.cards and target in self.cards and path_id not in self.others


def lit(project: Project, journey: JourneyMap, wanted: Filter) -> Lit | None:
    """What stands out of a map; None without a filter, when all does."""
    if not wanted.asks:
        return None
    modes = _modes(project)
    asked = [(attribute, wanted.of(attribute)) for attribute in ATTRIBUTES if wanted.of(attribute)]
    cards = frozenset(
        card.id
        for lane, _, card in all_cards(journey)
        if all(not values.isdisjoint(values_of(card, attribute, modes, lane.mode)) for attribute, values in asked)
    )
    if not wanted.persona:
        return Lit(cards, None)
    others = frozenset(path.id for path in journey.paths if path.persona and path.persona not in wanted.persona)
    return Lit(cards, wanted.persona, others)


def values_of(card: Card, attribute: Attribute, modes: Mapping[str, Mode], side: Mode = "") -> tuple[str, ...]:
    """What a card has of an attribute; ("",) if it could have and names none. `modes` are the channels', `side` is the
    mode of its lane."""
    found: tuple[str, ...] = ()
    if attribute == "tag":
        return card.tags or ("",)
    if isinstance(card, Touchpoint):
        if attribute == "persona":
            felt = [e.persona for e in card.emotions if e.value is not None or e.expected is not None]
            found = tuple(felt) or ("",)
        elif attribute == "mode":
            found = (card.mode or modes.get(card.channel, "") or side,)
        else:
            found = (str(getattr(card, attribute)),)
    elif isinstance(card, Note) and attribute in ("persona", "evidence", "owner"):
        found = (str(getattr(card, attribute)),)
    return found


def choices(project: Project, journey: JourneyMap) -> dict[Attribute, tuple[tuple[str, int], ...]]:
    """The values that a map's cards have, with how many have each; in the project's order, else by the alphabet.

    A persona of the map is there without cards too: a curve drawn by hand or paths may be all there is of somebody.
    """
    shown = {persona.id for persona in map_personas(project, journey)}
    modes, counted = _modes(project), {attribute: Counter[str]() for attribute in ATTRIBUTES}
    for lane, _, card in all_cards(journey):
        for attribute in ATTRIBUTES:
            counted[attribute].update(set(values_of(card, attribute, modes, lane.mode)))
    order: dict[str, list[str]] = {
        "persona": [persona.id for persona in project.personas],
        "channel": [channel.id for channel in project.channels],
        "mode": ["online", "offline", "both"],
        "status": ["existing", "possible"],
        "evidence": ["observed", "assumed", "proposed"],
    }
    result: dict[Attribute, tuple[tuple[str, int], ...]] = {}
    for attribute, counts in counted.items():
        keys = order.get(attribute) or sorted((key for key in counts if key), key=str.casefold)
        wanted = shown if attribute == "persona" else set()
        result[attribute] = tuple((key, counts[key]) for key in (*keys, "") if counts[key] or key in wanted)
    return result


def without_others(project: Project, map_id: str, shown: Lit) -> Project:
    """The project with a map from which all cards that do not match are gone, and the paths at them; of personas that
    are not asked for, also their curves and paths."""
    maps = []
    for journey in project.maps:
        if journey.id != map_id:
            maps.append(journey)
            continue
        lanes: list[Lane] = []
        thinned = {lane.id: lane for lane in card_lanes(journey)}
        for lane in journey.lanes:
            if lane.id in thinned:
                cells = []
                for cell in thinned[lane.id].cells:
                    cards: tuple[Card, ...] = tuple(card for card in cell.cards if card.id in shown.cards)
                    if cards:
                        cells.append(cell.evolve(cards=cards))
                lanes.append(lane.evolve(cells=tuple(cells)))
            elif isinstance(lane, EmotionLane) and shown.personas is not None:
                lanes.append(_with_curves_of(lane, project, journey, shown.personas))
            else:
                lanes.append(lane)
        maps.append(
            journey.evolve(
                lanes=tuple(lanes),
                paths=tuple(path for path in journey.paths if shown.has_path(path.id, path.source, path.target)),
                counterparts=tuple(
                    trace for trace in journey.counterparts if shown.has_path(trace.id, trace.source, trace.target)
                ),
            )
        )
    return project.evolve(maps=tuple(maps))


def _with_curves_of(lane: EmotionLane, project: Project, journey: JourneyMap, wanted: frozenset[str]) -> EmotionLane:
    """The lane with the curves of some personas only; hidden where it shows none of them, as none named means all."""
    drawn = lane.personas or tuple(persona.id for persona in map_personas(project, journey))
    kept = tuple(key for key in drawn if key in wanted)
    return lane.evolve(personas=kept) if kept else lane.evolve(hidden=True)


def _modes(project: Project) -> dict[str, Mode]:
    return {channel.id: channel.mode for channel in project.channels}
