"""What a card holds, in words: all that a map has no room to show, for the pages behind it.

Every attribute is said but the id and the colour; what is as it is by default is not said.
"""

from __future__ import annotations

from collections.abc import Iterator

from journey_editor.model.cards import Card, Measure, Metric, Note, Picture, Touchpoint
from journey_editor.model.queries import find_channel, find_persona
from journey_editor.model.tones import tone_word
from journey_editor.wording import tr

from .borrowed import joined
from .measures import verdict_word
from .numbers import number, quantity
from .print_words import Setting, day
from .value_words import evidence_word, flow_word, mode_word, trend_word

#: From here on down somebody feels bad.
_BAD = -1.0


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
    match card:
        case Touchpoint():
            yield from ((words, "") for words in _touchpoint_texts(setting, card))
            for n, metric in enumerate(card.metrics):
                yield _metric(setting, card.id, f"metrics.{n}", metric, named=True), ""
        case Note():
            yield from ((words, "") for words in _note_texts(setting, card))
        case Measure():
            if words := _metric(setting, card.id, "metric", card.metric, named=False):
                yield words, ""
    if card.tags:
        tags = [setting.text(card.id, f"tags.{n}", tag) for n, tag in enumerate(card.tags)]
        yield joined((tr("Tags", to=to), ": ", joined(tags, ", "))), ""
    if isinstance(card, Touchpoint | Note):
        for n, link in enumerate(card.links):
            title = setting.text(card.id, f"links.{n}.title", link.title)
            yield (joined((title, ": ", link.address)) if title else link.address), link.address


def captions(setting: Setting, card: Card) -> list[tuple[str, str]]:
    """The pictures of a card: (sha256, the words that stand for it)."""
    if isinstance(card, Touchpoint):
        return [
            (use.sha256, setting.text(card.id, f"images.{n}.caption", use.caption)) for n, use in enumerate(card.images)
        ]
    if isinstance(card, Picture) and card.image is not None:
        return [(card.image.sha256, setting.text(card.id, "image.caption", card.image.caption))]
    return []


def _touchpoint_texts(setting: Setting, card: Touchpoint) -> Iterator[str]:
    to = setting.language

    def own(field: str, words: str) -> str:
        return setting.text(card.id, field, words)

    if description := own("description", card.description):
        yield description
    if facts := joined(filter(None, _facts(setting, card)), " · "):
        yield facts
    yield from _labelled(
        (tr("Channel", to=to), _channel(setting, card)),
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
    )
    yield from _feelings(setting, card)


def _facts(setting: Setting, card: Touchpoint) -> Iterator[str]:
    """What is chosen and not written."""
    to = setting.language
    yield tr("possible", to=to) if card.status == "possible" else tr("existing", to=to)
    yield evidence_word(card.evidence, to)
    yield mode_word(card.mode, to)
    yield tr("moment of truth", to=to) if card.moment_of_truth else ""
    yield tr("optional", to=to) if card.optional else ""
    if role := flow_word(card.flow_role, to):
        yield f"{tr('Role in a flow', to=to)}: {role}"


def _channel(setting: Setting, card: Touchpoint) -> str:
    channel = find_channel(setting.project, card.channel)
    if channel is None:
        return ""
    name = setting.text(channel.id, "name", channel.name)
    mode = "" if card.mode else mode_word(channel.mode, setting.language)
    return joined((name, f" ({mode})")) if name and mode else name


def _note_texts(setting: Setting, card: Note) -> Iterator[str]:
    to = setting.language
    persona = find_persona(setting.project, card.persona)
    evidence = evidence_word(card.evidence, to) if card.evidence != "observed" else ""
    if facts := " · ".join(filter(None, (tone_word(card.tone, to), evidence))):
        yield facts
    yield from _labelled(
        (tr("Persona", to=to), setting.text(persona.id, "name", persona.name) if persona else ""),
        (tr("Source", to=to), setting.text(card.id, "source", card.source)),
        (tr("Owner", to=to), setting.text(card.id, "owner", card.owner)),
    )


