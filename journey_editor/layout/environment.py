"""What the cards of a map are laid out with: the shaper, the theme, the language, the channels, who has a counterpart.

An environment is built anew only when one of these changed; as long as it is the very same object, every block that was
laid out with it still holds. `Environment.depends(...)` in `compose` decides that.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from journey_editor.model.cards import Mode, Touchpoint
from journey_editor.model.project import Channel, JourneyMap, Persona, Project
from journey_editor.model.queries import map_personas

from .drawlist import GlyphRun
from .shape import Shaper, TextStyle
from .wrap import TextBlock, place, wrap


class Environment:
    """See the module. `words` are the translations into `language`; there are none for the project's own."""

    __slots__ = (
        "channels",
        "counterparts",
        "images",
        "language",
        "linked",
        "personas",
        "shaper",
        "shortened",
        "sources",
        "theme",
        "words",
    )

    def __init__(self, project: Project, journey: JourneyMap, language: str, shaper: Shaper) -> None:
        self.shaper = shaper
        self.language = language
        self.theme = journey.theme
        self.words: Mapping[str, str] = {} if language == project.language else project.translations.get(language, {})
        self.channels: dict[str, Channel] = {channel.id: channel for channel in project.channels}
        self.personas: tuple[Persona, ...] = map_personas(project, journey)
        self.images = {image.sha256: image for image in project.images}
        self.counterparts = journey.counterparts
        self.linked = frozenset(end for trace in journey.counterparts for end in (trace.source, trace.target))
        self.sources = _sources(project, journey)
        self.shortened: set[str] = set()

    def holds_for(self, project: Project, journey: JourneyMap, language: str) -> bool:
        """Whether what was laid out with this environment still holds for the project."""
        was = self.sources
        now = _sources(project, journey)
        return language == self.language and all(
            a is b if i < 5 else a == b for i, (a, b) in enumerate(zip(was, now, strict=True))
        )

    def text(self, node: str, field: str, own: str) -> str:
        """A text of a node in the language of the map, or its own words where it is not translated."""
        return (self.words.get(f"{node}.{field}") or own) if self.words else own

    def mode(self, touchpoint: Touchpoint) -> Mode:
        if touchpoint.mode:
            return touchpoint.mode
        channel = self.channels.get(touchpoint.channel)
        return channel.mode if channel else ""

    def wrapped(self, text: str, style: TextStyle, width: float, most: int | None = None) -> TextBlock:
        return wrap(self.shaper, text, style, width, self.language, most)

    def report(self, thing: str, block: TextBlock) -> None:
        """Remember whether the text of a thing ends with an ellipsis, so that exports can give it in full."""
        if block.truncated:
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

    def line(self, text: str, style: TextStyle, x: float, y: float) -> tuple[GlyphRun, ...]:
        """A text on one line whose top left is (x, y)."""
        return place(self.wrapped(text, style, inf), x, y)

    def width(self, text: str, style: TextStyle) -> float:
        return self.wrapped(text, style, inf).width


def _sources(project: Project, journey: JourneyMap) -> tuple[object, ...]:
    return (
        project.channels,
        project.personas,
        project.images,
        project.translations,
        journey.counterparts,
        project.language,
        journey.personas,
        journey.theme,
    )
