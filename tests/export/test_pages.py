"""Pages: the whole map on one sheet, within the margins, with what belongs around it; nothing of today, nothing cut."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Group, Item, Rect
from journey_editor.layout.filter_words import filtered_line
from journey_editor.layout.pages import Page, Pages, pages
from journey_editor.layout.paper import PageProblem
from journey_editor.layout.scaling import runs, scaled
from journey_editor.model.cards import Emotion, Measure, Metric
from journey_editor.model.filtering import NO_FILTER, Filter
from journey_editor.model.lanes import ChannelMark
from journey_editor.model.project import Channel, Persona, Project
from journey_editor.model.style import PAPER_MM, PageSetup
from tests.builders import everything, journey, lane, large, note, phase, project, tp
from tests.drawn import flat

MM = 72 / 25.4


def words(page: Page) -> str:
    """What is printed; a line may be in two runs, if it is in two languages."""
    return "".join(
        run.text + (" " if run.after or run.text.endswith("\u00ad") else "") for run in runs(page.root.items)
    )


def groups(page: Page, kind: str) -> list[Group]:
    def inside(items: tuple[Item, ...]) -> Iterator[Group]:
        for item in items:
            if isinstance(item, Group):
                if item.tag is not None and item.tag.kind == kind:
                    yield item
                yield from inside(item.items)

    return list(inside((page.root,)))


def legend_of(project_: Project, **setup: object) -> list[str]:
    page = pages(project_, project_.maps[0].id, PageSetup(**setup), "en").pages[0]  # type: ignore[arg-type]
    return [run.text for group in groups(page, "legend") for run in runs(group.items)]


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("paper", sorted(PAPER_MM))
def test_a_map_stays_within_the_margins_of_every_paper(paper: str, orientation: str) -> None:
    setup = PageSetup(paper=paper, orientation=orientation)  # type: ignore[arg-type]
    page = pages(everything(), "mp-one", setup).pages[0]
    short, long = (side * MM for side in PAPER_MM[paper])
    assert (page.width, page.height) == pytest.approx((short, long) if orientation == "portrait" else (long, short))
    margin = 12 * MM
    for item, x, y in flat(page.root.items):
        if isinstance(item, GlyphRun):
            assert x + item.x >= margin - 0.1
            assert x + item.x + item.advance <= page.width - margin + 0.1
            assert margin <= y + item.y <= page.height - margin
        elif isinstance(item, Rect):
            assert x + item.x >= margin - 0.6
            assert x + item.x + item.w <= page.width - margin + 0.6
            assert y + item.y + item.h <= page.height - margin + 0.6


def test_custom_paper_is_taken_as_it_is() -> None:
    page = pages(everything(), "mp-one", PageSetup(paper="custom", width=500, height=700)).pages[0]
    assert (page.width, page.height) == pytest.approx((500 * MM, 700 * MM))


def test_no_page_is_larger_than_acrobat_can_show() -> None:
    page = pages(everything(), "mp-one", PageSetup(paper="custom", width=5080, height=300)).pages[0]
    assert page.width <= 14_400


def test_margins_without_room_between_them_are_refused() -> None:
    with pytest.raises(PageProblem, match="leave no room"):
        pages(everything(), "mp-one", PageSetup(paper="A5", margin=70))


def test_automatic_orientation_takes_the_larger_print() -> None:
    wide = large(2, 10, 1)
    tall = large(14, 2, 3)
    assert (page := pages(wide, "map", PageSetup(orientation="auto")).pages[0]).width > page.height
    assert (page := pages(tall, "map", PageSetup(orientation="auto")).pages[0]).width < page.height


def test_columns_fill_the_width_of_the_page() -> None:
    composed = pages(large(3, 5, 2), "map", PageSetup())
    (drawn,) = groups(composed.pages[0], "map")
    rules = [x + r.x + r.w for r, x, _ in flat((drawn,)) if isinstance(r, Rect)]
    assert max(rules) == pytest.approx(composed.pages[0].width - 12 * MM, abs=0.6)


def test_filled_pages_print_larger_than_the_screens_layout() -> None:
    for map_project in (large(3, 5, 2), large(10, 4, 4), large(2, 12, 1), everything()):
        key = map_project.maps[0].id
        filled = pages(map_project, key, PageSetup(columns="fill"))
        assert filled.scale >= pages(map_project, key, PageSetup(columns="screen")).scale * 0.999


def test_as_on_screen_keeps_every_line_of_the_screen() -> None:
    on_screen = Layouter().layout(everything(), "mp-one", title=False)
    composed = pages(everything(), "mp-one", PageSetup(columns="screen"))
    (drawn,) = groups(composed.pages[0], "map")
    printed = list(runs(drawn.items))
    shown = list(runs(on_screen.root.items))
    assert [run.text for run in printed] == [run.text for run in shown]
    assert [run.size for run in printed] == pytest.approx([run.size * composed.scale for run in shown])


def test_the_smallest_type_is_that_of_what_is_drawn() -> None:
    composed = pages(large(8, 10, 2), "map", PageSetup(paper="A4"))
    assert composed.smallest == min(run.size for run in runs(composed.pages[0].root.items))


def test_type_around_the_map_is_never_what_is_too_small() -> None:
    for paper in ("A5", "A4", "A3"):
        composed = pages(everything(), "mp-one", PageSetup(paper=paper))  # type: ignore[arg-type]
        for kind in ("legend", "footer", "title", "persona"):
            for group in groups(composed.pages[0], kind):
                assert all(run.size >= 7.999 for run in runs(group.items))


def test_a_sparse_map_gives_its_spare_height_to_its_lanes() -> None:
    blank = project(journey([phase("p1"), phase("p2")], [lane("touchpoints", "a"), lane("notes", "b")]))
    page = pages(blank, "map", PageSetup()).pages[0]
    (drawn,) = groups(page, "map")
    lowest = max(y + r.y + r.h for r, _, y in flat((drawn,)) if isinstance(r, Rect))
    assert lowest > page.height * 0.85


def test_scaling_scales_everything_alike() -> None:
    layout = Layouter().layout(everything(), "mp-one")
    twice = scaled(scaled(layout.root, 2.0), 0.5)
    for (a, ax, ay), (b, bx, by) in zip(flat(layout.root.items), flat(twice.items), strict=True):
        assert type(a) is type(b)
        assert (ax, ay) == pytest.approx((bx, by))


def test_the_page_says_what_it_is() -> None:
    dated = everything().evolve(modified="2026-03-22T14:05:00Z")
    text = words(pages(dated, "mp-one", language="de").pages[0]).replace("\N{NO-BREAK SPACE}", " ")
    for part in ("Kauf", "Journey Map (Ist) · Alles", "Alles · Kauf", "Stand 22. März 2026", "Seite 1 von 1", "Eva"):
        assert part in text


def test_the_page_speaks_the_language_asked_for() -> None:
    dated = everything().evolve(modified="2026-03-22T14:05:00Z")
    text = words(pages(dated, "mp-one", language="en").pages[0])
    for part in ("Purchase", "Journey map (as is)", "As of 22 March 2026", "Page 1 of 1", "moment of truth"):
        assert part in text


@pytest.mark.parametrize(
    ("field", "word"), [("title_block", "Journey map (as is)"), ("page_number", "Page 1"), ("persona_block", "“So”")]
)
def test_what_is_switched_off_is_left_out(field: str, word: str) -> None:
    base = everything().evolve(personas=(Persona(id="pe-eva", name="Eva", quote="So"), Persona(id="pe-tom")))
    assert word in words(pages(base, "mp-one", PageSetup(), "en").pages[0])
    assert word not in words(pages(base, "mp-one", PageSetup(**{field: False}), "en").pages[0])  # type: ignore[arg-type]


def test_nothing_overlaps_in_the_footer() -> None:
    long = everything().evolve(title="Ein Projekt mit einem sehr langen Namen", modified="2026-03-22T14:05:00Z")
    long = long.evolve(maps=(long.maps[0].evolve(title="Vom ersten Gedanken bis zum Einzug ins eigene Haus"),))
    (footer,) = groups(pages(long, "mp-one", PageSetup(paper="A4", orientation="portrait")).pages[0], "footer")
    across = sorted((run.x, run.x + run.advance) for run in runs(footer.items))
    assert all(left[1] < right[0] for left, right in itertools.pairwise(across))


def test_without_a_legend_none_is_drawn() -> None:
    assert not groups(pages(everything(), "mp-one", PageSetup(legend=False)).pages[0], "legend")


def test_the_legend_explains_exactly_the_signs_on_the_page() -> None:
    assert legend_of(everything()) == [
        "existing",
        "possible",
        "moment of truth",
        "choice",
        "carried over",
        "Eva",  # whose path it is
        "channel of touchpoints",
        "touchpoints, weighed by hand",
        "the thicker, the more important",
        "quote",
        "number without source",
    ]


def test_the_legend_of_plain_touchpoints_has_one_entry() -> None:
    assert legend_of(large(1, 1, 1)) == ["existing"]


def test_what_is_hidden_needs_no_legend() -> None:
    rows = [
        lane("touchpoints", "a", {"ps": [tp("t1")]}),
        lane("touchpoints", "b", {"ps": [tp("t2", status="possible")]}, hidden=True),
        lane("notes", "n", {"ps": [note("n1", tone="pain")]}, collapsed=True),
        lane("notes", "o", {"qs": [note("n2", tone="idea")]}),
    ]
    assert legend_of(project(journey([phase("p"), phase("q", hidden=True)], rows))) == ["existing"]


def test_marks_that_are_switched_off_need_no_legend() -> None:
    base = journey([phase("p")], [lane("touchpoints", "a", {"ps": [tp("t", evidence="assumed")]})])
    assert legend_of(project(base)) == ["existing", "assumed"]
    assert legend_of(project(base.evolve(theme=base.theme.evolve(marks=False)))) == ["existing"]


def test_the_legend_tells_marks_by_hand_from_those_of_touchpoints() -> None:
    marks = (ChannelMark(channel="b", step="ps", importance=1), ChannelMark(channel="b", step="qs", importance=3))
    rows = [
        lane("touchpoints", "t", {"ps": [tp("t1", channel="a")]}),
        lane("channels", "m", marks=marks),
    ]
    channels = (Channel(id="a", name="A"), Channel(id="b", name="B"))
    base = journey([phase("p"), phase("q", hidden=True)], rows)
    assert legend_of(project(base, channels=channels)) == ["existing", "channel of touchpoints", "channel set by hand"]
    shown = base.evolve(phases=(phase("p"), phase("q")))
    assert legend_of(project(shown, channels=channels))[-1] == "the thicker, the more important"


def test_a_number_with_its_source_needs_no_warning_sign() -> None:
    metric = Metric(name="NPS", value=3.0, source="CRM")
    base = journey([phase("p")], [lane("metrics", "m", {"ps": [Measure(id="x", metric=metric)]}), lane("text", "t")])
    assert legend_of(project(base)) == []


LONG = "ein sehr langes Gefühl, das in keine zwei Zeilen an der Kurve passt, und doch ganz gelesen werden will, " * 2


def shortened_map() -> Project:
    feeling = (Emotion(persona="pe", value=1.0, label=LONG.strip()),)
    rows = [lane("touchpoints", "a", {"ps": [tp("t", emotions=feeling)]}), lane("emotion", "e", personas=("pe",))]
    return project(journey([phase("p")], rows), personas=(Persona(id="pe", name="Eva"),))


def in_full(composed: Pages) -> str:
    return " ".join(words(page) for page in composed.pages[1:]).replace("\u00ad ", "")


def test_what_the_map_shortens_is_in_the_appendix_in_full() -> None:
    composed = pages(shortened_map(), "map")
    assert composed.shortened == ("t",)
    assert len(composed.pages) == 2
    assert LONG.strip() in in_full(composed)
    assert "Seite 1 von 2" in words(composed.pages[0])
    assert "Seite 2 von 2" in words(composed.pages[1])


def test_a_goal_too_long_for_the_title_block_is_in_the_appendix_in_full() -> None:
    base = large(1, 2, 1)
    goal = " ".join(f"Satz {n} sagt, was erreicht werden soll." for n in range(40))
    composed = pages(base.evolve(maps=(base.maps[0].evolve(goal=goal),)), "map")
    assert composed.shortened == ("map",)
    assert goal in in_full(composed)


def test_the_appendix_tells_what_the_map_does_not_show() -> None:
    card = tp("t", where="Messe Köln", medium="Plakat", content="Öffnungszeiten", source="Interview 3")
    base = project(journey([phase("p")], [lane("touchpoints", "a", {"ps": [card]}, title="Orte")]))
    text = in_full(pages(base, "map", PageSetup(appendix=True), "de"))
    for part in ("Wo: Messe Köln", "Medium: Plakat", "Inhalt: Öffnungszeiten", "Quelle: Interview 3", "Orte"):
        assert part in text


def test_the_appendix_goes_on_over_as_many_pages_as_it_needs() -> None:
    composed = pages(large(10, 10, 5), "map", PageSetup(paper="A4", appendix=True))
    assert len(composed.pages) > 3
    page = composed.pages[2]
    for item, _, y in flat(page.root.items):
        if isinstance(item, GlyphRun):
            assert y + item.y < page.height - 12 * MM


def test_the_same_map_gives_the_same_pages_whatever_was_laid_out_before() -> None:
    layouter = Layouter()
    first = pages(everything(), "mp-one", layouter=layouter)
    pages(large(2, 2, 2), "map", layouter=layouter)
    again = pages(everything(), "mp-one", layouter=layouter)
    assert words(first.pages[0]) == words(again.pages[0])
    assert (first.scale, first.smallest) == (again.scale, again.smallest)


def test_the_appendix_is_in_the_language_asked_for() -> None:
    text = in_full(pages(everything(), "mp-one", PageSetup(appendix=True), "en")).replace("\N{NO-BREAK SPACE}", " ")
    metric = "Loading time: 1.2 s, target 1 s, lower is better, target missed (Lighthouse)"
    for part in ("Web site", "Tags: new, important", metric, "Eva: +1.5, glad"):
        assert part in text


# Filters


def test_a_page_says_through_which_filter_it_is_seen_in_the_language_of_the_map() -> None:
    base = everything()
    wanted = Filter(channel=frozenset(("ch-web",)), status=frozenset(("existing",)))
    for language, said in (
        ("de", "Gefiltert: Kanal: Website; Status: vorhanden. 1 von 7 Karten, die übrigen blass"),
        ("en", "Filtered: Channel: Website; Status: existing. 1 of 7 cards, the others pale"),
    ):
        line = filtered_line(base, base.maps[0], language, wanted, left_out=False)
        assert line == said
        for setup in (PageSetup(), PageSetup(legend=False)):
            (found,) = groups(pages(base, "mp-one", setup, language, filtered=line).pages[0], "filter")
            assert " ".join(run.text for run in runs(found.items)) == said
    assert not groups(pages(base, "mp-one").pages[0], "filter")
    assert filtered_line(base, base.maps[0], "en", NO_FILTER, left_out=True) == ""


def test_a_long_filter_takes_two_lines_of_the_page_at_most() -> None:
    page = pages(everything(), "mp-one", PageSetup(paper="A4"), filtered="Sehr lang " * 400).pages[0]
    (found,), (legend,) = groups(page, "filter"), groups(page, "legend")
    assert len({run.y for run in runs(found.items)}) == 2
    assert found.h < legend.h + 40.0


def test_the_legend_names_the_roles_in_a_flow_that_show() -> None:
    cards = [
        tp("one", flow_role="start"),
        tp("two", flow_role="action"),
        tp("three", channel="ch-web", flow_role="action"),
        tp("four", channel="ch-web", flow_role="end"),
    ]
    made = project(journey([phase("p")], [lane("touchpoints", "l", {"ps": cards})]))
    made = made.evolve(channels=(Channel(id="ch-web", name="Web", icon="globe"),))
    said = legend_of(made)
    roles = ("start", "decision", "action", "wait", "end")
    assert [word for word in said if word in roles] == ["start", "action", "end"]
    marks = made.maps[0].evolve(theme=made.maps[0].theme.evolve(marks=False))
    assert "end" not in legend_of(made.evolve(maps=(marks,)))
