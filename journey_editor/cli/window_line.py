"""The command line that opens the window. It imports next to nothing, because somebody waits for that window."""

from __future__ import annotations

import argparse

from journey_editor.wording import tr

PROGRAM = "journey-editor"


def window_line() -> argparse.ArgumentParser:
    """For a line that opens the window: a file, or nothing."""
    parser = argparse.ArgumentParser(prog=PROGRAM, usage=usage(), allow_abbrev=False)
    parser.add_argument("file", metavar=tr("FILE"), nargs="?")
    # opens the window, draws it once and ends: what is made into an installer is tried with it
    parser.add_argument("--smoke", action="store_true", help=argparse.SUPPRESS)
    return parser


def usage() -> str:
    return "\n       ".join(f"{PROGRAM} {rest}" for rest in (tr("[FILE]"), tr("COMMAND ..."), "--help", "--version"))
