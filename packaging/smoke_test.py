"""Does the frozen program live? Run against the folder that PyInstaller made, on the system it is meant for.

    python packaging/smoke_test.py dist/journey-editor/journey-editor

Every call has a time limit, because a frozen program that lacks something often waits for ever instead of ending.
Standard library only, so that it runs on a bare system too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

#: Seconds for one call. The slowest takes about two on an old laptop.
LIMIT = 60

TEMPLATES = Path(__file__).resolve().parents[1] / "resources" / "templates"


class Dead(Exception):
    """The frozen program does not do what it should; the text says what was tried and what came of it."""


def call(program: Path, arguments: Sequence[str]) -> str:
    """What the program writes to stdout. Raises Dead if it fails or takes too long."""
    shown = " ".join([program.name, *arguments])
    try:
        done = subprocess.run(
            [str(program), *arguments],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "", "JOURNEY_EDITOR_LANGUAGE": "en"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Dead(f"{shown}: no end within {LIMIT} s") from None
    except OSError as error:
        raise Dead(f"{shown}: {error}") from None
    if done.returncode != 0:
        raise Dead(f"{shown}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    if "Traceback" in done.stderr:
        raise Dead(f"{shown}: {done.stderr}")
    print(f"lives: {shown}")
    return done.stdout


def is_whole_pdf(content: bytes) -> bool:
    """A file that begins and ends like a PDF and holds a font of its own."""
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF") and b"FontFile2" in content


def smoke(program: Path, folder: Path) -> None:
    """Try what a user does first. Raises Dead."""
    if "0." not in call(program, ["--version"]):
        raise Dead("--version names no version")
    maps = sorted(TEMPLATES.glob("*.journey"))
    if not maps:
        raise Dead(f"there is no template in {TEMPLATES}")
    if len(call(program, ["templates"]).splitlines()) < len(maps):
        raise Dead("templates does not list every template: the resources are not in the folder")
    for map_file in maps:
        pdf = folder / f"{map_file.stem}.pdf"
        call(program, ["export", str(map_file), "-o", str(pdf)])
        if not is_whole_pdf(pdf.read_bytes()):
            raise Dead(f"{pdf.name} is no whole PDF")
        call(program, ["--smoke", str(map_file)])


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        try:
            smoke(Path(arguments[0]).resolve(), Path(folder))
        except Dead as death:
            print(f"smoke test failed: {death}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
