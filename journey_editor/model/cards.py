"""The cards that lie in cells: touchpoints, notes, measures and pictures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Address, Color, Day, Id, Identified, Node, OptionalId, Sha256, Text

Mode = Literal["", "online", "offline", "both"]
Status = Literal["existing", "possible"]
Evidence = Literal["observed", "assumed", "proposed"]
FlowRole = Literal["", "start", "decision", "action", "wait", "end"]
Tone = Literal[
    "text",
    "action",
    "thought",
    "quote",
    "pain",
    "opportunity",
    "idea",
    "question",
    "data-task",
    "challenge",
]

#: -2 (very bad) to +2 (very good) in steps of 0.5.
EmotionValue = Annotated[float, Field(ge=-2, le=2, multiple_of=0.5)]


class Emotion(Node):
    """What one persona feels at a touchpoint, and what it had expected to feel."""

    persona: Id
    value: EmotionValue | None = None
    expected: EmotionValue | None = None
    label: Text = ""


class Metric(Node):
    """A figure with its target. A value without a source is shown as such."""

    name: Text = ""
    value: float | None = None
    unit: Text = ""
    target: float | None = None
    better: Literal["higher", "lower"] = "higher"
    trend: Literal["", "rising", "steady", "falling"] = ""
    source: Text = ""
    date: Day = ""


class WebLink(Node):
    """An address to look something up; `title` is what is shown."""

    title: Text = ""
    address: Address


class ImageUse(Node):
    """A picture out of the project's images, with the words that stand for it where it cannot be seen."""

    sha256: Sha256
    caption: Text = ""


class Touchpoint(Identified):
    """One contact between the customer and the company."""

    title: Text = ""
    description: Text = ""
    channel: OptionalId = ""
    mode: Mode = ""  # "" follows the channel
    where: Text = ""
    medium: Text = ""
    content: Text = ""
    call_to_action: Text = ""
    device: Text = ""
    actor: Text = ""
    owner: Text = ""
    duration: Text = ""
    status: Status = "existing"
    evidence: Evidence = "observed"
    source: Text = ""
    expectation: Text = ""
    experience: Text = ""
    emotions: tuple[Emotion, ...] = ()
    moment_of_truth: bool = False
    optional: bool = False
    flow_role: FlowRole = ""
    metrics: tuple[Metric, ...] = ()
    tags: tuple[Text, ...] = ()
    links: tuple[WebLink, ...] = ()
    images: tuple[ImageUse, ...] = ()
    color: Color = ""  # "" is the channel's


class Note(Identified):
    """A card of plain text with a tone."""

    text: Text = ""
    tone: Tone = "text"
    persona: OptionalId = ""
    evidence: Evidence = "observed"
    source: Text = ""
    owner: Text = ""
    tags: tuple[Text, ...] = ()
    links: tuple[WebLink, ...] = ()
    color: Color = ""


class Measure(Identified):
    """A figure that stands on the map by itself, in a metrics lane."""

    metric: Metric = Metric()
    tags: tuple[Text, ...] = ()


class Picture(Identified):
    """An image, or one frame of a storyboard, in an images lane."""

    image: ImageUse | None = None
    text: Text = ""
    tags: tuple[Text, ...] = ()


Card = Touchpoint | Note | Measure | Picture
