"""The templates of the start page: a grid of large buttons, each with a small picture of its own map."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QScrollArea, QSizePolicy, QWidget

from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.words import in_lines, plain_tip
from journey_editor.wording import tr

_GAP = 24
_WIDEST = 3  # cards in a row
_NARROWEST_CARD = 250
_PICTURE_SHARE = 0.585  # height of the picture's ground over the card's width
_WORDS_HEIGHT = 104  # a title, a description of two lines at most, and the facts
_GRID_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_F2,
    Qt.Key.Key_Delete,
)


@dataclass(frozen=True)
class TemplateFace:
    """What a card shows. `picture` is the template's map drawn small, None until it is drawn. One of the user's own may
    have a `problem`, a sentence that says why it cannot be read."""

    name: str
    title: str
    description: str = ""
    facts: str = ""
    picture: QImage | None = None
    own: bool = False
    path: Path | None = None
    problem: str = ""


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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard's place is always in view."""
        super().focusInEvent(event)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and event.reason() != Qt.FocusReason.MouseFocusReason:
            area.ensureWidgetVisible(self, 0, _GAP)

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
            if self.face.title:  # one that is still being read has none
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
        left, width, y = 16, self.width() - 32, top + 12
        lines = (
            (self.face.title, theme.font(14, bold=True), "text", 1),
            (self.face.description, theme.font(12), "text", 2),
            (self.face.facts, theme.font(12), "text_2", 1),
        )
        cut = False
        for text, font, role, most in lines:
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            shown = in_lines(text, font, width, most)
            cut = cut or shown.replace("\n", " ") != " ".join(text.split())
            for line in shown.split("\n"):
                painter.drawText(QRect(left, y, width, 20), Qt.AlignmentFlag.AlignVCenter, line)
                y += 18
            y += 4 if most == 1 else 2
        words = "\n".join(part for part in (self.face.title, self.face.description) if part)
        self.setToolTip(plain_tip(words) if cut else "")


class TemplateGrid(QWidget):
    """The cards in rows of up to three; arrows move between them, Enter or Space takes one. F2 and Delete, and a menu
    under the right button, change one of the user's own."""

    chosen = Signal(str)
    rename_wanted = Signal(object)  # TemplateFace
    remove_wanted = Signal(object)  # TemplateFace
    left = Signal(int, int)  # by an arrow upwards (-1) or downwards (1), out of which column

    def __init__(self, placeholders: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self._cards: list[TemplateCard] = []
        self._fillers = [QWidget(self) for _ in range(_WIDEST)]
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
        # Cards are as wide where a row is not full: a column without anything would have no gap beside it.
        for n, filler in enumerate(self._fillers):
            self._grid.removeWidget(filler)
            if shown and len(shown) <= n < columns:
                self._grid.addWidget(filler, 0, n)
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
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if here is not None and (key == Qt.Key.Key_Menu or (shifted and key == Qt.Key.Key_F10)):
            self._offer(cards[here], cards[here].mapToGlobal(cards[here].rect().center()))
        elif here is None or key not in _GRID_KEYS:
            super().keyPressEvent(event)
        elif key in steps:
            there = here + steps[key]
            if 0 <= there < len(cards):
                cards[there].setFocus(Qt.FocusReason.OtherFocusReason)
            elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.left.emit(-1 if key == Qt.Key.Key_Up else 1, here % self._columns)
        elif key == Qt.Key.Key_F2:
            self._change(self.rename_wanted, cards[here].face)
        elif key == Qt.Key.Key_Delete:
            self._change(self.remove_wanted, cards[here].face)
        else:
            cards[here].click()

    def enter(self, way: int, column: int) -> bool:
        """Put the keyboard into the first row (coming down) or the last (coming up); False without any card."""
        cards = self.cards()
        if not cards:
            return False
        row = (len(cards) - 1) // self._columns if way < 0 else 0
        cards[min(row * self._columns + column, len(cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @staticmethod
    def _change(wanted: SignalInstance, face: TemplateFace) -> None:
        if face.own:
            wanted.emit(face)

    def _offer(self, card: TemplateCard, at: QPoint) -> None:
        """What can be done with one of the user's own."""
        if not card.face.own:
            return
        menu = QMenu(self)
        take = menu.addAction(icon("file-plus"), tr("New map from it"))
        rename = menu.addAction(icon("pencil"), tr("Rename ..."))
        rename.setShortcut(QKeySequence(Qt.Key.Key_F2))
        remove = menu.addAction(icon("trash-2"), tr("Remove ..."))
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        chosen = menu.exec(at)
        menu.deleteLater()
        if chosen is take:
            card.click()
        elif chosen is rename:
            self.rename_wanted.emit(card.face)
        elif chosen is remove:
            self.remove_wanted.emit(card.face)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = next((card for card in self.cards() if card.hasFocus()), None)
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            under = self.childAt(event.pos())
            card = under if isinstance(under, TemplateCard) else None
        if card is not None:
            at = (
                event.globalPos()
                if event.reason() == QContextMenuEvent.Reason.Mouse
                else card.mapToGlobal(card.rect().center())
            )
            self._offer(card, at)
