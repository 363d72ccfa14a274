"""How much of the map is printed: all of it, or only what is selected. That is for once: nobody is to find half a map
printed a week later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journey_editor.layout.excerpt import excerpt, excerpt_line
from journey_editor.model.part import part_of
from journey_editor.model.project import Project
from journey_editor.model.queries import find_map, shown_cards
from journey_editor.session.session import Session
from journey_editor.ui.inspector.choice_fields import Option
from journey_editor.ui.print_studio.fields import Segments, section
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn


class ExtentForm(QWidget):
    """`changed` goes out when another extent is chosen. What counts as selected is what was when the studio opened."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget, *, only_selected: bool) -> None:
        super().__init__(parent)
        self._map_id, self._ids = session.map_id, session.selection
        self._made: tuple[Project, Project] | None = None
        part = part_of(session.journey, self._ids)
        self.possible = part is not session.journey
        column = section(self, tr("What is printed"))
        ways = [Option(False, tr("The whole map")), Option(True, tr("Only the selection"))]
        self.extent = Segments(tr("What is printed"), ways, self)
        self.extent.choose(only_selected and self.possible)
        self.extent.group.idClicked.connect(lambda _n: self.changed.emit())
        column.addWidget(self.extent)
        count = len(shown_cards(part))
        if not self.possible:
            said = tr("Nothing is selected on the map.")
        elif count:
            said = trn("{n} card is selected.", "{n} cards are selected.", count)
        else:
            said = tr("No card is in the selection.")
        self.about = label(said, "caption")
        self.about.setWordWrap(True)
        column.addWidget(self.about)
        button = self.extent.group.button(1)
        button.setEnabled(self.possible)
        button.setToolTip("" if self.possible else said)
        button.setAccessibleDescription(said)

    @property
    def only_selected(self) -> bool:
        return bool(self.extent.values[self.extent.group.checkedId()])

    def printed(self, project: Project) -> Project:
        """The project with as much of the map as is chosen; the same object for the same project."""
        if not self.only_selected:
            return project
        if self._made is None or self._made[0] is not project:
            journey = find_map(project, self._map_id)
            self._made = project, excerpt(project, journey, part_of(journey, self._ids))
        return self._made[1]

    def said(self, project: Project, language: str) -> str:
        """What the page says of it."""
        if not self.only_selected:
            return ""
        return excerpt_line(find_map(project, self._map_id), find_map(self.printed(project), self._map_id), language)
