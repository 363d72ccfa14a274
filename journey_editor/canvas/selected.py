"""What the overlay shows while nothing is going on: the selection and the place of the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journey_editor.layout.result import Box

from .composing import takes_words
from .marks import Focused, Found, Mark, Offer, Selected, SelectedLine
from .names import offer_words
from .pulling import is_touchpoint
from .tucked import tucked

if TYPE_CHECKING:
    from .view import MapView

_TITLE_ROOM = 5.0  # points


def resting_marks(view: MapView) -> tuple[Mark, ...]:
    """Marks for everything selected that is on the map, and the focus ring where the keyboard is in use."""
    layout, selection = view.shown_layout, view.session.selection
    if view.in_place.writing is not None and view.in_place.writing.cell is not None:
        selection = (view.in_place.thing,)  # a new card, which the session does not know yet
    marks: list[Mark] = _found(view)
    lines = {line.id: line for line in layout.lines}
    band = _band(view)
    for thing in selection:
        if thing in lines:
            label = Box("label", thing, *lines[thing].label)
            knobs = len(selection) == 1 and any(path.id == thing for path in view.session.journey.paths)
            marks.append(SelectedLine(lines[thing].corners, band, knobs, label if label.w else None))
            continue
        box = layout.card(thing) or layout.box(thing)
        if box is not None:
            marks.append(
                Selected(_roomy(box), len(selection) == 1 and box.kind == "card" and is_touchpoint(view.session, thing))
            )
    marks += tucked(view.session.journey, layout)
    if len(selection) == 1:
        marks += _points_of(view, selection[0])
        marks += _traces_of(view, selection[0], band)
    if view.in_place.writing is not None:
        return tuple(marks)  # the keyboard is in the field
    marks += [*view.connecting.marks(), *view.curve.marks()]
    # A cell is never selected, so that only this ring shows where it is that something new would go.
    shown = view.hasFocus() and (view.keyboard_used or "/" in view.here)
    here = layout.box(view.here) if view.here and shown else None
    if here is not None and view.curve.spot is None:
        if here.kind == "cell" and takes_words(view, here.id):
            marks.append(Offer(here, offer_words(view.session, here.id)))
        marks.append(Focused(_roomy(here)))
    return tuple(marks)


def _roomy(box: Box) -> Box:
    """Where the ring round a thing stands: clear of a map's title, whose words fill their box."""
    if box.kind != "title":
        return box
    return box._replace(x=box.x - _TITLE_ROOM, y=box.y - _TITLE_ROOM, w=box.w + 2 * _TITLE_ROOM, h=box.h + 1.0)


def _found(view: MapView) -> list[Mark]:
    """Marks of what somebody looked for; of a path its words."""
    layout = view.shown_layout
    labels = {line.id: Box("path", line.id, *line.label) for line in layout.lines if line.label[2]}
    boxes = [layout.card(thing) or labels.get(thing) or layout.box(thing) for thing in view.found]
    return [Found(box) for box in boxes if box is not None]


def _band(view: MapView) -> Box | None:
    """The chevrons, behind which lines run."""
    phases = view.shown_layout.phases
    if not phases:
        return None
    top, bottom = min(box.y for box in phases), max(box.y + box.h for box in phases)
    return Box("band", "", phases[0].x, top, phases[-1].x + phases[-1].w - phases[0].x, bottom - top)


def _traces_of(view: MapView, card: str, band: Box | None) -> list[Mark]:
    """The traces that lead from and to a selected touchpoint."""
    traces = {trace.id for trace in view.session.journey.counterparts if card in (trace.source, trace.target)}
    return [SelectedLine(line.corners, band, False) for line in view.shown_layout.lines if line.id in traces]


def _points_of(view: MapView, card: str) -> list[Mark]:
    """The dots of a selected touchpoint on the curves."""
    return [
        Selected(Box("point", f"{point.id}/{point.persona}", point.x - 5.0, row.y + point.y - 5.0, 10.0, 10.0), False)
        for row, point in view.shown_layout.points_of(card)
    ]
