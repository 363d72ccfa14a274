"""What may stand on the command line behind a command."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from journey_editor import __version__
from journey_editor.model.filtering import ATTRIBUTES
from journey_editor.model.style import Orientation, PageSetup, PaperName
from journey_editor.wording import tr

from . import commands
from .diff import diff_line
from .merge import merge_line
from .window_line import PROGRAM, usage


def command_line() -> argparse.ArgumentParser:
    """For a line with a command. The result's `command` takes the options and gives the exit code."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        usage=usage(),
        description=tr("Edits and prints customer journey maps. With a file, or with nothing, it opens its window."),
        epilog=tr(
            "Exit codes: 0 fine, 1 the input is at fault, 2 wrong usage, 3 the system is at fault. Nothing is "
            "written when it fails."
        ),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Journey Editor {__version__}",
        help=tr("show the version and exit"),
    )
    known = parser.add_subparsers(prog=PROGRAM, title=tr("commands"), metavar=tr("COMMAND"), required=True)
    _export(known.add_parser("export", help=tr("print a map into a PDF file"), allow_abbrev=False))
    _compare(known.add_parser("compare", help=tr("list how two maps differ, or print that"), allow_abbrev=False))
    diff_line(known.add_parser("diff", help=tr("list how two states of a file differ"), allow_abbrev=False))
    merge_line(known.add_parser("merge", help=tr("join what two people made of one file"), allow_abbrev=False))
    _validate(known.add_parser("validate", help=tr("check files and list their faults"), allow_abbrev=False))
    _new(known.add_parser("new", help=tr("make a project out of a template"), allow_abbrev=False))
    _templates(known.add_parser("templates", help=tr("list the templates"), allow_abbrev=False))
    schema = known.add_parser("schema", help=tr("print the JSON Schema of the file format"), allow_abbrev=False)
    schema.set_defaults(command=commands.schema)
    return parser


def _export(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=commands.export)
    parser.add_argument("file", type=Path, metavar=tr("FILE"))
    parser.add_argument("-o", "--output", type=Path, metavar=tr("OUT"), required=True, help=tr("the PDF file to write"))
    parser.add_argument("--map", metavar=tr("MAP"), help=tr("its title, its id, or its number; by default the first"))
    parser.add_argument("--language", metavar=tr("LANGUAGE"), help=tr("print its words in this language, e.g. en"))
    parser.add_argument("--allow-small", action="store_true", help=tr("print even if the smallest type is under 6 pt"))
    parser.add_argument(
        "--filter",
        action="append",
        metavar=tr("ATTRIBUTE=VALUE"),
        help=tr("let only matching cards stand out, e.g. channel=Website; may be given several times: ")
        + ", ".join(ATTRIBUTES),
    )
    parser.add_argument(
        "--rest",
        choices=("pale", "leave-out"),
        default="pale",
        metavar=tr("HOW"),
        help=tr("what becomes of the cards that do not match: ") + "pale, leave-out",
    )
    _page_setup(parser)


def _page_setup(parser: argparse.ArgumentParser) -> None:
    page = parser.add_argument_group(tr("page setup; by default the map's own"))
    page.add_argument(
        "--paper", type=_paper, choices=get_args(PaperName), metavar=tr("PAPER"), help=_choices(PaperName)
    )
    page.add_argument(
        "--orientation", choices=get_args(Orientation), metavar=tr("DIRECTION"), help=_choices(Orientation)
    )
    page.add_argument("--width", type=_number, metavar="MM", help=tr("width of custom paper"))
    page.add_argument("--height", type=_number, metavar="MM", help=tr("height of custom paper"))
    page.add_argument("--margin", type=_number, metavar="MM", help=tr("the same at all sides"))
    columns = get_args(PageSetup.model_fields["columns"].annotation)
    page.add_argument(
        "--columns",
        choices=columns,
        metavar=tr("WIDTH"),
        help=tr("fill the paper, or as on screen: ") + ", ".join(columns),
    )
    for name, what in (
        ("title-block", tr("title and goal above the map")),
        ("persona-block", tr("the personas above the map")),
        ("legend", tr("the legend")),
        ("page-number", tr("page numbers")),
        ("appendix", tr("all texts in full on pages behind the map")),
    ):
        page.add_argument(f"--{name}", action=_Switch, help=what)
    page.add_argument("--personas", dest="persona_pages", action=_Switch, help=tr("a page about each persona"))


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=commands.compare)
    parser.add_argument("file", type=Path, metavar=tr("FILE"))
    parser.add_argument(
        "--map", metavar=tr("MAP"), help=tr("the map as it was: its title, its id, or its number; by default the first")
    )
    parser.add_argument(
        "--with",
        dest="with_map",
        metavar=tr("MAP"),
        help=tr("the map as it is now; by default what was made of the first"),
    )
    parser.add_argument("--with-file", type=Path, metavar=tr("FILE"), help=tr("the file that has this other map"))
    parser.add_argument("--language", metavar=tr("LANGUAGE"), help=tr("print its words in this language, e.g. en"))
    parser.add_argument(
        "-o", "--output", type=Path, metavar=tr("OUT"), help=tr("the PDF file to write; without it, a list is printed")
    )
    parser.add_argument("--allow-small", action="store_true", help=tr("print even if the smallest type is under 6 pt"))
    _page_setup(parser)


def _validate(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=commands.validate)
    parser.add_argument("files", type=Path, metavar=tr("FILE"), nargs="+")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=commands.new)
    parser.add_argument(
        "--template", metavar=tr("NAME"), default="blank", help=tr("one of those that `templates` lists")
    )
    parser.add_argument("--language", metavar=tr("LANGUAGE"), help=tr("the language of its words: de or en"))
    parser.add_argument("-o", "--output", type=Path, metavar=tr("FILE"), required=True, help=tr("the file to make"))
    parser.add_argument("--force", action="store_true", help=tr("replace a file of that name"))


def _templates(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=commands.list_templates)


class _Switch(argparse.BooleanOptionalAction):
    """--legend and --no-legend; None where neither is given."""

    def __init__(self, option_strings: list[str], dest: str, help: str) -> None:  # argparse calls it by these names
        super().__init__(option_strings, dest, default=None, help=help)


def _paper(text: str) -> str:
    """The name of a paper, in whatever case it was typed."""
    return next((name for name in get_args(PaperName) if name.lower() == text.lower()), text)


def _number(text: str) -> float:
    try:
        return float(text.removesuffix("mm").replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(tr("a number of millimetres is wanted, such as 12")) from None


def _choices(kind: object) -> str:
    return ", ".join(get_args(kind))
