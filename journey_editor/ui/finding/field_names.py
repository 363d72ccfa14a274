"""What the fields of things are called, as the inspector calls them: "metrics.0.name" is "Metrics: Name"."""

from __future__ import annotations

from journey_editor.wording import tr


def field_name(field: str) -> str:
    """The name of a field in the language of the window."""
    head, *rest = [part for part in field.split(".") if not part.isdecimal()]
    name = _own(head)
    inner = _inner(rest[-1]) if rest else ""
    return tr("{field}: {part}", field=name, part=inner) if inner else name


def _own(field: str) -> str:
    return {
        "title": lambda: tr("Title"),
        "description": lambda: tr("Description"),
        "goal": lambda: tr("Goal"),
        "where": lambda: tr("Where?"),
        "medium": lambda: tr("Which media?"),
        "content": lambda: tr("Which content?"),
        "call_to_action": lambda: tr("Call to action"),
        "device": lambda: tr("Device"),
        "actor": lambda: tr("Actor"),
        "owner": lambda: tr("Owner"),
        "duration": lambda: tr("Duration"),
        "source": lambda: tr("Source"),
        "expectation": lambda: tr("Expectation"),
        "experience": lambda: tr("Experience"),
        "emotions": lambda: tr("Emotion"),
        "metrics": lambda: tr("Metrics"),
        "metric": lambda: tr("Metric"),
        "tags": lambda: tr("Tags"),
        "links": lambda: tr("Links"),
        "images": lambda: tr("Images"),
        "image": lambda: tr("Image"),
        "text": lambda: tr("Text"),
        "label": lambda: tr("Label"),
        "condition": lambda: tr("Condition"),
        "name": lambda: tr("Name"),
        "role": lambda: tr("Role"),
        "age": lambda: tr("Age"),
        "quote": lambda: tr("Quote"),
        "biography": lambda: tr("Biography"),
        "goals": lambda: tr("Goals"),
        "needs": lambda: tr("Needs"),
        "frustrations": lambda: tr("Frustrations"),
        "author": lambda: tr("Author"),
        "organisation": lambda: tr("Organisation"),
    }.get(field, lambda: tr("Text"))()


def _inner(part: str) -> str:
    return {
        "name": lambda: tr("Name"),
        "unit": lambda: tr("Unit"),
        "source": lambda: tr("Source"),
        "label": lambda: tr("Label"),
        "title": lambda: tr("Title"),
        "address": lambda: tr("Address"),
        "caption": lambda: tr("Caption"),
    }.get(part, lambda: "")()
