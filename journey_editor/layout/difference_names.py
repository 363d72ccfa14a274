"""What the things of two compared maps are called: always words, never an id."""

from __future__ import annotations

from typing import Any, NamedTuple

from journey_editor.model.cards import Picture
from journey_editor.model.lane_words import lane_word
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_channel, find_lane, find_persona, find_step, place_of, text_in
from journey_editor.model.things import Kind, Thing, things_of
from journey_editor.wording import tr

#: Stands for what is not there.
NOTHING = "\N{EN DASH}"
_QUOTES = tuple('"„“”«»')


class Side(NamedTuple):
    """One of the maps, and its things by id."""

    project: Project
    journey: JourneyMap
    things: dict[str, Thing]


def side_of(project: Project, journey: JourneyMap) -> Side:
    return Side(project, journey, {thing.id: thing for thing in things_of(journey)})


def kind_word(kind: Kind, to: str | None = None) -> str:
    return {
        "map": lambda: tr("Map", to=to),
        "phase": lambda: tr("Phase", to=to),
        "step": lambda: tr("Step", to=to),
        "lane": lambda: tr("Lane", to=to),
        "touchpoint": lambda: tr("Touchpoint", to=to),
        "note": lambda: tr("Note", to=to),
        "measure": lambda: tr("Metric", to=to),
        "picture": lambda: tr("Picture", to=to),
        "path": lambda: tr("Path", to=to),
        "counterpart": lambda: tr("Trace", to=to),
        "point": lambda: tr("Point of the curve", to=to),
    }.get(kind, lambda: "")()


def map_title(project: Project, journey: JourneyMap, language: str, to: str | None = None) -> str:
    return text_in(project, language, journey.id, "title", journey.title) or tr("Untitled map", to=to)


def quoted(text: str, to: str | None) -> str:
    if text[:1] in _QUOTES:  # brings its own
        return text
    return tr("“{text}”", to=to, text=text) if text else NOTHING


class Names:
    """Names in the `language` of the content; words for what has none in the language `to`."""

    def __init__(self, language: str, to: str | None) -> None:
        self._language, self._to = language, to

    def name(self, side: Side, key: str) -> str:
        """The name of a thing: its title or first words, or what it joins."""
        if key == side.journey.id:
            return map_title(side.project, side.journey, self._language, self._to)
        thing = side.things.get(key)
        if thing is None:
            return tr("Untitled", to=self._to)
        node: Any = thing.node
        if thing.kind in ("path", "counterpart"):
            ends = (self.name(side, node.source), self.name(side, node.target))
            return tr("{source} → {target}", to=self._to, source=ends[0], target=ends[1])
        if thing.kind == "point":
            return self.persona(side, node.persona)
        field = {"note": "text", "picture": "text", "measure": "metric.name"}.get(thing.kind, "title")
        own = node.metric.name if thing.kind == "measure" else getattr(node, field)
        words = " ".join(text_in(side.project, self._language, key, field, own).split())
        return words or self._unnamed(side, thing)

    def _unnamed(self, side: Side, thing: Thing) -> str:
        journey = side.journey
        if thing.kind == "phase":
            at = [phase.id for phase in journey.phases].index(thing.id) + 1
            return tr("phase {n}", to=self._to, n=at)
        if thing.kind == "step":
            phase, step = find_step(journey, thing.id)
            if len(phase.steps) == 1:
                return self.name(side, phase.id)
            place, name = phase.steps.index(step) + 1, self.name(side, phase.id)
            return tr("step {n} of {phase}", to=self._to, n=place, phase=name)
        if thing.kind == "lane":
            return lane_word(find_lane(journey, thing.id).kind, self._to) or tr("Lane", to=self._to)
        if isinstance(thing.node, Picture) and thing.node.image is not None:
            caption = text_in(side.project, self._language, thing.id, "image.caption", thing.node.image.caption)
            return caption or tr("Untitled", to=self._to)
        return tr("Untitled", to=self._to)

    def where(self, side: Side, key: str) -> str:
        """The lane of a card, and its step where the phase has several."""
        place = place_of(side.journey, key)
        if place is None:
            return ""
        phase, step = find_step(side.journey, place.step)
        parts = [self.name(side, place.lane)]
        if len(phase.steps) > 1:
            parts.append(self.name(side, step.id))
        return ", ".join(parts)

    def persona(self, side: Side, key: str) -> str:
        persona = find_persona(side.project, key)
        name = text_in(side.project, self._language, key, "name", persona.name) if persona else ""
        return name or tr("Untitled", to=self._to)

    def channel(self, side: Side, key: str) -> str:
        channel = find_channel(side.project, key)
        name = text_in(side.project, self._language, key, "name", channel.name) if channel else ""
        return name or tr("Untitled", to=self._to)
