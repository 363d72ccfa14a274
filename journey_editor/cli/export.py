"""The command `export`: one map of a file onto paper, or as pictures."""

from __future__ import annotations

import argparse

from journey_editor.export.maps import ExportProblem, export_map
from journey_editor.layout.excerpt import said_together
from journey_editor.layout.filter_words import filtered_line
from journey_editor.model.filtering import lit, without_others
from journey_editor.model.queries import find_map
from journey_editor.storage import files
from journey_editor.storage.problem import problem
from journey_editor.wording import tr

from .choosing import language_named, map_named, preset_named, setup_from
from .filters import read_filter
from .forms import writer_for
from .output import deliver
from .parts import only_parts


def export_file(options: argparse.Namespace) -> int:
    """Raises FileProblem, UsageProblem."""
    name = str(options.file)
    loaded = files.load(options.file)
    journey = map_named(loaded.project, options.map, name)
    setup = setup_from(preset_named(loaded.project, options.preset, journey.page, name), options)
    language = language_named(loaded.project, options.language, name)
    writer = writer_for(options.output, options.resolution)
    project, said = only_parts(loaded.project, journey, options.phase or (), options.lane or (), language, name)
    journey = find_map(project, journey.id)
    standing_out, filtered = None, ""
    if asked := [*(options.filter or ()), *(f"persona={persona}" for persona in options.persona or ())]:
        wanted = read_filter(asked, project, journey, name)
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
            filtered=said_together(said, filtered),
            writer=writer,
        )
    except ExportProblem as fault:
        raise problem(name, str(fault)) from fault
    return deliver(made, options.output, (f"{name}: {place}: {what}" for place, what in loaded.report))
