"""The way through a workshop: which question is next, from the map and where one stands alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journey_editor.model import workshop
from journey_editor.model.cards import Emotion, Touchpoint
from journey_editor.model.paths import Counterpart
from journey_editor.model.project import JourneyMap, Persona, Project
from journey_editor.model.workshop import Position
from tests.builders import journey, lane, phase, project, tp


def mirror(
    offline: dict[str, list[Touchpoint]] | None = None,
    online: dict[str, list[Touchpoint]] | None = None,
    traces: tuple[tuple[str, str], ...] = (),
    personas: int = 1,
) -> tuple[Project, JourneyMap]:
    """Phases p1 and p2 (steps p1s, p2s), a lane on each side; cards by step."""
    made = journey(
        [phase("p1"), phase("p2")],
        [
            lane("touchpoints", "on", online, mode="online"),
            lane("touchpoints", "off", offline, mode="offline"),
        ],
        counterparts=tuple(Counterpart(id=f"cp{n}", source=a, target=b) for n, (a, b) in enumerate(traces)),
    )
    return project(made, personas=tuple(Persona(id=f"pe{n}", name=f"P{n}") for n in range(personas))), made


def walk(whole: Project, at: Position | None) -> list[Position]:
    """All questions from a position on."""
    found = []
    while at is not None:
        found.append(at)
        at = workshop.forward(whole, whole.maps[0], at)
        assert len(found) < 200
    return found


def test_an_empty_phase_asks_for_a_name_and_then_the_next_phase_follows() -> None:
    whole, made = mirror()
    first = workshop.begin(whole, made, "offline")
    assert first == Position("offline", "name", "p1")
    assert walk(whole, first) == [first, Position("offline", "name", "p2")]


def test_of_a_touchpoint_where_media_content_status_and_feeling_are_asked_then_comes_one_more() -> None:
    whole, _ = mirror({"p1s": [tp("a")]})
    asked = walk(whole, Position("offline", "name", "p1", "a"))
    assert [at.question for at in asked] == ["name", "where", "medium", "content", "status", "feeling", "name", "name"]
    assert asked[5].persona == "pe0"
    assert asked[6:] == [Position("offline", "name", "p1"), Position("offline", "name", "p2")]


def test_each_persona_is_asked_how_it_feels_and_without_one_the_question_stays() -> None:
    for count, people in ((0, [""]), (2, ["pe0", "pe1"])):
        whole, _ = mirror({"p1s": [tp("a")]}, personas=count)
        asked = walk(whole, Position("offline", "status", "p1", "a"))
        assert [at.persona for at in asked if at.question == "feeling"] == people


def test_the_lane_is_asked_for_only_where_a_side_has_several() -> None:
    whole, made = mirror({"p1s": [tp("a")]})
    more = made.evolve(lanes=(*made.lanes, lane("touchpoints", "off2", mode="offline")))
    stop = Position("offline", "name", "p1", "a")
    assert "lane" not in [at.question for at in workshop.questions(whole, made, stop)]
    assert "lane" in [at.question for at in workshop.questions(whole.evolve(maps=(more,)), more, stop)]


def test_online_begins_with_the_counterparts_of_what_is_offline_and_ends_with_one_more() -> None:
    whole, made = mirror({"p1s": [tp("a"), tp("b")]}, {"p1s": [tp("x"), tp("y")]}, (("a", "x"),))
    found = [(at.source, at.card) for at in workshop.stops(whole, made, "online") if at.phase == "p1"]
    assert found == [("a", "x"), ("b", ""), ("", "y"), ("", "")]


def test_going_on_online_skips_what_was_carried_over_already_but_back_leads_to_it() -> None:
    whole, made = mirror({"p1s": [tp("a")], "p2s": [tp("b")]}, {"p1s": [tp("x")]}, (("a", "x"),))
    first = workshop.begin(whole, made, "online")
    assert first == Position("online", "name", "p2", source="b")
    before = workshop.back(whole, made, first)
    assert before == Position("online", "name", "p1")
    again = workshop.back(whole, made, before)
    assert again is not None
    assert (again.card, again.question) == ("x", "feeling")


def test_a_touchpoint_without_a_word_of_its_own_is_on_the_side_of_its_lane() -> None:
    whole, made = mirror({"p1s": [tp("a"), tp("b", mode="online")]})
    assert [card.id for card in workshop.captured(whole, made, "p1", "offline")] == ["a"]
    assert [card.id for card in workshop.captured(whole, made, "p1", "online")] == ["b"]


def test_a_workshop_that_was_left_goes_on_where_the_map_tells() -> None:
    bare = project(journey())
    assert workshop.resume(bare, bare.maps[0]) == Position("frame", "title")
    whole, made = mirror()
    assert workshop.resume(whole, made) == Position("offline", "name", "p1")
    whole, made = mirror({"p1s": [tp("a", where="here", medium="this", content="that", emotions=_felt())]})
    assert workshop.resume(whole, made) == Position("offline", "name", "p1")
    whole, made = mirror({"p1s": [tp("a", where="here")]})
    assert workshop.resume(whole, made) == Position("offline", "medium", "p1", "a")
    whole, made = mirror({"p1s": [tp("a"), tp("b")]}, {"p1s": [tp("x")]}, (("a", "x"),))
    assert workshop.resume(whole, made) == Position("online", "name", "p1", source="b")
    whole, made = mirror({"p1s": [tp("a")]}, {"p1s": [tp("x")]}, (("a", "x"),))
    assert workshop.resume(whole, made) is None


def _felt() -> tuple[Emotion, ...]:
    return (Emotion(persona="pe0", value=1.0),)


def test_a_position_whose_touchpoint_is_gone_becomes_the_place_of_a_new_one() -> None:
    whole, made = mirror()
    gone = Position("offline", "medium", "p1", "a")
    assert workshop.settled(whole, made, gone) == Position("offline", "name", "p1")
    lost_phase = Position("offline", "name", "p9")
    assert workshop.settled(whole, made, lost_phase) == Position("offline", "name", "p1")
    lost_source = Position("online", "name", "p1", source="a")
    assert workshop.settled(whole, made, lost_source) == Position("online", "name", "p1")


def test_the_place_of_a_counterpart_that_came_by_another_way_is_that_counterpart() -> None:
    whole, made = mirror({"p1s": [tp("a")]}, {"p1s": [tp("x")]}, (("a", "x"),))
    at = workshop.settled(whole, made, Position("online", "name", "p1", source="a"))
    assert at == Position("online", "name", "p1", "x", "a")


def test_the_frame_asks_for_title_people_and_phases() -> None:
    whole, _ = mirror()
    asked = walk(whole, Position("frame", "title"))
    assert [at.question for at in asked] == ["title", "persona", "phase", "phase", "phase"]
    assert asked[-1] == Position("frame", "phase")


def test_the_tally_counts_sides_and_names_what_has_no_counterpart() -> None:
    whole, made = mirror(
        {"p1s": [tp("a"), tp("b", status="possible")]}, {"p2s": [tp("x", status="possible")]}, (("a", "x"),)
    )
    assert workshop.tally(whole, made) == workshop.Tally(2, 1, 2, 1, ("b",))


def test_what_is_hidden_is_not_asked_about() -> None:
    whole, made = mirror({"p1s": [tp("a")], "p2s": [tp("b")]})
    hidden = made.evolve(phases=(made.phases[0], made.phases[1].evolve(hidden=True)))
    whole = whole.evolve(maps=(hidden,))
    assert {at.phase for at in workshop.stops(whole, hidden, "offline")} == {"p1"}


_CELLS = st.dictionaries(st.sampled_from(["p1s", "p2s"]), st.integers(1, 3), max_size=2)


@given(_CELLS, _CELLS, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=4), st.integers(0, 2))
def test_every_walk_ends_and_every_question_leads_back_to_the_beginning(
    offline: dict[str, int], online: dict[str, int], pairs: list[tuple[int, int]], people: int
) -> None:
    def cards(cells: dict[str, int], name: str) -> dict[str, list[Touchpoint]]:
        return {step: [tp(f"{name}-{step}-{n}") for n in range(cells[step])] for step in sorted(cells)}

    here, there = cards(offline, "off"), cards(online, "on")
    ids = [[card.id for step in sorted(side) for card in side[step]] for side in (here, there)]
    traces = tuple({(ids[0][a], ids[1][b]) for a, b in pairs if a < len(ids[0]) and b < len(ids[1])})
    whole, made = mirror(here, there, traces, people)
    for which in ("frame", "offline", "online"):
        for stop in workshop.stops(whole, made, which):
            for at in workshop.questions(whole, made, stop):
                assert workshop.settled(whole, made, at) == at
                walk(whole, at)
                back, steps = workshop.back(whole, made, at), 0
                while back is not None:
                    back, steps = workshop.back(whole, made, back), steps + 1
                    assert steps < 200
