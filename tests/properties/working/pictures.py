"""Two images, that of the start and another one, with what a project has to know of them."""

from __future__ import annotations

import zlib

from journey_editor.storage.assets import asset_of
from tests.builders import PIXEL


def _of_colour(red: int, green: int, blue: int) -> bytes:
    """A PNG of one pixel of that colour."""
    head, end = PIXEL[:33], PIXEL[-12:]
    packed = zlib.compress(bytes((0, red, green, blue)))
    chunk = b"IDAT" + packed
    return head + len(packed).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big") + end


PICTURES = tuple((asset_of(data, name), data) for data, name in ((PIXEL, "pixel.png"), (_of_colour(9, 9, 9), "b.png")))
