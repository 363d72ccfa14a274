"""Maps of any kind for tests of what is printed: all lanes, all scripts, from nothing to a thousand cards.

Cards are drawn once for each lane and then laid into its cells again and again, each with an id of its own: so a map
of a thousand cards takes no more choices than one of ten, and what fails is soon made small.
"""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from hypothesis import strategies as st

from journey_editor.model.assets import AssetRef
from journey_editor.model.cards import Card, Emotion, ImageUse, Measure, Metric, Note, Picture, Tone, Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import ChannelMark, EmotionPoint, Lane, LaneKind
from journey_editor.model.paths import Counterpart, Path, PathKind
from journey_editor.model.project import Channel, Persona, Project
from journey_editor.model.style import Theme
from journey_editor.model.tones import TONES
from tests.builders import journey, lane, project

KINDS: tuple[LaneKind, ...] = (
    "touchpoints", "notes", "text", "emotion", "metrics", "images", "channels", "separator",
)  # fmt: skip
PICTURES = tuple(
    AssetRef(sha256=sign * 64, media_type="image/png", width=w, height=h)
    for sign, w, h in (("a", 400, 300), ("b", 30, 2000), ("c", 4000, 40), ("d", 1, 1))
)
_ENDLESS = "Unendlich lang, und noch ein Satz. " * 2860
WORDS = st.sampled_from(
    ["", "", "Kurz", "Kund*innen", "Ein längerer Satz über das Haus. " * 4, "Kundendatenmanagementsystem" * 3,
     "Zeile\nZeile\n\nnoch eine", "日本語の文章。" * 6, "مرحبا بالعالم، كيف الحال؟", "שלום (עולם) 123",
     "ภาษาไทยไม่มีช่องว่าง" * 3,
     "हिन्दी में", "한국어 문장", "<b>fett</b> & 🏠👩‍👩‍👧‍👦 {x} %s", "Wort " * 120, "x\u00ady\u200bz e\u0301", "…"]
)  # fmt: skip
TEXTS = st.one_of(WORDS, WORDS, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
#: One in many is as long as a book.
BOOKS = st.integers(0, 400).flatmap(lambda n: st.just(_ENDLESS) if n == 400 else TEXTS)
NAMES = TEXTS.map(lambda text: text[:80])
VALUES = st.integers(-4, 4).map(lambda n: n / 2)
_AMOUNTS = st.sampled_from([0, 0, 1, 1, 2, 5])
_SHAS = st.sampled_from(["", *(picture.sha256 for picture in PICTURES)])
_PERSONAS, _CHANNELS = ("pe0", "pe1", "pe2", "pe3", "pe4"), ("ch0", "ch1", "ch2")
_MODES = st.sampled_from(["", "online", "offline", "both"])
_COLORS = st.sampled_from(["", "", "#0F6F80", "#FFFFFF"])
_RARELY = st.integers(0, 7).map(lambda n: n == 7)


class Size(NamedTuple):
    """At most so many phases, steps in each, lanes, and cards in all."""

    phases: int
    steps: int
    lanes: int
    cards: int


SMALL, MIDDLE, LARGE = Size(3, 2, 4, 12), Size(6, 3, 9, 80), Size(12, 4, 20, 1000)


@st.composite
def images(draw: st.DrawFn) -> ImageUse | None:
    sha = draw(_SHAS)
    return ImageUse(sha256=sha, caption=draw(NAMES)) if sha else None


@st.composite
def metrics(draw: st.DrawFn) -> Metric:
    figures = st.one_of(st.none(), st.sampled_from([0.0, 1.5, -3.25, 1e9, 123456.789]))
    return Metric(
        name=draw(NAMES), value=draw(figures), target=draw(figures), unit=draw(st.sampled_from(["", "%", "Tage"])),
        trend=draw(st.sampled_from(["", "rising", "falling"])), source=draw(NAMES),
    )  # fmt: skip


@st.composite
def touchpoints(draw: st.DrawFn) -> Touchpoint:
    felt = draw(st.lists(st.sampled_from(_PERSONAS), max_size=3, unique=True))
    maybe = st.one_of(st.none(), VALUES)
    emotions = [Emotion(persona=key, value=draw(maybe), expected=draw(maybe), label=draw(NAMES)) for key in felt]
    if draw(st.booleans()):
        return Touchpoint(id="x", title=draw(NAMES), description=draw(BOOKS), emotions=tuple(emotions))
    shown = draw(images())
    return Touchpoint(
        id="x", title=draw(BOOKS), description=draw(TEXTS), emotions=tuple(emotions),
        channel=draw(st.sampled_from(("", *_CHANNELS))), owner=draw(NAMES), call_to_action=draw(NAMES),
        status=draw(st.sampled_from(["existing", "possible"])),
        evidence=draw(st.sampled_from(["observed", "assumed", "proposed"])), source=draw(NAMES),
        moment_of_truth=draw(st.booleans()), optional=draw(st.booleans()),
        flow_role=draw(st.sampled_from(["", "start", "decision", "wait"])),
        metrics=tuple(draw(st.lists(metrics(), max_size=2))), images=(shown,) if shown else (),
    )  # fmt: skip


def _card(kind: LaneKind) -> st.SearchStrategy[Card]:
    if kind == "touchpoints":
        return touchpoints()
    if kind == "metrics":
        return metrics().map(lambda metric: Measure(id="x", metric=metric))
    if kind == "images":
        return st.builds(lambda image, text: Picture(id="x", image=image, text=text), images(), TEXTS)
    tones = st.sampled_from(TONES) if kind == "notes" else st.just(cast(Tone, "text"))
    return st.builds(lambda text, tone: Note(id="x", text=text, tone=tone), BOOKS, tones)


@st.composite
def phases(draw: st.DrawFn, number: int, most: int) -> Phase:
    steps = [
        Step(id=f"p{number}s{n}", title=draw(NAMES), width=draw(st.sampled_from([0, 0, 0, 20.0, 400.0])))
        for n in range(draw(st.integers(1, most)))
    ]
    return Phase(
        id=f"p{number}", title=draw(BOOKS), goal=draw(TEXTS), color=draw(_COLORS), collapsed=draw(_RARELY),
        hidden=draw(_RARELY), steps=tuple(steps),
    )  # fmt: skip


@st.composite
def lanes(draw: st.DrawFn, number: int, steps: list[str], room: int) -> Lane:
    """A lane with at most `room` cards."""
    kind = draw(st.sampled_from(KINDS))
    key = f"l{number}"
    fields: dict[str, Any] = {
        "title": draw(TEXTS), "description": draw(NAMES), "mode": draw(_MODES), "color": draw(_COLORS),
        "collapsed": draw(_RARELY), "hidden": draw(_RARELY), "height": draw(st.sampled_from([0, 0, 0, 150.0, 1500.0])),
    }  # fmt: skip
    if kind == "emotion":
        where = draw(st.lists(st.tuples(st.sampled_from(steps), st.sampled_from(_PERSONAS), VALUES, NAMES), max_size=6))
        points = (
            EmotionPoint(id=f"{key}e{n}", step=step, persona=persona, value=value, label=label, position=n / 6)
            for n, (step, persona, value, label) in enumerate(where)
        )
        fields |= {
            "points_from": draw(st.sampled_from(["touchpoints", "hand", "both", "compare"])),
            "expectation": draw(st.booleans()),
            "personas": tuple(draw(st.lists(st.sampled_from(_PERSONAS), max_size=3, unique=True))),
            "points": tuple(points),
        }
    elif kind == "channels":
        at = draw(st.lists(st.tuples(st.sampled_from(_CHANNELS), st.sampled_from(steps)), max_size=6, unique=True))
        marks = (ChannelMark(channel=channel, step=step, importance=1 + n % 3) for n, (channel, step) in enumerate(at))
        named = draw(st.lists(st.sampled_from(_CHANNELS), max_size=3, unique=True))
        fields |= {"channels": tuple(named), "marks": tuple(marks)}
    elif kind == "separator":
        fields["line"] = draw(st.sampled_from(["", "interaction", "visibility", "internal-interaction"]))
    else:
        models = draw(st.lists(_card(kind), min_size=1, max_size=3))
        amounts = draw(st.lists(_AMOUNTS, min_size=1, max_size=4))
        tall = draw(st.sampled_from([1, 1, 1, 6]))
        cells: dict[str, list[Card]] = {}
        for n, step in enumerate(steps):
            count = min(amounts[n % len(amounts)] * tall, room)
            room -= count
            if count:
                cells[step] = [
                    models[(n + m) % len(models)].evolve(id=f"{key}-{step}-{m}") for m in range(count)
                ]  # fmt: skip
        return lane(kind, key, cells, **fields)
    return lane(kind, key, **fields)


@st.composite
def maps(draw: st.DrawFn, size: Size = SMALL) -> Project:
    """A sound project with one map, "map"."""
    columns = [draw(phases(n, size.steps)) for n in range(draw(st.integers(1, size.phases)))]
    steps = [step.id for one in columns for step in one.steps]
    count = draw(st.integers(1, size.lanes))
    rows = [draw(lanes(n, steps, size.cards // count)) for n in range(count)]
    contacts = [
        card.id for row in rows if row.kind == "touchpoints" for cell in row.cells for card in cell.cards
    ]  # fmt: skip
    ways: tuple[Path, ...] = ()
    traces: tuple[Counterpart, ...] = ()
    if len(contacts) > 1:
        one = st.sampled_from(contacts)
        kinds = st.sampled_from(cast(list[PathKind], ["sequence", "choice", "loop", "handover"]))
        drawn = draw(st.lists(st.tuples(one, one, kinds, NAMES, st.sampled_from(("", *_PERSONAS))), max_size=9))
        ways = tuple(
            Path(id=f"w{n}", source=a, target=b, kind=kind, condition=condition, persona=persona)
            for n, (a, b, kind, condition, persona) in enumerate(drawn)
            if a != b
        )
        carried = draw(st.lists(st.tuples(one, one), max_size=2, unique=True))
        traces = tuple(Counterpart(id=f"k{n}", source=a, target=b) for n, (a, b) in enumerate(carried) if a != b)
    theme = Theme(
        band=draw(st.sampled_from(["chevrons", "funnel"])), head=draw(st.sampled_from([0, 0, 10.0, 200.0])),
        descriptions=not draw(_RARELY), chips=not draw(_RARELY), marks=not draw(_RARELY),
    )  # fmt: skip
    people = tuple(
        Persona(id=key, name=draw(NAMES), role=draw(NAMES), quote=draw(TEXTS), portrait=draw(_SHAS), goals=("Zeit",))
        for key in _PERSONAS
    )
    made = journey(
        columns, rows, title=draw(BOOKS), goal=draw(TEXTS), paths=ways, counterparts=traces, theme=theme,
        band_below=draw(st.sampled_from(["", *(row.id for row in rows)])),
        personas=tuple(draw(st.lists(st.sampled_from(_PERSONAS), max_size=5, unique=True))),
    )  # fmt: skip
    return project(
        made, title=draw(NAMES), author=draw(NAMES), organisation=draw(NAMES), logo=draw(_SHAS), images=PICTURES,
        personas=people, modified=draw(st.sampled_from(["", "2026-03-22T14:05:00Z"])),
        channels=tuple(Channel(id=key, name=draw(NAMES), icon="globe", mode=draw(_MODES)) for key in _CHANNELS),
    )  # fmt: skip


#: Mostly small, so that many are tried.
ANY_MAPS = st.sampled_from([*[SMALL] * 9, *[MIDDLE] * 5, LARGE]).flatmap(maps)
