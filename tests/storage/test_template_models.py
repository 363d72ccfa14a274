"""The templates that come with the program use what the model offers for the journey that each of them describes."""

from __future__ import annotations

import pytest

from journey_editor.model.cards import Measure, Metric, Note, Touchpoint
from journey_editor.model.lanes import ChannelLane, EmotionLane, SeparatorLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import (
    all_cards,
    cards_at,
    find_phase,
    mode_of,
    touchpoints,
)
from journey_editor.model.sides import without_counterpart
from journey_editor.places import resource
from journey_editor.storage.files import load
from journey_editor.storage.templates import from_template

NAMES = sorted(file.stem for file in resource("templates").glob("*.journey"))


def template(name: str) -> Project:
    return load(resource("templates", f"{name}.journey")).project


def the_map(name: str) -> JourneyMap:
    return template(name).maps[0]


def phase_titles(name: str, language: str) -> list[str]:
    return [phase.title for phase in from_template(name, language).project.maps[0].phases]


def in_phase(journey: JourneyMap, number: int) -> list[Touchpoint]:
    steps = [step.id for step in find_phase(journey, journey.phases[number].id).steps]
    found = [card for lane in journey.lanes for step in steps for card in cards_at(lane, step)]
    return [card for card in found if isinstance(card, Touchpoint)]


def notes_of(journey: JourneyMap, tone: str) -> list[str]:
    return [card.text for _, _, card in all_cards(journey) if isinstance(card, Note) and card.tone == tone]


def metrics_of(journey: JourneyMap) -> list[Metric]:
    found = [metric for card in touchpoints(journey) for metric in card.metrics]
    return found + [card.metric for _, _, card in all_cards(journey) if isinstance(card, Measure)]


def test_there_is_a_template_for_each_source_model_a_blueprint_and_a_blank_map() -> None:
    assert NAMES == [
        "automation",
        "blank",
        "five-phases",
        "mirror",
        "online-and-offline",
        "service-blueprint",
        "service-loop",
    ]


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("five-phases", "Bewusstsein Überlegung Entscheidung Erfahrung Bindung", ""),
        ("automation", "Bewusstsein Akquise Onboarding Engagement-Rate Fürsprache", ""),
        (
            "online-and-offline",
            "Bewusstsein Erwägung Kauf Nutzung Treue",
            "Awareness Consideration Purchase Retention Loyalty",
        ),
    ],
)
def test_phases_bear_the_names_of_their_model(name: str, german: str, english: str) -> None:
    assert phase_titles(name, "de") == german.split()
    assert not english or phase_titles(name, "en") == english.split()


def test_the_three_service_phases_bear_both_their_names() -> None:
    assert phase_titles("service-loop", "de") == [
        "Pre-Service (Vorkaufphase)",
        "Service (Kaufphase)",
        "Post-Service (Nachkaufphase)",
    ]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "blank"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_number_stands_there_as_a_fact(name: str, language: str) -> None:
    """A value is either without a source, which the map marks, or names itself an example or an estimate."""
    for journey in from_template(name, language).project.maps:
        for metric in metrics_of(journey):
            if metric.value is not None and metric.source:
                assert "bitte" in metric.source or "please" in metric.source, metric


# Five phases, five touchpoints, four data tasks, five challenges


def test_the_five_channels_have_metrics_with_a_target_and_where_the_value_comes_from() -> None:
    project = template("five-phases")
    used = {card.channel for card in touchpoints(project.maps[0])}
    assert {"ch-website", "ch-social", "ch-email", "ch-ads", "ch-chat", "ch-bot", "ch-phone"} <= used
    metrics = metrics_of(project.maps[0])
    assert {"Ladezeit", "Verweildauer", "Öffnungsrate", "Klickrate", "Konversion", "Reaktionszeit"} <= {
        metric.name for metric in metrics
    }
    assert all(metric.target is not None for metric in metrics)
    assert [metric.name for metric in metrics if not metric.source] == ["Abbruch im Warenkorb (angenommen)"]


def test_the_four_data_tasks_and_the_five_challenges_have_a_lane_each() -> None:
    journey = the_map("five-phases")
    tasks = {text.partition(":")[0] for text in notes_of(journey, "data-task")}
    assert tasks == {"Datenerfassung", "Datenanalyse", "Kundendatenmanagement", "Data-Driven Marketing"}
    challenges = [text.partition(":")[0].partition(",")[0] for text in notes_of(journey, "challenge")]
    assert challenges == [
        "Komplexität der Kanäle",
        "Datenintegrität",
        "Personalisierung",
        "Kundenerwartungen",
        "Technologische Entwicklungen",
    ]


