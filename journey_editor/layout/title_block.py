"""The head of a printed map: its title with what it is about, and whose journey it is. Sizes are those of an A3."""

from __future__ import annotations

from journey_editor.model.project import JourneyMap, Persona
from journey_editor.model.queries import map_personas

from . import look
from .drawlist import Crop, Group, Image, Item, Path, Rect, Tag
from .figures import dot_outline, icon_path
from .print_words import Setting, kind_of_map
from .wrap import place

_TITLE = 24.0
_SUBTITLE = 11.0
_CARD_MOST = 350.0  # the widest a persona gets
_CARD_LEAST = 200.0
_PORTRAIT = 58.0
_MOST_PERSONAS = 3
_LINES_OF_GOAL = 3


def title_block(
    setting: Setting, journey: JourneyMap, width: float, *, personas: bool
) -> tuple[Group, float, frozenset[str]]:
    """The block at its own origin, its height, and the ids of what it cuts short."""
    known = [p for p in map_personas(setting.project, journey) if p.name or p.role or p.quote or p.portrait]
    shown = known[:_MOST_PERSONAS] if personas else []
    each = max(_CARD_LEAST, min(_CARD_MOST, width * 0.52 / len(shown))) if shown else 0.0
    beside = bool(shown) and (each + 12.0) * len(shown) <= width * 0.62
    text_width = width - (each + 12.0) * len(shown) - 12.0 if beside else width
    heading, text_height, cut = _heading(setting, journey, text_width)
    if not shown:
        return Group(0.0, 0.0, width, text_height, heading), text_height, cut
    cards, card_height = [], 0.0
    if not beside:
        each = (width - 12.0 * (len(shown) - 1)) / len(shown)
        each = min(each, _CARD_MOST)
    for persona in shown:
        group, h = _persona(setting, persona, each)
        cards.append(group)
        card_height = max(card_height, h)
    top = 0.0 if beside else text_height + 8.0
    x = width - (each + 12.0) * len(shown) + 12.0 if beside else 0.0
    items = [*heading]
    for group in cards:
        edge = Rect(0.0, 0.0, each, card_height, look.PAPER, look.LANE_RULE, 0.75, 4.0)
        items.append(group._replace(x=x, y=top, h=card_height, items=(edge, *group.items)))
        x += each + 12.0
    height = max(text_height, top + card_height)
    return Group(0.0, 0.0, width, height, tuple(items)), height, cut


def _heading(setting: Setting, journey: JourneyMap, width: float) -> tuple[tuple[Item, ...], float, frozenset[str]]:
    title = setting.text(journey.id, "title", journey.title)
    project = setting.project
    about = [kind_of_map(journey.kind, setting.language)]
    name = setting.text(project.id, "title", project.title)
    organisation = setting.text(project.id, "organisation", project.organisation)
    about += [part for part in (name if name != title else "", organisation) if part]
    head = setting.block(title or about[0], _TITLE, width, bold=True)
    items: list[Item] = [Group(0, 0, width, head.height, place(head, 0.0, 0.0), Tag("title", journey.id, title))]
    y = head.height + 1.0
    kind = setting.block(" · ".join(about), _SUBTITLE, width, color=look.INK_2)
    items += place(kind, 0.0, y)
    y += kind.height + 1.5
    cut: frozenset[str] = frozenset()
    text = setting.text(journey.id, "goal", journey.goal) or setting.text(
        journey.id, "description", journey.description
    )
    if text:
        goal = setting.block(text, _SUBTITLE, width, color=look.INK_2, most=_LINES_OF_GOAL)
        items += place(goal, 0.0, y)
        y += goal.height
        if goal.truncated:
            cut = frozenset({journey.id})
    return tuple(items), y, cut


def _persona(setting: Setting, persona: Persona, width: float) -> tuple[Group, float]:
    """A persona with the portrait at the left; the edge is drawn by the caller, as high as the highest."""
    pad, gap = 9.0, 12.0
    room = width - 2 * pad - _PORTRAIT - gap
    name = setting.block(setting.text(persona.id, "name", persona.name), 12.0, room, bold=True)
    role = setting.text(persona.id, "role", persona.role)
    age = setting.text(persona.id, "age", persona.age)
    about = setting.block(", ".join(part for part in (age, role) if part), 9.5, room)
    quote_text = setting.text(persona.id, "quote", persona.quote)
    quote = setting.block(_quoted(quote_text, setting.language), 9.5, room, color=look.INK_2)
    blocks = [block for block in (name, about, quote) if block.lines]
    text_height = sum(block.height for block in blocks) + 2.0 * max(0, len(blocks) - 1)
    height = max(text_height, _PORTRAIT) + 2 * pad
    items: list[Item] = _portrait(setting, persona, pad, (height - _PORTRAIT) / 2)
    y = (height - text_height) / 2
    for block in blocks:
        items += place(block, pad + _PORTRAIT + gap, y)
        y += block.height + 2.0
    tag = Tag("persona", persona.id, persona.name)
    return Group(0.0, 0.0, width, height, tuple(items), tag), height


def _portrait(setting: Setting, persona: Persona, x: float, y: float) -> list[Item]:
    """A round picture, cropped to its middle; without one, a sign of a person in the persona's colour."""
    color = persona.color or look.LINE
    middle = _PORTRAIT / 2
    circle = Path(
        dot_outline("round"), x + middle, y + middle, middle, stroke=look.mixed(color, look.PAPER, 0.35), width=1.0
    )
    asset = next((image for image in setting.project.images if image.sha256 == persona.portrait), None)
    if asset is None:
        ground = Path(dot_outline("round"), x + middle, y + middle, middle, fill=look.mixed(color, look.PAPER, 0.88))
        size = _PORTRAIT * 0.56
        return [ground, icon_path("user", x + middle - size / 2, y + middle - size / 2, size, color), circle]
    ratio = asset.width / asset.height
    w, h = (_PORTRAIT * ratio, _PORTRAIT) if ratio >= 1 else (_PORTRAIT, _PORTRAIT / ratio)
    # A tall portrait has its face in the upper part: it is cropped at a third, not in the middle.
    left, top = (w - _PORTRAIT) / 2, (h - _PORTRAIT) / 3
    seen = Crop(left, top, _PORTRAIT, _PORTRAIT, middle)
    return [Image(x - left, y - top, w, h, asset.sha256, persona.name, crop=seen), circle]


def _quoted(text: str, language: str) -> str:
    """A quotation with the marks of its language, unless it brings its own."""
    if not text or text[0] in "\"'„“”«»‚‘›‹":
        return text
    return f"„{text}“" if language.startswith("de") else f"“{text}”"
