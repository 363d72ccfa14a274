"""Files that are bad in ways that somebody thought of: each with the reason it is here, and how reading it has to end.

`bad_files()` makes them out of one sound project in which every kind of thing occurs (`tests.builders.everything`).
"""

from __future__ import annotations

import base64
import codecs
import copy
import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from journey_editor.storage.codec import encode
from tests.builders import PIXEL, PIXEL_SHA, everything

from .reading import End

SOUND = encode(everything(), {PIXEL_SHA: PIXEL})
Document = dict[str, Any]


class Bad(NamedTuple):
    """A file and why it is here. `end` is how reading it ends."""

    reason: str
    data: bytes
    end: End


def bad_files() -> Iterator[Bad]:
    """All of them but the heavy ones."""
    for part in (
        _not_json, _other_files, _encodings, _depth, _twice, _versions, _unknown, _missing, _wrong_types, _ids,
        _dangling, _same_id, _rules, _numbers, _choices, _dates, _colours, _addresses, _languages, _texts, _images,
    ):  # fmt: skip
        yield from part()


# Changing the sound file


def changed(change: Callable[[Document], object]) -> bytes:
    document = json.loads(SOUND)
    change(document)
    return json.dumps(document).encode()


def at(document: Document, pointer: str) -> Any:
    """What stands at a pointer into the project."""
    found: Any = document["project"]
    for part in pointer.split("/")[1:]:
        found = found[int(part)] if isinstance(found, list) else found[part]
    return found


def put(pointer: str, value: Any) -> bytes:
    """The sound file with this value at a pointer into the project."""
    way, _, last = pointer.rpartition("/")

    def change(document: Document) -> None:
        held = at(document, way)
        if isinstance(held, list):
            index = int(last)
            held[index : index + 1] = [value]
        else:
            held[last] = value

    return changed(change)


MAP = "/maps/0"
LANES = MAP + "/lanes"
WEB = LANES + "/0/cells/0/cards/0"
#: One of each class, by the words of a person.
PLACES = {
    "the project": "",
    "a persona": "/personas/0",
    "a channel": "/channels/0",
    "a map": MAP,
    "a phase": MAP + "/phases/0",
    "a step": MAP + "/phases/0/steps/0",
    "a lane of touchpoints": LANES + "/0",
    "a lane of notes": LANES + "/2",
    "a lane of texts": LANES + "/3",
    "a lane of figures": LANES + "/4",
    "a lane of images": LANES + "/5",
    "an emotion lane": LANES + "/6",
    "a channel matrix": LANES + "/7",
    "a separator": LANES + "/8",
    "a cell": LANES + "/0/cells/0",
    "a touchpoint": WEB,
    "an emotion": WEB + "/emotions/0",
    "a metric": WEB + "/metrics/0",
    "a link": WEB + "/links/0",
    "an image in a touchpoint": WEB + "/images/0",
    "a note": LANES + "/2/cells/0/cards/0",
    "a measure": LANES + "/4/cells/0/cards/0",
    "a picture": LANES + "/5/cells/0/cards/0",
    "a point of a curve": LANES + "/6/points/0",
    "a mark": LANES + "/7/marks/0",
    "a path": MAP + "/paths/0",
    "a counterpart": MAP + "/counterparts/0",
    "an image of the project": "/images/0",
}


# What is no JSON


