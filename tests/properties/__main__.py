"""Random sessions as long as one likes: `python -m tests.properties [EXAMPLES] [SEED]`, 500 examples of 50 steps by
default. The seed is printed first; then what changed a project, and how often. A fault is shown as it is found."""

from __future__ import annotations

import os
import sys
from collections import Counter
from random import SystemRandom
from time import monotonic

# Before anything imports Qt, Hypothesis or the settings of the person at the keyboard.
os.environ["HYPOTHESIS_PROFILE"] = "deep"
import tests.conftest  # isort: skip

from hypothesis import Phase, seed, settings
from hypothesis.internal.conjecture.engine import ConjectureRunner
from hypothesis.stateful import run_state_machine_as_test
from PySide6.QtWidgets import QApplication

from .test_any_session import Working

assert tests.conftest


def main(arguments: list[str]) -> int:
    examples = int(arguments[0]) if arguments else 500
    number = int(arguments[1]) if len(arguments) > 1 else SystemRandom().randrange(10**9)
    print(f"seed {number}, {examples} examples", flush=True)
    application = QApplication([])
    done: Counter[str] = Counter()

    class Counted(Working):
        def check_invariants(self, settings: settings, output: object, runtimes: object) -> None:
            super().check_invariants(settings, output, runtimes)
            done["steps"] += 1

        def teardown(self) -> None:
            done["examples"] += 1
            super().teardown()

    # Most of what follows an example of chance would be the same with a detail changed: each is to be a fresh one.
    ConjectureRunner.generate_mutations_from = lambda *_: None  # type: ignore[method-assign]
    start = monotonic()
    looked = settings(
        stateful_step_count=50,
        max_examples=examples,
        phases=[Phase.generate],
        database=None,
        report_multiple_bugs=False,
    )
    try:
        run_state_machine_as_test(seed(number)(Counted), settings=looked)
    finally:
        for name, times in sorted(Counted.changed.items(), key=lambda pair: pair[1]):
            print(f"{times:6} {name}")
        print(f"{done['examples']} examples, {done['steps']} steps, {monotonic() - start:.0f} s")
    application.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
