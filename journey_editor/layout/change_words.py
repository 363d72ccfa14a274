"""What changed in a thing, in words: "Title: “Website” → “Online shop”"."""

from __future__ import annotations

from journey_editor.model.base import Node
from journey_editor.model.cards import Emotion, ImageUse, Metric, WebLink
from journey_editor.model.differences import Change, Comparison
from journey_editor.model.lanes import ChannelMark
from journey_editor.wording import language as spoken_language
from journey_editor.wording import tr

from .difference_names import NOTHING, Names, Side, quoted, side_of
from .field_words import field_word, value_word
from .numbers import number, quantity


def detail_words(comparison: Comparison, change: Change, to: str | None = None) -> str:
    """A change in words: "Title: “Website” → “Online shop”"."""
    return ChangeWords(comparison, comparison.other.language, to).detail(change)


def value_words(comparison: Comparison, change: Change, to: str | None = None) -> str:
    """The value of a field after a change."""
    words = ChangeWords(comparison, comparison.other.language, to)
    return words.value(words.after, change, change.after)


class ChangeWords:
    """`before` and `after` are the two maps."""

    def __init__(self, comparison: Comparison, language: str, to: str | None) -> None:
        self._to = to
        self._names = Names(language, to)
        self.before = side_of(comparison.project, comparison.before)
        self.after = side_of(comparison.other, comparison.after)

    def detail(self, change: Change) -> str:
        """ "Title: “Website” → “Online shop”" """
        name = self._field(change)
        before = self.value(self.before, change, change.before)
        after = self.value(self.after, change, change.after)
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
                side = self.after if step in self.after.things else self.before
                who = f"{self._names.channel(self.after, of)}, {self._names.name(side, step)}"
            else:
                who = self._names.persona(self.after, of)
            name = f"{name} ({who})"
        return f"{name} ({change.language})" if change.language else name

    def _is_end(self, change: Change) -> bool:
        return change.before in self.before.things or change.after in self.after.things

    def value(self, side: Side, change: Change, value: object) -> str:
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
            return "; ".join(self._item(side, field, item) for item in value) or NOTHING
        if isinstance(value, Node):
            return self._item(side, field, value)
        return NOTHING

    def _text(self, side: Side, change: Change, field: str, value: str) -> str:
        if change.language:
            return quoted(value, self._to)
        if field == "band_below":
            if not value:
                return tr("at the top", to=self._to)
            return tr("below {lane}", to=self._to, lane=self._names.name(side, value))
        if not value:
            return NOTHING
        if field == "channel":
            return self._names.channel(side, value)
        if field == "persona":
            return self._names.persona(side, value)
        if field in ("phase", "step", "lane") or (field in ("source", "target") and value in side.things):
            return self._names.name(side, value)
        if field in ("mode", "status", "evidence", "flow_role", "color", "icon", "tone", "points_from", "line", "kind"):
            return value_word(field, value, self._to)
        return quoted(value, self._to)

    def _item(self, side: Side, field: str, item: object) -> str:
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
            return self._names.persona(side, str(item))
        return self._names.channel(side, str(item)) if field == "channels" else str(item)

    def _emotion(self, emotion: Emotion) -> str:
        parts = []
        if emotion.value is not None:
            parts.append(self._signed(emotion.value))
        if emotion.expected is not None:
            parts.append(tr("expected {value}", to=self._to, value=self._signed(emotion.expected)))
        if emotion.label:
            parts.append(quoted(emotion.label, self._to))
        return ", ".join(parts) or NOTHING

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
        return ": ".join(part for part in (metric.name, ", ".join(parts)) if part) or NOTHING

    def _number(self, value: float) -> str:
        return number(value, self._to or spoken_language())

    def _signed(self, value: float) -> str:
        return ("+" if value > 0 else "") + self._number(value)
