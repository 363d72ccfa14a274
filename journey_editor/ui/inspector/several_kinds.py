"""Tags, metrics, links and images of several cards at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journey_editor.edit.anything import set_any
from journey_editor.layout.numbers import quantity
from journey_editor.model.cards import ImageUse, Metric, WebLink
from journey_editor.model.project import Project
from journey_editor.wording import language, tr

from .attributes import storable
from .entry_line import EntryLine
from .field import Complaint
from .form import Form
from .images import caption_example, choose_images, use_images
from .metrics import metric_rows
from .scope import Scope
from .several_list import OfEach, Places, SeveralList, Shared
from .text_fields import address_trouble
from .visiting import host_of
from .words import joined


class SeveralTags(SeveralList):
    field = "tags"
    mark = "tag"

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.part = tr("Tag")
        self.entry = EntryLine(tr("Tag for all"), tr("Tag for all"), self._take)
        self.column.addWidget(self.entry)

    def words(self, row: Shared) -> str:
        return str(row.value)

    def fields(self, form: Form, places: Callable[[], Places]) -> None:
        form.line(tr("Tag"), OfEach(self.field, places))

    def _take(self, text: str) -> str:
        tag = storable(text).strip()
        if not tag:
            return tr("Enter a word first.")
        return self._change(tr("{part} added", part=self.part), lambda node: () if tag in node.tags else (tag,))


class SeveralLinks(SeveralList):
    field = "links"
    mark = "link"

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.part = tr("Link")
        self.entry = EntryLine(tr("Address of a new link"), "https://", self._take)
        self.column.addWidget(self.entry)

    def words(self, row: Shared) -> str:
        host = host_of(row.value.address)
        return joined((row.value.title, host))

    def fields(self, form: Form, places: Callable[[], Places]) -> None:
        form.line(tr("Title"), OfEach(self.field, places, "title"))
        form.address(tr("Address"), OfEach(self.field, places, "address", said=False))

    def _take(self, text: str) -> str:
        address = storable(text).strip()
        return address_trouble(address) or self.add_to_all(WebLink(address=address))


class SeveralMetrics(SeveralList):
    field = "metrics"
    mark = "gauge"

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, add=tr("Add metric"))
        self.part = tr("Metric")

    def words(self, row: Shared) -> str:
        metric: Metric = row.value
        value = "" if metric.value is None else quantity(metric.value, metric.unit, language())
        return joined((metric.name, value))

    def fields(self, form: Form, places: Callable[[], Places]) -> None:
        metric_rows(
            form,
            lambda part: OfEach(self.field, places, part),
            lambda part: OfEach(self.field, places, part, said=False),
        )

    def added(self) -> str:
        return "" if self.add_to_all(Metric()) else self.added_key()


class SeveralImages(SeveralList):
    field = "images"
    mark = "image"

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, add=tr("Add image ..."))
        self.part = tr("Image")
        self._complaint = Complaint()
        self.column.addWidget(self._complaint)

    def words(self, row: Shared) -> str:
        use: ImageUse = row.value
        return use.caption or next(
            (asset.name for asset in self.scope.project.images if asset.sha256 == use.sha256), ""
        )

    def fields(self, form: Form, places: Callable[[], Places]) -> None:
        form.line(tr("Caption"), OfEach(self.field, places, "caption"), example=caption_example())

    def added(self) -> str:
        nodes, had = self.scope.nodes, len(self.scope.node.images)

        def use(project: Project, hashes: Sequence[str]) -> Project:
            more = tuple(ImageUse(sha256=sha256) for sha256 in hashes)
            for node in nodes:
                project = set_any(project, node.id, images=(*node.images, *more))
            return project

        label = tr("{part} added", part=self.part)
        self._complaint.say(use_images(self.scope, choose_images(self), label, use, self.window()))
        return f"{nodes[0].id}.{had}" if len(self.scope.node.images) > had else ""
