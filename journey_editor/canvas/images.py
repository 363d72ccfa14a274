"""The project's images, decoded when first drawn.

An image comes from a file that somebody sent: its kind is looked up in a list of allowed ones and its size is read
before anything is decoded (a small file may stand for gigabytes of pixels).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

_KINDS = (b"png", b"jpeg", b"webp", b"gif")
_MOST_PIXELS = 40_000_000
#: A picture on a map is rarely shown larger; the file itself keeps all its pixels.
_LONGEST_SIDE = 2048
_KEPT = 64


def decode(data: bytes) -> QImage | None:
    """The first frame of an image, turned upright; None if it is of no allowed kind, broken or too large."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = bytes(QImageReader.imageFormat(buffer).data())
    if kind not in _KINDS:
        return None
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > _LONGEST_SIDE:
        reader.setScaledSize(size.scaled(QSize(_LONGEST_SIDE, _LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class Images:
    """Images by sha256 for a painter. `source` gives the bytes by hash; it is asked for every image not yet known."""

    def __init__(self, source: Callable[[], Mapping[str, bytes]]) -> None:
        self._source = source
        self._decoded: OrderedDict[str, QImage] = OrderedDict()

    def image(self, sha256: str) -> QImage | None:
        """The decoded image, or None where it is missing or cannot be shown."""
        known = self._decoded.get(sha256)
        if known is not None:
            self._decoded.move_to_end(sha256)
            return known
        data = self._source().get(sha256)
        image = decode(data) if data is not None else None
        if image is not None:
            self._decoded[sha256] = image
            if len(self._decoded) > _KEPT:
                self._decoded.popitem(last=False)
        return image

    def grey(self, sha256: str) -> QImage | None:
        """The image without its colours, as light as they were; not kept, as pages in grey are drawn now and then."""
        image = self.image(sha256)
        if image is None:
            return None
        shades = image.convertToFormat(QImage.Format.Format_ARGB32).convertToFormat(QImage.Format.Format_Grayscale8)
        if image.hasAlphaChannel():
            shades = shades.convertToFormat(QImage.Format.Format_ARGB32)
            shades.setAlphaChannel(image.convertToFormat(QImage.Format.Format_Alpha8))
        return shades.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def no_images() -> Images:
    return Images(dict)
