"""SVG shapes as steps of an outline, as far as icons use them: path, line, polyline, polygon, rect, circle, ellipse.

The icons come with the program; this is no reader for SVG files of other people. What it does not know (transforms,
styles, text) is an error and never left out silently.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from journey_editor.layout.drawlist import Step

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_SEPARATOR = re.compile(r"[\s,]*")

#: How many numbers each path command takes.
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}

#: The handle length that makes a cubic Bézier of a quarter circle (largest radial error 0.027 %).
_QUARTER = 4.0 / 3.0 * (sqrt(2.0) - 1.0)


def read_svg(text: str) -> tuple[Step, ...]:
    """The steps of all shapes of an SVG document, in its own units.

    Raises ValueError for what is not understood.
    """
    steps: list[Step] = []
    for element in ET.fromstring(text).iter():
        tag = str(element.tag).rpartition("}")[2]
        if element.get("transform") or element.get("style"):
            raise ValueError(f"<{tag}> carries a transform or a style, which icons here may not")
        if tag not in ("svg", "g", "title"):
            steps += _shape(tag, element)
    return tuple(steps)


def _shape(tag: str, element: ET.Element) -> list[Step]:
    def length(name: str) -> float:
        return float(element.get(name, "0"))

    match tag:
        case "path":
            return path_steps(element.get("d", ""))
        case "circle":
            return _ellipse(length("cx"), length("cy"), length("r"), length("r"))
        case "ellipse":
            return _ellipse(length("cx"), length("cy"), length("rx"), length("ry"))
        case "rect":
            rx = element.get("rx", element.get("ry", "0"))
            ry = element.get("ry", rx)
            return _rect(length("x"), length("y"), length("width"), length("height"), float(rx), float(ry))
        case "line":
            return [("M", length("x1"), length("y1")), ("L", length("x2"), length("y2"))]
        case "polyline" | "polygon":
            numbers = [float(found) for found in _NUMBER.findall(element.get("points", ""))]
            steps: list[Step] = [
                ("L" if at else "M", x, y) for at, (x, y) in enumerate(zip(numbers[::2], numbers[1::2], strict=True))
            ]
            return [*steps, ("Z",)] if tag == "polygon" else steps
        case _:
            raise ValueError(f"<{tag}> is not a shape that icons here may use")


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Step]:
    hx, hy = rx * _QUARTER, ry * _QUARTER
    return [
        ("M", cx + rx, cy),
        ("C", cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry),
        ("C", cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy),
        ("C", cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry),
        ("C", cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy),
        ("Z",),
    ]


def _rect(x: float, y: float, w: float, h: float, rx: float, ry: float) -> list[Step]:
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    right, bottom = x + w, y + h
    if not (rx and ry):
        return [("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",)]
    kx, ky = rx * (1 - _QUARTER), ry * (1 - _QUARTER)
    return [
        ("M", x + rx, y),
        ("L", right - rx, y),
        ("C", right - kx, y, right, y + ky, right, y + ry),
        ("L", right, bottom - ry),
        ("C", right, bottom - ky, right - kx, bottom, right - rx, bottom),
        ("L", x + rx, bottom),
        ("C", x + kx, bottom, x, bottom - ky, x, bottom - ry),
        ("L", x, y + ry),
        ("C", x, y + ky, x + kx, y, x + rx, y),
        ("Z",),
    ]


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """The commands of path data with their numbers; repeated numbers repeat the command, after M as L."""
    at, command = 0, ""
    while (at := _skip(data, at)) < len(data):
        if data[at].upper() in _ARITY:
            command, at = data[at], at + 1
        elif not command or command in "Zz":
            raise ValueError(f"path data is not understood at {data[at:]!r}")
        numbers: list[float] = []
        for place in range(_ARITY[command.upper()]):
            at = _skip(data, at)
            if command in "Aa" and place in (3, 4):  # a flag is one digit, and the next number may follow at once
                numbers.append(float(data[at : at + 1]))
                at += 1
                continue
            found = _NUMBER.match(data, at)
            if not found:
                raise ValueError(f"path data lacks a number at {data[at:]!r}")
            numbers.append(float(found[0]))
            at = found.end()
        yield command, numbers
        command = {"M": "L", "m": "l"}.get(command, command)


def _skip(data: str, at: int) -> int:
    found = _SEPARATOR.match(data, at)
    return found.end() if found else at


def path_steps(data: str) -> list[Step]:
    """The steps of SVG path data (the `d` attribute); arcs and quadratic curves become cubic Béziers."""
    steps: list[Step] = []
    x = y = start_x = start_y = 0.0
    handle: tuple[str, float, float] = ("", 0.0, 0.0)  # the last control point, for S (after C or S) and T (after Q, T)
    for command, n in _commands(data):
        kind = command.upper()
        dx, dy = (x, y) if command.islower() else (0.0, 0.0)
        last, handle = handle, ("", 0.0, 0.0)
        match kind:
            case "Z":
                steps.append(("Z",))
                x, y = start_x, start_y
            case "M":
                x, y = start_x, start_y = n[0] + dx, n[1] + dy
                steps.append(("M", x, y))
            case "L" | "H" | "V":
                x, y = {"L": (n[0] + dx, n[-1] + dy), "H": (n[0] + dx, y), "V": (x, n[0] + dy)}[kind]
                steps.append(("L", x, y))
            case "C" | "S":
                mirrored = [2 * x - last[1], 2 * y - last[2]] if last[0] == "C" else [x, y]
                points = [value + (dy if at % 2 else dx) for at, value in enumerate(n)]
                x1, y1, x2, y2, x, y = points if kind == "C" else mirrored + points
                steps.append(("C", x1, y1, x2, y2, x, y))
                handle = ("C", x2, y2)
            case "Q" | "T":
                mirrored = [2 * x - last[1], 2 * y - last[2]] if last[0] == "Q" else [x, y]
                points = [value + (dy if at % 2 else dx) for at, value in enumerate(n)]
                qx, qy, to_x, to_y = points if kind == "Q" else mirrored + points
                steps.append(_quadratic(x, y, qx, qy, to_x, to_y))
                handle, x, y = ("Q", qx, qy), to_x, to_y
            case "A":
                to_x, to_y = n[5] + dx, n[6] + dy
                steps += arc_steps(x, y, n[0], n[1], n[2], bool(n[3]), bool(n[4]), to_x, to_y)
                x, y = to_x, to_y
    return steps


def _quadratic(x: float, y: float, qx: float, qy: float, to_x: float, to_y: float) -> Step:
    """The cubic Bézier that is the very same curve (degree elevation)."""
    third = 2.0 / 3.0
    x1, y1 = x + third * (qx - x), y + third * (qy - y)
    x2, y2 = to_x + third * (qx - to_x), to_y + third * (qy - to_y)
    return ("C", x1, y1, x2, y2, to_x, to_y)


def arc_steps(
    x: float, y: float, rx: float, ry: float, rotation: float, large: bool, sweep: bool, to_x: float, to_y: float
) -> list[Step]:
    """An elliptical arc from (x, y) as cubic Béziers of at most a quarter turn.

    Follows SVG 1.1, appendix F.6 (from end points to a centre, and radii that are too small are scaled up).
    `rotation` is in degrees.
    """
    if (x, y) == (to_x, to_y):
        return []
    rx, ry = abs(rx), abs(ry)
    if not (rx and ry):
        return [("L", to_x, to_y)]
    turn_cos, turn_sin = cos(radians(rotation)), sin(radians(rotation))
    half_x, half_y = (x - to_x) / 2, (y - to_y) / 2
    px, py = turn_cos * half_x + turn_sin * half_y, turn_cos * half_y - turn_sin * half_x
    grow = hypot(px / rx, py / ry)
    if grow > 1:
        rx, ry = rx * grow, ry * grow
    across = (rx * py) ** 2 + (ry * px) ** 2
    factor = sqrt(max(0.0, (rx * ry) ** 2 / across - 1)) * (1 if large != sweep else -1)
    cx, cy = factor * rx * py / ry, -factor * ry * px / rx
    begin = atan2((py - cy) / ry, (px - cx) / rx)
    span = atan2((-py - cy) / ry, (-px - cx) / rx) - begin
    if sweep and span < 0:
        span += 2 * pi
    elif not sweep and span > 0:
        span -= 2 * pi
    centre_x = turn_cos * cx - turn_sin * cy + (x + to_x) / 2
    centre_y = turn_sin * cx + turn_cos * cy + (y + to_y) / 2

    def place(u: float, v: float) -> tuple[float, float]:
        """A point of the unit circle on the ellipse."""
        u, v = u * rx, v * ry
        return centre_x + turn_cos * u - turn_sin * v, centre_y + turn_sin * u + turn_cos * v

    pieces = max(1, ceil(abs(span) / (pi / 2) - 1e-9))
    step = span / pieces
    reach = 4.0 / 3.0 * tan(step / 4)
    steps: list[Step] = []
    for piece in range(pieces):
        a, b = begin + piece * step, begin + (piece + 1) * step
        x1, y1 = place(cos(a) - reach * sin(a), sin(a) + reach * cos(a))
        x2, y2 = place(cos(b) + reach * sin(b), sin(b) - reach * cos(b))
        end_x, end_y = (to_x, to_y) if piece == pieces - 1 else place(cos(b), sin(b))
        steps.append(("C", x1, y1, x2, y2, end_x, end_y))
    return steps
