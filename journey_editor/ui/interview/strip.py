"""The way so far, as a strip of chevrons: the phases of the map, or the steps of the guide."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_editor.ui import theme
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

from .asked import Part


class Strip(QWidget):
    """Where one is, and how much there is already. A click goes there; the keyboard has page up and down."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._parts: tuple[Part, ...] = ()
        self._here = ""
        self._px = 20

    def put(self, parts: tuple[Part, ...], here: str, px: int) -> None:
        self._parts, self._here, self._px = parts, here, px
        at = next((n for n, part in enumerate(parts, 1) if part.key == here), 0)
        name = next((part.name for part in parts if part.key == here), "")
        self.setAccessibleName(tr("{n} of {all}: {name}", n=at, all=len(parts), name=name) if at else "")
        self.setVisible(bool(parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._px * 2.1))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, round(self._px * 2.1))

    def _boxes(self) -> list[tuple[Part, QRectF]]:
        n = len(self._parts)
        wide = self.width() / max(n, 1)
        return [(part, QRectF(i * wide, 0, wide, self.height())) for i, part in enumerate(self._parts)]

    def _at(self, x: float) -> Part | None:
        return next((part for part, box in self._boxes() if box.left() <= x < box.right()), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        part = self._at(event.position().x())
        self.setToolTip(plain_tip(part.name) if part is not None else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._at(event.position().x())
        if part is not None and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(part.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for part, box in self._boxes():
                self._paint(painter, part, box)

    def _paint(self, painter: QPainter, part: Part, box: QRectF) -> None:
        here = part.key == self._here
        tip = min(box.height() * 0.3, box.width() * 0.25)
        left, right, top, bottom = box.left() + 1, box.right() - 3, box.top() + 1.5, box.bottom() - 1.5
        middle = box.center().y()
        shape = QPolygonF(
            [
                QPointF(left, top),
                QPointF(right - tip, top),
                QPointF(right, middle),
                QPointF(right - tip, bottom),
                QPointF(left, bottom),
                QPointF(left + tip, middle),
            ]
        )
        ground = "accent" if here else "soft" if part.done else "field"
        painter.setPen(QPen(theme.colour("accent" if here else "field_border"), 1))
        painter.setBrush(QColor(theme.colour(ground)))
        painter.drawPolygon(shape)
        ink = "on_accent" if here else "soft_text" if part.done else "text_2"
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font(self._px, bold=here))
        inner = box.adjusted(tip + 5, 0, -tip - 5, 0)
        number = f" {part.held}" if part.held else ""
        metrics = painter.fontMetrics()
        room = round(inner.width()) - metrics.horizontalAdvance(number)
        name = metrics.elidedText(part.name, Qt.TextElideMode.ElideRight, max(room, 0))
        shown = f"{name}{number}" if len(name) > 2 or name == part.name else number.strip()
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, shown)
