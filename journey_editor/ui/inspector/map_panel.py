"""The map and its project: what the panel shows while nothing is selected."""

from __future__ import annotations

from collections.abc import Callable

from journey_editor.edit.projects import set_project
from journey_editor.model.languages import language_name
from journey_editor.model.project import Project
from journey_editor.model.queries import text_in
from journey_editor.model.separators import line_word
from journey_editor.ui.actions import lane_kinds
from journey_editor.wording import tr

from .arrangement import Arrangement, arrangements
from .attributes import Own, Words
from .choice_fields import Option
from .form import Form, Group
from .images import OneImage
from .people_panels import Channels, PersonaBoxes
from .scope import Scope
from .words import fits, languages, orientations, papers, tiles, worksheets


def _map(form: Form) -> None:
    form.line(tr("Title"), Words("title"))
    form.segments(tr("Kind"), Own("kind"), [Option("as-is", tr("as is")), Option("to-be", tr("to be"))])
    form.text(tr("Goal"), Words("goal"))
    form.text(tr("Description"), Words("description"))


def band_places(scope: Scope) -> list[Option]:
    """Where the phase band may stand."""
    found = [Option("", tr("at the top"), "arrow-up")]
    for lane in scope.journey.lanes:
        mark, kind = lane_kinds()[lane.kind]
        own = text_in(scope.project, scope.language, lane.id, "title", lane.title)
        title = own or line_word(getattr(lane, "line", ""), scope.language) or kind
        found.append(Option(lane.id, tr("below {lane}", lane=title), lane.icon or mark))
    return found


def _look(form: Form) -> None:
    form.segments(tr("Layout"), Arrangement(), arrangements())
    form.segments(
        tr("Phase band"),
        Own("theme", "band"),
        [Option("chevrons", tr("arrows")), Option("funnel", tr("funnel"))],
    )
    form.choice(tr("Band stands"), Own("band_below"), lambda: band_places(form.scope))
    automatic = tr("automatic")
    form.number(tr("Column width"), Own("theme", "column"), none=0, least=0, most=14400, unit="pt", example=automatic)
    form.number(tr("Lane heads"), Own("theme", "head"), none=0, least=0, most=14400, unit="pt", example=automatic)
    form.check(tr("On cards"), Own("theme", "descriptions"), tr("descriptions"))
    form.check(tr("Chips on cards"), Own("theme", "chips"), tr("owner, metrics, action"))
    form.check(tr("Marks on cards"), Own("theme", "marks"), tr("evidence, counterpart, star"))


def _custom(scope: Scope) -> bool:
    return scope.node is not None and scope.node.page.paper == "custom"


def _fits(fit: str) -> Callable[[Scope], bool]:
    return lambda scope: scope.node is not None and scope.node.page.fit == fit


def _tiled(scope: Scope) -> bool:
    return scope.node is not None and bool(scope.node.page.tile)


def _is_worksheet(scope: Scope) -> bool:
    return scope.node is not None and bool(scope.node.page.worksheet)


def _page(form: Form) -> None:
    form.choice(tr("Paper"), Own("page", "paper"), papers)
    form.number(tr("Width"), Own("page", "width"), least=1, most=5080, unit="mm", when=_custom)
    form.number(tr("Height"), Own("page", "height"), least=1, most=5080, unit="mm", when=_custom)
    form.choice(tr("Orientation"), Own("page", "orientation"), orientations, when=lambda scope: not _custom(scope))
    form.number(tr("Margin"), Own("page", "margin"), least=0, most=100, unit="mm")
    form.number(tr("Bleed"), Own("page", "bleed"), least=0, most=20, unit="mm")
    form.choice(tr("Map"), Own("page", "fit"), fits)
    form.number(tr("Pages wide"), Own("page", "pages_wide"), least=1, most=100, when=_fits("pages"))
    form.number(tr("Phases a page"), Own("page", "phases_each"), least=1, most=100, when=_fits("phases"))
    form.number(tr("Lanes a page"), Own("page", "lanes_each"), least=1, most=100, when=_fits("lanes"))
    form.number(tr("Type at least"), Own("page", "type_least"), least=6, most=72, unit="pt", when=_fits("readable"))
    form.choice(tr("Sheets"), Own("page", "tile"), tiles)
    form.number(tr("Overlap"), Own("page", "overlap"), least=0, most=50, unit="mm", when=_tiled)
    form.segments(
        tr("Columns"),
        Own("page", "columns"),
        [Option("fill", tr("fill the page")), Option("screen", tr("as here"))],
    )
    form.choice(tr("Worksheet"), Own("page", "worksheet"), worksheets)
    form.check(tr("Cards on it"), Own("page", "worksheet_cards"), tr("print"), when=_is_worksheet)
    form.check(tr("In grey"), Own("page", "grey"), tr("print"))
    form.check(tr("Map pages"), Own("page", "map_pages"), tr("print"))
    form.check(tr("Title block"), Own("page", "title_block"), tr("print"))
    form.check(tr("Personas"), Own("page", "persona_block"), tr("print"))
    form.check(tr("Persona pages"), Own("page", "persona_pages"), tr("print"))
    form.check(tr("Legend"), Own("page", "legend"), tr("print"))
    form.check(tr("Page number"), Own("page", "page_number"), tr("print"))
    form.check(tr("Appendix"), Own("page", "appendix"), tr("with shortened texts"))
    form.check(tr("Pain points"), Own("page", "findings"), tr("print a list, with the opportunities"))
    form.check(tr("Sources"), Own("page", "sources"), tr("print a list"))


def _language_options(scope: Scope) -> list[Option]:
    known = languages()
    own = scope.project.language
    return known if any(option.value == own for option in known) else [*known, Option(own, language_name(own))]


def _project(form: Form) -> None:
    form.line(tr("Title"), Words("title"))
    form.text(tr("Description"), Words("description"))
    form.choice(tr("First language"), Own("language"), lambda: _language_options(form.scope))
    form.line(tr("Author"), Words("author"))
    form.line(tr("Organisation"), Words("organisation"))
    form.line(tr("Version"), Own("version"))


def _logo(form: Form) -> None:
    scope = form.scope

    def read() -> str:
        return scope.session.project.logo

    def write(project: Project, sha256: str) -> Project:
        return set_project(project, logo=sha256)

    form.section(OneImage(scope, read, write, tr("Logo")))


def _of_project(scope: Scope) -> Scope:
    session = scope.session
    return scope.about(lambda: (session.project.id,))


MAP = (
    Group("map.general", lambda: tr("Map"), _map),
    Group("map.personas", lambda: tr("Personas"), lambda form: form.section(PersonaBoxes(form.scope, add=True))),
    Group("map.look", lambda: tr("Display"), _look),
    Group("map.page", lambda: tr("Page"), _page, folded=True),
    Group("project", lambda: tr("Project"), _project, about=_of_project),
    Group("project.logo", lambda: tr("Logo"), _logo, about=_of_project, folded=True),
    Group("project.channels", lambda: tr("Channels"), lambda form: form.section(Channels(form.scope)), folded=True),
)
