"""Channels as most projects have them, to choose from: what one is called in each language, its icon, mode and colour.

The library is read by `storage.channel_library`; here is what can be asked about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from .base import Color
from .cards import Mode, Touchpoint
from .project import Channel, Project
from .sides import Side, suggested_channel

#: Related channels stand together, in this order.
Family = Literal["web", "found", "adverts", "messages", "talks", "places", "things"]
FAMILIES: tuple[Family, ...] = ("web", "found", "adverts", "messages", "talks", "places", "things")


class KnownChannel(NamedTuple):
    """A channel of the library. `names` and `also` (words it is found by) are by language, and independent in each.

    `online` are the keys of those that it is carried over to, the nearest first.
    """

    key: str
    family: Family
    mode: Mode
    icon: str
    color: Color
    names: Mapping[str, str]
    also: Mapping[str, str]
    online: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """The name in a language; in English for one that the library does not have."""
        return self.names.get(language.partition("-")[0], self.names["en"])

    def words(self) -> tuple[str, ...]:
        """All that it can be found by, in every language."""
        return (*self.names.values(), *self.also.values())


def known_as(channel: Channel, library: Iterable[KnownChannel]) -> KnownChannel | None:
    """The channel of the library that one of a project is, by its name in any language; else by icon and mode."""
    library = tuple(library)
    name = channel.name.strip().casefold()
    for known in library:
        if name and name in {word.casefold() for word in known.names.values()}:
            return known
    return next((known for known in library if channel.icon == known.icon and channel.mode == known.mode), None)


def missing(project: Project, library: Iterable[KnownChannel]) -> tuple[KnownChannel, ...]:
    """Those of the library of which the project has none of that name yet."""
    names = {channel.name.strip().casefold() for channel in project.channels}
    for words in project.translations.values():
        names |= {words.get(f"{channel.id}.name", "").strip().casefold() for channel in project.channels}
    return tuple(known for known in library if names.isdisjoint(word.casefold() for word in known.names.values()))


class Offer(NamedTuple):
    """A channel to carry a touchpoint over to: one of the project, or one of the library that it does not have yet."""

    channel: Channel | None
    known: KnownChannel | None


def offers(project: Project, card: Touchpoint, to: Side, library: Sequence[KnownChannel]) -> tuple[Offer, ...]:
    """The channels of a side for the counterpart of a touchpoint, the most likely first.

    First what its channel was carried over to before, then what the library names for it, then the others of the
    project, and at last the others of the library.
    """
    own = [channel for channel in project.channels if channel.mode in (to, "both") and channel.id != card.channel]
    names = {channel.id: known_as(channel, library) for channel in own}
    its = next((channel for channel in project.channels if channel.id == card.channel), None)
    kin = known_as(its, library) if its is not None else None
    likely = list(kin.online) if kin is not None and to == "online" else []
    before = suggested_channel(project, card, to)

    def rank(channel: Channel) -> tuple[int, int]:
        known = names[channel.id]
        place = likely.index(known.key) if known is not None and known.key in likely else len(likely)
        return (0 if channel.id == before else 1, place)

    lacking = [known for known in missing(project, library) if known.mode in (to, "both")]
    wanted = sorted((known for known in lacking if known.key in likely), key=lambda known: likely.index(known.key))
    first = [channel for channel in sorted(own, key=rank) if rank(channel) < (1, len(likely))]
    rest = [channel for channel in own if channel not in first]
    return (
        *(Offer(channel, None) for channel in first),
        *(Offer(None, known) for known in wanted),
        *(Offer(channel, None) for channel in rest),
        *(Offer(None, known) for known in lacking if known not in wanted),
    )
