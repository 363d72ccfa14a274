"""Which layout of the session's map a view shows, and how much of it there is by now.

What is in view comes first: a large map that is being opened is laid out a share at a time, while the window goes on.
"""

from __future__ import annotations

from math import inf
from time import perf_counter
from typing import TYPE_CHECKING

from journey_editor.layout.compare import changed
from journey_editor.layout.compose import Layouter
from journey_editor.layout.result import Layout
from journey_editor.model.project import Project
from journey_editor.model.queries import card_lanes

if TYPE_CHECKING:
    from .view import MapView

#: How long laying out a map that is being opened may keep the window from everything else (seconds). What is left
#: comes when there is time.
_AT_ONCE = 0.04
_MANY_CARDS = 2_000


class LaidOut:
    """The layout of one view, which follows the session or shows what a gesture would make of the project."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._layouter = Layouter()
        self.layout: Layout | None = None
        self._previewed: Project | None = None
        #: The project of the layout; map, language, filter.
        self._made_of: tuple[Project, tuple[object, ...]] | None = None

    @property
    def shown(self) -> Layout:
        """What is on the screen: while a large map is being opened, some rows still wait for their cards."""
        assert self.layout is not None
        return self.layout

    def whole(self) -> Layout:
        """The layout of the whole map: what it lacks is laid out now."""
        if not self.shown.complete:
            self._lay_out(self._view.session.project)
        return self.shown

    def follow(self) -> None:
        """Lay the map out anew if the session shows another one, or shows it otherwise."""
        session, made_of = self._view.session, self._made_of
        rest = (session.map_id, session.language, session.filtering.lit(session.project, session.map_id))
        if made_of is None or made_of[0] is not session.project or made_of[1] != rest:
            self._lay_out(session.project, self._first_share() if self._opening() else inf)

    def preview(self, project: Project | None) -> None:
        """Show what a gesture would make of the project; None shows the project again."""
        if project is not self._previewed:
            self._previewed = project
            self._lay_out(project or self._view.session.project)

    def _opening(self) -> bool:
        """Whether nothing of what is to be shown is on the screen yet; after an edit, it comes as a whole."""
        session, old = self._view.session, self.layout
        if old is None or not old.complete or (old.map_id, old.language) != (session.map_id, session.language):
            return True
        return not (session.can_undo or session.can_redo)

    def _first_share(self) -> float:
        """How long laying out may take at first: heads and curves of a large map come on top of its cards."""
        cards = sum(len(cell.cards) for lane in card_lanes(self._view.session.journey) for cell in lane.cells)
        return _AT_ONCE if cards <= _MANY_CARDS else _AT_ONCE / 4

    def sharp(self) -> bool:
        """Whether all that is in view is laid out and drawn as it is."""
        picture, layout = self._view.picture, self.shown
        if picture.zooming or not (picture.bad & picture.sheet.visible).isEmpty():
            return False
        if layout.complete:
            return True
        part = self._view.visible_part()
        rows = (row for row in layout.rows if row.lane in layout.awaited)
        return not any(row.y < part.y + part.h and part.y < row.y + row.h for row in rows)

    def more(self) -> bool:
        """There is time: go on with the rows that wait for their cards. False if there is nothing to do."""
        if self.shown.complete:
            return False
        view = self._view
        if not view.mouse.busy and view.in_place.editor is None:  # what they hold on to must not move
            self._lay_out(view.session.project, _AT_ONCE)
        return True

    def _lay_out(self, project: Project, seconds: float = inf) -> None:
        begun = perf_counter()
        view, session, old = self._view, self._view.session, self.layout
        view.mouse.leave()  # what lay under the pointer may lie elsewhere now
        lit = session.filtering.lit(project, session.map_id)
        new = self._layouter.layout(
            project, session.map_id, language=session.language, lit=lit, dotted=True, seconds=seconds
        )
        same = old is not None and (old.map_id, old.language) == (new.map_id, new.language)
        self._made_of = (project, (session.map_id, session.language, lit))
        self.layout = new
        view.take_layout(new, changed(old, new) if same and old is not None else None)
        view.frames.spend(perf_counter() - begun)
