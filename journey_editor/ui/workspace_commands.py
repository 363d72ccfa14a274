"""What the commands of the menus do in a workspace beyond the session: where the keyboard stands, and what is named or
shown next, is for them to say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtWidgets import QApplication

from journey_editor.canvas.parts import Part
from journey_editor.session.writing import Cell
from journey_editor.ui.actions import Actions
from journey_editor.ui.choosing import choose_for
from journey_editor.ui.insertion import spot_for
from journey_editor.ui.meanings import lane_choices

if TYPE_CHECKING:
    from journey_editor.ui.path_popup import PathPopup
    from journey_editor.ui.workspace import Workspace


class WorkspaceCommands(QObject):
    """The commands about what is selected, or where the keyboard stands, in the map or in the panels beside it."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._session = space.session
        self._view = space.view
        self._outline = space.outline
        self._editing = space.editing
        self.path_popup: PathPopup | None = None

    def connect_to(self, actions: Actions) -> None:
        """Let the commands of the registry do what they say, and follow what map and panels ask for."""
        space, view, editing = self._space, self._view, self._editing
        commands: dict[str, Callable[[], object]] = {
            "edit.undo": editing.undo,
            "edit.redo": editing.redo,
            "edit.cut": editing.cut,
            "edit.copy": editing.copy,
            "edit.copy_text": editing.copy_as_text,
            "edit.copy_picture": editing.copy_as_picture,
            "edit.paste": editing.paste,
            "edit.rename": self.rename,
            "edit.duplicate": editing.duplicate,
            "edit.delete": self.delete,
            "edit.select_all": editing.select_all,
            "edit.find": space.find_bar.open_bar,
            "edit.find_next": space.find_bar.next,
            "edit.find_previous": space.find_bar.previous,
            "edit.earlier": editing.move_up,
            "edit.later": editing.move_down,
            "edit.left": editing.move_left,
            "edit.right": editing.move_right,
            "insert.touchpoint": self.insert_touchpoint,
            "insert.note": self.insert_note,
            "insert.phase": self.insert_phase,
            "insert.step": self.insert_step,
            "insert.path": self.insert_path,
            "insert.persona": self.insert_persona,
            "insert.channel": self.insert_channel,
            "view.zoom_in": view.zoom_in,
            "view.zoom_out": view.zoom_out,
            "view.actual": self.actual_size,
            "view.fit": view.fit,
            "view.fit_selection": view.fit_selection,
            "view.fit_phase": view.fit_phase,
            "view.filter": space.filter_bar.open_bar,
            "map.next": self.next_map,
            "map.previous": self.previous_map,
            "map.properties": self.map_properties,
            "map.personas": self.show_personas,
            "map.channels": self.show_channels,
        }
        for command, run in commands.items():
            actions.connect_to(command, run)
        view.edit_wanted.connect(self.edit_elsewhere)
        view.dropped.connect(self.drop)
        view.image_wanted.connect(self.choose_image)
        view.path_wanted.connect(self.edit_path)
        space.palette_panel.insert_wanted.connect(editing.insert)
        space.palette_panel.library_wanted.connect(self.add_from_library)
        self._outline.renamed.connect(editing.rename)
        editing.made.connect(self.name_new)
        editing.emptied.connect(self.stand_on_cell)
        editing.arrived.connect(view.reveal)
        space.structure.made.connect(self.name_new)

    # Making something

    def insert_lane(self, kind: str) -> None:
        """A kind of `lane_choices`."""
        self._editing.insert(lane_choices()[kind].part)

    def insert_touchpoint(self) -> None:
        self._insert_card(Part("touchpoint"))

    def insert_note(self) -> None:
        self._insert_card(Part("note"))

    def _insert_card(self, part: Part) -> None:
        """On the map a card is written before it is made; elsewhere it is made, and then named."""
        spot = None
        if not self._outline.hasFocus():
            key = self._space.place()
            spot = spot_for(self._session, self._session.selection or ((key,) if key else ()), part)
        if spot is None or not self._space.structure.write(Cell(*spot)):
            self._editing.insert(part)

    def insert_phase(self) -> None:
        self._editing.insert(Part("phase"))

    def insert_step(self) -> None:
        self._editing.insert(Part("step"))

    def delete(self) -> None:
        """The point of the curve that is in hand, and not the card that bears it; else what is selected."""
        if self._outline.hasFocus() or not self._view.curve.remove():
            self._editing.delete()

    def insert_path(self) -> None:
        """From one card to where the keyboard leads it; of several selected, from each to the next."""
        if len(self._session.selection) > 1:
            self._editing.insert(Part("path"))
            return
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.connecting.begin(self._session.selection[0])

    def edit_path(self, path: str) -> None:
        """A path's kind and condition, where it runs."""
        from journey_editor.ui.path_popup import PathPopup

        if self.path_popup is None:
            self.path_popup = PathPopup(self._view)
        self.path_popup.open(path)

    def insert_persona(self) -> None:
        self._editing.insert(Part("persona"))

    def insert_channel(self) -> None:
        self._editing.insert(Part("channel"))

    def name_new(self, key: str) -> None:
        """Something was made: let its name be typed where the keyboard is."""
        if self._outline.isAncestorOf(QApplication.focusWidget() or self._view) or self._outline.hasFocus():
            self._outline.edit_here(key)
        elif self._view.map_layout.box(key) is not None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._view.edit(key)
        elif not self._space.panels.docks["outline"].isHidden():
            self._space.panels.docks["outline"].fill()
            self._outline.setFocus(Qt.FocusReason.OtherFocusReason)
            self._outline.edit_here(key)

    def stand_on_cell(self, cell: str) -> None:
        """Cards were cut: the keyboard stays where they lay, so that pasting puts them back there."""
        if not self._outline.hasFocus():
            self._view.stand_on(cell, select=False)

    def drop(self, mime: QMimeData, place: tuple[str, str, str, str]) -> None:
        self._editing.drop(mime, *place)
        self._space.window().activateWindow()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_image(self, card: str) -> None:
        choose_for(self._session, card, self._space.window(), self.drop)

    def rename(self) -> None:
        if self._outline.hasFocus():
            self._outline.rename_current()
        elif self._session.selection:
            self.name_new(self._session.selection[0])

    def edit_elsewhere(self, key: str) -> None:
        """The map cannot edit this thing in place: go to its properties."""
        self._session.select((key,))
        self._space.panels.docks["inspector"].show()
        self._space.panels.focus_inside(self._space.panels.docks["inspector"])

    # Showing something

    def actual_size(self) -> None:
        self._view.set_zoom(1.0)

    def next_map(self) -> None:
        self._space.bar.step(1)

    def previous_map(self) -> None:
        self._space.bar.step(-1)

    def map_properties(self) -> None:
        self._editing.map_properties()
        self._space.panels.docks["inspector"].show()

    def show_personas(self) -> None:
        from journey_editor.ui.personas.window import open_personas

        open_personas(self._session, self._space.window(), next(iter(self._session.selection), ""))

    def show_channels(self) -> None:
        from journey_editor.ui.channels.window import ChannelWindow

        ChannelWindow(self._session, self._space.window()).open()

    def add_from_library(self) -> None:
        from journey_editor.session.channel_acts import add_known
        from journey_editor.ui.channels.library import ask_library

        if known := ask_library(self._session, self._space.window()):
            add_known(self._session, known)
