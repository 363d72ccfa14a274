"""What the guided start asks, in plain words."""

from __future__ import annotations

from journey_editor.model.guide import Screen
from journey_editor.wording import tr


def step_name(step: str) -> str:
    return {
        "goals": lambda: tr("Goals"),
        "customers": lambda: tr("Customers"),
        "channels": lambda: tr("Ways"),
        "walk": lambda: tr("Walk"),
        "refine": lambda: tr("Refine"),
    }[step]()


def question(at: Screen, *, persona: str, phase: str, card: str) -> str:
    who = persona or tr("the customer")
    return {
        "title": lambda: tr("Which journey do you want to show?"),
        "goal": lambda: tr("What do you want to achieve with it?"),
        "persona": lambda: tr("Who goes on this journey?"),
        "role": lambda: tr("What is {persona}’s situation?", persona=who),
        "wishes": lambda: tr("What does {persona} want to achieve?", persona=who),
        "troubles": lambda: tr("What annoys {persona}?", persona=who),
        "channels": lambda: tr("In which ways do you reach {persona}?", persona=who),
        "phases": lambda: tr("Through which phases does {persona} go?", persona=who),
        "touchpoints": lambda: tr("What does {persona} meet in “{phase}”?", persona=who, phase=phase),
        "way": lambda: tr("In which way does “{name}” happen?", name=card),
        "feeling": lambda: tr("How does “{name}” feel to {persona}?", name=card, persona=who),
        "pains": lambda: tr("What goes wrong in “{phase}”?", phase=phase),
    }[at.topic]()


def more(at: Screen) -> str:
    return {
        "title": lambda: tr("One journey is enough to begin with: from the first contact to the recommendation."),
        "goal": lambda: tr("A goal that one can see whether it was reached."),
        "persona": lambda: tr("One person for many. A name makes it easier to think of somebody."),
        "role": lambda: tr("In what position is this person, and what has happened before?"),
        "wishes": lambda: tr("One per line. Enter on an empty line goes on."),
        "troubles": lambda: tr("One per line. Enter on an empty line goes on."),
        "channels": lambda: tr("Arrows and Space tick, Enter goes on. What you leave out can be added later."),
        "phases": lambda: tr("One per line, in their order. Enter on an empty line goes on."),
        "touchpoints": lambda: tr(
            "Walk along in thought: every contact, one per line. Enter on an empty line goes on."
        ),
        "way": lambda: tr("This gives the touchpoint its sign and its side of the map."),
        "feeling": lambda: tr("+ is good, − is bad, 0 neither. This draws the curve."),
        "pains": lambda: tr("Each line becomes a pain point on the map: here it pays to improve something."),
    }[at.topic]()


def example(at: Screen) -> str:
    return {
        "title": lambda: tr("Such as: buying a kitchen"),
        "goal": lambda: tr("Such as: ten more requests a month through the website"),
        "persona": lambda: tr("Such as: Sabine Krüger"),
        "role": lambda: tr("Such as: 42, is building a house and plans her first kitchen"),
        "wishes": lambda: tr("Such as: a kitchen that fits the budget"),
        "troubles": lambda: tr("Such as: prices only on request"),
        "phases": lambda: tr("Such as: getting to know"),
        "touchpoints": lambda: tr("Such as: looks for kitchens on Google"),
        "pains": lambda: tr("Such as: nobody calls back"),
    }.get(at.topic, lambda: "")()
