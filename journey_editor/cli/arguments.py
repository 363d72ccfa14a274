"""What may stand on the command line behind a command."""

from __future__ import annotations

import argparse
from pathlib import Path

from journey_editor import __version__
from journey_editor.model.filtering import ATTRIBUTES
from journey_editor.wording import tr

from . import commands
from .diff import diff_line
from .merge import merge_line
from .page_arguments import map_options, page_options
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
    _export(known.add_parser("export", help=tr("print a map into a PDF, SVG or PNG file"), allow_abbrev=False))
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
    what = tr("the PDF, SVG or PNG file to write; several pages of the last two get files with numbers")
    parser.add_argument("-o", "--output", type=Path, metavar=tr("OUT"), required=True, help=what)
    parser.add_argument(
        "--resolution", type=_pixels, metavar="DPI", help=tr("pixels per inch of a PNG, by default 200")
    )
    parser.add_argument("--map", metavar=tr("MAP"), help=tr("its title, its id, or its number; by default the first"))
    for name, what in (
        ("phase", tr("print only this phase; its title, its id, or its number; may be given several times")),
        ("lane", tr("print only this lane; named like a phase; may be given several times")),
    ):
        parser.add_argument(f"--{name}", action="append", metavar=tr("NAME"), help=what)
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
        "--persona",
        action="append",
        metavar=tr("NAME"),
        help=tr("let only what this persona does and feels stand out; may be given several times"),
    )
    parser.add_argument(
        "--rest",
        choices=("pale", "leave-out"),
        default="pale",
        metavar=tr("HOW"),
        help=tr("what becomes of the cards that do not match: ") + "pale, leave-out",
    )
    map_options(parser)


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
    page_options(parser)


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


def _pixels(text: str) -> float:
    try:
        return float(text.removesuffix("dpi").strip())
    except ValueError:
        raise argparse.ArgumentTypeError(tr("a number of pixels per inch is wanted, such as 200")) from None
