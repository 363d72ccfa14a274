"""The differences of two maps in words, numbered: for the list in the window, on paper and on the command line.

Each word is in the language `to`; names of things are in the `language` of the content, and what a text was and is
stands as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from journey_editor.model.base import Node
from journey_editor.model.cards import Emotion, ImageUse, Metric, Picture, WebLink
from journey_editor.model.comparing import SORTS, Change, Comparison, Difference, Sort
from journey_editor.model.lane_words import lane_word
from journey_editor.model.lanes import ChannelMark
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.queries import find_channel, find_lane, find_persona, find_step, place_of, text_in
from journey_editor.model.things import Kind, Thing, things_of
from journey_editor.wording import language as spoken_language
from journey_editor.wording import tr

from .field_words import field_word, value_word
from .numbers import number, quantity

#: The icon that stands for each sort of difference, and the sign where there are only letters.
ICONS: dict[Sort, str] = {"added": "plus", "removed": "minus", "moved": "arrow-right", "changed": "pencil"}
SIGNS: dict[Sort, str] = {"added": "+", "removed": "-", "moved": ">", "changed": "~"}
_NOTHING = "\N{EN DASH}"
_QUOTES = tuple('"„“”«»')


class Entry(NamedTuple):
    """A difference in words: "Touchpoint “Website”" in "Online", with a line for each thing that changed."""

    number: int
    difference: Difference
    kind: str
    name: str
    where: str
    details: tuple[str, ...]


class Section(NamedTuple):
    """The entries of a phase, or of the whole map."""

    title: str
    entries: tuple[Entry, ...]


def sort_word(sort: Sort, to: str | None = None) -> str:
    return {
        "added": tr("Added", to=to),
        "removed": tr("Removed", to=to),
        "moved": tr("Moved", to=to),
        "changed": tr("Changed", to=to),
    }[sort]


def counted(comparison: Comparison, to: str | None = None) -> str:
    """ "3 added, 1 removed, 2 moved, 4 changed"; that there is nothing, if so."""
    counts = comparison.counts
    words = {
        "added": tr("{n} added", to=to, n=counts["added"]),
        "removed": tr("{n} removed", to=to, n=counts["removed"]),
        "moved": tr("{n} moved", to=to, n=counts["moved"]),
        "changed": tr("{n} changed", to=to, n=counts["changed"]),
    }
    found = [words[sort] for sort in SORTS if counts[sort]]
    return ", ".join(found) if found else tr("The maps do not differ.", to=to)


def kind_word(kind: Kind, to: str | None = None) -> str:
    return {
        "map": lambda: tr("Map", to=to),
        "phase": lambda: tr("Phase", to=to),
        "step": lambda: tr("Step", to=to),
        "lane": lambda: tr("Lane", to=to),
        "touchpoint": lambda: tr("Touchpoint", to=to),
        "note": lambda: tr("Note", to=to),
        "measure": lambda: tr("Metric", to=to),
        "picture": lambda: tr("Picture", to=to),
        "path": lambda: tr("Path", to=to),
        "counterpart": lambda: tr("Trace", to=to),
        "point": lambda: tr("Point of the curve", to=to),
    }.get(kind, lambda: "")()


def map_title(project: Project, journey: JourneyMap, language: str, to: str | None = None) -> str:
    return text_in(project, language, journey.id, "title", journey.title) or tr("Untitled map", to=to)


def sections(comparison: Comparison, language: str = "", to: str | None = None) -> tuple[Section, ...]:
    """All differences, phase by phase, numbered through; phases without any are left out."""
    words = _Words(comparison, language or comparison.other.language, to)
    found = []
    count = 0
    for column in range(-1, len(comparison.columns)):
        entries = []
        for difference in comparison.differences:
            if difference.column == column:
                count += 1
                entries.append(words.entry(count, difference))
        if entries:
            found.append(Section(words.column(column), tuple(entries)))
    return tuple(found)


def detail_words(comparison: Comparison, difference: Difference, change: Change, to: str | None = None) -> str:
    """A change in words: "Title: “Website” → “Online shop”"."""
    return _Words(comparison, comparison.other.language, to)._detail(difference, change)


def value_words(comparison: Comparison, change: Change, to: str | None = None) -> str:
    """The value of a field after a change."""
    words = _Words(comparison, comparison.other.language, to)
    return words._value(words._after, change, change.after)


class _Side(NamedTuple):
    """One of the maps, and its things by id."""

    project: Project
    journey: JourneyMap
    things: dict[str, Thing]


class _Words:
    def __init__(self, comparison: Comparison, language: str, to: str | None) -> None:
        self._comparison = comparison
        self._language, self._to = language, to
        self._before = _side(comparison.project, comparison.before)
        self._after = _side(comparison.other, comparison.after)

    def column(self, column: int) -> str:
        if column < 0:
            return tr("Whole map", to=self._to)
        before, after = self._comparison.columns[column]
        return self._name(self._after, after) if after else self._name(self._before, before)

    def entry(self, count: int, difference: Difference) -> Entry:
        side, key = (self._after, difference.after) if difference.after else (self._before, difference.before)
        details = tuple(self._detail(difference, change) for change in difference.changes)
        kind = kind_word(difference.kind, self._to)
        return Entry(count, difference, kind, self._name(side, key), self._where(side, difference, key), details)

    # What things are called

    def _name(self, side: _Side, key: str) -> str:
        """The name of a thing: its title or first words, or what it joins."""
        if key == side.journey.id:
            return map_title(side.project, side.journey, self._language, self._to)
        thing = side.things.get(key)
        if thing is None:
            return tr("Untitled", to=self._to)
        node: Any = thing.node
        if thing.kind in ("path", "counterpart"):
            ends = (self._name(side, node.source), self._name(side, node.target))
            return tr("{source} → {target}", to=self._to, source=ends[0], target=ends[1])
        if thing.kind == "point":
            return self._persona(side, node.persona)
        field = {"note": "text", "picture": "text", "measure": "metric.name"}.get(thing.kind, "title")
        own = node.metric.name if thing.kind == "measure" else getattr(node, field)
        words = " ".join(text_in(side.project, self._language, key, field, own).split())
        return words or self._unnamed(side, thing)

    def _unnamed(self, side: _Side, thing: Thing) -> str:
        journey = side.journey
        if thing.kind == "phase":
            at = [phase.id for phase in journey.phases].index(thing.id) + 1
            return tr("phase {n}", to=self._to, n=at)
        if thing.kind == "step":
            phase, step = find_step(journey, thing.id)
            if len(phase.steps) == 1:
                return self._name(side, phase.id)
            place, name = phase.steps.index(step) + 1, self._name(side, phase.id)
            return tr("step {n} of {phase}", to=self._to, n=place, phase=name)
        if thing.kind == "lane":
            return lane_word(find_lane(journey, thing.id).kind, self._to) or tr("Lane", to=self._to)
        if isinstance(thing.node, Picture) and thing.node.image is not None:
            caption = text_in(side.project, self._language, thing.id, "image.caption", thing.node.image.caption)
            return caption or tr("Untitled", to=self._to)
        return tr("Untitled", to=self._to)

    def _where(self, side: _Side, difference: Difference, key: str) -> str:
        """The lane of a card, and its step where the phase has several."""
        place = place_of(side.journey, key)
        if place is None:
            return ""
        phase, step = find_step(side.journey, place.step)
        parts = [self._name(side, place.lane)]
        if len(phase.steps) > 1:
            parts.append(self._name(side, step.id))
        return ", ".join(parts)

    def _persona(self, side: _Side, key: str) -> str:
        persona = find_persona(side.project, key)
        name = text_in(side.project, self._language, key, "name", persona.name) if persona else ""
        return name or tr("Untitled", to=self._to)

    def _channel(self, side: _Side, key: str) -> str:
        channel = find_channel(side.project, key)
        name = text_in(side.project, self._language, key, "name", channel.name) if channel else ""
        return name or tr("Untitled", to=self._to)

    # What changed

    def _detail(self, difference: Difference, change: Change) -> str:
        """ "Title: “Website” → “Online shop”" """
        name = self._field(change)
        before = self._value(self._before, change, change.before)
        after = self._value(self._after, change, change.after)
        if before == after and change.field in ("image", "images"):
            return tr("{field}: another image", to=self._to, field=name)
        return tr("{field}: {before} → {after}", to=self._to, field=name, before=before, after=after)

    def _field(self, change: Change) -> str:
        head, *rest = [part for part in change.field.split(".") if not part.isdecimal()]
        name = field_word(head, self._to)
        if head == "source" and self._is_end(change):
            name = tr("From", to=self._to)
        if rest:
            name = tr("{field}: {part}", to=self._to, field=name, part=field_word(rest[-1], self._to))
        if change.item:
            of, _, step = change.item.partition("/")
            # Named by the ids of the second map, as far as it has them.
            if step:
                side = self._after if step in self._after.things else self._before
                who = f"{self._channel(self._after, of)}, {self._name(side, step)}"
            else:
                who = self._persona(self._after, of)
            name = f"{name} ({who})"
        return f"{name} ({change.language})" if change.language else name

    def _is_end(self, change: Change) -> bool:
        return change.before in self._before.things or change.after in self._after.things

    def _value(self, side: _Side, change: Change, value: object) -> str:
        field = change.field.partition(".")[0]
        if isinstance(value, bool):
            return tr("yes", to=self._to) if value else tr("no", to=self._to)
        if isinstance(value, int):
            return str(value)
        if isinstance(value, float):
            return self._number(value)
        if isinstance(value, str):
            return self._text(side, change, field, value)
        if isinstance(value, tuple):
            return "; ".join(self._item(side, field, item) for item in value) or _NOTHING
        if isinstance(value, Node):
            return self._item(side, field, value)
        return _NOTHING

    def _text(self, side: _Side, change: Change, field: str, value: str) -> str:
        if change.language:
            return _quoted(value, self._to)
        if field == "band_below":
            if not value:
                return tr("at the top", to=self._to)
            return tr("below {lane}", to=self._to, lane=self._name(side, value))
        if not value:
            return _NOTHING
        if field == "channel":
            return self._channel(side, value)
        if field == "persona":
            return self._persona(side, value)
        if field in ("phase", "step", "lane") or (field in ("source", "target") and value in side.things):
            return self._name(side, value)
        if field in ("mode", "status", "evidence", "flow_role", "color", "icon", "tone", "points_from", "line", "kind"):
            return value_word(field, value, self._to)
        return _quoted(value, self._to)

    def _item(self, side: _Side, field: str, item: object) -> str:
        """An item of a list, with all that can differ in it."""
        if isinstance(item, Emotion):
            return self._emotion(item)
        if isinstance(item, Metric):
            return self._metric(item)
        if isinstance(item, WebLink):
            return f"{item.title} <{item.address}>" if item.title else item.address
        if isinstance(item, ImageUse):
            return item.caption or tr("Image", to=self._to)
        if isinstance(item, ChannelMark):
            return tr("importance {n}", to=self._to, n=item.importance)
        if field == "personas":
            return self._persona(side, str(item))
        return self._channel(side, str(item)) if field == "channels" else str(item)

    def _emotion(self, emotion: Emotion) -> str:
        parts = []
        if emotion.value is not None:
            parts.append(self._signed(emotion.value))
        if emotion.expected is not None:
            parts.append(tr("expected {value}", to=self._to, value=self._signed(emotion.expected)))
        if emotion.label:
            parts.append(_quoted(emotion.label, self._to))
        return ", ".join(parts) or _NOTHING

    def _metric(self, metric: Metric) -> str:
        to = self._to or spoken_language()
        parts = []
        if metric.value is not None:
            parts.append(quantity(metric.value, metric.unit, to))
        if metric.target is not None:
            sign = "≥" if metric.better == "higher" else "≤"
            parts.append(tr("target {target}", to=self._to, target=sign + quantity(metric.target, metric.unit, to)))
        if metric.trend:
            parts.append(value_word("trend", metric.trend, self._to))
        parts += [part for part in (metric.source, metric.date) if part]
        if metric.value is None and metric.target is None and metric.unit:
            parts.append(metric.unit)
        return ": ".join(part for part in (metric.name, ", ".join(parts)) if part) or _NOTHING

    def _number(self, value: float) -> str:
        return number(value, self._to or spoken_language())

    def _signed(self, value: float) -> str:
        return ("+" if value > 0 else "") + self._number(value)


def as_text(comparison: Comparison, language: str = "", to: str | None = None) -> Iterator[str]:
    """The whole comparison in lines of plain text."""
    content = language or comparison.other.language
    before = map_title(comparison.project, comparison.before, content, to)
    after = map_title(comparison.other, comparison.after, content, to)
    yield tr("{before} → {after}", to=to, before=before, after=after)
    yield counted(comparison, to)
    for section in sections(comparison, language, to):
        yield ""
        yield section.title
        for entry in section.entries:
            where = f" ({entry.where})" if entry.where else ""
            sign = SIGNS[entry.difference.sort]
            yield f"  {sign} {entry.number}. {sort_word(entry.difference.sort, to)}: {named(entry, to)}{where}"
            yield from (f"       {' '.join(line.split())}" for line in entry.details)


def named(entry: Entry, to: str | None = None) -> str:
    """ "Touchpoint “Website”" """
    return f"{entry.kind} {_quoted(entry.name, to)}"


def _side(project: Project, journey: JourneyMap) -> _Side:
    return _Side(project, journey, {thing.id: thing for thing in things_of(journey)})


def _quoted(text: str, to: str | None) -> str:
    if text[:1] in _QUOTES:  # brings its own
        return text
    return tr("“{text}”", to=to, text=text) if text else _NOTHING
