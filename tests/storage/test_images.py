"""Images: known by their bytes, checked when they come in and whenever a file is read."""

from __future__ import annotations

import base64
import hashlib
import io
import json
from collections.abc import Callable
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given
from PIL import Image

from journey_editor.model.assets import AssetRef
from journey_editor.storage import assets
from journey_editor.storage.assets import asset_of, without_unused
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.picture_headers import header
from journey_editor.storage.problem import FileProblem
from tests.builders import PIXEL, PIXEL_SHA, everything

SOUND = encode(everything(), {PIXEL_SHA: PIXEL})


def picture(kind: str, width: int = 31, height: int = 17, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#336699").save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (picture("PNG"), "image/png"),
        (picture("GIF"), "image/gif"),
        (picture("JPEG"), "image/jpeg"),
        (picture("JPEG", progressive=True), "image/jpeg"),
        (picture("JPEG", exif=b"Exif\0\0" + bytes(3000)), "image/jpeg"),
        (picture("WEBP"), "image/webp"),
        (picture("WEBP", lossless=True), "image/webp"),
        (picture("WEBP", exif=b"Exif\0\0" + bytes(30)), "image/webp"),
    ],
)
def test_kind_and_size_are_read_from_the_first_bytes(data: bytes, media_type: str) -> None:
    assert header(data) == (media_type, 31, 17)


@pytest.mark.parametrize("order", ["big", "little"])
@pytest.mark.parametrize("held", range(1, 10))
def test_the_size_of_a_photograph_is_that_of_the_upright_one(held: int, order: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif[0x0112] = held
    exif.endian = ">" if order == "big" else "<"
    found = header(picture("JPEG", exif=exif.tobytes()))
    assert found == (("image/jpeg", 17, 31) if held in (5, 6, 7, 8) else ("image/jpeg", 31, 17))


@given(st.binary(max_size=60))
def test_nonsense_in_a_photograph_turns_nothing(nonsense: bytes) -> None:
    for start in (b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"):
        found = header(picture("JPEG", exif=b"Exif\0\0" + start + nonsense))
        assert found is not None
        assert sorted(found[1:]) == [17, 31]


def test_nothing_is_read_from_a_header_that_is_broken_off() -> None:
    for kind in ("PNG", "GIF", "JPEG", "WEBP"):
        whole = picture(kind)
        for length in range(40):
            found = header(whole[:length])
            assert found is None or found[1:] == (31, 17)


def test_an_image_is_known_by_the_hash_of_its_bytes() -> None:
    data = picture("PNG")
    assert asset_of(data, "C:\\Bilder\\Laden.png") == AssetRef(
        sha256=hashlib.sha256(data).hexdigest(), media_type="image/png", width=31, height=17, name="Laden.png"
    )


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"%PDF-1.4", b"II*\0", picture("BMP")])
def test_other_kinds_of_images_are_refused(data: bytes) -> None:
    with pytest.raises(FileProblem, match=r"^a\.bmp: This is not a PNG, JPEG, GIF or WebP image"):
        asset_of(data, "a.bmp")


def test_an_image_that_would_fill_the_memory_is_refused_by_its_header() -> None:
    bomb = picture("PNG")[:16] + (30_000).to_bytes(4, "big") * 2 + picture("PNG")[24:]
    with pytest.raises(FileProblem, match="more than 40 megapixels"):
        asset_of(bomb, "a.png")
    endless = picture("PNG")[:16] + (50_000).to_bytes(4, "big") + (1).to_bytes(4, "big")
    with pytest.raises(FileProblem, match="more than 40000 pixels"):
        asset_of(endless, "a.png")


def test_an_image_of_too_many_bytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "MOST_IMAGE_BYTES", 2**20)
    with pytest.raises(FileProblem, match="more than 1 MB"):
        asset_of(picture("PNG") + bytes(2**20), "a.png")


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    document = json.loads(SOUND)
    change(document)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda d: d.pop("images"),
            (
                "x.journey, at /project/images/0: The file lacks the data of the image “pixel.png”. Remove the image, "
                "or use a backup of the file."
            ),
        ),
        (
            lambda d: d["images"].update({PIXEL_SHA: "?"}),
            f"x.journey, at /images/{PIXEL_SHA}: The image is not in base64. Use a backup of the file.",
        ),
        (
            lambda d: d["images"].update({PIXEL_SHA: "ä"}),
            f"x.journey, at /images/{PIXEL_SHA}: The image is not in base64. Use a backup of the file.",
        ),
        (
            lambda d: d["images"].update({PIXEL_SHA: base64.b64encode(PIXEL + b"!").decode()}),
            (
                f"x.journey, at /images/{PIXEL_SHA}: The image was changed or damaged: its data and its name (sha256) "
                "differ. Use a backup of the file."
            ),
        ),
        (
            lambda d: d["project"]["images"][0].update(width=2),
            (
                f"x.journey, at /images/{PIXEL_SHA}: The image is of another kind or size than the project says. "
                "Insert the image again."
            ),
        ),
        (
            lambda d: d["project"]["images"][0].update(media_type="image/gif"),
            (
                f"x.journey, at /images/{PIXEL_SHA}: The image is of another kind or size than the project says. "
                "Insert the image again."
            ),
        ),
        (
            lambda d: d["project"]["images"][0].update(media_type="image/svg+xml"),
            (
                "x.journey, at /project/images/0/media_type: Here must be one of: “image/png”, “image/jpeg”, "
                "“image/webp”, “image/gif”."
            ),
        ),
    ],
)
def test_a_file_with_a_bad_image_is_refused(change: Callable[[dict[str, Any]], object], sentence: str) -> None:
    with pytest.raises(FileProblem) as caught:
        decode(changed(change), "x.journey")
    assert caught.value.message == sentence


