"""Identifiers: short random names with a prefix that says of what ("tp-4k7q2m9d"), and a countable source for tests."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from itertools import count

#: Gives a fresh id for a prefix ("tp" -> "tp-4k7q2m9d").
IdSource = Callable[[str], str]

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # without what is easily misread: 0 o 1 i l
_LENGTH = 10  # 31**10: a clash among 10,000 ids of one project has odds of one in sixteen million


def random_id(prefix: str) -> str:
    """A fresh id; the default source."""
    return prefix + "-" + "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def counting_ids(start: int = 1) -> IdSource:
    """A source that counts: "tp-1", "ph-2" ... for tests and generators, which must be deterministic."""
    numbers = count(start)
    return lambda prefix: f"{prefix}-{next(numbers)}"
