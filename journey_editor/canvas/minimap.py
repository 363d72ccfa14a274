"""The whole map, small, in a corner of the canvas, with a frame around what is in view: to see where one is, and to go
elsewhere by a click. It shows only while a good part of the map is out of view.

Its picture is made of a block for each card and kept; scrolling only moves the frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from journey_editor.layout.band import phase_fills
from journey_editor.layout.result import Layout
from journey_editor.wording import tr

from .camera import Camera
from .overlay import ACCENT

if TYPE_CHECKING:
    from .view import MapView

_MOST = QSize(208, 144)  # of its picture, in logical pixels
_LEAST = QSize(64, 36)
_AWAY = 12  # from the edges of the view
_EDGE = 5  # around the picture
_LEAST_VIEW = QSize(480, 360)  # in a smaller view it would only be in the way
_MOST_SEEN = 0.7  # if more of the map is in view, there is nowhere to go
_WAIT_MS = 150  # after an edit
_TOUCHPOINT, _CARD, _PALE, _CURVE = QColor("#5B6B84"), QColor("#AEB8C6"), QColor("#E1E5EB"), QColor("#EEF2EE")
_STEPS = {
    Qt.Key.Key_Left.value: (0.25, 0.0),
    Qt.Key.Key_Right.value: (-0.25, 0.0),
    Qt.Key.Key_Up.value: (0.0, 0.25),
    Qt.Key.Key_Down.value: (0.0, -0.25),
}


class Minimap(QWidget):
    """The overview of one view. `wanted` says whether the user wants it at all."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.wanted = True
        self._picture = QPixmap()
        self._shown: tuple[object, ...] = ()  # what the picture was made of
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Overview of the map"))
        self.setAccessibleDescription(tr("Shows which part is in view. The arrow keys move it."))
        self.setToolTip(tr("Click or drag to move the view"))
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self._draw_anew)
        view.view_changed.connect(self.follow)
        view.session.selection_changed.connect(self.follow)
        view.focus_changed.connect(self.follow)
        self.hide()

    def want(self, wanted: bool) -> None:
        """Show it when there is something to be shown, or never."""
        self.wanted = wanted
        self.follow()

    # Where it stands

    @property
    def scale(self) -> tuple[float, float]:
        """Logical pixels for a point of the map, across and down. They differ only where a map is so long and narrow
        that nothing could be hit in it."""
        w, h = max(self._view.shown_layout.width, 1.0), max(self._view.shown_layout.height, 1.0)
        scale = min(_MOST.width() / w, _MOST.height() / h)
        return max(scale, _LEAST.width() / w), max(scale, _LEAST.height() / h)

    def follow(self) -> None:
        """The camera or the map has changed: show the part that is in view, if it is not all."""
        view = self._view
        if view.laid_out.layout is None:
            return
        layout, room = view.shown_layout, view.viewport().size()
        large = room.width() >= _LEAST_VIEW.width() and room.height() >= _LEAST_VIEW.height()
        out = _seen(view.camera) < _MOST_SEEN
        if not (self.wanted and large and out):
            self.hide()
            return
        size = QSize(round(layout.width * self.scale[0]), round(layout.height * self.scale[1]))
        self._place(QSize(size.width() + 2 * _EDGE, size.height() + 2 * _EDGE))
        if self.isHidden():
            self._draw_anew()
            self.show()
            self.raise_()
        elif self._made_of() != self._shown and not self._later.isActive():
            self._later.start()
        self.update()

    def _place(self, size: QSize) -> None:
        """At the right of the foot; at the left where it would hide the place of the keyboard."""
        view = self._view
        area, covered = view.viewport().geometry(), view.insets
        y = area.bottom() - round(covered.bottom()) - _AWAY - size.height()
        right = QRect(QPoint(area.right() - _AWAY - size.width(), y), size)
        left = QRect(QPoint(area.left() + round(covered.left()) + _AWAY, y), size)
        here = view.shown_layout.box(view.here) if view.here else None
        hides = here is not None and view.place_of(here).toRect().translated(area.topLeft()).intersects(right)
        self.setGeometry(left if hides else right)

    # What it shows

    def _made_of(self) -> tuple[object, ...]:
        return self._view.laid_out.layout, self.size(), self.devicePixelRatioF()

    def _draw_anew(self) -> None:
        view = self._view
        lit = view.session.filtering.lit(view.session.project, view.session.map_id)
        inner = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        dpr = self.devicePixelRatioF()
        self._picture = QPixmap(inner.size() * dpr)
        self._picture.setDevicePixelRatio(dpr)
        self._picture.fill(Qt.GlobalColor.white)
        with QPainter(self._picture) as painter:
            _draw(painter, view.shown_layout, self.scale, phase_fills(view.session.journey), lit and lit.cards)
        self._shown = self._made_of()
        self.update()

    def frame(self) -> QRectF:
        """Where the part that is in view lies, in the widget's pixels."""
        part, (across, down) = self._view.visible_part(), self.scale
        frame = QRectF(_EDGE + part.x * across, _EDGE + part.y * down, part.w * across, part.h * down)
        return frame & QRectF(self.rect().adjusted(2, 2, -2, -2))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        with QPainter(self) as painter:
            ground = palette.color(QPalette.ColorRole.Window)
            painter.fillRect(self.rect(), ground)
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.PlaceholderText))
            painter.fillRect(self.rect().adjusted(1, 1, -1, -1), ground)
            painter.drawPixmap(_EDGE, _EDGE, self._picture)
            veil = QColor(ACCENT)
            veil.setAlphaF(0.12)
            painter.setBrush(veil)
            painter.setPen(QPen(QColor(ACCENT), 2.0 if self.hasFocus() else 1.4))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(self.frame(), 2.0, 2.0)

    # Going elsewhere

    def _go(self, at: QPointF) -> None:
        across, down = self.scale
        self._view.centre_at((at.x() - _EDGE) / across, (at.y() - _EDGE) / down)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the view would take it for the end of something of its own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view, step = self._view, _STEPS.get(event.key())
        if step is not None:
            view.pan(step[0] * view.viewport().width(), step[1] * view.viewport().height())
        elif event.key() == Qt.Key.Key_Escape:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


