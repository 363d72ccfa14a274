"""The menu of tones for selected notes, with the digits that give them on the map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.model.tones import TONES
from journey_editor.session.session import Session
from journey_editor.session.toning import notes_in, set_tone, tone_of
from journey_editor.ui.actions import tones
from journey_editor.ui.icons import icon
from journey_editor.wording import tr


def has_tones(session: Session) -> bool:
    """Whether what is selected are notes."""
    return bool(session.selection) and bool(notes_in(session, session.selection))


def tone_menu(session: Session, parent: QWidget) -> QMenu:
    """A menu that fills itself when it opens; the tone that all selected notes have is ticked."""
    menu = QMenu(tr("T&one of the note"), parent)
    menu.setIcon(icon("sticky-note"))

    def fill() -> None:
        menu.clear()
        notes = has_tones(session)
        present = tone_of(session, session.selection) if notes else ""
        known = tones()
        for digit, tone in (*enumerate(TONES[1:], 1), (0, TONES[0])):
            sign, name, hue = known[tone]
            action = menu.addAction(icon(sign, hue), name)
            action.setShortcut(QKeySequence(str(digit)))  # the map's own key, see canvas.keys; here it is only shown
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
            action.setData(tone)
            action.setCheckable(True)
            action.setChecked(tone == present)
            action.setEnabled(notes)

    def chosen(action: QAction) -> None:
        if has_tones(session):
            set_tone(session, session.selection, action.data())

    menu.aboutToShow.connect(fill)
    menu.triggered.connect(chosen)
    fill()
    return menu
