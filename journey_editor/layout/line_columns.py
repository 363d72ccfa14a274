"""Lines of text in columns, over as many pages as they need: no line is cut, and a heading stays with what it heads."""

from __future__ import annotations

from typing import NamedTuple

from .drawlist import Group, Item, Link


class Line(NamedTuple):
    """A line of a column, at its own origin. `keep`: it must not be the last one of a column."""

    items: tuple[Item, ...]
    above: float
    height: float
    keep: bool
    address: str = ""
    width: float = 0.0


class Columns(NamedTuple):
    """Columns side by side, each so wide, with so much between them."""

    number: int
    each: float
    between: float

    @classmethod
    def of(cls, width: float, wanted: float, between: float) -> Columns:
        """As many columns as a width has room for, if each is to be as wide as wanted."""
        count = max(1, int((width + between) / (wanted + between)))
        return cls(count, (width - (count - 1) * between) / count, between)

    def filled(self, lines: list[Line], x: float, y: float, height: float) -> tuple[list[Item], list[Line]]:
        """The columns at (x, y), filled one after the other, and the lines that found no room in them."""
        items: list[Item] = []
        for number in range(self.number):
            fitting = _fitting(lines, height)
            items += _placed(lines[:fitting], x + number * (self.each + self.between), y)
            lines = lines[fitting:]
        return items, lines


def height_of(lines: list[Line]) -> float:
    """How high lines are under each other."""
    return sum(line.height + (line.above if number else 0.0) for number, line in enumerate(lines))


def _fitting(lines: list[Line], height: float) -> int:
    """How many lines go into a column; at least one, so that it always goes on."""
    y = 0.0
    for number, line in enumerate(lines):
        y += line.height + (line.above if number else 0.0)
        if y > height:
            kept = number
            while kept > 0 and lines[kept - 1].keep:
                kept -= 1
            return kept or max(number, 1)  # what is longer than a column has to be parted
    return len(lines)


def _placed(lines: list[Line], x: float, y: float) -> list[Item]:
    items: list[Item] = []
    for number, line in enumerate(lines):
        y += line.above if number else 0.0
        items.append(Group(x, y, line.width, line.height, line.items))
        if line.address:
            items.append(Link(x, y, line.width, line.height, line.address))
        y += line.height
    return items