def _not_json() -> Iterator[Bad]:
    text = SOUND.decode()
    half = len(text) // 2
    broken = {
        "empty": "",
        "blank": " \r\n\t ",
        "a word": "journey",
        "only an opening bracket": "{",
        "only a text": '"journey-editor"',
        "only a number": "1",
        "only null": "null",
        "a list of one file": f"[{text}]",
        "cut in the middle": text[:half],
        "cut behind the last bracket but one": text.rstrip()[:-1],
        "cut inside a text": text[: text.index("Alles") + 2],
        "cut inside an escape": text[: text.index("Alles")] + "\\u00",
        "cut behind a colon": text[: text.index(": ") + 1],
        "cut behind a comma": text[: text.index(",") + 1],
        "written twice, one behind the other": text + text,
        "a bracket too many": text + "}",
        "words behind the end": text + "the end",
        "a NUL behind the end": text + "\0",
        "a comma behind the last entry": text.replace("\n}", ",\n}"),
        "a comma too many in a list": text.replace('"neu",', '"neu",,'),
        "a colon missing": text.replace('"version":', '"version"'),
        "a comma missing": text.replace('"journey-editor",', '"journey-editor"'),
        "a semicolon for a comma": text.replace('"journey-editor",', '"journey-editor";'),
        "single quotation marks": text.replace('"', "'"),
        "typographic quotation marks": text.replace('"journey-editor"', "“journey-editor”"),
        "keys without quotation marks": text.replace('"version"', "version"),
        "a comment of two slashes": text.replace('"version"', '// of today\n"version"'),
        "a comment of stars": "/* mine */" + text,
        "a comment of a hash": "# mine\n" + text,
        "a line end inside a text": text.replace("Alles", "Al\nles"),
        "a tab inside a text": text.replace("Alles", "Al\tles"),
        "an escape that does not exist": text.replace("Alles", "\\xAl"),
        "an escape of three digits": text.replace("Alles", "\\u123 "),
        "an octal escape": text.replace("Alles", "\\101lles"),
        "NaN": text.replace("1.2,", "NaN,"),
        "-NaN": text.replace("1.2,", "-NaN,"),
        "Infinity": text.replace("1.2,", "Infinity,"),
        "-Infinity": text.replace("1.2,", "-Infinity,"),
        "a number beyond all": text.replace("1.2,", "1e999,"),
        "a hexadecimal number": text.replace("1.2,", "0x12,"),
        "a number with a plus": text.replace("1.2,", "+1.2,"),
        "a number with a leading zero": text.replace("1.2,", "01.2,"),
        "a number without digits behind the point": text.replace("1.2,", "1.,"),
        "a number without digits before the point": text.replace("1.2,", ".2,"),
        "a number with a decimal comma": text.replace("1.2,", "1,2,"),
        "a number with an underscore": text.replace("1.2,", "1_2,"),
        "a number with an exponent and nothing behind": text.replace("1.2,", "1e,"),
        "a number of 5,000 digits": text.replace("1.2,", "1" * 5000 + ","),
        "True as Python writes it": text.replace("true", "True"),
        "None as Python writes it": text.replace("1.2,", "None,"),
        "undefined": text.replace("1.2,", "undefined,"),
        "a key that is a number": text.replace('"version": 1', '1: 1, "version": 1'),
        "a key that is null": text.replace('"version": 1', 'null: 1, "version": 1'),
    }
    for reason, data in broken.items():
        assert data != text, reason
        yield Bad(f"no JSON: {reason}", data.encode(), "refused")
    yield Bad("JSON with a callback around it", b"open(" + SOUND + b")", "refused")
    yield Bad("JSON in one line", json.dumps(json.loads(SOUND)).encode(), "opened")
    yield Bad("JSON with the line ends of Windows", SOUND.replace(b"\n", b"\r\n"), "opened")
    yield Bad("JSON with the line ends of old Macs", SOUND.replace(b"\n", b"\r"), "opened")
    yield Bad("blanks before and behind", b"  \n" + SOUND + b" \t\n\n", "opened")
    yield Bad("a form feed before", b"\f" + SOUND, "refused")
    yield Bad("a no-break space before", "\xa0".encode() + SOUND, "refused")
    yield Bad("keys sorted the other way round", _backwards(), "opened")
    yield Bad("all letters escaped", json.dumps(json.loads(SOUND), ensure_ascii=True).encode(), "opened")
    yield Bad("a slash escaped", SOUND.replace(b"https://", b"https:\\/\\/"), "opened")
    yield Bad("the key of the format escaped", SOUND.replace(b'"format"', b'"\\u0066ormat"'), "opened")


def _backwards() -> bytes:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    return json.dumps(turned(json.loads(SOUND))).encode()


def _other_files() -> Iterator[Bad]:
    others = {
        "a picture": PIXEL,
        "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
        "a ZIP": b"PK\x03\x04" + bytes(60),
        "a project packed with gzip": gzip.compress(SOUND),
        "a project packed with zlib": zlib.compress(SOUND),
        "a database": b"SQLite format 3\0" + bytes(100),
        "a program of Windows": b"MZ" + bytes(100),
        "a program of Linux": b"\x7fELF" + bytes(100),
        "HTML": b"<!doctype html><title>404</title>",
        "XML with an entity that names a file": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        "YAML": b"format: journey-editor\nversion: 1\n",
        "YAML that makes objects": b"!!python/object/apply:os.system ['true']",
        "a pickle": b"\x80\x04cos\nsystem\n.",
        "CSV": b"format,version\njourney-editor,1\n",
        "TOML": b'format = "journey-editor"\n',
        "a shortcut of Windows": b"L\0\0\0\x01\x14\x02\0",
        "a conflict of git": SOUND.replace(b'"version"', b'<<<<<<< HEAD\n"version"'),
        "a conflict inside a project": SOUND.replace(b'  "project"', b'=======\n  "project"', 1),
        "a file of zeros, as a crash leaves it": bytes(4096),
        "a project that ends in zeros, as a crash leaves it": SOUND[:2000] + bytes(4096),
        "a block of zeros inside a project": SOUND[:1000] + bytes(512) + SOUND[1512:],
        "a block of another file inside a project": SOUND[:1000] + PIXEL * 5 + SOUND[1500:],
        "JSON of a drawing program": b'{"type": "excalidraw", "version": 2, "elements": []}',
        "JSON of a map of another kind": b'{"type": "FeatureCollection", "features": []}',
        "JSON with another format": changed(lambda d: d.update(format="journey")),
        "JSON with the format in capitals": changed(lambda d: d.update(format="Journey-Editor")),
        "JSON with a blank behind the format": changed(lambda d: d.update(format="journey-editor ")),
        "JSON with the format in Cyrillic letters": changed(lambda d: d.update(format="j\u043eurney-editor")),
        "JSON with a list as the format": changed(lambda d: d.update(format=["journey-editor"])),
        "what is copied, not saved": changed(lambda d: d.update(format="journey-clipping")),
        "the project without its envelope": json.dumps(json.loads(SOUND)["project"]).encode(),
    }
    for reason, data in others.items():
        yield Bad(f"another file: {reason}", data, "refused")


