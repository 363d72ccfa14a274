"""One process, one window, one random user: the steps, and what is checked after them."""

from __future__ import annotations

import gc
from collections import Counter, deque
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from journey_editor.app import Program, application
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.storage.codec import Loaded
from journey_editor.ui.settings import Settings
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two

from . import hands
from .answers import Answers, no_file_chooser
from .watch import Watch, check_canvas, check_project

_CANVAS_EVERY, _BACK_EVERY, _PROJECT_EVERY = 100, 2000, 20
_MOST_CARDS, _MOST_STEPS = 250, 3000
_REMEMBERED = 25


class Fault(AssertionError):
    """Something went wrong; says the seed and the last steps."""


class Run:
    """Works on a window, step by step. `step` raises Fault as soon as something is wrong."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed = seed
        self.turns = Random(seed)
        self.done = 0
        self.counts: Counter[str] = Counter()
        self.last: deque[str] = deque(maxlen=_REMEMBERED)
        self.folder = folder
        self.watch = Watch()
        self.answers = Answers(self.turns)
        settings = Settings(folder / "settings.ini")
        settings.theme, settings.language = "light", "en"
        self.program = Program(application(), settings)
        self.watch.begin()
        self.program.window.resize(1280, 800)
        self.program.window.show()
        self.first: Project
        self.begin()

    @property
    def hands(self) -> hands.Hands:
        return hands.Hands(self.program.window, self.turns)

    def begin(self) -> None:
        """Another project."""
        made = self.turns.choice((everything, two_by_two))()
        session = self.program.window.workspace.session
        session.new(Loaded(made, {PIXEL_SHA: PIXEL}, ()))
        self.program.window.show_workspace()
        QApplication.processEvents()
        self.first = session.project

    def step(self) -> None:
        self.done += 1
        turns, name = self.turns, "?"
        try:
            with no_file_chooser(turns, self.folder):
                self.answers.start()
                name = turns.choices(hands.NAMES, hands.WEIGHTS)[0]
                said = getattr(self.hands, name)()
                self.counts[name] += 1
                self.last.append(f"{self.done} {name} {said or ''}")
                while QApplication.activePopupWidget() or QApplication.activeModalWidget():
                    QApplication.processEvents()
                QApplication.processEvents()
                # What was told to go goes between two events, as it would in the program's own loop.
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                self.answers.stop()
            self._check()
        except Exception as error:
            self.watch.end()
            told = "\n  ".join(self.last)
            raise Fault(f"seed {self.seed}, step {self.done} ({name}): {error}\nlast steps:\n  {told}") from error

    def _check(self) -> None:
        if self.watch.heard:
            raise Fault("\n".join(self.watch.heard))
        window = self.program.window
        if window.at_start:
            self.begin()
        session = window.workspace.session
        if self.done % _PROJECT_EVERY == 0:
            check_project(session)
        if self.done % _CANVAS_EVERY == 0:
            check_canvas(window.workspace.view)
        if self.done % _BACK_EVERY == 0:
            self._back_and_forth()
            gc.collect()
        if cards(session.project) > _MOST_CARDS or len(session._history.past) > _MOST_STEPS:
            self._back_and_forth()
            self.begin()

    def _back_and_forth(self) -> None:
        """Undo to the very first state, and redo to the last."""
        session = self.program.window.workspace.session
        last, back = session.project, 0
        while session.can_undo:
            session.undo()
            back += 1
        content = {"modified": ""}  # saving writes the time of the last change
        assert session.project.evolve(**content) == self.first.evolve(**content), "undoing everything led elsewhere"
        for _ in range(back):
            session.redo()
        assert session.project == last, "redoing everything led elsewhere"

    def facts(self) -> str:
        session = self.program.window.workspace.session
        return f"{cards(session.project)} cards, {len(session._history.past)} steps to undo, {dict(self.counts)}"

    def end(self) -> None:
        window = self.program.window
        check_project(window.workspace.session)
        window.workspace.session.new(Loaded(everything(), {}, ()))  # so that closing asks nothing
        window.close()
        window.deleteLater()
        # The offscreen platform keeps what was copied until after Python has ended, and then asks Python about it.
        QApplication.clipboard().clear()
        QApplication.processEvents()
        self.watch.end()
        if self.watch.heard:
            raise Fault("\n".join(self.watch.heard))


def cards(project: Project) -> int:
    return sum(1 for journey in project.maps for _ in all_cards(journey))
