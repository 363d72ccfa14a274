"""Copying cards and pasting them elsewhere, in another map or another project too.

What is copied is a small project of its own, a fragment: it holds the cards in their lanes and steps with the channels,
personas, images, paths and translations they need. So it can be written to the system's clipboard like any project.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from journey_editor.edit.cards import PREFIX, refusal_of_card
from journey_editor.edit.cells import cards_in, step_order, with_stack, without_cards
from journey_editor.edit.change import EditError, fresh, gone, with_map
from journey_editor.edit.columns import without_ways
from journey_editor.edit.lanes import the_lane
from journey_editor.edit.overlay import forget
from journey_editor.model.base import Node
from journey_editor.model.cards import Card, Note, Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import CardLane, Lane
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import all_cards, card_lanes, holds_cards, steps
from journey_editor.model.references import references
from journey_editor.model.things import lane_holds, things
from journey_editor.wording import tr

#: A project of one map with nothing but what was copied.
Fragment = Project


def copy(project: Project, ids: Iterable[str]) -> Fragment | None:
    """The cards of these ids, with all cards in the phases, steps and lanes among them; None if there are none.

    Cards of one map are taken: the first in which there are any.
    """
    wanted = frozenset(ids)
    for journey in project.maps:
        found = frozenset(_taken(journey, wanted))
        if found:
            return _fragment(project, journey, found)
    return None


def paste(
    project: Project,
    fragment: Fragment | None,
    map_id: str,
    lane_id: str,
    step_id: str,
    *,
    new: IdSource = random_id,
) -> tuple[Project, tuple[str, ...]]:
    """Copies of the cards with fresh ids: the topmost leftmost to the end of this cell, the others placed as they were.

    Each further lane of the fragment goes to the next lane below that takes its cards, or to the last that did. Raises
    EditError if a card fits nowhere.
    """
    journey, lane = the_lane(project, lane_id)
    if journey.id != map_id:
        raise gone(lane_id)
    if step_id not in step_order(journey):
        raise gone(step_id)
    if fragment is None or not fragment.maps:
        raise EditError(tr("There are no cards to paste."))
    source = fragment.maps[0]
    pasting = _Pasting(project, fragment, new)
    columns, targets = _columns(source, journey, step_id), _targets(source, journey, lane)
    after = journey
    for row in card_lanes(source):
        for cell in row.cells:
            cards = tuple(pasting.card(card) for card in cell.cards)
            after = _stacked(after, targets[row.id], columns[cell.step], cards)
    after = after.evolve(
        paths=(*after.paths, *(pasting.path(path) for path in source.paths)),
        counterparts=(*after.counterparts, *(pasting.trace(trace) for trace in source.counterparts)),
    )
    return pasting.finished(after), tuple(pasting.cards.values())


@dataclass
class _Pasting:
    """What is made anew while pasting: ids of cards, paths, and of the channels and personas that come along."""

    project: Project
    fragment: Fragment
    new: IdSource
    cards: dict[str, str] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._used = {thing.id for thing in things(self.project)}
        self.channels = self._brought("channels", "ch")
        self.personas = self._brought("personas", "pe")
        known = {image.sha256 for image in self.project.images}
        added = tuple(image for image in self.fragment.images if image.sha256 not in known)
        self.project = self.project.evolve(images=(*self.project.images, *added))

    def _brought(self, name: str, prefix: str) -> dict[str, str]:
        """Which channel (or persona) of the project stands for which of the fragment: the same, else one of its name,
        else the fragment's own, which comes along."""
        here = getattr(self.project, name)
        ids, by_name = {item.id: item for item in here}, {item.name: item.id for item in here}
        same_project = self.fragment.id == self.project.id  # there it may have been renamed since
        became = {}
        for item in getattr(self.fragment, name):
            if item.id in ids and (same_project or ids[item.id].name == item.name):
                became[item.id] = item.id
            elif item.name and item.name in by_name:
                became[item.id] = by_name[item.name]
            else:
                became[item.id] = item.id if item.id not in self._used else self._fresh(prefix)
                self._used.add(became[item.id])
                here = (*here, item.evolve(id=became[item.id]))
        self.project = self.project.evolve(**{name: here})
        return became

    def _fresh(self, prefix: str) -> str:
        while (key := fresh(self.project, prefix, self.new)) in self._used:
            pass
        self._used.add(key)
        return key

    def card(self, card: Card) -> Card:
        self.cards[card.id] = self._fresh(PREFIX[type(card)])
        card = card.evolve(id=self.cards[card.id])
        if isinstance(card, Touchpoint):
            felt = {self.personas[emotion.persona]: emotion for emotion in card.emotions}
            emotions = tuple(emotion.evolve(persona=persona) for persona, emotion in felt.items())
            return card.evolve(channel=self.channels.get(card.channel, ""), emotions=emotions)
        if isinstance(card, Note):
            return card.evolve(persona=self.personas.get(card.persona, ""))
        return card

    def path(self, path: Path) -> Path:
        self.ways[path.id] = self._fresh("pa")
        return path.evolve(id=self.ways[path.id], source=self.cards[path.source], target=self.cards[path.target])

    def trace(self, trace: Counterpart) -> Counterpart:
        key = self._fresh("cp")
        return trace.evolve(id=key, source=self.cards[trace.source], target=self.cards[trace.target])

    def finished(self, journey: JourneyMap) -> Project:
        """The project with the map, and with the translations into languages that it has."""
        became = {**self.cards, **self.ways}
        overlay = {language: dict(words) for language, words in self.project.translations.items()}
        for language, words in self.fragment.translations.items():
            for key, text in words.items():
                thing_id, _, place = key.partition(".")
                if thing_id in became and language in overlay and language != self.project.language:
                    overlay[language][f"{became[thing_id]}.{place}"] = text
        return with_map(self.project, journey).evolve(translations=overlay)


