"""The window: the start page first, then the workspace around an open project.

Nothing heavy is imported here before the first paint; what the window needs of the model comes with the workspace.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolButton, QWidget

from journey_editor.ui.actions import Actions
from journey_editor.ui.assistants import Assistants
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.icons import app_icon, dress
from journey_editor.ui.keeping.restoring import Restoring
from journey_editor.ui.menus import ToolBar, choice_menu, fill_menu_bar, lane_menu, language_titles, theme_titles
from journey_editor.ui.own_templates import OwnTemplates
from journey_editor.ui.settings import Settings
from journey_editor.ui.start_page import StartPage
from journey_editor.ui.status_bar import StatusBar
from journey_editor.ui.template_cards import TemplateFace
from journey_editor.ui.window_files import WindowFiles, dropped_project
from journey_editor.ui.words import label
from journey_editor.wording import language, tr

if TYPE_CHECKING:
    from journey_editor.session.session import Session
    from journey_editor.ui.workspace import Workspace

_STATE_VERSION = 1  # of the arrangement of panels that the settings keep


class MainWindow(QMainWindow):
    """One window, one project."""

    painted = Signal()  # the window was painted for the first time
    settled = Signal()  # the window shows all there is to begin with: the start page, or a project and its panels
    start_shown = Signal()  # the start page is on show
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, settings: Settings, session: Session | None = None) -> None:
        super().__init__()
        self.setWindowTitle(tr("Journey Editor"))
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setMinimumSize(760, 480)
        self._settings = settings
        self._session = session
        self._workspace: Workspace | None = None
        self._was_painted = False
        self.own_templates = OwnTemplates(self)
        self.files = WindowFiles(self, settings)
        self.actions_ = Actions(self)
        self.addActions(self.actions_.everywhere())
        self._menus = fill_menu_bar(self.menuBar(), self.actions_)
        self._lanes = lane_menu(self, self._insert_lane, self.actions_["insert.phase"])
        self._complete_menus()
        self._tools = ToolBar(self.actions_, self._lanes, self)
        self.addToolBar(self._tools)
        actions = self.actions_
        self._status = StatusBar(actions["view.zoom_in"], actions["view.zoom_out"], actions["view.fit"], self)
        self.setStatusBar(self._status)
        self._pages = QStackedWidget(self)
        self.setCentralWidget(self._pages)
        self.start_page = StartPage(settings.recent(), self)
        self._pages.addWidget(self.start_page)
        self._connect()
        self.assistants = Assistants(self, self._pages, settings)
        self.restoring = Restoring(self)
        self._ring = FocusRing(self)
        self.resize(1440, 900)
        self.restoreGeometry(settings.bytes_of("window/geometry"))
        if session is None:
            self.show_start_page()

    def _complete_menus(self) -> None:
        """What the registry does not know: sub-menus of choices."""
        insert, view, file = self._menus["insert"], self._menus["view"], self._menus["file"]
        insert.insertMenu(self.actions_["insert.persona"], self._lanes)
        insert.insertSeparator(self.actions_["insert.persona"])
        file.insertMenu(self.actions_["file.save"], self.files.recent_menu)
        file.insertSeparator(self.actions_["file.save"])
        view.addSeparator()
        view.addMenu(choice_menu(tr("&Theme"), self, theme_titles(), self._settings.theme, self.theme_chosen.emit))
        languages = choice_menu(
            tr("Lan&guage of the program"), self, language_titles(), self._settings.language, self.language_chosen.emit
        )
        view.addMenu(languages)
        self._language_button = QToolButton(self)
        self._language_button.setProperty("kind", "chooser")
        dress(self._language_button, {"de": "Deutsch", "en": "English"}[language()], "languages", "text_2")
        self._language_button.setToolTip(tr("Language of the program"))
        self._language_button.setAccessibleName(tr("Language of the program"))
        self._language_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._language_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._language_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._language_button.setMenu(languages)

    def _connect(self) -> None:
        page, actions = self.start_page, self.actions_
        files = self.files
        page.new_wanted.connect(files.new)
        page.open_wanted.connect(files.choose_and_open)
        page.template_wanted.connect(self.open_template)
        page.recent_wanted.connect(self.open_path)
        page.recent_forgotten.connect(files.forget)
        page.gallery.rename_wanted.connect(self.own_templates.rename)
        page.gallery.remove_wanted.connect(self.own_templates.remove)
        page.gallery.folder_wanted.connect(self.own_templates.open_folder)
        page.shortcuts_wanted.connect(self._show_shortcuts)
        page.about_wanted.connect(self._show_about)
        self._status.addPermanentWidget(self._language_button)
        for command, run in {
            "file.new": files.new,
            "file.start": files.leave,
            "file.open": files.choose_and_open,
            "file.save": files.save,
            "file.save_as": files.save_as,
            "file.versions": files.earlier_versions,
            "file.save_template": lambda: self.own_templates.keep(self.workspace.session),
            "file.export": self.export,
            "file.export_selection": self.export_selection,
            "file.print": self.export,
            "file.close": files.leave,
            "file.quit": self.close,
            "help.find": self._find_command,
            "help.shortcuts": self._show_shortcuts,
            "help.about": self._show_about,
        }.items():
            actions.connect_to(command, run)
        for name in ("palette", "outline", "inspector"):
            actions[f"view.{name}"].setChecked(True)

    # The first paint, and what comes after it

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # After this paint has reached the screen.
            QTimer.singleShot(0, self.painted.emit)

    def show_faces(self, faces: tuple[TemplateFace, ...]) -> None:
        """The templates of the start page, as far as they are known."""
        self.start_page.show_templates(faces)

    # Start page and workspace

    @property
    def session(self) -> Session | None:
        """The session, once something was opened."""
        return self._session

    @property
    def workspace(self) -> Workspace:
        """The workspace, built when it is first needed."""
        if self._workspace is None:
            from journey_editor.session.session import Session
            from journey_editor.ui.workspace import Workspace

            if self._session is None:
                self._session = Session()
            self._workspace = Workspace(self._session, self.actions_, self._status, self._settings, self)
            self._pages.addWidget(self._workspace)
            self._menus["structure"].addSeparator()
            self._menus["structure"].addMenu(self._workspace.colours)
            self._menus["structure"].addMenu(self._workspace.tones)
            self._workspace.documents.opened.connect(self._opened)
            self._workspace.documents.saved.connect(self._saved)
            self._workspace.panels.all_filled.connect(self.settled)
            self._session.file_changed.connect(self._show_title)
            state = self._settings.bytes_of("window/panels")
            if not state.isEmpty() and self.restoreState(state, _STATE_VERSION):
                self._workspace.panels.keep_closed()
            # Nothing of it is shown before a project is: opening one may fail.
            self._workspace.panels.show(False)
            self._tools.hide()
        return self._workspace

    @property
    def is_built(self) -> bool:
        """Whether the workspace is there."""
        return self._workspace is not None

    @property
    def at_start(self) -> bool:
        """Whether the start page is shown."""
        return self._pages.currentWidget() is self.start_page

    @property
    def waits(self) -> bool:
        """Whether the empty desk of `say_opening` is shown."""
        return self._pages.currentWidget() not in (self.start_page, self._workspace)

    def show_start_page(self) -> None:
        self._pages.setCurrentWidget(self.start_page)
        self.actions_.enable(frozenset())
        self._tools.hide()
        if self._workspace is not None:
            self._workspace.panels.show(False)
        self.start_page.show_recent(self._settings.recent())
        self._status.say_state("", "")
        self._status.say_facts(tr("Templates and projects stay on this computer."))
        self._status.say_selected("")
        self._status.zoom.hide()
        self._language_button.show()
        self.setWindowModified(False)
        self.setWindowTitle(tr("Journey Editor"))
        self.start_page.focus_templates()
        self.start_shown.emit()

    def show_workspace(self, zoom: float | None = None) -> None:
        """Show the open project; as large as fits, or at a zoom that it had."""
        workspace = self.workspace
        self._pages.setCurrentWidget(workspace)
        self._tools.show()
        workspace.panels.show(True)
        self._status.zoom.show()
        self._language_button.hide()
        self._status.say_state("", "")
        self._status.say_facts("")
        workspace.follow()
        self._show_title()
        workspace.zoom_to_begin_with = zoom
        QTimer.singleShot(0, workspace.begin)

    def show_tools(self, visible: bool) -> None:
        """The tool bar and the zoom stand only beside a map that is edited."""
        self._tools.setVisible(visible)
        self._status.zoom.setVisible(visible)

    def _opened(self) -> None:
        self.show_workspace()

    def say_opening(self, path: Path) -> None:
        """A file is on its way: show an empty desk, not the start page."""
        waiting = label(tr("Opening {file} ...", file=path.name), "quiet", self)
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(waiting)
        self._pages.setCurrentWidget(waiting)
        self._status.say_facts("")
        self._language_button.hide()

    def _show_title(self) -> None:
        if self._session is not None and not self.at_start:
            self.setWindowTitle(self._session.window_title)
            self.setWindowModified(self._session.dirty)
            if self._session.dirty:
                self._status.say_state("pencil", tr("Unsaved changes"))
            else:
                self._status.unsay_state("pencil")

    def _saved(self) -> None:
        clock = QLocale(language()).toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._status.say_state("check", tr("Saved {time}", time=clock))
        self._show_title()
        self.files.keep_picture()

    # Files, by the window's name: who opens a file need not know who does it

    def open_template(self, name: str) -> None:
        self.files.open_template(name)

    def open_path(self, path: Path) -> None:
        """See `WindowFiles.open_path`."""
        self.files.open_path(path)

    @property
    def opening(self) -> bool:
        """Whether a file is being opened."""
        return self.files.opening

    def leave_project(self) -> None:
        """See `WindowFiles.leave`."""
        self.files.leave()

    def export(self) -> None:
        self.workspace.export()

    def export_selection(self) -> None:
        """The print studio with only what is selected."""
        self.workspace.export(only_selected=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_project(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_project(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    # Everything else

    def _insert_lane(self, kind: str) -> None:
        self.workspace.commands.insert_lane(kind)

    def _find_command(self) -> None:
        from journey_editor.ui.finder.entries import Entry, entries
        from journey_editor.ui.finder.popup import FinderPopup

        open_one = self.findChild(FinderPopup)
        if open_one is not None and open_one.isVisible():  # the key a second time
            open_one.give_back()
            return
        session = None if self.at_start else self._session
        found = entries(self.menuBar(), self.actions_, session, self._go_to)

        def run(entry: Entry) -> None:
            self._settings.use_command(entry.id)
            entry.run()

        FinderPopup(self, found, self._settings.commands_used()).wanted.connect(run)

    def _go_to(self, key: str) -> None:
        self.workspace.go_to(key)

    def _show_shortcuts(self) -> None:
        from journey_editor.ui.dialogs.shortcuts import ShortcutsWindow

        window = self.findChild(ShortcutsWindow) or ShortcutsWindow(self.actions_, self)
        window.show()
        window.raise_()
        window.activateWindow()

    def _show_about(self) -> None:
        from journey_editor.ui.dialogs.about import show_about

        show_about(self)

    def keep_arrangement(self) -> None:
        """Remember where the window stands and which panels are open."""
        self.assistants.leave()
        self._settings.keep_bytes("window/geometry", self.saveGeometry())
        if self._workspace is not None and not self.at_start:
            self._settings.keep_bytes("window/panels", self.saveState(_STATE_VERSION))
        self._settings.sync()

    def arrangement(self) -> tuple[QByteArray, float | None]:
        """Geometry and zoom, to be taken over by the window that follows in another language."""
        return self.saveGeometry(), self._workspace.view.zoom if self._workspace is not None else None

    def closeEvent(self, event: QCloseEvent) -> None:
        self.assistants.commit()
        if self._workspace is not None and not self.at_start and not self._workspace.documents.may_leave():
            event.ignore()
            return
        if self._workspace is not None:
            self._workspace.documents.close()
        self.files.stop()
        self.keep_arrangement()
        event.accept()

    def themed(self) -> None:
        """The theme has changed: what was painted once is painted anew."""
        for widget in self.findChildren(QWidget):
            widget.update()
        self._show_title()
