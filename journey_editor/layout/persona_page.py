"""A page about a persona, to be handed out or hung up beside the map. Sizes are those of an A3 page.

Beside, or on upright paper above, stands who it is: portrait, name, role, age and quote. The rest of the page has what
is to be known of her. What is too long for its place goes on in columns, over as many pages as it takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey_editor.model.project import JourneyMap, Persona
from journey_editor.model.queries import map_personas
from journey_editor.wording import tr

from . import look
from .borrowed import joined
from .drawlist import Group, Item, Path, Rect, Tag
from .figures import dot_outline, icon_path
from .line_columns import Columns, Line, height_of
from .persona_words import Section, feelings_of, sections
from .portrait import portrait, quoted
from .print_words import Setting
from .wrap import TextBlock, place

_BESIDE = 1.1  # pages so much wider than high have the head at the left
_SIDE = (0.27, 240.0, 330.0)  # its share of the width, the least and the most
_LEAST_BESIDE = 640.0
_PAD = 24.0
_GAP = 34.0  # between the head and the rest
_FACE = 210.0
_NAME, _ABOUT, _QUOTE = 30.0, 15.0, 17.0
_STORY, _TEXT, _HEADING = 16.0, 14.5, 15.0
_LEADING = 10.0  # between parts of the head
_BETWEEN = 30.0  # between columns
_SECTIONS = 32.0  # between what stands under each other
_LEAST_COLUMN = 165.0
_FLOW = 330.0  # the width a column of running text wants to have
_GROWTHS = (1.3, 1.15, 1.0)  # of the type, where there is little to say
_BULLET = 2.6
_INDENT = 15.0
_CIRCLE = 30.0  # round the icon of a section
_SHADE = 0.9  # of white in the ground under the head

#: What the head may take, from generous to nearly nothing: the share of the portrait, lines of name, about and quote.
_HEADS = ((1.0, 3, 5, 12), (0.8, 3, 4, 6), (0.6, 2, 3, 4), (0.45, 2, 2, 0), (0.3, 1, 2, 0), (0.0, 1, 1, 0))


def persona_pages(setting: Setting, journey: JourneyMap, width: float, height: float) -> list[Group]:
    """The pages of the map's personas, each within width x height at its own origin. None of whom nothing is known."""
    made: list[Group] = []
    for number, persona in enumerate(map_personas(setting.project, journey)):
        words = (persona.name, persona.role, persona.age, persona.quote, persona.biography, persona.portrait)
        if any(words) or persona.goals or persona.needs or persona.frustrations:
            color = look.curve_look(number, persona.color).color
            made += _Sheet(setting, journey, persona, color, width, height).pages()
    return made


class _Head(NamedTuple):
    """Who it is: drawn at its own origin, its height, and what has to be said in full elsewhere."""

    items: tuple[Item, ...]
    height: float
    cut: tuple[Section, ...]


