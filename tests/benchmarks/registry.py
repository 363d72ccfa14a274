"""All figures by name, with their goals."""

from __future__ import annotations

from functools import partial

from . import editing, files, frames, laying_out, previewing, printing, start
from .figure import Figure

_SIZES = {"1k": 1_000, "5k": 5_000, "10k": 10_000}
_FRAMES = {
    "pan100": "panning at 100 %",
    "fit": "the whole map in view, drawn from nothing",
    "zoom": "zooming from the whole map to 200 % and back",
    "drag": "dragging a card at 100 %",
    "type": "typing a letter into a card at 100 %",
}
#: A frame of a screen with 60 of them a second.
_FRAME_MS = 16.0

FIGURES: tuple[Figure, ...] = (
    Figure("start.first_paint", "x", "first paint of the window / of a bare PySide6 window", start.first_paint, 1.5),
    Figure("start.ready_1k", "x", "a map of 1,000 cards shown / a bare PySide6 window", start.ready, 3.5),
    Figure("load.10k", "x", "loading 10,000 cards / json.loads of the same file", files.load, 2.0),
    Figure("save.10k", "x", "serialising 10,000 cards / json.dumps(indent=2)", files.save, 0.3),
    Figure("edit.10k", "x", "renaming a card until the canvas shows it: 10,000 cards / 100", editing.edit, 3.0),
    Figure("undo.1000_mb", "MB", "memory of 1,000 edits at 10,000 cards", editing.undo, 15.0),
    Figure("layout.10k", "x", "first layout of 10,000 cards / HarfBuzz shaping its strings", laying_out.layout, 3.0),
    *(
        Figure(
            f"frame.{kind}.{size}",
            "ms",
            f"a frame of {says}, {cards:,} cards (p95)",
            partial(frames.frames, kind, cards),
            _FRAME_MS,
        )
        for size, cards in _SIZES.items()
        for kind, says in _FRAMES.items()
    ),
    *(
        Figure(
            f"frame.{kind}.{size}_ratio",
            "x",
            f"a frame of {says}, {cards:,} cards / a plain loop drawing its cards",
            partial(frames.ratio, kind, cards),
            2.0,
        )
        for size, cards in _SIZES.items()
        for kind, says in _FRAMES.items()
    ),
    Figure("stall.open_10k_ms", "ms", "longest standstill while 10,000 cards are opened", start.stall, 100.0),
    Figure("memory.10k_ratio", "x", "memory with 10,000 cards open / a bare PySide6 window's", start.memory, 2.0),
    Figure("pdf.1k", "x", "exporting 1,000 cards / ReportLab drawing the same", printing.time, 1.0),
    Figure(
        "preview.first_page_1k",
        "x",
        "first page of 1,000 cards in the preview / a full frame of the canvas",
        previewing.first_page,
        2.0,
    ),
    Figure("pdf.10k_mb", "MB", "peak memory added by exporting 10,000 cards", printing.memory, 250.0),
    Figure("pdf.10k_size_mb", "MB", "the PDF of 10,000 cards", printing.size, 3.0),
    Figure("svg.1k", "x", "writing 1,000 cards as SVG / joining strings for its texts and boxes", printing.svg, 5.0),
)
