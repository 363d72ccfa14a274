"""The ladder from old versions to today's."""

from __future__ import annotations

from typing import Any

import pytest

from journey_editor.storage.envelope import VERSION
from journey_editor.storage.migrations import MIGRATIONS, migrate

Document = dict[str, Any]


def rename(old: str, new: str) -> Any:
    return lambda document: {new if key == old else key: value for key, value in document.items()}


LADDER = {1: rename("a", "b"), 2: rename("b", "c")}


def test_there_is_a_rung_for_every_version_before_todays() -> None:
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


def test_a_document_climbs_every_rung_from_its_own_version() -> None:
    assert migrate({"version": 1, "a": 5}, 1, 3, LADDER) == {"version": 3, "c": 5}
    assert migrate({"version": 2, "b": 5}, 2, 3, LADDER) == {"version": 3, "c": 5}


def test_a_document_of_todays_version_stays_as_it_is() -> None:
    document = {"version": 3, "c": 5}
    assert migrate(document, 3, 3, LADDER) is document


def test_a_missing_rung_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        migrate({"version": 1}, 1, 3, {2: LADDER[2]})
