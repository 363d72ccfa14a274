"""Asks how touchpoints are carried over: by which channel, or to which touchpoint that is there already.

The field keeps the focus, the arrows move in the list, Enter takes what is marked.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

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
from journey_editor.ui.finder.matching import rank
from journey_editor.ui.list_rows import ListRow, RowList
from journey_editor.ui.search_field import search_field
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

_SIZE = (360, 420)
_MOST = 100  # touchpoints to link with; whoever has more types a part of the title


class CarryOverPicker(QFrame):
    """`by` carries the wanted channel (or the one of each touchpoint), `to` the id of the touchpoint to link with."""

    by = Signal(object)
    to = Signal(str)

    def __init__(self, session: Session, load: Load, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("cardPicker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._load = session, load
        self._came_from = QApplication.focusWidget()
        head = label(_head(session, load), "head")
        head.setWordWrap(True)
        self.setAccessibleName(head.text())
        self.field = search_field(tr("Find a channel or touchpoint"), 30, self)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list = RowList(tr("Channels and touchpoints"), self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._take)
        self._none = label(tr("None found."), "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._none)
        self._channels, self._cards = tuple(self._channel_rows()), tuple(self._card_rows())
        self.resize(*_SIZE)
        self._find("")

    def closeEvent(self, event: QCloseEvent) -> None:
        """The keyboard goes back to where it was: not every window system sees to that."""
        super().closeEvent(event)
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_beside(self, panel: QWidget, at: QPoint) -> None:
        """Show it at the height of a place in a panel, on that side of the panel that has more room."""
        left, right = (panel.mapToGlobal(corner).x() for corner in (panel.rect().topLeft(), panel.rect().topRight()))
        screen = self.screen().availableGeometry()
        before = left - screen.left() > screen.right() - right
        self.open_at(QPoint(left - self.width() - 4 if before else right + 4, at.y()))

    def open_at(self, at: QPoint) -> None:
        """Show it with its top left there, as far as the screen has room."""
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        y = max(screen.top(), min(at.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

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
        return ListRow(f"library/{known.key}", self._called(known), known.icon, known.color, said, known)

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

    def _find(self, text: str) -> None:
        channels = [row for row in self._channels if self._fits(text, row)]
        cards = [row for row in self._cards if self._fits(text, row)][:_MOST]
        rows: list[ListRow] = []
        if channels:
            online = self._load.to == "online"
            head = tr("New online touchpoint, by channel") if online else tr("New offline touchpoint, by channel")
            rows += [ListRow("", head), *channels]
        if cards:
            rows += [ListRow("", tr("Link with one that is there")), *cards]
        self.list.model_.show_rows(rows)
        self.list.setCurrentIndex(self.list.model_.index(1 if rows else -1, 0))
        self.list.scrollToTop()
        self._none.setVisible(not rows)

    @staticmethod
    def _fits(text: str, row: ListRow) -> bool:
        more = row.value.words() if not isinstance(row.value, (str, dict, type(None))) else ()  # type: ignore[attr-defined]  # a known channel
        return rank(text, (row.name, row.right, *more)) is not None

    # What is done

    def _take(self) -> None:
        row = self.list.current()
        if row is None or not row.key:
            return
        self.close()
        if row.key.startswith("card/"):
            self.to.emit(row.key.removeprefix("card/"))
        else:
            self.by.emit(row.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            key = Qt.Key(event.key())
            if key in steps:
                self.list.step(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)


def _head(session: Session, load: Load) -> str:
    if len(load.ids) == 1:
        name = name_of(session, load.ids[0])
        online, offline = tr("Carry “{name}” over to online"), tr("Carry “{name}” over to offline")
        return (online if load.to == "online" else offline).format(name=name)
    n = len(load.ids)
    if load.to == "online":
        return trn("Carry {n} touchpoint over to online", "Carry {n} touchpoints over to online", n)
    return trn("Carry {n} touchpoint over to offline", "Carry {n} touchpoints over to offline", n)
