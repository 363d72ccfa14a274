"""Why a file cannot be read or written: one sentence for a person, and a line for every fault that was found.

Sentences never hold more than a few words of the file itself: it may be huge, secret, or made to confuse.
"""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.model.problem import Problem
from journey_editor.wording import tr, trn

#: The input is at fault.
EXIT_INPUT = 1
#: The system is at fault: disk full, no permission, a device that fails.
EXIT_SYSTEM = 3

#: No more faults than this are listed.
MOST_LISTED = 20


class FileProblem(Exception):
    """`message` is one sentence with the file, the place and the cure; `lines()` lists all that was found."""

    def __init__(
        self, file: str, faults: Sequence[Problem], *, exit_code: int = EXIT_INPUT, more: int = 0, message: str = ""
    ) -> None:
        """`more` is the number of faults that are not listed; `message` overrules the one that is made of them."""
        self.file = file
        self.faults = tuple(Problem(_short_place(place), shown(what, 400)) for place, what in faults[:MOST_LISTED])
        self.more = more + len(faults[MOST_LISTED:])
        self.exit_code = exit_code
        self.message = message or self._message()
        super().__init__(self.message)

    def _message(self) -> str:
        place, what = self.faults[0]
        sentence = (
            tr("{file}, at {place}: {what}", file=self.file, place=place, what=what)
            if place
            else f"{self.file}: {what}"
        )
        others = len(self.faults) - 1 + self.more
        return sentence + " " + trn("({n} more fault.)", "({n} more faults.)", others) if others else sentence

    def lines(self) -> list[str]:
        """`file: where: what`, one line for each fault."""
        listed = [": ".join(part for part in (self.file, *fault) if part) for fault in self.faults]
        if self.more:
            listed.append(self.file + ": " + trn("({n} more fault.)", "({n} more faults.)", self.more))
        return listed


def problem(file: str, what: str, *, place: str = "", exit_code: int = EXIT_INPUT) -> FileProblem:
    """A problem with one fault. `what` is a sentence with its cure; `place` a line and column, or a JSON pointer."""
    return FileProblem(file, [Problem(place, what)], exit_code=exit_code)


def shown(text: str, most: int = 40) -> str:
    """A few words of a file, made harmless for a message: one line, no controls, not long."""
    plain = "".join(
        letter if letter.isprintable() else " " if letter.isspace() else "\N{REPLACEMENT CHARACTER}"
        for letter in text[:most]
    )
    return plain + "…" if len(text) > most else plain


def _short_place(pointer: str) -> str:
    return "/".join(shown(part, 80) for part in pointer.split("/"))
