"""A lane as a row: its head at the left, its rules, and its cells one beside the other."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.model.cards import Mode
from journey_editor.model.lane_words import lane_word
from journey_editor.model.lanes import CARD_OF_LANE, Cell, Lane
from journey_editor.model.queries import cards_at
from journey_editor.wording import tr, trn

from . import look
from .cards import card_block
from .drawlist import GlyphRun, Group, Item, Tag
from .environment import Environment
from .figures import horizontal, icon_path, vertical
from .patience import Patience
from .result import CardBlock, CellBlock, Column, PlacedCard, PlacedCell, PointBlock, RowBlock
from .wrap import TextBlock, place

_METRIC_GAP = 1.0


class Frame(NamedTuple):
    """What all rows of a map share: the environment, the columns and the edges; and whether other columns are on other
    pages."""

    env: Environment
    columns: tuple[Column, ...]
    left: float
    head: float
    right: float
    part: bool = False


def head_items(frame: Frame, lane: Lane, icon: str, caption: str) -> tuple[list[Item], float]:
    """A lane head (icon, title, caption under it) at the row's origin, and its height."""
    env, x = frame.env, frame.left
    indent = look.ICON + 5.0 if icon else 0.0
    room = frame.head - indent - 6.0
    title = lane_title(frame, lane)
    name = env.wrapped(title, look.LANE_TITLE, room)
    items: list[Item] = [name_group(lane.id, title, name, x + indent, look.CELL_TOP)] if name.lines else []
    if icon:
        items.append(icon_path(icon, x, look.CELL_TOP + 0.6, look.ICON, look.LINE))
    y = look.CELL_TOP + max(name.height, look.ICON)
    if caption:
        small = env.wrapped(caption, look.LANE_CAPTION, room)
        items += place(small, x + indent, y + 0.5)
        y += small.height + 0.5
    return items, y + look.CELL_BOTTOM


def name_group(lane: str, title: str, name: TextBlock, x: float, y: float, kind: str = "name") -> Group:
    """The name of a lane or the like, set with its upper left corner at (x, y)."""
    items = place(name, 0.0, 0.0)
    w = max((run.x + run.advance for run in items if isinstance(run, GlyphRun)), default=0.0)
    return Group(x, y, w, name.height, items, Tag(kind, lane, title))


def caption_of(frame: Frame, lane: Lane) -> str:
    """What stands under a lane's title: its own description, else what its kind or mode says."""
    env, to = frame.env, frame.env.language
    if own := env.text(lane.id, "description", lane.description):
        return own
    if lane.kind == "metrics":
        return tr("actual / target", to=to)
    if lane.kind == "emotion" and len(env.personas) == 1:
        return env.text(env.personas[0].id, "name", env.personas[0].name)
    words = {
        "online": tr("online", to=to),
        "offline": tr("offline", to=to),
        "both": tr("online and offline", to=to),
    }
    return words.get(lane.mode, "")


def lane_title(frame: Frame, lane: Lane) -> str:
    """The lane's title; one without is called by its kind, but for a separator, which needs none."""
    title = frame.env.text(lane.id, "title", lane.title)
    return title if title or lane.kind == "separator" else lane_word(lane.kind, frame.env.language)


def finish(
    frame: Frame,
    lane: Lane,
    h: float,
    items: list[Item],
    cells: tuple[PlacedCell, ...] = (),
    points: tuple[PointBlock, ...] = (),
) -> RowBlock:
    """A row with its rules drawn under everything else."""
    rules: list[Item] = [horizontal(frame.left, -0.25, frame.right - frame.left, 0.5, look.LANE_RULE)]
    rules += [vertical(column.x - 0.25, 0.25, h - 0.5, 0.5, look.COLUMN_RULE) for column in frame.columns]
    tag = Tag("lane", lane.id, lane_title(frame, lane))
    group = Group(0.0, 0.0, frame.right, h, (*rules, *items), tag)
    return RowBlock(lane.id, lane.kind, h, cells, points, group)


