"""A project with one of everything, and an inspector that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.model.cards import Emotion, Measure, Metric, Note, Picture, Touchpoint, WebLink
from journey_editor.model.columns import Phase, Step
from journey_editor.model.lanes import (
    ChannelLane,
    ChannelMark,
    EmotionLane,
    EmotionPoint,
    MeasureCell,
    MetricLane,
    NoteCell,
    NoteLane,
    PictureCell,
    PictureLane,
    SeparatorLane,
    TextLane,
    TouchpointCell,
    TouchpointLane,
)
from journey_editor.model.paths import Counterpart
from journey_editor.model.paths import Path as Way
from journey_editor.model.project import Channel, JourneyMap, Persona, Project
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui import theme
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.inspector import Inspector
from journey_editor.ui.settings import Settings


def advice() -> Touchpoint:
    return Touchpoint(
        id="advice",
        title="Beratung",
        channel="house",
        emotions=(Emotion(persona="brandt", value=1.5, label="endlich"),),
        metrics=(
            Metric(name="Termine", value=6.0, target=8.0, source="Kalender"),
            Metric(name="Folgetermin", value=41.0, unit="%", target=50.0),
        ),
        links=(WebLink(title="Grundrisse", address="https://example.org/plan"),),
        tags=("Beratung", "Budget"),
    )


def everything() -> Project:
    """One of each kind of thing; ids are words."""
    lanes = (
        TouchpointLane(
            id="personal",
            kind="touchpoints",
            title="Persönlich",
            cells=(
                TouchpointCell(step="meet-1", cards=(advice(),)),
                TouchpointCell(step="decide-1", cards=(Touchpoint(id="contract", title="Vertrag", channel="house"),)),
            ),
        ),
        TouchpointLane(
            id="own",
            kind="touchpoints",
            title="Eigene Kanäle",
            cells=(TouchpointCell(step="meet-1", cards=(Touchpoint(id="tour", title="Rundgang", channel="web"),)),),
        ),
        NoteLane(id="notes", kind="notes", title="Chancen", cells=(NoteCell(step="meet-1", cards=(Note(id="idea"),)),)),
        TextLane(id="text", kind="text", title="Text"),
        EmotionLane(
            id="curve",
            kind="emotion",
            title="Begeisterung",
            points=(EmotionPoint(id="point", step="meet-1", persona="brandt", value=1.0),),
        ),
        MetricLane(
            id="metrics",
            kind="metrics",
            title="Kennzahlen",
            cells=(MeasureCell(step="meet-1", cards=(Measure(id="measure", metric=Metric(name="Anfragen")),)),),
        ),
        PictureLane(
            id="images",
            kind="images",
            title="Bilder",
            cells=(PictureCell(step="meet-1", cards=(Picture(id="picture", text="Haus 7"),)),),
        ),
        ChannelLane(id="matrix", kind="channels", title="Kanäle", marks=(ChannelMark(channel="web", step="decide-1"),)),
        SeparatorLane(id="line", kind="separator", title="Sichtbarkeit"),
    )
    journey = JourneyMap(
        id="map",
        title="Hausbau",
        phases=(
            Phase(id="meet", title="Kennenlernen", steps=(Step(id="meet-1"), Step(id="meet-2", title="Nachfassen"))),
            Phase(id="decide", title="Entscheiden", steps=(Step(id="decide-1"),)),
        ),
        lanes=lanes,
        paths=(Way(id="path", source="advice", target="contract", condition="wenn es passt"),),
        counterparts=(Counterpart(id="trace", source="advice", target="tour"),),
    )
    return Project(
        id="project",
        title="Hausverkauf",
        language="de",
        personas=(Persona(id="brandt", name="Familie Brandt", goals=("ein Haus", "bald")),),
        channels=(
            Channel(id="house", name="Musterhaus", icon="house", mode="offline"),
            Channel(id="web", name="Website", icon="globe", mode="online"),
        ),
        maps=(journey,),
        translations={"en": {"advice.title": "Advice"}},
    )


Show = Callable[..., Inspector]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> None:
    """The window's own type and style, on which the sizes of fields hang."""
    theme.load_fonts()
    theme.use(qapp, "light")


@pytest.fixture
def session(look: None) -> Session:
    session = Session()
    session.new(Loaded(everything(), {}, ()))
    return session


@pytest.fixture
def show(qtbot: QtBot, session: Session, settings: Settings) -> Show:
    """Show the inspector with these things selected; another project may be put under it."""

    kept = []

    def shown(*ids: str, project: Project | None = None) -> Inspector:
        if project is not None:
            session.new(Loaded(project, {}, ()))
        session.select(ids)
        inspector = Inspector(session, settings=settings)
        qtbot.addWidget(inspector)
        kept.append(inspector)
        inspector.resize(336, 1600)
        with qtbot.waitActive(inspector):
            inspector.show()
            inspector.activateWindow()
        return inspector

    return shown


@pytest.fixture
def german() -> Iterator[None]:
    wording.set_language("de")
    yield
    wording.set_language("en")


@pytest.fixture
def field() -> Callable[[Inspector, str], Field]:
    """The field of an attribute by its key, wherever in the panel that is shown it stands."""

    def found(inspector: Inspector, key: str) -> Field:
        fields = inspector.panel.findChildren(Field)
        return next(field for field in fields if field.attribute.key == key and field.isVisibleTo(inspector.panel))

    return found
