"""A dialog with states of a project to choose from: a list at the left, what is in the chosen one at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.ui.dialogs.headed import headed
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.words import label

#: Of a preview; nobody reads more.
MOST_LINES = 500
PICTURE = QSize(440, 170)


class StateDialog(QDialog):
    """Subclasses fill it, show what is chosen, and say what the buttons do."""

    def __init__(self, title: str, head: str, preview: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.resize(760, 560)
        column = headed(self, head, 16)
        self.about = label("", "quiet")
        self.about.setWordWrap(True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.about)
        both = QHBoxLayout()
        both.setSpacing(16)
        self.list = QListWidget(self)
        self.list.setAccessibleName(head)
        self.list.setFixedWidth(230)
        both.addWidget(self.list)
        inside = QVBoxLayout()
        inside.setSpacing(12)
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.hide()
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(preview)
        inside.addWidget(self.picture)
        inside.addWidget(self.preview, 1)
        both.addLayout(inside, 1)
        column.addLayout(both, 1)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        column.addLayout(self.row)
        self.list.currentRowChanged.connect(self.show_chosen)
        FocusRing(self)

    def add_buttons(self, left: str, close: str, go: str) -> tuple[QPushButton, QPushButton, QPushButton]:
        """What is done rarely, at the left; what leaves everything as it is; and what the dialog is for."""
        made = QPushButton(left, self), QPushButton(close, self), QPushButton(go, self)
        for button in made:
            button.setMinimumHeight(32)
            button.setAutoDefault(button is made[2])
        made[2].setProperty("kind", "filled")
        made[2].setDefault(True)
        self.row.addWidget(made[0])
        self.row.addStretch(1)
        self.row.addWidget(made[1])
        self.row.addWidget(made[2])
        made[1].clicked.connect(self.reject)
        return made

    def fill(self, lines: Sequence[tuple[str, str]], at: int = 0) -> None:
        """List these, each in two lines, and choose one."""
        self.list.blockSignals(True)
        self.list.clear()
        for first, second in lines:
            item = QListWidgetItem(f"{first}\n{second}")
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().height() + 12))
            self.list.addItem(item)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show what the list stands on, which may be nothing."""
        raise NotImplementedError

    def show_picture(self, image: QImage | None) -> None:
        """A picture above the words."""
        self.picture.setVisible(image is not None)
        if image is not None:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(QPixmap.fromImage(image))
