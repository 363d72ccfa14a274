"""The library of channels that comes with the program: a data file, read once."""

from __future__ import annotations

import json
from functools import cache

from journey_editor.model.channel_library import KnownChannel
from journey_editor.places import resource


@cache
def channel_library() -> tuple[KnownChannel, ...]:
    """All channels of the library, related ones together."""
    found = json.loads(resource("channels", "library.json").read_text(encoding="utf-8"))
    return tuple(
        KnownChannel(
            key=entry["key"],
            family=entry["family"],
            mode=entry["mode"],
            icon=entry["icon"],
            color=entry["color"],
            names=entry["names"],
            also=entry["also"],
            online=tuple(entry.get("online", ())),
        )
        for entry in found
    )


def known_channel(key: str) -> KnownChannel | None:
    """One of the library by its key."""
    return next((known for known in channel_library() if known.key == key), None)
