"""What the program is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_editor import __version__
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
