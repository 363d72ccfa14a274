"""What an edit costs in time and in memory, on a map of 10,000 cards."""

from __future__ import annotations

import gc
import tracemalloc
from itertools import cycle
from statistics import median

from journey_editor.edit.cards import set_card
from journey_editor.model.project import Project
from journey_editor.model.queries import touchpoints
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded

from . import maps
from .figure import Reading, Taken, cpu
from .stage import Stage

_LARGE, _SMALL = 10_000, 100
_EDITS = 40
_UNDO_STEPS = 1_000


class _Renaming:
    """One card in view is renamed again and again, and the canvas follows until all in view is sharp."""

    def __init__(self, cards: int) -> None:
        self._stage = Stage(cards)
        self._stage.at_full_size()
        self._card = self._stage.cards_in_view()[0].id
        self._titles = cycle(("Kundenportal öffnen", "Vertragsseite prüfen"))

    def rename(self) -> None:
        title = next(self._titles)
        self._stage.session.apply("Rename", lambda project: set_card(project, self._card, title=title))
        self._stage.view.picture.work(60.0, only_visible=True)


def edit() -> Reading:
    large, small = _Renaming(_LARGE), _Renaming(_SMALL)
    gc.collect()
    gc.freeze()  # the generator's project and the maps of other figures are none of the program's
    taken = [(cpu_quietly(large), cpu_quietly(small)) for _ in range(_EDITS + 4)][4:]
    gc.unfreeze()
    times = Taken(tuple(a for a, _ in taken), tuple(b for _, b in taken))
    return Reading(times.ratio, {"ms": median(times.candidate) * 1e3, "reference_ms": median(times.reference) * 1e3})


def cpu_quietly(renaming: _Renaming) -> float:
    return cpu(renaming.rename)


def undo() -> Reading:
    """What tracemalloc counts between before and after the edits: the history and whatever else is kept for them."""
    project = maps.project(_LARGE)
    cards = [card.id for card in touchpoints(project.maps[0])]
    session = Session()
    session.new(Loaded(project, {}, ()))
    step = len(cards) // _UNDO_STEPS
    for card in cards[1 : 1 + 20]:  # what is made once is none of the history
        session.apply("Rename", lambda now, card=card: _renamed(now, card, 0))  # type: ignore[misc]
    gc.collect()
    tracemalloc.start()
    try:
        for n in range(_UNDO_STEPS):
            card = cards[n * step]
            session.apply("Rename", lambda now, card=card, n=n: _renamed(now, card, n))  # type: ignore[misc]
        gc.collect()
        added = tracemalloc.get_traced_memory()[0] / 2**20
    finally:
        tracemalloc.stop()
    assert len(session.history.past) == _UNDO_STEPS + 20, "every edit is a step"
    return Reading(added, {})


def _renamed(project: Project, card: str, n: int) -> Project:
    return set_card(project, card, title=f"Bestellbestätigung {n} erhalten")
