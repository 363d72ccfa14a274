"""Phases and their steps: the columns of a map, from left to right."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Color, Identified, Length, Text


class Step(Identified):
    """A column inside a phase. A phase has one unnamed step until the user splits it."""

    title: Text = ""
    width: Length = 0


class Phase(Identified):
    """A group of columns with a goal and a colour."""

    title: Text = ""
    goal: Text = ""
    description: Text = ""
    color: Color = ""
    collapsed: bool = False
    hidden: bool = False
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
