"""What the fields of things, and the values that are chosen from a list, are called; `to` is the language to speak."""

from __future__ import annotations

from collections.abc import Callable

from journey_editor.model.tones import tone_word
from journey_editor.wording import language, tr

from .look import PHASE_COLORS


def field_word(field: str, to: str | None = None) -> str:
    """The name of a field as the inspector calls it; "Text" for one that has none."""
    return _FIELDS.get(field, _text)(to)


def _text(to: str | None) -> str:
    return tr("Text", to=to)


_FIELDS: dict[str, Callable[[str | None], str]] = {
    "title": lambda to: tr("Title", to=to),
    "description": lambda to: tr("Description", to=to),
    "goal": lambda to: tr("Goal", to=to),
    "where": lambda to: tr("Where?", to=to),
    "medium": lambda to: tr("Which media?", to=to),
    "content": lambda to: tr("Which content?", to=to),
    "call_to_action": lambda to: tr("Call to action", to=to),
    "device": lambda to: tr("Device", to=to),
    "actor": lambda to: tr("Actor", to=to),
    "owner": lambda to: tr("Owner", to=to),
    "duration": lambda to: tr("Duration", to=to),
    "source": lambda to: tr("Source", to=to),
    "expectation": lambda to: tr("Expectation", to=to),
    "experience": lambda to: tr("Experience", to=to),
    "emotions": lambda to: tr("Emotion", to=to),
    "metrics": lambda to: tr("Metrics", to=to),
    "metric": lambda to: tr("Metric", to=to),
    "tags": lambda to: tr("Tags", to=to),
    "links": lambda to: tr("Links", to=to),
    "images": lambda to: tr("Images", to=to),
    "image": lambda to: tr("Image", to=to),
    "text": lambda to: tr("Text", to=to),
    "label": lambda to: tr("Label", to=to),
    "condition": lambda to: tr("Condition", to=to),
    "name": lambda to: tr("Name", to=to),
    "role": lambda to: tr("Role", to=to),
    "age": lambda to: tr("Age", to=to),
    "quote": lambda to: tr("Quote", to=to),
    "biography": lambda to: tr("Biography", to=to),
    "goals": lambda to: tr("Goals", to=to),
    "needs": lambda to: tr("Needs", to=to),
    "frustrations": lambda to: tr("Frustrations", to=to),
    "author": lambda to: tr("Author", to=to),
    "organisation": lambda to: tr("Organisation", to=to),
    "channel": lambda to: tr("Channel", to=to),
    "mode": lambda to: tr("Mode", to=to),
    "status": lambda to: tr("Status", to=to),
    "evidence": lambda to: tr("Evidence", to=to),
    "moment_of_truth": lambda to: tr("Moment of truth", to=to),
    "optional": lambda to: tr("Optional", to=to),
    "flow_role": lambda to: tr("Role in a flow", to=to),
    "color": lambda to: tr("Colour", to=to),
    "icon": lambda to: tr("Icon", to=to),
    "tone": lambda to: tr("Tone", to=to),
    "persona": lambda to: tr("Persona", to=to),
    "personas": lambda to: tr("Personas", to=to),
    "channels": lambda to: tr("Channels", to=to),
    "points_from": lambda to: tr("Points", to=to),
    "line": lambda to: tr("Line", to=to),
    "marks": lambda to: tr("Mark", to=to),
    "position": lambda to: tr("Position", to=to),
    "value": lambda to: tr("Value", to=to),
    "hidden": lambda to: tr("Hidden", to=to),
    "kind": lambda to: tr("Kind", to=to),
    "target": lambda to: tr("To", to=to),
    "band_below": lambda to: tr("Phase band", to=to),
    "phase": lambda to: tr("Phase", to=to),
    "step": lambda to: tr("Step", to=to),
    "lane": lambda to: tr("Lane", to=to),
    "order": lambda to: tr("Order", to=to),
}


def value_word(field: str, value: str, to: str | None = None) -> str:
    """What a value of a field with a fixed list of values is called; the value itself where it is free."""
    if field == "color":
        return next((_color(known.name, to) for known in PHASE_COLORS if known.fill == value), value)
    if field == "tone":
        return tone_word(value, to or language())
    words = _VALUES.get(field)
    return words(to).get(value, value) if words else value


def _color(name: str, to: str | None) -> str:
    return {
        "indigo": tr("indigo", to=to),
        "wine": tr("wine", to=to),
        "petrol": tr("petrol", to=to),
        "moss": tr("moss", to=to),
        "clay": tr("clay", to=to),
        "sky": tr("sky", to=to),
        "sage": tr("sage", to=to),
        "sand": tr("sand", to=to),
    }[name]


_VALUES: dict[str, Callable[[str | None], dict[str, str]]] = {
    "mode": lambda to: {
        "online": tr("online", to=to),
        "offline": tr("offline", to=to),
        "both": tr("online and offline", to=to),
    },
    "status": lambda to: {"existing": tr("existing", to=to), "possible": tr("possible", to=to)},
    "evidence": lambda to: {
        "observed": tr("observed", to=to),
        "assumed": tr("assumed", to=to),
        "proposed": tr("proposed", to=to),
    },
    "flow_role": lambda to: {
        "start": tr("start", to=to),
        "decision": tr("decision", to=to),
        "action": tr("action", to=to),
        "wait": tr("wait", to=to),
        "end": tr("end", to=to),
    },
    "points_from": lambda to: {
        "touchpoints": tr("touchpoints", to=to),
        "hand": tr("by hand", to=to),
        "both": tr("both, as one curve", to=to),
        "compare": tr("both, with the difference", to=to),
    },
    "line": lambda to: {
        "interaction": tr("line of interaction", to=to),
        "visibility": tr("line of visibility", to=to),
        "internal-interaction": tr("line of internal interaction", to=to),
    },
    "kind": lambda to: {
        "sequence": tr("sequence", to=to),
        "choice": tr("choice", to=to),
        "loop": tr("loop back", to=to),
        "handover": tr("handover", to=to),
    },
    "trend": lambda to: {
        "rising": tr("rising", to=to),
        "steady": tr("steady", to=to),
        "falling": tr("falling", to=to),
    },
}
