"""All that is to be known of a card: an entry behind the map. The card leads there, and the entry back."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from journey_editor.model.cards import Card, Touchpoint
from journey_editor.model.lanes import Lane
from journey_editor.model.project import JourneyMap
from journey_editor.model.queries import all_cards
from journey_editor.wording import tr

from . import look
from .borrowed import joined
from .card_texts import captions, said, title_of
from .drawlist import Group, Link, Tag
from .figures import icon_path
from .map_texts import about_path
from .print_words import Setting
from .text_columns import Column, Line, together

_SIGN = 8.0  # the way back, beside the title
_AROUND = 2.0
_TOGETHER = 0.45  # of a column's height: what is no higher is not parted


def detail_key(card: str) -> str:
    """By which a link finds the entry of a card."""
    return f"detail-{card}"


class Details:
    """The entries of a map's cards. `drawn` are the cards that stand on the map, to which an entry leads back."""

    def __init__(self, setting: Setting, journey: JourneyMap, drawn: Collection[str], height: float) -> None:
        self._setting, self._journey, self._drawn, self._height = setting, journey, drawn, height
        steps = {step.id for phase in journey.phases if not phase.hidden for step in phase.steps}
        self._titles = {
            card.id: title_of(setting, card)
            for lane, step, card in all_cards(journey)
            if isinstance(card, Touchpoint) and step in steps and not lane.hidden
        }

    def entry(self, column: Column, card: Card, lane: Lane, step: str) -> list[Line]:
        """A card with all that it holds, where it stands, its paths and its pictures."""
        where = joined(filter(None, (self._setting.text(lane.id, "title", lane.title), step)), " · ")
        return together(self._lines(column, card, where), self._height * _TOGETHER)

    def _lines(self, column: Column, card: Card, where: str) -> Iterator[Line]:
        yield from self._head(column, card)
        if where:
            yield from column.text(where, 0.5, color=look.INK_2, size=8.5)
        for words, address in said(self._setting, card):
            yield from column.text(words, address=address)
        for words, other in self.ways(card.id):
            yield from column.text(words, address=f"#{detail_key(other)}")
        for sha256, words in captions(self._setting, card):
            yield from column.picture(sha256, words)
            yield from column.named([(tr("Image", to=self._setting.language), words)])

    def _head(self, column: Column, card: Card) -> Iterator[Line]:
        """The title, with a sign that leads back to the map if the card stands there."""
        back = card.id in self._drawn
        beside = _SIGN + 3 * _AROUND if back else 0.0
        for number, line in enumerate(column.head(title_of(self._setting, card), keep=True, beside=beside)):
            tag = Tag("detail", detail_key(card.id), title_of(self._setting, card))
            named = Group(0.0, 0.0, line.width, line.height, line.items, tag)
            if number or not back:
                yield line._replace(items=(named,))
                continue
            x, y = line.width + 2 * _AROUND, (line.height - _SIGN) / 2
            sign = icon_path("undo-2", x, y, _SIGN, look.INK_2)
            area = Link(0.0, 0.0, x + _SIGN + _AROUND, line.height, f"#{card.id}")
            yield line._replace(items=(named, sign, area), width=x + _SIGN + _AROUND)

    def ways(self, card: str) -> Iterator[tuple[str, str]]:
        """The paths that begin or end at a card, and what it was carried over to or from: the words, and the other
        end's id. Nothing where that is hidden."""
        to = self._setting.language
        for path in self._journey.paths:
            about = about_path(self._setting, path)
            for here, other, words in (
                (path.source, path.target, tr("leads to “{other}”", to=to, other=self._titles.get(path.target, ""))),
                (path.target, path.source, tr("comes from “{other}”", to=to, other=self._titles.get(path.source, ""))),
            ):
                if here == card and other in self._titles:
                    yield (f"{words}: {about}" if about else words), other
        for trace in self._journey.counterparts:
            if trace.source == card and trace.target in self._titles:
                yield tr("carried over to “{other}”", to=to, other=self._titles[trace.target]), trace.target
            if trace.target == card and trace.source in self._titles:
                yield tr("carried over from “{other}”", to=to, other=self._titles[trace.source]), trace.source
