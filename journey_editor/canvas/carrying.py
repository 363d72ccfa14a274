"""Dragging cards to another place on the map."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.layout.drawlist import Group
from journey_editor.layout.hit import card_slot
from journey_editor.session import acts
from journey_editor.wording import tr, trn

from .gesture import Gesture
from .marks import DropLine, Ghost, Mark, Origin, Refusal, Target
from .names import name_of, place_name
from .scene import NO_KEYS, Keys, Scene, group_of_card

_GRIP = 5.0  # what is dragged hangs below the pointer, so that the line where it would land is seen above it


class CardDrag(Gesture):
    """Cards on their way to another place, or copies of them with Alt or Ctrl."""

    def __init__(self, scene: Scene, ids: Sequence[str], grabbed: str, x: float, y: float) -> None:
        super().__init__(scene)
        order = [box.id for box in scene.layout.cards()] if len(ids) > 1 else list(ids)
        self._ids = tuple(card for card in order if card in frozenset(ids))
        box = scene.layout.card(grabbed)
        group = group_of_card(scene.layout, grabbed)
        assert box is not None, "a drag begins at a card on the map"
        assert group is not None
        self._group: Group = group
        self._at = (x - box.x, min(y - box.y, _GRIP))
        self._origins = tuple(Origin(found) for card in self._ids if (found := scene.layout.card(card)) is not None)
        self._place: tuple[str, str, str | None] | None = None
        self._copy = False
        self._refusals: dict[str, str | None] = {}

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        self._copy = keys.alt or keys.ctrl  # some window managers keep Alt and drag for themselves
        leave_out = frozenset() if self._copy else frozenset(self._ids)
        slot = card_slot(self.scene.layout, x, y, leave_out)
        ghost = Ghost(self._group, x - self._at[0], y - self._at[1], len(self._ids))
        origins: tuple[Mark, ...] = () if self._copy else self._origins
        self._place = None
        if slot is None:
            self.marks = (*origins, ghost)
            self.hint = tr("Esc cancels")
            return
        cell = self.scene.layout.cell(slot.lane, slot.step)
        assert cell is not None
        why = self._why_not(slot.lane)
        if why is not None:
            name = name_of(self.scene.session, slot.lane)
            self.marks = (*origins, ghost, Refusal(cell.x, cell.y, cell.w, cell.h, name))
            self.hint = why
            return
        self._place = (slot.lane, slot.step, slot.before)
        empty = not any(b.id not in leave_out for b in self.scene.layout.cards_in(slot.lane, slot.step))
        target = Target(cell.x, cell.y, cell.w, cell.h, empty)
        line: tuple[Mark, ...] = () if empty else (DropLine(slot.x1, slot.y, slot.x2, slot.y),)
        self.marks = (*origins, target, ghost, *line)  # where it lands is not hidden by what lands
        self.hint = self._words(slot.lane, slot.step, slot.before)

    def _why_not(self, lane: str) -> str | None:
        if lane not in self._refusals:
            self._refusals[lane] = acts.why_not(self.scene.session, self._ids, lane)
        return self._refusals[lane]

    def _words(self, lane: str, step: str, before: str | None) -> str:
        session, n = self.scene.session, len(self._ids)
        what = name_of(session, self._ids[0])
        place = place_name(session, lane, step)
        if self._copy:
            if before is None:
                return trn("Copy “{what}” to {place}", "Copy {n} cards to {place}", n, what=what, place=place)
            return trn(
                "Copy “{what}” to {place}, before “{other}”",
                "Copy {n} cards to {place}, before “{other}”",
                n,
                what=what,
                place=place,
                other=name_of(session, before),
            )
        if before is None:
            return trn("Move “{what}” to {place}", "Move {n} cards to {place}", n, what=what, place=place)
        return trn(
            "Move “{what}” to {place}, before “{other}”",
            "Move {n} cards to {place}, before “{other}”",
            n,
            what=what,
            place=place,
            other=name_of(session, before),
        )

    def drop(self) -> None:
        if self._place is not None:
            do = acts.copy if self._copy else acts.move
            do(self.scene.session, self._ids, *self._place)
