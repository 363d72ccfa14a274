"""The Qt painter draws what the draw list says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from journey_editor.canvas.images import Images, decode
from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.png import render, thumbnail
from journey_editor.canvas.program import compile_group, detail_at
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Crop, Group, Image, Item, Link, Outline, Path, Rect
from journey_editor.layout.later import Later

from .conftest import small_project
from .pictures import png

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(*items: Item, scale: float = 1.0, images: Images | None = None) -> QImage:
    return render(Group(0.0, 0.0, 40.0, 40.0, items), scale, images=images)


def color(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name().upper()


def test_a_rectangle_has_its_fill_and_edge() -> None:
    image = drawn(Rect(10, 10, 20, 20, "#FF0000", "#0000FF", 4.0))
    assert [color(image, 20, 20), color(image, 10, 20), color(image, 4, 4)] == ["#FF0000", "#0000FF", "#FFFFFF"]


def test_an_outline_is_scaled_and_moved() -> None:
    square = Outline((("M", 0.0, 0.0), ("L", 1.0, 0.0), ("L", 1.0, 1.0), ("L", 0.0, 1.0), ("Z",)))
    image = drawn(Path(square, x=10.0, y=20.0, scale=10.0, fill="#00FF00"))
    assert [color(image, 15, 25), color(image, 25, 25), color(image, 15, 15)] == ["#00FF00", "#FFFFFF", "#FFFFFF"]


def test_groups_inside_groups_stand_where_they_should_and_in_order() -> None:
    inner = Group(5.0, 5.0, 10.0, 10.0, (Rect(0, 0, 10, 10, "#00FF00"),))
    image = drawn(Rect(0, 0, 40, 40, "#0000FF"), Group(10.0, 10.0, 20.0, 20.0, (inner,)), Rect(20, 20, 3, 3, "#FF0000"))
    assert [color(image, 16, 16), color(image, 14, 14), color(image, 21, 21)] == ["#00FF00", "#0000FF", "#FF0000"]


def test_a_pale_image_is_seen_in_part_and_what_follows_in_full() -> None:
    images = Images(lambda: {"i": png(8, 8, "#000000")})
    image = drawn(Image(0, 0, 20, 20, "i", opacity=0.25), Image(20, 0, 20, 20, "i"), images=images)
    assert color(image, 30, 10) == "#000000"
    assert abs(image.pixelColor(10, 10).red() - 191) <= 1


def test_what_is_cropped_stays_inside() -> None:
    images = Images(lambda: {"i": png(8, 8, "#FF0000")})
    cropped = Image(0, 0, 40, 40, "i", crop=Crop(10.0, 5.0, 15.0, 20.0, 4.0))
    image = drawn(cropped, Rect(30, 30, 5, 5, "#0000FF"), images=images)
    seen = [color(image, x, y) for x, y in ((7, 7), (10, 5), (15, 10), (30, 10), (32, 32))]
    assert seen == ["#FFFFFF", "#FFFFFF", "#FF0000", "#FFFFFF", "#0000FF"]


def test_an_image_has_its_place_on_a_screen_with_fine_pixels_too() -> None:
    screen = QImage(80, 80, QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(2.0)
    screen.fill(QColor("white"))
    cropped = Image(0, 0, 20, 20, "i", crop=Crop(5.0, 5.0, 10.0, 10.0, 0.0))
    with QPainter(screen) as painter:
        painter.translate(10.0, 10.0)
        root = Group(0.0, 0.0, 40.0, 40.0, (cropped, Rect(0.0, 0.0, 2.0, 2.0, "#0000FF")))
        MapPainter(Images(lambda: {"i": png(8, 8, "#FF0000")})).draw(painter, root)
    seen = [color(screen, x, y) for x, y in ((29, 29), (30, 30), (49, 49), (50, 50), (21, 21))]
    assert seen == ["#FFFFFF", "#FF0000", "#FF0000", "#FFFFFF", "#0000FF"]


def test_an_image_fills_its_place_and_a_missing_one_leaves_it_empty() -> None:
    images = Images(lambda: {"a" * 64: png(3, 3, "#FF00FF")})
    image = drawn(Image(0, 0, 20, 20, "a" * 64), Image(20, 20, 20, 20, "b" * 64), images=images)
    assert [color(image, 10, 10), color(image, 30, 30)] == ["#FF00FF", "#FFFFFF"]


def test_links_are_not_seen() -> None:
    assert color(drawn(Link(0, 0, 40, 40, "https://example.org")), 20, 20) == "#FFFFFF"


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"\x89PNG"]
)
def test_what_is_no_image_of_an_allowed_kind_is_not_decoded(data: bytes) -> None:
    assert decode(data) is None


def test_an_image_of_too_many_pixels_is_not_decoded() -> None:
    bomb = png(8, 8, "#FFFFFF").replace((8).to_bytes(4, "big") * 2, (9000).to_bytes(4, "big") * 2, 1)
    assert decode(bomb) is None


def test_text_too_small_to_read_becomes_bars_and_keeps_its_place() -> None:
    layout = Layouter().layout(small_project(), "map")
    large, small = render(layout, 2.0), render(layout, 0.25)
    box = layout.card("a")
    assert box is not None

    def dark(image: QImage, scale: float) -> int:
        area = [(x, y) for x in range(int(box.w * scale)) for y in range(int(box.h * scale))]
        return sum(
            image.pixelColor(int(box.x * scale) + x, int(box.y * scale) + y).lightness() < 190 for x, y in area
        ) * int(100 / len(area) * 1000)

    assert dark(large, 2.0) > 0
    assert dark(small, 0.25) > 0


def test_only_what_touches_the_clip_is_drawn() -> None:
    layout = Layouter().layout(small_project(), "map")
    image = QImage(QSize(int(layout.width), int(layout.height)), QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    box = layout.card("a")
    assert box is not None
    with QPainter(image) as painter:
        # The paper itself is an item of the outermost group and is always drawn.
        rows = layout.root._replace(items=layout.root.items[1:])
        MapPainter().draw(painter, rows, QRectF(box.x, box.y, 10.0, 10.0))
    other = layout.card("e")
    assert other is not None
    assert color(image, box.x + 8, box.y + 4) != "#123456"
    assert color(image, other.x + other.w / 2, other.y + 3) == "#123456"


def test_a_group_is_worked_out_once_for_each_detail() -> None:
    layout = Layouter().layout(small_project(), "map")
    painter = MapPainter()
    first = painter.segments(layout.root, detail_at(1.0))
    assert painter.segments(layout.root, detail_at(2.0)) is first
    assert painter.segments(layout.root, detail_at(0.2)) is not first


def test_lines_of_one_type_are_drawn_in_one_call() -> None:
    layout = Layouter().layout(small_project(), "map")
    card = next(
        placed.block.group
        for row in layout.rows
        for cell in row.block.cells
        for placed in cell.block.cards
        if placed.block.id == "b"
    )
    runs = sum(type(item).__name__ == "GlyphRun" for item in card.items)
    calls = sum(len(segment) for segment in compile_group(card, detail_at(1.0), Images(dict)))
    small = compile_group(card, detail_at(0.2), Images(dict))
    assert runs >= 2
    assert calls <= len(card.items) - runs + 2  # one for the title, one for the text
    assert small != ()


def test_a_thumbnail_fits_its_size() -> None:
    image = thumbnail(Layouter().layout(small_project(), "map"), QSize(200, 120))
    assert image.width() == 200 or image.height() == 120
    assert (image.width() <= 200, image.height() <= 120) == (True, True)


def test_a_group_that_was_only_moved_is_not_worked_out_again() -> None:
    painter, detail = MapPainter(), detail_at(1.0)
    group = Group(0.0, 0.0, 20.0, 20.0, (Rect(0, 0, 20, 20, "#FF0000"),))
    assert painter.segments(group._replace(x=7.0, y=9.0), detail) is painter.segments(group, detail)
    other = Group(0.0, 0.0, 20.0, 20.0, (Rect(0, 0, 20, 20, "#00FF00"),))
    assert painter.segments(other, detail) is not painter.segments(group, detail)


def test_what_is_drawn_is_remembered_and_not_its_ink() -> None:
    made: list[int] = []

    def ink() -> tuple[Item, ...]:
        made.append(1)
        return (Rect(0, 0, 20, 20, "#FF0000"),)

    painter, group = MapPainter(), Group(0.0, 0.0, 20.0, 20.0, Later(ink))
    for _ in range(3):
        painter.segments(group, detail_at(1.0))
    assert len(made) == 1
    assert group.items
    assert len(made) == 2, "the ink of all cards of a large map takes more memory than all else"
