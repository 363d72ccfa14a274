"""Small pictures of maps for the list of recent files, drawn from the maps themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from journey_editor.canvas.view import MapView

_SMALL = QSize(168, 100)
_AT_ONCE = 300  # maps of so many cards are drawn for it; a larger one is on the canvas in small anyway, later


def keep_picture(image: QImage, file: Path) -> None:
    """Keep the picture of a recent file's map; that this fails harms nobody."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    image.save(str(file), "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes text


def picture_of(view: MapView) -> QImage | None:
    """The map that a view shows, in the size of the list of recent files; None if it is large and not drawn yet."""
    from journey_editor.canvas.png import thumbnail

    layout = view.shown_layout
    if not layout.complete:
        return None
    if sum(len(cell.block.cards) for row in layout.rows for cell in row.block.cells) <= _AT_ONCE:
        return thumbnail(layout, _SMALL)
    return view.picture.small(_SMALL)
