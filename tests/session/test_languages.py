"""Languages as one handles them: steps that can be undone, and what is shown meanwhile."""

from __future__ import annotations

import pytest

from journey_editor.edit import projects
from journey_editor.edit.pasting import Place
from journey_editor.edit.translations import Saying
from journey_editor.model.invariants import problems
from journey_editor.model.queries import all_cards
from journey_editor.model.things import find_thing, things
from journey_editor.model.translatable import text_at, texts
from journey_editor.model.translating import Entry, Texts
from journey_editor.session import acts, clipboard, languages
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


def test_the_first_language_is_called_otherwise_while_it_is_shown_under_its_old_name(session: Session) -> None:
    session.set_language("en")
    languages.make_first(session, "en")  # it is shown by its name still, not as the first
    session.apply("Language", lambda project: projects.set_project(project, language="fr"))
    assert (session.language, session.languages) == ("fr", ("fr", "de"))
    session.undo()
    assert (session.language, session.languages) == ("en", ("en", "de"))


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


# What is made while another language is shown


def _english(session: Session, key: str, field: str = "title") -> tuple[str, str]:
    """A text's own words, and those in English."""
    thing = find_thing(session.project, key)
    assert thing is not None
    return text_at(thing.node, field) or "", session.project.translations["en"].get(f"{key}.{field}", "")


def test_what_is_made_while_another_language_is_shown_has_its_words_there(session: Session) -> None:
    session.set_language("en")
    phase = acts.add_phase_before(session, None)
    lane = acts.add_lane_before(session, "notes", None)
    persona = acts.add_persona_to_map(session)
    assert _english(session, phase) == ("", "New phase")
    assert _english(session, lane) == ("", "Notes")
    assert _english(session, persona, "name") == ("", "New persona")
    assert problems(session.project) == ()
    for _ in range(3):
        session.undo()
    assert session.project == everything()


def test_what_is_pasted_while_another_language_is_shown_has_its_words_there(session: Session) -> None:
    session.set_language("en")
    clipboard.paste_words(session, ("First", "Second"), Place("mp-one", "ln-notes", "st-use"))
    cards = [card.id for _, step, card in all_cards(session.journey) if step == "st-use" and _own(card) == ""]
    assert [_english(session, card, "text") for card in cards][-2:] == [("", "First"), ("", "Second")]


def _own(card: object) -> str:
    return str(getattr(card, "text", None))


def test_in_the_first_language_words_are_the_things_own(session: Session) -> None:
    phase = acts.add_phase_before(session, None)
    thing = find_thing(session.project, phase)
    assert thing is not None
    assert text_at(thing.node, "title") == "Neue Phase"
    assert f"{phase}.title" not in session.project.translations["en"]
