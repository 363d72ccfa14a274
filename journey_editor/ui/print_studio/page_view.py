"""One page on the desk, as large as there is room or as large as one likes, to be moved under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from journey_editor.layout.pages import Page
from journey_editor.layout.paper import POINTS_PER_MM
from journey_editor.ui import theme
from journey_editor.ui.print_studio.proof import Proofs

#: Logical pixels a point at 100 %: a page then has about its true size.
TRUE = 96 / 72
LEAST, MOST = 0.05, 8.0
_DESK = 24
_STEP = 2**0.25
_SCROLL = 48


class PageView(QAbstractScrollArea):
    """`zoom` 1.0 is true size; `fitting` says that the page keeps to the room there is. Ctrl and the wheel zoom; the
    wheel alone moves the page, or turns it where all of it is seen."""

    zoom_changed = Signal()
    turn_wanted = Signal(int)  # so many pages on

    def __init__(self, proofs: Proofs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self.margin: float | None = None  # of the page in mm, where it is shown
        self.fitting = True
        self._proofs = proofs
        self._page: Page | None = None
        self._waiting = ""
        self._zoom = 1.0
        self._held: QPoint | None = None
        self._drawn = QImage()
        self._drawn_for: tuple[object, ...] = ()
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(_SCROLL)
            bar.valueChanged.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(760, 520)

    def show_page(self, page: Page | None) -> None:
        self._page = page
        self._drawn_for = ()
        self._fit()

    def wait(self, words: str) -> None:
        """Say this where there is no page yet."""
        self._waiting = words
        self.viewport().update()

    def redraw(self) -> None:
        """It looks otherwise now: grey, or other pages."""
        self._drawn_for = ()
        self.viewport().update()

    # Zoom

    @property
    def zoom(self) -> float:
        return self._zoom

    def fit(self) -> None:
        """As large as there is room, now and when that changes."""
        self.fitting = True
        self._fit()

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Another size; the place of the page at a point of the view (its centre by default) stays where it is."""
        self.fitting = False
        self._zoom_to(min(max(zoom, LEAST), MOST), at)

    def step(self, by: int) -> None:
        self.set_zoom(self._zoom * _STEP**by)

    def _fit(self) -> None:
        page = self._page
        if page is not None and self.fitting:
            room = self.maximumViewportSize() - QSize(2 * _DESK, 2 * _DESK)
            scale = max(min(room.width() / page.width, room.height() / page.height), 0.001)
            self._zoom = min(max(scale / TRUE, LEAST), MOST)
        self._measure()
        self.viewport().update()
        self.zoom_changed.emit()

    def _zoom_to(self, zoom: float, at: QPointF | None) -> None:
        view = self.viewport()
        at = at or QPointF(view.width() / 2, view.height() / 2)
        there = (at - self._place().topLeft()) / self._zoom
        self._zoom = zoom
        self._measure()
        moved = self._place().topLeft() + there * zoom - at
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(moved.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(moved.y()))
        view.update()
        self.zoom_changed.emit()

    def _size(self) -> QSize:
        page = self._page
        k = self._zoom * TRUE
        return QSize(round(page.width * k), round(page.height * k)) if page is not None else QSize(0, 0)

    def _measure(self) -> None:
        size, room = self._size() + QSize(2 * _DESK, 2 * _DESK), self.maximumViewportSize()
        for bar, need, there in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            # A page that fits needs no bar, though the other bar take a little of its desk.
            bar.setRange(0, max(need - there, 0) if need > there + 2 else 0)
            bar.setPageStep(there)

    def _place(self) -> QRectF:
        """The page in the view, in logical pixels."""
        size, view = self._size(), self.viewport().size()
        x = (view.width() - size.width()) / 2 if size.width() + 2 * _DESK <= view.width() else float(_DESK)
        y = (view.height() - size.height()) / 2 if size.height() + 2 * _DESK <= view.height() else float(_DESK)
        return QRectF(
            round(x) - self.horizontalScrollBar().value(),
            round(y) - self.verticalScrollBar().value(),
            size.width(),
            size.height(),
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), theme.colour("desk"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
            page = self._page
            if page is None:
                painter.setPen(theme.colour("text_2"))
                painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._waiting)
                return
            place = self._place()
            seen = place.intersected(QRectF(self.viewport().rect()))
            if seen.isEmpty():
                return
            dense = self.devicePixelRatio()
            wanted = (id(page), place.topLeft(), place.size(), seen, dense)
            if wanted != self._drawn_for:
                corner = (seen.topLeft() - place.topLeft()) * dense
                size = QSize(round(seen.width() * dense), round(seen.height() * dense))
                self._drawn = self._proofs.part(page, self._zoom * TRUE * dense, corner, size)
                self._drawn_for = wanted
            painter.drawImage(seen, self._drawn)
            painter.setPen(QPen(theme.colour("field_border"), 1))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
            if self.margin is not None:
                self._draw_margins(painter, place, page, self.margin)

    def _draw_margins(self, painter: QPainter, place: QRectF, page: Page, margin: float) -> None:
        """Where the page is cut, if it is, and what the margins leave; on white paper, in either theme."""
        k = self._zoom * TRUE
        kept = place
        if page.trim is not None:
            kept = QRectF(place.x() + page.trim.x * k, place.y() + page.trim.y * k, page.trim.w * k, page.trim.h * k)
            painter.setPen(QPen(QColor(theme.LIGHT.error), 1, Qt.PenStyle.SolidLine))
            painter.drawRect(kept)
        inside = margin * POINTS_PER_MM * k
        painter.setPen(QPen(QColor(theme.LIGHT.accent), 1, Qt.PenStyle.DashLine))
        painter.drawRect(kept.adjusted(inside, inside, -inside, -inside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Hands

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * _STEP ** (turned / 120), event.position())
        elif self.verticalScrollBar().maximum() or self.horizontalScrollBar().maximum():
            super().wheelEvent(event)
        elif turned:
            self.turn_wanted.emit(-1 if turned > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            here = event.position().toPoint()
            moved, self._held = here - self._held, here
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.viewport().unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        steps = {
            Qt.Key.Key_Up: (down, -_SCROLL),
            Qt.Key.Key_Down: (down, _SCROLL),
            Qt.Key.Key_Left: (across, -_SCROLL),
            Qt.Key.Key_Right: (across, _SCROLL),
        }
        if key in steps:
            bar, by = steps[Qt.Key(key)]
            bar.setValue(bar.value() + by)
        elif key == Qt.Key.Key_Space:
            self.turn_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            event.ignore()  # turning and zooming count in the whole studio
