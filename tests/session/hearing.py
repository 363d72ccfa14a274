"""What tests of a session use: its signals as they come, a moment, and an edit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from journey_editor.edit import cards
from journey_editor.model.project import Project
from journey_editor.session.session import Session
from tests.builders import PIXEL, PIXEL_SHA

IMAGES = {PIXEL_SHA: PIXEL}
NOON = datetime(2026, 3, 22, 12, 0, 30, tzinfo=timezone(timedelta(hours=1)))


class Heard:
    """The signals of a session, in the order they came."""

    def __init__(self, session: Session) -> None:
        self.names: list[str] = []
        for name in ("project", "selection", "map", "file", "language"):
            getattr(session, f"{name}_changed").connect(lambda name=name: self.names.append(name))

    def now(self) -> list[str]:
        names, self.names = self.names, []
        return names


def rename(title: str) -> Callable[[Project], Project]:
    return lambda project: cards.set_card(project, "tp-web", title=title)
