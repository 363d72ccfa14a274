"""What is said of a mark of the channel matrix."""

from __future__ import annotations

from typing import Any

from journey_editor.edit.matrix import change_mark
from journey_editor.model.project import Project

from .attributes import Own
from .scope import Scope


class OfMark(Own):
    """The channel, step or importance of a mark; a second mark at one place is refused: one of both would not count."""

    def __init__(self, place: int, part: str) -> None:
        super().__init__("marks", place, part)
        self._place, self._part = place, part

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        mark = scope.node.marks[self._place]
        return change_mark(project, scope.ids[0], mark.channel, mark.step, **{self._part: value})
