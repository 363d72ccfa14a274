"""What does not match a filter is drawn pale, and nothing moves."""

from __future__ import annotations

import gc
from collections.abc import Iterator

from journey_editor.edit.cards import set_card
from journey_editor.layout.compare import changed
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Group, Image, Item
from journey_editor.layout.look import luminance
from journey_editor.layout.pages import pages
from journey_editor.layout.result import CardBlock, Layout
from journey_editor.layout.scaling import runs
from journey_editor.model.filtering import Lit
from tests.builders import everything
from tests.canvas.conftest import small_project

ONLY_A_AND_C = Lit(frozenset(("a", "c")), None)


def groups(items: tuple[Item, ...]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
        if isinstance(item, Group):
            yield from groups(item.items)


def darkest(layout: Layout, thing: str) -> float:
    """How light the darkest text of a thing is, 0 to 1."""
    found = next(g for g in groups(layout.root.items) if g.tag is not None and g.tag.id == thing)
    return min(luminance(run.color) for run in runs(found.items))


def test_cards_that_match_are_dark_and_the_others_pale() -> None:
    layout = Layouter().layout(small_project(), "map", lit=ONLY_A_AND_C)
    assert darkest(layout, "a") < 0.05
    assert darkest(layout, "c") < 0.05
    for card in ("b", "d", "e", "n"):
        assert darkest(layout, card) > 0.3


def test_nothing_moves_and_every_box_is_found() -> None:
    plain, dim = Layouter().layout(small_project(), "map"), Layouter().layout(small_project(), "map", lit=ONLY_A_AND_C)
    assert list(plain.cards()) == list(dim.cards())
    assert plain.lines == dim.lines
    assert (plain.width, plain.height) == (dim.width, dim.height)
    words = [run.text for run in runs(plain.root.items)]
    assert words == [run.text for run in runs(dim.root.items)]


def test_a_path_is_pale_unless_both_its_cards_match() -> None:
    both = Layouter().layout(small_project(), "map", lit=ONLY_A_AND_C)
    one = Layouter().layout(small_project(), "map", lit=Lit(frozenset("a"), None))
    assert darkest(both, "way") < 0.2
    assert darkest(one, "way") > 0.3


def test_the_curve_of_another_persona_is_pale() -> None:
    layouter, project = Layouter(), small_project()
    plain = layouter.layout(project, "map")
    hers = layouter.layout(project, "map", lit=Lit(frozenset("abcde"), frozenset(("mira",))))
    nobody = layouter.layout(project, "map", lit=Lit(frozenset("abcde"), frozenset(("tom",))))

    def ink(layout: Layout) -> object:
        row = layout.row("mood")
        assert row is not None
        return row.block.group.items

    assert ink(hers) == ink(plain)
    assert ink(nobody) != ink(plain)


def test_only_what_changes_is_drawn_anew() -> None:
    layouter, project = Layouter(), small_project()
    first = layouter.layout(project, "map", lit=ONLY_A_AND_C)
    again = layouter.layout(project, "map", lit=Lit(frozenset(("a", "c")), None))
    assert changed(first, again) == []
    edited = layouter.layout(set_card(project, "b", title="Bard b"), "map", lit=ONLY_A_AND_C)
    areas = changed(again, edited)
    box = edited.card("b")
    assert box is not None
    assert areas
    assert all(x >= box.x - 2 and y >= box.y - 2 and x + w <= box.x + box.w + 2 for x, y, w, h in areas)


def test_pages_are_pale_as_the_screen_is() -> None:
    plain, dim = pages(small_project(), "map"), pages(small_project(), "map", lit=ONLY_A_AND_C)

    def of(card: str, made: object) -> float:
        found = next(g for g in groups(made.pages[0].root.items) if g.tag is not None and g.tag.id == card)  # type: ignore[attr-defined]
        return min(luminance(run.color) for run in runs(found.items))

    assert of("a", dim) == of("a", plain)
    assert of("b", dim) > 0.3 > of("b", plain)


def test_what_was_pale_before_an_edit_is_forgotten() -> None:
    """A group holds the ink of all that was ever in it: a day's edits would fill the memory."""
    layouter, project = Layouter(), small_project()
    lit = Lit(frozenset("e"), None)
    for turn in range(30):
        project = set_card(project, "a", title=f"Card {turn}")
        layouter.layout(project, "map", lit=lit)
    gc.collect()
    kept = [block for block in gc.get_objects() if isinstance(block, CardBlock) and block.id == "a"]
    assert 0 < len(kept) < 6


def test_the_image_of_a_pale_card_is_pale_on_the_screen_and_on_paper() -> None:
    def images(items: tuple[Item, ...]) -> list[Image]:
        held = [item for item in items if isinstance(item, Image)]
        return held + [i for item in items if isinstance(item, Group) for i in images(item.items)]

    lit = Lit(frozenset(("tp-web",)), None)
    drawn = Layouter().layout(everything(), "mp-one", lit=lit).root.items
    printed = pages(everything(), "mp-one", lit=lit).pages[0].root.items
    for items in (drawn, printed):
        shares = [round(image.opacity, 2) for image in images(items)]
        assert set(shares) == {1.0, 0.28}  # the touchpoint's and the picture's
