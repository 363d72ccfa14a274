"""From a map to its layout. A `Layouter` remembers what it made, so that after an edit only what changed is made anew.

Here the map is put together: heading, rows from top to bottom, phase band, paths. The rows, and what is remembered of
the cards in them, are `lane_rows`. Values are immutable, so "the same object" means "the same picture"; whatever else
they depend on is in the `Environment`, and when that changes, all is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import inf

from journey_editor.model.filtering import Lit
from journey_editor.model.lanes import CardLane, EmotionLane, Lane, SeparatorLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import card_lanes, find_map, index_of
from journey_editor.quiet import no_collection
from journey_editor.wording import tr, trn

from . import look
from .band import band_row
from .dimming import Dimmer
from .drawlist import Group, Item, Rect, Tag
from .environment import Environment
from .gathered import ByLane
from .grid import columns as grid_columns
from .grid import head_width
from .lane_rows import LaneRows
from .path_lines import Wire
from .patience import Patience
from .places import Places
from .result import Box, Layout, PathLine, Row, RowBlock
from .rewording import kinds_of, reworded
from .route import RowSpots, ends_of, needs_track, routed, spots, track_room, wires
from .rows import Frame
from .shape import Shaper
from .wrap import place

_WHOLE, _SLICE = 50_000, 2_000  # layouts of more objects, as a whole or in parts, are nothing for the collector
_SMALLEST = 7.0  # chips, captions and labels


class Layouter:
    """Lays out maps. Keep one for each view or export; it holds no reference to Qt or files."""

    def __init__(self, shaper: Shaper | None = None) -> None:
        self.shaper = shaper or Shaper()
        self._dimmer = Dimmer()
        self._map = ""
        self._env: Environment | None = None
        self._frame: Frame | None = None
        self._rows = LaneRows()
        self._shapes: ByLane[object] = ByLane()
        self._wires: tuple[tuple[object, ...], tuple[tuple[Wire, ...], frozenset[str]]] | None = None
        self._spots: dict[str, RowSpots] = {}
        self._ways: tuple[object, tuple[tuple[PathLine, ...], tuple[Group, ...]]] | None = None
        self._extra: tuple[object, dict[str, float]] | None = None
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
        shown: JourneyMap | None = None,
    ) -> Layout:
        """The map in a language ("" for the project's own). `columns` is the width of the whole drawing to fill; None
        takes the widths as they are on screen. Without `title`, the map's title is left out, for pages that have their
        own. What is not `lit` is drawn pale; `dotted` marks words that stand in for missing ones of the language. After
        so many `seconds` no more cards are laid out: rows that lack some are `awaited`, empty and about as high as they
        will be; asking again goes on from there. `shown` is the part of the map to draw, of its
        phases, lanes and cards; what a curve or a matrix gathers still comes from the whole. Raises KeyError for an
        unknown map.
        """
        with no_collection(_SLICE if seconds < inf else _WHOLE):
            made = self._laid_out(project, map_id, language, columns, title, dotted, Patience(seconds), shown)
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
        shown: JourneyMap | None,
    ) -> Layout:
        journey = find_map(project, map_id)
        shown = shown or journey
        frame = self._framed(project, journey, language or project.language, columns, dotted, shown)
        heading, top = self._heading(project, journey, frame) if title else (None, look.MARGIN)
        lanes = [lane for lane in shown.lanes if not lane.hidden]
        wanted, ends = self._wanted(journey, frame.env)
        extra = self._rooms(shown, wanted, frame)
        bare = _under_separators(journey, lanes)
        row = self._rows.row
        blocks = [row(journey, lane, frame, extra.get(lane.id, 0.0), patience, bare=lane.id in bare) for lane in lanes]
        rows, phases = self._stacked(journey, shown, frame, blocks, lanes, top)
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
        self._rows.forget(journey)
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

    def _framed(
        self,
        project: Project,
        journey: JourneyMap,
        language: str,
        total: float | None,
        dotted: bool,
        shown: JourneyMap,
    ) -> Frame:
        """The frame for all rows: the same object as last time if all that it depends on is the same."""
        env = self._env
        holds = env is not None and self._map == journey.id and env.holds_for(project, journey, language, dotted)
        if env is None or not holds or not self._reworded(env, project, journey):
            env = Environment(project, journey, language, self.shaper, dotted)
            self._map, self._env = journey.id, env
            self._rows.clear()
            self._spots.clear()
            self._ways = self._extra = None
            self._lines.clear()
            self._band = None
        head = head_width(journey)
        room = None if total is None else total - 2 * look.MARGIN - head
        columns = grid_columns(shown, look.MARGIN + head, room)
        right = columns[-1].x + columns[-1].w if columns else look.MARGIN + head + look.COLUMN
        old, made = self._frame, Frame(env, columns, look.MARGIN, head, right, _steps(shown) < _steps(journey))
        if old is None or old.env is not env or old[1:] != made[1:]:
            self._frame = old = made
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
        self._rows.drop_cards(journey, things)
        for thing, kind in kinds_of(journey, things).items():
            if kind == "lane":
                self._rows.drop_lane(thing)
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
        self,
        journey: JourneyMap,
        shown: JourneyMap,
        frame: Frame,
        blocks: list[RowBlock],
        lanes: list[Lane],
        top: float,
    ) -> tuple[tuple[Row, ...], tuple[Box, ...]]:
        """The rows from top to bottom, with the phase band where the map wants it."""
        rows: list[Row] = []
        phases: tuple[Box, ...] = ()
        band: RowBlock | None = None
        if frame.columns:
            made_of = (shown.phases, journey.phases, journey.theme.band, frame)
            if self._band is None or any(a is not b for a, b in zip(self._band[0], made_of, strict=True)):
                self._band = (made_of, *band_row(frame, shown, journey))
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


def _steps(journey: JourneyMap) -> int:
    return sum(len(phase.steps) for phase in journey.phases if not phase.hidden)


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
