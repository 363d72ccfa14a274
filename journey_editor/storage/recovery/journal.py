"""The file of unsaved work: a head, the project as it was saved, and each edit since, every part with its sha256.

    journey-recovery 1
    head LENGTH SHA256     what the work belongs to
    base LENGTH SHA256     the project as it was when last opened or saved, a whole file
    edit LENGTH SHA256     patches to it, images that came along, and what stands in an open field

Each sum covers the one before it, so that no part can be changed, left out or moved unseen. A file that was cut off, as
a power cut may leave it, is good up to its last whole part.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from journey_editor.storage.codec import Loaded, decode
from journey_editor.storage.problem import FileProblem, problem
from journey_editor.storage.system_words import failed_to_read
from journey_editor.wording import tr

from .patches import Patch, apply

_MAGIC = b"journey-recovery 1\n"
_MOST_BYTES = 512 * 2**20
_LONGEST_LINE = 120
_KINDS = (b"head", b"base", b"edit")

#: So many edits are left out at most, from the last one back, until what is there can be read.
_MOST_LEFT_OUT = 20


class Head(NamedTuple):
    """What unsaved work belongs to. `path` is "" for a project that was never saved, `sha256` that of the file when it
    was last read or written. `follows` names the recovery file that this work went on from."""

    path: str = ""
    sha256: str = ""
    title: str = ""
    follows: str = ""


class Recovered(NamedTuple):
    """Unsaved work: the project as it was saved, and as it was at last.

    `whole` is False if a part at the end was damaged, so that the last edits are missing. `typed` is what stood in a
    field that belongs to nothing in the project yet.
    """

    head: Head
    base: Loaded
    now: Loaded
    typed: str
    edits: int
    whole: bool


class Chain:
    """Makes parts, one behind the other."""

    def __init__(self) -> None:
        self._sum = sha256(_MAGIC).digest()
        self._begun = False

    def part(self, kind: str, data: bytes) -> bytes:
        """The bytes of the next part."""
        self._sum = _next_sum(self._sum, kind.encode(), data)
        line = f"{kind} {len(data)} {self._sum.hex()}\n".encode()
        start = b"" if self._begun else _MAGIC
        self._begun = True
        return start + line + data + b"\n"


def head_part(chain: Chain, head: Head) -> bytes:
    return chain.part("head", json.dumps(head._asdict()).encode())


def edit_part(chain: Chain, changes: Iterable[Patch], images: Mapping[str, bytes], typed: str) -> bytes:
    content: dict[str, Any] = {"patches": list(changes)}
    if images:
        content["images"] = {key: base64.b64encode(data).decode() for key, data in images.items()}
    if typed:
        content["typed"] = typed
    # a lone surrogate, as a field may hold for a moment, must not cost the rest
    return chain.part("edit", json.dumps(content, ensure_ascii=False).encode("utf-8", "replace"))


def read(path: Path) -> Recovered:
    """Raises FileProblem if nothing of it can be had."""
    name = str(path)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise problem(name, tr("The file of unsaved work is too large to be read."))
        data = path.read_bytes()
    except OSError as error:
        raise failed_to_read(name, error) from error
    parts, whole = _parts(data)
    kinds = [kind for kind, _ in parts]
    if kinds[:3] != [b"head", b"base", b"edit"] or any(kind != b"edit" for kind in kinds[3:]):
        raise problem(name, tr("The file of unsaved work is damaged. Nothing of it can be restored."))
    head = _head(parts[0][1], name)
    base = decode(parts[1][1], name)
    edits = [part for _, part in parts[2:]]
    for left_out in range(min(_MOST_LEFT_OUT, len(edits))):
        counting = edits[: len(edits) - left_out]
        with contextlib.suppress(FileProblem, KeyError, IndexError, TypeError, ValueError):
            now, typed = _replayed(parts[1][1], counting, name)
            return Recovered(head, base, now, typed, len(counting), whole and not left_out)
    raise problem(name, tr("The file of unsaved work is damaged. Nothing of it can be restored."))


def read_head(path: Path) -> Head | None:
    """What a file belongs to, without reading the rest; None if it cannot be told."""
    with contextlib.suppress(OSError, FileProblem), path.open("rb") as file:
        parts, _ = _parts(file.read(2**16))
        if parts and parts[0][0] == b"head":
            return _head(parts[0][1], str(path))
    return None


def _head(data: bytes, name: str) -> Head:
    try:
        found = json.loads(data)
        return Head(**{key: str(found.get(key, "")) for key in Head._fields})
    except (ValueError, AttributeError):
        raise problem(name, tr("The file of unsaved work is damaged. Nothing of it can be restored.")) from None


def _replayed(base: bytes, edits: Iterable[bytes], name: str) -> tuple[Loaded, str]:
    document = json.loads(base)
    typed = ""
    for edit in edits:
        content = json.loads(edit)
        document.setdefault("images", {}).update(content.get("images", {}))
        apply(document["project"], content["patches"])
        typed = str(content.get("typed", ""))
    return decode(json.dumps(document, ensure_ascii=False).encode(), name), typed


def _parts(data: bytes) -> tuple[list[tuple[bytes, bytes]], bool]:
    """The parts up to the first that is not whole, and whether there is none such."""
    found = list(_whole_parts(data))
    end = found[-1][2] if found else 0
    return [(kind, part) for kind, part, _ in found], end == len(data)


def _whole_parts(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    if not data.startswith(_MAGIC):
        return
    sum_before, at = sha256(_MAGIC).digest(), len(_MAGIC)
    while at < len(data):
        line_end = data.find(b"\n", at, at + _LONGEST_LINE)
        words = data[at:line_end].split(b" ") if line_end >= 0 else []
        if len(words) != 3 or words[0] not in _KINDS or not words[1].isdigit() or len(words[1]) > 12:
            return
        end = line_end + 1 + int(words[1])
        part = data[line_end + 1 : end]
        sum_now = _next_sum(sum_before, words[0], part)
        if data[end : end + 1] != b"\n" or sum_now.hex().encode() != words[2]:
            return
        yield words[0], part, end + 1
        sum_before, at = sum_now, end + 1


def _next_sum(before: bytes, kind: bytes, data: bytes) -> bytes:
    found = sha256(before + kind)
    found.update(data)  # not put together first: a base may have many MB, and other threads go on meanwhile
    return found.digest()


def sync(descriptor: int) -> None:
    """Down to the disk; where a drive cannot do that, as far as it goes."""
    with contextlib.suppress(OSError):
        os.fsync(descriptor)
