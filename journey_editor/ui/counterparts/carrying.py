"""The command that carries over: it asks how, does it as one step, and shows what was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from journey_editor.canvas.view import MapView
from journey_editor.session import counterpart_acts as acts
from journey_editor.session.names import counted, name_of
from journey_editor.session.session import Session
from journey_editor.wording import tr

from .picker import CarryOverPicker


class CarryingOver(QObject):
    """`try_to` does an edit and says why if it is refused."""

    def __init__(self, session: Session, view: MapView, try_to: Callable[[Callable[[], object]], bool]) -> None:
        super().__init__(view)
        self._session, self._view, self._try_to = session, view, try_to
        self.picker: CarryOverPicker | None = None  # the last one that was open

    def begin(self, ids: Sequence[str], parent: QWidget | None = None, at: QPoint | None = None) -> None:
        """Ask how to carry these over: beside a place of a panel, else at the first of them on the map."""
        load = acts.load_of(self._session, ids)
        if not load.ids:
            self._session.told.emit(tr("Select a touchpoint that is online or offline."))
            return
        picker = self.picker = CarryOverPicker(self._session, load, parent or self._view)
        picker.by.connect(lambda wanted: self._by(load, wanted))
        picker.to.connect(lambda target: self._to(load, target))
        if at is not None and parent is not None:
            picker.open_beside(parent, at)
        else:
            picker.open_at(self._beside(load.ids[0]))

    def _beside(self, card: str) -> QPoint:
        """The place right of a card, or in the middle of the view where the card is out of it."""
        view = self._view
        self._view.reveal(card)
        box = view.map_layout.card(card)
        room = view.viewport().rect()
        place = view.place_of(box).toRect() if box is not None else room
        at = place.topRight() + QPoint(8, 0) if room.intersects(place) else room.center()
        return view.viewport().mapToGlobal(at)

    def _by(self, load: acts.Load, wanted: object) -> None:
        made: list[str] = []

        def carry() -> None:
            found = acts.carry_over(self._session, load.ids, to=load.to, channel=wanted)  # type: ignore[arg-type]  # as the picker says
            made.extend(found)

        if self._try_to(carry):
            self._view.reveal(made[0])
            self._tell(made)

    def _tell(self, made: Sequence[str]) -> None:
        place = acts.lane_and_phase(self._session, made[0])
        what = (
            tr("“{name}”", name=name_of(self._session, made[0])) if len(made) == 1 else counted("touchpoint", len(made))
        )
        self._session.told.emit(tr("Carried over: {what} in {place}", what=what, place=place))

    def _to(self, load: acts.Load, target: str) -> None:
        if self._try_to(lambda: acts.link(self._session, load.ids, target, to=load.to)):
            self._view.reveal(target)
