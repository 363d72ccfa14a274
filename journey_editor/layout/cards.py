"""A card at its own origin: how high it is and what is drawn."""

from __future__ import annotations

from journey_editor.model.cards import Card, ImageUse, Measure, Mode, Note, Picture, Touchpoint
from journey_editor.model.project import Channel
from journey_editor.wording import tr

from . import look
from .beginning import words_of
from .chips import Drawing, chips
from .drawlist import Crop, Group, Image, Item, Link, Path, Rect, Tag
from .environment import Environment
from .figures import bar_outline, icon_path, star
from .later import Later
from .measures import measure_block
from .result import CardBlock
from .wrap import NOTHING, place

_IMAGE_MOST = 90.0  # the highest a picture in a card gets
_EMPTY_MOST, _EMPTY_SHAPE = 120.0, 0.6  # the width of a frame without an image, and its height as a part of that
_EMPTY_SIGN = 18.0


def card_block(env: Environment, card: Card, width: float, side: Mode = "") -> CardBlock:
    """Any card, laid out to a width; it grows as high as its texts need. `side` is the mode of its lane."""
    if isinstance(card, Touchpoint):
        return touchpoint_block(env, card, width, side)
    if isinstance(card, Note):
        return note_block(env, card, width)
    if isinstance(card, Measure):
        return measure_block(env, card, width)
    return picture_block(env, card, width)


def touchpoint_block(env: Environment, card: Touchpoint, width: float, side: Mode = "") -> CardBlock:
    channel = env.channels.get(card.channel)
    color = card.color or (channel.color if channel and channel.color else look.NO_CHANNEL)
    left, top = look.CARD_LEFT, look.CARD_TOP
    inner = width - left - look.CARD_RIGHT
    marks = _marks(env, card, side) if env.theme.marks else []
    room = len(marks) * (look.MARK + 2.0)
    indent = look.ICON + 4.0
    title = env.text(card.id, "title", card.title)
    wide = max(inner - indent - room, 20.0)
    head = env.bounded(title or tr("Untitled", to=env.language), look.CARD_TITLE, wide)
    y = top + max(head.height, look.ICON + 1.0)
    pictures: list[Item] = []
    for use in card.images[:1]:
        drawn, height = _picture(env, use, left, y + 2.0, inner)
        pictures += drawn
        y += height + 4.0
    body, body_top = NOTHING, y + 0.6
    description = env.text(card.id, "description", card.description)
    if description and env.theme.descriptions:
        body = env.bounded(description, look.CARD_TEXT, inner)
        y += body.height + 0.6
    env.report(words_of(card.id), head, body)
    chips_drawn: Drawing | None = None
    chips_top = y + 3.0
    if env.theme.chips:
        its_chips, height = chips(env, card, inner)
        if height:
            chips_drawn = its_chips
            y += height + 3.0
    h = y + look.CARD_BOTTOM

    def items() -> tuple[Item, ...]:
        made: list[Item] = [
            *_frame(width, h, color, possible=card.status == "possible"),
            icon_path(_icon(channel, card), left, top + 0.6, look.ICON, color),
            *place(head, left + indent, top),
        ]
        for place_in_row, (name, ink) in enumerate(marks):
            x = width - look.CARD_RIGHT - room + 2.0 + place_in_row * (look.MARK + 2.0)
            if name == "star":
                made.append(star(x, top + 0.9, look.MARK, ink))
            else:
                made.append(icon_path(name, x, top + 1.0, look.MARK, ink))
        made += pictures
        made += place(body, left, body_top)
        if chips_drawn is not None:
            made += chips_drawn(left, chips_top)
        made += [Link(0.0, 0.0, width, h, link.address) for link in card.links[:1]]
        return tuple(made)

    group = Group(0.0, 0.0, width, h, Later(items), Tag("card", card.id, title))
    return CardBlock(card.id, width, h, group, top + head.line_height / 2, (left + indent, wide))


def _frame(width: float, h: float, color: str, *, possible: bool) -> tuple[Item, Item]:
    """The card's paper with its border, and the channel's bar; what is only possible is dashed and hollow."""
    bar = bar_outline(round(h, 3))
    if possible:
        return (
            Rect(0.0, 0.0, width, h, look.PAPER, look.POSSIBLE_EDGE, 0.75, look.RADIUS, (3.0, 2.0)),
            Path(bar, fill=look.PAPER, stroke=color, width=0.75),
        )
    return (
        Rect(0.0, 0.0, width, h, look.PAPER, look.CARD_EDGE, 0.75, look.RADIUS),
        Path(bar, fill=color),
    )


