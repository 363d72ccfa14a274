"""Pulling a path from one touchpoint to another, and leading an end of one elsewhere; a line shows how it would run."""

from __future__ import annotations

from journey_editor.layout.hit import hit
from journey_editor.layout.result import PathLine
from journey_editor.layout.route import sketched
from journey_editor.model.cards import Touchpoint
from journey_editor.model.things import find_thing
from journey_editor.session import path_acts
from journey_editor.session.session import Session
from journey_editor.wording import tr

from .gesture import Gesture
from .marks import Mark, Refusal, Rope, Sketch, Target
from .names import name_of
from .scene import NO_KEYS, Keys, Scene


def is_touchpoint(session: Session, card: str) -> bool:
    found = find_thing(session.project, card)
    return found is not None and isinstance(found.node, Touchpoint)


class _Pull(Gesture):
    """One end is at a card and stays there; the other follows the pointer. `forward`: what follows is the target."""

    def __init__(self, scene: Scene, fixed: str, x: float, y: float, *, forward: bool) -> None:
        super().__init__(scene)
        self._fixed, self._forward = fixed, forward
        box = scene.layout.card(fixed)
        assert box is not None
        self._from = (box.x + (box.w if forward else 0.0), box.y + box.h / 2)
        self.other: str | None = None
        self.follow(x, y)

    def follow(self, x: float, y: float, keys: Keys = NO_KEYS) -> None:
        scene, session = self.scene, self.scene.session
        box = hit(scene.layout, x, y)
        self.other = None
        self.marks = (Rope(*self._from, x, y) if self._forward else Rope(x, y, *self._from),)
        self.hint = self._searching(name_of(session, self._fixed))
        if box is None or box.kind != "card":
            return
        marks: list[Mark] = []
        if box.id == self._fixed:
            self.hint = tr("A path cannot lead from a touchpoint to itself")
        elif is_touchpoint(session, box.id):
            self.other = box.id
            ends = (self._fixed, box.id) if self._forward else (box.id, self._fixed)
            marks = [Target(box.x, box.y, box.w, box.h, True), Sketch(sketched(scene.layout, *ends))]
            name, other = (name_of(session, end) for end in ends)
            self.hint = tr("Path from “{name}” to “{other}”", name=name, other=other)
        else:
            marks = [Refusal(box.x, box.y, box.w, box.h, ""), *self.marks]
            self.hint = tr("Paths join touchpoints only")
        self.marks = tuple(marks) or self.marks

    def _searching(self, name: str) -> str:
        if self._forward:
            return tr("Path from “{name}”: release over another touchpoint", name=name)
        return tr("Path to “{name}”: release over another touchpoint", name=name)


class RopePull(_Pull):
    """A new path on its way from a touchpoint; `made` is it once it is drawn."""

    def __init__(self, scene: Scene, source: str, x: float, y: float) -> None:
        self.made: str | None = None
        super().__init__(scene, source, x, y, forward=True)

    def drop(self) -> None:
        if self.other is not None:
            self.made = path_acts.connect(self.scene.session, self._fixed, self.other)


class EndPull(_Pull):
    """An end of a path on its way to another touchpoint."""

    def __init__(self, scene: Scene, line: PathLine, x: float, y: float, *, forward: bool) -> None:
        self._line = line
        super().__init__(scene, line.source if forward else line.target, x, y, forward=forward)

    def drop(self) -> None:
        if self.other is None or self.other in (self._line.source, self._line.target):
            return
        ends = {"target": self.other} if self._forward else {"source": self.other}
        path_acts.reconnect(self.scene.session, self._line.id, **ends)
