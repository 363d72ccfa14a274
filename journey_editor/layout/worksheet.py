"""Worksheets: the map with empty ruled cells and the three questions, sized for a hand, in place of the map itself.

Of the whole map, spread over as many sheets as its phases need to leave a hand its room; or of one phase after the
other, with a row for each of several touchpoints. Sizes are those of the paper, in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journey_editor.model.columns import Phase
from journey_editor.model.project import JourneyMap
from journey_editor.model.sides import Placed, without_counterpart
from journey_editor.model.style import PageSetup
from journey_editor.wording import tr

from . import worksheet_phase, worksheet_table
from . import worksheet_words as words
from .drawlist import Group, Item, Tag
from .page_foot import footer_height
from .paper import POINTS_PER_MM, PageProblem, Sheet
from .print_words import Setting
from .worksheet_asks import Contacts, Section, contacts, further, sections
from .worksheet_columns import Upright, columns_by_sheet, visible_phases
from .worksheet_hand import LEAST_TYPE, Hand
from .worksheet_head import band, banner, heading, phase_title
from .worksheet_sheet import Dealt, deal, drawn, with_spare

_ABOVE_FOOTER = 12.0
_LEAST = 120.0  # points of height that rows get, though the head be endless
_SHORT, _LONG = (side * POINTS_PER_MM - 1.0 for side in (148.0, 210.0))  # the smallest paper for any worksheet
_MARGIN = 20.0 * POINTS_PER_MM  # what a wider margin takes away is missing as on smaller paper


class Leaf(NamedTuple):
    """A sheet of a worksheet: what is drawn on it, from the corner of the margins, what stands in the middle of its
    foot, and the ids of the cards whose words are cut on it."""

    body: Group
    note: str
    cut: frozenset[str]


class _Plan(NamedTuple):
    """A sheet before its title is known: what it is called without number, what is to be done, and what is below."""

    key: tuple[int, str]
    what: str
    task: str
    below: Group
    cut: frozenset[str]


def worksheet_pages(setting: Setting, journey: JourneyMap, setup: PageSetup, sheet: Sheet) -> list[Leaf]:
    """The sheets, one at least. Raises PageProblem for paper on which a hand has no room."""
    hand = Hand.of(setting, sheet)
    footing = footer_height(for_hands(setting, sheet)) * sheet.growth
    height = sheet.height - 2 * sheet.margin - footing - _ABOVE_FOOTER * hand.grown
    sides = sorted(side - 2 * max(sheet.margin - _MARGIN, 0.0) for side in (sheet.width, sheet.height))
    small = sides[0] < _SHORT or sides[1] < _LONG
    maker = _Maker(hand, journey, setup.worksheet_cards, height, small=small)
    plans = maker.by_phase() if setup.worksheet == "phases" else maker.whole()
    return maker.titled(plans)


def for_hands(setting: Setting, sheet: Sheet) -> Setting:
    """What the foot of a worksheet is set with: its type is no smaller than that of the sheet."""
    return setting._replace(least=LEAST_TYPE / sheet.growth)


class _Maker:
    """Makes the sheets of one map."""

    def __init__(self, hand: Hand, journey: JourneyMap, cards: bool, height: float, *, small: bool) -> None:
        self._hand, self._journey, self._cards, self._height = hand, journey, cards, height
        self._small = small
        self._to = hand.setting.language

    # The whole map

    def whole(self) -> list[_Plan]:
        plans: list[_Plan] = []
        parts = columns_by_sheet(visible_phases(self._journey), self._hand.columns)
        for columns in parts:
            hand = self._hand.with_columns(len(columns))
            each = (hand.room - hand.head) / len(columns)
            found = sections(hand, self._journey, columns, each, cards=self._cards)
            plans += self._of_columns(found, columns, 0, "")
        return sorted(plans, key=lambda plan: plan.key[0])

    def _of_columns(
        self, found: Sequence[Section], columns: Sequence[Upright], first: int, of_phase: str
    ) -> list[_Plan]:
        """Sheets with some columns; `first` is the number of their first section."""
        hand = self._hand.with_columns(len(columns))
        each = (hand.room - hand.head) / len(columns)
        over, top = band(hand, self._journey, columns, each)
        tallest = max(self._head_height(section, of_phase) for section in found) if found else 0.0
        room = self._room(self._height - tallest - top)
        plans = []
        found = with_spare(hand, found, room)
        for dealt in deal(hand, found, room):
            section = found[dealt.section]
            rows = drawn(hand, dealt.rows, len(columns), each, top, room)
            cut = frozenset(one.cut for row in dealt.rows for cell in row.printed for one in cell if one.cut)
            body = Group(0.0, 0.0, hand.room, self._height, (over, *rows))
            what = section.what or self._called(dealt)
            what = f"{of_phase} · {what}" if of_phase else what
            plans.append(_Plan((first + dealt.section, what), what, self._task(section.task), body, cut))
        return plans

    def _room(self, left: float, row: float = 0.0) -> float:
        """The height for rows, where so much is left and a `row` needs so much. Endless words make no paper too small
        that is large enough."""
        if left < max(_LEAST, row) and self._small:
            raise PageProblem(
                tr(
                    "This paper is too small to write on; a worksheet needs A5 (148 × 210 mm) or larger paper, and"
                    " margins of 20 mm at most."
                )
            )
        return max(left, _LEAST)

    def _called(self, dealt: Dealt) -> str:
        return words.of_lanes(dealt.names, self._to)

    def _task(self, task: str, *, phase: bool = False) -> str:
        return words.task(task, self._to, cards=self._cards, phase=phase)

    def _head_height(self, section: Section, of_phase: str) -> float:
        """How high the head of a section's sheets gets at most: with the longest title it may bear."""
        names = sorted((group.name for group in section.groups), key=len)
        what = section.what or max((words.of_lanes(some, self._to) for some in (names[-2:], ("",) * 3)), key=len)
        title = words.part(words.numbered(99, f"{of_phase} · {what}" if of_phase else what, self._to), 99, 99, self._to)
        return heading(self._hand, title, self._task(section.task), "")[1]

    # Phase by phase

    def by_phase(self) -> list[_Plan]:
        hand, journey = self._hand, self._journey
        asked = contacts(hand, journey)
        sided = any(one.task == "carry" for one in asked)
        waiting = without_counterpart(hand.setting.project, journey)
        plans: list[_Plan] = []
        number = 0
        for phase in visible_phases(journey):
            # Each side of a mirror map has sheets of its own; lanes follow each other on one.
            series = [[one] for one in asked] if sided else [asked] if asked else []
            for together in series:
                plans += self._table(phase, together, waiting, number, of_side=sided)
                number += 1
            if not asked:
                plans += self._beside_contacts((phase,), number, phase_title(hand, phase))
                number += 1
        # Their few lines would leave a sheet for each phase almost bare: all phases share them.
        return plans + self._beside_contacts(visible_phases(journey), number, "") if asked else plans

    def _table(
        self, phase: Phase, asked: list[Contacts], waiting: Sequence[Placed], number: int, *, of_side: bool
    ) -> list[_Plan]:
        hand = self._hand
        carry = asked[0].task == "carry"
        table = worksheet_table.Table(hand, carry=carry)
        steps = {step.id for step in phase.steps}
        here = [placed for placed in waiting if placed.step in steps]
        rows = worksheet_phase.entries(hand, self._journey, phase, asked, here, cards=self._cards)
        name = phase_title(hand, phase)
        what = f"{name} · {asked[0].what}" if of_side else name
        task = self._task(asked[0].task, phase=True)
        over, top = banner(hand, self._journey, phase)
        head, head_height = table.head()
        longest = words.part(words.numbered(99, what, self._to), 99, 99, self._to)
        highest = max((table.needs(entry) for entry in rows), default=0.0)
        room = self._room(self._height - heading(hand, longest, task, "")[1] - top - head_height, highest)
        plans = []
        for part in worksheet_phase.dealt(table, rows, room, lone=True):
            heads = Group(0.0, top, hand.room, head_height, tuple(head))
            items: list[Item] = [over, heads, *worksheet_phase.drawn(table, part, top + head_height, room)]
            cut = frozenset(entry.card.id for entry in part if entry.card is not None and entry.card.id in table.cut)
            plans.append(_Plan((number, what), what, task, Group(0.0, 0.0, hand.room, self._height, tuple(items)), cut))
        return plans

    def _beside_contacts(self, phases: Sequence[Phase], number: int, of_phase: str) -> list[_Plan]:
        """The sheets of some phases with the lanes that hold no touchpoints. Where there are touchpoints, each has a
        scale of its own: a curve is asked for only on sheets `of_phase`s without them."""
        curves = [] if of_phase else [lane for lane in self._journey.lanes if lane.kind == "emotion"]
        plans: list[_Plan] = []
        for columns in columns_by_sheet(tuple(phases), self._hand.columns):
            hand = self._hand.with_columns(len(columns))
            each = (hand.room - hand.head) / len(columns)
            groups = further(hand, self._journey, columns, each, cards=self._cards, without=curves)
            if groups:
                plans += self._of_columns([Section("lanes", "", tuple(groups))], columns, number, of_phase)
        return plans

    # Titles

    def titled(self, plans: Sequence[_Plan]) -> list[Leaf]:
        """The sheets with their heads: numbered where they are of several kinds, and parts of the same are counted."""
        keys = list(dict.fromkeys(plan.key for plan in plans))
        carry = next((plan.key for plan in plans if plan.what == words.of_side("online", self._to)), None)
        made: list[Leaf] = []
        seen: dict[tuple[int, str], int] = {}
        for plan in plans:
            number = keys.index(plan.key) + 1 if len(keys) > 1 else 0
            seen[plan.key] = seen.get(plan.key, 0) + 1
            called = words.numbered(number, plan.what, self._to)
            count = sum(other.key == plan.key for other in plans)
            title = words.part(called, seen[plan.key], count, self._to)
            head, top = heading(self._hand, title, plan.task, f"worksheet-{len(made) + 1}-title")
            note = ""
            if carry is not None and plan.key[0] < carry[0]:
                note = words.next_session(words.numbered(keys.index(carry) + 1, carry[1], self._to), self._to)
            items = (head, plan.below._replace(y=top))
            tag = Tag("worksheet", f"worksheet-{len(made) + 1}", title.replace("\u00ad", ""))
            made.append(Leaf(Group(0.0, 0.0, self._hand.room, self._height, items, tag), note, plan.cut))
        return made
