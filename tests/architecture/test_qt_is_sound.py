"""The PySide6 that is installed does not steal references (6.12.0 did, and aborted after some thousand calls)."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on, so nothing can be stolen"
)
def test_calls_without_a_result_leave_the_references_to_none_alone() -> None:
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("warm")
    assert sys.getrefcount(None) > before - 100
