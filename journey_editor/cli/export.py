"""The command `export`: one map of a file onto paper."""

from __future__ import annotations

import argparse
import sys

from journey_editor.export.maps import ExportProblem, export_map, type_size
from journey_editor.layout.filter_words import filtered_line
from journey_editor.model.filtering import lit, without_others
from journey_editor.storage import files
from journey_editor.storage.problem import problem
from journey_editor.wording import tr, trn

from .choosing import language_named, map_named, setup_from
from .filters import read_filter


def export_file(options: argparse.Namespace) -> int:
    """Raises FileProblem, UsageProblem."""
    name = str(options.file)
    loaded = files.load(options.file)
    journey = map_named(loaded.project, options.map, name)
    setup = setup_from(journey.page, options)
    language = language_named(loaded.project, options.language, name)
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
