"""Language and colour of what is printed, and what becomes of the cards that the window's filter does not want."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from journey_editor.layout.filter_words import filter_words, filtered_line
from journey_editor.model.filtering import Lit, without_others
from journey_editor.model.languages import language_name
from journey_editor.model.project import Project
from journey_editor.model.queries import find_map
from journey_editor.session.session import Session
from journey_editor.ui.inspector.choice_fields import Option
from journey_editor.ui.print_studio.choices import Choices
from journey_editor.ui.print_studio.fields import Chooser, Rows, section
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn


class WordsForm(QWidget):
    """`changed` goes out when another language is chosen, `lacking_wanted` when its missing texts are to be shown."""

    changed = Signal()
    lacking_wanted = Signal()

    def __init__(self, session: Session, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        column = section(self, tr("Text and colour"))
        rows = self._rows = Rows(choices, self)
        listed = [Option(code, language_name(code)) for code in session.languages]
        self.language = Chooser(listed, self)
        self.language.choose(session.language)
        self.language.currentIndexChanged.connect(self.changed)
        self.language.setAccessibleName(tr("Language"))
        head = label(tr("Language"))
        head.setBuddy(self.language)
        rows.grid.addWidget(head, 0, 0)
        rows.grid.addWidget(self.language, 0, 1)
        inks = [Option(False, tr("colour")), Option(True, tr("grey"))]
        self.grey = rows.segments(tr("Colour"), "grey", inks)
        column.addLayout(rows.grid)
        self.lacking = label("", "caption")
        self.lacking.setWordWrap(True)
        self.show_lacking_button = QToolButton(self)
        self.show_lacking_button.setProperty("kind", "link")
        self.show_lacking_button.setText(tr("Show in the table"))
        self.show_lacking_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_lacking_button.clicked.connect(self.lacking_wanted)
        column.addWidget(self.lacking)
        column.addWidget(self.show_lacking_button)
        self.say_lacking(0)

    def chosen(self) -> str:
        """The language to print in."""
        return str(self.language.currentData())

    def say_lacking(self, count: int) -> None:
        """How many texts of the map have no words in the language."""
        self.lacking.setText(
            trn(
                "{n} text has no words in {language} and prints in another language.",
                "{n} texts have no words in {language} and print in another language.",
                count,
                language=language_name(self.chosen()),
            )
            if count
            else ""
        )
        self.lacking.setVisible(count > 0)
        self.show_lacking_button.setVisible(count > 0)


class FilterForm(QWidget):
    """Is there only where the window filters."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        column = section(self, tr("Filter"))
        asked = label(filter_words(session.project, session.language, session.filtering.wanted))
        asked.setWordWrap(True)
        column.addWidget(asked)
        ways = [
            Option("pale", tr("pale")),
            Option("leave-out", tr("left out")),
            Option("full", tr("like all others")),
        ]
        self.rest = Chooser(ways, self)
        self.rest.setAccessibleName(tr("Other cards"))
        self.rest.currentIndexChanged.connect(self.changed)
        head = label(tr("Other cards"))
        head.setBuddy(self.rest)
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, 104)
        grid.setColumnStretch(1, 1)
        grid.addWidget(head, 0, 0)
        grid.addWidget(self.rest, 0, 1)
        column.addLayout(grid)
        self.setVisible(session.filtering.wanted.asks)

    def filtered(self, project: Project, language: str) -> tuple[Project, Lit | None, str]:
        """Of a project what is to be printed, what stands out of it, as the choice about the other cards says, and in
        words."""
        session, rest = self._session, self.rest.currentData()
        shown = session.filtering.lit(project, session.map_id)
        if shown is None or rest == "full":
            return project, None, ""
        wanted, left_out = session.filtering.wanted, rest == "leave-out"
        said = filtered_line(project, find_map(project, session.map_id), language, wanted, left_out=left_out)
        if left_out:
            return without_others(project, session.map_id, shown), None, said
        return project, shown, said
