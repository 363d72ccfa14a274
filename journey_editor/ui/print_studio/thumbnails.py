"""All pages in small beside the page: each is drawn when it comes into view, one at a turn of the event loop."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journey_editor.layout.pages import Page
from journey_editor.ui import theme
from journey_editor.ui.print_studio.proof import Proofs
from journey_editor.ui.turns import Turns
from journey_editor.wording import tr

_WIDTH = 160
_ROOM = QSize(116, 116)
_ABOVE, _NUMBER = 8, 24
_Index = QModelIndex | QPersistentModelIndex


class Thumbnails(QListWidget):
    """The current row is the page that is shown."""

    turned = Signal(int)  # to the page of this index

    def __init__(self, proofs: Proofs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self.setAccessibleName(tr("Pages"))
        self.setFixedWidth(_WIDTH)
        self.setItemDelegate(_PagePainter(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._draw_more)
        self.currentRowChanged.connect(self._turn)
        self._proofs = proofs
        self.pages: tuple[Page, ...] = ()
        self.drawn: dict[int, QImage] = {}
        self._turns = Turns(self)

    def show_pages(self, pages: tuple[Page, ...], here: int) -> None:
        """Show these; the page of index `here` is the current one."""
        count = len(pages)
        self.pages = pages
        self.drawn.clear()
        self.blockSignals(True)
        if count != self.count():
            self.clear()
            for n in range(count):
                QListWidgetItem(tr("Page {n} of {count}", n=n + 1, count=count), self)
        for n, page in enumerate(pages):
            self.item(n).setSizeHint(QSize(_WIDTH - 16, _height(page)))
        self.blockSignals(False)
        self.show_current(here)
        self._draw_more()

    def show_current(self, here: int) -> None:
        self.blockSignals(True)
        self.setCurrentRow(here)
        self.blockSignals(False)

    def redraw(self) -> None:
        self.drawn.clear()
        self._draw_more()

    def _turn(self, row: int) -> None:
        if row >= 0:
            self.turned.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_more()

    def _draw_more(self) -> None:
        self.viewport().update()
        self._turns.begin(self._draw())

    def _draw(self) -> Iterator[None]:
        """Draw what is in view and not drawn yet."""
        yield  # the page itself comes first
        dense = self.devicePixelRatio()
        view = self.viewport().rect().adjusted(0, -200, 0, 200)
        for n, page in enumerate(self.pages):
            if n not in self.drawn and n < self.count() and self.visualItemRect(self.item(n)).intersects(view):
                image = self._proofs.whole(page, _ROOM * dense)
                image.setDevicePixelRatio(dense)
                self.drawn[n] = image
                self.viewport().update()
                yield


def _size(page: Page) -> tuple[float, float]:
    scale = min(_ROOM.width() / page.width, _ROOM.height() / page.height)
    return page.width * scale, page.height * scale


def _height(page: Page) -> int:
    return round(_size(page)[1]) + _ABOVE + _NUMBER


class _PagePainter(QStyledItemDelegate):
    """A page in small and its number, framed if it is the current one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = self.parent()
        assert isinstance(shown, Thumbnails)
        n = index.row()
        if n >= len(shown.pages):
            return
        width, height = _size(shown.pages[n])
        rect = option.rect
        place = QRectF(rect.x() + (rect.width() - width) / 2, rect.y() + _ABOVE, width, height)
        painter.fillRect(place, "#FFFFFF")
        if (image := shown.drawn.get(n)) is not None:
            painter.drawImage(place.topLeft(), image)
        current = n == shown.currentRow()
        painter.setPen(QPen(theme.colour("accent" if current else "field_border"), 2 if current else 1))
        edge = 1.0 if current else 0.5
        painter.drawRect(place.adjusted(-edge, -edge, edge, edge))
        if current and shown.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(place.adjusted(-5, -5, 5, 5), 4, 4)
        painter.setFont(theme.font(12, bold=current))
        painter.setPen(theme.colour("text" if current else "text_2"))
        painter.drawText(
            QRectF(rect.x(), place.bottom() + 4, rect.width(), 18), Qt.AlignmentFlag.AlignCenter, str(n + 1)
        )
