"""Answers to the questions of the workshop and of the guided start, in any order."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import rule

from journey_editor.model import guide as guide_model
from journey_editor.model import workshop as workshop_model
from journey_editor.model.queries import find_card
from journey_editor.session import guide, workshop
from journey_editor.storage.channel_library import channel_library
from tests.properties.editing.hands import VALUES

from .in_session import WORDS, InSession

#: Words that name a channel of the library or of the start, and others.
MEDIA = st.sampled_from(["Website", "E-Mail, Laden", "newsletter", "", "Rauchzeichen"]) | WORDS


class Guided(InSession):
    # The workshop

    @rule()
    def get_ready(self) -> None:
        self.act(lambda: workshop.get_ready(self.session), "get_ready")
        before = self.project
        workshop.get_ready(self.session)
        assert self.project is before

    def question(self, data: st.DataObject) -> workshop_model.Position:
        """Any question that the workshop asks by now, those about touchpoints rather than those of the frame."""
        project, journey = self.project, self.session.journey
        which: Any = data.draw(st.sampled_from(["frame", "offline", "online", "offline", "online"]))
        if which != "frame" and not workshop_model.ready(project, journey):
            which = "frame"
        stop = data.draw(
            st.sampled_from(
                workshop_model.stops(project, journey, which) or (workshop_model.begin(project, journey, which),)
            )
        )
        at = data.draw(st.sampled_from(workshop_model.questions(project, journey, stop)))
        assert workshop_model.settled(project, journey, at) == at
        return at

    @rule(data=st.data(), times=st.integers(1, 4))
    def answer_in_the_workshop(self, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            self.answer_there(data, self.question(data), data.draw(MEDIA), data.draw(st.none() | VALUES))

    def answer_there(self, data: st.DataObject, at: workshop_model.Position, words: str, value: float | None) -> None:
        session = self.session
        workshop.said(session, at)
        answer: workshop.Answer | None = None
        match at.question:
            case "feeling":
                answer = workshop.feeling(session, at, value, self.new("pe"))
            case "status":
                answer = workshop.status(session, at, data.draw(st.sampled_from(["existing", "possible"])))
            case "lane":
                answer = workshop.lane(session, at, data.draw(st.sampled_from(self.lanes_here("touchpoints"))))
            case _:
                offers = workshop.offers(session, at)
                offer = data.draw(st.sampled_from([None, *offers]))
                if offer is not None and offer.touchpoint:
                    answer = workshop.link(session, at, offer.touchpoint)
                else:
                    fresh = self.new({"phase": "ph", "persona": "pe"}.get(at.question, "tp"))
                    answer = workshop.in_words(session, at, words if offer is None else offer.text, fresh, offer)
        if answer is not None:
            self.act(lambda: workshop.do(session, answer), f"workshop {at.question}")
            there = workshop_model.settled(self.project, session.journey, answer.position)
            workshop_model.forward(self.project, session.journey, there)
            workshop_model.back(self.project, session.journey, there)

    @rule(data=st.data())
    def take_an_answer_away(self, data: st.DataObject) -> None:
        at = self.question(data)
        self.act(lambda: workshop.remove(self.session, at), "workshop remove")
        workshop_model.resume(self.project, self.session.journey)
        workshop_model.tally(self.project, self.session.journey)

    # The guided start

    @rule(data=st.data(), times=st.integers(1, 3))
    def answer_in_the_guide(self, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            screens = guide_model.screens(self.project, self.session.journey)
            topic = data.draw(st.sampled_from(sorted({screen.topic for screen in screens})))
            at = data.draw(st.sampled_from([screen for screen in screens if screen.topic == topic]))
            self.answer(data, at, data.draw(MEDIA), data.draw(VALUES))

    def answer(self, data: st.DataObject, at: guide_model.Screen, words: str, value: float) -> None:
        session = self.session
        match at.topic:
            case "wishes" | "troubles":
                self.rewrite_a_list(data, "goals" if at.topic == "wishes" else "frustrations", words)
            case "channels":
                self.choose_channels(data)
            case "phases":
                self.act(lambda: guide.add_usual_phases(session), "add_usual_phases")
                key = data.draw(st.sampled_from(["", *self.ids("phase", here=True)]))
                self.act(lambda: guide.write_phase(session, key, words), "write_phase")
                self.act(lambda: guide.begin_walk(session), "begin_walk")
            case "touchpoints":
                named = [key for key, _ in guide.named_touchpoints(session, at.phase)]
                key = data.draw(st.sampled_from(["", *named]))
                self.act(lambda: guide.write_touchpoint(session, at.phase, key, words), "write_touchpoint")
            case "way":
                assert find_card(session.journey, at.card) is not None
                channel = data.draw(st.sampled_from(self.ids("channel")))
                self.act(lambda: guide.set_way(session, at.card, channel), "set_way")
            case "feeling":
                self.act(lambda: guide.set_feeling(session, at.card, value), "guide set_feeling")
            case "pains":
                key = data.draw(st.sampled_from(["", *guide_model.pains_in(session.journey, at.phase)]))
                self.act(lambda: guide.write_pain(session, at.phase, key, words), "write_pain")
            case _:
                answer = guide.in_words(session, at, words, self.new("pe"))
                if answer is not None:
                    self.act(lambda: session.apply(*answer), f"guide {at.topic}")
        guide_model.settled(self.project, session.journey, at)

    def rewrite_a_list(self, data: st.DataObject, field: guide.Listed, words: str) -> None:
        session, persona = self.session, guide_model.persona_of(self.project, self.session.journey)
        assert persona is not None
        places = [str(n) for n in range(len(getattr(persona, field)))]
        place = data.draw(st.sampled_from(["", *places]))
        self.act(lambda: guide.write_item(session, field, place, words), "write_item")
        if data.draw(st.booleans()):
            self.act(lambda: guide.drop_empty(session, field), "drop_empty")

    def choose_channels(self, data: st.DataObject) -> None:
        session, there = self.session, list(self.project.channels)
        match data.draw(st.integers(0, 2)):
            case 0 if offered := guide.library(session):
                channel, known = data.draw(st.sampled_from(offered))
                self.act(lambda: guide.add_channel(session, channel, known), "guide add_channel")
            case 1 if there:
                dropped = data.draw(st.sampled_from(there))
                self.act(lambda: guide.drop_channel(session, dropped.id), "drop_channel")
                if data.draw(st.booleans()):  # the check mark is set again
                    self.act(lambda: guide.add_channel(session, dropped, None), "guide add_channel")
            case _:
                assert len(guide.library(session)) <= len(channel_library())
