"""The channels of a project, and those of the library, as rows."""

from __future__ import annotations

from collections.abc import Collection

from journey_editor.layout.look import NO_CHANNEL
from journey_editor.model.channel_library import FAMILIES, Family, missing
from journey_editor.model.channel_uses import channel_uses
from journey_editor.model.project import Channel
from journey_editor.model.queries import text_in
from journey_editor.session.session import Session
from journey_editor.storage.channel_library import channel_library
from journey_editor.ui.inspector.words import joined, mode_word
from journey_editor.ui.list_rows import ListRow
from journey_editor.wording import tr


def channel_called(session: Session, channel: Channel) -> str:
    """A channel's name in the language that the map is shown in."""
    name = text_in(session.project, session.language, channel.id, "name", channel.name)
    return name.strip() or tr("Unnamed channel")


def own_rows(session: Session, *, without: Collection[str] = (), counted: bool = False) -> list[ListRow]:
    """The project's channels in their order, with their mode; `counted` adds how often each is used."""
    uses = channel_uses(session.project) if counted else {}
    found = []
    for channel in session.project.channels:
        if channel.id not in without:
            number = str(uses[channel.id].touchpoints) if counted else ""
            right = joined((mode_word(channel.mode), number))
            mark, colour = channel.icon or "radio", channel.color or NO_CHANNEL
            found.append(ListRow(channel.id, channel_called(session, channel), mark, colour, right, channel.id))
    return found


def library_rows(session: Session) -> list[tuple[str, list[ListRow]]]:
    """What the library has and the project has not, family by family."""
    lacking = missing(session.project, channel_library())
    groups = []
    for family in FAMILIES:
        rows = [
            ListRow(
                f"library/{known.key}",
                known.name(session.language),
                known.icon,
                known.color,
                mode_word(known.mode),
                known,
                more=known.words(),
            )
            for known in lacking
            if known.family == family
        ]
        if rows:
            groups.append((family_name(family), rows))
    return groups


def family_name(family: Family) -> str:
    """What stands over a family of channels."""
    return {
        "web": tr("On your own pages"),
        "found": tr("On platforms"),
        "adverts": tr("Advertising"),
        "messages": tr("Messages"),
        "talks": tr("Conversations"),
        "places": tr("Places and events"),
        "things": tr("Things and papers"),
    }[family]
