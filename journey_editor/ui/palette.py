"""The palette: everything that can be put on a map, to drag onto it, or to insert with a click or Enter.

What is dragged is described by the canvas's parts; where an inserted part goes is decided by the window.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journey_editor.canvas.parts import PART_MIME, Part, encode
from journey_editor.model.project import Channel
from journey_editor.model.queries import text_in
from journey_editor.session.session import Session
from journey_editor.ui import theme
from journey_editor.ui.actions import tones
from journey_editor.ui.icons import icon
from journey_editor.ui.meanings import lane_choices, meaning
from journey_editor.ui.words import label, plain_tip
from journey_editor.wording import tr

_ROW = 28
_ICON = 16
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_EDGE, _GAP = 5, 8
_ROOM = 80  # for a name in one of two columns


@dataclass(frozen=True)
class Entry:
    """A part with its face. `role` is the colour of the icon."""

    part: Part
    icon: str
    name: str
    role: str = "text"


class PaletteItem(QToolButton):
    """One part. Dragging starts after the usual distance; until then it is a click. One that `leads` elsewhere (these
    words say where) cannot be dragged."""

    looked_at = Signal(str)  # what it is for; "" when the pointer or the keyboard leaves

    def __init__(self, entry: Entry, parent: QWidget, leads: str = "") -> None:
        super().__init__(parent)
        self.entry = entry
        self.leads = leads
        self.setProperty("kind", "palette")
        self.setText(entry.name)
        self.setAccessibleName(entry.name)
        use = tr("Enter inserts it at the selection; it can be dragged onto the map.")
        self.says = leads or meaning(entry.part)
        self.setAccessibleDescription(leads or f"{self.says} {use}".strip())
        tip = tr("{name}: drag onto the map, or click to insert at the selection", name=entry.name)
        self.setToolTip(plain_tip(leads or f"{self.says}\n{tip}".strip()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ROW)
        self._pressed_at: QPoint | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isDown() or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("pressed" if self.isDown() else "hover"))
                painter.drawRoundedRect(self.rect(), 4, 4)
            middle = (self.height() - _ICON) // 2
            icon(self.entry.icon, self.entry.role).paint(painter, QRect(_EDGE, middle, _ICON, _ICON))
            left = _EDGE + _ICON + _GAP
            room = QRect(left, 0, self.width() - left - 2, self.height())
            painter.setFont(theme.font())
            painter.setPen(theme.colour("text"))
            shown = painter.fontMetrics().elidedText(self.entry.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.looked_at.emit(self.says)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.looked_at.emit("")
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        moved = event.position().toPoint()
        if self.leads or start is None or (moved - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed_at = None
        self.setDown(False)
        drag = QDrag(self)
        load = QMimeData()
        load.setData(PART_MIME, encode(self.entry.part))
        drag.setMimeData(load)
        drag.setPixmap(icon(self.entry.icon, self.entry.role).pixmap(QSize(24, 24), self.devicePixelRatio()))
        drag.setHotSpot(QPoint(-8, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()  # the palette's; a button would take it for the next widget in the chain
        else:
            super().keyPressEvent(event)


class Palette(QWidget):
    """The sections in two columns. Tab enters it once; arrows move within."""

    insert_wanted = Signal(object)  # Part
    explained = Signal(str)  # what the part is for that is pointed at or has the keyboard; "" for none
    library_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 0, 8)
        self._column.setSpacing(2)
        self._channels: list[tuple[Channel, str]] | None = None
        self._items: list[PaletteItem] = []
        session.project_changed.connect(self.follow)
        session.language_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the channels of the project; nothing happens while they stay the same."""
        names = [(channel, self._name(channel)) for channel in self._session.project.channels]
        if names == self._channels:
            return
        self._channels = names
        had = next((n for n, item in enumerate(self._items) if item.hasFocus()), None)
        self._clear()
        self._section(tr("Structure"), self._structure())
        self._section(tr("Touchpoints"), self._touchpoints(), more=tr("More channels ..."))
        self._section(tr("Notes"), self._notes())
        self._section(tr("Figures and pictures"), self._others())
        self._section(tr("Lanes"), self._lanes())
        self._column.addStretch(1)
        self._let_in(self._items[0])
        if had is not None:
            self._items[min(had, len(self._items) - 1)].setFocus()

    def items(self) -> tuple[PaletteItem, ...]:
        return tuple(self._items)

    def _clear(self) -> None:
        self._items = []
        while (entry := self._column.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _section(self, title: str, entries: tuple[Entry, ...], more: str = "") -> None:
        section = QWidget(self)
        grid = QGridLayout(section)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        head = label(title, "section")
        head.setContentsMargins(5, 0, 0, 3)
        grid.addWidget(head, 0, 0, 1, 2)
        letters = QFontMetrics(theme.font())
        row, column = 1, 0
        for entry in entries:
            item = PaletteItem(entry, section)
            item.clicked.connect(self._insert)
            item.looked_at.connect(self.explained)
            long = letters.horizontalAdvance(entry.name) > _ROOM  # nothing is cut: it gets a row of its own
            if long and column:
                row, column = row + 1, 0
            grid.addWidget(item, row, column, 1, 2 if long else 1)
            row, column = (row, 1) if not long and not column else (row + 1, 0)
            self._items.append(item)
        if more:
            leads = tr("Channels out of the library, for the whole project.")
            last = PaletteItem(Entry(Part("channel"), "book-open", more, "text_2"), section, leads)
            last.clicked.connect(self.library_wanted)
            last.looked_at.connect(self.explained)
            grid.addWidget(last, row + column, 0, 1, 2)
            self._items.append(last)
        section.setAccessibleName(title)
        self._column.addWidget(section)

    def _structure(self) -> tuple[Entry, ...]:
        return (
            Entry(Part("phase"), "columns-3", tr("Phase")),
            Entry(Part("step"), "columns-2", tr("Step")),
            Entry(Part("persona"), "user", tr("Persona")),
            Entry(Part("path"), "route", tr("Path")),
        )

    def _touchpoints(self) -> tuple[Entry, ...]:
        plain = Entry(Part("touchpoint"), "circle-dot", tr("Any channel"))
        return (
            *(
                Entry(
                    Part("touchpoint", channel=channel.id, icon=channel.icon, name=self._name(channel)),
                    channel.icon or "circle-dot",
                    self._name(channel) or tr("Unnamed channel"),
                    channel.color or "#56606F",
                )
                for channel in self._session.project.channels
            ),
            plain,
        )

    def _name(self, channel: Channel) -> str:
        session = self._session
        return text_in(session.project, session.language, channel.id, "name", channel.name)

    def _notes(self) -> tuple[Entry, ...]:
        return tuple(Entry(Part("note", tone=tone), name, title, hue) for tone, (name, title, hue) in tones().items())

    def _lanes(self) -> tuple[Entry, ...]:
        return tuple(Entry(choice.part, choice.icon, choice.name) for choice in lane_choices().values())

    def _others(self) -> tuple[Entry, ...]:
        return Entry(Part("measure"), "gauge", tr("Metric")), Entry(Part("picture"), "image", tr("Picture"))

    def _insert(self) -> None:
        item = self.sender()
        if isinstance(item, PaletteItem):
            self.insert_wanted.emit(item.entry.part)

    def _let_in(self, only: PaletteItem) -> None:
        for item in self._items:
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if item is only else Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._items:
            self._items[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((n for n, item in enumerate(self._items) if item.hasFocus()), None)
        step = {Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1)}
        way = step.get(Qt.Key(event.key()))
        if here is None or way is None:
            super().keyPressEvent(event)
            return
        there = self._neighbour(self._items[here], *way)
        if there is not None:
            self._let_in(there)
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def _neighbour(self, item: PaletteItem, dx: int, dy: int) -> PaletteItem | None:
        """The nearest item in a direction, by where they stand."""
        here = item.mapTo(self, item.rect().center())
        best: tuple[int, PaletteItem] | None = None
        for other in self._items:
            there = other.mapTo(self, other.rect().center())
            way_x, way_y = there.x() - here.x(), there.y() - here.y()
            if dx and (way_y != 0 or way_x * dx <= 0):
                continue
            if dy and way_y * dy <= 0:
                continue
            cost = abs(way_x) + abs(way_y) * 8
            if best is None or cost < best[0]:
                best = (cost, other)
        return best[1] if best else None