def _icon(channel: Channel | None, card: Touchpoint) -> str:
    """The channel's; a step of a flow that needs no channel shows what it does instead."""
    if channel is not None:
        return channel.icon or "circle-dot"
    return look.FLOW_ICONS.get(card.flow_role, "circle-dot")


def _marks(env: Environment, card: Touchpoint, side: Mode) -> list[tuple[str, str]]:
    """The signs at the right of the title, in this order: role in a flow, assumed, proposed, no counterpart, moment of
    truth. An action by a channel needs no sign: most steps of a flow are that, and the channel's icon shows it."""
    marks = []
    if card.flow_role not in ("", "action") and card.channel in env.channels:
        marks.append((look.FLOW_ICONS[card.flow_role], look.LINE))
    if card.evidence == "assumed":
        marks.append(("equal-approximately", look.LINE))
    elif card.evidence == "proposed":
        marks.append(("pencil-line", look.LINE))
    if env.counterparts and card.id not in env.linked and (env.mode(card) or side) == "offline":
        marks.append(("unlink", look.LINE))
    if card.moment_of_truth:
        marks.append(("star", look.INK))
    return marks


def note_block(env: Environment, card: Note, width: float) -> CardBlock:
    tone = look.TONES.get(card.tone)
    text = env.text(card.id, "text", card.text)
    if tone is None:  # free text stands on the paper itself
        body = env.bounded(text or "\N{EN DASH}", look.NOTE_TEXT, width)
        env.report(words_of(card.id), body)
        ink: Later[tuple[Item, ...]] = Later(lambda: place(body, 0.0, 1.0))
        group = Group(0.0, 0.0, width, body.height + 2.0, ink, Tag("card", card.id, text))
        return CardBlock(card.id, width, body.height + 2.0, group, body.line_height / 2 + 1.0, (0.0, width))
    its_tone = tone
    said = env.bounded(text or "\N{EN DASH}", look.NOTE_TEXT, width - 26.0)
    env.report(words_of(card.id), said)
    h = max(said.height, 10.0) + 9.0
    ground = card.color or tone.ground

    def items() -> tuple[Item, ...]:
        return (
            Rect(0.0, 0.0, width, h, ground, look.mixed(ground, its_tone.symbol, 0.32), 0.6, look.RADIUS),
            icon_path(its_tone.icon, 7.0, 4.9, 9.0, its_tone.symbol),
            *place(said, 20.0, 4.5),
        )

    group = Group(0.0, 0.0, width, h, Later(items), Tag("card", card.id, text))
    return CardBlock(card.id, width, h, group, 9.5, (20.0, width - 26.0))


def picture_block(env: Environment, card: Picture, width: float) -> CardBlock:
    """A frame with its words below; one without an image yet is an empty frame, to be filled here or drawn by hand."""
    text = env.text(card.id, "text", card.text)
    items: list[Item] = []
    if card.image is not None:
        drawn, height = _picture(env, card.image, 0.0, 0.0, width)
        items += drawn
    else:
        w, height = empty_frame(width)
        items.append(
            Rect(0.4, 0.4, w - 0.8, height - 0.8, look.PAPER, look.POSSIBLE_EDGE, 0.75, look.RADIUS, (3.0, 2.0))
        )
        items.append(
            icon_path("image", (w - _EMPTY_SIGN) / 2, (height - _EMPTY_SIGN) / 2, _EMPTY_SIGN, look.POSSIBLE_EDGE)
        )
    y = height + 3.0
    if text:
        block = env.bounded(text, look.CARD_TEXT, width)
        env.report(words_of(card.id), block)
        items += place(block, 0.0, y)
        y += block.height
    group = Group(0.0, 0.0, width, y, tuple(items), Tag("card", card.id, text))
    return CardBlock(card.id, width, y, group, 9.0, (0.0, width))


def empty_frame(width: float) -> tuple[float, float]:
    """Width and height of the frame of a picture that has no image yet."""
    w = min(width, _EMPTY_MOST)
    return w, w * _EMPTY_SHAPE


def _picture(env: Environment, use: ImageUse, x: float, y: float, width: float) -> tuple[list[Item], float]:
    """An image as wide as there is room, at most `_IMAGE_MOST` high; and its height."""
    asset = env.images.get(use.sha256)
    ratio = asset.height / asset.width if asset else 0.6
    w = min(width, _IMAGE_MOST / ratio)
    h = w * ratio
    return [Image(x, y, w, h, use.sha256, use.caption, crop=Crop(0.0, 0.0, w, h, 2.0))], h
