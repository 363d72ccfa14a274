"""Files that are bad in ways that somebody thought of: each with the reason it is here, and how reading it has to end.

The modules of `bad/` make them out of one sound project in which every kind of thing occurs (`bad/sound.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from .bad import entries, ids, images, other_files, syntax, values, words
from .bad.sound import Bad


def bad_files() -> Iterator[Bad]:
    """All of them but the heavy ones (`bad/heavy.py`)."""
    for part in (
        syntax.not_json, other_files.other_files, other_files.encodings, syntax.depth, syntax.twice,
        entries.versions, entries.unknown, entries.missing, entries.wrong_types,
        ids.ids, ids.dangling, ids.same_id, ids.rules,
        values.numbers, values.choices, values.dates, values.colours,
        words.addresses, words.languages, words.texts, images.images,
    ):  # fmt: skip
        yield from part()
