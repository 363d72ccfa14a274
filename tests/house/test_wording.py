"""The program speaks German and English completely: what stands in the code is found by reading the code."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from journey_editor import wording
from journey_editor.places import resource
from journey_editor.wording import speakable, tr, trn

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted([ROOT / "run.py", *(ROOT / "journey_editor").rglob("*.py")])


@cache
def _tree(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"))


def _said(source: Path) -> Iterator[tuple[str, int]]:
    """The texts that a module hands to tr() and trn() as literals, with their lines."""
    for node in ast.walk(_tree(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for argument in node.args[: {"tr": 1, "trn": 2}.get(name, 0)]:
            assert not isinstance(argument, ast.JoinedStr), f"{source}:{node.lineno}: fields go in after translation"
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value, node.lineno


def _fields(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)[^}]*\}", text))


@pytest.fixture(scope="module")
def german() -> dict[str, str]:
    return dict(wording.catalogue("de"))


def test_every_text_in_the_code_has_its_german(german: dict[str, str]) -> None:
    missing = [
        f"{source.relative_to(ROOT)}:{line}: {text!r}"
        for source in SOURCES
        for text, line in _said(source)
        if text.strip() and text not in german
    ]
    assert not missing, "\n".join(missing)


def test_no_german_is_left_of_texts_that_are_gone(german: dict[str, str]) -> None:
    # Texts may stand in tables and reach tr() by a name, so any literal in the code counts.
    literals = {
        node.value
        for source in SOURCES
        for node in ast.walk(_tree(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not [text for text in german if text not in literals]


def test_both_languages_fill_in_the_same_fields(german: dict[str, str]) -> None:
    assert not [text for text, translated in german.items() if _fields(text) != _fields(translated)]


def test_no_text_is_translated_to_nothing_or_in_two_ways() -> None:
    ways: dict[str, set[str]] = {}
    for file in resource("translations", "de").glob("*.json"):
        pairs = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=list)
        doubled = [text for text, count in Counter(text for text, _ in pairs).items() if count > 1]
        assert not doubled, f"{file.name} has these twice: {doubled}"
        for text, translated in pairs:
            ways.setdefault(text, set()).add(translated)
    assert not {text: found for text, found in ways.items() if len(found) > 1 or not all(found)}


def test_a_text_is_said_in_the_language_asked_for() -> None:
    assert (
        tr("Installing a system package: {packages}", to="de-AT", packages="x") == "Ein Systempaket wird installiert: x"
    )
    assert tr("Installing a system package: {packages}", to="en", packages="x") == "Installing a system package: x"


def test_what_has_no_translation_is_said_in_english() -> None:
    assert tr("A sentence that nobody has translated", to="de") == "A sentence that nobody has translated"


def test_one_and_many_have_their_own_forms() -> None:
    assert trn("{n} thing", "{n} things", 1, to="en") == "1 thing"
    assert trn("{n} thing", "{n} things", 0, to="en") == "0 things"


@pytest.mark.parametrize(
    ("tag", "language"), [("de_CH.UTF-8", "de"), ("DE", "de"), ("fr", "en"), ("", "en"), ("C", "en")]
)
def test_a_language_that_is_not_spoken_means_english(tag: str, language: str) -> None:
    assert speakable(tag) == language
