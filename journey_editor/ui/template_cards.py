"""The templates of the start page: a grid of large buttons, each with a small picture of its own map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from journey_editor.ui import theme
from journey_editor.wording import tr

_GAP = 24
_WIDEST = 3  # cards in a row
_NARROWEST_CARD = 250
_PICTURE_SHARE = 0.585  # height of the picture's ground over the card's width
_WORDS_HEIGHT = 86
_GRID_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


@dataclass(frozen=True)
class TemplateFace:
    """What a card shows. `picture` is the template's map drawn small, None until it is drawn."""

    name: str
    title: str
    description: str = ""
    facts: str = ""
    picture: QImage | None = None


class TemplateCard(QAbstractButton):
    """One template. The frame in the accent colour is the keyboard's place."""

    def __init__(self, face: TemplateFace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring", False)  # it draws its own focus
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.face = face
        self.show_face(face)

    def show_face(self, face: TemplateFace) -> None:
        self.face = face
        self.setAccessibleName(face.title or tr("A template that is still being read"))
        self.setAccessibleDescription(" ".join(part for part in (face.description, face.facts) if part))
        self.update()

    @staticmethod
    def height_for(width: int) -> int:
        """How high a card of a width is."""
        return round(width * _PICTURE_SHARE) + _WORDS_HEIGHT

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST_CARD, self.height_for(_NARROWEST_CARD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter are the grid's: a button would take an arrow for the next widget in the chain."""
        if event.key() in _GRID_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            line = 2.0 if self.hasFocus() else 1.0
            edge = "accent" if self.hasFocus() else ("field_border" if self.underMouse() else "border")
            frame = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
            painter.setPen(QPen(theme.colour(edge), line))
            painter.setBrush(theme.colour("panel" if tokens.name == "dark" else "field"))
            painter.drawRoundedRect(frame, 4, 4)
            height = round(self.width() * _PICTURE_SHARE)
            ground = QRect(3, 3, self.width() - 6, height - 3)
            painter.fillRect(ground, theme.colour("desk" if tokens.name == "dark" else "hover"))
            self._paint_picture(painter, ground)
            self._paint_words(painter, height)

    def _paint_picture(self, painter: QPainter, ground: QRect) -> None:
        page = QRectF(ground).adjusted(24, 18, -24, -12)
        painter.setPen(QPen(theme.colour("field_border"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
        picture = self.face.picture
        if picture is None or picture.isNull():
            return
        room = page.adjusted(6, 6, -6, -6)
        scale = min(room.width() / picture.width(), room.height() / picture.height())
        width, height = picture.width() * scale, picture.height() * scale
        painter.drawImage(
            QRectF(room.x() + (room.width() - width) / 2, room.y() + (room.height() - height) / 2, width, height),
            picture,
        )

    def _paint_words(self, painter: QPainter, top: int) -> None:
        left, width = 16, self.width() - 32
        lines = (
            (self.face.title, theme.font(14, bold=True), "text", 12),
            (self.face.description, theme.font(12), "text", 34),
            (self.face.facts, theme.font(12), "text_2", 55),
        )
        for text, font, role, y in lines:
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            if shown != text:
                self.setToolTip("\n".join(part for part in (self.face.title, self.face.description) if part))
            painter.drawText(QRect(left, top + y, width, 20), Qt.AlignmentFlag.AlignVCenter, shown)


class TemplateGrid(QWidget):
    """The cards in rows of up to three; arrows move between them, Enter or Space takes one."""

    chosen = Signal(str)

    def __init__(self, placeholders: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self._cards: list[TemplateCard] = []
        self._filter = ""
        self.show_faces(tuple(TemplateFace("", "") for _ in range(placeholders)))

    def cards(self) -> tuple[TemplateCard, ...]:
        """The cards that are shown, in reading order."""
        return tuple(card for card in self._cards if self._fits(card.face))

    def show_faces(self, faces: tuple[TemplateFace, ...]) -> None:
        """Show these templates; cards are kept where there are some already, so that the focus stays."""
        while len(self._cards) > len(faces):
            self._cards.pop().deleteLater()
        for n, face in enumerate(faces):
            if n < len(self._cards):
                self._cards[n].show_face(face)
            else:
                card = TemplateCard(face, self)
                card.clicked.connect(self._take)
                self._cards.append(card)
        self._arrange()

    def filter(self, words: str) -> None:
        """Show only the templates whose words hold these."""
        self._filter = words.strip().casefold()
        self._arrange()

    def _fits(self, face: TemplateFace) -> bool:
        return self._filter in f"{face.title} {face.description} {face.facts}".casefold()

    def _take(self) -> None:
        card = self.sender()
        if isinstance(card, TemplateCard) and card.face.name:
            self.chosen.emit(card.face.name)

    def _arrange(self) -> None:
        columns = max(1, min(_WIDEST, (self.width() + _GAP) // (_NARROWEST_CARD + _GAP)))
        shown = self.cards()
        for card in self._cards:
            self._grid.removeWidget(card)
            card.setVisible(card in shown)
        for n, card in enumerate(shown):
            self._grid.addWidget(card, n // columns, n % columns)
        for column in range(_WIDEST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        side = (self.width() - _GAP * (columns - 1)) // columns
        for card in self._cards:
            card.setFixedHeight(card.height_for(max(side, _NARROWEST_CARD)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        cards = self.cards()
        here = next((n for n, card in enumerate(cards) if card.hasFocus()), None)
        key = Qt.Key(event.key())
        if here is None or (key not in steps and key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)
        elif key in steps:
            there = here + steps[key]
            if 0 <= there < len(cards):
                cards[there].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            cards[here].click()
