"""The templates as the start page shows them, each with a picture of its own map.

A picture is drawn once and kept with its words in one file of the cache, so that a second start need not read the
templates, nor import what reads and draws them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from journey_editor import __version__
from journey_editor.storage.template_files import BLANK, TemplateFile, template_files
from journey_editor.ui.settings import cache_folder
from journey_editor.ui.template_cards import TemplateFace
from journey_editor.wording import language, trn

if TYPE_CHECKING:
    from journey_editor.layout.compose import Layouter

_LARGE = QSize(600, 360)  # device pixels, enough for a screen of twice the density
_WORDS = "journey-editor"  # under which an image file keeps the words of a face
_LONGEST = 300  # letters of a title or description that a card may be asked to show


def template_faces(own_folder: Path) -> Iterator[tuple[TemplateFace, ...]]:
    """The faces of all templates: at first those that are known, with empty ones between them, then with one more at
    each step."""
    # The blank one last: most people want to see what a map can be.
    files = sorted(template_files(own_folder), key=lambda file: (file.own, file.name == BLANK))
    known = [_kept(file) for file in files]
    faces = [
        face or TemplateFace("", "", own=file.own, path=file.path) for file, face in zip(files, known, strict=True)
    ]
    yield tuple(faces)
    if None not in known:
        return
    from journey_editor.layout.compose import Layouter

    layouter = Layouter()
    yield tuple(faces)
    for n, file in enumerate(files):
        if known[n] is None:
            faces[n] = _drawn(file, layouter)
            if faces[n].picture is not None:
                _keep(file, faces[n])
            yield tuple(faces)


def _drawn(file: TemplateFile, layouter: Layouter) -> TemplateFace:
    """Heavy: reads the model, the file and the layout. A file of the user's that cannot be read says why."""
    from journey_editor.canvas.images import Images
    from journey_editor.canvas.png import thumbnail
    from journey_editor.storage.files import load
    from journey_editor.storage.problem import FileProblem
    from journey_editor.storage.templates import described, speaking

    try:
        loaded = load(file.path)
    except FileProblem as fault:
        return TemplateFace(file.name, file.path.name, own=file.own, path=file.path, problem=fault.message)
    entry = described(file, loaded.project, language())
    picture, facts = None, ""
    if loaded.project.maps:
        project = speaking(loaded.project, language())
        journey = project.maps[0]
        drawn = layouter.layout(project, journey.id, title=False)
        picture = thumbnail(drawn, _LARGE, images=Images(lambda: loaded.images))
        maps = (trn("{n} map", "{n} maps", len(project.maps)),) if len(project.maps) > 1 else ()
        phases = trn("{n} phase", "{n} phases", len(journey.phases))
        lanes = trn("{n} lane", "{n} lanes", len(journey.lanes))
        facts = " · ".join((*maps, phases, lanes))
    return TemplateFace(
        file.name, entry.title[:_LONGEST], entry.description[:_LONGEST], facts, picture, own=file.own, path=file.path
    )


def _cache_file(file: TemplateFile) -> Path:
    named = hashlib.sha256(f"{file.path}\n{language()}".encode(errors="replace")).hexdigest()[:24]
    return cache_folder() / "templates" / f"{named}.png"


def _state(file: TemplateFile) -> str:
    """What of a file must be the same for its picture to be true."""
    try:
        status = file.path.stat()
    except OSError:
        return ""
    return f"{__version__} {status.st_mtime_ns} {status.st_size}"


def _kept(file: TemplateFile) -> TemplateFace | None:
    """The face that was kept of a file; None where there is none, or it is of another state of the file."""
    place = _cache_file(file)
    if not place.is_file():
        return None
    image = QImage(str(place))
    try:
        state, title, description, facts = json.loads(image.text(_WORDS))
    except ValueError:
        return None
    if image.isNull() or not state or state != _state(file):
        return None
    return TemplateFace(file.name, str(title), str(description), str(facts), image, own=file.own, path=file.path)


def _keep(file: TemplateFile, face: TemplateFace) -> None:
    """Keep a face for the next start; that this fails harms nobody."""
    assert face.picture is not None
    place = _cache_file(file)
    image = face.picture.copy()
    image.setText(_WORDS, json.dumps([_state(file), face.title, face.description, face.facts]))
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    image.save(str(place), "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes text
