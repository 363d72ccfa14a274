"""What gestures, selection and focus ask the overlay to draw, as plain values in points of the map."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.layout.drawlist import Group
from journey_editor.layout.result import Box


class Selected(NamedTuple):
    """A ring in the accent colour; `handles` says whether paths may be pulled out of it."""

    box: Box
    handles: bool


class Focused(NamedTuple):
    """The place of the keyboard: a ring in ink, a little wider, so that both rings may show at once."""

    box: Box


class Found(NamedTuple):
    """A thing that has the words somebody looks for."""

    box: Box


class Hovered(NamedTuple):
    """What is under the pointer; with a handle at the right where a path may be pulled out."""

    box: Box
    handle: bool


class Offer(NamedTuple):
    """An empty cell that is hovered or focused: a dashed field with a plus and what it would hold. With `whole` the
    field fills the box: an empty frame of a storyboard."""

    box: Box
    words: str
    whole: bool = False


class SelectedLine(NamedTuple):
    """A selected path, or the trace of a selected card, by its corner points. It runs behind `band`, the phases, and
    behind its own `label`."""

    corners: tuple[tuple[float, float], ...]
    band: Box | None
    knobs: bool
    label: Box | None = None


class DropLine(NamedTuple):
    """Where what is dragged will land: a line with a ring at each end."""

    x1: float
    y1: float
    x2: float
    y2: float


class Target(NamedTuple):
    """The cell (or phase, or lane) that will take it, tinted; framed where it is empty."""

    x: float
    y: float
    w: float
    h: float
    framed: bool


class Refusal(NamedTuple):
    """A place that cannot take it: dashed red edge, a sign and its name."""

    x: float
    y: float
    w: float
    h: float
    words: str


class Origin(NamedTuple):
    """Where something dragged comes from: shown faintly, with a dashed edge."""

    box: Box


class Ghost(NamedTuple):
    """What is dragged, under the pointer: drawn as the map draws it; `number` shows when there are several."""

    group: Group
    x: float
    y: float
    number: int


class Rope(NamedTuple):
    """A path that is being pulled from a card to the pointer."""

    x1: float
    y1: float
    x2: float
    y2: float


class Sketch(NamedTuple):
    """How a path would run that is being drawn, by its corner points."""

    corners: tuple[tuple[float, float], ...]


class OpenPoint(NamedTuple):
    """Where a point could be set on a curve: hollow, in the shape of the persona's dots; `hot` under the pointer."""

    x: float
    y: float
    dot: str
    color: str
    hot: bool


class HeldPoint(NamedTuple):
    """The point of a curve that the keyboard has in hand."""

    x: float
    y: float


class Bubble(NamedTuple):
    """A few words over a point of the map, such as the value of a point that is dragged."""

    x: float
    y: float
    words: str


class Band(NamedTuple):
    """The rectangle of a selection by dragging over empty ground."""

    x: float
    y: float
    w: float
    h: float


class Tip(NamedTuple):
    """Words beside the pointer at (x, y): a live value, or (`refused`) why something cannot be done here."""

    x: float
    y: float
    words: str
    refused: bool


class Tucked(NamedTuple):
    """Hidden things of a kind (phase, lane), at the border where they would stand; (x, y) is the middle of the mark."""

    kind: str
    ids: tuple[str, ...]
    x: float
    y: float


Mark = (
    Selected
    | Focused
    | Found
    | Hovered
    | Offer
    | SelectedLine
    | DropLine
    | Target
    | Refusal
    | Origin
    | Ghost
    | Rope
    | Sketch
    | OpenPoint
    | HeldPoint
    | Bubble
    | Band
    | Tip
    | Tucked
)
