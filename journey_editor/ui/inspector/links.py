"""The links of a card: what is shown is the title and the host, so that nobody is led astray by a title."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journey_editor.edit.cards import set_card
from journey_editor.model.cards import WebLink
from journey_editor.wording import tr

from .attributes import Own, Words, storable
from .buttons import Buttons, plain_button
from .field import Complaint, set_look
from .form import Form
from .item_rows import Cell, Item
from .items import ItemList
from .scope import Scope
from .text_fields import address_trouble


def host_of(address: str) -> str:
    """Where a link leads: the host of a web address, the addressee of a mail address."""
    try:
        parts = urlsplit(address)
        return parts.path if parts.scheme.lower() == "mailto" else parts.hostname or address
    except ValueError:
        return address


class Links(ItemList):
    """The links with their fields, and a line for the address of another one."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, opens=True)
        self.line = QLineEdit()
        self.line.setMaxLength(4000)
        self.line.setFixedHeight(28)
        self.line.setPlaceholderText("https://")
        self.line.setAccessibleName(tr("Address of a new link"))
        self.line.returnPressed.connect(self._take)
        self.line.textEdited.connect(lambda: self._complain(""))
        button = plain_button(tr("Add"), "plus")
        button.clicked.connect(self._take)
        self._complaint = Complaint()
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._complaint)
        self.column.addWidget(entry)

    @property
    def complaint(self) -> str:
        return self._complaint.text()

    def refresh(self, anew: bool = False) -> None:
        super().refresh(anew)
        if anew:
            self.line.clear()
            self._complain("")

    def items(self) -> list[Item]:
        found = []
        for n, link in enumerate(self.scope.node.links):
            host = host_of(link.address)
            title = link.title or host
            cells = (Cell(title),)
            found.append(Item(str(n), cells, f"{title}, {host}", mark="link", under=host if link.title else ""))
        return found

    def fill(self, form: Form, key: str) -> None:
        place = int(key)
        form.line(tr("Title"), Words("links", place, "title"))
        form.address(tr("Address"), Own("links", place, "address"))
        visit = plain_button(tr("Open"), "external-link")
        remove = plain_button(tr("Delete"), "trash-2", danger=True)
        form.section(Buttons((visit, lambda: self._visit(place)), (remove, lambda: self._remove(place))))

    def _visit(self, place: int) -> None:
        address = self.scope.node.links[place].address
        if not address_trouble(address):
            QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))

    def _remove(self, place: int) -> None:
        card = self.scope.node
        rest = (*card.links[:place], *card.links[place + 1 :])
        self.scope.change(tr("Deleted a link"), lambda project: set_card(project, card.id, links=rest))

    def _take(self) -> None:
        address = storable(self.line.text()).strip()
        trouble = address_trouble(address)
        if not trouble:
            card = self.scope.node
            trouble = self.scope.change(
                tr("Added a link"),
                lambda project: set_card(project, card.id, links=(*card.links, WebLink(address=address))),
            )
        self._complain(trouble)
        if not trouble:
            self.line.clear()

    def _complain(self, sentence: str) -> None:
        self._complaint.say(sentence)
        self.line.setAccessibleDescription(sentence)
        set_look(self.line, "wrong", bool(sentence))
