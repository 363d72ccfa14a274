"""Buttons for what can be done with the selected things as a whole."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from journey_editor.canvas import deleting
from journey_editor.edit.cards import duplicate_cards
from journey_editor.edit.change import EditError
from journey_editor.edit.paths import add_counterpart, add_path
from journey_editor.model.cards import Touchpoint
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards
from journey_editor.model.sides import mode_on_map
from journey_editor.model.things import CARD_KINDS, find_thing
from journey_editor.session import step_words
from journey_editor.wording import tr

from .buttons import Buttons, plain_button
from .field import Complaint
from .form import Form, Section
from .scope import Scope


class _Says(Section):
    """Says why something that a button was to do cannot be done."""

    def __init__(self) -> None:
        super().__init__()
        self._complaint = Complaint()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._complaint)
        self.hide()

    def say(self, sentence: str) -> None:
        self._complaint.say(sentence)
        self.setVisible(bool(sentence))

    def refresh(self, anew: bool = False) -> None:
        self.say("")


def arrange(form: Form) -> None:
    """Connect, link, copy, delete; those that the kind of thing allows."""
    scope, says = form.scope, _Says()
    buttons = []
    pair: QPushButton | None = None
    if all(isinstance(node, Touchpoint) for node in scope.nodes) and len(scope.nodes) > 1:
        connects = plain_button(tr("Connect in order"), "route")
        buttons.append((connects, lambda: says.say(connect_in_order(scope))))
        links = plain_button(tr("Link both"), "arrow-up-down")
        links.setAccessibleDescription(tr("As counterparts: what is offline here is online there."))
        buttons.append((links, lambda: says.say(link_both(scope))))
        pair = links
    kinds = {thing.kind for key in scope.ids if (thing := find_thing(scope.project, key)) is not None}
    if kinds <= CARD_KINDS:
        copies = plain_button(tr("Duplicate"), "copy")
        buttons.append((copies, lambda: says.say(duplicate(scope))))
    removes = plain_button(tr("Delete"), "trash-2", danger=True)
    buttons.append((removes, lambda: says.say(remove(scope))))
    section = Buttons(*buttons)
    if pair is not None:
        section.need(pair, lambda: len(scope.nodes) == 2)
    form.section(section)
    form.section(says)


def connect_in_order(scope: Scope) -> str:
    """A path from each touchpoint to the next, from left to right; those that are connected already are left."""
    journey, map_id = scope.journey, scope.session.map_id
    wanted = set(scope.ids)
    columns = {step.id: n for n, step in enumerate(step for phase in journey.phases for step in phase.steps)}
    found = [(columns[step], n, card.id) for n, (_, step, card) in enumerate(all_cards(journey)) if card.id in wanted]
    order = [card_id for _, _, card_id in sorted(found)]

    def edit(project: Project) -> Project:
        there = {(path.source, path.target) for path in journey.paths}
        for source, target in pairwise(order):
            if (source, target) not in there:
                project, _ = add_path(project, map_id, source, target)
        return project

    return scope.change(step_words.connected_in_order(scope.session, order), edit, about=False)


def link_both(scope: Scope) -> str:
    """Make two touchpoints counterparts; the offline one is where it was carried over from."""
    map_id = scope.session.map_id
    source, target = sorted(
        scope.nodes, key=lambda card: mode_on_map(scope.project, scope.journey, card.id) != "offline"
    )
    label = step_words.linked(scope.session, source.id, target.id)
    return scope.change(label, lambda project: add_counterpart(project, map_id, source.id, target.id), about=False)


def duplicate(scope: Scope) -> str:
    made: list[str] = []

    def edit(project: Project) -> Project:
        project, copies = duplicate_cards(project, scope.ids)
        made.extend(copies)
        return project

    refused = scope.change(step_words.duplicated(scope.session, scope.ids), edit, about=False)
    scope.session.select(made)
    return refused


def remove(scope: Scope) -> str:
    try:
        deleting.remove(scope.session, scope.ids)
    except EditError as refused:
        return str(refused)
    return ""
