"""Into which parts the pages of a map divide it, and which way round the paper lies best for them."""

from __future__ import annotations

from journey_editor.model.project import JourneyMap
from journey_editor.model.style import PageSetup

from .fit import SMALLEST, Room, readable_scale
from .guess import Guess
from .paper import Sheet
from .parting import between_phases, by_lanes, by_phases, by_room, by_width

#: How far below its width on screen a part may go for the sake of larger type.
NARROWER = 0.88
#: Type that reads well, in points of the page: for larger type alone, no paper is turned.
READABLE = 8.0
#: Once parts are narrow enough, so many more ways to divide a map are tried: narrower parts may take fewer pages.
_FURTHER = 3


def blocks_of(journey: JourneyMap, setup: PageSetup, sheet: Sheet) -> list[JourneyMap]:
    """The parts side by side or by lanes that a setup asks for; for readable type the first way of some."""
    if setup.fit == "phases":
        return by_phases(journey, setup.phases_each)
    if setup.fit == "lanes":
        return by_lanes(journey, setup.lanes_each)
    if setup.fit == "pages":
        return by_width(journey, setup.pages_wide)
    if setup.fit == "readable":
        return ways(journey, sheet.room / readable_scale(setup))[0]
    return by_room(journey, sheet.room)


def ways(journey: JourneyMap, width: float) -> list[list[JourneyMap]]:
    """Ways to divide a map into parts side by side that columns fit into, in the points of the layout: from as few
    parts as there can be to a few more. Phases are broken only where one alone is too wide."""
    found: list[list[JourneyMap]] = []
    phases = sum(not phase.hidden for phase in journey.phases)
    for count in range(1, phases + 1):
        blocks = between_phases(journey, count)
        if len(blocks) == count and max(Guess(block).natural for block in blocks) * NARROWER <= width:
            found.append(blocks)
            if len(found) == _FURTHER:
                break
    return found or [by_room(journey, width / NARROWER)]


def promise(journey: JourneyMap, setup: PageSetup, sheet: Sheet, room: Room) -> float:
    """How good a sheet is for a map, guessed, to compare it with the same sheet the other way round."""
    blocks = [Guess(block) for block in blocks_of(journey, setup, sheet)] if setup.fit != "page" else [Guess(journey)]
    if setup.fit not in ("natural", "readable"):
        scales = [room.guessed(block, setup.columns == "fill") for block in blocks]
        return min(scales) / sheet.growth if setup.fit == "page" else min(*scales, READABLE / SMALLEST)
    scale = 1.0 if setup.fit == "natural" else readable_scale(setup)
    # Not whole pages: a guess is too coarse to tell what just fits from what just does not.
    return -sum(max(block.height(room.width / scale) * scale / room.height, 1.0) for block in blocks)
