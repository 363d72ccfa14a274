"""The words that argparse says by itself, in the program's language."""

from __future__ import annotations

import argparse

from journey_editor.wording import tr

#: All that a user of our commands can get to read; they reach tr() by way of argparse.
ARGPARSE_WORDS = (
    "usage: ",
    "options",
    "positional arguments",
    "show this help message and exit",
    "%(prog)s: error: %(message)s\n",
    "argument %(argument_name)s: %(message)s",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "expected one argument",
    "expected at least one argument",
    "ignored explicit argument %r",
    "ambiguous option: %(option)s could match %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)",
)


def speak_our_language() -> None:
    """Makes argparse ask our catalogue. It asks gettext, whose catalogues are binary files that we do not have."""
    argparse._ = tr  # type: ignore[attr-defined]  # the name under which it has imported gettext
