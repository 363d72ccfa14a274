"""What can be done with the maps of a project: add, rename, duplicate, reorder, compare and delete."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journey_editor.edit.map_copies import duplicate_map
from journey_editor.edit.maps import move_map
from journey_editor.model.queries import all_cards, find_map
from journey_editor.session import step_words
from journey_editor.session.session import Session
from journey_editor.ui.actions import Actions
from journey_editor.ui.editing import Editing
from journey_editor.ui.map_bar import MapBar
from journey_editor.wording import tr, trn


class MapCommands(QObject):
    """The commands of the menu "Map", and what the tabs ask for. All but renaming are about the map that is shown."""

    def __init__(self, session: Session, bar: MapBar, editing: Editing, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._bar = bar
        self._editing = editing
        self._window = window

    def connect_to(self, actions: Actions) -> None:
        for command, run in {
            "map.add": self._editing.add_map,
            "map.rename": self._bar.rename_here,
            "map.duplicate": self.duplicate,
            "map.to_be": self.duplicate_as_to_be,
            "map.compare": self.compare,
            "map.delete": self._editing.delete_map,
            "map.left": self.move_left,
            "map.right": self.move_right,
        }.items():
            actions.connect_to(command, run)
        bar = self._bar
        bar.add_wanted.connect(self._editing.add_map)
        bar.renamed.connect(self._editing.rename)
        bar.moved.connect(self.move_before)
        bar.fill_menu_with(self._menu_of(actions))

    def _menu_of(self, actions: Actions) -> tuple[tuple[object, ...], ...]:
        """What the menu of a tab offers, in groups."""
        names = (
            ("map.rename", "map.duplicate", "map.to_be"),
            ("map.compare",),
            ("map.left", "map.right"),
            ("map.properties",),
            ("map.delete",),
        )
        return tuple(tuple(actions[name] for name in group) for group in names)

    # Copies

    def duplicate(self) -> None:
        self._duplicate(None)

    def duplicate_as_to_be(self) -> None:
        self._duplicate("to-be")

    def _duplicate(self, kind: Literal["to-be"] | None) -> None:
        session = self._session
        source = session.map_id
        what = step_words.things(session, (source,))
        done = tr("Duplicated {what} as to-be", what=what) if kind else tr("Duplicated {what}", what=what)
        made = session.apply(done, lambda project: duplicate_map(project, source, kind), select=())
        session.go_to_map(str(made))
        cards = sum(1 for _ in all_cards(session.journey))
        said = trn("{n} card", "{n} cards", cards)
        session.told.emit(tr("{done}, with {cards}. Undo takes it back.", done=done, cards=said))

    # Order

    def move_left(self) -> None:
        ids = [journey.id for journey in self._session.project.maps]
        at = ids.index(self._session.map_id)
        if at:
            self.move_before(ids[at], ids[at - 1])

    def move_right(self) -> None:
        ids = [journey.id for journey in self._session.project.maps]
        at = ids.index(self._session.map_id)
        if at + 1 < len(ids):
            self.move_before(ids[at], ids[at + 2] if at + 2 < len(ids) else "")

    def move_before(self, map_id: str, before: str) -> None:
        """A map before another one, or to the end ("")."""
        label = step_words.moved_before(self._session, map_id, before or None)
        self._editing.try_to(
            lambda: self._session.apply(label, lambda project: move_map(project, map_id, before or None))
        )

    # Comparison

    def compare(self) -> None:
        """Open the comparison of the map that is shown, or bring the open one to the front."""
        from journey_editor.ui.comparison.window import ComparisonWindow

        if len(self._session.project.maps) < 2:
            return
        window = self._window.findChild(ComparisonWindow)
        if window is None:
            window = ComparisonWindow(self._session, self._window)
            window.shown_wanted.connect(self._show)
            window.show()
        window.raise_()
        window.activateWindow()

    def _show(self, map_id: str, thing: str) -> None:
        find_map(self._session.project, map_id)
        self._session.go_to_map(map_id)
        self._session.select((thing,))
        self._window.raise_()
        self._window.activateWindow()
