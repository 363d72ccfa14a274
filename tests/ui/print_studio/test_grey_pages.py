"""A page setup in grey is previewed in grey."""

from __future__ import annotations

from journey_editor.layout.grey import grey
from journey_editor.layout.scaling import runs
from journey_editor.model.style import PageSetup
from journey_editor.ui.print_studio.composing import Wanted
from tests.builders import everything


def test_pages_of_a_grey_setup_are_grey() -> None:
    project = everything()
    for setup in (PageSetup(), PageSetup(grey=True)):
        made = Wanted(project, project.maps[0].id, setup, "de").compose()
        colours = {run.color for page in made.pages for run in runs(page.root.items)}
        assert all(colour == grey(colour) for colour in colours) is setup.grey
        assert "type" in made.__dict__
