"""From a line of arguments to an exit code: 0 fine, 1 the input is at fault, 2 wrong usage, 3 the system is at fault.

Whatever happens, the user reads sentences, never a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from journey_editor import surroundings
from journey_editor.storage.problem import FileProblem
from journey_editor.wording import set_language, system_language, tr

from .usage import EXIT_USAGE, UsageProblem
from .usage_words import speak_our_language
from .window_line import window_line

#: Set to anything, it lets an error of the program itself through, with its traceback, for whoever looks for the cause.
TRACEBACK = "JOURNEY_EDITOR_TRACEBACK"

#: What shells call a program that was ended from the keyboard.
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the arguments say (by default those of the process) and gives the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    set_language(system_language())
    speak_our_language()
    for stream in (sys.stdout, sys.stderr):
        _show_everything(stream)
    try:
        code = _open_window(words) if surroundings.wants_window(words) else _run_command(words)
        if sys.stdout is not None:  # a windowed program on Windows has none
            sys.stdout.flush()
        return code
    except FileProblem as problem:
        _say(*problem.lines())
        return problem.exit_code
    except UsageProblem as problem:
        _say(str(problem))
        return EXIT_USAGE
    except SystemExit as end:  # argparse has said what is wrong, or has shown the help
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Who read our output has had enough of it (`| head`). What is left in the buffer must not fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        _say(
            tr(
                "The program has a fault ({kind}: {reason}). Nothing was written. Please report it.",
                kind=type(error).__name__,
                reason=" ".join(str(error).split())[:200],
            )
        )
        return surroundings.EXIT_SYSTEM


def _run_command(words: Sequence[str]) -> int:
    from .arguments import command_line  # brings the models along, which the window does not wait for
    from .page_arguments import in_full

    options = command_line().parse_args(in_full(words))
    code: int = options.command(options)
    return code


def _open_window(words: Sequence[str]) -> int:
    options = window_line().parse_args(words)
    if problem := surroundings.window_problem(os.environ):
        _say(problem)
        return surroundings.EXIT_SYSTEM
    from journey_editor.app import run

    return run(None if options.file is None else Path(options.file), smoke=options.smoke)


def _say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _show_everything(stream: Any) -> None:
    """A terminal that knows few characters shows the others by their numbers, instead of ending the program."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
