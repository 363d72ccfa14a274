"""Whoever listens to the signals of a session and reads it only then, always knows what is true."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from journey_editor.edit import cards, languages, maps, remove, translations
from journey_editor.edit.change import EditError
from journey_editor.model.things import find_thing, things
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.builders import PIXEL, PIXEL_SHA, everything


class Listener:
    """Holds what it last read, and never looks at another time."""

    def __init__(self, session: Session) -> None:
        self.session = session
        session.project_changed.connect(self.read_project)
        session.selection_changed.connect(self.read_selection)
        session.map_changed.connect(self.read_map)
        session.language_changed.connect(self.read_language)
        session.file_changed.connect(self.read_file)
        for read in (self.read_project, self.read_selection, self.read_map, self.read_language, self.read_file):
            read()

    def read_project(self) -> None:
        self.project = self.session.project
        assert self.session.journey in self.project.maps
        for key in self.session.selection:
            assert find_thing(self.project, key) is not None, "nothing that is gone is selected, at no time"

    def read_selection(self) -> None:
        self.selection = self.session.selection

    def read_map(self) -> None:
        self.map_id = self.session.map_id

    def read_language(self) -> None:
        self.language = self.session.language

    def read_file(self) -> None:
        self.file = (self.session.path, self.session.dirty, self.session.title)


class Working(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.session = Session()
        self.session.new(Loaded(everything(), {PIXEL_SHA: PIXEL}, ()))
        self.heard = Listener(self.session)

    def some(self, data: st.DataObject) -> list[str]:
        keys = [thing.id for thing in things(self.session.project)]
        return data.draw(st.lists(st.sampled_from([*keys, "no-such-thing"]), max_size=3))

    def do(self, edit: Any, merge: str | None = None) -> None:
        with suppress(EditError):
            self.session.apply("Edit", edit, merge=merge)

    @rule(data=st.data())
    def select(self, data: st.DataObject) -> None:
        self.session.select(self.some(data))

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        keys = self.some(data)
        self.do(lambda project: remove.delete(project, keys))

    @rule(text=st.sampled_from(["a", "ab", "Website"]), merge=st.sampled_from([None, "title"]))
    def type(self, text: str, merge: str | None) -> None:
        self.do(lambda project: translations.set_text(project, self.session.language, "tp-web", "title", text), merge)

    @rule()
    def duplicate(self) -> None:
        chosen = [key for key in self.session.selection if key.startswith(("tp", "nt"))]
        self.do(lambda project: cards.duplicate_cards(project, chosen))

    @rule(data=st.data())
    def change_maps(self, data: st.DataObject) -> None:
        keys = [journey.id for journey in self.session.project.maps]
        self.session.go_to_map(data.draw(st.sampled_from(keys)))
        if data.draw(st.booleans()):
            self.do(lambda project: maps.add_map(project))

    @rule(language=st.sampled_from(["", "de", "en"]), own=st.booleans())
    def change_language(self, language: str, own: bool) -> None:
        if own and language:
            self.do(lambda project: languages.set_language(project, language))
        else:
            self.session.set_language(language)

    @rule(back=st.booleans())
    def undo_or_redo(self, back: bool) -> None:
        if back:
            self.session.undo()
        else:
            self.session.redo()

    @rule(name=st.sampled_from(["a.journey", "b.journey"]))
    def save(self, name: str) -> None:
        self.session.save(Path(self.folder.name) / name)

    @rule()
    def reopen(self) -> None:
        if self.session.path is not None:
            self.session.open(self.session.path)
            assert not self.session.dirty

    @invariant()
    def the_listener_knows_what_is_true(self) -> None:
        session, heard = self.session, self.heard
        assert heard.project is session.project
        assert heard.selection == session.selection
        assert heard.map_id == session.map_id
        assert heard.language == session.language
        assert heard.file == (session.path, session.dirty, session.title)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()
            self.session.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_signals_tell_of_every_change() -> None:
    run_state_machine_as_test(Working, settings=settings(stateful_step_count=20))
