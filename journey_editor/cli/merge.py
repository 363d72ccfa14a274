"""The command `merge`: joins what two people have made of one file, also for git."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from journey_editor.model.project import Project
from journey_editor.storage import codec, files
from journey_editor.storage.problem import EXIT_INPUT, problem
from journey_editor.wording import tr, trn


def merge_files(options: argparse.Namespace) -> int:
    """1 if something contradicted itself, which is listed; the file then holds what `ours` says. Raises FileProblem."""
    from journey_editor.edit.merging.merge import merge

    name = options.name or str(options.output)
    ours, theirs = (files.load(path) for path in (options.ours, options.theirs))
    base = _base(options.base, ours)
    for loaded in (ours, theirs):
        for place, what in loaded.report:
            print(f"{name}: {place}: {what}", file=sys.stderr)
    if len({loaded.project.id for loaded in (base, ours, theirs)}) > 1:
        raise problem(name, tr("The files are not states of one project. Choose files that are."))
    choices = {}
    merged = merge(base.project, ours.project, theirs.project)
    if options.prefer:
        choices = {conflict.key: options.prefer for conflict in merged.conflicts}
        merged = merge(base.project, ours.project, theirs.project, choices)
    data = codec.encode(merged.project, {**base.images, **theirs.images, **ours.images})
    files.write_atomically(options.output, data)
    if not merged.conflicts or options.prefer:
        return 0
    from journey_editor.layout.conflict_words import Clash, conflict_words

    for conflict in merged.conflicts:
        words = conflict_words(ours.project, theirs.project, Clash(*conflict.key, conflict.ours, conflict.theirs))
        taken = words.ours if conflict.taken == "ours" else words.theirs
        line = tr(
            "{what}: {ours} | {theirs}; taken: {taken}",
            what=words.what,
            ours=words.ours,
            theirs=words.theirs,
            taken=taken,
        )
        print(f"{name}: {words.thing}: {' '.join(line.split())}", file=sys.stderr)
    count = len(merged.conflicts)
    print(trn("{n} conflict", "{n} conflicts", count), file=sys.stderr)
    return EXIT_INPUT


def _base(path: Path, ours: codec.Loaded) -> codec.Loaded:
    """The state from which both began. git gives an empty file where there was none: both have added the file."""
    if files.read(path):
        return files.load(path)
    return codec.Loaded(Project(id=ours.project.id, language=ours.project.language), {}, ())


def merge_line(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.set_defaults(command=merge_files)
    parser.add_argument("base", type=Path, metavar="BASE", help=tr("the file from which both began"))
    parser.add_argument("ours", type=Path, metavar="OURS", help=tr("what you have made of it"))
    parser.add_argument("theirs", type=Path, metavar="THEIRS", help=tr("what somebody else has made of it"))
    parser.add_argument("-o", "--output", type=Path, metavar=tr("OUT"), required=True, help=tr("the file to write"))
    parser.add_argument(
        "--name", metavar=tr("NAME"), help=tr("what the file is called in messages: git merges files with other names")
    )
    parser.add_argument(
        "--prefer",
        choices=("ours", "theirs"),
        metavar=tr("SIDE"),
        help=tr("who is right in all conflicts: ours or theirs"),
    )
