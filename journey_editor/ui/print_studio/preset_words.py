"""What the presets are called, and what each is for, in a line."""

from __future__ import annotations

from typing import NamedTuple

from journey_editor.layout.numbers import number
from journey_editor.model.presets import PRESETS
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup
from journey_editor.wording import language, tr


class Face(NamedTuple):
    """A preset as the list shows it. `own` ones have their name as key."""

    key: str
    name: str
    about: str
    icon: str
    page: PageSetup
    own: bool = False


def faces(project: Project, begun: PageSetup | None = None) -> tuple[Face, ...]:
    """The built-in presets, then those of the project; first of all what was `begun` with, if it is none of them."""
    said = {
        "handout": (tr("Handout A4"), tr("On one page, with all texts"), "file-text"),
        "wall": (tr("Wall map A3"), tr("One large page to talk about"), "map"),
        "poster": (tr("Poster A0"), tr("One page, for the wall"), "hash"),
        "worksheet": (tr("Worksheet A4"), tr("Empty ruled cells, three questions"), "pencil-line"),
        "details": (tr("Details only"), tr("All texts and findings, no map"), "list"),
        "slides": (tr("Slides 16:9"), tr("In type that can be read on a wall"), "presentation"),
    }
    built_in = [Face(key, *said[key], page) for key, page in PRESETS.items()]
    own = [Face(kept.name, kept.name, about(kept.page), "bookmark", kept.page, True) for kept in project.presets]
    known = [*built_in, *own]
    if begun is not None and begun not in [face.page for face in known]:
        known.insert(0, Face("", tr("As it was"), about(begun), "history", begun))
    return tuple(known)


def about(page: PageSetup) -> str:
    """A setup in a line: its paper, its direction, and how the map comes onto it."""
    ways = {
        "page": tr("on one page"),
        "pages": tr("on several pages"),
        "natural": tr("in natural size"),
        "phases": tr("by phases"),
        "lanes": tr("by lanes"),
        "readable": tr("in readable type"),
    }
    lies = {"portrait": tr("portrait"), "landscape": tr("landscape")}
    parts = [
        paper_word(page),
        "" if page.paper == "custom" else lies.get(page.orientation, ""),
        tr("worksheet") if page.worksheet else ways[page.fit] if page.map_pages else tr("no map"),
        tr("on sheets of {paper}", paper=page.tile) if page.tile else "",
        tr("grey") if page.grey else "",
    ]
    return ", ".join(filter(None, parts))


def paper_word(page: PageSetup) -> str:
    """The paper by its name; one's own by its size."""
    if page.paper == "custom":
        return size_word(page.width, page.height)
    return page.paper


def size_word(width: float, height: float) -> str:
    """Two sides in millimetres, as exactly as paper is cut."""
    w, h = (number(round(side, 1), language()) for side in (width, height))
    return tr("{w} × {h} mm", w=w, h=h)


def fresh_name(project: Project, page: PageSetup) -> str:
    """A name for a new preset that none has yet: what it is, with a number if that is taken."""
    name = plain = about(page)
    taken, n = {kept.name for kept in project.presets}, 2
    while name in taken:
        name, n = f"{plain} ({n})", n + 1
    return name
