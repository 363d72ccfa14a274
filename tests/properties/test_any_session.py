"""Any sequence of what a window does: edits of all kinds, the clipboard, undo and redo, saving and opening, other maps
and languages, other people and crashes. Every state that is reached is sound and can be saved and opened, and undo is
exact."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from journey_editor.model.invariants import problems
from journey_editor.model.queries import find_map
from journey_editor.model.things import find_thing
from journey_editor.storage.codec import decode, encode

from .editing.cast import Cast
from .editing.content import Content
from .editing.structure import Structure
from .working.carrying import Carrying
from .working.fields import Fields
from .working.guided import Guided
from .working.in_lists import InLists
from .working.on_disk import OnDisk
from .working.on_the_map import OnTheMap

STEPS = int(os.environ.get("JOURNEY_EDITOR_STEPS", "30"))


class Working(OnDisk, Carrying, Guided, InLists, OnTheMap, Fields, Structure, Content, Cast):
    """All rules on one session."""

    @invariant()
    def all_is_sound_and_can_be_saved(self) -> None:
        if not hasattr(self, "session"):
            return
        session = self.session
        assert find_map(session.project, session.map_id) is session.journey
        assert all(find_thing(session.project, key.partition("/")[0]) is not None for key in session.selection)
        assert session.language in session.languages
        if self.project is not self.checked:
            assert problems(self.project) == ()
            data = encode(self.project, session.images)
            loaded = decode(data, "test")
            assert (loaded.project, loaded.report) == (self.project, ())
            assert encode(loaded.project, loaded.images) == data
            self.checked = self.project
            self.seen[id(self.project)] = (self.project, data)

    def teardown(self) -> None:
        try:
            if hasattr(self, "session"):
                self.undo_is_exact()
        finally:
            super().teardown()

    def undo_is_exact(self) -> None:
        session, last, back = self.session, self.project, 0
        for project, data in self.seen.values():
            assert encode(project, session.images) == data, "what was done later has changed an earlier project"
        untimed = {"modified": ""}  # saving writes the time of the last change
        while session.can_undo:
            session.undo()
            back += 1
        assert session.project.evolve(**untimed) == self.first.evolve(**untimed)
        for _ in range(back):
            session.redo()
        assert session.project is last


@pytest.mark.usefixtures("qapp")
def test_any_session() -> None:
    run_state_machine_as_test(Working, settings=settings(stateful_step_count=STEPS))
