"""Page setups of any kind: papers, directions, margins, fits, what stands beside the map, and how it is finished."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from journey_editor.model.style import PAPER_MM, Orientation, PageSetup, PaperName, TilePaper

_PAPERS = tuple(get_args(PaperName))
_TILES = tuple(name for name in get_args(TilePaper) if name)
_FITS = st.one_of(
    st.just({"fit": "page"}),
    st.just({"fit": "natural"}),
    st.sampled_from([6, 8, 11, 20]).map(lambda n: {"fit": "readable", "type_least": n}),
    st.integers(1, 4).map(lambda n: {"fit": "pages", "pages_wide": n}),
    st.integers(1, 3).map(lambda n: {"fit": "phases", "phases_each": n}),
    st.integers(1, 4).map(lambda n: {"fit": "lanes", "lanes_each": n}),
)
_CUSTOM = st.sampled_from([(90, 90), (150, 100), (60, 400), (3000, 250), (250, 3000), (5080, 5080), (400, 300)])
_SWITCHES = ("title_block", "persona_block", "legend", "page_number")
_LISTS = ("appendix", "findings", "sources", "persona_pages")
_LEAST_ROOM = 54  # millimetres between the margins


@st.composite
def setups(draw: st.DrawFn) -> PageSetup:
    """Of the map itself."""
    fields: dict[str, Any] = dict(draw(_FITS))
    fields["paper"] = paper = draw(st.sampled_from(_PAPERS))
    fields["orientation"] = draw(st.sampled_from(get_args(Orientation)))
    fields["columns"] = draw(st.sampled_from(["fill", "screen"]))
    fields["width"], fields["height"] = sides = draw(_CUSTOM)
    short = min(sides if paper == "custom" else PAPER_MM[paper])
    fields["margin"] = min(draw(st.sampled_from([7, 12, 0, 25, 100])), max((short - _LEAST_ROOM) / 2, 0))
    fields |= {name: draw(st.integers(0, 3)) < 3 for name in _SWITCHES}
    fields |= {name: draw(st.integers(0, 5)) == 5 for name in _LISTS}
    return PageSetup(**fields)


@st.composite
def worksheets(draw: st.DrawFn) -> PageSetup:
    """Sheets to fill in by hand, and lists without the map."""
    setup = draw(setups())
    if draw(st.integers(0, 3)) == 3:
        return setup.evolve(map_pages=False)
    return setup.evolve(worksheet=draw(st.sampled_from(["map", "phases"])), worksheet_cards=draw(st.booleans()))


@st.composite
def finishes(draw: st.DrawFn) -> PageSetup:
    """With sheets of office paper or a bleed, in colour or grey."""
    setup = draw(setups()).evolve(grey=draw(st.booleans()), overlap=draw(st.sampled_from([0, 5, 10, 25.5, 50])))
    if setup.paper == "custom" and setup.width * setup.height > 800_000:
        setup = setup.evolve(paper="A1")  # a thousand sheets would take a minute
    if draw(st.booleans()):
        return setup.evolve(tile=draw(st.sampled_from(_TILES)))
    return setup.evolve(bleed=draw(st.sampled_from([0, 3, 5, 20])))
