"""The pages of a choice, composed beside the window's thread; what was chosen before is dropped."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from journey_editor.export.small_type import SMALL
from journey_editor.layout.advice import helps
from journey_editor.layout.compose import Layouter
from journey_editor.layout.finishing import finished
from journey_editor.layout.pages import Pages, pages
from journey_editor.layout.paper import PageProblem
from journey_editor.model.filtering import Lit
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup
from journey_editor.ui.print_studio.background import Background


class Wanted(NamedTuple):
    """All that pages are made of. `filtered` says in words through which filter `lit` was found."""

    project: Project
    map_id: str
    setup: PageSetup
    language: str
    lit: Lit | None = None
    filtered: str = ""

    def compose(self) -> Pages:
        """The pages as they go to the printer, and what is to be known of their type. Raises PageProblem."""
        # A layouter of its own: what the window draws meanwhile is made by another one, so no two threads share one.
        layouter = Layouter()
        made = self.composed(layouter)
        _ = made.type
        return finished(made, self.project, self.map_id, self.setup, self.language, layouter.shaper)

    def composed(self, layouter: Layouter) -> Pages:
        """The pages before they are cut into sheets. Raises PageProblem."""
        return pages(self.project, self.map_id, self.setup, self.language, layouter, self.lit, self.filtered)

    def with_setup(self, setup: PageSetup) -> Wanted:
        return self._replace(setup=setup)


class Advice(NamedTuple):
    """A setup with which the type gets large enough. `size` is that of its smallest type in points. A `plain` one asks
    for the cards of the map to go without their descriptions."""

    setup: PageSetup
    size: float
    plain: bool = False


class Composer(QObject):
    """`composed` goes out when `pages` (or `problem`, a sentence) are those of `wanted`, `advised` when there is advice
    for them."""

    composed = Signal()
    advised = Signal()

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self.wanted: Wanted | None = None
        self.pages: Pages | None = None
        self.problem = ""
        self.advice: tuple[Advice, ...] = ()

    def begin(self, wanted: Wanted) -> None:
        """Compose this. What was being composed is not wanted any more."""
        self.wanted = wanted
        self._background.begin(wanted.compose, self._done, self._failed)

    def _done(self, made: Pages) -> None:
        self.pages, self.problem, self.advice = made, "", ()
        self.composed.emit()
        wanted = self.wanted
        if wanted is not None and made.smallest < SMALL and not self._background.busy:
            self._background.begin(lambda: advice(wanted), self._take_advice, self._no_advice)

    def _failed(self, problem: Exception) -> None:
        if not isinstance(problem, PageProblem):
            raise problem
        self.pages, self.problem, self.advice = None, str(problem), ()
        self.composed.emit()

    def _take_advice(self, found: tuple[Advice, ...]) -> None:
        self.advice = found
        self.advised.emit()

    @staticmethod
    def _no_advice(problem: Exception) -> None:
        raise problem


def advice(wanted: Wanted) -> tuple[Advice, ...]:
    """What helps where type is too small to read, the best first."""
    layouter = Layouter()

    def compose(project: Project, setup: PageSetup) -> Pages:
        return wanted._replace(project=project, setup=setup).composed(layouter)

    found = helps(wanted.project, wanted.map_id, wanted.setup, wanted.composed(layouter), compose, SMALL)
    return tuple(Advice(one.setup, one.size, one.kind == "descriptions") for one in found)
