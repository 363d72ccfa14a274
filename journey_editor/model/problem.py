"""What is wrong with a project, and where. By itself, so that the command line can name problems without pydantic."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """`pointer` leads from the project to the place ("/maps/0/lanes/2/cells/0/cards/1/channel")."""

    pointer: str
    message: str