def card_row(
    frame: Frame,
    lane: Lane,
    blocks: tuple[CellBlock, ...],
    extra_top: float,
    known: dict[tuple[str, str], tuple[CellBlock, CellBlock]],
) -> RowBlock:
    """A lane of cards. `extra_top` is room above the cards for paths that run along the row; `known` keeps the cells
    that were lowered for them, with those that they were made of."""
    head, least = head_items(frame, lane, lane.icon or look.LANE_ICONS[lane.kind], caption_of(frame, lane))
    where = {column.step: column for column in frame.columns}
    cells = tuple(PlacedCell(where[block.step].x, block) for block in blocks if block.step in where)
    tallest = max((block.h for block in blocks), default=0.0)
    h = max(tallest + extra_top, least, lane.height, look.ROW_LEAST)
    if extra_top:
        cells = tuple(PlacedCell(cell.x, _lowered_once(lane.id, cell.block, extra_top, known)) for cell in cells)
    groups = [Group(cell.x, *cell.block.group[1:]) for cell in cells]
    # A group of its own, because a screen moves it down while the top of a tall row is out of view.
    named = Group(0.0, 0.0, frame.left + frame.head, least, tuple(head), Tag("head", lane.id))
    return finish(frame, lane, h, [named, *groups, *_folded_counts(frame, lane)], cells)


def _folded_counts(frame: Frame, lane: Lane) -> list[Item]:
    """How many cards of the lane lie in each folded phase."""
    items: list[Item] = []
    for column in frame.columns:
        if count := sum(len(cards_at(lane, step)) for step in column.folds):
            words = trn("{n} card", "{n} cards", count, to=frame.env.language)
            block = frame.env.tight(words, look.FOLDED_COUNT, column.w - look.CELL_LEFT - look.CELL_RIGHT)
            items += place(block, column.x + look.CELL_LEFT, look.CELL_TOP + 1.0)
    return items


def collapsed_row(frame: Frame, lane: Lane) -> RowBlock:
    """A lane of which only the head is shown, with the number of its cards."""
    to = frame.env.language
    count = sum(len(cards_at(lane, column.step)) for column in frame.columns if not column.folds)
    if lane.kind == "touchpoints":
        words = trn("{n} touchpoint", "{n} touchpoints", count, to=to)
    elif lane.kind in CARD_OF_LANE:
        words = trn("{n} card", "{n} cards", count, to=to)
    else:
        words = tr("collapsed", to=to)
    head, h = head_items(frame, lane, "chevron-right", words)
    return finish(frame, lane, h, head)._replace(folded=True)


def _lowered_once(
    lane: str, block: CellBlock, dy: float, known: dict[tuple[str, str], tuple[CellBlock, CellBlock]]
) -> CellBlock:
    was = known.get((lane, block.step))
    if was is None or was[0] is not block or was[1].h != block.h + dy:
        was = known[lane, block.step] = (block, lowered(block, dy))
    return was[1]


def lowered(block: CellBlock, dy: float) -> CellBlock:
    """The same cell with its cards further down."""
    cards = tuple(card._replace(y=card.y + dy) for card in block.cards)
    return block._replace(h=block.h + dy, cards=cards, group=cell_group(block.step, block.w, block.h + dy, cards))


def cell_group(step: str, w: float, h: float, cards: tuple[PlacedCard, ...]) -> Group:
    items = tuple([Group(x, y, *block.group[2:]) for x, y, block in cards])
    return Group(0.0, 0.0, w, h, items, Tag("cell", step))


def cell_block(
    env: Environment,
    lane: Lane,
    cell: Cell,
    w: float,
    known: dict[str, tuple[object, Mode, CardBlock]],
    patience: Patience,
) -> CellBlock | None:
    """A cell with its cards stacked; None if patience ended before all were laid out. `known` keeps each card's block
    with the card it was made of and the mode of its lane, for next time."""
    width = w - look.CELL_LEFT - look.CELL_RIGHT
    gap = _METRIC_GAP if lane.kind == "metrics" else look.CARD_GAP
    y = look.CELL_TOP
    placed = []
    for card in cell.cards:
        was = known.get(card.id)
        if was is not None and was[0] is card and was[1] == lane.mode and was[2].w == width:
            block = was[2]
        elif patience.is_over():
            return None
        else:
            block = card_block(env, card, width, lane.mode)
            known[card.id] = (card, lane.mode, block)
        placed.append(PlacedCard(look.CELL_LEFT, y, block))
        y += block.h + gap
    h = y - gap + look.CELL_BOTTOM
    cards = tuple(placed)
    return CellBlock(cell.step, w, h, cards, cell_group(cell.step, w, h, cards))