def _encodings() -> Iterator[Bad]:
    text = SOUND.decode()
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp500"):
        yield Bad(f"written in {name}", text.encode(name), "refused")
    for name in ("latin-1", "cp1252", "mac-roman", "cp437"):
        yield Bad(f"an umlaut written in {name}", SOUND.replace("ö".encode(), "ö".encode(name)), "refused")
    yield Bad("written in utf-7", text.encode("utf-7"), "refused")
    yield Bad("a byte order mark", codecs.BOM_UTF8 + SOUND, "opened")
    yield Bad("two byte order marks", codecs.BOM_UTF8 * 2 + SOUND, "refused")
    yield Bad("a byte order mark of UTF-16 before UTF-8", codecs.BOM_UTF16_LE + SOUND, "refused")
    wrong = {
        "a byte that is never in UTF-8": b"\xff",
        "the first of two bytes alone": b"\xc3",
        "the second of two bytes alone": b"\x80",
        "a slash of two bytes": b"\xc0\xaf",
        "a NUL of two bytes": b"\xc0\x80",
        "half a character, encoded": b"\xed\xa0\x80",
        "two halves of a character, encoded": b"\xed\xa0\xbd\xed\xb8\x80",
        "a character behind the last one": b"\xf4\x90\x80\x80",
        "a character of five bytes": b"\xf8\x88\x80\x80\x80",
        "a NUL that is not escaped": b"\0",
        "an escape character of terminals": b"\x1b[2J",
    }
    for reason, letters in wrong.items():
        yield Bad(f"in a text: {reason}", SOUND.replace(b"Alles", b"Al" + letters), "refused")
        yield Bad(f"in a key: {reason}", SOUND.replace(b'"version"', b'"ver' + letters + b'sion"'), "refused")


def _depth() -> Iterator[Bad]:
    for deep in (65, 199, 201, 500, 1_000, 5_000, 100_000):
        for name, opening, closing in (("lists", "[", "]"), ("entries", '{"a":', "}")):
            inner = opening * deep + "1" + closing * deep
            yield Bad(f"{deep} {name}, one in the other", SOUND.replace(b'"Alles"', inner.encode()), "refused")
    yield Bad("100,000 brackets that are never closed", b"[" * 100_000, "refused")
    yield Bad("100,000 brackets that are never opened", b"]" * 100_000, "refused")


def _twice() -> Iterator[Bad]:
    doubled = {
        "the format": ('"format":', '"format": "other", "format":'),
        "the version": ('"version": 1', '"version": 1, "version": 1'),
        "the version, a newer one first": ('"version": 1', '"version": 2, "version": 1'),
        "the project, an empty one first": ('"project":', '"project": {}, "project":'),
        "the id of a touchpoint": ('"id": "tp-web",', '"id": "tp-web", "id": "tp-other",'),
        "the title of a project": ('"title": "Alles"', '"title": "Alles", "title": "Nichts"'),
        "a key, once with an escape": ('"title": "Alles"', '"title": "Alles", "t\\u0069tle": "Nichts"'),
        "a key with the same value": ('"title": "Alles"', '"title": "Alles", "title": "Alles"'),
        "a translation": ('"mp-one.title":', '"mp-one.title": "x", "mp-one.title":'),
        "a language": ('"en": {', '"en": {}, "en": {'),
        "an image": (f'"{PIXEL_SHA}": "', f'"{PIXEL_SHA}": "AAAA", "{PIXEL_SHA}": "'),
        "the images": ('"images": {', '"images": {}, "images": {'),
    }
    text = SOUND.decode()
    for reason, (old, new) in doubled.items():
        assert old in text, reason
        yield Bad(f"a key twice: {reason}", text.replace(old, new, 1).encode(), "refused")


