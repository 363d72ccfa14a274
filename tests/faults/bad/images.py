"""Images that are none, that lie about themselves, or whose data are damaged."""

from __future__ import annotations

import base64
import codecs
import hashlib
import json
from collections.abc import Iterator

from tests.builders import PIXEL, PIXEL_SHA

from .sound import SOUND, Bad, at, changed, put


def with_image(data: bytes, media_type: str, width: int, height: int) -> bytes:
    """The sound project with this image in place of its own, under its true hash."""
    key = hashlib.sha256(data).hexdigest()
    document = json.loads(SOUND.replace(PIXEL_SHA.encode(), key.encode()))
    document["images"] = {key: base64.b64encode(data).decode()}
    document["project"]["images"][0].update(media_type=media_type, width=width, height=height)
    return json.dumps(document).encode()


def images() -> Iterator[Bad]:
    png, jpeg, gif = "image/png", "image/jpeg", "image/gif"
    sized = PIXEL[:16] + b"%b%b" + PIXEL[24:]
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    frame = b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xd9"
    small = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
    webp = b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\xff\xff" + b"\xff\xff\xff"
    for reason, data, kind, width, height in (
        ("SVG", svg, png, 1, 1),
        ("SVG with a mark of UTF-8", codecs.BOM_UTF8 + svg, png, 1, 1),
        ("SVG behind the name of a PNG", PIXEL[:8] + svg, png, 1, 1),
        ("a BMP", b"BM" + bytes(60), png, 1, 1),
        ("a TIFF", b"II*\0" + bytes(60), png, 1, 1),
        ("a PDF", b"%PDF-1.7", png, 1, 1),
        ("an icon", b"\0\0\1\0" + bytes(60), png, 1, 1),
        ("PostScript", b"%!PS\n(/etc/passwd) run", png, 1, 1),
        ("HTML", b"<html><img src=x>", png, 1, 1),
        ("a film", b"\0\0\0\x18ftypmp42" + bytes(60), png, 1, 1),
        ("a project", SOUND, png, 1, 1),
        ("empty", b"", png, 1, 1),
        ("zeros", bytes(100), png, 1, 1),
        ("a PNG that is cut in its head", PIXEL[:20], png, 1, 1),
        ("a PNG whose first piece is another", PIXEL[:12] + b"IDAT" + PIXEL[16:], png, 1, 1),
        ("a PNG with the line ends of Windows changed", PIXEL.replace(b"\r\n", b"\n"), png, 1, 1),
        ("a PNG that says it is a JPEG", PIXEL, jpeg, 1, 1),
        ("a PNG that says it is a GIF", PIXEL, gif, 1, 1),
        ("a PNG that says it is an SVG", PIXEL, "image/svg+xml", 1, 1),
        ("a PNG of no kind", PIXEL, "", 1, 1),
        ("a GIF that says it is a PNG", small, png, 1, 1),
        ("a JPEG that says it is a PNG", frame, png, 1, 1),
        ("a PNG that is smaller than it says", PIXEL, png, 100, 100),
        ("a PNG that is larger than it says", sized % (b"\0\0\0\x64", b"\0\0\0\x64"), png, 1, 1),
        ("a PNG of 30,000 x 30,000", sized % (b"\0\0\x75\x30", b"\0\0\x75\x30"), png, 30_000, 30_000),
        ("a PNG of 50,000 x 1", sized % (b"\0\0\xc3\x50", b"\0\0\0\1"), png, 40_000, 1),
        ("a PNG of 4,000,000,000 x 1", sized % (b"\xff\xff\xff\xff", b"\0\0\0\1"), png, 1, 1),
        ("a PNG without width", sized % (b"\0\0\0\0", b"\0\0\0\1"), png, 1, 1),
        ("a GIF of 65,535 x 65,535", b"GIF89a\xff\xff\xff\xff" + bytes(20), gif, 1, 1),
        ("a GIF without width", b"GIF89a\0\0\1\0" + bytes(20), gif, 1, 1),
        ("a JPEG without a frame", b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9", jpeg, 1, 1),
        ("a JPEG whose piece has the length 0", b"\xff\xd8\xff\xe0\x00\x00" + bytes(100), jpeg, 1, 1),
        ("a JPEG of nothing but filling", b"\xff\xd8" + b"\xff" * 5000, jpeg, 1, 1),
        ("a WebP of 16,777,216 x 16,777,216", webp, "image/webp", 1, 1),
        ("a WebP of an unknown kind", webp.replace(b"VP8X", b"VP9 "), "image/webp", 1, 1),
    ):
        yield Bad(f"an image: {reason}", with_image(data, kind, width, height), "refused")
    # Whole by its head: the picture is drawn as damaged then, but the file holds what it says.
    for reason, data, kind in (
        ("a PNG without its data", PIXEL[:33], png),
        ("a PNG with words behind its end", PIXEL + b"<script>alert(1)</script>", png),
        ("a GIF that is a script too", b"GIF89a\1\0\1\0=1;alert(1)", gif),
        ("a JPEG without its data", frame, jpeg),
    ):
        yield Bad(f"an image: {reason}", with_image(data, kind, 1, 1), "opened")
    text = base64.b64encode(PIXEL).decode()
    for reason, wrong in (
        ("no base64", "?"),
        ("empty", ""),
        ("base64 with a blank", text[:10] + " " + text[10:]),
        ("base64 with a line end", text[:76] + "\n" + text[76:]),
        ("base64 for addresses", base64.urlsafe_b64encode(bytes([251, 255]) * 9).decode()),
        ("base64 without its end", text[:-3]),
        ("base64 with an umlaut", "ä" + text),
        ("base64 of another image", base64.b64encode(PIXEL + b"!").decode()),
        ("an address of data", "data:image/png;base64," + text),
        ("a path", "file:///etc/passwd"),
        ("a number", 5),
        ("null", None),
        ("a list", [text]),
    ):
        yield Bad(
            f"the data of an image are {reason}",
            changed(lambda d, w=wrong: d["images"].update({PIXEL_SHA: w})),
            "refused",
        )
    yield Bad("no data of images", changed(lambda d: d.pop("images")), "refused")
    yield Bad("images in a list", changed(lambda d: d.update(images=[text])), "refused")
    yield Bad("an image under no hash", changed(lambda d: d["images"].update(pixel=text)), "refused")
    yield Bad(
        "an image under a hash in capitals", changed(lambda d: d["images"].update({PIXEL_SHA.upper(): text})), "refused"
    )
    yield Bad("an image that nobody lists", changed(lambda d: d["images"].update({"0" * 64: "AAAA"})), "reported")
    yield Bad("an image listed twice", changed(lambda d: d["project"]["images"].append(at(d, "/images/0"))), "refused")
    yield Bad(
        "an image with a name that leads out of a folder, which is only a name",
        put("/images/0/name", "../../x"),
        "opened",
    )
