"""What is said of a map beside its cards, in words: the pages behind it have all that the map shows only in part.

A thing is a heading with its sentences, in the language of the page. What is hidden is left out, what is folded is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from journey_editor.model.lanes import ChannelLane, EmotionLane, Lane
from journey_editor.model.paths import Path
from journey_editor.model.project import JourneyMap, Persona
from journey_editor.model.queries import find_channel, find_persona, map_personas
from journey_editor.wording import tr

from .borrowed import joined
from .card_texts import feeling
from .print_words import Setting


class Said(NamedTuple):
    """A heading and the sentences below it."""

    heading: str
    texts: tuple[str, ...]


def about_project(setting: Setting) -> Said | None:
    """Whose map it is. None if that is not said."""
    project, to = setting.project, setting.language
    title = setting.text(project.id, "title", project.title)
    texts = [
        setting.text(project.id, "description", project.description),
        _named(tr("Author", to=to), setting.text(project.id, "author", project.author)),
        _named(tr("Organisation", to=to), setting.text(project.id, "organisation", project.organisation)),
        _named(tr("Version", to=to), setting.text(project.id, "version", project.version)),
    ]
    return _said(title or tr("Project", to=to), texts)


def personas(setting: Setting, journey: JourneyMap, only: Collection[str] | None = None) -> Iterator[Said]:
    """All that is known of the personas of the map, or of those of some ids `only`."""
    for persona in map_personas(setting.project, journey):
        if only is not None and persona.id not in only:
            continue
        if said := _said(_name(setting, persona), _persona(setting, persona)):
            yield said


def _persona(setting: Setting, persona: Persona) -> list[str]:
    to = setting.language

    def own(field: str, words: str) -> str:
        return setting.text(persona.id, field, words)

    def each(field: str, entries: tuple[str, ...]) -> str:
        return joined(filter(None, (own(f"{field}.{n}", entry) for n, entry in enumerate(entries))), "; ")

    return [
        joined(filter(None, (own("age", persona.age), own("role", persona.role))), ", "),
        own("quote", persona.quote),
        own("biography", persona.biography),
        _named(tr("Goals", to=to), each("goals", persona.goals)),
        _named(tr("Needs", to=to), each("needs", persona.needs)),
        _named(tr("Frustrations", to=to), each("frustrations", persona.frustrations)),
    ]


def lanes(setting: Setting, journey: JourneyMap, *, every: bool) -> Iterator[Said]:
    """What lanes say of themselves, the points that were drawn by hand, and the marks that were set by hand; with
    `every`, also the names of lanes that say nothing else, in one line."""
    bare: list[str] = []
    where = _steps(setting, journey)
    for lane in journey.lanes:
        if lane.hidden:
            continue
        texts = [setting.text(lane.id, "description", lane.description), *_of_its_kind(setting, lane, where)]
        title = setting.text(lane.id, "title", lane.title)
        if said := _said(title, texts):
            yield said
        elif every and title:
            bare.append(title)
    if bare:
        yield Said("", (joined(bare, "\N{NO-BREAK SPACE}\N{MIDDLE DOT} "),))


def _of_its_kind(setting: Setting, lane: Lane, where: dict[str, str]) -> Iterator[str]:
    if isinstance(lane, EmotionLane):
        for point in lane.points:
            if point.step in where:
                persona = find_persona(setting.project, point.persona)
                label = setting.text(point.id, "label", point.label)
                words = feeling(setting, _name(setting, persona), point.value, None, label)
                yield _named(where[point.step], words)
    elif isinstance(lane, ChannelLane):
        for mark in lane.marks:
            channel = find_channel(setting.project, mark.channel)
            if mark.step in where and channel is not None:
                name = setting.text(channel.id, "name", channel.name)
                weight = tr("importance {n}", n=mark.importance, to=setting.language)
                yield _named(where[mark.step], ", ".join(filter(None, (name, weight))))


def _steps(setting: Setting, journey: JourneyMap) -> dict[str, str]:
    """What the steps that are not hidden are called, each with its phase."""
    found = {}
    for phase in journey.phases:
        title = setting.text(phase.id, "title", phase.title) or tr("Untitled", to=setting.language)
        for step in () if phase.hidden else phase.steps:
            found[step.id] = joined(filter(None, (title, setting.text(step.id, "title", step.title))), " · ")
    return found


def about_path(setting: Setting, path: Path) -> str:
    """Of which kind a path is, whose, and on which condition."""
    to = setting.language
    kinds = {"choice": tr("choice", to=to), "loop": tr("loop back", to=to), "handover": tr("handover", to=to)}
    who = _name(setting, find_persona(setting.project, path.persona)) if path.persona else ""
    return joined(
        filter(None, (kinds.get(path.kind, ""), who, setting.text(path.id, "condition", path.condition))), ", "
    )


def _name(setting: Setting, persona: Persona | None) -> str:
    name = setting.text(persona.id, "name", persona.name) if persona is not None else ""
    return name or tr("Persona", to=setting.language)


def _named(name: str, words: str) -> str:
    return joined((name, ": ", words)) if words else ""


def _said(heading: str, texts: list[str]) -> Said | None:
    """None if nothing is said below the heading."""
    there = tuple(filter(None, texts))
    return Said(heading, there) if there else None
