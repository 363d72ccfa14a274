"""A field for any language: by its name in the window's language or its own, or by its tag."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from journey_editor.model.languages import as_tag, known_languages, language_name, own_name
from journey_editor.wording import tr


class LanguageField(QComboBox):
    """Lists the languages that have a name, sorted by it; any other is typed as a tag."""

    changed = Signal()
    entered = Signal()  # Enter

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumHeight(32)
        self.setAccessibleName(tr("Language"))
        line = self.lineEdit()
        assert line is not None  # it is editable
        line.setPlaceholderText(tr("Language or tag"))
        line.setAccessibleName(tr("Language"))
        line.returnPressed.connect(self.entered)
        for code in sorted(known_languages(), key=lambda code: language_name(code).casefold()):
            name, own = language_name(code), own_name(code)
            self.addItem(name if own in ("", name) else f"{name} – {own}", code)
        self.setCurrentIndex(-1)
        found = QCompleter(self.model(), self)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(found)
        self.editTextChanged.connect(self._changed)

    def _changed(self) -> None:
        self.changed.emit()

    def tag(self) -> str:
        """What is chosen or typed, as a tag; the beginning of one name will do. "" for nothing."""
        words = self.currentText()
        at = self.findText(words, Qt.MatchFlag.MatchFixedString)
        if at >= 0:
            return str(self.itemData(at))
        meant = as_tag(words)
        if meant in known_languages() or not words.strip():
            return meant
        begun = words.strip().casefold()
        found = [n for n in range(self.count()) if self.itemText(n).casefold().startswith(begun)]
        return str(self.itemData(found[0])) if len(found) == 1 else meant

    def empty(self) -> None:
        """Leave the field empty; the list stays."""
        self.setCurrentIndex(-1)
        self.clearEditText()
