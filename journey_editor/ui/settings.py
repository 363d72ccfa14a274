"""What the program remembers of this user on this machine: language, theme, window, recent files; an INI file.

Nothing of it ever enters a project file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QDateTime, QSettings, QStandardPaths, Qt

from journey_editor.ui.theme import CHOICES, Choice

RECENT_KEPT = 10
_COMMANDS_KEPT = 8


@dataclass(frozen=True)
class Recent:
    """A file that was opened or saved, and when."""

    path: Path
    when: QDateTime


def config_file() -> Path:
    """Where the settings lie: the user's configuration folder of this system."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "settings.ini"


def log_file() -> Path:
    """Where errors of the program are written down, for a report."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "journey-editor.log"


def cache_folder() -> Path:
    """Small pictures of recent maps; may be deleted at any time."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))


class Settings:
    """The user's settings. Values that cannot be read are as if never set."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(str(path or config_file()), QSettings.Format.IniFormat)

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    @property
    def language(self) -> str:
        """The language of the program, or "" for the system's."""
        return self._text("window/language")

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("window/language", code)

    @property
    def theme(self) -> Choice:
        value = self._text("window/theme")
        return value if value in CHOICES else "system"

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._store.setValue("window/theme", choice)

    @property
    def minimap(self) -> bool:
        """Whether an overview shows in the corner of a map that is larger than the view."""
        return self._text("window/minimap") != "no"

    @minimap.setter
    def minimap(self, wanted: bool) -> None:
        self._store.setValue("window/minimap", "yes" if wanted else "no")

    @property
    def workshop_time(self) -> str:
        """The time of a workshop, as ui.workshop.countdown writes it; "" if none was ever set."""
        return self._text("workshop/time")

    @workshop_time.setter
    def workshop_time(self, text: str) -> None:
        self._store.setValue("workshop/time", text)

    def bytes_of(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        self._store.setValue(key, value)

    @property
    def last_folder(self) -> str:
        """The folder that the next file dialog opens in."""
        kept = self._text("files/folder")
        if kept and Path(kept).is_dir():
            return kept
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return documents if Path(documents).is_dir() else str(Path.home())  # not where the program was started

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._store.setValue("files/folder", folder)

    def recent(self) -> tuple[Recent, ...]:
        """The files opened last, newest first; whether they are still there is not asked."""
        found = []
        for n in range(self._store.beginReadArray("recent")):
            self._store.setArrayIndex(n)
            path = self._text("path")
            when = QDateTime.fromString(self._text("when"), Qt.DateFormat.ISODate)
            if path:
                found.append(Recent(Path(path), when))
        self._store.endArray()
        return tuple(found)

    def add_recent(self, path: Path) -> None:
        entry = Recent(path.absolute(), QDateTime.currentDateTime())
        self._keep_recent((entry, *(old for old in self.recent() if old.path != entry.path)))

    def forget_recent(self, path: Path) -> None:
        self._keep_recent(tuple(old for old in self.recent() if old.path != path))

    def _keep_recent(self, entries: tuple[Recent, ...]) -> None:
        self._store.remove("recent")
        self._store.beginWriteArray("recent")
        for n, entry in enumerate(entries[:RECENT_KEPT]):
            self._store.setArrayIndex(n)
            self._store.setValue("path", str(entry.path))
            self._store.setValue("when", entry.when.toString(Qt.DateFormat.ISODate))
        self._store.endArray()

    def commands_used(self) -> tuple[str, ...]:
        """The commands that were run out of the finder, the last one first."""
        return tuple(key for key in self._text("window/commands").split("\n") if key)

    def use_command(self, key: str) -> None:
        used = (key, *(known for known in self.commands_used() if known != key))
        self._store.setValue("window/commands", "\n".join(used[:_COMMANDS_KEPT]))

    def sync(self) -> None:
        self._store.sync()
