"""Pasting and dropping: what lies on the clipboard, or was dragged here, goes to its place, perhaps after a question.

The same for both, and for all that another program may bring: pieces of a map, words, a table, images.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journey_editor.edit.change import EditError
from journey_editor.edit.images import place_images
from journey_editor.edit.lines import MOST_LINES
from journey_editor.edit.pasting import Place
from journey_editor.session import clipboard
from journey_editor.session.contents import Contents, Files, Image, Pieces, Table, Words, read
from journey_editor.session.image_files import take_bytes, take_image, take_in
from journey_editor.session.session import Session
from journey_editor.session.shrinking import Taken
from journey_editor.ui.dialogs.large_images import fitted
from journey_editor.ui.dialogs.messages import Answer, Message
from journey_editor.ui.dialogs.paste_table import PasteTable
from journey_editor.wording import tr, trn

#: Making so many cards of lines is asked about first: perhaps it was a letter that was copied.
ASK_FROM = 25


class Arrival:
    """Something from the clipboard or from a drag, taken out of it at once: it may be gone a moment later."""

    def __init__(self, mime: QMimeData) -> None:
        """Raises EditError if it cannot be used."""
        self._contents: Contents = read(mime)
        if isinstance(self._contents, Image | Files):
            self._images = _images_of(self._contents, mime)

    def put(self, session: Session, place: Place, window: QWidget) -> bool:
        """Put it on the map. False if the user thought better of it. Raises EditError if it does not fit there."""
        match self._contents:
            case Pieces() as pieces:
                clipboard.paste_pieces(session, pieces, place)
            case Words(lines):
                if ASK_FROM <= len(lines) <= MOST_LINES and place.lane and not _sure(window, len(lines)):
                    return False
                clipboard.paste_words(session, lines, place)
            case Table(rows):
                dialog = PasteTable(session, rows, place, window)
                if not dialog.exec() or dialog.plan is None:
                    return False
                clipboard.paste_table(session, dialog.plan, as_map=dialog.alone.isChecked())
            case _:
                place_images(session.project, [image.asset for image in self._images], place)  # refused before asking
                images = fitted(window, self._images)
                if images is None:
                    return False
                clipboard.paste_images(session, images, place)
        return True


def images_in(mime: QMimeData) -> list[Taken]:
    """The images, of whatever kind the rest is. Raises EditError where there is none, or one cannot be used."""
    contents = read(mime)
    if not isinstance(contents, Image | Files):
        raise EditError(tr("There is no image to paste."))
    return _images_of(contents, mime)


def _images_of(contents: Image | Files, mime: QMimeData) -> list[Taken]:
    if isinstance(contents, Files):
        return [Taken(*take_in(path)) for path in contents.paths]
    name, data = tr("Image from the clipboard"), contents.data
    return [Taken(*(take_bytes(data, name) if data is not None else take_image(clipboard.image_of(mime), name)))]


def put_on_clipboard(mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)


def on_clipboard() -> QMimeData:
    """What was copied last, here or elsewhere."""
    # Qt gives none where nothing was ever copied, whatever its stubs promise.
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if found is None else found


def _sure(window: QWidget, n: int) -> bool:
    make = trn("Make {n} card", "Make {n} cards", n)
    message = Message(
        window,
        trn("Make {n} card of the text?", "Make {n} cards of the text?", n),
        tr("Each line becomes a card in the chosen cell. Undo takes all of them away again."),
        [Answer("cancel", tr("Cancel")), Answer("go", make, default=True, kind="filled")],
        icon_name="clipboard-paste",
        icon_role="accent",
    )
    message.exec()
    return message.answer == "go"
