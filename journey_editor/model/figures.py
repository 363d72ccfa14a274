"""What a figure says beside its value: whether it reaches its target, and whether anybody can look it up."""

from __future__ import annotations

from typing import Literal

from .cards import Metric

#: "" where there is nothing to compare.
Verdict = Literal["", "met", "missed"]


def verdict(metric: Metric) -> Verdict:
    """Whether the value reaches the target, on the side that is better; a value on the target has met it."""
    if metric.value is None or metric.target is None:
        return ""
    reached = metric.value >= metric.target if metric.better == "higher" else metric.value <= metric.target
    return "met" if reached else "missed"


def unsourced(metric: Metric) -> bool:
    """A figure that somebody claims and nobody can look up."""
    return metric.value is not None and not metric.source
