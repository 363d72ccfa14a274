"""Carrying touchpoints over and laying a map out as a mirror, each as one step of history with a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

from journey_editor.edit.counterparts import carry_over as _carry_over
from journey_editor.edit.counterparts import link_counterparts
from journey_editor.edit.known_channels import add_known_channel
from journey_editor.edit.mirror import Arrangement
from journey_editor.edit.mirror import arrange as _arrange
from journey_editor.edit.translations import set_text
from journey_editor.model.cards import Touchpoint
from journey_editor.model.channel_library import KnownChannel, likely
from journey_editor.model.project import Project
from journey_editor.model.queries import find_card, place_of
from journey_editor.model.sides import Side, mode_on_map
from journey_editor.storage.channel_library import channel_library
from journey_editor.wording import tr

from . import step_words
from .names import place_name
from .session import Session


class Load(NamedTuple):
    """What is to be carried over: touchpoints of one side, and to which."""

    to: Side
    ids: tuple[str, ...]


def load_of(session: Session, ids: Sequence[str]) -> Load:
    """Those of the map's things that can be carried over: to online what is not there yet; where all is online, to
    offline. Touchpoints of both sides are left out."""
    sides: dict[str, list[str]] = {"online": [], "offline": []}
    for key in ids:
        if isinstance(find_card(session.journey, key), Touchpoint):
            mode = mode_on_map(session.project, session.journey, key)
            if mode != "both":
                sides["online" if mode == "online" else "offline"].append(key)
    if sides["offline"]:
        return Load("online", tuple(sides["offline"]))
    return Load("offline", tuple(sides["online"]))


#: A channel for counterparts: the id of one of the project ("" for none), or one of the library, added when used.
Wanted = str | KnownChannel


def suggestions(session: Session, load: Load) -> dict[str, Wanted]:
    """The likely channel of each counterpart, as far as there is one."""
    found: dict[str, Wanted] = {}
    for key in load.ids:
        card = find_card(session.journey, key)
        if isinstance(card, Touchpoint):
            best = next(iter(likely(session.project, card, load.to, channel_library())), None)
            if best is not None:
                found[key] = best.channel.id if best.channel is not None else cast(KnownChannel, best.known)
    return found


def carry_over(
    session: Session,
    ids: Sequence[str],
    *,
    to: Side = "online",
    channel: Wanted | Mapping[str, Wanted] | None = None,
    **fields: Any,
) -> tuple[str, ...]:
    """The counterparts of touchpoints on the other side; `edit.counterparts.carry_over` says what they are like.

    `channel` may be one of the library, for all or by touchpoint; None is what is likely for each.
    """
    wanted = suggestions(session, Load(to, tuple(ids))) if channel is None else channel
    by_card = dict.fromkeys(ids, wanted) if isinstance(wanted, (str, KnownChannel)) else wanted
    language = session.language

    def edit(project: Project) -> tuple[Project, object]:
        added: dict[str, str] = {}
        channels: dict[str, str] = {}
        for key, one in by_card.items():
            if isinstance(one, KnownChannel):
                if one.key not in added:
                    project, added[one.key] = add_known_channel(project, one)
                channels[key] = added[one.key]
            else:
                channels[key] = one
        title = side_title(to, project.language)
        after, made = _carry_over(project, ids, to=to, channel=channels, lane_title=title, **fields)
        return side_named_in(project, after, to, language), made

    return cast(tuple[str, ...], session.apply(carried(session, ids, to), edit))


def link(session: Session, ids: Sequence[str], target: str, *, to: Side = "online") -> None:
    """One touchpoint that is there already as the counterpart of these."""
    if len(ids) == 1:
        label = step_words.linked(session, ids[0], target)
    else:
        label = tr(
            "Linked {what} with “{target}”",
            what=step_words.things(session, ids),
            target=step_words.called(session, target),
        )
    session.apply(label, lambda project: link_counterparts(project, ids, target, to=to)[0])


def arrange(session: Session, arrangement: Arrangement) -> None:
    """The map that is shown as a mirror map, or with the phase band at the top."""
    map_id = session.map_id
    label = tr("Laid out as a mirror map") if arrangement == "mirror" else tr("Phase band at the top")
    session.apply(label, lambda project: _arrange(project, map_id, arrangement))


def carried(session: Session, ids: Sequence[str], to: Side) -> str:
    """What the step is called."""
    what = step_words.things(session, ids)
    if to == "online":
        return tr("Carried {what} over to online", what=what)
    return tr("Carried {what} over to offline", what=what)


def side_title(side: Side, language: str) -> str:
    """What a new lane of a side is called, in a language of the map."""
    return tr("Online", to=language) if side == "online" else tr("Offline", to=language)


def side_named_in(before: Project, after: Project, side: Side, language: str) -> Project:
    """The project with the lanes that came for a side called so in another language of the map too. (What counterparts
    took over is in the languages of its source, so `in_shown_language` would be wrong for all that was made.)"""
    known = {lane.id for journey in before.maps for lane in journey.lanes}
    for journey in after.maps:
        for lane in journey.lanes:
            if lane.id not in known:
                after = set_text(after, language, lane.id, "title", side_title(side, language))
    return after


def lane_and_phase(session: Session, card: str) -> str:
    """Where a card lies, in words; "" if it is gone."""
    place = place_of(session.journey, card)
    return place_name(session, place.lane, place.step) if place is not None else ""
