"""What is known so far, in pairs of words: of a touchpoint, of a phase, of the whole workshop."""

from __future__ import annotations

from journey_editor.model import workshop
from journey_editor.model.cards import Touchpoint
from journey_editor.model.queries import find_card, map_personas
from journey_editor.model.workshop import Position, Tally
from journey_editor.session.names import name_of, text_of
from journey_editor.session.session import Session
from journey_editor.wording import tr, trn

from .words import feeling_words

_LISTED = 8

Facts = tuple[tuple[str, str], ...]


def facts(session: Session, at: Position) -> Facts:
    """What was said of the touchpoint that is asked about, but for the answer of now."""
    card = find_card(session.journey, at.card) if at.card else None
    if not isinstance(card, Touchpoint):
        return ()
    known = [
        ("where", tr("Where"), text_of(session, card.id, "where")),
        ("medium", tr("Media"), text_of(session, card.id, "medium")),
        ("content", tr("Content"), text_of(session, card.id, "content")),
    ]
    if at.question == "feeling":
        known.append(("status", tr("Status"), tr("possible") if card.status == "possible" else tr("exists")))
    for persona in map_personas(session.project, session.journey):
        felt = next((one.value for one in card.emotions if one.persona == persona.id), None)
        if felt is not None and at.persona != persona.id:
            known.append(("feeling", name_of(session, persona.id), feeling_words(felt)))
    return tuple((head, " ".join(words.split())) for key, head, words in known if words.strip() and key != at.question)


def captured_here(session: Session, at: Position) -> Facts:
    """What there is already where a new touchpoint would go, and which phases there are where one more is asked for."""
    if at.question == "phase":
        names = [name_of(session, phase.id) for phase in workshop.shown_phases(session.journey)]
        return ((tr("So far"), ", ".join(names)),) if names else ()
    if at.round == "frame":
        return ()
    found = workshop.captured(session.project, session.journey, at.phase, at.round)
    if at.source:
        source = find_card(session.journey, at.source)
        said = [] if source is None else [(tr("Where"), "where"), (tr("Media"), "medium"), (tr("Content"), "content")]
        words = [(head, " ".join(text_of(session, at.source, field).split())) for head, field in said]
        return tuple((head, text) for head, text in words if text)
    names = [name_of(session, card.id) for card in found]
    return ((tr("So far"), "\n".join(_listed(names))),) if names else ()


def summary(session: Session, there: Tally) -> Facts:
    """How much there is, and which offline touchpoints have no counterpart yet."""
    found = [
        (tr("Offline"), trn("{n} touchpoint", "{n} touchpoints", there.offline)),
        (tr("Online"), trn("{n} touchpoint", "{n} touchpoints", there.online)),
        (tr("Carried over"), tr("{n} of {all}", n=there.carried, all=there.offline)),
        (tr("Possible"), trn("{n} touchpoint", "{n} touchpoints", there.possible)),
    ]
    if there.without:
        names = [name_of(session, key) for key in there.without]
        found.append((tr("No counterpart yet"), "\n".join(_listed(names))))
    name = session.path.name if session.path is not None else ""
    found.append((tr("File"), name if name and not session.dirty else tr("Unsaved changes")))
    return tuple(found)


def _listed(names: list[str]) -> list[str]:
    """The names, with a count instead of those that are too many."""
    if len(names) <= _LISTED:
        return names
    left = len(names) - _LISTED + 1
    return [*names[: _LISTED - 1], trn("and {n} more", "and {n} more", left)]


def curve_of(session: Session) -> str:
    """The lane in which feelings are drawn; "" where none is shown."""
    lanes = (lane.id for lane in session.journey.lanes if lane.kind == "emotion" and not lane.hidden)
    return next(lanes, "")
