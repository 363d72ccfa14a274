"""A text on its way into the project: what it would make of it while it is typed, and the step that it is in the end.
The figures of a measure are written in the same way.

While somebody types, nothing is done to the session: the canvas lays out what `Writing.preview` gives. So leaving a
text unchanged leaves no trace, and a new card that was never given words has never been there.
"""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.edit.cards import PREFIX, add_card
from journey_editor.edit.translations import said_in, set_text
from journey_editor.model.base import Node
from journey_editor.model.cards import Measure, Note, Picture, Touchpoint
from journey_editor.model.ids import random_id
from journey_editor.model.lanes import CARD_OF_LANE
from journey_editor.model.project import Project
from journey_editor.model.queries import find_lane

from . import step_words
from .measuring import FIGURES, write_figures
from .session import Edit, Session

#: The text that stands for a card on the map, by its class.
WORDS_OF_CARD: dict[type[Node], str] = {Touchpoint: "title", Note: "text", Picture: "text", Measure: "metric.name"}


class Cell(NamedTuple):
    """A place among the cards of a cell: before one of them, or at the end."""

    lane: str
    step: str
    before: str | None = None


def in_shown_language(session: Session, edit: Edit) -> Edit:
    """The edit, with the words of what it makes in the language that is shown: that is where they were written."""
    language = session.language
    if language == session.project.language:
        return edit

    def said(project: Project) -> tuple[Project, object]:
        result = edit(project)
        after, made = result if isinstance(result, tuple) else (result, None)
        return said_in(project, after, language), made

    return said


class Writing(NamedTuple):
    """A text of a thing; with a `cell`, of a card that is made along with it."""

    session: Session
    thing: str
    field: str
    cell: Cell | None = None

    def preview(self, text: str) -> Project:
        """The project as it would be with this text. Raises EditError."""
        return self._written(self.session.project, text)

    def commit(self, text: str) -> None:
        """Write it, as one step. A new card without words is not made. Raises EditError."""
        if self.cell is None:
            figures = self.field == FIGURES
            label = (
                step_words.measured(self.session, self.thing, text)
                if figures
                else step_words.wrote(self.session, self.thing, self.field, text)
            )
            self.session.apply(label, lambda project: self._written(project, text))
        elif text:
            label = step_words.added_card(self.session, self.cell.lane, self.cell.step, text)
            self.session.apply(label, lambda project: self._written(project, text), select=(self.thing,))

    def _written(self, project: Project, text: str) -> Project:
        if self.cell is not None:
            lane, step, before = self.cell
            project, _ = add_card(project, lane, step, before=before, new=lambda _: self.thing)
        if self.field == FIGURES:
            return write_figures(project, self.session.language, self.thing, text)
        return set_text(project, self.session.language, self.thing, self.field, text)


def new_card(session: Session, cell: Cell) -> Writing:
    """The words of a card that is not there yet. Raises KeyError for a lane that is unknown or holds no cards."""
    make = CARD_OF_LANE[find_lane(session.journey, cell.lane).kind]
    return Writing(session, random_id(PREFIX[make]), WORDS_OF_CARD[make], cell)
