"""What must hold of pages once they are finished for the printer: in sheets of office paper, with a bleed, in grey."""

from __future__ import annotations

from itertools import pairwise

import pytest

from journey_editor.layout.drawlist import GlyphRun, Group, Image, Item, Link, Path, Rect
from journey_editor.layout.pages import Page, Pages
from journey_editor.layout.scaling import runs
from journey_editor.layout.tile_grid import SAFE, STRIP, fits
from journey_editor.model.style import PAPER_MM, PageSetup
from tests.drawn import flat
from tests.layout.measured import Box, Placed, around, groups, ink, inks, plain

_HARDLY = 0.05
_MM = 72 / 25.4
_ORIGIN = SAFE + STRIP


def sheets_show_all_of_each_poster(composed: Pages, made: Pages, setup: PageSetup) -> None:
    """Each poster becomes a plan and sheets that together show every item of it, each where it belongs."""
    sheets = list(made.pages)
    for page in composed.pages:
        if not setup.tile or fits(setup.tile, page.width, page.height):
            assert sheets.pop(0) is page
            continue
        plan = sheets.pop(0)
        assert groups(plan, "plan")
        own: list[Page] = []
        while sheets and not groups(sheets[0], "plan"):
            own.append(sheets.pop(0))
        assert f"{len(own)} sheet" in " ".join(run.text for run in runs(plan.root.items))
        _covered(page, own, setup)
    assert not sheets


def _covered(poster: Page, sheets: list[Page], setup: PageSetup) -> None:
    short, long = sorted(round(side * _MM, 3) for side in PAPER_MM[setup.tile])
    windows = [_window(sheet) for sheet in sheets]
    for sheet, window in zip(sheets, windows, strict=True):
        assert sorted((round(sheet.width, 3), round(sheet.height, 3))) == [short, long]
        assert window.left >= _ORIGIN - _HARDLY
        assert window.right <= sheet.width - _ORIGIN + _HARDLY
        assert window.bottom <= sheet.height - _ORIGIN + _HARDLY
    shown = [_shown(sheet, window) for sheet, window in zip(sheets, windows, strict=True)]
    parts = [window.moved(*_moved(sheet)) for sheet, window in zip(sheets, windows, strict=True)]
    _joined(parts, around(box for _, box in inks(poster.root.items)), setup.overlap * _MM)
    for item, x, y in flat(poster.root.items):
        if isinstance(item, Link) or (isinstance(item, Path) and not item.outline.steps):
            continue
        box = ink(item, x, y)
        for part, seen in zip(parts, shown, strict=True):
            if part.meets(box, _HARDLY):
                assert (_look(item), round(box.left, 2), round(box.top, 2)) in seen, (item, part)
    for card in groups(poster, "card"):
        assert _area(card.box) == pytest.approx(_union(card.box, parts), rel=1e-6)


def _window(sheet: Page) -> Box:
    """What is not covered with white on a sheet: the covers are the first four rectangles over the poster."""
    furniture = sheet.root.items[1]
    assert isinstance(furniture, Group)
    above, below, left, right = (item for item in furniture.items[:4] if isinstance(item, Rect))
    return Box(left.w, above.h, right.x, below.y)


def _moved(sheet: Page) -> tuple[float, float]:
    """How far a place on a sheet lies from the same place on the poster."""
    part = sheet.root.items[0]
    assert isinstance(part, Group)
    return -part.x, -part.y


def _look(item: Item) -> object:
    """What an item is, wherever it stands."""
    if isinstance(item, GlyphRun):
        return item.text, item.font, round(item.size, 3)
    if isinstance(item, Path):
        return item.outline, round(item.scale, 6)
    if isinstance(item, Image):
        return item.sha256
    return type(item).__name__


