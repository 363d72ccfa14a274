"""The lists behind a printed map: entries of cards, findings and sources; and the title block over it all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Group, Image, Item, Link, Tag
from journey_editor.layout.findings import findings_in
from journey_editor.layout.list_pages import Paper
from journey_editor.layout.pages import Page, Pages, pages, setting_for
from journey_editor.layout.paper import sheets
from journey_editor.layout.print_words import Setting
from journey_editor.layout.scaling import runs
from journey_editor.layout.sources import found_in
from journey_editor.layout.text_columns import Column
from journey_editor.model.assets import AssetRef
from journey_editor.model.cards import Emotion, Measure, Metric, WebLink
from journey_editor.model.paths import Counterpart
from journey_editor.model.paths import Path as Way
from journey_editor.model.project import Persona, Project
from journey_editor.model.style import PageSetup
from journey_editor.storage.files import load
from tests.builders import journey, lane, note, phase, project, tp

ROOT = Path(__file__).parents[2]
LOGO = AssetRef(sha256="b" * 64, media_type="image/png", width=400, height=100)


def findings_map() -> Project:
    """Two phases with what is in the way and what could be better, and a touchpoint that is felt as bad."""
    felt = (Emotion(persona="pe", value=-1.5, label="zu laut"), Emotion(persona="pf", value=1.0, label="gern"))
    rows = [
        lane(
            "touchpoints", "t", {"ps": [tp("bad", "Messe", emotions=felt)], "qs": [tp("good", "Anruf")]}, title="Orte"
        ),
        lane(
            "notes",
            "n",
            {
                "ps": [note("o1", "Sitzecke", tone="opportunity"), note("p1", "Kein Preis", tone="pain")],
                "qs": [note("i1", "Nur Idee", tone="idea"), note("p2", "Fachwörter", tone="pain")],
            },
            title="Probleme",
        ),
        lane("notes", "h", {"ps": [note("p3", "Verborgen", tone="pain")]}, hidden=True),
    ]
    people = (Persona(id="pe", name="Eva"), Persona(id="pf", name="Tom"))
    return project(journey([phase("p"), phase("q"), phase("r")], rows), personas=people)


def sourced_map() -> Project:
    metrics = (Metric(name="Rate", value=4.0, unit="%", source="CRM  2026"), Metric(name="Dauer", value=3.0))
    cards = [
        tp(
            "t1",
            "Messe",
            source="Interview 3",
            metrics=metrics,
            links=(WebLink(title="Seite", address="https://a.org/x"),),
        ),
        tp("t2", "Anruf", source="crm 2026"),
    ]
    rows = [
        lane("touchpoints", "t", {"ps": cards}),
        lane("notes", "n", {"qs": [note("n1", "Gesagt", source="Interview 3")]}),
        lane("metrics", "m", {"qs": [Measure(id="m1", metric=Metric(name="NPS", value=7.0))]}),
    ]
    return project(journey([phase("p"), phase("q")], rows))


def setting(its: Project, language: str = "de") -> Setting:
    return setting_for(its, language, Layouter(), sheets(PageSetup())[0])


def text(page: Page) -> str:
    return " ".join(run.text.replace("\u00ad", "") for run in runs(page.root.items))


def said(composed: Pages, first: int = 0) -> str:
    return " ".join(text(page) for page in composed.pages[first:])


def groups(items: tuple[Item, ...]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.items)


def links(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Link):
            yield item.target
        elif isinstance(item, Group):
            yield from links(item.items)


def tagged(page: Page, kind: str) -> list[str]:
    return [one.tag.label for one in groups(page.root.items) if one.tag is not None and one.tag.kind == kind]


# Findings


def test_findings_stand_by_phase_with_where_they_belong() -> None:
    its = findings_map()
    first, second, third = (findings_in(setting(its), its.maps[0], one) for one in its.maps[0].phases)
    assert [(one.tone, one.words, one.where) for one in first] == [
        ("pain", "Eva: −1,5, zu laut", "Berührungspunkt „Messe“ · Orte"),
        ("pain", "Kein Preis", "Probleme"),
        ("opportunity", "Sitzecke", "Probleme"),
    ]
    assert [one.words for one in second] == ["Fachwörter"]
    assert third == []


@pytest.mark.parametrize(
    ("language", "head", "count"),
    [
        ("de", "Probleme und Chancen", "Probleme: 3, Chancen: 1"),
        ("en", "Pain points and opportunities", "3 in the way, 1 that could be better"),
    ],
)
def test_the_list_of_findings_leads_to_the_map(language: str, head: str, count: str) -> None:
    composed = pages(findings_map(), "map", PageSetup(findings=True), language)
    assert len(composed.pages) == 2
    page = composed.pages[1]
    assert tagged(page, "findings") == [head]
    assert tagged(page, "chapter") == ["p", "q"]
    assert count in text(page)
    assert {"#bad", "#p1", "#o1", "#p2"} <= set(links(page.root.items))


def test_a_map_without_findings_or_sources_has_no_page_for_them() -> None:
    bare = project(journey([phase("p")], [lane("touchpoints", "t", {"ps": [tp("one")]})]))
    assert len(pages(bare, "map", PageSetup(findings=True, sources=True)).pages) == 1


# Sources


def test_sources_are_found_with_all_that_relies_on_them() -> None:
    its = sourced_map()
    found = found_in(setting(its), its.maps[0])
    assert {key: [use.words for use in uses] for key, uses in found.sources.items()} == {
        "Interview 3": ["Messe", "Gesagt"],
        "CRM  2026": ["Messe: Rate: 4\u00a0%", "Anruf"],
    }
    assert [(use.words, use.phase) for use in found.pages["https://a.org/x"]] == [("Messe (Seite)", "p")]
    assert [(use.words, use.phase) for use in found.unsourced] == [("Messe: Dauer: 3", "p"), ("NPS: 7", "q")]


def test_the_list_of_sources_says_which_numbers_have_none() -> None:
    composed = pages(sourced_map(), "map", PageSetup(sources=True))
    page = composed.pages[1]
    assert tagged(page, "sources") == ["Quellenverzeichnis"]
    assert tagged(page, "chapter") == ["Quellen", "Webseiten", "Zahlen ohne Quelle"]
    assert "https://a.org/x" in set(links(page.root.items))
    assert "NPS: 7 · q" in text(page)


# Entries


def test_an_entry_has_the_paths_and_pictures_of_a_touchpoint() -> None:
    cards = [tp("a", "Messe"), tp("b", "Anruf"), tp("c", "E-Mail")]
    rows = [lane("touchpoints", "t", {"ps": cards})]
    its = journey(
        [phase("p")],
        rows,
        paths=(Way(id="w", source="a", target="b", kind="choice", condition="wenn frei"),),
        counterparts=(Counterpart(id="x", source="a", target="c"),),
    )
    words = said(pages(project(its), "map", PageSetup(appendix=True)), 1)
    assert "führt zu „Anruf“: Auswahl, wenn frei" in words
    assert "kommt von „Messe“" in words
    assert "umgelegt auf „E-Mail“" in words
    assert "umgelegt von „Messe“" in words


def test_a_card_leads_to_its_entry_and_the_entry_back() -> None:
    first, *behind = pages(findings_map(), "map", PageSetup(appendix=True)).pages
    there = {"bad", "good", "o1", "p1", "i1", "p2"}
    assert {target for target in links(first.root.items) if target.startswith("#")} == {
        f"#detail-{key}" for key in there
    }
    back = {target for page in behind for target in links(page.root.items)}
    assert {f"#{key}" for key in there} <= back
    assert isinstance(first.root.items[0], Link), "the areas lie under all else"


def test_without_an_appendix_no_card_leads_anywhere() -> None:
    (page,) = pages(findings_map(), "map", PageSetup()).pages
    assert not list(links(page.root.items))


def test_what_is_not_on_the_map_does_not_lead_back_there() -> None:
    composed = pages(findings_map(), "map", PageSetup(map_pages=False, appendix=True, findings=True))
    targets = {target for page in composed.pages for target in links(page.root.items)}
    assert targets == {"#detail-bad", "#detail-p1", "#detail-o1", "#detail-p2"}


# Without the map


def test_details_alone_have_the_title_over_the_first_list_and_count_their_pages() -> None:
    composed = pages(findings_map().evolve(version="2.1"), "map", PageSetup(map_pages=False, appendix=True))
    assert "Version 2.1" in text(composed.pages[0])
    assert not any(tagged(page, "map") for page in composed.pages)
    for number, page in enumerate(composed.pages, start=1):
        assert f"Seite {number} von {len(composed.pages)}" in text(page)


@pytest.mark.parametrize("fields", [{}, {"findings": True}, {"sources": True}, {"title_block": False}])
@pytest.mark.parametrize("its", [journey(), journey([phase("p")], [lane("notes", "n", {"ps": [note("x", "Etwas")]})])])
def test_there_is_always_a_page(its: object, fields: dict[str, object]) -> None:
    holder = project(its)  # type: ignore[arg-type]
    composed = pages(holder, "map", PageSetup(map_pages=False, **fields))  # type: ignore[arg-type]
    assert len(composed.pages) == 1


# Columns


def test_no_head_ends_a_column() -> None:
    its = findings_map()
    paper = Paper(setting(its), 1000.0, 700.0)
    column = Column(setting(its), paper.column)
    lines = [line for n in range(40) for line in (*column.title(f"Teil {n}", f"t{n}"), *column.text("Wort " * 60))]
    paper.add("Liste", lines, Tag("appendix", "a", "Liste"))
    for made in paper.pages():
        lowest: dict[float, tuple[float, Group]] = {}
        for part in (one for one in made.items if isinstance(one, Group)):
            for line in (one for one in part.items if isinstance(one, Group)):
                if line.y > lowest.get(line.x, (0.0, line))[0]:
                    lowest[line.x] = (line.y, line)
        assert not any(one.tag is not None for _, line in lowest.values() for one in groups(line.items))


def test_short_lists_share_a_page() -> None:
    composed = pages(findings_map(), "map", PageSetup(appendix=True, findings=True, sources=True))
    assert len(composed.pages) == 2
    assert tagged(composed.pages[1], "appendix")
    assert tagged(composed.pages[1], "findings")


# The title block


def test_the_title_block_says_whose_map_it_is_and_of_when() -> None:
    base = findings_map()
    full = base.evolve(
        author="Petra Öztürk",
        organisation="Beratung Öztürk",
        version="2.1",
        modified="2026-03-22T14:05:00Z",
        logo=LOGO.sha256,
        images=(LOGO,),
    )
    page = pages(full, "map", PageSetup()).pages[0]
    for part in ("Petra Öztürk", "Beratung Öztürk", "Version 2.1", "22. März 2026"):
        assert part in text(page)
    (logo,) = (one for one in groups(page.root.items) if one.tag is not None and one.tag.kind == "logo")
    (drawn,) = logo.items
    assert isinstance(drawn, Image)
    assert drawn.alt == "Beratung Öztürk"
    assert drawn.w / drawn.h == pytest.approx(4.0)
    assert "Version" not in text(pages(base, "map", PageSetup()).pages[0])


def test_the_title_block_takes_no_room_from_a_map_on_a4() -> None:
    its = load(ROOT / "tests" / "data" / "brandt.journey").project
    bare = its.evolve(author="", organisation="", version="", modified="", created="")
    full = bare.evolve(author="Petra Öztürk", version="2.1", modified="2026-03-22T14:05:00Z", logo=LOGO.sha256)
    full = full.evolve(images=(*full.images, LOGO), organisation="Beratung Öztürk & Partner")
    setup = PageSetup(paper="A4")
    assert pages(full, its.maps[0].id, setup).scale >= pages(bare, its.maps[0].id, setup).scale * 0.999
