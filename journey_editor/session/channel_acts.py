"""What is done with the channels of a project, each as one step of history with a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from journey_editor.edit.cards import set_cards
from journey_editor.edit.channels import add_channel, merge_channels, move_channel, replace_channel
from journey_editor.edit.known_channels import add_known_channel
from journey_editor.edit.remove import delete
from journey_editor.model.channel_library import KnownChannel
from journey_editor.model.channel_uses import Uses, channel_uses
from journey_editor.model.project import Project
from journey_editor.wording import tr, trn

from . import step_words
from .session import Session


def add_known(session: Session, known: Sequence[KnownChannel]) -> tuple[str, ...]:
    """Channels of the library at the end of the list."""

    def edit(project: Project) -> tuple[Project, object]:
        made = []
        for one in known:
            project, key = add_known_channel(project, one)
            made.append(key)
        return project, tuple(made)

    if len(known) == 1:
        label = tr("Added channel “{name}”", name=step_words.short(known[0].name(session.language)))
    else:
        label = trn("Added {n} channel", "Added {n} channels", len(known))
    return cast(tuple[str, ...], session.apply(label, edit, select=session.selection))


def add_own(session: Session) -> str:
    """A channel that is still to be named."""
    name = tr("New channel", to=session.language)
    edit = session.apply(tr("Added a channel"), lambda p: add_channel(p, name=name), select=session.selection)
    return cast(str, edit)


def give_known(session: Session, cards: Sequence[str], known: KnownChannel) -> None:
    """A channel of the library for touchpoints, added to the project with that."""

    def edit(project: Project) -> Project:
        project, key = add_known_channel(project, known)
        return set_cards(project, cards, channel=key)

    label = step_words.about(session, tr("{field} changed", field=tr("Channel")), cards)
    session.apply(label, edit, select=session.selection)


def merge(session: Session, ids: Sequence[str], into: str) -> None:
    """These channels become one of them, or another one of the project."""
    others = [key for key in ids if key != into]
    label = tr(
        "Merged {what} into “{other}”",
        what=step_words.things(session, others),
        other=step_words.called(session, into),
    )
    session.apply(label, lambda project: merge_channels(project, ids, into), select=session.selection)


def replace(session: Session, old: str, new: str | KnownChannel, *, here: bool = False) -> None:
    """Another channel, of the project or of the library, in the place of one: in the map that is shown (`here`) or in
    all. The one that was replaced stays in the list."""
    map_id = session.map_id if here else ""

    def edit(project: Project) -> Project:
        key = new
        if isinstance(key, KnownChannel):
            project, key = add_known_channel(project, key)
        return replace_channel(project, old, key, map_id)

    named = new.name(session.language) if isinstance(new, KnownChannel) else step_words.called(session, new)
    label = tr("Replaced {what} by “{other}”", what=step_words.things(session, (old,)), other=step_words.short(named))
    session.apply(label, edit, select=session.selection)


def move(session: Session, ids: Sequence[str], by: int) -> None:
    """Channels one place up (-1) or down (1) in the list, together."""
    keys = [channel.id for channel in session.project.channels]
    chosen = [key for key in keys if key in ids]
    if not chosen:
        return
    rest = [key for key in keys if key not in chosen]
    first = rest.index(keys[keys.index(chosen[0]) - 1]) if by < 0 and keys[0] != chosen[0] else 0
    if by > 0:
        after = [key for key in keys[keys.index(chosen[-1]) + 1 :] if key in rest]
        first = rest.index(after[0]) + 1 if after else len(rest)
    before = rest[first] if first < len(rest) else None

    def edit(project: Project) -> Project:
        for key in chosen:
            project = move_channel(project, key, before)
        return project

    what = step_words.things(session, chosen)
    label = tr("Moved {what} up", what=what) if by < 0 else tr("Moved {what} down", what=what)
    session.apply(label, edit, select=session.selection)


def remove(session: Session, ids: Sequence[str]) -> None:
    label = step_words.deleted(session, ids)
    session.apply(label, lambda project: delete(project, ids), select=session.selection)


def uses_of(session: Session, ids: Iterable[str]) -> Uses:
    """The uses of several channels together."""
    known = channel_uses(session.project)
    found = [known[key] for key in ids if key in known]
    return Uses(*(sum(values) for values in zip(*found, strict=True))) if found else Uses()


def loss(session: Session, ids: Sequence[str]) -> str:
    """What hangs on channels, in a sentence: what deleting them takes away."""
    uses = uses_of(session, ids)
    parts = []
    if uses.touchpoints:
        parts.append(
            trn(
                "{n} touchpoint is left without a channel",
                "{n} touchpoints are left without a channel",
                uses.touchpoints,
            )
        )
    if uses.marks:
        parts.append(trn("{n} mark of a matrix goes", "{n} marks of a matrix go", uses.marks))
    if not parts:
        return tr("Nothing hangs on it.") if len(ids) == 1 else tr("Nothing hangs on them.")
    return tr("{first}, and {second}.", first=parts[0], second=parts[1]) if len(parts) > 1 else f"{parts[0]}."
