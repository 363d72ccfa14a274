"""The menu at a thing on the map or in the outline: what can be done with things of its kind, and nothing else."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.model.things import CARD_KINDS, find_thing
from journey_editor.session.session import Session
from journey_editor.ui.actions import Actions

_CLIPBOARD = ("edit.cut", "edit.copy", "edit.copy_text", "edit.paste")
_WORDS = ("edit.rename", "edit.duplicate", "edit.delete")
_EXPORT = ("file.export_selection",)
_BESIDE = ("structure.before", "structure.after")
_SHOWN = ("structure.fold", "structure.hide", "structure.show")
_MOVES = ("edit.earlier", "edit.later", "edit.left", "edit.right")
_SIDEWAYS, _UP_AND_DOWN = ("edit.left", "edit.right"), ("edit.earlier", "edit.later")
_WIDTHS = ("structure.wider", "structure.narrower", "structure.automatic")
_HEIGHTS = ("structure.taller", "structure.lower", "structure.automatic")

_CARD = (
    _CLIPBOARD,
    _WORDS,
    (*_BESIDE, "insert.path", "insert.counterpart"),
    _MOVES,
    ("edit.select_lane", "edit.select_phase"),
    _EXPORT,
)
_JOIN = ("structure.join", "structure.join_back")
_GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "phase": (
        _WORDS,
        _BESIDE,
        ("structure.split", *_JOIN),
        _SHOWN,
        _WIDTHS,
        _SIDEWAYS,
        ("edit.select_phase",),
        _CLIPBOARD,
        _EXPORT,
    ),
    "step": (
        _WORDS,
        _BESIDE,
        ("structure.begin", *_JOIN),
        _WIDTHS,
        _SIDEWAYS,
        ("edit.select_phase",),
        _CLIPBOARD,
        _EXPORT,
    ),
    "lane": (_WORDS, _BESIDE, _SHOWN, _HEIGHTS, _UP_AND_DOWN, ("edit.select_lane",), _CLIPBOARD, _EXPORT),
    "cell": (
        ("insert.touchpoint", "insert.note"),
        ("edit.paste",),
        ("insert.phase", "insert.step"),
        ("edit.select_lane", "edit.select_phase"),
        ("structure.show",),
    ),
    "": (
        ("edit.paste", "edit.select_all"),
        ("insert.touchpoint", "insert.note", "insert.phase", "insert.step"),
        ("insert.persona", "insert.channel"),
        ("structure.show",),
        ("map.mirror", "map.properties"),
    ),
}
_OTHER = (_CLIPBOARD, _WORDS, _MOVES, _EXPORT)


def context_menu(session: Session, place: str, actions: Actions, parent: QWidget) -> QMenu:
    """The commands for what is selected; where nothing is, for the place. What cannot be used now is left out."""
    menu = QMenu(parent)
    for group in _groups(session, place):
        for name in group:
            if actions[name].isEnabled():
                menu.addAction(actions[name])
        menu.addSeparator()
    return menu


def _groups(session: Session, place: str) -> tuple[tuple[str, ...], ...]:
    kinds = {thing.kind for key in session.selection[:200] if (thing := find_thing(session.project, key)) is not None}
    if not kinds:
        return _GROUPS["cell" if "/" in place else ""]
    if kinds <= CARD_KINDS:
        return _CARD
    kind = next(iter(kinds)) if len(kinds) == 1 else "mixed"
    return _GROUPS.get(kind, _OTHER)
