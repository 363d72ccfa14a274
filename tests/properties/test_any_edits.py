"""Any sequence of edits, undone and redone at will, keeps a project sound, saveable, and its history exact."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import invariant, precondition, rule

from journey_editor.edit import anything, clipboard, duplicate, pasting, projects, remove, translations
from journey_editor.edit.change import EditError
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.things import things
from journey_editor.model.translatable import texts
from journey_editor.storage import clippings
from journey_editor.storage.codec import decode, encode
from tests.builders import PIXEL, PIXEL_SHA

from .editing.cast import Cast
from .editing.content import Content
from .editing.hands import WORDS
from .editing.structure import Structure

IMAGES = {PIXEL_SHA: PIXEL}


class Editing(Structure, Content, Cast):
    """What a user could do in any order."""

    # Words

    @rule(data=st.data(), language=st.sampled_from(["de", "en", "fr", "xx-bad-"]), words=WORDS)
    def write(self, data: st.DataObject, language: str, words: str) -> None:
        found = [(thing.id, field) for thing in things(self.project) for field, _ in texts(thing.node)]
        self.do(translations.set_text, language, *data.draw(st.sampled_from(found)), words)

    @rule(language=st.sampled_from(["de", "en", "fr"]))
    def change_the_first_language(self, language: str) -> None:
        self.do(projects.set_project, language=language)

    @rule(data=st.data(), words=WORDS)
    def retitle_anything(self, data: st.DataObject, words: str) -> None:
        named = [thing.id for thing in things(self.project) if hasattr(thing.node, "title")]
        self.do(anything.set_any, self.any_of(data, named), title=words)

    # Deleting, copying, undoing

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.do(remove.delete, self.some_of(data, self.things()))

    @rule(data=st.data(), cut=st.booleans())
    def copy(self, data: st.DataObject, cut: bool) -> None:
        wanted = self.some_of(data, data.draw(st.sampled_from([self.things, self.cards, self.phases, self.lanes]))())
        if cut:
            self.do(self._cut, wanted)
            return
        try:
            self.clipping = clipboard.copy(self.project, wanted) or self.clipping
        except EditError:
            return

    def _cut(self, project: Project, wanted: list[str]) -> Project:
        project, clipping = clipboard.cut(project, wanted)
        self.clipping = clipping or self.clipping
        return project

    @precondition(lambda self: self.clipping is not None)
    @rule(data=st.data())
    def paste(self, data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(["touchpoints", "notes", "metrics", "images", "separator"]))
        assert self.clipping is not None
        sent, images = clippings.decode(clippings.encode(self.clipping, IMAGES))
        assert sent == self.clipping
        assert images.items() <= IMAGES.items()
        self.do(pasting.paste, sent, pasting.Place(*self.place(data, kind)), new=self.new)

    @rule(data=st.data())
    def duplicate_anything(self, data: st.DataObject) -> None:
        self.do(duplicate.duplicate, self.some_of(data, self.things()), new=self.new)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.history = self.history.undo()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.history = self.history.redo()

    # What always holds

    @invariant()
    def nothing_is_wrong_and_saving_keeps_everything(self) -> None:
        if self.project is not self.checked:
            assert problems(self.project) == ()
            data = encode(self.project, IMAGES)
            loaded = decode(data, "test")
            assert loaded.project == self.project
            assert encode(loaded.project, loaded.images) == data
            self.checked = self.project

    def teardown(self) -> None:
        if not hasattr(self, "history"):
            return
        last = self.project
        back = 0
        while self.history.can_undo:
            self.history = self.history.undo()
            back += 1
        assert self.project is self.first
        for _ in range(back):
            self.history = self.history.redo()
        assert self.project is last


TestAnyEdits = Editing.TestCase
TestAnyEdits.settings = settings(stateful_step_count=30)
