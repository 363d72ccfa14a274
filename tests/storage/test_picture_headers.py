"""Kind and size of images, byte by byte, of headers made by hand."""

from __future__ import annotations

import pytest

from journey_editor.storage.picture_headers import header

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes([7, 1, 2, 3, 8, 4, 5, 6])
GIF = b"GIF89a" + bytes([1, 2, 3, 4])


def webp(kind: bytes, rest: bytes) -> bytes:
    """A WebP file whose first chunk has this content, behind its four bytes of length."""
    return (b"RIFF\0\0\0\0WEBP" + kind + b"\0\0\0\0" + rest).ljust(30, b"\0")


EXTENDED = webp(b"VP8X", b"\0\0\0\0" + bytes([1, 2, 3, 4, 5, 6]))
LOSSLESS = webp(b"VP8L", b"\x2f" + ((0x1234 - 1) | (0x0987 - 1) << 14).to_bytes(4, "little"))
LOSSY = webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + bytes([0x34, 0x52, 0x78, 0x96]))


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (0x07010203, 0x08040506)),
        (GIF, (0x0201, 0x0403)),
        (GIF.replace(b"89a", b"87a"), (0x0201, 0x0403)),
        (EXTENDED, (0x030201 + 1, 0x060504 + 1)),
        (LOSSLESS, (0x1234, 0x0987)),
        (LOSSY, (0x1234, 0x1678)),  # the two upper bits are a scale
    ],
)
def test_a_size_is_read_from_the_shortest_header_that_has_it(data: bytes, size: tuple[int, int]) -> None:
    found = header(data)
    assert found is not None
    assert found[1:] == size
    assert header(data + b"\xff") == found
    assert header(data[:-1]) is None
    for n in range(4):
        assert header(data[:n] + b"?" + data[n + 1 :]) is None


def test_chunks_of_another_kind_are_none() -> None:
    assert header(webp(b"ICCP", b"\x2f" * 20)) is None
    assert header(LOSSLESS.replace(b"\x2f", b"\x2e")) is None
    for wrong in (b"\x9c\x01\x2a", b"\x9d\x02\x2a", b"\x9d\x01\x2b"):
        assert header(LOSSY.replace(b"\x9d\x01\x2a", wrong)) is None
    assert header(PNG.replace(b"IHDR", b"IDAT")) is None
    assert header(LOSSY.replace(b"WEBP", b"WAVE")) is None


# JPEG

START = b"\xff\xd8"


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def frame(marker: int = 0xC0) -> bytes:
    """Height 0x0102, width 0x0304."""
    return segment(marker, bytes([8, 1, 2, 3, 4]))


def exif(*entries: bytes, order: str = "little", at: int = 8, count: int | None = None) -> bytes:
    little = order == "little"
    head = b"II*\0" if little else b"MM\0*"
    number = len(entries) if count is None else count
    return segment(
        0xE1,
        b"Exif\0\0"
        + head
        + at.to_bytes(4, "little" if little else "big")
        + bytes(at - 8)
        + number.to_bytes(2, "little" if little else "big")
        + b"".join(entries),
    )


def entry(tag: int, value: int, order: str = "little") -> bytes:
    end = "little" if order == "little" else "big"
    return tag.to_bytes(2, end) + (3).to_bytes(2, end) + (1).to_bytes(4, end) + value.to_bytes(2, end) + b"\0\0"  # type: ignore[arg-type]


UPRIGHT, TURNED = ("image/jpeg", 0x0304, 0x0102), ("image/jpeg", 0x0102, 0x0304)


@pytest.mark.parametrize("marker", [n for n in range(0xC0, 0xD0) if n not in (0xC4, 0xC8, 0xCC)])
def test_every_frame_of_a_jpeg_tells_its_size(marker: int) -> None:
    assert header(START + frame(marker)) == UPRIGHT
    assert header(START + segment(0xE0, b"JFIF") + frame(marker)) == UPRIGHT


@pytest.mark.parametrize("marker", [0xC4, 0xC8, 0xCC, 0xBF, 0xD0, 0xDB])
def test_what_only_looks_like_a_frame_is_passed_over(marker: int) -> None:
    other = segment(marker, bytes([8, 9, 9, 9, 9]))
    assert header(START + other) is None
    assert header(START + other + frame()) == UPRIGHT


def test_filling_before_a_marker_is_passed_over_and_junk_is_not() -> None:
    assert header(START + b"\xff\xff\xff" + frame()) == UPRIGHT
    assert header(START + segment(0xE0, b"") + b"\xff" + frame()) == UPRIGHT
    assert header(START + segment(0xE0, b"") + b"\0" + frame()) is None
    assert header(START + b"\xff\xe0\0\0" + frame()) is None or header(START) is None
    assert header(START + frame()[:-1]) is None
    assert header(START) is None


@pytest.mark.parametrize("order", ["little", "big"])
def test_a_photograph_is_turned_by_the_entry_that_says_so_wherever_it_stands(order: str) -> None:
    other, turned = entry(0x0100, 6, order), entry(0x0112, 6, order)
    assert header(START + exif(turned, order=order) + frame()) == TURNED
    assert header(START + exif(other, other, turned, order=order) + frame()) == TURNED
    assert header(START + exif(other, turned, order=order, at=20) + frame()) == TURNED
    assert header(START + exif(other, order=order) + frame()) == UPRIGHT
    # entries that are not counted do not count, and those that are missing turn nothing
    assert header(START + exif(other, turned, order=order, count=1) + frame()) == UPRIGHT
    assert header(START + exif(turned[:-1], order=order, count=1) + frame()) == UPRIGHT
    assert header(START + exif(other, order=order, count=40_000) + frame()) == UPRIGHT
    # the first that says something
    assert header(START + exif(entry(0x0112, 1, order), turned, order=order) + frame()) == UPRIGHT


@pytest.mark.parametrize("value", range(12))
def test_four_of_the_values_say_that_the_camera_was_upright(value: int) -> None:
    found = header(START + exif(entry(0x0112, value)) + frame())
    assert found == (TURNED if value in (5, 6, 7, 8) else UPRIGHT)


def test_a_turned_photograph_stays_turned_whatever_segment_follows() -> None:
    turned = exif(entry(0x0112, 8))
    adobe = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>")
    assert header(START + turned + adobe + frame()) == TURNED
    assert header(START + adobe + turned + frame()) == TURNED
    assert header(START + adobe + frame()) == UPRIGHT


def test_other_words_than_those_of_exif_turn_nothing() -> None:
    turned = exif(entry(0x0112, 6))
    for old, new in ((b"Exif", b"exif"), (b"II*\0", b"II+\0"), (b"II*\0", b"IM*\0"), (b"II*\0", b"MM\0*")):
        assert header(START + turned.replace(old, new) + frame()) == UPRIGHT
    moved = segment(0xE1, b"\0" + turned[4:])
    assert header(START + moved + frame()) == UPRIGHT
