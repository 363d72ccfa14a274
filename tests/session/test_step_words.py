"""What the steps of the history are called: concrete, with names and numbers, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from journey_editor import wording
from journey_editor.session import acts, clipboard, path_acts, step_words
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.builders import everything, journey, lane, note, phase, project, tp, two_by_two


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    session = Session()
    session.new(Loaded(two_by_two().evolve(language="en"), {}, ()))
    yield session
    session.deleteLater()


@pytest.fixture
def german() -> Iterator[None]:
    wording.set_language("de")
    yield
    wording.set_language("en")


Act = Callable[[Session], object]

ACTS: list[tuple[Act, str, str]] = [
    (
        lambda s: acts.move(s, ("a1",), "a", "s3", None),
        "Moved touchpoint “a1” to p2",
        "Berührungspunkt „a1“ nach p2 verschoben",
    ),
    (
        lambda s: acts.move(s, ("a1", "a2", "b1"), "a", "s3", None),
        "Moved 3 touchpoints to p2",
        "3 Berührungspunkte nach p2 verschoben",
    ),
    (
        lambda s: acts.move(s, ("a1",), "b", "s1", None),
        "Moved touchpoint “a1” to Touchpoints",
        "Berührungspunkt „a1“ nach Touchpoints verschoben",
    ),
    (
        lambda s: acts.move(s, ("a2",), "a", "s1", "a1"),
        "Moved touchpoint “a2” within step 1 of p1",
        "Berührungspunkt „a2“ innerhalb von Schritt 1 von p1 verschoben",
    ),
    (
        lambda s: acts.copy(s, ("a1", "a2"), "a", "s3", None),
        "Copied 2 touchpoints to p2",
        "2 Berührungspunkte nach p2 kopiert",
    ),
    (lambda s: clipboard.duplicated(s, ("n1",)), "Duplicated note “n1”", "Notiz „n1“ dupliziert"),
    (lambda s: acts.remove(s, ("a1", "n1")), "Deleted 2 cards", "2 Karten gelöscht"),
    (lambda s: acts.remove(s, ("p2",)), "Deleted phase “p2”", "Phase „p2“ gelöscht"),
    (lambda s: acts.remove(s, ("p2", "n1")), "Deleted 2 things", "2 Elemente gelöscht"),
    (
        lambda s: acts.add_card_to(s, "a", "s3", None),
        "Added a touchpoint in p2",
        "Berührungspunkt in p2 hinzugefügt",
    ),
    (
        lambda s: acts.add_card_to(s, "a", "s3", None, title="Shop"),
        "Added “Shop” in p2",
        "„Shop“ in p2 hinzugefügt",
    ),
    (lambda s: acts.add_step_before(s, "p1", None), "Added a step in p1", "Schritt in p1 hinzugefügt"),
    (lambda s: acts.add_lane_before(s, "notes", None), "Added a lane: Notes", "Spur hinzugefügt: Notizen"),
    (
        lambda s: path_acts.connect(s, "a1", "a3"),
        "Drew a path from “a1” to “a3”",
        "Pfad von „a1“ zu „a3“ gezogen",
    ),
    (lambda s: acts.place_phase(s, "p2", "p1"), "Moved phase “p2” before “p1”", "Phase „p2“ vor „p1“ verschoben"),
    (lambda s: acts.place_phase(s, "p1", None), "Moved phase “p1” to the end", "Phase „p1“ ans Ende verschoben"),
    (
        lambda s: acts.place_step(s, "s1", "p2", None),
        "Moved step 1 of p1 to p2",
        "Schritt 1 von p1 nach p2 verschoben",
    ),
    (
        lambda s: acts.write(s, "a1", "title", "Website"),
        "Changed touchpoint “a1” to “Website”",
        "Berührungspunkt „a1“ in „Website“ geändert",
    ),
    (lambda s: acts.write(s, "s1", "title", "Look"), "Wrote “Look”", "„Look“ geschrieben"),
    (lambda s: acts.write(s, "n1", "text", ""), "Emptied note “n1”", "Notiz „n1“ geleert"),
]


@pytest.mark.parametrize(("act", "english", "_german"), ACTS, ids=[english for _, english, _ in ACTS])
def test_a_step_says_what_was_done(session: Session, act: Act, english: str, _german: str) -> None:
    act(session)
    assert session.undo_label == english


@pytest.mark.parametrize(("act", "_english", "words"), ACTS, ids=[words for _, _, words in ACTS])
def test_a_step_says_it_in_german(session: Session, german: None, act: Act, _english: str, words: str) -> None:
    act(session)
    assert session.undo_label == words


def test_long_and_hostile_names_are_shortened_to_one_line(session: Session) -> None:
    title = "<b>Kund*innen</b> 😀 " + "x" * 100_000
    session.new(Loaded(project(journey([phase("p")], [lane("touchpoints", "l", {"ps": [tp("a", title)]})])), {}, ()))
    acts.remove(session, ("a",))
    assert len(session.undo_label) < 60
    assert session.undo_label.startswith("Deleted touchpoint “<b>Kund*innen</b>")
    assert "\n" not in session.undo_label


def test_a_card_without_words_is_called_by_its_kind(session: Session) -> None:
    session.new(Loaded(project(journey([phase("p")], [lane("notes", "l", {"ps": [note("n", " ")]})])), {}, ()))
    acts.remove(session, ("n",))
    assert session.undo_label == "Deleted empty note"


def test_everything_of_a_project_can_be_named(session: Session) -> None:
    from journey_editor.model.things import things

    session.new(Loaded(everything(), {}, ()))
    for thing in things(session.project):
        words = step_words.things(session, (thing.id,))
        assert words
        assert words != thing.id
