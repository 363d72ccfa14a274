"""The window of personas: their list at the left, the card of the chosen one at the right. It may stay open beside the
map; what is written in it is on the map at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.session import acts, persona_acts
from journey_editor.session.names import text_of
from journey_editor.session.session import Session
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.icons import dress, icon
from journey_editor.ui.words import label, plain_tip
from journey_editor.wording import tr

from .asking import may_delete
from .card import PersonaCard
from .portrait_button import round_picture

_LIST = 216
_ICON = 32
_SIZE = (1160, 740)
_KEY = Qt.ItemDataRole.UserRole
_LONGEST = 200  # characters of a name in the list


def open_personas(session: Session, window: QWidget, persona: str = "") -> PersonasWindow:
    """Show the window over its main window, with this persona; the one that is open already, if there is one."""
    found = window.findChild(PersonasWindow)
    if found is None or found.session is not session:
        found = PersonasWindow(session, window)
    found.choose(persona)
    found.show()
    found.raise_()
    found.activateWindow()
    return found


class PersonasWindow(QDialog):
    """See the module."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self.session = session
        self.setWindowTitle(tr("Personas"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.card = PersonaCard(session)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.card)
        self._stack.addWidget(self._nobody())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._stack, 1)
        for key, do in ((QKeySequence.StandardKey.Undo, session.undo), (QKeySequence.StandardKey.Redo, session.redo)):
            QShortcut(QKeySequence(key), self, do)
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, self.add)
        session.project_changed.connect(self._follow)
        session.map_changed.connect(self._follow)
        session.language_changed.connect(self._follow)
        FocusRing(self)
        fit_on_screen(self, *_SIZE)
        self._follow()

    def _left(self) -> QWidget:
        side = QFrame()
        side.setObjectName("start_side")
        side.setFixedWidth(_LIST)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        column.addWidget(label(tr("Personas"), "section"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Personas"))
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.installEventFilter(self)
        column.addWidget(self.list, 1)
        add = QPushButton()
        dress(add, tr("Add persona"), "plus")
        add.setAutoDefault(False)
        add.clicked.connect(self.add)
        column.addWidget(add)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.buttons: dict[str, QToolButton] = {}
        for key, sign, words, keys, do in (
            ("copy", "copy", tr("Duplicate"), "Ctrl+D", self.duplicate),
            ("up", "arrow-up", tr("Move up"), "Alt+Up", lambda: self.move_by(-1)),
            ("down", "arrow-down", tr("Move down"), "Alt+Down", lambda: self.move_by(1)),
            ("delete", "trash-2", tr("Delete"), QKeySequence(QKeySequence.StandardKey.Delete).toString(), self.delete),
        ):
            button = QToolButton()
            button.setIcon(icon(sign))
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(32, 28)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
            button.clicked.connect(lambda _checked=False, do=do: do())
            row.addWidget(button)
            self.buttons[key] = button
        row.addStretch(1)
        column.addLayout(row)
        return side

    def _nobody(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(12)
        head = label(tr("No personas yet"), "dialog-head")
        words = label(tr("A persona says whose journey it is: with a face, goals, needs and frustrations."))
        words.setWordWrap(True)
        words.setFixedWidth(400)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        first = QPushButton()
        dress(first, tr("Add the first persona"), "plus", "on_accent")
        first.setProperty("kind", "filled")
        first.setMinimumHeight(32)
        first.clicked.connect(self.add)
        column.addWidget(head, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(first, 0, Qt.AlignmentFlag.AlignHCenter)
        return page

    # What it shows

    @property
    def persona(self) -> str:
        """The chosen one, "" if there is none."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if self.list.currentRow() >= 0 else ""

    def choose(self, persona: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == persona:
                self.list.setCurrentRow(row)

    def _follow(self) -> None:
        """Show the personas as they are now."""
        personas, chosen, row = self.session.project.personas, self.persona, max(self.list.currentRow(), 0)
        keys = [persona.id for persona in personas]
        self.list.blockSignals(True)
        while self.list.count() > len(keys):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(keys):
            QListWidgetItem(self.list).setSizeHint(QSize(60, _ICON + 12))
        for n, persona in enumerate(personas):
            item = self.list.item(n)
            name = text_of(self.session, persona.id, "name")
            words = " ".join(name[:_LONGEST].split()) or tr("Unnamed persona")
            item.setData(_KEY, persona.id)
            item.setText(words)
            item.setToolTip(plain_tip(words))
            item.setIcon(self._icon(persona.portrait))
        self.list.setCurrentRow(keys.index(chosen) if chosen in keys else min(row, len(keys) - 1))
        self.list.blockSignals(False)
        self._chosen()

    def _icon(self, sha256: str) -> QIcon:
        picture: QPixmap = round_picture(self.session, sha256, _ICON, self.devicePixelRatioF())
        return icon("circle-user", "text_2") if picture.isNull() else QIcon(picture)

    def _chosen(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self._stack.setCurrentIndex(0 if row >= 0 else 1)
        for key, able in (("copy", row >= 0), ("up", row > 0), ("down", 0 <= row < count - 1), ("delete", row >= 0)):
            self.buttons[key].setEnabled(able)
        if row >= 0:
            self.card.show_persona(self.persona)

    # What is done with them

    def add(self) -> None:
        """A new persona on the map that is shown, to be named at once."""
        made = acts.add_persona_to_map(self.session)
        self.choose(made)
        self.card.edit("name")

    def duplicate(self) -> None:
        if self.persona:
            self.choose(persona_acts.duplicate(self.session, self.persona))
            self.card.edit("name")

    def move_by(self, by: int) -> None:
        if self.persona:
            persona_acts.move(self.session, self.persona, by)

    def delete(self) -> None:
        persona = self.persona
        if persona and may_delete(self, self.session, persona):
            persona_acts.delete(self.session, persona)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            key = event.key()
            if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.move_by(-1 if key == Qt.Key.Key_Up else 1)
                return True
            if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.delete()
                return True
            if key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.persona:
                self.card.edit("name")
                return True
            if event.matches(QKeySequence.StandardKey.New):
                self.add()
                return True
            if key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.duplicate()
                return True
        return super().eventFilter(watched, event)
