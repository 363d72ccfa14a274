"""Files of other programs, and ours in letters that are not UTF-8."""

from __future__ import annotations

import codecs
import gzip
import json
import zlib
from collections.abc import Iterator

from tests.builders import PIXEL

from .sound import SOUND, Bad, changed


def other_files() -> Iterator[Bad]:
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


def encodings() -> Iterator[Bad]:
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
