"""A path, and the trace between counterparts: where they lead, and what is said of them."""

from __future__ import annotations

from journey_editor.model.queries import find_card
from journey_editor.wording import tr

from .arrange import arrange
from .connections import card_mark, card_title, path_fields
from .form import Group
from .item_rows import Cell, Item
from .items import ItemList
from .scope import Scope


class Ends(ItemList):
    """The two touchpoints that are connected; a row leads to one."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, opens=False)

    def items(self) -> list[Item]:
        found = []
        for key, said in (("source", tr("from")), ("target", tr("to"))):
            card = find_card(self.scope.journey, getattr(self.scope.node, key))
            title = card_title(self.scope, card)
            mark, colour = card_mark(self.scope, card)
            found.append(Item(key, (Cell(title),), f"{said} {title}", mark=mark, colour=colour, under=said))
        return found

    def go(self, key: str) -> None:
        self.scope.session.select([getattr(self.scope.node, key)])


_ENDS = Group("connection.ends", lambda: tr("Connects"), lambda form: form.section(Ends(form.scope)))
_PATH = Group("path.general", lambda: tr("Path"), path_fields)
_ARRANGE = Group("several.arrange", lambda: tr("Arrange"), arrange)

PATH = (_PATH, _ENDS, _ARRANGE)
PATHS = (_PATH, _ARRANGE)
COUNTERPART = (_ENDS, _ARRANGE)
