"""Maps of any size for the benchmarks: the same number of cards and the same seed give the same project.

They are made like real ones: German texts from two words to four sentences, twenty lanes of most kinds, phases of two
to five steps, channels, emotions of two personas, metrics, calls to action, paths, and traces of what was carried over.
"""

from __future__ import annotations

from random import Random
from typing import Any

from journey_editor.model.cards import Card, Emotion, Measure, Metric, Note, Tone, Touchpoint, WebLink
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import CARD_OF_LANE, CELL_OF_LANE, LANE_OF_KIND, Cell, Lane, LaneKind
from journey_editor.model.paths import Counterpart, Path, PathKind
from journey_editor.model.project import Channel, JourneyMap, Persona, Project

from .german import German

_TOUCHPOINTS: LaneKind = "touchpoints"
_LANES: tuple[LaneKind, ...] = (
    *(_TOUCHPOINTS,) * 6,
    "emotion",
    *(_TOUCHPOINTS,) * 6,
    "separator",
    "notes",
    "notes",
    "text",
    "metrics",
    "touchpoints",
    "channels",
)
_CARDS_A_CELL = 5
_TONES: tuple[Tone, ...] = ("thought", "quote", "pain", "opportunity", "idea", "question", "data-task", "challenge")
_PATH_KINDS: tuple[PathKind, ...] = ("sequence", "choice", "handover")
_CHANNELS = (
    ("Website", "globe", "online", "#2563EB"),
    ("App", "smartphone", "online", "#7C3AED"),
    ("E-Mail", "mail", "online", "#0E7490"),
    ("Chat", "message-circle", "online", "#0F766E"),
    ("Filiale", "store", "offline", "#B45309"),
    ("Telefon", "phone", "offline", "#BE123C"),
    ("Brief", "mail-open", "offline", "#57534E"),
    ("Messe", "users", "both", "#A16207"),
)
_COLORS = ("#1D4ED8", "#0F766E", "#B45309", "#7C3AED", "#BE123C", "#334155")


def project(cards: int, seed: int = 1) -> Project:
    """A project of one map with exactly so many cards."""
    return _Maker(cards, seed).project()


