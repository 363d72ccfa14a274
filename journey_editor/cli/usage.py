"""A command line that cannot be meant so."""

from __future__ import annotations


class UsageProblem(Exception):
    """Its text is a sentence for the user; the exit code is 2."""


#: The exit code of wrong usage; argparse uses the same.
EXIT_USAGE = 2
