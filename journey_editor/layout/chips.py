"""The chips at the foot of a card: owner, metrics, "optional", call to action; they wrap onto lines as needed."""

from __future__ import annotations

from collections.abc import Callable

from journey_editor.model.cards import Metric, Touchpoint
from journey_editor.model.figures import unsourced
from journey_editor.wording import tr

from . import look
from .drawlist import Item, Path, Rect
from .environment import Environment
from .figures import call_outline, icon_path
from .numbers import quantity
from .shape import TextStyle
from .wrap import place

_PAD = 4.0
_GAP = 3.0
_ICON = 7.0
_BETWEEN = 2.5


def metric_text(metric: Metric, language: str) -> str:
    """Value and target in short: "26 / 4 h"; the unit stands once where both have it."""
    if metric.value is None and metric.target is None:
        return metric.name
    if metric.value is None:
        goal = tr("target {target}", to=language, target=quantity(metric.target or 0.0, metric.unit, language))
        return f"{metric.name} {goal}".strip()
    if metric.target is None:
        return f"{metric.name} {quantity(metric.value, metric.unit, language)}".strip()
    both = f"{quantity(metric.value, '', language)} / {quantity(metric.target, metric.unit, language)}"
    return f"{metric.name} {both}".strip()


#: Draws something with its top left at (x, y).
Drawing = Callable[[float, float], list[Item]]


def chips(env: Environment, card: Touchpoint, width: float) -> tuple[Drawing, float]:
    """What draws the card's chips within `width`, and the height they take (0 without any)."""
    wanted: list[tuple[str, str]] = []
    if card.owner:
        wanted.append(("user", env.text(card.id, "owner", card.owner)))
    for place_in_list, metric in enumerate(card.metrics):
        name = env.text(card.id, f"metrics.{place_in_list}.name", metric.name)
        unit = env.text(card.id, f"metrics.{place_in_list}.unit", metric.unit)
        sign = "triangle-alert" if unsourced(metric) else "gauge"
        wanted.append((sign, metric_text(metric.evolve(name=name, unit=unit), env.language)))
    if card.optional:
        wanted.append(("", tr("optional", to=env.language)))
    call = env.text(card.id, "call_to_action", card.call_to_action)
    if call:
        wanted.append(("call", call))
    placed: list[tuple[Drawing, float, float]] = []
    left, top, line = 0.0, 0.0, 0.0
    for sign, text in wanted:
        drawn, w, h = _chip(env, sign, text, width)
        if left and left + w > width:
            left, top, line = 0.0, top + line + _BETWEEN, 0.0
        placed.append((drawn, left, top))
        left, line = left + w + _GAP, max(line, h)

    def all_drawn(x: float, y: float) -> list[Item]:
        return [item for drawn, left, top in placed for item in drawn(x + left, y + top)]

    return all_drawn, top + line


def _chip(env: Environment, sign: str, text: str, width: float) -> tuple[Drawing, float, float]:
    """A chip as a function that draws it at a place, with its width and height."""
    style: TextStyle = look.CALL_TEXT if sign == "call" else look.CHIP_TEXT
    has_icon = sign not in ("", "call")
    lead = _PAD + (_ICON + 2.5 if has_icon else 0.0)
    tail = _PAD + (look.CHIP_TIP if sign == "call" else 0.0)
    block = env.tight(text, style, max(width - lead - tail, 8.0))
    w = min(lead + block.width + tail, width)
    h = max(look.CHIP_HEIGHT, block.height + 2.4)

    def drawn(x: float, y: float) -> list[Item]:
        ground: Item
        if sign == "call":
            ground = Path(call_outline(round(w, 2), round(h, 2)), x, y, fill=look.CALL)
        elif sign == "triangle-alert":
            ground = Rect(x + 0.3, y + 0.3, w - 0.6, h - 0.6, look.PAPER, look.CARD_EDGE, 0.6, 2.0)
        else:
            ground = Rect(x, y, w, h, look.CHIP, radius=2.0)
        items: list[Item] = [ground]
        if has_icon:
            color = look.WARNING if sign == "triangle-alert" else look.BODY
            items.append(icon_path(sign, x + _PAD, y + (look.CHIP_HEIGHT - _ICON) / 2, _ICON, color))
        items += place(block, x + lead, y + (h - block.height) / 2)
        return items

    return drawn, w, h
