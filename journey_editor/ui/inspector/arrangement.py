"""How a map is laid out, as one choice: the phase band over all lanes, or a mirror of online and offline."""

from __future__ import annotations

from typing import Any

from journey_editor.edit.mirror import arrange
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.sides import is_mirrored
from journey_editor.wording import tr

from .attributes import common
from .choice_fields import Option
from .scope import Scope


class Arrangement:
    """The attribute of a map."""

    key = "arrangement"

    def read(self, scope: Scope) -> Any:
        return common(("mirror" if is_mirrored(node) else "top") for node in scope.nodes)

    def hint(self, scope: Scope) -> str:
        return ""

    def write(self, scope: Scope, project: Project, value: Any) -> Project:
        for node in scope.nodes:
            if isinstance(node, JourneyMap):
                project = arrange(project, node.id, value)
        return project


def arrangements() -> list[Option]:
    return [Option("top", tr("band on top")), Option("mirror", tr("mirror"))]
