"""What a benchmark measures: a figure has a name, a unit and a goal; a reading is what one run found.

Ratios compare with the plainest program that does the same job, measured in the same run: candidate and reference
alternate, so that both see the same machine. Times are CPU time of the process, not the clock on the wall.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import process_time
from typing import Literal, NamedTuple

Unit = Literal["x", "ms", "MB"]


class Reading(NamedTuple):
    """A figure's value, and what it was made of, by name."""

    value: float
    parts: dict[str, float]


@dataclass(frozen=True)
class Figure:
    """One line of the report. `says` tells what is measured; no `goal` means: reported only."""

    name: str
    unit: Unit
    says: str
    measure: Callable[[], Reading] = field(repr=False)
    goal: float | None = None

    def meets(self, value: float) -> bool | None:
        return None if self.goal is None else value <= self.goal


class Taken(NamedTuple):
    """CPU seconds of candidate and reference, round by round."""

    candidate: tuple[float, ...]
    reference: tuple[float, ...]

    @property
    def ratio(self) -> float:
        return median(self.candidate) / median(self.reference)

    def reading(self) -> Reading:
        return Reading(self.ratio, {"ms": median(self.candidate) * 1e3, "reference_ms": median(self.reference) * 1e3})


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds that the work takes in this process, begun with nothing for the garbage collector to do."""
    gc.collect()
    start = process_time()
    kept = work()
    took = process_time() - start
    del kept  # only now: taking the result apart is none of the work
    return took


def alternating(candidate: Callable[[], float], reference: Callable[[], float], rounds: int, *, warm: int = 1) -> Taken:
    """Both by turns. What they give are CPU seconds; the first `warm` rounds are not counted."""
    taken = [(candidate(), reference()) for _ in range(warm + rounds)][warm:]
    return Taken(tuple(c for c, _ in taken), tuple(r for _, r in taken))


def p95(values: Iterable[float]) -> float:
    """The value that 95 % of the others do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def resident_mb() -> float:
    """The memory that this process has now (resident, MiB); its peak where the system does not tell more."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak_mb()
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 2**10


def peak_mb() -> float:
    """The most memory that this process ever had (resident, MiB); 0 where the system does not tell."""
    status = Path("/proc/self/status")  # Linux: getrusage would also count what the process was forked from
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 2**10
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)
