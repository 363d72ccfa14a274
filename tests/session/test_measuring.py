"""Reading figures that somebody typed: forgiving, and the same as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.edit.change import EditError
from journey_editor.layout.numbers import quantity
from journey_editor.model.cards import Measure, Metric
from journey_editor.model.queries import find_card
from journey_editor.session.measuring import Said, read_figures, write_figures
from tests.builders import journey, lane, phase, project


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "3,25 s / 2", Said(3.25, "s", 2.0, True)),
        ("de", "12.400 / 10.000", Said(12_400.0, "", 10_000.0, True)),
        ("en", "12,400", Said(12_400.0, "", None, False)),
        ("de", "1.5", Said(1.5, "", None, False)),
        ("en", "1,5", Said(1.5, "", None, False)),
        ("de", "0.500", Said(0.5, "", None, False)),
        ("de", "42%/50 %", Said(42.0, "%", 50.0, True)),
        ("de", "7 l/100 km / 6 l/100 km", Said(7.0, "l/100 km", 6.0, True)),
        ("de", "80 km/h", Said(80.0, "km/h", None, False)),
        ("de", "−3 K", Said(-3.0, "K", None, False)),
        ("de", "– / 15", Said(None, "", 15.0, True)),
        ("de", "4 /", Said(4.0, "", None, True)),
        ("de", "", Said(None, "", None, False)),
    ],
)
def test_figures_are_read_by_the_habits_of_the_language(language: str, text: str, said: Said) -> None:
    assert read_figures(text, language) == said


@pytest.mark.parametrize("text", ["many", "%", "1.2.3", "9" * 400, "<b>", "4 5 6"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(EditError):
        read_figures(text, "de")


@given(
    st.floats(-1e6, 1e6).map(lambda value: round(value, 3)),
    st.sampled_from(("", "%", "s", "€", "km/h", "Kund*innen")),
    st.sampled_from(("de", "en")),
)
def test_what_is_shown_can_be_typed(value: float, unit: str, language: str) -> None:
    said = read_figures(f"{quantity(value, unit, language)} / {quantity(value, '', language)}", language)
    assert said == Said(pytest.approx(value), unit, pytest.approx(value), True)  # type: ignore[arg-type]


def test_only_what_is_said_changes() -> None:
    card = Measure(id="m", metric=Metric(name="NPS", value=1.0, unit="Punkte", target=5.0))
    base = project(journey([phase("p")], [lane("metrics", "l", {"ps": [card]})]), language="de")

    def after(text: str, language: str = "de") -> Metric:
        found = find_card(write_figures(base, language, "m", text).maps[0], "m")
        assert isinstance(found, Measure)
        return found.metric

    assert after("4") == card.metric.evolve(value=4.0)
    assert after("4 %") == card.metric.evolve(value=4.0, unit="%")
    assert after("4 / ") == card.metric.evolve(value=4.0, target=None)
    assert after("") == card.metric.evolve(value=None)


def test_a_unit_that_is_typed_in_another_language_is_a_translation() -> None:
    card = Measure(id="m", metric=Metric(name="Termine", value=1.0, unit="Termine"))
    base = project(journey([phase("p")], [lane("metrics", "l", {"ps": [card]})]), language="de")
    after = write_figures(base, "en", "m", "4 appointments")
    assert after.translations["en"] == {"m.metric.unit": "appointments"}
    found = find_card(after.maps[0], "m")
    assert isinstance(found, Measure)
    assert (found.metric.value, found.metric.unit) == (4.0, "Termine")
