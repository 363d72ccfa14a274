"""Random edits of maps, phases, steps and lanes."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

from journey_editor.edit import curves, joining, lanes, map_copies, maps, matrix, phases, steps
from journey_editor.model.lanes import ChannelLane, EmotionLane
from journey_editor.model.queries import steps as steps_of

from .hands import KINDS, VALUES, WORDS, Hands


class Structure(Hands):
    """What a user does to the grid of a map."""

    # Maps, phases, steps

    @rule(data=st.data(), title=WORDS)
    def add_map(self, data: st.DataObject, title: str) -> None:
        self.do(maps.add_map, title, "to-be", before=self.before(data, self.maps()), new=self.new)

    @rule(data=st.data())
    def move_map(self, data: st.DataObject) -> None:
        self.do(maps.move_map, self.any_of(data, self.maps()), self.before(data, self.maps()))

    @precondition(lambda self: len(self.project.maps) < 6)
    @rule(data=st.data(), kind=st.sampled_from([None, "as-is", "to-be"]))
    def duplicate_map(self, data: st.DataObject, kind: Any) -> None:
        self.do(map_copies.duplicate_map, self.any_of(data, self.maps()), kind, new=self.new)

    @rule(data=st.data())
    def change_map(self, data: st.DataObject) -> None:
        named = tuple(self.some_of(data, [*self.personas(), "no-such-thing"]))
        self.do(maps.set_map, self.any_of(data, self.maps()), goal=data.draw(WORDS), personas=named)

    @rule(data=st.data())
    def place_band(self, data: st.DataObject) -> None:
        self.do(maps.set_map, self.any_of(data, self.maps()), band_below=self.any_of(data, ["", *self.lanes()]))

    @rule(data=st.data(), title=WORDS)
    def add_phase(self, data: st.DataObject, title: str) -> None:
        where, before = self.any_of(data, self.maps()), self.before(data, self.phases())
        self.do(phases.add_phase, where, title=title, before=before, new=self.new)

    @rule(data=st.data())
    def move_phase(self, data: st.DataObject) -> None:
        self.do(phases.move_phase, self.any_of(data, self.phases()), self.before(data, self.phases()))

    @rule(data=st.data(), title=WORDS)
    def add_step(self, data: st.DataObject, title: str) -> None:
        where, before = self.any_of(data, self.phases()), self.before(data, self.steps())
        self.do(steps.add_step, where, title=title, before=before, new=self.new)

    @rule(data=st.data())
    def move_step(self, data: st.DataObject) -> None:
        step, phase = self.any_of(data, self.steps()), self.any_of(data, self.phases())
        self.do(steps.move_step, step, phase, self.before(data, self.steps()))

    @rule(data=st.data())
    def join_phases(self, data: st.DataObject) -> None:
        journey = data.draw(st.sampled_from(self.project.maps))
        if ids := self.some_of(data, [phase.id for phase in journey.phases]):
            self.do(joining.join_phases, ids)

    @rule(data=st.data())
    def join_steps(self, data: st.DataObject) -> None:
        journey = data.draw(st.sampled_from(self.project.maps))
        if ids := self.some_of(data, [step.id for step in steps_of(journey)]):
            self.do(joining.join_steps, ids)

    @rule(data=st.data())
    def begin_a_phase_at_a_step(self, data: st.DataObject) -> None:
        self.do(joining.split_off, self.any_of(data, self.steps()), new=self.new)

    # Lanes

    @rule(data=st.data(), kind=KINDS)
    def add_lane(self, data: st.DataObject, kind: Any) -> None:
        where, before = self.any_of(data, self.maps()), self.before(data, self.lanes())
        self.do(lanes.add_lane, where, kind, before=before, new=self.new)

    @rule(data=st.data())
    def move_lane(self, data: st.DataObject) -> None:
        self.do(lanes.move_lane, self.any_of(data, self.lanes()), self.before(data, self.lanes()))

    @rule(data=st.data())
    def choose_what_a_lane_shows(self, data: st.DataObject) -> None:
        for journey in self.project.maps:
            for lane in journey.lanes:
                if isinstance(lane, EmotionLane):
                    self.do(lanes.set_lane, lane.id, personas=tuple(self.some_of(data, self.personas())))
                elif isinstance(lane, ChannelLane):
                    self.do(lanes.set_lane, lane.id, channels=tuple(self.some_of(data, self.channels())))

    @rule(data=st.data(), value=VALUES)
    def draw_a_point(self, data: st.DataObject, value: float) -> None:
        _, lane, step = self.place(data, "emotion")
        self.do(curves.add_point, lane, step, self.any_of(data, self.personas()), value=value, new=self.new)

    @rule(data=st.data(), importance=st.integers(0, 4))
    def mark_a_channel(self, data: st.DataObject, importance: int) -> None:
        _, lane, step = self.place(data, "channels")
        channel, other = self.any_of(data, self.channels()), self.any_of(data, self.channels())
        self.do(matrix.set_mark, lane, channel, step, importance)
        self.do(matrix.change_mark, lane, channel, step, channel=other)
