"""A small map with everything that the canvas has to do with, and a view of it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.canvas.view import MapView
from journey_editor.model.cards import Emotion, Note, Touchpoint
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import EmotionLane, MetricLane, NoteCell, NoteLane, TouchpointCell, TouchpointLane
from journey_editor.model.paths import Path
from journey_editor.model.project import Channel, JourneyMap, Persona, Project
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded


def small_project() -> Project:
    """Three phases, two lanes of touchpoints, one of notes, one of metrics, the curve; five touchpoints and a note.

    shop:   a, b | c |
    online: d    |   | e
    notes:  n    |   |
    """

    def touchpoint(key: str, **fields: object) -> Touchpoint:
        feeling = (Emotion(persona="mira", value=1.0),)
        return Touchpoint(id=key, title=f"Card {key}", channel="web", emotions=feeling, **fields)  # type: ignore[arg-type]

    shop = TouchpointLane(
        id="shop",
        kind="touchpoints",
        title="Shop",
        cells=(
            TouchpointCell(
                step="s1", cards=(touchpoint("a"), touchpoint("b", description="Opens at nine, closes late"))
            ),
            TouchpointCell(step="s2", cards=(touchpoint("c", status="possible"),)),
        ),
    )
    online = TouchpointLane(
        id="online",
        kind="touchpoints",
        title="Online",
        cells=(
            TouchpointCell(step="s1", cards=(touchpoint("d"),)),
            TouchpointCell(step="s3", cards=(touchpoint("e"),)),
        ),
    )
    notes = NoteLane(
        id="notes",
        kind="notes",
        title="Pain",
        tone="pain",
        cells=(NoteCell(step="s1", cards=(Note(id="n", text="Too slow", tone="pain"),)),),
    )
    journey = JourneyMap(
        id="map",
        title="Buying tools",
        phases=(
            Phase(id="p1", title="Notice", steps=(Step(id="s1"),)),
            Phase(id="p2", title="Compare", steps=(Step(id="s2"),)),
            Phase(id="p3", title="Buy", steps=(Step(id="s3"),)),
        ),
        lanes=(
            shop,
            online,
            notes,
            EmotionLane(id="mood", kind="emotion", title="Mood"),
            MetricLane(id="figures", kind="metrics", title="Figures"),
        ),
        paths=(Path(id="way", source="a", target="c", condition="if it rains"),),
    )
    return Project(
        id="project",
        title="Tools",
        language="en",
        personas=(Persona(id="mira", name="Mira"),),
        channels=(Channel(id="web", name="Website", icon="globe", mode="online", color="#0F6F80"),),
        maps=(journey,),
    )


@pytest.fixture
def session() -> Session:
    made = Session()
    made.new(Loaded(small_project(), {}, ()))
    return made


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> MapView:
    """A view that shows the whole map, with nothing left to draw."""
    made = MapView(session)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    made.settle()
    return made
