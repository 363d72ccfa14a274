"""The lists of several cards at once: what all of them have, what some have, and one entry for all.

Equal items of different cards are one row. It says in how many of the cards it is; what is changed in it is changed in
each of these, and it can be given to the others or taken away from all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from journey_editor.edit import translations
from journey_editor.edit.anything import set_any
from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.wording import tr

from .attributes import Words, common, replaced, value_at
from .buttons import Buttons, plain_button
from .form import Form
from .item_rows import Cell, Item
from .items import ItemList
from .scope import Scope

#: Card id -> the place of an item in its list.
Places = dict[str, int]


class Shared(NamedTuple):
    """An item and where it is. `key` is that of the first card that has it."""

    key: str
    value: Any
    places: Places


def shared(nodes: Sequence[Any], field: str) -> list[Shared]:
    """The different items in the lists of several nodes, in the order in which they are met; those of all come first.

    An item that a list has twice counts as two.
    """
    found: dict[tuple[str, int], Shared] = {}
    for node in nodes:
        met: dict[str, int] = {}
        for place, value in enumerate(getattr(node, field)):
            said = repr(value)
            met[said] = met.get(said, 0) + 1
            row = found.setdefault((said, met[said]), Shared(f"{node.id}.{place}", value, {}))
            row.places[node.id] = place
    return sorted(found.values(), key=lambda row: len(row.places) < len(nodes))


class OfEach(Words):
    """A part of an item that several cards have, at another place in each. Said in each language, if it is `said`."""

    def __init__(self, field: str, places: Callable[[], Places], *part: str | int, said: bool = True) -> None:
        super().__init__(field, *part)
        self._field, self._places, self._part, self._said = field, places, part, said

    @property
    def key(self) -> str:
        return ".".join((self._field, "each", *map(str, self._part)))

    def _translated(self, scope: Scope) -> bool:
        return self._said and not scope.first_language

    def _key_in(self, node_id: str, place: int) -> str:
        return ".".join((self._field, str(place), *map(str, self._part)))

    def read(self, scope: Scope) -> Any:
        if not self._translated(scope):
            return self._own(scope)
        words = scope.project.translations.get(scope.language, {})
        return common(words.get(f"{key}.{self._key_in(key, place)}", "") for key, place in self._places().items())

    def _own(self, scope: Scope) -> Any:
        places = self._places()
        return common(
            value_at(node, (self._field, places[node.id], *self._part)) for node in scope.nodes if node.id in places
        )

    def hint(self, scope: Scope) -> str:
        own = self._own(scope) if self._translated(scope) else ""
        return own if isinstance(own, str) else ""

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        nodes = {node.id: node for node in scope.nodes}
        for key, place in self._places().items():
            if self._translated(scope):
                project = translations.set_translation(project, scope.language, key, self._key_in(key, place), value)
            else:
                whole = replaced(getattr(nodes[key], self._field), (place, *self._part), value)
                project = set_any(project, key, **{self._field: whole})
        return project


class SeveralList(ItemList):
    """The rows of a list of several cards. Subclasses say what an item is called and which fields it has."""

    field = ""
    deletes = True

    def __init__(self, scope: Scope, *, add: str = "", none: str = "") -> None:
        super().__init__(scope, opens=True, add=add, none=none or tr("None yet."))

    def words(self, row: Shared) -> str:
        """What an item is called."""
        raise NotImplementedError

    def fields(self, form: Form, places: Callable[[], Places]) -> None:
        """The fields of an item that is at these places."""
        raise NotImplementedError

    mark = ""

    def rows_now(self) -> list[Shared]:
        return shared(self.scope.nodes, self.field)

    def _row(self, key: str) -> Shared | None:
        return next((row for row in self.rows_now() if row.key == key), None)

    def _places(self, key: str) -> Places:
        row = self._row(key)
        return row.places if row is not None else {}

    def items(self) -> list[Item]:
        total, found = len(self.scope.nodes), []
        for row in self.rows_now():
            words = self.words(row) or tr("(no name)")
            count = len(row.places)
            said = tr("all {n}", n=total) if count == total else tr("{n} of {total}", n=count, total=total)
            cells = (Cell(words), Cell(said, 72, right=True, role="quiet"))
            found.append(Item(row.key, cells, f"{words}, {said}", mark=self.mark))
        return found

    def fill(self, form: Form, key: str) -> None:
        self.fields(form, lambda: self._places(key))
        give = plain_button(tr("Give to all"), "copy")
        away = plain_button(tr("Delete"), "trash-2", danger=True)
        buttons = Buttons((give, lambda: self.give(key)), (away, lambda: self.take_away(key)))
        buttons.need(give, lambda: len(self._places(key)) < len(self.scope.nodes))
        form.section(buttons)

    def give(self, key: str) -> None:
        """Add the item to the cards that do not have it."""
        row = self._row(key)
        if row is not None:
            label = tr("{part} given to all", part=self.part)
            self._change(label, lambda node: () if node.id in row.places else (row.value,))

    def removed(self, key: str) -> None:
        places = self._places(key)

        def edit(project: Project) -> Project:
            for node in self.scope.nodes:
                if node.id in places:
                    values, place = getattr(node, self.field), places[node.id]
                    project = set_any(project, node.id, **{self.field: (*values[:place], *values[place + 1 :])})
            return project

        self.scope.change(tr("{part} deleted", part=self.part), edit)

    def add_to_all(self, value: Node | str) -> str:
        """Add one more item to each of the cards; returns why that was refused, or ""."""
        return self._change(tr("{part} added", part=self.part), lambda node: (value,))

    def _change(self, label: str, more: Callable[[Any], tuple[Any, ...]]) -> str:
        def edit(project: Project) -> Project:
            for node in self.scope.nodes:
                if new := more(node):
                    project = set_any(project, node.id, **{self.field: (*getattr(node, self.field), *new)})
            return project

        return self.scope.change(label, edit)

    def added_key(self) -> str:
        """The key of the item that was added last to all."""
        first = self.scope.nodes[0]
        return f"{first.id}.{len(getattr(first, self.field)) - 1}"
