"""What all gestures on the map are: state machines on plain points; nothing here knows of events or widgets.

A gesture begins at a mark, follows the pointer, and says all the while what it would do: as `marks` for the overlay and
as `hint` in words. `drop` does it, as one step of history; a gesture that is let go of without `drop` has changed
nothing.
"""

from __future__ import annotations

from journey_editor.layout.result import Layout
from journey_editor.model.project import Project

from .marks import Mark, Refusal
from .scene import NO_KEYS, Keys, Scene


class Gesture:
    """Something that is being done. `marks` and `hint` are true for the last `follow`."""

    #: Whether a place under heads that stay at an edge counts, rather than the head that is seen there.
    under_heads = False
    #: The ways in which the map scrolls when the pointer is near an edge.
    ways = "xy"

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.marks: tuple[Mark, ...] = ()
        self.hint = ""
        self.preview: Project | None = None  # what the map would be; None where marks say it all

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        """The pointer is at (x, y) of the map."""

    def look(self, layout: Layout) -> None:
        """The map looks like this, now that it shows the preview."""

    @property
    def refused(self) -> bool:
        """Whether the place cannot take it; `hint` says why."""
        return any(isinstance(mark, Refusal) for mark in self.marks)

    @property
    def says(self) -> bool:
        """Whether the hint stands beside the pointer: where something is refused, or a size changes."""
        return self.refused

    def drop(self) -> None:
        """The button is released: do it. Raises EditError."""
