"""What the hand does on a map: drawing, moving, shaping, marking and feeling, each as the canvas calls it."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import rule

from journey_editor.edit import curves, lanes, maps, matrix, paths
from journey_editor.model.lanes import ChannelLane, EmotionLane
from journey_editor.model.queries import find_lane, holds_cards
from journey_editor.session import acts, feelings, marking, path_acts, shaping, toning
from journey_editor.session.names import field_of
from journey_editor.session.writing import Cell, Writing, new_card
from tests.properties.editing.hands import KINDS, VALUES

from .in_session import WORDS, InSession

WAYS = st.sampled_from(["up", "down", "left", "right"])
TONES = st.sampled_from(["text", "action", "thought", "quote", "pain", "opportunity", "idea"])


class OnTheMap(InSession):
    def cell(self, data: st.DataObject) -> Cell | None:
        """A cell of the map that is shown, and a place in it."""
        holders = [lane.id for lane in self.session.journey.lanes if holds_cards(lane)]
        lane, step = self.one(data, holders), self.one(data, self.steps_here())
        if lane is None or step is None:
            return None
        there = find_lane(self.session.journey, lane)
        stack = [card.id for cell in getattr(there, "cells", ()) if cell.step == step for card in cell.cards]
        return Cell(lane, step, self.before_one_of(data, stack))

    # Cards

    @rule(data=st.data(), copy=st.booleans())
    def drag_cards(self, data: st.DataObject, copy: bool) -> None:
        cards, cell = self.some_here(data, "touchpoint", "note", "measure", "picture"), self.cell(data)
        if not cards or cell is None:
            return
        refused = acts.why_not(self.session, cards, cell.lane)
        deed = acts.copy if copy else acts.move
        before = self.project
        self.act(lambda: deed(self.session, cards, cell.lane, cell.step, cell.before), deed.__name__)
        assert self.project is before or refused is None

    @rule(data=st.data(), words=WORDS)
    def drop_a_card(self, data: st.DataObject, words: str) -> None:
        if (cell := self.cell(data)) is not None:
            titled = find_lane(self.session.journey, cell.lane).kind == "touchpoints"
            fields = {"title": words} if titled else {}
            self.act(lambda: acts.add_card_to(self.session, cell.lane, cell.step, cell.before, **fields), "add_card_to")

    @rule(data=st.data(), words=WORDS)
    def write_a_card(self, data: st.DataObject, words: str) -> None:
        if (cell := self.cell(data)) is not None:
            writing = new_card(self.session, cell)
            self.preview(writing, words)
            self.act(lambda: writing.commit(words), "write a card")

    @rule(data=st.data(), words=WORDS)
    def write_on_the_map(self, data: st.DataObject, words: str) -> None:
        thing = self.one(data, self.ids("phase", "step", "lane", "touchpoint", "note", "picture", "path", here=True))
        if thing is not None and (field := field_of(self.session, thing)) is not None:
            writing = Writing(self.session, thing, field)
            self.preview(writing, words)
            self.act(lambda: writing.commit(words), "write")
            self.act(lambda: acts.write(self.session, thing, field, words[:3], merge="typing"), "write")

    @rule(data=st.data(), words=st.sampled_from(["42 %", "3,25 s / 2", "1.234,5", "/ 7", "viel", "", "-1"]))
    def write_figures(self, data: st.DataObject, words: str) -> None:
        if (measure := self.one(data, self.ids("measure", here=True))) is not None:
            writing = Writing(self.session, measure, "figures")
            self.preview(writing, words)
            self.act(lambda: writing.commit(words), "write figures")

    def preview(self, writing: Writing, words: str) -> None:
        before = self.project
        self.act(lambda: writing.preview(words))
        assert self.project is before

    @rule(data=st.data(), tone=TONES)
    def give_a_tone(self, data: st.DataObject, tone: Any) -> None:
        notes = toning.notes_in(self.session, self.some_here(data, "note"))
        if notes:
            self.act(lambda: toning.set_tone(self.session, notes, tone), "set_tone")

    # Structure

    @rule(data=st.data())
    def draw_a_phase(self, data: st.DataObject) -> None:
        before = self.before_one_of(data, self.ids("phase", here=True))
        self.act(lambda: acts.add_phase_before(self.session, before), "add_phase_before")

    @rule(data=st.data())
    def draw_a_step(self, data: st.DataObject) -> None:
        journey = self.session.journey
        if journey.phases:
            phase = data.draw(st.sampled_from(journey.phases))
            before = self.before_one_of(data, [step.id for step in phase.steps])
            self.act(lambda: acts.add_step_before(self.session, phase.id, before), "add_step_before")

    @rule(data=st.data(), kind=KINDS, above=st.booleans())
    def draw_a_lane(self, data: st.DataObject, kind: Any, above: bool) -> None:
        before = self.before_one_of(data, self.lanes_here())
        line = data.draw(st.sampled_from(["", "visibility"])) if kind == "separator" else ""
        self.act(lambda: acts.add_lane_before(self.session, kind, before, above, line), "add_lane_before")

    @rule(data=st.data())
    def drag_structure(self, data: st.DataObject) -> None:
        session = self.session
        phases, steps, rows = self.ids("phase", here=True), self.steps_here(), self.lanes_here()
        if phases:
            phase, before = data.draw(st.sampled_from(phases)), self.before_one_of(data, phases)
            step, of_step = data.draw(st.sampled_from(steps)), self.before_one_of(data, steps)
            self.act(lambda: acts.place_phase(session, phase, before), "place_phase")
            self.act(lambda: acts.place_step(session, step, phase, of_step), "place_step")
        if rows:
            lane, of_lane = data.draw(st.sampled_from(rows)), self.before_one_of(data, rows)
            above = data.draw(st.sampled_from([None, True, False]))
            self.act(lambda: acts.place_lane(session, lane, of_lane, above), "place_lane")

    @rule(data=st.data())
    def drag_the_band(self, data: st.DataObject) -> None:
        below = data.draw(st.sampled_from(["", *self.lanes_here()]))
        self.act(lambda: acts.place_band(self.session, below), "place_band")

    @rule(data=st.data(), way=WAYS)
    def nudge(self, data: st.DataObject, way: Any) -> None:
        if chosen := self.some_here(data):
            self.act(lambda: acts.nudge(self.session, chosen, way), "nudge")

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        if chosen := self.some_of(data, self.things()):
            self.act(lambda: acts.remove(self.session, chosen), "remove")

    @rule(data=st.data(), by=st.sampled_from([-1, 1]))
    def join(self, data: st.DataObject, by: Any) -> None:
        chosen = self.some_here(data, data.draw(st.sampled_from(["phase", "step"])))
        self.act(lambda: shaping.join(self.session, chosen, by), "join")

    @rule(data=st.data())
    def begin_a_phase(self, data: st.DataObject) -> None:
        if (step := self.one(data, self.steps_here())) is not None:
            self.act(lambda: shaping.begin_phase_at(self.session, step), "begin_phase_at")

    # Looks

    @rule(data=st.data(), folded=st.booleans())
    def fold(self, data: st.DataObject, folded: bool) -> None:
        chosen = self.some_here(data, "phase", "lane")
        self.act(lambda: shaping.fold(self.session, chosen, folded), "fold")

    @rule(data=st.data())
    def hide_and_show(self, data: st.DataObject) -> None:
        chosen = self.some_here(data, "phase", "lane")
        self.act(lambda: shaping.hide(self.session, chosen), "hide")
        hidden = self.some_of(data, shaping.hidden(self.session.journey))
        self.act(lambda: shaping.show(self.session, hidden), "show")

    @rule(data=st.data(), color=st.sampled_from(["", "#112233", "#AABBCC"]))
    def paint(self, data: st.DataObject, color: str) -> None:
        chosen = self.some_here(data)
        self.act(lambda: shaping.paint(self.session, chosen, color), "paint")

    @rule(data=st.data(), size=st.sampled_from([0.0, 80.4, 300.0, 20000.0]), merge=st.booleans())
    def resize(self, data: st.DataObject, size: float, merge: bool) -> None:
        session, steps, rows = self.session, self.some_here(data, "step"), self.some_here(data, "lane")
        self.act(lambda: shaping.resize(session, "step", steps, size, merge=merge), "resize")
        self.act(lambda: shaping.resize(session, "lane", rows, size, merge=merge), "resize")
        self.act(lambda: shaping.resize(session, "head", (), size, merge=merge), "resize")
        if data.draw(st.booleans()):
            columns = shaping.columns_of(session.journey, self.some_here(data, "phase", "step"))
            self.act(lambda: shaping.reset(session, columns, rows), "reset")

    # Paths, feelings, marks

    @rule(data=st.data(), kind=st.sampled_from(["sequence", "choice", "loop", "handover"]))
    def draw_paths(self, data: st.DataObject, kind: Any) -> None:
        session, cards = self.session, self.touchpoints()
        if cards:
            ends = [data.draw(st.sampled_from(cards)) for _ in range(3)]
            path = self.act(lambda: path_acts.connect(session, ends[0], ends[1]), "connect")
            path = path or self.one(data, self.ids("path", here=True))
            if path is not None:
                self.act(lambda: path_acts.set_kind(session, path, kind), "set_kind")
                self.act(lambda: path_acts.reconnect(session, path, target=ends[2]), "reconnect")

    @rule(data=st.data())
    def take_paths_away(self, data: st.DataObject) -> None:
        if (path := self.one(data, self.ids("path"))) is not None:
            self.do(paths.delete_path, path)
        if (trace := self.one(data, self.ids("counterpart"))) is not None:
            self.do(paths.delete_counterpart, trace)

    @rule(data=st.data(), value=VALUES, expected=st.booleans(), position=st.floats(0, 1))
    def draw_the_curve(self, data: st.DataObject, value: float, expected: bool, position: float) -> None:
        lane, step = self.one(data, self.lanes_here("emotion")), self.one(data, self.steps_here())
        persona = self.one(data, self.ids("persona"))
        if lane is None or step is None or persona is None:
            return
        holder = find_lane(self.session.journey, lane)
        assert isinstance(holder, EmotionLane)
        at = data.draw(st.sampled_from(["", *self.touchpoints(), *(point.id for point in holder.points)]))
        spot = feelings.Spot(lane, step, persona, at, expected, position)
        feelings.bearer(self.session, spot)
        spot = self.act(lambda: feelings.set_feeling(self.session, spot, value, merge="drag"), "set_feeling") or spot
        self.act(lambda: feelings.set_feeling(self.session, spot, -value, merge="drag"), "set_feeling")
        if spot.at and data.draw(st.booleans()):
            self.act(lambda: feelings.take_feeling(self.session, spot), "take_feeling")

    @rule(data=st.data())
    def take_a_point_away(self, data: st.DataObject) -> None:
        if (point := self.one(data, self.ids("point"))) is not None:
            self.do(curves.delete_point, point)

    @rule(data=st.data(), importance=st.integers(0, 3))
    def mark(self, data: st.DataObject, importance: int) -> None:
        lane, step = self.one(data, self.lanes_here("channels")), self.one(data, self.steps_here())
        channel = self.one(data, self.ids("channel"))
        if lane is not None and step is not None and channel is not None:
            assert isinstance(find_lane(self.session.journey, lane), ChannelLane)
            mark = marking.mark_at(self.session, f"{lane}/{step}/{channel}")
            assert mark is not None
            self.act(lambda: marking.set_importance(self.session, mark, importance), "set_importance")
            elsewhere = data.draw(st.sampled_from(self.steps_here()))
            self.do(matrix.change_mark, lane, channel, step, step=elsewhere, importance=1)

    # Maps

    @rule(data=st.data())
    def delete_a_map_or_lane(self, data: st.DataObject) -> None:
        self.do(maps.delete_map, self.any_of(data, self.maps()))
        self.do(lanes.delete_lane, self.any_of(data, self.lanes()))
