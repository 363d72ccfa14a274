"""Who holds unsaved work is asked to write it down, and whether all of it was is told."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from journey_editor.session import rescue


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody else, such as a window of another test, is asked."""
    monkeypatch.setattr(rescue, "_writers", [])
    yield
    assert not rescue._writing


def test_all_is_written_only_if_there_was_somebody_and_everybody_could() -> None:
    assert not rescue.write_all()
    asked: list[str] = []
    end = rescue.on_fault(lambda: not asked.append("first"))
    assert rescue.write_all()
    rescue.on_fault(lambda: bool(asked.append("second")))
    assert not rescue.write_all()
    assert asked == ["first", "first", "second"]
    end()
    end()  # once more does nothing
    assert not rescue.write_all()
    assert asked[3:] == ["second"]


def test_one_that_fails_does_not_keep_the_others() -> None:
    asked: list[str] = []

    def fails() -> bool:
        raise OSError("full")

    rescue.on_fault(fails)
    rescue.on_fault(lambda: not asked.append("other"))
    assert not rescue.write_all()
    assert asked == ["other"]


def test_a_method_is_asked_as_long_as_its_object_lives() -> None:
    class Keeper:
        asked = 0

        def keep(self) -> bool:
            Keeper.asked += 1
            return True

    keeper = Keeper()
    end = rescue.on_fault(keeper.keep)
    assert rescue.write_all()
    asked: list[str] = []
    end_of_other = rescue.on_fault(lambda: not asked.append("behind it"))
    del keeper
    gc.collect()
    assert rescue.write_all()
    assert (Keeper.asked, asked) == (1, ["behind it"])
    end_of_other()
    assert rescue._writers == []
    end()


def test_a_writer_that_asks_for_all_to_be_written_does_not_go_round() -> None:
    inner: list[bool] = []
    rescue.on_fault(lambda: inner.append(rescue.write_all()) is None)
    assert rescue.write_all()
    assert inner == [False]
    assert rescue.write_all()
