"""Any sequence of what a window does: edits of all kinds, the clipboard, undo and redo, saving and opening, other maps
and languages. Every state that is reached is sound and can be saved and opened, and undo is exact."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from journey_editor.edit import (
    anything,
    cards,
    channels,
    counterparts,
    curves,
    lanes,
    languages,
    maps,
    nudging,
    paths,
    personas,
    phases,
    presets,
    projects,
    remove,
    steps,
    tables,
    translations,
)
from journey_editor.edit.change import EditError
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, find_map
from journey_editor.model.queries import steps as steps_of
from journey_editor.model.style import PageSetup
from journey_editor.model.things import find_thing, things
from journey_editor.model.translatable import texts
from journey_editor.session import clipboard, contents
from journey_editor.session import languages as spoken
from journey_editor.session.session import Session
from journey_editor.storage.assets import without_unused
from journey_editor.storage.codec import Loaded, decode, encode
from journey_editor.storage.problem import FileProblem
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two

WORDS = st.sampled_from(["", "Ein Wort", "a\nb", "<b> & 😀", "مرحبا", "{x} %s", "=1+1", "e\u0301"]) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), max_size=12
)
LANGUAGES = st.sampled_from(["de", "en", "fr", "pt-BR", "xx-bad-"])
WAYS = st.sampled_from(["up", "down", "left", "right"])
STEPS = int(os.environ.get("JOURNEY_EDITOR_STEPS", "30"))


class Working(RuleBasedStateMachine):
    """A session in the hands of chance. What is refused has to leave everything as it was."""

    @initialize(start=st.sampled_from([everything, two_by_two]))
    def begin(self, start: Callable[[], Project]) -> None:
        if QCoreApplication.instance() is None:
            self.app = QGuiApplication([])
        self.folder = tempfile.TemporaryDirectory(prefix="journey-editor-any-")
        self.path = Path(self.folder.name) / "a.journey"
        self.session = Session()
        self.session.new(Loaded(start(), {PIXEL_SHA: PIXEL}, ()))
        self.copied: QMimeData | None = None
        self.new = counting_ids(1000)
        self.checked: Project | None = None
        self.first = self.session.project

    @property
    def project(self) -> Project:
        return self.session.project

    def do(self, edit: Callable[..., Any], *arguments: Any, **fields: Any) -> None:
        before, history = self.project, self.session.history
        try:
            self.session.apply(edit.__name__, lambda project: edit(project, *arguments, **fields))
        except EditError:
            assert self.project is before
            assert self.session.history is history

    def any_of(self, data: st.DataObject, ids: list[str]) -> str:
        return data.draw(st.sampled_from([*ids, "no-such-thing"]))

    def ids(self, *kinds: str) -> list[str]:
        return [thing.id for thing in things(self.project) if not kinds or thing.kind in kinds]

    def cards(self) -> list[str]:
        return [card.id for journey in self.project.maps for _, _, card in all_cards(journey)]

    def some(self, data: st.DataObject) -> tuple[str, ...]:
        ids = data.draw(st.sampled_from([self.cards, self.ids]))()
        return tuple(data.draw(st.lists(st.sampled_from(ids), max_size=4, unique=True)) if ids else ())

    # Edits

    @rule(data=st.data(), words=WORDS)
    def call_anything(self, data: st.DataObject, words: str) -> None:
        named = [thing.id for thing in things(self.project) if hasattr(thing.node, "title")]
        self.do(anything.set_any, self.any_of(data, named), title=words)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.do(remove.delete, list(self.some(data)))

    @rule(data=st.data(), way=WAYS)
    def nudge(self, data: st.DataObject, way: Any) -> None:
        self.do(nudging.moved, self.some(data), way)

    @rule(data=st.data(), words=WORDS, number=st.integers(0, 6))
    def add(self, data: st.DataObject, words: str, number: int) -> None:
        where = self.session.map_id
        lane_ids = [lane.id for lane in self.session.journey.lanes]
        step_ids = [step.id for step in steps_of(self.session.journey)]
        match number:
            case 0:
                self.do(phases.add_phase, where, title=words, new=self.new)
            case 1:
                self.do(steps.add_step, self.any_of(data, self.ids("phase")), title=words, new=self.new)
            case 2:
                kind = data.draw(st.sampled_from(["touchpoints", "notes", "emotion", "channels", "separator"]))
                self.do(lanes.add_lane, where, kind, new=self.new)
            case 3:
                self.do(cards.add_card, self.any_of(data, lane_ids), self.any_of(data, step_ids), new=self.new)
            case 4:
                self.do(personas.add_persona, name=words, new=self.new)
            case 5:
                self.do(channels.add_channel, name=words, new=self.new)
            case _ if len(self.project.maps) < 5:
                self.do(maps.add_map, words, new=self.new)

    @rule(data=st.data(), words=WORDS)
    def connect(self, data: st.DataObject, words: str) -> None:
        one, other = (self.any_of(data, self.cards()) for _ in range(2))
        self.do(paths.add_path, self.session.map_id, one, other, "choice", words, new=self.new)
        self.do(counterparts.link_counterparts, one, other, new=self.new)

    @rule(data=st.data(), value=st.integers(-4, 4).map(lambda n: n / 2))
    def feel(self, data: st.DataObject, value: float) -> None:
        card, persona = self.any_of(data, self.cards()), self.any_of(data, self.ids("persona"))
        self.do(cards.set_emotion, card, persona, value=value)
        self.do(curves.set_point, self.any_of(data, self.ids("point")), value=value)

    @rule(name=WORDS, to=WORDS, delete=st.booleans())
    def keep_presets(self, name: str, to: str, delete: bool) -> None:
        self.do(presets.keep_preset, name, PageSetup())
        self.do(presets.rename_preset, name, to)
        if delete:
            self.do(presets.delete_preset, to)

    # Languages and maps

    @rule(data=st.data(), language=LANGUAGES, words=WORDS)
    def translate(self, data: st.DataObject, language: str, words: str) -> None:
        found = [(thing.id, field) for thing in things(self.project) for field, _ in texts(thing.node)]
        self.do(translations.set_text, language, *data.draw(st.sampled_from(found)), words)

    @rule(language=LANGUAGES, to=LANGUAGES, number=st.integers(0, 4))
    def change_languages(self, language: str, to: str, number: int) -> None:
        match number:
            case 0:
                self.do(languages.add_language, language)
            case 1:
                self.do(languages.delete_language, language)
            case 2:
                self.do(languages.rename_language, language, to)
            case 3:
                self.do(languages.set_language, language)
            case _:
                self.do(projects.set_project, language=language)

    @rule(data=st.data())
    def show_another_language(self, data: st.DataObject) -> None:
        before = self.project
        self.session.set_language(data.draw(st.sampled_from([*self.session.languages, ""])))
        spoken.show_next(self.session)
        assert self.project is before

    @rule(data=st.data())
    def show_another_map(self, data: st.DataObject) -> None:
        before = self.project
        self.session.go_to_map(data.draw(st.sampled_from([journey.id for journey in self.project.maps])))
        self.session.select(self.some(data))
        assert self.project is before

    # The clipboard

    @rule(data=st.data(), way=st.sampled_from(["copied", "cut", "duplicated", "copied_as_text"]))
    def take(self, data: st.DataObject, way: str) -> None:
        before = self.project
        try:
            found = getattr(clipboard, way)(self.session, self.some(data))
        except EditError:
            assert self.project is before
            return
        if isinstance(found, QMimeData):
            self.copied = found

    @rule(data=st.data(), as_words=st.booleans())
    def paste(self, data: st.DataObject, as_words: bool) -> None:
        if self.copied is None:
            return
        brought = self.copied
        if as_words:
            brought = QMimeData()
            brought.setText(self.copied.text())
        place = clipboard.where(self.session.journey, self.some(data))
        before = self.project
        try:
            found = contents.read(brought)
            if isinstance(found, contents.Pieces):
                clipboard.paste_pieces(self.session, found, place)
            elif isinstance(found, contents.Words):
                clipboard.paste_words(self.session, found.lines, place)
            elif isinstance(found, contents.Table):
                reading = tables.guessed(found.rows, bool(place.lane))
                clipboard.paste_table(
                    self.session, tables.planned(self.project, self.session.map_id, found.rows, reading)
                )
        except EditError:
            assert self.project is before

    # Back, forth, and to the disk

    @rule(times=st.integers(1, 4), back=st.booleans())
    def go(self, times: int, back: bool) -> None:
        for _ in range(times):
            self.session.undo() if back else self.session.redo()

    @rule(data=st.data())
    def jump(self, data: st.DataObject) -> None:
        history = self.session.history
        self.session.go_to_step(data.draw(st.integers(0, len(history.past) + len(history.future))))

    @rule()
    def save(self) -> None:
        self.session.save(self.path)
        assert not self.session.dirty
        # Images that nothing shows any more stay for undo, and out of the file.
        assert decode(self.path.read_bytes(), "a").project == without_unused(self.project)

    @rule()
    def open(self) -> None:
        try:
            loaded = self.session.open(self.path)
        except FileProblem:
            return  # it was never saved
        assert loaded.report == ()
        self.first = self.session.project

    # What always holds

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

    def teardown(self) -> None:
        if not hasattr(self, "session"):
            return
        session, last, back = self.session, self.project, 0
        untimed = {"modified": ""}  # saving writes the time of the last change
        while session.can_undo:
            session.undo()
            back += 1
        assert session.project.evolve(**untimed) == self.first.evolve(**untimed)
        for _ in range(back):
            session.redo()
        while session.can_redo and back == 0 and session.project is not last:
            session.redo()
        assert session.project is last
        self.folder.cleanup()


TestAnySession = Working.TestCase
TestAnySession.settings = settings(stateful_step_count=STEPS)
