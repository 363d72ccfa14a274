"""Personas and channels: their lists in the panels of the map and of lanes, and all that is said of one."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from journey_editor.edit.anything import set_any
from journey_editor.edit.channels import add_channel, delete_channel
from journey_editor.layout.look import NO_CHANNEL
from journey_editor.model.project import Persona, Project
from journey_editor.session import step_words
from journey_editor.session.acts import add_persona_to_map
from journey_editor.ui.icons import icon
from journey_editor.ui.personas.asking import may_delete
from journey_editor.wording import tr

from .arrange import arrange, remove
from .attributes import Own, WordList, Words
from .buttons import Buttons, plain_button
from .field import no_mnemonic
from .form import Form, Group
from .icon_field import IconField
from .images import OneImage
from .item_rows import Cell, Item
from .items import ItemList
from .scope import Scope
from .subset import Subset
from .touchpoint_panel import one
from .words import channel_name, mark_slots, mode_word, modes, persona_name


class PersonaBoxes(Subset):
    """Which of the project's personas are shown; a row leads to the persona."""

    def __init__(self, scope: Scope, add: bool) -> None:
        none = tr("None yet: a persona says whose journey it is.")
        super().__init__(scope, "personas", add=tr("Add persona") if add else "", none=none)

    def every(self) -> tuple[str, ...]:
        return tuple(persona.id for persona in self.scope.project.personas)

    def items(self) -> list[Item]:
        found = []
        for persona in self.scope.project.personas:
            name = persona_name(self.scope, persona)
            found.append(Item(persona.id, (Cell(name),), name, mark="user", checked=self.chosen(persona.id)))
        return found

    def added(self) -> str:
        add_persona_to_map(self.scope.session)
        return ""


class ChannelBoxes(Subset):
    """Which channels a channel matrix shows."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, "channels", none=tr("The project has no channels yet."))

    def every(self) -> tuple[str, ...]:
        return tuple(channel.id for channel in self.scope.project.channels)

    def items(self) -> list[Item]:
        return channel_rows(self.scope, self.chosen)


class Channels(ItemList):
    """The channels of the project; a row leads to the channel."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, opens=False, add=tr("Add channel"), none=tr("The project has no channels yet."))

    def items(self) -> list[Item]:
        return channel_rows(self.scope)

    def go(self, key: str) -> None:
        self.scope.session.select([key])

    def added(self) -> str:
        name = tr("New channel", to=self.scope.language)
        made = self.scope.session.apply(tr("Added a channel"), lambda project: add_channel(project, name=name))
        self.scope.session.select([cast(str, made)])
        return ""


def channel_rows(scope: Scope, chosen: object = None) -> list[Item]:
    """A row for each channel; with `chosen`, a box that says whether it is one of those."""
    found = []
    for channel in scope.project.channels:
        name = channel_name(scope.language, scope.project, channel)
        mode = mode_word(channel.mode)
        found.append(
            Item(
                channel.id,
                (Cell(name),),
                f"{name}, {mode}" if mode else name,
                mark=channel.icon or "radio",
                under=mode,
                colour=channel.color or NO_CHANNEL,
                checked=chosen(channel.id) if callable(chosen) else None,
            )
        )
    return found


def _persona(form: Form) -> None:
    form.line(tr("Name"), Words("name"))
    form.line(tr("Role"), Words("role"))
    form.line(tr("Age"), Words("age"))
    form.text(tr("Quote"), Words("quote"))
    form.text(tr("Biography"), Words("biography"))
    form.lines(tr("Goals"), WordList("goals"))
    form.lines(tr("Needs"), WordList("needs"))
    form.lines(tr("Frustrations"), WordList("frustrations"))
    form.colour(tr("Colour"), Own("color"), mark_slots(), tr("automatic"))
    card = plain_button(tr("Open the card ..."), "id-card")
    form.section(Buttons((card, lambda: _open_card(form))))
    _back(form, tr("Delete persona"), lambda: _delete_persona(form))


def _open_card(form: Form) -> None:
    from journey_editor.ui.personas.window import open_personas

    open_personas(form.scope.session, form.window(), form.scope.ids[0])


def _delete_persona(form: Form) -> None:
    if may_delete(form.window(), form.scope.session, form.scope.ids[0]):
        remove(form.scope)


def _portrait(form: Form) -> None:
    scope = form.scope

    def read() -> str:
        persona = cast(Persona | None, scope.node)
        return persona.portrait if persona is not None else ""

    def write(project: Project, sha256: str) -> Project:
        return set_any(project, scope.ids[0], portrait=sha256)

    form.section(OneImage(scope, read, write, tr("Portrait")))


def _channel(form: Form) -> None:
    form.line(tr("Name"), Words("name"), when=one)
    form.add(IconField(form.scope, Own("icon"), tr("Icon"), tr("automatic")))
    form.choice(tr("Mode"), Own("mode"), lambda: modes(tr("not said")))
    form.colour(tr("Colour"), Own("color"), mark_slots(), tr("automatic"))


def _channel_end(form: Form) -> None:
    scope = form.scope
    form.remark(tr("Touchpoints of a deleted channel have none; replacing gives them another one."))
    others = plain_button(tr("Replace with ..."), "arrow-left-right")

    def replace() -> None:
        menu = QMenu(form)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for channel in scope.project.channels:
            if channel.id not in scope.ids:
                name = no_mnemonic(channel_name(scope.language, scope.project, channel))
                action = menu.addAction(icon(channel.icon or "radio", channel.color or NO_CHANNEL), name)
                action.triggered.connect(lambda _checked=False, other=channel.id: _replace(scope, other))
        menu.popup(others.mapToGlobal(QPoint(0, others.height())))

    removes = plain_button(tr("Delete channel"), "trash-2", danger=True)
    form.section(Buttons((others, replace), (removes, lambda: remove(scope))))
    _to_map(form)


def _replace(scope: Scope, other: str) -> None:
    own = scope.ids[0]
    label = tr(
        "Replaced {what} by “{other}”",
        what=step_words.things(scope.session, (own,)),
        other=step_words.called(scope.session, other),
    )
    scope.change(label, lambda project: delete_channel(project, own, other), select=(other,), about=False)


def _back(form: Form, label: str, do: object) -> None:
    removes = plain_button(label, "trash-2", danger=True)
    assert callable(do)
    form.section(Buttons((removes, do)))
    _to_map(form)


def _to_map(form: Form) -> None:
    back = plain_button(tr("Back to the map"), "arrow-left")
    form.section(Buttons((back, lambda: form.scope.session.select(()))))


PERSONA = (
    Group("persona.portrait", lambda: tr("Portrait"), _portrait),
    Group("persona.general", lambda: tr("Persona"), _persona),
)
CHANNEL = (
    Group("channel.general", lambda: tr("Channel"), _channel),
    Group("channel.end", lambda: tr("Replace or delete"), _channel_end),
)
CHANNELS = (
    Group("channel.general", lambda: tr("Channel"), _channel),
    Group("several.arrange", lambda: tr("Arrange"), arrange),
)
