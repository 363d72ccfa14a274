"""Images that have more pixels than paper can show, scaled down while they are taken in."""

from __future__ import annotations

import io
import random
from typing import Any

import pytest
from PIL import Image

from journey_editor.session.image_files import take_bytes
from journey_editor.session.shrinking import ENOUGH, Taken, may_be_smaller, smaller

pytestmark = pytest.mark.usefixtures("qapp")


def taken(kind: str, width: int, height: int, mode: str = "RGB", name: str = "bild", **options: Any) -> Taken:
    """Noise, which a JPEG makes much smaller than a PNG does; blown up, so that it is soon made."""
    noise = Image.frombytes("L", (60, 40), random.Random(1).randbytes(2400)).resize((width, height))
    file = io.BytesIO()
    noise.convert(mode).save(file, kind, **options)
    return Taken(*take_bytes(file.getvalue(), f"{name}.{kind.lower()}"))


def opened(image: Taken) -> Image.Image:
    return Image.open(io.BytesIO(image.data))


def test_a_photograph_gets_as_many_pixels_as_are_enough() -> None:
    less = smaller(taken("JPEG", 3000, 2000, quality=95))
    assert less is not None
    assert (less.asset.width, less.asset.height) == (ENOUGH, 1067)
    assert (less.asset.media_type, less.asset.name) == ("image/jpeg", "bild.jpg")
    assert opened(less).size == (ENOUGH, 1067)


def test_what_is_large_enough_as_it_is_stays_so() -> None:
    small = taken("PNG", 1900, 1200)
    assert not may_be_smaller(small)
    assert smaller(small) is None


def test_an_image_that_would_get_no_smaller_stays_as_it_is() -> None:
    plain = io.BytesIO()
    Image.new("1", (2400, 2000)).save(plain, "PNG")  # some hundred bytes
    assert smaller(Taken(*take_bytes(plain.getvalue(), "plain.png"))) is None


def test_a_photograph_held_upright_stays_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = taken("JPEG", 3000, 2000, exif=exif.tobytes(), quality=95)
    assert (photo.asset.width, photo.asset.height) == (2000, 3000)
    less = smaller(photo)
    assert less is not None
    assert (less.asset.width, less.asset.height) == (1067, ENOUGH)
    assert opened(less).getexif().get(0x0112, 1) == 1
    assert opened(less).size == (1067, ENOUGH)


def test_what_is_seen_through_stays_so_and_what_is_not_becomes_a_photograph() -> None:
    glass, opaque = taken("PNG", 2400, 2000, "LA"), taken("PNG", 2400, 2000, "RGBA")
    band = opened(glass).convert("RGBA")
    band.paste((0, 0, 0, 0), (0, 0, 2400, 500))
    file = io.BytesIO()
    band.save(file, "PNG")
    less = smaller(Taken(*take_bytes(file.getvalue(), "glas.png")))
    assert less is not None
    assert less.asset.media_type == "image/png"
    assert opened(less).convert("RGBA").getpixel((10, 10)) == (0, 0, 0, 0)
    without = smaller(opaque)
    assert without is not None
    assert without.asset.media_type == "image/jpeg"


def test_the_same_image_scaled_down_twice_is_the_same() -> None:
    assert smaller(taken("JPEG", 3000, 2000, quality=95)) == smaller(taken("JPEG", 3000, 2000, quality=95))
