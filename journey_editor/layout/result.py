"""What a layout is: a draw list, and the boxes by which the things in it are found again.

A row's block is laid out at its own origin and kept as long as nothing in the lane changes; the same holds for the
block of a cell and for each card. So two layouts share whatever an edit left alone, and `is` finds what changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .drawlist import Group
from .places import Places


class Box(NamedTuple):
    """A rectangle on the map (absolute, points) and what stands in it.

    `kind` is "title", "phase", "step", "lane" (its head), "cell" (id "LANE/STEP"), "mark" (a place of a channel matrix,
    id "LANE/STEP/CHANNEL"), "card", "point" (id "CARD/PERSONA", with "/expected" where it is of the expectation) or
    "path".
    """

    kind: str
    id: str
    x: float
    y: float
    w: float
    h: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


class Column(NamedTuple):
    """A step's column, over the whole height of the map. A folded phase has one narrow column: that of its first step,
    with `folds` naming all steps that it stands for."""

    step: str
    phase: str
    x: float
    w: float
    folds: tuple[str, ...] = ()


class CardBlock(NamedTuple):
    """A laid-out card at its own origin. `joins` is where a path or trace may meet its left and right edge (y), `words`
    where its title or text begins (x) and how wide it may be."""

    id: str
    w: float
    h: float
    group: Group
    joins: float
    words: tuple[float, float]


class PlacedCard(NamedTuple):
    """A card within its cell."""

    x: float
    y: float
    block: CardBlock


class CellBlock(NamedTuple):
    """A laid-out cell at its own origin: its cards from top to bottom, and the group that draws them."""

    step: str
    w: float
    h: float
    cards: tuple[PlacedCard, ...]
    group: Group


class PlacedCell(NamedTuple):
    x: float
    block: CellBlock


class PointBlock(NamedTuple):
    """A point of the emotion curve within its row: of a card, or drawn by hand (then `id` is the point's). With
    `expected` it is what the persona had expected to feel there."""

    id: str
    persona: str
    x: float
    y: float
    value: float
    step: str
    expected: bool
    drawn: bool

    @property
    def key(self) -> str:
        """What its box is called, see `Box`."""
        return f"{self.id}/{self.persona}/expected" if self.expected else f"{self.id}/{self.persona}"


class ChannelRow(NamedTuple):
    """The line of a channel in a matrix, within its row."""

    channel: str
    y: float
    h: float


class RowBlock(NamedTuple):
    """A laid-out lane at its own origin (x = 0 is the left edge of the lane heads); lane "" is the phase band. One that
    is `folded` shows its head alone. A channel matrix has `channels`."""

    lane: str
    kind: str
    h: float
    cells: tuple[PlacedCell, ...]
    points: tuple[PointBlock, ...]
    group: Group
    folded: bool = False
    channels: tuple[ChannelRow, ...] = ()


class Row(NamedTuple):
    """A row where it stands on the map."""

    y: float
    block: RowBlock

    @property
    def lane(self) -> str:
        return self.block.lane

    @property
    def h(self) -> float:
        return self.block.h


class PathLine(NamedTuple):
    """The way of a path or trace, as corner points on the map, and the box of its label ((0, 0, 0, 0) without)."""

    id: str
    source: str
    target: str
    corners: tuple[tuple[float, float], ...]
    label: tuple[float, float, float, float]


class Layout:
    """A map laid out. `root` is all there is to draw; the rest answers where things are. Immutable by convention."""

    __slots__ = (
        "_places",
        "awaited",
        "columns",
        "head",
        "height",
        "language",
        "left",
        "lines",
        "map_id",
        "missing",
        "phases",
        "right",
        "root",
        "rows",
        "shortened",
        "smallest",
        "title",
        "width",
    )

    def __init__(
        self,
        *,
        map_id: str,
        language: str,
        width: float,
        height: float,
        root: Group,
        title: Box,
        head: float,
        left: float,
        right: float,
        columns: tuple[Column, ...],
        phases: tuple[Box, ...],
        rows: tuple[Row, ...],
        lines: tuple[PathLine, ...],
        smallest: float,
        missing: frozenset[str],
        shortened: tuple[str, ...],
        awaited: tuple[str, ...] = (),
        places: Places | None = None,
    ) -> None:
        self.map_id = map_id
        self.language = language
        self.width = width  # of the whole drawing, margins included
        self.height = height
        self.root = root
        self.title = title
        self.left = left  # x of the left edge of the lane heads
        self.head = head  # width of the lane heads; the columns begin at left + head
        self.right = right  # x of the right edge of the last column
        self.columns = columns
        self.phases = phases
        self.rows = rows  # from top to bottom, the phase band among them (lane "")
        self.lines = lines
        self.smallest = smallest  # the smallest type in use
        self.missing = missing  # characters that no bundled font covers; each is drawn as a box
        self.shortened = shortened  # ids of what ends with an ellipsis
        self.awaited = awaited  # lanes whose rows are still without their cards
        self._places = places or Places()

    def with_ink(self, root: Group, rows: tuple[Row, ...], places: Places | None = None) -> Layout:
        """The same layout drawn otherwise: all stands where it stood."""
        kept = {name: getattr(self, name) for name in self.__slots__ if name not in ("_places", "root", "rows")}
        return Layout(root=root, rows=rows, places=places, **kept)

    @property
    def complete(self) -> bool:
        """Whether all cards are there; a map that is being opened comes row by row."""
        return not self.awaited

    def row(self, lane: str) -> Row | None:
        """The row of a lane ("" for the phase band); None where it is hidden or unknown."""
        return next((row for row in self.rows if row.block.lane == lane), None)

    def column(self, step: str) -> Column | None:
        return next((column for column in self.columns if column.step == step), None)

    def cell(self, lane: str, step: str) -> Box | None:
        row, column = self.row(lane), self.column(step)
        if row is None or column is None:
            return None
        return Box("cell", f"{lane}/{step}", column.x, row.y, column.w, row.h)

    def marks_in(self, lane: str, step: str) -> tuple[Box, ...]:
        """The places of a channel matrix in a step, from top to bottom; none elsewhere, and none in a folded phase."""
        row, column = self.row(lane), self.column(step)
        if row is None or column is None or column.folds:
            return ()
        return tuple(
            Box("mark", f"{lane}/{step}/{channel}", column.x, row.y + y, column.w, h)
            for channel, y, h in row.block.channels
        )

    def head_of(self, lane: str) -> Box | None:
        row = self.row(lane)
        return None if row is None else Box("lane", lane, self.left, row.y, self.head, row.h)

    def cards_in(self, lane: str, step: str) -> tuple[Box, ...]:
        """The boxes of a cell's cards, from top to bottom."""
        row = self.row(lane)
        if row is not None:
            for cell in row.block.cells:
                if cell.block.step == step:
                    return tuple(
                        Box("card", c.block.id, cell.x + c.x, row.y + c.y, c.block.w, c.block.h)
                        for c in cell.block.cards
                    )
        return ()

    def cards(self) -> Iterator[Box]:
        """All cards: row by row, column by column."""
        for row in self.rows:
            for cell in row.block.cells:
                for card in cell.block.cards:
                    yield Box("card", card.block.id, cell.x + card.x, row.y + card.y, card.block.w, card.block.h)

    def card(self, card_id: str) -> Box | None:
        found = self._places.card(self.rows, card_id)
        if found is None:
            return None
        row, cell, (x, y, block) = found
        return Box("card", card_id, cell.x + x, row.y + y, block.w, block.h)

    def card_block(self, card_id: str) -> CardBlock | None:
        """A card as it was laid out; None if it is not shown."""
        found = self._places.card(self.rows, card_id)
        return None if found is None else found[2].block

    def points_of(self, card_id: str) -> Iterator[tuple[Row, PointBlock]]:
        """The points of a card on the curves, each with its row."""
        for row in self.rows:
            for point in self._places.points(row, card_id):
                yield row, point

    def box(self, thing: str) -> Box | None:
        """The box of whatever has this id: a phase, step, lane (its head), card, cell "LANE/STEP" or the map."""
        for phase in self.phases:
            if phase.id == thing:
                return phase
        if thing == self.map_id:
            return self.title
        column = self.column(thing)
        if column is not None:
            band = self.row("")
            return Box("step", thing, column.x, band.y if band else 0.0, column.w, band.h if band else self.height)
        head = self.head_of(thing)
        if head is not None:
            return head
        lane, slash, step = thing.partition("/")
        if slash and (cell := self.cell(lane, step)) is not None:
            return cell
        if "/" in step:
            return next((box for box in self.marks_in(lane, step.partition("/")[0]) if box.id == thing), None)
        for line in self.lines:
            if line.id == thing:
                xs, ys = [x for x, _ in line.corners], [y for _, y in line.corners]
                return Box("path", thing, min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        return self.card(thing)
