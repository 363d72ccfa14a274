"""A long run at random: `python -m tests.soak [STEPS] [SEED]`, 100,000 steps by default. The seed is printed first."""

from __future__ import annotations

import faulthandler
import sys
import tempfile
from pathlib import Path
from random import SystemRandom
from time import monotonic

# Before anything imports Qt, or looks for the settings and templates of the person at the keyboard.
import tests.conftest  # isort: skip

from .run import Run

assert tests.conftest


def main(arguments: list[str]) -> int:
    steps = int(arguments[0]) if arguments else 100_000
    seed = int(arguments[1]) if len(arguments) > 1 else SystemRandom().randrange(10**9)
    print(f"seed {seed}, {steps} steps", flush=True)
    faulthandler.enable()
    start = monotonic()
    with tempfile.TemporaryDirectory(prefix="journey-editor-soak-") as folder:
        run = Run(seed, Path(folder))
        for step in range(steps):
            run.step()
            if step % 5000 == 4999:
                print(f"{step + 1} steps, {monotonic() - start:.0f} s, {run.facts()}", flush=True)
        run.end()
    print(f"{steps} steps without a fault: {run.facts()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
