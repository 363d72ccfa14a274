"""Deleting a mix of things by their ids, as one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from journey_editor.edit.anything import set_any as set_any
from journey_editor.edit.cards import delete_cards
from journey_editor.edit.change import EditError
from journey_editor.edit.channels import delete_channel
from journey_editor.edit.curves import delete_point
from journey_editor.edit.lanes import delete_lane
from journey_editor.edit.maps import delete_map
from journey_editor.edit.paths import delete_counterpart, delete_path
from journey_editor.edit.personas import delete_persona
from journey_editor.edit.phases import delete_phase
from journey_editor.edit.steps import delete_step
from journey_editor.model.project import Project
from journey_editor.model.things import CARD_KINDS, Kind, find_thing
from journey_editor.wording import tr

_DELETE: dict[Kind, Callable[[Project, str], Project]] = {
    "phase": delete_phase,
    "step": delete_step,
    "lane": delete_lane,
    "path": delete_path,
    "counterpart": delete_counterpart,
    "point": delete_point,
    "persona": delete_persona,
    "channel": delete_channel,
    "map": delete_map,
}


def delete(project: Project, ids: Iterable[str]) -> Project:
    """All of these, and what cannot be without them. An id that went along with another, or was not there, is no error.

    Raises EditError, and deletes nothing, if one of them has to stay (the project, its only map, a phase's last step).
    """
    wanted = tuple(dict.fromkeys(ids))
    kinds = {key: thing.kind for key in wanted if (thing := find_thing(project, key)) is not None}
    if "project" in kinds.values():
        raise EditError(tr("The project itself cannot be deleted."))
    project = delete_cards(project, [key for key, kind in kinds.items() if kind in CARD_KINDS])
    # Phases before their steps: a phase's last step goes with it, but not without.
    for key in sorted(kinds, key=lambda key: kinds[key] != "phase"):
        if kinds[key] not in CARD_KINDS and find_thing(project, key) is not None:
            project = _DELETE[kinds[key]](project, key)
    return project
