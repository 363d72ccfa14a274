"""The texts as rows of a table view: where each stands, its field, and its words in every language.

Rows that were shown stay until the filter is set anew, so that a text does not vanish under the hand that fills it in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from journey_editor.edit.change import EditError
from journey_editor.edit.text_tables import stored
from journey_editor.edit.translations import Saying
from journey_editor.model.languages import language_name
from journey_editor.model.project import Project
from journey_editor.model.translating import Entry, is_missing, missing, said
from journey_editor.session import languages
from journey_editor.session.session import Session
from journey_editor.session.text_places import Places
from journey_editor.ui.finding.field_names import field_name
from journey_editor.ui.translating.filter import Wanted
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

Index = QModelIndex | QPersistentModelIndex

#: Columns before those of the languages: where, and which field.
PLACES = 2
#: The role that says whether words are missing in a cell.
MISSING = Qt.ItemDataRole.UserRole + 1
_ENTRY = re.compile(r"\w+\.\d+")  # "tags.0", "goals.1"
_LONGEST = 600  # characters of a text that are shown; all of it when it is edited


class TextRows(QAbstractTableModel):
    """Follows the session's project when it is told to. All that is entered is one step each."""

    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._places = Places(session)
        self.wanted = Wanted()
        self.entries: list[Entry] = []
        self.languages: tuple[str, ...] = ()
        self._project: Project | None = None
        self._counts: dict[str, tuple[int, int]] = {}
        self._writing = False

    # What is shown

    def follow(self) -> None:
        """Show the project as it is now."""
        self._take(keep=True)

    def filter(self, wanted: Wanted) -> None:
        """Show the texts that match, and no others."""
        self.wanted = wanted
        self._take(keep=False)

    def _take(self, *, keep: bool) -> None:
        project, tongues = self._session.project, self._session.languages
        every = self._session.texts.entries(project)
        matching = self.wanted.found(project, tongues, every)
        if keep and self.wanted != Wanted():
            shown = {entry.key for entry in self.entries} | {entry.key for entry in matching}
            matching = [entry for entry in every if entry.key in shown]
        same = tongues == self.languages and [e.key for e in matching] == [e.key for e in self.entries]
        if not same:
            self.beginResetModel()
        self._project, self.languages, self.entries = project, tongues, matching
        self._counts = {code: (len(every) - len(missing(project, code, every)), len(every)) for code in tongues}
        if not same:
            self.endResetModel()
        elif self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(matching) - 1, self.columnCount() - 1))
        if same:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, PLACES, self.columnCount() - 1)

    def language(self, column: int) -> str:
        """The language of a column; "" for those that say where a text stands."""
        return self.languages[column - PLACES] if column >= PLACES else ""

    def column_of(self, language: str) -> int:
        """The column of a language, or the first one of any."""
        return PLACES + (self.languages.index(language) if language in self.languages else 0)

    def working_column(self) -> int:
        """The column to be filled: of the language that is shown; of the second one while that is the first."""
        shown = self._session.language
        if shown == self._session.project.language and len(self.languages) > 1:
            shown = self.languages[1]
        return self.column_of(shown)

    def row_of(self, thing: str) -> int:
        """The first row of a thing's texts; -1 if there is none."""
        return next((n for n, entry in enumerate(self.entries) if entry.thing == thing), -1)

    def done(self, language: str) -> tuple[int, int]:
        """How many of the project's texts need nothing more in a language, and how many there are."""
        return self._counts.get(language, (0, 0))

    def lacks(self, row: int, column: int) -> bool:
        """Whether words are missing in a cell."""
        assert self._project is not None
        return column >= PLACES and is_missing(self._project, self.language(column), self.entries[row])

    def next_missing(self, row: int, column: int) -> int:
        """The next row below with words missing in a column, or from the top again; -1 if none are."""
        count = len(self.entries)
        return next((n % count for n in range(row + 1, row + 1 + count) if self.lacks(n % count, column)), -1)

    def place(self, entry: Entry) -> tuple[str, str]:
        """Where a text stands and what its field is called."""
        return self._places.where(entry), _field(entry)

    # As Qt asks for it

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else PLACES + len(self.languages)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= PLACES else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._project is None or index.row() >= len(self.entries):
            return None
        row, column = index.row(), index.column()
        entry = self.entries[row]
        if role == Qt.ItemDataRole.DisplayRole:
            text = self.text(row, column)
            return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        if role == Qt.ItemDataRole.EditRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == 0:
            return plain_tip(self.text(row, column))
        if role == MISSING:
            return self.lacks(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column < PLACES:
                return self.text(row, column)
            where, field = self.place(entry)
            words = self.text(row, column) or (tr("missing") if self.lacks(row, column) else tr("empty"))
            return f"{language_name(self.language(column))}: {words}; {where}, {field}"
        return None

    def text(self, row: int, column: int) -> str:
        """The whole text of a cell."""
        assert self._project is not None
        entry = self.entries[row]
        if column < PLACES:
            return self.place(entry)[column]
        return said(self._project, self.language(column), entry)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if section < PLACES or section >= self.columnCount():
            return (tr("Where"), tr("Field"))[section % 2] if role == Qt.ItemDataRole.DisplayRole else None
        code = self.language(section)
        name, (done, total) = language_name(code), self.done(code)
        if role == Qt.ItemDataRole.DisplayRole:
            said_first = tr("{language} (first)", language=name) if section == PLACES else name
            return f"{said_first}   {tr('{done} of {total}', done=done, total=total)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("{language}: {n} missing", language=name, n=total - done)
        return None

    # Entering

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() < PLACES:
            return False
        entry, text = self.entries[index.row()], stored(str(value))
        if text == self.text(index.row(), index.column()):
            return False
        return self.write([Saying(self.language(index.column()), entry.thing, entry.field, text)])

    def write(self, sayings: Sequence[Saying]) -> bool:
        """Write texts as one step. False if that was refused; then `refused` says why."""
        first = self._session.project.language
        if any(s.language == first and not s.text and _ENTRY.fullmatch(s.field) for s in sayings):
            self.refused.emit(tr("An entry of a list is taken away in the properties, in all languages at once."))
            return False
        try:
            languages.write(self._session, sayings)
        except EditError as refusal:
            self.refused.emit(str(refusal))
            return False
        self.follow()
        return True


def _field(entry: Entry) -> str:
    """The name of the field, with the number of the entry where it is one of a list."""
    name = field_name(entry.field)
    number = next((int(part) + 1 for part in entry.field.split(".") if part.isdecimal()), 0)
    return f"{name} {number}" if number else name
