"""No edit is forgotten: each one is in the hands of a state machine, by itself or as part of what a window does."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import journey_editor.edit
import journey_editor.session

HERE = Path(__file__).parent
MACHINES = (*HERE.glob("editing/*.py"), *HERE.glob("working/*.py"), HERE / "test_any_edits.py")

#: What no machine and no act calls by itself: name -> why.
NOT_BY_ITSELF = {
    "edit.change.with_map": "puts in the place of a map what its caller made of it",
    "edit.rewriting.each_lane": "applies what its caller does to a lane",
    "edit.rewriting.each_card": "applies what its caller does to a card",
    "edit.rewriting.each_thing": "applies what its caller does to a thing",
    "edit.overlay.forget": "the translations' part of what deletes",
    "edit.overlay.forget_text": "the translations' part of what takes a text away",
    "edit.overlay.follow": "the translations' part of what changes lists",
    "edit.overlay.copied": "the translations' part of what copies",
    "edit.merging.build.built": "the last part of edit.merging.merge.merge",
    "edit.merging.texts.put_into": "a part of edit.merging.merge.merge",
}


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def functions(package: ModuleType, first: str) -> Iterator[tuple[str, FunctionType]]:
    """The public functions of a package whose first argument is of that class, by "edit.cards.add_card"."""
    for module in modules(package):
        for name, function in vars(module).items():
            if isinstance(function, FunctionType) and function.__module__ == module.__name__ and name[0] != "_":
                arguments = list(inspect.signature(function).parameters.values())
                if arguments and arguments[0].annotation == first:
                    yield f"{module.__name__.removeprefix('journey_editor.')}.{name}", function


def edits() -> set[str]:
    """What makes a project out of a project."""
    makes = re.compile(r"\b(Project|Merged)\b")
    return {
        name
        for name, function in functions(journey_editor.edit, "Project")
        if makes.search(str(inspect.signature(function).return_annotation))
    }


def acts() -> set[str]:
    """What makes a step of a session, or answers what would make one."""
    every = dict(functions(journey_editor.session, "Session"))
    found = {name for name, function in every.items() if "Answer" in str(inspect.signature(function).return_annotation)}
    applying: set[str] = set()
    known = called()
    while more := {name for name, parts in known.items() if parts & (applying | {"session.apply"})} - applying:
        applying |= more
    return found | (set(every) & applying)


def called() -> dict[str, set[str]]:
    """What each function of the session's modules calls."""
    return {name: parts for module in modules(journey_editor.session) for name, parts in _called(module).items()}


def _called(module: ModuleType) -> dict[str, set[str]]:
    """What each function and class of a module calls; the session's own way to change it as "session.apply"."""
    tree = ast.parse(inspect.getsource(module))
    inside = module.__name__.removeprefix("journey_editor.")
    own = [node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    known = _imported(tree, inside.rpartition(".")[0])
    known |= {node.name: f"{inside}.{node.name}" for node in own} | {"session": "session"}
    return {f"{inside}.{node.name}": _named(node, known) for node in own}


def _imported(tree: ast.Module, package: str) -> dict[str, str]:
    """What each name of a module stands for."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            source = f"{package}.{node.module}" if node.level and node.module else node.module or package
            source = source.removeprefix("journey_editor.")
            found |= {name.asname or name.name: f"{source}.{name.name}" for name in node.names}
    return found


def _named(tree: ast.AST, known: dict[str, str]) -> set[str]:
    """All that is named in a piece of code, by its full name."""
    found = {known[node.id] for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in known}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            found.add(f"{known[node.value.id]}.{node.attr}")
    return found


def tried() -> set[str]:
    """What the rules of the machines name, and what that calls."""
    found: set[str] = set()
    for path in MACHINES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = _imported(tree, "tests.properties")
        for node in tree.body:
            if not isinstance(node, ast.ImportFrom):
                found |= _named(node, known)
    parts = called()
    while more := {part for name in found for part in parts.get(name, ())} - found:
        found |= more
    return found


def test_each_edit_is_tried_by_a_machine() -> None:
    found = edits()
    assert {"edit.cards.add_card", "edit.merging.merge.merge", "edit.clipboard.cut"} <= found
    assert sorted(found - tried() - NOT_BY_ITSELF.keys()) == []


def test_each_act_of_a_session_is_tried_by_a_machine() -> None:
    found = acts()
    assert {"session.acts.move", "session.shaping.fold", "session.workshop.link", "session.guide.drop_empty"} <= found
    assert "session.names.name_of" not in found
    assert sorted(found - tried()) == []


def test_what_is_said_not_to_be_tried_is_there_and_is_not() -> None:
    assert sorted(NOT_BY_ITSELF.keys() - edits()) == []
    assert sorted(NOT_BY_ITSELF.keys() & tried()) == []
