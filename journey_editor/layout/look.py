"""The map's look: colours, type and spacing of the one theme ("paper"), the same on screen and in print.

Phase colours differ in lightness by at least 7.9 (CIE L*) from each other, so that they stay apart in grey print; text
on them is at least 4.5:1. All lengths are points.
"""

from __future__ import annotations

from typing import NamedTuple

from .shape import TextStyle

INK = "#1B2230"
INK_2 = "#4A5363"
BODY = "#2B3342"
PAPER = "#FFFFFF"
LANE_RULE = "#B9C0CB"
COLUMN_RULE = "#E6E9EE"
CARD_EDGE = "#868F9F"
POSSIBLE_EDGE = "#6A7484"
CHIP = "#EEF0F3"
CALL = "#DCE2EA"
LINE = "#3D4654"
WARNING = "#98261B"
MET, MISSED = "#1C6137", "#98261B"
BAND_GOOD = "#F1F6F1"
BAND_BAD = "#F9F2F0"
ZERO_LINE = "#868F9F"
TEXT_ON_LIGHT = "#14181F"

TITLE = TextStyle(14, bold=True, color=INK)
SUBTITLE = TextStyle(8.5, color=INK_2)
PHASE_SIZE = 10.5
GOAL_SIZE = 7.5
STEP = TextStyle(7.5, bold=True, color=INK_2)
LANE_TITLE = TextStyle(9, bold=True, color=INK)
LANE_CAPTION = TextStyle(7, color=INK_2)
CARD_TITLE = TextStyle(8.5, bold=True, color=INK)
CARD_TEXT = TextStyle(7.5, color=BODY)
CHIP_TEXT = TextStyle(7, color=BODY)
CALL_TEXT = TextStyle(7, bold=True, color=INK)
NOTE_TEXT = TextStyle(7.5, color=INK)
METRIC_NAME = TextStyle(7.5, color=BODY)
METRIC_VALUE = TextStyle(7.5, bold=True, color=INK)
FOLDED_COUNT = TextStyle(7.5, color=INK_2)
METRIC_TARGET = TextStyle(7.5, color=INK_2)
METRIC_REMARK = TextStyle(7, color=INK_2)
CURVE_LABEL = TextStyle(7, color=INK)
CONDITION = TextStyle(7, color=INK)

MARGIN = 12.0  # white around the map
HEAD = 88.0  # lane heads
LEAST_HEAD = 44.0
COLUMN = 134.0
LEAST_COLUMN = 60.0  # below, words stand out of their cards; a smaller width in a file counts as this
FOLDED = 76.0  # the column of a folded phase
CELL_TOP, CELL_RIGHT, CELL_BOTTOM, CELL_LEFT = 7.0, 5.0, 7.0, 9.0
CARD_GAP = 5.0
CARD_TOP, CARD_RIGHT, CARD_BOTTOM, CARD_LEFT = 4.0, 6.0, 5.0, 9.0
BAR = 3.4  # the channel's colour at the left of a touchpoint
ICON = 10.0
MARK = 8.5
ICON_STROKE = 2.2 / 24  # of an icon's size
RADIUS = 3.0
CHIP_HEIGHT = 11.0
CHIP_TIP = CHIP_HEIGHT / 2.4  # of a call to action
ROW_LEAST = 36.0
BAND_LEAST = 42.0
PHASE_PAD, PHASE_TIP = 11.0, 6.0  # left of a phase's words; the chevron's tip
STEP_STRIP = 15.0  # the names of the steps, under the chevrons
CURVE_HEIGHT = 84.0
MATRIX_ROW = 15.0


class PhaseColor(NamedTuple):
    name: str
    fill: str
    text: str


PHASE_COLORS = (
    PhaseColor("indigo", "#223E75", "#FFFFFF"),
    PhaseColor("wine", "#8C384E", "#FFFFFF"),
    PhaseColor("petrol", "#007688", "#FFFFFF"),
    PhaseColor("moss", "#708950", TEXT_ON_LIGHT),
    PhaseColor("clay", "#CC855D", TEXT_ON_LIGHT),
    PhaseColor("sky", "#79B2D7", TEXT_ON_LIGHT),
    PhaseColor("sage", "#A4CBA7", TEXT_ON_LIGHT),
    PhaseColor("sand", "#EFD4A3", TEXT_ON_LIGHT),
)

