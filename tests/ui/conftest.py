"""A window in the tests: the light theme, settings in a folder of the test, dialogs answered before they open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.app import Program, application
from journey_editor.model.project import Project
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.dialogs import messages
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.settings import Settings
from tests.builders import PIXEL, PIXEL_SHA, everything


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    return application()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.ini")
    made.theme = "light"
    made.language = "en"
    return made


@pytest.fixture
def program(app: QApplication, settings: Settings) -> Iterator[Program]:
    made = Program(app, settings)
    yield made
    if made.window.session is not None:
        made.window.session.new(Loaded(everything(), {}, ()))  # so that closing asks nothing
    made.window.close()
    made.window.deleteLater()
    QApplication.processEvents()
    wording.set_language("en")


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> MainWindow:
    program.window.resize(1280, 800)
    program.window.show()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    return program.window


@pytest.fixture
def open_window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window with a project of everything."""
    show(window, everything(), qtbot)
    return window


def show(window: MainWindow, project: Project, qtbot: QtBot) -> None:
    assert window.workspace.session is window.session
    window.workspace.session.new(Loaded(project, {PIXEL_SHA: PIXEL}, ()))
    window.show_workspace()
    qtbot.waitUntil(lambda: not window.at_start and window.workspace.panels.filled)
    QApplication.processEvents()


@pytest.fixture
def session(qapp: QApplication) -> Session:
    made = Session()
    made.new(Loaded(everything(), {PIXEL_SHA: PIXEL}, ()))
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What messages would have said; none is shown."""
    heard: list[str] = []

    def answer(message: messages.Message) -> int:
        heard.append(f"{message.accessibleName()}: {message.accessibleDescription()}")
        return 0

    monkeypatch.setattr(messages.Message, "exec", answer)
    return heard
