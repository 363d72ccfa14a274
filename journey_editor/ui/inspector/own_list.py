"""A list that is a field of the one card that is shown: its metrics, links or images, told apart by their places."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.edit.anything import set_any
from journey_editor.wording import tr

from .buttons import Buttons, plain_button
from .form import Form
from .item_rows import Cell
from .items import ItemList
from .scope import Scope


class OwnList(ItemList):
    """Items are added at the end, moved and removed by their place, which is their key. Translations follow them."""

    field = ""
    moves = True
    deletes = True

    def __init__(self, scope: Scope, *, add: str = "", none: str = "", head: Sequence[Cell] = ()) -> None:
        super().__init__(scope, opens=True, add=add, none=none, head=head)

    @property
    def values(self) -> tuple[object, ...]:
        """The items as they are now."""
        values: tuple[object, ...] = getattr(self.scope.node, self.field)
        return values

    def set_values(self, label: str, values: Sequence[object]) -> str:
        """Make a step of another list; returns why it was refused, or ""."""
        node_id = self.scope.node.id
        return self.scope.change(label, lambda project: set_any(project, node_id, **{self.field: tuple(values)}))

    def moved(self, key: str, by: int) -> str:
        values, place = list(self.values), int(key)
        values[place], values[place + by] = values[place + by], values[place]
        return key if self.set_values(tr("{part} moved", part=self.part), values) else str(place + by)

    def removed(self, key: str) -> None:
        place = int(key)
        self.set_values(tr("{part} deleted", part=self.part), (*self.values[:place], *self.values[place + 1 :]))

    def end(self, form: Form, key: str) -> None:
        """The buttons at the end of an item's fields, for whoever uses the mouse: up, down, and away with it."""
        up, down = plain_button(tr("Up"), "arrow-up"), plain_button(tr("Down"), "arrow-down")
        away = plain_button(tr("Delete"), "trash-2", danger=True)
        buttons = Buttons(
            (up, lambda: self.shift(key, -1)), (down, lambda: self.shift(key, 1)), (away, lambda: self.take_away(key))
        )
        buttons.need(up, lambda: int(key) > 0)
        buttons.need(down, lambda: int(key) < len(self.values) - 1)
        form.section(buttons)