def _taken(journey: JourneyMap, wanted: frozenset[str]) -> Iterable[str]:
    columns = {step.id for phase in journey.phases for step in phase.steps if phase.id in wanted or step.id in wanted}
    for lane, step, card in all_cards(journey):
        if card.id in wanted or lane.id in wanted or step in columns:
            yield card.id


def _fragment(project: Project, journey: JourneyMap, found: frozenset[str]) -> Fragment:
    left_out = frozenset(card.id for _, _, card in all_cards(journey)) - found
    lanes: list[Lane] = []
    for lane in journey.lanes:
        if holds_cards(lane):
            row = without_cards(cast(CardLane, lane), left_out)
            if row.cells:
                lanes.append(row)
    trimmed = JourneyMap(id=journey.id, phases=journey.phases, lanes=tuple(lanes))
    trimmed, _ = without_ways(trimmed.evolve(paths=journey.paths, counterparts=journey.counterparts), left_out)
    kept: list[Node] = [card for _, _, card in all_cards(trimmed)]
    named = {(reference.target, reference.id) for node in kept for reference in references(node)}
    fragment = Project(
        id=project.id,
        language=project.language,
        channels=tuple(channel for channel in project.channels if ("channel", channel.id) in named),
        personas=tuple(persona.evolve(portrait="") for persona in project.personas if ("persona", persona.id) in named),
        maps=(trimmed,),
        images=tuple(image for image in project.images if ("image", image.sha256) in named),
        translations=project.translations,
    )
    there = {thing.id for thing in things(fragment)}
    return forget(fragment, {thing.id for thing in things(project)} - there)


def _columns(source: JourneyMap, journey: JourneyMap, step_id: str) -> dict[str, str]:
    """Step of the fragment -> step of the map: the leftmost that holds a card is the one named; the last one is the
    limit."""
    here = [step.id for step in steps(journey)]
    there = [step.id for step in steps(source)]
    used = {cell.step for row in card_lanes(source) for cell in row.cells}
    first = next((i for i, key in enumerate(there) if key in used), 0)
    start = here.index(step_id)
    return {key: here[min(max(start + i - first, 0), len(here) - 1)] for i, key in enumerate(there)}


def _targets(source: JourneyMap, journey: JourneyMap, lane: Lane) -> dict[str, str]:
    """Lane of the fragment -> lane of the map."""
    at = next(i for i, row in enumerate(journey.lanes) if row.id == lane.id)
    below = list(journey.lanes[at:])
    targets: dict[str, str] = {}
    last: dict[type[Node], str] = {}
    for n, row in enumerate(card_lanes(source)):
        card: Card = row.cells[0].cards[0]
        if n == 0 and (why := refusal_of_card(lane, card)):
            raise EditError(why)
        fitting = next((i for i, candidate in enumerate(below) if lane_holds(candidate.kind, card)), None)
        if fitting is not None:
            targets[row.id] = last[type(card)] = below[fitting].id
            del below[: fitting + 1]
        elif type(card) in last:
            targets[row.id] = last[type(card)]
        else:
            raise EditError(refusal_of_card(lane, card) or tr("There is no lane below that takes these cards."))
    return targets


def _stacked(journey: JourneyMap, lane_id: str, step_id: str, cards: tuple[Card, ...]) -> JourneyMap:
    order = step_order(journey)

    def grown(lane: Lane) -> Lane:
        if lane.id != lane_id:
            return lane
        row = cast(CardLane, lane)
        return with_stack(row, step_id, (*cards_in(row, step_id), *cards), order)

    return journey.evolve(lanes=tuple(grown(lane) for lane in journey.lanes))
