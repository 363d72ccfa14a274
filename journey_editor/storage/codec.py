"""The file format: a project and its images to bytes, and back.

One project has one form: `encode(decode(b).project, ...)` gives `b` again for every file that this program wrote.
Reading goes in a fixed order, so that each check can rely on those before it: size, encoding, JSON with each key once,
kind and version of the file, migration, repair, the values, the rules between them, the images.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import to_json

from journey_editor.model import invariants
from journey_editor.model.problem import Problem
from journey_editor.model.project import Project
from journey_editor.quiet import no_collection
from journey_editor.wording import tr

from . import assets, jsontext
from .envelope import FORMAT, VERSION, JourneyFile
from .marks import FileMark
from .migrations import migrate
from .problem import FileProblem, problem, shown
from .rejections import MOST_COUNTED, rejected
from .repair import may_be_rounded, repair
from .unique_keys import each_key_once


class Loaded(NamedTuple):
    """What a file holds. `report` says what was mended while reading; each place is a JSON pointer into the file.
    `mark` is what the file was, if it was one."""

    project: Project
    images: dict[str, bytes]
    report: tuple[Problem, ...]
    mark: FileMark | None = None


def encode(project: Project, images: Mapping[str, bytes]) -> bytes:
    """The file of a project. Images that the project does not list are left out; KeyError where one has no bytes."""
    if project.translations:
        ordered = {language: dict(sorted(texts.items())) for language, texts in sorted(project.translations.items())}
        project = project.model_copy(update={"translations": ordered})  # the same value, in another order
    return _written(
        JourneyFile(format=FORMAT, version=VERSION, project=project, images=assets.encoded(project, images))
    )


def decode(data: bytes, name: str) -> Loaded:
    """Reads a file's bytes; `name` is what the file is called in messages. Raises FileProblem."""
    steps = decoding(data, name)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            loaded: Loaded = end.value
            return loaded


def decoding(data: bytes, name: str) -> Generator[None, None, Loaded]:
    """What `decode` does, in steps, for who has something else to do in between. The longest is to parse the file."""
    with no_collection():
        data = jsontext.bare(data, name)
        JourneyFile.model_rebuild()  # builds the validator, if nobody needed it yet
        yield
        file = _parsed(data)
        report: tuple[Problem, ...] = ()
        yield
        if isinstance(file, ValidationError):
            file, report = _checked(data, name, file)
        elif not each_key_once(data, file) or may_be_rounded(file.project):
            file, report = _checked(data, name)
        yield
        faults = invariants.problems(file.project)
        if faults:
            raise FileProblem(name, [Problem("/project" + place, what) for place, what in faults])
        images, left_out = assets.decoded(file.project, file.images, name)
        return Loaded(file.project, images, report + left_out)


def _written(file: JourneyFile) -> bytes:
    return JourneyFile.__pydantic_serializer__.to_json(file, indent=2, exclude_defaults=True) + b"\n"


def _parsed(data: bytes) -> JourneyFile | ValidationError:
    """The file, if it is of today's version, sound, and nothing in it is to be repaired; else why not. Keys that stand
    there twice are not noticed, nor numbers with more digits than can be kept.

    It could be read by `_checked` too, which takes four times as long, since it can say what is wrong and where.
    """
    try:
        file: JourneyFile = JourneyFile.__pydantic_validator__.validate_json(data)
    except ValidationError as error:
        return error
    return file


def _checked(data: bytes, name: str, found: ValidationError | None = None) -> tuple[JourneyFile, tuple[Problem, ...]]:
    """The file, migrated if it is old, and what was repaired in it. Raises FileProblem.

    `found` is what `_parsed` has found: looking for 300,000 faults a second time would take a second.
    """
    document = jsontext.parse(data, name)
    version = _version(document, name)
    document = migrate(document, version, VERSION)
    report = repair(document)
    if found is not None and found.error_count() > MOST_COUNTED and version == VERSION and not report:
        raise rejected(found, name)  # what was found is true of the document too, since nothing was done to it
    try:
        return JourneyFile.__pydantic_validator__.validate_json(to_json(document)), report
    except ValidationError as error:
        raise rejected(error, name) from None


def _version(document: Any, name: str) -> int:
    """The version of a document of ours. Raises FileProblem for a file of another kind or of a newer version."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise problem(name, tr("This is not a file of the Journey Editor. Choose a file that ends in .journey."))
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise problem(
            name,
            tr("The version of the file must be a whole number from 1 to {newest}.", newest=VERSION),
            place="/version",
        )
    if version > VERSION:
        raise problem(
            name,
            tr(
                "The file is of version {version}; this program reads up to version {newest}. Install a newer Journey "
                "Editor.",
                version=shown(str(version) if version < 10**9 else "> 10^9"),
                newest=VERSION,
            ),
            place="/version",
        )
    return version
