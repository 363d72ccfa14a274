"""Reading and writing a file of 10,000 cards, against the standard library's json."""

from __future__ import annotations

import json

from journey_editor.storage.codec import decode, encode

from . import maps
from .figure import Reading, alternating, cpu

_CARDS = 10_000


def load() -> Reading:
    data = maps.data(_CARDS)
    text = data.decode("utf-8")
    return alternating(lambda: cpu(lambda: decode(data, "map")), lambda: cpu(lambda: json.loads(text)), 7).reading()


def save() -> Reading:
    project = maps.project(_CARDS)
    document = json.loads(maps.data(_CARDS))

    def plainly() -> bytes:
        return json.dumps(document, indent=2, ensure_ascii=False).encode("utf-8")

    return alternating(lambda: cpu(lambda: encode(project, {})), lambda: cpu(plainly), 7).reading()
