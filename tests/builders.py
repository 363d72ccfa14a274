"""Small builders of projects for all tests: ids are given by hand, so that a test can name what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from journey_editor.model.assets import AssetRef
from journey_editor.model.cards import Card, Emotion, ImageUse, Measure, Metric, Note, Picture, Touchpoint, WebLink
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import (
    CELL_OF_LANE,
    LANE_OF_KIND,
    ChannelMark,
    EmotionPoint,
    Lane,
    LaneKind,
)
from journey_editor.model.paths import Counterpart, Path
from journey_editor.model.project import Channel, JourneyMap, Persona, Project

#: The hash of the image that `everything()` uses; its bytes are those of PIXEL.
PIXEL_SHA = "9853e99cb7e9817f7ee8b6fb9ade7c8e023d2520647034a098f7f85ed81e9cb0"

#: A PNG of one white pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000"
    "000c4944415478da63f8ffff3f0005fe02fe331295140000000049454e44ae426082"
)


def tp(key: str, title: str = "", **fields: Any) -> Touchpoint:
    return Touchpoint(id=key, title=title or key, **fields)


def note(key: str, text: str = "", **fields: Any) -> Note:
    return Note(id=key, text=text or key, **fields)


def phase(key: str, *steps: str, **fields: Any) -> Phase:
    """A phase with steps of these ids; without any, with one step named after the phase ("p1" -> "p1s")."""
    return Phase(id=key, title=key, steps=tuple(Step(id=step) for step in steps or (key + "s",)), **fields)


def lane(kind: LaneKind, key: str, cells: Mapping[str, Iterable[Card]] | None = None, **fields: Any) -> Lane:
    """A lane with the stacks of its cells by step id, in the order of the steps."""
    if cells:
        fields["cells"] = tuple(
            CELL_OF_LANE[kind](step=step, cards=tuple(cards))  # type: ignore[arg-type]
            for step, cards in cells.items()
        )
    return cast(Lane, LANE_OF_KIND[kind](id=key, kind=kind, **fields))  # type: ignore[call-arg]


def journey(phases: Iterable[Phase] = (), lanes: Iterable[Lane] = (), key: str = "map", **fields: Any) -> JourneyMap:
    return JourneyMap(id=key, phases=tuple(phases), lanes=tuple(lanes), **fields)


def project(*maps: JourneyMap, **fields: Any) -> Project:
    return Project(id="project", maps=maps, **fields)


def two_by_two() -> Project:
    """Phases p1 (steps s1, s2) and p2 (s3); lanes a and b of touchpoints, n of notes.

    In a: a1, a2 in s1 and a3 in s3. In b: b1 in s2. In n: n1 in s1.
    """
    return project(
        journey(
            [phase("p1", "s1", "s2"), phase("p2", "s3")],
            [
                lane("touchpoints", "a", {"s1": [tp("a1"), tp("a2")], "s3": [tp("a3")]}),
                lane("touchpoints", "b", {"s2": [tp("b1")]}),
                lane("notes", "n", {"s1": [note("n1")]}),
            ],
        )
    )


def everything() -> Project:
    """A sound project in which every kind of thing, of lane and of reference occurs. German, with English words."""
    web = tp(
        "tp-web",
        "Website",
        description="Die erste Seite",
        channel="ch-web",
        emotions=(Emotion(persona="pe-eva", value=1.5, label="froh"), Emotion(persona="pe-tom", value=-0.5)),
        metrics=(Metric(name="Ladezeit", value=1.2, unit="s", target=1.0, better="lower", source="Lighthouse"),),
        tags=("neu", "wichtig"),
        links=(WebLink(title="Seite", address="https://example.org/"),),
        images=(ImageUse(sha256=PIXEL_SHA, caption="Ein Pixel"),),
        moment_of_truth=True,
    )
    shop = tp("tp-shop", "Laden", channel="ch-shop", emotions=(Emotion(persona="pe-eva", value=-1.0),))
    mail = tp("tp-mail", "E-Mail", channel="ch-web", status="possible")
    journey_map = JourneyMap(
        id="mp-one",
        title="Kauf",
        personas=("pe-eva", "pe-tom"),
        band_below="ln-online",
        phases=(phase("ph-before", "st-see", "st-ask"), phase("ph-after", "st-use")),
        lanes=(
            lane("touchpoints", "ln-online", {"st-see": [web], "st-use": [mail]}, mode="online"),
            lane("touchpoints", "ln-offline", {"st-ask": [shop]}, mode="offline"),
            lane("notes", "ln-notes", {"st-see": [note("nt-quote", "So schön", tone="quote", persona="pe-eva")]}),
            lane("text", "ln-text", {"st-use": [note("nt-text")]}),
            lane("metrics", "ln-metrics", {"st-use": [Measure(id="ms-nps", metric=Metric(name="NPS", value=42.0))]}),
            lane("images", "ln-images", {"st-ask": [Picture(id="pc-one", image=ImageUse(sha256=PIXEL_SHA))]}),
            lane(
                "emotion",
                "ln-emotion",
                personas=("pe-eva",),
                points_from="both",
                points=(EmotionPoint(id="pt-one", step="st-use", persona="pe-eva", value=2.0, label="stolz"),),
            ),
            lane(
                "channels",
                "ln-channels",
                channels=("ch-web", "ch-shop"),
                marks=(ChannelMark(channel="ch-shop", step="st-ask", importance=3),),
            ),
            lane("separator", "ln-line", line="visibility"),
        ),
        paths=(
            Path(
                id="pa-one",
                source="tp-web",
                target="tp-shop",
                kind="choice",
                condition="wenn unsicher",
                persona="pe-eva",
            ),
        ),
        counterparts=(Counterpart(id="cp-one", source="tp-shop", target="tp-mail"),),
    )
    other = journey([phase("ph-x", "st-x")], [lane("touchpoints", "ln-x", {"st-x": [tp("tp-x")]})], key="mp-two")
    return Project(
        id="pr-all",
        title="Alles",
        language="de",
        personas=(Persona(id="pe-eva", name="Eva", goals=("Zeit sparen",), portrait=PIXEL_SHA), Persona(id="pe-tom")),
        channels=(
            Channel(id="ch-web", name="Website", icon="globe", mode="online"),
            Channel(id="ch-shop", name="Laden", icon="store", mode="offline"),
        ),
        maps=(journey_map, other),
        images=(AssetRef(sha256=PIXEL_SHA, media_type="image/png", width=1, height=1, name="pixel.png"),),
        translations={
            "en": {
                "mp-one.title": "Purchase",
                "ph-before.title": "Before",
                "tp-web.title": "Web site",
                "tp-web.tags.0": "new",
                "tp-web.tags.1": "important",
                "tp-web.metrics.0.name": "Loading time",
                "tp-web.emotions.0.label": "glad",
                "tp-web.images.0.caption": "A pixel",
                "tp-shop.title": "Shop",
                "pt-one.label": "proud",
                "pa-one.condition": "if unsure",
                "pe-eva.goals.0": "Save time",
                "ch-shop.name": "Shop",
                "nt-quote.text": "How nice",
            }
        },
    )


def large(lanes: int = 20, steps: int = 50, cards: int = 10) -> Project:
    """Lanes l0, l1 ..., phases p0 ... of up to five steps s0, s1 ..., cards "c{lane}-{step}-{place}"."""
    keys = [f"s{i}" for i in range(steps)]
    phases = [phase(f"p{i // 5}", *keys[i : i + 5]) for i in range(0, steps, 5)]
    rows = [
        lane(
            "touchpoints",
            f"l{i}",
            {key: [tp(f"c{i}-{s}-{k}", f"Touchpoint {k}") for k in range(cards)] for s, key in enumerate(keys)},
        )
        for i in range(lanes)
    ]
    return project(journey(phases, rows))
