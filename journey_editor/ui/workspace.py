"""The window around an open project: the map in the middle with its tabs, and the panels at the sides.

It is built when the first project is opened; until then neither the model nor the canvas is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from journey_editor.canvas.parts import Part
from journey_editor.canvas.view import MapView
from journey_editor.model.things import find_thing
from journey_editor.session.session import Session
from journey_editor.session.writing import Cell
from journey_editor.ui.actions import Actions
from journey_editor.ui.available import available
from journey_editor.ui.choosing import choose_for, offer_image
from journey_editor.ui.colours import colour_menu, colours_of
from journey_editor.ui.context_menu import context_menu
from journey_editor.ui.counterparts.sides import Sides
from journey_editor.ui.dialogs.messages import say
from journey_editor.ui.docks import Dock
from journey_editor.ui.documents import Documents
from journey_editor.ui.editing import Editing
from journey_editor.ui.facts import map_facts, selected_words
from journey_editor.ui.finding.filter_bar import FilterBar
from journey_editor.ui.finding.find_bar import FindBar
from journey_editor.ui.history_panel import HistoryPanel
from journey_editor.ui.insertion import spot_for
from journey_editor.ui.map_bar import MapBar
from journey_editor.ui.map_commands import MapCommands
from journey_editor.ui.matrix_menu import offer_importance
from journey_editor.ui.meanings import lane_choices
from journey_editor.ui.outline import Outline
from journey_editor.ui.palette import Palette
from journey_editor.ui.settings import Settings
from journey_editor.ui.status_bar import StatusBar
from journey_editor.ui.structure import Structure
from journey_editor.ui.tones import has_tones, tone_menu
from journey_editor.ui.translating.desk import LanguageDesk
from journey_editor.wording import tr

if TYPE_CHECKING:
    from journey_editor.ui.inspector.inspector import Inspector
    from journey_editor.ui.path_popup import PathPopup

_LEFT, _RIGHT = 240, 336
_FACTS_MS = 200
_FILL_MS = 2000  # so long do the panels wait for the map to be on the screen
_LOWEST = 160  # px; a panel of the second rank that is lower shows too little
_ASKED_FOR = {"history": (2, 1), "counterparts": (1, 1)}  # how the properties share their room with each


def _read_inspector() -> None:
    import journey_editor.ui.inspector.inspector  # noqa: F401  # a turn of its own


class Workspace(QWidget):
    """The centre of the window, and the owner of the panels that it puts around."""

    all_filled = Signal()  # the panels show what is in them

    def __init__(
        self, session: Session, actions: Actions, status: StatusBar, settings: Settings, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self.session = session
        self._actions = actions
        self._status = status
        self._settings = settings
        self.documents = Documents(session, settings, window)
        self.bar = MapBar(session, self)
        self.view = MapView(session, self)
        self.path_popup: PathPopup | None = None
        self.view.setAccessibleName(tr("Map"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self.find_bar = FindBar(session, self.view, self)
        column.addWidget(self.find_bar)
        self.filter_bar = FilterBar(session, self.view, self)
        column.addWidget(self.filter_bar)
        column.addWidget(self.view, 1)
        self.palette_panel = Palette(session)
        self.outline = Outline(session)
        self.editing = Editing(session, self._place, window)
        self.map_commands = MapCommands(session, self.bar, self.editing, window)
        self.structure = Structure(session, self.view, self._place, self.editing.try_to)
        self.colours = colour_menu(session, self.structure.paint, window)
        self.sides = Sides(session, self.view, self.editing.try_to)
        self.tones = tone_menu(session, window)
        self.docks = self._dock(window)
        self.languages = LanguageDesk(session, self.view, self.bar.chooser, actions, window)
        self.docks["translations"] = self.languages.dock
        self._facts_timer = QTimer(self, singleShot=True, interval=_FACTS_MS)
        self._facts_timer.timeout.connect(self._say_facts)
        docks = self.docks
        self._to_fill: list[Callable[[], object]] = [docks["palette"].fill, docks["outline"].fill]
        # The one that takes longest.
        self._to_fill += [_read_inspector, lambda: self.inspector.prepare(), docks["inspector"].fill]
        self._fill_timer = QTimer(self, singleShot=True, interval=_FILL_MS)
        self._fill_timer.timeout.connect(self._fill_next)
        self.view.drawn.connect(self._fill_next)
        self._arranging = False
        self.zoom_to_begin_with: float | None = None
        self._connect()
        self.follow()

    @cached_property
    def inspector(self) -> Inspector:
        """The panel of properties, made when it is first needed."""
        from journey_editor.ui.inspector.inspector import Inspector

        return Inspector(self.session, self.window())

    def _dock(self, window: QMainWindow) -> dict[str, Dock]:
        docks = {
            "palette": Dock("palette_dock", tr("Palette"), lambda: self.palette_panel, window, scrolls=True),
            "outline": Dock("outline_dock", tr("Outline"), lambda: self.outline, window),
            "inspector": Dock("inspector_dock", tr("Properties"), lambda: self.inspector, window),
            "history": Dock("history_dock", tr("History"), lambda: HistoryPanel(self.session), window),
            "counterparts": Dock("counterparts_dock", tr("Counterparts"), lambda: self.sides.panel, window),
        }
        docks["outline"].add_to_menu(tr("Open all rows"), self.outline.open_all)
        docks["outline"].add_to_menu(tr("Close all rows"), self.outline.close_all)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        window.addDockWidget(left, docks["palette"])
        window.splitDockWidget(docks["palette"], docks["outline"], Qt.Orientation.Vertical)
        window.addDockWidget(right, docks["inspector"])
        window.splitDockWidget(docks["inspector"], docks["history"], Qt.Orientation.Vertical)
        window.splitDockWidget(docks["inspector"], docks["counterparts"], Qt.Orientation.Vertical)
        for name in _ASKED_FOR:
            docks[name].hide()  # only those who ask for it have it
        window.resizeDocks([docks["palette"], docks["inspector"]], [_LEFT, _RIGHT], Qt.Orientation.Horizontal)
        window.resizeDocks([docks["palette"], docks["outline"]], [540, 340], Qt.Orientation.Vertical)
        return docks

    def _connect(self) -> None:
        session, view, editing = self.session, self.view, self.editing
        for signal in (session.project_changed, session.map_changed, session.selection_changed, session.file_changed):
            signal.connect(self.follow)
        session.language_changed.connect(self.follow)
        view.zoom_changed.connect(self._status.zoom.show_zoom)
        view.hint_changed.connect(self._status.say_hint)
        self.palette_panel.explained.connect(self._status.say_hint)
        view.context_menu_wanted.connect(self._open_menu)
        view.edit_wanted.connect(self._edit_elsewhere)
        view.refused.connect(self._status.say_hint)
        view.dropped.connect(self._drop)
        view.image_wanted.connect(self._choose_image)
        view.path_wanted.connect(self._edit_path)
        self._status.zoom.zoom_wanted.connect(view.set_zoom)
        self.palette_panel.insert_wanted.connect(editing.insert)
        self.palette_panel.library_wanted.connect(self._channel_library)
        self.outline.renamed.connect(editing.rename)
        self.outline.menu_wanted.connect(self._open_menu_here)
        self.map_commands.connect_to(self._actions)
        editing.made.connect(self._name_new)
        editing.emptied.connect(self._stand_on_cell)
        self.structure.made.connect(self._name_new)
        self.structure.connect_to(self._actions)
        session.told.connect(self._status.say_news)
        view.focus_changed.connect(self._follow_focus)
        editing.arrived.connect(view.reveal)
        commands: dict[str, Callable[[], object]] = {
            "edit.undo": editing.undo,
            "edit.redo": editing.redo,
            "edit.cut": editing.cut,
            "edit.copy": editing.copy,
            "edit.copy_text": editing.copy_as_text,
            "edit.paste": editing.paste,
            "edit.rename": self._rename,
            "edit.duplicate": editing.duplicate,
            "edit.delete": self._delete,
            "edit.select_all": editing.select_all,
            "edit.find": self.find_bar.open_bar,
            "edit.find_next": self.find_bar.next,
            "edit.find_previous": self.find_bar.previous,
            "edit.earlier": editing.move_up,
            "edit.later": editing.move_down,
            "edit.left": editing.move_left,
            "edit.right": editing.move_right,
            "insert.touchpoint": self._insert_touchpoint,
            "insert.note": self._insert_note,
            "insert.phase": self._insert_phase,
            "insert.step": self._insert_step,
            "insert.path": self._insert_path,
            "insert.persona": self._insert_persona,
            "insert.channel": self._insert_channel,
            "view.zoom_in": view.zoom_in,
            "view.zoom_out": view.zoom_out,
            "view.actual": self._actual_size,
            "view.fit": view.fit,
            "view.fit_selection": view.fit_selection,
            "view.fit_phase": view.fit_phase,
            "view.filter": self.filter_bar.open_bar,
            "view.next_region": self._next_region,
            "map.next": self._next_map,
            "map.previous": self._previous_map,
            "map.properties": self._map_properties,
            "map.personas": self._show_personas,
            "map.channels": self._channels,
        }
        for command, run in commands.items():
            self._actions.connect_to(command, run)
        for widget in (view, self.outline):
            widget.addActions(self._actions.local())
        overview = self._actions["view.minimap"]
        overview.setChecked(self._settings.minimap)
        view.minimap.want(self._settings.minimap)
        overview.toggled.connect(self._want_minimap)
        for name, dock in self.docks.items():
            action = self._actions[f"view.{name}"]
            action.toggled.connect(dock.setVisible)
            dock.visibilityChanged.connect(self._show_toggles)

        for name in _ASKED_FOR:
            self._actions[f"view.{name}"].toggled.connect(partial(self._make_room, name))
        self.sides.connect_to(self._actions)
        self.sides.can_changed.connect(self._follow_focus)

    def _want_minimap(self, wanted: bool) -> None:
        self._settings.minimap = wanted
        self.view.minimap.want(wanted)

    def _make_room(self, name: str, shown: bool) -> None:
        """A panel of the second rank takes its share of what the properties have, unless it has a size already."""
        dock, inspector = self.docks[name], self.docks["inspector"]
        window = self.window()
        if shown:
            dock.fill()
        if shown and not dock.isFloating() and dock.height() < _LOWEST and isinstance(window, QMainWindow):
            window.resizeDocks([inspector, dock], list(_ASKED_FOR[name]), Qt.Orientation.Vertical)

    # What is shown

    def follow(self) -> None:
        """Enable what can be done now, and say what is selected."""
        session = self.session
        self._follow_focus()
        self.sides.follow()
        self._actions.say("edit.undo", tr("&Undo"), tr("&Undo: {what}"), session.undo_label)
        self._actions.say("edit.redo", tr("&Redo"), tr("&Redo: {what}"), session.redo_label)
        self._status.say_selected(selected_words(session.project, session.selection))
        self._facts_timer.start()

    def _say_facts(self) -> None:
        if self.isVisible():  # the start page has words of its own
            self._status.say_facts(map_facts(self.session.project, self.session.journey))

    def keep_closed_panels(self) -> None:
        """Panels that were closed the last time stay closed."""
        for name, dock in self.docks.items():
            self._actions[f"view.{name}"].setChecked(not dock.isHidden())

    def show_docks(self, visible: bool) -> None:
        """The panels stand only beside a map; which of them the user has closed is kept."""
        self._arranging = True
        for name, dock in self.docks.items():
            dock.setVisible(visible and self._actions[f"view.{name}"].isChecked())
        self._arranging = False
        if visible and self._to_fill:
            self._fill_timer.start()

    @property
    def filled(self) -> bool:
        """Whether the panels show what is in them."""
        return not self._to_fill

    def _fill_next(self) -> None:
        """Fill the panels, some of it at each turn of the event loop; the map comes first."""
        self._fill_timer.stop()
        if self._to_fill:
            self._to_fill.pop(0)()
            QTimer.singleShot(0, self, self._fill_next if self._to_fill else self.all_filled.emit)

    def _show_toggles(self) -> None:
        if self._arranging or not self.isVisible():
            return
        for name, dock in self.docks.items():
            action = self._actions[f"view.{name}"]
            action.blockSignals(True)
            action.setChecked(not dock.isHidden())
            action.blockSignals(False)

    def begin(self) -> None:
        """A project was opened: show all of it."""
        if not self.isVisibleTo(self.window()):  # something else took its place meanwhile
            return
        self.find_bar.forget()
        if self.zoom_to_begin_with is not None:
            self.view.set_zoom(self.zoom_to_begin_with)
        elif self._wide():
            self.view.fit_width()
        else:
            self.view.fit()
        self._status.zoom.show_zoom(self.view.zoom)
        self._say_facts()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wide(self) -> bool:
        """Whether the map is still readable when it fits by its width alone."""
        drawn, room = self.view.shown_layout, self.view.maximumViewportSize()
        return drawn.height / max(drawn.width, 1.0) > room.height() / max(room.width(), 1)

    # What commands do beyond the session

    def _place(self) -> str:
        """Where something new goes if nothing is selected: where the keyboard stands, in outline or map."""
        if self.outline.hasFocus():
            key = self.outline.current_key()
            return key if not key.startswith("#") else ""
        return self.view.here

    def insert_lane(self, kind: str) -> None:
        """A kind of `lane_choices`."""
        self.editing.insert(lane_choices()[kind].part)

    def _insert_touchpoint(self) -> None:
        self._insert_card(Part("touchpoint"))

    def _insert_note(self) -> None:
        self._insert_card(Part("note"))

    def _insert_card(self, part: Part) -> None:
        """On the map a card is written before it is made; elsewhere it is made, and then named."""
        spot = None
        if not self.outline.hasFocus():
            key = self._place()
            spot = spot_for(self.session, self.session.selection or ((key,) if key else ()), part)
        if spot is None or not self.structure.write(Cell(*spot)):
            self.editing.insert(part)

    def _insert_phase(self) -> None:
        self.editing.insert(Part("phase"))

    def _insert_step(self) -> None:
        self.editing.insert(Part("step"))

    def _delete(self) -> None:
        """The point of the curve that is in hand, and not the card that bears it; else what is selected."""
        if self.outline.hasFocus() or not self.view.curve.remove():
            self.editing.delete()

    def _insert_path(self) -> None:
        """From one card to where the keyboard leads it; of several selected, from each to the next."""
        if len(self.session.selection) > 1:
            self.editing.insert(Part("path"))
            return
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.connecting.begin(self.session.selection[0])

    def _edit_path(self, path: str) -> None:
        """A path's kind and condition, where it runs."""
        from journey_editor.ui.path_popup import PathPopup

        if self.path_popup is None:
            self.path_popup = PathPopup(self.view)
        self.path_popup.open(path)

    def _insert_persona(self) -> None:
        self.editing.insert(Part("persona"))

    def _insert_channel(self) -> None:
        self.editing.insert(Part("channel"))

    def _name_new(self, key: str) -> None:
        """Something was made: let its name be typed where the keyboard is."""
        if self.outline.isAncestorOf(QApplication.focusWidget() or self) or self.outline.hasFocus():
            self.outline.edit_here(key)
        elif self.view.map_layout.box(key) is not None:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.edit(key)
        elif not self.docks["outline"].isHidden():
            self.docks["outline"].fill()
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)
            self.outline.edit_here(key)

    def _stand_on_cell(self, cell: str) -> None:
        """Cards were cut: the keyboard stays where they lay, so that pasting puts them back there."""
        if not self.outline.hasFocus():
            self.view.stand_on(cell, select=False)

    def _drop(self, mime: QMimeData, place: tuple[str, str, str, str]) -> None:
        self.editing.drop(mime, *place)
        self.window().activateWindow()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_image(self, card: str) -> None:
        choose_for(self.session, card, self.window(), self._drop)

    def _rename(self) -> None:
        if self.outline.hasFocus():
            self.outline.rename_current()
        elif self.session.selection:
            self._name_new(self.session.selection[0])

    def _edit_elsewhere(self, key: str) -> None:
        """The map cannot edit this thing in place: go to its properties."""
        self.session.select((key,))
        self.docks["inspector"].show()
        self._focus_inside(self.docks["inspector"])

    def go_to(self, key: str) -> None:
        """Show a map, or a phase or lane of this one, and put the keyboard there."""
        if any(journey.id == key for journey in self.session.project.maps):
            self.session.go_to_map(key)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.keyboard_used = True
        self.view.stand_on(key)

    def _actual_size(self) -> None:
        self.view.set_zoom(1.0)

    def _next_map(self) -> None:
        self.bar.step(1)

    def _previous_map(self) -> None:
        self.bar.step(-1)

    def _map_properties(self) -> None:
        self.editing.map_properties()
        self.docks["inspector"].show()

    def _show_personas(self) -> None:
        from journey_editor.ui.personas.window import open_personas

        open_personas(self.session, self.window(), next(iter(self.session.selection), ""))

    def _channels(self) -> None:
        from journey_editor.ui.channels.window import ChannelWindow

        ChannelWindow(self.session, self.window()).open()

    def _channel_library(self) -> None:
        from journey_editor.session.channel_acts import add_known
        from journey_editor.ui.channels.library import ask_library

        if known := ask_library(self.session, self.window()):
            add_known(self.session, known)

    def _next_region(self) -> None:
        """The keyboard goes round: palette, outline, map, properties, and what else is open."""
        docks = self.docks
        regions: list[QWidget] = [docks["palette"], docks["outline"], self.view, docks["inspector"]]
        regions += [docks[name] for name in (*_ASKED_FOR, "translations")]
        open_ones = [region for region in regions if region.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, r in enumerate(open_ones) if r is focus or (focus and r.isAncestorOf(focus))), -1)
        region = open_ones[(here + 1) % len(open_ones)]
        if isinstance(region, Dock):
            self._focus_inside(region)
        else:
            region.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_inside(self, dock: Dock) -> None:
        dock.fill()
        body = dock.body
        if body.focusPolicy() & Qt.FocusPolicy.TabFocus:
            body.setFocus(Qt.FocusReason.TabFocusReason)
            return
        step = body.nextInFocusChain()
        while step is not None and step is not body:
            if body.isAncestorOf(step) and step.isVisible() and step.focusPolicy() & Qt.FocusPolicy.TabFocus:
                step.setFocus(Qt.FocusReason.TabFocusReason)
                return
            step = step.nextInFocusChain()

    # Menus at a place

    def _open_menu(self, where: QPoint, ids: object) -> None:
        if isinstance(ids, tuple) and ids:
            self.session.select(key for key in ids if find_thing(self.session.project, str(key)) is not None)
        self._open_menu_here(where)

    def _open_menu_here(self, where: QPoint) -> None:
        self._follow_focus()
        menu = context_menu(self.session, self._place(), self._actions, self)
        offer_image(menu, self.session, self._choose_image)
        offer_importance(menu, self.session, self._place(), self.editing.try_to)
        if has_tones(self.session):
            menu.addMenu(self.tones)
        if colours_of(self.session):
            menu.addMenu(self.colours)
        menu.exec(where)

    def _follow_focus(self) -> None:
        """The keyboard stands elsewhere: other commands may have a place."""
        self._actions.enable(available(self.session, self._place()) | self.sides.available())

    def export(self) -> None:
        """The export dialog for the map that is shown."""
        from journey_editor.ui.dialogs.export_pdf import ExportDialog

        if not self.session.journey.phases:
            say(self, tr("There is nothing to export yet"), tr("Add a phase to the map first."))
            return
        dialog = ExportDialog(self.session, self.window())
        if dialog.exec():
            self._status.say_state("circle-check", dialog.sentence)
        elif dialog.lacking_wanted:
            self.languages.show_missing(dialog.lacking_wanted)
