"""How fine a picture of the pages is to be, asked before PNG files are written."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journey_editor.canvas.png import USUAL_RESOLUTION, check_size
from journey_editor.layout.pages import Pages
from journey_editor.layout.written import PictureTooLarge
from journey_editor.ui.dialogs.foot import Foot
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.print_studio.fields import Number
from journey_editor.ui.words import label
from journey_editor.wording import tr

#: Dots per inch: the fewest that show anything, and the most that anybody sees.
LEAST, MOST = 36, 1200
USUAL = int(USUAL_RESOLUTION)


class ResolutionDialog(QDialog):
    """Says how many pixels the largest page gets."""

    def __init__(self, made: Pages, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save as PNG"))
        self._page = max(made.pages, key=lambda page: page.width * page.height)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        head = label(tr("Resolution"))
        self.dots = Number(LEAST, MOST, tr("dots per inch"), 0, self)
        self.dots.setSingleStep(50)
        self.dots.setValue(USUAL)
        self.dots.setMinimumWidth(200)
        self.dots.setAccessibleName(tr("Resolution"))
        self.dots.valueChanged.connect(self._follow)
        head.setBuddy(self.dots)
        row.addWidget(head)
        row.addWidget(self.dots)
        row.addStretch(1)
        column.addLayout(row)
        self.size_words = label("", "caption")
        column.addWidget(self.size_words)
        self.size_words.setWordWrap(True)
        self.foot = Foot(self, tr("Save"), "file-image")
        column.addLayout(self.foot)
        self._follow()
        FocusRing(self)
        self.dots.selectAll()

    def _follow(self) -> None:
        dots, page = self.dots.value(), self._page
        words = tr("{w} × {h} pixels a page", w=round(page.width * dots / 72), h=round(page.height * dots / 72))
        fits = True
        try:
            check_size(page.width, page.height, dots)
        except PictureTooLarge as problem:
            words, fits = str(problem), False
        self.size_words.setText(words)
        self.foot.take.setEnabled(fits)


def ask_resolution(made: Pages, parent: QWidget | None) -> int:
    """Dots per inch, 0 if the dialog was left."""
    dialog = ResolutionDialog(made, parent)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    found = int(dialog.dots.value()) if agreed else 0
    dialog.deleteLater()
    return found
