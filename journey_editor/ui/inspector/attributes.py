"""One attribute of the nodes in scope, readable and writable, whatever it is nested in.

A path such as ("metrics", 0, "name") leads to the value; the same path is the key of its translation, so that one
class serves titles, metrics, links, theme and page setup. Where the nodes differ, an attribute reads as SEVERAL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Any, Final, Protocol

from journey_editor.edit import cards, translations
from journey_editor.edit.anything import set_any
from journey_editor.edit.change import changed
from journey_editor.model.base import Node
from journey_editor.model.cards import Emotion
from journey_editor.model.project import Project

from .scope import Scope


class Several(Enum):
    """The value of an attribute in which the selected nodes differ."""

    SEVERAL = "several"


SEVERAL: Final = Several.SEVERAL

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def storable(text: str) -> str:
    """The text without what no file can hold: control characters and halves of characters, as a paste may bring."""
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class Attribute(Protocol):
    """What a field shows and changes."""

    @property
    def key(self) -> str:
        """Unlike that of any other attribute of the same nodes; typing merges by it."""

    def read(self, scope: Scope) -> Any:
        """The common value of the nodes, SEVERAL if they differ, None where there is none."""

    def hint(self, scope: Scope) -> str:
        """What stands behind an empty field: the text in the first language while another one is entered."""

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        """The project with the value in all nodes."""


def common(values: Iterable[Any]) -> Any:
    """The value that all have, else SEVERAL; None if there are none."""
    every = iter(values)
    first = next(every, None)
    return first if all(value == first and type(value) is type(first) for value in every) else SEVERAL


def value_at(node: Any, path: tuple[str | int, ...]) -> Any:
    """The value at the end of the path; None where the path ends early (a list has become shorter)."""
    for key in path:
        if node is None:
            return None
        if isinstance(key, int):
            node = node[key] if key < len(node) else None
        else:
            node = getattr(node, key)
    return node


def replaced(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """The value with another one at the end of the path."""
    if not path:
        return new
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        return (*value[:key], replaced(value[key], rest, new), *value[key + 1 :])
    assert isinstance(value, Node)
    return changed(value, {key: replaced(getattr(value, key), rest, new)})


class Own:
    """A value that is the same in every language."""

    def __init__(self, *path: str | int) -> None:
        self.path = path

    @property
    def key(self) -> str:
        return ".".join(map(str, self.path))

    def read(self, scope: Scope) -> Any:
        return common(value_at(node, self.path) for node in scope.nodes)

    def hint(self, scope: Scope) -> str:
        return ""

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        top = self.path[0]
        assert isinstance(top, str)
        for node in scope.nodes:
            if value_at(node, self.path[:-1]) is not None:
                whole = replaced(getattr(node, top), self.path[1:], value)
                project = set_any(project, node.id, **{top: whole})
        return project


class Words(Own):
    """A text that may be said in each language: the first one is the node's own, the others lie over it."""

    def read(self, scope: Scope) -> Any:
        if scope.first_language:
            return super().read(scope)
        words = scope.project.translations.get(scope.language, {})
        return common(words.get(f"{node.id}.{self.key}", "") for node in scope.nodes)

    def hint(self, scope: Scope) -> str:
        own = "" if scope.first_language else super().read(scope)
        return own if isinstance(own, str) else ""

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        if scope.first_language:
            return super().write(scope, project, value)
        for node in scope.nodes:
            project = translations.set_translation(project, scope.language, node.id, self.key, value)
        return project


class WordList(Words):
    """A list of short texts. In another language each entry stands for the one of the first language at its place."""

    def read(self, scope: Scope) -> Any:
        if scope.first_language:
            return Own.read(self, scope)
        words = scope.project.translations.get(scope.language, {})
        lists = []
        for node in scope.nodes:
            said = [words.get(f"{node.id}.{self.key}.{i}", "") for i in range(len(value_at(node, self.path)))]
            while said and not said[-1]:
                said.pop()
            lists.append(tuple(said))
        return common(lists)

    def hint(self, scope: Scope) -> str:
        own = None if scope.first_language else Own.read(self, scope)
        return "\n".join(own) if isinstance(own, tuple) else ""

    def places(self, scope: Scope) -> int | None:
        """How many entries there may be: None for any number, in the first language."""
        if scope.first_language:
            return None
        return min((len(value_at(node, self.path)) for node in scope.nodes), default=0)

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        if scope.first_language:
            return Own.write(self, scope, project, value)
        for node in scope.nodes:
            for i in range(len(value_at(node, self.path))):
                text = value[i] if i < len(value) else ""
                project = translations.set_translation(project, scope.language, node.id, f"{self.key}.{i}", text)
        return project


class Feeling:
    """What a persona feels at touchpoints: `part` is value, expected or label."""

    def __init__(self, persona: str, part: str) -> None:
        self.persona = persona
        self.part = part

    @property
    def key(self) -> str:
        return f"emotions.{self.persona}.{self.part}"

    def _emotion(self, node: Any) -> tuple[int, Emotion | None]:
        for index, emotion in enumerate(node.emotions):
            if emotion.persona == self.persona:
                return index, emotion
        return -1, None

    def _own(self, node: Any) -> Any:
        _, emotion = self._emotion(node)
        if emotion is None:
            return "" if self.part == "label" else None
        return getattr(emotion, self.part)

    def _translated(self, scope: Scope) -> bool:
        return self.part == "label" and not scope.first_language

    def read(self, scope: Scope) -> Any:
        if not self._translated(scope):
            return common(self._own(node) for node in scope.nodes)
        words = scope.project.translations.get(scope.language, {})
        return common(words.get(f"{node.id}.emotions.{self._emotion(node)[0]}.label", "") for node in scope.nodes)

    def hint(self, scope: Scope) -> str:
        own = common(self._own(node) for node in scope.nodes) if self._translated(scope) else ""
        return own if isinstance(own, str) else ""

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        for node in scope.nodes:
            index, _ = self._emotion(node)
            if not self._translated(scope):
                project = cards.set_emotion(project, node.id, self.persona, **{self.part: value})
            elif index >= 0:
                key = f"emotions.{index}.label"
                project = translations.set_translation(project, scope.language, node.id, key, value)
        return project
