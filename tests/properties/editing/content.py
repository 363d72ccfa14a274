"""Random edits of cards and of what joins them: emotions, paths, counterparts."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import rule

from journey_editor.edit import cards, counterparts, mirror, paths
from journey_editor.model.cards import Metric, Touchpoint, WebLink
from journey_editor.model.queries import all_cards, holds_cards
from journey_editor.model.queries import steps as steps_of

from .hands import VALUES, WORDS, Hands


class Content(Hands):
    """What a user does to cards."""

    # Cards

    @rule(data=st.data())
    def add_card(self, data: st.DataObject) -> None:
        holders = [lane.id for journey in self.project.maps for lane in journey.lanes if holds_cards(lane)]
        where = [self.any_of(data, ids) for ids in (holders or ["none"], self.steps())]
        self.do(cards.add_card, *where, before=self.before(data, self.cards()), new=self.new)

    @rule(data=st.data())
    def move_cards(self, data: st.DataObject) -> None:
        where = [self.any_of(data, ids) for ids in (self.lanes(), self.steps())]
        self.do(cards.move_cards, self.some_of(data, self.cards()), *where, self.before(data, self.cards()))

    @rule(data=st.data())
    def move_a_card_where_it_fits(self, data: st.DataObject) -> None:
        journey = data.draw(st.sampled_from(self.project.maps))
        rows = [lane.id for lane in journey.lanes if lane.kind == "touchpoints"]
        keys = [card.id for _, _, card in all_cards(journey) if isinstance(card, Touchpoint)]
        columns = [step.id for step in steps_of(journey)]
        if rows and columns:
            row, column = data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(columns))
            self.do(cards.move_cards, self.some_of(data, keys), row, column, self.before(data, keys))

    @rule(data=st.data())
    def duplicate_cards(self, data: st.DataObject) -> None:
        self.do(cards.duplicate_cards, self.some_of(data, self.cards()), new=self.new)

    @rule(data=st.data(), channel=st.booleans())
    def change_cards(self, data: st.DataObject, channel: bool) -> None:
        named = self.any_of(data, ["", *self.channels()])
        fields = {"channel": named} if channel else {"source": data.draw(WORDS)}
        self.do(cards.set_cards, self.some_of(data, self.cards()), **fields)

    @rule(data=st.data(), tags=st.lists(WORDS, max_size=3), metrics=st.integers(0, 2))
    def change_the_lists_of_a_touchpoint(self, data: st.DataObject, tags: list[str], metrics: int) -> None:
        keys = [card.id for j in self.project.maps for _, _, card in all_cards(j) if isinstance(card, Touchpoint)]
        self.do(
            cards.set_card,
            self.any_of(data, keys),
            tags=tuple(tags),
            metrics=tuple(Metric(name=f"m{i}") for i in range(metrics)),
            links=(WebLink(address="https://example.org"),),
        )

    @rule(data=st.data(), value=st.none() | VALUES, label=WORDS)
    def feel(self, data: st.DataObject, value: float | None, label: str) -> None:
        card, persona = self.any_of(data, self.cards()), self.any_of(data, self.personas())
        self.do(cards.set_emotion, card, persona, value=value, label=label)

    # What joins them

    @rule(data=st.data(), condition=WORDS)
    def add_path(self, data: st.DataObject, condition: str) -> None:
        where = [self.any_of(data, ids) for ids in (self.maps(), self.cards(), self.cards())]
        whose = self.any_of(data, ["", *self.personas()])
        self.do(paths.add_path, *where, "choice", condition, whose, new=self.new)

    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        where = [self.any_of(data, ids) for ids in (self.maps(), self.cards(), self.cards())]
        self.do(paths.add_counterpart, *where, new=self.new)

    @rule(data=st.data(), to=st.sampled_from(["online", "offline"]))
    def carry_over(self, data: st.DataObject, to: Any) -> None:
        channel = data.draw(st.none() | st.sampled_from(["", *self.channels()]))
        self.do(counterparts.carry_over, self.some_of(data, self.cards()), to=to, channel=channel, new=self.new)

    @rule(data=st.data(), arrangement=st.sampled_from(["top", "mirror"]))
    def lay_out_as_a_mirror(self, data: st.DataObject, arrangement: Any) -> None:
        self.do(mirror.arrange, self.any_of(data, self.maps()), arrangement)
