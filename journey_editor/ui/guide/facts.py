"""What was answered so far, beside the question: the goal, and who the customer is."""

from __future__ import annotations

from journey_editor.model import guide
from journey_editor.model.guide import Screen
from journey_editor.session.names import text_of
from journey_editor.session.session import Session
from journey_editor.wording import tr

_SHOWN = 3


def known_so_far(session: Session, at: Screen) -> tuple[tuple[str, str], ...]:
    """(what, words) of the answers before this question that the map does not show."""
    found: list[tuple[str, str]] = []
    if at.step != "goals":
        found.append((tr("Goal"), text_of(session, session.map_id, "goal")))
    persona = guide.persona_of(session.project, session.journey)
    if persona is not None and at.step != "goals" and at.topic != "persona":
        found.append((tr("Customer"), text_of(session, persona.id, "name")))
        if at.topic != "role":
            found.append((tr("Situation"), text_of(session, persona.id, "role")))
        for field, head, topic in (("goals", tr("Wants"), "wishes"), ("frustrations", tr("Annoyed by"), "troubles")):
            items = [text_of(session, persona.id, f"{field}.{n}") for n in range(len(getattr(persona, field)))]
            if at.topic != topic:
                found.append((head, "\n".join(item for item in items[:_SHOWN] if item)))
    return tuple((head, words) for head, words in found if words.strip())
