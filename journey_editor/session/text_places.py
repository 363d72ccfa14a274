"""Where a text of the project stands, in words: map, phase, lane and the thing that it belongs to."""

from __future__ import annotations

from journey_editor.model.columns import Phase, Step
from journey_editor.model.lane_words import lane_word
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import find_lane, place_of, text_in
from journey_editor.model.things import CARD_KINDS
from journey_editor.model.translating import Entry
from journey_editor.wording import tr

from .names import field_of, kind_of, name_of
from .session import Session

_BETWEEN = " › "


class Places:
    """Says where texts stand; remembers the columns of the maps."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._columns: dict[str, tuple[object, dict[str, tuple[Phase, Step]]]] = {}

    def where(self, entry: Entry) -> str:
        """ "Kauf › Überlegung › Online › Website"; the map is left out where there is only one."""
        session, parts = self._session, []
        journey = next((known for known in session.project.maps if known.id == entry.map_id), None)
        if journey is None:
            group = {"persona": tr("Personas"), "channel": tr("Channels")}.get(entry.kind, tr("Project"))
            return group if entry.kind == "project" or self._names(entry) else _BETWEEN.join((group, self._name(entry)))
        if len(session.project.maps) > 1:
            parts.append(self._text(journey.id, "title", journey.title) or tr("Untitled map"))
        if entry.kind in CARD_KINDS:
            parts += self._cell(journey, entry.thing)
        elif entry.kind == "step":
            phase = next((p for p in journey.phases if any(step.id == entry.thing for step in p.steps)), None)
            parts.append(self._name_of_phase(journey, phase) if phase is not None else "")
        if entry.kind in CARD_KINDS and not self._names(entry):
            parts.append(self._name(entry))
        elif entry.kind not in CARD_KINDS:
            parts.append(kind_of(session, entry.thing))
            if not self._names(entry) and entry.kind != "map":
                parts.append(self._name(entry))
        return _BETWEEN.join(filter(None, parts))

    def _names(self, entry: Entry) -> bool:
        """Whether the text is what its thing is called by."""
        return field_of(self._session, entry.thing) == entry.field

    def _name(self, entry: Entry) -> str:
        return name_of(self._session, entry.thing)

    def _cell(self, journey: JourneyMap, card: str) -> tuple[str, ...]:
        place = place_of(journey, card)
        if place is None:
            return ()
        known = self._columns.get(journey.id)
        if known is None or known[0] is not journey.phases:
            columns = {step.id: (phase, step) for phase in journey.phases for step in phase.steps}
            known = self._columns[journey.id] = (journey.phases, columns)
        phase, step = known[1][place.step]
        lane = find_lane(journey, place.lane)
        title = self._text(lane.id, "title", lane.title) or lane_word(lane.kind, self._session.language)
        named = self._text(step.id, "title", step.title) if len(phase.steps) > 1 else ""
        return (self._name_of_phase(journey, phase), named, title)

    def _name_of_phase(self, journey: JourneyMap, phase: Phase) -> str:
        title = self._text(phase.id, "title", phase.title)
        return title or tr("phase {n}", n=[known.id for known in journey.phases].index(phase.id) + 1)

    def _text(self, thing: str, field: str, own: str) -> str:
        return text_in(self._session.project, self._session.language, thing, field, own)
