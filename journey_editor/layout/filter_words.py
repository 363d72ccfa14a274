"""Filters in words: what the attributes and their values are called, in the window and on a printed page."""

from __future__ import annotations

from journey_editor.model.filtering import ATTRIBUTES, Attribute, Filter, lit
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_channel, find_persona, shown_cards, text_in
from journey_editor.wording import tr


def attribute_name(attribute: Attribute, to: str | None = None) -> str:
    """What an attribute is called; `to` is the language to speak, by default that of the window."""
    return {
        "persona": lambda: tr("Persona", to=to),
        "channel": lambda: tr("Channel", to=to),
        "mode": lambda: tr("Mode", to=to),
        "status": lambda: tr("Status", to=to),
        "evidence": lambda: tr("Evidence", to=to),
        "tag": lambda: tr("Tag", to=to),
        "owner": lambda: tr("Owner", to=to),
    }[attribute]()


def value_name(project: Project, language: str, attribute: Attribute, value: str, to: str | None = None) -> str:
    """What a value is called; a channel or persona by its name in the language of the map."""
    if not value:
        return tr("none", to=to)
    if attribute == "persona":
        persona = find_persona(project, value)
        return (persona and text_in(project, language, value, "name", persona.name)) or tr("Untitled", to=to)
    if attribute == "channel":
        channel = find_channel(project, value)
        return (channel and text_in(project, language, value, "name", channel.name)) or tr("Untitled", to=to)
    words = {
        "online": tr("online", to=to),
        "offline": tr("offline", to=to),
        "both": tr("online and offline", to=to),
        "existing": tr("existing", to=to),
        "possible": tr("possible", to=to),
        "observed": tr("observed", to=to),
        "assumed": tr("assumed", to=to),
        "proposed": tr("proposed", to=to),
    }
    return words.get(value, value) if attribute in ("mode", "status", "evidence") else value


def filter_words(project: Project, language: str, wanted: Filter, to: str | None = None) -> str:
    """A whole filter: "Channel: Website, Shop; Status: possible"."""
    parts = []
    for attribute in ATTRIBUTES:
        if values := wanted.of(attribute):
            names = ", ".join(sorted(value_name(project, language, attribute, value, to) for value in values))
            parts.append(tr("{attribute}: {values}", to=to, attribute=attribute_name(attribute, to), values=names))
    return "; ".join(parts)


def filtered_line(project: Project, journey: JourneyMap, language: str, wanted: Filter, *, left_out: bool) -> str:
    """What a page says that shows a map through a filter, in the language of the map."""
    found = lit(project, journey, wanted)
    if found is None:
        return ""
    cards = [card.id for card in shown_cards(journey)]
    said = {
        "filter": filter_words(project, language, wanted, language),
        "n": sum(card in found.cards for card in cards),
        "total": len(cards),
    }
    if left_out:
        return tr("Filtered: {filter}. {n} of {total} cards, the others left out", to=language, **said)
    return tr("Filtered: {filter}. {n} of {total} cards, the others pale", to=language, **said)
