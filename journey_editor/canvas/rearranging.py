"""Dragging what the map is made of to another place: phases, steps, lanes and the phase band."""

from __future__ import annotations

from journey_editor.layout.hit import lane_slot, phase_slot, step_slot
from journey_editor.layout.result import Box
from journey_editor.model.queries import find_step
from journey_editor.session import acts
from journey_editor.wording import tr

from .gesture import Gesture
from .marks import DropLine, Ghost, Mark, Origin, Refusal, Target
from .names import name_of
from .scene import NO_KEYS, Keys, Scene, group_of_phase


class PhaseDrag(Gesture):
    """A phase on its way to another place among the phases."""

    under_heads = True
    ways = "x"

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

    under_heads = True
    ways = "x"

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
        source, _ = find_step(session.journey, self._step)
        if len(source.steps) == 1 and phase != source.id:
            there = self.scene.layout.box(phase)
            if there is not None:
                self.marks = (Origin(self._box), Refusal(there.x, there.y, there.w, there.h, name_of(session, phase)))
            self.hint = tr("A phase keeps at least one step: drag the whole phase instead")
            return
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

    under_heads = True
    ways = "y"

    def __init__(self, scene: Scene, lane: str, y: float) -> None:
        super().__init__(scene)
        self._lane, self._y = lane, y
        box = scene.layout.head_of(lane)
        assert box is not None
        self._box = box
        self._place: tuple[str | None, bool] = (lane, False)

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        layout, session = self.scene.layout, self.scene.session
        slot = lane_slot(layout, y)
        self._place = (slot.before, slot.above_band)
        whole = self._box._replace(w=layout.right - self._box.x)
        moved = _outline(whole._replace(y=whole.y + y - self._y))
        self.marks = (Origin(whole), moved, DropLine(slot.x1, slot.y1, slot.x2, slot.y2))
        what = name_of(session, self._lane)
        if slot.above_band:
            self.hint = tr("Move lane “{what}” above the phase band", what=what)
        elif slot.before is None:
            self.hint = tr("Move lane “{what}” to the bottom", what=what)
        else:
            self.hint = tr("Move lane “{what}” above “{other}”", what=what, other=name_of(session, slot.before))

    def drop(self) -> None:
        if self._place[0] != self._lane:
            acts.place_lane(self.scene.session, self._lane, *self._place)


class BandDrag(Gesture):
    """The phase band by its head, to the top or between two lanes."""

    under_heads = True
    ways = "y"

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


def _outline(box: Box) -> Mark:
    return Target(box.x, box.y, box.w, box.h, False)
