"""A table as a map: its rows as lanes, its columns as phases, its cells as cards.

First a `Plan` says what would become of each cell, and can be shown; then `put` does it.
"""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.edit.change import EditError, the_map, with_map
from journey_editor.edit.keys import Keys
from journey_editor.edit.lines import card_of, check_letters
from journey_editor.edit.pasting import stacked
from journey_editor.model.cards import Card
from journey_editor.model.columns import Phase, Step
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.lanes import LANE_OF_KIND, Lane, LaneKind, NoteLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import card_lanes, text_in
from journey_editor.wording import tr

Rows = tuple[tuple[str, ...], ...]

#: More than these are not a journey; a map of so many could not be read by anybody.
MOST_PHASES, MOST_LANES, MOST_CARDS = 60, 100, 2000


class Reading(NamedTuple):
    """How a table is to be read.

    `heads`: its first row names the phases; an empty name continues the phase before it with another step. `sides`: its
    first column names the lanes; a row without a name continues the lane above. `split`: each line in a cell is a card
    of its own. `kind` is that of new lanes. `lane` and `step` are the cell of the map at which the table begins; ""
    puts new phases and lanes at the end.
    """

    heads: bool = True
    sides: bool = True
    split: bool = True
    kind: LaneKind = "touchpoints"
    lane: str = ""
    step: str = ""


class Column(NamedTuple):
    """A column of the plan: `step` is that of the map, "" a new one; `title` the phase's, `further` says that it is one
    more step of the phase before."""

    title: str
    step: str = ""
    further: bool = False


class Row(NamedTuple):
    """A row of the plan: `lane` is that of the map, "" a new one of this kind."""

    title: str
    kind: LaneKind
    lane: str = ""


