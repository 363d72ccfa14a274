"""What the command finder lists: all that the menus hold, the other commands, and the places of the open project.

The menus themselves are read, so that a command that somebody adds to one is found without a line of code here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from shiboken6 import isValid

from journey_editor.ui.actions import Actions, Command, menus, plain
from journey_editor.ui.icons import icon
from journey_editor.wording import catalogue, language, tr

if TYPE_CHECKING:
    from journey_editor.session.session import Session

_LONGEST = 60  # characters of a name out of the project

#: Other words by which people look for a command or a whole menu, in both languages.
_ALSO = {
    "insert": "add new hinzufügen neu",
    "file.export": "print drucken svg png",
    "file.export_selection": "part print teil drucken svg png",
    "file.print": "printer drucker export",
    "file.save": "speichern store",
    "file.save_as": "speichern store",
    "edit.undo": "back zurück",
    "edit.redo": "forward vor",
    "edit.delete": "remove entfernen",
    "view.actual": "zoom 100 %",
    "view.fit": "zoom",
    "view.fit_selection": "zoom",
    "view.inspector": "inspector",
    "Theme/Dark": "dark mode night nacht",
    "Theme/Light": "day tag",
    "map.add": "new neu",
    "help.shortcuts": "hotkeys",
}


@dataclass(frozen=True)
class Entry:
    """One line of the finder. `why` says why it cannot be done now, as far as that is known."""

    id: str  # the same in both languages; it is remembered
    name: str
    other: str  # the name in the other language; of a file, where it lies
    where: str  # the menu that it stands in
    keys: str
    icon: QIcon
    run: Callable[[], object]
    enabled: bool = True
    why: str = ""
    checked: bool = False
    also: str = ""  # more words to be found by

    @property
    def names(self) -> tuple[str, ...]:
        """By what it is found, the most important first."""
        return self.name, self.other, f"{self.where} {self.also}"


def other_language() -> str:
    return "en" if language() == "de" else "de"


@cache
def _english() -> dict[str, str]:
    """German -> English, for texts that are at hand only in the language of the window."""
    return {german: text for text, german in reversed(list(catalogue("de").items()))}


def in_other_language(text: str) -> str:
    """What a text of the program is called in the other language; itself if it has no translation."""
    return _english().get(text, text) if language() == "de" else catalogue("de").get(text, text)


def entries(bar: QMenuBar, actions: Actions, session: Session | None, go: Callable[[str], object]) -> list[Entry]:
    """Everything that can be found now, in the order of the menus. `go` leads to a map, phase or lane."""
    by_action = {id(actions[command.id]): command for command in actions}
    found: list[Entry] = []
    files: list[Entry] = []
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            for entry in _of_menu(menu, (), plain(top.text()), by_action, actions):
                (files if entry.id.startswith("Open recent/") else found).append(entry)
    there = {entry.id for entry in found}
    titles = menus()
    for command in actions:
        if command.id not in there and command.id != "help.find":
            found.append(_of_action(actions[command.id], (), plain(titles[command.menu]), command, actions))
    if session is not None:
        found += _places(session, go)
    return found + files


def _of_menu(
    menu: QMenu, path: tuple[str, ...], where: str, by_action: dict[int, Command], actions: Actions
) -> Iterator[Entry]:
    menu.aboutToShow.emit()  # some fill themselves only then
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            if action.isEnabled():
                yield from _of_menu(below, (*path, action.text()), where, by_action, actions)
        elif not action.isSeparator() and action.isVisible() and action.objectName() != "help.find":
            yield _of_action(action, path, where, by_action.get(id(action)), actions, menu.icon())


def _of_action(
    action: QAction,
    path: tuple[str, ...],
    where: str,
    command: Command | None,
    actions: Actions,
    menu_icon: QIcon | None = None,
) -> Entry:
    text = command.text if command is not None else action.text()
    other = [in_other_language(part) for part in (*path, text)]
    english = [plain(part) for part in (other if language() == "de" else (*path, text))]
    key = command.id if command is not None else "/".join(english)
    sign = action.icon() if not action.icon().isNull() else menu_icon
    menu = next((n for n, title in menus().items() if plain(title) == where), "")
    return Entry(
        key,
        _joined((*path, action.text())),
        action.statusTip() or _joined(other),
        where,
        action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        sign if sign is not None and not sign.isNull() else icon("command", "text_2"),
        partial(_trigger, action),
        action.isEnabled(),
        actions.why_not(command.id) if command is not None and not action.isEnabled() else "",
        action.isCheckable() and action.isChecked(),
        f"{_menu_in_other_language(menu)} {_ALSO.get(menu, '')} {_ALSO.get(key, '')}",
    )


def _trigger(action: QAction) -> None:
    if isValid(action):  # a menu that fills itself may have thrown it away since
        action.trigger()


def _menu_in_other_language(menu: str) -> str:
    return plain(in_other_language(menus()[menu])) if menu else ""


def _joined(parts: tuple[str, ...] | list[str]) -> str:
    """As "Lane: Notes"."""
    return ": ".join(plain(part) for part in parts)


def _places(session: Session, go: Callable[[str], object]) -> Iterator[Entry]:
    from journey_editor.model.queries import text_in

    project, journey = session.project, session.journey

    def entry(key: str, sign: str, said: str, own: str) -> Entry:
        title = " ".join(text_in(project, session.language, key, "title", own).split())
        short = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
        name = short or tr("untitled")
        other = tr(said, to=other_language(), name=name)
        return Entry(f"go/{key}", tr(said, name=name), other, tr("Places"), "", icon(sign, "text_2"), lambda: go(key))

    for known in project.maps:
        if known.id != session.map_id:
            yield entry(known.id, "map", "Go to the map “{name}”", known.title)
    for phase in journey.phases:
        yield entry(phase.id, "columns-3", "Go to the phase “{name}”", phase.title)
    for lane in journey.lanes:
        yield entry(lane.id, "rows-3", "Go to the lane “{name}”", lane.title)
