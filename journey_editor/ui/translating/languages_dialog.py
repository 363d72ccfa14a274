"""The languages of a project: which there are and how complete; adding, correcting, changing the first, removing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.edit.change import EditError
from journey_editor.model.languages import language_name, own_name
from journey_editor.model.translating import missing, said
from journey_editor.session import languages
from journey_editor.session.session import Session
from journey_editor.ui.dialogs.foot import Foot
from journey_editor.ui.dialogs.headed import headed
from journey_editor.ui.dialogs.messages import Answer, Message, confirm, say
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.translating.language_field import LanguageField
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

_ROW = 48


class LanguagesDialog(QDialog):
    """What is done here is done at once, each as one step that can be undone."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Languages of the project"))
        self._session = session
        column = headed(self, tr("Languages of the project"))
        words = label(
            tr("Every text can have words of its own in each language. Nothing is translated or changed by itself.")
        )
        words.setWordWrap(True)
        column.addWidget(words)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Languages of the project"))
        self.list.currentRowChanged.connect(self._enable)
        middle.addWidget(self.list, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        self.show_it = self._button(tr("Show this language"), self._show)
        self.first = self._button(tr("Make it the first language"), self._make_first)
        self.correct = self._button(tr("Correct the language ..."), self._correct)
        self.remove = self._button(tr("Remove ..."), self._remove)
        for button in (self.show_it, self.first, self.correct, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        middle.addLayout(buttons)
        column.addLayout(middle, 1)
        column.addWidget(label(tr("Add a language"), "section"))
        adding = QHBoxLayout()
        adding.setSpacing(8)
        self.field = LanguageField(self)
        self.field.changed.connect(self._enable)
        self.add = self._button(tr("Add"), self._add)
        self.field.entered.connect(self.add.click)
        adding.addWidget(self.field, 1)
        adding.addWidget(self.add)
        column.addLayout(adding)
        self.meant = label("", "caption")
        self.meant.setWordWrap(True)
        column.addWidget(self.meant)
        column.addWidget(self._foot())
        fit_on_screen(self, 640, 520)
        FocusRing(self)
        self._fill(session.language)
        self.list.setFocus()

    def _button(self, text: str, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setMinimumHeight(32)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _foot(self) -> QWidget:
        foot = QFrame(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        close = self._button(tr("Close"), self.accept)
        row.addWidget(close)
        return foot

    # The list

    def _fill(self, current: str) -> None:
        session = self._session
        project = session.project
        entries = session.texts.entries(project)
        self.list.clear()
        for code in session.languages:
            lacking, name = len(missing(project, code, entries)), language_name(code)
            own = own_name(code)
            title = name if own in ("", name) else f"{name} – {own}"
            facts = [code]
            if code == project.language:
                facts.append(tr("first language"))
            if lacking:
                facts.append(trn("{n} text missing", "{n} texts missing", lacking))
            elif entries:
                facts.append(tr("complete"))
            if code == session.language:
                facts.append(tr("on show"))
            item = QListWidgetItem(f"{title}\n{'  ·  '.join(facts)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setSizeHint(QSize(0, _ROW))
            if code == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._enable()

    def current(self) -> str:
        """The language whose row is current."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""

    def _enable(self) -> None:
        code, session = self.current(), self._session
        is_first = code == session.project.language
        self.show_it.setEnabled(bool(code) and code != session.language)
        self.first.setEnabled(bool(code) and not is_first)
        self.correct.setEnabled(bool(code))
        self.remove.setEnabled(bool(code) and not is_first)
        self.remove.setToolTip(
            tr("The first language stays; make another one the first to remove this one.") if is_first else ""
        )
        tag = self.field.tag()
        self.add.setEnabled(bool(tag) and tag not in session.languages)
        if tag in session.languages:
            self.meant.setText(tr("{language} is there already.", language=language_name(tag)))
        elif tag:
            self.meant.setText(tr("Adds {language} ({tag}).", language=language_name(tag), tag=tag))
        else:
            self.meant.setText(tr("A name such as “French”, or a language tag such as fr, pt-BR or ar."))

    # What the buttons do

    def _try(self, act: object, *args: str) -> None:
        try:
            act(self._session, *args)  # type: ignore[operator]  # one of session.languages
        except EditError as refusal:
            say(self, tr("That cannot be done"), str(refusal))

    def _show(self) -> None:
        self._session.set_language(self.current())
        self._fill(self.current())

    def _add(self) -> None:
        code = self.field.tag()
        self._try(languages.add, code)
        self.field.empty()
        self._fill(code)
        self.list.setFocus()

    def _make_first(self) -> None:
        session, code = self._session, self.current()
        entries = session.texts.entries(session.project)
        lacking = len(missing(session.project, code, entries))
        name, before = language_name(code), language_name(session.project.language)
        if lacking and not self._ask_first(name, before, lacking):
            return
        self._try(languages.make_first, code)
        self._fill(code)

    def _ask_first(self, name: str, before: str, lacking: int) -> bool:
        text = trn(
            "{n} text has no words in {name} yet. There the words in {before} stay, until somebody writes others.",
            "{n} texts have no words in {name} yet. There the words in {before} stay, until somebody writes others.",
            lacking,
            name=name,
            before=before,
        )
        message = Message(
            self,
            tr("Make {name} the first language?", name=name),
            text,
            [Answer("cancel", tr("Cancel")), Answer("go", tr("Make it the first"), default=True, kind="filled")],
            icon_name="languages",
        )
        message.exec()
        return message.answer == "go"

    def _correct(self) -> None:
        code = self.current()
        dialog = CorrectLanguage(code, self)
        if dialog.exec() and dialog.field.tag() not in ("", code):
            self._try(languages.rename, code, dialog.field.tag())
            self._fill(dialog.field.tag())

    def _remove(self) -> None:
        session, code = self._session, self.current()
        project = session.project
        count = sum(bool(said(project, code, entry)) for entry in session.texts.entries(project))
        name = language_name(code)
        text = trn(
            "{n} text in {name} is removed from all maps. Undo brings it back.",
            "{n} texts in {name} are removed from all maps. Undo brings them back.",
            count,
            name=name,
        )
        if not count or confirm(self, tr("Remove {name}?", name=name), text, tr("Remove")):
            self._try(languages.remove, code)
            self._fill(project.language)


class CorrectLanguage(QDialog):
    """Asks in which language the words really are."""

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Correct the language"))
        head = tr("In which language are these words: {name}?", name=language_name(code))
        column = headed(self, head, 8)
        column.addWidget(
            label(tr("The words stay as they are; only what their language is called changes."), "caption")
        )
        self.field = LanguageField(self)
        self.field.setMinimumWidth(360)
        column.addWidget(self.field)
        foot = Foot(self, tr("Correct"))
        self.take = foot.take
        self.take.setEnabled(False)
        self.field.changed.connect(self._enable)
        column.addSpacing(8)
        column.addLayout(foot)
        FocusRing(self)

    def _enable(self) -> None:
        self.take.setEnabled(bool(self.field.tag()))
