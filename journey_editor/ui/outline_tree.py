"""What the outline shows: the project as a tree of twigs, each with the values that its children come from.

Values are immutable, so a twig whose sources are the very same objects as before has the same children as before; the
outline skips it. Knows no widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from journey_editor.model.cards import Card, Measure, Note, Touchpoint
from journey_editor.model.columns import Phase
from journey_editor.model.lanes import CARD_OF_LANE, CardLane, Lane, SeparatorLane
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import card_lanes, find_card, index_of, text_in
from journey_editor.model.separators import line_word
from journey_editor.ui.actions import lane_kinds, tones
from journey_editor.wording import tr


@dataclass(frozen=True)
class Twig:
    """A row of the outline. `key` is the thing's id, "LANE/STEP" for a cell, "#..." for a group.

    `text` is what is shown, `own` what an editor begins with (None: cannot be renamed).
    """

    key: str
    icon: str
    text: str
    own: str | None = None
    count: int | None = None
    sources: tuple[object, ...] = ()
    children: Callable[[], Iterator[Twig]] | None = field(default=None, compare=False)
    has_children: bool = False


class Tree:
    """The twigs of a project in a language, with one map opened."""

    def __init__(self, project: Project, journey: JourneyMap, language: str) -> None:
        self._project = project
        self._journey = journey
        self._language = language
        self._overlay = project.translations.get(language)
        self._channels = {channel.id: channel for channel in project.channels}
        self._tones = tones()
        self._kinds = lane_kinds()

    def twigs(self) -> Iterator[Twig]:
        journey, project = self._journey, self._project
        cards = sum(len(index_of(lane)) for lane in card_lanes(journey))
        yield Twig(
            journey.id,
            "map",
            self._words(journey.id, "title", journey.title) or tr("Untitled map"),
            self._words(journey.id, "title", journey.title),
            cards,
            (journey, project.channels, self._overlay, self._language),
            self._in_map,
            True,
        )
        yield self._group("#personas", "users", tr("Personas"), len(project.personas), self._personas, project.personas)
        yield self._group(
            "#channels", "radio", tr("Channels"), len(project.channels), self._all_channels, project.channels
        )

    def _words(self, node: str, name: str, own: str) -> str:
        return text_in(self._project, self._language, node, name, own)

    def _group(
        self, key: str, icon: str, text: str, count: int, children: Callable[[], Iterator[Twig]], source: object
    ) -> Twig:
        return Twig(key, icon, text, None, count, (source, self._overlay, self._language), children, count > 0)

    def _in_map(self) -> Iterator[Twig]:
        journey = self._journey
        yield self._group("#phases", "columns-3", tr("Phases"), len(journey.phases), self._phases, journey.phases)
        for lane in journey.lanes:
            yield self._lane(lane)
        if journey.paths:
            # A path is named after its cards, so it follows the lanes too.
            sources = (journey.paths, journey.lanes, self._overlay, self._language)
            yield Twig("#paths", "route", tr("Paths"), None, len(journey.paths), sources, self._paths, True)

    def _phases(self) -> Iterator[Twig]:
        for phase in self._journey.phases:
            own = self._words(phase.id, "title", phase.title)
            split = len(phase.steps) > 1
            yield Twig(
                phase.id,
                "columns-3",
                own or tr("Untitled phase"),
                own,
                len(phase.steps) if split else None,
                (phase.steps, self._overlay, self._language),
                partial(self._steps, phase),
                split,
            )

    def _steps(self, phase: Phase) -> Iterator[Twig]:
        if len(phase.steps) > 1:
            for n, step in enumerate(phase.steps, start=1):
                own = self._words(step.id, "title", step.title)
                yield Twig(step.id, "columns-2", own or tr("Step {n}", n=n), own)

    def _lane(self, lane: Lane) -> Twig:
        own = self._words(lane.id, "title", lane.title)
        icon, name = self._kinds[lane.kind]
        if isinstance(lane, SeparatorLane):
            name = line_word(lane.line, self._language) or name
        holder = _cards_of(lane)
        if holder is None:
            return Twig(lane.id, lane.icon or icon, own or name, own)
        return Twig(
            lane.id,
            lane.icon or icon,
            own or name,
            own,
            len(index_of(holder)),
            (holder, self._journey.phases, self._project.channels, self._overlay, self._language),
            lambda: self._cells(holder),
            bool(self._journey.phases),
        )

    def _cells(self, lane: CardLane) -> Iterator[Twig]:
        stacks: dict[str, tuple[Card, ...]] = {cell.step: cell.cards for cell in lane.cells}
        for phase in self._journey.phases:
            title = self._words(phase.id, "title", phase.title) or tr("Untitled phase")
            for n, step in enumerate(phase.steps, start=1):
                text = title
                if len(phase.steps) > 1:
                    text += " · " + (self._words(step.id, "title", step.title) or tr("Step {n}", n=n))
                cards = stacks.get(step.id, ())
                yield Twig(
                    f"{lane.id}/{step.id}",
                    "columns-3",
                    text,
                    None,
                    len(cards),
                    (cards, self._project.channels, self._overlay, self._language),
                    partial(map, self._card, cards),
                    bool(cards),
                )

    def _card(self, card: Card) -> Twig:
        return Twig(card.id, self._card_icon(card), self.card_text(card) or tr("Untitled card"), self.card_text(card))

    def _card_icon(self, card: Card) -> str:
        if isinstance(card, Touchpoint):
            channel = self._channels.get(card.channel)
            return (channel.icon if channel else "") or "circle-dot"
        if isinstance(card, Note):
            return self._tones[card.tone][0]
        return "gauge" if isinstance(card, Measure) else "image"

    def card_text(self, card: Card) -> str:
        """The words that name a card, on one line."""
        if isinstance(card, Touchpoint):
            text = self._words(card.id, "title", card.title)
        elif isinstance(card, Measure):
            text = self._words(card.id, "metric.name", card.metric.name)
        else:
            text = self._words(card.id, "text", card.text)
        return " ".join(text.split())

    def _paths(self) -> Iterator[Twig]:
        for path in self._journey.paths:
            ends = [find_card(self._journey, end) for end in (path.source, path.target)]
            names = [self.card_text(end) if end is not None else "?" for end in ends]
            own = self._words(path.id, "condition", path.condition)
            text = f"{names[0]} → {names[1]}" + (f": {own}" if own else "")
            yield Twig(path.id, "route", text, own)

    def _personas(self) -> Iterator[Twig]:
        for persona in self._project.personas:
            own = self._words(persona.id, "name", persona.name)
            yield Twig(persona.id, "user", own or tr("Unnamed persona"), own)

    def _all_channels(self) -> Iterator[Twig]:
        for channel in self._project.channels:
            own = self._words(channel.id, "name", channel.name)
            yield Twig(channel.id, channel.icon or "circle-dot", own or tr("Unnamed channel"), own)


def _cards_of(lane: Lane) -> CardLane | None:
    return lane if lane.kind in CARD_OF_LANE else None  # type: ignore[return-value]  # the kind says so
