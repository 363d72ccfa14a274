"""What the mouse does on the map, as state machines on plain points: nothing here knows of events or widgets.

A gesture begins at a mark, follows the pointer, and says all the while what it would do: as `marks` for the overlay and
as `hint` in words. `drop` does it, as one step of history; a gesture that is let go of without `drop` has changed
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.layout.drawlist import Group
from journey_editor.layout.hit import card_slot, hit, lane_slot, phase_slot, step_slot
from journey_editor.layout.result import Box
from journey_editor.model.cards import Touchpoint
from journey_editor.model.things import find_thing
from journey_editor.session import acts
from journey_editor.session.session import Session
from journey_editor.wording import tr, trn

from .marks import Band, DropLine, Ghost, Mark, Origin, Refusal, Rope, Target
from .names import name_of, place_name
from .scene import NO_KEYS, Keys, Scene, group_of_card, group_of_phase, over, thing_of

_GRIP = 5.0  # what is dragged hangs below the pointer, so that the line where it would land is seen above it


class Gesture:
    """Something that is being done. `marks` and `hint` are true for the last `follow`."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.marks: tuple[Mark, ...] = ()
        self.hint = ""

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        """The pointer is at (x, y) of the map."""

    def drop(self) -> None:
        """The button is released: do it. Raises EditError."""


class CardDrag(Gesture):
    """Cards on their way to another place, or copies of them with Ctrl."""

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
        self._copy = keys.ctrl
        leave_out = frozenset() if keys.ctrl else frozenset(self._ids)
        slot = card_slot(self.scene.layout, x, y, leave_out)
        ghost = Ghost(self._group, x - self._at[0], y - self._at[1], len(self._ids))
        origins: tuple[Mark, ...] = () if keys.ctrl else self._origins
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


class PhaseDrag(Gesture):
    """A phase on its way to another place among the phases."""

    def __init__(self, scene: Scene, phase: str, x: float, y: float) -> None:
        super().__init__(scene)
        self._phase = phase
        box = scene.layout.box(phase)
        assert box is not None
        self._box, self._x = box, x
        self._group = group_of_phase(scene.layout, box)
        self._before: str | None = phase

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        layout, session = self.scene.layout, self.scene.session
        slot = phase_slot(layout, x)
        self._before = slot.before
        ghost = Ghost(self._group, self._box.x + x - self._x, self._box.y, 1)
        self.marks = (Origin(self._box), ghost, DropLine(slot.x1, slot.y1, slot.x2, slot.y2))
        what = name_of(session, self._phase)
        if slot.before is None:
            self.hint = tr("Move phase “{what}” to the end", what=what)
        else:
            self.hint = tr("Move phase “{what}” before “{other}”", what=what, other=name_of(session, slot.before))

    def drop(self) -> None:
        if self._before != self._phase:
            acts.place_phase(self.scene.session, self._phase, self._before)


class StepDrag(Gesture):
    """A step on its way to another place, in its phase or another one."""

    def __init__(self, scene: Scene, step: str) -> None:
        super().__init__(scene)
        self._step = step
        box = scene.layout.box(step)
        assert box is not None
        self._box = box
        self._place: tuple[str, str | None] | None = None

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        found = step_slot(self.scene.layout, x)
        self._place = None
        if found is None:
            return
        phase, slot = found
        session = self.scene.session
        self._place = (phase, slot.before)
        self.marks = (Origin(self._box), DropLine(slot.x1, slot.y1, slot.x2, slot.y2))
        self.hint = tr(
            "Move step “{what}” in “{phase}”", what=name_of(session, self._step), phase=name_of(session, phase)
        )

    def drop(self) -> None:
        if self._place is not None and self._place[1] != self._step:
            acts.place_step(self.scene.session, self._step, *self._place)


class LaneDrag(Gesture):
    """A lane on its way up or down."""

    def __init__(self, scene: Scene, lane: str, y: float) -> None:
        super().__init__(scene)
        self._lane, self._y = lane, y
        box = scene.layout.head_of(lane)
        assert box is not None
        self._box = box
        self._before: str | None = lane

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        layout, session = self.scene.layout, self.scene.session
        slot = lane_slot(layout, y)
        self._before = slot.before
        whole = self._box._replace(w=layout.right - self._box.x)
        moved = _outline(whole._replace(y=whole.y + y - self._y))
        self.marks = (Origin(whole), moved, DropLine(slot.x1, slot.y1, slot.x2, slot.y2))
        what = name_of(session, self._lane)
        if slot.before is None:
            self.hint = tr("Move lane “{what}” to the bottom", what=what)
        else:
            self.hint = tr("Move lane “{what}” above “{other}”", what=what, other=name_of(session, slot.before))

    def drop(self) -> None:
        if self._before != self._lane:
            acts.place_lane(self.scene.session, self._lane, self._before)


