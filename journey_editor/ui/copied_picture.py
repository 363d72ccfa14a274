"""What is selected as a picture on the clipboard, for slides and letters: as pixels, and as SVG for who can take it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

from journey_editor.canvas.images import Images
from journey_editor.canvas.png import render
from journey_editor.export.svg import write_svg
from journey_editor.layout.compose import Layouter
from journey_editor.layout.excerpt import excerpt
from journey_editor.layout.pages import Page, Pages
from journey_editor.layout.written import Facts
from journey_editor.model.part import part_of
from journey_editor.model.queries import text_in
from journey_editor.session.session import Session

SVG_MIME = "image/svg+xml"
#: Pixels per point: sharp on a slide that fills the screen.
_SCALE = 2.0
#: Other programs take no larger picture from the clipboard without trouble.
_MOST_PIXELS = 40_000_000


def copied_picture(session: Session) -> QMimeData:
    """The selected part of the map, else all of it, as it is shown now: in its language, and filtered."""
    project, journey = session.project, session.journey
    part = part_of(journey, session.selection)
    whole = part is journey
    reduced = excerpt(project, journey, part)
    lit = session.filtering.lit(reduced, journey.id)
    root = Layouter().layout(reduced, journey.id, language=session.language, title=whole, lit=lit).root
    made = QMimeData()
    scale = min(_SCALE, (_MOST_PIXELS / max(root.w * root.h, 1.0)) ** 0.5)
    made.setImageData(render(root, scale, images=Images(lambda: session.images)))
    title = text_in(project, session.language, journey.id, "title", journey.title)
    pages = Pages((Page(root.w, root.h, root._replace(x=0.0, y=0.0)),))
    svg = write_svg(pages, Facts(title, language=session.language), session.images).files[0]
    made.setData(SVG_MIME, QByteArray(svg))
    return made
