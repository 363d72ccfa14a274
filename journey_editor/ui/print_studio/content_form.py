"""What is printed beside the map, and whether the map is one to write on."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from journey_editor.ui.inspector.choice_fields import Option
from journey_editor.ui.print_studio.choices import Choices
from journey_editor.ui.print_studio.fields import Rows, check_box, section
from journey_editor.wording import tr


class ContentForm(QWidget):
    """`checks` are the switches by the field of the setup."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        column = section(self, tr("Contents"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.checks: dict[str, QCheckBox] = {}
        for n, (field, text, tip) in enumerate(_switches()):
            box = check_box(choices, field, text, self)
            box.setToolTip(tip)
            self.checks[field] = box
            grid.addWidget(box, n // 2, n % 2)
        column.addLayout(grid)
        rows = self._rows = Rows(choices, self)
        kinds = [
            Option("", tr("no worksheet")),
            Option("map", tr("of the whole map")),
            Option("phases", tr("a sheet for each phase")),
        ]
        self.worksheet = rows.chooser(tr("Worksheet"), "worksheet", kinds)
        column.addLayout(rows.grid)
        self.cards = check_box(choices, "worksheet_cards", tr("with the touchpoints there are"), self)
        column.addWidget(self.cards)
        choices.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        setup = self._choices.setup
        self.cards.setVisible(bool(setup.worksheet))
        for field in ("map_pages", "title_block", "persona_block", "legend"):
            self.checks[field].setEnabled(not setup.worksheet)  # which stands in the place of all that
        self.checks["persona_block"].setEnabled(setup.title_block and not setup.worksheet)
        self.checks["legend"].setEnabled(setup.map_pages and not setup.worksheet)


def _switches() -> tuple[tuple[str, str, str], ...]:
    """Field of the setup, name, and what it is, in two columns."""
    return (
        ("map_pages", tr("Map"), tr("The pages with the map itself")),
        ("title_block", tr("Title block"), tr("Title, goal, author and date above the map")),
        ("persona_block", tr("Personas"), tr("The personas of the map beside its title")),
        ("legend", tr("Legend"), tr("The signs that are used, under the map")),
        ("page_number", tr("Page numbers"), tr("At the foot of each page")),
        ("persona_pages", tr("Persona pages"), tr("A page about each persona")),
        ("appendix", tr("Appendix"), tr("All texts as an appendix")),
        ("findings", tr("Findings"), tr("A list of pain points and opportunities")),
        ("sources", tr("Sources"), tr("A list of the sources of numbers and claims")),
    )
