"""Shapes that come again and again, as the icons of cards do: written into the file once, and drawn by name.

A form XObject takes colours and line from where it is drawn (ISO 32000-1, 8.10), so one serves cards of all channels.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from reportlab.pdfbase.pdfdoc import xObjectName

from journey_editor.export.pdf_objects import Content
from journey_editor.layout.drawlist import Outline

_Key = tuple[Outline, float, float, str]

#: Operators shorter than this are not worth a form.
_SHORT = 60
#: What comes less often costs less where it is: a form is an object with a head of its own.
_OFTEN = 8


class Shapes:
    """The outlines of one PDF. One is written out where it is drawn, until it was drawn so often that it is a form."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._written: dict[_Key, str] = {}
        self._times: Counter[_Key] = Counter()
        self._forms: dict[_Key, str] = {}
        self._page: list[str] = []  # the canvas's own list of what the page uses, and the same for looking up
        self._used: set[str] = set()

    def __call__(self, outline: Outline, scale: float, operator: str, width: float) -> str:
        """Operators that paint an outline around its own origin, with a line so wide; `operator` fills or strokes."""
        key = (outline, scale, width, operator)
        name = self._forms.get(key)
        if name is None:
            written = self._written.get(key)
            if written is None:
                written = self._written[key] = f"{_steps(outline, scale)[0]} {operator}"
            self._times[key] += 1
            if self._times[key] < _OFTEN or len(written) < _SHORT:
                return written
            name = self._forms[key] = self._form(written, outline, scale, width)
        page = self._canvas._formsinuse
        if page is not self._page:
            self._page, self._used = page, set(page)
        if name not in self._used:
            self._used.add(name)
            page.append(name)
        return f"/{xObjectName(name)} Do"

    def _form(self, operators: str, outline: Outline, scale: float, width: float) -> str:
        _, (left, bottom, right, top) = _steps(outline, scale)
        edge = width + 1.0  # no corner is pointed: joins are round
        box = b"%.2f %.2f %.2f %.2f" % (left - edge, bottom - edge, right + edge, top + edge)
        form = Content(b"/Type /XObject /Subtype /Form /BBox [%s] /Resources << >> " % box)
        form.append(operators)
        form.finish()
        name = f"S{len(self._forms) + 1}"
        self._canvas._doc.Reference(form, xObjectName(name))
        return name


def _steps(outline: Outline, scale: float) -> tuple[str, tuple[float, float, float, float]]:
    """An outline around its own origin, y upwards, and a box that holds it: left, bottom, right, top."""
    parts = []
    xs, ys = [0.0], [0.0]
    for kind, *numbers in outline.steps:
        if kind == "Z":
            parts.append("h")
        else:
            turned = [float(n) * (-scale if i % 2 else scale) for i, n in enumerate(numbers)]
            xs += turned[::2]
            ys += turned[1::2]
            parts.append(" ".join(f"{n:.3f}" for n in turned) + " " + str(kind).lower())
    return " ".join(parts), (min(xs), min(ys), max(xs), max(ys))
