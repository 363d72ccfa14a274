"""The options that say what is printed of a map, on which paper, and how it comes onto its pages."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, get_args

from journey_editor.model.presets import PRESETS
from journey_editor.model.style import Fit, Orientation, PageSetup, PaperName, TilePaper
from journey_editor.wording import tr

#: The ways to fit that may be followed by a number, the field that it becomes, and the least and the most it may be.
_COUNTED = {
    "pages": ("pages_wide", 1, 100),
    "phases": ("phases_each", 1, 100),
    "lanes": ("lanes_each", 1, 100),
    "readable": ("type_least", 6, 72),
}
#: What takes away a tile or worksheet that a preset has.
NONE = "none"


def page_options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Paper, and what stands around a map: for all that is printed."""
    page = parser.add_argument_group(tr("page setup; by default the map's own"))
    page.add_argument(
        "--paper", type=_paper, choices=get_args(PaperName), metavar=tr("PAPER"), help=_choices(PaperName)
    )
    page.add_argument(
        "--orientation", choices=get_args(Orientation), metavar=tr("DIRECTION"), help=_choices(Orientation)
    )
    page.add_argument("--width", type=_number, metavar="MM", help=tr("width of custom paper"))
    page.add_argument("--height", type=_number, metavar="MM", help=tr("height of custom paper"))
    page.add_argument("--margin", type=_number, metavar="MM", help=tr("the same at all sides"))
    columns = get_args(PageSetup.model_fields["columns"].annotation)
    page.add_argument(
        "--columns",
        choices=columns,
        metavar=tr("WIDTH"),
        help=tr("fill the paper, or as on screen: ") + ", ".join(columns),
    )
    papers = (*filter(None, get_args(TilePaper)), NONE)
    page.add_argument(
        "--tile",
        type=_paper,
        choices=papers,
        metavar=tr("PAPER"),
        help=tr("put each page together from sheets of this paper: ") + _names(papers),
    )
    page.add_argument("--overlap", type=_number, metavar="MM", help=tr("by how much these sheets overlap"))
    page.add_argument("--bleed", type=_number, metavar="MM", help=tr("what a print shop cuts off around the page"))
    page.add_argument("--grey", action=Switch, help=tr("without colours"))
    for name, what in (
        ("title-block", tr("title and goal above the map")),
        ("persona-block", tr("the personas above the map")),
        ("legend", tr("the legend")),
        ("page-number", tr("page numbers")),
        ("appendix", tr("all texts in full on pages behind the map")),
    ):
        page.add_argument(f"--{name}", action=Switch, help=what)
    page.add_argument("--personas", dest="persona_pages", action=Switch, help=tr("a page about each persona"))
    return page


def map_options(parser: argparse.ArgumentParser) -> None:
    """How a map comes onto its pages, and what else is printed of it."""
    page = page_options(parser)
    page.add_argument(
        "--preset", metavar=tr("NAME"), help=tr("begin with this page setup; the project's own, or: ") + _names(PRESETS)
    )
    page.add_argument(
        "--fit",
        dest="fits",
        type=_fit,
        metavar=tr("HOW"),
        help=tr("how the map comes onto its pages: ") + "page, pages=N, natural, phases[=N], lanes[=N], readable[=PT]",
    )
    page.add_argument(
        "--worksheet",
        type=_worksheet,
        metavar=tr("HOW"),
        help=tr("empty ruled cells in place of the map; all in one, or a sheet for each phase: ") + "map, phases, none",
    )
    for name, what in (
        ("worksheet-cards", tr("with the cards that are there already")),
        ("map-pages", tr("the map itself")),
        ("findings", tr("a list of pain points and opportunities")),
        ("sources", tr("a list of sources")),
    ):
        page.add_argument(f"--{name}", action=Switch, help=what)


def in_full(words: Sequence[str]) -> list[str]:
    """A line with what an option means by itself: argparse would take the word behind it for its value."""
    return ["--worksheet=map" if word == "--worksheet" else word for word in words]


class Switch(argparse.BooleanOptionalAction):
    """--legend and --no-legend; None where neither is given."""

    def __init__(self, option_strings: list[str], dest: str, help: str) -> None:  # argparse calls it by these names
        super().__init__(option_strings, dest, default=None, help=help)


def _paper(text: str) -> str:
    """The name of a paper, in whatever case it was typed."""
    return next((name for name in get_args(PaperName) if name.lower() == text.lower()), text)


def _number(text: str) -> float:
    try:
        return float(text.removesuffix("mm").replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(tr("a number of millimetres is wanted, such as 12")) from None


def _fit(text: str) -> dict[str, Any]:
    """The fields of a page setup that "phases=2" and the like mean."""
    way, equals, number = text.partition("=")
    if way in get_args(Fit) and not equals:
        return {"fit": way}
    if way in _COUNTED and number.isdecimal():
        field, least, most = _COUNTED[way]
        if least <= int(number[:9]) <= most:
            return {"fit": way, field: int(number)}
    raise argparse.ArgumentTypeError(
        tr(
            "write page, pages=N, natural, phases, phases=N, lanes or lanes=N, with N from 1 to 100, "
            "or readable or readable=PT, with PT from 6 to 72"
        )
    )


def _worksheet(text: str) -> str:
    if text not in ("map", "phases", NONE):
        raise argparse.ArgumentTypeError(tr("write map, phases or none"))
    return text


def _names(names: Any) -> str:
    return ", ".join(names)


def _choices(kind: object) -> str:
    return ", ".join(get_args(kind))
