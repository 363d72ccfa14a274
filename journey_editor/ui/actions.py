"""Every command of the window in one place: its words, key, icon, and when it can be used.

Menus, tool bar, the list of shortcuts and the command finder are all made from this registry; what a command does is
connected by the window. The registry is built anew when the program's language changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from journey_editor.ui.icons import icon
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

#: What must be there for a command to be enabled.
Need = Literal[
    "",
    "project",
    "selection",
    "undo",
    "redo",
    "maps",
    "place",
    "lane",
    "phase",
    "phases",
    "joinable",
    "inner step",
    "shaped",
    "sized",
    "lanes",
    "hidden",
    "carriable",
    "languages",
]
Key = QKeySequence.StandardKey | str | None
Standard = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """A command as the user meets it. `text` carries the mnemonic, `short` is what a tool bar says."""

    id: str
    menu: str
    text: str
    icon: str = ""
    key: Key = None
    need: Need = "project"
    short: str = ""
    checkable: bool = False
    local: bool = False  # its key counts on the map and in the outline only: in a field it means something else
    also: tuple[str, ...] = ()  # keys that other programs have for it
    group: int = 0  # a rule stands in the menu between groups


def lane_kinds() -> dict[str, tuple[str, str]]:
    """The kinds of lanes in the order of the menus: kind -> (icon, name)."""
    return {
        "touchpoints": ("waypoints", tr("Touchpoints")),
        "notes": ("sticky-note", tr("Notes")),
        "text": ("text", tr("Text")),
        "emotion": ("activity", tr("Emotion curve")),
        "metrics": ("gauge", tr("Metrics")),
        "images": ("image", tr("Images")),
        "channels": ("table-2", tr("Channels")),
        "separator": ("separator-horizontal", tr("Separator line")),
    }


def tones() -> dict[str, tuple[str, str, str]]:
    """The tones of notes: tone -> (icon, name, colour of the symbol on white)."""
    return {
        "pain": ("triangle-alert", tr("Pain point"), "#98261B"),
        "opportunity": ("trending-up", tr("Opportunity"), "#1C6137"),
        "idea": ("lightbulb", tr("Idea"), "#6E4D00"),
        "question": ("circle-question-mark", tr("Question"), "#1F5476"),
        "thought": ("brain", tr("Thought"), "#54407D"),
        "quote": ("quote", tr("Quote"), "#3D4654"),
        "action": ("footprints", tr("Action"), "#3D4654"),
        "text": ("text", tr("Text"), "#3D4654"),
        "data-task": ("database", tr("Data task"), "#3D4654"),
        "challenge": ("mountain", tr("Challenge"), "#3D4654"),
    }


def menus() -> dict[str, str]:
    """The menus of the menu bar: key -> title with mnemonic."""
    return {
        "file": tr("&File"),
        "edit": tr("&Edit"),
        "insert": tr("&Insert"),
        "structure": tr("&Structure"),
        "view": tr("&View"),
        "map": tr("&Map"),
        "workshop": tr("&Workshop"),
        "help": tr("&Help"),
    }


def commands() -> tuple[Command, ...]:
    """All commands in the order of their menus, in the language of now."""
    return (
        Command("file.new", "file", tr("&New map"), "file-plus", Standard.New, ""),
        Command("file.start", "file", tr("New from &template ..."), "layout-template", "Ctrl+Shift+N", ""),
        Command("file.open", "file", tr("&Open ..."), "folder-open", Standard.Open, ""),
        Command("file.save", "file", tr("&Save"), "save", Standard.Save, group=1),
        Command("file.save_as", "file", tr("Save &as ..."), "", "Ctrl+Shift+S", group=1),
        Command("file.save_template", "file", tr("Save as te&mplate ..."), "", None, group=1),
        Command("file.versions", "file", tr("Earlier &versions ..."), "history", None, group=1),
        Command("file.restore", "file", tr("&Unsaved work ..."), "", None, "", group=1),
        Command("file.export", "file", tr("&Export PDF ..."), "file-down", "Ctrl+E", short=tr("Export PDF"), group=2),
        Command("file.export_selection", "file", tr("Export se&lection ..."), "", "Ctrl+Shift+E", "selection", group=2),
        Command("file.print", "file", tr("&Print ..."), "printer", Standard.Print, group=2),
        Command("file.close", "file", tr("&Close project"), "x", Standard.Close, group=3),
        Command("file.quit", "file", tr("&Quit"), "log-out", "Ctrl+Q", "", group=3),
        Command("edit.undo", "edit", tr("&Undo"), "undo-2", Standard.Undo, "undo"),
        Command("edit.redo", "edit", tr("&Redo"), "redo-2", Standard.Redo, "redo", also=("Ctrl+Y", "Ctrl+Shift+Z")),
        Command("edit.cut", "edit", tr("Cu&t"), "scissors", Standard.Cut, "selection", group=1, local=True),
        Command("edit.copy", "edit", tr("&Copy"), "copy", Standard.Copy, "selection", group=1, local=True),
        Command("edit.copy_text", "edit", tr("Copy as te&xt"), "", "Ctrl+Shift+C", "selection", group=1, local=True),
        Command("edit.copy_picture", "edit", tr("Cop&y as picture"), "", "Ctrl+Alt+C", group=1),
        Command("edit.paste", "edit", tr("&Paste"), "clipboard-paste", Standard.Paste, group=1, local=True),
        Command("edit.rename", "edit", tr("Re&name"), "pencil", "F2", "selection", group=1, local=True),
        Command("edit.duplicate", "edit", tr("Dup&licate"), "layers", "Ctrl+D", "selection", group=1),
        Command("edit.delete", "edit", tr("&Delete"), "trash-2", Standard.Delete, "selection", group=1, local=True),
        Command(
            "edit.select_all", "edit", tr("Select &all cards"), "square-check", Standard.SelectAll, group=2, local=True
        ),
        Command("edit.earlier", "edit", tr("Mo&ve up"), "arrow-up", "Alt+Up", "selection", group=3, local=True),
        Command("edit.later", "edit", tr("Move d&own"), "arrow-down", "Alt+Down", "selection", group=3, local=True),
        Command("edit.left", "edit", tr("Mov&e left"), "arrow-left", "Alt+Left", "selection", group=3, local=True),
        Command("edit.right", "edit", tr("Move ri&ght"), "arrow-right", "Alt+Right", "selection", group=3, local=True),
        Command("edit.find", "edit", tr("&Find ..."), "search", Standard.Find, group=4),
        Command("edit.find_next", "edit", tr("F&ind next"), "", "F3", group=4),
        Command("edit.find_previous", "edit", tr("Find previou&s"), "", "Shift+F3", group=4),
        Command("insert.touchpoint", "insert", tr("&Touchpoint"), "plus", "Ctrl+T", short=tr("Touchpoint")),
        Command("insert.note", "insert", tr("&Note"), "sticky-note", "Ctrl+Shift+T", short=tr("Note")),
        Command("insert.phase", "insert", tr("&Phase"), "columns-3", "Ctrl+Shift+P", short=tr("Phase"), group=1),
        Command("insert.step", "insert", tr("&Step"), "columns-2", "Ctrl+Shift+K", group=1),
        Command("insert.path", "insert", tr("Pat&h to another card"), "route", "Ctrl+L", "selection", group=2),
        Command("insert.counterpart", "insert", tr("Carr&y over ..."), "arrow-up-down", "Ctrl+U", "carriable", group=2),
        Command("insert.persona", "insert", tr("P&ersona"), "user", "Ctrl+Shift+U", group=3),
        Command("insert.channel", "insert", tr("&Channel"), "radio", None, group=3),
        *_structure(),
        Command("view.zoom_in", "view", tr("Zoom &in"), "zoom-in", Standard.ZoomIn, also=("Ctrl+=",)),
        Command("view.zoom_out", "view", tr("Zoom &out"), "zoom-out", Standard.ZoomOut),
        Command("view.actual", "view", tr("&Actual size"), "scan", "Ctrl+0"),
        Command("view.fit", "view", tr("&Fit the map"), "maximize", "Ctrl+9", short=tr("Fit")),
        Command("view.fit_selection", "view", tr("Fit the &selection"), "crosshair", "Ctrl+8", "selection"),
        Command("view.fit_phase", "view", tr("Fit the p&hase"), "columns-3", "Ctrl+7"),
        Command("view.filter", "view", tr("Fil&ter the cards ..."), "filter", "Ctrl+Shift+F", group=1),
        Command("view.palette", "view", tr("&Palette"), "", "Ctrl+Alt+1", checkable=True, group=2),
        Command("view.outline", "view", tr("Out&line"), "", "Ctrl+Alt+2", checkable=True, group=2),
        Command("view.inspector", "view", tr("P&roperties"), "", "Ctrl+Alt+3", checkable=True, group=2),
        Command("view.minimap", "view", tr("O&verview when zoomed in"), "", "Ctrl+Alt+4", checkable=True, group=2),
        Command("view.history", "view", tr("Histor&y"), "", "Ctrl+Alt+5", checkable=True, group=2),
        Command("view.counterparts", "view", tr("&Counterparts"), "", "Ctrl+Alt+6", checkable=True, group=2),
        Command("view.translations", "view", tr("Ta&ble of translations"), "", "Ctrl+Alt+7", checkable=True, group=2),
        Command("view.next_region", "view", tr("&Next region"), "", "F6", group=2),
        Command("map.add", "map", tr("&Add map"), "plus", "Ctrl+Shift+M"),
        Command("map.rename", "map", tr("R&ename map"), "pencil", None),
        Command("map.duplicate", "map", tr("D&uplicate map"), "layers", None),
        Command("map.to_be", "map", tr("Duplicate as &to-be"), "sparkles", None),
        Command("map.delete", "map", tr("&Delete map"), "trash-2", None, "maps"),
        Command("map.compare", "map", tr("&Compare maps ..."), "arrow-left-right", "Ctrl+Shift+D", "maps", group=1),
        Command("map.next", "map", tr("&Next map"), "", "Ctrl+PgDown", "maps", group=2),
        Command("map.previous", "map", tr("&Previous map"), "", "Ctrl+PgUp", "maps", group=2),
        Command("map.left", "map", tr("Move map to the le&ft"), "", "Ctrl+Shift+PgUp", "maps", group=2),
        Command("map.right", "map", tr("Move map to the &right"), "", "Ctrl+Shift+PgDown", "maps", group=2),
        Command("map.mirror", "map", tr("&Mirror layout"), "", "Ctrl+Alt+M", checkable=True, group=3),
        Command("map.personas", "map", tr("Per&sonas ..."), "users", "Ctrl+Alt+P", group=3),
        Command("map.channels", "map", tr("C&hannels ..."), "radio", "Ctrl+Shift+L", group=3),
        Command("map.properties", "map", tr("Map pr&operties"), "sliders-horizontal", "Alt+Return", group=3),
        Command("map.next_language", "map", tr("Next &language"), "languages", "F8", "languages", group=4),
        Command("map.languages", "map", tr("Lan&guages of the project ..."), "", None, group=4),
        Command("workshop.guide", "workshop", tr("&Guided start"), "list-ordered", None, ""),
        Command("workshop.start", "workshop", tr("Workshop &mode"), "presentation", "F9", ""),
        Command("help.find", "help", tr("&Find a command ..."), "search", "Ctrl+K", ""),
        Command("help.shortcuts", "help", tr("&Keyboard shortcuts"), "keyboard", Standard.HelpContents, ""),
        Command("help.about", "help", tr("&About Journey Editor"), "info", None, "", group=1),
    )


def _structure() -> tuple[Command, ...]:
    """How the map is built: what stands beside what, how large, and what of it shows."""
    menu = "structure"
    return (
        Command("structure.before", menu, tr("Insert &before"), "", "Ctrl+Shift+Return", "place", local=True),
        Command("structure.after", menu, tr("Insert &after"), "", "Ctrl+Return", "place", local=True),
        Command("structure.split", menu, tr("Sp&lit into steps"), "columns-2", None, "phases", group=1),
        Command("structure.begin", menu, tr("Begin a &phase here"), "chevrons-right", None, "inner step", group=1),
        Command("structure.join", menu, tr("&Join with the next"), "", "Ctrl+J", "joinable", group=1),
        Command("structure.join_back", menu, tr("Join with the &one before"), "", "Ctrl+Shift+J", "joinable", group=1),
        Command("structure.fold", menu, tr("&Fold or unfold"), "", "Ctrl+.", "shaped", group=2),
        Command("structure.hide", menu, tr("&Hide"), "eye-off", "Ctrl+Shift+H", "shaped", group=2),
        Command("structure.show", menu, tr("&Show what is hidden"), "eye", "Ctrl+Alt+H", "hidden", group=2),
        Command("structure.wider", menu, tr("&Wider"), "", "Ctrl+Shift+Right", "sized", group=3, local=True),
        Command("structure.narrower", menu, tr("&Narrower"), "", "Ctrl+Shift+Left", "sized", group=3, local=True),
        Command("structure.taller", menu, tr("&Taller"), "", "Ctrl+Shift+Down", "lanes", group=3, local=True),
        Command("structure.lower", menu, tr("Lowe&r"), "", "Ctrl+Shift+Up", "lanes", group=3, local=True),
        Command("structure.automatic", menu, tr("A&utomatic size"), "", None, "sized", group=3),
        Command("edit.select_lane", menu, tr("S&elect all cards of the lane"), "", "Ctrl+Shift+A", "lane", group=4),
        Command("edit.select_phase", menu, tr("Select all &cards of the phase"), "", "Ctrl+Alt+A", "phase", group=4),
    )


class Actions(QObject):
    """The commands as QActions, by id."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._commands = {command.id: command for command in commands()}
        self._actions: dict[str, QAction] = {}
        self._have: frozenset[str] = frozenset()
        self._allowed: frozenset[str] | None = None
        for command in self._commands.values():
            self._actions[command.id] = self._made(command)

    def _made(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        action.setObjectName(command.id)
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.key is not None:
            wanted = (QKeySequence(command.key), *(QKeySequence(key) for key in command.also))
            action.setShortcuts(list(dict.fromkeys(wanted)))
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut if command.local else Qt.ShortcutContext.WindowShortcut
        )
        action.setCheckable(command.checkable)
        if command.short:
            action.setIconText(f" {command.short}")
        action.setToolTip(_tip(plain(command.text), action))
        action.setMenuRole(
            {"file.quit": QAction.MenuRole.QuitRole, "help.about": QAction.MenuRole.AboutRole}.get(
                command.id, QAction.MenuRole.NoRole
            )
        )
        return action

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def everywhere(self) -> list[QAction]:
        """Those whose keys count in the whole window."""
        return [self._actions[command.id] for command in self if not command.local]

    def local(self) -> list[QAction]:
        """Those whose keys count on the map and in the outline."""
        return [self._actions[command.id] for command in self if command.local]

    def connect_to(self, command: str, run: Callable[[], object]) -> None:
        """Let a command do something. `run` takes no arguments."""
        self._actions[command].triggered.connect(lambda _checked=False: run())

    def enable(self, have: frozenset[str]) -> None:
        """Enable what can be used with what is there."""
        self._have = have
        for command in self._commands.values():
            allowed = self._allowed is None or command.id in self._allowed
            self._actions[command.id].setEnabled(allowed and (not command.need or command.need in have))

    def restrict(self, allowed: frozenset[str] | None) -> None:
        """Let only these commands be used from now on; None: all again."""
        self._allowed = allowed
        self.enable(self._have)

    def say(self, command: str, alone: str, with_what: str, what: str) -> None:
        """Let a command say what it would do to: "Undo: Moved ..."; `alone` is what it says where there is nothing."""
        action = self._actions[command]
        action.setText(with_what.format(what=what.replace("&", "&&")) if what else alone)
        action.setToolTip(plain_tip(_tip(plain(with_what).format(what=what) if what else plain(alone), action)))

    def why_not(self, command: str) -> str:
        """What a command lacks now; "" where nothing is lacking, or nobody knows."""
        need = self._commands[command].need
        if need and "project" not in self._have:
            return _needed("project")
        return _needed(need) if need not in self._have else ""


def _tip(name: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name} ({keys})" if keys else name


def _needed(need: Need) -> str:
    """What is lacking, as a short hint."""
    words = {
        "project": tr("needs an open project"),
        "selection": tr("needs something selected"),
        "undo": tr("nothing to undo"),
        "redo": tr("nothing to redo"),
        "maps": tr("needs a second map"),
        "place": tr("needs a place on the map"),
        "lane": tr("needs a lane or something in it"),
        "phase": tr("needs a phase or something in it"),
        "phases": tr("needs a selected phase"),
        "joinable": tr("needs a phase or step beside another"),
        "inner step": tr("needs a step that is not the first of its phase"),
        "shaped": tr("needs a selected phase or lane"),
        "sized": tr("needs a selected phase, step or lane"),
        "lanes": tr("needs a selected lane"),
        "hidden": tr("nothing is hidden"),
        "carriable": tr("needs a touchpoint that is online or offline"),
        "languages": tr("needs a second language"),
    }
    return words.get(need, "")


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots; "&&" is an ampersand."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix(" ...")
