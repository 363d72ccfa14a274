"""The commands: each takes its options and gives an exit code, or raises FileProblem."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from journey_editor.storage import codec, files
from journey_editor.storage.problem import FileProblem, problem, shown
from journey_editor.wording import LANGUAGES, tr

from .usage import UsageProblem

FINE = 0
_LONGEST = 120  # letters of a title or description in a list


def validate(options: argparse.Namespace) -> int:
    """One line for each fault on stderr, one for each sound file on stdout; the worst exit code of all."""
    worst = FINE
    for file in options.files:
        try:
            loaded = files.load(file)
        except FileProblem as fault:
            print(*fault.lines(), sep="\n", file=sys.stderr)
            worst = max(worst, fault.exit_code)
        else:
            for place, what in loaded.report:
                print(f"{file}: {place}: {what}", file=sys.stderr)
            print(tr("{file}: fine", file=file))
    return worst


def new(options: argparse.Namespace) -> int:
    from journey_editor.storage.templates import from_template

    target: Path = options.output
    _wants_suffix(target, ".journey", ".json")
    if target.exists() and not options.force:
        raise problem(str(target), tr("This file is there already. Choose another name, or add --force to replace it."))
    made = from_template(options.template, _spoken(options.language), own_folder=_own_templates())
    files.write_atomically(target, codec.encode(made.project, made.images))
    return FINE


def list_templates(options: argparse.Namespace) -> int:
    """One line for each template on stdout, the user's own last; one on stderr for each of those that is broken."""
    from journey_editor.storage.templates import all_templates

    found, broken = all_templates(own_folder=_own_templates())
    width = max((len(info.name) for info in found), default=0)
    for info in found:
        title = shown(info.title, _LONGEST)
        words = tr("{title} (own)", title=title) if info.own else title
        print(f"{info.name:{width}}  " + ": ".join(filter(None, (words, shown(info.description, _LONGEST)))))
    for fault in broken:
        print(fault.message, file=sys.stderr)
    return FINE


def schema(options: argparse.Namespace) -> int:
    from journey_editor.storage.envelope import json_schema

    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return FINE


def export(options: argparse.Namespace) -> int:
    from .export import export_file
    from .forms import SUFFIXES

    _wants_suffix(options.output, *SUFFIXES)
    return export_file(options)


def compare(options: argparse.Namespace) -> int:
    from .compare import compare_maps

    if options.output is not None:
        _wants_suffix(options.output, ".pdf")
    return compare_maps(options)


def _wants_suffix(target: Path, *suffixes: str) -> None:
    if target.suffix.lower() not in suffixes:
        raise UsageProblem(
            tr(
                "{file}: the name of this file must end in {suffixes}.",
                file=target,
                suffixes=tr("{one} or {other}", one=", ".join(suffixes[:-1]), other=suffixes[-1])
                if suffixes[1:]
                else suffixes[0],
            )
        )


def _spoken(language: str | None) -> str:
    """The language asked for, if templates speak it."""
    if language is not None and language not in LANGUAGES:
        raise UsageProblem(
            tr(
                "Templates speak {languages}, not “{asked}”.",
                languages=", ".join(LANGUAGES),
                asked=shown(language),
            )
        )
    return language or ""


def _own_templates() -> Path | None:
    """The folder of the user's own templates; None where Qt, which knows it, cannot be loaded."""
    try:
        from journey_editor.session.template_folder import template_folder
    except ImportError:
        return None
    return template_folder()
