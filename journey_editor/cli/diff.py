"""The command `diff`: how two states of a project differ, as text that people read."""

from __future__ import annotations

import argparse
from pathlib import Path

from journey_editor.storage import files
from journey_editor.wording import tr


def diff_files(options: argparse.Namespace) -> int:
    """Raises FileProblem."""
    from journey_editor.layout.project_difference_words import difference_lines
    from journey_editor.model.project_comparing import compare_projects

    before, after = files.load(options.before), files.load(options.after)
    print(*difference_lines(compare_projects(before.project, after.project)), sep="\n")
    return 0


def diff_line(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.set_defaults(command=diff_files)
    parser.add_argument("before", type=Path, metavar="A", help=tr("the file as it was"))
    parser.add_argument("after", type=Path, metavar="B", help=tr("the file as it is now"))
