"""A map as a file: PDF of 1,000 cards against ReportLab drawing the same by itself, SVG against a plain joining of
strings, and the memory and bytes that 10,000 take as PDF."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from journey_editor.export.maps import export_map
from journey_editor.export.svg import write_svg
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import GlyphRun, Item, Rect
from journey_editor.layout.drawlist import Group as Grouped
from journey_editor.layout.fonts import font_path
from journey_editor.layout.pages import Pages, pages
from journey_editor.layout.written import Facts
from journey_editor.model.project import Project
from journey_editor.model.style import PageSetup

from . import maps
from .figure import Reading, alternating, cpu, peak_mb

_CARDS, _MANY = 1_000, 10_000
_ROOT = Path(__file__).resolve().parents[2]
#: On paper as large as PDF allows, so that nothing is refused for small type.
SETUP = PageSetup(paper="custom", width=5080, height=5080)


def exported(project: Project) -> bytes:
    """The whole way from the project to the file's bytes."""
    return export_map(project, maps.MAP, {}, SETUP, allow_small=True).data


def time() -> Reading:
    project = maps.project(_CARDS)
    for name, key in (("Plain", "sans"), ("PlainBold", "sans-bold")):
        registerFont(TTFont(name, str(font_path(key))))
    composed = pages(project, maps.MAP, SETUP, layouter=Layouter())
    taken = alternating(lambda: cpu(lambda: exported(project)), lambda: cpu(lambda: _plainly(composed)), 5).reading()
    return Reading(taken.value, {**taken.parts, "size_kb": len(exported(project)) / 1024})


def _plainly(composed: Pages) -> bytes:
    """The strings and rectangles of the pages, one call for each."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for page in composed.pages:
        canvas.setPageSize((page.width, page.height))
        for item, x, y in _flat(page.root.items, page.root.x, page.root.y):
            if isinstance(item, GlyphRun):
                canvas.setFont("PlainBold" if item.font.endswith("bold") else "Plain", item.size)
                canvas.setFillColor(item.color)
                canvas.drawString(x + item.x, page.height - y - item.y, item.text)
            elif isinstance(item, Rect):
                if item.fill:
                    canvas.setFillColor(item.fill)
                if item.stroke:
                    canvas.setStrokeColor(item.stroke)
                    canvas.setLineWidth(item.width)
                bottom = page.height - y - item.y - item.h
                stroke, fill = int(item.stroke is not None), int(item.fill is not None)
                canvas.roundRect(x + item.x, bottom, item.w, item.h, item.radius, stroke=stroke, fill=fill)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _flat(items: tuple[Item, ...], x: float, y: float) -> Iterator[tuple[Item, float, float]]:
    for item in items:
        if isinstance(item, Grouped):
            yield from _flat(item.items, x + item.x, y + item.y)
        else:
            yield item, x, y


def svg() -> Reading:
    """The same pages as SVG, once composed: our writer against one that joins their strings and rectangles."""
    composed = pages(maps.project(_CARDS), maps.MAP, SETUP, layouter=Layouter())
    facts = Facts("Title")
    size = len(write_svg(composed, facts, {}).files[0])
    taken = alternating(
        lambda: cpu(lambda: write_svg(composed, facts, {})), lambda: cpu(lambda: _joined(composed)), 9, warm=2
    ).reading()
    return Reading(taken.value, {**taken.parts, "size_kb": size / 1024})


def _joined(composed: Pages) -> bytes:
    """The strings and rectangles of the pages, each by one f-string."""
    parts: list[str] = []
    for page in composed.pages:
        for item, x, y in _flat(page.root.items, page.root.x, page.root.y):
            if isinstance(item, GlyphRun):
                parts.append(
                    f'<text x="{x + item.x:.2f}" y="{y + item.y:.2f}" font-size="{item.size}" fill="{item.color}">'
                    f"{escape(item.text)}</text>"
                )
            elif isinstance(item, Rect):
                parts.append(
                    f'<rect x="{x + item.x:.2f}" y="{y + item.y:.2f}" width="{item.w:.2f}" height="{item.h:.2f}" '
                    f'rx="{item.radius}" fill="{item.fill or "none"}" stroke="{item.stroke or "none"}" '
                    f'stroke-width="{item.width}"/>'
                )
    return "\n".join(parts).encode()


def size() -> Reading:
    """How large the file is."""
    found = _in_a_process()
    return Reading(found.parts["size_mb"], {})


def memory() -> Reading:
    """How much the peak of a process grows by the export, once the project is there."""
    return _in_a_process()


@cache
def _in_a_process() -> Reading:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.printing"],
        cwd=_ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    before, after, size = (float(word) for word in done.stdout.split())
    return Reading(after - before, {"before_mb": before, "size_mb": size})


def _say_memory() -> None:
    project = maps.project(_MANY)
    before = peak_mb()
    size = len(exported(project)) / 2**20
    print(before, peak_mb(), size)


if __name__ == "__main__":
    _say_memory()
