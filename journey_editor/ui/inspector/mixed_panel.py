"""What things of different kinds have in common: a phase and a lane can be hidden, a touchpoint and a note have tags.

A row stands here once, with the field of the model that it shows; a panel has the rows whose field all of the selected
kinds have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from journey_editor.model.base import Node
from journey_editor.model.cards import Note, Touchpoint
from journey_editor.model.columns import Phase
from journey_editor.model.paths import Counterpart, Path
from journey_editor.wording import tr

from .arrange import arrange
from .attributes import Own, Words
from .column_panels import collapsed, hidden
from .form import Form, Group
from .icon_field import IconField
from .several_kinds import SeveralLinks, SeveralTags
from .words import evidences, mark_slots, modes, persona_options, phase_slots

Kinds = frozenset[type[Node]]


class Row(NamedTuple):
    """A row for a field; `unlike` are the kinds in which a field of that name is something else."""

    field: str
    fill: Callable[[Form, Kinds], object]
    unlike: tuple[type[Node], ...] = ()


def _colour(form: Form, kinds: Kinds) -> None:
    slots = phase_slots() if kinds == {Phase} else mark_slots()
    form.colour(tr("Colour"), Own("color"), slots, tr("automatic"))


_ROWS = (
    Row("mode", lambda form, _: form.choice(tr("Mode"), Own("mode"), lambda: modes(tr("not said")))),
    Row("evidence", lambda form, _: form.choice(tr("Evidence"), Own("evidence"), evidences)),
    # The source of a path is a card.
    Row("source", lambda form, _: form.line(tr("Source"), Words("source")), (Path, Counterpart)),
    Row(
        "persona",
        lambda form, _: form.choice(tr("Persona"), Own("persona"), lambda: persona_options(form.scope, tr("none"))),
    ),
    Row("owner", lambda form, _: form.line(tr("Owner"), Words("owner"))),
    Row("icon", lambda form, _: form.add(IconField(form.scope, Own("icon"), tr("Icon"), tr("automatic")))),
    Row("color", _colour),
    Row("collapsed", lambda form, _: collapsed(form)),
    Row("hidden", lambda form, _: hidden(form)),
)


def mixed_groups(kinds: Iterable[type[Node]]) -> tuple[Group, ...]:
    """The groups for things of these classes; only the buttons for all of them if they have nothing in common."""
    every: Kinds = frozenset(kinds)

    def common(field: str, unlike: tuple[type[Node], ...] = ()) -> bool:
        return all(field in kind.model_fields and kind not in unlike for kind in every)

    rows = [row for row in _ROWS if common(row.field, row.unlike)]
    groups = []
    if rows:

        def fill(form: Form) -> None:
            for row in rows:
                row.fill(form, every)

        groups.append(Group("mixed", lambda: tr("In common"), fill))
    if common("tags"):
        groups.append(Group("several.tags", lambda: tr("Tags"), lambda form: form.section(SeveralTags(form.scope))))
    if every == {Touchpoint, Note}:
        groups.append(Group("several.links", lambda: tr("Links"), lambda form: form.section(SeveralLinks(form.scope))))
    groups.append(Group("several.arrange", lambda: tr("Arrange"), arrange))
    return tuple(groups)
