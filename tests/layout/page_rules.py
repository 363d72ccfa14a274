"""What must hold of the pages of any map, measured from what is drawn on them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from journey_editor.layout.beginning import beginning, words_of
from journey_editor.layout.drawlist import GlyphRun, Group, Tag
from journey_editor.layout.pages import Page, Pages
from journey_editor.layout.paper import POINTS_PER_MM
from journey_editor.layout.scaling import runs
from journey_editor.model.cards import Card, Measure, Note, Picture, Touchpoint
from journey_editor.model.project import Project
from journey_editor.model.queries import shown_cards
from journey_editor.model.style import PAPER_MM, PageSetup
from tests.layout.measured import Box, around, groups, ids, inks, letters, runs_of, said, spelled

#: Half a stroke may lie over the edge at which the thing ends that it goes round (points, on the map of a screen).
_STROKE = 1.0
_HARDLY = 0.05


def map_pages(composed: Pages) -> list[Page]:
    return [page for page in composed.pages if groups(page, "map")]


def safe_area(page: Page, setup: PageSetup) -> Box:
    """Of a page without bleed: where a printer prints, or what was asked for."""
    margin = setup.margin * POINTS_PER_MM
    return Box(margin, margin, page.width - margin, page.height - margin)


def each_card_stands_once_and_whole(made: Project, composed: Pages) -> None:
    shown = {card.id: card for card in shown_cards(made.maps[0])}
    printed = [one for page in map_pages(composed) for one in groups(page, "card")]
    assert Counter(one.id for one in printed) == Counter(shown.keys())
    theme = made.maps[0].theme
    for one in printed:
        slack = one.group.bleed + _HARDLY
        for _, box in inks(one.group.items, one.x, one.y):
            assert one.box.holds(box, slack), (one.id, box, one.box)
        words = _words(shown[one.id], theme.descriptions, theme.chips)
        begun = [beginning(word) for word in words]
        lost = letters("".join(begun)) - spelled(one.group) - Counter("…")
        assert not lost, (one.id, lost)
        assert begun == words or words_of(one.id) in composed.shortened, one.id


def _words(card: Card, descriptions: bool, chips: bool) -> list[str]:
    """What is to be read on a card; of endless texts it shows the beginning."""
    if isinstance(card, Touchpoint):
        said = [card.title, card.description if descriptions else ""]
        if chips:
            said += [card.owner, card.call_to_action, *(metric.name for metric in card.metrics)]
        return said
    if isinstance(card, Note | Picture):
        return [card.text]
    assert isinstance(card, Measure)
    return [card.metric.name, card.metric.source if descriptions else ""]


def no_two_cards_overlap(composed: Pages) -> None:
    for page in map_pages(composed):
        found = sorted((one.box for one in groups(page, "card")), key=lambda box: box.top)
        open_: list[Box] = []
        for box in found:
            open_ = [other for other in open_ if other.bottom > box.top]
            assert not any(box.meets(other, _HARDLY) for other in open_), page
            open_.append(box)


def nothing_leaves_the_safe_area(composed: Pages, setup: PageSetup) -> None:
    for number, page in enumerate(composed.pages, 1):
        grown = max(page.width, page.height) / (420 * POINTS_PER_MM)  # of what stands around the map
        area, slack = safe_area(page, setup), _STROKE * max(composed.scale, grown, 1.0)
        for item, box in inks(page.root.items):
            assert area.holds(box, slack), (number, item, box, area)


def map_and_what_stands_around_it_keep_apart(composed: Pages) -> None:
    for number, page in enumerate(composed.pages, 1):
        parts = [item for item in page.root.items if isinstance(item, Group)]
        boxes = [around(box for _, box in inks(part.items, part.x, part.y)) for part in parts]
        for n, box in enumerate(boxes):
            for other in boxes[n + 1 :]:
                assert box is None or other is None or not box.meets(other, _HARDLY), (number, box, other)


def type_is_as_small_as_said(composed: Pages) -> None:
    sizes = [run.size for page in composed.pages for run in runs(page.root.items)]
    if sizes:
        assert min(sizes) == composed.smallest


def pages_are_counted_and_of_the_paper(composed: Pages, setup: PageSetup, summary: str) -> None:
    count = len(composed.pages)
    announced = re.match(r"(\d+) sheets? (?:(.+?) (landscape|portrait)|([\d.]+) × ([\d.]+) mm)", summary)
    assert announced is not None, summary
    assert int(announced[1]) == count
    if announced[2]:
        sides = PAPER_MM[announced[2]] if announced[3] == "portrait" else PAPER_MM[announced[2]][::-1]
    else:
        sides = float(announced[4]), float(announced[5])
    for number, page in enumerate(composed.pages, 1):
        wide, high = (round(side / POINTS_PER_MM, 3) for side in (page.width, page.height))
        assert (wide, high) == tuple(round(side, 3) for side in sides)
        (foot,) = said(page, "footer")
        assert (f"Page {number} of {count}" in foot) == setup.page_number
    parts = map_pages(composed)
    for number, page in enumerate(parts, 1):
        words = [run.text for run in runs(page.root.items) if run.text.startswith("Part ")]
        assert len(parts) == 1 or any(said.startswith(f"Part {number} of {len(parts)}") for said in words)


def heads_and_band_stand_on_each_page(made: Project, composed: Pages) -> None:
    journey = made.maps[0]
    columns = any(not phase.hidden for phase in journey.phases)
    titles = {lane.id: lane.title for lane in journey.lanes if not lane.hidden}
    goals = {phase.id: (phase, phase.goal) for phase in journey.phases if not phase.hidden}
    seen: Counter[str] = Counter()
    for page in map_pages(composed):
        assert len(groups(page, "band")) == columns
        assert len(groups(page, "phase")) >= columns
        for one in groups(page, "phase"):
            phase, goal = goals[one.id]
            assert not letters(phase.title + ("" if phase.collapsed else goal)) - spelled(one.group)
        for one in groups(page, "lane"):
            assert not letters(titles[one.id]) - spelled(one.group), one.id
        rows = ids(page, "lane")
        assert len(rows) == len(set(rows))
        seen.update(rows)
    assert set(seen) == set(titles)
    assert {one for page in map_pages(composed) for one in ids(page, "phase")} == set(goals)


def rows_lie_under_each_other(composed: Pages) -> None:
    """What is drawn of one lane, the paths aside, does not reach into the next."""
    for page in map_pages(composed):
        found = sorted(groups(page, "lane", "band"), key=lambda one: one.y)
        for above, below in pairwise(found):
            assert above.box.bottom <= below.y + _HARDLY
        for one in found:
            slack = _STROKE * composed.scale
            for item, box in inks(one.group.items, one.x, one.y):
                assert one.y - slack <= box.top, (one.id, item)
                assert box.bottom <= one.box.bottom + slack, (one.id, item)


def no_words_lie_on_others(made: Project, composed: Pages) -> None:
    """Labels of a curve and what lies over the map aside, which make the best of little room."""
    curves = {lane.id for lane in made.maps[0].lanes if lane.kind == "emotion"}

    def aside(tag: Tag) -> bool:
        return tag.kind in ("path", "trace", "connector") or (tag.kind == "lane" and tag.id in curves)

    for number, page in enumerate(composed.pages, 1):
        if len(inked := runs_of(page, aside)) > 3000:
            continue
        open_: list[tuple[GlyphRun, Box]] = []
        for run, box in sorted(inked, key=lambda pair: pair[1].top):
            open_ = [other for other in open_ if other[1].bottom > box.top]
            for other, there in open_:
                assert not box.meets(there, 0.25 * run.size), (number, run.text, other.text, box, there)
            open_.append((run, box))
