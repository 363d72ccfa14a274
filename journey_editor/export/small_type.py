"""What is said of type that prints too small: how small it is, and each way out with the size that comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.layout.advice import Advice
from journey_editor.wording import language as spoken_language
from journey_editor.wording import tr, trn

#: Below this (points) type is hard to read on paper: the export says so.
SMALL = 8.0
#: Below this nobody reads it: the export refuses unless it is told to go on.
TOO_SMALL = 6.0


def type_size(size: float) -> str:
    """A size of type as the program says it: one decimal, cut and not rounded, so that 7.99 is not called 8."""
    rounded = f"{int(size * 10) / 10:.1f}"
    return rounded.replace(".", ",") if spoken_language() == "de" else rounded


def small(size: float, advice: Sequence[Advice]) -> str:
    """That type is hard to read."""
    paper = next((one for one in advice if one.kind == "paper"), None)
    said = tr("The smallest type prints at {size} pt, which is hard to read.", size=type_size(size))
    if paper is not None:
        said = tr(
            "The smallest type prints at {size} pt, which is hard to read; on {paper} it would be {larger} pt.",
            size=type_size(size),
            paper=paper.setup.paper,
            larger=type_size(paper.size),
        )
    return " ".join((said, *_others(advice)))


def too_small(size: float, advice: Sequence[Advice]) -> str:
    """That type cannot be read."""
    paper = next((one for one in advice if one.kind == "paper"), None)
    others = _others(advice)
    if paper is not None:
        said = tr(
            "The smallest type would print at {size} pt, which nobody can read; on {paper} it would be {larger} pt.",
            size=type_size(size),
            paper=paper.setup.paper,
            larger=type_size(paper.size),
        )
    elif others:
        said = tr("The smallest type would print at {size} pt, which nobody can read.", size=type_size(size))
    else:
        said = tr(
            "The smallest type would print at {size} pt, which nobody can read; split the map.", size=type_size(size)
        )
    return " ".join((said, *others))


def _others(advice: Sequence[Advice]) -> list[str]:
    return [_said(one) for one in advice if one.kind != "paper"]


def _said(one: Advice) -> str:
    size, setup = type_size(one.size), one.setup
    if one.kind == "pages":
        return tr("On {n} pages side by side it would be {larger} pt.", n=setup.pages_wide, larger=size)
    if one.kind == "phases":
        return trn(
            "With {n} phase a page it would be {larger} pt.",
            "With {n} phases a page it would be {larger} pt.",
            setup.phases_each,
            larger=size,
        )
    if one.kind == "lanes":
        return trn(
            "With {n} lane a page it would be {larger} pt.",
            "With {n} lanes a page it would be {larger} pt.",
            setup.lanes_each,
            larger=size,
        )
    return tr("Without descriptions on the cards it would be {larger} pt.", larger=size)
