"""Taking pieces of another project in: which channel, persona and image of here stands for which of there, and ids.

A channel or persona is the same one if it has the same id and name, or the same id in the same project, where it may
have been renamed since; else one of the same name stands for it; else it comes along.
"""

from __future__ import annotations

from typing import TypeVar

from journey_editor.edit import overlay
from journey_editor.edit.cards import PREFIX
from journey_editor.edit.change import with_map
from journey_editor.edit.keys import Keys
from journey_editor.edit.languages import set_language
from journey_editor.model.base import Node
from journey_editor.model.cards import Card, Note, Touchpoint
from journey_editor.model.clipping import Clipping
from journey_editor.model.columns import Phase, Step
from journey_editor.model.ids import IdSource
from journey_editor.model.lanes import ChannelLane, EmotionLane, EmotionPoint, Lane
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import holds_cards, touchpoints

W = TypeVar("W", Path, Counterpart)

_PREFIX: dict[type[Node], str] = {
    **PREFIX,
    Phase: "ph",
    Step: "st",
    EmotionPoint: "pt",
    Path: "pa",
    Counterpart: "cp",
}


class Bringing:
    """The pieces of a clipping on their way into a project.

    `project` is the target, with the channels, personas and images that come along; `source` the map of the pieces,
    in the language of the target if it is translated into that; `became` the new id of each thing that was taken.
    """

    def __init__(self, project: Project, clipping: Clipping, new: IdSource) -> None:
        self.project = project
        self.clipping = clipping
        self.became: dict[str, str] = {}
        self.keys = Keys(project, new)
        self._fragment = clipping.project
        if project.language in self._fragment.translations:
            self._fragment = set_language(self._fragment, project.language)
        self.source: JourneyMap = self._fragment.maps[0]
        known = {image.sha256 for image in project.images}
        added = tuple(image for image in self._fragment.images if image.sha256 not in known)
        self.project = project.evolve(images=(*project.images, *added))
        self.channels = self._brought("channels", "ch")
        self.personas = self._brought("personas", "pe")

    def _brought(self, name: str, prefix: str) -> dict[str, str]:
        here = getattr(self.project, name)
        known, by_name = {item.id: item for item in here}, {item.name: item.id for item in here}
        same_project = self._fragment.id == self.project.id
        stands_for = {}
        for item in getattr(self._fragment, name):
            if item.id in known and (same_project or known[item.id].name == item.name):
                stands_for[item.id] = item.id
            elif item.name and item.name in by_name:
                stands_for[item.id] = by_name[item.name]
            else:
                key = item.id if self.keys.claim(item.id) else self.keys.fresh(prefix)
                stands_for[item.id] = self.became[item.id] = key
                here = (*here, item.evolve(id=key))
        self.project = self.project.evolve(**{name: here})
        return stands_for

    def _key(self, old: str, prefix: str) -> str:
        """The id of a piece in the target. What was cut keeps its own, unless it is there already."""
        key = old if self.clipping.cut and self.keys.claim(old) else self.keys.fresh(prefix)
        self.became[old] = key
        return key

    # Each of these gives a piece as it stands in the target

    def phase(self, phase: Phase) -> Phase:
        columns = tuple(self.step(step) for step in phase.steps)
        return phase.evolve(id=self._key(phase.id, "ph"), steps=columns)

    def step(self, step: Step) -> Step:
        return step.evolve(id=self._key(step.id, "st"))

    def lane(self, lane: Lane) -> Lane:
        """The lane without anything in it."""
        key = self._key(lane.id, "ln")
        if isinstance(lane, EmotionLane):
            return lane.evolve(id=key, points=(), personas=self._each(lane.personas, self.personas))
        if isinstance(lane, ChannelLane):
            return lane.evolve(id=key, marks=(), channels=self._each(lane.channels, self.channels))
        return lane.evolve(id=key, cells=()) if holds_cards(lane) else lane.evolve(id=key)

    @staticmethod
    def _each(named: tuple[str, ...], became: dict[str, str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(became[key] for key in named))

    def card(self, card: Card) -> Card:
        key = self._key(card.id, _PREFIX[type(card)])
        if isinstance(card, Touchpoint):
            felt = {self.personas[emotion.persona]: emotion for emotion in card.emotions}
            if len(felt) < len(card.emotions):  # one persona of here stands for two of there
                fewer = card.evolve(emotions=tuple(felt.values()))
                self._fragment = overlay.follow(self._fragment, [(card, fewer)])
            emotions = tuple(emotion.evolve(persona=persona) for persona, emotion in felt.items())
            return card.evolve(id=key, channel=self.channels.get(card.channel, ""), emotions=emotions)
        if isinstance(card, Note):
            return card.evolve(id=key, persona=self.personas.get(card.persona, ""))
        return card.evolve(id=key)

    def point(self, point: EmotionPoint, step: str) -> EmotionPoint:
        return point.evolve(id=self._key(point.id, "pt"), step=step, persona=self.personas[point.persona])

    def finished(self, journey: JourneyMap) -> Project:
        """The target with this map, with the paths and translations of all that was taken."""
        there = {card.id for card in touchpoints(journey)}
        paths = [self._path(path) for path in self.source.paths]
        paths += [self._path(path) for path in self.clipping.paths if self._comes_back(path, there)]
        traces = [self._way(trace) for trace in self.source.counterparts]
        traces += [self._way(trace) for trace in self.clipping.counterparts if self._comes_back(trace, there)]
        only_once = {(trace.source, trace.target): trace for trace in traces}
        journey = journey.evolve(
            paths=(*journey.paths, *paths), counterparts=(*journey.counterparts, *only_once.values())
        )
        words_of = {language: dict(words) for language, words in self.project.translations.items()}
        for said in (self._fragment.translations, self.clipping.words):
            for language, words in said.items():
                if language in words_of:
                    for key, text in words.items():
                        thing, _, place = key.partition(".")
                        if thing in self.became:
                            words_of[language][f"{self.became[thing]}.{place}"] = text
        return with_map(self.project, journey).evolve(translations=words_of)

    def _comes_back(self, way: Path | Counterpart, there: set[str]) -> bool:
        """Whether a path that led out of what was cut is whole again: what was cut is back, and the other end too."""
        return all(end in there and self.became.get(end, end) == end for end in (way.source, way.target))

    def _way(self, way: W) -> W:
        source, target = self.became.get(way.source, way.source), self.became.get(way.target, way.target)
        return way.evolve(id=self._key(way.id, _PREFIX[type(way)]), source=source, target=target)

    def _path(self, path: Path) -> Path:
        """A path with its persona; one that led out of what was cut comes back to where she may have been deleted."""
        whose = self.personas.get(path.persona, path.persona)
        here = {persona.id for persona in self.project.personas}
        return self._way(path).evolve(persona=whose if whose in here else "")
