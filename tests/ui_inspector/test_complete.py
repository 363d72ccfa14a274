"""Every field of the model can be read and changed in the inspector, or it stands here why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from journey_editor.model.base import Node
from journey_editor.model.project import Project
from journey_editor.session.session import Session
from journey_editor.ui.inspector.attributes import Attribute, Feeling, Own
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.inspector import Inspector
from tests.model_walk import ModelField, classes, model_field
from tests.ui_inspector.everything import loaded, one_of_each, with_rows_opened

Show = Callable[..., Inspector]

#: Fields without a field of the inspector, and why.
ELSEWHERE = {
    "id": "the program's own name for a thing, never shown",
    "Project.created": "set by the program",
    "Project.modified": "set by the program",
    "Project.maps": "the tabs of the window",
    "Project.personas": "the list in the panel of the map (PersonaBoxes)",
    "Project.channels": "the list in the panel of the map (Channels)",
    "Project.images": "come and go with what shows them",
    "Project.presets": "named and chosen where one prints",
    "Preset": "named and chosen where one prints",
    "Project.translations": "each text is entered in the language that is shown",
    "JourneyMap.phases": "the map itself",
    "JourneyMap.lanes": "the map itself",
    "JourneyMap.paths": "the map itself, and the list of each card",
    "JourneyMap.counterparts": "the map itself, and the list of each card",
    "JourneyMap.origins": "set by the program when a map is duplicated",
    "Theme.name": "there is one theme",
    "Counterpart.source": "a trace is taken away and linked anew",
    "Counterpart.target": "a trace is taken away and linked anew",
    "Emotion.persona": "each persona has fields of its own",
    "ImageUse.sha256": "the picture itself is shown, and chosen in the list",
    "AssetRef": "what the program knows of an image file",
    "cells": "the map itself: cards are moved there",
    "cards": "the map itself: cards are moved there",
    "TouchpointCell": "the map itself",
    "NoteCell": "the map itself",
    "MeasureCell": "the map itself",
    "PictureCell": "the map itself",
    "EmotionLane.points": "the list Points",
}

#: Lists and pictures that are no `Field`: the class of the part, and the fields that it shows.
PARTS = {
    "Metrics": ["Touchpoint.metrics"],
    "Links": ["Touchpoint.links", "Note.links"],
    "Images": ["Touchpoint.images"],
    "OneImage": ["Picture.image", "Persona.portrait", "Project.logo"],
    "Steps": ["Phase.steps"],
    "PersonaBoxes": ["JourneyMap.personas", "EmotionLane.personas"],
    "ChannelBoxes": ["ChannelLane.channels"],
    "Marks": ["ChannelLane.marks"],
    "PathEnds": ["Path.source", "Path.target"],
}


def fields_of(attribute: Attribute, node: Node) -> Iterator[ModelField]:
    """The fields of the model on the way to what an attribute shows."""
    if isinstance(attribute, Feeling):
        yield ModelField("Touchpoint", "emotions")
        yield ModelField("Emotion", attribute.part)
    elif isinstance(attribute, Own):
        value: Any = node
        for key in attribute.path:
            if isinstance(key, str):
                yield model_field(type(value), key)
            value = value[key] if isinstance(key, int) else getattr(value, key, None)


def shown_in(inspector: Inspector) -> set[ModelField]:
    """The fields of the model that the panel shows now."""
    found = set()
    for field in inspector.panel.findChildren(Field):
        if field.scope.nodes:
            found |= set(fields_of(field.attribute, field.scope.nodes[0]))
    for part in inspector.panel.findChildren(QWidget):
        for name in PARTS.get(type(part).__name__, []):
            found.add(ModelField(*name.split(".")))
    return found


def test_every_field_of_the_model_has_a_place_in_the_inspector(session: Session, show: Show) -> None:
    inspector = show(project=loaded().project)
    found: set[ModelField] = set()
    for thing in one_of_each():
        session.go_to_map(thing.journey.id if thing.journey else session.map_id)
        session.select([thing.id] if thing.kind != "map" else [])
        for _ in with_rows_opened(inspector):
            found |= shown_in(inspector)
    every = {model_field(kind, name) for kind in classes(Project) for name in kind.model_fields}
    excused = {
        f for f in every if ELSEWHERE.keys() & {str(f), f.name if f.name in ("id", "cells", "cards") else f.owner}
    }
    # A lane holds cards of its kind; another kind is another lane.
    excused |= {f for f in every if f.name == "kind" and f.owner.endswith("Lane")}
    missing = every - found - excused
    assert not missing, f"{', '.join(sorted(map(str, missing)))} cannot be changed in the inspector"
    assert not {str(f) for f in excused & found}, "is excused, and yet it is there"


def test_every_field_can_store_what_it_shows(session: Session, show: Show) -> None:
    inspector = show(project=loaded().project)
    for thing in one_of_each():
        session.go_to_map(thing.journey.id if thing.journey else session.map_id)
        session.select([thing.id] if thing.kind != "map" else [])
        for _ in with_rows_opened(inspector):
            for field in inspector.panel.findChildren(Field):
                if field.isVisibleTo(inspector):
                    value = field.attribute.read(field.scope)
                    assert field.attribute.write(field.scope, session.project, value) == session.project, field.label


@pytest.mark.parametrize("name", sorted(ELSEWHERE))
def test_nothing_is_excused_that_is_gone(name: str) -> None:
    known = {model_field(kind, field) for kind in classes(Project) for field in kind.model_fields}
    assert any(name in (str(field), field.owner, field.name) for field in known)
