"""A view that only shows a map, to be read, scrolled and zoomed, with heads that stay at the edges."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from journey_editor.layout.hit import hit
from journey_editor.layout.result import Box, Layout
from journey_editor.wording import tr

from .camera import DESK, PIXELS_PER_POINT
from .heads import Heads, heads
from .images import Images
from .marks import Selected
from .overlay import Overlay
from .paint import MapPainter
from .picture import FRAME, Picture
from .pinned import Pinned
from .scrolling import Scrolling
from .showing import desk_colors, seen_in, show_picture
from .wheel import turned

_REST_MS = 40  # so long after the last change of scale, zooming has come to rest
_STEP = 48.0  # logical pixels for an arrow key
_ARROWS = {
    Qt.Key.Key_Left.value: (_STEP, 0.0),
    Qt.Key.Key_Right.value: (-_STEP, 0.0),
    Qt.Key.Key_Up.value: (0.0, _STEP),
    Qt.Key.Key_Down.value: (0.0, -_STEP),
}


class MapReader(Scrolling):
    """Shows a layout. `moved` says that the user scrolled or zoomed, `clicked` on which thing the user clicked."""

    moved = Signal()
    clicked = Signal(str)
    sized_anew = Signal()
    rested = Signal()  # a change of scale has come to its end

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = MapPainter(images)
        self.picture = Picture(self._painter)
        self._pinned = Pinned(self._painter)
        self._overlay = Overlay(self._painter)
        self._layout: Layout | None = None
        self._ringed: Box | None = None
        self._quiet = False
        self._drag: QPointF | None = None
        self._pressed_at = QPointF()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleDescription(tr("The arrow keys scroll, plus and minus zoom."))
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._work_ahead)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.come_to_rest)
        self._take_colors()

    # What is shown

    @property
    def map_layout(self) -> Layout:
        assert self._layout is not None
        return self._layout

    @property
    def fitted(self) -> bool:
        """Who shows several maps fits them together."""
        return False

    def show_layout(self, layout: Layout) -> None:
        """Show this layout from now on."""
        self._layout = layout
        self._painter.age()
        self.picture.set_layout(layout, None)
        self._pinned.set_layout(layout, None)
        self.camera.size = (layout.width, layout.height)
        self.camera.scroll_to(QPointF(self.camera.scroll))
        self.quietly(self._set_bars)

    def ring(self, box: Box | None) -> None:
        """Put a ring round a place; None takes it away."""
        self._ringed = box
        self.viewport().update()

    @property
    def ringed(self) -> Box | None:
        return self._ringed

    def quietly(self, do: Callable[[], object]) -> None:
        """Do something to the camera of which `moved` does not tell."""
        self._quiet = True
        try:
            do()
        finally:
            self._quiet = False

    def place_at(self, x: float, y: float, across: float, down: float) -> None:
        """Bring a point of the map to a share of the view: (0, 0) is its top left, (1, 1) its bottom right."""
        per = self.camera.zoom * PIXELS_PER_POINT
        view = self.viewport().size()
        self.camera.scroll_to(QPointF(x * per + DESK - across * view.width(), y * per + DESK - down * view.height()))
        self._set_bars()

    def share(self) -> tuple[float, float]:
        """How far the map is scrolled, from 0 to 1 across and down; where all of it is in view, the middle."""
        reach, scroll = self.camera.reach, self.camera.scroll
        return (scroll.x() / reach.x if reach.x else 0.5, scroll.y() / reach.y if reach.y else 0.5)

    # Following the camera

    @property
    def insets(self) -> QMarginsF:
        return QMarginsF(*self._heads().insets)

    def _heads(self) -> Heads:
        return heads(self._layout, self.camera, self._seen().size())

    def placed(self) -> None:
        self.picture.place(self.camera.scale, self.camera.origin)
        if self.picture.zooming:
            self._rest.start()
        if not self._quiet and self._layout is not None:
            self.moved.emit()

    def sized(self) -> None:
        self.picture.set_size(self._seen().size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.quietly(self.take_size)
        self.sized_anew.emit()

    def come_to_rest(self) -> None:
        self.picture.rest()
        self.viewport().update()
        self.rested.emit()

    def _work_ahead(self) -> None:
        if self.picture.zooming:
            return
        if not (self.picture.bad & self._seen()).isEmpty():
            self.viewport().update()
        elif not self.picture.work_ahead():
            self._idle.start()

    def settle(self) -> None:
        """Draw all that is out of date at once: for tests."""
        self.picture.finish()
        self.viewport().update()

    def _seen(self) -> QRect:
        return seen_in(self.viewport(), self.camera)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        camera, overlay = self.camera, self._overlay
        self.picture.work(FRAME, only_visible=True)
        at_edges = self._heads()
        with QPainter(self.viewport()) as painter:
            show_picture(painter, self.picture, overlay, camera, self._seen())
            if self._ringed is not None:
                overlay.draw(painter, (Selected(self._ringed, handles=False),))
            painter.scale(1.0 / camera.dpr, 1.0 / camera.dpr)
            self._pinned.draw(painter, at_edges, zooming=self.picture.zooming)
        if not self.picture.complete:
            self._idle.start()

    def _take_colors(self) -> None:
        self.picture.set_colors(desk_colors(self.palette()))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "picture"):
            self._take_colors()
            self.viewport().update()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self.quietly(self.take_size)
        return super().event(event)

    # Mouse and keys

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._drag = self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            by = event.position() - self._drag
            self._drag = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.viewport().unsetCursor()
        was, self._drag = self._drag, None
        if was is not None and (event.position() - self._pressed_at).manhattanLength() < 4.0:
            box = hit(self.map_layout, *self.camera.point(event.position()))
            if box is not None:
                self.clicked.emit(box.id.partition("/")[0] if box.kind == "point" else box.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self.pan(*_ARROWS[event.key()])
        elif event.text() == "+":
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        else:
            super().keyPressEvent(event)
