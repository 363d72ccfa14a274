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
    """The channels of a side for the counterpart of a touchpoint: those of `likely`, then the others of the project,
    and at last the others of the library."""
    first = likely(project, card, to, library)
    rest = [Offer(channel, None) for channel in project.channels if _serves(channel.mode, to)]
    rest += [Offer(None, known) for known in missing(project, library) if _serves(known.mode, to)]
    keys = {_key(offer) for offer in first} | {card.channel}
    return (*first, *(offer for offer in rest if _key(offer) not in keys))


def likely(project: Project, card: Touchpoint, to: Side, library: Sequence[KnownChannel]) -> tuple[Offer, ...]:
    """The channels that suit best: what this channel was carried over to before, then what the library names for it,
    those of the project first."""
    its = next((channel for channel in project.channels if channel.id == card.channel), None)
    kin = known_as(its, library) if its is not None else None
    wanted = kin.online if kin is not None and to == "online" else ()
    before = suggested_channel(project, card, to)
    found = [Offer(channel, None) for channel in project.channels if channel.id == before]
    named = [
        (wanted.index(known.key), channel)
        for channel in project.channels
        if _serves(channel.mode, to) and (known := known_as(channel, library)) is not None and known.key in wanted
    ]
    ranked = sorted(named, key=lambda at: at[0])
    found += [Offer(channel, None) for _, channel in ranked if channel.id != before]
    lacking = [known for known in missing(project, library) if known.key in wanted]
    return (*found, *(Offer(None, known) for known in sorted(lacking, key=lambda known: wanted.index(known.key))))


def _serves(mode: Mode, to: Side) -> bool:
    return mode in (to, "both")


def _key(offer: Offer) -> str:
    return offer.channel.id if offer.channel is not None else "library:" + (offer.known.key if offer.known else "")
