"""Page setups that every project has: what people print again and again."""

from __future__ import annotations

from typing import Literal

from .style import PageSetup

PresetName = Literal["handout", "wall", "poster", "worksheet", "details", "slides"]

#: By the name on the command line; what a user reads is said where it is shown.
PRESETS: dict[PresetName, PageSetup] = {
    "handout": PageSetup(paper="A4", orientation="auto", margin=10, appendix=True),
    "wall": PageSetup(),  # a new map has it
    "poster": PageSetup(paper="A0", orientation="auto", margin=20),
    "worksheet": PageSetup(paper="A4", margin=10, worksheet="map"),
    "details": PageSetup(paper="A4", orientation="portrait", margin=15, map_pages=False, appendix=True, findings=True),
    "slides": PageSetup(paper="16:9", margin=10, fit="readable", type_least=12, legend=False),
}
