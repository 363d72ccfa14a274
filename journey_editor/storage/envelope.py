"""What stands around a project in its file: the format's name and version, and the bytes of the images."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import Field, WithJsonSchema

from journey_editor.model.base import Node, Sha256
from journey_editor.model.project import Project

FORMAT: Final = "journey-editor"
VERSION: Final = 1

#: Where the schema of this version is known under; it need not be reachable.
SCHEMA_ID: Final = f"urn:journey-editor:schema:{VERSION}"


class JourneyFile(Node):
    """A file of the Journey Editor: one project with its images.

    UTF-8, two spaces, keys in the order of this schema (translations and images sorted), entries that have their
    default left out, one line feed at the end.
    """

    format: Literal["journey-editor"]
    # not Literal[1], which takes `true` for 1
    version: Annotated[int, Field(ge=VERSION, le=VERSION), WithJsonSchema({"const": VERSION})]
    project: Project
    images: Annotated[
        dict[Sha256, str], Field(description="The images' bytes in base64, by the sha256 of the bytes.")
    ] = {}  # noqa: RUF012  # pydantic copies it


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the file format."""
    body = JourneyFile.model_json_schema(mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": f"Journey Editor file, version {VERSION}",
        **{key: value for key, value in body.items() if key != "title"},
    }
