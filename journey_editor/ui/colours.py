"""The menu of colours for what is selected: those that the map's look has, by name, and the automatic one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.model.things import CARD_KINDS, find_thing
from journey_editor.session.session import Session
from journey_editor.ui.icons import icon
from journey_editor.ui.inspector.words import mark_slots, phase_slots
from journey_editor.wording import tr

_SIDE = 16


def colours_of(session: Session) -> list[tuple[str, str]]:
    """The colours that what is selected can have, (name, colour); none where it has no colour."""
    kinds = {thing.kind for key in session.selection[:200] if (thing := find_thing(session.project, key)) is not None}
    if kinds and kinds <= {"phase"}:
        return phase_slots()
    return mark_slots() if kinds and kinds <= {"lane", *CARD_KINDS} else []


def colour_menu(session: Session, paint: Callable[[str], None], parent: QWidget) -> QMenu:
    """A menu that fills itself when it opens; `paint` gets the colour, "" for the automatic one."""
    menu = QMenu(tr("&Colour"), parent)
    menu.setIcon(icon("palette"))

    def fill() -> None:
        menu.clear()
        slots = colours_of(session)
        for name, color in slots:
            menu.addAction(_swatch(color), name[:1].upper() + name[1:]).setData(color)
        if slots:
            menu.addSeparator()
        menu.addAction(tr("Automatic colour")).setData("")
        menu.actions()[-1].setEnabled(bool(slots))

    def chosen(action: QAction) -> None:
        paint(str(action.data() or ""))

    menu.aboutToShow.connect(fill)
    menu.triggered.connect(chosen)
    fill()
    return menu


def _swatch(color: str) -> QIcon:
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(QColor(0, 0, 0, 0))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(color))
        painter.setPen(QColor(0, 0, 0, 60))
        painter.drawRoundedRect(1, 1, _SIDE - 2, _SIDE - 2, 3, 3)
    return QIcon(picture)
