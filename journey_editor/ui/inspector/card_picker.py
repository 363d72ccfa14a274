"""A small window to pick a touchpoint from, by typing a part of its title; for the ends of paths and counterparts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journey_editor.layout.look import NO_CHANNEL
from journey_editor.model.cards import Touchpoint
from journey_editor.model.queries import all_cards, find_channel, find_step, mode_of, text_in
from journey_editor.ui.icons import icon
from journey_editor.wording import tr

from .field import plain_label
from .scope import Scope
from .words import joined, mode_word, untitled

_MOST = 200  # rows; whoever has more types another letter


class CardPicker(QFrame):
    """Lists the touchpoints of the map that `fits`; `picked` carries the id."""

    picked = Signal(str)

    def __init__(self, scope: Scope, fits: Callable[[Touchpoint], bool], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("cardPicker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._cards = [_row(scope, step, card) for _, step, card in all_cards(scope.journey) if _is(card, fits)]
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Find a touchpoint"))
        self.line.setAccessibleName(tr("Find a touchpoint"))
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Touchpoints"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self._more = plain_label(role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self._more)
        self.resize(304, 320)
        self._find("")

    def open_below(self, widget: QWidget) -> None:
        at = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        screen = widget.screen().availableGeometry()
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        at.setY(max(screen.top(), min(at.y(), screen.bottom() - self.height())))
        self.move(at)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self, text: str) -> None:
        wanted = text.casefold().split()
        self.list.clear()
        found = [row for row in self._cards if all(word in row[1].casefold() for word in wanted)]
        for card_id, words, mark, colour in found[:_MOST]:
            item = QListWidgetItem(icon(mark, colour), words)
            item.setData(Qt.ItemDataRole.UserRole, card_id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        over = len(found) - _MOST
        said = tr("{n} more: type a part of the title.", n=over) if over > 0 else "" if found else tr("None found.")
        self._more.setText(said)
        self._more.setVisible(bool(said))

    def _take(self, item: QListWidgetItem) -> None:
        card_id = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.picked.emit(card_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            row = self.list.currentRow()
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                by = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(row + by, self.list.count() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if row >= 0:
                    self._take(self.list.item(row))
                return True
        return super().eventFilter(watched, event)


def _is(card: object, fits: Callable[[Touchpoint], bool]) -> bool:
    return isinstance(card, Touchpoint) and fits(card)


def _row(scope: Scope, step: str, card: object) -> tuple[str, str, str, str]:
    assert isinstance(card, Touchpoint)
    project, language = scope.project, scope.language
    phase, _ = find_step(scope.journey, step)
    words = joined(
        (
            untitled(text_in(project, language, card.id, "title", card.title)),
            text_in(project, language, phase.id, "title", phase.title),
            mode_word(mode_of(project, card)),
        )
    )
    channel = find_channel(project, card.channel)
    mark = channel.icon if channel and channel.icon else "circle-dot"
    return card.id, words, mark, (channel.color if channel else "") or NO_CHANNEL
