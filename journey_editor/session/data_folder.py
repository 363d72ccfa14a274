"""The program's folders among those that the system has for data of programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def data_folder(name: str) -> Path:
    """One of them; it is made when something is kept there. The window and the command line look in the same ones."""
    # Not the location of the running application: on the command line there is none, and so no name.
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(data) / "journey-editor" / name