def _versions() -> Iterator[Bad]:
    for version in (0, -1, 2, 3, 99, 2**31, 2**63, 10**30, 1.0, 1.5, True, False, None, "1", "", "newest", [], [1], {}):
        yield Bad(f"the version is {version!r}", changed(lambda d, v=version: d.update(version=v)), "refused")
    yield Bad("no version", changed(lambda d: d.pop("version")), "refused")
    yield Bad(
        "a newer version with entries that nobody knows",
        changed(lambda d: (d.update(version=2, signature="x"), d["project"].update(boards=[]))),
        "refused",
    )
    yield Bad("the version as 1e0", SOUND.replace(b'"version": 1', b'"version": 1e0'), "refused")


def _unknown() -> Iterator[Bad]:
    for name, place in PLACES.items():
        yield Bad(
            f"an entry that nobody knows in {name}", changed(lambda d, p=place: at(d, p).update(unknown=1)), "refused"
        )
    for key in (
        "",
        "__proto__",
        "__class__",
        "constructor",
        "$ref",
        "$schema",
        "Title",
        "title ",
        "tıtle",
        "\u202eeltit",
    ):
        yield Bad(
            f"the entry {key!a} in a touchpoint", changed(lambda d, k=key: at(d, WEB).update({k: "x"})), "refused"
        )
    yield Bad("an entry beside the project", changed(lambda d: d.update(comment="mine")), "refused")
    yield Bad("a reference of JSON to itself", put("/maps/1", {"$ref": "#/project/maps/1"}), "refused")


def _missing() -> Iterator[Bad]:
    for name, place in PLACES.items():
        for key in (
            "id",
            "kind",
            "steps",
            "step",
            "cards",
            "persona",
            "address",
            "sha256",
            "value",
            "source",
            "target",
        ):
            held = at(json.loads(SOUND), place)
            needed = not (key == "value" and name in ("an emotion", "a metric"))
            if key in held and needed and not (key == "persona" and name in ("a note", "a path")):
                data = changed(lambda d, p=place, k=key: at(d, p).pop(k))
                if (key, name) not in (("source", "a metric"), ("target", "a metric"), ("kind", "a path")):
                    yield Bad(f"{name} without its {key}", data, "refused")
    yield Bad("no project", changed(lambda d: d.pop("project")), "refused")
    yield Bad("no format", changed(lambda d: d.pop("format")), "refused")
    yield Bad(
        "a project with nothing but its id", changed(lambda d: d.update(project={"id": "a"}, images={})), "opened"
    )
    yield Bad("a project without maps", changed(lambda d: d["project"].update(maps=[], translations={})), "opened")


def _wrong_types() -> Iterator[Bad]:
    sound = json.loads(SOUND)
    seen: set[tuple[str, str]] = set()
    for name, place in PLACES.items():
        for key, value in at(sound, place).items():
            if (name, key) in seen:
                continue
            seen.add((name, key))
            wrong: Any = {str: 5, bool: "true", int: "1", float: "1.5", list: {}, dict: []}[type(value)]
            yield Bad(f"{key} of {name} is {wrong!r}", put(f"{place}/{key}", wrong), "refused")
    for name, place in PLACES.items():
        for wrong in (None, "x", []):
            data = put(place, wrong) if place else changed(lambda d, w=wrong: d.update(project=w))
            yield Bad(f"{wrong!r} where {name} should be", data, "refused")


def _ids() -> Iterator[Bad]:
    wrong = {
        "empty": "",
        "blank": " ",
        "with a blank": "tp web",
        "with a blank behind": "tp-web ",
        "with a line end behind": "tp-web\n",
        "with an umlaut": "tp-wüb",
        "with a Cyrillic letter": "tp-w\u0435b",
        "with a point, as in a translation": "tp.web",
        "that leads out of a folder": "../tp",
        "with a slash": "tp/web",
        "with a tilde": "tp~web",
        "of 65 letters": "a" * 65,
        "of 100,000 letters": "a" * 100_000,
        "an emoji": "\U0001f600",
        "invisible": "\u200b",
        "with half a character": "tp\ud800",
        "digits of another script": "\u0661\u0662",
    }
    for reason, key in wrong.items():
        yield Bad(f"an id that is {reason}", put(MAP + "/counterparts/0/id", key), "refused")
    for reason, key in {"of 64 letters": "a" * 64, "one digit": "0", "a minus": "-", "null in letters": "null"}.items():
        yield Bad(f"an id that is {reason}", put(MAP + "/counterparts/0/id", key), "opened")
    yield Bad(
        "an id with a NUL, which would be another one without", put(MAP + "/counterparts/0/id", "cp\0"), "reported"
    )


