"""Which gesture a drag on the map is; and the one that moves nothing: selecting by a rectangle."""

from __future__ import annotations

from journey_editor.layout.result import Box
from journey_editor.wording import trn

from .carrying import CardDrag
from .curve_drag import drag_point
from .gesture import Gesture
from .marks import Band, Selected
from .rearranging import BandDrag, LaneDrag, PhaseDrag, StepDrag
from .scene import NO_KEYS, Keys, Scene, over, thing_of


class RubberBand(Gesture):
    """Selecting by a rectangle over empty ground; with Ctrl or Shift in addition to what is selected."""

    under_heads = True

    def __init__(self, scene: Scene, x: float, y: float, keys: Keys) -> None:
        super().__init__(scene)
        self._x, self._y = x, y
        self._kept = scene.session.selection if keys.ctrl or keys.shift else ()
        self.found: tuple[str, ...] = ()

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        left, top, w, h = min(x, self._x), min(y, self._y), abs(x - self._x), abs(y - self._y)
        self.found = tuple(box.id for box in self.scene.layout.cards() if over(box, left, top, w, h))
        chosen = (Selected(box, False) for card in self.found if (box := self.scene.layout.card(card)) is not None)
        self.marks = (*chosen, Band(left, top, w, h))
        self.hint = trn("{n} card selected", "{n} cards selected", len(self.found))

    def drop(self) -> None:
        self.scene.session.select((*self._kept, *self.found))


def begin(scene: Scene, box: Box | None, x: float, y: float, keys: Keys) -> Gesture:
    """The gesture that a drag from (x, y) is, `box` being what was pressed there."""
    session = scene.session
    if box is None or box.kind in ("cell", "mark", "title", "path"):
        if box is None and _on_band_head(scene, x, y):
            return BandDrag(scene)
        return RubberBand(scene, x, y, keys)
    if box.kind == "phase":
        return PhaseDrag(scene, box.id, x, y)
    if box.kind == "step":
        return StepDrag(scene, box.id)
    if box.kind == "lane":
        return LaneDrag(scene, box.id, y) if box.id else BandDrag(scene)
    if box.kind == "point":
        return drag_point(scene, box, x, y, keys)
    card = thing_of(box)
    if scene.layout.card(card) is None:
        return RubberBand(scene, x, y, keys)
    ids = tuple(key for key in session.selection if scene.layout.card(key) is not None)
    return CardDrag(scene, ids if card in ids else (card,), card, x, y)


def _on_band_head(scene: Scene, x: float, y: float) -> bool:
    band = scene.layout.head_of("")
    return band is not None and band.holds(x, y)