class _Maker:
    def __init__(self, cards: int, seed: int) -> None:
        self._chance = Random(seed)
        self._german = German(self._chance)
        self._count = cards
        with_cards = sum(kind in CARD_OF_LANE for kind in _LANES)
        self._steps = [f"st-{n}" for n in range(max(6, round(cards / with_cards / _CARDS_A_CELL)))]
        self._channels = tuple(
            Channel(id=f"ch-{n}", name=name, icon=icon, mode=mode, color=color)  # type: ignore[arg-type]
            for n, (name, icon, mode, color) in enumerate(_CHANNELS)
        )

    def project(self) -> Project:
        phases, lanes = self._phases(), self._lanes()
        order = [
            [card for cell in lane.cells for card in cell.cards]  # type: ignore[union-attr]
            for lane in lanes
            if lane.kind == "touchpoints"
        ]
        journey = JourneyMap(
            id="map",
            title="Von der Suche bis zur Empfehlung",
            goal="Alle Berührungspunkte eines Jahres auf einen Blick",
            personas=("pe-eva", "pe-tom"),
            band_below="ln-5",
            phases=phases,
            lanes=lanes,
            paths=self._paths(order),
            counterparts=self._counterparts(order),
        )
        return Project(
            id="project",
            title=f"Karte mit {self._count} Karten",
            author="Benchmark",
            personas=(
                Persona(id="pe-eva", name="Eva Lindner", role="Privatkundin", goals=("Zeit sparen",), color="#BE123C"),
                Persona(id="pe-tom", name="Tom Weiß", role="Einkäufer", goals=("Sicher planen",), color="#1D4ED8"),
            ),
            channels=self._channels,
            maps=(journey,),
        )

    def _phases(self) -> tuple[Phase, ...]:
        phases: list[Phase] = []
        left = list(self._steps)
        while left:
            taken, left = left[: (size := self._chance.randint(2, 5))], left[size:]
            n = len(phases)
            phases.append(
                Phase(
                    id=f"ph-{n}",
                    title=self._german.noun(),
                    goal=self._german.title(),
                    color=_COLORS[n % len(_COLORS)],
                    steps=tuple(Step(id=key, title=self._german.noun()) for key in taken),
                )
            )
        return tuple(phases)

    def _lanes(self) -> tuple[Lane, ...]:
        rows = [n for n, kind in enumerate(_LANES) if kind in CARD_OF_LANE]
        cells: dict[tuple[int, str], list[Card]] = {}
        places = [(row, step) for row in rows for step in self._steps]
        # Every place takes about as many cards as the others, but none exactly: stacks of real maps are uneven.
        for n in range(self._count):
            place = places[(n + self._chance.randint(0, len(places) // 3)) % len(places)]
            cells.setdefault(place, []).append(self._card(_LANES[place[0]], n))
        return tuple(self._lane(n, kind, cells) for n, kind in enumerate(_LANES))

    def _lane(self, n: int, kind: LaneKind, cells: dict[tuple[int, str], list[Card]]) -> Lane:
        fields: dict[str, Any] = {"id": f"ln-{n}", "kind": kind, "title": self._german.noun()}
        if kind == "touchpoints":
            fields["mode"] = "online" if n < 6 else "offline"
        elif kind == "separator":
            fields["line"] = "visibility"
        if kind in CARD_OF_LANE:
            fields["cells"] = tuple(_cell(kind, step, cells[n, step]) for step in self._steps if (n, step) in cells)
        made: Lane = LANE_OF_KIND[kind](**fields)  # type: ignore[assignment]
        return made

    def _card(self, kind: LaneKind, n: int) -> Card:
        german, chance = self._german, self._chance
        if kind == "touchpoints":
            return self._touchpoint(n)
        if kind == "metrics":
            return Measure(id=f"ms-{n}", metric=self._metric())
        if kind == "text":
            return Note(id=f"nt-{n}", text=german.sentence())
        text = german.sentence() if chance.random() < 0.6 else german.title()
        return Note(id=f"nt-{n}", text=text, tone=chance.choice(_TONES))

    def _touchpoint(self, n: int) -> Touchpoint:
        german, chance = self._german, self._chance
        more: dict[str, Any] = {}
        if chance.random() < 0.3:
            more["owner"] = chance.choice(("Marketing", "Vertrieb", "Service", "IT", "Logistik", "Buchhaltung"))
        if chance.random() < 0.15:
            more["metrics"] = (self._metric(),)
        if chance.random() < 0.15:
            more["call_to_action"] = f"Jetzt {german.noun()} anfordern"
        if chance.random() < 0.3:
            personas = ("pe-eva",) if chance.random() < 0.7 else ("pe-eva", "pe-tom")
            more["emotions"] = tuple(
                Emotion(persona=persona, value=chance.randint(-4, 4) / 2, label=chance.choice(("", "", "erleichtert")))
                for persona in personas
            )
        if chance.random() < 0.05:
            more["links"] = (WebLink(title="Seite", address="https://example.org/"),)
        if chance.random() < 0.1:
            more["tags"] = ("wichtig",)
        return Touchpoint(
            id=f"tp-{n}",
            title=german.title(),
            description=german.description(),
            channel=chance.choice(self._channels).id,
            where=chance.choice(("", "", "Startseite", "Kasse", "Wartebereich")),
            content=german.title() if chance.random() < 0.2 else "",
            status="possible" if chance.random() < 0.1 else "existing",
            evidence=chance.choice(("observed", "observed", "observed", "assumed", "proposed")),
            moment_of_truth=chance.random() < 0.04,
            optional=chance.random() < 0.05,
            **more,
        )

    def _metric(self) -> Metric:
        chance = self._chance
        name, unit = chance.choice((("Antwortzeit", "h"), ("Abschlussquote", "%"), ("NPS", ""), ("Wartezeit", "min")))
        return Metric(
            name=name,
            value=float(chance.randint(1, 90)),
            unit=unit,
            target=float(chance.randint(1, 90)) if chance.random() < 0.7 else None,
            source="Befragung 2026" if chance.random() < 0.7 else "",
        )

    def _paths(self, order: list[list[Card]]) -> tuple[Path, ...]:
        """One for every fifty cards, each to a touchpoint a few places further in the same lane."""
        chance = self._chance
        found: list[Path] = []
        for n in range(self._count // 50):
            lane = chance.choice(order)
            if len(lane) > 1:
                start = chance.randrange(len(lane) - 1)
                target = min(start + chance.randint(1, 4), len(lane) - 1)
                condition = "wenn unsicher" if chance.random() < 0.3 else ""
                kind = chance.choice(_PATH_KINDS)
                found.append(
                    Path(id=f"pa-{n}", source=lane[start].id, target=lane[target].id, kind=kind, condition=condition)
                )
        return tuple(found)

    def _counterparts(self, order: list[list[Card]]) -> tuple[Counterpart, ...]:
        """One for every hundred cards, from an offline lane to an online one."""
        chance = self._chance
        pairs: dict[tuple[str, str], None] = {}
        for _ in range(self._count // 100):
            source, target = chance.choice(order[6:]), chance.choice(order[:6])
            if source and target:
                at = chance.randrange(len(source))
                pairs[source[at].id, target[min(at, len(target) - 1)].id] = None
        return tuple(Counterpart(id=f"cp-{n}", source=a, target=b) for n, (a, b) in enumerate(pairs))


def _cell(kind: LaneKind, step: str, cards: list[Card]) -> Cell:
    made: Cell = CELL_OF_LANE[kind](step=step, cards=tuple(cards))  # type: ignore[arg-type]
    return made
