"""What can be dragged from the palette onto the map, as it travels in a drag: JSON under a MIME type of our own."""

from __future__ import annotations

import json
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QMimeData

from journey_editor.wording import tr

PART_MIME = "application/x-journey-part"

#: The parts there are; "lane" has a kind, "touchpoint" may have a channel, "note" a tone.
PARTS = ("touchpoint", "note", "measure", "picture", "phase", "step", "lane", "persona", "path")


class Part(NamedTuple):
    """Something that a drop will make.

    `name` is what the palette calls it and `icon` its sign; `kind` is a lane's, `channel` the id of a touchpoint's
    channel, `tone` a note's, `line` that of a separator.
    """

    part: str
    name: str = ""
    kind: str = ""
    channel: str = ""
    tone: str = ""
    icon: str = ""
    line: str = ""


def encode(part: Part) -> QByteArray:
    """The part as it is carried in a drag, under PART_MIME."""
    said = {name: value for name, value in part._asdict().items() if value}
    return QByteArray(json.dumps(said, ensure_ascii=False).encode("utf-8"))


def decode(mime: QMimeData) -> Part | None:
    """The part that is being dragged; None if it is something else or makes no sense (it may come from anywhere)."""
    if not mime.hasFormat(PART_MIME):
        return None
    try:
        said = json.loads(bytes(mime.data(PART_MIME).data()).decode("utf-8"))
    except ValueError:
        return None
    if not isinstance(said, dict) or said.get("part") not in PARTS:
        return None
    known = {name: said[name] for name in Part._fields if isinstance(said.get(name), str)}
    return Part(**known)


def part_name(part: Part) -> str:
    """What a part is called in a sentence."""
    if part.name:
        return part.name
    names = {
        "touchpoint": tr("Touchpoint"),
        "note": tr("Note"),
        "measure": tr("Metric"),
        "picture": tr("Picture"),
        "phase": tr("Phase"),
        "step": tr("Step"),
        "lane": tr("Lane"),
        "persona": tr("Persona"),
        "path": tr("Path"),
    }
    return names[part.part]
