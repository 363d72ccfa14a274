"""What stands under a printed map: through which filter it is seen, the legend, and the footer. Sizes are those of an
A3 page."""

from __future__ import annotations

from journey_editor.model.project import JourneyMap
from journey_editor.model.style import PageSetup
from journey_editor.wording import tr

from . import look
from .drawlist import Group, Item, Rect, Tag
from .figures import icon_path
from .legend import legend
from .paper import Sheet
from .print_words import Setting, day
from .scaling import scaled
from .wrap import NOTHING, TextBlock, place

_FOOTER = 9.0  # type size
_FOOTER_LINE = 1.8  # the footer's height, as a factor of the type size
_BETWEEN = 14.0  # what stands in it
_LEAST_NAME = 24.0  # what shortened names need to say anything
_FILTER = 9.0  # type size
_FILTER_LINES = 2
_FUNNEL = 9.0
_INDENT = 14.0
_ABOVE_LEGEND = 4.0


def under_the_map(
    setting: Setting, journey: JourneyMap, width: float, filtered: str, *, with_legend: bool
) -> tuple[Group, float]:
    """The line about the filter, if there is one, and the legend below it, at their own origin; and their height."""
    foot, height = legend(setting, journey, width) if with_legend else (Group(0.0, 0.0, width, 0.0, ()), 0.0)
    if not filtered:
        return foot, height
    words = setting.block(filtered, _FILTER, width - _INDENT, color=look.INK_2, most=_FILTER_LINES)
    sign = icon_path("filter", 0.0, (words.line_height - _FUNNEL) / 2, _FUNNEL, look.INK_2)
    line = Group(0.0, 0.0, width, words.height, (sign, *place(words, _INDENT, 0.0)), Tag("filter", "", filtered))
    top = words.height + (_ABOVE_LEGEND if height else 0.0)
    return Group(0.0, 0.0, width, top + height, (line, foot._replace(y=top))), top + height


def footer_height(setting: Setting) -> float:
    """In points of an A3 page."""
    return _FOOTER_LINE * max(_FOOTER, setting.least)


def footer(
    setting: Setting,
    journey: JourneyMap,
    setup: PageSetup,
    sheet: Sheet,
    number: int,
    count: int,
    note: str = "",
) -> Group:
    """A rule, and under it what the page belongs to, as of when (or a `note` instead), and which page it is."""
    to, project = setting.language, setting.project
    width = sheet.room / sheet.growth
    items: list[Item] = [Rect(0.0, 0.0, width, 0.5, fill=look.LANE_RULE)]

    def put(block: TextBlock, x: float) -> None:
        # On one baseline, though other scripts need higher lines.
        items.extend(place(block, x, _FOOTER_LINE * 0.8 * max(_FOOTER, setting.least) - block.first_baseline))

    # What it belongs to is shortened where it is long: it stands in full at the head of the map. The date gives way.
    number_words = tr("Page {number} of {count}", to=to, number=number, count=count) if setup.page_number else ""
    right = setting.line(number_words, _FOOTER, color=look.INK_2) if number_words else None
    end = width - (right.width + _BETWEEN if right else 0.0)
    date = day(project.modified or project.created, to)
    said = note or (tr("As of {date}", to=to, date=date) if date else "")
    middle = setting.tight(said, _FOOTER, min(width / 2, end), color=look.INK_2) if said else None
    names = (setting.text(project.id, "title", project.title), setting.text(journey.id, "title", journey.title))
    belongs = " · ".join(dict.fromkeys(filter(None, names)))
    room = end - (middle.width + _BETWEEN if middle else 0.0)
    left = setting.tight(belongs, _FOOTER, room, color=look.INK_2) if room > _LEAST_NAME else NOTHING
    put(left, 0.0)
    if middle is not None:
        x = min((width - middle.width) / 2, end - middle.width)
        put(middle, max(x, left.width + _BETWEEN if left.lines else 0.0))
    if right is not None:
        put(right, width - right.width)
    group = scaled(Group(0.0, 0.0, width, footer_height(setting), tuple(items), Tag("footer", "")), sheet.growth)
    return group._replace(x=sheet.margin, y=sheet.height - sheet.margin - footer_height(setting) * sheet.growth)
