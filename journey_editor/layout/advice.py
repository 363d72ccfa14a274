"""What helps where type prints too small: larger paper, the map on more pages, or cards without their descriptions.
Each is tried, so that what is promised is what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from journey_editor.model.project import Project
from journey_editor.model.queries import find_map
from journey_editor.model.style import PAPER_MM, PageSetup, PaperName

from .pages import Pages
from .paper import POINTS_PER_MM

_LARGER: tuple[PaperName, ...] = ("A5", "A4", "A3", "A2", "A1", "A0")
#: What a guess may promise too little: below that, no use in composing.
_NEARLY = 0.85
_MOST_WIDE = 4  # pages side by side that are tried

#: Composes the pages of a map of a project with a setup.
Compose = Callable[[Project, PageSetup], Pages]


class Advice(NamedTuple):
    """One way to larger type: the project and setup to print instead, and the smallest type (points) that comes of it.
    "descriptions" changes the theme of the map in the project, the others the setup."""

    kind: Literal["paper", "pages", "phases", "lanes", "descriptions"]
    project: Project
    setup: PageSetup
    size: float


def helps(
    project: Project, map_id: str, setup: PageSetup, made: Pages, compose: Compose, least: float
) -> tuple[Advice, ...]:
    """Ways that bring the type of pages that were `made` to at least `least` points; none if it is as large already.
    Worksheets and lists are set at their own size: for them there are none. Raises KeyError for an unknown map."""
    if made.smallest >= least or setup.worksheet or not setup.map_pages:
        return ()
    found = [larger(project, setup, made, compose, least), _more_pages(project, setup, made, compose, least)]
    journey = find_map(project, map_id)
    if journey.theme.descriptions and made.smallest >= least * 0.5:
        plain = journey.evolve(theme=journey.theme.evolve(descriptions=False))
        maps = tuple(plain if other is journey else other for other in project.maps)
        changed = project.evolve(maps=maps)
        size = compose(changed, setup).smallest
        found.append(Advice("descriptions", changed, setup, size) if size >= least else None)
    return tuple(one for one in found if one is not None)


def larger(project: Project, setup: PageSetup, made: Pages, compose: Compose, least: float) -> Advice | None:
    """The smallest larger paper that is enough."""
    if setup.fit in ("natural", "readable"):
        return None  # the type is that of the screen, or the one that is wanted, on any paper
    page = made.pages[0]
    here = page.width * page.height
    for name in _LARGER:
        short, long = PAPER_MM[name]
        growth = short * long * POINTS_PER_MM**2 / here
        # Type hardly grows more than the paper's sides.
        if growth > 1.05 and made.smallest * growth**0.5 >= least * _NEARLY:
            changed = setup.evolve(paper=name)
            size = compose(project, changed).smallest
            if size >= least:
                return Advice("paper", project, changed, size)
    return None


def _more_pages(project: Project, setup: PageSetup, made: Pages, compose: Compose, least: float) -> Advice | None:
    """The same paper, with less of the map on each page."""
    for growth, kind, changed in _splits(setup):
        if made.smallest * growth >= least * _NEARLY:
            size = compose(project, changed).smallest
            if size >= least:
                return Advice(kind, project, changed, size)
    return None


def _splits(setup: PageSetup) -> Iterator[tuple[float, Literal["pages", "phases", "lanes"], PageSetup]]:
    """Setups with ever less on a page, and how much larger type may get, about."""
    if setup.fit in ("page", "pages"):
        wide = setup.pages_wide if setup.fit == "pages" else 1
        for count in range(wide + 1, max(wide + 1, _MOST_WIDE) + 1):
            yield count / wide, "pages", setup.evolve(fit="pages", pages_wide=count)
    elif setup.fit == "phases":
        for each in sorted({setup.phases_each // 2, 1} - {0, setup.phases_each}, reverse=True):
            yield setup.phases_each / each, "phases", setup.evolve(phases_each=each)
    elif setup.fit == "lanes":
        for each in sorted({setup.lanes_each // 2, 1} - {0, setup.lanes_each}, reverse=True):
            yield setup.lanes_each / each, "lanes", setup.evolve(lanes_each=each)
