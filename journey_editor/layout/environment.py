"""What the cards of a map are laid out with: the shaper, the theme, the language, the channels, who has a counterpart.

An environment is built anew only when one of these changed; as long as it is the very same object, every block that was
laid out with it still holds. Only translations change under it: typing one must not lay out a map of thousands of cards
at each letter. The `Layouter` then drops the blocks of those things that are reworded.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from journey_editor.model.cards import Mode, Touchpoint
from journey_editor.model.project import Channel, JourneyMap, Persona, Project
from journey_editor.model.queries import map_personas

from .beginning import beginning
from .borrowed import Borrowed, borrowed, language_of
from .drawlist import GlyphRun, Path
from .shape import Shaper, TextStyle
from .wrap import TextBlock, place, wrap


class Environment:
    """See the module. `words` are the translations into `language`; there are none for the project's own. With
    `dotted`, words of another language that stand in for missing ones are marked, as on the screen."""

    __slots__ = (
        "channels",
        "counterparts",
        "dotted",
        "first",
        "images",
        "language",
        "linked",
        "personas",
        "shaper",
        "shortened",
        "sources",
        "theme",
        "translations",
        "words",
    )

    def __init__(
        self, project: Project, journey: JourneyMap, language: str, shaper: Shaper, dotted: bool = False
    ) -> None:
        self.shaper = shaper
        self.language = language
        self.dotted = dotted
        self.first = project.language
        self.theme = journey.theme
        self.words: Mapping[str, str] = {}
        self.take_translations(project)
        self.channels: dict[str, Channel] = {channel.id: channel for channel in project.channels}
        self.personas: tuple[Persona, ...] = map_personas(project, journey)
        self.images = {image.sha256: image for image in project.images}
        self.counterparts = journey.counterparts
        self.linked = frozenset(end for trace in journey.counterparts for end in (trace.source, trace.target))
        self.sources = _sources(project, journey)
        self.shortened: set[str] = set()

    def holds_for(self, project: Project, journey: JourneyMap, language: str, dotted: bool) -> bool:
        """Whether what was laid out with this environment still holds for the project, but for its translations."""
        was = self.sources
        now = _sources(project, journey)
        return (language, dotted) == (self.language, self.dotted) and all(
            a is b if i < 4 else a == b for i, (a, b) in enumerate(zip(was, now, strict=True))
        )

    def take_translations(self, project: Project) -> None:
        """Speak with these words from now on; who holds blocks of others drops them."""
        self.translations = project.translations
        self.words = {} if self.language == project.language else project.translations.get(self.language, {})

    def text(self, node: str, field: str, own: str) -> str:
        """A text of a node in the language of the map, or in the first one that has it."""
        if not self.translations:
            return own
        key = f"{node}.{field}"
        if self.words:
            words = self.words.get(key)
            if words:
                return words
        if own:
            return own if self.language == self.first else borrowed(own, self.first, dotted=self.dotted)
        for language, others in self.translations.items():
            if text := others.get(key):
                return borrowed(text, language, dotted=self.dotted)
        return ""

    def mode(self, touchpoint: Touchpoint) -> Mode:
        if touchpoint.mode:
            return touchpoint.mode
        channel = self.channels.get(touchpoint.channel)
        return channel.mode if channel else ""

    def wrapped(self, text: str, style: TextStyle, width: float, most: int | None = None) -> TextBlock:
        block = wrap(self.shaper, text, style, width, language_of(text, self.language), most)
        return block._replace(dots=style) if type(text) is Borrowed and text.dotted else block

    def bounded(self, text: str, style: TextStyle, width: float) -> TextBlock:
        """Like `wrapped`, for texts that may be of any length: nobody reads a book on a card, or prints one."""
        shown = beginning(text)
        if shown is text:
            return self.wrapped(text, style, width)
        return self.wrapped(shown, style, width)._replace(truncated=True)

    def report(self, thing: str, *blocks: TextBlock) -> None:
        """Remember whether a text of a thing ends with an ellipsis, so that exports can give it in full."""
        if any(block.truncated for block in blocks):
            self.shortened.add(thing)
        else:
            self.shortened.discard(thing)

    def tight(self, text: str, style: TextStyle, width: float, most: int | None = None) -> TextBlock:
        """Like `wrapped`, for what is set in a box of its own: the block is no wider than its text. (Right-to-left
        text is otherwise aligned at the right of the width it was given.)"""
        block = self.wrapped(text, style, width, most)
        if block.width < width and any(run.rtl for line in block.lines if not line.plain for run in line.runs):
            return self.wrapped(text, style, block.width, most)
        return block

    def line(self, text: str, style: TextStyle, x: float, y: float) -> tuple[GlyphRun | Path, ...]:
        """A text on one line whose top left is (x, y)."""
        return place(self.wrapped(text, style, inf), x, y)

    def width(self, text: str, style: TextStyle) -> float:
        return self.wrapped(text, style, inf).width


def _sources(project: Project, journey: JourneyMap) -> tuple[object, ...]:
    return (
        project.channels,
        project.personas,
        project.images,
        journey.counterparts,
        project.language,
        journey.personas,
        journey.theme,
    )