def _shown(sheet: Page, window: Box) -> set[tuple[object, float, float]]:
    """The items on a sheet, where they would be on the poster."""
    part = sheet.root.items[0]
    assert isinstance(part, Group)
    found = set()
    for item, x, y in flat(part.items):
        if not isinstance(item, Link):
            box = ink(item, x, y)
            found.add((_look(item), round(box.left, 2), round(box.top, 2)))
    return found


def _joined(parts: list[Box], ink_box: Box | None, overlap: float) -> None:
    """The parts overlap as asked for and reach as far as there is ink."""
    lefts, tops = sorted({round(part.left, 2) for part in parts}), sorted({round(part.top, 2) for part in parts})
    assert len(lefts) * len(tops) == len(parts)
    for start, end, starts in (("left", "right", lefts), ("top", "bottom", tops)):
        ends = {round(getattr(part, start), 2): getattr(part, end) for part in parts}
        assert starts[0] == 0.0
        for one, after in pairwise(starts):
            assert ends[one] - after == pytest.approx(overlap, abs=0.02)
        assert ink_box is None or ends[starts[-1]] >= getattr(ink_box, end) - _HARDLY


def _area(box: Box) -> float:
    return max(box.right - box.left, 0.0) * max(box.bottom - box.top, 0.0)


def _union(box: Box, parts: list[Box]) -> float:
    """How much of a box the parts show, which lie in rows and columns."""

    def length(low: float, high: float, spans: set[tuple[float, float]]) -> float:
        covered, at = 0.0, low
        for start, end in sorted(spans):
            start, end = max(start, at), min(end, high)
            if end > start:
                covered, at = covered + end - start, end
        return covered

    across = length(box.left, box.right, {(part.left, part.right) for part in parts})
    return across * length(box.top, box.bottom, {(part.top, part.bottom) for part in parts})


def pages_lie_within_their_trim(composed: Pages, made: Pages, setup: PageSetup) -> None:
    """With a bleed, a page is the one that was composed, moved; only grounds and rules at its edge run out."""
    for page, before in zip(made.pages, composed.pages, strict=True):
        trim = page.trim
        assert trim is not None
        assert (trim.w, trim.h) == (before.width, before.height)
        assert page.width - trim.w - trim.x == pytest.approx(trim.x)
        assert trim.bleed == pytest.approx(setup.bleed * _MM)
        body, marks = page.root.items
        assert isinstance(body, Group)
        assert isinstance(marks, Group)
        cards = [card._replace(x=card.x - trim.x, y=card.y - trim.y) for card in groups(page, "card")]
        assert list(map(_plain, cards)) == list(map(_plain, groups(before, "card")))
        drawn, was = list(flat(body.items)), list(flat(before.root.items))
        assert len(drawn) == len(was)
        for (item, x, y), (other, at_x, at_y) in zip(drawn, was, strict=True):
            assert (x, y) == (at_x, at_y)
            assert item is other or isinstance(item, Rect)
        inner = Box(
            trim.x - trim.bleed, trim.y - trim.bleed, trim.x + trim.w + trim.bleed, trim.y + trim.h + trim.bleed
        )
        for _, box in inks(marks.items):
            assert not box.meets(inner, _HARDLY)


def _plain(card: Placed) -> object:
    return round(card.x, 3), round(card.y, 3), plain(card.group._replace(x=0.0, y=0.0))


def type_is_no_smaller_than_said(made: Pages) -> None:
    """On sheets of a poster their names are printed as well, in type that reads well."""
    sizes = [run.size for page in made.pages for run in runs(page.root.items)]
    assert not sizes or min(sizes) >= min(made.smallest, 8.0)


def no_colour_is_left(made: Pages) -> None:
    for page in made.pages:
        for item, _, _ in flat(page.root.items):
            if isinstance(item, Image):
                assert item.grey
                continue
            colours = (item.color,) if isinstance(item, GlyphRun) else ()
            colours += (item.fill, item.stroke) if isinstance(item, Rect | Path) else ()
            for colour in filter(None, colours):
                assert colour[1:3] == colour[3:5] == colour[5:7], item
