"""What the files of an export are called."""

from __future__ import annotations

from pathlib import Path


def file_names(path: Path, count: int) -> tuple[Path, ...]:
    """Where `count` files go that were asked for under one name: "map.svg" for one, else "map-1.svg", "map-2.svg" ...

    From ten on, all have as many digits as the last ("map-01.svg"), so that they stay in order.
    """
    if count == 1:
        return (path,)
    digits = len(str(count))
    return tuple(path.with_name(f"{path.stem}-{n:0{digits}}{path.suffix}") for n in range(1, count + 1))
