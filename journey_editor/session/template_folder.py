"""Where the user's own templates lie: in the program's folder among those that the system has for data of programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def template_folder() -> Path:
    """The folder; it is made when the first template is kept. The window and the command line look in the same one."""
    # Not the location of the running application: on the command line there is none, and so no name.
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(data) / "journey-editor" / "templates"
