"""The head of a printed map: its title with what it is about, and whose journey it is. Sizes are those of an A3."""

from __future__ import annotations

from journey_editor.model.project import JourneyMap, Persona
from journey_editor.model.queries import map_personas
from journey_editor.wording import tr

from . import look
from .borrowed import joined
from .drawlist import Group, Image, Item, Rect, Tag
from .portrait import portrait, quoted
from .print_words import Setting, day, kind_of_map
from .wrap import NOTHING, TextBlock, place

_TITLE = 24.0
_SUBTITLE = 11.0
_CARD_MOST = 350.0  # the widest a persona gets
_CARD_LEAST, _CARD_NARROWEST = 200.0, 140.0  # the narrowest beside the title, and below it
_PORTRAIT = 58.0
_MOST_PERSONAS = 3
_LINES_OF_GOAL = 3
_NAME_LINES, _ABOUT_LINES, _QUOTE_LINES = 3, 5, 6  # of a persona, who must not push the map off the page
_FURTHER_LINES = 2
#: Of the title, what it is about and the goal, where the page is too small for all that may be said.
_BRIEFLY: tuple[tuple[int | None, int | None, int], ...] = ((None, None, _LINES_OF_GOAL), (2, 1, 1), (1, 0, 0))
_LOGO = (130.0, 56.0)  # the widest and the highest it gets
_LOGO_SHARE = 0.2  # of the width, at most
_BESIDE_LOGO = 18.0


def title_block(
    setting: Setting, journey: JourneyMap, width: float, *, personas: bool, brief: int = 0
) -> tuple[Group, float, frozenset[str]]:
    """The block at its own origin, its height, and the ids of what it cuts short ("ID.title" for the title).

    A `brief` one (1 or 2) takes less room: personas are left out, then all but a line of the title.
    """
    sign, sign_width = _logo(setting, width) if brief < 2 else (None, 0.0)
    whole, width = width, width - sign_width
    if brief:
        heading, height, cut = _heading(setting, journey, width, [], brief)
        cut |= {one.id for one in _known(setting, journey)} if personas else set()
        group = Group(0.0, 0.0, width, height, heading)
    else:
        group, height, cut = _beside_logo(setting, journey, width, personas=personas)
    if sign is None:
        return group, height, cut
    height = max(height, sign.h)
    return Group(0.0, 0.0, whole, height, (*group.items, sign._replace(x=whole - sign.w))), height, cut


def _known(setting: Setting, journey: JourneyMap) -> list[Persona]:
    """The personas of whom something can be shown."""
    return [p for p in map_personas(setting.project, journey) if p.name or p.role or p.quote or p.portrait]


def _logo(setting: Setting, width: float) -> tuple[Group | None, float]:
    """The project's logo, and the width that it takes with the gap beside it."""
    project = setting.project
    asset = next((image for image in project.images if image.sha256 == project.logo), None)
    if asset is None:
        return None, 0.0
    wide, high = _LOGO
    scale = min(wide / asset.width, high / asset.height, width * _LOGO_SHARE / asset.width)
    w, h = asset.width * scale, asset.height * scale
    organisation = setting.text(project.id, "organisation", project.organisation)
    words = organisation or tr("Logo", to=setting.language)
    return Group(0.0, 0.0, w, h, (Image(0.0, 0.0, w, h, asset.sha256, words),), Tag("logo", "")), w + _BESIDE_LOGO


def _beside_logo(
    setting: Setting, journey: JourneyMap, width: float, *, personas: bool
) -> tuple[Group, float, frozenset[str]]:
    known = _known(setting, journey)
    most = min(_MOST_PERSONAS, int((width + 12.0) / (_CARD_NARROWEST + 12.0)))
    shown = known[:most] if personas else []
    each = max(_CARD_LEAST, min(_CARD_MOST, width * 0.52 / len(shown))) if shown else 0.0
    beside = bool(shown) and (each + 12.0) * len(shown) <= width * 0.62
    text_width = width - (each + 12.0) * len(shown) - 12.0 if beside else width
    heading, text_height, cut = _heading(setting, journey, text_width, known[most:] if personas else [])
    if not shown:
        return Group(0.0, 0.0, width, text_height, heading), text_height, cut
    cards, card_height = [], 0.0
    if not beside:
        each = (width - 12.0 * (len(shown) - 1)) / len(shown)
        each = min(each, _CARD_MOST)
    for persona in shown:
        group, h, shortened = _persona(setting, persona, each)
        cards.append(group)
        cut |= {persona.id} if shortened else set()
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


