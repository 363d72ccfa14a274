"""What must hold of the signs on the pages of any map: paths and where they go on, points of curves, marks of matrices,
and what is said of words that were cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from journey_editor.layout import look
from journey_editor.layout.drawlist import Path
from journey_editor.layout.figures import dot_outline
from journey_editor.layout.icons import star_outline
from journey_editor.layout.pages import Pages
from journey_editor.model.cards import Touchpoint
from journey_editor.model.lanes import ChannelLane, EmotionLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import all_cards, map_personas, shown_cards
from tests.drawn import flat
from tests.layout.measured import Placed, groups, ids, inks, letters, spelled
from tests.layout.page_rules import map_pages

_DOTS = {dot_outline(shape) for shape in ("round", "square", "diamond", "triangle")}
_ONE = re.compile(r"([A-Z]+) *(to page|from page|→) *(\d+)")
_SEVERAL = re.compile(r"(to|from) pages: (.*)")


def each_path_is_drawn_or_goes_on_elsewhere(made: Project, composed: Pages) -> None:
    """By a letter that stands at its two ends and nowhere else, with the page where the other end is."""
    journey = made.maps[0]
    pages = map_pages(composed)
    where = {card: number for number, page in enumerate(pages, 1) for card in ids(page, "card")}
    links = [(link.id, link.source, link.target) for link in (*journey.paths, *journey.counterparts)]
    links = [link for link in links if link[1] in where and link[2] in where]
    here = {key for key, source, target in links if where[source] == where[target]}
    for number, page in enumerate(pages, 1):
        drawn = ids(page, "path") + ids(page, "trace")
        assert Counter(drawn) == Counter(key for key, source, _ in links if key in here and where[source] == number)
    ends: dict[str, dict[str, tuple[str, int]]] = {}
    for number, page in enumerate(pages, 1):
        for one in groups(page, "connector"):
            assert where[one.id] == number
            for letter, way, to in _letters(one):
                assert way not in ends.setdefault(letter, {}), letter
                ends[letter][way] = (one.id, to)
    met = Counter((end["to"][0], end["from"][0]) for end in ends.values())
    assert met == Counter((source, target) for key, source, target in links if key not in here)
    for end in ends.values():
        assert end["to"][1] == where[end["from"][0]]
        assert end["from"][1] == where[end["to"][0]]


def _letters(one: Placed) -> Iterator[tuple[str, str, int]]:
    """Each letter on a connector as it is drawn, whether it leads "to" or "from", and the page."""
    if single := _ONE.match(one.text):
        yield single[1], "from" if single[2] == "from page" else "to", int(single[3])
    else:
        several = _SEVERAL.match(one.text)
        assert several is not None, one.text
        for part in several[2].split(","):
            letter, page = part.split()
            yield letter, several[1], int(page)


def each_feeling_and_each_mark_is_drawn_once(made: Project, composed: Pages) -> None:
    journey = made.maps[0]
    steps = {step.id for phase in journey.phases if not (phase.hidden or phase.collapsed) for step in phase.steps}
    for lane in journey.lanes:
        if lane.hidden or lane.collapsed:
            continue
        if isinstance(lane, EmotionLane):
            assert _dots(journey, composed, lane.id) == _feelings(made, journey, lane, steps), lane.id
        elif isinstance(lane, ChannelLane):
            assert _dots(journey, composed, lane.id) == (_marks(made, journey, lane, steps), 0), lane.id


def _dots(journey: JourneyMap, composed: Pages, lane: str) -> tuple[int, int]:
    """How many dots and stars stand beside the head of a lane, on all pages."""
    dots = stars = 0
    for page in map_pages(composed):
        (whole,) = groups(page, "map")
        scale = whole.group.bleed  # that of a map is 1 point on the screen
        edge = whole.x + (look.MARGIN + max(journey.theme.head or look.HEAD, look.LEAST_HEAD)) * scale
        for one in groups(page, "lane"):
            for item, x, _ in flat(one.group.items, one.x, one.y) if one.id == lane else ():
                if isinstance(item, Path) and x + item.x >= edge:
                    dots += item.outline in _DOTS
                    stars += item.outline is star_outline()
    return dots, stars


def _feelings(made: Project, journey: JourneyMap, lane: EmotionLane, steps: set[str]) -> tuple[int, int]:
    shown = [one.id for one in map_personas(made, journey) if not lane.personas or one.id in lane.personas]
    dots = stars = 0
    if lane.points_from != "hand":
        for own, step, card in all_cards(journey):
            if not isinstance(card, Touchpoint) or own.hidden or step not in steps:
                continue
            for felt in card.emotions:
                if felt.persona not in shown:
                    continue
                dots += lane.expectation and felt.expected is not None
                star = card.moment_of_truth and felt.value is not None
                stars += star
                dots += felt.value is not None and (len(shown) > 1 or not star)
    if lane.points_from != "touchpoints":
        dots += sum(point.persona in shown and point.step in steps for point in lane.points)
    return dots, stars


def _marks(made: Project, journey: JourneyMap, lane: ChannelLane, steps: set[str]) -> int:
    """A mark by hand where touchpoints are as well is a ring more."""
    touched = {
        (card.channel, step)
        for _, step, card in all_cards(journey)
        if isinstance(card, Touchpoint) and card.channel and step in steps
    }
    by_hand = {(mark.channel, mark.step) for mark in lane.marks if mark.step in steps}
    named = set(lane.channels) or {channel.id for channel in made.channels}
    return sum(channel in named for channel, _ in [*touched, *by_hand])


def pictures_are_printed_whole(made: Project, composed: Pages) -> None:
    cards = {card.id: card for card in shown_cards(made.maps[0])}
    for page in map_pages(composed):
        for one in groups(page, "card"):
            card = cards[one.id]
            wanted = getattr(card, "image", None) or next(iter(getattr(card, "images", ())), None)
            shas = [item.sha256 for item, _ in inks(one.group.items) if hasattr(item, "sha256")]
            assert shas == ([wanted.sha256] if wanted else []), one.id


def words_that_are_cut_are_named_and_stand_behind(made: Project, composed: Pages) -> None:
    """Conditions, labels and the names of steps; those of cards are never cut."""
    journey, cut, pages = made.maps[0], set(composed.shortened), map_pages(composed)
    texts = _texts(made, journey, {card for page in pages for card in ids(page, "card")})
    drawn = sum((spelled(one.group) for page in pages for one in groups(page, "band")), Counter[str]())
    names = "".join(words for key, words in texts.items() if key not in cut and key in _steps(journey))
    assert not letters(names) - drawn
    for page in pages:
        for one in groups(page, "path"):
            assert one.id in cut or not letters(texts[one.id]) - spelled(one.group), one.id
        for one in groups(page, "connector"):
            for path in journey.paths:
                here = path.source == one.id and path.target not in ids(page, "card") and path.id in texts
                leaves = "→" in one.text[:6] or " to " in one.text or one.text.startswith("to ")
                assert not (here and leaves) or path.id in cut or not letters(path.condition) - spelled(one.group)
    behind = [page for page in composed.pages if page not in pages]
    told = sum((spelled(page.root) for page in behind), Counter[str]())
    for key in cut & texts.keys():
        assert not letters(texts[key]) - told, key


def _steps(journey: JourneyMap) -> set[str]:
    return {
        step.id for phase in journey.phases if not (phase.hidden or phase.collapsed) for step in phase.steps
    }  # fmt: skip


def _texts(made: Project, journey: JourneyMap, shown: set[str]) -> dict[str, str]:
    """The words that may be cut on a map, by the id under which that is said."""
    texts = {step.id: step.title for phase in journey.phases for step in phase.steps if step.id in _steps(journey)}
    texts |= {path.id: path.condition for path in journey.paths if {path.source, path.target} <= shown}
    texts |= {point.id: point.label for lane in journey.lanes for point in getattr(lane, "points", ())}
    texts |= {f"{journey.id}.title": journey.title, journey.id: journey.goal, made.id: made.author + made.organisation}
    return texts
