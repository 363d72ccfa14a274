"""From a map to its layout. A `Layouter` remembers what it made, so that after an edit only what changed is made anew.

What is remembered: the block of each card with the card it was made of, of each cell with its cell, of each lane's row
with its lane. Values are immutable, so "the same object" means "the same picture"; whatever else a block depends on is
in the `Environment`, and when that changes, the blocks are made anew.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import pairwise
from math import inf
from typing import NamedTuple

from journey_editor.model.cards import Mode
from journey_editor.model.filtering import Lit
from journey_editor.model.lanes import CardLane, ChannelLane, EmotionLane, Lane, SeparatorLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import card_lanes, find_map, index_of
from journey_editor.quiet import no_collection
from journey_editor.wording import tr, trn

from . import look
from .awaited import awaited_row
from .band import band_row
from .curve import emotion_steps
from .curve_labels import Feeling
from .dimming import Dimmer
from .drawlist import Group, Item, Rect, Tag
from .environment import Environment
from .gathered import ByLane, Gathered
from .grid import columns as grid_columns
from .grid import head_width
from .matrix import matrix_row
from .path_lines import Wire
from .patience import Patience
from .places import Places
from .result import Box, CardBlock, CellBlock, Layout, PathLine, Row, RowBlock
from .rewording import kinds_of, reworded
from .route import RowSpots, ends_of, needs_track, routed, spots, track_room, wires
from .rows import Frame, card_row, cell_block, collapsed_row
from .separators import separator_row
from .shape import Shaper
from .wrap import place

_WHOLE, _SLICE = 50_000, 2_000  # layouts of more objects, as a whole or in parts, are nothing for the collector
_STEP = 30  # cards take as long as one step of a long curve
_SMALLEST = 7.0  # chips, captions and labels


class _KnownRow(NamedTuple):
    """A row with all it was made of."""

    lane: Lane
    frame: Frame
    extra: object
    block: RowBlock
    bare: bool = False  # without a rule at its top


class Layouter:
    """Lays out maps. Keep one for each view or export; it holds no reference to Qt or files."""

    def __init__(self, shaper: Shaper | None = None) -> None:
        self.shaper = shaper or Shaper()
        self._dimmer = Dimmer()
        self._map = ""
        self._env: Environment | None = None
        self._frame: Frame | None = None
        self._cards: dict[str, tuple[object, Mode, CardBlock]] = {}
        self._cells: dict[tuple[str, str], tuple[object, Mode, float, CellBlock]] = {}
        self._gathered = Gathered()
        self._shapes: ByLane[object] = ByLane()
        self._wires: tuple[tuple[object, ...], tuple[tuple[Wire, ...], frozenset[str]]] | None = None
        self._lowered: dict[tuple[str, str], tuple[CellBlock, CellBlock]] = {}
        self._spots: dict[str, RowSpots] = {}
        self._ways: tuple[object, tuple[tuple[PathLine, ...], tuple[Group, ...]]] | None = None
        self._extra: tuple[object, dict[str, float]] | None = None
        self._rows: dict[str, _KnownRow] = {}
        self._awaited: dict[str, _KnownRow] = {}
        self._curves: dict[str, tuple[EmotionLane, Frame, object, Generator[None, None, RowBlock]]] = {}
        self._lines: dict[str, tuple[Wire, PathLine, Group]] = {}
        self._band: tuple[tuple[object, ...], RowBlock, tuple[Box, ...]] | None = None
        self._title: tuple[tuple[object, ...], Group, float] | None = None
        self._places = Places()

    def layout(
        self,
        project: Project,
        map_id: str,
        *,
        language: str = "",
        columns: float | None = None,
        title: bool = True,
        lit: Lit | None = None,
        dotted: bool = False,
        seconds: float = inf,
    ) -> Layout:
        """The map in a language ("" for the project's own). `columns` is the width of the whole drawing to fill; None
        takes the widths as they are on screen. Without `title`, the map's title is left out, for pages that have their
        own. What is not `lit` is drawn pale; `dotted` marks words that stand in for missing ones of the language. After
        so many `seconds` no more cards are laid out: rows that lack some are `awaited`, empty and about as high as they
        will be; asking again goes on from there. Raises KeyError for an unknown map.
        """
        with no_collection(_SLICE if seconds < inf else _WHOLE):
            made = self._laid_out(project, map_id, language, columns, title, dotted, Patience(seconds))
            if lit is None:
                return made
            assert self._env is not None
            colors = {p.id: look.curve_look(n, p.color).color for n, p in enumerate(self._env.personas)}
            return self._dimmer.dimmed(made, lit, colors)

    def _laid_out(
        self,
        project: Project,
        map_id: str,
        language: str,
        columns: float | None,
        title: bool,
        dotted: bool,
        patience: Patience,
    ) -> Layout:
        journey = find_map(project, map_id)
        frame = self._framed(project, journey, language or project.language, columns, dotted)
        heading, top = self._heading(project, journey, frame) if title else (None, look.MARGIN)
        lanes = [lane for lane in journey.lanes if not lane.hidden]
        wanted, ends = self._wanted(journey, frame.env)
        extra = self._rooms(journey, wanted, frame)
        bare = _under_separators(journey, lanes)
        blocks = [
            self._row(journey, lane, frame, extra.get(lane.id, 0.0), patience, bare=lane.id in bare) for lane in lanes
        ]
        rows, phases = self._stacked(journey, frame, blocks, lanes, top)
        bottom = rows[-1].y + rows[-1].h if rows else top
        where = spots(ends, rows, frame.columns, self._spots) if wanted else {}
        ways = (frame, wanted, where, [row.y for row in rows])
        if self._ways is None or self._ways[0] != ways:
            self._ways = (ways, routed(frame.env, wanted, where, rows, frame.columns, self._lines))
        lines, drawn = self._ways[1]
        width, height = frame.right + look.MARGIN, bottom + look.MARGIN
        items: list[Item] = [Rect(0.0, 0.0, width, height, look.PAPER)]
        if heading is not None:
            items.append(heading)
        items += [row.block.group._replace(y=row.y) for row in rows if row.block.lane]
        items += drawn
        items += [row.block.group._replace(y=row.y) for row in rows if not row.block.lane]
        items.append(Rect(frame.left, bottom - 0.25, frame.right - frame.left, 0.5, look.LANE_RULE))
        self._forget(journey)
        return Layout(
            map_id=map_id,
            language=frame.env.language,
            width=width,
            height=height,
            root=Group(0.0, 0.0, width, height, tuple(items), Tag("map", map_id, journey.title)),
            title=Box("title", map_id, frame.left, look.MARGIN, frame.right - frame.left, max(top - look.MARGIN, 0.0)),
            head=frame.head,
            left=frame.left,
            right=frame.right,
            columns=frame.columns,
            phases=phases,
            rows=rows,
            lines=lines,
            smallest=_SMALLEST,
            missing=frozenset(self.shaper.missing),
            shortened=tuple(sorted(frame.env.shortened)),
            awaited=tuple(patience.awaited),
            places=self._places,
        )

    def _framed(self, project: Project, journey: JourneyMap, language: str, total: float | None, dotted: bool) -> Frame:
        """The frame for all rows: the same object as last time if all that it depends on is the same."""
        env = self._env
        holds = env is not None and self._map == journey.id and env.holds_for(project, journey, language, dotted)
        if env is None or not holds or not self._reworded(env, project, journey):
            env = Environment(project, journey, language, self.shaper, dotted)
            self._map, self._env = journey.id, env
            self._cards.clear()
            self._cells.clear()
            self._gathered = Gathered()
            self._lowered.clear()
            self._spots.clear()
            self._ways = self._extra = None
            self._rows.clear()
            self._awaited.clear()
            self._curves.clear()
            self._lines.clear()
            self._band = None
        head = head_width(journey)
        room = None if total is None else total - 2 * look.MARGIN - head
        columns = grid_columns(journey, look.MARGIN + head, room)
        right = columns[-1].x + columns[-1].w if columns else look.MARGIN + head + look.COLUMN
        old = self._frame
        if old is None or old.env is not env or old.columns != columns or old.head != head or old.right != right:
            self._frame = old = Frame(env, columns, look.MARGIN, head, right)
        return old

    def _reworded(self, env: Environment, project: Project, journey: JourneyMap) -> bool:
        """Take over other translations, and drop what was made of them. False if all has to be laid out anew."""
        if env.translations is project.translations:
            return True
        things = reworded(env.translations, project.translations)
        around = {project.id, *(p.id for p in project.personas), *(c.id for c in project.channels)}
        if things is None or not around.isdisjoint(things) or any(map(things.__contains__, _points(journey))):
            return False
        env.take_translations(project)
        for lane in card_lanes(journey):
            index = index_of(lane)
            for card in things.intersection(index):
                step = lane.cells[index[card][0]].step
                self._cards.pop(card, None)
                self._cells.pop((lane.id, step), None)
                self._gathered.forget(lane.id, step)
                self._rows.pop(lane.id, None)
        for thing, kind in kinds_of(journey, things).items():
            if kind == "lane":
                self._rows.pop(thing, None)
                self._awaited.pop(thing, None)
                self._curves.pop(thing, None)
            elif kind == "path":
                self._lines.pop(thing, None)
                self._wires = self._ways = None
            elif kind == "map":
                self._title = None
            else:
                self._band = None
        return True

    def _heading(self, project: Project, journey: JourneyMap, frame: Frame) -> tuple[Group, float]:
        env = frame.env
        title = env.text(journey.id, "title", journey.title) or tr("Untitled map", to=env.language)
        kind = tr("Journey map (as is)", to=env.language) if journey.kind == "as-is" else ""
        kind = kind or tr("Journey map (to be)", to=env.language)
        names = [name for p in env.personas if (name := env.text(p.id, "name", p.name))]
        subtitle = kind
        if names:
            who = trn("Persona: {names}", "Personas: {names}", len(names), to=env.language, names=", ".join(names))
            subtitle = f"{kind} \N{MIDDLE DOT} {who}"
        made_of = (title, subtitle, frame)
        if self._title is None or self._title[0] != made_of:
            w = frame.right - frame.left
            block = env.tight(title, look.TITLE, w)
            small = env.tight(subtitle, look.SUBTITLE, w)
            beside = len(block.lines) == 1 and block.width + 10.0 + small.width <= w
            x, y = (block.width + 10.0, 5.2) if beside else (0.0, block.height + 1.0)
            items = (*place(block, 0.0, 0.0), *place(small, x, y))
            h = (block.height if beside else y + small.height) + 9.0
            group = Group(frame.left, look.MARGIN, w, h, items, Tag("title", journey.id, title))
            self._title = (made_of, group, look.MARGIN + h)
        return self._title[1], self._title[2]

    def _row(
        self, journey: JourneyMap, lane: Lane, frame: Frame, room: float, patience: Patience, *, bare: bool
    ) -> RowBlock:
        extra: object = room
        if isinstance(lane, EmotionLane):
            extra = self._gathered.feelings(journey, lane, frame)
        elif isinstance(lane, ChannelLane):
            extra = self._gathered.channels(journey)
        known = self._rows.get(lane.id)
        if (
            known is not None
            and known.lane is lane
            and known.frame is frame
            and known.bare == bare
            and (known.extra is extra or known.extra == extra)
        ):
            return known.block
        block: RowBlock | None
        if isinstance(lane, EmotionLane):
            block = self._curve(lane, frame, extra, patience)  # type: ignore[arg-type]  # its feelings, as above
            if block is None:
                return self._later(lane, frame, room, patience)
        elif isinstance(lane, ChannelLane):
            block = matrix_row(frame, lane, extra)  # type: ignore[arg-type]
        elif isinstance(lane, SeparatorLane):
            block = separator_row(frame, lane)
        elif lane.collapsed:
            block = collapsed_row(frame, lane)
        else:
            blocks = self._blocks(lane, frame, patience)
            if blocks is None:
                return self._later(lane, frame, room, patience)
            block = card_row(frame, lane, blocks, room, self._lowered)
        if bare:
            block = block._replace(group=block.group._replace(items=block.group.items[1:]))
        self._rows[lane.id] = _KnownRow(lane, frame, extra, block, bare)
        self._awaited.pop(lane.id, None)
        return block

    def _later(self, lane: CardLane | EmotionLane, frame: Frame, room: float, patience: Patience) -> RowBlock:
        """The row of a lane that was not finished for want of time."""
        patience.awaited.append(lane.id)
        known = self._awaited.get(lane.id)
        if known is None or not (known.lane is lane and known.frame is frame and known.extra == room):
            known = self._awaited[lane.id] = _KnownRow(lane, frame, room, awaited_row(frame, lane, room))
        return known.block

    def _curve(
        self, lane: EmotionLane, frame: Frame, feelings: tuple[Feeling, ...], patience: Patience
    ) -> RowBlock | None:
        """A lane of curves; None if there was no time for all of it, which goes on from there the next time."""
        known = self._curves.get(lane.id)
        if known is None or known[0] is not lane or known[1] is not frame or known[2] != feelings:
            known = (lane, frame, feelings, emotion_steps(frame, lane, feelings))
        self._curves[lane.id] = known
        while not patience.is_over(_STEP):
            try:
                next(known[3])
            except StopIteration as end:
                del self._curves[lane.id]
                block: RowBlock = end.value
                return block
        return None

    def _blocks(self, lane: CardLane, frame: Frame, patience: Patience) -> tuple[CellBlock, ...] | None:
        """The cells of a lane; None if there was no time for all of them."""
        widths = {column.step: column.w for column in frame.columns if not column.folds}
        made = []
        for cell in lane.cells:
            w = widths.get(cell.step)
            if w is None:
                continue
            known = self._cells.get((lane.id, cell.step))
            if known is not None and known[0] is cell and known[1:3] == (lane.mode, w):
                made.append(known[3])
                continue
            block = cell_block(frame.env, lane, cell, w, self._cards, patience)
            if block is None:
                return None
            self._cells[lane.id, cell.step] = (cell, lane.mode, w, block)
            made.append(block)
        return tuple(made)

    def _wanted(self, journey: JourneyMap, env: Environment) -> tuple[tuple[Wire, ...], frozenset[str]]:
        """The paths and traces of a map, and the cards at their ends: worked out anew when one comes or goes."""
        made_of = (journey.counterparts, journey.paths, env)
        if self._wires is None or any(a is not b for a, b in zip(self._wires[0], made_of, strict=True)):
            wanted = wires(env, journey)
            self._wires = (made_of, (wanted, ends_of(wanted)))
        return self._wires[1]

    def _rooms(self, journey: JourneyMap, wanted: tuple[Wire, ...], frame: Frame) -> dict[str, float]:
        """See `_rooms`: worked out anew only when cards have come, gone or moved."""
        shown = [lane for lane in card_lanes(journey) if not lane.hidden and not lane.collapsed]
        made_of = (frame, wanted, [self._shapes.of(lane, _shape) for lane in shown])
        if self._extra is None or self._extra[0] != made_of:
            self._extra = (made_of, _rooms(shown, wanted, frame))
        return self._extra[1]

    def _stacked(
        self, journey: JourneyMap, frame: Frame, blocks: list[RowBlock], lanes: list[Lane], top: float
    ) -> tuple[tuple[Row, ...], tuple[Box, ...]]:
        """The rows from top to bottom, with the phase band where the map wants it."""
        rows: list[Row] = []
        phases: tuple[Box, ...] = ()
        band: RowBlock | None = None
        if frame.columns:
            made_of = (journey.phases, journey.theme.band, frame)
            if self._band is None or any(a is not b for a, b in zip(self._band[0], made_of, strict=True)):
                self._band = (made_of, *band_row(frame, journey))
            band, phases = self._band[1], self._band[2]
        below = journey.band_below if any(lane.id == journey.band_below for lane in lanes) else ""
        if journey.band_below and not below:  # the lane is hidden: the band stays below the last shown lane before it
            ids = [lane.id for lane in journey.lanes]
            ahead = ids[: ids.index(journey.band_below)] if journey.band_below in ids else []
            below = next((lane.id for lane in reversed(lanes) if lane.id in ahead), "")
        y = top

        def put(block: RowBlock) -> None:
            nonlocal y
            rows.append(Row(y, block))
            y += block.h

        if band is not None and not below:
            put(band)
        for block in blocks:
            put(block)
            if band is not None and below == block.lane:
                put(band)
        offset = next((row.y for row in rows if not row.block.lane), 0.0)
        return tuple(rows), tuple(box._replace(y=box.y + offset) for box in phases)

    def _forget(self, journey: JourneyMap) -> None:
        """Drop blocks of cards and lanes that are gone, now and then, so that a long session does not grow."""
        if len(self._cards) > 2000 and len(self._cards) > 2 * sum(len(index_of(lane)) for lane in card_lanes(journey)):
            alive = {key for lane in card_lanes(journey) for key in index_of(lane)}
            self._cards = {key: known for key, known in self._cards.items() if key in alive}


def _under_separators(journey: JourneyMap, lanes: list[Lane]) -> frozenset[str]:
    """The lanes right under a separator line, which need no rule of their own: every row but a separator's draws its
    rule first."""
    return frozenset(
        below.id
        for above, below in pairwise(lanes)
        if isinstance(above, SeparatorLane) and not isinstance(below, SeparatorLane) and above.id != journey.band_below
    )


def _points(journey: JourneyMap) -> Iterator[str]:
    """The ids of the points of all curves."""
    return (point.id for lane in journey.lanes if isinstance(lane, EmotionLane) for point in lane.points)


def _shape(lane: CardLane) -> object:
    """Which cards lie where in a lane."""
    return lane.id, index_of(lane), [cell.step for cell in lane.cells]


def _rooms(shown: list[CardLane], wanted: tuple[Wire, ...], frame: Frame) -> dict[str, float]:
    """How much room above its cards each lane needs for the paths that run along it."""
    if not wanted:
        return {}
    number = {column.step: index for index, column in enumerate(frame.columns)}
    lanes = [(lane, index_of(lane)) for lane in shown]

    def spot(card: str) -> tuple[str, int] | None:
        for lane, index in lanes:
            found = index.get(card)
            if found is not None:
                column = number.get(lane.cells[found[0]].step)
                return None if column is None else (lane.id, column)
        return None

    along: dict[str, list[Wire]] = {}
    for wire in wanted:
        source, target = spot(wire.source), spot(wire.target)
        if source and target and needs_track(wire, source[1], target[1]):
            along.setdefault(target[0], []).append(wire)
    return {lane: track_room(found) for lane, found in along.items()}
