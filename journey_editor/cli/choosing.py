"""What the options of a command choose: a map, a language of the content, a page setup. Each raises FileProblem or
UsageProblem for what there is not."""

from __future__ import annotations

import argparse
from math import isfinite

from pydantic import ValidationError

from journey_editor.layout.paper import MOST, POINTS_PER_MM
from journey_editor.model.folding import folded
from journey_editor.model.languages import as_tag
from journey_editor.model.presets import PRESETS
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import text_in
from journey_editor.model.style import PageSetup
from journey_editor.storage.problem import problem, shown
from journey_editor.storage.rejections import sentences
from journey_editor.wording import tr

from .page_arguments import NONE
from .usage import UsageProblem

_LONGEST = round(MOST / POINTS_PER_MM)  # millimetres
_SETUP = tuple(PageSetup.model_fields)


def map_named(project: Project, wanted: str | None, file: str) -> JourneyMap:
    """The map with this id, else title (in any language), else number, counted from 1; without any, the first."""
    if not project.maps:
        raise problem(file, tr("There is no map in this project. Add one first."))
    if wanted is None:
        return project.maps[0]
    for journey in project.maps:
        if journey.id == wanted:
            return journey
    for journey in project.maps:
        if wanted in [
            text_in(project, language, journey.id, "title", journey.title)
            for language in (project.language, *project.translations)
        ]:
            return journey
    if wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(project.maps):
        return project.maps[int(wanted[:9]) - 1]
    titles = ", ".join(f"“{shown(journey.title or journey.id)}”" for journey in project.maps[:20])
    raise problem(file, tr("There is no map “{map}”. Choose one of: {titles}.", map=shown(wanted), titles=titles))


def preset_named(project: Project, wanted: str | None, own: PageSetup, file: str) -> PageSetup:
    """The page setup of this name, out of the project's or the program's; without any, the map's own."""
    if wanted is None:
        return own
    known: dict[str, PageSetup] = {**dict(PRESETS.items()), **{one.name: one.page for one in project.presets}}
    if wanted in known:
        return known[wanted]
    for name, page in known.items():  # in whatever case
        if folded(name) == folded(wanted):
            return page
    names = ", ".join(f"“{shown(name)}”" for name in known)
    raise problem(file, tr("There is no page setup “{name}”. Choose one of: {names}.", name=shown(wanted), names=names))


def setup_from(own: PageSetup, options: argparse.Namespace) -> PageSetup:
    """A page setup with what the options say otherwise. A width or height alone means custom paper."""
    changes = {name: value for name in _SETUP if (value := getattr(options, name, None)) is not None}
    changes |= getattr(options, "fits", None) or {}
    changes = {name: "" if value == NONE else value for name, value in changes.items()}
    if {"width", "height"} & changes.keys():
        changes.setdefault("paper", "custom")
    for name, value in changes.items():
        if wrong := _no_length(name, value):
            raise UsageProblem(f"--{name.replace('_', '-')}: {wrong}")
        try:
            own = own.evolve(**{name: value})
        except ValidationError as error:
            raise UsageProblem(f"--{name.replace('_', '-')}: {' '.join(sentences(error))}") from None
    return own


def _no_length(name: str, value: object) -> str:
    """Why a number is no length for a page, where the model would say it less well; "" if it may be one."""
    if isinstance(value, float) and not isfinite(value):
        return tr("Write a number of millimetres, such as 12.")
    if name in ("width", "height") and isinstance(value, float) and value > _LONGEST:
        return tr("A PDF page may measure {most} mm at most.", most=_LONGEST)
    return ""


def language_named(project: Project, wanted: str | None, file: str) -> str:
    """The language of the content that is asked for; by default the project's own."""
    known = (project.language, *project.translations)
    if wanted is None or wanted in known:
        return wanted or project.language
    if (meant := as_tag(wanted)) in known:  # "English", "EN"
        return meant
    raise problem(
        file,
        tr(
            "The project has no words in “{asked}”. Choose one of: {languages}.",
            asked=shown(wanted),
            languages=", ".join(known),
        ),
    )
