"""What every edit of a random story needs: a project with its history, and something to take hold of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize

from journey_editor.edit.change import EditError
from journey_editor.edit.history import History
from journey_editor.model.clipping import Clipping
from journey_editor.model.ids import counting_ids
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.queries import steps as steps_of
from journey_editor.model.things import things
from tests.builders import everything, two_by_two

WORDS = st.sampled_from(["", "Ein Wort", "a\nb", "“x” <b> & 😀", "مرحبا", "{field}"]) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), max_size=12
)
VALUES = st.integers(-4, 4).map(lambda n: n / 2)
KINDS = st.sampled_from(["touchpoints", "notes", "text", "metrics", "images", "emotion", "channels", "separator"])


class Hands(RuleBasedStateMachine):
    """A project and its history, and what there is in it to take hold of.

    A refused edit (EditError) has to leave everything as it was.
    """

    @initialize(start=st.sampled_from([everything, two_by_two]))
    def begin(self, start: Callable[[], Project]) -> None:
        self.first = start()
        self.history = History(self.first)
        self.new = counting_ids(1000)
        self.clipping: Clipping | None = None
        self.checked: Project | None = None

    @property
    def project(self) -> Project:
        return self.history.present

    def do(self, edit: Callable[..., Project | tuple[Project, object]], *args: Any, **fields: Any) -> None:
        try:
            result = edit(self.project, *args, **fields)
        except EditError:
            return
        project = result[0] if isinstance(result, tuple) else result
        self.history = self.history.push(project, edit.__name__)

    # What there is to take hold of

    def any_of(self, data: st.DataObject, ids: Iterable[str]) -> str:
        return data.draw(st.sampled_from([*ids, "no-such-thing"]))

    def some_of(self, data: st.DataObject, ids: Iterable[str]) -> list[str]:
        keys = list(ids)
        return data.draw(st.lists(st.sampled_from(keys), max_size=4, unique=True)) if keys else []

    def before(self, data: st.DataObject, ids: Iterable[str]) -> str | None:
        return data.draw(st.none() | st.sampled_from([*ids, "no-such-thing"]))

    def maps(self) -> list[str]:
        return [journey.id for journey in self.project.maps]

    def phases(self) -> list[str]:
        return [phase.id for journey in self.project.maps for phase in journey.phases]

    def steps(self) -> list[str]:
        return [step.id for journey in self.project.maps for step in steps_of(journey)]

    def lanes(self) -> list[str]:
        return [lane.id for journey in self.project.maps for lane in journey.lanes]

    def cards(self) -> list[str]:
        return [card.id for journey in self.project.maps for _, _, card in all_cards(journey)]

    def personas(self) -> list[str]:
        return [persona.id for persona in self.project.personas]

    def channels(self) -> list[str]:
        return [channel.id for channel in self.project.channels]

    def things(self) -> list[str]:
        return [thing.id for thing in things(self.project)]

    def place(self, data: st.DataObject, kind: str) -> tuple[str, str, str]:
        """A map, a lane and a step of it; a lane of that kind, if there is one."""
        journey = data.draw(st.sampled_from(self.project.maps))
        rows = [lane.id for lane in journey.lanes if lane.kind == kind] or [lane.id for lane in journey.lanes]
        return journey.id, self.any_of(data, rows), self.any_of(data, [step.id for step in steps_of(journey)])
