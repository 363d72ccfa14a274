"""What lanes are called that have no title of their own."""

from __future__ import annotations

from journey_editor.wording import tr


def lane_word(kind: str, language: str | None = None) -> str:
    """What a lane of a kind is called, in a language (by default that of the program); "" for an unknown one."""
    words = {
        "touchpoints": tr("Touchpoints", to=language),
        "notes": tr("Notes", to=language),
        "text": tr("Text", to=language),
        "metrics": tr("Metrics", to=language),
        "images": tr("Images", to=language),
        "emotion": tr("Emotion", to=language),
        "channels": tr("Channels", to=language),
        "separator": tr("Separator", to=language),
    }
    return words.get(kind, "")
