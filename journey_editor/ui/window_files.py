"""What a window does with files: open, save and leave them, and remember those that were open last.

The start page is there before the model is, so what needs that is reached when a file is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QMenu

from journey_editor.ui.icons import icon
from journey_editor.ui.settings import Settings
from journey_editor.ui.turns import Turns
from journey_editor.wording import tr

if TYPE_CHECKING:
    from journey_editor.ui.main_window import MainWindow

_PICTURE_MS = 2000


class WindowFiles(QObject):
    """The commands of the menu "File" in a window, and its list of recent files."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._turns = Turns(window)
        # Drawing the map a second time, small, must not hold up showing it.
        self._picture_later = QTimer(self, singleShot=True, interval=_PICTURE_MS)
        self._picture_later.timeout.connect(self.keep_picture)
        self.recent_menu = QMenu(tr("Open &recent"), window)
        self.recent_menu.setIcon(icon("history"))
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        self.recent_menu.triggered.connect(self._open_recent)

    # Opening

    def new(self) -> None:
        self._turns.stop()
        self._window.workspace.documents.new()

    def open_template(self, name: str) -> None:
        self._turns.stop()
        self._window.workspace.documents.from_template(name)

    def choose_and_open(self) -> None:
        path = self._window.workspace.documents.choose()
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file, at the next turns of the event loop (`opening` until then); on failure the window stays as it
        was, or shows the start page."""
        self._turns.begin(self._opening(path))

    @property
    def opening(self) -> bool:
        """Whether a file is being opened."""
        return self._turns.busy

    def stop(self) -> None:
        """Open no file any more."""
        self._turns.stop()

    def _opening(self, path: Path) -> Iterator[None]:
        window = self._window
        if not window.is_built:
            from journey_editor.ui import rooms

            yield from rooms.enter()
        documents = window.workspace.documents
        yield
        done = yield from documents.opening(path)
        if done:
            self._picture_later.start()
            window.restoring.offer_for(path)
            return
        if window.waits:
            window.show_start_page()
        if not path.is_file():
            window.start_page.mark_gone(path)
        window.settled.emit()

    # Saving

    def save(self) -> None:
        self._window.workspace.documents.save()

    def save_as(self) -> None:
        self._window.workspace.documents.save_as()

    def earlier_versions(self) -> None:
        self._window.workspace.documents.earlier_versions()

    def keep_picture(self) -> None:
        """The list of recent files shows what the map looked like when it was saved or left."""
        from journey_editor.ui.pictures import keep_picture, picture_of
        from journey_editor.ui.recent_list import picture_file

        session = self._window.session
        if session is None or session.path is None or not self._window.is_built:
            return
        picture = picture_of(self._window.workspace.view)
        if picture is not None:
            keep_picture(picture, picture_file(session.path.absolute()))
        else:  # a large map is still on its way
            self._picture_later.start()

    # Leaving

    def leave(self) -> None:
        """Back to the start page, after what is unsaved was asked about."""
        window = self._window
        if not window.is_built or window.at_start or not window.workspace.documents.may_leave():
            return
        self._forget_session()
        window.workspace.documents.keeper.recorder.left()
        window.show_start_page()

    def _forget_session(self) -> None:
        from journey_editor.session.opening import blank
        from journey_editor.storage.codec import Loaded

        session = self._window.session
        assert session is not None
        session.new(Loaded(blank(), {}, ()))

    # Recent files

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        self._settings.forget_recent(path)
        self._window.start_page.show_recent(self._settings.recent())

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for entry in self._settings.recent():
            action = self.recent_menu.addAction(entry.path.name.replace("&", "&&"))
            action.setData(str(entry.path))
            action.setStatusTip(str(entry.path))
        if self.recent_menu.isEmpty():
            self.recent_menu.addAction(tr("No recent files")).setEnabled(False)

    def _open_recent(self, action: QAction) -> None:
        self.open_path(Path(str(action.data())))


def dropped_project(event: QDropEvent) -> Path | None:
    """A project file that is being dropped on the window."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        path = Path(urls[0].toLocalFile())
        if path.suffix.lower() in (".journey", ".json"):
            return path
    return None
