"""Undo and redo as values: a step keeps the whole project at its far side, which shares all that did not change."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import datetime

from journey_editor.model.project import Project

#: The ids of what is selected, in the order it was.
Selection = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done.

    `project` is the value at its far side: before it if it lies in the past, after it if in the future. `before` and
    `after` are the selections to show when it is undone and redone. `when` is the moment it was done, or went on last.
    """

    project: Project
    label: str
    before: Selection = ()
    after: Selection = ()
    when: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The present project between the steps that led to it and those that were undone, oldest and nearest first."""

    present: Project
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    open_key: Hashable | None = None

    def push(
        self,
        project: Project,
        label: str,
        before: Selection = (),
        after: Selection = (),
        *,
        merge: Hashable | None = None,
        when: datetime | None = None,
    ) -> History:
        """A step to a new present. Nothing happens, and redo stays, if the project is no other one.

        A step with a `merge` key joins the last one if that has the same key and was not closed since; if it leads back
        to where that one began, both go.
        """
        if project is self.present:
            return self
        if merge is not None and merge == self.open_key and self.past:
            start = self.past[-1]
            if project == start.project:
                return History(start.project, self.past[:-1], (), None)
            return History(project, (*self.past[:-1], replace(start, after=after, when=when)), (), merge)
        if project == self.present:
            return self
        return History(project, (*self.past, Step(self.present, label, before, after, when)), (), merge)

    def close(self) -> History:
        """From now on nothing joins the last step."""
        return self if self.open_key is None else replace(self, open_key=None)

    def with_present(self, project: Project) -> History:
        """The present put in another form without a step, as saving does with the date of the last change."""
        return self if project is self.present else replace(self, present=project, open_key=None)

    @property
    def can_undo(self) -> bool:
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        return bool(self.future)

    @property
    def undo_label(self) -> str:
        """What undo would take back; "" if there is nothing."""
        return self.past[-1].label if self.past else ""

    @property
    def redo_label(self) -> str:
        return self.future[0].label if self.future else ""

    def undo(self) -> History:
        """One step back; the same history if there is none."""
        if not self.past:
            return self
        step = self.past[-1]
        return History(step.project, self.past[:-1], (replace(step, project=self.present), *self.future))

    def redo(self) -> History:
        """One step forward; the same history if there is none."""
        if not self.future:
            return self
        step = self.future[0]
        return History(step.project, (*self.past, replace(step, project=self.present)), self.future[1:])

    def at(self, done: int) -> History:
        """The history with so many of its steps done, counted from the first; the others are to be redone.

        Raises IndexError for a number of steps that it does not have.
        """
        steps = (*self.past, *self.future)
        if not 0 <= done <= len(steps):
            raise IndexError(f"a history of {len(steps)} steps has none at {done}")
        now = len(self.past)
        if done == now:
            return self
        states = self.states()
        past, future = list(steps[:done]), list(steps[done:])
        for n in range(now, done):
            past[n] = replace(steps[n], project=states[n])
        for n in range(done, now):
            future[n - done] = replace(steps[n], project=states[n + 1])
        return History(states[done], tuple(past), tuple(future))

    def states(self) -> list[Project]:
        """The projects between the steps, from the oldest to the one after the last step that was undone."""
        return [*(step.project for step in self.past), self.present, *(step.project for step in self.future)]
