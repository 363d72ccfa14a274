"""A map copied as a whole: with ids of its own, and a trace from each copied thing to what it came from.

The trace (`JourneyMap.origins`) names the first thing of a row of copies, not the one before, so that two copies of a
map can be compared with each other, also when the map between them, or the first one, is deleted.
"""

from __future__ import annotations

from typing import Literal

from journey_editor.edit import order, overlay
from journey_editor.edit.cards import PREFIX
from journey_editor.edit.change import the_map
from journey_editor.edit.keys import Keys
from journey_editor.model.cards import Card
from journey_editor.model.columns import Phase
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import CardLane, ChannelLane, EmotionLane, Lane
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import holds_cards
from journey_editor.wording import tr

Kind = Literal["as-is", "to-be"]


def duplicate_map(
    project: Project, map_id: str, kind: Kind | None = None, *, new: IdSource = random_id
) -> tuple[Project, str]:
    """A copy of a map right behind it, as-is or to-be (None: as the map itself), and its id. Raises EditError."""
    journey = the_map(project, map_id)
    copying = _Copying(Keys(project, new), journey)
    copy = copying.map().evolve(kind=kind or journey.kind)
    at = order.index(project.maps, map_id) + 1
    project = overlay.copied(project.evolve(maps=(*project.maps[:at], copy, *project.maps[at:])), copying.became)
    return _titled(project, journey, copy.id), copy.id


class _Copying:
    """A map on its way to a copy; `became` is the new id of each thing, known before any is made."""

    def __init__(self, keys: Keys, journey: JourneyMap) -> None:
        self._keys = keys
        self._journey = journey
        self.became: dict[str, str] = {}

    def _key(self, old: str, prefix: str) -> str:
        key = self.became[old] = self._keys.fresh(prefix)
        return key

    def map(self) -> JourneyMap:
        journey = self._journey
        key = self._key(journey.id, "mp")
        phases = tuple(self._phase(phase) for phase in journey.phases)
        lanes = tuple(self._lane(lane) for lane in journey.lanes)
        ends = self.became
        paths: tuple[Path, ...] = tuple(
            path.evolve(id=self._key(path.id, "pa"), source=ends[path.source], target=ends[path.target])
            for path in journey.paths
        )
        counterparts: tuple[Counterpart, ...] = tuple(
            trace.evolve(id=self._key(trace.id, "cp"), source=ends[trace.source], target=ends[trace.target])
            for trace in journey.counterparts
        )
        return journey.evolve(
            id=key,
            phases=phases,
            lanes=lanes,
            band_below=self.became.get(journey.band_below, ""),
            paths=paths,
            counterparts=counterparts,
            origins={copy: journey.origins.get(old, old) for old, copy in self.became.items()},
        )

    def _phase(self, phase: Phase) -> Phase:
        key = self._key(phase.id, "ph")
        return phase.evolve(id=key, steps=tuple(step.evolve(id=self._key(step.id, "st")) for step in phase.steps))

    def _lane(self, lane: Lane) -> Lane:
        key = self._key(lane.id, "ln")
        if isinstance(lane, EmotionLane):
            points = tuple(
                point.evolve(id=self._key(point.id, "pt"), step=self.became[point.step]) for point in lane.points
            )
            return lane.evolve(id=key, points=points)
        if isinstance(lane, ChannelLane):
            return lane.evolve(id=key, marks=tuple(mark.evolve(step=self.became[mark.step]) for mark in lane.marks))
        return self._with_cells(lane, key) if holds_cards(lane) else lane.evolve(id=key)

    def _with_cells(self, lane: CardLane, key: str) -> CardLane:
        cells = tuple(
            cell.evolve(step=self.became[cell.step], cards=tuple(self._card(card) for card in cell.cards))
            for cell in lane.cells
        )
        return lane.evolve(id=key, cells=cells)

    def _card(self, card: Card) -> Card:
        return card.evolve(id=self._key(card.id, PREFIX[type(card)]))


def _titled(project: Project, source: JourneyMap, copy_id: str) -> Project:
    """The copy with a title that says what it is, in each language that the source has one in."""
    copy = the_map(project, copy_id)
    as_to_be = copy.kind != source.kind
    translations = {}
    for language, words in project.translations.items():
        own = words.get(f"{copy_id}.title")
        if own:
            taken = {words.get(f"{journey.id}.title", "") for journey in project.maps}
            words = {**words, f"{copy_id}.title": _title(own, copy.kind if as_to_be else "", taken, language)}
        translations[language] = words
    taken = {journey.title for journey in project.maps}
    untitled = tr("Untitled map", to=project.language)
    title = _title(copy.title or untitled, copy.kind if as_to_be else "", taken, project.language)
    maps = tuple(copy.evolve(title=title) if journey is copy else journey for journey in project.maps)
    return project.evolve(maps=maps, translations=translations)


def _title(title: str, kind: str, taken: set[str], language: str) -> str:
    """ "Purchase (to be)", "Purchase (as is)" or "Purchase (copy)"; with a number where another map is called so."""
    for known in ("to-be", "as-is", ""):
        ending = f" ({_word(known, language)})"
        if len(title) > len(ending):
            title = title.removesuffix(ending)
    word = _word(kind, language)
    wanted, n = f"{title} ({word})", 2
    while wanted in taken:
        wanted, n = f"{title} ({word} {n})", n + 1
    return wanted


def _word(kind: str, language: str) -> str:
    if kind == "to-be":
        return tr("to be", to=language)
    return tr("as is", to=language) if kind == "as-is" else tr("copy", to=language)
