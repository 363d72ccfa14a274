"""The pages behind a map: its personas, what the map had to shorten or all that it holds, and the lists of it."""

from __future__ import annotations

from collections.abc import Collection

from journey_editor.model.project import JourneyMap
from journey_editor.model.style import PageSetup

from .appendix import Told, appendix
from .details import detail_key
from .drawlist import Group
from .findings import findings
from .list_pages import Paper
from .persona_page import persona_pages
from .print_words import Setting
from .sources import sources
from .title_block import title_block


def behind(
    setting: Setting,
    journey: JourneyMap,
    setup: PageSetup,
    shortened: frozenset[str],
    width: float,
    height: float,
    drawn: Collection[str],
) -> list[Group]:
    """The pages at their own origin, each within width x height (points of an A3 page). `shortened` are the ids of what
    the pages before show in part, `drawn` the cards that stand on a page of the map.

    Without the map, one list at least is printed: all texts, if no other was chosen.
    """
    maps = setup.map_pages or bool(setup.worksheet)
    above = None
    if not maps and setup.title_block:
        above = _title(setting, journey, setup, width, height)
    made: list[Group] = []
    if setup.persona_pages:
        made += persona_pages(setting, journey, width, height)
    paper = Paper(setting, width, height, above)
    whole = setup.appendix or not (maps or setup.findings or setup.sources or made)

    def leads(card: str) -> str:
        return f"#{card}" if card in drawn else f"#{detail_key(card)}"

    if whole or shortened:
        appendix(setting, journey, Told(shortened, whole, drawn, setup.persona_pages), paper)
    if setup.findings:
        findings(setting, journey, leads, paper)
    if setup.sources:
        sources(setting, journey, leads, paper)
    made += paper.pages()
    if made or maps:
        return made
    if not setup.appendix:
        return behind(setting, journey, setup.evolve(appendix=True), shortened, width, height, drawn)
    return [_title(setting, journey, setup, width, height)]  # there is nothing else to say


def _title(setting: Setting, journey: JourneyMap, setup: PageSetup, width: float, height: float) -> Group:
    """The title block, as brief as it must be to leave half of the page to the lists."""
    tried = (title_block(setting, journey, width, personas=setup.persona_block, brief=brief)[0] for brief in (0, 1, 2))
    return next((block for block in tried if block.h <= height / 2), Group(0.0, 0.0, width, 0.0, ()))
