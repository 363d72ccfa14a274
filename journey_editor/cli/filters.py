"""Filters on the command line: `--filter channel=Website --filter status=possible`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from journey_editor.model.filtering import ATTRIBUTES, NO_FILTER, Attribute, Filter, choices
from journey_editor.model.folding import folded
from journey_editor.model.project import Channel, JourneyMap, Persona, Project
from journey_editor.model.queries import find_channel, find_persona
from journey_editor.storage.problem import problem, shown
from journey_editor.wording import catalogue, tr

from .usage import UsageProblem

#: What people call these besides their own names and the German ones.
_ALSO = {"planned": "possible", "geplant": "possible", "both": "both", "online and offline": "both"}
_WORDS = ("online", "offline", "both", "existing", "possible", "observed", "assumed", "proposed")


def read_filter(asked: Iterable[str], project: Project, journey: JourneyMap, file: str) -> Filter:
    """The filter that some `attribute=value` mean; several values of one attribute are alternatives.

    Raises UsageProblem for what is no filter, FileProblem for a value that no card of the map has.
    """
    wanted = NO_FILTER
    for part in asked:
        name, equals, value = part.partition("=")
        if not equals or name.strip() not in ATTRIBUTES:
            raise UsageProblem(
                tr(
                    "--filter {asked}: write attribute=value; the attributes are {attributes}.",
                    asked=shown(part),
                    attributes=", ".join(ATTRIBUTES),
                )
            )
        attribute = cast(Attribute, name.strip())
        key = _key(project, journey, attribute, value, file)
        wanted = wanted.having(attribute, wanted.of(attribute) | {key})
    return wanted


def _key(project: Project, journey: JourneyMap, attribute: Attribute, value: str, file: str) -> str:
    """The value as the cards have it. Names count in any language, upper or lower case; "" asks for those without."""
    if not value.strip():
        return ""
    present = [key for key, _ in choices(project, journey)[attribute] if key]
    names = {key: _names(project, attribute, key) for key in present}
    looked_for = folded(value.strip())
    for key in present:
        if looked_for in map(folded, names[key]):
            return key
    if attribute in ("mode", "status", "evidence"):
        key = _ALSO.get(looked_for, looked_for)
        if key in present:
            return key
    every = ", ".join(f"“{shown(next(iter(names[key]), key))}”" for key in present[:20]) or tr("none")
    raise problem(
        file,
        tr(
            "No card of the map has {attribute} “{value}”. There is: {values}.",
            attribute=attribute,
            value=shown(value),
            values=every,
        ),
    )


def _names(project: Project, attribute: Attribute, key: str) -> list[str]:
    """All that a value may be called, the usual name first."""
    thing: Persona | Channel | None = find_persona(project, key) if attribute == "persona" else None
    thing = find_channel(project, key) if attribute == "channel" else thing
    if thing is not None:
        others = [words.get(f"{key}.name", "") for words in project.translations.values()]
        return [name for name in (thing.name, *others, key) if name]
    if key in _WORDS and attribute in ("mode", "status", "evidence"):
        return [key, catalogue("de").get(key, key)]
    return [key]
