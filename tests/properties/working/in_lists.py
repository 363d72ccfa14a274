"""Personas, channels, languages and counterparts, as their panels and windows handle them."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import rule

from journey_editor.edit import channels, counterparts, languages, personas, phases, steps, translations
from journey_editor.edit import images as edit_images
from journey_editor.edit.translations import Saying
from journey_editor.model.channel_library import KnownChannel
from journey_editor.model.things import things
from journey_editor.model.translatable import texts
from journey_editor.session import acts, channel_acts, counterpart_acts, persona_acts
from journey_editor.session import languages as spoken
from journey_editor.storage.channel_library import channel_library

from .in_session import LANGUAGES, WORDS, InSession
from .pictures import PICTURES

KNOWN = st.sampled_from(channel_library())


class InLists(InSession):
    # Personas

    @rule(data=st.data(), by=st.sampled_from([-1, 1]))
    def handle_personas(self, data: st.DataObject, by: int) -> None:
        session, persona = self.session, self.one(data, self.ids("persona"))
        if persona is None:
            self.act(lambda: acts.add_persona_to_map(session), "add_persona_to_map")
            return
        match data.draw(st.integers(0, 3)):
            case 0:
                self.act(lambda: persona_acts.duplicate(session, persona), "duplicate persona")
            case 1:
                self.act(lambda: persona_acts.move(session, persona, by), "move persona")
            case 2:
                self.act(lambda: persona_acts.assign(session, session.map_id, persona, by > 0), "assign persona")
            case _:
                persona_acts.hangs_on(session, persona)
                self.act(lambda: persona_acts.delete(session, persona), "delete persona")

    @rule(data=st.data())
    def move_in_the_lists(self, data: st.DataObject) -> None:
        self.do(personas.move_persona, self.any_of(data, self.personas()), self.before(data, self.personas()))
        self.do(channels.move_channel, self.any_of(data, self.channels()), self.before(data, self.channels()))

    # Channels

    @rule(data=st.data(), known=st.lists(KNOWN, min_size=1, max_size=2), by=st.sampled_from([-1, 1]))
    def handle_channels(self, data: st.DataObject, known: list[KnownChannel], by: int) -> None:
        session, chosen = self.session, tuple(self.some_of(data, self.channels()))
        match data.draw(st.integers(0, 5)):
            case 0:
                self.act(lambda: channel_acts.add_known(session, known), "add_known")
            case 1:
                self.act(lambda: channel_acts.add_own(session), "add_own")
            case 2:
                self.act(lambda: channel_acts.move(session, chosen, by), "move channels")
            case 3 if chosen:
                channel_acts.loss(session, chosen)
                self.act(lambda: channel_acts.remove(session, chosen), "remove channels")
            case 4 if chosen:
                into = data.draw(st.sampled_from(self.channels()))
                self.act(lambda: channel_acts.merge(session, chosen, into), "merge channels")
            case _ if chosen:
                new: str | KnownChannel = data.draw(st.sampled_from([*self.channels(), *known]))
                self.act(lambda: channel_acts.replace(session, chosen[0], new, here=by > 0), "replace channel")

    @rule(data=st.data(), known=KNOWN)
    def give_a_channel(self, data: st.DataObject, known: KnownChannel) -> None:
        if cards := self.some_of(data, self.touchpoints()):
            self.act(lambda: channel_acts.give_known(self.session, cards, known), "give_known")

    # The other side

    @rule(data=st.data(), to=st.sampled_from(["online", "offline"]), known=KNOWN)
    def carry_over_here(self, data: st.DataObject, to: Any, known: KnownChannel) -> None:
        session, chosen = self.session, tuple(self.some_of(data, self.touchpoints()))
        load = counterpart_acts.load_of(session, chosen)
        if data.draw(st.booleans()):
            chosen, to = load.ids, load.to
        channel = data.draw(st.sampled_from([None, "", known]))
        if chosen:
            self.act(lambda: counterpart_acts.carry_over(session, chosen, to=to, channel=channel), "carry_over")

    @rule(data=st.data(), to=st.sampled_from(["online", "offline"]))
    def link_what_is_there(self, data: st.DataObject, to: Any) -> None:
        session, chosen, target = (
            self.session,
            self.some_of(data, self.touchpoints()),
            self.one(data, self.touchpoints()),
        )
        if chosen and target is not None:
            self.act(lambda: counterpart_acts.link(session, chosen, target, to=to), "link")
            self.do(counterparts.link_counterparts, chosen, target, to=to, new=self.new)

    @rule(arrangement=st.sampled_from(["top", "mirror"]))
    def arrange(self, arrangement: Any) -> None:
        self.act(lambda: counterpart_acts.arrange(self.session, arrangement), "arrange")

    # Languages and texts

    @rule(data=st.data(), language=LANGUAGES, to=LANGUAGES)
    def handle_languages(self, data: st.DataObject, language: str, to: str) -> None:
        session, there = self.session, data.draw(st.sampled_from(self.session.languages))
        match data.draw(st.integers(0, 5)):
            case 0:
                self.act(lambda: spoken.add(session, language), "add language")
            case 1:
                self.act(lambda: spoken.remove(session, there), "remove language")
            case 2:
                self.act(lambda: spoken.make_first(session, there), "make_first")
            case 3:
                self.act(lambda: spoken.rename(session, there, to), "rename language")
            case 4:
                self.do(languages.set_language, language)
            case _:
                self.do(languages.rename_language, there, to)

    @rule(data=st.data(), language=LANGUAGES)
    def add_or_delete_a_language(self, data: st.DataObject, language: str) -> None:
        self.do(data.draw(st.sampled_from([languages.add_language, languages.delete_language])), language)

    @rule(data=st.data())
    def show_another_language(self, data: st.DataObject) -> None:
        before = self.project
        self.session.set_language(data.draw(st.sampled_from([*self.session.languages, ""])))
        if data.draw(st.booleans()):
            spoken.show_next(self.session)
        assert self.project is before

    @rule(data=st.data(), language=LANGUAGES, words=st.lists(WORDS, min_size=1, max_size=4))
    def translate(self, data: st.DataObject, language: str, words: list[str]) -> None:
        found = [(thing.id, field) for thing in things(self.project) for field, _ in texts(thing.node)]
        tongues = st.sampled_from([language, *self.session.languages])
        sayings = [Saying(data.draw(tongues), *data.draw(st.sampled_from(found)), text) for text in words]
        one = sayings[0]
        if data.draw(st.booleans()):
            self.act(lambda: spoken.write(self.session, sayings), "write texts")
        else:
            self.do(translations.set_translation, one.language, one.thing, one.field, one.text)
            self.do(translations.set_texts, sayings)

    # What is else

    @rule(data=st.data())
    def know_of_an_image(self, data: st.DataObject) -> None:
        asset, content = data.draw(st.sampled_from(PICTURES))
        self.session.keep_image(asset, content)
        self.do(edit_images.add_image, asset)

    @rule(data=st.data())
    def delete_one_by_one(self, data: st.DataObject) -> None:
        match data.draw(st.integers(0, 2)):
            case 0:
                self.do(personas.delete_persona, self.any_of(data, self.personas()))
            case 1:
                self.do(phases.delete_phase, self.any_of(data, self.phases()))
            case _:
                self.do(steps.delete_step, self.any_of(data, self.steps()))
