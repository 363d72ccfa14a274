"""Directed connections between cards, and the traces of what was carried over."""

from __future__ import annotations

from typing import Literal

from .base import Id, Identified, OptionalId, Text

#: sequence: what usually comes next; choice: one of several ways, with a condition; loop: back to an earlier phase;
#: handover: passed on to somebody else.
PathKind = Literal["sequence", "choice", "loop", "handover"]


class Path(Identified):
    """A way from one touchpoint to another; `condition` says when it is taken, `persona` who goes it ("": all)."""

    source: Id
    target: Id
    kind: PathKind = "sequence"
    condition: Text = ""
    persona: OptionalId = ""


class Counterpart(Identified):
    """The trace of a touchpoint that was carried over ("umgelegt"): from `source` to its counterpart `target`."""

    source: Id
    target: Id
