"""Asks how touchpoints are carried over: by which channel, or to which touchpoint that is there already."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journey_editor.layout.look import NO_CHANNEL
from journey_editor.model.cards import Touchpoint
from journey_editor.model.channel_library import Offer, likely, offers
from journey_editor.model.lanes import TouchpointLane
from journey_editor.model.queries import find_card, find_channel, find_step, place_of, text_in
from journey_editor.model.sides import channel_modes, mode_in
from journey_editor.session.counterpart_acts import Load, Wanted, suggestions
from journey_editor.session.names import name_of
from journey_editor.session.session import Session
from journey_editor.storage.channel_library import channel_library
from journey_editor.ui.list_rows import ListRow
from journey_editor.ui.row_picker import RowPicker
from journey_editor.wording import tr, trn


class CarryOverPicker(RowPicker):
    """`by` carries the wanted channel (or the one of each touchpoint), `to` the id of the touchpoint to link with."""

    by = Signal(object)
    to = Signal(str)

    def __init__(self, session: Session, load: Load, parent: QWidget) -> None:
        self._session, self._load = session, load
        online = load.to == "online"
        head = tr("New online touchpoint, by channel") if online else tr("New offline touchpoint, by channel")
        groups = (
            (head, tuple(self._channel_rows())),
            (tr("Link with one that is there"), tuple(self._card_rows())),
        )
        super().__init__(_head(session, load), tr("Find a channel or touchpoint"), groups, parent)
        self.taken.connect(self._say_what)

    def _say_what(self, row: ListRow) -> None:
        if row.key.startswith("card/"):
            self.to.emit(row.key.removeprefix("card/"))
        else:
            self.by.emit(row.value)

    # What it lists

    def _channel_rows(self) -> Iterator[ListRow]:
        load, session = self._load, self._session
        each = suggestions(session, load)
        if len(load.ids) > 1 and len(set(map(str, each.values()))) > 1:
            names = dict.fromkeys(self._called(wanted) for wanted in each.values())
            yield ListRow("each", tr("Each by its likely channel"), "sparkles", "text", ", ".join(names), each)
        card = find_card(session.journey, load.ids[0])
        assert isinstance(card, Touchpoint)
        first = len(likely(session.project, card, load.to, channel_library()))
        for n, offer in enumerate(offers(session.project, card, load.to, channel_library())):
            yield self._offer(offer, suggested=n < first)
        yield ListRow("none", tr("No channel yet"), "circle-dot", NO_CHANNEL, "", "")

    def _offer(self, offer: Offer, *, suggested: bool) -> ListRow:
        if offer.channel is not None:
            channel = offer.channel
            said = tr("suggested") if suggested else ""
            mark, colour = channel.icon or "radio", channel.color or NO_CHANNEL
            return ListRow(channel.id, self._called(channel.id), mark, colour, said, channel.id)
        known = offer.known
        assert known is not None
        said = tr("suggested, from the library") if suggested else tr("from the library")
        return ListRow(
            f"library/{known.key}", self._called(known), known.icon, known.color, said, known, more=known.words()
        )

    def _called(self, wanted: Wanted) -> str:
        session = self._session
        if not isinstance(wanted, str):
            return wanted.name(session.language)
        channel = find_channel(session.project, wanted)
        name = text_in(session.project, session.language, wanted, "name", channel.name) if channel else ""
        return name or tr("Unnamed channel")

    def _card_rows(self) -> Iterator[ListRow]:
        """The touchpoints of the other side, those of the same phase first."""
        session, load, journey = self._session, self._load, self._session.journey
        modes = channel_modes(session.project)
        place = place_of(journey, load.ids[0])
        here = find_step(journey, place.step)[0].id if place is not None else ""
        linked = {end for trace in journey.counterparts for end in (trace.source, trace.target)}
        found = []
        for phase in journey.phases:
            steps = {step.id for step in phase.steps}
            for lane in journey.lanes:
                for cell in lane.cells if isinstance(lane, TouchpointLane) else ():
                    for card in cell.cards if cell.step in steps else ():
                        if mode_in(card, lane, modes) in (load.to, "both"):
                            found.append((phase.id != here, phase.id, card))
        for _, phase_id, card in sorted(found, key=lambda at: at[0]):
            channel = find_channel(session.project, card.channel)
            words = name_of(session, phase_id)
            yield ListRow(
                f"card/{card.id}",
                name_of(session, card.id),
                channel.icon if channel and channel.icon else "circle-dot",
                (channel.color if channel else "") or NO_CHANNEL,
                tr("{phase}, linked", phase=words) if card.id in linked else words,
                None,
                card.status == "possible",
            )


def _head(session: Session, load: Load) -> str:
    if len(load.ids) == 1:
        name = name_of(session, load.ids[0])
        online, offline = tr("Carry “{name}” over to online"), tr("Carry “{name}” over to offline")
        return (online if load.to == "online" else offline).format(name=name)
    n = len(load.ids)
    if load.to == "online":
        return trn("Carry {n} touchpoint over to online", "Carry {n} touchpoints over to online", n)
    return trn("Carry {n} touchpoint over to offline", "Carry {n} touchpoints over to offline", n)
