"""What a persona's page says, in the language of the page."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.model.project import JourneyMap, Persona
from journey_editor.model.queries import touchpoints
from journey_editor.wording import tr

from .print_words import Setting


class Section(NamedTuple):
    """A part under a heading with a sign: a text, or points."""

    heading: str
    icon: str
    text: str
    points: tuple[str, ...]


def sections(setting: Setting, persona: Persona) -> tuple[Section, ...]:
    """The story, goals, needs and frustrations, as far as there are any."""
    to = setting.language
    found = [Section(tr("Biography", to=to), "book-open", setting.text(persona.id, "biography", persona.biography), ())]
    for field, own, heading, icon in (
        ("goals", persona.goals, tr("Goals", to=to), "target"),
        ("needs", persona.needs, tr("Needs", to=to), "heart-handshake"),
        ("frustrations", persona.frustrations, tr("Frustrations", to=to), "zap"),
    ):
        points = (setting.text(persona.id, f"{field}.{n}", point) for n, point in enumerate(own))
        found.append(Section(heading, icon, "", tuple(filter(None, points))))
    return tuple(section for section in found if section.text.strip() or section.points)


def feelings_of(setting: Setting, journey: JourneyMap, persona: Persona) -> tuple[Section, ...]:
    """The best and the worst touchpoint of the map for a persona; none if all feel the same, or if that is not known,
    since a part of the map is all there is."""
    to = setting.language
    felt = [
        (emotion.value, card, setting.text(card.id, f"emotions.{n}.label", emotion.label))
        for card in touchpoints(journey)
        for n, emotion in enumerate(card.emotions)
        if emotion.persona == persona.id and emotion.value is not None
    ]
    if not felt or setting.partly:
        return ()
    best, worst = max(felt, key=lambda one: one[0]), min(felt, key=lambda one: one[0])
    if best[0] == worst[0]:
        return ()
    made = []
    for (_, card, label), heading, icon in (
        (best, tr("High point of the journey", to=to), "smile"),
        (worst, tr("Low point of the journey", to=to), "frown"),
    ):
        title = setting.text(card.id, "title", card.title) or tr("Untitled", to=to)
        words = tr("{title}: {label}", to=to, title=title, label=label) if label else title
        made.append(Section(heading, icon, words, ()))
    return tuple(made)
