"""The menu bar and the tool bar, made from the registry of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from journey_editor.ui.actions import Actions, menus
from journey_editor.ui.icons import Sign, dress, icon
from journey_editor.ui.words import label
from journey_editor.wording import tr

_TOOL_ICON = QSize(18, 18)
_ROOM_FOR_FINDER = 1060


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """The menus of the registry, with a rule between its groups; by key."""
    made = {key: bar.addMenu(title) for key, title in menus().items()}
    groups: dict[str, int] = {}
    for command in actions:
        menu = made[command.menu]
        if groups.get(command.menu, command.group) != command.group:
            menu.addSeparator()
        groups[command.menu] = command.group
        menu.addAction(actions[command.id])
    return made


def lane_menu(parent: QWidget, add: Callable[[str], None], like: QAction) -> QMenu:
    """One entry for each of `lane_choices`; `add` is called with its key. The menu can be used when `like` can."""
    menu = QMenu(tr("&Lane"), parent)
    menu.setIcon(icon("rows-3"))

    def fill() -> None:
        from journey_editor.ui.meanings import lane_choices  # reads of the model, which the first paint does without

        if menu.isEmpty():
            for kind, choice in lane_choices().items():
                menu.addAction(icon(choice.icon), choice.name).setData(kind)
            follow()

    def follow() -> None:
        for action in (menu.menuAction(), *menu.actions()):
            action.setEnabled(like.isEnabled())

    menu.aboutToShow.connect(fill)
    like.enabledChanged.connect(follow)
    follow()

    def chosen(action: QAction) -> None:
        add(str(action.data()))

    menu.triggered.connect(chosen)
    return menu


def choice_menu(
    title: str, parent: QWidget, options: Mapping[str, str], present: str, choose: Callable[[str], None]
) -> QMenu:
    """A menu of which one entry holds: key -> title."""
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    for key, text in options.items():
        action = menu.addAction(text)
        action.setData(key)
        action.setCheckable(True)
        action.setChecked(key == present)
        group.addAction(action)

    def chosen(action: QAction) -> None:
        choose(str(action.data()))

    group.triggered.connect(chosen)
    return menu


def theme_titles() -> dict[str, str]:
    return {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}


def language_titles() -> dict[str, str]:
    """The languages of the program, each in its own words; "" follows the system."""
    return {"": tr("As the system"), "de": "Deutsch", "en": "English"}


class ToolBar(QToolBar):
    """Undo and redo, what is inserted most, the command finder, and the one filled button."""

    def __init__(self, actions: Actions, lanes: QMenu, parent: QWidget) -> None:
        super().__init__(tr("Tool bar"), parent)
        self.setObjectName("tool_bar")
        self.setAccessibleName(tr("Tool bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(_TOOL_ICON)
        for command in ("edit.undo", "edit.redo"):
            self._add(actions[command], Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.addSeparator()
        for command in ("insert.touchpoint", "insert.note", "insert.phase"):
            self._add(actions[command], Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        lane = QToolButton(self)
        dress(lane, tr("Lane"), "rows-3")
        lane.setIconSize(_TOOL_ICON)
        lane.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        lane.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        lane.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        lane.setToolTip(tr("Add a lane"))
        lane.setMenu(lanes)
        self.addWidget(lane)
        spring = QWidget(self)
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spring)
        self._finder_place = self.addWidget(self._finder(actions["help.find"]))
        gap = QWidget(self)
        gap.setFixedWidth(8)
        self.addWidget(gap)
        export = QPushButton(self)
        dress(export, tr("Export PDF ..."), "file-down", "on_accent")
        export.setProperty("kind", "filled")
        export.setMinimumHeight(32)
        export.setToolTip(actions["file.export"].toolTip())
        export.clicked.connect(actions["file.export"].trigger)
        self.addWidget(export)
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName(tr("More tools"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the finder goes, not the button that exports; its key works all the same."""
        self._finder_place.setVisible(self.width() >= _ROOM_FOR_FINDER)
        super().resizeEvent(event)

    def _add(self, action: QAction, style: Qt.ToolButtonStyle) -> None:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(style)
        button.setIconSize(_TOOL_ICON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.toolTip())
        self.addWidget(button)

    def _finder(self, action: QAction) -> QWidget:
        """Looks like a search field, opens the command finder."""
        button = QPushButton(self)
        button.setObjectName("finder")
        button.setAccessibleName(action.toolTip())
        button.setToolTip(action.toolTip())
        button.setFixedSize(280, 32)
        button.clicked.connect(action.trigger)
        row = QHBoxLayout(button)
        row.setContentsMargins(9, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(Sign("search", "text_2"))
        row.addWidget(label(tr("Find a command"), "quiet"), 1)
        keys = label(action.shortcut().toString(action.shortcut().SequenceFormat.NativeText), "keys")
        keys.setFixedHeight(20)
        row.addWidget(keys)
        for part in button.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button
