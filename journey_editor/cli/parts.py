"""Phases and lanes by name: `--phase Buy --lane Pain`, for who wants only a part of a map printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journey_editor.layout.excerpt import excerpt, excerpt_line
from journey_editor.model.columns import Phase
from journey_editor.model.folding import folded
from journey_editor.model.lanes import Lane
from journey_editor.model.part import limited
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_map
from journey_editor.storage.problem import problem, shown
from journey_editor.wording import tr

_LISTED = 20


def only_parts(
    project: Project, journey: JourneyMap, phases: Sequence[str], lanes: Sequence[str], language: str, file: str
) -> tuple[Project, str]:
    """The project with only these phases and lanes of a map, and what the page says of that; as it is if none is named.

    A name may be one in any language, upper or lower case, else an id, else a number, counted from 1; all of that name
    are meant. Raises FileProblem for one that there is not.
    """
    if not phases and not lanes:
        return project, ""
    found = _named(project, journey.phases, phases), _named(project, journey.lanes, lanes)
    for (_, unknown), things in zip(found, (journey.phases, journey.lanes), strict=True):
        if unknown:
            those = _names(project, things, language)
            if things is journey.phases:
                raise problem(file, tr("There is no phase “{name}”. Choose from: {names}.", name=unknown, names=those))
            raise problem(file, tr("There is no lane “{name}”. Choose from: {names}.", name=unknown, names=those))
    part = limited(journey, found[0][0], found[1][0])
    made = excerpt(project, journey, part)
    return made, excerpt_line(journey, find_map(made, journey.id), language)


def _named(project: Project, things: Sequence[Phase | Lane], names: Iterable[str]) -> tuple[frozenset[str], str]:
    """The ids of the things of these names, and the first name that none has."""
    found = set[str]()
    for name in names:
        wanted = folded(name.strip())
        meant = [thing.id for thing in things if wanted in map(folded, _titles(project, thing))]
        meant = meant or [thing.id for thing in things if thing.id == name]
        if not meant and name.isdecimal() and 1 <= int(name[:9]) <= len(things):
            meant = [things[int(name[:9]) - 1].id]
        if not meant:
            return frozenset(), shown(name) or "-"
        found.update(meant)
    return frozenset(found), ""


def _titles(project: Project, thing: Phase | Lane) -> list[str]:
    """What a thing is called, in all languages."""
    others = [words.get(f"{thing.id}.title", "") for words in project.translations.values()]
    return [title for title in (thing.title, *others) if title]


def _names(project: Project, things: Sequence[Phase | Lane], language: str) -> str:
    """Those that there are, each once; what has no name, by its number."""
    names = []
    for number, thing in enumerate(things, start=1):
        own = project.translations.get(language, {}).get(f"{thing.id}.title", "")
        title = own or next(iter(_titles(project, thing)), "")
        names.append(f"“{shown(title)}”" if title else str(number))
    listed = list(dict.fromkeys(names))
    return (", ".join(listed[:_LISTED]) + (" ..." if listed[_LISTED:] else "")) or tr("none")
