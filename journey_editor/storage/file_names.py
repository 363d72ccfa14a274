"""What files are called, for those who look for files without reading any: imports nothing heavy."""

from __future__ import annotations

from typing import Final

#: How the name of a project's file ends.
SUFFIX: Final = ".journey"
_LONGEST = 80

#: What Windows takes for a device, whatever ending is behind it.
_DEVICES: Final = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"))
)


def file_name(title: str, otherwise: str) -> str:
    """A title as a file name, without an ending, that every system takes; `otherwise` if nothing of it is left."""
    kept = "".join(" " if letter in '<>:"/\\|?*' or not letter.isprintable() else letter for letter in title)
    name = " ".join(kept.split()).strip(". ")[:_LONGEST].rstrip(". ")
    stem, dot, rest = name.partition(".")
    if stem.rstrip().upper() in _DEVICES:
        name = f"{stem.rstrip()}_{dot}{rest}"
    return name or otherwise
