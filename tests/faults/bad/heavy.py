"""Files that are large, or large once they are read."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator

from tests.builders import PIXEL

from .images import with_image
from .sound import MAP, SOUND, WEB, Bad, at, changed, put


def heavy_files() -> Iterator[Bad]:
    """Large ones, which are to take no more than 2 s and 500 MB."""
    most = 64 * 2**20
    head = b'{"format": "journey-editor", "version": 1, "project": '
    yield Bad("64 MB of blanks", b" " * most, "refused")
    yield Bad("64 MB of opening brackets", b"[" * most, "refused")
    yield Bad("64 MB of one text", b'"' + b"a" * (most - 2) + b'"', "refused")
    yield Bad("one byte more than a project may have", b" " * (most + 1), "refused")
    yield Bad("300,000 empty entries", head + b"[" + b"{}," * 299_990 + b"1]}", "refused")
    yield Bad("300,000 numbers", head + b"[" + b"0," * 299_990 + b"1]}", "refused")
    yield Bad("299,000 wrong values", put(WEB + "/tags", [1] * 299_000), "refused")
    yield Bad("299,000 entries that nobody knows", changed(lambda d: at(d, WEB).update(_keys(299_000))), "refused")
    yield Bad("299,000 keys that stand there twice", head + b"{" + b'"a": 1,' * 299_000 + b'"a": 1}}', "refused")
    yield Bad("60 MB in one title", put("/title", "a" * (60 * 2**20)), "opened")
    yield Bad("20 MB of control characters", put("/title", "\x01" * (20 * 2**20 // 6)), "reported")
    yield Bad("100,000 tags with control characters", put(WEB + "/tags", ["a\x01"] * 100_000), "reported")
    yield Bad("100,000 halves of characters", put(WEB + "/tags", ["\ud800"] * 100_000), "refused")
    yield Bad("100,000 numbers beyond all", head + b"[" + b"1e999," * 100_000 + b"1]}", "refused")
    personas = [{"id": "pe-eva"} for _ in range(100_000)]
    yield Bad("100,000 personas of one id", put("/personas", personas), "refused")
    yield Bad("100,000 personas that do not exist", put(MAP + "/personas", _names(100_000)), "refused")
    paths = [{"id": f"q{n}", "source": "tp-web", "target": "tp-web"} for n in range(100_000)]
    yield Bad("100,000 paths to where they begin", put(MAP + "/paths", paths), "refused")
    gone = {f"tp-web.tags.{n}": "x" for n in range(100_000)}
    yield Bad("100,000 translations of nothing", put("/translations/en", gone), "refused")
    strange = dict.fromkeys((f"{n:064x}" for n in range(100_000)), "AAAA")
    yield Bad("100,000 images that nobody lists", changed(lambda d: d["images"].update(strange)), "reported")
    steps = [{"id": f"s{n}"} for n in range(100_000)]
    yield Bad("a phase of 100,000 steps", put("/maps/1/phases/0/steps", [{"id": "st-x"}, *steps]), "opened")
    image = PIXEL + bytes(17 * 2**20)
    yield Bad("an image of 17 MB", with_image(image, "image/png", 1, 1), "refused")
    longest = copy.deepcopy(json.loads(SOUND))
    at(longest, WEB)["k" * (30 * 2**20)] = 1
    yield Bad("a key of 30 MB", json.dumps(longest).encode(), "refused")


def _keys(many: int) -> dict[str, int]:
    return {f"k{n}": 1 for n in range(many)}


def _names(many: int) -> list[str]:
    return [f"pe-{n}" for n in range(many)]
