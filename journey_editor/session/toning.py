"""Giving notes another tone, all that are selected in one step."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.edit.cards import set_cards
from journey_editor.model.cards import Note, Tone
from journey_editor.model.things import find_thing
from journey_editor.model.tones import tone_word
from journey_editor.wording import tr

from . import step_words
from .session import Session

_LOOKED_AT = 500  # of a larger selection, the first ones say what it is


def notes_in(session: Session, ids: Sequence[str]) -> tuple[str, ...]:
    """The ids, if all of them are notes; else none."""
    found = [find_thing(session.project, key) for key in ids[:_LOOKED_AT]]
    return tuple(ids) if all(thing is not None and isinstance(thing.node, Note) for thing in found) else ()


def tone_of(session: Session, ids: Sequence[str]) -> str:
    """The tone that all of these notes have; "" where they differ."""
    tones = {
        thing.node.tone
        for key in ids
        if (thing := find_thing(session.project, key)) is not None and isinstance(thing.node, Note)
    }
    return tones.pop() if len(tones) == 1 else ""


def set_tone(session: Session, ids: Sequence[str], tone: Tone) -> str:
    """Give these notes a tone; what was done, as a sentence."""
    word = tone_word(tone) or tr("no tone")
    done = tr("Changed the tone of {what}: {tone}", what=step_words.things(session, ids), tone=word)
    session.apply(done, lambda project: set_cards(project, ids, tone=tone))
    return done
