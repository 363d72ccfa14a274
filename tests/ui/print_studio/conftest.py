"""A studio on a project of everything."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.session.session import Session
from journey_editor.ui.print_studio.studio import PrintStudio


@pytest.fixture
def studio(app: QApplication, session: Session, qtbot: QtBot) -> PrintStudio:
    made = PrintStudio(session, None)
    qtbot.addWidget(made)
    return made
