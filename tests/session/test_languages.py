"""Languages as one handles them: steps that can be undone, and what is shown meanwhile."""

from __future__ import annotations

import pytest

from journey_editor.edit.translations import Saying
from journey_editor.model.things import things
from journey_editor.model.translatable import texts
from journey_editor.model.translating import Entry, Texts
from journey_editor.session import languages
from journey_editor.session.session import Session
from journey_editor.session.text_places import Places
from journey_editor.storage.codec import Loaded
from tests.builders import everything


@pytest.fixture
def session(qapp: object) -> Session:
    made = Session()
    made.new(Loaded(everything(), {}, ()))
    return made


def test_a_language_that_is_added_is_shown_and_gone_again_after_undo(session: Session) -> None:
    languages.add(session, "fr")
    assert (session.language, session.languages) == ("fr", ("de", "en", "fr"))
    assert session.undo_label == "Added a language: French"
    session.undo()
    assert (session.language, session.languages) == ("de", ("de", "en"))


def test_a_language_that_is_removed_while_it_is_shown_gives_way_to_the_first(session: Session) -> None:
    session.set_language("en")
    heard = []
    session.language_changed.connect(lambda: heard.append(session.language))
    languages.remove(session, "en")
    assert heard == ["de"]
    session.undo()
    assert session.project.translations["en"]["tp-web.title"] == "Web site"


@pytest.mark.parametrize("shown", ["de", "en"])
def test_what_is_shown_stays_in_its_language_when_another_becomes_the_first(session: Session, shown: str) -> None:
    session.set_language(shown)
    languages.make_first(session, "en")
    assert (session.project.language, session.language) == ("en", shown)
    session.undo()
    assert session.project == everything()
    assert session.language == shown


def test_a_language_is_corrected_while_it_is_shown(session: Session) -> None:
    session.set_language("en")
    languages.rename(session, "en", "en-GB")
    assert (session.language, session.languages) == ("en-GB", ("de", "en-GB"))


def test_one_key_goes_round_the_languages_and_says_where_it_is(session: Session) -> None:
    languages.add(session, "fr")
    told: list[str] = []
    session.told.connect(told.append)
    seen = [languages.show_next(session) for _ in range(4)]
    assert seen == ["de", "en", "fr", "de"]
    assert told[1].endswith("English")


def test_many_texts_are_one_step(session: Session) -> None:
    session.select(("tp-web",))
    sayings = [Saying("en", "tp-web", "title", "Site"), Saying("fr", "tp-shop", "title", "Magasin")]
    languages.write(session, sayings)
    assert session.undo_label == "Wrote in 2 languages: 2 texts"
    assert session.selection == ("tp-web",)
    session.undo()
    assert session.project == everything()
    languages.write(session, [])
    assert not session.can_undo


def test_every_text_says_where_it_stands(session: Session) -> None:
    places, project = Places(session), session.project
    for thing in things(project):
        for field, _ in texts(thing.node):
            entry = Entry(thing.id, thing.kind, thing.journey.id if thing.journey else "", field, "x")
            assert places.where(entry), entry


def test_a_card_stands_in_its_map_phase_step_and_lane(session: Session) -> None:
    places = Places(session)
    by_key = {entry.key: entry for entry in Texts().entries(session.project)}
    assert places.where(by_key["tp-web.title"]) == "Kauf › ph-before › Berührungspunkte"
    assert places.where(by_key["tp-web.description"]) == "Kauf › ph-before › Berührungspunkte › Website"
    assert places.where(by_key["pe-eva.goals.0"]) == "Personas › Eva"
    assert places.where(by_key["ch-shop.name"]) == "Channels"
