"""The map in which everything occurs, and ways to look at all of a panel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.model.things import Thing, things
from journey_editor.storage.codec import Loaded, decode
from journey_editor.ui.inspector.inspector import Inspector
from journey_editor.ui.inspector.items import ItemList
from tests.model_walk import nodes

FILE = Path(__file__).parent.parent / "data" / "everything.journey"


@cache
def loaded() -> Loaded:
    return decode(FILE.read_bytes(), FILE.name)


def one_of_each() -> list[Thing]:
    """The richest thing of every kind; lanes of each kind are kinds of their own."""
    richest: dict[type[Node], Thing] = {}
    for thing in things(loaded().project):
        best = richest.get(type(thing.node))
        if best is None or _weight(thing.node) > _weight(best.node):
            richest[type(thing.node)] = thing
    return [thing for kind, thing in richest.items() if kind is not Project]


def _weight(node: Node) -> int:
    return sum(1 for inner in nodes(node) for name in type(inner).model_fields if getattr(inner, name))


def open_groups(inspector: Inspector) -> None:
    for group in inspector.panel.groups:
        if not group.head.isChecked():
            group.head.click()
    QApplication.processEvents()


def part(inspector: Inspector, kind: type[ItemList]) -> ItemList:
    """A list of the panel, with its group open."""
    open_groups(inspector)
    found = inspector.panel.findChild(kind)
    assert isinstance(found, kind)
    return found


def with_rows_opened(inspector: Inspector) -> Iterator[None]:
    """The panel with all groups open, once for each row of its lists, which is open then."""
    open_groups(inspector)
    yield
    for found in inspector.panel.findChildren(ItemList):
        if found._opens and found.isVisibleTo(inspector):
            for place in range(len(found.rows)):
                found.rows[place].click()
                QApplication.processEvents()
                yield
            if found.open_form is not None:
                found.open("")
