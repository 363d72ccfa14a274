"""The project's images in a PDF: decoded within limits, turned upright, and no finer than paper can show.

A JPEG that needs nothing of that goes into the file as it is. Transparency becomes a soft mask.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from functools import cache
from typing import Any

from PIL import Image, ImageFilter, ImageOps

from journey_editor.layout.grey import shade
from journey_editor.layout.look import luminance

#: A picture may decode to no more than this; 8,000 x 8,000 pixels from a tiny file would take 256 MB.
MOST_PIXELS = 40_000_000
#: Pixels per inch beyond which a printed picture gains nothing.
_FINEST = 400
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


class UnreadableImage(Exception):
    """The bytes are no picture of a kind we read, or one that is too large."""


def decoded(data: bytes, width: float, height: float, grey: bool = False) -> Image.Image:
    """The first frame, upright, in RGB, RGBA or L (if `grey`, LA or L), reduced to what (width, height) in points can
    show.

    Raises UnreadableImage.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=_FORMATS)
            if opened.width * opened.height > MOST_PIXELS:
                raise UnreadableImage("too large")
            most = (max(1, round(width * _FINEST / 72)), max(1, round(height * _FINEST / 72)))
            opened.draft("RGB", most)  # lets a JPEG be decoded at a smaller size at once
            # As on the screen: Qt turns photographs only, and so does what the model says of their size.
            picture: Image.Image = ImageOps.exif_transpose(opened) if opened.format == "JPEG" else opened
            transparent = "A" in picture.getbands() or "transparency" in picture.info
            if picture.mode != "L":
                picture = picture.convert("RGBA" if transparent else "RGB")
            picture.thumbnail(most, Image.Resampling.LANCZOS)
            return _without_colour(picture) if grey else picture
    except UnreadableImage:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableImage(str(error)) from error


def _without_colour(picture: Image.Image) -> Image.Image:
    """As light as it was, as Qt does it on the screen; Pillow's own conversion would make reds and blues too dark."""
    if picture.mode == "L":
        return picture
    shades = picture.convert("RGB").filter(_shades()).getchannel("R")
    return Image.merge("LA", (shades, picture.getchannel("A"))) if picture.mode == "RGBA" else shades


@cache
def _shades() -> ImageFilter.Color3DLUT:
    def grey(r: float, g: float, b: float) -> tuple[float, float, float]:
        light = luminance("#" + "".join(f"{round(value * 255):02X}" for value in (r, g, b)))
        return (shade(light),) * 3

    return ImageFilter.Color3DLUT.generate(18, grey)  # steps of 15 of 255


class EmbeddedImages:
    """The images of one PDF: each is embedded once, at the size at which it is first drawn or larger."""

    def __init__(self, canvas: Any, images: Mapping[str, bytes]) -> None:
        self._canvas = canvas
        self._images = images
        self._ready: dict[tuple[str, int, int, bool], Any] = {}
        self.failed: set[str] = set()  # sha256 of those that could not be drawn

    def __call__(
        self, sha256: str, x: float, y: float, w: float, h: float, opacity: float = 1.0, grey: bool = False
    ) -> str:
        """Operators that draw the image into the rectangle (y upwards), translucent below an `opacity` of 1; a crossed
        box where it cannot be read."""
        try:
            reader = self._reader(sha256, w, h, grey)
        except UnreadableImage:
            self.failed.add(sha256)
            return (
                f"q 0.525 0.561 0.624 RG 0.75 w [] 0 d {x:.3f} {y:.3f} {w:.3f} {h:.3f} re "
                f"{x:.3f} {y:.3f} m {x + w:.3f} {y + h:.3f} l {x:.3f} {y + h:.3f} m {x + w:.3f} {y:.3f} l S Q"
            )
        # drawImage registers the image with the page and appends its operators; they are moved to where we paint.
        code = self._canvas._code
        before = len(code)
        if opacity < 1.0:
            self._canvas.saveState()
            self._canvas.setFillAlpha(round(opacity, 3))
        self._canvas.drawImage(reader, x, y, w, h, mask="auto")
        if opacity < 1.0:
            self._canvas.restoreState()
        operators = " ".join(code[before:])
        del code[before:]
        return operators

    def _reader(self, sha256: str, w: float, h: float, grey: bool) -> Any:
        from reportlab.lib.utils import ImageReader

        data = self._images.get(sha256)
        if data is None:
            raise UnreadableImage("missing")
        key = (sha256, round(w), round(h), grey)
        reader = self._ready.get(key)
        if reader is None:
            picture = decoded(data, w, h, grey)
            reader = self._ready[key] = ImageReader(as_is(data, picture) or picture)
        return reader


def as_is(data: bytes, picture: Image.Image) -> io.BytesIO | None:
    """The very bytes where they are a JPEG that was neither turned nor reduced."""
    opened = Image.open(io.BytesIO(data), formats=_FORMATS)
    same = opened.size == picture.size and opened.mode == picture.mode and opened.getexif().get(0x0112, 1) == 1
    return io.BytesIO(data) if opened.format == "JPEG" and same else None
