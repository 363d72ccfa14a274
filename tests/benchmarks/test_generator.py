"""The generated maps are sound and the same each time, and every figure that was asked for is measured."""

from __future__ import annotations

import pytest

from journey_editor.model.invariants import problems
from journey_editor.model.queries import all_cards
from journey_editor.storage.codec import decode, encode

from .generator import project
from .registry import FIGURES

ASKED_FOR = {
    "start.first_paint": 1.5,
    "start.ready_1k": 3.5,
    "load.10k": 2.0,
    "save.10k": 0.3,
    "edit.10k": 3.0,
    "undo.1000_mb": 15.0,
    "layout.10k": 3.0,
    "pdf.1k": 1.0,
    "preview.first_page_1k": 2.0,
    "pdf.10k_mb": 250.0,
    "pdf.10k_size_mb": 3.0,
    "svg.1k": 5.0,
    **{
        f"frame.{kind}.{size}{suffix}": goal
        for kind in ("pan100", "fit", "zoom", "drag", "type")
        for size in ("1k", "5k", "10k")
        for suffix, goal in (("", 16.0), ("_ratio", 2.0))
    },
    "stall.open_10k_ms": 100.0,
    "memory.10k_ratio": 2.0,
}


@pytest.mark.parametrize("cards", [0, 1, 100, 2_000])
def test_a_generated_project_is_sound_and_has_as_many_cards_as_asked_for(cards: int) -> None:
    made = project(cards)
    assert problems(made) == ()
    assert len(list(all_cards(made.maps[0]))) == cards
    assert len(made.maps[0].lanes) == 20


def test_the_same_size_and_seed_give_the_same_project() -> None:
    assert project(300) == project(300)
    assert project(300) != project(300, seed=2)


def test_a_generated_project_survives_its_file() -> None:
    made = project(500)
    assert decode(encode(made, {}), "map").project == made


def test_all_kinds_of_things_occur() -> None:
    journey = project(1_000).maps[0]
    assert journey.paths
    assert journey.counterparts
    assert {card.__class__.__name__ for _, _, card in all_cards(journey)} == {"Touchpoint", "Note", "Measure"}
    lengths = {len(getattr(card, "description", "")) // 100 for _, _, card in all_cards(journey)}
    assert {0, 1, 2, 3} <= lengths


def test_every_figure_that_was_asked_for_is_measured_against_its_goal() -> None:
    assert {figure.name: figure.goal for figure in FIGURES} == ASKED_FOR
