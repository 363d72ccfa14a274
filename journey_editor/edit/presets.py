"""Page setups with names, which a project keeps for all its maps."""

from __future__ import annotations

from journey_editor.edit.change import EditError, changed
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup, Preset
from journey_editor.wording import tr

_BLANK = Preset(name="-")


def keep_preset(project: Project, name: str, page: PageSetup) -> Project:
    """A page setup under a name; one that has the name already is replaced. Raises EditError without a name."""
    name = _sound(name)
    kept = changed(_BLANK, {"name": name, "page": page})
    if any(preset.name == name for preset in project.presets):
        return project.evolve(presets=tuple(kept if preset.name == name else preset for preset in project.presets))
    return project.evolve(presets=(*project.presets, kept))


def rename_preset(project: Project, name: str, to: str) -> Project:
    """Raises EditError if there is none of the name, or another one of the new name."""
    old, to = _found(project, name), _sound(to)
    if to != name and any(preset.name == to for preset in project.presets):
        raise EditError(tr("There is a preset “{name}” already.", name=to))
    return project.evolve(
        presets=tuple(changed(old, {"name": to}) if preset is old else preset for preset in project.presets)
    )


def delete_preset(project: Project, name: str) -> Project:
    """Raises EditError if there is none of the name."""
    old = _found(project, name)
    return project.evolve(presets=tuple(preset for preset in project.presets if preset is not old))


def _found(project: Project, name: str) -> Preset:
    for preset in project.presets:
        if preset.name == name:
            return preset
    raise EditError(tr("There is no preset “{name}”.", name=name))


def _sound(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise EditError(tr("A preset needs a name."))
    return name