def test_an_image_under_its_own_hash_that_is_none_is_refused() -> None:
    fake = b"<svg/>"
    key = hashlib.sha256(fake).hexdigest()
    data = SOUND.replace(PIXEL_SHA.encode(), key.encode()).replace(base64.b64encode(PIXEL), base64.b64encode(fake))
    with pytest.raises(FileProblem, match=f"^x.journey, at /images/{key}: This is not a PNG"):
        decode(data, "x.journey")


def test_image_data_that_the_project_does_not_list_is_left_out_and_reported() -> None:
    loaded = decode(changed(lambda d: d["images"].update({"0" * 64: "AAAA"})), "x.journey")
    assert loaded.images == {PIXEL_SHA: PIXEL}
    assert [tuple(fault) for fault in loaded.report] == [
        ("/images/" + "0" * 64, "An image that the project does not list was left out.")
    ]


def test_images_that_nothing_shows_are_found() -> None:
    spare = asset_of(picture("GIF"), "spare.gif")
    with_spare = everything().evolve(images=(*everything().images, spare))
    assert without_unused(with_spare) == everything()
    assert without_unused(everything()).images == everything().images


def test_an_image_without_its_bytes_cannot_be_written() -> None:
    with pytest.raises(KeyError):
        encode(everything(), {})


def sized(width: int, height: int) -> bytes:
    return picture("PNG")[:16] + width.to_bytes(4, "big") + height.to_bytes(4, "big")


@pytest.mark.parametrize(("width", "height"), [(1, 1), (40_000, 1), (1, 40_000), (40_000, 1_000), (8_000, 5_000)])
def test_the_largest_images_that_are_taken(width: int, height: int) -> None:
    found = asset_of(sized(width, height), "a.png")
    assert (found.width, found.height) == (width, height)


@pytest.mark.parametrize(
    ("width", "height", "sentence"),
    [
        (0, 5, "The image is empty, or a side of it has more than 40000 pixels. Make it smaller."),
        (5, 0, "The image is empty, or a side of it has more than 40000 pixels. Make it smaller."),
        (40_001, 1, "The image is empty, or a side of it has more than 40000 pixels. Make it smaller."),
        (1, 40_001, "The image is empty, or a side of it has more than 40000 pixels. Make it smaller."),
        (40_000, 1_001, "The image has more than 40 megapixels. Make it smaller."),
    ],
)
def test_images_that_are_a_little_larger_are_not(width: int, height: int, sentence: str) -> None:
    with pytest.raises(FileProblem) as caught:
        asset_of(sized(width, height), "a.png")
    assert caught.value.message == f"a.png: {sentence}"


def test_an_image_may_have_as_many_bytes_as_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    data = picture("PNG")
    monkeypatch.setattr(assets, "MOST_IMAGE_BYTES", len(data))
    assert asset_of(data, "a.png").width == 31
    with pytest.raises(FileProblem, match="MB"):
        asset_of(data + b"x", "a.png")


def test_a_long_name_of_an_image_is_cut() -> None:
    assert asset_of(picture("PNG"), "x" * 200).name == "x" * 200
    assert asset_of(picture("PNG"), "a/" + "x" * 201).name == "x" * 200 + "…"
    assert asset_of(picture("PNG"), "a\\b/c.png").name == "c.png"


def test_an_image_without_data_is_named_as_its_user_knows_it() -> None:
    sentences = []
    for name in ("pixel.png", ""):
        document = json.loads(SOUND)
        document["images"] = {}
        document["project"]["images"][0]["name"] = name
        with pytest.raises(FileProblem) as caught:
            decode(json.dumps(document).encode(), "x.journey")
        sentences += [tuple(fault) for fault in caught.value.faults]
    lacks = "The file lacks the data of the image “{}”. Remove the image, or use a backup of the file."
    assert sentences == [
        ("/project/images/0", lacks.format("pixel.png")),
        ("/project/images/0", lacks.format(PIXEL_SHA[:40] + "…")),
    ]


def test_images_are_written_in_the_order_of_their_hashes() -> None:
    project = everything()
    more = [project.images[0].evolve(sha256=letter * 64) for letter in "f0"]
    images = {PIXEL_SHA: PIXEL, "f" * 64: b"f", "0" * 64: b"0"}
    found = json.loads(encode(project.evolve(images=(*project.images, *more)), images))["images"]
    assert list(found) == ["0" * 64, PIXEL_SHA, "f" * 64]
    assert base64.b64decode(found["0" * 64]) == b"0"
