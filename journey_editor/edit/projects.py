"""What is said of the project as a whole."""

from __future__ import annotations

from typing import Any

from journey_editor.edit.change import changed, checked
from journey_editor.edit.languages import set_language
from journey_editor.model.project import Project

_FIXED = frozenset(("id", "personas", "channels", "maps", "images", "translations"))


def set_project(project: Project, **fields: Any) -> Project:
    """Title, description, author, organisation ...; `language` as in languages.set_language. Raises EditError."""
    if "language" in fields:
        project = set_language(project, fields.pop("language"))
    return checked(project, changed(project, fields, fixed=_FIXED), fields)
