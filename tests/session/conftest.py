"""A session of a whole project, at a fixed moment, and an ear for its signals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from tests.builders import everything

from .hearing import IMAGES, NOON, Heard


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    session = Session(now=lambda: NOON)
    session.new(Loaded(everything(), dict(IMAGES), ()))
    yield session
    session.deleteLater()


@pytest.fixture
def heard(session: Session) -> Heard:
    return Heard(session)
