"""How a map is drawn and put on paper, as far as it is the map's own matter."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Length, Node, Text

PaperName = Literal["A0", "A1", "A2", "A3", "A4", "A5", "Letter", "Legal", "Tabloid", "16:9", "custom"]
Orientation = Literal["auto", "portrait", "landscape"]
Fit = Literal["page", "pages", "natural", "phases", "lanes", "readable"]
Worksheet = Literal["", "map", "phases"]
TilePaper = Literal["", "A0", "A1", "A2", "A3", "A4", "A5", "Letter", "Legal", "Tabloid"]

#: Paper sides in millimetres, portrait (ISO 216; ANSI/ASME Y14.1; a slide is 13 1/3 x 7 1/2 inches).
PAPER_MM: dict[str, tuple[float, float]] = {
    "A0": (841, 1189),
    "A1": (594, 841),
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
    "16:9": (190.5, 338.667),
}

Millimetres = Annotated[float, Field(gt=0, le=5080)]  # 5,080 mm are the 14,400 pt that a PDF page may measure


class PageSetup(Node):
    """What is printed of a map, and on which paper. Lengths are millimetres.

    `width` and `height` count for "custom" paper only. `fit` says how the map comes onto its pages: "page" all on one;
    "pages" spread over `pages_wide` side by side; "natural" as large as on screen, on as many as that takes; "phases"
    with `phases_each` phases a page; "lanes" with `lanes_each` lanes a page; "readable" on as few as it takes for type
    of `type_least` points at the smallest. `bleed` is what the paper of a print shop has around the page, to be
    trimmed. With `tile`, each page is put together from sheets of that paper, which overlap by `overlap`. A `worksheet`
    has empty ruled cells in the map's place, of the whole map or a sheet for each phase, with what stands in them
    already where `worksheet_cards` says so.
    """

    paper: PaperName = "A3"
    orientation: Orientation = "landscape"
    width: Millimetres = 420
    height: Millimetres = 297
    margin: Annotated[float, Field(ge=0, le=100)] = 12
    bleed: Annotated[float, Field(ge=0, le=20)] = 0
    columns: Literal["fill", "screen"] = "fill"
    fit: Fit = "page"
    pages_wide: Annotated[int, Field(ge=1, le=100)] = 2
    phases_each: Annotated[int, Field(ge=1, le=100)] = 1
    lanes_each: Annotated[int, Field(ge=1, le=100)] = 4
    type_least: Annotated[float, Field(ge=6, le=72)] = 8
    tile: TilePaper = ""
    overlap: Annotated[float, Field(ge=0, le=50)] = 10
    worksheet: Worksheet = ""
    worksheet_cards: bool = False
    grey: bool = False
    map_pages: bool = True
    title_block: bool = True
    persona_block: bool = True
    legend: bool = True
    page_number: bool = True
    persona_pages: bool = False
    appendix: bool = False
    findings: bool = False
    sources: bool = False


class Preset(Node):
    """A page setup with a name, to be chosen for any map of the project."""

    name: Annotated[Text, Field(min_length=1)]
    page: PageSetup = PageSetup()


class Theme(Node):
    """The map's look. `column` and `head` are widths in points, 0 for automatic."""

    name: Literal["paper"] = "paper"
    band: Literal["chevrons", "funnel"] = "chevrons"
    column: Length = 0
    head: Length = 0
    descriptions: bool = True
    chips: bool = True
    marks: bool = True
