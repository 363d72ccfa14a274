"""The draw list: everything a painter can be asked to draw, and nothing else.

A layout is a tree of `Group`s. All lengths are points, y grows downwards, and every coordinate is relative to the
origin of the group that holds the item. That is what makes relayout cheap: a card that only moved keeps its very
group and is placed by another parent, so `is` tells what changed.

The primitives are named tuples because a map of 10,000 cards makes some 200,000 of them: a frozen dataclass costs
three times as much to build. Painters dispatch on `type(item)`.
"""

from __future__ import annotations

from typing import NamedTuple

from .later import Later

#: A colour as "#RRGGBB". None means: not painted.
Color = str

#: One step of an outline: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",).
Step = tuple[str] | tuple[str, float, float] | tuple[str, float, float, float, float, float, float]


class Outline:
    """The shape of a path, compared by identity so that painters can keep what they made of it.

    Icons share one outline among all the cards that show them.
    """

    __slots__ = ("__weakref__", "steps")

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self.steps = steps


class Tag(NamedTuple):
    """What a group stands for. `kind` is "phase", "step", "lane", "cell", "card", "path", "emotion", "title" ...

    `id` is the model's id; a cell has "LANE/STEP". `label` is the plain text a screen reader or a PDF outline says.
    """

    kind: str
    id: str
    label: str = ""


class Rect(NamedTuple):
    """A rectangle with optionally rounded corners; the stroke is centred on the edge."""

    x: float
    y: float
    w: float
    h: float
    fill: Color | None = None
    stroke: Color | None = None
    width: float = 0.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()


class Path(NamedTuple):
    """An outline, scaled by `scale` and then moved to (x, y). `width` is in points, after scaling.

    Strokes have round caps and joins. Fills use the non-zero winding rule.
    """

    outline: Outline
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    fill: Color | None = None
    stroke: Color | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()


class GlyphRun(NamedTuple):
    """Glyphs of one font on one line.

    `font` is a font key of `layout.fonts` (the file is found there). (x, y) is the origin on the baseline. `glyphs`
    are glyph ids of the font file, in visual order. `offsets` holds the origin of each glyph relative to (x, y), flat:
    x0, y0, x1, y1 ... in points (y downwards). `clusters` gives for each glyph the index in `text` of the first
    character that it stands for (HarfBuzz's clusters): several glyphs may share one, and one may stand for several
    characters. `advance` is the width of the run.

    `after` is what follows the text: " " for the space at which a line was broken, "\n" at the end of a paragraph,
    nothing where the line goes on or a word was broken. `language` is that of the words, "" where nobody said.
    """

    font: str
    size: float
    x: float
    y: float
    glyphs: tuple[int, ...]
    offsets: tuple[float, ...]
    clusters: tuple[int, ...]
    text: str
    advance: float
    color: Color
    rtl: bool = False
    after: str = ""
    language: str = ""


class Crop(NamedTuple):
    """The rounded rectangle of an image that is seen, from the image's corner."""

    x: float
    y: float
    w: float
    h: float
    radius: float


class Image(NamedTuple):
    """A picture out of the project's images, by sha256, drawn to fill the rectangle, of which `crop` is seen (or all).

    `opacity` is the share of it that is seen over what lies under it; nothing else in a draw list is translucent.
    `grey`: it is drawn without its colours.
    """

    x: float
    y: float
    w: float
    h: float
    sha256: str
    alt: str = ""
    opacity: float = 1.0
    crop: Crop | None = None
    grey: bool = False


class Link(NamedTuple):
    """An area that leads to an address (https, http or mailto), or to a place in the same document ("#ID")."""

    x: float
    y: float
    w: float
    h: float
    target: str


class _Group(NamedTuple):
    x: float
    y: float
    w: float
    h: float
    items: tuple[Item, ...] | Later[tuple[Item, ...]]
    tag: Tag | None = None
    bleed: float = 1.0


class Group(_Group):
    """Items with an origin of their own at (x, y) of the parent. (w, h) bounds what they paint, give or take `bleed`.

    `bleed` is how far ink may reach beyond the box on each side (a border's half width, an arrow head). The items may
    be made when they are first asked for; groups that were moved with `_replace` share them.
    """

    __slots__ = ()

    @property
    def items(self) -> tuple[Item, ...]:
        made = self[4]
        return made() if isinstance(made, Later) else made

    def has_ink_of(self, other: Group) -> bool:
        """Whether both have the very same items, without making them."""
        return self[4] is other[4]


Item = Rect | Path | GlyphRun | Image | Link | Group
