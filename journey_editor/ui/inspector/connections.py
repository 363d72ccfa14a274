"""What a touchpoint is connected with: its counterparts, and the paths that start or end at it."""

from __future__ import annotations

from journey_editor.edit.paths import add_counterpart, add_path, delete_counterpart, delete_path
from journey_editor.layout.look import NO_CHANNEL
from journey_editor.model.cards import Card, Touchpoint
from journey_editor.model.paths import Path
from journey_editor.model.queries import find_card, find_channel, mode_of, text_in
from journey_editor.model.sides import mode_on_map
from journey_editor.session import step_words
from journey_editor.wording import tr

from .attributes import Own, Words
from .buttons import Buttons, plain_button
from .card_picker import CardPicker
from .form import Form
from .item_rows import Cell, Item
from .items import ItemList
from .scope import Scope
from .words import channel_name, evidences, joined, mode_word, path_kinds, persona_options, statuses, untitled


def card_title(scope: Scope, card: Card | None) -> str:
    """What a touchpoint is called in the language of the panel."""
    if not isinstance(card, Touchpoint):
        return untitled("")
    return untitled(text_in(scope.project, scope.language, card.id, "title", card.title))


def card_mark(scope: Scope, card: Card | None) -> tuple[str, str]:
    """Icon and colour of a touchpoint's channel."""
    channel = find_channel(scope.project, card.channel) if isinstance(card, Touchpoint) else None
    if channel is None:
        return "circle-dot", NO_CHANNEL
    return channel.icon or "radio", channel.color or NO_CHANNEL


class Counterparts(ItemList):
    """The touchpoints that this one was carried over to, or came from; a row leads there, the cross parts them."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, opens=False, add=tr("Link counterpart"), none=tr("None yet."), removes=True, cards=True)

    def _ends(self) -> list[tuple[str, str]]:
        own = self.scope.ids[0]
        return [
            (trace.id, trace.target if trace.source == own else trace.source)
            for trace in self.scope.journey.counterparts
            if own in (trace.source, trace.target)
        ]

    def items(self) -> list[Item]:
        found = []
        for trace, end in self._ends():
            card = find_card(self.scope.journey, end)
            mark, colour = card_mark(self.scope, card)
            title, under = card_title(self.scope, card), ""
            if isinstance(card, Touchpoint):
                under = _about(self.scope, card)
            dashed = isinstance(card, Touchpoint) and card.status == "possible"
            says = joined((title, under))
            found.append(Item(trace, (Cell(title),), says, mark=mark, colour=colour, under=under, dashed=dashed))
        return found

    def go(self, key: str) -> None:
        self.scope.session.select([end for trace, end in self._ends() if trace == key])

    def removed(self, key: str) -> None:
        label = step_words.deleted(self.scope.session, (key,))
        self.scope.change(label, lambda project: delete_counterpart(project, key), about=False)

    def added(self) -> str:
        own = self.scope.node
        project, journey = self.scope.project, self.scope.journey
        mine = mode_on_map(project, journey, own.id)
        linked = {end for _, end in self._ends()} | {own.id}
        # An offline touchpoint is carried over to an online one, or the reverse; where the mode is open, to any.
        wrong = mine if mine in ("online", "offline") else None
        picker = CardPicker(
            self.scope,
            lambda card: card.id not in linked and (wrong is None or mode_on_map(project, journey, card.id) != wrong),
            self,
        )
        picker.picked.connect(self._link)
        picker.open_below(self.add_button or self)
        return ""

    def _link(self, other: str) -> None:
        own, map_id = self.scope.ids[0], self.scope.session.map_id
        label = step_words.linked(self.scope.session, own, other)
        self.scope.change(label, lambda project: add_counterpart(project, map_id, own, other), about=False)


def _about(scope: Scope, card: Touchpoint) -> str:
    channel = find_channel(scope.project, card.channel)
    named = channel_name(scope.language, scope.project, channel) if channel else mode_word(mode_of(scope.project, card))
    status = next(option.text for option in statuses() if option.value == card.status)
    evidence = next(option.text for option in evidences() if option.value == card.evidence)
    return joined((named, status, evidence if card.evidence != "observed" else ""))


class Paths(ItemList):
    """The paths at the selected cards; a row opens the path's own fields."""

    deletes = True

    def __init__(self, scope: Scope, add: bool = True) -> None:
        none = tr("None. Drag from a card’s edge to draw one.")
        super().__init__(scope, opens=True, add=tr("Add path to ...") if add else "", none=none)
        self.part = tr("Path")

    def _paths(self) -> list[Path]:
        own = set(self.scope.ids)
        return [path for path in self.scope.journey.paths if path.source in own or path.target in own]

    def items(self) -> list[Item]:
        own = set(self.scope.ids)
        kinds = {option.value: option for option in path_kinds()}
        found = []
        for path in self._paths():
            leaves = path.source in own
            other = card_title(self.scope, find_card(self.scope.journey, path.target if leaves else path.source))
            condition = text_in(self.scope.project, self.scope.language, path.id, "condition", path.condition)
            title = tr("to {title}", title=other) if leaves else tr("from {title}", title=other)
            under = condition or kinds[path.kind].text
            mark = "arrow-right" if leaves else "corner-down-right"
            found.append(Item(path.id, (Cell(title),), joined((title, under)), mark=mark, under=under))
        return found

    def scope_of(self, key: str) -> Scope:
        return self.scope.about(lambda: (key,))

    def fill(self, form: Form, key: str) -> None:
        path_fields(form)
        follow = plain_button(tr("Go to card"), "arrow-up-right")
        remove = plain_button(tr("Delete path"), "trash-2", danger=True)
        form.section(Buttons((follow, lambda: self._follow(key)), (remove, lambda: self.take_away(key))))

    def _follow(self, key: str) -> None:
        own = set(self.scope.ids)
        for path in self._paths():
            if path.id == key:
                self.scope.session.select([path.target if path.source in own else path.source])

    def removed(self, key: str) -> None:
        label = step_words.deleted(self.scope.session, (key,))
        self.scope.change(label, lambda project: delete_path(project, key), about=False)

    def added(self) -> str:
        own = self.scope.ids[0]
        picker = CardPicker(self.scope, lambda card: card.id != own, self)
        picker.picked.connect(self._connect)
        picker.open_below(self.add_button or self)
        return ""

    def _connect(self, target: str) -> None:
        own, map_id = self.scope.ids[0], self.scope.session.map_id
        label = step_words.connected(self.scope.session, own, target)
        self.scope.change(label, lambda project: add_path(project, map_id, own, target), about=False)


def path_fields(form: Form) -> None:
    """Kind and condition of a path, and who goes it."""
    form.choice(tr("Kind"), Own("kind"), path_kinds)
    form.line(tr("Condition"), Words("condition"), example=tr("if ..."))
    form.choice(tr("Persona"), Own("persona"), lambda: persona_options(form.scope, tr("everybody")))
