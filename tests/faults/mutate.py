"""Damages real projects at random and reads them: `python -m tests.faults.mutate [N] [SEED]`, 1,000,000 by default.

Every second one is damaged as bytes, as disks and programs do it; the others as documents, which stay JSON and so come
further: entries left out, doubled, exchanged, put elsewhere, of another type, with ids that are there already.
"""

from __future__ import annotations

import copy
import json
import resource
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, NamedTuple

from journey_editor.storage.codec import encode
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two

from .reading import read

_HERE = Path(__file__).resolve().parents[1]

#: What a value is replaced by: what other programs, other versions and other people would write there.
ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 3, 0.25, 0.5, 1.5, -0.0, 1e300, 10**18, 10**30, -(10**20), float("nan"),
    float("inf"), "", " ", "a", "1", "true", "null", "de", "en", "pt-BR", "x" * 300, "\0", "a\r\nb",
    "\x1b[31m", "\x7f", "\x85",
    "\u2028", "\u202e", "\ufeff", "\ud800", "\U0001f600", "e\u0301", "=1+1", "<b>x</b>", "../../etc/passwd",
    "https://example.org/", "javascript:alert(1)", "#ff0000", "#FF00001", "2026-02-30", "2026-03-22T14:05:00Z",
    "touchpoints", "emotion", "channels", "separator", "online", "as-is", "tp-web", "st-see", "pe-eva", "ch-web",
    "ln-online", "mp-one", "project", PIXEL_SHA, [], [None], [[]], {}, {"id": "x"}, {"": ""}, ["a", "a"],
)  # fmt: skip
_BYTES = (b"", b"\0", b"\xff", b"\xc3", b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"0", b"-", b"e9", b"\\u0000",
          b"\\ud800", b"NaN", b"null", b"\xef\xbb\xbf", b"\r\n", b"\xe2\x80\xae", b"1e999")  # fmt: skip


class Mutant(NamedTuple):
    """A damaged file, and what was done to it."""

    data: bytes
    how: str