#: What points at something: where, and at what.
REFERENCES = {
    "the persona of a map": MAP + "/personas/0",
    "the persona of an emotion": WEB + "/emotions/0/persona",
    "the persona of a note": LANES + "/2/cells/0/cards/0/persona",
    "the persona of a curve": LANES + "/6/personas/0",
    "the persona of a point": LANES + "/6/points/0/persona",
    "the persona of a path": MAP + "/paths/0/persona",
    "the channel of a touchpoint": WEB + "/channel",
    "the channel of a matrix": LANES + "/7/channels/0",
    "the channel of a mark": LANES + "/7/marks/0/channel",
    "the step of a mark": LANES + "/7/marks/0/step",
    "the step of a point": LANES + "/6/points/0/step",
    "the step of a cell": LANES + "/0/cells/0/step",
    "the source of a path": MAP + "/paths/0/source",
    "the target of a path": MAP + "/paths/0/target",
    "the source of a counterpart": MAP + "/counterparts/0/source",
    "the target of a counterpart": MAP + "/counterparts/0/target",
    "the lane above the band": MAP + "/band_below",
}
_IMAGES = {
    "the portrait of a persona": "/personas/0/portrait",
    "the logo of a project": "/logo",
    "the image of a touchpoint": WEB + "/images/0/sha256",
    "the image of a picture": LANES + "/5/cells/0/cards/0/image/sha256",
}


def _dangling() -> Iterator[Bad]:
    for name, place in REFERENCES.items():
        yield Bad(f"{name} does not exist", put(place, "gone"), "refused")
        yield Bad(f"{name} is the project", put(place, "pr-all"), "refused")
        yield Bad(f"{name} is written in capitals", put(place, at(json.loads(SOUND), place).upper()), "refused")
    for name, place in REFERENCES.items():
        if "path" in name or "counterpart" in name or "step" in name or "lane" in name:
            other = {"path": "tp-x", "counterpart": "tp-x", "step": "st-x", "lane": "ln-x"}
            key = next(key for kind, key in other.items() if kind in name)
            if "persona" not in name:
                yield Bad(f"{name} is in another map", put(place, key), "refused")
    for name, place in _IMAGES.items():
        yield Bad(f"{name} does not exist", put(place, "0" * 64), "refused")
        yield Bad(f"{name} is written in capitals", put(place, PIXEL_SHA.upper()), "refused")
    yield Bad("the path of a note", put(MAP + "/paths/0/source", "nt-quote"), "refused")
    yield Bad("no personas at all", changed(lambda d: d["project"].pop("personas")), "refused")
    yield Bad("no channels at all", changed(lambda d: d["project"].pop("channels")), "refused")
    yield Bad("no images at all", changed(lambda d: d["project"].pop("images")), "refused")
    yield Bad("no phases at all", changed(lambda d: at(d, MAP).pop("phases")), "refused")
    yield Bad("an origin that is gone, which is no fault", put(MAP + "/origins", {"tp-web": "gone"}), "opened")
    for key in ("gone.title", "tp-web", "tp-web.", "tp-web.nothing", "tp-web.tags.2", "tp-web.tags.-1",
                "tp-web.tags.x", "tp-web.tags.00", "tp-web.id", "tp-web.__class__", ".title", "", "tp-web.metrics.0",
                "tp-web.metrics.0.value", "tp-web.tags.99999999999999999999", "../x.title"):  # fmt: skip
        yield Bad(
            f"a translation of {key!r}",
            changed(lambda d, k=key: d["project"]["translations"]["en"].update({k: "x"})),
            "refused",
        )


def _same_id() -> Iterator[Bad]:
    sound = json.loads(SOUND)
    named = [(name, place) for name, place in PLACES.items() if "id" in at(sound, place)]
    for (name, place), (other, elsewhere) in zip(named, named[1:] + named[:1], strict=True):
        data = put(f"{place}/id", at(sound, elsewhere)["id"])
        yield Bad(f"{name} has the id of {other}", data, "refused")
    yield Bad("a map twice", changed(lambda d: d["project"]["maps"].append(d["project"]["maps"][0])), "refused")
    yield Bad(
        "a card twice in a cell", changed(lambda d: at(d, LANES + "/0/cells/0/cards").append(at(d, WEB))), "refused"
    )


