"""What the steps of the history are called: what was done, to what, in the past tense, in the language of the window.

"Moved 3 touchpoints to Entscheidung". One thing is called by its kind and its name, shortened; several are counted. The
words are made before the edit, while what they name is still there.
"""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.model.lane_words import lane_word
from journey_editor.model.queries import place_of
from journey_editor.model.separators import line_word
from journey_editor.model.things import CARD_KINDS, Kind, find_thing
from journey_editor.wording import language, tr, trn

from .names import counted, field_of, name_of, text_of
from .session import Session

_LONGEST = 28  # characters of a name: two of them have room in a line of the panel
_LOOKED_AT = 200  # a larger number of things is counted without looking what they are


def short(text: str) -> str:
    """The first line of a text, with an ellipsis where it is long."""
    line = " ".join(text.strip().split("\n")[0].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def called(session: Session, thing: str) -> str:
    """A name as it stands within a sentence."""
    return short(name_of(session, thing))


def things(session: Session, ids: Sequence[str]) -> str:
    """What an edit is about: one thing by kind and name, several counted."""
    if len(ids) == 1:
        return _one(session, ids[0])
    if len(ids) > _LOOKED_AT:
        return trn("{n} thing", "{n} things", len(ids))
    kinds = {thing.kind for key in ids if (thing := find_thing(session.project, key)) is not None}
    if len(kinds) == 1:
        return counted(kinds.pop(), len(ids))
    return trn("{n} card", "{n} cards", len(ids)) if kinds <= CARD_KINDS else trn("{n} thing", "{n} things", len(ids))


def _one(session: Session, key: str) -> str:
    found = find_thing(session.project, key)
    if found is None:
        return tr("{n} thing", n=1)
    field = field_of(session, key)
    if found.kind in ("path", "counterpart", "point"):
        return {
            "path": lambda: _between(session, key, "path"),
            "counterpart": lambda: _between(session, key, "counterpart"),
            "point": lambda: counted("point", 1),
        }[found.kind]()
    if not (field and text_of(session, key, field).strip()):
        if found.kind in CARD_KINDS:
            return _unnamed(found.kind)
        if found.kind in ("phase", "step"):
            return called(session, key)  # "step 2 of Buying"
    name = short(session.project.title) if found.kind == "project" else called(session, key)
    return _named(found.kind, name)


def _named(kind: Kind, name: str) -> str:
    return {
        "project": lambda: tr("project “{name}”", name=name),
        "map": lambda: tr("map “{name}”", name=name),
        "phase": lambda: tr("phase “{name}”", name=name),
        "step": lambda: tr("step “{name}”", name=name),
        "lane": lambda: tr("lane “{name}”", name=name),
        "touchpoint": lambda: tr("touchpoint “{name}”", name=name),
        "note": lambda: tr("note “{name}”", name=name),
        "measure": lambda: tr("metric “{name}”", name=name),
        "picture": lambda: tr("image “{name}”", name=name),
        "persona": lambda: tr("persona “{name}”", name=name),
        "channel": lambda: tr("channel “{name}”", name=name),
    }.get(kind, lambda: f"“{name}”")()


def _unnamed(kind: Kind) -> str:
    return {
        "touchpoint": lambda: tr("untitled touchpoint"),
        "note": lambda: tr("empty note"),
        "measure": lambda: tr("unnamed metric"),
        "picture": lambda: tr("image without words"),
    }.get(kind, lambda: tr("{n} thing", n=1))()


def _between(session: Session, key: str, kind: Kind) -> str:
    found = find_thing(session.project, key)
    assert found is not None
    source, target = (called(session, str(getattr(found.node, end))) for end in ("source", "target"))
    if kind == "path":
        return tr("path from “{source}” to “{target}”", source=source, target=target)
    return tr("trace from “{source}” to “{target}”", source=source, target=target)


def about(session: Session, what: str, ids: Sequence[str]) -> str:
    """What was done, and to what: "Changed colour: phase “Entscheidung”"."""
    return tr("{what}: {things}", what=what, things=things(session, ids)) if ids else what


def _where(session: Session, ids: Sequence[str], lane: str, step: str) -> str:
    """What is new about where cards come to lie: the step or phase, else the lane; "" within one cell."""
    before = [place_of(session.journey, key) for key in ids[:_LOOKED_AT]]
    if any(place is None or place.step != step for place in before):
        return called(session, step)
    return called(session, lane) if any(place is None or place.lane != lane for place in before) else ""


def moved_cards(session: Session, ids: Sequence[str], lane: str, step: str) -> str:
    what, where = things(session, ids), _where(session, ids, lane, step)
    if where:
        return tr("Moved {what} to {where}", what=what, where=where)
    return tr("Moved {what} within {where}", what=what, where=called(session, step))


def copied_cards(session: Session, ids: Sequence[str], step: str) -> str:
    return tr("Copied {what} to {where}", what=things(session, ids), where=called(session, step))


def duplicated(session: Session, ids: Sequence[str]) -> str:
    return tr("Duplicated {what}", what=things(session, ids))


def deleted(session: Session, ids: Sequence[str]) -> str:
    return tr("Deleted {what}", what=things(session, ids))


def cut_out(session: Session, ids: Sequence[str]) -> str:
    return tr("Cut out {what}", what=things(session, ids))


def pasted(session: Session, what: str, step: str) -> str:
    """What came from the clipboard, in words, and into which step or phase if one was chosen."""
    if step:
        return tr("Pasted {what} into {where}", what=what, where=called(session, step))
    return tr("Pasted {what}", what=what)


_CARD_OF_LANE = {"touchpoints": "touchpoint", "notes": "note", "metrics": "measure", "images": "picture"}


def added_card(session: Session, lane: str, step: str, title: str = "") -> str:
    """A new card in a lane: by its title where it begins with one, else by its kind."""
    found = find_thing(session.project, lane)
    kind = getattr(found.node, "kind", "") if found is not None else ""
    return added_part(session, _CARD_OF_LANE.get(kind, ""), step, title)


def added_part(session: Session, part: str, step: str, title: str = "") -> str:
    """A new card of a kind ("" for any), in a step."""
    where = called(session, step)
    if title:
        return tr("Added “{title}” in {where}", title=short(title), where=where)
    return {
        "touchpoint": lambda: tr("Added a touchpoint in {where}", where=where),
        "note": lambda: tr("Added a note in {where}", where=where),
        "measure": lambda: tr("Added a metric in {where}", where=where),
        "picture": lambda: tr("Added an image in {where}", where=where),
    }.get(part, lambda: tr("Added a card in {where}", where=where))()


def added_step(session: Session, phase: str) -> str:
    return tr("Added a step in {where}", where=called(session, phase))


def added_lane(session: Session, kind: str, line: str = "") -> str:
    return tr("Added a lane: {kind}", kind=line_word(line) or lane_word(kind, language()))


def connected(session: Session, source: str, target: str) -> str:
    return tr(
        "Drew a path from “{source}” to “{target}”", source=called(session, source), target=called(session, target)
    )


def connected_in_order(session: Session, cards: Sequence[str]) -> str:
    """Paths through several touchpoints, from the first to the next."""
    if len(cards) == 2:
        return connected(session, *cards)
    return tr("Connected {what} in order", what=things(session, cards))


def linked(session: Session, source: str, target: str) -> str:
    return tr(
        "Linked “{source}” and “{target}” as counterparts",
        source=called(session, source),
        target=called(session, target),
    )


def moved_before(session: Session, thing: str, before: str | None) -> str:
    """A phase, step or lane before another one of its kind, or to the end."""
    what = things(session, (thing,))
    if before is None:
        return tr("Moved {what} to the end", what=what)
    return tr("Moved {what} before “{other}”", what=what, other=called(session, before))


def moved_step(session: Session, step: str, phase: str, before: str | None) -> str:
    """A step within its phase, or into another one."""
    found = find_thing(session.project, phase)
    if found is None or all(known.id != step for known in getattr(found.node, "steps", ())):
        return tr("Moved {what} to {where}", what=things(session, (step,)), where=called(session, phase))
    return moved_before(session, step, before)


def nudged(session: Session, ids: Sequence[str], way: str) -> str:
    """Moved by one place with the keyboard."""
    what = things(session, ids)
    return {
        "up": lambda: tr("Moved {what} up", what=what),
        "down": lambda: tr("Moved {what} down", what=what),
        "left": lambda: tr("Moved {what} to the left", what=what),
        "right": lambda: tr("Moved {what} to the right", what=what),
    }[way]()


def measured(session: Session, card: str, text: str) -> str:
    """The figures of a measure."""
    return tr("Set {what} to “{text}”", what=things(session, (card,)), text=short(text) or "–")


def wrote(session: Session, thing: str, field: str, text: str) -> str:
    """A text that was written anew, changed or emptied."""
    before, now = text_of(session, thing, field).strip(), short(text)
    if not now:
        return tr("Emptied {what}", what=things(session, (thing,)))
    if before:
        return tr("Changed {what} to “{text}”", what=things(session, (thing,)), text=now)
    return tr("Wrote “{text}”", text=now)
