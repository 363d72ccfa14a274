"""What a card holds, in words: all that a map has no room to show, for the pages behind it."""

from __future__ import annotations

from collections.abc import Iterator

from journey_editor.model.cards import Card, Measure, Metric, Note, Touchpoint
from journey_editor.model.queries import find_channel, find_persona
from journey_editor.wording import tr

from .numbers import quantity
from .print_words import Setting


def title_of(setting: Setting, card: Card) -> str:
    if isinstance(card, Touchpoint):
        words = setting.text(card.id, "title", card.title)
    elif isinstance(card, Measure):
        words = setting.text(card.id, "metric.name", card.metric.name)
    else:
        words = setting.text(card.id, "text", card.text)
    return words or tr("Untitled", to=setting.language)


def said(setting: Setting, card: Card) -> Iterator[tuple[str, str]]:
    """What a card says beside its title: (words, address it leads to or "")."""
    to = setting.language
    if isinstance(card, Touchpoint):
        yield from ((words, "") for words in _touchpoint_texts(setting, card))
    if isinstance(card, Measure):
        yield _metric(setting, card.id, "metric", card.metric, named=False), ""
    elif isinstance(card, Touchpoint):
        for number, metric in enumerate(card.metrics):
            yield _metric(setting, card.id, f"metrics.{number}", metric, named=True), ""
    if isinstance(card, Note):
        for name, field, own in (
            (tr("Source", to=to), "source", card.source),
            (tr("Owner", to=to), "owner", card.owner),
        ):
            if own:
                yield f"{name}: {setting.text(card.id, field, own)}", ""
    if card.tags:
        tags = [setting.text(card.id, f"tags.{number}", tag) for number, tag in enumerate(card.tags)]
        yield f"{tr('Tags', to=to)}: {', '.join(tags)}", ""
    if isinstance(card, Touchpoint | Note):
        for number, link in enumerate(card.links):
            title = setting.text(card.id, f"links.{number}.title", link.title)
            yield (f"{title}: {link.address}" if title else link.address), link.address


def _touchpoint_texts(setting: Setting, card: Touchpoint) -> Iterator[str]:
    to = setting.language

    def own(field: str, words: str) -> str:
        return setting.text(card.id, field, words)

    channel = find_channel(setting.project, card.channel)
    if description := own("description", card.description):
        yield description
    for name, words in (
        (tr("Channel", to=to), setting.text(channel.id, "name", channel.name) if channel else ""),
        (tr("Where", to=to), own("where", card.where)),
        (tr("Medium", to=to), own("medium", card.medium)),
        (tr("Content", to=to), own("content", card.content)),
        (tr("Call to action", to=to), own("call_to_action", card.call_to_action)),
        (tr("Device", to=to), own("device", card.device)),
        (tr("Actor", to=to), own("actor", card.actor)),
        (tr("Owner", to=to), own("owner", card.owner)),
        (tr("Duration", to=to), own("duration", card.duration)),
        (tr("Source", to=to), own("source", card.source)),
        (tr("Expectation", to=to), own("expectation", card.expectation)),
        (tr("Experience", to=to), own("experience", card.experience)),
    ):
        if words:
            yield f"{name}: {words}"
    yield from feelings(setting, card)


def feelings(setting: Setting, card: Touchpoint) -> Iterator[str]:
    for number, emotion in enumerate(card.emotions):
        label = setting.text(card.id, f"emotions.{number}.label", emotion.label)
        if label:
            persona = find_persona(setting.project, emotion.persona)
            name = setting.text(persona.id, "name", persona.name) if persona else ""
            yield f"{name}: {label}" if name else label


def _metric(setting: Setting, card: str, field: str, metric: Metric, *, named: bool) -> str:
    """ "Inquiries: 9, target 15 (CRM, 2026-03-01)" """
    to = setting.language
    unit, parts = setting.text(card, f"{field}.unit", metric.unit), []
    if metric.value is not None:
        parts.append(quantity(metric.value, unit, to))
    if metric.target is not None:
        parts.append(tr("target {target}", to=to, target=quantity(metric.target, unit, to)))
    source = setting.text(card, f"{field}.source", metric.source)
    origin = ", ".join(part for part in (source, metric.date) if part)
    if not origin and metric.value is not None:
        origin = tr("without source", to=to)
    words = ", ".join(parts) + (f" ({origin})" if origin else "")
    name = setting.text(card, f"{field}.name", metric.name)
    return f"{name}: {words}" if named and name else words
