"""What is done to pages once they are composed, for the printer that they go to: office paper, or a print shop."""

from __future__ import annotations

from journey_editor.model.project import Project
from journey_editor.model.queries import find_map, text_in
from journey_editor.model.style import PageSetup
from journey_editor.wording import tr

from .bleed import bled
from .grey import greyed
from .pages import Pages
from .print_words import Setting
from .shape import Shaper
from .tiles import tiled


def finished(
    composed: Pages,
    project: Project,
    map_id: str,
    setup: PageSetup | None = None,
    language: str = "",
    shaper: Shaper | None = None,
) -> Pages:
    """The pages as they go to the printer: in sheets of office paper, with a bleed, in grey, as the setup says.

    `setup` is the map's own by default, `language` the project's. Raises KeyError for an unknown map, PageProblem for a
    page that gets too large.
    """
    journey = find_map(project, map_id)
    setup = setup or journey.page
    language = language or project.language
    title = text_in(project, language, journey.id, "title", journey.title)
    title = title or text_in(project, language, project.id, "title", project.title) or tr("Untitled map", to=language)
    return finished_as(composed, setup, Setting(project, language, shaper or Shaper()), title)


def finished_as(composed: Pages, setup: PageSetup, setting: Setting, title: str) -> Pages:
    """The same for any pages; a poster's sheets bear the title. Raises PageProblem for a page that gets too large."""
    sheets = bled(tiled(composed, setup, setting, title), setup)
    return greyed(sheets) if setup.grey else sheets
