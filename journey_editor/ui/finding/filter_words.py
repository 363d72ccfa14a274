"""Filters in words: what the attributes and their values are called."""

from __future__ import annotations

from journey_editor.model.filtering import ATTRIBUTES, Attribute, Filter
from journey_editor.model.project import Project
from journey_editor.model.queries import find_channel, find_persona, text_in
from journey_editor.wording import tr


def attribute_name(attribute: Attribute) -> str:
    """What an attribute is called in the window."""
    return {
        "persona": lambda: tr("Persona"),
        "channel": lambda: tr("Channel"),
        "mode": lambda: tr("Mode"),
        "status": lambda: tr("Status"),
        "evidence": lambda: tr("Evidence"),
        "tag": lambda: tr("Tag"),
        "owner": lambda: tr("Owner"),
    }[attribute]()


def value_name(project: Project, language: str, attribute: Attribute, value: str) -> str:
    """What a value is called; a channel or persona by its name in the language of the map."""
    if not value:
        return tr("none")
    if attribute == "persona":
        persona = find_persona(project, value)
        return (persona and text_in(project, language, value, "name", persona.name)) or tr("Untitled")
    if attribute == "channel":
        channel = find_channel(project, value)
        return (channel and text_in(project, language, value, "name", channel.name)) or tr("Untitled")
    words = {
        "online": tr("online"),
        "offline": tr("offline"),
        "both": tr("online and offline"),
        "existing": tr("existing"),
        "possible": tr("possible"),
        "observed": tr("observed"),
        "assumed": tr("assumed"),
        "proposed": tr("proposed"),
    }
    return words.get(value, value) if attribute in ("mode", "status", "evidence") else value


def filter_words(project: Project, language: str, wanted: Filter) -> str:
    """A whole filter: "Channel: Website, Shop; Status: possible"."""
    parts = []
    for attribute in ATTRIBUTES:
        if values := wanted.of(attribute):
            names = sorted(value_name(project, language, attribute, value) for value in values)
            parts.append(tr("{attribute}: {values}", attribute=attribute_name(attribute), values=", ".join(names)))
    return "; ".join(parts)
