"""From the bytes of a file to plain dictionaries and lists, stricter than JSON readers are: each key once, real
Unicode, finite numbers, bounded size. Whatever is wrong is said with its line, or with a JSON pointer."""

from __future__ import annotations

import codecs
import json
import math
import re
from collections.abc import Iterator
from typing import Any

from journey_editor.model.problem import Problem
from journey_editor.wording import tr

from .problem import FileProblem, problem, shown

#: What one file may hold. 10,000 cards are 4 MB; the rest is for images.
MOST_BYTES = 64 * 2**20

#: How many values one file may hold, roughly counted. 10,000 cards are 110,000. A wrong value costs 1,000 bytes of
#: memory until it is refused (300 MB for so many), so that without a limit a file of 64 MB could take all there is.
MOST_VALUES = 300_000

_NOT_COUNTED = bytes(set(range(256)) - set(b"{[,"))  # deleting takes half as long as counting each of the three

#: How deeply values may be nested; a project's are 14 deep, and parsers give up at 200 or so.
DEEPEST = 64

_OTHER_UNICODE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def check_size(size: int, file: str) -> None:
    """Raises FileProblem if a file of so many bytes is not read."""
    if size > MOST_BYTES:
        raise problem(
            file,
            tr(
                "The file has {size} MB, more than the {most} MB a project may have. Use smaller images.",
                size=-(-size // 2**20),
                most=MOST_BYTES // 2**20,
            ),
        )


def bare(data: bytes, file: str) -> bytes:
    """The bytes without a byte order mark, if they are worth parsing. Raises FileProblem."""
    check_size(len(data), file)
    # UTF-16 without a mark shows in the zero byte beside the first, ASCII, character.
    if data.startswith(_OTHER_UNICODE) or b"\0" in data[:4]:
        raise problem(file, tr("The file is in UTF-16 or UTF-32. Save it as UTF-8."))
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data[:64].strip() and not data.strip():
        raise problem(file, tr("The file is empty. Use a backup of it, or start a new project."))
    if len(data.translate(None, _NOT_COUNTED)) > MOST_VALUES:
        raise problem(file, tr("The file holds more values than a project may have. Split the project."))
    return data


def parse(data: bytes, file: str) -> Any:
    """What the JSON says. `data` comes from `bare`. Raises FileProblem."""
    text = _decoded(data, file)
    duplicates: list[tuple[dict[str, Any], str]] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) != len(pairs):
            duplicates.append((value, _first_twice(key for key, _ in pairs)))
        return value

    try:
        document = json.loads(text, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        raise _not_json(error, text, file) from None
    except RecursionError:
        raise _too_deep(file) from None
    except ValueError:  # Python refuses whole numbers of more than 4,300 digits
        raise problem(file, tr("The file holds a number with thousands of digits. Put a smaller one there.")) from None
    if duplicates:
        places = {id(value): key for value, key in duplicates}
        raise FileProblem(
            file,
            [
                Problem(
                    f"{pointer}/{escaped(shown(places[id(value)]))}",
                    tr("This key stands here twice. Remove one of both."),
                )
                for pointer, value in walk(document)
                if id(value) in places
            ],
        )
    _refuse_impossible(document, file)
    return document


def _first_twice(keys: Iterator[str]) -> str:
    """The first key that was there before; one is."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            break
        seen.add(key)
    return key


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        place = tr("line {line}", line=data.count(b"\n", 0, error.start) + 1)
        raise problem(file, tr("Here is a byte that is not UTF-8. Save the file as UTF-8."), place=place) from None


def _not_json(error: json.JSONDecodeError, text: str, file: str) -> FileProblem:
    place = tr("line {line}, column {column}", line=error.lineno, column=error.colno)
    if not text.lstrip().startswith(("{", "[")):
        return problem(file, tr("This is not a file of the Journey Editor. Choose a file that ends in .journey."))
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return problem(
            file,
            tr("The file ends too early: it was not written or copied to its end. Use a backup of it."),
            place=place,
        )
    return problem(file, tr("Here the file is not valid JSON. Mend this place, or use a backup of it."), place=place)


def _too_deep(file: str) -> FileProblem:
    return problem(file, tr("The file is nested more deeply than any project. It was not made by this program."))


def _refuse_impossible(document: Any, file: str) -> None:
    """What JSON can write and nothing can hold: halves of characters, and numbers beyond all bounds."""
    faults = []
    for pointer, value in walk(document):
        if pointer.count("/") > DEEPEST:
            raise _too_deep(file)
        if isinstance(value, float) and not math.isfinite(value):  # NaN, Infinity, 1e999
            faults.append(Problem(pointer, tr("This is no number, or too large a one. Put another one there.")))
        elif (isinstance(value, str) and _SURROGATE.search(value)) or (
            isinstance(value, dict) and any(_SURROGATE.search(key) for key in value)
        ):
            faults.append(
                Problem(pointer, tr("The text holds half a character (\\ud800 to \\udfff). Write the text anew."))
            )
    if faults:
        raise FileProblem(file, faults)


def walk(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with its JSON pointer, from the outside in."""
    stack = [(pointer, value)]
    while stack:
        pointer, value = stack.pop()
        yield pointer, value
        if isinstance(value, dict):
            stack += [(f"{pointer}/{escaped(key)}", item) for key, item in reversed(value.items())]
        elif isinstance(value, list):
            stack += [(f"{pointer}/{index}", item) for index, item in reversed(list(enumerate(value)))]


def escaped(key: str) -> str:
    """A key as a part of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")
