"""What the workspace has to do with languages: the panel, the dialog, the commands, and the way to a text's map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow

from journey_editor.canvas.view import MapView
from journey_editor.session import languages
from journey_editor.session.session import Session
from journey_editor.ui.actions import Actions
from journey_editor.ui.docks import Dock
from journey_editor.ui.translating.chooser import LanguageChooser
from journey_editor.wording import tr

if TYPE_CHECKING:
    from journey_editor.ui.translating.panel import TranslationPanel

_HEIGHT = 300


class LanguageDesk(QObject):
    """Built with the workspace; the panel only when it is first wanted."""

    def __init__(
        self, session: Session, view: MapView, chooser: LanguageChooser, actions: Actions, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._session, self._view, self._window = session, view, window
        self._actions = actions
        self.dock = Dock("translations_dock", tr("Translations"), self._make, window)
        self.dock.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        self.dock.hide()  # only those who ask for it have it
        chooser.offer(actions["map.next_language"], actions["view.translations"], actions["map.languages"])
        chooser.other_wanted.connect(self.edit_languages)
        actions["view.translations"].toggled.connect(self._shown)
        actions.connect_to("map.next_language", self.show_next)
        actions.connect_to("map.languages", self.edit_languages)

    @property
    def panel(self) -> TranslationPanel:
        """The panel of translations, made when it is first needed."""
        from journey_editor.ui.translating.panel import TranslationPanel

        body = self.dock.body
        assert isinstance(body, TranslationPanel)
        return body

    def _make(self) -> TranslationPanel:
        from journey_editor.ui.translating.panel import TranslationPanel

        made = TranslationPanel(self._session, self._window)
        made.jump_wanted.connect(self.jump)
        made.languages_wanted.connect(self.edit_languages)
        made.left.connect(self._leave)
        return made

    def _shown(self, shown: bool) -> None:
        """Half of what there is for the map, unless it was given another size; the row of what is selected."""
        if not shown:
            return
        self.dock.fill()
        if not self.dock.isFloating() and self.dock.height() < _HEIGHT // 2:
            self._window.resizeDocks([self.dock], [_HEIGHT], Qt.Orientation.Vertical)
        self.panel.follow()
        if self._session.selection:
            self.panel.show_thing(self._session.selection[0])
        self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_missing(self, language: str) -> None:
        """Open the table with the texts that lack words in a language."""
        from journey_editor.ui.translating.filter import Wanted

        self._actions["view.translations"].setChecked(True)
        self.dock.fill()
        self.panel.follow()
        self.panel.show_only(Wanted(missing=language))
        self.panel.table.go(0, self.panel.rows.column_of(language))
        self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_next(self) -> None:
        """Show and edit the content in the next language."""
        languages.show_next(self._session)

    def edit_languages(self) -> None:
        """The dialog in which languages come and go."""
        from journey_editor.ui.translating.languages_dialog import LanguagesDialog

        LanguagesDialog(self._session, self._window).exec()

    def jump(self, map_id: str, thing: str) -> None:
        """Show a thing: on its map, in the outline, in the properties. The keyboard stays where it is."""
        session, view = self._session, self._view
        if map_id and map_id != session.map_id:
            session.go_to_map(map_id)
        session.select(() if thing in (map_id, session.project.id) else (thing,))
        if view.map_layout.box(thing) is not None:
            view.here = thing
            view.reveal(thing)

    def _leave(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
