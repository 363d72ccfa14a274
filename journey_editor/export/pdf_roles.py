"""What the groups of a draw list are to who listens, by the kinds of their tags, and in which order they are read."""

from __future__ import annotations

from journey_editor.export.pdf_structure import LAST, Element

#: What groups of a draw list are. Those of other kinds belong to what is around them. How deep a heading is at last
#: depends on those above it.
CONTAINERS = frozenset({"Document", "Sect", "L"})
LISTS = frozenset({"appendix", "findings", "sources"})
ELEMENTS = {
    **dict.fromkeys(("map", *LISTS), "Sect"),
    **dict.fromkeys(("band", "lane", "legend", "persona", "persona-page", "worksheet", "plan"), "Sect"),
    **dict.fromkeys(("phase", "step", "card", "channel"), "LI"),
    **dict.fromkeys(("path", "trace", "connector", "part", "filter", "difference"), "P"),
    **dict.fromkeys(("curve", "marks", "figure"), "Figure"),
    **dict.fromkeys(("footer", "running"), "Artifact"),
    "title": "H1",
    "name": "H2",
    "chapter": "H3",
    "band-name": "H2",
    "section": "H3",
    "subsection": "H4",
    "detail": "H4",
}
#: What is not told again where a map goes on, and what is told again as a plain paragraph.
ONCE, AGAIN = frozenset({"phase", "step", "band-name"}), frozenset({"name"})
#: Where all is told anew.
WHOLES = frozenset({"map", "worksheet", "persona-page"})
#: On a map, all is read in this order; what is not listed comes last.
RANKS = {"title": -1.0, "band": 0.0, "lane": 1.0}


def in_reading_order(journey: Element) -> None:
    """Phases before lanes, then the rest; the cards of a lane by columns. What is alike keeps its order."""
    journey.kids.sort(key=_rank)
    for lane in journey.kids:
        for listed in lane.kids if type(lane) is Element else ():
            if type(listed) is Element and listed.kind == "L":
                listed.kids.sort(key=_rank)


def as_one_page(root: Element) -> None:
    """What the sheets of a poster have, in the order of the poster: its head, the map, and what stands below."""
    journeys = [kid for kid in root.kids if type(kid) is Element and kid.kind == "Sect" and _has_lists(kid)]
    for journey in journeys:
        in_reading_order(journey)
    if journeys:
        top = min(journey.rank for journey in journeys)
        root.kids.sort(key=lambda kid: 1 if kid in journeys else 0 if _rank(kid) < top else 2)


def _has_lists(section: Element) -> bool:
    return any(type(kid) is Element and kid.kind == "Sect" for kid in section.kids)


def _rank(kid: object) -> float:
    return kid.rank if type(kid) is Element else LAST
