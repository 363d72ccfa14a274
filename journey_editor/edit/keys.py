"""Fresh ids for many new things at once: what the project has is looked up only once."""

from __future__ import annotations

from journey_editor.model.ids import IdSource
from journey_editor.model.project import Project
from journey_editor.model.things import ids


class Keys:
    """Ids that nothing in a project bears yet."""

    def __init__(self, project: Project, new: IdSource) -> None:
        self._used = set(ids(project))
        self._new = new

    def fresh(self, prefix: str) -> str:
        while not self.claim(key := self._new(prefix)):
            pass
        return key

    def claim(self, key: str) -> bool:
        """Take this very id. False if something bears it already."""
        if key in self._used:
            return False
        self._used.add(key)
        return True
