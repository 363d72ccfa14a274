"""A comparison in words, as marks on the maps, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from journey_editor.edit.anything import set_any
from journey_editor.edit.cards import add_card, move_cards, set_emotion
from journey_editor.edit.lanes import add_lane
from journey_editor.edit.maps import set_map
from journey_editor.edit.matrix import set_mark
from journey_editor.edit.remove import delete
from journey_editor.layout.comparison_marks import box_of, marks
from journey_editor.layout.comparison_pages import comparison_pages
from journey_editor.layout.compose import Layouter
from journey_editor.layout.difference_words import Entry, as_text, counted, sections
from journey_editor.layout.drawlist import Group, Item
from journey_editor.layout.scaling import runs
from journey_editor.model.cards import Metric
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup
from tests.builders import everything, large
from tests.duplicates import Duplicate


class Pair(Duplicate):
    def entries(self, to: str = "en") -> list[Entry]:
        return [entry for section in sections(self.compared(), to=to) for entry in section.entries]


DETAILS: dict[str, tuple[Callable[[Pair], None], str]] = {
    "a text": (lambda p: p.edit(set_any, p("tp-web"), title="Netz"), "Title: “Website” → “Netz”"),
    "a text that was empty": (lambda p: p.edit(set_any, p("tp-shop"), owner="Ida"), "Owner: – → “Ida”"),
    "a text with quotation marks": (lambda p: p.edit(set_any, p("tp-shop"), owner="„Ida“"), "Owner: – → „Ida“"),
    "a choice": (lambda p: p.edit(set_any, p("tp-mail"), status="existing"), "Status: possible → existing"),
    "yes or no": (lambda p: p.edit(set_any, p("tp-web"), moment_of_truth=False), "Moment of truth: yes → no"),
    "a channel": (lambda p: p.edit(set_any, p("tp-web"), channel="ch-shop"), "Channel: Website → Laden"),
    "a feeling": (
        lambda p: p.edit(set_emotion, p("tp-web"), "pe-eva", value=-1.0),
        "Emotion (Eva): +1.5, “froh” → \u22121, “froh”",
    ),
    "a list": (lambda p: p.edit(set_any, p("tp-web"), tags=("neu",)), "Tags: neu; wichtig → neu"),
    "a figure": (
        lambda p: p.edit(set_any, p("ms-nps"), metric=Metric(name="NPS", value=50.0, target=60.0, trend="rising")),
        "Metric: NPS: 42 → NPS: 50, target ≥60, rising",
    ),
    "a place": (
        lambda p: p.edit(move_cards, [p("tp-web")], p("ln-offline"), p("st-ask"), None),
        "Step: step 1 of ph-before → step 2 of ph-before|Lane: Touchpoints → Touchpoints",
    ),
    "the band": (lambda p: p.edit(set_map, p.map, band_below=""), "Phase band: below Touchpoints → at the top"),
    "a mark": (
        lambda p: p.edit(set_mark, p("ln-channels"), "ch-shop", p("st-ask"), 1),
        "Mark (Laden, step 2 of ph-before): importance 3 → importance 1",
    ),
    "an end of a path": (lambda p: p.edit(_lead, p("pa-one"), p("tp-mail")), "To: Laden → E-Mail"),
    "an image": (lambda p: p.edit(set_any, p("pc-one"), image=None), "Image: Image → –"),
    "a colour": (lambda p: p.edit(set_any, p("ph-after"), color="#007688"), "Colour: – → petrol"),
}


def _lead(project: Project, path: str, target: str) -> Project:
    """The path with another end, as one that is drawn anew in its place."""
    maps = tuple(
        journey.evolve(paths=tuple(p.evolve(target=target) if p.id == path else p for p in journey.paths))
        for journey in project.maps
    )
    return project.evolve(maps=maps)


@pytest.mark.parametrize("name", DETAILS)
def test_what_changed_is_said_in_words(name: str) -> None:
    edit, expected = DETAILS[name]
    pair = Pair(everything())
    edit(pair)
    (entry,) = pair.entries()
    assert "|".join(entry.details) == expected


def test_entries_are_numbered_through_phase_by_phase() -> None:
    pair = Pair(everything())
    pair.edit(set_any, pair("tp-mail"), owner="Ida")
    pair.edit(set_any, pair("tp-web"), owner="Ida")
    pair.edit(add_lane, pair.map, "notes", title="Ideen", new=pair.new)
    found = sections(pair.compared(), to="de")
    assert [section.title for section in found] == ["Ganze Map", "ph-before", "ph-after"]
    assert [entry.number for section in found for entry in section.entries] == [1, 2, 3]
    assert (found[0].entries[0].kind, found[0].entries[0].name) == ("Spur", "Ideen")


def test_as_text_says_signs_words_and_numbers_in_german() -> None:
    pair = Pair(everything())
    pair.edit(delete, [pair("nt-text")])
    assert list(as_text(pair.compared(), to="de")) == [
        "Kauf → Kauf (Soll)",
        "1 entfernt",
        "",
        "ph-after",
        "  - 1. Entfernt: Notiz „nt-text“ (Text)",
    ]
    assert counted(Pair(everything()).compared(), "de") == "Die Maps unterscheiden sich nicht."


def _marked(pair: Pair, *, after: bool) -> list[str]:
    """The numbers on the pills of a map."""
    layouter = Layouter()
    journey = pair.map if after else pair.source
    layout = layouter.layout(pair.project, journey)
    group = marks(layout, pair.entries(), layouter.shaper, after=after)
    return [item.tag.id for item in group.items if isinstance(item, Group) and item.tag is not None]


def test_each_map_bears_the_marks_of_what_stands_on_it() -> None:
    pair = Pair(everything())
    pair.edit(delete, [pair("pt-one")])
    pair.edit(add_card, pair("ln-online"), pair("st-use"), title="Neu", new=pair.new)
    pair.edit(set_any, pair("pa-one"), condition="immer")
    pair.edit(set_any, pair("ph-after"), goal="Treue")
    by_name = {(entry.difference.kind, entry.difference.sort): str(entry.number) for entry in pair.entries()}
    removed, added = by_name["point", "removed"], by_name["touchpoint", "added"]
    both = {by_name["path", "changed"], by_name["phase", "changed"]}
    assert set(_marked(pair, after=False)) == {removed, *both}
    assert set(_marked(pair, after=True)) == {added, *both}


def test_a_thing_that_moved_and_changed_has_two_signs_side_by_side() -> None:
    pair = Pair(everything())
    pair.edit(move_cards, [pair("tp-web")], pair("ln-online"), pair("st-use"), None)
    pair.edit(set_any, pair("tp-web"), owner="Ida")
    assert sorted(_marked(pair, after=True)) == ["1", "2"]


def test_what_is_hidden_has_no_mark_and_is_in_the_list() -> None:
    pair = Pair(everything())
    pair.edit(set_any, pair("ln-notes"), hidden=True)
    assert _marked(pair, after=True) == []
    assert _marked(pair, after=False) == ["1"]
    assert box_of(Layouter().layout(pair.project, pair.map), pair("nt-quote")) is None


def _texts(items: tuple[Item, ...]) -> str:
    return " ".join(run.text for run in runs(items))


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_pages_are_both_maps_and_the_list(paper: Any, language: str) -> None:
    pair = Pair(everything())
    pair.edit(set_any, pair("tp-web"), description="Kund*innen lesen alles")
    pages = comparison_pages(pair.compared(), PageSetup(paper=paper), language).pages
    texts = [_texts(page.root.items) for page in pages]
    page, heading = {"de": ("Seite {} von 3", "Unterschiede"), "en": ("Page {} of 3", "Differences")}[language]
    assert all(page.format(n) in text for n, text in enumerate(texts, start=1))
    assert heading in texts[2]
    assert "Kund*innen" in texts[2]
    for one in pages:
        assert all(run.font for run in runs(one.root.items))


def test_a_long_list_goes_on_over_as_many_pages_as_it_takes() -> None:
    pair = Pair(large(4, 6, 8))
    for n in range(4 * 6 * 8):
        pair.edit(set_any, pair(f"c{n // 48}-{n // 8 % 6}-{n % 8}"), owner=f"Person {n}")
    pages = comparison_pages(pair.compared(), PageSetup(paper="A4"), whole=False).pages
    words = " ".join(_texts(page.root.items) for page in pages)
    assert len(pages) > 1
    assert all(f"„Person {n}“" in words for n in range(4 * 6 * 8))
