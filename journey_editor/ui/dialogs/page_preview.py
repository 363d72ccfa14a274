"""Pages as they will be printed, one at a time, drawn by the canvas from the draw list of the PDF."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journey_editor.canvas.images import Images
from journey_editor.canvas.png import render
from journey_editor.layout.pages import Page
from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.words import label
from journey_editor.wording import tr

_DESK = 24


class _Sheet(QWidget):
    """One page on the desk."""

    def __init__(self, images: Images, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self._images = images
        self._page: Page | None = None
        self._drawn = QImage()
        self._at = 0.0

    def show_page(self, page: Page | None) -> None:
        self._page = page
        self._at = 0.0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, 520)

    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._page
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("desk"))
            if page is None:
                return
            room = QRectF(self.rect()).adjusted(_DESK, _DESK, -_DESK, -_DESK)
            scale = min(room.width() / page.width, room.height() / page.height)
            place = QRectF(0, 0, page.width * scale, page.height * scale)
            place.moveCenter(room.center())
            dense = scale * self.devicePixelRatio()
            if dense != self._at:
                self._drawn = render(page.root, dense, images=self._images)
                self._at = dense
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._drawn)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRect(place)


class PagePreview(QWidget):
    """The pages with a bar to go through them."""

    def __init__(self, images: Images, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._here = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        bar.addWidget(label(tr("Preview"), "strong"))
        self._back = self._button("chevron-left", tr("Previous page"))
        self._back.clicked.connect(self._go_back)
        self._words = label("")
        self._on = self._button("chevron-right", tr("Next page"))
        self._on.clicked.connect(self._go_on)
        for part in (self._back, self._words, self._on):
            bar.addWidget(part)
        bar.addStretch(1)
        column.addLayout(bar)
        self._sheet = _Sheet(images, self)
        self._sheet.setAccessibleName(tr("Preview"))
        column.addWidget(self._sheet, 1)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        self._pages = pages
        self._here = min(self._here, max(0, len(pages) - 1))
        self._show()

    def _go_back(self) -> None:
        self._here = max(0, self._here - 1)
        self._show()

    def _go_on(self) -> None:
        self._here = min(len(self._pages) - 1, self._here + 1)
        self._show()

    def _show(self) -> None:
        count = len(self._pages)
        self._back.setEnabled(self._here > 0)
        self._on.setEnabled(self._here < count - 1)
        self._words.setText(tr("Page {n} of {count}", n=self._here + 1, count=count) if count else "")
        self._sheet.show_page(self._pages[self._here] if count else None)
