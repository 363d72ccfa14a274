"""The order of text that mixes directions: the Unicode Bidirectional Algorithm (UAX #9, revision 48) without controls.

The rules P2 and P3, W1 to W7, N0 (bracket pairs), N1, N2, I1, I2 and L2 are here. Explicit embeddings, overrides and
isolates (X1 to X8) are not: storage strips such controls out of user text, and where one gets through it counts as
nothing (BN). L1 is met by wrapping: spaces at the end of a line are not drawn.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate, groupby

import regex

#: Finds whether any of this is needed at all; most texts never are.
_RIGHT_TO_LEFT = regex.compile(
    r"[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PAIRS = "()[]{}\u2045\u2046\u207d\u207e\u208d\u208e〈〉《》「」『』【】〔〕〖〗（）［］｛｝"
_OPENING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING = frozenset(_OPENING.values())
_EXPLICIT = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
#: BD16: more open brackets than this and pairing stops.
_BRACKET_DEPTH = 63


def needs_bidi(text: str) -> bool:
    """Whether anything in the text runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """The direction of a paragraph: that of its first strong character (P2, P3); left to right if it has none."""
    if not needs_bidi(text):
        return False
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return False
        if kind in {"R", "AL"}:
            return True
    return False


def levels(text: str, rtl: bool) -> list[int]:
    """The embedding level of each character of a paragraph whose direction is given: odd means right to left."""
    base = int(rtl)
    kinds = [_kind(character) for character in text]
    # BN stands for nothing at all (X9): it is left out and takes the level of what is before it.
    places = [i for i, kind in enumerate(kinds) if kind != "BN"]
    kept = [kinds[i] for i in places]
    characters = [text[i] for i in places]
    marks = {i for i, kind in enumerate(kept) if kind == "NSM"}
    _resolve_weak(kept, "R" if rtl else "L")
    _resolve_brackets(kept, characters, marks, base)
    _resolve_neutral(kept, base)
    found = [base] * len(text)
    for i, kind in zip(places, kept, strict=True):
        found[i] = _implicit(kind, base)
    for i in range(1, len(text)):
        if kinds[i] == "BN":
            found[i] = found[i - 1]
    return found


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """The indices of the runs of a line from left to right (L2)."""
    order = list(range(len(run_levels)))
    if not order:
        return order
    lowest_odd = min((level for level in run_levels if level % 2), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(run_levels), lowest_odd - 1, -1):
        turned: list[int] = []
        for high, group in groupby(order, key=lambda i: run_levels[i] >= level):
            part = list(group)
            turned += reversed(part) if high else part
        order = turned
    return order


def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character) or "L"
    return "BN" if kind in _EXPLICIT else kind


def _implicit(kind: str, base: int) -> int:
    """I1, I2."""
    if base == 0:
        return {"L": 0, "R": 1}.get(kind, 2)
    return 1 if kind == "R" else 2


def _resolve_weak(kinds: list[str], sor: str) -> None:
    """W1 to W7, in place. The whole paragraph is one level run, since there are no controls."""
    before = sor
    for i, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[i] = before
        before = kinds[i]
    strong = sor
    for i, kind in enumerate(kinds):  # W2, W3
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[i] = "AN"
    for i, kind in enumerate(kinds):
        if kind == "AL":
            kinds[i] = "R"
    for i in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[i - 1 : i + 2]
        if left == right and ((kind in {"ES", "CS"} and left == "EN") or (kind == "CS" and left == "AN")):
            kinds[i] = left
    _resolve_terminators(kinds)
    strong = sor
    for i, kind in enumerate(kinds):  # W7
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _resolve_terminators(kinds: list[str]) -> None:
    """W5: a currency sign or a percent sign beside a number belongs to it; W6: otherwise it is neutral."""
    i = 0
    while i < len(kinds):
        if kinds[i] != "ET":
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        beside_number = (i > 0 and kinds[i - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        kinds[i:end] = ["EN" if beside_number else "ON"] * (end - i)
        i = end
    for i, kind in enumerate(kinds):
        if kind in {"ES", "CS"}:
            kinds[i] = "ON"


def _direction(kind: str) -> str | None:
    """What a kind counts as beside a neutral: numbers count as R."""
    if kind == "L":
        return "L"
    return "R" if kind in {"R", "EN", "AN"} else None


def _bracket_pairs(kinds: list[str], characters: list[str]) -> list[tuple[int, int]]:
    """BD16."""
    pairs: list[tuple[int, int]] = []
    open_ones: list[tuple[str, int]] = []
    for i, character in enumerate(characters):
        if kinds[i] != "ON":
            continue
        if character in _OPENING:
            if len(open_ones) == _BRACKET_DEPTH:
                return []
            open_ones.append((_OPENING[character], i))
        elif character in _CLOSING:
            for depth in range(len(open_ones) - 1, -1, -1):
                if open_ones[depth][0] == character:
                    pairs.append((open_ones[depth][1], i))
                    del open_ones[depth:]
                    break
    return sorted(pairs)


def _resolve_brackets(kinds: list[str], characters: list[str], marks: set[int], base: int) -> None:
    """N0: both brackets of a pair get the direction of what they hold. One sweep, so that long texts stay linear."""
    closing_of = dict(_bracket_pairs(kinds, characters))
    if not closing_of:
        return
    own, other = ("R", "L") if base else ("L", "R")
    directions = [_direction(kind) for kind in kinds]
    # How many of each direction are before a place; brackets that get one never lie inside a pair resolved later.
    own_before = list(accumulate((d == own for d in directions), initial=0))
    other_before = list(accumulate((d == other for d in directions), initial=0))
    before = own
    for start, kind in enumerate(kinds):
        end = closing_of.get(start)
        if end is not None:
            if own_before[end] > own_before[start]:
                _turn(kinds, marks, start, end, own)
            elif other_before[end] > other_before[start]:
                _turn(kinds, marks, start, end, before)
            kind = kinds[start]
        before = _direction(kind) or before


def _turn(kinds: list[str], marks: set[int], start: int, end: int, direction: str) -> None:
    """Gives a pair of brackets a direction, and the marks that stand on them."""
    for bracket in (start, end):
        kinds[bracket] = direction
        i = bracket + 1
        while i in marks:
            kinds[i] = direction
            i += 1


def _resolve_neutral(kinds: list[str], base: int) -> None:
    """N1, N2: neutrals between two like directions take it, others that of the paragraph."""
    own = "R" if base else "L"
    i = 0
    while i < len(kinds):
        if kinds[i] not in _NEUTRAL:
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        left = (_direction(kinds[i - 1]) if i else None) or own
        right = (_direction(kinds[end]) if end < len(kinds) else None) or own
        kinds[i:end] = [left if left == right else own] * (end - i)
        i = end