def _rules() -> Iterator[Bad]:
    yield Bad("a path that leads to where it begins", put(MAP + "/paths/0/target", "tp-web"), "refused")
    yield Bad("a counterpart of itself", put(MAP + "/counterparts/0/target", "tp-shop"), "refused")
    circle = [{"id": f"c{n}", "source": a, "target": b} for n, (a, b) in enumerate(_CIRCLE)]
    ways = [{**way, "id": way["id"] if n else "pa-one", "condition": "x"} for n, way in enumerate(circle)]
    yield Bad("paths in a circle, which is no fault", put(MAP + "/paths", ways), "opened")
    yield Bad("counterparts in a circle, which is no fault", put(MAP + "/counterparts", circle), "opened")
    yield Bad(
        "a counterpart twice",
        changed(lambda d: at(d, MAP + "/counterparts").append({**at(d, MAP + "/counterparts/0"), "id": "cp-two"})),
        "refused",
    )
    yield Bad(
        "origins in a circle, which is no fault",
        put(MAP + "/origins", {"tp-web": "tp-shop", "tp-shop": "tp-web"}),
        "opened",
    )
    yield Bad("an origin that is itself", put(MAP + "/origins", {"tp-web": "tp-web"}), "opened")
    yield Bad("a persona twice in a map", put(MAP + "/personas", ["pe-eva", "pe-eva"]), "refused")
    yield Bad("a persona twice in a curve", put(LANES + "/6/personas", ["pe-eva", "pe-eva"]), "refused")
    yield Bad("a channel twice in a matrix", put(LANES + "/7/channels", ["ch-web", "ch-web"]), "refused")
    yield Bad("a persona that feels twice", put(WEB + "/emotions", [{"persona": "pe-eva"}] * 2), "refused")
    mark = {"channel": "ch-web", "step": "st-see"}
    yield Bad("a mark twice", put(LANES + "/7/marks", [mark, mark]), "refused")
    cells = LANES + "/0/cells"
    yield Bad("cells in another order than the steps", changed(lambda d: at(d, cells).reverse()), "refused")
    yield Bad("a cell twice", changed(lambda d: at(d, cells)[1].update(step="st-see")), "refused")
    yield Bad("a cell without cards", put(cells + "/0/cards", []), "refused")
    yield Bad("a phase without steps", put(MAP + "/phases/0/steps", []), "refused")
    yield Bad("notes in a lane of touchpoints", put(LANES + "/0/kind", "notes"), "refused")
    yield Bad("touchpoints in a lane of notes", put(LANES + "/2/kind", "touchpoints"), "refused")
    yield Bad("cards in a separator", put(LANES + "/0/kind", "separator"), "refused")
    yield Bad("notes in a lane of texts, which is no fault", put(LANES + "/2/kind", "text"), "opened")
    yield Bad("a preset without a name", put("/presets", [{"name": ""}]), "refused")
    yield Bad("translations into its own language", put("/translations/de", {}), "refused")
    yield Bad("a language without translations, which is no fault", put("/translations/fr", {}), "opened")


_CIRCLE = (("tp-web", "tp-shop"), ("tp-shop", "tp-mail"), ("tp-mail", "tp-web"))


def _numbers() -> Iterator[Bad]:
    value = WEB + "/emotions/0/value"
    for wrong in (2.5, -2.5, 0.25, 1e308, -1e308, 10**30, True, "1", [], 0.1 + 0.2, 1e-5):
        yield Bad(f"an emotion of {wrong!r}", put(value, wrong), "refused")
    for fine in (2, -2, 0, -0.0, None, 1.5, 5e-324):
        yield Bad(f"an emotion of {fine!r}, which is no fault", put(value, fine), "opened")
    position = LANES + "/6/points/0/position"
    for wrong in (-0.001, 1.001, None, False, 10**20):
        yield Bad(f"a point at {wrong!r}", put(position, wrong), "refused")
    for name, place, numbers in (
        ("a mark's weight", LANES + "/7/marks/0/importance", (0, 4, -1, 1.5, 1e0 + 1e-9, None, True, 2**70)),
        ("a column's width", MAP + "/phases/0/steps/0/width", (-1, 14401, 1e308, None, True, "10")),
        ("a lane's height", LANES + "/0/height", (-0.5, 14400.5, 10**40, False)),
        ("an image's width", "/images/0/width", (0, -1, 1.5, 40_001, 2**64, True, None)),
        ("a paper's width", MAP + "/page", ({"width": 0}, {"width": -1}, {"width": 5081}, {"width": None})),
        ("a page's margin", MAP + "/page", ({"margin": -1}, {"margin": 101}, {"bleed": 21}, {"pages_wide": 0})),
        ("a theme's column", MAP + "/theme", ({"column": -1}, {"head": 20_000}, {"name": "neon"})),
    ):
        for number in numbers:
            yield Bad(f"{name} is {number!r}", put(place, number), "refused")
    figure = WEB + "/metrics/0/value"
    for number in (1e308, -1e308, 5e-324, 10**15, -0.0, 0.1, 123456789.123456789):
        yield Bad(f"a figure of {number!r}, which is no fault", put(figure, number), "opened")
    yield Bad("a figure that no number of the program can hold", put(figure, 10**400), "refused")
    yield Bad("a figure of more digits than a number holds", put(figure, 2**53 + 1), "reported")
    measure = LANES + "/4/cells/0/cards/0/metric/target"
    yield Bad("a measure of more digits than a number holds", put(measure, -(10**25)), "reported")
    yield Bad("a whole figure that a number just holds", put(figure, 2**53), "opened")
    yield Bad("a large whole figure that a number holds", put(figure, 2**60), "opened")