class Plan(NamedTuple):
    """What a table will be: (row, column) -> the words of the cards there, from top to bottom."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: dict[tuple[int, int], tuple[str, ...]]

    @property
    def cards(self) -> int:
        return sum(map(len, self.cells.values()))

    @property
    def new_phases(self) -> int:
        return sum(not column.step and not column.further for column in self.columns)

    @property
    def new_lanes(self) -> int:
        return sum(not row.lane for row in self.rows)


def guessed(table: Rows, in_grid: bool) -> Reading:
    """How a table is probably meant: with names at the top and at the left if there is more than one row or column,
    and the corner is empty or the cells below it are fuller than it."""
    tall, wide = len(table) > 1, len(table[0]) > 1
    corner = table[0][0].strip()
    if in_grid:
        named = tall and wide and not corner
        return Reading(heads=named, sides=named)
    return Reading(heads=tall, sides=wide and tall)


def planned(project: Project, map_id: str, table: Rows, reading: Reading) -> Plan:
    """What the table will be on the map. Raises EditError if there is nothing in it, or too much."""
    journey = the_map(project, map_id)
    top, left = int(reading.heads), int(reading.sides)
    if len(table) <= top or len(table[0]) <= left:
        raise EditError(tr("Nothing is left of the table for cards. Take a check mark away."))
    wide, tall = len(table[0]) - left, len(table) - top
    if wide > MOST_PHASES or tall > MOST_LANES:
        raise EditError(
            tr(
                "Too large for a map: {rows} × {columns} cells; {most_rows} × {most_columns} at most.",
                rows=len(table),
                columns=len(table[0]),
                most_rows=MOST_LANES,
                most_columns=MOST_PHASES,
            )
        )
    columns = _columns(project, journey, table[0][left:] if reading.heads else ("",) * wide, reading)
    rows, row_of = _rows(project, journey, [row[0] if reading.sides else "" for row in table[top:]], reading)
    cells: dict[tuple[int, int], tuple[str, ...]] = {}
    for r, line in enumerate(table[top:]):
        for c, text in enumerate(line[left:]):
            texts = text.split("\n") if reading.split else [text]
            said = tuple(text.strip() for text in texts if text.strip())
            if said:
                cells[row_of[r], c] = (*cells.get((row_of[r], c), ()), *said)
    plan = Plan(columns, rows, cells)
    if plan.cards > MOST_CARDS:
        raise EditError(
            tr("The table would make {n} cards; {most} at most are made at once.", n=plan.cards, most=MOST_CARDS)
        )
    check_letters(text for texts in cells.values() for text in texts)
    check_letters([column.title for column in columns] + [row.title for row in rows])
    return plan


def put(project: Project, map_id: str, plan: Plan, *, new: IdSource = random_id) -> tuple[Project, tuple[str, ...]]:
    """The map with the plan on it, and the ids of the new cards, or of the new phases where there are no cards."""
    journey, keys = the_map(project, map_id), Keys(project, new)
    phases: list[Phase] = list(journey.phases)
    made: list[str] = []
    step_of: list[str] = []
    for column in plan.columns:
        if column.step:
            step_of.append(column.step)
            continue
        step = Step(id=keys.fresh("st"))
        step_of.append(step.id)
        if column.further:
            phases[-1] = phases[-1].evolve(steps=(*phases[-1].steps, step))
        else:
            phases.append(Phase(id=keys.fresh("ph"), title=column.title, steps=(step,)))
            made.append(phases[-1].id)
    known: dict[str, Lane] = {lane.id: lane for lane in journey.lanes}
    lane_of: list[Lane] = []
    for row in plan.rows:
        if row.lane:
            lane_of.append(known[row.lane])
        else:
            lane: Lane = LANE_OF_KIND[row.kind](id=keys.fresh("ln"), kind=row.kind, title=row.title)  # type: ignore[assignment]  # one of the union
            known[lane.id] = lane
            lane_of.append(lane)
    grown = journey.evolve(phases=tuple(phases), lanes=tuple(known.values()))
    added: dict[tuple[str, str], list[Card]] = {}
    for (r, c), texts in plan.cells.items():
        lane = lane_of[r]
        tone = lane.tone if isinstance(lane, NoteLane) else "text"
        added[lane.id, step_of[c]] = [card_of(lane.kind, text, keys, tone) for text in texts]
    cards = tuple(card.id for stack in added.values() for card in stack)
    return with_map(project, stacked(grown, added)), cards or tuple(made)


def _columns(project: Project, journey: JourneyMap, names: tuple[str, ...], reading: Reading) -> tuple[Column, ...]:
    names = tuple(" ".join(name.split()) for name in names)
    there = [(phase, step) for phase in journey.phases for step in phase.steps]
    at = next((i for i, (_, step) in enumerate(there) if step.id == reading.step), len(there))
    columns: list[Column] = []
    number = len(journey.phases)
    for i, name in enumerate(names):
        if at + i < len(there):
            phase, step = there[at + i]
            columns.append(Column(text_in(project, project.language, phase.id, "title", phase.title), step.id))
        elif not name and reading.heads and columns and not columns[-1].step:
            columns.append(Column(columns[-1].title, further=True))
        else:
            number += 1
            columns.append(Column(name or tr("Phase {n}", to=project.language, n=number)))
    return tuple(columns)


def _rows(
    project: Project, journey: JourneyMap, names: list[str], reading: Reading
) -> tuple[tuple[Row, ...], list[int]]:
    """The rows of the plan, and for each row of the table the row of the plan that takes it."""
    there = list(card_lanes(journey))
    at = next((i for i, lane in enumerate(there) if lane.id == reading.lane), len(there))
    rows: list[Row] = []
    row_of: list[int] = []
    for name in (" ".join(name.split()) for name in names):
        if rows and reading.sides and not name:
            row_of.append(len(rows) - 1)
            continue
        if at + len(rows) < len(there):
            lane = there[at + len(rows)]
            rows.append(Row(lane.title, lane.kind, lane.id))
        else:
            number = len(journey.lanes) + 1 + sum(not row.lane for row in rows)
            rows.append(Row(name or tr("Lane {n}", to=project.language, n=number), reading.kind))
        row_of.append(len(rows) - 1)
    return tuple(rows), row_of
