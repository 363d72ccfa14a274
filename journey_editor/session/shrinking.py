"""Images that have many more pixels than paper can show, scaled down while they are taken in.

A photograph of 24 megapixels makes a project of 8 MB that nobody can send; on the map it is as wide as a column.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from journey_editor.model.assets import AssetRef

from .image_files import ImageRefused, decoded, take_bytes, written

#: Pixels of the longer side that are enough: 20 cm on paper at 200 dots per inch, wider than any column.
ENOUGH = 1600
#: Smaller images are taken as they are without a word.
_ASK_FROM = 2000
#: A PNG made of a screenshot is crisper than a JPEG; of a photograph it is many times larger.
_PNG_MAY_TAKE = 2


class Taken(NamedTuple):
    """An image as it comes into a project."""

    asset: AssetRef
    data: bytes


def may_be_smaller(taken: Taken) -> bool:
    """Whether the image has many more pixels than are enough."""
    return max(taken.asset.width, taken.asset.height) >= _ASK_FROM


def smaller(taken: Taken) -> Taken | None:
    """The image with as many pixels as are enough on paper; None where it has no more, or gets no smaller by that."""
    if not may_be_smaller(taken):
        return None
    image = decoded(taken.data, QSize(ENOUGH, ENOUGH))
    if image.isNull():
        return None
    data, suffix = _written(image, taken.asset.media_type)
    if len(data) >= len(taken.data):
        return None
    try:
        return Taken(*take_bytes(data, PurePath(taken.asset.name).stem + suffix))
    except ImageRefused:
        return None


def _written(image: QImage, media_type: str) -> tuple[bytes, str]:
    """The file of an image, and how its name ends."""
    if _seen_through(image):
        return written(image, "PNG"), ".png"
    photograph = written(image, "JPEG")
    if media_type in ("image/png", "image/gif"):
        drawing = written(image, "PNG")
        if len(drawing) <= len(photograph) * _PNG_MAY_TAKE:
            return drawing, ".png"
    return photograph, ".jpg"


def _seen_through(image: QImage) -> bool:
    """Whether anything of it is transparent; many programs write the channel for that without any use."""
    if not image.hasAlphaChannel():
        return False
    opaque = b"\xff" * image.width()
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    lines = (cast(memoryview, alpha.constScanLine(y)) for y in range(image.height()))  # the stub says object
    return any(bytes(line[: image.width()]) != opaque for line in lines)
