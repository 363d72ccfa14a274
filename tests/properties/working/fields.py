"""Any field of any thing is set, as panels and inspectors set them."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import rule

from journey_editor.edit import (
    anything,
    cards,
    channels,
    curves,
    lanes,
    maps,
    paths,
    personas,
    phases,
    presets,
    projects,
    steps,
)
from journey_editor.model.base import Node
from journey_editor.model.lanes import LaneBase
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.style import PageSetup
from journey_editor.model.things import Thing, things

from .in_session import WORDS, InSession
from .values import value_for

#: What is no field to be set, but has edits of its own.
_STRUCTURE = {
    Project: {"id", "personas", "channels", "maps", "images", "translations"},
    JourneyMap: {"id", "phases", "lanes", "paths", "counterparts", "origins"},
}

_EDITS = {
    "touchpoint": cards.set_card,
    "note": cards.set_card,
    "measure": cards.set_card,
    "picture": cards.set_card,
    "phase": phases.set_phase,
    "step": steps.set_step,
    "lane": lanes.set_lane,
    "path": paths.set_path,
    "point": curves.set_point,
    "persona": personas.set_persona,
    "channel": channels.set_channel,
    "map": maps.set_map,
}


def settable(node: Node) -> list[str]:
    """The fields of a thing that are set as they are."""
    kept = _STRUCTURE.get(type(node), {"id", "steps"})
    if isinstance(node, LaneBase):
        kept = {"id", "kind", "cells", "points", "marks"}
    return [name for name in type(node).model_fields if name not in kept]


class Fields(InSession):
    def field(self, data: st.DataObject, thing: Thing) -> dict[str, Any]:
        """One or two fields of a thing with values for them."""
        chosen = data.draw(st.lists(st.sampled_from(settable(thing.node)), min_size=1, max_size=2, unique=True))
        known = type(thing.node).model_fields
        return {name: data.draw(value_for(self.project, name, known[name])) for name in chosen}

    @rule(data=st.data(), times=st.integers(1, 4))
    def set_any_field(self, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            found = [thing for thing in things(self.project) if thing.kind not in ("counterpart", "project")]
            kind = data.draw(st.sampled_from(sorted({thing.kind for thing in found})))
            thing = data.draw(st.sampled_from([thing for thing in found if thing.kind == kind]))
            edit = data.draw(st.sampled_from([_EDITS[kind], _EDITS[kind], anything.set_any]))
            self.do(edit, thing.id, **self.field(data, thing))

    @rule(data=st.data())
    def set_a_field_of_the_project(self, data: st.DataObject) -> None:
        self.do(projects.set_project, **self.field(data, next(things(self.project))))

    @rule(data=st.data())
    def type_into_a_field(self, data: st.DataObject) -> None:
        """Letter by letter, as one step, until the field is left."""
        named = [thing.id for thing in things(self.project) if "title" in type(thing.node).model_fields]
        thing = data.draw(st.sampled_from(named))
        before = len(self.history.past)
        for text in data.draw(st.lists(WORDS, min_size=1, max_size=4)):
            self.act(
                lambda text=text: self.session.apply(  # type: ignore[misc]  # mypy knows no defaults of lambdas
                    "Typed", lambda p: anything.set_any(p, thing, title=text), merge=("title", thing)
                ),
                "typed",
            )
        assert len(self.history.past) <= before + 1
        if data.draw(st.booleans()):
            self.session.close_merge()

    @rule(data=st.data(), name=WORDS, to=WORDS, delete=st.booleans())
    def keep_presets(self, data: st.DataObject, name: str, to: str, delete: bool) -> None:
        page = data.draw(value_for(self.project, "page", JourneyMap.model_fields["page"]))
        self.do(presets.keep_preset, name, page if isinstance(page, PageSetup) else PageSetup())
        self.do(presets.rename_preset, name, to)
        if delete:
            self.do(presets.delete_preset, to)
