"""Every key of the program in groups, for the list of shortcuts.

Nothing is written down here that is known elsewhere: commands come from their registry, the map's keys from the table
by which the canvas acts. Only what Qt's own fields, lists and docks do with a key is told in words.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from journey_editor.canvas.keys import hand_words, key_words
from journey_editor.ui.actions import Actions, menus, plain
from journey_editor.wording import tr

_NATIVE = QKeySequence.SequenceFormat.NativeText


class Shortcut(NamedTuple):
    """What a key is for, and how it is written."""

    text: str
    keys: str


class ShortcutGroup(NamedTuple):
    """The keys that belong together, under a title."""

    title: str
    rows: tuple[Shortcut, ...]


def shortcut_groups(actions: Actions) -> tuple[ShortcutGroup, ...]:
    """All of them, in the language of now: menu by menu, then the map, its mouse, and what is written and listed."""
    groups = [
        ShortcutGroup(
            plain(title),
            tuple(
                Shortcut(plain(command.text), ", ".join(keys))
                for command in actions
                if command.menu == menu and (keys := _keys(actions, command.id))
            ),
        )
        for menu, title in menus().items()
    ]
    taken = {key for command in actions for key in _keys(actions, command.id)}
    on_map = tuple(
        Shortcut(text, written)
        for text, written, sequences in key_words()
        if not all(sequence.toString(_NATIVE) in taken for sequence in sequences)  # else it stands in a menu already
    )
    groups += [
        ShortcutGroup(tr("On the map"), on_map),
        ShortcutGroup(tr("On the map with the mouse"), tuple(Shortcut(*row) for row in hand_words())),
        ShortcutGroup(tr("While writing on the map"), _writing()),
        ShortcutGroup(tr("In the outline"), _outline()),
        ShortcutGroup(tr("In the workshop and the guided start"), _asked()),
        ShortcutGroup(tr("In the window"), _window()),
    ]
    return tuple(group for group in groups if group.rows)


def _keys(actions: Actions, command: str) -> list[str]:
    return [sequence.toString(_NATIVE) for sequence in actions[command].shortcuts()]


def _key(*names: str) -> str:
    """Keys by their portable names, as this system and language write them."""
    return ", ".join(QKeySequence(name).toString(_NATIVE) for name in names)


def _writing() -> tuple[Shortcut, ...]:
    return (
        Shortcut(tr("Keep what was written, and add a card below"), _key("Return")),
        Shortcut(tr("Keep it and go on in the next cell, phase or lane"), _key("Tab")),
        Shortcut(tr("Keep it and go back to the one before"), _key("Shift+Tab")),
        Shortcut(tr("Keep what was written"), _key("Ctrl+Return")),
        Shortcut(tr("Begin a new line"), _key("Shift+Return")),
        Shortcut(tr("Leave it as it was"), _key("Esc")),
    )


def _outline() -> tuple[Shortcut, ...]:
    return (
        Shortcut(tr("Open or close a row"), _key("Right", "Left")),
        Shortcut(tr("Open all below a row"), "*"),
        Shortcut(tr("Go to a row by its first letters"), tr("Letters")),
    )


def _asked() -> tuple[Shortcut, ...]:
    return (
        Shortcut(tr("Answer and go on"), _key("Return")),
        Shortcut(tr("Go back to the question before"), _key("Up")),
        Shortcut(tr("Go to the next phase or step, or to the one before"), _key("PgDown", "PgUp")),
        Shortcut(tr("Take what is offered"), _key("Ctrl+1", "Ctrl+2")),
        Shortcut(tr("Remove what is asked about"), _key("F8")),
        Shortcut(tr("Start or pause the time"), _key("F2")),
        Shortcut(tr("Hide or show the time"), _key("F3")),
        Shortcut(tr("Add a minute"), _key("F4")),
        Shortcut(tr("See the whole map, or what is asked about"), _key("F5")),
        Shortcut(tr("Larger or smaller type"), _key("Ctrl++", "Ctrl+-")),
        Shortcut(tr("Fill the screen, or not"), _key("F11")),
        Shortcut(tr("Leave; all that was said is kept"), _key("Esc")),
    )


def _window() -> tuple[Shortcut, ...]:
    return (
        Shortcut(tr("Go to the next control, or to the one before"), _key("Tab", "Shift+Tab")),
        Shortcut(tr("Open a menu by its underlined letter"), tr("Alt and letter")),
        Shortcut(tr("Put a loose panel back in its place"), _key("Esc")),
        Shortcut(tr("Take a file off the list of the start page"), _key("Del")),
    )
