"""Asking before a persona goes: much may hang on one, on maps that are not even in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journey_editor.session import persona_acts
from journey_editor.session.names import text_of
from journey_editor.session.session import Session
from journey_editor.ui.dialogs.messages import confirm
from journey_editor.wording import tr

_LONGEST = 80  # characters of a name in the question


def may_delete(window: QWidget, session: Session, persona: str) -> bool:
    """Whether a persona may go: asked where something hangs on it."""
    hanging = persona_acts.hangs_on(session, persona)
    if not hanging:
        return True
    name = text_of(session, persona, "name")[:_LONGEST] or tr("Unnamed persona")
    text = " ".join((hanging, tr("Undo brings everything back.")))
    return confirm(window, tr("Delete the persona “{name}”?", name=name), text, tr("Delete"))
