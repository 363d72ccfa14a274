"""The touchpoints of a side that have no counterpart yet, phase by phase: a list to work through by keyboard.

Enter or a double click shows one on the map, and the keyboard stays in the list; the key of “Carry over” carries over
what is marked in it. Nothing is worked out while nobody sees it.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_editor.layout.look import NO_CHANNEL
from journey_editor.model.lanes import TouchpointLane
from journey_editor.model.queries import find_channel
from journey_editor.model.sides import Side, channel_modes, mode_in, without_counterpart
from journey_editor.session.names import name_of
from journey_editor.session.session import Session
from journey_editor.ui.icons import Sign, dress
from journey_editor.ui.inspector.choice_fields import Option, Segment
from journey_editor.ui.list_rows import ListRow, RowList
from journey_editor.ui.words import label
from journey_editor.wording import tr

_LATER_MS = 120
_SIDES: tuple[Side, ...] = ("offline", "online")


class _Waiting(RowList):
    """The list itself."""

    wanted = Signal()
    entered_or_left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered_or_left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered_or_left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class CounterpartPanel(QWidget):
    """`shown` carries the touchpoint to show on the map, `carry_wanted` those to be carried over and where to ask."""

    shown = Signal(str)
    carry_wanted = Signal(object, QPoint)
    can_changed = Signal()  # whether `can_carry`

    def __init__(self, session: Session, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counterparts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._side: Side = "offline"
        self._build(keys)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._follow)
        for signal in (session.project_changed, session.map_changed, session.language_changed):
            signal.connect(self._changed)

    def _build(self, keys: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.sides = QButtonGroup(self)
        words = (tr("offline"), tr("online"))
        for n, (word, place) in enumerate(zip(words, ("first", "last"), strict=True)):
            choice = Segment(Option(_SIDES[n], word))
            choice.setProperty("place", place)
            choice.setAccessibleName(tr("Without counterpart: {side}", side=word))
            choice.setChecked(n == 0)
            self.sides.addButton(choice, n)
            row.addWidget(choice)
        self.sides.idClicked.connect(self._choose_side)
        column.addLayout(row)
        self.says = label("", "caption")
        self.says.setWordWrap(True)
        column.addWidget(self.says)
        self.list = _Waiting(tr("Touchpoints without counterpart"), self, several=True)
        self.list.wanted.connect(self._show_current)
        self.list.entered_or_left.connect(self.can_changed)
        self.list.doubleClicked.connect(self._show_current)
        self.list.selectionModel().selectionChanged.connect(self._say_what_is_marked)
        self.setFocusProxy(self.list)
        column.addWidget(self.list, 1)
        self._done = QWidget(self)
        done = QHBoxLayout(self._done)
        done.setContentsMargins(2, 8, 2, 8)
        done.setSpacing(8)
        self._sign = Sign("circle-check", "success")
        done.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._done_says = label("")
        self._done_says.setWordWrap(True)
        done.addWidget(self._done_says, 1)
        column.addWidget(self._done)
        column.addStretch(0)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.carry = QPushButton(self)
        dress(self.carry, tr("Carry over ..."), "arrow-up-down")
        self.carry.setToolTip(f"{tr('Carry over ...')} ({keys})" if keys else "")
        self.carry.clicked.connect(self.carry_over)
        self.go = QPushButton(self)
        dress(self.go, tr("Show on the map"), "crosshair")
        self.go.clicked.connect(self._show_current)
        for button in (self.carry, self.go):
            button.setProperty("size", "dense")
            buttons.addWidget(button, 1)
        column.addLayout(buttons)

    # What it shows

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _changed(self) -> None:
        if self.isVisible():
            self._later.start()

    def _choose_side(self, place: int) -> None:
        self._side = _SIDES[place]
        self._follow()

    def _follow(self) -> None:
        self._later.stop()
        session, journey = self._session, self._session.journey
        rows: list[ListRow] = []
        by_step = defaultdict(list)
        found = without_counterpart(session.project, journey, self._side)
        for placed in found:
            by_step[placed.step].append(placed)
        totals = self._totals()
        for phase in journey.phases:
            here = [placed for step in phase.steps for placed in by_step[step.id]]
            if here:
                total = sum(totals[step.id] for step in phase.steps)
                count = tr("{n} of {total}", n=len(here), total=total)
                rows.append(ListRow("", name_of(session, phase.id), right=count))
            for placed in here:
                channel = find_channel(session.project, placed.card.channel)
                mark = channel.icon if channel and channel.icon else "circle-dot"
                colour = (channel.color if channel else "") or NO_CHANNEL
                lane = name_of(session, placed.lane)
                name = name_of(session, placed.card.id)
                dashed = placed.card.status == "possible"
                rows.append(ListRow(placed.card.id, name, mark, colour, lane, None, dashed))
        self.list.follow(rows)
        self._say(len(found), sum(totals.values()))

    def _totals(self) -> Counter[str]:
        """How many touchpoints of the side there are in each step."""
        modes, totals = channel_modes(self._session.project), Counter[str]()
        for lane in self._session.journey.lanes:
            for cell in lane.cells if isinstance(lane, TouchpointLane) else ():
                totals[cell.step] += sum(mode_in(card, lane, modes) == self._side for card in cell.cards)
        return totals

    def _say(self, lacking: int, total: int) -> None:
        counted = tr("{n} of {total} without counterpart", n=lacking, total=total)
        if self._side == "offline":
            done = tr("Every offline touchpoint has its counterpart.") if total else tr("Nothing is offline yet.")
        else:
            done = tr("Every online touchpoint has its counterpart.") if total else tr("Nothing is online yet.")
        self.says.setText(counted)
        self._done_says.setText(done)
        self._sign.show_icon("circle-check" if total else "info", "success" if total else "text_2")
        for widget, there in ((self.says, lacking), (self.list, lacking), (self._done, not lacking)):
            widget.setVisible(bool(there))
        self._say_what_is_marked()

    def _say_what_is_marked(self) -> None:
        marked = len(self.list.chosen())
        self.carry.setEnabled(marked > 0)
        self.go.setEnabled(marked > 0)
        self.can_changed.emit()

    # What is done

    def _show_current(self) -> None:
        row = self.list.current()
        if row is not None and row.key:
            self.shown.emit(row.key)

    def carry_over(self) -> None:
        """Ask how to carry over what is marked, beside its row."""
        marked = self.list.chosen()
        if marked:
            row = self.list.visualRect(self.list.currentIndex())
            self.carry_wanted.emit(marked, self.list.viewport().mapToGlobal(row.topLeft()))

    @property
    def can_carry(self) -> bool:
        """Whether the keyboard is in the list and something is marked there."""
        return self.focused and bool(self.list.chosen())

    @property
    def focused(self) -> bool:
        """Whether the keyboard is in the list."""
        return self.list.hasFocus() or self.carry.hasFocus()
