"""The other cards: notes, measures and pictures."""

from __future__ import annotations

from typing import cast

from journey_editor.edit.anything import set_any
from journey_editor.model.cards import ImageUse, Picture
from journey_editor.model.project import Project
from journey_editor.wording import tr

from .arrange import arrange
from .attributes import Own, WordList, Words
from .form import Form, Group
from .images import OneImage, caption_example
from .links import Links
from .metrics import metric_fields
from .scope import Scope
from .touchpoint_panel import LINKS_OF_SEVERAL, TAGS_OF_SEVERAL, evidence, one
from .words import mark_slots, note_tones, persona_options


def _note(form: Form) -> None:
    form.text(tr("Text"), Words("text"), when=one)
    form.choice(tr("Tone"), Own("tone"), note_tones)
    form.choice(tr("Persona"), Own("persona"), lambda: persona_options(form.scope, tr("none")))


def _organisation(form: Form) -> None:
    form.line(tr("Owner"), Words("owner"))
    form.lines(tr("Tags"), WordList("tags"))
    _colour(form)


def _work(form: Form) -> None:
    form.line(tr("Owner"), Words("owner"))
    _colour(form)


def _colour(form: Form) -> None:
    form.colour(tr("Colour"), Own("color"), mark_slots(), tr("as the tone"))


def _tags(form: Form) -> None:
    form.lines(tr("Tags"), WordList("tags"))


_NOTE = Group("note.general", lambda: tr("Note"), _note)
_NOTE_EVIDENCE = Group("note.evidence", lambda: tr("Evidence"), evidence)
_NOTE_ORGANISATION = Group("note.organisation", lambda: tr("Organisation"), _organisation)
_NOTE_WORK = Group("note.organisation", lambda: tr("Organisation"), _work)
_ARRANGE = Group("several.arrange", lambda: tr("Arrange"), arrange)

NOTE = (
    _NOTE,
    _NOTE_EVIDENCE,
    _NOTE_ORGANISATION,
    Group("links", lambda: tr("Links"), lambda form: form.section(Links(form.scope)), folded=True),
)
NOTES = (_NOTE, _NOTE_EVIDENCE, _NOTE_WORK, TAGS_OF_SEVERAL, LINKS_OF_SEVERAL, _ARRANGE)

_MEASURE = Group("measure", lambda: tr("Metric"), lambda form: metric_fields(form, "metric"))
_TAGS = Group("card.tags", lambda: tr("Organisation"), _tags)
MEASURE = (_MEASURE, _TAGS)
MEASURES = (_MEASURE, TAGS_OF_SEVERAL, _ARRANGE)


def _picture(form: Form) -> None:
    scope = form.scope
    form.section(
        OneImage(scope, lambda: _sha256(scope), lambda project, found: _with_image(scope, project, found), tr("Image"))
    )
    words = Words("image", "caption")
    form.line(tr("Caption"), words, when=lambda scope: bool(_sha256(scope)), example=caption_example())
    form.text(tr("Text"), Words("text"))


def _words(form: Form) -> None:
    """What several pictures can be told together; an image is chosen for each by itself."""
    form.line(tr("Caption"), Words("image", "caption"), when=lambda scope: all(node.image for node in scope.nodes))
    form.text(tr("Text"), Words("text"))


def _sha256(scope: Scope) -> str:
    picture = cast(Picture | None, scope.node)
    return picture.image.sha256 if picture is not None and picture.image is not None else ""


def _with_image(scope: Scope, project: Project, sha256: str) -> Project:
    picture = cast(Picture, scope.node)
    caption = picture.image.caption if picture.image is not None else ""
    return set_any(project, picture.id, image=ImageUse(sha256=sha256, caption=caption) if sha256 else None)


PICTURE = (Group("picture", lambda: tr("Image"), _picture), _TAGS)
PICTURES = (Group("pictures", lambda: tr("Image"), _words), TAGS_OF_SEVERAL, _ARRANGE)