def _labelled(*texts: tuple[str, str]) -> Iterator[str]:
    for name, words in texts:
        if words:
            yield joined((name, ": ", words))


def labels(setting: Setting, card: Touchpoint) -> Iterator[str]:
    """The words at the points of emotion curves, each with whose they are."""
    for n, emotion in enumerate(card.emotions):
        if label := setting.text(card.id, f"emotions.{n}.label", emotion.label):
            name = _who(setting, emotion.persona)
            yield joined((name, ": ", label)) if name else label


def badly_felt(setting: Setting, card: Touchpoint) -> str:
    """What those say who feel bad at a touchpoint; "" if nobody does."""
    found = []
    for n, emotion in enumerate(card.emotions):
        if emotion.value is not None and emotion.value <= _BAD:
            label = setting.text(card.id, f"emotions.{n}.label", emotion.label)
            found.append(feeling(setting, _who(setting, emotion.persona), emotion.value, None, label))
    return "; ".join(filter(None, found))


def metrics_of(setting: Setting, card: Card) -> Iterator[tuple[str, str, Metric]]:
    """The figures of a card: each in words, its source, and the figure."""
    held: list[tuple[str, Metric]] = []
    if isinstance(card, Touchpoint):
        held = [(f"metrics.{n}", metric) for n, metric in enumerate(card.metrics)]
    elif isinstance(card, Measure):
        held = [("metric", card.metric)]
    for field, metric in held:
        name = setting.text(card.id, f"{field}.name", metric.name) or tr("Untitled", to=setting.language)
        value = (
            quantity(metric.value, setting.text(card.id, f"{field}.unit", metric.unit), setting.language)
            if (metric.value is not None)
            else ""
        )
        words = f"{name}: {value}" if value else name
        yield words, setting.text(card.id, f"{field}.source", metric.source), metric


def _feelings(setting: Setting, card: Touchpoint) -> Iterator[str]:
    for n, emotion in enumerate(card.emotions):
        label = setting.text(card.id, f"emotions.{n}.label", emotion.label)
        if words := feeling(setting, _who(setting, emotion.persona), emotion.value, emotion.expected, label):
            yield words


def feeling(setting: Setting, who: str, value: float | None, expected: float | None, label: str) -> str:
    """ "Familie Sommer: +1,5, erwartet −0,5, endlich verstanden"; "" if nothing is felt."""
    parts = [signed(value, setting.language)] if value is not None else []
    if expected is not None:
        parts.append(tr("expected {value}", to=setting.language, value=signed(expected, setting.language)))
    words = joined([*parts, label] if label else parts, ", ")
    return joined((who, ": ", words)) if who and words else words


def signed(value: float, language: str) -> str:
    """A feeling with its sign: "+1,5"."""
    return ("+" if value > 0 else "") + number(value, language)


def _who(setting: Setting, persona_id: str) -> str:
    persona = find_persona(setting.project, persona_id)
    return setting.text(persona.id, "name", persona.name) if persona else ""


def _metric(setting: Setting, card: str, field: str, metric: Metric, *, named: bool) -> str:
    """ "Inquiries: 9, target 15, target missed, rising (CRM, March 1 2026)" """
    to = setting.language
    unit, parts = setting.text(card, f"{field}.unit", metric.unit), []
    if metric.value is not None:
        parts.append(quantity(metric.value, unit, to))
    if metric.target is not None:
        parts.append(tr("target {target}", to=to, target=quantity(metric.target, unit, to)))
    if unit and not parts:
        parts.append(unit)
    if metric.better == "lower":
        parts.append(tr("lower is better", to=to))
    if judged := verdict_word(metric, to):
        parts.append(judged)
    if trend := trend_word(metric.trend, to):
        parts.append(trend)
    source = setting.text(card, f"{field}.source", metric.source)
    origin = [part for part in (source, day(metric.date, to)) if part]
    if not source and metric.value is not None:
        origin.insert(0, tr("without source", to=to))
    words = ", ".join(parts) + (f" ({', '.join(origin)})" if origin else "")
    name = setting.text(card, f"{field}.name", metric.name) if named else ""
    return f"{name}: {words.strip()}" if name and words else name or words.strip()
