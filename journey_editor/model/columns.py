"""Phases and their steps: the columns of a map, from left to right."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Color, Id, Length, Node, Text


class Step(Node):
    """A column inside a phase. A phase has one unnamed step until the user splits it."""

    id: Id
    title: Text = ""
    width: Length = 0


class Phase(Node):
    """A group of columns with a goal and a colour."""

    id: Id
    title: Text = ""
    goal: Text = ""
    description: Text = ""
    color: Color = ""
    collapsed: bool = False
    hidden: bool = False
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
