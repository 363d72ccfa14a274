"""The three-way merge, case by case."""

from __future__ import annotations

from journey_editor.edit import cards, phases
from journey_editor.edit.anything import set_any
from journey_editor.edit.languages import add_language, set_language
from journey_editor.edit.merging.conflicts import Key
from journey_editor.edit.merging.merge import merge
from journey_editor.edit.paths import add_path
from journey_editor.edit.remove import delete
from journey_editor.edit.translations import set_text
from journey_editor.model.cards import Emotion
from journey_editor.model.ids import counting_ids
from journey_editor.model.project import Project
from journey_editor.model.things import find_thing, things
from tests.builders import everything, journey, lane, phase, project, tp


def simple() -> Project:
    steps = {"p1s": [tp("a"), tp("b")], "p2s": [tp("c")]}
    return project(journey([phase("p1"), phase("p2")], [lane("touchpoints", "l1", steps), lane("touchpoints", "l2")]))


def stack(found: Project, lane_id: str, step: str) -> list[str]:
    rows = {row.id: row for row in found.maps[0].lanes}
    return [card.id for cell in rows[lane_id].cells if cell.step == step for card in cell.cards]  # type: ignore[union-attr]


def field(found: Project, key: str, name: str) -> object:
    thing = find_thing(found, key)
    assert thing is not None
    return getattr(thing.node, name)


def test_different_fields_of_one_card_join() -> None:
    base = simple()
    ours, theirs = set_any(base, "a", title="Mine"), set_any(base, "a", description="Theirs")
    found = merge(base, ours, theirs)
    assert found.conflicts == ()
    assert (field(found.project, "a", "title"), field(found.project, "a", "description")) == ("Mine", "Theirs")


def test_one_field_in_two_ways_is_asked_about() -> None:
    base = simple()
    ours, theirs = set_any(base, "a", title="Mine"), set_any(base, "a", title="Theirs")
    found = merge(base, ours, theirs)
    assert [(c.key, c.ours, c.theirs, c.taken) for c in found.conflicts] == [
        (Key("field", "a", "title"), "Mine", "Theirs", "ours")
    ]
    assert field(found.project, "a", "title") == "Mine"
    chosen = merge(base, ours, theirs, {found.conflicts[0].key: "theirs"})
    assert field(chosen.project, "a", "title") == "Theirs"
    assert [conflict.taken for conflict in chosen.conflicts] == ["theirs"]


def test_the_same_change_on_both_sides_is_none() -> None:
    base = simple()
    both = set_any(base, "a", title="Same")
    assert merge(base, both, set_any(base, "a", title="Same")).conflicts == ()


def test_cards_added_by_both_are_both_there() -> None:
    base = simple()
    ours, _ = cards.add_card(base, "l1", "p1s", before="b", new=counting_ids(100))
    theirs, _ = cards.add_card(base, "l1", "p1s", new=counting_ids(200))
    assert stack(merge(base, ours, theirs).project, "l1", "p1s") == ["a", "tp-100", "b", "tp-200"]


def test_a_card_moved_by_one_and_changed_by_the_other() -> None:
    base = simple()
    ours = cards.move_cards(base, ["a"], "l2", "p2s", None)
    theirs = set_any(base, "a", title="Theirs")
    found = merge(base, ours[0] if isinstance(ours, tuple) else ours, theirs)
    assert found.conflicts == ()
    assert stack(found.project, "l2", "p2s") == ["a"]
    assert field(found.project, "a", "title") == "Theirs"


def test_a_card_moved_to_two_places_is_asked_about() -> None:
    base = simple()
    ours, theirs = cards.move_cards(base, ["a"], "l2", "p2s", None), cards.move_cards(base, ["a"], "l1", "p2s", None)
    found = merge(base, ours, theirs)
    assert [conflict.key for conflict in found.conflicts] == [Key("place", "a")]
    assert stack(found.project, "l2", "p2s") == ["a"]
    chosen = merge(base, ours, theirs, {Key("place", "a"): "theirs"}).project
    assert "a" in stack(chosen, "l1", "p2s")
    assert stack(chosen, "l2", "p2s") == []


def test_deleted_and_not_touched_goes() -> None:
    base = simple()
    found = merge(base, delete(base, ["a"]), set_any(base, "b", title="Other"))
    assert found.conflicts == ()
    assert stack(found.project, "l1", "p1s") == ["b"]


