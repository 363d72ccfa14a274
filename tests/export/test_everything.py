"""Nothing is lost on paper: every word of the map in which everything occurs can be read out of its PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path as FilePath
from typing import cast

import pytest

from journey_editor.export.maps import export_map
from journey_editor.layout.card_texts import captions, said, title_of
from journey_editor.layout.details import Details
from journey_editor.layout.drawlist import Group, Image
from journey_editor.layout.numbers import number
from journey_editor.layout.pages import pages
from journey_editor.layout.print_words import Setting
from journey_editor.layout.shape import Shaper
from journey_editor.model.base import Node
from journey_editor.model.cards import Card, Emotion, ImageUse, Measure, Metric, Note, Picture, Touchpoint, WebLink
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.paths import Path
from journey_editor.model.project import JourneyMap, Persona, Project
from journey_editor.model.queries import card_lanes, text_in, touchpoints
from journey_editor.model.translatable import texts
from journey_editor.storage.files import load
from tests.builders import journey, lane, phase, project, tp
from tests.export import reading
from tests.model_walk import nodes

FILE = FilePath(__file__).parent.parent / "data" / "everything.journey"


@cache
def everything() -> tuple[Project, dict[str, bytes]]:
    loaded = load(FILE)
    return loaded.project, dict(loaded.images)


#: What is printed with all texts: beside the map, with all lists, and without the map.
_FULL: dict[str, dict[str, object]] = {
    "map": {"appendix": True},
    "lists": {"appendix": True, "findings": True, "sources": True},
    "details": {"appendix": True, "map_pages": False},
}


@cache
def printed(language: str, how: str = "map") -> str:
    """The text of all maps of the file, each with its appendix; words that a line's end broke are whole again."""
    project_, images = everything()
    exports = [
        export_map(project_, its.id, images, its.page.evolve(**_FULL[how]), language=language) for its in project_.maps
    ]
    assert all(not export.warnings for export in exports)
    text = "\n".join(reading.text(export.data) for export in exports)
    return re.sub("[\u00ad\ufffe\x02]\\s*", "", text)


def words(text: str) -> set[str]:
    """The words in a text; an address is as many as stand between its dots and strokes."""
    return set(re.findall(r"\w+", text.replace("\u00ad", "")))


def hidden(its: JourneyMap) -> set[str]:
    """The ids of all that the user hid, with what lies in it."""
    steps = {step.id for phase in its.phases if phase.hidden for step in phase.steps}
    found = {phase.id for phase in its.phases if phase.hidden} | steps
    found |= {lane.id for lane in its.lanes if lane.hidden}
    for card_lane in card_lanes(its):
        for cell in card_lane.cells:
            if card_lane.hidden or cell.step in steps:
                found |= {card.id for card in cell.cards}
    return found


def wanted(project_: Project, language: str) -> Iterator[tuple[str, str]]:
    """All texts of the project in a language, with where they stand."""
    unseen = {key for its in project_.maps for key in hidden(its)}
    for node in nodes(project_):
        key = getattr(node, "id", None)
        if key is not None and key not in unseen:
            for field, own in texts(node):
                yield f"{key}.{field}", text_in(project_, language, key, field, own)
        if isinstance(node, WebLink):
            yield "address", node.address


@pytest.mark.parametrize("how", _FULL)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_of_the_model_can_be_read_out_of_the_pdf(language: str, how: str) -> None:
    found = words(printed(language, how))
    lost = {
        place: sorted(words(text) - found) for place, text in wanted(everything()[0], language) if words(text) - found
    }
    assert not lost


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_figure_of_the_model_can_be_read_out_of_the_pdf(language: str) -> None:
    text = printed(language)
    for node in nodes(everything()[0]):
        if isinstance(node, Metric):
            for value in (node.value, node.target):
                assert value is None or number(value, language) in text, node
        if isinstance(node, Emotion):
            for value in (node.value, node.expected):
                assert value is None or number(value, language) in text, node


def test_words_with_marks_and_umlauts_come_out_as_they_were_entered() -> None:
    text = printed("de")
    for word in ("Kund*innen", "Küchenstudio", "Maße", "Öztürk", "Yılmaz", "beratung@example.org", "17\u00a0%"):
        assert word in text


@cache
def worksheets(language: str, kind: str) -> str:
    """The text of the worksheets of all maps of the file, with the cards that there are."""
    project_, images = everything()
    setups = [its.page.evolve(worksheet=kind, worksheet_cards=True) for its in project_.maps]
    exports = [
        export_map(project_, its.id, images, setup, language=language)
        for its, setup in zip(project_.maps, setups, strict=True)
    ]
    return re.sub("[\u00ad\ufffe\x02]\\s*", "", "\n".join(reading.text(export.data) for export in exports))


