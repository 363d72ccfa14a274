"""Which marks lie under the heads that stay at the edges, which on them, and which over everything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from journey_editor.layout.drawlist import Group

from .heads import Heads
from .marks import Focused, Found, Ghost, Hovered, Mark, Offer, Origin, Selected, SelectedLine, Tucked
from .tucked import staying

#: Marks of things at rest: heads that stay at an edge cover them like the things themselves.
_AT_REST = (Found, Selected, SelectedLine, Focused, Hovered, Offer, Origin)


class Layers(NamedTuple):
    """The marks of one frame: under the heads, on the lane heads, on the phase band, above all."""

    below: tuple[Mark, ...]
    lanes: tuple[Mark, ...]
    band: tuple[Mark, ...]
    above: tuple[Mark, ...]

    @classmethod
    def of(cls, heads: Heads, marks: Iterable[Iterable[Mark]]) -> Layers:
        """Sort marks, given in their order of drawing, by where they belong."""
        every = [mark for some in marks for mark in some]
        if heads.band is None and heads.lanes is None:
            return cls((), (), (), tuple(every))
        sorted_: dict[str, list[Mark]] = {"below": [], "lanes": [], "band": [], "above": []}
        for mark in every:
            kind = _kind(mark)
            if isinstance(mark, Tucked):
                if (stays := staying(heads, mark)) is not None:
                    sorted_["above"].append(stays)
            elif heads.band is not None and kind in ("phase", "step"):
                sorted_["band"].append(mark)
            elif heads.lanes is not None and kind == "lane" and isinstance(mark, _AT_REST):
                sorted_["lanes"].append(mark)
            else:
                sorted_["below" if isinstance(mark, _AT_REST) else "above"].append(mark)
        return cls(*(tuple(sorted_[name]) for name in cls._fields))


def _kind(mark: Mark) -> str:
    """What kind of thing a mark belongs to, as far as it matters here."""
    if isinstance(mark, Ghost):
        inner = next((item for item in mark.group.items if isinstance(item, Group)), None)
        return "phase" if inner is not None and inner.tag is not None and inner.tag.kind == "phase" else ""
    return mark.box.kind if isinstance(mark, (Found, Selected, Focused, Hovered, Origin)) else ""
