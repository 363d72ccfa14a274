"""What stands in the cells of a worksheet already: the cards of the map, small, as words that a hand can add to."""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.model.cards import Card, Measure, Note, Picture, Touchpoint

from . import look
from .card_texts import said, title_of
from .drawlist import Crop, Group, Image, Item, Rect, Tag
from .figures import icon_path
from .worksheet_boxes import box
from .worksheet_hand import Hand
from .worksheet_rows import Printed
from .wrap import place

_SIZE = 9.0
_MOST = 5  # lines of a card
_PAD = 4.0
_PICTURE = 60.0  # how high a picture is at most


def printed_cards(hand: Hand, cards: Sequence[Card], width: float) -> tuple[Printed, ...]:
    """Cards as they stand in a cell of a width."""
    return tuple(printed_card(hand, card, width) for card in cards)


def printed_card(hand: Hand, card: Card, width: float) -> Printed:
    """A touchpoint in a frame, dashed if it is but possible; a note with its sign; a figure; a picture."""
    made = _picture(hand, card, width) if isinstance(card, Picture) else _in_frame(hand, card, width)
    tag = Tag("card", card.id, title_of(hand.setting, card))
    return made._replace(items=(Group(0.0, 0.0, width, made.height, made.items, tag),))


def _in_frame(hand: Hand, card: Card, width: float) -> Printed:
    pad, items = _PAD * hand.grown, list[Item]()
    left = pad
    if isinstance(card, Note) and card.tone in look.TONES:
        sign = look.TONES[card.tone]
        items.append(icon_path(sign.icon, pad, pad + 1.0 * hand.grown, _SIZE * hand.type, sign.symbol))
        left += (_SIZE + 4.0) * hand.type
    words = title_of(hand.setting, card)
    if isinstance(card, Measure):
        words = ": ".join([words, *(text for text, _ in said(hand.setting, card))][:2])
    bold = isinstance(card, Touchpoint)
    block = hand.block(words, _SIZE, max(width - left - pad, 20.0), bold=bold, most=_MOST)
    height = block.height + 2 * pad
    dashed = isinstance(card, Touchpoint) and card.status == "possible"
    edge = look.POSSIBLE_EDGE if dashed else look.CARD_EDGE
    frame = Rect(0.0, 0.0, width, height, look.PAPER, edge, 0.75, 3.0 * hand.grown, (2.5, 1.5) if dashed else ())
    items = [frame, *items, *place(block, left, pad)]
    return Printed(height, tuple(items), card.id if block.truncated else "")


def _picture(hand: Hand, card: Picture, width: float) -> Printed:
    """A picture over its words."""
    items: list[Item] = []
    y = 0.0
    asset = None
    if card.image is not None:
        asset = next((one for one in hand.setting.project.images if one.sha256 == card.image.sha256), None)
    if card.image is not None and asset is not None:
        scale = min(width / asset.width, _PICTURE * hand.grown / asset.height)
        w, y = asset.width * scale, asset.height * scale
        caption = hand.setting.text(card.id, "image.caption", card.image.caption)
        items.append(Image(0.0, 0.0, w, y, asset.sha256, caption, crop=Crop(0.0, 0.0, w, y, 2.0)))
    words = hand.setting.text(card.id, "text", card.text)
    block = hand.block(words, _SIZE, width, most=_MOST)
    items += place(block, 0.0, y + (2.0 if y and block.lines else 0.0))
    height = y + block.height + (2.0 if y and block.lines else 0.0)
    return Printed(max(height, 1.0), tuple(items), card.id if block.truncated else "")


def printed_to_carry(hand: Hand, card: Touchpoint, width: float, *, done: bool) -> Printed:
    """An offline touchpoint that is to be carried over, with a box to tick, which is ticked when that is done."""
    side = 9.5 * hand.type
    left = side + 5.0 * hand.grown
    block = hand.block(title_of(hand.setting, card), _SIZE, max(width - left, 20.0), most=_MOST)
    items = (*box(0.0, 1.0 * hand.grown, side, ticked=done), *place(block, left, 0.0))
    return Printed(max(block.height, side + 2.0), items, card.id if block.truncated else "")
