"""What the signs of a card mean, in words for the status bar, while the pointer is over it: nobody has to know them."""

from __future__ import annotations

from journey_editor.layout.result import Box
from journey_editor.model.cards import Measure, Note
from journey_editor.model.figures import unsourced
from journey_editor.model.queries import find_card
from journey_editor.model.tones import tone_word
from journey_editor.session.session import Session
from journey_editor.wording import tr


def hover_words(session: Session, box: Box | None) -> str:
    """ "Note: pain point"; "" for what has no sign that wants a word."""
    card = find_card(session.journey, box.id) if box is not None and box.kind == "card" else None
    if isinstance(card, Note) and (tone := tone_word(card.tone)):
        return tr("Note: {tone}", tone=tone)
    if isinstance(card, Measure) and unsourced(card.metric):
        return tr("A figure without a source")
    return ""
