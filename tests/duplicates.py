"""A project with a fresh copy of its first map, which tests then edit and compare with the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from journey_editor.edit.map_copies import duplicate_map
from journey_editor.model.comparing import compare
from journey_editor.model.differences import Comparison
from journey_editor.model.ids import counting_ids
from journey_editor.model.project import Project
from journey_editor.model.queries import find_map


class Duplicate:
    """The copy; its things are named by what they came from: `duplicate("tp-web")` is the copied touchpoint's id."""

    def __init__(self, start: Project) -> None:
        self.new = counting_ids(5000)
        self.source = start.maps[0].id
        self.project, self.map = duplicate_map(start, self.source, "to-be", new=self.new)
        self._here = {origin: key for key, origin in find_map(self.project, self.map).origins.items()}

    def __call__(self, origin: str) -> str:
        return self._here[origin]

    def edit(self, edit: Callable[..., Any], *args: Any, **fields: Any) -> None:
        result = edit(self.project, *args, **fields)
        self.project = result[0] if isinstance(result, tuple) else result

    def compared(self) -> Comparison:
        return compare(self.project, self.source, self.map)
