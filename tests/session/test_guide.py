"""What answers in the guided start make of the project, and in which language of the map their words are."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.model.guide import Screen
from journey_editor.model.project import Persona, Project
from journey_editor.model.queries import find_card, find_persona, find_phase
from journey_editor.session import counterpart_acts
from journey_editor.session import guide as acts
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.builders import journey, lane, phase, project, tp


def german(*, with_phase: bool = True) -> Project:
    """A German project that is shown in English, too."""
    return project(
        journey(
            [phase("p1")] if with_phase else [],
            [lane("touchpoints", "off", {"p1s": [tp("a", "Messe")]} if with_phase else {}, mode="offline")],
            key="map",
        ),
        language="de",
        personas=(Persona(id="pe", name="Eva"),),
        translations={"en": {"a.title": "Fair"}},
    )


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """Shown in English."""
    made = Session()
    made.new(Loaded(german(), {}, ()))
    made.set_language("en")
    return made


def card(session: Session, key: str) -> Any:
    found = find_card(session.journey, key)
    assert found is not None
    return found


def test_a_phase_is_called_so_in_the_language_that_is_shown(session: Session) -> None:
    key = acts.write_phase(session, "", "Use")
    assert session.project.translations["en"][f"{key}.title"] == "Use"
    assert find_phase(session.journey, key).title == ""
    session.undo()
    assert session.project == german()


def test_the_usual_phases_are_called_so_in_the_language_that_is_shown(session: Session) -> None:
    session.new(Loaded(german(with_phase=False), {}, ()))
    session.set_language("en")
    acts.add_usual_phases(session)
    said = session.project.translations["en"]
    assert tuple(said[f"{phase.id}.title"] for phase in session.journey.phases) == acts.usual_phases(session)
    assert {phase.title for phase in session.journey.phases} == {""}


def test_a_touchpoint_is_called_so_in_the_language_that_is_shown(session: Session) -> None:
    key = acts.write_touchpoint(session, "p1", "", "Talk")
    assert session.project.translations["en"][f"{key}.title"] == "Talk"
    assert card(session, key).title == ""
    assert acts.write_touchpoint(session, "p1", key, "Long talk") == key
    assert session.project.translations["en"][f"{key}.title"] == "Long talk"
    assert acts.write_touchpoint(session, "p1", key, "") == ""
    assert find_card(session.journey, key) is None


def test_a_pain_and_its_new_lane_speak_the_language_that_is_shown(session: Session) -> None:
    key = acts.write_pain(session, "p1", "", "Queues")
    said, notes = session.project.translations["en"], session.journey.lanes[-1]
    assert said[f"{key}.text"] == "Queues"
    assert (said[f"{notes.id}.title"], notes.title) == ("Pain points and ideas", "")
    assert acts.write_pain(session, "p1", key, "Long queues") == key
    assert session.project.translations["en"][f"{key}.text"] == "Long queues"
    assert acts.write_pain(session, "p1", key, "") == ""


def test_words_of_the_own_language_stay_its_own(session: Session) -> None:
    session.set_language("de")
    key = acts.write_pain(session, "p1", "", "Warteschlangen")
    assert card(session, key).text == "Warteschlangen"
    assert session.journey.lanes[-1].title == "Probleme und Ideen"
    assert session.project.translations == german().translations


def test_a_persona_is_called_so_in_both_languages(session: Session) -> None:
    session.new(Loaded(german().evolve(personas=()), {}, ()))
    session.set_language("en")
    step = acts.in_words(session, Screen("customers", "persona"), "Customer", "pe-new")
    assert step is not None
    session.apply(*step)
    assert session.project.translations["en"]["pe-new.name"] == "Customer"
    assert [persona.name for persona in session.project.personas] == ["Customer"]


def test_an_item_of_a_list_has_its_words_in_both_languages(session: Session) -> None:
    assert acts.write_item(session, "goals", "", "Good advice") == "0"
    assert session.project.translations["en"]["pe.goals.0"] == "Good advice"
    persona = find_persona(session.project, "pe")
    assert persona is not None
    assert persona.goals == ("Good advice",)
    session.undo()
    assert session.project == german()


def test_the_lane_that_counterparts_get_is_called_so_in_both_languages(session: Session) -> None:
    (made,) = counterpart_acts.carry_over(session, ("a",), channel="")
    (online,) = [lane for lane in session.journey.lanes if lane.id != "off"]
    said = session.project.translations["en"]
    assert (online.title, said[f"{online.id}.title"]) == ("Online", "Online")
    # What the counterpart took over is in the languages that its source has it in.
    assert (card(session, made).title, said[f"{made}.title"]) == ("Messe", "Fair")
