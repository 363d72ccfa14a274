"""Dragging a part from the palette over the map: where it would land, in marks and words, and what a drop makes."""

from __future__ import annotations

from typing import Any, cast

from journey_editor.layout.hit import card_slot, hit, lane_slot, phase_slot, step_slot
from journey_editor.model.lanes import CARD_OF_LANE, LaneKind
from journey_editor.model.queries import find_lane
from journey_editor.session import acts
from journey_editor.wording import tr

from .gesture import Gesture
from .marks import DropLine, Refusal, Target
from .names import name_of, place_name
from .parts import Part, part_name
from .scene import NO_KEYS, Keys, Scene

#: The kinds of lanes into which a part may be dropped.
_LANES = {
    "touchpoint": ("touchpoints",),
    "note": ("notes", "text"),
    "measure": ("metrics",),
    "picture": ("images",),
}


class PartDrag(Gesture):
    """A part of the palette over the map. `can_drop` says whether this place takes it; `drop` sets `made`."""

    def __init__(self, scene: Scene, part: Part) -> None:
        super().__init__(scene)
        self.part = part
        self.can_drop = False
        self.made: str | None = None
        self._place: tuple[Any, ...] = ()

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        self.marks, self.hint, self.can_drop, self._place = (), "", False, ()
        if self.part.part in _LANES:
            self._over_cells(x, y)
        elif self.part.part == "phase":
            self._over_phases(x)
        elif self.part.part == "step":
            self._over_steps(x)
        elif self.part.part == "lane":
            self._over_lanes(y)
        elif self.part.part == "persona":
            self.can_drop, self.hint = True, tr("Add a persona to the map")
        else:
            self._over_cards(x, y)

    def drop(self) -> None:
        if not self.can_drop:
            return
        session, place = self.scene.session, self._place
        match self.part.part:
            case "phase":
                self.made = acts.add_phase_before(session, *place)
            case "step":
                self.made = acts.add_step_before(session, *place)
            case "lane":
                self.made = acts.add_lane_before(
                    session, cast(LaneKind, self.part.kind or "touchpoints"), place[0], place[1], line=self.part.line
                )
            case "persona":
                self.made = acts.add_persona_to_map(session)
            case "path":
                return
            case _:
                self.made = acts.add_card_to(session, *place, **self._fields(place[0]))

    @property
    def starts_at(self) -> str | None:
        """The card at which a path was dropped: it now wants to be led to its end."""
        return self._place[0] if self.part.part == "path" and self.can_drop else None

    def _fields(self, lane: str) -> dict[str, Any]:
        if self.part.part == "touchpoint":
            return {"channel": self.part.channel, "title": self.part.name if self.part.channel else ""}
        if self.part.part == "note":
            if find_lane(self.scene.session.journey, lane).kind == "text":
                return {"tone": "text"}
            return {"tone": self.part.tone} if self.part.tone else {}
        return {}

    def _over_cells(self, x: float, y: float) -> None:
        session, layout = self.scene.session, self.scene.layout
        what = part_name(self.part)
        slot = card_slot(layout, x, y)
        if slot is None:
            self.hint = tr("Drop “{what}” into a cell", what=what)
            return
        lane, cell = find_lane(session.journey, slot.lane), layout.cell(slot.lane, slot.step)
        assert cell is not None
        if lane.kind not in _LANES[self.part.part]:
            self.marks = (Refusal(cell.x, cell.y, cell.w, cell.h, name_of(session, lane.id)),)
            self.hint = self._refusal(lane.kind)
            return
        empty = not layout.cards_in(slot.lane, slot.step)
        target = Target(cell.x, cell.y, cell.w, cell.h, empty)
        self.marks = (target,) if empty else (target, DropLine(slot.x1, slot.y, slot.x2, slot.y))
        self.can_drop, self._place = True, (slot.lane, slot.step, slot.before)
        place = place_name(session, slot.lane, slot.step)
        if slot.before is None:
            self.hint = tr("Add “{what}” to {place}", what=what, place=place)
        else:
            other = name_of(session, slot.before)
            self.hint = tr("Add “{what}” to {place}, before “{other}”", what=what, place=place, other=other)

    def _refusal(self, kind: str) -> str:
        if kind not in CARD_OF_LANE:
            return tr("This lane holds no cards")
        return {
            "touchpoint": lambda: tr("Touchpoints belong into a lane of touchpoints"),
            "note": lambda: tr("Notes belong into a lane of notes or text"),
            "measure": lambda: tr("Metrics belong into a lane of metrics"),
            "picture": lambda: tr("Pictures belong into a lane of images"),
        }[self.part.part]()

    def _over_phases(self, x: float) -> None:
        slot = phase_slot(self.scene.layout, x)
        self.marks = (DropLine(slot.x1, slot.y1, slot.x2, slot.y2),)
        self.can_drop, self._place = True, (slot.before,)
        if slot.before is None:
            self.hint = tr("Add a phase at the end")
        else:
            self.hint = tr("Add a phase before “{other}”", other=name_of(self.scene.session, slot.before))

    def _over_steps(self, x: float) -> None:
        found = step_slot(self.scene.layout, x)
        if found is None:
            self.hint = tr("A step needs a phase; add a phase first")
            return
        phase, slot = found
        self.marks = (DropLine(slot.x1, slot.y1, slot.x2, slot.y2),)
        self.can_drop, self._place = True, (phase, slot.before)
        self.hint = tr("Add a step to “{phase}”", phase=name_of(self.scene.session, phase))

    def _over_lanes(self, y: float) -> None:
        slot = lane_slot(self.scene.layout, y)
        self.marks = (DropLine(slot.x1, slot.y1, slot.x2, slot.y2),)
        self.can_drop, self._place = True, (slot.before, slot.above_band)
        what = part_name(self.part)
        if slot.above_band:
            self.hint = tr("Add lane “{what}” above the phase band", what=what)
        elif slot.before is None:
            self.hint = tr("Add lane “{what}” at the bottom", what=what)
        else:
            other = name_of(self.scene.session, slot.before)
            self.hint = tr("Add lane “{what}” above “{other}”", what=what, other=other)

    def _over_cards(self, x: float, y: float) -> None:
        box = hit(self.scene.layout, x, y)
        self.hint = tr("Drop the path on the touchpoint where it begins")
        if box is not None and box.kind == "card":
            row = next(r for r in self.scene.layout.rows if r.y <= y < r.y + r.h)
            if row.block.kind == "touchpoints":
                self.can_drop, self._place = True, (box.id,)
                self.marks = (Target(box.x, box.y, box.w, box.h, False),)
                self.hint = tr("Path from “{name}”: then click where it ends", name=name_of(self.scene.session, box.id))
            else:
                self.marks = (Refusal(box.x, box.y, box.w, box.h, ""),)
                self.hint = tr("Paths join touchpoints only")