def _heading(
    setting: Setting, journey: JourneyMap, width: float, further: list[Persona], brief: int = 0
) -> tuple[tuple[Item, ...], float, frozenset[str]]:
    """Title, kind and goal, and the names of personas who have no card of their own beside it."""
    title = setting.text(journey.id, "title", journey.title)
    project = setting.project
    about = [kind_of_map(journey.kind, setting.language)]
    name = setting.text(project.id, "title", project.title)
    organisation = setting.text(project.id, "organisation", project.organisation)
    version = setting.text(project.id, "version", project.version)
    about += [name if name != title else "", organisation, setting.text(project.id, "author", project.author)]
    about += [tr("Version {version}", to=setting.language, version=version) if version else ""]
    about += [day(project.modified or project.created, setting.language).replace(" ", "\N{NO-BREAK SPACE}")]
    title_lines, about_lines, goal_lines = _BRIEFLY[brief]
    cut: frozenset[str] = frozenset()
    head = setting.block(title or about[0], _TITLE, width, bold=True, most=title_lines)
    cut |= {f"{journey.id}.title"} if head.truncated else set()
    items: list[Item] = [Group(0, 0, width, head.height, place(head, 0.0, 0.0), Tag("title", journey.id, title))]
    y = head.height + 1.0
    kind, whole = _lines(setting, joined(filter(None, about), "\N{NO-BREAK SPACE}· "), width, about_lines)
    cut |= set() if whole else {project.id}
    items += place(kind, 0.0, y)
    y += kind.height + 1.5
    text = setting.text(journey.id, "goal", journey.goal) or setting.text(
        journey.id, "description", journey.description
    )
    if text:
        goal, whole = _lines(setting, text, width, goal_lines)
        items += place(goal, 0.0, y)
        y += goal.height
        cut |= set() if whole else {journey.id}
    names = [setting.text(persona.id, "name", persona.name) for persona in further]
    if any(names):
        words = tr("Further personas: {names}", to=setting.language, names=", ".join(filter(None, names)))
        more = setting.block(words, _SUBTITLE, width, color=look.INK_2, most=_FURTHER_LINES)
        items += place(more, 0.0, y + 1.5)
        y += more.height + 1.5
        if more.truncated:
            cut |= {persona.id for persona in further}
    return tuple(items), y, cut


def _lines(setting: Setting, words: str, width: float, most: int | None) -> tuple[TextBlock, bool]:
    """At most so many lines of what is said under the title, and whether that is all of it."""
    if most == 0:
        return NOTHING, not words
    block = setting.block(words, _SUBTITLE, width, color=look.INK_2, most=most)
    return block, not block.truncated


def _persona(setting: Setting, persona: Persona, width: float) -> tuple[Group, float, bool]:
    """A persona with the portrait at the left, the height, and whether anything of her is cut; the edge is drawn by the
    caller, as high as the highest."""
    pad, gap = 9.0, 12.0
    room = width - 2 * pad - _PORTRAIT - gap
    name = setting.block(setting.text(persona.id, "name", persona.name), 12.0, room, bold=True, most=_NAME_LINES)
    role = setting.text(persona.id, "role", persona.role)
    age = setting.text(persona.id, "age", persona.age)
    about = setting.block(joined(filter(None, (age, role)), ", "), 9.5, room, most=_ABOUT_LINES)
    quote_text = setting.text(persona.id, "quote", persona.quote)
    quote = setting.block(quoted(quote_text, setting.language), 9.5, room, color=look.INK_2, most=_QUOTE_LINES)
    blocks = [block for block in (name, about, quote) if block.lines]
    text_height = sum(block.height for block in blocks) + 2.0 * max(0, len(blocks) - 1)
    height = max(text_height, _PORTRAIT) + 2 * pad
    items: list[Item] = portrait(setting, persona, pad, (height - _PORTRAIT) / 2, _PORTRAIT, persona.color or look.LINE)
    y = (height - text_height) / 2
    for block in blocks:
        items += place(block, pad + _PORTRAIT + gap, y)
        y += block.height + 2.0
    tag = Tag("persona", persona.id, persona.name)
    return Group(0.0, 0.0, width, height, tuple(items), tag), height, any(block.truncated for block in blocks)
