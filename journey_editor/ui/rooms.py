"""The rooms that the workspace stands in, to be entered one after the other while the window goes on.

Importing them all takes a third of a second, in which nothing else would happen.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

#: In this order each adds about the same (30 ms); what a room needs is imported with it. All of them are imported by
#: name elsewhere too, so packers find them.
ROOMS = (
    "pydantic",
    "pydantic.types",
    "journey_editor.model.base",
    "journey_editor.model.cards",
    "journey_editor.model.filtering",
    "journey_editor.layout.fonts",
    "journey_editor.layout.compose",
    "journey_editor.session.acts",
    "journey_editor.canvas.frames",
    "journey_editor.canvas.view",
    "journey_editor.ui.workspace",
)


def enter() -> Iterator[None]:
    """Import the rooms, one at each step."""
    for name in ROOMS:
        import_module(name)
        yield