def test_deleted_by_one_and_changed_by_the_other_stays_until_somebody_decides() -> None:
    base = simple()
    ours, theirs = delete(base, ["a"]), set_any(base, "a", title="Theirs")
    found = merge(base, ours, theirs)
    assert [(conflict.key, conflict.taken) for conflict in found.conflicts] == [(Key("gone", "a"), "theirs")]
    assert field(found.project, "a", "title") == "Theirs"
    assert find_thing(merge(base, ours, theirs, {Key("gone", "a"): "ours"}).project, "a") is None


def test_a_phase_deleted_under_a_card_that_was_changed_comes_back_whole() -> None:
    base = simple()
    ours, theirs = delete(base, ["p1"]), set_any(base, "a", title="Theirs")
    found = merge(base, ours, theirs)
    assert [conflict.key for conflict in found.conflicts] == [Key("gone", "p1")]
    assert stack(found.project, "l1", "p1s") == ["a", "b"]
    gone = merge(base, ours, theirs, {Key("gone", "p1"): "ours"}).project
    assert [one.id for one in gone.maps[0].phases] == ["p2"]
    assert find_thing(gone, "a") is None


def test_phases_are_ordered_as_whoever_moved_them_wants() -> None:
    base = simple()
    ours = phases.move_phase(base, "p2", "p1")
    theirs, made = phases.add_phase(base, "map", title="New", new=counting_ids(500))
    found = merge(base, ours, theirs)
    assert found.conflicts == ()
    assert [one.id for one in found.project.maps[0].phases] == ["p2", made, "p1"]


def test_emotions_of_two_personas_join_and_keep_their_translations() -> None:
    base = everything()
    first, second = (persona.id for persona in base.personas[:2])
    base = set_any(base, "tp-web", emotions=())
    ours = set_any(base, "tp-web", emotions=(Emotion(persona=first, value=1.0, label="froh"),))
    ours = set_text(ours, "en", "tp-web", "emotions.0.label", "glad")
    theirs = set_any(base, "tp-web", emotions=(Emotion(persona=second, value=-1.0, label="müde"),))
    theirs = set_text(theirs, "en", "tp-web", "emotions.0.label", "tired")
    found = merge(base, ours, theirs)
    assert found.conflicts == ()
    words = found.project.translations["en"]
    feelings = field(found.project, "tp-web", "emotions")
    assert isinstance(feelings, tuple)
    assert {emotion.persona: words[f"tp-web.emotions.{n}.label"] for n, emotion in enumerate(feelings)} == {
        first: "glad",
        second: "tired",
    }


def test_a_translation_in_two_ways_is_asked_about() -> None:
    base = everything()
    ours = set_text(base, "en", "tp-web", "title", "Mine")
    theirs = set_text(base, "en", "tp-web", "title", "Theirs")
    found = merge(base, ours, theirs)
    assert [conflict.key for conflict in found.conflicts] == [Key("text", "tp-web", "title", "", "en")]
    assert found.project.translations["en"]["tp-web.title"] == "Mine"


def test_the_date_of_the_last_change_is_no_conflict() -> None:
    base = simple()
    ours = base.evolve(modified="2026-01-01T00:00:00Z", title="Mine")
    theirs = base.evolve(modified="2026-02-01T00:00:00Z", author="Theirs")
    found = merge(base, ours, theirs)
    assert found.conflicts == ()
    assert (found.project.modified, found.project.title, found.project.author) == (
        "2026-02-01T00:00:00Z",
        "Mine",
        "Theirs",
    )


def test_a_language_taken_away_by_one_stays_away() -> None:
    base = everything()
    ours = base.evolve(translations={})
    found = merge(base, ours, set_any(base, "tp-web", description="Theirs"))
    assert found.project.translations == {}


def tagged(**tags: str) -> Project:
    """A touchpoint with tags and their words in English."""
    found = set_any(everything(), "tp-web", tags=tuple(tags))
    for n, word in enumerate(tags.values()):
        found = set_text(found, "en", "tp-web", f"tags.{n}", word)
    return found


def tags_of(found: Project) -> dict[str, str]:
    tags, words = field(found, "tp-web", "tags"), found.translations["en"]
    assert isinstance(tags, tuple)
    return {tag: words.get(f"tp-web.tags.{n}", "") for n, tag in enumerate(tags)}


