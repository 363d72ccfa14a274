"""A clipping as bytes for the system's clipboard, and back: JSON like that of a file, with a name of its own.

What comes from the clipboard may come from anywhere: it passes all checks that a file passes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import Field, ValidationError
from pydantic_core import to_json

from journey_editor.model.base import Node, Sha256
from journey_editor.model.clipping import Clipping, problems
from journey_editor.wording import tr

from . import assets, jsontext
from .envelope import VERSION
from .migrations import migrate
from .problem import FileProblem
from .repair import repair

#: Under this type a clipping lies on the clipboard.
CLIPPING_MIME = "application/x-journey-clipping+json"

_FORMAT: Final = "journey-clipping"


class _ClippingFile(Node):
    """`version` is that of the file format: what an older program has copied is migrated like its files."""

    format: Literal["journey-clipping"]
    version: Annotated[int, Field(ge=VERSION, le=VERSION)]
    clipping: Clipping
    images: dict[Sha256, str] = {}  # noqa: RUF012  # pydantic copies it


class ClippingRefused(ValueError):
    """What is on the clipboard cannot be pasted. Its text is a sentence for the user."""


def encode(clipping: Clipping, images: Mapping[str, bytes]) -> bytes:
    """The bytes of a clipping. Raises KeyError where an image that it shows has no bytes."""
    file = _ClippingFile(
        format=_FORMAT, version=VERSION, clipping=clipping, images=assets.encoded(clipping.project, images)
    )
    return _ClippingFile.__pydantic_serializer__.to_json(file, exclude_defaults=True)


def decode(data: bytes) -> tuple[Clipping, dict[str, bytes]]:
    """The clipping and the bytes of its images. Raises ClippingRefused."""
    try:
        document = jsontext.parse(jsontext.bare(data, ""), "")
        if not isinstance(document, dict) or document.get("format") != _FORMAT:
            raise _damaged()
        file = _checked(document)
        if problems(file.clipping):
            raise _damaged()
        images, _ = assets.decoded(file.clipping.project, file.images, "")
    except (FileProblem, ValidationError):
        raise _damaged() from None
    return file.clipping, images


def _checked(document: dict[str, Any]) -> _ClippingFile:
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise _damaged()
    if version > VERSION:
        raise ClippingRefused(tr("What was copied comes from a newer Journey Editor. Install it to paste here."))
    if isinstance(inner := document.get("clipping"), dict) and version < VERSION:
        # A migration takes a whole file: it sees the project where a file has it.
        whole = migrate({"version": version, "project": inner.get("project")}, version, VERSION)
        document = {**document, "version": VERSION, "clipping": {**inner, "project": whole["project"]}}
    repair(document)
    file: _ClippingFile = _ClippingFile.__pydantic_validator__.validate_json(to_json(document))
    return file


def _damaged() -> ClippingRefused:
    return ClippingRefused(tr("What was copied is damaged and cannot be pasted. Copy it again."))
