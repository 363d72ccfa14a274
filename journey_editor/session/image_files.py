"""Taking in an image file: only what every viewer shows, and never more pixels than memory bears.

Kind and size are read from the first bytes (storage.assets) before Qt sees any of them: Qt would also read pdf, svg and
tiff, and an image of a few kilobytes can unfold to gigabytes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader

from journey_editor.edit.change import EditError
from journey_editor.model.assets import AssetRef
from journey_editor.storage.assets import MOST_IMAGE_BYTES, MOST_PIXELS, asset_of
from journey_editor.storage.picture_headers import header
from journey_editor.storage.problem import FileProblem
from journey_editor.wording import tr


class ImageRefused(EditError):
    """The file cannot be used as an image. Its text is a sentence for the user."""


def take_in(path: Path) -> tuple[AssetRef, bytes]:
    """What the project has to know of an image file, and its bytes. Raises ImageRefused."""
    try:
        if path.exists() and not path.is_file():  # reading a pipe would wait for ever
            raise ImageRefused(tr("{file} is no file. Choose an image.", file=path.name or str(path)))
        with path.open("rb") as file:
            data = file.read(MOST_IMAGE_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ImageRefused):
            raise
        why = getattr(error, "strerror", None) or str(error)
        raise ImageRefused(tr("{file} cannot be read: {why}.", file=path.name, why=why)) from error
    return take_bytes(data, path.name)


def take_bytes(data: bytes, name: str) -> tuple[AssetRef, bytes]:
    """The same for an image that was read already; `name` is what it is called. Raises ImageRefused."""
    try:
        asset = asset_of(data, name)
    except FileProblem as refusal:
        raise ImageRefused(str(refusal)) from refusal
    if decoded(data, QSize(64, 64)).isNull():
        raise ImageRefused(tr("{file} is damaged: the image in it cannot be read.", file=name))
    return asset, data


def take_image(image: QImage, name: str) -> tuple[AssetRef, bytes]:
    """The same for an image in memory: as PNG, or as JPEG where that would be too large. Raises ImageRefused."""
    if image.isNull():
        raise ImageRefused(tr("{file} is damaged: the image in it cannot be read.", file=name))
    if image.width() * image.height() > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        raise ImageRefused(tr("The image has more than {most} megapixels. Make it smaller.", most=most))
    data = written(image, "PNG")
    if len(data) > MOST_IMAGE_BYTES:
        data = written(image, "JPEG")
    return take_bytes(data, name)


def written(image: QImage, kind: str) -> bytes:
    """The bytes of an image as "PNG" or "JPEG"."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, 90 if kind == "JPEG" else -1)  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())


def decoded(data: bytes, most: QSize) -> QImage:
    """The image (of an animation, the first frame), scaled down to fit; a null image if it cannot be read."""
    found = header(data)
    if found is None or found.width * found.height > MOST_PIXELS:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(found.media_type.removeprefix("image/").encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()  # before it is turned upright
    if size.width() > most.width() or size.height() > most.height():
        fitting = QSizeF(size).scaled(QSizeF(most), Qt.AspectRatioMode.KeepAspectRatio).toSize()  # rounded, not cut
        reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    return reader.read()
