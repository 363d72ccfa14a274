"""Pages in grey: no colour is left, what is light stays light, and neighbours stay apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from journey_editor.layout import look
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Group, Image, Item, Path, Rect
from journey_editor.layout.grey import grey, grey_group, greyed, lightness
from journey_editor.layout.later import Later
from journey_editor.layout.look import PHASE_COLORS, TONES, contrast, phase_fill
from journey_editor.layout.pages import pages
from tests.builders import everything

#: What the palette keeps between any two of its colours (L*).
_APART = 7.9


def colours(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            yield from colours(item.items)
        elif isinstance(item, GlyphRun):
            yield item.color
        elif isinstance(item, Rect | Path):
            yield from filter(None, (item.fill, item.stroke))


def images(items: tuple[Item, ...]) -> Iterator[Image]:
    for item in items:
        if isinstance(item, Group):
            yield from images(item.items)
        elif isinstance(item, Image):
            yield item


@pytest.mark.parametrize(
    "colour", [phase.fill for phase in PHASE_COLORS] + ["#000000", "#FFFFFF", "#FF0000", "#0000FF"]
)
def test_a_grey_is_as_light_as_the_colour_was(colour: str) -> None:
    assert abs(lightness(grey(colour)) - lightness(colour)) < 0.3
    assert grey(grey(colour)) == grey(colour)


def test_black_white_and_the_middle_have_the_lightness_that_cie_gives_them() -> None:
    assert lightness("#000000") == 0
    assert lightness("#FFFFFF") == pytest.approx(100)
    assert lightness("#777777") == pytest.approx(50.0, abs=0.5)


@pytest.mark.parametrize("count", range(1, 25))
def test_phases_side_by_side_stay_apart_in_grey_as_a_new_map_spreads_them(count: int) -> None:
    fills = [grey(phase_fill(n, count, "")) for n in range(count)]
    for left, right in pairwise(fills):
        assert abs(lightness(left) - lightness(right)) >= _APART - 0.2  # a grey has whole shades only


def test_words_on_a_phase_can_be_read_in_grey() -> None:
    for phase in PHASE_COLORS:
        assert contrast(grey(phase.fill), grey(phase.text)) >= 4.4


def test_what_a_tone_says_by_its_colour_its_sign_says_too() -> None:
    """Grounds of notes are nearly one grey: their signs differ, and can be seen."""
    signs = [tone.icon for tone in TONES.values()]
    assert len(set(signs)) == len(signs)
    for tone in TONES.values():
        assert contrast(grey(tone.ground), grey(tone.symbol)) >= 4.5


def test_curves_differ_in_dash_and_dot() -> None:
    looks = [look.curve_look(n, "#2B3445") for n in range(16)]
    assert len({(one.dash, one.dot) for one in looks}) == 16


def test_a_whole_map_has_no_colour_left_and_nothing_else_changes() -> None:
    project = everything()
    before = pages(project, project.maps[0].id, layouter=Layouter())
    after = greyed(before)
    for coloured, page in zip(before.pages, after.pages, strict=True):
        was, now = list(colours(coloured.root.items)), list(colours(page.root.items))
        assert len({colour for colour in was if colour != grey(colour)}) > 5
        assert now == [grey(colour) for colour in was]
        assert all(image.grey for image in images(page.root.items))
        assert not any(image.grey for image in images(coloured.root.items))
    assert (after.scale, after.shortened, after.type) == (before.scale, before.shortened, before.type)


def test_what_is_drawn_later_is_made_grey_later() -> None:
    made: list[int] = []

    def ink() -> tuple[Item, ...]:
        made.append(1)
        return (Rect(0, 0, 1, 1, "#FF0000"),)

    group = grey_group(Group(1.0, 2.0, 3.0, 4.0, Later(ink)))
    assert not made
    assert group.items == (Rect(0, 0, 1, 1, grey("#FF0000")),)
    assert (group.x, group.y, group.w, group.h) == (1, 2, 3, 4)
