"""The page that the program opens with: recent files at the left, templates at the right.

It is the first thing painted, so it knows neither the model nor the layout; the pictures of the templates are handed
to it when they are drawn.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.ui.icons import dress
from journey_editor.ui.recent_list import RecentList
from journey_editor.ui.settings import Recent
from journey_editor.ui.start_offers import StartOffers
from journey_editor.ui.template_cards import TemplateFace
from journey_editor.ui.template_gallery import TemplateGallery
from journey_editor.ui.words import label
from journey_editor.wording import tr

_SIDE = 432
_SIDE_NARROW = 300


class StartPage(QWidget):
    """What to open. It only says what is wanted; the window does it."""

    new_wanted = Signal()
    open_wanted = Signal()
    template_wanted = Signal(str)
    recent_wanted = Signal(object)  # Path
    recent_forgotten = Signal(object)  # Path
    shortcuts_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, recent: tuple[Recent, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._main(), 1)
        self.show_recent(recent)

    def _side(self) -> QWidget:
        side = QFrame(self)
        side.setObjectName("start_side")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(48, 40, 24, 24)
        column.setSpacing(0)
        column.addWidget(label(tr("Journey Editor"), "product"))
        claim = label(tr("Draw, check and print customer journeys"), "quiet")
        claim.setWordWrap(True)
        column.addWidget(claim)
        column.addSpacing(24)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        new = QPushButton(side)
        dress(new, tr("New journey map"), "plus", "on_accent")
        new.setProperty("kind", "filled")
        new.clicked.connect(self.new_wanted)
        open_file = QPushButton(side)
        dress(open_file, tr("Open ..."), "folder-open")
        open_file.clicked.connect(self.open_wanted)
        for button in (new, open_file):
            button.setMinimumHeight(32)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(36)
        self._recent_head = label(tr("Recent files"), "head")
        column.addWidget(self._recent_head)
        column.addSpacing(8)
        self._recent = RecentList(side)
        self._recent.wanted.connect(self.recent_wanted)
        self._recent.forgotten.connect(self.recent_forgotten)
        self._no_recent = label(tr("Maps that you open or save are listed here."), "quiet")
        self._no_recent.setWordWrap(True)
        column.addWidget(self._no_recent)
        column.addWidget(self._recent, 1)
        column.addStretch(0)
        links = QHBoxLayout()
        links.setSpacing(8)
        for name, text, wanted in (
            ("keyboard", tr("Keyboard shortcuts"), self.shortcuts_wanted),
            ("info", tr("About"), self.about_wanted),
        ):
            link = QToolButton(side)
            link.setProperty("kind", "link")
            dress(link, text, name, "accent")
            link.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            link.clicked.connect(wanted)
            links.addWidget(link)
        links.addStretch(1)
        column.addSpacing(16)
        column.addLayout(links)
        self._side_frame = side
        self._side_rows: tuple[QBoxLayout, ...] = (buttons, links)
        return side

    def _main(self) -> QWidget:
        page = QWidget()
        page.setObjectName("start_main")
        column = QVBoxLayout(page)
        self._column = column
        column.setContentsMargins(48, 40, 48, 40)
        column.setSpacing(16)
        self.offers = StartOffers(page)
        column.addWidget(self.offers)
        self.gallery = TemplateGallery(page)
        self.gallery.chosen.connect(self.template_wanted)
        column.addWidget(self.gallery)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        return scroll

    def put_above(self, strip: QWidget) -> None:
        """Show something above all that the page offers."""
        self._column.insertWidget(0, strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= 1200
        self._side_frame.setFixedWidth(_SIDE if wide else _SIDE_NARROW)
        for row in self._side_rows:  # buttons beside each other would be cut
            row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def show_recent(self, files: tuple[Recent, ...]) -> None:
        self._recent.show_files(files)
        self._recent.setVisible(bool(files))
        self._no_recent.setVisible(not files)

    def mark_gone(self, path: Path) -> None:
        """A recent file was not found."""
        self._recent.mark_gone(path)

    def show_templates(self, faces: tuple[TemplateFace, ...]) -> None:
        self.gallery.show_faces(faces)

    def focus_templates(self) -> None:
        """Put the keyboard at the first template."""
        self.gallery.focus_first()
