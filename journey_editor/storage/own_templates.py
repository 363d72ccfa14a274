"""The user's own templates: projects in a folder, each with the name and the description that it was kept under."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from journey_editor.model.project import Project
from journey_editor.wording import tr

from .file_names import file_name
from .files import SUFFIX, load, save
from .problem import problem
from .system_words import failed_to_write


def path_for(folder: Path, title: str) -> Path:
    """Where a template of this title is kept; titles that differ only in what no file name can hold share a place."""
    return folder / (file_name(title, tr("Template")) + SUFFIX)


def keep(folder: Path, project: Project, images: Mapping[str, bytes], title: str, description: str) -> Path:
    """Keep a project as a template, with all that is in it, and give back its file. A template of the same place is
    replaced: `path_for` says which. Raises FileProblem."""
    path = path_for(folder, title)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failed_to_write(str(folder), error) from error
    save(path, _called(project, title, description), images)
    return path


def rename(path: Path, title: str, description: str) -> Path:
    """Give a template another name and description, and give back its file. Raises FileProblem, also where another
    template has the name."""
    target = path_for(path.parent, title)
    if target != path and target.exists() and not _same(target, path):
        raise problem(str(target), tr("There is a template of this name already. Choose another name."))
    found = load(path)
    save(target, _called(found.project, title, description), found.images)
    if target != path and not _same(target, path):
        remove(path)
    return target


def remove(path: Path) -> None:
    """Delete a template; that it is gone already harms nobody. Raises FileProblem."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise failed_to_write(str(path), error) from error


def _same(one: Path, other: Path) -> bool:
    """Whether both name one file: on some systems "a" and "A" do."""
    return one.exists() and other.exists() and one.samefile(other)


def _called(project: Project, title: str, description: str) -> Project:
    """The project under another name in all languages; nobody translated the new one."""
    own = {f"{project.id}.title", f"{project.id}.description"}
    translations = {
        code: {key: text for key, text in texts.items() if key not in own}
        for code, texts in project.translations.items()
    }
    return project.evolve(title=title, description=description, translations=translations)
