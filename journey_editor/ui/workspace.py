"""The window around an open project: the map in the middle with its tabs, and the panels at the sides.

It is built when the first project is opened; until then neither the model nor the canvas is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from journey_editor.canvas.view import MapView
from journey_editor.model.things import find_thing
from journey_editor.session.session import Session
from journey_editor.ui.actions import Actions
from journey_editor.ui.available import available
from journey_editor.ui.choosing import offer_image
from journey_editor.ui.colours import colour_menu, colours_of
from journey_editor.ui.context_menu import context_menu
from journey_editor.ui.counterparts.sides import Sides
from journey_editor.ui.dialogs.messages import say
from journey_editor.ui.documents import Documents
from journey_editor.ui.editing import Editing
from journey_editor.ui.facts import map_facts, selected_words
from journey_editor.ui.finding.filter_bar import FilterBar
from journey_editor.ui.finding.find_bar import FindBar
from journey_editor.ui.history_panel import HistoryPanel
from journey_editor.ui.keeping.strip import Strip
from journey_editor.ui.map_bar import MapBar
from journey_editor.ui.map_commands import MapCommands
from journey_editor.ui.matrix_menu import offer_importance
from journey_editor.ui.outline import Outline
from journey_editor.ui.palette import Palette
from journey_editor.ui.panels import Panels
from journey_editor.ui.settings import Settings
from journey_editor.ui.status_bar import StatusBar
from journey_editor.ui.structure import Structure
from journey_editor.ui.tones import has_tones, tone_menu
from journey_editor.ui.translating.desk import LanguageDesk
from journey_editor.ui.workspace_commands import WorkspaceCommands
from journey_editor.wording import tr

if TYPE_CHECKING:
    from journey_editor.model.style import PageSetup
    from journey_editor.ui.inspector.inspector import Inspector

_FACTS_MS = 200


def _read_inspector() -> None:
    import journey_editor.ui.inspector.inspector  # noqa: F401  # a turn of its own


class Workspace(QWidget):
    """The centre of the window, and the owner of the panels that it puts around."""

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
        self.view.setAccessibleName(tr("Map"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.disk_strip = Strip("triangle-alert", tr("Look at it ..."), self)
        self.documents.guard.changed.connect(self.disk_strip.say)
        self.disk_strip.button.clicked.connect(self.documents.look_at_file)
        column.addWidget(self.disk_strip)
        column.addWidget(self.bar)
        self.find_bar = FindBar(session, self.view, self)
        column.addWidget(self.find_bar)
        self.filter_bar = FilterBar(session, self.view, self)
        column.addWidget(self.filter_bar)
        column.addWidget(self.view, 1)
        self.palette_panel = Palette(session)
        self.outline = Outline(session)
        self.editing = Editing(session, self.place, window)
        self.map_commands = MapCommands(session, self.bar, self.editing, window)
        self.structure = Structure(session, self.view, self.place, self.editing.try_to)
        self.colours = colour_menu(session, self.structure.paint, window)
        self.sides = Sides(session, self.view, self.editing.try_to)
        self.tones = tone_menu(session, window)
        self.panels = Panels(self.view, actions, window, self._bodies())
        self.docks = self.panels.docks
        self.docks["outline"].add_to_menu(tr("Open all rows"), self.outline.open_all)
        self.docks["outline"].add_to_menu(tr("Close all rows"), self.outline.close_all)
        self.languages = LanguageDesk(session, self.view, self.bar.chooser, actions, window)
        self.panels.add("translations", self.languages.dock)
        self.commands = WorkspaceCommands(self)
        self._facts_timer = QTimer(self, singleShot=True, interval=_FACTS_MS)
        self._facts_timer.timeout.connect(self._say_facts)
        # The properties take longest: a turn of their own for reading them, and for making them.
        self.panels.fill_later([_read_inspector, lambda: self.inspector.prepare(), self.docks["inspector"].fill])
        self.zoom_to_begin_with: float | None = None
        self._connect()
        self.follow()

    @cached_property
    def inspector(self) -> Inspector:
        """The panel of properties, made when it is first needed."""
        from journey_editor.ui.inspector.inspector import Inspector

        return Inspector(self.session, self.window())

    def _bodies(self) -> dict[str, Callable[[], QWidget]]:
        """What the panels show, made when it is first needed."""
        return {
            "palette": lambda: self.palette_panel,
            "outline": lambda: self.outline,
            "inspector": lambda: self.inspector,
            "history": lambda: HistoryPanel(self.session),
            "counterparts": lambda: self.sides.panel,
        }

    def _connect(self) -> None:
        session, view = self.session, self.view
        for signal in (session.project_changed, session.map_changed, session.selection_changed, session.file_changed):
            signal.connect(self.follow)
        session.language_changed.connect(self.follow)
        view.zoom_changed.connect(self._status.zoom.show_zoom)
        view.hint_changed.connect(self._status.say_hint)
        self.palette_panel.explained.connect(self._status.say_hint)
        view.context_menu_wanted.connect(self._open_menu)
        view.refused.connect(self._status.say_hint)
        self._status.zoom.zoom_wanted.connect(view.set_zoom)
        self.outline.menu_wanted.connect(self._open_menu_here)
        self.map_commands.connect_to(self._actions)
        self.structure.connect_to(self._actions)
        self.commands.connect_to(self._actions)
        self.panels.connect_to(self._actions)
        session.told.connect(self._status.say_news)
        view.focus_changed.connect(self._follow_focus)
        for widget in (view, self.outline):
            widget.addActions(self._actions.local())
        overview = self._actions["view.minimap"]
        overview.setChecked(self._settings.minimap)
        view.minimap.want(self._settings.minimap)
        overview.toggled.connect(self._want_minimap)
        self.sides.connect_to(self._actions)
        self.sides.can_changed.connect(self._follow_focus)

    def _want_minimap(self, wanted: bool) -> None:
        self._settings.minimap = wanted
        self.view.minimap.want(wanted)

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

    # Where the keyboard stands

    def place(self) -> str:
        """Where something new goes if nothing is selected: where the keyboard stands, in outline or map."""
        if self.outline.hasFocus():
            key = self.outline.current_key()
            return key if not key.startswith("#") else ""
        return self.view.here

    def go_to(self, key: str) -> None:
        """Show a map, or a phase or lane of this one, and put the keyboard there."""
        if any(journey.id == key for journey in self.session.project.maps):
            self.session.go_to_map(key)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.keyboard_used = True
        self.view.stand_on(key)

    # Menus at a place

    def _open_menu(self, where: QPoint, ids: object) -> None:
        if isinstance(ids, tuple) and ids:
            self.session.select(key for key in ids if find_thing(self.session.project, str(key)) is not None)
        self._open_menu_here(where)

    def _open_menu_here(self, where: QPoint) -> None:
        self._follow_focus()
        menu = context_menu(self.session, self.place(), self._actions, self)
        offer_image(menu, self.session, self.commands.choose_image)
        offer_importance(menu, self.session, self.place(), self.editing.try_to)
        if has_tones(self.session):
            menu.addMenu(self.tones)
        if colours_of(self.session):
            menu.addMenu(self.colours)
        menu.exec(where)
        menu.deleteLater()

    def _follow_focus(self) -> None:
        """The keyboard stands elsewhere: other commands may have a place."""
        self._actions.enable(available(self.session, self.place()) | self.sides.available())

    def export(self, setup: PageSetup | None = None, *, only_selected: bool = False) -> None:
        """The print studio for the map that is shown. It begins with a setup, by default with the map's own, and with
        the whole map or only what is selected."""
        from journey_editor.ui.print_studio.studio import PrintStudio

        if not self.session.journey.phases:
            say(self, tr("There is nothing to export yet"), tr("Add a phase to the map first."))
            return
        dialog = PrintStudio(self.session, self.window(), setup, only_selected=only_selected)
        if dialog.exec():
            self._status.say_state("circle-check", dialog.sentence, dialog.offers())
        elif dialog.lacking_wanted:
            self.languages.show_missing(dialog.lacking_wanted)
        dialog.deleteLater()  # else it would stay as long as the window, with all pages
