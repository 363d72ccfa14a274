"""A poster from office paper: each page that is larger than the paper in the printer becomes sheets that overlap.

First comes a plan of how to put them together, then the sheets, row by row. On a sheet lies its part of the poster,
what reaches over the edge of that part is covered with white, and around it stand its code, marks where to cut, and the
codes of its neighbours. All ink keeps off the edge of the paper, where printers do not print.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy

from journey_editor.model.style import PageSetup

from . import look
from .assembly_plan import assembly_plan
from .drawlist import Group, Item, Path, Rect, Tag
from .figures import arrow_outline
from .pages import Page, Pages, Share
from .print_words import Setting
from .tile_grid import SAFE, STRIP, TileGrid, code, fits, tile_grid
from .windows import Window, has_ink, seen
from .wrap import place

_TYPE, _CODE = 8.0, 10.0
_MARK = 0.5  # the thickness of marks
_AWAY = 2.0  # marks keep off the picture
_ARROW = 5.0
_DASH = (4.0, 3.0)
_ORIGIN = SAFE + STRIP


def tiled(composed: Pages, setup: PageSetup, setting: Setting, title: str) -> Pages:
    """The pages with those that are larger than `setup.tile` cut into sheets of it; all as they are without a tile.

    `title` is the poster's name, printed on every sheet.
    """
    if not setup.tile or all(fits(setup.tile, page.width, page.height) for page in composed.pages):
        return composed
    posters = [number for number, page in enumerate(composed.pages) if not fits(setup.tile, page.width, page.height)]
    made: list[Page] = []
    for number, page in enumerate(composed.pages):
        if number not in posters:
            made.append(page)
            continue
        poster = posters.index(number) + 1
        name = title if len(posters) == 1 else f"{title} · {poster}/{len(posters)}"
        grid, parts = _parts(page, tile_grid(setup.tile, setup.overlap, page.width, page.height))
        made.append(assembly_plan(page, grid, setting, name, setup.tile, poster))
        made += [_sheet(grid, at, part, setting, name, poster) for at, part in zip(grid.places(), parts, strict=True)]
    sheets = copy(composed)  # with all else that is known of the pages, such as the size of their type
    sheets.pages = tuple(made)
    return sheets


def _parts(page: Page, grid: TileGrid) -> tuple[TileGrid, list[Group]]:
    """The part of the poster on each sheet; without rows and columns at the end on which nothing is.

    A sheet without ink amid others stays: it holds its neighbours together.
    """
    parts = {at: seen(page.root, grid.window(*at)) for at in grid.places()}
    while grid.columns > 1 and not any(has_ink(parts[grid.columns - 1, row].items) for row in range(grid.rows)):
        grid = grid._replace(columns=grid.columns - 1)
    while grid.rows > 1 and not any(has_ink(parts[column, grid.rows - 1].items) for column in range(grid.columns)):
        grid = grid._replace(rows=grid.rows - 1)
    return grid, [parts[at] for at in grid.places()]


def _sheet(grid: TileGrid, at: tuple[int, int], part: Group, setting: Setting, title: str, number: int) -> Page:
    window = grid.window(*at)
    poster = part._replace(x=_ORIGIN - window.x + part.x, y=_ORIGIN - window.y + part.y, tag=None)
    around = (*_cover(grid, window), *_marks(grid, at, window), *_names(grid, at, window, setting, title))
    furniture = Group(0.0, 0.0, grid.width, grid.height, around, Tag("footer", "", code(*at)))
    root = Group(0.0, 0.0, grid.width, grid.height, (poster, furniture), Tag("page", "", code(*at)))
    return Page(grid.width, grid.height, root, share=Share(number, window, _ORIGIN, _ORIGIN))


def _cover(grid: TileGrid, window: Window) -> Iterator[Item]:
    """White over all of the sheet but its part of the poster."""
    right, bottom = _ORIGIN + window.w, _ORIGIN + window.h
    yield Rect(0.0, 0.0, grid.width, _ORIGIN, fill=look.PAPER)
    yield Rect(0.0, bottom, grid.width, grid.height - bottom, fill=look.PAPER)
    yield Rect(0.0, _ORIGIN, _ORIGIN, window.h, fill=look.PAPER)
    yield Rect(right, _ORIGIN, grid.width - right, window.h, fill=look.PAPER)


def _marks(grid: TileGrid, at: tuple[int, int], window: Window) -> Iterator[Item]:
    """Where to cut: at the left and above, and where the poster ends. Where the next sheet begins is a dashed line; it
    runs in the strip that this sheet covers."""
    column, row = at
    right, bottom, long = _ORIGIN + window.w, _ORIGIN + window.h, STRIP - _AWAY
    ends_right, ends_below = column == grid.columns - 1, row == grid.rows - 1
    for x in (_ORIGIN, right) if ends_right else (_ORIGIN,):
        yield Rect(x - _MARK / 2, SAFE, _MARK, long, fill=look.INK)
        yield Rect(x - _MARK / 2, bottom + _AWAY, _MARK, long, fill=look.INK)
    for y in (_ORIGIN, bottom) if ends_below else (_ORIGIN,):
        yield Rect(SAFE, y - _MARK / 2, long, _MARK, fill=look.INK)
        yield Rect(right + _AWAY, y - _MARK / 2, long, _MARK, fill=look.INK)
    if grid.overlap > 0 and not ends_right:
        yield from _dashes(right - grid.overlap, _ORIGIN, window.h, upright=True)
    if grid.overlap > 0 and not ends_below:
        yield from _dashes(_ORIGIN, bottom - grid.overlap, window.w, upright=False)


def _dashes(x: float, y: float, length: float, *, upright: bool) -> Iterator[Item]:
    """A dashed line from (x, y) to the right or down, on the far side of it; rectangles, which print crisp."""
    dash, gap = _DASH
    done = 0.0
    while done < length:
        part = min(dash, length - done)
        yield (
            Rect(x, y + done, _MARK, part, fill=look.LINE)
            if upright
            else Rect(x + done, y, part, _MARK, fill=look.LINE)
        )
        done += dash + gap


def _names(grid: TileGrid, at: tuple[int, int], window: Window, setting: Setting, title: str) -> Iterator[Item]:
    """The sheet's code with the poster's name at the upper left, and its neighbours' at the edges."""
    column, row = at
    right, bottom = _ORIGIN + window.w, _ORIGIN + window.h
    middle_x, middle_y = _ORIGIN + window.w / 2, _ORIGIN + window.h / 2
    own = setting.line(code(column, row), _CODE, bold=True)
    y = SAFE + (STRIP - _AWAY - own.height) / 2
    yield from place(own, _ORIGIN + 6.0, y)
    room = window.w / 2 - own.width - 50.0
    if room > 40.0:
        name = setting.tight(title, _TYPE, room, color=look.INK_2)
        yield from place(name, _ORIGIN + 12.0 + own.width, y + own.first_baseline - name.first_baseline)
    if row > 0:
        yield from _neighbour(setting, code(column, row - 1), "up", middle_x, SAFE + STRIP / 2 - _AWAY / 2)
    if row < grid.rows - 1:
        yield from _neighbour(setting, code(column, row + 1), "down", middle_x, bottom + STRIP / 2 + _AWAY / 2)
    if column > 0:
        yield from _neighbour(setting, code(column - 1, row), "left", SAFE + STRIP / 2 - _AWAY / 2, middle_y)
    if column < grid.columns - 1:
        yield from _neighbour(setting, code(column + 1, row), "right", right + STRIP / 2 + _AWAY / 2, middle_y)


def _neighbour(setting: Setting, name: str, direction: str, x: float, y: float) -> Iterator[Item]:
    """A neighbour's code around (x, y) with an arrow: beside it above and below, over or under it at the sides, where
    there is no more room than for the code."""
    words = setting.line(name, _TYPE)
    arrow = arrow_outline(direction)
    if direction in ("up", "down"):
        left = x - (words.width + _ARROW + 3.0) / 2
        yield from place(words, left + _ARROW + 3.0, y - words.height / 2)
        tip = y - _ARROW / 2 if direction == "up" else y + _ARROW / 2
        yield Path(arrow, left + _ARROW / 2, tip, _ARROW, fill=look.INK_2)
    else:
        yield from place(words, x - words.width / 2, y - words.height / 2)
        tip = x + _ARROW / 2 if direction == "right" else x - _ARROW / 2
        yield Path(arrow, tip, y - words.height / 2 - _ARROW, _ARROW, fill=look.INK_2)
