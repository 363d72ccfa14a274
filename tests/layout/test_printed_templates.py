"""The templates as they come out of the presets: what a picky reader of the printed pages would ask of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from journey_editor.layout.drawlist import GlyphRun, Group, Path
from journey_editor.layout.pages import Page, Pages, pages
from journey_editor.layout.scaling import runs
from journey_editor.model.presets import PRESETS, PresetName
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup
from journey_editor.storage.templates import from_template
from tests.drawn import flat
from tests.layout.measured import groups

NOW = datetime(2026, 3, 22, tzinfo=UTC)
TEMPLATES = ["mirror", "five-phases", "service-loop", "automation", "online-and-offline", "service-blueprint"]


def project_of(name: str, language: str) -> Project:
    return from_template(name, language, now=NOW).project


def printed(name: str, setup: PageSetup | PresetName, language: str = "de") -> Pages:
    project = project_of(name, language)
    setup = PRESETS[setup] if isinstance(setup, str) else setup
    return pages(project, project.maps[0].id, setup, language)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_slides_are_few_and_can_be_read_on_a_wall(name: str, language: str) -> None:
    made = printed(name, "slides", language)
    assert made.smallest >= 12
    assert len(made.pages) <= 6
    for page in made.pages:
        (drawn,) = [group for group, _, _ in groups(page, "map")]
        assert drawn.w > page.width * 0.85, "a slide is used from edge to edge"


@pytest.mark.parametrize("name", ["mirror", "online-and-offline"])
def test_a_tall_map_by_phases_has_a_page_for_each(name: str) -> None:
    made = printed(name, PRESETS["handout"].evolve(fit="phases", appendix=False))
    assert len(made.pages) == 5
    assert made.smallest >= 7.99


@pytest.mark.parametrize("fit", ["page", "phases", "readable"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_no_word_lies_on_a_curve(paper: str, fit: str) -> None:
    setup = PageSetup(paper=paper, orientation="auto", fit=fit)  # type: ignore[arg-type]
    for page in printed("service-loop", setup).pages:
        assert not [(words, at) for words, at in _covered(page)]


def _covered(page: Page) -> list[tuple[str, tuple[float, float]]]:
    """Words in emotion lanes that a curve crosses, with the place where it does."""
    words: list[tuple[GlyphRun, float, float]] = []
    lines: list[tuple[float, float]] = []
    for lane, x, y in groups(page, "lane"):
        drawn = [(item, x + at_x, y + at_y) for item, at_x, at_y in flat(lane.items)]
        curves = [(item, a, b) for item, a, b in drawn if isinstance(item, Path) and _is_curve(item)]
        lines += [point for item, a, b in curves for point in _along(item, a, b)]
        words += [(item, a, b) for item, a, b in drawn if isinstance(item, GlyphRun) and curves]
    found = []
    for run, x, y in words:
        left, right, base = x + run.x, x + run.x + run.advance, y + run.y
        hit = [at for at in lines if left < at[0] < right and base - run.size * 0.75 < at[1] < base]
        found += [(run.text, hit[0])] if hit else []
    return found


def _is_curve(item: Path) -> bool:
    """Curves are the only long strokes that are not straight."""
    steps = item.outline.steps
    return bool(item.stroke) and len(steps) > 1 and all(step[0] == "C" for step in steps[1:]) and not item.fill


def _along(item: Path, x: float, y: float) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    before = (0.0, 0.0)
    for step in item.outline.steps:
        if step[0] == "C":
            a, b, c, d, e, f = step[1:]  # type: ignore[misc]
            for n in range(41):
                t = n / 40
                k = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                points.append((
                    x + item.x + sum(w * v for w, v in zip(k, (before[0], a, c, e), strict=True)) * item.scale,
                    y + item.y + sum(w * v for w, v in zip(k, (before[1], b, d, f), strict=True)) * item.scale,
                ))  # fmt: skip
        before = (step[-2], step[-1])  # type: ignore[assignment, misc]
    return points


def test_the_names_of_lines_keep_out_of_the_columns_in_which_paths_run() -> None:
    for page in printed("service-blueprint", "wall").pages + printed("service-blueprint", "slides").pages:
        gutter = min(x for _, x, _ in groups(page, "card")) - 5.0
        for lane, at, _ in groups(page, "lane"):
            names = [(item, x) for item, x, _ in flat(lane.items) if isinstance(item, GlyphRun)]
            if lane.tag is not None and "linie" in lane.tag.label.lower():
                assert names
                assert all(at + x + run.x + run.advance <= gutter for run, x in names)


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_foot_says_in_full_what_a_page_belongs_to(name: str) -> None:
    for key in ("handout", "worksheet", "details", "slides"):
        for page in printed(name, key).pages:
            ((foot, _, _),) = groups(page, "footer")
            said = [run.text for run in runs(foot.items)]
            assert not any(words.endswith("…") for words in said), (key, said)


def test_a_date_is_not_broken() -> None:
    made = printed("mirror", "details")
    lines = [run.text for group, _, _ in _heads(made.pages[0]) for run in runs(group.items)]
    assert any("22.\N{NO-BREAK SPACE}März\N{NO-BREAK SPACE}2026" in line for line in lines)


def _heads(page: Page) -> list[tuple[Group, float, float]]:
    return [(item, 0.0, 0.0) for item in page.root.items if isinstance(item, Group)]


def test_lanes_that_say_nothing_of_themselves_are_named_in_one_line() -> None:
    made = printed("mirror", "details")
    said = [run.text for page in made.pages for run in runs(page.root.items)]
    assert any("Plattformen · Eigene Kanäle · Persönlich" in words.replace("\N{NO-BREAK SPACE}", " ") for words in said)


@pytest.mark.parametrize(("name", "count"), [("mirror", 11), ("five-phases", 6), ("service-blueprint", 11)])
def test_worksheets_by_phase_share_the_lanes_that_take_few_lines(name: str, count: int) -> None:
    made = printed(name, PRESETS["worksheet"].evolve(worksheet="phases"))
    assert len(made.pages) == count
    (band,) = [group for group, _, _ in groups(made.pages[-1], "worksheet")]
    said = " ".join(run.text for run in runs(band.items))
    assert all(phase.title.split()[0] in said for phase in project_of(name, "de").maps[0].phases)


@pytest.mark.parametrize("name", TEMPLATES)
def test_two_sheets_are_enough_in_natural_size(name: str) -> None:
    setup = PageSetup(paper="A4", orientation="auto", margin=10, fit="natural")
    assert len(printed(name, setup).pages) == 2
