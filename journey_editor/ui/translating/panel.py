"""The panel of translations: what to show and how far each language is, above the table of all texts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from journey_editor.canvas.accessible import announce
from journey_editor.edit.text_tables import Brought, as_block, by_ids, has_ids, head_of, rows_of
from journey_editor.model.languages import language_name
from journey_editor.model.queries import text_in
from journey_editor.session.session import Session
from journey_editor.storage import tsv
from journey_editor.ui.icons import dress, icon, sign_button
from journey_editor.ui.search_field import search_field
from journey_editor.ui.translating.filter import ANY, Wanted, kind_groups
from journey_editor.ui.translating.model import PLACES, TextRows
from journey_editor.ui.translating.paste_dialog import PasteTexts
from journey_editor.ui.translating.table import TextTable
from journey_editor.ui.words import ShortLabel
from journey_editor.wording import tr, trn

_WAIT_MS = 150  # after an edit elsewhere or a letter of the search, before the rows are looked through


class TranslationPanel(QWidget):
    """Follows the session while it is seen."""

    jump_wanted = Signal(str, str)  # map ("" for none), thing
    languages_wanted = Signal()
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("translations")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Translations"))
        self._session = session
        self.rows = TextRows(session, self)
        self.table = TextTable(self.rows, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.table, 1)
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self.follow)
        self._typed = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._typed.timeout.connect(self._filter)
        session.project_changed.connect(self._wait)
        session.language_changed.connect(self._wait)
        self.rows.refused.connect(self._refuse)
        table = self.table
        table.copy_wanted.connect(self.copy)
        table.paste_wanted.connect(self.paste)
        table.jump_wanted.connect(self.jump)
        table.left.connect(self.left)
        table.customContextMenuRequested.connect(self._open_menu)

    # The bar

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self.words = search_field(tr("Search in all texts"), 30, self)
        self.words.setMinimumWidth(150)
        self.words.setMaximumWidth(260)
        self.words.textChanged.connect(self._wait_for_words)
        row.addWidget(self.words, 2)
        self.lacking = self._choice(tr("Which texts"))
        self.maps = self._choice(tr("Of which map"))
        self.kinds = self._choice(tr("Of which things"))
        for choice in (self.lacking, self.maps, self.kinds):
            row.addWidget(choice)
        self.count = ShortLabel("", self)
        row.addWidget(self.count, 3)
        self.next_button = QPushButton(self)
        dress(self.next_button, tr("Next missing"), "chevron-down")
        self.next_button.setToolTip(tr("The next text without words in this language (Ctrl+Enter)"))
        self.next_button.clicked.connect(self.next_missing)
        row.addWidget(self.next_button)
        self.copy_button = QPushButton(self)
        dress(self.copy_button, tr("Copy for a spreadsheet"), "copy")
        self.copy_button.setToolTip(
            tr("All texts that are listed, with a head. What was translated is pasted back here.")
        )
        self.copy_button.clicked.connect(self.copy_all)
        row.addWidget(self.copy_button)
        more = sign_button("ellipsis", tr("More commands for texts"), self)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(more)
        for action in self._commands():
            self.menu.addAction(action)
        more.setMenu(self.menu)
        row.addWidget(more)
        return row

    def _choice(self, name: str) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.setMaximumWidth(220)
        made.activated.connect(self._filter)
        return made

    def _commands(self) -> tuple[QAction, ...]:
        """What can be done with what is marked; the keys are told of here and taken by the table."""
        made = []
        for text, key, name, run in (
            (tr("Go to it on the map"), "Ctrl+G", "crosshair", self.jump),
            (tr("The same as in the first language"), "Ctrl+R", "equal-approximately", self.table.same_as_first),
            (tr("Empty"), "Del", "", self.table.clear_marked),
            (tr("Copy"), "Ctrl+C", "copy", self.copy),
            (tr("Copy all that is listed, for a spreadsheet"), "", "table-2", self.copy_all),
            (tr("Paste"), "Ctrl+V", "clipboard-paste", self.paste),
            (tr("Languages of the project ..."), "", "languages", self.languages_wanted.emit),
        ):
            native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            action = QAction(f"{text}\t{native}" if native else text, self)
            if name:
                action.setIcon(icon(name))
            action.triggered.connect(lambda _checked=False, run=run: run())
            made.append(action)
        return tuple(made)

    def _fill_choices(self) -> None:
        project, wanted = self._session.project, self.rows.wanted
        lacking = {"": tr("All texts")}
        if len(self._session.languages) > 1:
            lacking[ANY] = tr("Missing somewhere")
        for code in self._session.languages if len(self._session.languages) > 1 else ():
            done, total = self.rows.done(code)
            name = language_name(code)
            lacking[code] = tr("Missing in {language} ({n})", language=name, n=total - done)
        maps = {"": tr("All maps")}
        for journey in project.maps:
            title = text_in(project, self._session.language, journey.id, "title", journey.title)
            maps[journey.id] = title or tr("Untitled map")
        for choice, options, present in (
            (self.lacking, lacking, wanted.missing),
            (self.maps, maps, wanted.map_id),
            (self.kinds, {"": tr("All things"), **kind_groups()}, wanted.kinds),
        ):
            listed = {str(choice.itemData(n)): choice.itemText(n) for n in range(choice.count())}
            if listed != options:
                choice.clear()
                for key, text in options.items():
                    choice.addItem(text, key)
            choice.setCurrentIndex(max(0, choice.findData(present)))
        self.maps.setVisible(len(project.maps) > 1)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def _wait(self) -> None:
        if self.isVisible():
            self._later.start()

    def follow(self) -> None:
        """Show the texts as they are now."""
        self._later.stop()
        self.rows.follow()
        self._say()

    def _wait_for_words(self) -> None:
        self._typed.start()

    def _filter(self) -> None:
        self._typed.stop()
        self.show_only(
            Wanted(
                str(self.lacking.currentData() or ""),
                str(self.maps.currentData() or ""),
                str(self.kinds.currentData() or ""),
                self.words.text(),
            )
        )

    def show_only(self, wanted: Wanted) -> None:
        """Show the texts that match."""
        self.rows.filter(wanted)
        self._say()

    def _say(self) -> None:
        """How many of how many, and what there is to be done."""
        self._fill_choices()
        shown, total = len(self.rows.entries), len(self._session.texts.entries(self._session.project))
        said = trn("{n} text", "{n} texts", total) if shown == total else tr("{n} of {total}", n=shown, total=total)
        parts = [said]
        for code in self.rows.languages if len(self.rows.languages) > 1 else ():
            done, every = self.rows.done(code)
            name = language_name(code)
            missing = tr("{language}: {n} missing", language=name, n=every - done)
            parts.append(missing if done < every else tr("{language}: complete", language=name))
        if len(self.rows.languages) == 1:
            parts.append(tr("Add a language to translate the texts."))
        self.count.say("  ·  ".join(parts))
        self.next_button.setEnabled(any(done < every for done, every in map(self.rows.done, self.rows.languages)))
        self.copy_button.setEnabled(bool(shown))

    def show_thing(self, thing: str) -> None:
        """Stand on the first text of a thing, if it is listed."""
        row = self.rows.row_of(thing)
        if row >= 0:
            self.table.go(row, self.rows.working_column(), jump=True)

    def _refuse(self, sentence: str) -> None:
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self.count.say(sentence)
        announce(self.table, sentence)

    # What is done

    def next_missing(self) -> None:
        """Go to the next text that lacks words."""
        if not self.table.next_missing():
            self._tell(tr("No text is missing in this language."))

    def jump(self) -> None:
        """Show the thing of the current row on its map."""
        row, _ = self.table.here()
        if 0 <= row < len(self.rows.entries):
            entry = self.rows.entries[row]
            self.jump_wanted.emit(entry.map_id, entry.thing)

    def copy(self) -> None:
        """The marked cells, as a table for other programs."""
        down, across = self.table.marked()
        if down and down.start >= 0:
            cells = [[self.rows.text(row, column) for column in across] for row in down]
            QGuiApplication.clipboard().setText(tsv.written(cells))

    def copy_all(self) -> None:
        """All rows that are listed, with their IDs and a head, to be translated elsewhere and pasted back."""
        tongues = self.rows.languages
        head = head_of(tongues, tr("Where"), tr("Field"))
        body = rows_of(self._session.project, self.rows.entries, tongues, self.rows.place)
        QGuiApplication.clipboard().setText(tsv.written((head, *body)))
        count = len(body)
        self._tell(
            trn(
                "{n} text copied. Paste it into a spreadsheet, and what comes back from there here.",
                "{n} texts copied. Paste them into a spreadsheet, and what comes back from there here.",
                count,
            )
        )

    def paste(self) -> None:
        """What a spreadsheet brings; where it does not simply fit, it is shown first what would change."""
        text = QGuiApplication.clipboard().text()
        if not text:
            return
        rows = tsv.read(text)
        session, project = self._session, self._session.project
        if has_ids(rows):
            brought = by_ids(project, session.texts.entries(project), self.rows.languages, rows)
            simple = False
        else:
            down, across = self.table.marked()
            if not down or down.start < 0:
                return
            skipped = max(0, PLACES - across.start)  # places are not pasted over
            kept = tuple(cells[skipped:] or ("",) for cells in rows) if len(rows[0]) > skipped else rows
            at = max(across.start, PLACES) - PLACES
            marked = (len(down), max(1, across.stop - max(across.start, PLACES)))
            brought = as_block(project, self.rows.entries, self.rows.languages, kept, down.start, at, marked)
            simple = brought.fits
        self._take(brought, ask=not simple)

    def _take(self, brought: Brought, *, ask: bool) -> None:
        changes = brought.changes
        if not changes and not ask:
            self._tell(tr("Nothing of it is new."))
            return
        if ask:
            dialog = PasteTexts(self._session, brought, self.window())
            if not dialog.exec():
                return
            changes = dialog.wanted
        if self.rows.write([change.saying for change in changes]):
            self._tell(trn("{n} text pasted.", "{n} texts pasted.", len(changes)))

    def _open_menu(self, where: QPoint) -> None:
        self.menu.exec(self.table.viewport().mapToGlobal(where))
