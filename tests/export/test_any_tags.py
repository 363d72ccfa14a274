"""Whatever a map holds and however it is printed: every card is read once, lane by lane along its columns."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_editor.export.maps import export_map
from journey_editor.model.cards import Emotion, Touchpoint
from journey_editor.model.project import Persona, Project
from journey_editor.model.style import PageSetup
from tests.builders import journey, lane, note, phase, project, tp
from tests.export.tag_rules import broken
from tests.export.tags import Said, structure

WORDS = (
    "",
    "Ein Haus mit Garten",
    "Donaudampfschifffahrtsgesellschaft " * 3,
    "שלום עולם",
    "مرحبا بالعالم",
    "日本語の文",
)
SETUPS: tuple[dict[str, Any], ...] = (
    {},
    {"fit": "phases", "phases_each": 2},
    {"fit": "lanes", "lanes_each": 2, "appendix": True},
    {"fit": "pages", "pages_wide": 2, "findings": True},
    {"fit": "natural", "title_block": False},
    {"paper": "A1", "tile": "A4", "overlap": 10},
    {"paper": "A2", "tile": "A3", "overlap": 0, "appendix": True},
    {"fit": "phases", "paper": "A2", "tile": "A4", "title_block": False},
)


@st.composite
def maps(draw: st.DrawFn) -> Project:
    phases = [
        phase(f"p{n}", *(f"p{n}s{m}" for m in range(draw(st.integers(1, 2))))) for n in range(draw(st.integers(1, 5)))
    ]
    steps = [step.id for one in phases for step in one.steps]
    lanes = []
    for n in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(["touchpoints", "notes", "separator", "emotion"]))
        cells: dict[str, list[Any]] = {}
        for step in draw(st.sets(st.sampled_from(steps), max_size=4)) if kind in ("touchpoints", "notes") else ():
            keys = [f"c{n}x{step}x{m}" for m in range(draw(st.integers(1, 4)))]
            feeling = (Emotion(persona="pe", value=draw(st.sampled_from([-2.0, 0.5]))),)
            made = [tp(key, f"<{key}>", description=draw(st.sampled_from(WORDS)), emotions=feeling) for key in keys]
            cells[step] = made if kind == "touchpoints" else [note(key, f"<{key}>") for key in keys]
        lanes.append(lane(kind, f"l{n}", cells, title=draw(st.sampled_from(WORDS)).strip()))  # type: ignore[arg-type]
    below = draw(st.sampled_from(["", *(one.id for one in lanes)]))
    return project(journey(phases, lanes, band_below=below, title="Karte"), personas=(Persona(id="pe", name="Eva"),))


def keys_of(said: Said) -> list[str]:
    """The cards in the order in which they are read; each says its own name."""
    found = []
    for item in said.of("LBody"):
        words = "".join(item.words.replace("\u00ad", "").split())
        found += [words[words.index("<") + 1 : words.index(">")]] if "<" in words else []
    return found


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=15)
@given(maps(), st.sampled_from(SETUPS))
def test_every_card_is_read_once_and_in_order(made: Project, setup: dict[str, Any]) -> None:
    data = export_map(made, "map", {}, PageSetup(**setup), allow_small=True).data
    assert broken(data) == []
    order = [step.id for one in made.maps[0].phases for step in one.steps]
    wanted = [
        card.id
        for one in made.maps[0].lanes
        for cell in sorted(getattr(one, "cells", ()), key=lambda cell: order.index(cell.step))
        for card in cell.cards
    ]
    found = keys_of(structure(data).document)
    if setup.get("fit", "page") == "page":
        assert found == wanted
    else:  # page by page, and in each lane by lane
        assert sorted(found) == sorted(wanted)
        for one in made.maps[0].lanes:
            mine = [key for key in wanted if key.startswith(f"c{one.id[1:]}x")]
            assert [key for key in found if key in mine] == mine


def test_the_name_of_a_card_is_found_in_its_words() -> None:
    cells = {"ps": [Touchpoint(id="c0xpsx0", title="<c0xpsx0>")]}
    made = project(journey([phase("p")], [lane("touchpoints", "l0", cells)]))
    data = export_map(made, "map", {}, PageSetup(), allow_small=True).data
    assert keys_of(structure(data).document) == ["c0xpsx0"]
