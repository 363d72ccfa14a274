"""Words of another language that stand in for missing ones: dotted on the screen, plain in print, never a hole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journey_editor.edit.translations import set_text
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Group, Item, Path
from journey_editor.layout.pages import pages
from journey_editor.layout.result import Layout
from journey_editor.model.cards import Metric
from journey_editor.model.project import Project
from journey_editor.model.things import things
from journey_editor.model.translatable import texts
from tests.builders import everything, journey, lane, phase, project, tp


def _items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from _items(item.items)
        else:
            yield item


def _card(layout: Layout, card: str) -> list[Item]:
    block = layout.card_block(card)
    assert block is not None
    return list(_items(block.group.items))


def _dots(items: list[Item]) -> int:
    return sum(isinstance(item, Path) and item.dash == (0.01, 2.6) for item in items)


def _said(items: list[Item]) -> str:
    return "".join(item.text for item in items if isinstance(item, GlyphRun))


def _one(**fields: object) -> Project:
    cell = {"s": [tp("a", "Laden", description="Im Ort"), tp("b", "Netz"), tp("c", "24 %")]}
    return project(journey([phase("p", "s")], [lane("touchpoints", "l", cell)]), language="de", **fields)


def test_on_the_screen_words_that_stand_in_for_missing_ones_have_dots() -> None:
    there = _one(translations={"en": {"b.title": "Web"}})
    layout = Layouter().layout(there, "map", language="en", dotted=True)
    assert _said(_card(layout, "a")) == "LadenIm Ort"
    assert _dots(_card(layout, "a")) == 2  # the title's and the description's
    assert _said(_card(layout, "b")) == "Web"
    assert _dots(_card(layout, "b")) == 0


def test_what_has_no_letters_is_not_missing() -> None:
    there = _one(translations={"en": {}})
    assert _dots(_card(Layouter().layout(there, "map", language="en", dotted=True), "c")) == 0


def test_the_first_language_has_no_dots_below_its_own_words() -> None:
    there = _one(translations={"en": {"b.title": "Web"}})
    layout = Layouter().layout(there, "map", language="de", dotted=True)
    assert not _dots(list(_items(layout.root.items)))


def test_words_of_a_card_that_was_written_in_another_language_are_shown_in_the_first_one() -> None:
    there = set_text(_one(translations={"en": {}}), "de", "b", "title", "")
    there = set_text(there, "en", "b", "title", "Web")
    items = _card(Layouter().layout(there, "map", language="de", dotted=True), "b")
    assert (_said(items), _dots(items)) == ("Web", 1)


def test_print_has_no_dots_and_no_holes() -> None:
    there = _one(translations={"en": {"b.title": "Web"}})
    composed = pages(there, "map", language="en")
    items = [item for page in composed.pages for item in _items(page.root.items)]
    assert not _dots(items)
    assert {"Laden", "Web"} <= {word for item in items if isinstance(item, GlyphRun) for word in item.text.split()}


def test_dots_move_nothing() -> None:
    there = everything()
    plain = Layouter().layout(there, "mp-one", language="en")
    dotted = Layouter().layout(there, "mp-one", language="en", dotted=True)
    assert (plain.width, plain.height) == (dotted.width, dotted.height)
    assert [(row.y, row.h) for row in plain.rows] == [(row.y, row.h) for row in dotted.rows]


def test_the_dots_go_when_the_words_come() -> None:
    layouter, there = Layouter(), _one(translations={"en": {}})
    assert _dots(_card(layouter.layout(there, "map", language="en", dotted=True), "b")) == 1
    there = set_text(there, "en", "b", "title", "Netz")  # the same word, but now it is meant
    assert _dots(_card(layouter.layout(there, "map", language="en", dotted=True), "b")) == 0


@pytest.mark.parametrize("name", ["Laden", "تحميل", "読み込み"])
def test_every_script_and_a_figure_with_its_unit_takes_dots(name: str) -> None:
    metric = Metric(name=name, value=3.0, unit="Stück", source="x")
    there = project(
        journey([phase("p", "s")], [lane("touchpoints", "l", {"s": [tp("a", name, metrics=(metric,))]})]),
        translations={"fr": {}},
    )
    layout = Layouter().layout(there, "map", language="fr", dotted=True)
    assert _dots(_card(layout, "a")) >= 1


def test_a_step_that_is_named_in_another_language_only_has_its_name_on_the_map() -> None:
    there = set_text(_one(translations={"en": {}}), "en", "s", "title", "At home")
    for language in ("de", "en"):
        items = list(_items(Layouter().layout(there, "map", language=language).root.items))
        assert "At home" in [item.text for item in items if isinstance(item, GlyphRun)]


def _ink(items: tuple[Item, ...], x: float = 0.0, y: float = 0.0) -> Iterator[object]:
    """All that is drawn, with places on the map and the steps of outlines, which are compared by identity."""
    for item in items:
        if isinstance(item, Group):
            yield from _ink(item.items, x + item.x, y + item.y)
        elif isinstance(item, Path):
            yield item._replace(outline=item.outline.steps, x=round(x + item.x, 3), y=round(y + item.y, 3))  # type: ignore[arg-type]
        else:
            yield item._replace(x=round(x + item.x, 3), y=round(y + item.y, 3))


def test_typing_any_translation_gives_the_layout_that_is_made_from_scratch() -> None:
    there, layouter = everything(), Layouter()
    for thing in list(things(there)):
        for field, own in texts(thing.node):
            for text in (f"{own} in a few more words", "", own):
                there = set_text(there, "en", thing.id, field, text)
                typed = layouter.layout(there, "mp-one", language="en", dotted=True)
            fresh = Layouter().layout(there, "mp-one", language="en", dotted=True)
            assert list(_ink((typed.root,))) == list(_ink((fresh.root,))), (thing.id, field)


def test_typing_a_translation_of_a_card_keeps_the_blocks_of_all_others() -> None:
    there, layouter = everything(), Layouter()
    before = layouter.layout(there, "mp-one", language="en")
    after = layouter.layout(set_text(there, "en", "tp-web", "title", "Site"), "mp-one", language="en")
    assert after.card_block("tp-web") is not before.card_block("tp-web")
    assert after.card_block("tp-shop") is before.card_block("tp-shop")
