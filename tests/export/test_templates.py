"""Every template on A4 and A3, in both languages: nothing leaves the page, and no letter is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journey_editor.export.maps import export_map
from journey_editor.export.small_type import TOO_SMALL
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Group, Image, Item, Path, Rect
from journey_editor.layout.pages import pages
from journey_editor.model.queries import all_cards, text_in
from journey_editor.model.style import PageSetup
from journey_editor.places import resource
from journey_editor.storage.files import load
from tests.export import reading
from tests.export.test_maps import letters

NAMES = sorted(file.stem for file in resource("templates").glob("*.journey"))
LAYOUTER = Layouter()


def boxes(items: tuple[Item, ...], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of all that is drawn; of curves, where their points and handles lie."""
    for item in items:
        if isinstance(item, Group):
            yield from boxes(item.items, x + item.x, y + item.y)
        elif isinstance(item, GlyphRun):
            yield x + item.x, y + item.y - item.size, x + item.x + item.advance, y + item.y + item.size * 0.3
        elif isinstance(item, Rect | Image):
            yield x + item.x, y + item.y, x + item.x + item.w, y + item.y + item.h
        elif isinstance(item, Path):
            numbers = [value for step in item.outline.steps for value in step[1:]]
            across = [x + item.x + value * item.scale for value in numbers[::2]]
            down = [y + item.y + value * item.scale for value in numbers[1::2]]
            if across:
                yield min(across), min(down), max(across), max(down)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_template_leaves_the_page(name: str, paper: str, language: str) -> None:
    project = load(resource("templates", f"{name}.journey")).project
    for journey in project.maps:
        setup = PageSetup(paper=paper)  # type: ignore[arg-type]
        for page in pages(project, journey.id, setup, language, LAYOUTER).pages:
            edge = setup.margin / 2 / 25.4 * 72
            found = list(boxes(page.root.items))
            assert len(found) > 20
            assert min(box[0] for box in found) >= edge
            assert min(box[1] for box in found) >= edge
            assert max(box[2] for box in found) <= page.width - edge
            assert max(box[3] for box in found) <= page.height - edge


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "blank"])
def test_a_template_can_be_read_on_a4_too(name: str, language: str) -> None:
    """A3 is what they are made for (`test_maps`); on A4 they are what a handout in the hand allows."""
    project = load(resource("templates", f"{name}.journey")).project
    for journey in project.maps:
        made = export_map(project, journey.id, {}, PageSetup(paper="A4"), language, layouter=LAYOUTER)
        assert made.pages == 1
        assert made.smallest >= TOO_SMALL


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "blank"])
def test_stars_and_umlauts_come_out_of_the_pdf_as_they_were_written(name: str, paper: str, language: str) -> None:
    project = load(resource("templates", f"{name}.journey")).project
    setup = PageSetup(paper=paper)  # type: ignore[arg-type]
    looked_for = set()
    for journey in project.maps:
        made = export_map(project, journey.id, {}, setup, language, allow_small=True, layouter=LAYOUTER)
        found = letters(reading.text(made.data))
        for _, _, card in all_cards(journey):
            for field in ("title", "description", "text", "call_to_action"):
                own = getattr(card, field, "")
                words = text_in(project, language, card.id, field, own).split()
                odd = {letters(word) for word in words if not word.isascii() or "*" in word}
                assert all(word in found for word in odd), odd
                looked_for |= odd
    if language == "de":
        assert any("und*innen" in word for word in looked_for)
        assert any(umlaut in word for word in looked_for for umlaut in "äöüß")
