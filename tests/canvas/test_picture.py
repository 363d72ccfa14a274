"""The cached picture shows what drawing everything anew would show, and redraws only what changed."""

from __future__ import annotations

import random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage

from journey_editor.canvas.images import Images
from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.picture import MARGIN, Picture
from journey_editor.canvas.sheet import Sheet
from journey_editor.canvas.view import MapView
from journey_editor.edit.cards import delete_cards, move_cards, set_card
from journey_editor.edit.phases import move_phase, set_phase
from journey_editor.layout.compare import changed
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Crop, Group, Image
from journey_editor.layout.result import Layout
from journey_editor.model.project import Project

from .conftest import small_project
from .pictures import differing, from_scratch, image_of, png, same, sheet_from_scratch, stale

pytestmark = pytest.mark.usefixtures("qapp")

VIEW = QSize(700, 500)


def picture_of(layout: Layout, scale: float, origin: QPoint) -> Picture:
    picture = Picture(MapPainter())
    picture.set_size(VIEW)
    picture.set_layout(layout, None)
    picture.place(scale, origin)
    picture.finish()
    return picture


EDITS = {
    "rename": lambda p: set_card(p, "a", title="Another name"),
    "grow": lambda p: set_card(p, "c", description="So many words that the card grows by several lines, and its lane"),
    "restyle": lambda p: set_card(p, "e", status="possible", moment_of_truth=True),
    "move": lambda p: move_cards(p, ("b",), "online", "s2"),
    "reorder": lambda p: move_cards(p, ("b",), "shop", "s1", "a"),
    "delete": lambda p: delete_cards(p, ("d",)),
    "phase": lambda p: set_phase(p, "p2", title="Weigh up", color="#8C384E"),
    "phases": lambda p: move_phase(p, "p3", "p1"),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("scale", [96 / 72, 0.41])
def test_every_pixel_that_an_edit_changes_lies_in_what_is_redrawn(name: str, scale: float) -> None:
    project, layouter, origin = small_project(), Layouter(), QPoint(21, -13)
    old = layouter.layout(project, "map")
    sheet = Sheet(MapPainter(), MARGIN)
    sheet.set_size(VIEW)
    sheet.set_scale(scale, origin)
    sheet.set_layout(old, None)
    sheet.finish()
    before = image_of(sheet)
    new = layouter.layout(EDITS[name](project), "map")
    sheet.set_layout(new, changed(old, new))
    after = from_scratch(new, scale, origin, VIEW)
    assert differing(before, after).translated(-MARGIN, -MARGIN).subtracted(sheet.bad).isEmpty()
    sheet.finish()
    assert same(image_of(sheet), after)


def test_renaming_a_card_redraws_a_small_part() -> None:
    project, layouter = small_project(), Layouter()
    old = layouter.layout(project, "map")
    picture = picture_of(old, 96 / 72, QPoint())
    new = layouter.layout(set_card(project, "a", title="Card x"), "map")
    picture.set_layout(new, changed(old, new))
    box = picture.bad.boundingRect()
    assert 0 < box.width() * box.height() < VIEW.width() * VIEW.height() / 4


def test_panning_keeps_what_stays_in_view() -> None:
    layout = Layouter().layout(small_project(), "map")
    picture = picture_of(layout, 96 / 72, QPoint())
    picture.place(96 / 72, QPoint(-30, -20))
    kept = QRect(QPoint(), VIEW)
    assert (picture.bad & kept).isEmpty()  # the margin was drawn ahead
    assert not picture.bad.isEmpty()
    picture.finish()
    assert same(image_of(picture.sheet), from_scratch(layout, 96 / 72, QPoint(-30, -20), VIEW))


def test_zooming_shows_the_last_picture_until_it_comes_to_rest() -> None:
    layout = Layouter().layout(small_project(), "map")
    picture = picture_of(layout, 1.0, QPoint(5, 5))
    picture.place(1.5, QPoint(-20, 0))
    assert picture.zooming
    assert not picture.work(1.0)  # nothing sharp is drawn while the scale still changes
    picture.rest()
    picture.finish()
    assert same(image_of(picture.sheet), from_scratch(layout, 1.5, QPoint(-20, 0), VIEW))


def test_a_resized_view_keeps_its_picture() -> None:
    layout = Layouter().layout(small_project(), "map")
    picture = picture_of(layout, 1.0, QPoint(5, 5))
    picture.set_size(QSize(760, 520))
    assert not picture.bad.contains(QPoint(100, 100))
    picture.finish()
    assert same(image_of(picture.sheet), from_scratch(layout, 1.0, QPoint(5, 5), QSize(760, 520)))


def test_a_frame_ends_when_its_time_is_up() -> None:
    layout = Layouter().layout(small_project(), "map")
    picture = Picture(MapPainter())
    picture.set_size(QSize(1920, 1080))
    picture.set_layout(layout, None)
    picture.place(3.0, QPoint())
    picture.rest()
    assert not picture.work(0.0)  # one block at least, but not all
    assert not picture.bad.isEmpty()


class Drawn(NamedTuple):
    width: float
    height: float
    root: Group


@given(
    st.lists(
        st.builds(
            lambda x, y, w, h: Image(x, y, w, h, "i", crop=Crop(0.0, 0.0, w, h, 2.0)),
            *(st.floats(0.0, most) for most in (300.0, 200.0)),
            *(st.floats(3.0, 90.0) for _ in range(2)),
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([0.4, 0.77, 1.0, 96 / 72, 1.83, 2.7]),
    st.lists(st.builds(QRect, *(st.integers(0, 400),) * 2, *(st.integers(1, 90),) * 2), min_size=1, max_size=8),
)
@settings(max_examples=60)
def test_an_image_on_fractions_of_pixels_looks_the_same_in_every_block(
    items: list[Image], scale: float, bad: list[QRect]
) -> None:
    painter = MapPainter(Images(lambda: {"i": png(7, 5, "#7733AA")}))
    layout = Drawn(300.0, 200.0, Group(0.0, 0.0, 300.0, 200.0, tuple(items)))
    sheet = Sheet(painter, MARGIN)
    sheet.set_size(VIEW)
    sheet.set_scale(scale, QPoint(3, -5))
    sheet.set_layout(layout, None)
    sheet.finish()
    at_once = image_of(sheet)
    for part in bad:
        sheet.bad += part
        sheet.finish()
    assert same(image_of(sheet), at_once)


steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(sorted(EDITS))),
        st.tuples(st.just("pan"), st.tuples(st.integers(-300, 300), st.integers(-300, 300))),
        st.tuples(st.just("zoom"), st.sampled_from([0.3, 0.45, 0.8, 96 / 72, 2.0])),
        st.tuples(st.just("work"), st.just(0.0)),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25)
@given(steps)
def test_whatever_is_done_the_picture_equals_one_drawn_from_scratch(steps: list[tuple[str, object]]) -> None:
    project, layouter, origin, scale = small_project(), Layouter(), QPoint(8, 8), 96 / 72
    layout = layouter.layout(project, "map")
    picture = picture_of(layout, scale, origin)
    for kind, value in steps:
        if kind == "edit":
            project = _edited(project, str(value))
            new = layouter.layout(project, "map")
            picture.set_layout(new, changed(layout, new))
            layout = new
        elif kind == "pan":
            origin = origin + QPoint(*value)  # type: ignore[misc]
            picture.place(scale, origin)
        elif kind == "zoom":
            scale = float(value)  # type: ignore[arg-type]
            picture.place(scale, origin)
        else:
            picture.rest()
            picture.work(0.0)
    picture.finish()
    assert same(image_of(picture.sheet), from_scratch(layout, scale, origin, VIEW))


def _edited(project: Project, name: str) -> Project:
    try:
        return EDITS[name](project)
    except ValueError:  # an earlier step deleted the card
        return project


def test_the_view_shows_the_same_picture_after_any_way_to_a_place(view: MapView) -> None:
    turns = random.Random(7)
    for _ in range(12):
        view.set_zoom(turns.choice([0.5, 1.0, 1.7]))
        view.pan(turns.randint(-200, 200), turns.randint(-200, 200))
    view.settle()
    expected = from_scratch(view.map_layout, view.camera.scale, view.camera.origin, view.picture.sheet.size)
    area = QRect(QPoint(MARGIN, MARGIN), view.picture.sheet.size)
    paper = view.picture.sheet.paper.translated(MARGIN, MARGIN).adjusted(4, 4, -4, -4) & area
    shown = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert not paper.isEmpty()
    assert same(shown.copy(paper.translated(-MARGIN, -MARGIN)), expected.copy(paper))


def test_what_is_stale_is_told_from_the_shade_of_one_pixel() -> None:
    layout, origin = Layouter().layout(small_project(), "map"), QPoint(8, 8)

    def found(*pixels: tuple[int, int, int]) -> int:
        shown = from_scratch(layout, 1.0, origin, VIEW)
        for x, y, shade in pixels:
            was = shown.pixelColor(x, y)
            shown.setPixelColor(x, y, was.fromRgb(abs(was.red() - shade), was.green(), was.blue()))
        return stale(shown, sheet_from_scratch(layout, 1.0, origin, VIEW)).rectCount()

    assert found((300, 200, 6)) == 0
    assert found((300, 200, 30)) == 1
    assert found((300, 200, 6), (301, 200, 6)) == 1
    assert found((300, 200, 6), (301, 201, 6)) == 2