class BandDrag(Gesture):
    """The phase band by its head, to the top or between two lanes."""

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        layout, session = self.scene.layout, self.scene.session
        slot = lane_slot(layout, y)
        self.marks = (DropLine(slot.x1, slot.y1, slot.x2, slot.y2),)
        lanes = [row.lane for row in layout.rows if row.lane]
        at = lanes.index(slot.before) if slot.before is not None else len(lanes)
        self._below = lanes[at - 1] if at else ""
        if self._below:
            self.hint = tr("Move the phase band below “{other}”", other=name_of(session, self._below))
        else:
            self.hint = tr("Move the phase band to the top")

    _below: str | None = None

    def drop(self) -> None:
        if self._below is not None:
            acts.place_band(self.scene.session, self._below)


class RubberBand(Gesture):
    """Selecting by a rectangle over empty ground; with Ctrl or Shift in addition to what is selected."""

    def __init__(self, scene: Scene, x: float, y: float, keys: Keys) -> None:
        super().__init__(scene)
        self._x, self._y = x, y
        self._kept = scene.session.selection if keys.ctrl or keys.shift else ()
        self.found: tuple[str, ...] = ()

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        left, top, w, h = min(x, self._x), min(y, self._y), abs(x - self._x), abs(y - self._y)
        self.found = tuple(box.id for box in self.scene.layout.cards() if over(box, left, top, w, h))
        self.marks = (Band(left, top, w, h),)
        self.hint = trn("{n} card selected", "{n} cards selected", len(self.found))

    def drop(self) -> None:
        self.scene.session.select((*self._kept, *self.found))


class RopePull(Gesture):
    """A path that is pulled from one touchpoint to another."""

    def __init__(self, scene: Scene, source: str, x: float, y: float) -> None:
        super().__init__(scene)
        self._source = source
        box = scene.layout.card(source)
        assert box is not None
        self._from = (box.x + box.w, box.y + box.h / 2)
        self._target: str | None = None
        self.follow(x, y)

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        scene, session = self.scene, self.scene.session
        box = hit(scene.layout, x, y)
        self._target = None
        marks: list[Mark] = []
        name = name_of(session, self._source)
        self.hint = tr("Path from “{name}”: release over another touchpoint", name=name)
        if box is not None and box.kind == "card" and box.id != self._source:
            if is_touchpoint(session, box.id):
                self._target = box.id
                marks.append(Target(box.x, box.y, box.w, box.h, False))
                self.hint = tr("Path from “{name}” to “{other}”", name=name, other=name_of(session, box.id))
            else:
                marks.append(Refusal(box.x, box.y, box.w, box.h, ""))
                self.hint = tr("Paths join touchpoints only")
        self.marks = (*marks, Rope(*self._from, x, y))

    def drop(self) -> None:
        if self._target is not None:
            acts.connect(self.scene.session, self._source, self._target)


def begin(scene: Scene, box: Box | None, x: float, y: float, keys: Keys) -> Gesture:
    """The gesture that a drag from (x, y) is, `box` being what was pressed there."""
    session = scene.session
    if box is None or box.kind in ("cell", "title", "path"):
        if box is None and _on_band_head(scene, x, y):
            return BandDrag(scene)
        return RubberBand(scene, x, y, keys)
    if box.kind == "phase":
        return PhaseDrag(scene, box.id, x, y)
    if box.kind == "step":
        return StepDrag(scene, box.id)
    if box.kind == "lane":
        return LaneDrag(scene, box.id, y) if box.id else BandDrag(scene)
    card = thing_of(box)
    if scene.layout.card(card) is None:
        return RubberBand(scene, x, y, keys)
    ids = tuple(key for key in session.selection if scene.layout.card(key) is not None)
    return CardDrag(scene, ids if card in ids else (card,), card, x, y)


def _on_band_head(scene: Scene, x: float, y: float) -> bool:
    band = scene.layout.head_of("")
    return band is not None and band.holds(x, y)


def is_touchpoint(session: Session, card: str) -> bool:
    found = find_thing(session.project, card)
    return found is not None and isinstance(found.node, Touchpoint)


def _outline(box: Box) -> Mark:
    return Target(box.x, box.y, box.w, box.h, False)