class Mutator:
    """Makes damaged files, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._files = _projects()
        self._documents = [json.loads(data) for data in self._files]

    def next(self) -> Mutant:
        while True:
            try:
                return self._as_bytes() if self._chance.random() < 0.5 else self._as_document()
            except RecursionError:  # nested more deeply than Python copies; the corpus has such files
                continue

    def _as_bytes(self) -> Mutant:
        chance = self._chance
        data = chance.choice(self._files)
        done = []
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            at = chance.randrange(len(data) + 1)
            length = chance.choice((0, 1, 1, 2, 8, 64, 500))
            match chance.randrange(6):
                case 0:
                    data = data[:at]
                    done.append("cut off")
                case 1:
                    data = data[:at] + data[at + length :]
                    done.append("taken out")
                case 2:
                    data = data[:at] + data[at : at + length] + data[at:]
                    done.append("doubled")
                case 3:
                    data = (
                        data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :] if data[at:] else b""
                    )
                    done.append("bit flipped")
                case 4:
                    data = data[:at] + chance.choice(_BYTES) + data[at + length :]
                    done.append("overwritten")
                case 5:
                    data = data[:at] + chance.randbytes(length) + data[at + length :]
                    done.append("noise")
        return Mutant(data, ", ".join(done))

    def _as_document(self) -> Mutant:
        chance = self._chance
        document = copy.deepcopy(chance.choice(self._documents))
        done = []
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            where = list(_containers(document))
            change = chance.choice(_CHANGES)
            change(chance, where)
            done.append(change.__name__.strip("_"))
        # as other programs would write it: dense, or with escapes, or neither
        text = json.dumps(document, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 2)))
        return Mutant(text.encode("utf-8", "surrogatepass"), ", ".join(done))


def _projects() -> list[bytes]:
    small = [encode(two_by_two(), {})] * 4 + [encode(everything(), {PIXEL_SHA: PIXEL})] * 20  # most often, to be quick
    real = [_HERE / "data" / "brandt.journey", *sorted((_HERE / "data" / "formats").rglob("*.journey"))]
    real.append(_HERE.parent / "resources" / "templates" / "blank.journey")
    return small + [path.read_bytes() for path in real]


Container = dict[str, Any] | list[Any]


def _containers(document: Any) -> list[Container]:
    found: list[Container] = []
    stack = [document]
    while stack:
        value = stack.pop()
        if isinstance(value, dict | list):
            if value:
                found.append(value)
            stack += value.values() if isinstance(value, dict) else value
    return found


def _key(chance: Random, held: Container) -> Any:
    return chance.choice(list(held)) if isinstance(held, dict) else chance.randrange(len(held))


def _left_out(chance: Random, where: list[Container]) -> None:
    held = chance.choice(where)
    if held:
        del held[_key(chance, held)]


def _replaced(chance: Random, where: list[Container]) -> None:
    held = chance.choice(where)
    if held:
        held[_key(chance, held)] = copy.deepcopy(chance.choice(ODD))


def _exchanged(chance: Random, where: list[Container]) -> None:
    one, other = chance.choice(where), chance.choice(where)
    if one and other:
        a, b = _key(chance, one), _key(chance, other)
        one[a], other[b] = copy.deepcopy(other[b]), copy.deepcopy(one[a])


def _put_elsewhere(chance: Random, where: list[Container]) -> None:
    one, other = chance.choice(where), chance.choice(where)
    if one and other:
        _put(chance, other, copy.deepcopy(one[_key(chance, one)]))


def _doubled(chance: Random, where: list[Container]) -> None:
    held = chance.choice(where)
    if held:
        _put(chance, held, copy.deepcopy(held[_key(chance, held)]))


def _key_changed(chance: Random, where: list[Container]) -> None:
    held = chance.choice(where)
    if held and isinstance(held, dict):
        key = _key(chance, held)
        other = chance.choice((key.upper(), key + " ", key[:-1], "id", "kind", "\u0131d", "__proto__", "$ref", "title"))
        held[other] = held.pop(key)


def _wrapped(chance: Random, where: list[Container]) -> None:
    held = chance.choice(where)
    if held:
        key = _key(chance, held)
        for _ in range(chance.choice((1, 1, 3, 70, 300))):
            held[key] = [held[key]] if chance.random() < 0.5 else {"x": held[key]}


def _many(chance: Random, where: list[Container]) -> None:
    held = chance.choice(where)
    if held and isinstance(held, list):
        held += [copy.deepcopy(held[0]) for _ in range(chance.choice((3, 50)))]


def _reversed(chance: Random, where: list[Container]) -> None:
    held = chance.choice(where)
    if isinstance(held, list):
        held.reverse()


def _id_taken(chance: Random, where: list[Container]) -> None:
    named = [held for held in where if isinstance(held, dict) and isinstance(held.get("id"), str)]
    if named:
        chance.choice(named)["id"] = chance.choice(named)["id"]


def _text_damaged(chance: Random, where: list[Container]) -> None:
    held = chance.choice(where)
    texts = [key for key in (held if isinstance(held, dict) else range(len(held))) if isinstance(held[key], str)]  # type: ignore[index,call-overload]
    if texts:
        key = chance.choice(texts)
        text: str = held[key]
        at = chance.randrange(len(text) + 1)
        held[key] = text[:at] + chance.choice(("\0", "\r", "\x08", "\ud800", "\u202e", "\ufffe", " ", "ä")) + text[at:]


def _put(chance: Random, held: Container, value: Any) -> None:
    if isinstance(held, dict):
        held[_key(chance, held) + "x"] = value
    else:
        held.insert(chance.randrange(len(held) + 1), value)


_CHANGES: tuple[Callable[[Random, list[Container]], None], ...] = (
    _left_out, _replaced, _replaced, _exchanged, _put_elsewhere, _doubled, _key_changed, _wrapped, _many, _reversed,
    _id_taken, _text_damaged, _text_damaged,
)  # fmt: skip


class Figures:
    """What became of the files that were read."""

    def __init__(self) -> None:
        self.ends: Counter[str] = Counter()
        self.slowest = 0.0  # seconds of the processor

    def read(self, mutant: Mutant) -> None:
        begun = process_time()
        try:
            end, _ = read(mutant.data)
        except BaseException:
            kept = Path("mutant.journey")
            kept.write_bytes(mutant.data)
            print(f"{mutant.how}: kept as {kept.absolute()}", file=sys.stderr)
            raise
        self.ends[end] += 1
        self.slowest = max(self.slowest, process_time() - begun)

    def __str__(self) -> str:
        ends = ", ".join(f"{count} {end}" for end, count in sorted(self.ends.items()))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return f"{ends}; slowest {self.slowest * 1000:.0f} ms, at most {memory} MB"


def main(arguments: list[str]) -> int:
    many = int(arguments[0]) if arguments else 1_000_000
    seed = int(arguments[1]) if len(arguments) > 1 else Random().randrange(10**9)
    print(f"seed {seed}, {many} files", flush=True)
    mutator, figures = Mutator(seed), Figures()
    for n in range(1, many + 1):
        try:
            figures.read(mutator.next())
        except Exception:
            traceback.print_exc()
            return 1
        if n % 50_000 == 0:
            print(f"{n}: {figures}", flush=True)
    print(f"{many} files: {figures}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
