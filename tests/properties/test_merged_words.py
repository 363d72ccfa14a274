"""Whatever two people write, in whatever language: no words of theirs vanish in a merge without being asked about."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, get_args

import hypothesis.strategies as st
from hypothesis import given

from journey_editor.edit import languages, translations
from journey_editor.edit.anything import set_any
from journey_editor.edit.change import EditError
from journey_editor.edit.merging.conflicts import Conflict, Side
from journey_editor.edit.merging.flat import Flat
from journey_editor.edit.merging.merge import merge
from journey_editor.model.cards import Metric, Touchpoint, WebLink
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.things import things
from journey_editor.model.translatable import texts
from tests.builders import everything, two_by_two
from tests.random_edits import edited

STARTS = (everything, two_by_two)
LANGUAGES = ("de", "en", "fr")


def versions(seed: int) -> tuple[Project, dict[Side, Project]]:
    chance = Random(seed)
    base = worded(chance.choice(STARTS)(), chance, 6, "b")
    return base, {side: worded(base, chance, chance.randrange(1, 12), side) for side in get_args(Side)}


def worded(project: Project, chance: Random, times: int, name: str) -> Project:
    """The project after edits of what it says and is translated by, and some of any other kind. No word comes twice."""
    for n in range(times):
        word = f"{name}-{n}-word"
        try:
            project = chance.choice(_edits(project, chance, word))()
        except (EditError, AttributeError, KeyError, IndexError):
            continue
    return project


def _edits(project: Project, chance: Random, word: str) -> list[Callable[[], Project]]:
    cards = [thing for thing in things(project) if isinstance(thing.node, Touchpoint)]
    card: Any = chance.choice(cards).node if cards else None
    spoken = [*project.translations] or ["en"]
    fields = [(thing.id, field) for thing in things(project) for field, own in texts(thing.node) if own]
    listed = [at for at in fields if "." in at[1]] or fields

    def said(among: list[tuple[str, str]]) -> Project:
        return translations.set_text(project, chance.choice([project.language, *spoken]), *chance.choice(among), word)

    def with_items(field: str, made: Any) -> Project:
        items = list(getattr(card, field))
        match chance.randrange(4 if items else 2):
            case 0:
                items.append(made)
            case 1:
                items.insert(0, made)
            case 2:
                items[chance.randrange(len(items))] = made
            case 3:
                del items[chance.randrange(len(items))]
        return set_any(project, card.id, **{field: tuple(items)})

    return [
        lambda: said(fields),
        lambda: said(listed),
        lambda: said(listed),
        lambda: with_items("tags", word),
        lambda: with_items("tags", word),
        lambda: with_items("metrics", Metric(name=word)),
        lambda: with_items("links", WebLink(address="https://example.org/", title=word)),
        lambda: edited(project, chance, 1, word),
        lambda: edited(project, chance, 3, word),
        lambda: languages.set_language(project, chance.choice(spoken)) if chance.random() < 0.3 else project,
        lambda: languages.add_language(project, chance.choice(LANGUAGES)),
    ]


def words(project: Project) -> dict[str, tuple[str, str]]:
    """Every text in every language, and what it belongs to."""
    found = {own: (thing.id, field) for thing in things(project) for field, own in texts(thing.node) if own}
    for said in project.translations.values():
        for key, text in said.items():
            thing, _, field = key.partition(".")
            found[text] = (thing, field)
    return found


def is_asked(conflicts: tuple[Conflict, ...], side: Project, thing: str, field: str) -> bool:
    flat, about = Flat(side), {thing}
    waiting = [thing]
    while waiting:
        above = flat.needs(waiting.pop())
        about.update(above)
        waiting += above
    return any(
        key.thing in about
        if key.sort == "gone" or not key.field
        else (key.thing, key.field.partition(".")[0]) == (thing, field.partition(".")[0])
        for key in (conflict.key for conflict in conflicts)
    )


@given(st.integers(0, 10**9))
def test_no_words_vanish_without_a_conflict(seed: int) -> None:
    base, sides = versions(seed)
    merged = merge(base, sides["ours"], sides["theirs"])
    assert problems(merged.project) == ()
    before, after = words(base), words(merged.project)
    for side in sides.values():
        for word, (thing, field) in words(side).items():
            if word not in before and word not in after:
                assert is_asked(merged.conflicts, side, thing, field), (word, thing, field)


@given(st.integers(0, 10**9))
def test_who_is_right_in_all_conflicts_has_all_words_in_it(seed: int) -> None:
    base, sides = versions(seed)
    found = merge(base, sides["ours"], sides["theirs"])
    before = words(base)
    for name, side in sides.items():
        chosen = merge(base, sides["ours"], sides["theirs"], dict.fromkeys((c.key for c in found.conflicts), name))
        after = words(chosen.project)
        assert [word for word in words(side) if word not in before and word not in after] == []
