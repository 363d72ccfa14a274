"""Channels of the library as channels of a project."""

from __future__ import annotations

from journey_editor.edit.channels import add_channel
from journey_editor.edit.translations import set_translation
from journey_editor.model.channel_library import KnownChannel
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.project import Project


def add_known_channel(
    project: Project, known: KnownChannel, *, before: str | None = None, new: IdSource = random_id
) -> tuple[Project, str]:
    """A channel of the library, with its name in each language that the project has."""
    made = {"icon": known.icon, "mode": known.mode, "color": known.color}
    project, key = add_channel(project, name=known.name(project.language), before=before, new=new, **made)
    for language in project.translations:
        if language.partition("-")[0] in known.names:
            project = set_translation(project, language, key, "name", known.name(language))
    return project, key
