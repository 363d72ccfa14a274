"""One sound project in which every kind of thing occurs, and how a bad file is made out of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from journey_editor.storage.codec import encode
from tests.builders import PIXEL, PIXEL_SHA, everything

from ..reading import End

SOUND = encode(everything(), {PIXEL_SHA: PIXEL})
Document = dict[str, Any]


class Bad(NamedTuple):
    """A file and why it is here. `end` is how reading it ends."""

    reason: str
    data: bytes
    end: End


def changed(change: Callable[[Document], object]) -> bytes:
    document = json.loads(SOUND)
    change(document)
    return json.dumps(document).encode()


def at(document: Document, pointer: str) -> Any:
    """What stands at a pointer into the project."""
    found: Any = document["project"]
    for part in pointer.split("/")[1:]:
        found = found[int(part)] if isinstance(found, list) else found[part]
    return found


def put(pointer: str, value: Any) -> bytes:
    """The sound file with this value at a pointer into the project."""
    way, _, last = pointer.rpartition("/")

    def change(document: Document) -> None:
        held = at(document, way)
        if isinstance(held, list):
            index = int(last)
            held[index : index + 1] = [value]
        else:
            held[last] = value

    return changed(change)


MAP = "/maps/0"
LANES = MAP + "/lanes"
WEB = LANES + "/0/cells/0/cards/0"
#: One of each class, by the words of a person.
PLACES = {
    "the project": "",
    "a persona": "/personas/0",
    "a channel": "/channels/0",
    "a map": MAP,
    "a phase": MAP + "/phases/0",
    "a step": MAP + "/phases/0/steps/0",
    "a lane of touchpoints": LANES + "/0",
    "a lane of notes": LANES + "/2",
    "a lane of texts": LANES + "/3",
    "a lane of figures": LANES + "/4",
    "a lane of images": LANES + "/5",
    "an emotion lane": LANES + "/6",
    "a channel matrix": LANES + "/7",
    "a separator": LANES + "/8",
    "a cell": LANES + "/0/cells/0",
    "a touchpoint": WEB,
    "an emotion": WEB + "/emotions/0",
    "a metric": WEB + "/metrics/0",
    "a link": WEB + "/links/0",
    "an image in a touchpoint": WEB + "/images/0",
    "a note": LANES + "/2/cells/0/cards/0",
    "a measure": LANES + "/4/cells/0/cards/0",
    "a picture": LANES + "/5/cells/0/cards/0",
    "a point of a curve": LANES + "/6/points/0",
    "a mark": LANES + "/7/marks/0",
    "a path": MAP + "/paths/0",
    "a counterpart": MAP + "/counterparts/0",
    "an image of the project": "/images/0",
}
