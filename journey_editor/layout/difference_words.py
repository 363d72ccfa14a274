"""The differences of two maps in words, numbered: for the list in the window, on paper and on the command line.

Each word is in the language `to`; names of things are in the `language` of the content, and what a text was and is
stands as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey_editor.model.differences import SORTS, Comparison, Difference, Sort
from journey_editor.wording import tr

from .change_words import ChangeWords
from .difference_names import Names, kind_word, map_title, quoted

#: The icon that stands for each sort of difference, and the sign where there are only letters.
ICONS: dict[Sort, str] = {"added": "plus", "removed": "minus", "moved": "arrow-right", "changed": "pencil"}
SIGNS: dict[Sort, str] = {"added": "+", "removed": "-", "moved": ">", "changed": "~"}


class Entry(NamedTuple):
    """A difference in words: "Touchpoint “Website”" in "Online", with a line for each thing that changed."""

    number: int
    difference: Difference
    kind: str
    name: str
    where: str
    details: tuple[str, ...]


class Section(NamedTuple):
    """The entries of a phase, or of the whole map."""

    title: str
    entries: tuple[Entry, ...]


def sort_word(sort: Sort, to: str | None = None) -> str:
    return {
        "added": tr("Added", to=to),
        "removed": tr("Removed", to=to),
        "moved": tr("Moved", to=to),
        "changed": tr("Changed", to=to),
    }[sort]


def counted(comparison: Comparison, to: str | None = None) -> str:
    """ "3 added, 1 removed, 2 moved, 4 changed"; that there is nothing, if so."""
    counts = comparison.counts
    words = {
        "added": tr("{n} added", to=to, n=counts["added"]),
        "removed": tr("{n} removed", to=to, n=counts["removed"]),
        "moved": tr("{n} moved", to=to, n=counts["moved"]),
        "changed": tr("{n} changed", to=to, n=counts["changed"]),
    }
    found = [words[sort] for sort in SORTS if counts[sort]]
    return ", ".join(found) if found else tr("The maps do not differ.", to=to)


def sections(comparison: Comparison, language: str = "", to: str | None = None) -> tuple[Section, ...]:
    """All differences, phase by phase, numbered through; phases without any are left out."""
    words = _Words(comparison, language or comparison.other.language, to)
    found = []
    count = 0
    for column in range(-1, len(comparison.columns)):
        entries = []
        for difference in comparison.differences:
            if difference.column == column:
                count += 1
                entries.append(words.entry(count, difference))
        if entries:
            found.append(Section(words.column(column), tuple(entries)))
    return tuple(found)


class _Words:
    def __init__(self, comparison: Comparison, language: str, to: str | None) -> None:
        self._comparison = comparison
        self._to = to
        self._names = Names(language, to)
        self._changes = ChangeWords(comparison, language, to)

    def column(self, column: int) -> str:
        if column < 0:
            return tr("Whole map", to=self._to)
        before, after = self._comparison.columns[column]
        return self._names.name(self._changes.after, after) if after else self._names.name(self._changes.before, before)

    def entry(self, count: int, difference: Difference) -> Entry:
        both = self._changes
        side, key = (both.after, difference.after) if difference.after else (both.before, difference.before)
        details = tuple(self._changes.detail(change) for change in difference.changes)
        kind = kind_word(difference.kind, self._to)
        return Entry(count, difference, kind, self._names.name(side, key), self._names.where(side, key), details)


def as_text(comparison: Comparison, language: str = "", to: str | None = None) -> Iterator[str]:
    """The whole comparison in lines of plain text."""
    content = language or comparison.other.language
    before = map_title(comparison.project, comparison.before, content, to)
    after = map_title(comparison.other, comparison.after, content, to)
    yield tr("{before} → {after}", to=to, before=before, after=after)
    yield counted(comparison, to)
    for section in sections(comparison, language, to):
        yield ""
        yield section.title
        for entry in section.entries:
            where = f" ({entry.where})" if entry.where else ""
            sign = SIGNS[entry.difference.sort]
            yield f"  {sign} {entry.number}. {sort_word(entry.difference.sort, to)}: {named(entry, to)}{where}"
            yield from (f"       {' '.join(line.split())}" for line in entry.details)


def named(entry: Entry, to: str | None = None) -> str:
    """ "Touchpoint “Website”" """
    return f"{entry.kind} {quoted(entry.name, to)}"
