"""What is no JSON, or JSON of a kind that nobody writes: marks, numbers, depth, and keys that stand there twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.builders import PIXEL_SHA

from .sound import SOUND, Bad


def not_json() -> Iterator[Bad]:
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


def depth() -> Iterator[Bad]:
    for deep in (65, 199, 201, 500, 1_000, 5_000, 100_000):
        for name, opening, closing in (("lists", "[", "]"), ("entries", '{"a":', "}")):
            inner = opening * deep + "1" + closing * deep
            yield Bad(f"{deep} {name}, one in the other", SOUND.replace(b'"Alles"', inner.encode()), "refused")
    yield Bad("100,000 brackets that are never closed", b"[" * 100_000, "refused")
    yield Bad("100,000 brackets that are never opened", b"]" * 100_000, "refused")


def twice() -> Iterator[Bad]:
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