def test_words_reworded_by_one_keep_the_translation_that_the_other_one_writes() -> None:
    base = tagged(neu="new", schnell="fast")
    ours = set_any(base, "tp-web", tags=("neu", "rasch"))
    theirs = set_text(base, "en", "tp-web", "tags.1", "quick")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert found.conflicts == ()
        assert tags_of(found.project) == {"neu": "new", "rasch": "quick"}


def test_an_item_that_one_takes_away_and_the_other_one_translates_is_asked_about() -> None:
    base = tagged(neu="new", schnell="fast", gut="good")
    ours = set_any(base, "tp-web", tags=("neu", "gut"))
    theirs = set_text(base, "en", "tp-web", "tags.1", "quick")
    found = merge(base, ours, theirs)
    key = Key("field", "tp-web", "tags")
    assert [conflict.key for conflict in found.conflicts] == [key]
    assert tags_of(found.project) == {"neu": "new", "gut": "good"}
    kept = merge(base, ours, theirs, {key: "theirs"})
    assert tags_of(kept.project) == {"neu": "new", "schnell": "quick", "gut": "good"}


def test_what_one_feels_and_the_other_one_translates_is_asked_about_when_it_goes() -> None:
    base = everything()
    first = base.personas[0].id
    base = set_any(base, "tp-web", emotions=(Emotion(persona=first, value=1.0, label="froh"),))
    ours = set_any(base, "tp-web", emotions=())
    theirs = set_text(base, "en", "tp-web", "emotions.0.label", "beaming")
    found = merge(base, ours, theirs)
    key = Key("field", "tp-web", "emotions", first)
    assert [(conflict.key, conflict.ours) for conflict in found.conflicts] == [(key, None)]
    kept = merge(base, ours, theirs, {key: "theirs"}).project
    assert kept.translations["en"]["tp-web.emotions.0.label"] == "beaming"


def test_what_comes_back_comes_back_with_its_translations() -> None:
    base = set_text(everything(), "en", "tp-web", "title", "Site")
    ours, theirs = delete(base, ["tp-web"]), set_any(base, "tp-web", description="Theirs")
    found = merge(base, ours, theirs)
    assert [conflict.key for conflict in found.conflicts] == [Key("gone", "tp-web")]
    assert found.project.translations["en"]["tp-web.title"] == "Site"


def test_words_meet_though_one_has_made_another_language_the_first() -> None:
    base = set_text(everything(), "en", "tp-web", "title", "Site")
    ours = set_language(base, "en")
    theirs = set_text(set_any(base, "tp-web", title="Netz"), "en", "tp-web", "description", "Here")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert found.conflicts == ()
        assert found.project == set_language(theirs, "en")


def test_two_first_languages_are_asked_about() -> None:
    base = add_language(set_text(everything(), "en", "tp-web", "title", "Site"), "fr")
    ours, theirs = set_language(base, "en"), set_language(base, "fr")
    found = merge(base, ours, theirs)
    key = Key("field", base.id, "language")
    assert [conflict.key for conflict in found.conflicts] == [key]
    assert found.project.language == "en"
    chosen = merge(base, ours, theirs, {key: "theirs"}).project
    assert (chosen.language, chosen.translations["en"]["tp-web.title"]) == ("fr", "Site")


def test_what_a_changed_path_joins_is_asked_about_when_it_goes_and_all_of_it_comes_back() -> None:
    base, made = add_path(simple(), "map", "a", "c", new=counting_ids(900))
    ours, theirs = set_any(base, made, condition="If it rains"), delete(base, ["c"])
    found = merge(base, ours, theirs)
    assert [conflict.key for conflict in found.conflicts] == [Key("gone", "c")]
    assert field(found.project, made, "condition") == "If it rains"
    gone = merge(base, ours, theirs, {Key("gone", "c"): "theirs"}).project
    assert (find_thing(gone, made), find_thing(gone, "c")) == (None, None)


def test_who_comes_back_comes_back_with_what_they_felt() -> None:
    base = everything()
    persona = base.personas[0].id
    before = [thing.id for thing in things(base) if persona in feels(thing.node)]
    assert len(before) > 1
    theirs = delete(base, [persona])
    ours = set_any(base, persona, role="Ours")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert [conflict.key for conflict in found.conflicts] == [Key("gone", persona)]
        assert found.project == ours


def feels(node: object) -> list[str]:
    return [emotion.persona for emotion in getattr(node, "emotions", ())]
