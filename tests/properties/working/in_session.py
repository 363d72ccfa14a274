"""The session that all rules work on, and what there is in it to take hold of."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, ClassVar, TypeVar
from unittest import mock

import hypothesis.strategies as st
from hypothesis.stateful import initialize, rule
from PySide6.QtCore import QMimeData
from shiboken6 import delete

from journey_editor.edit.change import EditError
from journey_editor.edit.history import History
from journey_editor.model import ids
from journey_editor.model.cards import Touchpoint
from journey_editor.model.ids import counting_ids
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.queries import steps as steps_of
from journey_editor.model.things import Kind, things
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two
from tests.properties.editing.hands import WORDS as ANY_WORDS
from tests.properties.editing.hands import Hands

WORDS = st.sampled_from(["<b> & 😀", "{x} %s", "=1+1", "e\u0301"]) | ANY_WORDS
LANGUAGES = st.sampled_from(["de", "en", "fr", "pt-BR", "xx-bad-"])

T = TypeVar("T")


class InSession(Hands):
    """All that can be edited, through a session. What is refused has to leave everything as it was. Needs a program of
    Qt around it."""

    #: How often each thing that was tried changed the project, over all examples of this process.
    changed: ClassVar[Counter[str]] = Counter()

    @initialize(start=st.sampled_from([everything, two_by_two, everything]))
    def begin(self, start: Callable[[], Project]) -> None:
        # Ids of chance would make an example go another way when it is tried again.
        self.chance = mock.patch.object(ids, "secrets", random.Random(0))
        self.chance.start()
        self.folder = tempfile.TemporaryDirectory(prefix="journey-editor-any-")
        self.path = Path(self.folder.name) / "a.journey"
        seconds = count()
        start_of_time = datetime(2026, 1, 1, tzinfo=UTC)
        self.session = Session(now=lambda: start_of_time + timedelta(seconds=next(seconds)))
        self.session.new(Loaded(start(), {PIXEL_SHA: PIXEL}, ()))
        self.copied: QMimeData | None = None
        self.new = counting_ids(1000)
        self.checked: Project | None = None
        self.first = self.session.project
        #: What each project was like when it was first seen, by its identity.
        self.seen: dict[int, tuple[Project, bytes]] = {}

    @property
    def project(self) -> Project:
        return self.session.project

    @property
    def history(self) -> History:  # type: ignore[override]  # it is the session's
        return self.session.history

    def do(self, edit: Callable[..., Any], *arguments: Any, **fields: Any) -> None:
        """An edit, as one step."""
        self.act(lambda: self.session.apply(edit.__name__, lambda p: edit(p, *arguments, **fields)), edit.__name__)

    def act(self, deed: Callable[[], T], name: str = "") -> T | None:
        """What makes one step, or is refused and leaves everything as it was; its answer."""
        before, history, selection = self.project, self.session.history, self.session.selection
        try:
            made = deed()
        except EditError:
            assert self.project is before
            assert self.session.history is history
            assert self.session.selection == selection
            return None
        if self.project is not before:
            self.changed[name] += 1
            assert self.session.undo_label or not self.session.can_undo  # what is typed back is no step
        return made

    # What there is to take hold of

    def one(self, data: st.DataObject, ids: Iterable[T]) -> T | None:
        """One of them; None where there is none."""
        found = list(ids)
        return data.draw(st.sampled_from(found)) if found else None

    def ids(self, *kinds: Kind, here: bool = False) -> list[str]:
        """The things of these kinds; `here`, those of the map that is shown."""
        shown = self.session.map_id
        return [
            thing.id
            for thing in things(self.project)
            if (not kinds or thing.kind in kinds)
            and not (here and (thing.journey is None or thing.journey.id != shown))
        ]

    def touchpoints(self) -> list[str]:
        return [card.id for _, _, card in all_cards(self.session.journey) if isinstance(card, Touchpoint)]

    def steps_here(self) -> list[str]:
        return [step.id for step in steps_of(self.session.journey)]

    def lanes_here(self, *kinds: str) -> list[str]:
        return [lane.id for lane in self.session.journey.lanes if not kinds or lane.kind in kinds]

    def some_here(self, data: st.DataObject, *kinds: Kind) -> tuple[str, ...]:
        return tuple(self.some_of(data, self.ids(*kinds, here=True)))

    def before_one_of(self, data: st.DataObject, ids: Sequence[str]) -> str | None:
        return data.draw(st.sampled_from([None, *ids]))

    # Back and forth

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.session.undo()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.session.redo()

    @rule(data=st.data())
    def jump(self, data: st.DataObject) -> None:
        history = self.session.history
        self.session.go_to_step(data.draw(st.integers(0, len(history.past) + len(history.future))))

    # Where one is

    @rule(data=st.data())
    def show_another_map(self, data: st.DataObject) -> None:
        before = self.project
        self.session.go_to_map(data.draw(st.sampled_from([journey.id for journey in self.project.maps])))
        assert self.project is before

    @rule(data=st.data())
    def select(self, data: st.DataObject) -> None:
        before = self.project
        self.session.select(self.some_of(data, self.things()))
        assert self.project is before

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.chance.stop()
            delete(self.session)  # no loop turns here that would do it later
            self.folder.cleanup()
