"""The lanes of a map, one class for each kind, told apart by `kind`; and the cells in which their cards lie.

Cells are sparse: only those that hold cards are kept, in the order of the steps.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Color, Id, Identified, Length, Node, OptionalId, Text
from .cards import EmotionValue, Measure, Mode, Note, Picture, Tone, Touchpoint


class TouchpointCell(Node):
    step: Id
    cards: Annotated[tuple[Touchpoint, ...], Field(min_length=1)]


class NoteCell(Node):
    step: Id
    cards: Annotated[tuple[Note, ...], Field(min_length=1)]


class MeasureCell(Node):
    step: Id
    cards: Annotated[tuple[Measure, ...], Field(min_length=1)]


class PictureCell(Node):
    step: Id
    cards: Annotated[tuple[Picture, ...], Field(min_length=1)]


Cell = TouchpointCell | NoteCell | MeasureCell | PictureCell


LaneKind = Literal["touchpoints", "notes", "text", "metrics", "images", "emotion", "channels", "separator"]


class LaneBase(Identified):
    """What all lanes have. `mode` says on which side of a mirror map it stands; `icon` "" is the kind's own."""

    kind: LaneKind  # one of them in each class; named here so that it stands first in the file
    title: Text = ""
    description: Text = ""
    icon: Text = ""
    mode: Mode = ""
    color: Color = ""
    height: Length = 0
    collapsed: bool = False
    hidden: bool = False


class TouchpointLane(LaneBase):
    """A row of touchpoints."""

    kind: Literal["touchpoints"]
    cells: tuple[TouchpointCell, ...] = ()


class NoteLane(LaneBase):
    """A row of notes; `tone` is that of a new one."""

    kind: Literal["notes"]
    tone: Tone = "thought"
    cells: tuple[NoteCell, ...] = ()


class TextLane(LaneBase):
    """A row of free text."""

    kind: Literal["text"]
    cells: tuple[NoteCell, ...] = ()


class MetricLane(LaneBase):
    """A row of figures."""

    kind: Literal["metrics"]
    cells: tuple[MeasureCell, ...] = ()


class PictureLane(LaneBase):
    """A row of images or storyboard frames."""

    kind: Literal["images"]
    cells: tuple[PictureCell, ...] = ()


class EmotionPoint(Identified):
    """A point of a curve that is drawn by hand. `position` runs from 0 to 1 across the step."""

    step: Id
    persona: Id
    position: Annotated[float, Field(ge=0, le=1)] = 0.5
    value: EmotionValue
    label: Text = ""


class EmotionLane(LaneBase):
    """The emotion curve. Its points come from the touchpoints, from hand-drawn points, or from both on one curve; or
    both stand side by side as two curves that are compared.

    `personas` empty means: those of the map.
    """

    kind: Literal["emotion"]
    points_from: Literal["touchpoints", "hand", "both", "compare"] = "touchpoints"
    expectation: bool = False
    personas: tuple[Id, ...] = ()
    points: tuple[EmotionPoint, ...] = ()


class ChannelMark(Node):
    """A mark of the channel matrix set by hand; importance 1 to 3 is drawn as thickness."""

    channel: Id
    step: Id
    importance: Annotated[int, Field(ge=1, le=3)] = 1


class ChannelLane(LaneBase):
    """A matrix of channels by steps. Marks come from the touchpoints; `marks` adds to them or weighs them.

    `channels` empty means: all that the map's touchpoints use.
    """

    kind: Literal["channels"]
    channels: tuple[Id, ...] = ()
    marks: tuple[ChannelMark, ...] = ()


class SeparatorLane(LaneBase):
    """A line across the map with a label, as in a service blueprint."""

    kind: Literal["separator"]
    line: Literal["", "interaction", "visibility", "internal-interaction"] = ""


Lane = Annotated[
    TouchpointLane | NoteLane | TextLane | MetricLane | PictureLane | EmotionLane | ChannelLane | SeparatorLane,
    Field(discriminator="kind"),
]

#: The lanes that hold cards.
CardLane = TouchpointLane | NoteLane | TextLane | MetricLane | PictureLane

#: Which class of card a lane of a kind holds; a kind that is missing here holds none.
CARD_OF_LANE: dict[str, type[Touchpoint] | type[Note] | type[Measure] | type[Picture]] = {
    "touchpoints": Touchpoint,
    "notes": Note,
    "text": Note,
    "metrics": Measure,
    "images": Picture,
}

CELL_OF_LANE: dict[str, type[TouchpointCell] | type[NoteCell] | type[MeasureCell] | type[PictureCell]] = {
    "touchpoints": TouchpointCell,
    "notes": NoteCell,
    "text": NoteCell,
    "metrics": MeasureCell,
    "images": PictureCell,
}

LANE_OF_KIND: dict[str, type[LaneBase]] = {
    "touchpoints": TouchpointLane,
    "notes": NoteLane,
    "text": TextLane,
    "metrics": MetricLane,
    "images": PictureLane,
    "emotion": EmotionLane,
    "channels": ChannelLane,
    "separator": SeparatorLane,
}

#: Where the phase band stands: "" is the top, else the id of the lane under which it runs.
BandPosition = OptionalId
