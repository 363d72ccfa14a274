"""A table of touchpoints to fill in: a row for each, with the three questions beside it.

On wide paper each question has a column; on narrow paper questions stand under each other in one, so that every line
is long enough for a hand.
"""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.model.cards import Touchpoint

from . import look
from . import worksheet_words as words
from .card_texts import title_of
from .drawlist import Group, Item, Path, Rect, Tag
from .figures import dot_outline, horizontal
from .worksheet_boxes import tick_boxes
from .worksheet_hand import Hand
from .worksheet_rows import ROW_RULE, WRITING_RULE
from .wrap import TextBlock, place

_SCALE = 104.0  # the width of the scale
_HEAD, _LABEL, _SAID = 10.5, 9.0, 9.5
_MOST_TITLE, _MOST_SAID = 4, 8  # lines of what is printed
_GAP = 5.0
_BOXES = 17.0
_RULE = 0.6
_STACKED, _ALONE = 2, 3  # lines of a question, where questions stand under each other, and by itself
#: The most lines of a question.
MOST_LINES = 6


class Slot(NamedTuple):
    """A column of the table with the fields that stand in it under each other: (field, name, question)."""

    width: float
    fields: tuple[tuple[str, str, str], ...]


class Entry(NamedTuple):
    """A row of the table: a touchpoint that there is, or an empty one (None). `above` is a heading of its group."""

    card: Touchpoint | None
    where: str = ""
    carried: str = ""
    above: str = ""


def slots(hand: Hand, *, carry: bool) -> tuple[tuple[Slot, ...], float]:
    """The columns that the paper has room for, and the width of the scale at the right: 0 if it stands with the
    touchpoint."""
    to = hand.setting.language
    name, caption = words.online_touchpoint(to) if carry else words.touchpoint(to)
    fields = ([("carried", *words.carried(to))] if carry else []) + [("title", name, caption), *words.questions(to)]
    scale = _SCALE * hand.type
    if len(fields) * hand.column + scale <= hand.room:
        each = (hand.room - scale) / len(fields)
        return tuple(Slot(each, (field,)) for field in fields), scale
    count = max(1, min(3, int(hand.room / hand.column)))
    first = 2 if carry else 1
    groups = {
        3: (fields[:first], fields[first : first + 2], fields[first + 2 :]),
        2: (fields[:first], fields[first:]),
        1: (fields,),
    }[count]
    return tuple(Slot(hand.room / count, tuple(group)) for group in groups), 0.0


