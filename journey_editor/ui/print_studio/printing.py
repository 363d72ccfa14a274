"""Pages through the printer of the system, drawn by the painter of the preview at the printer's resolution."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from journey_editor.canvas.images import Images
from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.program import EXACT
from journey_editor.layout.pages import Page, Pages
from journey_editor.model.style import PageSetup

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_NAMED = {
    "A0": QPageSize.PageSizeId.A0,
    "A1": QPageSize.PageSizeId.A1,
    "A2": QPageSize.PageSizeId.A2,
    "A3": QPageSize.PageSizeId.A3,
    "A4": QPageSize.PageSizeId.A4,
    "A5": QPageSize.PageSizeId.A5,
    "Letter": QPageSize.PageSizeId.Letter,
    "Legal": QPageSize.PageSizeId.Legal,
    "Tabloid": QPageSize.PageSizeId.Tabloid,
}


def page_layout(page: Page, paper: str) -> QPageLayout:
    """How a page lies on the printer's paper. Paper that has no name there is named by its size."""
    short, long = sorted((page.width, page.height))
    size = QPageSize(_NAMED[paper]) if paper in _NAMED else QPageSize(QSizeF(short, long), QPageSize.Unit.Point)
    return QPageLayout(size, _lies(page), QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def _lies(page: Page) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Landscape if page.width > page.height else QPageLayout.Orientation.Portrait


def printer_for(made: Pages, setup: PageSetup, title: str) -> QPrinter:
    """A printer set to the paper of these pages."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)  # the pages have margins of their own
    printer.setPageLayout(page_layout(made.pages[0], "" if setup.bleed else setup.tile or setup.paper))
    printer.setDocName(title)
    printer.setCreator("Journey Editor")
    printer.setFromTo(1, len(made.pages))
    if setup.grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """The system's dialog: which printer, which pages, how many copies. False if it was left."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, max(printer.toPage(), 1))
    agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed


def print_pages(printer: QPrinter, made: Pages, images: Images) -> Iterator[tuple[int, int]]:
    """Print one page at each step; what comes is how many of how many are done.

    Dropping the iterator before its end aborts the job. Raises OSError if the printer does not take it.
    """
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(made.pages), len(made.pages))
    wanted = made.pages[first - 1 : last]
    painter = QPainter()
    whole = False
    try:
        for n, page in enumerate(wanted):
            printer.setPageOrientation(_lies(page))
            if n == 0:
                if not painter.begin(printer):
                    raise OSError(printer.printerName() or printer.outputFileName())
            elif not printer.newPage():
                raise OSError(printer.printerName() or printer.outputFileName())
            _draw(painter, printer, page, images)
            yield n + 1, len(wanted)
        whole = True
    finally:
        if painter.isActive():
            if not whole:
                printer.abort()
            painter.end()


def _draw(painter: QPainter, printer: QPrinter, page: Page, images: Images) -> None:
    """A page as large as it is; smaller if the paper that was chosen in the system's dialog is."""
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    scale = min(paper.width() / page.width, paper.height() / page.height, 1.0) * printer.resolution() / 72
    painter.save()
    painter.scale(scale, scale)
    MapPainter(images).draw(painter, page.root, detail=EXACT)
    painter.restore()
