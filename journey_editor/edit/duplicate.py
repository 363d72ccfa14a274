"""A copy of what is selected, right beside it."""

from __future__ import annotations

from collections.abc import Iterable

from journey_editor.edit.cards import duplicate_cards
from journey_editor.edit.change import EditError
from journey_editor.edit.clipboard import copy
from journey_editor.edit.pasting import Place, paste
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.wording import tr


def duplicate(project: Project, ids: Iterable[str], *, new: IdSource = random_id) -> tuple[Project, tuple[str, ...]]:
    """Cards below themselves, phases and steps at their right, lanes below themselves; and the ids of the copies.

    Several phases, steps or lanes are copied behind the last of them. Raises EditError if there is nothing of these.
    """
    keys = tuple(ids)
    clipping = copy(project, keys)
    if clipping is None:
        raise EditError(tr("Select cards, phases, steps or lanes to duplicate them."))
    source = clipping.journey
    if clipping.what == "cards":
        return duplicate_cards(project, [card.id for _, _, card in all_cards(source)], new)
    lane = source.lanes[-1].id if clipping.what == "lanes" else ""
    step = source.phases[-1].steps[-1].id if clipping.what != "lanes" else ""
    return paste(project, clipping, Place(source.id, lane, step), new=new)
