"""The result in a sentence: how many sheets of which paper, how small the type gets, in which language and colour."""

from __future__ import annotations

from journey_editor.export.small_type import type_size
from journey_editor.layout.pages import Pages
from journey_editor.model.languages import language_name
from journey_editor.model.style import PageSetup
from journey_editor.ui.print_studio.preset_words import paper_word
from journey_editor.wording import tr, trn

_BETWEEN = " \N{MIDDLE DOT} "


def paper_of(made: Pages, setup: PageSetup) -> str:
    """What lies in the printer: "A3 landscape"."""
    page = made.pages[0]
    lies = tr("landscape") if page.width > page.height else tr("portrait")
    paper = setup.tile or paper_word(setup)
    return paper if setup.paper == "custom" and not setup.tile else tr("{paper} {lies}", paper=paper, lies=lies)


def summary(made: Pages, setup: PageSetup, language: str, *, only_selected: bool = False) -> str:
    """Such as: 3 sheets A3 landscape · smallest type 7.4 pt · nothing cut off · English · colour."""
    count = len(made.pages)
    sheets = trn("{n} sheet {paper}", "{n} sheets {paper}", count, paper=paper_of(made, setup))
    parts = [
        tr("Only the selection") if only_selected else "",
        sheets,
        tr("smallest type {size} pt", size=type_size(made.smallest)) if made.smallest < 1000 else "",
        tr("nothing cut off"),
        language_name(language),
        tr("grey") if setup.grey else tr("colour"),
    ]
    return _BETWEEN.join(filter(None, parts))
