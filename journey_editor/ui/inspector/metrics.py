"""The metrics of a touchpoint as a table, and the fields of one metric, there or on a measure card."""

from __future__ import annotations

from collections.abc import Callable

from journey_editor.layout.numbers import quantity
from journey_editor.model.cards import Metric
from journey_editor.model.figures import unsourced
from journey_editor.wording import language, tr

from .attributes import Own, Words
from .choice_fields import Option
from .form import Form, in_narrow
from .item_rows import Cell, Item
from .own_list import OwnList
from .scope import Scope
from .words import joined, trends

_FIGURE, _MOST, _SOURCE = 38, 90, 66  # px; figures take what they need, up to a limit


def metric_fields(form: Form, *path: str | int) -> None:
    """All fields of the metric at the end of a path."""
    metric_rows(form, lambda part: Words(*path, part), lambda part: Own(*path, part))


def metric_rows(form: Form, words: Callable[[str], Words], own: Callable[[str], Own]) -> None:
    """All fields of a metric: `words` makes the attribute for a text of it, `own` that for another value."""
    form.line(tr("Name"), words("name"))
    form.number(tr("Actual"), own("value"))
    form.line(tr("Unit"), words("unit"))
    form.number(tr("Target"), own("target"))
    form.segments(tr("Better is"), own("better"), [Option("higher", tr("higher")), Option("lower", tr("lower"))])
    form.choice(tr("Trend"), own("trend"), trends)
    form.line(tr("Source"), words("source"))
    value, source = own("value"), own("source")
    form.remark(
        tr("A figure without a source is marked on the map."),
        when=lambda scope: value.read(scope) is not None and not (source.read(scope) or source.hint(scope)),
    )
    form.day(tr("As of"), own("date"))


class Metrics(OwnList):
    """Name, value, target and source of each metric; a source that is missing says so."""

    field = "metrics"

    def __init__(self, scope: Scope) -> None:
        head = (
            Cell(tr("Name")),
            Cell(tr("Actual"), _FIGURE, right=True),
            Cell(tr("Target"), _FIGURE, right=True),
            Cell(tr("Source"), _SOURCE),
        )
        super().__init__(scope, add=tr("Add metric"), head=head)
        self.part = tr("Metric")

    def items(self) -> list[Item]:
        rows = [self._words(n, metric) for n, metric in enumerate(self.scope.node.metrics)]
        wide = self.fontMetrics().horizontalAdvance
        widths = [
            min(_MOST, max([_FIGURE, *(wide(row[column]) + 2 for row in rows)])) for column in ("value", "target")
        ]
        return [self._item(str(n), row, widths) for n, row in enumerate(rows)]

    def _words(self, n: int, metric: Metric) -> dict[str, str]:
        """What the row says, in the language of the panel."""
        key = str(n)

        def words(field: str, own: str) -> str:
            if self.scope.first_language:
                return own
            overlay = self.scope.project.translations.get(self.scope.language, {})
            return overlay.get(f"{self.scope.ids[0]}.metrics.{key}.{field}") or own

        name, unit, source = words("name", metric.name), words("unit", metric.unit), words("source", metric.source)
        value = "" if metric.value is None else quantity(metric.value, unit, language())
        target = "" if metric.target is None else quantity(metric.target, unit, language())
        missing = "missing" if unsourced(metric) else ""
        return {"name": name, "value": value, "target": target, "source": source, "missing": missing}

    def _item(self, key: str, row: dict[str, str], widths: list[int]) -> Item:
        name = row["name"] or tr("(no name)")
        value, target, source = row["value"], row["target"], row["source"]
        last, said = Cell(source, _SOURCE), [name]
        said += [tr("actual {figure}", figure=value)] if value else []
        said += [tr("target {figure}", figure=target)] if target else []
        if row["missing"]:
            last = Cell(tr("missing"), _SOURCE, mark="triangle-alert", role="warning")
            said.append(tr("source missing"))
        elif source:
            said.append(tr("source {name}", name=source))
        if in_narrow(self):
            return Item(key, (Cell(name),), ", ".join(said), under=joined(said[1:]))
        cells = (Cell(name), Cell(value, widths[0], right=True), Cell(target, widths[1], right=True), last)
        return Item(key, cells, ", ".join(said))

    def fill(self, form: Form, key: str) -> None:
        metric_fields(form, "metrics", int(key))
        self.end(form, key)

    def added(self) -> str:
        self.set_values(tr("Added a metric"), (*self.values, Metric()))
        return str(len(self.values) - 1)
