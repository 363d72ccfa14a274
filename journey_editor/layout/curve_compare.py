"""What a curve drawn by hand says otherwise than the one computed from the touchpoints: the area between them, hatched,
and how far they part where they part most."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.wording import tr

from .drawlist import Outline, Path, Step
from .numbers import number

HATCH_WIDTH = 0.6
_PACE = 4.0  # points between two strokes of the hatching
_LEAST = 1.0  # a stroke that would be shorter is left out

#: x, and y of the one and of the other curve there.
Gap = tuple[float, float, float]


class Difference(NamedTuple):
    """Where the curve by hand parts most from the computed one, and by how much, in steps of 0.5 (higher: > 0)."""

    x: float
    y: float
    value: float


def gaps(computed: Outline, by_hand: Outline) -> list[Gap]:
    """Both curves side by side, wherever there are both."""
    if len(computed.steps) < 2 or len(by_hand.steps) < 2:
        return []
    left = max(_end(computed.steps[0])[0], _end(by_hand.steps[0])[0])
    right = min(_end(computed.steps[-1])[0], _end(by_hand.steps[-1])[0])
    count = int((right - left) / _PACE)
    xs = [left + n * _PACE for n in range(count + 1)] if count >= 0 and right >= left else []
    return list(zip(xs, _heights(computed, xs), _heights(by_hand, xs), strict=True))


def hatching(found: list[Gap], color: str) -> Path:
    """Upright strokes between the curves."""
    steps: list[Step] = []
    for x, a, b in found:
        if abs(a - b) >= _LEAST:
            steps += (("M", x, a), ("L", x, b))
    return Path(Outline(tuple(steps)), stroke=color, width=HATCH_WIDTH)


def widest(found: list[Gap], points_per_value: float) -> Difference | None:
    """None where the curves are nowhere half a value apart. `points_per_value` is how high 1 is."""
    if not found:
        return None
    x, a, b = max(found, key=lambda gap: abs(gap[1] - gap[2]))
    value = round((a - b) / points_per_value * 2.0) / 2.0
    return Difference(x, min(a, b), value) if value else None


def difference_words(value: float, language: str) -> str:
    """ "by hand 1.5 higher"."""
    size = number(abs(value), language)
    if value > 0:
        return tr("by hand {value} higher", to=language, value=size)
    return tr("by hand {value} lower", to=language, value=size)


def _end(step: Step) -> tuple[float, float]:
    """Where a step ends."""
    assert len(step) != 1  # a curve is never closed
    return step[-2], step[-1]


def _heights(line: Outline, xs: list[float]) -> list[float]:
    """y at rising values of x on a curve of `curve.smooth`, whose control points stand at thirds: x grows evenly."""
    found: list[float] = []
    pieces = (step for step in line.steps if len(step) == 7)
    x0, y0 = _end(line.steps[0])
    _, _, y1, _, y2, x3, y3 = next(pieces)
    for x in xs:
        while x > x3:
            piece = next(pieces, None)
            if piece is None:
                break
            x0, y0 = x3, y3
            _, _, y1, _, y2, x3, y3 = piece
        t = min(max((x - x0) / max(x3 - x0, 1e-9), 0.0), 1.0)
        s = 1.0 - t
        found.append(s**3 * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t**3 * y3)
    return found