class _Sheet:
    """The pages of one persona."""

    def __init__(
        self, setting: Setting, journey: JourneyMap, persona: Persona, color: str, width: float, height: float
    ) -> None:
        self._setting, self._journey, self._persona = setting, journey, persona
        self._color, self._width, self._height = color, width, height
        self._name = setting.text(persona.id, "name", persona.name) or tr("Persona", to=setting.language)

    def pages(self) -> list[Group]:
        beside = self._width >= max(self._height * _BESIDE, _LEAST_BESIDE)
        if beside:
            share, least, most = _SIDE
            side = min(max(self._width * share, least), most)
            head = self._fitting_head(side - 2 * _PAD, self._height - 2 * _PAD, beside=True)
            ground = Rect(0.0, 0.0, side, self._height, look.mixed(self._color, look.PAPER, _SHADE), radius=8.0)
            items: list[Item] = [ground, Group(_PAD, _PAD, side - 2 * _PAD, head.height, head.items)]
            x, y = side + _GAP, 4.0
        else:
            head = self._fitting_head(self._width - 2 * _PAD, self._height * 0.4, beside=False)
            deep = head.height + 2 * _PAD
            ground = Rect(0.0, 0.0, self._width, deep, look.mixed(self._color, look.PAPER, _SHADE), radius=8.0)
            items = [ground, Group(_PAD, _PAD, self._width - 2 * _PAD, head.height, head.items)]
            x, y = 0.0, deep + _GAP * 0.8
        said = (*head.cut, *sections(self._setting, self._persona))
        felt = feelings_of(self._setting, self._journey, self._persona)
        room = self._height - y
        tag = Tag("persona-page", self._persona.id, self._name)
        for growth in _GROWTHS if not head.cut else ():
            drawn = self._at_a_glance(said, felt, self._width - x, room, growth)
            if drawn is not None:
                items.append(Group(x, y, self._width - x, room, drawn))
                return [Group(0.0, 0.0, self._width, self._height, tuple(items), tag)]
        # Columns of another width break their lines elsewhere: those beside the head are as wide as all others.
        further = Columns.of(self._width, _FLOW, _BETWEEN)
        first = Columns.of(self._width - x, _FLOW, _BETWEEN)
        each = min(first.each, further.each)
        lines = [line for section in (*said, *felt) for line in self._lines(section, each)]
        placed, lines = first._replace(each=each).filled(lines, x, y, room)
        made = [Group(0.0, 0.0, self._width, self._height, (*items, *placed), tag)]
        further = further._replace(each=each)
        while lines:
            over, top = self._running_head()
            placed, lines = further.filled(lines, 0.0, top, max(self._height - top, _TEXT))
            made.append(Group(0.0, 0.0, self._width, self._height, (*over, *placed)))
        return made

    # Who it is

    def _fitting_head(self, width: float, height: float, *, beside: bool) -> _Head:
        """The most generous head that has room; the last one, if none has."""
        for choice in _HEADS:
            head = self._stacked(width, *choice) if beside else self._in_a_row(width, *choice)
            if head.height <= height:
                break
        return head

    def _blocks(
        self, width: float, names: int, abouts: int, quotes: int
    ) -> tuple[list[TextBlock], tuple[Section, ...]]:
        """Name, role with age, and quote, and those of them that are cut."""
        setting, persona, to = self._setting, self._persona, self._setting.language
        role, age = setting.text(persona.id, "role", persona.role), setting.text(persona.id, "age", persona.age)
        quote = quoted(setting.text(persona.id, "quote", persona.quote), to)
        about = joined(filter(None, (role, age)), "\n")
        blocks, cut = [], []
        for text, size, most, bold, color, heading, icon in (
            (self._name, _NAME, names, True, look.INK, tr("Name", to=to), "user"),
            (about, _ABOUT, abouts, False, look.INK_2, tr("Role", to=to), "id-card"),
            (quote, _QUOTE, quotes, False, look.INK, tr("Quote", to=to), "quote"),
        ):
            block = setting.block(text, size, width, bold=bold, color=color, most=max(most, 1))
            if block.truncated or (not most and block.lines):
                cut.append(Section(heading, icon, text, ()))
            if block.lines and most:
                blocks.append(block)
        return blocks, tuple(cut)

    def _stacked(self, width: float, share: float, names: int, abouts: int, quotes: int) -> _Head:
        """The portrait with the words under it."""
        size = min(_FACE, width) * share
        blocks, cut = self._blocks(width, names, abouts, quotes)
        items: list[Item] = portrait(self._setting, self._persona, 0.0, 0.0, size, self._color) if size else []
        y = size + _PAD if size else 0.0
        for block in blocks:
            items.append(self._placed(block, 0.0, y, width, first=block is blocks[0]))
            y += block.height + _LEADING
        return _Head(tuple(items), y - _LEADING, cut)

    def _in_a_row(self, width: float, share: float, names: int, abouts: int, quotes: int) -> _Head:
        """The portrait with the words at its right."""
        size = min(_FACE * 0.86, width * 0.3) * share
        left = size + _PAD if size else 0.0
        blocks, cut = self._blocks(width - left, names, abouts, quotes)
        high = sum(block.height for block in blocks) + _LEADING * max(len(blocks) - 1, 0)
        height = max(size, high)
        items: list[Item] = []
        if size:
            items += portrait(self._setting, self._persona, 0.0, (height - size) / 2, size, self._color)
        y = (height - high) / 2
        for block in blocks:
            items.append(self._placed(block, left, y, width - left, first=block is blocks[0]))
            y += block.height + _LEADING
        return _Head(tuple(items), height, cut)

    def _placed(self, block: TextBlock, x: float, y: float, width: float, *, first: bool) -> Group:
        """A block of the head; the first is the name, which heads the page."""
        tag = Tag("name", self._persona.id, self._name) if first else None
        return Group(x, y, width, block.height, place(block, 0.0, 0.0), tag)

    def _running_head(self) -> tuple[list[Item], float]:
        """What stands over a further page, and where its text begins."""
        words = tr("{name} (continued)", to=self._setting.language, name=self._name)
        block = self._setting.block(words, _ABOUT, self._width, bold=True, most=1)
        rule = Rect(0.0, block.height + 5.0, self._width, 1.5, fill=self._color)
        named = Group(0.0, 0.0, self._width, block.height, place(block, 0.0, 0.0), Tag("running", "", words))
        return [named, rule], block.height + 24.0

    # What is to be known

    def _at_a_glance(
        self, said: tuple[Section, ...], felt: tuple[Section, ...], width: float, height: float, growth: float
    ) -> tuple[Item, ...] | None:
        """The story over the whole width, what there is of lists side by side under it, in larger type by a factor;
        None where that has no room."""
        items: list[Item] = []
        y = 0.0
        for section in said:
            if section.text:
                lines = list(self._lines(section, width, _STORY * growth))
                items += Columns(1, width, 0.0).filled(lines, 0.0, y, height)[0]
                y += height_of(lines) + _SECTIONS * growth
        for row in (tuple(section for section in said if not section.text), felt):
            if not row:
                continue
            each = (width - _BETWEEN * (len(row) - 1)) / len(row)
            if each < _LEAST_COLUMN and len(row) > 1:
                return None
            deepest = 0.0
            for number, section in enumerate(row):
                lines = list(self._lines(section, each, _TEXT * growth))
                deepest = max(deepest, height_of(lines))
                items += Columns(1, each, 0.0).filled(lines, number * (each + _BETWEEN), y, height)[0]
            y += deepest + _SECTIONS * growth
        return tuple(items) if y - _SECTIONS * growth <= height else None

    def _lines(self, section: Section, width: float, size: float = _TEXT) -> Iterator[Line]:
        """A section in lines: its sign and heading, a rule, and what it says."""
        yield self._heading(section, width, max(_HEADING, size))
        if section.text:
            yield from self._paragraph(section.text, width, 10.0, size)
        for number, point in enumerate(section.points):
            yield from self._point(point, width, 10.0 if number == 0 else 6.0, size)

    def _heading(self, section: Section, width: float, size: float) -> Line:
        block = self._setting.block(section.heading, size, max(width - _CIRCLE - 10.0, 20.0), bold=True)
        high = max(_CIRCLE, block.height)
        sign = _CIRCLE * 0.56
        inset = (_CIRCLE - sign) / 2
        words = place(block, _CIRCLE + 10.0, (high - block.height) / 2)
        tag = Tag("section", f"{self._persona.id}-{section.heading}", section.heading)
        items: tuple[Item, ...] = (
            Path(
                dot_outline("round"),
                _CIRCLE / 2,
                high / 2,
                _CIRCLE / 2,
                fill=look.mixed(self._color, look.PAPER, 0.86),
            ),
            icon_path(section.icon, inset, (high - sign) / 2, sign, self._color),
            Group(0.0, 0.0, width, high, words, tag),
            Rect(0.0, high + 7.0, width, 1.0, fill=look.mixed(self._color, look.PAPER, 0.6)),
        )
        return Line(items, 26.0, high + 8.0, keep=True, width=width)

    def _paragraph(self, words: str, width: float, above: float, size: float) -> Iterator[Line]:
        block = self._setting.block(words, size, width, color=look.BODY)
        last = len(block.lines) - 1
        for number, line in enumerate(block.lines):
            runs = tuple(run._replace(y=run.y + block.first_baseline) for run in line.runs)
            # Neither the first line of a paragraph nor its last stands alone in a column.
            together = number < last and number in (0, last - 1)
            yield Line(runs, 0.0 if number else above, block.line_height, together, width=width)

    def _point(self, words: str, width: float, above: float, size: float) -> Iterator[Line]:
        room = width - _INDENT
        for number, line in enumerate(self._paragraph(words, room, above, size)):
            backwards = any(getattr(run, "rtl", False) for run in line.items)
            text = Group(0.0 if backwards else _INDENT, 0.0, room, line.height, line.items)
            if number:
                yield line._replace(items=(text,), width=width)
                continue
            x = width - _BULLET if backwards else _BULLET + 1.0
            bullet = Path(dot_outline("round"), x, line.height / 2, _BULLET, fill=self._color)
            yield line._replace(items=(bullet, text), width=width)