class Table:
    """Draws the rows of a phase on sheets of a height."""

    def __init__(self, hand: Hand, *, carry: bool) -> None:
        self._hand = hand
        self._slots, self._scale = slots(hand, carry=carry)
        self._stacked = not self._scale
        self.cut: set[str] = set()
        self.pitch = hand.pitch

    def head(self) -> tuple[list[Item], float]:
        """What the columns ask for, and where the rows begin."""
        hand, items = self._hand, list[Item]()
        x, deepest = 0.0, 0.0
        if self._stacked:  # then each field has its name by itself
            return [horizontal(0.0, -1.0, hand.room, 1.0, ROW_RULE)], 0.0
        asked = [(slot.width, slot.fields[0]) for slot in self._slots]
        scale = words.enthusiasm(hand.setting.language)[0]
        for n, (width, field) in enumerate([*asked, (self._scale, ("", scale, ""))]):
            inset = hand.inset if n else 0.0
            title = hand.block(field[1], _HEAD, width - inset, bold=True)
            caption = hand.block(field[2], _LABEL, width - inset, color=look.INK_2)
            items += [*place(title, x + inset, 0.0), *place(caption, x + inset, title.height)]
            deepest = max(deepest, title.height + caption.height)
            x += width
        y = deepest + _GAP * hand.grown
        items.append(horizontal(0.0, y - 1.0, hand.room, 1.0, ROW_RULE))
        return items, y

    def needs(self, entry: Entry, extra: int = 0) -> float:
        """The height of a row, each field having `extra` more lines than it needs."""
        return self._above(entry)[1] + max(self._slot_height(slot, entry, extra) for slot in self._slots)

    def draw(self, entry: Entry, extra: int) -> Group:
        """A row at its own origin."""
        hand, h = self._hand, self.needs(entry, extra)
        items, top = self._above(entry)
        x = 0.0
        for n, slot in enumerate(self._slots):
            if n:
                items.append(Rect(x - 0.3, top, 0.6, h - top, fill=look.LANE_RULE))
            items += self._in_slot(slot, entry, x, top, h, first=n == 0)
            x += slot.width
        if self._scale:
            items.append(Rect(x - 0.3, top, 0.6, h - top, fill=look.LANE_RULE))
            middle = top + (h - top) / 2 - 12.0 * hand.type
            items += self._feelings(x + hand.inset, middle, self._scale - hand.inset)
        items.append(horizontal(0.0, h - 0.5, hand.room, 1.0, ROW_RULE))
        tag = Tag("card", entry.card.id, entry.card.title) if entry.card is not None else None
        return Group(0.0, 0.0, hand.room, h, tuple(items), tag)

    def _above(self, entry: Entry) -> tuple[list[Item], float]:
        """The heading of a group, and its height."""
        if not entry.above:
            return [], 0.0
        hand = self._hand
        block = hand.block(entry.above, _HEAD, hand.room - 2 * hand.inset, bold=True, most=2)
        h = block.height + 7.0 * hand.grown
        return [
            Rect(0.0, 0.0, hand.room, h, fill=look.CHIP),
            *place(block, hand.inset, 3.5 * hand.grown),
        ], h

    def _lines(self, slot: Slot, field: str, extra: int) -> int:
        if field in ("title", "carried"):
            return 2
        return min((_STACKED if len(slot.fields) > 1 else _ALONE) + extra, MOST_LINES)

    def _slot_height(self, slot: Slot, entry: Entry, extra: int) -> float:
        return sum(self._field_height(slot, field, entry, extra) for field in slot.fields) + _GAP * self._hand.grown

    def _field_height(self, slot: Slot, field: tuple[str, str, str], entry: Entry, extra: int) -> float:
        """A field with its name above it if there are several, what is printed in it or else lines, and its boxes."""
        hand = self._hand
        lines = self._lines(slot, field[0], extra)
        said = self._said(slot, field[0], entry)
        # What is printed has a line below it, to add to.
        inner = sum(block.height for block in said) + self.pitch if said else lines * self.pitch
        if not said:
            lines = max(lines, 1)
        below = _BOXES * hand.type if field[0] == "title" else 0.0
        if field[0] == "title" and self._stacked:
            below += 30.0 * hand.type
        return max(inner, lines * self.pitch) + self._label(slot, field).height + below + 2.0 * hand.grown

    def _label(self, slot: Slot, field: tuple[str, str, str]) -> TextBlock:
        words_ = field[1] if self._stacked else ""
        return self._hand.block(words_, _LABEL, slot.width - 2 * self._hand.inset, bold=True)

    def _said(self, slot: Slot, field: str, entry: Entry) -> list[TextBlock]:
        """What is printed in a field."""
        hand, width = self._hand, slot.width - 2 * self._hand.inset
        card = entry.card
        if field == "carried":
            texts = [(entry.carried, False, look.INK)]
        elif card is None:
            texts = []
        elif field == "title":
            texts = [(title_of(hand.setting, card), True, look.INK), (entry.where, False, look.INK_2)]
        else:
            texts = [(hand.setting.text(card.id, field, getattr(card, field)), False, look.BODY)]
        found = []
        for text, bold, color in texts:
            most = _MOST_TITLE if bold else _MOST_SAID
            block = hand.block(text, _SAID, width, bold=bold, color=color, most=most)
            if block.truncated and card is not None:
                self.cut.add(card.id)
            if block.lines:
                found.append(block)
        return found

    def _in_slot(self, slot: Slot, entry: Entry, x: float, top: float, h: float, *, first: bool) -> list[Item]:
        hand, items = self._hand, list[Item]()
        inset = 0.0 if first else hand.inset
        left, width = x + inset, slot.width - inset - hand.inset
        spare = h - top - sum(self._field_height(slot, field, entry, 0) for field in slot.fields) - _GAP * hand.grown
        y = top
        for field in slot.fields:
            label, said = self._label(slot, field), self._said(slot, field[0], entry)
            own = self._field_height(slot, field, entry, 0) + max(spare, 0.0) / len(slot.fields)
            below = _BOXES * hand.type if field[0] == "title" else 0.0
            scale = 30.0 * hand.type if field[0] == "title" and self._stacked else 0.0
            items += place(label, left, y + 3.0 * hand.grown)
            at = y + label.height + (5.0 * hand.grown if said else 0.0)
            for block in said:
                items += place(block, left, at)
                at += block.height
            end = y + own - below - scale
            count = int((end - at + 0.5) / self.pitch)
            items += [horizontal(left, end - n * self.pitch, width, _RULE, WRITING_RULE) for n in range(count)]
            if field[0] == "title":
                ticked = -1
                if entry.card is not None:
                    ticked = 0 if entry.card.status == "existing" else 1
                boxes = tuple(word for _, word in words.ticks(hand.setting.language))
                items += tick_boxes(hand, boxes, left, end + 6.0 * hand.grown, width, ticked)
                if scale:
                    items += self._named_feelings(left, end + below + 3.0 * hand.grown, width)
            y += own
        return items

    def _named_feelings(self, x: float, y: float, width: float) -> list[Item]:
        """The scale with its name at the left."""
        hand = self._hand
        wide = min(_SCALE * hand.type, width * 0.6)
        name = hand.block(words.enthusiasm(hand.setting.language)[0], _LABEL, width - wide - hand.inset, bold=True)
        above = (10.0 * hand.type - name.line_height) / 2
        return [*place(name, x, y + above), *self._feelings(x + width - wide, y, wide + hand.inset)]

    def _feelings(self, x: float, y: float, width: float) -> list[Item]:
        """The scale from -2 to +2: a circle to tick for each value."""
        hand, items = self._hand, list[Item]()
        radius = 5.0 * hand.type
        each = (width - 2 * radius - hand.inset) / 4
        for n, value in enumerate((-2, -1, 0, 1, 2)):
            at = x + radius + n * each
            items.append(
                Path(dot_outline("round"), at, y + radius, radius, fill=look.PAPER, stroke=look.LINE, width=0.8)
            )
            word = hand.block(f"+{value}" if value > 0 else f"\u2212{-value}" if value else "0", _LABEL, 60.0)
            items += place(word, at - word.width / 2, y + 2 * radius + 1.0 * hand.grown)
        return items
