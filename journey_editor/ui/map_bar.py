"""The bar above the map: one tab for each map of the project, and the language that its words are shown in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import text_in
from journey_editor.session.session import Session
from journey_editor.ui.icons import icon
from journey_editor.ui.translating.chooser import LanguageChooser
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

#: A tab is at most this wide (px); longer titles end with an ellipsis and stand in the tooltip.
_WIDEST = 400


class Tabs(QTabBar):
    """Tabs wide enough for their bold face, but not so wide that one title leaves no room for the next."""

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        bold = self.font()
        bold.setBold(True)
        from PySide6.QtGui import QFontMetrics

        wide = max(hint.width(), QFontMetrics(bold).horizontalAdvance(self.tabText(index)) + 34)
        return QSize(min(wide, _WIDEST), 36)


class MapBar(QWidget):
    """Tabs and language of the session's maps."""

    add_wanted = Signal()
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(37)
        self._session = session
        self._shown: tuple[tuple[str, str], ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(4)
        self.tabs = Tabs(self)
        self.tabs.setAccessibleName(tr("Maps"))
        self.tabs.setExpanding(False)
        self.tabs.setMovable(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabs.customContextMenuRequested.connect(self._open_menu)
        self.tabs.currentChanged.connect(self._go)
        self.tabs.tabBarDoubleClicked.connect(self._rename)
        row.addWidget(self.tabs)
        add = QToolButton(self)
        add.setIcon(icon("plus"))
        add.setIconSize(QSize(16, 16))
        add.setToolTip(tr("Add a map"))
        add.setAccessibleName(tr("Add a map"))
        add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        add.clicked.connect(self.add_wanted)
        row.addWidget(add)
        row.addStretch(1)
        self.chooser = LanguageChooser(session, self)
        row.addWidget(self.chooser)
        session.project_changed.connect(self.follow)
        session.map_changed.connect(self.follow)
        session.language_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the maps and the language as they are now."""
        wanted = tuple((journey.id, self._title(journey)) for journey in self._session.project.maps)
        if wanted != self._shown:
            self.tabs.blockSignals(True)
            while self.tabs.count() > len(wanted):
                self.tabs.removeTab(self.tabs.count() - 1)
            for n, (map_id, title) in enumerate(wanted):
                if n == self.tabs.count():
                    self.tabs.addTab("")
                self.tabs.setTabText(n, title.replace("&", "&&"))
                self.tabs.setTabToolTip(n, plain_tip(title))
                self.tabs.setTabData(n, map_id)
            self.tabs.blockSignals(False)
            self._shown = wanted
        here = next((n for n, (map_id, _) in enumerate(wanted) if map_id == self._session.map_id), -1)
        if here != self.tabs.currentIndex():
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(here)
            self.tabs.blockSignals(False)

    def _title(self, journey: JourneyMap) -> str:
        session = self._session
        return text_in(session.project, session.language, journey.id, "title", journey.title) or tr("Untitled map")

    def step(self, by: int) -> None:
        """Go to the next map (1) or the previous one (-1), around."""
        if self._shown:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(self._shown))

    def _go(self, index: int) -> None:
        if 0 <= index < len(self._shown):
            self._session.go_to_map(self._shown[index][0])

    def _rename(self, index: int) -> None:
        if index >= 0:
            self.rename_wanted.emit()

    def _open_menu(self, where: QPoint) -> None:
        index = self.tabs.tabAt(where)
        if index < 0:
            return
        self.tabs.setCurrentIndex(index)
        menu = QMenu(self)
        menu.addAction(icon("pencil"), tr("Rename map ...")).triggered.connect(self.rename_wanted)
        delete = menu.addAction(icon("trash-2"), tr("Delete map"))
        delete.setEnabled(len(self._shown) > 1)
        delete.triggered.connect(self.delete_wanted)
        menu.exec(self.tabs.mapToGlobal(where))
