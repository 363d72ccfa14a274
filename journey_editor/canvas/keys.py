"""The keys and the movements of the hand that the canvas knows: one table, by which the keyboard acts.

The list of shortcuts shows the same table. A key that is not in it does nothing on the canvas; `keyboard` holds what
each entry does, by its id.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from journey_editor.wording import tr

from .scene import Keys

Key = Qt.Key
_ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
_ENTER = (Key.Key_Return, Key.Key_Enter)
_HELD = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
}


class CanvasKey(NamedTuple):
    """Keys that mean one thing. `held` are the modifiers that go with them, each string one way to hold them."""

    id: str
    keys: tuple[Qt.Key, ...]
    held: tuple[str, ...] = ("",)


#: What the canvas does with a key of its own. Keys of commands (Delete, F2, Alt and arrows) reach it where no menu is.
KEYS = (
    CanvasKey("pan", (Key.Key_Space,), ("", "shift", "ctrl", "alt")),
    CanvasKey("escape", (Key.Key_Escape,), ("", "shift")),
    CanvasKey("walk", _ARROWS),
    CanvasKey("extend", _ARROWS, ("shift",)),
    CanvasKey("look", _ARROWS, ("ctrl",)),
    CanvasKey("move", _ARROWS, ("alt",)),
    CanvasKey("edit", (*_ENTER, Key.Key_F2)),
    CanvasKey("delete", (Key.Key_Delete, Key.Key_Backspace)),
    CanvasKey("select_all", (Key.Key_A,), ("ctrl",)),
    CanvasKey("row_start", (Key.Key_Home,)),
    CanvasKey("row_end", (Key.Key_End,)),
    CanvasKey("map_start", (Key.Key_Home,), ("ctrl",)),
    CanvasKey("map_end", (Key.Key_End,), ("ctrl",)),
    CanvasKey("menu", (Key.Key_F10,), ("shift",)),
    CanvasKey("next", (Key.Key_Tab,)),
    CanvasKey("previous", (Key.Key_Tab,), ("shift",)),
    CanvasKey("previous", (Key.Key_Backtab,), ("", "shift")),  # as most systems call it
)


#: What keys mean while a point of an emotion curve is in hand.
POINT_KEYS = (
    CanvasKey("feel", (Key.Key_Up, Key.Key_Down), ("", "alt")),
    CanvasKey("next_point", (Key.Key_Left, Key.Key_Right)),
    CanvasKey("next_curve", (Key.Key_Tab,)),
    CanvasKey("curve_before", (Key.Key_Tab,), ("shift",)),
    CanvasKey("curve_before", (Key.Key_Backtab,), ("", "shift")),
    CanvasKey("curve_end", (Key.Key_Home, Key.Key_End)),
    CanvasKey("unfeel", (Key.Key_Delete, Key.Key_Backspace)),
    CanvasKey("set_point", (*_ENTER, Key.Key_F2)),
    CanvasKey("leave_curve", (Key.Key_Escape,)),
)

#: What they mean on a place of a channel matrix. Space, when it is let go of, is the same as Enter.
MARK_KEYS = (
    CanvasKey("mark", (*_ENTER, Key.Key_F2)),
    CanvasKey("importance", (Key.Key_0, Key.Key_1, Key.Key_2, Key.Key_3)),
    CanvasKey("unmark", (Key.Key_Delete, Key.Key_Backspace)),
)

#: What digits mean on selected notes.
TONE_KEYS = (CanvasKey("tone", tuple(Key(Key.Key_0.value + digit) for digit in range(10))),)

#: What they mean while a path is being drawn from a card.
CONNECT_KEYS = (
    CanvasKey("aim", _ARROWS),
    CanvasKey("aim_next", (Key.Key_Tab,)),
    CanvasKey("aim_before", (Key.Key_Tab,), ("shift",)),
    CanvasKey("aim_before", (Key.Key_Backtab,), ("", "shift")),
    CanvasKey("connect", _ENTER),
    CanvasKey("draw_nothing", (Key.Key_Escape,)),
)


@cache
def _meanings(table: tuple[CanvasKey, ...]) -> dict[tuple[int, Keys], str]:
    return {
        (key.value, Keys(*(name in held for name in ("ctrl", "shift", "alt")))): entry.id
        for entry in table
        for key in entry.keys
        for held in entry.held
    }


def meaning(key: int, keys: Keys, table: tuple[CanvasKey, ...] = KEYS) -> str:
    """The id of what a key with these modifiers means on the canvas, by one of the tables; "" for nothing."""
    return _meanings(table).get((key, keys), "")


def words() -> dict[str, str]:
    """What each key does, in the language of now, by id and in the order of the list of shortcuts."""
    return {
        "walk": tr("Go to the next card or cell"),
        "extend": tr("Take the next card into the selection"),
        "look": tr("Go on and leave the selection as it is"),
        "move": tr("Move what is selected by one place"),
        "next": tr("Go to the next thing in reading order"),
        "previous": tr("Go to the thing before in reading order"),
        "row_start": tr("Go to the beginning of the row"),
        "row_end": tr("Go to the end of the row"),
        "map_start": tr("Go to the beginning of the map"),
        "map_end": tr("Go to the end of the map"),
        "edit": tr("Edit the words in place; in an empty cell, begin a card"),
        "delete": tr("Delete what is selected"),
        "select_all": tr("Select all cards"),
        "menu": tr("Open the menu of what is selected"),
        "escape": tr("Cancel a drag; else select nothing"),
        "pan": tr("Hold, and drag the map about"),
    }


def point_words() -> dict[str, str]:
    """What each key does while a point of a curve is in hand, as `words`."""
    return {
        "feel": tr("At a point of the curve: change the feeling by 0.5"),
        "next_point": tr("At a point of the curve: go to the next point"),
        "next_curve": tr("At a point of the curve: go to the next persona or to what was expected"),
        "curve_before": tr("At a point of the curve: go to the curve before"),
        "curve_end": tr("At a point of the curve: go to its first or last point"),
        "unfeel": tr("At a point of the curve: delete the point"),
        "set_point": tr("At a point of the curve: set it where there is none; else open its properties"),
        "leave_curve": tr("At a point of the curve: go back to the cell"),
    }


def mark_words() -> dict[str, str]:
    """What each key does on selected notes and on a place of a channel matrix, as `words`."""
    return {
        "tone": tr("On selected notes: give them a tone, 1 action to 9 challenge, 0 none"),
        "mark": tr("In a channel matrix: the next importance, then none; so does Space"),
        "importance": tr("In a channel matrix: set the importance, 0 for none"),
        "unmark": tr("In a channel matrix: delete the mark"),
    }


def connect_words() -> dict[str, str]:
    """What each key does while a path is being drawn, as `words`."""
    return {
        "aim": tr("Drawing a path: choose where it ends"),
        "aim_next": tr("Drawing a path: the next touchpoint"),
        "aim_before": tr("Drawing a path: the touchpoint before"),
        "connect": tr("Drawing a path: draw it"),
        "draw_nothing": tr("Drawing a path: cancel"),
    }


def key_words() -> list[tuple[str, str, tuple[QKeySequence, ...]]]:
    """For the list of shortcuts: what a key does, how it is written, and the sequences that it consists of."""
    by_id = {  # of several, the first
        entry.id: entry for entry in reversed((*KEYS, *TONE_KEYS, *POINT_KEYS, *MARK_KEYS, *CONNECT_KEYS))
    }
    every = {**words(), **point_words(), **mark_words(), **connect_words()}
    return [(text, _written(by_id[key]), _sequences(by_id[key])) for key, text in every.items()]


def hand_words() -> list[tuple[str, str]]:
    """What the mouse does on the canvas beyond a click: what for, and how."""
    return [
        (tr("Take one more into the selection, or out of it"), tr("Ctrl or Shift and click")),
        (tr("Select all cards in a rectangle"), tr("Drag on empty paper")),
        (tr("Edit the words in place; in an empty cell, begin a card"), tr("Double click")),
        (tr("Move cards, phases and lanes"), tr("Drag")),
        (tr("Leave a copy"), tr("Alt and drag")),
        (tr("Lead a path to another touchpoint"), tr("Drag the handle at the edge of a card")),
        (tr("Lead a path to another touchpoint instead"), tr("Drag an end of the selected path")),
        (tr("Say the kind and the condition of a path"), tr("Double click on the path")),
        (tr("Change a feeling"), tr("Drag a point of the curve")),
        (tr("Set a feeling"), tr("Click or drag a hollow point of the curve")),
        (tr("Change what was expected where it is the same as the feeling"), tr("Alt and drag the point")),
        (tr("Choose the image of a frame"), tr("Click on the empty frame, or Space")),
        (tr("Say how important a channel is in a step"), tr("Click in the channel matrix")),
        (tr("Drag the map about"), tr("Space and drag, or the middle button")),
        (tr("Scroll up and down"), tr("Wheel")),
        (tr("Scroll to the side"), tr("Shift and wheel")),
        (tr("Zoom in or out where the pointer is"), tr("Ctrl and wheel, or pinch")),
        (tr("What can be done with it"), tr("Right click, or the menu key")),
    ]


def _sequences(entry: CanvasKey) -> tuple[QKeySequence, ...]:
    return tuple(
        QKeySequence(QKeyCombination(modifiers(held), key))
        for held in entry.held[:1]
        for key in entry.keys
        if key != Key.Key_Enter  # there is one of that name already
    )


def keys_of(held: Qt.KeyboardModifier) -> Keys:
    """Which of the modifiers that count on the canvas are held."""
    return Keys(*(bool(held & _HELD[name]) for name in Keys._fields))


def modifiers(held: str) -> Qt.KeyboardModifier:
    """What an entry of `held` is to Qt."""
    return _HELD.get(held, Qt.KeyboardModifier.NoModifier)


def _written(entry: CanvasKey) -> str:
    """As "Shift+Arrow keys", "Enter, F2", "0–9"."""
    native = QKeySequence.SequenceFormat.NativeText
    if len(entry.keys) > 3 and entry.keys[0] == Key.Key_0:
        return f"0–{len(entry.keys) - 1}"
    if entry.keys == _ARROWS:
        return (
            QKeySequence(QKeyCombination(modifiers(entry.held[0]), Key.Key_Left))
            .toString(native)
            .replace(QKeySequence(Key.Key_Left).toString(native), tr("Arrow keys"))
        )
    return ", ".join(sequence.toString(native) for sequence in _sequences(entry))
