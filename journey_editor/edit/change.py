"""The ground of all edits: changing a thing's fields, refusing what does not fit, and putting a map back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from journey_editor.model.base import Node
from journey_editor.model.ids import IdSource
from journey_editor.model.invariants import missing_sentence
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.references import REFERRING_FIELDS, exists, references
from journey_editor.model.things import find_thing
from journey_editor.wording import tr

N = TypeVar("N", bound=Node)


class EditError(ValueError):
    """An edit that cannot be done. Its text is one sentence for the user."""


def gone(thing_id: str) -> EditError:
    """For what was named by an id that nothing bears."""
    return EditError(tr("“{id}” is not in the project (any more).", id=thing_id))


def changed(node: N, fields: Mapping[str, Any], *, fixed: frozenset[str] = frozenset(("id",))) -> N:
    """The node with its fields changed, each checked; the same one if nothing differs.

    `fixed` are the fields that make up the structure and have edits of their own. Raises EditError for a value that
    does not fit; a field that the node does not have, or a fixed one, is a mistake of the caller: AttributeError.
    """
    if not fixed.isdisjoint(fields):
        raise AttributeError(f"{type(node).__name__}: {', '.join(sorted(fixed & fields.keys()))} cannot be set")
    try:
        return node.evolve(**fields)
    except ValidationError as error:
        raise EditError(sentence_for(error)) from error


def checked(project: Project, node: N, fields: Mapping[str, Any]) -> N:
    """The node itself, if all it points at in the whole project exists. Raises EditError."""
    if not REFERRING_FIELDS.isdisjoint(fields):
        for reference in references(node):
            if reference.target in ("channel", "persona", "image") and not exists(project, reference):
                raise EditError(missing_sentence(reference))
    return node


def fresh(project: Project, prefix: str, new: IdSource) -> str:
    """An id that nothing in the project bears yet."""
    while find_thing(project, found := new(prefix)) is not None:
        pass
    return found


def with_map(project: Project, journey: JourneyMap) -> Project:
    """The project with a map put in the place of the one of its id."""
    return project.evolve(maps=tuple(journey if old.id == journey.id else old for old in project.maps))


def the_map(project: Project, map_id: str) -> JourneyMap:
    """Raises EditError."""
    for journey in project.maps:
        if journey.id == map_id:
            return journey
    raise gone(map_id)


def sentence_for(error: ValidationError) -> str:
    """What to tell the user who gave a value that does not fit; only the first mistake, and never the value itself."""
    mistake = error.errors(include_url=False, include_input=False)[0]
    limits = mistake.get("ctx", {})
    field = next((str(part) for part in reversed(mistake["loc"]) if isinstance(part, str)), "")
    if field == "[key]":  # the only mapping is that of translations, whose keys are languages
        field = "language"
    match mistake["type"]:
        case "string_pattern_mismatch" if field == "address":
            return tr("A link begins with https://, http:// or mailto: and has no spaces.")
        case "string_pattern_mismatch" if field == "color":
            return tr("A colour is written like #3B6FD4.")
        case "string_pattern_mismatch" if field == "date":
            return tr("A date is written like 2026-03-31.")
        case "string_pattern_mismatch" if field == "language":
            return tr("A language is written like “de”, “en” or “pt-BR”.")
        case "string_pattern_mismatch" | "string_unicode":
            return tr("The text holds characters that cannot be kept, such as control characters. Remove them.")
        case "greater_than_equal" | "greater_than":
            return tr("The number is too small: it must be at least {limit}.", limit=limits.get("ge", limits.get("gt")))
        case "less_than_equal" | "less_than":
            return tr("The number is too large: it may be {limit} at most.", limit=limits.get("le", limits.get("lt")))
        case "multiple_of":
            return tr("The number must be a multiple of {step}.", step=limits.get("multiple_of"))
        case "finite_number":
            return tr("This is not a number that can be kept.")
        case _:
            return tr("This value does not fit into the field “{field}”.", field=field)
