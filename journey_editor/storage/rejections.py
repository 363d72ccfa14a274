"""What the model refuses, in words for a person: where it stands, what is wrong, what would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from journey_editor.model import base
from journey_editor.model.problem import Problem
from journey_editor.wording import tr

from .jsontext import escaped
from .problem import MOST_LISTED, FileProblem, problem, shown

#: Of more faults than this none is listed: pydantic only says all of them at once, which takes 3 KB and 3 us for each.
MOST_COUNTED = 10_000


def rejected(error: ValidationError, file: str) -> FileProblem:
    """The problem for what pydantic found in a whole file."""
    if error.error_count() > MOST_COUNTED:
        return problem(
            file,
            tr(
                "The file has {n} faults; it was hardly made by this program. Use a backup of it.",
                n=error.error_count(),
            ),
        )
    details = error.errors(include_url=False, include_input=False)
    # pydantic also calls a list too short when its entries are refused
    short = {detail["loc"] for detail in details if detail["type"] == "too_short"}
    depths = {len(loc) for loc in short}
    wrong_inside = {detail["loc"][:depth] for detail in details for depth in depths if depth < len(detail["loc"])}
    details = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in wrong_inside]
    faults = [Problem(_pointer(detail["loc"]), _sentence(detail)) for detail in details[:MOST_LISTED]]
    return FileProblem(file, faults, more=len(details) - len(faults))


def sentences(error: ValidationError) -> list[str]:
    """What is wrong, without places: for a single field."""
    return [_sentence(detail) for detail in error.errors(include_url=False, include_input=False)[:MOST_LISTED]]


def _pointer(loc: tuple[int | str, ...]) -> str:
    """A JSON pointer of pydantic's path, which also names the kind of a lane and says "[key]" behind a key."""
    parts: list[str] = []
    for i, part in enumerate(loc):
        behind_lane = i >= 2 and loc[i - 2] == "lanes" and isinstance(loc[i - 1], int)
        if not behind_lane and not (part == "[key]" and i == len(loc) - 1):
            parts.append(escaped(shown(str(part), 80)))
    return "/" + "/".join(parts)


def _sentence(detail: ErrorDetails) -> str:
    context: Mapping[str, Any] = detail.get("ctx", {})
    last = shown(str(detail["loc"][-1])) if detail["loc"] else ""
    match detail["type"]:
        case "missing":
            return tr("The entry “{key}” is missing. Add it.", key=last)
        case "extra_forbidden":
            return tr("There is no entry “{key}” here. Remove it, or correct its name.", key=last)
        case "string_type":
            return tr("Here must be a text. Put it in quotation marks.")
        case "bool_type":
            return tr("Here must be true or false.")
        case "int_type" | "int_from_float" | "int_parsing_size":
            return tr("Here must be a whole number.")
        case "float_type" | "finite_number":
            return tr("Here must be a number, without quotation marks.")
        case "tuple_type" | "list_type":
            return tr("Here must be a list in square brackets.")
        case "model_type" | "dict_type" | "model_attributes_type":
            return tr("Here must be entries in curly brackets.")
        case "literal_error" | "union_tag_invalid":
            choices = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))
            return tr("Here must be one of: {choices}.", choices=", ".join(f"“{choice}”" for choice in choices))
        case "union_tag_not_found":
            return tr("The entry “{key}” is missing. Add it.", key="kind")
        case "string_pattern_mismatch":
            return _pattern(str(context.get("pattern", "")))
        case "greater_than_equal":
            return tr("The number must be at least {bound}.", bound=_number(context["ge"]))
        case "greater_than":
            return tr("The number must be greater than {bound}.", bound=_number(context["gt"]))
        case "less_than_equal":
            return tr("The number must be at most {bound}.", bound=_number(context["le"]))
        case "multiple_of":
            return tr("The number must be a multiple of {bound}.", bound=_number(context["multiple_of"]))
        case "too_short":
            return tr("This list must not be empty. Add an entry, or remove what it belongs to.")
        case other:
            return tr("This does not fit here ({reason}). Use a backup of the file.", reason=other)


def _pattern(pattern: str) -> str:
    """The sentence for a text of the wrong form; the patterns are those of the model's kinds of text."""
    match pattern:
        case base.ID_PATTERN | base.OPTIONAL_ID_PATTERN:
            return tr("An id is made of 1 to 64 letters A to Z, digits, “-” and “_”. Give it another.")
        case base.COLOR_PATTERN:
            return tr("A colour is written “#RRGGBB”, with six digits 0 to 9 and A to F.")
        case base.DAY_PATTERN:
            return tr("A day is written “2026-03-22”.")
        case base.MOMENT_PATTERN:
            return tr("A moment is written “2026-03-22T14:05:00Z”.")
        case base.LANGUAGE_PATTERN:
            return tr("A language is written “de”, “en” or “pt-BR”.")
        case base.SHA256_PATTERN | base.OPTIONAL_SHA256_PATTERN:
            return tr("Here must be a sha256: 64 digits 0 to 9 and a to f.")
        case base.ADDRESS_PATTERN:
            return tr("An address must start with https://, http:// or mailto: and hold no spaces.")
        case _:
            return tr("The text holds control characters. Write it anew.")


def _number(value: float) -> str:
    return f"{value:g}"
