"""Measures the program: `python3 run.py bench [--json] [--only PREFIX] [--list]`.

Every figure is printed with its goal and whether it is met. The exit code is 0 even where one is missed: figures are
read, they are no tests.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import sys
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

from .figure import Figure, Reading
from .registry import FIGURES


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py bench", description="Measures the program, as ratios where it can.")
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end, and nothing else")
    parser.add_argument("--only", metavar="PREFIX", action="append", help='run figures of this name, such as "frame."')
    parser.add_argument("--list", action="store_true", help="name all figures and measure nothing")
    options = parser.parse_args(arguments)
    chosen = [f for f in FIGURES if not options.only or any(f.name.startswith(prefix) for prefix in options.only)]
    if not chosen:
        parser.error("no figure has such a name; --list names them")
    if options.list:
        for figure in chosen:
            print(f"{figure.name:24}{figure.says}")
        return 0
    found: list[dict[str, object]] = []
    start = perf_counter()
    for figure in chosen:
        reading = figure.measure()
        gc.collect()
        found.append(_plain(figure, reading))
        if not options.json:
            print(_line(figure, reading), flush=True)
    if options.json:
        machine = {"python": platform.python_version(), "system": platform.platform(), "processors": os.cpu_count()}
        seconds = round(perf_counter() - start, 1)
        print(json.dumps({"machine": machine, "seconds": seconds, "figures": found}, indent=2))
    else:
        missed = [figure["name"] for figure in found if figure["met"] is False]
        print(
            f"\n{perf_counter() - start:.0f} s. " + (f"Missed: {', '.join(map(str, missed))}" if missed else "All met.")
        )
    return 0


def _plain(figure: Figure, reading: Reading) -> dict[str, object]:
    return {
        "name": figure.name,
        "value": round(reading.value, 3),
        "unit": figure.unit,
        "goal": figure.goal,
        "met": figure.meets(reading.value),
        "says": figure.says,
        "parts": {name: round(value, 3) for name, value in reading.parts.items()},
    }


def _line(figure: Figure, reading: Reading) -> str:
    goal = "" if figure.goal is None else f"<= {figure.goal:g}"
    met = {True: "met", False: "MISSED", None: ""}[figure.meets(reading.value)]
    parts = ", ".join(f"{name} {value:.3g}" for name, value in reading.parts.items())
    return f"{figure.name:23}{reading.value:9.2f} {figure.unit:3}{goal:>8} {met:7} {figure.says}  [{parts}]"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
