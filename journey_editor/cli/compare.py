"""The command `compare`: how two maps differ, as text or as a PDF."""

from __future__ import annotations

import argparse

from journey_editor.model.comparing import compare
from journey_editor.model.pairing import partner_of
from journey_editor.model.project import JourneyMap, Project
from journey_editor.storage import files
from journey_editor.storage.problem import problem
from journey_editor.wording import tr

from .choosing import language_named, map_named, setup_from


def compare_maps(options: argparse.Namespace) -> int:
    """Raises FileProblem, UsageProblem."""
    loaded = files.load(options.file)
    name, project = str(options.file), loaded.project
    other, other_name, images = project, name, dict(loaded.images)
    if options.with_file is not None:
        second = files.load(options.with_file)
        other, other_name = second.project, str(options.with_file)
        images |= second.images
    before = map_named(project, options.map, name)
    after = _other_map(before, other, options.with_map, other_name, same_file=other is project)
    language = language_named(other, options.language, other_name)
    comparison = compare(project, before.id, after.id, other)
    if options.output is None:
        from journey_editor.layout.difference_words import as_text

        print(*as_text(comparison, language, options.language), sep="\n")
        return 0
    from journey_editor.export.comparison import export_comparison
    from journey_editor.export.maps import ExportProblem

    from .output import deliver

    setup = setup_from(after.page, options)
    try:
        made = export_comparison(comparison, images, setup, language, options.allow_small)
    except ExportProblem as fault:
        raise problem(name, str(fault)) from fault
    return deliver(made, options.output)


def _other_map(before: JourneyMap, other: Project, wanted: str | None, name: str, *, same_file: bool) -> JourneyMap:
    """The map to compare with: the one that is named; else, what was made of the first, or what that was made of."""
    if wanted is not None:
        return map_named(other, wanted, name)
    found = partner_of(other, before, among_all=not same_file)
    if found is None:
        raise problem(name, tr("There is no second map in this project to compare with."))
    return found
