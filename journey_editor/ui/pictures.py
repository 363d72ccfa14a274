"""Small pictures of maps for the start page, drawn from the maps themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from journey_editor.ui.template_cards import TemplateFace
from journey_editor.wording import language, trn

if TYPE_CHECKING:
    from journey_editor.canvas.view import MapView

_LARGE = QSize(600, 360)  # device pixels, enough for a screen of twice the density
_SMALL = QSize(168, 100)
_AT_ONCE = 300  # maps of so many cards are drawn for it; a larger one is on the canvas in small anyway, later


def template_faces() -> Iterator[tuple[int, TemplateFace]]:
    """The templates with their place in the list: first all in words, then one after the other with its picture.

    Heavy: reads the model, the files and the layout.
    """
    from journey_editor.canvas.png import thumbnail
    from journey_editor.layout.compose import Layouter
    from journey_editor.storage.templates import BLANK, from_template, templates

    # The blank one last: most people want to see what a map can be.
    found = sorted(templates(language()), key=lambda entry: entry.name == BLANK)
    for n, entry in enumerate(found):
        yield n, TemplateFace(entry.name, entry.title, entry.description)
    layouter = Layouter()
    for n, entry in enumerate(found):
        project = from_template(entry.name, language()).project
        journey = project.maps[0]
        drawn = layouter.layout(project, journey.id, title=False)
        phases = trn("{n} phase", "{n} phases", len(journey.phases))
        lanes = trn("{n} lane", "{n} lanes", len(journey.lanes))
        picture = thumbnail(drawn, _LARGE)
        yield n, TemplateFace(entry.name, entry.title, entry.description, f"{phases} · {lanes}", picture)


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
