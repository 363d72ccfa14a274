"""Values: frozen, strict, and changed only by evolve()."""

from __future__ import annotations

import copy
import pickle

import pytest
from pydantic import ValidationError

from journey_editor.model.cards import Emotion, Metric, Touchpoint, WebLink
from journey_editor.model.project import Project
from tests.builders import everything, tp


def test_a_value_cannot_be_changed_in_place() -> None:
    card = tp("a")
    with pytest.raises(AttributeError, match="immutable"):
        card.title = "b"
    with pytest.raises(AttributeError, match="immutable"):
        del card.title


def test_evolve_copies_with_the_changes_and_leaves_the_old_value() -> None:
    old = tp("a", emotions=(Emotion(persona="p", value=1.0),))
    new = old.evolve(title="b")
    assert (old.title, new.title) == ("a", "b")
    assert new.emotions is old.emotions


def test_evolve_gives_the_same_object_if_nothing_differs() -> None:
    card = tp("a", tags=("x",))
    assert card.evolve() is card
    assert card.evolve(title="a", tags=("x",)) is card


def test_evolve_takes_a_whole_number_for_its_fraction_and_tells_one_from_true() -> None:
    metric = Metric(value=1.0)
    assert metric.evolve(value=1.0) is metric
    assert metric.evolve(value=1) is metric
    assert type(metric.evolve(value=2).value) is float
    with pytest.raises(ValidationError):
        metric.evolve(value=True)


def test_evolve_checks_what_it_changes() -> None:
    with pytest.raises(ValidationError):
        tp("a").evolve(status="perhaps")
    with pytest.raises(AttributeError, match="nothing"):
        tp("a").evolve(nothing="x")


def test_evolve_does_not_keep_a_mapping_that_can_be_changed_from_outside() -> None:
    words = {"en": {"project.title": "x"}}
    project = Project(id="project").evolve(translations=words)
    words["en"]["project.title"] = "y"
    assert project.translations["en"]["project.title"] == "x"


def test_equal_values_are_equal_whoever_made_them() -> None:
    assert everything() == everything()
    assert tp("a") != tp("b")
    assert tp("a") != "a"


def test_a_field_that_was_evolved_counts_as_set() -> None:
    # Saving leaves out what was never set: see storage.codec.
    assert "description" in tp("a").evolve(description="x").model_fields_set


def test_values_survive_copying_and_pickling() -> None:
    project = everything()
    assert copy.copy(project) == project
    assert copy.deepcopy(project) == project
    assert pickle.loads(pickle.dumps(project)) == project


@pytest.mark.parametrize("text", ["Kund*innen", "a\nb\tc", "“x”", "مرحبا", "👩‍👩‍👧", "\u202bx\u202c", "<b>&amp;"])
def test_any_text_of_any_script_is_kept(text: str) -> None:
    assert tp("a", text).title == text


@pytest.mark.parametrize("text", ["\0", "a\x1b[0m", "\x7f", "a\rb", "\ud800"])
def test_controls_and_half_characters_are_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        Touchpoint(id="a", title=text)


@pytest.mark.parametrize("address", ["https://example.org/a?b#c", "HTTP://x", "mailto:eva@example.org"])
def test_addresses_that_may_be_opened(address: str) -> None:
    assert WebLink(address=address).address == address


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "//host/share", "smb://x", "https://a b", "https://", ""]
)
def test_addresses_that_are_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        WebLink(address=address)


@pytest.mark.parametrize("key", ["", "a b", "a.b", "ä", "x" * 65, "a/b", "a\n"])
def test_an_id_is_short_and_plain(key: str) -> None:
    with pytest.raises(ValidationError):
        Touchpoint(id=key)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2.5, 0.25])
def test_an_emotion_is_a_half_step_between_minus_two_and_two(value: float) -> None:
    with pytest.raises(ValidationError):
        Emotion(persona="p", value=value)
