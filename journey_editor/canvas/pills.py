"""Small words that lie over the map: what a drag would do, beside the pointer, and how much is hidden at a border.

They are as large at every zoom, for they are read and clicked, and never printed.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from .marks import Tip, Tucked
from .signs import draw_sign

_TEXT, _AIR = 12, 6.0  # pixels
_MOST = 420.0
_STROKE = 2.2  # of signs as small as these
_OFF = QPointF(14.0, 20.0)  # from the pointer, so that its arrow hides nothing
_INK, _PAPER, _BAD, _QUIET = "#1B2230", "#FFFFFF", "#A3201A", "#525B6B"


@cache
def _font() -> QFont:
    font = QFont()
    font.setPixelSize(_TEXT)
    return font


def tip_rect(mark: Tip, at: QPointF, view: QRectF) -> QRectF:
    """Where words beside a pointer stand: below to its right, or where there is room."""
    metrics = QFontMetricsF(_font())
    width = min(metrics.horizontalAdvance(mark.words) + (20.0 if mark.refused else 0.0) + 2 * _AIR + 2.0, _MOST)
    rect = QRectF(at + _OFF, at + _OFF + QPointF(width, metrics.height() + _AIR))
    if rect.right() > view.right() - 4.0:
        rect.moveRight(view.right() - 4.0)
    if rect.bottom() > view.bottom() - 4.0:
        rect.moveBottom(at.y() - 8.0)
    if rect.left() < view.left() + 4.0:
        rect.moveLeft(view.left() + 4.0)
    return rect


def draw_tip(painter: QPainter, mark: Tip, at: QPointF) -> None:
    """The words; with a forbidden sign if this is why not."""
    rect = tip_rect(mark, at, QRectF(painter.viewport()))
    painter.setPen(QPen(QColor(_BAD if mark.refused else _INK), 1.0))
    painter.setBrush(QColor(_PAPER if mark.refused else _INK))
    painter.drawRoundedRect(rect, 4.0, 4.0)
    words = rect.adjusted(_AIR, 0.0, -_AIR, 0.0)
    color = _BAD if mark.refused else _PAPER
    if mark.refused:
        draw_sign(painter, "ban", QRectF(words.left(), words.center().y() - 7.0, 14.0, 14.0), color, _STROKE)
        words.setLeft(words.left() + 20.0)
    painter.setFont(_font())
    painter.setPen(QColor(color))
    said = QFontMetricsF(_font()).elidedText(mark.words, Qt.TextElideMode.ElideRight, words.width() + 1.0)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


def tucked_rect(mark: Tucked, at: QPointF) -> QRectF:
    """Where the mark of something hidden lies around its place."""
    width = 30.0 + QFontMetricsF(_font()).horizontalAdvance(str(len(mark.ids)))
    return QRectF(at.x() - width / 2, at.y() - 9.0, width, 18.0)


def draw_tucked(painter: QPainter, mark: Tucked, at: QPointF) -> None:
    """A crossed-out eye and how much is hidden."""
    rect = tucked_rect(mark, at)
    painter.setPen(QPen(QColor(_QUIET), 1.0))
    painter.setBrush(QColor(_PAPER))
    painter.drawRoundedRect(rect, 9.0, 9.0)
    draw_sign(painter, "eye-off", QRectF(rect.left() + 7.0, rect.center().y() - 6.5, 13.0, 13.0), _QUIET, _STROKE)
    painter.setFont(_font())
    painter.setPen(QColor(_QUIET))
    count = rect.adjusted(23.0, 0.0, 0.0, 0.0)
    painter.drawText(count, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(len(mark.ids)))