# Which slots (from 0) a map of N phases takes, so that neighbours stay far apart.
_SPREAD = {
    1: (0,),
    2: (0, 7),
    3: (0, 4, 6),
    4: (0, 2, 5, 7),
    5: (0, 2, 3, 5, 7),
    6: (0, 1, 3, 4, 6, 7),
    7: (0, 1, 2, 3, 5, 6, 7),
    8: (0, 1, 2, 3, 4, 5, 6, 7),
}


def phase_fill(index: int, count: int, own: str) -> str:
    """The fill of the phase at `index` of `count`; `own` is the colour it asks for, "" for none."""
    if own:
        return own
    return PHASE_COLORS[_SPREAD[count][index] if count in _SPREAD else index % len(PHASE_COLORS)].fill


def channels_of(color: str) -> tuple[int, int, int]:
    """Red, green and blue of "#RRGGBB", 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mixed(color: str, other: str, share: float) -> str:
    """`color` with `share` (0 to 1) of `other` in it, channel by channel."""
    pairs = zip(channels_of(color), channels_of(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def luminance(color: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in channels_of(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_on(fill: str) -> str:
    """White or near-black, whichever reads better on the fill."""
    return PAPER if contrast(fill, PAPER) >= contrast(fill, TEXT_ON_LIGHT) else TEXT_ON_LIGHT


class ToneLook(NamedTuple):
    ground: str
    symbol: str
    icon: str


TONES: dict[str, ToneLook] = {
    "action": ToneLook("#EEF0F3", "#3D4654", "footprints"),
    "thought": ToneLook("#F1EEF8", "#54407D", "brain"),
    "quote": ToneLook("#F2F4F7", "#3D4654", "quote"),
    "pain": ToneLook("#FBEAE7", "#98261B", "triangle-alert"),
    "opportunity": ToneLook("#E6F3EA", "#1C6137", "trending-up"),
    "idea": ToneLook("#FDF3D3", "#6E4D00", "lightbulb"),
    "question": ToneLook("#E7F0F7", "#1F5476", "circle-question-mark"),
    "data-task": ToneLook("#EEF0F3", "#3D4654", "database"),
    "challenge": ToneLook("#E7F0F7", "#1F5476", "mountain"),
}

LANE_ICONS = {
    "touchpoints": "waypoints",
    "notes": "message-circle",
    "text": "text",
    "metrics": "gauge",
    "images": "image",
    "emotion": "activity",
    "channels": "share-2",
    "separator": "separator-horizontal",
}

#: What a touchpoint does in a flow; the same signs as in the inspector.
FLOW_ICONS = {
    "start": "play",
    "decision": "git-branch",
    "action": "zap",
    "wait": "hourglass",
    "end": "flag",
}

NO_CHANNEL = "#56606F"


class CurveLook(NamedTuple):
    color: str
    dash: tuple[float, ...]
    dot: str  # "round", "square", "diamond" or "triangle"


#: Personas take these in turn; colour, dash and dot differ, so that one alone would do.
CURVES = (
    CurveLook("#2B3445", (), "round"),
    CurveLook("#8C384E", (5, 3), "square"),
    CurveLook("#0F6F80", (1.5, 3), "diamond"),
    CurveLook("#6E4D00", (8, 3, 1.5, 3), "triangle"),
)


def curve_look(index: int, own: str) -> CurveLook:
    """How the curve of a map's persona at `index` is drawn; `own` is the persona's colour, "" for none. From the fifth
    on, a dot comes back with another dash, so that the pair stays its own for sixteen personas."""
    dot, round_ = CURVES[index % len(CURVES)], index // len(CURVES)
    return CurveLook(own or dot.color, CURVES[(index + round_) % len(CURVES)].dash, dot.dot)
