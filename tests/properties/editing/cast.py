"""Random edits of personas and channels, which all maps of a project share."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import rule

from journey_editor.edit import channels, known_channels, personas
from journey_editor.model.channel_library import KnownChannel
from journey_editor.storage.channel_library import channel_library

from .hands import WORDS, Hands


class Cast(Hands):
    """What a user does to personas and channels."""

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
