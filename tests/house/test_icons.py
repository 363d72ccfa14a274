"""Icons are outlines read from SVG files; what is drawn is what the files say."""

from __future__ import annotations

from math import hypot, isclose

import pytest

from journey_editor.layout.icons import ICON_UNITS, icon, icon_names, star_outline
from journey_editor.layout.svg_shapes import arc_steps, path_steps, read_svg


def _ends(steps: list[tuple[object, ...]]) -> list[tuple[float, ...]]:
    return [tuple(round(float(str(n)), 6) for n in step[-2:]) for step in steps if len(step) > 1]


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_can_be_read_and_lies_in_its_square(name: str) -> None:
    steps = icon(name).steps
    assert steps[0][0] == "M"
    for step in steps:
        assert len(step) == {"M": 3, "L": 3, "C": 7, "Z": 1}[step[0]]
        for number in step[1:]:
            assert -1 <= float(number) <= ICON_UNITS + 1


def test_an_icon_is_one_object_so_that_painters_can_keep_what_they_made_of_it() -> None:
    assert icon("mail") is icon("mail")


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(KeyError, match="no icon called 'no-such-thing'"):
        icon("no-such-thing")


def test_a_name_cannot_lead_out_of_the_folder() -> None:
    with pytest.raises(KeyError):
        icon("../icons/mail")


def test_the_star_can_be_filled() -> None:
    assert star_outline().steps[-1] == ("Z",)


def test_relative_commands_count_from_where_the_pen_is() -> None:
    assert path_steps("m2 3l4 0h1v-2H0V9z l1 1") == [
        ("M", 2, 3),
        ("L", 6, 3),
        ("L", 7, 3),
        ("L", 7, 1),
        ("L", 0, 1),
        ("L", 0, 9),
        ("Z",),
        ("L", 3, 4),  # after Z the pen is back at the start
    ]


def test_more_points_after_a_move_are_lines() -> None:
    assert [step[0] for step in path_steps("M0 0 1 1 2 2")] == ["M", "L", "L"]


def test_flags_of_an_arc_may_stand_without_separators() -> None:
    assert path_steps("M0 0a1 1 0 012 0") == path_steps("M 0 0 a 1 1 0 0 1 2 0")


def test_numbers_may_touch() -> None:
    assert path_steps("M.5.5-1-1") == [("M", 0.5, 0.5), ("L", -1, -1)]


def test_a_smooth_curve_mirrors_the_handle_before_it() -> None:
    assert path_steps("M0 0C0 1 1 2 2 2S4 3 4 4")[-1] == ("C", 3, 2, 4, 3, 4, 4)
    assert path_steps("M0 0L2 2S4 3 4 4")[-1] == ("C", 2, 2, 4, 3, 4, 4)


def test_a_quadratic_curve_is_the_same_as_a_cubic() -> None:
    assert _ends(path_steps("M0 0Q3 3 6 0T12 0")) == [(0, 0), (6, 0), (12, 0)]
    assert path_steps("M0 0Q3 3 6 0")[-1] == ("C", 2, 2, 4, 2, 6, 0)


@pytest.mark.parametrize(("large", "sweep"), [(False, False), (False, True), (True, False), (True, True)])
def test_an_arc_stays_on_its_ellipse_and_takes_the_way_its_flags_say(large: bool, sweep: bool) -> None:
    steps = arc_steps(3, 0, 3, 3, 0, large, sweep, 0, 3)
    assert steps[-1][-2:] == (0, 3)
    assert len(steps) == (3 if large else 1)
    centre = (0.0, 0.0) if large != sweep else (3.0, 3.0)
    for x, y in _ends([tuple(step) for step in steps]):
        assert isclose(hypot(x - centre[0], y - centre[1]), 3, rel_tol=1e-6)


def test_radii_that_are_too_small_are_scaled_up() -> None:
    assert _ends([tuple(step) for step in arc_steps(0, 0, 1, 1, 0, False, True, 10, 0)])[0] == (5, -5)


def test_an_arc_to_the_same_place_draws_nothing_and_one_without_radius_a_line() -> None:
    assert arc_steps(1, 1, 5, 5, 0, True, True, 1, 1) == []
    assert arc_steps(0, 0, 0, 5, 0, False, True, 9, 9) == [("L", 9, 9)]


@pytest.mark.parametrize(
    "svg",
    ["<svg><text>x</text></svg>", '<svg><g transform="scale(2)"/></svg>', '<svg><path d="M0 0 L x"/></svg>'],
)
def test_what_is_not_understood_is_an_error_and_never_left_out(svg: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_svg(svg)