def _seen(camera: Camera) -> float:
    """The share of the map that is in view at a time."""
    room, reach = camera.view, camera.reach
    return room.width() / max(room.width() + reach.x, 1) * room.height() / max(room.height() + reach.y, 1)


def _draw(
    painter: QPainter, layout: Layout, scale: tuple[float, float], fills: dict[str, str], lit: frozenset[str] | None
) -> None:
    """Blocks for the phases, the lanes and each card."""
    across, down = scale

    def block(x: float, y: float, w: float, h: float) -> QRectF:
        return QRectF(x * across, y * down, max(w * across, 1.0), max(h * down, 1.0))

    lines: list[QRectF] = []
    curves: list[QRectF] = []
    pale: list[QRectF] = []
    touchpoints: list[QRectF] = []
    others: list[QRectF] = []
    for row in layout.rows:
        if row.lane:
            lines.append(block(layout.left, row.y, layout.right - layout.left, 0.0))
            lines.append(block(layout.left, row.y + 5.0, layout.head * 0.6, 6.0))
        if row.block.kind == "emotion":
            curves.append(block(layout.left + layout.head, row.y, layout.right - layout.left - layout.head, row.h))
        for cell in row.block.cells:
            for card in cell.block.cards:
                rect = block(cell.x + card.x, row.y + card.y, card.block.w, card.block.h)
                if lit is not None and card.block.id not in lit:
                    pale.append(rect)
                else:
                    (touchpoints if row.block.kind == "touchpoints" else others).append(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    for rects, color in ((curves, _CURVE), (lines, _PALE), (pale, _PALE), (others, _CARD), (touchpoints, _TOUCHPOINT)):
        if rects:
            painter.setBrush(color)
            painter.drawRects(rects)
    for phase in layout.phases:
        painter.fillRect(block(phase.x, phase.y, phase.w - 2.0, phase.h), QColor(fills.get(phase.id, "#5B6B84")))
