"""The reference for frames: a loop that draws the cards in view with QPainter, as one would write it at first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen

from journey_editor.model.cards import Measure, Note, Picture, Touchpoint
from journey_editor.model.queries import all_cards

from .stage import SIZE, Stage

_PIXELS_PER_POINT = 96 / 72


class PlainPainter:
    """Draws a box, a bar, a dot for the icon, a bold title and a wrapped text for each card in view."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
        self._texts = {card.id: _texts(card) for _, _, card in all_cards(stage.session.journey)}
        self._boxes = list(stage.view.map_layout.cards())
        self._title, self._text = QFont("Noto Sans"), QFont("Noto Sans")
        self._title.setBold(True)
        self._title.setPointSizeF(8.5 / _PIXELS_PER_POINT)
        self._text.setPointSizeF(7.5 / _PIXELS_PER_POINT)

    def draw(self) -> None:
        camera, part = self._stage.view.camera, self._stage.view.visible_part()
        right, bottom = part.x + part.w, part.y + part.h
        with QPainter(self._image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self._image.rect(), QColor("white"))
            painter.translate(camera.origin)
            painter.scale(camera.scale, camera.scale)
            edge, ink, bar = QPen(QColor("#C3C9D2"), 0.75), QPen(QColor("#1B2230")), QColor("#2563EB")
            paper = QBrush(QColor("white"))
            wrapped = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            for box in self._boxes:
                if box.x < right and part.x < box.x + box.w and box.y < bottom and part.y < box.y + box.h:
                    title, text = self._texts[box.id]
                    painter.setPen(edge)
                    painter.setBrush(paper)
                    painter.drawRoundedRect(QRectF(box.x, box.y, box.w, box.h), 4.0, 4.0)
                    painter.fillRect(QRectF(box.x, box.y + 4.0, 3.0, box.h - 8.0), bar)
                    painter.drawEllipse(QRectF(box.x + 9.0, box.y + 6.0, 9.0, 9.0))
                    painter.setPen(ink)
                    painter.setFont(self._title)
                    painter.drawText(QRectF(box.x + 22.0, box.y + 5.0, box.w - 26.0, 22.0), wrapped, title)
                    if text:
                        painter.setFont(self._text)
                        rest = QRectF(box.x + 9.0, box.y + 27.0, box.w - 14.0, max(box.h - 30.0, 9.0))
                        painter.drawText(rest, wrapped, text)


def _texts(card: object) -> tuple[str, str]:
    if isinstance(card, Touchpoint):
        return card.title, card.description
    if isinstance(card, Measure):
        return card.metric.name, ""
    return (card.text, "") if isinstance(card, Note | Picture) else ("", "")
