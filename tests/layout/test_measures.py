"""A measure says in signs and words what its figures mean, in the language of the map."""

from __future__ import annotations

import pytest

from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Path
from journey_editor.layout.icons import icon
from journey_editor.layout.result import Layout
from journey_editor.model.cards import Measure, Metric
from journey_editor.model.figures import Verdict, unsourced, verdict
from journey_editor.model.style import Theme
from tests.builders import journey, lane, phase, project

from .test_compose import flat, words


def shown(metric: Metric, language: str = "de", **theme: bool) -> Layout:
    rows = [lane("metrics", "l", {"ps": [Measure(id="m", metric=metric)]})]
    made = project(journey([phase("p")], rows, theme=Theme(**theme)), language="de")  # type: ignore[arg-type]
    return Layouter().layout(made, "map", language=language)


def signs(layout: Layout) -> set[str]:
    drawn = [item.outline for item, _, _ in flat(layout.root.items) if isinstance(item, Path)]
    names = ("circle-check", "circle-x", "trending-up", "trending-down", "move-horizontal", "triangle-alert")
    return {name for name in names if icon(name) in drawn}


@pytest.mark.parametrize(
    ("value", "target", "better", "expected"),
    [
        (5.0, 4.0, "higher", "met"),
        (4.0, 4.0, "higher", "met"),
        (3.9, 4.0, "higher", "missed"),
        (3.9, 4.0, "lower", "met"),
        (4.1, 4.0, "lower", "missed"),
        (None, 4.0, "lower", ""),
        (4.0, None, "higher", ""),
    ],
)
def test_a_target_is_met_on_the_side_that_is_better(
    value: float | None, target: float | None, better: str, expected: Verdict
) -> None:
    assert verdict(Metric(value=value, target=target, better=better)) == expected  # type: ignore[arg-type]


def test_met_and_missed_are_told_by_sign_and_word() -> None:
    met = shown(Metric(name="NPS", value=42, target=40, source="CRM", trend="rising", date="2026-03-01"))
    assert signs(met) == {"circle-check", "trending-up"}
    assert "NPS" in words(met)
    assert "Ziel erreicht steigend CRM, 1. März 2026" in words(met)
    missed = shown(Metric(name="NPS", value=42, target=50, trend="falling"), "en")
    assert signs(missed) == {"circle-x", "trending-down", "triangle-alert"}
    assert "target missed falling" in words(missed)


def test_a_figure_that_is_not_known_yet_is_a_dash() -> None:
    assert "Termine / 15 –" in words(shown(Metric(name="Termine", target=15)))
    assert not unsourced(Metric(target=15))
    assert signs(shown(Metric(name="Termine", target=15))) == set()


def test_source_and_day_go_with_the_descriptions() -> None:
    metric = Metric(name="NPS", value=42, source="CRM", date="2026-03-01")
    assert "CRM" in words(shown(metric))
    assert "CRM" not in words(shown(metric, descriptions=False))


def test_long_sources_wrap_and_the_row_grows() -> None:
    long = Metric(name="NPS", value=42, target=50, trend="steady", source="Umfrage unter Kund*innen " * 6)
    short = Metric(name="NPS", value=42)
    boxes = [shown(metric).card("m") for metric in (long, short)]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0].h > 3 * boxes[1].h
    said = words(shown(long)).replace("\N{SOFT HYPHEN} ", "")
    assert said.count("Umfrage unter Kund*innen") == 6
