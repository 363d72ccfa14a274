"""Dragging something from another program over the map: words, tables, images, or pieces of another map.

What it is, is known only by its kind; what is in it, is looked at when it is dropped, and not here.
"""

from __future__ import annotations

from journey_editor.layout.hit import card_slot, hit
from journey_editor.model.lanes import CARD_OF_LANE
from journey_editor.model.queries import cards_at, find_lane, place_of
from journey_editor.model.things import find_thing
from journey_editor.session.contents import Kind
from journey_editor.wording import tr

from .gesture import Gesture
from .marks import DropLine, Refusal, Target
from .names import name_of, place_name
from .scene import NO_KEYS, Keys, Scene


class ArrivalDrag(Gesture):
    """Something foreign over the map. `lane`, `step`, `before` and `card` say where it would go; "" is nowhere."""

    def __init__(self, scene: Scene, kind: Kind) -> None:
        super().__init__(scene)
        self.kind = kind
        self.can_drop = False
        self.lane = self.step = self.before = self.card = ""

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        self.marks, self.hint, self.can_drop = (), "", False
        self.lane = self.step = self.before = self.card = ""
        if self.kind in ("files", "image") and self._over_card(x, y):
            return
        self._over_cell(x, y)

    def _over_card(self, x: float, y: float) -> bool:
        """An image over a card that can show it."""
        session, layout = self.scene.session, self.scene.layout
        box = hit(layout, x, y)
        thing = find_thing(session.project, box.id) if box is not None and box.kind == "card" else None
        if box is None or thing is None or thing.kind not in ("touchpoint", "picture"):
            return False
        place = place_of(session.journey, box.id)
        assert place is not None
        stack = cards_at(find_lane(session.journey, place.lane), place.step)
        self.lane, self.step, self.card = place.lane, place.step, box.id
        self.before = stack[place.depth + 1].id if place.depth + 1 < len(stack) else ""
        self.can_drop = True
        self.marks = (Target(box.x, box.y, box.w, box.h, False),)
        self.hint = tr("Add the image to “{card}”", card=name_of(session, box.id))
        return True

    def _over_cell(self, x: float, y: float) -> None:
        session, layout = self.scene.session, self.scene.layout
        slot = card_slot(layout, x, y)
        image = self.kind in ("files", "image")
        lane = find_lane(session.journey, slot.lane) if slot is not None else None
        if slot is None or lane is None or lane.kind not in CARD_OF_LANE or (image and lane.kind != "images"):
            if image:
                self.hint = tr("An image goes onto a touchpoint or into a lane of images")
                cell = layout.cell(slot.lane, slot.step) if slot is not None and lane is not None else None
                if cell is not None and lane is not None:
                    self.marks = (Refusal(cell.x, cell.y, cell.w, cell.h, name_of(session, lane.id)),)
            else:
                # A table may become phases and lanes of its own, and so may phases and lanes.
                self.can_drop, self.hint = True, tr("Drop text into a cell; a table may go anywhere")
            return
        cell = layout.cell(slot.lane, slot.step)
        assert cell is not None
        empty = not layout.cards_in(slot.lane, slot.step)
        target = Target(cell.x, cell.y, cell.w, cell.h, empty)
        self.marks = (target,) if empty else (target, DropLine(slot.x1, slot.y, slot.x2, slot.y))
        self.lane, self.step, self.before = slot.lane, slot.step, slot.before or ""
        self.can_drop = True
        self.hint = tr("Add to {place}", place=place_name(session, slot.lane, slot.step))
