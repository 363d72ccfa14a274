"""The middle of the studio: a bar, the page, and all pages in small."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from journey_editor.canvas.images import Images
from journey_editor.layout.pages import Page
from journey_editor.ui.icons import sign_button
from journey_editor.ui.print_studio.page_view import LEAST, MOST, PageView
from journey_editor.ui.print_studio.proof import Proofs
from journey_editor.ui.print_studio.thumbnails import Thumbnails
from journey_editor.ui.words import label
from journey_editor.wording import tr

_BAR = 48
_STEPS_PER_DOUBLING = 100


class Preview(QWidget):
    """Shows pages. `notices` is where the studio puts its warnings, between the bar and the page."""

    def __init__(self, images: Images, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages: tuple[Page, ...] = ()
        self.here = 0
        self._about = ""
        self._margin = 0.0
        self._proofs = Proofs(images)
        self.view = PageView(self._proofs, self)
        self.thumbnails = Thumbnails(self._proofs, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        desk = QFrame(self)
        desk.setObjectName("print_desk")
        inside = QVBoxLayout(desk)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self.notices = QVBoxLayout()
        self.notices.setContentsMargins(16, 16, 16, 0)
        inside.addLayout(self.notices)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.thumbnails)
        inside.addLayout(row, 1)
        column.addWidget(desk, 1)
        self.view.zoom_changed.connect(self._follow_zoom)
        self.view.turn_wanted.connect(self.turn)
        self.thumbnails.turned.connect(self.go_to)
        for keys, run in (
            ("PgDown", lambda: self.turn(1)),
            ("PgUp", lambda: self.turn(-1)),
            ("Ctrl++", lambda: self.view.step(1)),
            ("Ctrl+=", lambda: self.view.step(1)),
            ("Ctrl+-", lambda: self.view.step(-1)),
            ("Ctrl+0", lambda: self.view.set_zoom(1.0)),
            ("Ctrl+9", self.view.fit),
        ):
            QShortcut(QKeySequence(keys), self.window(), context=Qt.ShortcutContext.WindowShortcut).activated.connect(
                run
            )
        self._show()

    # The bar

    def _bar(self) -> QWidget:
        bar = QFrame(self)
        bar.setObjectName("print_bar")
        bar.setFixedHeight(_BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(label(tr("Preview"), "strong"))
        row.addSpacing(16)
        self.back = self._button("chevron-left", tr("Previous page"), bar)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.words: QLabel = label("")
        self.on = self._button("chevron-right", tr("Next page"), bar)
        self.on.clicked.connect(lambda: self.turn(1))
        for part in (self.back, self.words, self.on):
            row.addWidget(part)
        row.addSpacing(12)
        self.state = label("", "quiet")
        row.addWidget(self.state)
        row.addStretch(1)
        self.show_margins = QCheckBox(tr("Show margins"), bar)
        self.show_margins.toggled.connect(self._follow_margins)
        self.show_grey = QCheckBox(tr("Grey preview"), bar)
        self.show_grey.toggled.connect(self._follow_grey)
        for box in (self.show_margins, self.show_grey):
            row.addWidget(box)
            row.addSpacing(12)
        rule = QFrame(bar)
        rule.setObjectName("rule")
        rule.setFixedSize(1, 24)
        row.addWidget(rule)
        row.addSpacing(8)
        smaller = self._button("minus", tr("Zoom out"), bar)
        smaller.clicked.connect(lambda: self.view.step(-1))
        self.slider = QSlider(Qt.Orientation.Horizontal, bar)
        self.slider.setRange(_place(LEAST), _place(MOST))
        self.slider.setSingleStep(_STEPS_PER_DOUBLING // 8)
        self.slider.setPageStep(_STEPS_PER_DOUBLING // 2)
        self.slider.setFixedWidth(104)
        self.slider.setAccessibleName(tr("Zoom"))
        self.slider.valueChanged.connect(lambda place: self.view.set_zoom(2 ** (place / _STEPS_PER_DOUBLING)))
        larger = self._button("plus", tr("Zoom in"), bar)
        larger.clicked.connect(lambda: self.view.step(1))
        self.percent: QLabel = label("")
        self.percent.setFixedWidth(48)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.fit_button = self._button("maximize", tr("Fit the page (Ctrl+9)"), bar)
        self.fit_button.clicked.connect(self.view.fit)
        for widget in (smaller, self.slider, larger, self.percent, self.fit_button):
            row.addWidget(widget)
        return bar

    @staticmethod
    def _button(name: str, text: str, parent: QWidget) -> QToolButton:
        button = sign_button(name, text, parent, 18)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    # What is shown

    def show_pages(self, pages: tuple[Page, ...], about: str, margin: float) -> None:
        """Show these pages. `about` says their paper, `margin` is that of each page in mm."""
        self.pages, self._about, self._margin = pages, about, margin
        self.here = min(self.here, max(0, len(pages) - 1))
        self._proofs.forget()
        self.thumbnails.show_pages(pages, self.here)
        self.thumbnails.setVisible(len(pages) > 1)
        self._show()

    def wait(self, words: str) -> None:
        """Say that other pages are coming; "" when they are there."""
        self.state.setText(words)
        self.view.wait(words)

    def turn(self, by: int) -> None:
        """Go so many pages on."""
        self.go_to(min(max(self.here + by, 0), len(self.pages) - 1))

    def go_to(self, here: int) -> None:
        if self.pages and here != self.here:
            self.here = here
            self.thumbnails.show_current(here)
            self._show()

    def _show(self) -> None:
        count = len(self.pages)
        self.back.setEnabled(self.here > 0)
        self.on.setEnabled(self.here < count - 1)
        where = tr("Page {n} of {count}", n=self.here + 1, count=count) if count else ""
        self.words.setText(where)
        self.view.setAccessibleName(", ".join(filter(None, (tr("Preview"), where, self._about))))
        self._follow_margins()
        self.view.show_page(self.pages[self.here] if count else None)

    def _follow_margins(self) -> None:
        self.view.margin = self._margin if self.show_margins.isChecked() else None
        self.view.viewport().update()

    def _follow_grey(self) -> None:
        self._proofs.grey = self.show_grey.isChecked()
        self.view.redraw()
        self.thumbnails.redraw()

    def _follow_zoom(self) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(_place(self.view.zoom))
        self.slider.blockSignals(False)
        self.percent.setText(tr("{n} %", n=round(self.view.zoom * 100)))
        self.fit_button.setEnabled(not self.view.fitting)


def _place(zoom: float) -> int:
    """The slider runs over the logarithm of the zoom, so that the same way doubles it anywhere."""
    return round(math.log2(zoom) * _STEPS_PER_DOUBLING)
