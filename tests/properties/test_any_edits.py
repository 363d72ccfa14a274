"""Any sequence of edits, undone and redone at will, keeps a project sound, saveable, and its history exact."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from journey_editor.edit import (
    anything,
    cards,
    channels,
    clipboard,
    counterparts,
    curves,
    duplicate,
    joining,
    known_channels,
    lanes,
    map_copies,
    maps,
    matrix,
    mirror,
    pasting,
    paths,
    personas,
    phases,
    projects,
    remove,
    steps,
    translations,
)
from journey_editor.edit.change import EditError
from journey_editor.edit.history import History
from journey_editor.model.cards import Metric, Touchpoint, WebLink
from journey_editor.model.channel_library import KnownChannel
from journey_editor.model.clipping import Clipping
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.lanes import ChannelLane, EmotionLane
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, holds_cards
from journey_editor.model.queries import steps as steps_of
from journey_editor.model.things import things
from journey_editor.model.translatable import texts
from journey_editor.storage import clippings
from journey_editor.storage.channel_library import channel_library
from journey_editor.storage.codec import decode, encode
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two

IMAGES = {PIXEL_SHA: PIXEL}
WORDS = st.sampled_from(["", "Ein Wort", "a\nb", "“x” <b> & 😀", "مرحبا", "{field}"]) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), max_size=12
)
VALUES = st.integers(-4, 4).map(lambda n: n / 2)
KINDS = st.sampled_from(["touchpoints", "notes", "text", "metrics", "images", "emotion", "channels", "separator"])


class Editing(RuleBasedStateMachine):
    """What a user could do in any order. A refused edit (EditError) has to leave everything as it was."""

    @initialize(start=st.sampled_from([everything, two_by_two]))
    def begin(self, start: Callable[[], Project]) -> None:
        self.first = start()
        self.history = History(self.first)
        self.new = counting_ids(1000)
        self.clipping: Clipping | None = None
        self.checked: Project | None = None

    @property
    def project(self) -> Project:
        return self.history.present

    def do(self, edit: Callable[..., Project | tuple[Project, object]], *args: Any, **fields: Any) -> None:
        try:
            result = edit(self.project, *args, **fields)
        except EditError:
            return
        project = result[0] if isinstance(result, tuple) else result
        self.history = self.history.push(project, edit.__name__)

    # What there is to take hold of

    def any_of(self, data: st.DataObject, ids: Iterable[str]) -> str:
        return data.draw(st.sampled_from([*ids, "no-such-thing"]))

    def some_of(self, data: st.DataObject, ids: Iterable[str]) -> list[str]:
        keys = list(ids)
        return data.draw(st.lists(st.sampled_from(keys), max_size=4, unique=True)) if keys else []

    def before(self, data: st.DataObject, ids: Iterable[str]) -> str | None:
        return data.draw(st.none() | st.sampled_from([*ids, "no-such-thing"]))

    def maps(self) -> list[str]:
        return [journey.id for journey in self.project.maps]

    def phases(self) -> list[str]:
        return [phase.id for journey in self.project.maps for phase in journey.phases]

    def steps(self) -> list[str]:
        return [step.id for journey in self.project.maps for step in steps_of(journey)]

    def lanes(self) -> list[str]:
        return [lane.id for journey in self.project.maps for lane in journey.lanes]

    def cards(self) -> list[str]:
        return [card.id for journey in self.project.maps for _, _, card in all_cards(journey)]

    def personas(self) -> list[str]:
        return [persona.id for persona in self.project.personas]

    def channels(self) -> list[str]:
        return [channel.id for channel in self.project.channels]

    def things(self) -> list[str]:
        return [thing.id for thing in things(self.project)]

    def place(self, data: st.DataObject, kind: str) -> tuple[str, str, str]:
        """A map, a lane and a step of it; a lane of that kind, if there is one."""
        journey = data.draw(st.sampled_from(self.project.maps))
        rows = [lane.id for lane in journey.lanes if lane.kind == kind] or [lane.id for lane in journey.lanes]
        return journey.id, self.any_of(data, rows), self.any_of(data, [step.id for step in steps_of(journey)])

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

    # Paths, personas, channels

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

    @rule(data=st.data(), name=WORDS)
    def add_persona(self, data: st.DataObject, name: str) -> None:
        self.do(personas.add_persona, name=name, before=self.before(data, self.personas()), new=self.new)

    @rule(data=st.data(), name=WORDS)
    def copy_persona(self, data: st.DataObject, name: str) -> None:
        self.do(personas.duplicate_persona, self.any_of(data, self.personas()), name=name, new=self.new)

    @rule(data=st.data(), on=st.booleans())
    def assign_persona(self, data: st.DataObject, on: bool) -> None:
        self.do(personas.assign_persona, self.any_of(data, self.maps()), self.any_of(data, self.personas()), on)

    @rule(data=st.data(), name=WORDS)
    def add_channel(self, data: st.DataObject, name: str) -> None:
        self.do(channels.add_channel, name=name, before=self.before(data, self.channels()), new=self.new)

    @rule(data=st.data())
    def replace_channel(self, data: st.DataObject) -> None:
        self.do(channels.delete_channel, self.any_of(data, self.channels()), self.any_of(data, ["", *self.channels()]))

    @rule(data=st.data())
    def merge_channels(self, data: st.DataObject) -> None:
        into = self.any_of(data, ["", *self.channels()])
        self.do(channels.merge_channels, self.some_of(data, self.channels()), into)

    @rule(data=st.data())
    def replace_channel_in_a_map(self, data: st.DataObject) -> None:
        old, new = (self.any_of(data, self.channels()) for _ in range(2))
        self.do(channels.replace_channel, old, new, self.any_of(data, ["", *self.maps()]))

    @rule(known=st.sampled_from(channel_library()))
    def add_channel_of_the_library(self, known: KnownChannel) -> None:
        self.do(known_channels.add_known_channel, known, new=self.new)

    # Words

    @rule(data=st.data(), language=st.sampled_from(["de", "en", "fr", "xx-bad-"]), words=WORDS)
    def write(self, data: st.DataObject, language: str, words: str) -> None:
        found = [(thing.id, field) for thing in things(self.project) for field, _ in texts(thing.node)]
        self.do(translations.set_text, language, *data.draw(st.sampled_from(found)), words)

    @rule(language=st.sampled_from(["de", "en", "fr"]))
    def change_the_first_language(self, language: str) -> None:
        self.do(projects.set_project, language=language)

    @rule(data=st.data(), words=WORDS)
    def retitle_anything(self, data: st.DataObject, words: str) -> None:
        named = [thing.id for thing in things(self.project) if hasattr(thing.node, "title")]
        self.do(anything.set_any, self.any_of(data, named), title=words)

    # Deleting, copying, undoing

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.do(remove.delete, self.some_of(data, self.things()))

    @rule(data=st.data(), cut=st.booleans())
    def copy(self, data: st.DataObject, cut: bool) -> None:
        wanted = self.some_of(data, data.draw(st.sampled_from([self.things, self.cards, self.phases, self.lanes]))())
        if cut:
            self.do(self._cut, wanted)
            return
        try:
            self.clipping = clipboard.copy(self.project, wanted) or self.clipping
        except EditError:
            return

    def _cut(self, project: Project, wanted: list[str]) -> Project:
        project, clipping = clipboard.cut(project, wanted)
        self.clipping = clipping or self.clipping
        return project

    @precondition(lambda self: self.clipping is not None)
    @rule(data=st.data())
    def paste(self, data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(["touchpoints", "notes", "metrics", "images", "separator"]))
        assert self.clipping is not None
        sent, images = clippings.decode(clippings.encode(self.clipping, IMAGES))
        assert sent == self.clipping
        assert images.items() <= IMAGES.items()
        self.do(pasting.paste, sent, pasting.Place(*self.place(data, kind)), new=self.new)

    @rule(data=st.data())
    def duplicate_anything(self, data: st.DataObject) -> None:
        self.do(duplicate.duplicate, self.some_of(data, self.things()), new=self.new)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.history = self.history.undo()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.history = self.history.redo()

    # What always holds

    @invariant()
    def nothing_is_wrong_and_saving_keeps_everything(self) -> None:
        if self.project is not self.checked:
            assert problems(self.project) == ()
            data = encode(self.project, IMAGES)
            loaded = decode(data, "test")
            assert loaded.project == self.project
            assert encode(loaded.project, loaded.images) == data
            self.checked = self.project

    def teardown(self) -> None:
        if not hasattr(self, "history"):
            return
        last = self.project
        back = 0
        while self.history.can_undo:
            self.history = self.history.undo()
            back += 1
        assert self.project is self.first
        for _ in range(back):
            self.history = self.history.redo()
        assert self.project is last


TestAnyEdits = Editing.TestCase
TestAnyEdits.settings = settings(stateful_step_count=30)
