"""Where the files lie that come with the program: fonts, icons, templates, translations.

An installed or frozen program has them inside the package; in a checkout, which an editable install points at, they
lie beside it. Where the user's own files go is not decided here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _resources() -> Path:
    # The package's own __file__ is what importlib.resources would answer too, also in a PyInstaller folder, but
    # asking it costs several milliseconds of every start.
    package = Path(__file__).resolve().parent
    inside, beside = package / "resources", package.parent / "resources"
    return inside if inside.is_dir() else beside


def resource(*parts: str) -> Path:
    """The path of a file or folder that comes with the program, e.g. `resource("icons", "mail.svg")`.

    It is not checked that it exists: who opens it can say better what is missing for what.
    """
    return _resources().joinpath(*parts)