def test_every_touchpoint_of_the_decision_calls_to_action() -> None:
    decision = in_phase(the_map("five-phases"), 2)
    assert len(decision) == 3
    assert all(card.call_to_action for card in decision)


# Three service phases with a loop


def test_praise_and_warning_flow_back_into_the_first_phase_each_with_its_condition() -> None:
    journey = the_map("service-loop")
    first = {card.id for card in in_phase(journey, 0)}
    last = {card.id for card in in_phase(journey, 2)}
    loops = [path for path in journey.paths if path.kind == "loop"]
    assert len(loops) == 2
    assert all(path.condition and path.source in last and path.target in first for path in loops)


def test_each_contact_of_a_service_names_device_target_action_expectation_and_experience() -> None:
    project = template("service-loop")
    for card in touchpoints(project.maps[0]):
        assert card.device, card.title
        assert card.call_to_action, card.title
        assert card.expectation, card.title
        assert card.experience, card.title
        assert mode_of(project, card) in ("online", "offline"), card.title
    (curve,) = (lane for lane in project.maps[0].lanes if isinstance(lane, EmotionLane))
    assert curve.expectation
    assert any(emotion.expected is not None for card in touchpoints(project.maps[0]) for emotion in card.emotions)


# Five phases with automation


def test_there_are_five_flows_each_from_a_start_to_a_planned_end() -> None:
    flows = template("automation").maps[1:]
    assert len(flows) == 5
    for flow in flows:
        roles = {card.id: card.flow_role for card in touchpoints(flow)}
        assert {"start", "decision", "action", "wait", "end"} == set(roles.values()), flow.title
        assert all(path.condition for path in flow.paths if roles[path.source] == "decision"), flow.title
        onward = {path.source for path in flow.paths}
        assert {card for card, role in roles.items() if role != "end"} <= onward, flow.title
        assert not onward & {card for card, role in roles.items() if role == "end"}, flow.title


def test_flows_set_tags_and_leave_touchpoints_out() -> None:
    flows = template("automation").maps[1:]
    cards = [card for flow in flows for card in touchpoints(flow)]
    assert sum(bool(card.tags) for card in cards) >= 5
    assert any(card.optional for card in cards)
    assert sum(card.flow_role == "start" for card in touchpoints(flows[0])) == 2
    assert any(card.optional for card in touchpoints(the_map("automation")))


# Online and offline at once


def test_a_purchase_is_online_and_offline_at_once_and_the_most_effective_contacts_show() -> None:
    project = template("online-and-offline")
    journey = project.maps[0]
    assert {mode_of(project, card) for card in in_phase(journey, 2)} == {"online", "offline", "both"}
    assert all(card.metrics[0].name == "Wirkung" for card in touchpoints(journey))
    (matrix,) = (lane for lane in journey.lanes if isinstance(lane, ChannelLane))
    assert {mark.importance for mark in matrix.marks} == {1, 2, 3}


# The mirror map


def test_the_mirror_map_asks_its_three_questions_and_shows_what_was_carried_over() -> None:
    project = template("mirror")
    journey = project.maps[0]
    assert journey.theme.band == "funnel"
    assert all(card.where and card.medium and card.content for card in touchpoints(journey))
    assert {card.status for card in touchpoints(journey)} == {"existing", "possible"}
    felt = [emotion.value or 0.0 for card in touchpoints(journey) for emotion in card.emotions]
    assert min(felt) < 0 < max(felt)
    assert len(journey.counterparts) >= 3
    assert without_counterpart(project, journey)


# The service blueprint


def test_a_blueprint_has_its_three_lines_between_its_lanes() -> None:
    lanes = the_map("service-blueprint").lanes
    order = [lane.line if isinstance(lane, SeparatorLane) else lane.id.removeprefix("la-") for lane in lanes]
    assert order[:8] == [
        "evidence",
        "customer",
        "interaction",
        "front",
        "visibility",
        "back",
        "internal-interaction",
        "support",
    ]
    assert any(path.kind == "handover" for path in the_map("service-blueprint").paths)
