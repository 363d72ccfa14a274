"""The workshop and the guided start in the window: opened in the place of the workspace, and left without a question.

What they need of the model is imported when one of them is opened; the window is on the screen before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget

from journey_editor.ui.settings import Settings

if TYPE_CHECKING:
    from journey_editor.model.project import Project
    from journey_editor.model.workshop import Position
    from journey_editor.storage.codec import Loaded
    from journey_editor.ui.guide.page import GuidePage
    from journey_editor.ui.main_window import MainWindow
    from journey_editor.ui.workshop.page import WorkshopPage

#: The commands that work beside a question: nothing that would act on what one does not see.
ALLOWED = frozenset(
    (
        "file.save",
        "file.save_as",
        "file.export",
        "file.print",
        "file.quit",
        "edit.undo",
        "edit.redo",
        "help.shortcuts",
        "help.about",
    )
)


class Assistants(QObject):
    """One at a time. Where a workshop stood is kept while the program runs; after that the map tells."""

    def __init__(self, window: MainWindow, pages: QStackedWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._settings = settings
        self.page: WorkshopPage | GuidePage | None = None
        self._stood: dict[str, Position] = {}
        self._was_full = False
        actions = window.actions_
        actions.connect_to("workshop.start", self.open_workshop)
        actions.connect_to("workshop.guide", self.open_guide)
        window.start_page.offers.guide_wanted.connect(self.begin_guide)
        window.start_page.offers.workshop_wanted.connect(self.begin_workshop)
        pages.currentChanged.connect(self._follow_page)

    # Beginning

    def begin_workshop(self) -> None:
        """A workshop from nothing."""
        if self._new(empty()):
            self.open_workshop()

    def begin_guide(self) -> None:
        """The guided start from nothing."""
        if self._new(empty(channels=False)):
            self.open_guide()

    def open_workshop(self) -> None:
        """The workshop for the map that is shown."""
        from journey_editor.ui.workshop.page import WorkshopPage

        if self._window.at_start:
            self.begin_workshop()
            return
        session = self._window.workspace.session
        page = WorkshopPage(session, self._settings.workshop_time, self._stood.get(session.map_id), self._pages)
        page.export_wanted.connect(self._window.export)
        page.worksheet_wanted.connect(self._print_worksheet)
        page.save_wanted.connect(self._window.files.save)
        self._open(page)
        self._window.menuBar().hide()
        self._was_full = self._window.isFullScreen()
        self._set_full(True)

    def _print_worksheet(self) -> None:
        """Blank for a map without touchpoints, else with those that wait to be completed and carried over."""
        from journey_editor.model.presets import PRESETS
        from journey_editor.model.queries import touchpoints

        workspace = self._window.workspace
        begun = any(True for _ in touchpoints(workspace.session.journey))
        workspace.export(PRESETS["worksheet"].evolve(worksheet_cards=begun))

    def open_guide(self) -> None:
        """The guided start for the map that is shown; from the start page, from nothing."""
        from journey_editor.ui.guide.page import GuidePage

        if self._window.at_start:
            self.begin_guide()
            return
        page = GuidePage(self._window.workspace.session, self._pages)
        page.workshop_wanted.connect(self._to_workshop)
        page.export_wanted.connect(self._window.export)
        self._was_full = self._window.isFullScreen()
        self._open(page)

    def _open(self, page: WorkshopPage | GuidePage) -> None:
        workspace = self._window.workspace
        page.leave_wanted.connect(self.leave)
        page.full_screen_wanted.connect(self._toggle_full)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)  # the page before is done with by this
        self.page = page
        self._window.show_tools(False)
        self._window.statusBar().hide()
        workspace.panels.show(False)
        self._window.actions_.restrict(ALLOWED)
        page.show_question()

    def _to_workshop(self) -> None:
        self._pages.setCurrentWidget(self._window.workspace)  # with this the guide is put away
        self.open_workshop()

    def _new(self, loaded: Loaded) -> bool:
        """A new project with an empty map, after what is unsaved was asked about."""
        workspace = self._window.workspace
        if not workspace.documents.may_leave():
            return False
        workspace.session.new(loaded)
        self._window.show_workspace()
        return True

    # Leaving

    def commit(self) -> None:
        """What is being typed counts."""
        if self.page is not None:
            self.page.commit()

    def leave(self) -> None:
        """Back to the map, whose panels are as they were."""
        if self.page is None:
            return
        self._put_away()
        self._window.show_workspace()

    def _follow_page(self) -> None:
        """Another page is shown: a file was opened, or the project closed."""
        if self.page is not None and self._pages.currentWidget() is not self.page:
            self._put_away()

    def _put_away(self) -> None:
        page, self.page = self.page, None
        if page is None:
            return
        page.commit()
        session = page.session
        self._window.actions_.restrict(None)
        if (at := page.standing) is not None:
            self._stood[session.map_id] = at
        if (time := page.time) is not None:
            self._settings.workshop_time = time
        self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()
        self._window.menuBar().show()
        self._window.statusBar().show()
        self._set_full(self._was_full)

    # The screen

    def _set_full(self, wanted: bool) -> None:
        state = self._window.windowState()
        full = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if wanted else state & ~full)

    def _toggle_full(self) -> None:
        self._set_full(not self._window.isFullScreen())


def empty(*, channels: bool = True) -> Loaded:
    """A project with an empty map, and with the usual channels to choose from, or with none."""
    from journey_editor.model.ids import random_id
    from journey_editor.model.project import JourneyMap
    from journey_editor.storage.templates import BLANK, from_template

    loaded = from_template(BLANK)
    project: Project = loaded.project.evolve(personas=(), maps=(JourneyMap(id=random_id("mp")),))
    if not channels:
        project = project.evolve(channels=())
    return loaded._replace(project=_with_own_words(project))


def _with_own_words(project: Project) -> Project:
    """Without the translations of what is not there any more."""
    from journey_editor.model.things import ids

    there = set(ids(project))
    return project.evolve(
        translations={
            code: {key: text for key, text in texts.items() if key.partition(".")[0] in there}
            for code, texts in project.translations.items()
        }
    )
