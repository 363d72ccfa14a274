"""The first sheet of a poster from office paper: how its sheets are put together, with a small picture of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from journey_editor.model.style import TilePaper
from journey_editor.wording import tr, trn

from . import look
from .drawlist import GlyphRun, Group, Image, Item, Link, Path, Rect, Tag
from .pages import Page
from .print_words import Setting
from .scaling import scaled
from .tile_grid import SAFE, TileGrid, code
from .wrap import place

_MARGIN = SAFE + 10.0
_TITLE, _TEXT = 16.0, 10.0
_LEADING = 6.0
_LEAST_PICTURE = 60.0
_CODE_MOST, _CODE_LEAST = 14.0, 8.0  # the type of the codes in the picture
_CODE_WIDE = 3.2  # the room that a code takes in it, of its type size
_CODE_SHARE = 0.3  # of the size of a sheet in the picture
_PAD = 0.35  # white around a code, of its type size
_X_HEIGHT = 0.5  # of a line of type, that is drawn as a bar
_PALE = 0.55  # how much of white is in what stands for text


def assembly_plan(page: Page, grid: TileGrid, setting: Setting, title: str, paper: TilePaper, number: int) -> Page:
    """The plan for a poster, on a sheet like its others. `number` counts the posters from 1."""
    to = setting.language
    width = grid.width - 2 * _MARGIN
    items: list[Item] = []
    y = 0.0
    count = grid.columns * grid.rows
    heading = tr("Assembly plan", to=to)
    sheets = trn("{n} sheet {paper}", "{n} sheets {paper}", count, to=to, paper=paper)
    across = tr("{columns} across, {rows} down", to=to, columns=grid.columns, rows=grid.rows)
    said = (
        (heading, _TITLE, True, look.INK),
        (f"{title} · {sheets}: {across}", _TEXT, False, look.INK_2),
        (_how(grid, to), _TEXT, False, look.INK),
    )
    for words, size, bold, color in said:
        block = setting.block(words, size, width, bold=bold, color=color, most=8)
        tag = Tag("chapter", f"plan-{number}", heading) if bold else None
        items.append(Group(0.0, y, width, block.height, place(block, 0.0, 0.0), tag))
        y += block.height + _LEADING
    y += _LEADING
    picture = _picture(page, grid, setting, width, max(grid.height - 2 * _MARGIN - y, _LEAST_PICTURE))
    items.append(picture._replace(y=y))
    body = Group(
        _MARGIN, _MARGIN, width, grid.height - 2 * _MARGIN, tuple(items), Tag("plan", f"plan-{number}", heading)
    )
    root = Group(0.0, 0.0, grid.width, grid.height, (body,), Tag("page", ""))
    return Page(grid.width, grid.height, root)


def _how(grid: TileGrid, to: str) -> str:
    cut = tr(
        "Cut each sheet along the marks: at its left and upper edge, and on the right and below where the poster ends.",
        to=to,
    )
    if grid.overlap > 0:
        glue = tr(
            "Glue it over the strip of its neighbours as far as the dashed line: first each row from left to right, "
            "then row under row.",
            to=to,
        )
    else:
        glue = tr(
            "Glue it over the white edge of its neighbours: first each row from left to right, then row under row.",
            to=to,
        )
    return f"{cut} {glue}"


def _picture(page: Page, grid: TileGrid, setting: Setting, width: float, height: float) -> Group:
    """The poster as large as there is room, with the lines between its sheets, and their codes."""
    s = min(width / page.width, height / page.height)
    w, h = page.width * s, page.height * s
    small = Group(0.0, 0.0, w, h, tuple(_greeked(scaled(page.root, s).items)))
    items: list[Item] = [small]
    lefts = [grid.window(column, 0).x * s for column in range(grid.columns)] + [w]
    tops = [grid.window(0, row).y * s for row in range(grid.rows)] + [h]
    items += [Rect(x - 0.4, 0.0, 0.8, h, fill=look.INK) for x in lefts]
    items += [Rect(0.0, y - 0.4, w, 0.8, fill=look.INK) for y in tops]
    each = min(lefts[1] - lefts[0], tops[1] - tops[0])
    size = min(max(each * _CODE_SHARE, _CODE_LEAST), _CODE_MOST)
    plain = setting._replace(least=0.0)
    every = ceil(size * _CODE_WIDE / each)  # of very many sheets only some are named: the others can be counted
    for column, row in grid.places():
        if column % every or row % every:
            continue
        words = plain.line(code(column, row), size, bold=True)
        x = (lefts[column] + lefts[column + 1] - words.width) / 2
        y = (tops[row] + tops[row + 1] - words.height) / 2
        pad = size * _PAD
        items.append(Rect(x - pad, y, words.width + 2 * pad, words.height, look.PAPER, look.INK, 0.5, words.height / 3))
        items += place(words, x, y)
    label = tr("The poster with its sheets {first} to {last}", to=setting.language, first=code(0, 0), last=_last(grid))
    return Group((width - w) / 2, 0.0, w, h, tuple(items), Tag("figure", "", label))


def _last(grid: TileGrid) -> str:
    return code(grid.columns - 1, grid.rows - 1)


def _greeked(items: Iterable[Item]) -> Iterator[Item]:
    """The drawing with bars for its lines of text, which nobody could read, and without what leads anywhere."""
    for item in items:
        if isinstance(item, Group):
            yield Group(item.x, item.y, item.w, item.h, tuple(_greeked(item.items)), None, item.bleed)
        elif isinstance(item, GlyphRun):
            high = item.size * _X_HEIGHT
            color = look.mixed(item.color, look.PAPER, _PALE)
            yield Rect(item.x, item.y - high, item.advance, high, fill=color)
        elif isinstance(item, Rect | Path | Image):
            yield item
        else:
            assert isinstance(item, Link)
