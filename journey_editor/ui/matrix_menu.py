"""The importances of a channel in a step, in the menu at a place of the matrix."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from journey_editor.session.marking import MOST, importance_word, mark_at, set_importance
from journey_editor.session.session import Session
from journey_editor.wording import tr


def offer_importance(menu: QMenu, session: Session, place: str, try_to: Callable[[Callable[[], None]], object]) -> None:
    """Add what can be set by hand at a place "LANE/STEP/CHANNEL", the present one ticked; nothing elsewhere."""
    mark = mark_at(session, place)
    if mark is None:
        return
    group = QActionGroup(menu)
    menu.addSection(tr("Set by hand"))
    for importance in range(MOST + 1):
        word = importance_word(importance) if importance else tr("no mark")
        action = menu.addAction(word[:1].upper() + word[1:])
        action.setShortcut(QKeySequence(str(importance)))  # the map's own key, see canvas.keys
        action.setShortcutVisibleInContextMenu(True)
        action.setCheckable(True)
        action.setChecked(importance == mark.by_hand)
        action.setData(importance)
        group.addAction(action)
    group.triggered.connect(lambda action: try_to(lambda: set_importance(session, mark, action.data())))
