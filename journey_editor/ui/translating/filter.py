"""Which texts the table shows: those that lack words, of a map, of a kind, with some words in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from journey_editor.model.folding import folded
from journey_editor.model.project import Project
from journey_editor.model.things import Kind
from journey_editor.model.translating import Entry, is_missing, said
from journey_editor.wording import tr

#: Missing in any of the languages.
ANY = "*"

#: The kinds of things as the table groups them.
_KINDS: dict[str, tuple[Kind, ...]] = {
    "maps": ("project", "map"),
    "columns": ("phase", "step"),
    "lanes": ("lane",),
    "touchpoints": ("touchpoint",),
    "notes": ("note",),
    "metrics": ("measure",),
    "images": ("picture",),
    "curve": ("point", "path"),
    "personas": ("persona",),
    "channels": ("channel",),
}


def kind_groups() -> dict[str, str]:
    """The groups of kinds in the order of the menu, with their names."""
    return {
        "maps": tr("Project and maps"),
        "columns": tr("Phases and steps"),
        "lanes": tr("Lanes"),
        "touchpoints": tr("Touchpoints"),
        "notes": tr("Notes"),
        "metrics": tr("Metrics"),
        "images": tr("Images"),
        "curve": tr("Paths and curves"),
        "personas": tr("Personas"),
        "channels": tr("Channels"),
    }


class Wanted(NamedTuple):
    """What is asked for; "" asks for nothing. `missing` is a language or ANY."""

    missing: str = ""
    map_id: str = ""
    kinds: str = ""
    words: str = ""

    def found(self, project: Project, languages: Iterable[str], entries: Iterable[Entry]) -> list[Entry]:
        """The texts that match."""
        every = tuple(languages)
        lacking = every if self.missing == ANY else (self.missing,) if self.missing else ()
        kinds = _KINDS.get(self.kinds, ())
        needle = folded(" ".join(self.words.split()))
        return [
            entry
            for entry in entries
            if (not self.map_id or entry.map_id == self.map_id)
            and (not kinds or entry.kind in kinds)
            and (not lacking or any(is_missing(project, code, entry) for code in lacking))
            and (not needle or any(needle in folded(" ".join(said(project, c, entry).split())) for c in every))
        ]
