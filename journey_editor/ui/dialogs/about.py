"""What the program is, and which keys it knows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journey_editor import __version__
from journey_editor.ui.actions import Actions, menus, plain
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.icons import app_icon
from journey_editor.ui.settings import log_file
from journey_editor.ui.words import label
from journey_editor.wording import tr

_WIDTH = 480


def _close_row(dialog: QDialog) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    close = QPushButton(tr("Close"), dialog)
    close.setMinimumHeight(32)
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    row.addWidget(close)
    FocusRing(dialog)
    return row


def show_about(parent: QWidget) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("About Journey Editor"))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(8)
    top = QHBoxLayout()
    top.setSpacing(16)
    mark = label("", "mark")
    mark.setPixmap(app_icon().pixmap(QSize(48, 48), dialog.devicePixelRatio()))
    top.addWidget(mark)
    words = QVBoxLayout()
    words.addWidget(label(tr("Journey Editor"), "dialog-head"))
    words.addWidget(label(tr("Version {version}", version=__version__), "quiet"))
    top.addLayout(words, 1)
    column.addLayout(top)
    for text in (
        tr("Draws customer journeys and prints what it shows. Works without a network; your files stay with you."),
        tr("MIT licence. Type: Noto (SIL Open Font License). Icons: Lucide (ISC). Made with Qt, HarfBuzz, ReportLab."),
        tr("Errors are written to {file}", file=log_file()),
    ):
        line = label(text)
        line.setWordWrap(True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(line)
    column.addSpacing(8)
    column.addLayout(_close_row(dialog))
    dialog.setFixedSize(_WIDTH, column.heightForWidth(_WIDTH))
    dialog.exec()


def shortcut_rows(actions: Actions) -> list[tuple[str, str, str]]:
    """Menu, command and key of every command that has a key, and the keys of the map itself."""
    titles = menus()
    rows = [
        (plain(titles[command.menu]), plain(command.text), keys)
        for command in actions
        if (keys := actions[command.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText))
    ]
    on_map = tr("On the map")
    return [
        *rows,
        (on_map, tr("Go to the next card or cell"), tr("Arrow keys")),
        (on_map, tr("Edit the words in place"), tr("Enter")),
        (on_map, tr("Drop nothing, close the editor"), tr("Escape")),
        (tr("Outline"), tr("Open all below a row"), "*"),
    ]


def show_shortcuts(parent: QWidget, actions: Actions) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("Keyboard shortcuts"))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(16)
    column.addWidget(label(tr("Keyboard shortcuts"), "dialog-head"))
    rows = shortcut_rows(actions)
    table = QTableWidget(len(rows), 3, dialog)
    table.setAccessibleName(tr("Keyboard shortcuts"))
    table.setHorizontalHeaderLabels([tr("Where"), tr("Command"), tr("Keys")])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    for n, row in enumerate(rows):
        for column_number, text in enumerate(row):
            table.setItem(n, column_number, QTableWidgetItem(text))
    table.resizeColumnToContents(0)
    table.setColumnWidth(2, 150)
    column.addWidget(table)
    column.addLayout(_close_row(dialog))
    dialog.resize(620, 640)
    dialog.exec()
