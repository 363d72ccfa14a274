"""The one base class of all values, and the types of text, colours and dates that they are made of.

Values are immutable: `evolve()` is the only way to a changed copy. Cross-field rules live in `invariants`, not in
validators, so that an edit costs only the validation of what it changes.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

# What each kind of text looks like; storage names the kind by the pattern when a file breaks it.
TEXT_PATTERN: Final = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"
ID_PATTERN: Final = r"^[A-Za-z0-9_-]{1,64}$"
OPTIONAL_ID_PATTERN: Final = r"^[A-Za-z0-9_-]{0,64}$"
COLOR_PATTERN: Final = r"^(#[0-9A-Fa-f]{6})?$"
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DAY_PATTERN: Final = r"^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$"
MOMENT_PATTERN: Final = r"^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}Z)?$"
SHA256_PATTERN: Final = r"^[0-9a-f]{64}$"
OPTIONAL_SHA256_PATTERN: Final = r"^([0-9a-f]{64})?$"
ADDRESS_PATTERN: Final = r"^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:)[^\x00-\x20\x7f]+$"

#: Free text of a user: any Unicode but control characters (line feed and tab are fine) and lone surrogates, which no
#: UTF-8 file can hold. The pattern also makes the validator look at the text as UTF-8, which is what finds surrogates.
Text = Annotated[str, StringConstraints(pattern=TEXT_PATTERN)]

#: An identifier, unique within a project.
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]

#: A reference that may be empty: "" means none.
OptionalId = Annotated[str, StringConstraints(pattern=OPTIONAL_ID_PATTERN)]

#: "#RRGGBB", or "" for the colour that the theme gives.
Color = Annotated[str, StringConstraints(pattern=COLOR_PATTERN)]

#: A language tag such as "de", "en" or "pt-BR" (BCP 47, language and region or script).
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]

#: "YYYY-MM-DD" or "".
Day = Annotated[str, StringConstraints(pattern=DAY_PATTERN)]

#: A moment in UTC, to the second ("2026-03-22T14:05:00Z"), or "".
Moment = Annotated[str, StringConstraints(pattern=MOMENT_PATTERN)]

#: The sha256 of an image's bytes in hex.
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]

#: A sha256, or "" for no image.
OptionalSha256 = Annotated[str, StringConstraints(pattern=OPTIONAL_SHA256_PATTERN)]

#: An address that may be opened: https, http or mailto. Everything else (javascript, file, smb ...) is refused.
Address = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN)]

#: A length in points; 0 means automatic.
Length = Annotated[float, Field(ge=0, le=14400)]


class Node(BaseModel):
    """A frozen, strict value. Two nodes are equal if they are of one class and all their fields are equal."""

    # Not pydantic's own `frozen`: with it, pydantic offers no way to validate a single field, and building the whole
    # value anew rebuilds every tuple in it. `__setattr__` below is what freezes.
    # Texts are hardly ever alike, so that looking each up in a cache while a file is read costs a tenth of the time.
    # Validators are built when first used, and many never are: that takes 0.1 s out of every start.
    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        allow_inf_nan=False,
        hide_input_in_errors=True,
        cache_strings="keys",
        defer_build=True,
    )

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable; use evolve({name}=...)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self.__dict__ == other.__dict__)

    __hash__ = None  # type: ignore[assignment]  # values hold mappings; ids are what is hashed

    def evolve(self, **changes: Any) -> Self:
        """A copy with the changes, each validated; the same object if nothing differs.

        Raises pydantic's ValidationError for a value that does not fit, AttributeError for an unknown field.
        """
        present = self.__dict__
        wanted = {}
        for name, value in changes.items():
            if name not in present:
                raise AttributeError(f"{type(self).__name__} has no field {name!r}")
            if present[name] is not value and not (type(present[name]) is type(value) and present[name] == value):
                wanted[name] = value
        if not wanted:
            return self
        copy = self.__copy__()
        differs = False
        for name, value in wanted.items():
            self.__pydantic_validator__.validate_assignment(copy, name, value)
            old = present[name]
            differs = differs or type(value) is type(old) or copy.__dict__[name] != old  # 1 for 1.0 is no change
        return copy if differs else self


class Identified(Node):
    """A value with an id: what is selected, renamed, deleted, translated or pointed at."""

    id: Id
