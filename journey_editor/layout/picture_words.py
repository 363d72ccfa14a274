"""What the curves and the channel matrix of a map show, in words, for who hears a page instead of seeing it.

The words are groups without ink among the items of a page; each names the group of the picture that it tells of.
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_editor.model.lanes import ChannelLane, EmotionLane
from journey_editor.model.project import JourneyMap
from journey_editor.wording import tr

from .card_texts import signed
from .drawlist import Group, Tag
from .print_words import Setting
from .result import Layout, PointBlock, Row


def picture_words(setting: Setting, journey: JourneyMap, layout: Layout) -> tuple[Group, ...]:
    """Those of what is laid out of a map."""
    names = _names_of_steps(setting, journey)
    lanes = {lane.id: lane for lane in journey.lanes}
    found: list[Group] = []
    for row in layout.rows:
        lane = lanes.get(row.lane)
        if isinstance(lane, EmotionLane) and row.block.points:
            apart = lane.points_from == "compare"
            words = " ".join(_courses(setting, row, names, apart=apart))
            found.append(_said(f"curve:{lane.id}", words))
        elif isinstance(lane, ChannelLane) and row.block.channels:
            shown = {column.step for column in layout.columns if not column.folds}
            here = {step: name for step, name in names.items() if step in shown}
            found += _channels(setting, journey, lane, row, here)
    return tuple(found)


def _said(picture: str, words: str) -> Group:
    return Group(0.0, 0.0, 0.0, 0.0, (), Tag("said", picture, words))


def _names_of_steps(setting: Setting, journey: JourneyMap) -> dict[str, str]:
    """What a step is called: by its own name, else by its phase's."""
    untitled = tr("Untitled", to=setting.language)
    return {
        step.id: setting.text(step.id, "title", step.title) or setting.text(phase.id, "title", phase.title) or untitled
        for phase in journey.phases
        for step in phase.steps
    }


def _courses(setting: Setting, row: Row, names: dict[str, str], *, apart: bool) -> Iterator[str]:
    """A sentence for each line of a lane, as it was drawn."""
    lines: dict[tuple[str, bool, bool], list[PointBlock]] = {}
    for point in sorted(row.block.points, key=lambda point: point.x):
        lines.setdefault((point.persona, point.expected, apart and point.drawn), []).append(point)
    personas = {persona.id: persona for persona in setting.project.personas}
    for (whose, expected, by_hand), points in lines.items():
        to = setting.language
        persona = personas.get(whose)
        of = [setting.text(whose, "name", persona.name) if persona is not None else ""]
        of += [tr("expectation", to=to) if expected else "", tr("by hand", to=to) if by_hand else ""]
        yield _course(", ".join(filter(None, of)), points, names, to)


def _course(name: str, points: list[PointBlock], names: dict[str, str], to: str) -> str:
    def at(point: PointBlock) -> str:
        value, step = signed(point.value, to), names.get(point.step, "")
        return f"{value} ({step})" if step else value

    if len(points) == 1:
        words = tr("a single point at {point}.", to=to, point=at(points[0]))
    else:
        words = tr(
            "begins at {first}, is lowest at {lowest} and highest at {highest}, ends at {last}.",
            to=to,
            first=at(points[0]),
            lowest=at(min(points, key=lambda point: point.value)),
            highest=at(max(points, key=lambda point: point.value)),
            last=at(points[-1]),
        )
    return tr("{name}: {words}", to=to, name=name or tr("Emotion", to=to), words=words)


def _channels(
    setting: Setting, journey: JourneyMap, lane: ChannelLane, row: Row, names: dict[str, str]
) -> Iterator[Group]:
    """Where each channel is touched, step by step."""
    touched: dict[str, set[str]] = {}
    for each in journey.lanes:
        for cell in getattr(each, "cells", ()) if each.kind == "touchpoints" else ():
            for card in cell.cards:
                touched.setdefault(card.channel, set()).add(cell.step)
    for mark in lane.marks:
        touched.setdefault(mark.channel, set()).add(mark.step)
    for channel in row.block.channels:
        where = [name for step, name in names.items() if step in touched.get(channel.channel, ())]
        if where:
            words = tr("in use at: {steps}", to=setting.language, steps=", ".join(dict.fromkeys(where)))
            yield _said(f"marks:{lane.id}/{channel.channel}", words)
