"""Any map on any paper: no card is cut, lost or printed twice, nothing leaves the page, and what is said of it is true.

These run with few examples; a long look is `HYPOTHESIS_PROFILE=deep`.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from journey_editor.layout.compose import Layouter
from journey_editor.layout.finishing import finished
from journey_editor.layout.pages import Pages, pages
from journey_editor.layout.paper import PageProblem
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup
from journey_editor.ui.print_studio.summary import summary
from tests.builders import everything
from tests.layout import page_rules as rules
from tests.layout import sheet_rules, sign_rules
from tests.layout.measured import groups, plain
from tests.layout.print_maps import ANY_MAPS
from tests.layout.print_setups import finishes, setups, worksheets


def some(share: float) -> settings:
    """So much of what the profile asks for: a map of many cards takes a while."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    count = max(int(settings.default.max_examples * share), 1)  # type: ignore[union-attr]  # a profile is loaded
    return settings(max_examples=count, suppress_health_check=slow, deadline=None)


@some(0.5)
@given(ANY_MAPS, setups())
def test_no_card_is_cut_lost_or_printed_twice(made: Project, setup: PageSetup) -> None:
    assert problems(made) == ()
    composed = pages(made, "map", setup, "en")
    rules.each_card_stands_once_and_whole(made, composed)
    rules.no_two_cards_overlap(composed)
    rules.nothing_leaves_the_safe_area(composed, setup)
    rules.map_and_what_stands_around_it_keep_apart(composed)
    rules.type_is_as_small_as_said(composed)
    rules.pages_are_counted_and_of_the_paper(composed, setup, summary(composed, setup, "en"))
    rules.heads_and_band_stand_on_each_page(made, composed)
    rules.rows_lie_under_each_other(composed)
    rules.no_words_lie_on_others(made, composed)
    sign_rules.each_path_is_drawn_or_goes_on_elsewhere(made, composed)
    sign_rules.each_feeling_and_each_mark_is_drawn_once(made, composed)
    sign_rules.pictures_are_printed_whole(made, composed)
    sign_rules.words_that_are_cut_are_named_and_stand_behind(made, composed)


@some(0.15)
@given(ANY_MAPS, worksheets())
def test_worksheets_and_lists_keep_to_their_pages(made: Project, setup: PageSetup) -> None:
    try:
        composed = pages(made, "map", setup, "en")
    except PageProblem:
        assert setup.worksheet
        assert setup.margin > 20 or setup.paper == "custom", "any paper with a name has room for hands"
        return
    rules.nothing_leaves_the_safe_area(composed, setup)
    rules.map_and_what_stands_around_it_keep_apart(composed)
    rules.type_is_as_small_as_said(composed)
    rules.pages_are_counted_and_of_the_paper(composed, setup, summary(composed, setup, "en"))
    rules.no_words_lie_on_others(made, composed)


@some(0.12)
@given(ANY_MAPS, finishes())
def test_what_goes_to_the_printer_shows_all_that_was_composed(made: Project, setup: PageSetup) -> None:
    composed = pages(made, "map", setup, "en")
    _ = composed.type
    try:
        sheets = finished(composed, made, "map", setup, "en")
    except PageProblem:
        assert setup.bleed
        return
    sheet_rules.type_is_no_smaller_than_said(sheets)
    if setup.grey:
        sheet_rules.no_colour_is_left(sheets)
    elif setup.bleed:
        sheet_rules.pages_lie_within_their_trim(composed, sheets, setup)
    else:
        sheet_rules.sheets_show_all_of_each_poster(composed, sheets, setup)


@some(0.15)
@given(ANY_MAPS, setups(), setups())
def test_what_was_printed_before_makes_no_difference(made: Project, setup: PageSetup, other: PageSetup) -> None:
    used = Layouter()
    pages(made, "map", other, "de", used)
    assert _plain(pages(made, "map", setup, "en", used)) == _plain(pages(made, "map", setup, "en"))


def _plain(composed: Pages) -> object:
    return composed.scale, composed.shortened, composed.type, [plain(page.root) for page in composed.pages]


def test_a_card_that_is_cut_lost_or_printed_twice_is_found() -> None:
    """The rules themselves: of pages that break them they say so."""
    made = everything()
    made = made.evolve(maps=made.maps[:1])
    setup = PageSetup(paper="A4")
    composed = pages(made, "mp-one", setup, "de")
    rules.each_card_stands_once_and_whole(made, composed)
    (page, *others) = composed.pages
    (first, *_) = groups(page, "card")
    twice = page._replace(root=page.root._replace(items=(*page.root.items, first.group)))
    with pytest.raises(AssertionError):
        rules.each_card_stands_once_and_whole(made, Pages((twice, *others)))
    with pytest.raises(AssertionError):
        rules.each_card_stands_once_and_whole(made, Pages(tuple(others)))
    with pytest.raises(AssertionError):
        rules.nothing_leaves_the_safe_area(Pages((page._replace(height=page.height / 2),)), setup)
    with pytest.raises(AssertionError):
        rules.map_and_what_stands_around_it_keep_apart(Pages((twice,)))
