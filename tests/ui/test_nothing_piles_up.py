"""A day of work keeps no panels and no menus that nobody will see again: they were most of the memory it took."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journey_editor.ui.inspector.inspector import MOST_PANELS
from journey_editor.ui.inspector.panel import Panel
from journey_editor.ui.main_window import MainWindow


def _swept() -> None:
    """What was told to go is gone, as after the next turn of the loop."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_panels_of_mixtures_are_kept_for_a_while_only(open_window: MainWindow) -> None:
    session, inspector = open_window.workspace.session, open_window.workspace.inspector
    lanes = [lane.id for lane in session.journey.lanes]
    steps = [step.id for phase in session.journey.phases for step in phase.steps]
    every = [(*some, *others) for some in _choices(lanes) for others in ((), steps[:1], (session.map_id,))]
    mixtures = every[: 3 * MOST_PANELS]
    for ids in mixtures:
        session.select(ids)
        assert inspector.panel.isVisible()
    _swept()
    assert len(inspector.findChildren(Panel)) == MOST_PANELS
    first = inspector.panel
    session.select(mixtures[0])
    session.select(mixtures[-1])
    assert inspector.panel is first, "the panel that was shown last is not made again"


def _choices(ids: list[str]) -> list[tuple[str, ...]]:
    return [some for size in (1, 2, 3) for some in combinations(ids, size)]


@pytest.mark.parametrize(
    "ask", [lambda window: window.workspace._open_menu_here, lambda window: window.workspace.bar._ask]
)
def test_a_menu_goes_once_it_was_answered(
    ask: Callable[[MainWindow], Callable[[QPoint], None]], open_window: MainWindow
) -> None:
    asked: list[QWidget] = []

    def answer() -> None:
        menu = QApplication.activePopupWidget()
        asked.append(menu)
        menu.close()

    before = len(open_window.findChildren(QMenu))
    for _ in range(3):
        QTimer.singleShot(0, answer)
        ask(open_window)(QPoint(5, 5))
        _swept()
    assert len(asked) == 3
    assert len(open_window.findChildren(QMenu)) == before
