"""What an image file says of itself in its first bytes: its kind and its size in pixels. Nothing is decoded here, so
that an image that would fill the memory is known before anybody opens it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey_editor.model.assets import MediaType

#: Exif 2.3, tag 274: the values from 5 on say that the camera was held upright, so that width and height change places.
_ORIENTATION = 0x0112
_ON_ITS_SIDE = range(5, 9)


class Header(NamedTuple):
    """Kind and size of an image as it is shown: that of a photograph after it was turned upright."""

    media_type: MediaType
    width: int
    height: int


def header(data: bytes) -> Header | None:
    """The header of a PNG, JPEG, GIF or WebP file; None for anything else and for one that is broken off."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) >= 24:
        return Header("image/png", _big(data[16:20]), _big(data[20:24]))
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        return Header("image/gif", _little(data[6:8]), _little(data[8:10]))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    return None


def _webp(data: bytes) -> Header | None:
    # RFC 9649: sizes stand at a different place, minus one or not, in each of the three kinds of a first chunk.
    match data[12:16]:
        case b"VP8X":
            return Header("image/webp", _little(data[24:27]) + 1, _little(data[27:30]) + 1)
        case b"VP8L" if data[20] == 0x2F:
            bits = _little(data[21:25])
            return Header("image/webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a":
            return Header("image/webp", _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF)
    return None


def _jpeg(data: bytes) -> Header | None:
    # The frame header (SOF0 to SOF15 without DHT, JPG and DAC) holds height before width.
    upright = True
    for marker, at in _segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = _big(data[at + 3 : at + 5]), _big(data[at + 5 : at + 7])
            return Header("image/jpeg", width, height) if upright else Header("image/jpeg", height, width)
        if marker == 0xE1:  # APP1
            turned = _orientation(data[at + 2 : at + _big(data[at : at + 2])]) in _ON_ITS_SIDE
            upright = upright and not turned  # a segment of another kind may follow that says nothing of it
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The markers of a JPEG, each with the place of the length behind it (ITU-T T.81, annex B)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # may be repeated as filling before a marker
            at += 1
            continue
        yield marker, at + 2
        at += 2 + _big(data[at + 2 : at + 4])


def _orientation(segment: bytes) -> int:
    """How a camera was held (1 to 8), of the Exif data of a JPEG; 1 where they say nothing, or nothing sensible.

    They are a TIFF file (TIFF 6.0, section 2): byte order, place of the first directory, entries of 12 bytes.
    """
    if not segment.startswith(b"Exif\0\0"):
        return 1
    tiff = segment[6:]
    read = {b"II*\0": _little, b"MM\0*": _big}.get(tiff[:4])
    if read is None:
        return 1
    start = read(tiff[4:8])
    for n in range(read(tiff[start : start + 2])):
        entry = tiff[start + 2 + 12 * n : start + 14 + 12 * n]
        if len(entry) < 12:
            break
        if read(entry[:2]) == _ORIENTATION:
            return read(entry[8:10])
    return 1


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
