"""The head of the inspector: what is selected, in a title and a line under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journey_editor.layout.hyphenate import hyphenation
from journey_editor.layout.look import NO_CHANNEL, TONES
from journey_editor.model.cards import Measure, Note, Picture, Touchpoint
from journey_editor.model.queries import find_lane, find_step, place_of, text_in
from journey_editor.model.separators import line_word
from journey_editor.model.things import CARD_KINDS, Kind, Thing, find_thing
from journey_editor.session.names import counted
from journey_editor.ui.actions import lane_kinds
from journey_editor.wording import tr, trn

from .connections import card_mark
from .field import Mark, plain_label
from .scope import Scope
from .words import joined, lane_kind_word, untitled

#: Words of this many characters may be wider than the head.
_LONG_WORD = 20


@dataclass(frozen=True)
class Said:
    """What the head says."""

    mark: str
    colour: str
    title: str
    under: str


def head_of(scope: Scope) -> Said:
    """What is said of the nodes in scope."""
    found = [find_thing(scope.project, node_id) for node_id in scope.ids]
    things = [thing for thing in found if thing is not None]
    if len(things) == 1:
        return _one(scope, things[0])
    kinds = {thing.kind for thing in things}
    title = counted(kinds.pop(), len(things)) if len(kinds) == 1 else tr("{n} things", n=len(things))
    return Said("layers", "text", title, _places(scope, things))


def kind_word(thing: Thing) -> str:
    """What a thing is called."""
    words = {
        "project": tr("Project"),
        "persona": tr("Persona"),
        "channel": tr("Channel"),
        "phase": tr("Phase"),
        "step": tr("Step"),
        "touchpoint": tr("Touchpoint"),
        "note": tr("Note"),
        "measure": tr("Metric"),
        "picture": tr("Image"),
        "point": tr("Point on the curve"),
        "path": tr("Path"),
        "counterpart": tr("Counterpart"),
    }
    node = thing.node
    if thing.kind == "map":
        return tr("Journey map (to be)") if getattr(node, "kind", "") == "to-be" else tr("Journey map (as is)")
    if thing.kind == "lane":
        return joined((tr("Lane"), lane_kind_word(getattr(node, "kind", ""))))
    return words[thing.kind]


def _one(scope: Scope, thing: Thing) -> Said:
    node = thing.node

    def text(field: str) -> str:
        own = getattr(node, field, "")
        return text_in(scope.project, scope.language, thing.id, field, own) if isinstance(own, str) else ""

    title = untitled(text("title"))
    mark, colour, where = _marks().get(thing.kind, "map"), "text", ""
    if thing.kind in CARD_KINDS:
        where = _where(scope, thing.id)
    match node:
        case Touchpoint():
            mark, colour = card_mark(scope, node)
        case Note():
            look = TONES.get(node.tone)
            mark, colour = (look.icon, look.symbol) if look else ("text", "text")
            title = untitled(text("text").strip().split("\n")[0])
        case Measure():
            title = node.metric.name or tr("Metric")
        case Picture():
            title = text("text").strip().split("\n")[0] or tr("Image")
    match thing.kind:
        case "persona" | "channel":
            title = text("name") or tr("(no name)")
            where = text("role")
            if thing.kind == "channel":
                mark, colour = getattr(node, "icon", "") or "radio", getattr(node, "color", "") or NO_CHANNEL
        case "lane":
            kind = getattr(node, "kind", "")
            mark = getattr(node, "icon", "") or lane_kinds()[kind][0]
            title = text("title") or line_word(getattr(node, "line", ""), scope.language) or lane_kind_word(kind)
        case "path":
            title = text("condition") or tr("Path")
        case "point":
            title = text("label") or tr("Point on the curve")
        case "counterpart":
            title = tr("Counterpart")
        case "step" if scope.journey.phases:
            phase = next((phase for phase in scope.journey.phases if node in phase.steps), None)
            where = text_in(scope.project, scope.language, phase.id, "title", phase.title) if phase else ""
    said = kind_word(thing)
    return Said(mark, colour, title, joined((said if said != title else "", where)))


def _marks() -> dict[Kind, str]:
    return {
        "map": "map",
        "project": "folder",
        "persona": "user",
        "phase": "columns-3",
        "step": "columns-2",
        "measure": "gauge",
        "picture": "image",
        "point": "activity",
        "path": "route",
        "counterpart": "arrow-up-down",
    }


def _where(scope: Scope, card_id: str) -> str:
    place = place_of(scope.journey, card_id)
    if place is None:
        return ""
    phase, _ = find_step(scope.journey, place.step)
    lane = find_lane(scope.journey, place.lane)
    project, language = scope.project, scope.language
    return joined(
        (
            text_in(project, language, phase.id, "title", phase.title),
            text_in(project, language, lane.id, "title", lane.title),
        )
    )


def _places(scope: Scope, things: list[Thing]) -> str:
    """The phases and the lane in which the cards lie, as far as they are few enough to say."""
    phases: dict[str, str] = {}
    lanes: dict[str, str] = {}
    for thing in things[:200]:
        place = place_of(scope.journey, thing.id) if thing.kind in CARD_KINDS else None
        if place is not None:
            phase, _ = find_step(scope.journey, place.step)
            lane = find_lane(scope.journey, place.lane)
            phases[phase.id] = text_in(scope.project, scope.language, phase.id, "title", phase.title)
            lanes[lane.id] = text_in(scope.project, scope.language, lane.id, "title", lane.title)
    said = [", ".join(names.values()) if len(names) <= 3 else counted for names, counted in (
        (phases, trn("{n} phase", "{n} phases", len(phases))),
        (lanes, trn("{n} lane", "{n} lanes", len(lanes))),
    )]  # fmt: skip
    return joined(said)


def breakable(text: str, language: str) -> str:
    """The text with places at which a label may break words too long for its line: at syllables, else anywhere."""
    return re.sub(rf"\S{{{_LONG_WORD},}}", lambda word: _broken(word.group(), language), text)


def _broken(word: str, language: str) -> str:
    places = hyphenation(word, language)
    mark = "\N{SOFT HYPHEN}" if places else "\N{ZERO WIDTH SPACE}"
    ends = (*(places or range(_LONG_WORD // 2, len(word), _LONG_WORD // 2)), len(word))
    return mark.join(word[start:end] for start, end in pairwise((0, *ends)))


class Head(QFrame):
    """The tile with the icon, the title and the line under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspectorHead")
        tile = QFrame()
        tile.setObjectName("inspectorTile")
        tile.setFixedSize(32, 32)
        self._mark = Mark(size=18)
        inside = QHBoxLayout(tile)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignCenter)
        self.title = plain_label(role="head")
        self.under = plain_label(role="caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.under)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._said: Said | None = None

    def show_head(self, said: Said, language: str) -> None:
        if said != self._said:
            self._said = said
            self._mark.show_icon(said.mark, said.colour)
            # A head of a hundred thousand characters would push the fields away; the title field has all of them.
            title = said.title if len(said.title) <= 120 else said.title[:119] + "…"
            self.title.setText(breakable(title, language))
            self.title.setAccessibleName(title)
            self.under.setText(breakable(said.under, language))
            self.under.setAccessibleName(said.under)
            self.under.setVisible(bool(said.under))


class Notice(QWidget):
    """A quiet sentence over the panel."""

    def __init__(self) -> None:
        super().__init__()
        frame = QFrame()
        frame.setProperty("notice", "info")
        self._words = plain_label()
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(Mark("info", "soft_text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(frame)
        self.leave_room(0)

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._words.text()

    def leave_room(self, bar: int) -> None:
        """As the panel below it does."""
        self._column.setContentsMargins(16, 12, 16 - bar, 0)