def _choices() -> Iterator[Bad]:
    for name, place in (
        ("the kind of a lane", LANES + "/0/kind"),
        ("the mode of a channel", "/channels/0/mode"),
        ("the tone of a note", LANES + "/2/cells/0/cards/0/tone"),
        ("the status of a touchpoint", WEB + "/status"),
        ("the evidence of a touchpoint", WEB + "/evidence"),
        ("the role of a touchpoint", WEB + "/flow_role"),
        ("the kind of a map", MAP + "/kind"),
        ("the kind of a path", MAP + "/paths/0/kind"),
        ("the line of a separator", LANES + "/8/line"),
        ("where a curve comes from", LANES + "/6/points_from"),
        ("what is better", WEB + "/metrics/0/better"),
    ):
        for value in ("something", "ONLINE", 1, None):
            yield Bad(f"{name} is {value!r}", put(place, value), "refused")


def _dates() -> Iterator[Bad]:
    for day in ("2026-13-01", "2026-00-10", "2026-01-32", "1.3.2026", "2026-3-1", "yesterday", "2026-01-01T00:00:00Z",
                "２０２６-01-01", "-2026-01-01", "2026-01-01\n", 20260101):  # fmt: skip
        yield Bad(f"the day {day!r}", put(WEB + "/metrics/0/date", day), "refused")
    for moment in ("2026-01-01", "2026-01-01T00:00:00", "2026-01-01T00:00:00+01:00", "2026-01-01 00:00:00Z",
                   "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "now",
                   1767225600):  # fmt: skip
        yield Bad(f"the moment {moment!r}", put("/created", moment), "refused")


def _colours() -> Iterator[Bad]:
    for color in ("red", "#f00", "#ff000", "#ff00000", "ff0000", "#gg0000", "#ff0000 ", "rgb(1,2,3)", "#ff0000;x:y",
                  "url(file:///etc/passwd)", "#\uff10\uff100000", 0xFF0000, None):  # fmt: skip
        yield Bad(f"the colour {color!r}", put(WEB + "/color", color), "refused")


def _addresses() -> Iterator[Bad]:
    for address in ("", "example.org", "//example.org", "javascript:alert(1)", "JavaScript:alert(1)",
                    "data:text/html,x", "file:///etc/passwd", "FILE:///c:/x", "smb://host/share", "\\\\host\\share",
                    "ftp://x", "ssh://x",
                    "vbscript:x", "about:blank", "chrome://x", "ms-word:ofe|u|x", "search-ms:x", "tel:1", "blob:x",
                    "view-source:https://x", "jar:https://x", "https:example.org", "https:/example.org", "https//x",
                    " https://example.org", "https://exa mple.org", "https://example.org/\n", "https://", "http://",
                    "mailto:", "java\tscript:x", "https\u200b://x", "ｈttps://x", "https://x\u3000 y"):  # fmt: skip
        yield Bad(f"the address {address!a}", put(WEB + "/links/0/address", address), "refused")
    yield Bad(
        "an address with what moves the cursor, which is taken out",
        put(WEB + "/links/0/address", "https://x/\x1b[2J"),
        "reported",
    )
    yield Bad(
        "an address with a NUL, which is taken out", put(WEB + "/links/0/address", "https://example.org/\0"), "reported"
    )
    for address in ("https://example.org@evil.example", "http://[::1]/", "https://xn--80ak6aa92e.com",
                    "mailto:a@b?body=x", "https://" + "a" * 5000, "HTTPS://EXAMPLE.ORG", "https://\u0430pple.example",
                    "https://x/\u202egpj"):  # fmt: skip
        yield Bad(
            f"the address {address[:60]!a}, which is shown first", put(WEB + "/links/0/address", address), "opened"
        )


def _languages() -> Iterator[Bad]:
    for language in ("", "Deutsch", "d", "DE", "de_DE", "de-", "-de", "de\n", "../de", "x" * 100, 1, None, ["de"]):
        yield Bad(f"the language {language!r}", put("/language", language), "refused")
        if isinstance(language, str):
            data = changed(lambda d, k=language: d["project"]["translations"].update({k: {}}))
            yield Bad(f"translations into {language!r}", data, "refused")
    yield Bad("the language xx-whatever, which nobody speaks", put("/language", "xx-whatever"), "opened")


