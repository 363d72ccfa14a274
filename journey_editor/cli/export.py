"""The command `export`: one map of a file onto paper."""

from __future__ import annotations

import argparse
import sys

from pydantic import ValidationError

from journey_editor.export.maps import ExportProblem, export_map, type_size
from journey_editor.layout.filter_words import filtered_line
from journey_editor.model.filtering import lit, without_others
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import text_in
from journey_editor.model.style import PageSetup
from journey_editor.storage import files
from journey_editor.storage.problem import problem, shown
from journey_editor.storage.rejections import sentences
from journey_editor.wording import tr, trn

from .filters import read_filter
from .usage import UsageProblem

_SETUP = tuple(PageSetup.model_fields)


def export_file(options: argparse.Namespace) -> int:
    """Raises FileProblem, UsageProblem."""
    name = str(options.file)
    loaded = files.load(options.file)
    journey = _map(loaded.project, options.map, name)
    setup = _setup(journey.page, options)
    language = _language(loaded.project, options.language, name)
    project, standing_out, filtered = loaded.project, None, ""
    if options.filter:
        wanted = read_filter(options.filter, project, journey, name)
        standing_out, leave_out = lit(project, journey, wanted), options.rest == "leave-out"
        filtered = filtered_line(project, journey, language, wanted, left_out=leave_out)
        if standing_out is not None and not standing_out.cards:
            raise problem(name, tr("No card of the map matches the filter."))
        if standing_out is not None and leave_out:
            project, standing_out = without_others(project, journey.id, standing_out), None
    try:
        made = export_map(
            project,
            journey.id,
            loaded.images,
            setup,
            language,
            options.allow_small,
            lit=standing_out,
            filtered=filtered,
        )
    except ExportProblem as fault:
        raise problem(name, str(fault)) from fault
    files.write_atomically(options.output, made.data)
    for place, what in loaded.report:
        print(f"{name}: {place}: {what}", file=sys.stderr)
    for warning in made.warnings:
        print(f"{options.output}: {warning}", file=sys.stderr)
    print(
        trn(
            "{file}: {n} page, smallest type {size} pt",
            "{file}: {n} pages, smallest type {size} pt",
            made.pages,
            file=options.output,
            size=type_size(made.smallest),
        )
    )
    return 0


def _map(project: Project, wanted: str | None, file: str) -> JourneyMap:
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


def _setup(own: PageSetup, options: argparse.Namespace) -> PageSetup:
    """The map's own page setup with what the options say otherwise. A width or height alone means custom paper."""
    changes = {name: getattr(options, name) for name in _SETUP if getattr(options, name) is not None}
    if {"width", "height"} & changes.keys():
        changes.setdefault("paper", "custom")
    for name, value in changes.items():
        try:
            own = own.evolve(**{name: value})
        except ValidationError as error:
            raise UsageProblem(f"--{name.replace('_', '-')}: {' '.join(sentences(error))}") from None
    return own


def _language(project: Project, wanted: str | None, file: str) -> str:
    known = (project.language, *project.translations)
    if wanted is None or wanted in known:
        return wanted or project.language
    raise problem(
        file,
        tr(
            "The project has no words in “{asked}”. Choose one of: {languages}.",
            asked=shown(wanted),
            languages=", ".join(known),
        ),
    )
