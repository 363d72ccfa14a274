"""What the canvas tells a screen reader: its name, how to use it, and what the keyboard stands on.

The whole map as a tree is the outline's; here every move of the keyboard is spoken as one sentence.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from journey_editor.wording import tr


def describe(widget: QWidget) -> None:
    """Name the canvas and say how it is used."""
    widget.setAccessibleName(tr("Journey map"))
    widget.setAccessibleDescription(
        tr("Arrow keys go through the map, Enter edits, Alt and arrows move, Delete deletes. The outline lists it all.")
    )


def say(widget: QWidget, sentence: str) -> None:
    """Speak a sentence, if anybody listens, and keep it as the description of the canvas."""
    widget.setAccessibleDescription(sentence)
    announce(widget, sentence)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))


def announce(widget: QWidget, sentence: str) -> None:
    """Speak a sentence, if anybody listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
