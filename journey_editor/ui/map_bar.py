"""The bar above the map: one tab for each map of the project, and the language that its words are shown in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import text_in
from journey_editor.session.names import text_of
from journey_editor.session.session import Session
from journey_editor.ui.icons import sign_button
from journey_editor.ui.map_tabs import Tabs
from journey_editor.ui.translating.chooser import LanguageChooser
from journey_editor.wording import tr


class MapBar(QWidget):
    """Tabs and language of the session's maps. `moved` has a map and the one it goes before ("" for the end)."""

    add_wanted = Signal()
    renamed = Signal(str, str)
    moved = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(37)
        self._session = session
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._offers: tuple[tuple[object, ...], ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(4)
        self.tabs = Tabs(self)
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabs.customContextMenuRequested.connect(self._open_menu)
        self.tabs.currentChanged.connect(self._go)
        self.tabs.tabBarDoubleClicked.connect(self._rename)
        self.tabs.renamed.connect(self._take_name)
        self.tabs.dropped.connect(self.moved)
        row.addWidget(self.tabs)
        self._add = sign_button("plus", tr("Add a map"), self)
        self._add.clicked.connect(self.add_wanted)
        row.addWidget(self._add)
        self._all = sign_button("chevron-down", tr("All maps"), self)
        self._all.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._all.setProperty("kind", "chooser")
        self._maps = QMenu(self._all)
        self._maps.aboutToShow.connect(self._fill_maps)
        self._maps.triggered.connect(self._go_to_chosen)
        self._all.setMenu(self._maps)
        row.addWidget(self._all)
        row.addStretch(1)
        self.chooser = LanguageChooser(session, self)
        row.addWidget(self.chooser)
        session.project_changed.connect(self.follow)
        session.map_changed.connect(self.follow)
        session.language_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the maps and the language as they are now."""
        wanted = tuple((journey.id, self._title(journey), journey.kind) for journey in self._session.project.maps)
        if wanted != self._shown:
            self.tabs.blockSignals(True)
            self.tabs.show_maps(wanted)
            self.tabs.blockSignals(False)
            self._shown = wanted
            self._all.setVisible(len(wanted) > 1)
        here = next((n for n, (map_id, _, _) in enumerate(wanted) if map_id == self._session.map_id), -1)
        if here != self.tabs.currentIndex():
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(here)
            self.tabs.blockSignals(False)

    def step(self, by: int) -> None:
        """Go to the next map (1) or the previous one (-1), around."""
        if self._shown:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(self._shown))

    def _go(self, index: int) -> None:
        if 0 <= index < len(self._shown):
            self._session.go_to_map(str(self.tabs.tabData(index)))  # while one is dragged, their order is not ours

    def _title(self, journey: JourneyMap) -> str:
        """A map's title in the language that it is shown in."""
        session = self._session
        own = text_in(session.project, session.language, journey.id, "title", journey.title)
        return own or tr("Untitled map")

    def rename_here(self) -> None:
        """Let the name of the map that is shown be typed in its tab."""
        self._rename(self.tabs.currentIndex())

    def _rename(self, index: int) -> None:
        if 0 <= index < len(self._shown):
            self.tabs.edit(index, text_of(self._session, self._shown[index][0], "title"))

    def _take_name(self, map_id: str, words: str) -> None:
        if words != text_of(self._session, map_id, "title"):
            self.renamed.emit(map_id, words)

    def fill_menu_with(self, offers: tuple[tuple[object, ...], ...]) -> None:
        """The actions that the menu of a tab offers, in groups."""
        self._offers = offers

    def menu(self) -> QMenu:
        """The menu of the tab of the map that is shown."""
        menu = QMenu(self)
        for group in self._offers:
            for action in group:
                menu.addAction(action)  # type: ignore[call-overload]  # a QAction
            menu.addSeparator()
        return menu

    def _ask(self, where: QPoint) -> None:
        menu = self.menu()
        menu.exec(self.tabs.mapToGlobal(where))
        menu.deleteLater()

    def _open_menu(self, where: QPoint) -> None:
        index = self.tabs.tabAt(where)
        if index >= 0:
            self.tabs.setCurrentIndex(index)
            self._ask(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames while the tabs have the focus; elsewhere it is for what is selected."""
        if event.key() == Qt.Key.Key_F2 and self.tabs.hasFocus():
            self.rename_here()
        elif event.key() == Qt.Key.Key_Menu and self.tabs.hasFocus():
            place = self.tabs.tabRect(self.tabs.currentIndex()).bottomLeft()
            self._ask(place)
        else:
            super().keyPressEvent(event)

    def _fill_maps(self) -> None:
        """Every map by name: with many of them, tabs are out of sight."""
        self._maps.clear()
        group = QActionGroup(self._maps)
        for map_id, title, kind in self._shown:
            said = tr("to be") if kind == "to-be" else tr("as is")
            words = self.fontMetrics().elidedText(" ".join(title.split()), Qt.TextElideMode.ElideMiddle, 420)
            action = self._maps.addAction(f"{words} ({said})".replace("&", "&&"))
            action.setData(map_id)
            action.setCheckable(True)
            action.setChecked(map_id == self._session.map_id)
            group.addAction(action)

    def _go_to_chosen(self, action: object) -> None:
        self._session.go_to_map(str(action.data()))  # type: ignore[attr-defined]  # a QAction
