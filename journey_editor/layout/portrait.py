"""A persona's face and what she says, as they stand on printed pages."""

from __future__ import annotations

from journey_editor.model.project import Persona

from . import look
from .drawlist import Crop, Image, Item, Path
from .figures import dot_outline, icon_path
from .print_words import Setting


def portrait(setting: Setting, persona: Persona, x: float, y: float, size: float, color: str) -> list[Item]:
    """A round picture, cropped to its middle; without one, a sign of a person in the persona's colour."""
    middle = size / 2
    ring = max(1.0, size / 80)
    circle = Path(
        dot_outline("round"), x + middle, y + middle, middle, stroke=look.mixed(color, look.PAPER, 0.35), width=ring
    )
    asset = next((image for image in setting.project.images if image.sha256 == persona.portrait), None)
    if asset is None:
        ground = Path(dot_outline("round"), x + middle, y + middle, middle, fill=look.mixed(color, look.PAPER, 0.88))
        sign = size * 0.56
        return [ground, icon_path("user", x + middle - sign / 2, y + middle - sign / 2, sign, color), circle]
    ratio = asset.width / asset.height
    w, h = (size * ratio, size) if ratio >= 1 else (size, size / ratio)
    # A tall portrait has its face in the upper part: it is cropped at a third, not in the middle.
    left, top = (w - size) / 2, (h - size) / 3
    seen = Crop(left, top, size, size, middle)
    return [Image(x - left, y - top, w, h, asset.sha256, persona.name, crop=seen), circle]


def quoted(text: str, language: str) -> str:
    """A quotation with the marks of its language, unless it brings its own."""
    if not text or text[0] in "\"'„“”«»‚‘›‹":
        return text
    return f"„{text}“" if language.startswith("de") else f"“{text}”"
