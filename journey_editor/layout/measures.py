"""A figure that stands on the map by itself: its name, value and target, and under them what they mean.

Whether the target is met is a sign and a word, as is the trend, so that neither depends on colour.
"""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.model.cards import Measure, Metric
from journey_editor.model.figures import unsourced, verdict
from journey_editor.wording import tr

from . import look
from .drawlist import Group, Item, Tag
from .environment import Environment
from .figures import icon_path
from .later import Later
from .numbers import quantity
from .print_words import day
from .result import CardBlock
from .shape import TextStyle
from .value_words import trend_word
from .wrap import TextBlock, place

_TARGET_COLUMN = 24.0  # targets of one cell line up as long as they are no wider
_LEAST_NAME = 30.0
_SIGN, _AFTER_SIGN = 7.0, 2.5
_BETWEEN = 7.0  # two remarks in one line
_UNDER = 3.0  # room under the remarks, so that they belong to what stands above them

#: The sign of each verdict, and its colour.
VERDICTS: dict[str, tuple[str, str]] = {"met": ("circle-check", look.MET), "missed": ("circle-x", look.MISSED)}
_TRENDS = {"rising": "trending-up", "steady": "move-horizontal", "falling": "trending-down"}


class Remark(NamedTuple):
    """A sign ("" for none) with its colour, and what it means in words."""

    sign: str
    color: str
    words: str


def verdict_word(metric: Metric, language: str) -> str:
    """ "target met", "target missed"; "" where there is nothing to compare."""
    words = {"met": tr("target met", to=language), "missed": tr("target missed", to=language)}
    return words.get(verdict(metric), "")


def remarks(env: Environment, card: Measure) -> list[Remark]:
    """What stands under a figure: verdict, trend, then source and day."""
    metric, to, found = card.metric, env.language, []
    if judged := verdict(metric):
        found.append(Remark(*VERDICTS[judged], verdict_word(metric, to)))
    if metric.trend:
        found.append(Remark(_TRENDS[metric.trend], look.BODY, trend_word(metric.trend, to)))
    if env.theme.descriptions:
        source = env.text(card.id, "metric.source", metric.source)
        origin = ", ".join(part for part in (source, day(metric.date, to)) if part)
        found += [Remark("", "", origin)] if origin else []
    return found


def measure_block(env: Environment, card: Measure, width: float) -> CardBlock:
    """Name at the left, the value in bold and its target at the right; a triangle marks a value without a source."""
    metric = card.metric
    name = env.text(card.id, "metric.name", metric.name)
    unit = env.text(card.id, "metric.unit", metric.unit)
    x = width
    right: list[Item] = []
    target = "" if metric.target is None else "/ " + quantity(metric.target, unit, env.language)
    if target:
        wide = env.width(target, look.METRIC_TARGET)
        right += env.line(target, look.METRIC_TARGET, width - wide, 1.0)
        x -= max(wide, _TARGET_COLUMN) + 4.0
    value = "\N{EN DASH}" if metric.value is None else quantity(metric.value, unit, env.language)
    style = look.METRIC_TARGET if metric.value is None else look.METRIC_VALUE
    x -= env.width(value, style)
    right += env.line(value, style, x, 1.0)
    x -= 4.0
    marked = unsourced(metric)
    room = max(x - (11.0 if marked else 0.0), _LEAST_NAME)
    block = env.tight(name or tr("Untitled", to=env.language), look.METRIC_NAME, room)
    if marked:
        last = block.height - block.line_height
        right.append(icon_path("triangle-alert", block.lines[-1].width + 3.0, last + 1.6, 8.0, look.WARNING))
    high = max(block.height, 9.4)
    if x < _LEAST_NAME:  # the figures fill the line: they go under the name
        figures, tall = _under_each_other(env, value, style, target, width) if x < -4.0 else (tuple(right), 9.4)
        right = [Group(0.0, block.height, width, tall, figures)]
        high = block.height + tall
    top = high + 1.0
    said, h = _flow(env, remarks(env, card), width, top)

    def items() -> tuple[Item, ...]:
        drawn: list[Item] = [*place(block, 0.0, 1.0), *right]
        for remark, words, at_x, at_y in said:
            if remark.sign:
                drawn.append(icon_path(remark.sign, at_x, at_y + 1.2, _SIGN, remark.color))
            drawn += place(words, at_x + (_SIGN + _AFTER_SIGN if remark.sign else 0.0), at_y)
        return tuple(drawn)

    h += _UNDER if said else 1.0
    group = Group(0.0, 0.0, width, h, Later(items), Tag("card", card.id, name))
    return CardBlock(card.id, width, h, group, 6.0, (0.0, room))


def _under_each_other(
    env: Environment, value: str, style: TextStyle, target: str, width: float
) -> tuple[tuple[Item, ...], float]:
    """Value and target at the right in as many lines as they need, and their height: side by side they are too wide."""
    items: list[Item] = []
    y = 1.0
    for words, its_style in ((value, style), (target, look.METRIC_TARGET)):
        block = env.tight(words, its_style, width)
        items += place(block, width - block.width, y)
        y += block.height
    return tuple(items), y


def _flow(
    env: Environment, wanted: list[Remark], width: float, y: float
) -> tuple[list[tuple[Remark, TextBlock, float, float]], float]:
    """The remarks one after the other, in as many lines as they need, each with its place; and where they end."""
    placed: list[tuple[Remark, TextBlock, float, float]] = []
    x = line = 0.0
    for remark in wanted:
        lead = _SIGN + _AFTER_SIGN if remark.sign else 0.0
        block = env.tight(remark.words, look.METRIC_REMARK, width - lead)
        if x and x + lead + block.width > width:
            x, y, line = 0.0, y + line, 0.0
        placed.append((remark, block, x, y))
        x, line = x + lead + block.width + _BETWEEN, max(line, block.height)
    return placed, y + line
