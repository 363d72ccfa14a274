"""The filter of a window: which cards stand out. It is never saved, and an undo does not touch it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journey_editor.model.filtering import NO_FILTER, Filter, Lit, lit
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_map


class Filtering(QObject):
    """What is asked for, and what of a map answers to it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = NO_FILTER
        self._known: tuple[JourneyMap, object, Filter, Lit | None] | None = None

    @property
    def wanted(self) -> Filter:
        return self._wanted

    def want(self, wanted: Filter) -> None:
        """Let other cards stand out; NO_FILTER lets all."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit()

    def lit(self, project: Project, map_id: str) -> Lit | None:
        """What stands out of a map as it is in this project; None for all of it."""
        if not self._wanted.asks:
            return None
        journey = find_map(project, map_id)
        was = self._known
        if was is None or was[0] is not journey or was[1] is not project.channels or was[2] != self._wanted:
            found = lit(project, journey, self._wanted)
            if was is not None and was[3] == found:
                found = was[3]
            was = self._known = (journey, project.channels, self._wanted, found)
        return was[3]
