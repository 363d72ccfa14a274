"""What answers in a workshop make of the project, each as one step with a name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.model import workshop
from journey_editor.model.cards import Touchpoint
from journey_editor.model.project import Channel, Persona, Project
from journey_editor.model.queries import find_card, place_of
from journey_editor.model.workshop import Position
from journey_editor.session import workshop as acts
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.builders import journey, lane, phase, project, tp

NEW = Position("offline", "name", "p1")


@pytest.fixture
def session(qapp: QApplication) -> Session:
    made = Session()
    made.new(Loaded(_mirror(), {}, ()))
    return made


def _mirror() -> Project:
    return project(
        journey(
            [phase("p1"), phase("p2")],
            [
                lane("touchpoints", "on", {"p1s": [tp("x", "Portal")]}, mode="online"),
                lane(
                    "touchpoints", "off", {"p1s": [tp("a", "Messe", content="Preise", where="Halle 3")]}, mode="offline"
                ),
            ],
            key="map",
        ),
        personas=(Persona(id="pe", name="Eva"),),
        channels=(Channel(id="ch-mail", name="E-Mail", mode="online"), Channel(id="ch-talk", name="Gespräch")),
        translations={"en": {"a.title": "Fair"}},
    )


def card(session: Session, key: str) -> Touchpoint:
    found = find_card(session.journey, key)
    assert isinstance(found, Touchpoint)
    return found


def do(session: Session, answer: acts.Answer | None) -> Position:
    assert answer is not None
    acts.do(session, answer)
    return answer.position


def test_a_name_makes_a_touchpoint_on_the_side_of_the_round_as_one_step(session: Session) -> None:
    at = do(session, acts.in_words(session, NEW, " Beratung ", "tp-new"))
    assert at == NEW._replace(card="tp-new")
    made = card(session, "tp-new")
    assert (made.title, made.mode, made.status) == ("Beratung", "offline", "existing")
    assert session.undo_label == "Added “Beratung” in p1"
    session.undo()
    assert session.project == _mirror()


def test_what_is_on_its_way_changes_nothing(session: Session) -> None:
    answer = acts.in_words(session, NEW, "Beratung", "tp-new")
    assert answer is not None
    assert find_card(answer.edit(session.project).maps[0], "tp-new") is not None
    assert not session.can_undo


def test_no_name_and_the_same_words_are_nothing_to_do(session: Session) -> None:
    assert acts.in_words(session, NEW, "  ", "tp-new") is None
    there = Position("offline", "where", "p1", "a")
    assert acts.in_words(session, there, "Halle 3", "") is None
    assert acts.in_words(session, there._replace(question="name"), "", "") is None


def test_words_go_into_the_language_that_is_shown(session: Session) -> None:
    session.set_language("en")
    do(session, acts.in_words(session, Position("offline", "where", "p1", "a"), "Hall 3", ""))
    assert card(session, "a").where == "Halle 3"
    assert acts.said(session, Position("offline", "where", "p1", "a")) == "Hall 3"


def test_carrying_over_makes_the_counterpart_in_its_step_with_the_trace(session: Session) -> None:
    at = Position("online", "name", "p1", source="a")
    at = do(session, acts.in_words(session, at, "Rundgang", "tp-new"))
    made = card(session, "tp-new")
    assert (made.title, made.status, made.evidence, made.content) == ("Rundgang", "possible", "proposed", "Preise")
    assert made.channel == ""  # the medium that is asked for next brings it
    place = place_of(session.journey, "tp-new")
    assert place is not None
    assert (place.lane, place.step) == ("on", "p1s")
    assert workshop.counterpart_of(session.journey, "a") == "tp-new"
    assert session.undo_label == "Carried “Messe” over to “Rundgang”"
    assert at.card == "tp-new"


def test_what_is_online_already_is_offered_as_the_counterpart(session: Session) -> None:
    at = Position("online", "name", "p1", source="a")
    assert acts.offers(session, at) == (acts.Offer("Portal", touchpoint="x"),)
    assert do(session, acts.link(session, at, "x")).card == "x"
    assert workshop.counterpart_of(session.journey, "a") == "x"
    assert acts.offers(session, at) == ()


def test_a_medium_that_is_called_like_a_channel_gives_the_touchpoint_that_channel(session: Session) -> None:
    at = Position("online", "medium", "p1", "x")
    assert [offer.text for offer in acts.offers(session, at)] == ["E-Mail", "Gespräch"]
    do(session, acts.in_words(session, at, "e-mail", ""))
    assert (card(session, "x").medium, card(session, "x").channel) == ("e-mail", "ch-mail")
    do(session, acts.in_words(session, at, "Gespräch", ""))
    assert card(session, "x").channel == "ch-mail"  # it has one
    do(session, acts.in_words(session, at, "Gespräch", "", acts.Offer("Gespräch", channel="ch-talk")))
    assert card(session, "x").channel == "ch-talk"  # it was chosen


def test_plus_and_minus_set_the_emotion_of_the_persona(session: Session) -> None:
    at = Position("offline", "feeling", "p1", "a", persona="pe")
    do(session, acts.feeling(session, at, -1.0, ""))
    assert [(felt.persona, felt.value) for felt in card(session, "a").emotions] == [("pe", -1.0)]
    do(session, acts.feeling(session, at, None, ""))
    assert card(session, "a").emotions == ()


def test_a_feeling_on_a_map_without_a_persona_brings_one(qapp: QApplication) -> None:
    session = Session()
    session.new(Loaded(_mirror().evolve(personas=()), {}, ()))
    at = do(session, acts.feeling(session, Position("offline", "feeling", "p1", "a"), 1.0, "pe-new"))
    assert at.persona == "pe-new"
    assert card(session, "a").emotions[0].persona == session.project.personas[0].id == "pe-new"


def test_status_and_removing_are_steps_too(session: Session) -> None:
    at = Position("offline", "status", "p1", "a")
    do(session, acts.status(session, at, "possible"))
    assert card(session, "a").status == "possible"
    assert acts.remove(session, at)
    assert find_card(session.journey, "a") is None
    assert not acts.remove(session, NEW)
    session.undo()
    session.undo()
    assert session.project == _mirror()


def test_places_that_were_named_before_are_offered(session: Session) -> None:
    assert acts.offers(session, Position("offline", "where", "p1", "b")) == (acts.Offer("Halle 3"),)
    assert acts.offers(session, Position("offline", "where", "p1", "a")) == ()


def test_one_more_phase_and_a_title_are_answers_as_well(session: Session) -> None:
    at = do(session, acts.in_words(session, Position("frame", "phase"), "Nutzen", "ph-new"))
    assert at.phase == "ph-new"
    assert session.journey.phases[-1].title == "Nutzen"
    do(session, acts.in_words(session, Position("frame", "title"), "Kund*innen & <b>", ""))
    assert session.journey.title == "Kund*innen & <b>"


def test_a_medium_out_of_the_library_brings_its_channel_into_the_project(session: Session) -> None:
    at = Position("offline", "medium", "p1", "a")
    do(session, acts.in_words(session, at, "Musterstück, Plakat", ""))
    made = session.project.channels[-1]
    assert (made.name, made.icon, card(session, "a").channel) == ("Plakat", "signpost", made.id)
    session.undo()
    assert session.project == _mirror()
    do(session, acts.in_words(session, at, "Podcast", ""))  # is online, and this round is not
    assert card(session, "a").channel == ""


def test_a_counterpart_is_offered_the_channels_that_suit_its_source_first(session: Session) -> None:
    do(session, acts.in_words(session, Position("offline", "medium", "p1", "a"), "Plakat", ""))
    at = do(session, acts.in_words(session, Position("online", "name", "p1", source="a"), "Anzeige", "tp-new"))
    offered = acts.offers(session, at._replace(question="medium"))
    assert [offer.text for offer in offered[:2]] == ["Online-Werbung", "Social Media"]
    do(session, acts.in_words(session, at._replace(question="medium"), offered[0].text, "", offered[0]))
    assert [channel.name for channel in session.project.channels if channel.id == card(session, "tp-new").channel] == [
        "Online-Werbung"
    ]