def _texts() -> Iterator[Bad]:
    for code in (*range(0x09), *range(0x0B, 0x20), 0x7F):
        yield Bad(f"the control character {code:#04x} in a text", put("/title", f"Al{chr(code)}les"), "reported")
    for place in (
        WEB + "/tags/0",
        "/personas/0/goals/0",
        LANES + "/2/cells/0/cards/0/text",
        MAP + "/paths/0/condition",
    ):
        yield Bad(f"a NUL in {place}", put(place, "a\0b"), "reported")
    yield Bad("line ends of Windows in a text", put(WEB + "/description", "a\r\nb"), "reported")
    yield Bad("line ends of old Macs in a text", put(WEB + "/description", "a\rb"), "reported")
    yield Bad("line ends of Windows in a translation", put("/translations/en/tp-web.title", "a\r\nb"), "reported")
    for name, text in (
        ("the first half of a character", "\ud83d"),
        ("the second half of a character", "\ude00"),
        ("halves of a character in the wrong order", "\ude00\ud83d"),
        ("half a character between letters", "a\udfffb"),
    ):
        yield Bad(f"{name} in a text", put("/title", text), "refused")
        yield Bad(f"{name} in a translation", put("/translations/en/tp-web.title", text), "refused")
        yield Bad(f"{name} in a key", changed(lambda d, t=text: at(d, WEB).update({t: 1})), "refused")
    strange = {
        "an override of direction": "\u202egpj.exe",
        "embeddings that are never closed": "\u202a\u202b\u2066\u2067" * 20,
        "marks of direction": "\u200e\u200f\u061c",
        "a byte order mark": "\ufeffAlles",
        "what is no character": "\ufffe\uffff\U0010ffff\ufdd0",
        "private characters": "\ue000\U000f0000",
        "controls of the second row": "\x80\x85\x9b31m",
        "the line and the paragraph separator": "a\u2028b\u2029c",
        "nothing that can be seen": "\u200b\u200c\u200d\u2060\u00ad\u180e",
        "a thousand accents on a letter": "e" + "\u0301" * 1000,
        "a family with all its joiners": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 20,
        "tags of flags": "\U0001f3f4\U000e0067\U000e0062\U000e007f",
        "variation selectors": "\u2764\ufe0f\ufe0e\U000e0100",
        "the ligature of eighteen letters": "\ufdfa" * 50,
        "letters that grow when put in capitals": "ßŉǰΐ" * 50,
        "a Turkish dot": "İıİı",
        "letters of which two are one": "e\u0301 \u00e9",
        "markup with a picture": '<img src="file:///etc/passwd"><b>x</b>',
        "a formula": '=HYPERLINK("http://x","y")',
        "a template": "{title} {0} %s ${x} {{7*7}}",
        "a way out of a folder": "../../../etc/passwd",
        "the end of a script": "</script><script>alert(1)</script>",
        "a query": "'; DROP TABLE maps; --",
        "the name of a device": "CON",
        "a text of 100,000 letters without a blank": "m" * 100_000,
        "a text of 20,000 lines": "\n" * 20_000,
    }
    for reason, text in strange.items():
        yield Bad(f"in a title: {reason}", put(WEB + "/title", text), "opened")


# Images


def _with_image(data: bytes, media_type: str, width: int, height: int) -> bytes:
    """The sound project with this image in place of its own, under its true hash."""
    key = hashlib.sha256(data).hexdigest()
    document = json.loads(SOUND.replace(PIXEL_SHA.encode(), key.encode()))
    document["images"] = {key: base64.b64encode(data).decode()}
    document["project"]["images"][0].update(media_type=media_type, width=width, height=height)
    return json.dumps(document).encode()


def _images() -> Iterator[Bad]:
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
        yield Bad(f"an image: {reason}", _with_image(data, kind, width, height), "refused")
    # Whole by its head: the picture is drawn as damaged then, but the file holds what it says.
    for reason, data, kind in (
        ("a PNG without its data", PIXEL[:33], png),
        ("a PNG with words behind its end", PIXEL + b"<script>alert(1)</script>", png),
        ("a GIF that is a script too", b"GIF89a\1\0\1\0=1;alert(1)", gif),
        ("a JPEG without its data", frame, jpeg),
    ):
        yield Bad(f"an image: {reason}", _with_image(data, kind, 1, 1), "opened")
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


# What is large


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
    yield Bad("an image of 17 MB", _with_image(image, "image/png", 1, 1), "refused")
    longest = copy.deepcopy(json.loads(SOUND))
    at(longest, WEB)["k" * (30 * 2**20)] = 1
    yield Bad("a key of 30 MB", json.dumps(longest).encode(), "refused")


def _keys(many: int) -> dict[str, int]:
    return {f"k{n}": 1 for n in range(many)}


def _names(many: int) -> list[str]:
    return [f"pe-{n}" for n in range(many)]
