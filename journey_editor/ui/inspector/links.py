"""The links of a card: what is shown is the title and the host, so that nobody is led astray by a title."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from journey_editor.model.cards import WebLink
from journey_editor.wording import tr

from .attributes import Own, Words, storable
from .buttons import Buttons, plain_button
from .entry_line import EntryLine
from .form import Form
from .item_rows import Cell, Item
from .own_list import OwnList
from .scope import Scope
from .text_fields import address_trouble
from .visiting import host_of, visit
from .words import said_in


class Links(OwnList):
    """The links with their fields, and a line for the address of another one."""

    field = "links"

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.part = tr("Link")
        self.entry = EntryLine(tr("Address of a new link"), "https://", self._take)
        self.column.addWidget(self.entry)

    @property
    def complaint(self) -> str:
        return self.entry.complaint

    def refresh(self, anew: bool = False) -> None:
        super().refresh(anew)
        if anew:
            self.entry.clear()

    def items(self) -> list[Item]:
        found = []
        for n, link in enumerate(self.scope.node.links):
            host = host_of(link.address)
            title = said_in(self.scope, f"links.{n}.title", link.title) or host
            cells = (Cell(title),)
            found.append(Item(str(n), cells, f"{title}, {host}", mark="link", under=host if title != host else ""))
        return found

    def fill(self, form: Form, key: str) -> None:
        place = int(key)
        form.line(tr("Title"), Words("links", place, "title"))
        form.address(tr("Address"), Own("links", place, "address"))
        opens = plain_button(tr("Open ..."), "external-link")
        form.section(Buttons((opens, lambda: visit(self, self.scope.node.links[place].address))))
        self.end(form, key)

    @property
    def line(self) -> QLineEdit:
        return self.entry.line

    def _take(self, text: str) -> str:
        address = storable(text).strip()
        return address_trouble(address) or self.set_values(tr("Added a link"), (*self.values, WebLink(address=address)))
