"""Small drawn things that several parts of the map share: icons, the channel bar, chips, arrow heads, dots, stars."""

from __future__ import annotations

from functools import cache, lru_cache

from . import look
from .drawlist import Outline, Path, Rect, Step
from .icons import icon, icon_names, star_outline

# The share of a control arm that makes a cubic a quarter circle (error 0.03 %).
_ROUND = 0.5523


@cache
def known_icons() -> frozenset[str]:
    return frozenset(icon_names())


def icon_path(name: str, x: float, y: float, size: float, color: str) -> Path:
    """An icon with its top left at (x, y); a name we have no icon for is drawn as a plain circle."""
    outline = icon(name if name in known_icons() else "circle")
    return Path(outline, x, y, size / 24, stroke=color, width=size * look.ICON_STROKE)


def star(x: float, y: float, size: float, color: str) -> Path:
    """A filled star with its top left at (x, y)."""
    return Path(star_outline(), x, y, size / 24, fill=color)


@lru_cache(maxsize=4096)
def bar_outline(h: float, w: float = look.BAR, r: float = look.RADIUS) -> Outline:
    """A bar of height h, rounded at its left."""
    k = r * (1 - _ROUND)
    return Outline(
        (
            ("M", w, 0.0),
            ("L", w, h),
            ("L", r, h),
            ("C", k, h, 0.0, h - k, 0.0, h - r),
            ("L", 0.0, r),
            ("C", 0.0, k, k, 0.0, r, 0.0),
            ("Z",),
        )
    )


@lru_cache(maxsize=2048)
def call_outline(w: float, h: float) -> Outline:
    """The arrow-shaped chip of a call to action: w includes the tip, which is as long however high the chip is."""
    tip = look.CHIP_TIP
    return Outline((("M", 0.0, 0.0), ("L", w - tip, 0.0), ("L", w, h / 2), ("L", w - tip, h), ("L", 0.0, h), ("Z",)))


@cache
def arrow_outline(direction: str) -> Outline:
    """A filled arrow head of length 1 whose tip is at (0, 0); direction is "right", "left", "up" or "down"."""
    corners: dict[str, tuple[Step, ...]] = {
        "right": (("M", 0.0, 0.0), ("L", -1.0, -0.5), ("L", -1.0, 0.5), ("Z",)),
        "left": (("M", 0.0, 0.0), ("L", 1.0, -0.5), ("L", 1.0, 0.5), ("Z",)),
        "down": (("M", 0.0, 0.0), ("L", -0.5, -1.0), ("L", 0.5, -1.0), ("Z",)),
        "up": (("M", 0.0, 0.0), ("L", -0.5, 1.0), ("L", 0.5, 1.0), ("Z",)),
    }
    return Outline(corners[direction])


@cache
def dot_outline(shape: str) -> Outline:
    """A dot of radius 1 round (0, 0): "round", "square", "diamond" or "triangle", of about the same area."""
    if shape == "square":
        return Outline((("M", -0.9, -0.9), ("L", 0.9, -0.9), ("L", 0.9, 0.9), ("L", -0.9, 0.9), ("Z",)))
    if shape == "diamond":
        return Outline((("M", 0.0, -1.25), ("L", 1.25, 0.0), ("L", 0.0, 1.25), ("L", -1.25, 0.0), ("Z",)))
    if shape == "triangle":
        return Outline((("M", 0.0, -1.3), ("L", 1.25, 0.9), ("L", -1.25, 0.9), ("Z",)))
    c = _ROUND
    return Outline(
        (
            ("M", 1.0, 0.0),
            ("C", 1.0, c, c, 1.0, 0.0, 1.0),
            ("C", -c, 1.0, -1.0, c, -1.0, 0.0),
            ("C", -1.0, -c, -c, -1.0, 0.0, -1.0),
            ("C", c, -1.0, 1.0, -c, 1.0, 0.0),
            ("Z",),
        )
    )


def dot(shape: str, x: float, y: float, radius: float, color: str, width: float = 1.25) -> Path:
    """A hollow dot on a curve."""
    return Path(dot_outline(shape), x, y, radius, fill=look.PAPER, stroke=color, width=width)


def horizontal(x: float, y: float, w: float, thickness: float, color: str) -> Rect:
    """A rule, as a filled rectangle: it prints crisper than a stroked line and no cap sticks out."""
    return Rect(x, y, w, thickness, fill=color)


def vertical(x: float, y: float, h: float, thickness: float, color: str) -> Rect:
    return Rect(x, y, thickness, h, fill=color)
