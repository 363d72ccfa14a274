"""Unsaved work that an earlier run has left: offered on the start page and when its file is opened, calmly.

Nothing but a look into a folder is done while the program starts; the rest is imported if something lies there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from journey_editor.wording import tr, trn

if TYPE_CHECKING:
    from journey_editor.storage.recovery.folder import Found
    from journey_editor.ui.main_window import MainWindow

    from .strip import Strip

_SETTLED_MS = 2000  # so long after it is on the screen, what was restored has not ended the program


class Restoring(QObject):
    """For one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._strip: Strip | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._offer)
        window.start_shown.connect(self._later.start)
        window.painted.connect(self._later.start)
        window.actions_.connect_to("file.restore", self.choose)

    def offer_for(self, path: Path) -> None:
        """The file was opened; if there is newer, unsaved work of it, ask."""
        from hashlib import sha256  # brings OpenSSL along

        key = sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if not any(file.name.startswith(key) for file in _files()):
            return
        mine = [one for one in self._found() if Path(one.head.path) == path.absolute() and not one.given_up]
        if mine:
            self.choose(mine[0].file)

    def choose(self, first: Path | None = None) -> None:
        """Show what there is, with its differences, and restore one if it is wanted."""
        from .recovery_dialog import RecoveryDialog

        dialog = RecoveryDialog(self._found(), first, self._window)
        dialog.exec()
        if dialog.wanted is not None:
            self.restore(dialog.wanted)
        elif self._window.at_start:
            self._offer()

    def restore(self, found: Found) -> bool:
        """Go on with it in this window. False if it cannot be, or what is open is to stay."""
        from journey_editor.storage.recovery import folder

        if not self._window.workspace.documents.restore(found.file):
            return False
        QTimer.singleShot(_SETTLED_MS, self._window, lambda: folder.try_ended_well(found.file))
        return True

    def _offer(self) -> None:
        """On the start page, if it is shown."""
        if not self._window.at_start:
            return
        found = [one for one in self._found() if not one.given_up] if _files() else []
        if self._strip is None and found:
            from .strip import Strip

            self._strip = Strip("history", tr("Look at it ..."), self._window)
            self._strip.button.clicked.connect(lambda: self.choose())
            self._window.start_page.put_above(self._strip)
        if self._strip is not None:
            self._strip.say(_said([one.head.title for one in found]))

    def _found(self) -> list[Found]:
        from journey_editor.storage.recovery.folder import unsaved_work

        return unsaved_work(_folder())


def _folder() -> Path:
    from journey_editor.session.data_folder import data_folder

    return data_folder("recovery")


def _files() -> list[Path]:
    """Whatever lies there, of this program or of others that are running."""
    try:
        return [file for file in _folder().iterdir() if file.suffix in (".recovery", ".begun")]
    except OSError:  # there is none yet, or it may not be looked into
        return []


def _said(titles: list[str]) -> str:
    if not titles:
        return ""
    return trn(
        "The program ended before “{title}” was saved. The work is kept.",
        "The program ended before “{title}” and others were saved. The work of {n} projects is kept.",
        len(titles),
        title=titles[0] or tr("Untitled"),
    )
