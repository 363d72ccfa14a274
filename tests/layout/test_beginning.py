"""A card shows the beginning of a text of any length; the pages behind the map have it in full."""

from __future__ import annotations

import pytest

from journey_editor.layout.beginning import MOST_LETTERS, MOST_LINES, beginning, words_of
from journey_editor.layout.borrowed import Borrowed, borrowed
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun
from journey_editor.layout.pages import pages
from journey_editor.model.cards import Note, Touchpoint
from journey_editor.model.project import Project
from tests.builders import journey, lane, phase, project, tp
from tests.drawn import inked

LONG = " ".join(f"Wort{n}" for n in range(20_000))


def of(*cards: Touchpoint | Note) -> Project:
    kind = "notes" if isinstance(cards[0], Note) else "touchpoints"
    return project(journey([phase("p")], [lane(kind, "l", {"ps": list(cards)})]))


@pytest.mark.parametrize(
    "text", ["", "short", "x" * MOST_LETTERS, "\n" * (MOST_LINES - 1), "a b " * (MOST_LETTERS // 4)]
)
def test_what_is_not_too_long_is_shown_as_it_is(text: str) -> None:
    assert beginning(text) is text


def test_a_long_text_ends_with_a_whole_word() -> None:
    shown = beginning(LONG)
    assert MOST_LETTERS - 60 < len(shown) <= MOST_LETTERS + 1
    assert shown.endswith("…")
    assert LONG.startswith(shown[:-1] + " ")


def test_a_letter_is_not_taken_apart() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    shown = beginning(family * 1000)
    assert set(shown.removesuffix("…").split(family)) == {""}
    assert len(beginning("e" + "\u0301" * 1_000_000)) <= MOST_LETTERS + 1


def test_many_lines_are_too_long_too() -> None:
    shown = beginning("line\n" * 500)
    assert shown == "\n".join(["line"] * MOST_LINES) + "…"


def test_words_of_another_language_stay_words_of_it() -> None:
    shown = beginning(borrowed(LONG, "fr", dotted=True))
    assert isinstance(shown, Borrowed)
    assert (shown.language, shown.dotted) == ("fr", True)


@pytest.mark.parametrize(
    "card",
    [
        tp("a", title="A", description=LONG),
        tp("a", title=LONG),
        Note(id="a", text=LONG),
        Note(id="a", tone="idea", text=LONG),
    ],
)
def test_a_card_with_a_book_is_no_higher_than_a_page_and_is_told_of(card: Touchpoint | Note) -> None:
    made = Layouter().layout(of(card), "map")
    assert made.height < 1600
    assert made.shortened == (words_of("a"),)


def test_a_card_that_gets_shorter_is_not_told_of_any_more() -> None:
    layouter = Layouter()
    assert layouter.layout(of(tp("a", description=LONG)), "map").shortened
    assert layouter.layout(of(tp("a", description="short")), "map").shortened == ()


@pytest.mark.parametrize("card", [tp("a", title="A", description=LONG), tp("a", title=LONG), Note(id="a", text=LONG)])
def test_the_pages_have_all_of_it(card: Touchpoint | Note) -> None:
    made = pages(of(card), "map")
    assert made.shortened == (words_of("a"),)
    assert made.smallest >= 8.0  # it fits as well as a card with some lines does
    behind = inked(tuple(page.root for page in made.pages[1:]))
    said = " ".join(item.text for item in behind if isinstance(item, GlyphRun))
    missing = set(LONG.split()) - set(said.replace("\u00ad", "").split())
    assert missing == set()
