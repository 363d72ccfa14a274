"""Glyph runs for Qt: the very glyph ids and origins that layout found, on the very font file that it measured.

Qt shapes and breaks nothing here. A font is opened by path (asking for "Noto Sans Bold" by name gave Regular) and
without hinting. Its pixel size is the type size times UNIT, and painters draw with a scale of 1 / UNIT: glyph origins
then keep their thousandths of a point, and runs of all sizes are drawn under one transform.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QRawFont

from journey_editor.layout.drawlist import GlyphRun
from journey_editor.layout.fonts import font_path

#: Painter units in one point.
UNIT = 64.0


@cache
def _opened(font: str) -> QRawFont:
    return QRawFont(str(font_path(font)), UNIT, QFont.HintingPreference.PreferNoHinting)


@cache
def raw_font(font: str, size: float) -> QRawFont:
    """The font of a key at a type size, for drawing in units of 1 / UNIT point."""
    sized = QRawFont(_opened(font))
    sized.setPixelSize(size * UNIT)
    return sized


def qt_run(runs: Sequence[GlyphRun]) -> QGlyphRun:
    """Runs of one font and size as a single one, drawn at the origin of their group, in units of 1 / UNIT point."""
    glyphs: list[int] = []
    positions: list[QPointF] = []
    for run in runs:
        x, y, offsets = run.x, run.y, run.offsets
        glyphs.extend(run.glyphs)
        positions.extend(
            QPointF((x + offsets[i]) * UNIT, (y + offsets[i + 1]) * UNIT) for i in range(0, len(offsets), 2)
        )
    made = QGlyphRun()
    made.setRawFont(raw_font(runs[0].font, runs[0].size))
    made.setGlyphIndexes(glyphs)
    made.setPositions(positions)
    return made
