"""A map as a file: composes its pages, checks that they can be read, and writes them.

It returns bytes; who calls writes them, so that a failing export leaves the old file whole.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journey_editor.export.small_type import SMALL, TOO_SMALL, small, too_small
from journey_editor.layout.advice import Advice, helps
from journey_editor.layout.compose import Layouter
from journey_editor.layout.finishing import finished
from journey_editor.layout.pages import Pages, pages
from journey_editor.layout.paper import PageProblem
from journey_editor.layout.written import Facts, PictureTooLarge, Writer, Written
from journey_editor.model.filtering import Lit
from journey_editor.model.languages import language_name
from journey_editor.model.project import Project
from journey_editor.model.queries import find_map, text_in
from journey_editor.model.style import PageSetup
from journey_editor.model.translating import Texts, missing, of_map
from journey_editor.quiet import paused
from journey_editor.wording import tr, trn

#: Margins (millimetres) below this are where many printers do not print.
SAFE_MARGIN = 7.0
_NAMED = 12  # characters that a warning lists


class ExportProblem(Exception):
    """Why a map cannot be exported, as a sentence with the way out."""


class Export(NamedTuple):
    """A finished file, or one for each page. `smallest` is the smallest printed type in points; `warnings` are
    sentences for the user."""

    files: tuple[bytes, ...]
    pages: int
    smallest: float
    warnings: tuple[str, ...]

    @property
    def data(self) -> bytes:
        """The file, if it is one."""
        return self.files[0]


def export_map(
    project: Project,
    map_id: str,
    images: Mapping[str, bytes],
    setup: PageSetup | None = None,
    language: str = "",
    allow_small: bool = False,
    layouter: Layouter | None = None,
    lit: Lit | None = None,
    filtered: str = "",
    writer: Writer | None = None,
) -> Export:
    """A map as PDF, or what else a `writer` writes. `setup` is the map's own by default, `language` (of the content)
    the project's. What is not `lit` is pale; `filtered` says on the page, and among what the file knows of itself,
    through which filter it is seen.

    Raises ExportProblem when the map is unknown or empty paper is left, when type gets smaller than 6 pt, unless
    `allow_small`, and when a picture would be too large.
    """
    writer = writer or _write_pdf
    with paused():
        return _exported(project, map_id, images, setup, language, allow_small, layouter, lit, filtered, writer)


def _write_pdf(composed: Pages, facts: Facts, images: Mapping[str, bytes]) -> Written:
    # ReportLab takes 0.2 s to import; the window and the other commands need not wait for it.
    from journey_editor.export.pdf import write_pdf

    made = write_pdf(composed, **facts._asdict(), images=images)
    return Written((made.data,), made.unreadable, made.type)


def _exported(
    project: Project,
    map_id: str,
    images: Mapping[str, bytes],
    setup: PageSetup | None,
    language: str,
    allow_small: bool,
    layouter: Layouter | None,
    lit: Lit | None,
    filtered: str,
    writer: Writer,
) -> Export:
    layouter = layouter or Layouter()  # here, so that it is gone when the collector goes on

    def compose(its_project: Project, its_setup: PageSetup) -> Pages:
        return pages(its_project, map_id, its_setup, language, layouter, lit, filtered)

    try:
        journey = find_map(project, map_id)
        setup = setup or journey.page
        composed = compose(project, setup)
        printed = finished(composed, project, map_id, setup, language, layouter.shaper)
    except KeyError:
        raise ExportProblem(tr("There is no map {map} in this project.", map=map_id)) from None
    except PageProblem as problem:
        raise ExportProblem(str(problem)) from problem
    language = language or project.language
    title = text_in(project, language, journey.id, "title", journey.title)
    name = text_in(project, language, project.id, "title", project.title)
    facts = Facts(
        title=title or name or tr("Untitled map", to=language),
        author=text_in(project, language, project.id, "author", project.author)
        or text_in(project, language, project.id, "organisation", project.organisation),
        subject=" · ".join(filter(None, (name, filtered))),
        language=language,
        modified=project.modified or project.created,
    )
    try:
        written = writer(printed, facts, images)
    except PictureTooLarge as problem:
        raise ExportProblem(str(problem)) from problem
    # Known only now: looking at all type before painting it would take as long as painting.
    composed = Pages(composed.pages, composed.scale, composed.shortened, written.type)
    if composed.smallest < TOO_SMALL and not allow_small:
        advice = helps(project, map_id, setup, composed, compose, TOO_SMALL)
        raise ExportProblem(too_small(composed.smallest, advice))
    # Who was told that it is too small and wants it anyway need not wait until every way out has been tried.
    told = composed.smallest < TOO_SMALL
    warnings = [*page_warnings(composed, () if told else helps(project, map_id, setup, composed, compose, SMALL))]
    warnings += margin_warnings(setup)
    if lacking := untranslated(project, map_id, language):
        warnings.append(missing_words(language, lacking))
    if count := len(written.unreadable):
        warnings.append(
            trn(
                "One image cannot be read and is a crossed box on the page.",
                "{n} images cannot be read and are crossed boxes on the page.",
                count,
            )
        )
    return Export(written.files, len(printed.pages), composed.smallest, tuple(warnings))


def page_warnings(composed: Pages, advice: Sequence[Advice] = ()) -> tuple[str, ...]:
    """What the user should know of these pages before they are printed; `advice` is named where type is too small."""
    warnings = []
    if composed.smallest < SMALL:
        warnings.append(small(composed.smallest, advice))
    if composed.missing:
        warnings.append(
            tr("No font has these characters, boxes stand for them: {characters}.", characters=_named(composed.missing))
        )
    if count := len(composed.shortened):
        warnings.append(
            trn(
                "One text is shortened on the map; the appendix has it in full.",
                "{n} texts are shortened on the map; the appendix has them in full.",
                count,
            )
        )
    return tuple(warnings)


def margin_warnings(setup: PageSetup) -> tuple[str, ...]:
    """That the printer may cut something off; nothing where the sheets have margins of their own."""
    if setup.margin >= SAFE_MARGIN or setup.bleed or setup.tile:
        return ()
    return (
        tr(
            "The margins of {margin} mm are smaller than what most printers need, which is {safe} mm; the edge may be "
            "cut off. A print shop needs a bleed instead.",
            margin=f"{setup.margin:g}",
            safe=f"{SAFE_MARGIN:g}",
        ),
    )


def untranslated(project: Project, map_id: str, language: str = "", texts: Texts | None = None) -> int:
    """How many texts of a map have no words in a language, so that those of another one are printed.

    `texts` remembers what it has read, for who asks often.
    """
    if not project.translations:
        return 0
    entries = (texts or Texts()).entries(project)
    return len(missing(project, language or project.language, of_map(project, find_map(project, map_id), entries)))


def missing_words(language: str, count: int) -> str:
    """That texts are printed in another language, as a sentence with the way out."""
    return trn(
        "{n} text has no words in {language} and is printed in another language; the table of translations lists it.",
        "{n} texts have no words in {language} and are printed in another language; the table of translations lists "
        "them.",
        count,
        language=language_name(language),
    )


def _named(missing: frozenset[str]) -> str:
    """Characters with their code and name, as far as there are few of them."""
    names = [
        " + ".join(f"{c} (U+{ord(c):04X} {unicodedata.name(c, '?')})" for c in grapheme)
        for grapheme in sorted(missing)[:_NAMED]
    ]
    return ", ".join(names) + (" ..." if len(missing) > _NAMED else "")