@pytest.mark.parametrize("kind", ["map", "phases"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_worksheets_have_the_words_of_all_phases_steps_lanes_and_touchpoints(language: str, kind: str) -> None:
    project_, _ = everything()
    found = words(worksheets(language, kind))
    for its in project_.maps:
        unseen = hidden(its)
        things = [*its.phases, *(step for phase in its.phases for step in phase.steps), *touchpoints(its)]
        # Lines across the map have a place between lanes only, and curves by phase have one at each touchpoint.
        things += [lane for lane in its.lanes if lane.kind not in ("separator", "emotion", "touchpoints")]
        for thing in things:
            title = text_in(project_, language, thing.id, "title", thing.title)
            assert thing.id in unseen or words(title) <= found, title


@pytest.mark.parametrize("how", ["lists", "details", "worksheets"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_hidden_is_not_printed(language: str, how: str) -> None:
    project_, _ = everything()
    unseen = {key for its in project_.maps for key in hidden(its)}
    found = words(worksheets(language, "map") if how == "worksheets" else printed(language, how))
    assert unseen
    for node in nodes(project_):
        if getattr(node, "id", None) in unseen:
            for field, own in texts(node):
                said_ = text_in(project_, language, node.id, field, own)  # type: ignore[attr-defined]  # it has an id
                if field in ("title", "text") and own:
                    assert not words(said_) & found, said_


def test_every_picture_of_the_model_is_printed() -> None:
    project_, _ = everything()
    drawn = {
        image
        for its in project_.maps
        for page in pages(project_, its.id, its.page.evolve(appendix=True)).pages
        for image in pictures(page.root)
    }
    assert drawn == {image.sha256 for image in project_.images}


def pictures(group: Group) -> Iterator[str]:
    for item in group.items:
        if isinstance(item, Image):
            yield item.sha256
        elif isinstance(item, Group):
            yield from pictures(item)


# What each attribute of a card may be, other than it is by default.
_OTHER: dict[str, object] = {
    "mode": "online",
    "status": "possible",
    "evidence": "assumed",
    "flow_role": "wait",
    "tone": "pain",
    "persona": "pe",
    "channel": "ch",
    "moment_of_truth": True,
    "optional": True,
    "emotions": (Emotion(persona="pe", value=1.5, expected=-0.5, label="froh"),),
    "metrics": (Metric(name="Quote", value=2.5),),
    "metric": Metric(name="Quote", value=2.5),
    "tags": ("Schlagwort",),
    "links": (WebLink(title="Seite", address="https://example.org"),),
    "images": (ImageUse(sha256="a" * 64, caption="Bild"),),
    "image": ImageUse(sha256="a" * 64, caption="Bild"),
}
#: What a page has no words for: a name for the program, and colour, which is seen.
_UNSAID = {"id", "color"}


def in_full(card: Card) -> list[object]:
    holder = project(journey([phase("p")], [lane("emotion", "e")]))
    holder = Project.model_validate(
        {**holder.__dict__, "personas": ({"id": "pe", "name": "Ada"},), "channels": ({"id": "ch", "name": "Funk"},)}
    )
    setting = Setting(holder, "de", Shaper())
    return [title_of(setting, card), *said(setting, card), *captions(setting, card)]


@pytest.mark.parametrize("kind", [Touchpoint, Note, Measure, Picture])
def test_the_appendix_has_every_attribute_of_a_card(kind: type[Node]) -> None:
    bare = cast(Card, kind(id="card"))  # type: ignore[call-arg]
    for name in kind.model_fields.keys() - _UNSAID:
        other = bare.evolve(**{name: _OTHER.get(name, "Wörtchen")})
        assert in_full(other) != in_full(bare), f"the appendix does not say {kind.__name__}.{name}"


#: What each attribute of a metric may be.
_OF_METRIC: dict[str, object] = {
    "value": 3.0,
    "target": 4.0,
    "better": "lower",
    "trend": "falling",
    "date": "2026-03-22",
}


@pytest.mark.parametrize("name", Metric.model_fields)
def test_the_appendix_has_every_attribute_of_a_metric(name: str) -> None:
    bare = Measure(id="card")
    metric = Metric().evolve(**{name: _OF_METRIC.get(name, "Rate")})
    assert in_full(bare.evolve(metric=metric)) != in_full(bare), f"the appendix does not say Metric.{name}"


#: What each attribute of a path may be.
_OF_PATH: dict[str, object] = {"kind": "loop", "persona": "pe", "source": "two", "target": "three"}


@pytest.mark.parametrize("name", sorted(Path.model_fields.keys() - {"id"}))
def test_the_appendix_has_every_attribute_of_a_path(name: str) -> None:
    def in_words(path: Path) -> list[tuple[str, str]]:
        touchpoints = [tp("one"), tp("two"), tp("three")]
        its = journey([phase("p")], [lane("touchpoints", "l", {"ps": touchpoints})], paths=(path,))
        holder = project(its, personas=(Persona(id="pe", name="Ada"),))
        details = Details(Setting(holder, "de", Shaper()), its, (), 500.0)
        return [way for card in touchpoints for way in details.ways(card.id)]

    bare = Path(id="path", source="one", target="two")
    other = bare.evolve(**{name: _OF_PATH.get(name, "falls")})
    if name == "source":
        other = other.evolve(target="one")
    assert in_words(other) != in_words(bare), f"the appendix does not say Path.{name}"


def test_a_curve_drawn_by_hand_is_in_the_appendix_when_its_lane_is_folded() -> None:
    project_, images = everything()
    its = project_.maps[0]
    lanes = tuple(one.evolve(collapsed=True) if isinstance(one, EmotionLane) else one for one in its.lanes)
    folded = project_.evolve(maps=(its.evolve(lanes=lanes),))
    text = reading.text(export_map(folded, its.id, images, its.page.evolve(appendix=True)).data)
    assert "Auswahl · Planen: Familie Sommer: −0,5, Zweifel am Termin" in re.sub(r"\s+", " ", text)
