"""A question as it is put on the wall: its words, what kind of answer it takes, and what was said so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

#: words: a text; choice: one of a few, chosen with a key; rows: a list of short texts; checks: several of many.
AnswerKind = Literal["words", "choice", "rows", "checks"]


class Option(NamedTuple):
    """One of a few answers. `keys` are the letters that choose it, beside its number."""

    value: str
    words: str
    keys: str = ""
    icon: str = ""
    note: str = ""


class Part(NamedTuple):
    """A part of the way, as the strip above the question shows it: a phase, or a step of the guide."""

    key: str
    name: str
    held: int = 0  # how many things it holds
    done: bool = False


class Row(NamedTuple):
    """One line of a list; `key` is "" for one that is not there yet."""

    key: str
    words: str


@dataclass(frozen=True)
class Asked:
    """`facts` are (what, words) pairs of what is known so far; `offers` are texts to take instead of typing."""

    where: str
    question: str
    help: str = ""
    kind: AnswerKind = "words"
    value: str = ""
    example: str = ""
    several_lines: bool = False
    options: tuple[Option, ...] = ()
    upright: bool = True  # options below each other, not side by side
    rows: tuple[Row, ...] = ()
    checked: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
