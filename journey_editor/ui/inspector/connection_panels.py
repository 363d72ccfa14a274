"""A path, and the trace between counterparts: where they lead, and what is said of them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from journey_editor.edit.paths import set_path
from journey_editor.model.queries import find_card
from journey_editor.wording import tr

from .arrange import arrange
from .buttons import Buttons, plain_button
from .card_picker import CardPicker
from .connections import card_mark, card_title, path_fields
from .field import Complaint
from .form import Form, Group
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


class PathEnds(Ends):
    """The ends of a path, which can be given others."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        start = plain_button(tr("Other start ..."), "arrow-up-right")
        end = plain_button(tr("Other end ..."), "arrow-right")
        turn = plain_button(tr("Turn round"), "arrow-left-right")
        self._complaint = Complaint()
        self.column.addWidget(
            Buttons(
                (start, lambda: self._pick("source", start)),
                (end, lambda: self._pick("target", end)),
                (turn, self._turn),
            )
        )
        self.column.addWidget(self._complaint)

    def _pick(self, end: str, button: QPushButton) -> None:
        path = self.scope.node
        picker = CardPicker(self.scope, lambda card: card.id not in (path.source, path.target), self)
        picker.picked.connect(lambda card_id: self._lead(tr("Path led elsewhere"), **{end: card_id}))
        picker.open_below(button)

    def _turn(self) -> None:
        path = self.scope.node
        self._lead(tr("Path turned round"), source=path.target, target=path.source)

    def _lead(self, label: str, **ends: str) -> None:
        path_id = self.scope.ids[0]
        self._complaint.say(self.scope.change(label, lambda project: set_path(project, path_id, **ends)))

    def refresh(self, anew: bool = False) -> None:
        super().refresh(anew)
        if anew:
            self._complaint.say("")


def _path_ends(form: Form) -> None:
    form.section(PathEnds(form.scope))


_ENDS = Group("connection.ends", lambda: tr("Connects"), lambda form: form.section(Ends(form.scope)))
_PATH = Group("path.general", lambda: tr("Path"), path_fields)
_ARRANGE = Group("several.arrange", lambda: tr("Arrange"), arrange)

_PATH_ENDS = Group("connection.ends", lambda: tr("Connects"), _path_ends)

PATH = (_PATH, _PATH_ENDS, _ARRANGE)
PATHS = (_PATH, _ARRANGE)
COUNTERPART = (_ENDS, _ARRANGE)
