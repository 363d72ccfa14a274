"""A comparison of two maps as a PDF file."""

from __future__ import annotations

from collections.abc import Mapping

from journey_editor.layout.comparison_pages import comparison_pages
from journey_editor.layout.difference_names import map_title
from journey_editor.layout.finishing import finished_as
from journey_editor.layout.pages import Pages
from journey_editor.layout.paper import PageProblem
from journey_editor.layout.print_words import Setting
from journey_editor.layout.shape import Shaper
from journey_editor.model.differences import Comparison
from journey_editor.model.queries import text_in
from journey_editor.model.style import PageSetup
from journey_editor.quiet import paused
from journey_editor.wording import tr

from .maps import Export, ExportProblem, margin_warnings, page_warnings
from .small_type import type_size


def export_comparison(
    comparison: Comparison,
    images: Mapping[str, bytes],
    setup: PageSetup | None = None,
    language: str = "",
    allow_small: bool = False,
    whole: bool = True,
) -> Export:
    """Both maps with marks, then the list, in sheets, with a bleed and in grey as the setup says; without `whole`, only
    the list. `setup` is by default that of the second map, `language` (of the content, so of the page) the project's.

    Raises ExportProblem as `maps.export_map` does.
    """
    from .pdf import write_pdf
    from .small_type import TOO_SMALL

    language = language or comparison.other.language
    setup = setup or comparison.after.page
    project = comparison.other
    with paused():
        try:
            composed = comparison_pages(comparison, setup, language, whole)
            title = comparison_title(comparison, language)
            printed = finished_as(composed, setup, Setting(project, language, Shaper()), title)
        except PageProblem as problem:
            raise ExportProblem(str(problem)) from problem
        written = write_pdf(
            printed,
            title=title,
            author=text_in(project, language, project.id, "author", project.author)
            or text_in(project, language, project.id, "organisation", project.organisation),
            subject=text_in(project, language, project.id, "title", project.title),
            language=language,
            modified=project.modified or project.created,
            images=images,
        )
    composed = Pages(composed.pages, composed.scale, composed.shortened, written.type)
    if composed.smallest < TOO_SMALL and not allow_small:
        raise ExportProblem(
            tr(
                "The smallest type would print at {size} pt, which nobody can read; choose larger paper.",
                size=type_size(composed.smallest),
            )
        )
    warnings = (*page_warnings(composed), *margin_warnings(setup))
    return Export((written.data,), len(printed.pages), composed.smallest, warnings)


def comparison_title(comparison: Comparison, language: str) -> str:
    """ "Purchase (as is) → Purchase (to be)" """
    before = map_title(comparison.project, comparison.before, language, language)
    after = map_title(comparison.other, comparison.after, language, language)
    return tr("{before} → {after}", to=language, before=before, after=after)
