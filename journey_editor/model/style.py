"""How a map is drawn and put on paper, as far as it is the map's own matter."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Length, Node

PaperName = Literal["A0", "A1", "A2", "A3", "A4", "A5", "Letter", "Legal", "Tabloid", "custom"]
Orientation = Literal["auto", "portrait", "landscape"]

#: Paper sides in millimetres, portrait (ISO 216; ANSI/ASME Y14.1 for the American sizes).
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
}

Millimetres = Annotated[float, Field(gt=0, le=5080)]  # 5,080 mm are the 14,400 pt that a PDF page may measure


class PageSetup(Node):
    """The paper of a map. Width and height count for "custom" only; lengths are millimetres."""

    paper: PaperName = "A3"
    orientation: Orientation = "landscape"
    width: Millimetres = 420
    height: Millimetres = 297
    margin: Annotated[float, Field(ge=0, le=100)] = 12
    columns: Literal["fill", "screen"] = "fill"
    title_block: bool = True
    persona_block: bool = True
    legend: bool = True
    page_number: bool = True
    persona_pages: bool = False
    appendix: bool = False


class Theme(Node):
    """The map's look. `column` and `head` are widths in points, 0 for automatic."""

    name: Literal["paper"] = "paper"
    band: Literal["chevrons", "funnel"] = "chevrons"
    column: Length = 0
    head: Length = 0
    descriptions: bool = True
    chips: bool = True
    marks: bool = True
