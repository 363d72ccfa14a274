"""Which part of a map a page shows, in words: "Part 2 of 3 · Phases 3 to 4 of 5 · Lanes 1 to 4 of 9"."""

from __future__ import annotations

from journey_editor.model.lanes import SeparatorLane
from journey_editor.model.project import JourneyMap
from journey_editor.wording import tr


def part_words(journey: JourneyMap, part: JourneyMap, number: int, count: int, to: str) -> str:
    """What is shown of the map by page `number` of `count` of it; "" if there is but one."""
    if count < 2:
        return ""
    said = [tr("Part {number} of {count}", to=to, number=number, count=count)]
    phases = [phase for phase in journey.phases if not phase.hidden]
    first, last = _span([phase.id for phase in phases], [phase.id for phase in part.phases])
    if phases and (first, last) != (1, len(phases)):
        if first == last:
            said.append(tr("Phase {first} of {count}", to=to, first=first, count=len(phases)))
        else:
            said.append(tr("Phases {first} to {last} of {count}", to=to, first=first, last=last, count=len(phases)))
    if first == last and part.phases:
        steps = [step.id for step in phases[first - 1].steps]
        begin, end = _span(steps, [step.id for step in part.phases[0].steps])
        if (begin, end) != (1, len(steps)):
            said.append(tr("Steps {first} to {last} of {count}", to=to, first=begin, last=end, count=len(steps)))
    lanes, shown = _lanes(journey), _lanes(part)
    first, last = _span(lanes, shown)
    if shown and (first, last) != (1, len(lanes)):
        if first == last:
            said.append(tr("Lane {first} of {count}", to=to, first=first, count=len(lanes)))
        else:
            said.append(tr("Lanes {first} to {last} of {count}", to=to, first=first, last=last, count=len(lanes)))
    return " · ".join(said)


def _lanes(journey: JourneyMap) -> list[str]:
    return [lane.id for lane in journey.lanes if not lane.hidden and not isinstance(lane, SeparatorLane)]


def _span(whole: list[str], some: list[str]) -> tuple[int, int]:
    """The numbers of the first and last of some of them, from 1; (0, 0) for none."""
    places = [whole.index(key) + 1 for key in some if key in whole]
    return (min(places), max(places)) if places else (0, 0)
