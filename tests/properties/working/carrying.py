"""The clipboard: pieces, words, tables and images, cut, copied and pasted anywhere; tables of texts as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import hypothesis.strategies as st
from hypothesis.stateful import rule
from PySide6.QtCore import QMimeData

from journey_editor.edit import images as edit_images
from journey_editor.edit import lines, tables, text_tables
from journey_editor.edit.maps import add_map
from journey_editor.edit.pasting import Place
from journey_editor.model.translating import Texts, of_map, said
from journey_editor.session import clipboard, contents
from journey_editor.session import languages as spoken
from journey_editor.session.image_files import take_bytes
from journey_editor.session.session import Session
from journey_editor.storage import tsv

from .in_session import WORDS, InSession
from .pictures import PICTURES

ROWS = st.integers(1, 3).flatmap(
    lambda wide: st.lists(st.lists(WORDS, min_size=wide, max_size=wide), min_size=1, max_size=4)
)

WAYS = st.sampled_from([clipboard.copied, clipboard.cut, clipboard.duplicated, clipboard.copied_as_text])


class Carrying(InSession):
    @rule(data=st.data(), way=WAYS)
    def copy(self, data: st.DataObject, way: Callable[[Session, Sequence[str]], object]) -> None:
        ids = data.draw(st.sampled_from([self.things, self.touchpoints, self.lanes_here]))()
        chosen = self.some_of(data, ids)
        found = self.act(lambda: way(self.session, chosen), way.__name__)
        if isinstance(found, QMimeData):
            self.copied = found

    @rule(data=st.data(), as_words=st.booleans())
    def paste(self, data: st.DataObject, as_words: bool) -> None:
        if self.copied is None:
            self.copy(data, clipboard.copied)
        if self.copied is not None:
            brought = self.copied
            if as_words:
                brought = QMimeData()
                brought.setText(self.copied.text())
            self.put(data, brought)

    @rule(data=st.data(), rows=ROWS)
    def paste_from_elsewhere(self, data: st.DataObject, rows: list[list[str]]) -> None:
        brought = QMimeData()
        brought.setText(tsv.written(rows))
        self.put(data, brought)

    def put(self, data: st.DataObject, brought: QMimeData) -> None:
        """What a window does with what is on the clipboard."""
        session, place = self.session, self.place_here(data)
        found = self.act(lambda: contents.read(brought))
        if isinstance(found, contents.Pieces):
            self.act(lambda: clipboard.paste_pieces(session, found, place), "paste_pieces")
        elif isinstance(found, contents.Words):
            self.act(lambda: clipboard.paste_words(session, found.lines, place), "paste_words")
            self.do(lines.add_lines, found.lines, place, new=self.new)
        elif isinstance(found, contents.Table):
            reading = tables.guessed(found.rows, bool(place.lane))
            if data.draw(st.booleans()):
                reading = reading._replace(heads=not reading.heads, lane=place.lane, step=place.step)
            as_map = len(self.project.maps) < 5 and data.draw(st.booleans())
            project, map_id = add_map(self.project) if as_map else (self.project, session.map_id)
            plan = self.act(lambda: tables.planned(project, map_id, found.rows, reading))
            if plan is not None:
                self.act(lambda: clipboard.paste_table(session, plan, as_map=as_map), "paste_table")

    def place_here(self, data: st.DataObject) -> Place:
        """Where one pastes if these things are chosen, or a cell of the map."""
        chosen = self.some_of(data, self.ids(here=True))
        if data.draw(st.booleans()) and self.lanes_here() and self.steps_here():
            lane, step = data.draw(st.sampled_from(self.lanes_here())), data.draw(st.sampled_from(self.steps_here()))
            chosen = [f"{lane}/{step}"]
        clipboard.cell_of(self.session.journey, chosen)
        return clipboard.where(self.session.journey, chosen)

    @rule(data=st.data(), pictures=st.lists(st.sampled_from(PICTURES), min_size=1, max_size=2))
    def paste_images(self, data: st.DataObject, pictures: list[tuple[object, bytes]]) -> None:
        taken = [take_bytes(content, "a.png") for _, content in pictures]
        place = self.place_here(data)
        if data.draw(st.booleans()) and (card := self.one(data, self.ids("touchpoint", "picture", here=True))):
            place = clipboard.where(self.session.journey, (card,))
        self.act(lambda: clipboard.paste_images(self.session, taken, place), "paste_images")
        self.do(edit_images.place_images, [asset for asset, _ in taken], place, new=self.new)

    @rule(data=st.data(), words=st.lists(WORDS, min_size=1, max_size=6), back=st.booleans())
    def paste_texts(self, data: st.DataObject, words: list[str], back: bool) -> None:
        """A table of texts that comes back from a spreadsheet, or a block of cells into one."""
        session, project = self.session, self.project
        entries = Texts().entries(project)
        if data.draw(st.booleans()):
            entries = tuple(of_map(project, session.journey, entries))
        if not entries:
            return
        languages = session.languages
        rows = text_tables.rows_of(project, entries, languages, lambda entry: (entry.thing, entry.field))
        table = (text_tables.head_of(languages, "Where", "Field"), *rows)
        assert text_tables.has_ids(table)
        assert text_tables.by_ids(project, entries, languages, table).changes == ()
        if back:
            changed = [list(row) for row in table]
            for text in words:
                row, column = data.draw(st.integers(1, len(rows))), data.draw(st.integers(3, 2 + len(languages)))
                changed[row][column] = text
            read = tsv.read(tsv.written(changed))
            brought = text_tables.by_ids(project, entries, languages, read)
            assert brought.left_over == 0
        else:
            row, column = data.draw(st.integers(0, len(entries) - 1)), data.draw(st.integers(0, len(languages) - 1))
            block = tuple((text,) for text in words)
            brought = text_tables.as_block(project, entries, languages, block, row, column)
        sayings = [change.saying for change in brought.changes]
        self.act(lambda: spoken.write(session, sayings), "write texts")
        if self.project is not project:
            after = {entry.key: entry for entry in Texts().entries(self.project)}
            for change in brought.changes:  # a text that says nothing in any language is no entry any more
                entry = after.get(change.entry.key)
                assert ("" if entry is None else said(self.project, change.language, entry)) == change.after
