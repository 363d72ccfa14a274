"""What can be put on a map, explained: a sentence for each kind of lane, for each tone and for the other parts.

The palette shows it as a tooltip and says it to screen readers; the status bar shows it for the part that is pointed at
or has the keyboard.
"""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.canvas.parts import Part
from journey_editor.model.separators import LINES, line_word
from journey_editor.ui.actions import lane_kinds
from journey_editor.wording import tr


class LaneChoice(NamedTuple):
    """A lane that can be added."""

    part: Part
    icon: str
    name: str


def lane_choices() -> dict[str, LaneChoice]:
    """All lanes that can be added, in the order of the menus: each kind, and each line of a service blueprint."""
    found: dict[str, LaneChoice] = {}
    for kind, (sign, name) in lane_kinds().items():
        found[kind] = LaneChoice(Part("lane", kind=kind), sign, name)
    sign = lane_kinds()["separator"][0]
    for line in LINES:
        part = Part("lane", kind="separator", line=line, name=line_word(line))
        found[f"separator:{line}"] = LaneChoice(part, sign, line_word(line))
    return found


def meaning(part: Part) -> str:
    """What a part is for, in a sentence; "" where its name says it."""
    match part.part:
        case "lane":
            return _lines().get(part.line, "") if part.line else _lanes().get(part.kind, "")
        case "note":
            return _tones().get(part.tone, "")
        case "touchpoint" if not part.channel:
            return tr("A contact between customer and company, whose channel you choose later.")
        case "touchpoint":
            return tr("A contact between customer and company on this channel.")
        case _:
            return _others().get(part.part, "")


def _lanes() -> dict[str, str]:
    return {
        "touchpoints": tr("A row of contacts between customer and company, each with channel, evidence and feelings."),
        "notes": tr("A row of short notes with a tone: actions, thoughts, quotes, pain points, ideas and more."),
        "text": tr("A row of plain text for all that has no tone."),
        "emotion": tr("How each persona feels: computed from the touchpoints, drawn by hand, or both compared."),
        "metrics": tr("A row of figures with unit, target, trend and source; it shows whether a target is met."),
        "images": tr("A row of images or of a storyboard's frames, each with words below it."),
        "channels": tr("A matrix of channels and steps: a mark where a channel is touched, thicker if important."),
        "separator": tr("A line across the map with a label of your own."),
    }


def _lines() -> dict[str, str]:
    return {
        "interaction": tr("Above it is what customers do, below it what the company does with them."),
        "visibility": tr("Above it is what customers see, below it what happens behind the scenes."),
        "internal-interaction": tr("It parts the people who serve customers from the processes that support them."),
    }


def _tones() -> dict[str, str]:
    return {
        "action": tr("What the customer does."),
        "thought": tr("What goes through the customer's mind."),
        "quote": tr("What a customer said, word by word."),
        "pain": tr("What annoys, costs time or goes wrong."),
        "opportunity": tr("Where something could be gained."),
        "idea": tr("What could be done."),
        "question": tr("What is still to be found out."),
        "data-task": tr("Data that has to be gathered, analysed or protected."),
        "challenge": tr("What makes it hard to get there."),
        "text": tr("Words without a tone."),
    }


def _others() -> dict[str, str]:
    return {
        "phase": tr("A part of the journey, with a goal: a group of columns."),
        "step": tr("A column within a phase."),
        "persona": tr("Whose journey it is: a person with goals, needs and feelings."),
        "path": tr("An arrow from one touchpoint to another, with a condition if you like."),
        "measure": tr("A figure with unit, target, trend and source."),
        "picture": tr("An image, or a frame of a storyboard, with words below it."),
    }
