"""Pages about personas: nothing that is said of one is cut or lies outside the page, however long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from journey_editor.layout.drawlist import Group, Image, Item
from journey_editor.layout.pages import Page, Pages, pages
from journey_editor.layout.scaling import runs
from journey_editor.model.assets import AssetRef
from journey_editor.model.cards import Emotion
from journey_editor.model.project import Persona, Project
from journey_editor.model.style import PageSetup
from tests.builders import journey, lane, phase, tp

PAPERS = [
    PageSetup(paper="A4", orientation="landscape", persona_pages=True),
    PageSetup(paper="A4", orientation="portrait", persona_pages=True),
    PageSetup(paper="A3", orientation="landscape", persona_pages=True),
    PageSetup(paper="custom", width=80, height=200, persona_pages=True),
    PageSetup(paper="custom", width=500, height=90, persona_pages=True),
]
SHORT = Persona(
    id="eva",
    name="Eva Kühn",
    role="sucht ein Haus",
    age="34",
    quote="Was kostet das?",
    biography="Wohnt zur Miete. Kund*innen wie sie vergleichen lange.",
    goals=("ein Garten",),
    needs=("Zahlen", "Ruhe"),
    frustrations=("Fachwörter",),
)
HOSTILE = Persona(
    id="ida",
    name="Ida <b>fett</b> & Co " + "von Hohenstein " * 60,
    role="Rolle " * 300,
    age="zwischen zwanzig und hundert " * 30,
    quote="Ein Zitat, das nicht endet. " * 80,
    biography="Donaudampfschifffahrtsgesellschaft " * 40 + "\n\n" + "x" * 3000 + " مرحبا بالعالم 😀",
    goals=tuple(f"Ziel{n} " * (n % 9 + 1) for n in range(80)),
    needs=("y" * 900,),
    frustrations=("هدف بالعربية",),
)


def made_of(*personas: Persona, **fields: object) -> Project:
    card = tp("t1", "Beratung", emotions=(Emotion(persona="eva", value=1.5, label="endlich"),))
    other = tp("t2", "Rechnung", emotions=(Emotion(persona="eva", value=-1.0),))
    made = journey([phase("p")], [lane("touchpoints", "a", {"ps": [card, other]})])
    return Project(id="project", language="de", personas=personas, maps=(made,), **fields)  # type: ignore[arg-type]


def composed(project: Project, setup: PageSetup = PAPERS[0], language: str = "") -> Pages:
    return pages(project, "map", setup, language)


def behind(made: Pages) -> tuple[Page, ...]:
    """The pages behind the map."""
    return made.pages[1:]


def words(of: tuple[Page, ...]) -> str:
    """All that can be read, without the spaces and hyphens of broken lines."""
    said = "".join(run.text for page in of for run in runs(page.root.items))
    return re.sub(r"[\s\u00ad-]", "", said)


def ink(items: tuple[Item, ...], x: float, y: float) -> Iterator[tuple[float, float, float, float]]:
    """The letters and pictures of a page: left, top, right and bottom. A picture counts by what is seen of it."""
    for item in items:
        if isinstance(item, Group):
            yield from ink(item.items, x + item.x, y + item.y)
        elif isinstance(item, Image):
            seen = item.crop
            assert seen is not None
            yield x + item.x + seen.x, y + item.y + seen.y, x + item.x + seen.x + seen.w, y + item.y + seen.y + seen.h
    for run in (item for item in items if not isinstance(item, Group) and hasattr(item, "glyphs")):
        yield x + run.x, y + run.y - run.size, x + run.x + run.advance, y + run.y  # type: ignore[union-attr]


@pytest.mark.parametrize("setup", PAPERS)
@pytest.mark.parametrize("persona", [SHORT, HOSTILE])
def test_all_that_is_known_stands_on_the_page_and_none_beyond_its_edge(persona: Persona, setup: PageSetup) -> None:
    project = made_of(persona)
    made = composed(project, setup)
    said = words(behind(made))
    lists = (*persona.goals, *persona.needs, *persona.frustrations)
    for text in (persona.name, persona.role, persona.age, persona.quote, persona.biography, *lists):
        for word in text.split():
            if len(word) > 500:  # goes over pages, with their feet between
                assert said.count(word[0]) >= len(word)
            elif word.isascii() or "ü" in word:  # other scripts come as they are drawn
                assert word.replace("-", "") in said
    for page in behind(made):
        for left, top, right, bottom in ink(page.root.items, 0.0, 0.0):
            assert left >= -0.5
            assert top >= -0.5
            assert right <= page.width + 0.5
            assert bottom <= page.height + 0.5


def test_a_short_persona_takes_one_page_and_a_long_one_several() -> None:
    assert len(behind(composed(made_of(SHORT)))) == 1
    assert len(behind(composed(made_of(HOSTILE)))) > 2
    assert len(behind(composed(made_of(SHORT, HOSTILE, SHORT.evolve(id="tom"))))) > 4


def test_a_persona_of_whom_nothing_is_known_has_no_page() -> None:
    assert behind(composed(made_of(Persona(id="eva")))) == ()
    assert len(behind(composed(made_of(Persona(id="eva", needs=("Ruhe",)))))) == 1


def test_pages_are_made_only_if_wished_for() -> None:
    assert behind(composed(made_of(SHORT), PageSetup())) == ()


def test_only_the_personas_of_the_map_have_pages() -> None:
    project = made_of(SHORT, SHORT.evolve(id="tom", name="Tom"))
    project = project.evolve(maps=(project.maps[0].evolve(personas=("tom",)),))
    (page,) = behind(composed(project))
    assert "Tom" in words((page,))
    assert "EvaKühn" not in words((page,))


def test_the_page_speaks_the_language_of_the_map() -> None:
    project = made_of(SHORT).evolve(translations={"en": {"eva.role": "looks for a house", "eva.needs.1": "calm"}})
    german, english = words(behind(composed(project))), words(behind(composed(project, language="en")))
    assert "Ziele" in german
    assert "„Waskostetdas?“" in german
    assert "HöhepunktderReise" in german
    assert "Goals" in english
    assert "looksforahouse" in english
    assert "calm" in english
    assert "“Waskostetdas?”" in english


def test_the_high_and_low_point_are_told_if_they_differ() -> None:
    said = words(behind(composed(made_of(SHORT))))
    assert "Beratung:endlich" in said
    assert "Rechnung" in said
    tom = SHORT.evolve(id="tom")
    assert "Beratung" not in words(behind(composed(made_of(tom))))


@pytest.mark.parametrize(("width", "height"), [(4000, 100), (100, 4000), (300, 300)])
def test_a_portrait_of_any_shape_is_seen_in_a_circle(width: int, height: int) -> None:
    sha256 = "a" * 64
    asset = AssetRef(sha256=sha256, media_type="image/png", width=width, height=height)
    project = made_of(SHORT.evolve(portrait=sha256), images=(asset,))
    (page,) = behind(composed(project))

    def images(items: tuple[Item, ...]) -> Iterator[Image]:
        for item in items:
            if isinstance(item, Image):
                yield item
            elif isinstance(item, Group):
                yield from images(item.items)

    (image,) = images(page.root.items)
    assert image.crop is not None
    assert image.crop.w == image.crop.h == 2 * image.crop.radius
    assert image.w / image.h == pytest.approx(width / height)


def test_type_is_never_too_small_to_read() -> None:
    for setup in PAPERS:
        for page in behind(composed(made_of(HOSTILE), setup)):
            assert min(run.size for run in runs(page.root.items)) >= 7.99


def test_who_has_a_page_needs_no_place_in_the_appendix() -> None:
    with_page, without = composed(made_of(HOSTILE)), composed(made_of(HOSTILE), PageSetup(paper="A4"))
    assert "ida" not in with_page.shortened
    assert "ida" in without.shortened
    assert "Ziel79" in words(behind(without)), "what is cut over the map stands behind it"


def test_a_long_name_does_not_push_the_map_off_its_page() -> None:
    project = made_of(HOSTILE)
    assert composed(project).scale > composed(made_of(SHORT)).scale / 3


def test_the_fourth_persona_is_named_over_the_map() -> None:
    four = [Persona(id=key, name=key.title()) for key in ("eva", "tom", "ida", "max")]
    said = words(pages(made_of(*four), "map", PageSetup()).pages)
    assert "WeiterePersonas:Max" in said


def test_of_a_part_of_the_map_no_page_says_what_is_best_and_worst_of_the_journey() -> None:
    for filtered, there in (("", True), ("A part of the map", False)):
        made = pages(made_of(SHORT), "map", PAPERS[0], "de", filtered=filtered)
        assert ("TiefpunktderReise" in words(behind(made))) is there
