"""Comparing what a canvas shows with what drawing everything anew would show."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QRegion

from journey_editor.canvas.paint import MapPainter
from journey_editor.canvas.picture import MARGIN
from journey_editor.canvas.sheet import Colors, Sheet
from journey_editor.layout.result import Layout

#: Qt rounds the coverage of slanted edges by a shade or two differently where a clip cuts them. Nobody can see that.
SHADES = 4
_SHADES_OF_ONE = 20


def image_of(sheet: Sheet) -> QImage:
    """What the sheet vouches for, its margin included."""
    return sheet.pixmap.copy(sheet.part(sheet.area)).toImage().convertToFormat(QImage.Format.Format_RGB32)


def sheet_from_scratch(
    layout: Layout,
    scale: float,
    origin: QPoint,
    size: QSize,
    painter: MapPainter | None = None,
    colors: Colors | None = None,
) -> Sheet:
    """A sheet of a layout that nothing was drawn of before."""
    sheet = Sheet(painter or MapPainter(), MARGIN)
    if colors is not None:
        sheet.set_colors(colors)
    sheet.set_size(size)
    sheet.set_scale(scale, origin)
    sheet.set_layout(layout, None)
    sheet.finish()
    return sheet


def from_scratch(layout: Layout, scale: float, origin: QPoint, size: QSize) -> QImage:
    """The picture of a layout that nothing was drawn of before."""
    return image_of(sheet_from_scratch(layout, scale, origin, size))


def differing(a: QImage, b: QImage, shades: int = SHADES) -> QRegion:
    """The pixels that differ by more than so many shades."""
    region = QRegion()
    for y in range(a.height()):
        left, right = bytes(a.constScanLine(y)), bytes(b.constScanLine(y))
        if left != right:
            for x in range(a.width()):
                one, other = left[4 * x : 4 * x + 4], right[4 * x : 4 * x + 4]
                if one != other and max(abs(p - q) for p, q in zip(one, other, strict=True)) > shades:
                    region += QRect(x, y, 1, 1)
    return region


def stale(shown: QImage, fresh: Sheet) -> QRegion:
    """The pixels in which a picture is none that drawing anew gives, in whatever blocks.

    Where a clip cuts a slanted edge, the coverage of a pixel may differ by more than `SHADES`. So what differs is drawn
    once more in blocks of other sizes, and a pixel that stands alone may differ by `_SHADES_OF_ONE`: of what is really
    out of date, a letter or a line, more than that is seen.
    """
    wrong = differing(shown, image_of(fresh))
    for around in (0, 1, 5, 40):
        if wrong.isEmpty():
            return wrong
        for rect in wrong:  # type: ignore[attr-defined]  # QRegion iterates over its rectangles
            fresh.bad += rect.translated(-MARGIN, -MARGIN).adjusted(-around, -around, around, around)
        fresh.bad &= fresh.area
        fresh.finish()
        wrong &= differing(shown, image_of(fresh))
    strong = differing(shown, image_of(fresh), _SHADES_OF_ONE)
    for rect in list(wrong):  # type: ignore[call-overload]
        near = wrong & rect.adjusted(-1, -1, 1, 1)
        if near == QRegion(rect) and rect.size() == QSize(1, 1) and (strong & rect).isEmpty():
            wrong -= rect
    return wrong


def same(a: QImage, b: QImage) -> bool:
    return a.size() == b.size() and (a == b or differing(a, b).isEmpty())


def png(width: int, height: int, fill: str) -> bytes:
    """An image of one colour, as a file."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(fill))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only a path
    return bytes(data.data())
