"""A list of ids that may be empty for "all": which personas a map or a lane shows, which channels a matrix has."""

from __future__ import annotations

from journey_editor.edit.anything import set_any
from journey_editor.wording import tr

from .items import ItemList
from .scope import Scope


class Subset(ItemList):
    """Each row has a box. All boxes on is stored as an empty list, so that what is added later is shown as well."""

    def __init__(self, scope: Scope, field: str, *, add: str = "", none: str = "") -> None:
        super().__init__(scope, opens=False, add=add, none=none)
        self._field = field

    def every(self) -> tuple[str, ...]:
        """The ids that there are to choose from, in their order."""
        raise NotImplementedError

    def chosen(self, key: str) -> bool:
        named: tuple[str, ...] = getattr(self.scope.node, self._field)
        return not named or key in named

    def go(self, key: str) -> None:
        self.scope.session.select([key])

    def checked(self, key: str, on: bool) -> None:
        named: tuple[str, ...] = getattr(self.scope.node, self._field) or self.every()
        wanted = (*named, key) if on else tuple(name for name in named if name != key)
        if not wanted:
            self.refresh()  # the last one stays: an empty list means all
            return
        value = () if set(wanted) >= set(self.every()) else wanted
        node_id = self.scope.ids[0]
        self.scope.change(
            tr("Changed what is shown"), lambda project: set_any(project, node_id, **{self._field: value})
        )
        self.refresh()
