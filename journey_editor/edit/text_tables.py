"""Texts of a project as a table for a spreadsheet, and what comes back from one.

A table with a head names each text by its ID, so that its rows may be sorted, filtered or left out on the way. A block
without a head goes where the keyboard stands. Nothing is done here: it is worked out what would change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from journey_editor.edit.tables import Rows
from journey_editor.edit.translations import Saying
from journey_editor.model.languages import as_tag, language_name
from journey_editor.model.project import Project
from journey_editor.model.translating import Entry, said

#: The head of the column that names the texts.
ID = "ID"

_TAG = re.compile(r"\[([^\[\]]+)\]\s*$")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Change(NamedTuple):
    """A text that would be said otherwise."""

    entry: Entry
    language: str
    before: str
    after: str

    @property
    def saying(self) -> Saying:
        return Saying(self.language, self.entry.thing, self.entry.field, self.after)


class Brought(NamedTuple):
    """What a table brings: the changes, how many texts it leaves as they are, and what of it has no place.

    `left_over` counts rows (of IDs that are not there, or below the last text), `too_wide` columns. `reworded` are
    the texts whose words in the first language are others by now than those that came along.
    """

    changes: tuple[Change, ...]
    same: int
    left_over: int = 0
    too_wide: int = 0
    reworded: tuple[Entry, ...] = ()

    @property
    def fits(self) -> bool:
        return not (self.left_over or self.too_wide)


def head_of(languages: Sequence[str], where: str, field: str) -> tuple[str, ...]:
    """The first row of a table that can come back."""
    return (ID, where, field, *(f"{language_name(code)} [{code}]" for code in languages))


def rows_of(
    project: Project, entries: Sequence[Entry], languages: Sequence[str], place: Callable[[Entry], tuple[str, str]]
) -> Rows:
    """The texts as rows below that head; `place` says where a text stands and what its field is called."""
    return tuple((entry.key, *place(entry), *(said(project, code, entry) for code in languages)) for entry in entries)


def has_ids(rows: Rows) -> bool:
    """Whether a table names its texts."""
    return bool(rows) and any(cell.strip() == ID for cell in rows[0])


def by_ids(project: Project, entries: Sequence[Entry], languages: Sequence[str], rows: Rows) -> Brought:
    """What a table with a head would change. Empty cells change nothing: a translator has not come to them yet."""
    head = [cell.strip() for cell in rows[0]]
    id_column = head.index(ID)
    columns = {n: code for n, cell in enumerate(head) if (code := _language(cell)) in languages}
    known = {entry.key: entry for entry in entries}
    changes: list[Change] = []
    reworded: list[Entry] = []
    same = left_over = 0
    for row in rows[1:]:
        entry = known.get(row[id_column].strip())
        if entry is None:
            left_over += any(cell.strip() for cell in row)
            continue
        for n, code in columns.items():
            text = stored(row[n])
            before = said(project, code, entry)
            if not text.strip() or text == before:
                same += 1
                continue
            changes.append(Change(entry, code, before, text))
            if code == project.language:
                reworded.append(entry)
    return Brought(tuple(changes), same, left_over, 0, tuple(reworded))


def as_block(
    project: Project,
    entries: Sequence[Entry],
    languages: Sequence[str],
    rows: Rows,
    row: int,
    column: int,
    size: tuple[int, int] = (1, 1),
) -> Brought:
    """What a block would change whose top left cell goes to that row and column of `languages`.

    `size` is how many rows and columns are marked: one cell fills them all.
    """
    if len(rows) == 1 and len(rows[0]) == 1:
        rows = tuple((rows[0][0],) * size[1] for _ in range(size[0]))
    changes: list[Change] = []
    same = 0
    for n, cells in enumerate(rows[: len(entries) - row]):
        for k, cell in enumerate(cells[: len(languages) - column]):
            entry, code, text = entries[row + n], languages[column + k], stored(cell)
            before = said(project, code, entry)
            if text == before:
                same += 1
            else:
                changes.append(Change(entry, code, before, text))
    left_over = max(0, len(rows) - (len(entries) - row))
    too_wide = max(0, len(rows[0]) - (len(languages) - column)) if rows else 0
    return Brought(tuple(changes), same, left_over, too_wide)


def stored(text: str) -> str:
    """A text from another program without what no file can hold."""
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _language(head: str) -> str:
    """The language that the head of a column means: "Englisch [en]", "en", "English"."""
    found = _TAG.search(head)
    return as_tag(found.group(1) if found else head)
