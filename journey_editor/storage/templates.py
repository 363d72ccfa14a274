"""Maps to start from: those that come with the program, with German and English words in one file, and the user's own.

Both are files like any other. Which folder the user's own lie in is said by whoever asks (`own_templates` keeps them).
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.invariants import located
from journey_editor.model.project import Project
from journey_editor.model.queries import text_in
from journey_editor.model.references import references
from journey_editor.wording import language as program_language
from journey_editor.wording import tr

from .codec import Loaded
from .files import load
from .problem import FileProblem, problem, shown
from .template_files import BLANK, TemplateFile, template_files

__all__ = [
    "BLANK",
    "TemplateFile",
    "TemplateInfo",
    "all_templates",
    "described",
    "from_template",
    "speaking",
    "template_files",
    "templates",
    "with_fresh_ids",
]


class TemplateInfo(NamedTuple):
    """`title` and `description` are in the language that was asked for; `name` is what `from_template` takes."""

    name: str
    title: str
    description: str
    path: Path
    own: bool = False


def described(file: TemplateFile, project: Project, language: str) -> TemplateInfo:
    """What a template is called. An own one that is called nothing goes by its file."""
    title = text_in(project, language, project.id, "title", project.title)
    return TemplateInfo(
        name=file.name,
        title=title or (file.path.stem if file.own else ""),
        description=text_in(project, language, project.id, "description", project.description),
        path=file.path,
        own=file.own,
    )


def templates(language: str = "", own_folder: Path | None = None) -> tuple[TemplateInfo, ...]:
    """All templates that can be read. `language` is by default the one the program speaks."""
    return all_templates(language, own_folder)[0]


def all_templates(
    language: str = "", own_folder: Path | None = None
) -> tuple[tuple[TemplateInfo, ...], tuple[FileProblem, ...]]:
    """All templates, and why some of the user's own cannot be read. Raises FileProblem for one of the program's."""
    found: list[TemplateInfo] = []
    broken: list[FileProblem] = []
    for file in template_files(own_folder):
        try:
            project = load(file.path).project
        except FileProblem as fault:
            if not file.own:
                raise
            broken.append(fault)
        else:
            found.append(described(file, project, language or program_language()))
    return tuple(found), tuple(broken)


def from_template(
    name: str,
    language: str = "",
    new_ids: IdSource = random_id,
    now: datetime | None = None,
    own_folder: Path | None = None,
) -> Loaded:
    """A new project made of a template, with its own ids, created now.

    The language asked for becomes the project's first; the words of the former first one go into its translations, so
    that nothing is lost. A language that the template lacks leaves it in its own. Raises FileProblem.
    """
    files = {file.name: file.path for file in template_files(own_folder)}
    if name not in files:
        raise problem(
            shown(name),
            tr("There is no template of this name. Choose one of: {names}.", names=", ".join(files)),
        )
    found = load(files[name])
    project = with_fresh_ids(speaking(found.project, language or program_language()), new_ids)
    if name == BLANK:
        project = _nameless(project)
    created = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Loaded(project.evolve(created=created, modified=""), found.images, found.report)


def _nameless(project: Project) -> Project:
    """The same project without title and description: those of the blank template say what it is, and would be wrong
    on the first thing that is put into it."""
    own = {f"{project.id}.title", f"{project.id}.description"}
    translations = {
        code: {key: text for key, text in texts.items() if key not in own}
        for code, texts in project.translations.items()
    }
    return project.evolve(title="", description="", translations=translations)


def speaking(project: Project, language: str) -> Project:
    """The same project with another first language; the same object if it has no words in that one.

    A text that is not translated stays as it is. Swapping back gives the first project again, if no translation and
    no translated text is empty.
    """
    if language == project.language or language not in project.translations:
        return project
    document = project.model_dump(mode="json")
    at = {node.id: pointer for pointer, node in located(project)}
    former: dict[str, str] = {}
    for key, text in project.translations[language].items():
        if not text:  # means that there is none
            continue
        thing, _, field = key.partition(".")
        own = _swap(document, _parts(at[thing]) + field.split("."), text)
        former[key] = own
    others = {code: texts for code, texts in project.translations.items() if code != language}
    document["translations"] = {**others, project.language: former | others.get(project.language, {})}
    document["language"] = language
    return _project(document)


def with_fresh_ids(project: Project, new_ids: IdSource) -> Project:
    """The same project with other ids throughout, so that what is made of it can be told from it and pasted into it."""
    document = project.model_dump(mode="json")
    fresh: dict[str, str] = {}
    for _, node in located(project):
        fresh[node.id] = new_ids(node.id.partition("-")[0])
    for pointer, node in located(project):
        _swap(document, [*_parts(pointer), "id"], fresh[node.id])
        for reference in references(node):
            if reference.target != "image":
                _swap(document, _parts(pointer + reference.pointer), fresh[reference.id])
    for journey in document["maps"]:
        for lane in journey["lanes"]:
            for cell in lane.get("cells", ()):
                cell["step"] = fresh[cell["step"]]
        journey["origins"] = {
            fresh[key]: fresh.get(origin, origin) for key, origin in journey["origins"].items() if key in fresh
        }
    document["translations"] = {
        language: {fresh[key.partition(".")[0]] + "." + key.partition(".")[2]: text for key, text in texts.items()}
        for language, texts in project.translations.items()
    }
    return _project(document)


def _parts(pointer: str) -> list[str]:
    return pointer.split("/")[1:]


def _swap(document: Any, parts: list[str], value: str) -> str:
    """Puts a value at a place and gives back what stood there."""
    inner = document
    for part in parts[:-1]:
        inner = inner[int(part)] if isinstance(inner, list) else inner[part]
    last: Any = int(parts[-1]) if isinstance(inner, list) else parts[-1]
    former: str = inner[last]
    inner[last] = value
    return former


def _project(document: dict[str, Any]) -> Project:
    # strict, but as JSON, where a list is what becomes a tuple
    from pydantic_core import to_json

    return Project.model_validate_json(to_json(document))
