"""What the fields of things are called, as the inspector calls them: "metrics.0.name" is "Metrics: Name"."""

from __future__ import annotations

from journey_editor.layout.field_words import field_word
from journey_editor.wording import tr


def field_name(field: str) -> str:
    """The name of a field in the language of the window."""
    head, *rest = [part for part in field.split(".") if not part.isdecimal()]
    name = field_word(head)
    inner = _inner(rest[-1]) if rest else ""
    return tr("{field}: {part}", field=name, part=inner) if inner else name


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
