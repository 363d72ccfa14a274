"""The rules that no single field can hold: what must be true between the things of a project.

They are checked when a file is read and in the tests; every edit keeps them. A problem names its place by a JSON
pointer into the project and says in one sentence what is wrong and how it is cured.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from journey_editor.wording import tr

from .base import Identified, Node
from .cards import Touchpoint
from .lanes import CardLane, Cell, ChannelLane, EmotionLane, Lane, TouchpointLane
from .paths import Counterpart, Path
from .problem import Problem
from .project import JourneyMap, Project
from .queries import holds_cards, steps
from .references import Reference, Target, references, targets
from .things import ids, things
from .translatable import text_at

H = TypeVar("H", bound=Hashable)


def problems(project: Project) -> tuple[Problem, ...]:
    """All that is wrong between the things of a project; empty if it is sound."""
    return tuple(_problems(project))


def missing_sentence(reference: Reference) -> str:
    """That what is pointed at does not exist, and the cure."""
    match reference.target:
        case "channel":
            return tr("There is no channel “{id}”. Choose another channel, or none.", id=reference.id)
        case "persona":
            return tr("There is no persona “{id}”. Choose another persona, or none.", id=reference.id)
        case "image":
            return tr("There is no image “{id}”. Insert the image again, or remove it here.", id=reference.id[:12])
        case "step":
            return tr("There is no step “{id}” in this map. Name one of its steps.", id=reference.id)
        case "lane":
            return tr("There is no lane “{id}” in this map. Name one of its lanes, or none.", id=reference.id)
        case "touchpoint":
            return tr("There is no touchpoint “{id}” in this map. Name one of its touchpoints.", id=reference.id)


class _Known(NamedTuple):
    """What may be pointed at from within one map (or from outside of all)."""

    channel: frozenset[str]
    persona: frozenset[str]
    image: frozenset[str]
    step: frozenset[str] = frozenset()
    lane: frozenset[str] = frozenset()
    touchpoint: frozenset[str] = frozenset()

    def has(self, target: Target, key: str) -> bool:
        return key in self.all(target)

    def all(self, target: Target) -> frozenset[str]:
        known: frozenset[str] = getattr(self, target)
        return known


def _problems(project: Project) -> Iterator[Problem]:
    yield from _ids(project)
    known = _Known(
        channel=frozenset(channel.id for channel in project.channels),
        persona=frozenset(persona.id for persona in project.personas),
        image=frozenset(image.sha256 for image in project.images),
    )
    yield from _dangling("", project, known)
    for i, persona in enumerate(project.personas):
        yield from _dangling(f"/personas/{i}", persona, known)
    for i, twice in _twice(image.sha256 for image in project.images):
        yield Problem(f"/images/{i}", tr("The image “{id}” is listed twice. Remove one.", id=twice[:12]))
    for i, journey in enumerate(project.maps):
        yield from _map(f"/maps/{i}", journey, known)
    yield from _translations(project)


def _ids(project: Project) -> Iterator[Problem]:
    everything = ids(project)
    if len(set(everything)) != len(everything):
        clashing = {key for _, key in _twice(everything)}
        first: set[str] = set()
        for pointer, node in located(project):
            key: str | None = getattr(node, "id", None)
            if key in clashing:
                if key in first:
                    yield Problem(f"{pointer}/id", tr("The id “{id}” is used twice. Give this one another.", id=key))
                first.add(key)


def located(project: Project) -> Iterator[tuple[str, Identified]]:
    """Everything that has an id, with the JSON pointer to it."""
    yield "", project
    for i, persona in enumerate(project.personas):
        yield f"/personas/{i}", persona
    for i, channel in enumerate(project.channels):
        yield f"/channels/{i}", channel
    for m, journey in enumerate(project.maps):
        at = f"/maps/{m}"
        yield at, journey
        for p, phase in enumerate(journey.phases):
            yield f"{at}/phases/{p}", phase
            for s, step in enumerate(phase.steps):
                yield f"{at}/phases/{p}/steps/{s}", step
        for n, lane in enumerate(journey.lanes):
            yield f"{at}/lanes/{n}", lane
            yield from _in_lane(f"{at}/lanes/{n}", lane)
        for n, path in enumerate(journey.paths):
            yield f"{at}/paths/{n}", path
        for n, trace in enumerate(journey.counterparts):
            yield f"{at}/counterparts/{n}", trace


def _in_lane(at: str, lane: Lane) -> Iterator[tuple[str, Identified]]:
    if isinstance(lane, EmotionLane):
        for i, point in enumerate(lane.points):
            yield f"{at}/points/{i}", point
    elif holds_cards(lane):
        cells: Sequence[Cell] = lane.cells
        for c, cell in enumerate(cells):
            for k, card in enumerate(cell.cards):
                yield f"{at}/cells/{c}/cards/{k}", card


def _map(at: str, journey: JourneyMap, outside: _Known) -> Iterator[Problem]:
    order = {step.id: i for i, step in enumerate(steps(journey))}
    connected = bool(journey.paths or journey.counterparts)
    known = outside._replace(
        step=frozenset(order),
        lane=frozenset(lane.id for lane in journey.lanes),
        touchpoint=_touchpoint_ids(journey) if connected else frozenset(),
    )
    yield from _dangling(at, journey, known)
    for i, twice in _twice(journey.personas):
        yield Problem(f"{at}/personas/{i}", tr("The persona “{id}” is named twice. Remove one.", id=twice))
    for n, lane in enumerate(journey.lanes):
        yield from _lane(f"{at}/lanes/{n}", lane, known, order)
    connections: dict[str, tuple[Path | Counterpart, ...]] = {
        "paths": journey.paths,
        "counterparts": journey.counterparts,
    }
    for name, ways in connections.items():
        for n, way in enumerate(ways):
            yield from _dangling(f"{at}/{name}/{n}", way, known)
            if way.source == way.target:
                yield Problem(
                    f"{at}/{name}/{n}/target",
                    tr("A touchpoint is connected with itself. Name another one, or remove the connection."),
                )
    for n, _ in _twice((trace.source, trace.target) for trace in journey.counterparts):
        yield Problem(f"{at}/counterparts/{n}", tr("This counterpart is listed twice. Remove one."))


def _touchpoint_ids(journey: JourneyMap) -> frozenset[str]:
    lanes = [lane for lane in journey.lanes if isinstance(lane, TouchpointLane)]
    return frozenset([card.id for lane in lanes for cell in lane.cells for card in cell.cards])


def _lane(at: str, lane: Lane, known: _Known, order: dict[str, int]) -> Iterator[Problem]:
    yield from _dangling(at, lane, known)
    if isinstance(lane, EmotionLane):
        for i, twice in _twice(lane.personas):
            yield Problem(f"{at}/personas/{i}", tr("The persona “{id}” is named twice. Remove one.", id=twice))
    elif isinstance(lane, ChannelLane):
        for i, twice in _twice(lane.channels):
            yield Problem(f"{at}/channels/{i}", tr("The channel “{id}” is named twice. Remove one.", id=twice))
        for i, _ in _twice((mark.channel, mark.step) for mark in lane.marks):
            yield Problem(f"{at}/marks/{i}", tr("This channel is marked twice in one step. Remove one mark."))
    elif holds_cards(lane):
        sound = _cards_are_sound(lane, known)
        last = -1
        cells: Sequence[Cell] = lane.cells
        for c, cell in enumerate(cells):
            place = order.get(cell.step)
            if place is None:
                yield Problem(f"{at}/cells/{c}/step", missing_sentence(Reference("/step", "step", cell.step)))
            elif place <= last:
                yield Problem(
                    f"{at}/cells/{c}/step",
                    tr("The cells are not in the order of the steps, or one is there twice. Sort them, or join them."),
                )
            else:
                last = place
            if not sound:
                yield from _cards(f"{at}/cells/{c}/cards", cell, known)


def _cards_are_sound(lane: CardLane, known: _Known) -> bool:
    """Whether `_cards` finds nothing in any cell of the lane, in a third of the time: most files hold no fault."""
    cards = [card for cell in lane.cells for card in cell.cards]
    if not all(pointed_at <= known.all(target) for target, pointed_at in targets(cards).items()):
        return False
    if not isinstance(lane, TouchpointLane):
        return True
    several = [card.emotions for cell in lane.cells for card in cell.cards if len(card.emotions) > 1]
    return all(len({emotion.persona for emotion in emotions}) == len(emotions) for emotions in several)


def _cards(at: str, cell: Cell, known: _Known) -> Iterator[Problem]:
    for k, card in enumerate(cell.cards):
        yield from _dangling(f"{at}/{k}", card, known)
        if isinstance(card, Touchpoint):
            for i, twice in _twice(emotion.persona for emotion in card.emotions):
                yield Problem(
                    f"{at}/{k}/emotions/{i}",
                    tr("The persona “{id}” feels twice here. Remove one of both emotions.", id=twice),
                )


def _dangling(at: str, node: Node, known: _Known) -> Iterator[Problem]:
    for reference in references(node):
        if not known.has(reference.target, reference.id):
            yield Problem(at + reference.pointer, missing_sentence(reference))


def _translations(project: Project) -> Iterator[Problem]:
    if not project.translations:
        return
    by_id: dict[str, Node] = {thing.id: thing.node for thing in things(project)}
    for language, texts in project.translations.items():
        if language == project.language:
            yield Problem(
                f"/translations/{language}",
                tr("“{language}” is the project's own language. Remove its translations.", language=language),
            )
        for key in texts:
            thing_id, _, field = key.partition(".")
            node = by_id.get(thing_id)
            if node is None or text_at(node, field) is None:
                pointer = key.replace("~", "~0").replace("/", "~1")
                yield Problem(
                    f"/translations/{language}/{pointer}",
                    tr("The translation “{key}” belongs to no text. Remove it.", key=key[:80]),
                )


def _twice(items: Iterable[H]) -> Iterator[tuple[int, H]]:
    seen: set[H] = set()
    for i, item in enumerate(items):
        if item in seen:
            yield i, item
        seen.add(item)
