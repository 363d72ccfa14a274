"""The phase band: a chevron for each phase, with its title and goal; as a funnel, the band narrows to the right."""

from __future__ import annotations

from collections.abc import Callable

from journey_editor.model.columns import Phase
from journey_editor.model.project import JourneyMap
from journey_editor.wording import tr

from . import look
from .drawlist import Group, Item, Outline, Path, Tag
from .result import Box, Column, RowBlock
from .rows import Frame, name_group
from .shape import TextStyle
from .wrap import TextBlock, place

_GAP = 1.6  # between two chevrons
_FUNNEL_END = 0.72  # the height of the band's right end, as a share of its left end's


def band_row(frame: Frame, journey: JourneyMap, whole: JourneyMap) -> tuple[RowBlock, tuple[Box, ...]]:
    """The band at its own origin, and the boxes of its phases (relative to that origin). The map is all or a part of a
    `whole`; a phase whose first steps are on another part says that it goes on."""
    env = frame.env
    funnel = journey.theme.band == "funnel"
    visible = [phase for phase in journey.phases if not phase.hidden]
    spans = [_span(frame.columns, phase) for phase in visible]
    fills = _fills(journey, visible)
    further = _further(journey, whole)
    texts = [
        _texts(frame, phase, fill, w, goes_on=phase.id in further)
        for phase, fill, (_, w) in zip(visible, fills, spans, strict=True)
    ]
    total = max(frame.right - frame.left - frame.head, 1.0)

    def share(x: float) -> float:
        return 1.0 - (1.0 - _FUNNEL_END) * (x - frame.left - frame.head) / total if funnel else 1.0

    needed = [
        (sum(block.height for block in blocks) + 2 * 8.0) / share(x + w)
        for blocks, (x, w) in zip(texts, spans, strict=True)
    ]
    band = max([look.BAND_LEAST * (1.28 if funnel else 1.0), *needed])
    above = 9.0 if funnel else 4.0
    named_steps = any(env.text(step.id, "title", step.title) for phase in visible for step in phase.steps)
    strip = look.STEP_STRIP if named_steps else 0.0
    h = above + band + above + strip
    items: list[Item] = []
    boxes = []
    for index, (phase, fill, blocks, (x, w)) in enumerate(zip(visible, fills, texts, spans, strict=True)):
        outline = chevron(x, w, above + band / 2, band, share, first=index == 0)
        shape = Path(outline, fill=fill, stroke=look.mixed(fill, "#000000", 0.35), width=0.5)
        y = above + (band - sum(block.height for block in blocks)) / 2
        inner: list[Item] = [shape]
        for block in blocks:
            inner += place(block, x + look.PHASE_PAD, y)
            y += block.height
        title = env.text(phase.id, "title", phase.title)
        items.append(Group(0.0, 0.0, frame.right, h, tuple(inner), Tag("phase", phase.id, title)))
        boxes.append(Box("phase", phase.id, x, above, w, band))
    if named_steps:
        items += _step_names(frame, visible, above + band + above)
    words = tr("Phases", to=env.language)
    label = env.wrapped(words, look.LANE_TITLE, frame.head - 6.0)
    items.insert(0, name_group("phases", words, label, frame.left, above + (band - label.height) / 2, "band-name"))
    group = Group(0.0, 0.0, frame.right, h, tuple(items), Tag("band", ""))
    return RowBlock("", "band", h, (), (), group), tuple(boxes)


def phase_fills(journey: JourneyMap) -> dict[str, str]:
    """The colour of each visible phase."""
    visible = [phase for phase in journey.phases if not phase.hidden]
    return {phase.id: fill for phase, fill in zip(visible, _fills(journey, visible), strict=True)}


def _fills(journey: JourneyMap, visible: list[Phase]) -> list[str]:
    return [look.phase_fill(i, len(visible), phase.color) for i, phase in enumerate(visible)]


def _span(columns: tuple[Column, ...], phase: Phase) -> tuple[float, float]:
    """x and width over all the phase's columns."""
    own = [column for column in columns if column.phase == phase.id]
    return own[0].x, own[-1].x + own[-1].w - own[0].x


def _further(part: JourneyMap, whole: JourneyMap) -> frozenset[str]:
    """The phases that began on another part."""
    if part is whole:
        return frozenset()
    first = {phase.id: phase.steps[0].id for phase in whole.phases if phase.steps}
    return frozenset(p.id for p in part.phases if p.steps and first.get(p.id, p.steps[0].id) != p.steps[0].id)


def _texts(frame: Frame, phase: Phase, fill: str, w: float, *, goes_on: bool) -> list[TextBlock]:
    env = frame.env
    color = look.text_on(fill)
    room = w - look.PHASE_PAD - look.PHASE_TIP - 6.0
    title = env.text(phase.id, "title", phase.title) or tr("Untitled", to=env.language)
    style = TextStyle(look.PHASE_SIZE, bold=True, color=color)
    blocks = [env.wrapped(title, style, room)]
    if goes_on:  # where it costs no line
        longer = env.wrapped(tr("{name} (continued)", to=env.language, name=title), style, room)
        blocks = [longer] if len(longer.lines) == len(blocks[0].lines) else blocks
    if not phase.collapsed and (goal := env.text(phase.id, "goal", phase.goal)):
        blocks.append(env.wrapped(goal, TextStyle(look.GOAL_SIZE, color=color), room))
    return blocks


def chevron(x: float, w: float, middle: float, band: float, share: Callable[[float], float], *, first: bool) -> Outline:
    """A chevron from x on: straight at its left if it is the first, else notched to take the tip of the one before."""
    end = x + w - _GAP  # where the tip ends; the notch of the next begins there, _GAP further on its slope
    tip = end - look.PHASE_TIP
    left, right = band / 2 * share(x), band / 2 * share(tip)
    notch = x if first else x + look.PHASE_TIP
    return Outline(
        (
            ("M", x, middle - left),
            ("L", tip, middle - right),
            ("L", end, middle),
            ("L", tip, middle + right),
            ("L", x, middle + left),
            ("L", notch, middle),
            ("Z",),
        )
    )


def _step_names(frame: Frame, visible: list[Phase], y: float) -> list[Item]:
    titles = {step.id: frame.env.text(step.id, "title", step.title) for phase in visible for step in phase.steps}
    items: list[Item] = []
    for column in frame.columns:
        if column.folds:
            continue
        block = frame.env.wrapped(titles[column.step], look.STEP, column.w - look.CELL_LEFT - look.CELL_RIGHT, 1)
        frame.env.report(column.step, block)
        if block.lines:
            tag = Tag("step", column.step, titles[column.step])
            items.append(Group(column.x + look.CELL_LEFT, y + 2.0, column.w, block.height, place(block, 0.0, 0.0), tag))
    return items
