"""Tables as text with tabs, as spreadsheets put them on the clipboard and take them from it.

A cell with a tab, a line break or a quotation mark at its beginning stands in quotation marks, with those inside it
doubled. Line ends may be those of any system. What does not follow this is taken as it stands.

A spreadsheet takes a pasted cell for a formula if it begins with = + - or @. Words of a map must never become one, so
that such a cell gets an apostrophe in front, which spreadsheets know as the sign for "this is text"; reading a table
takes it away again. This holds behind white space and for the wide forms of these characters too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Rows = tuple[tuple[str, ...], ...]

_FORMULA = re.compile("'*[\\s\x00]*[=+\\-@＝＋－＠\t\r]")  # the wide forms are meant
_NEEDS_QUOTES = re.compile('[\t\r\n]|^"')
_PLAIN = re.compile("[^\t\r\n]*")
_END = re.compile("\t|\r\n|\n|\r|$")


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return "'" + text if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text of a cell without the apostrophe that `guarded` has put there."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def written(rows: Iterable[Sequence[str]]) -> str:
    """A table as text, without a line end behind the last row."""
    return "\n".join("\t".join(_quoted(guarded(cell)) for cell in row) for row in rows)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def read(text: str) -> Rows:
    """The rows of a table, all of the same length; line breaks inside cells become line feeds."""
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _cell(text, at)
        rows[-1].append(unguarded(cell))
        end = _END.match(text, at)
        assert end is not None
        at = end.end()
        if not end.group():
            break
        if end.group() != "\t":
            if at == len(text):
                break  # the line end of the last row
            rows.append([])
    width = max(len(row) for row in rows)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins here, and where it ends."""
    if text.startswith('"', at):
        end = at + 1
        while (end := text.find('"', end)) >= 0:
            if text.startswith('""', end):
                end += 2
            elif _END.match(text, end + 1):
                inner = text[at + 1 : end].replace('""', '"')
                return re.sub("\r\n?", "\n", inner), end + 1
            else:
                break  # a quotation mark inside plain words
    found = _PLAIN.match(text, at)
    assert found is not None
    return found.group(), found.end()
