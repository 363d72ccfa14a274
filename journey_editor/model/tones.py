"""The tones of notes, in the order of the keys that give them, and what they are called."""

from __future__ import annotations

from typing import get_args

from journey_editor.wording import tr

from .cards import Tone

#: By digit: 0 is plain text, 1 to 9 are the tones that have a sign.
TONES: tuple[Tone, ...] = get_args(Tone)


def tone_word(tone: str, language: str | None = None) -> str:
    """What a note's tone is called within a sentence, in a language (by default that of the program); "" for plain
    text."""
    words = {
        "action": tr("action", to=language),
        "thought": tr("thought", to=language),
        "quote": tr("quote", to=language),
        "pain": tr("pain point", to=language),
        "opportunity": tr("opportunity", to=language),
        "idea": tr("idea", to=language),
        "question": tr("question", to=language),
        "data-task": tr("data task", to=language),
        "challenge": tr("challenge", to=language),
    }
    return words.get(tone, "")
