"""Which sheet of a poster says what: where sheets overlap, or a card lies across the edge of one, it is drawn twice or
more often, and must be read once.

A card is read on the first sheet that shows it whole. Of one that no sheet shows whole, and of all else, each line is
read where it begins, so that lines below each other stay together, and a picture where most of it is to be seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.export.pdf_structure import Element
from journey_editor.layout.drawlist import GlyphRun
from journey_editor.layout.pages import Page
from journey_editor.layout.windows import Window

_SAME = 0.01
#: Letters reach so far above and below their baseline, about, in parts of the type's size.
_ABOVE, _BELOW = 0.75, 0.25


class Sheet:
    """A page that shows a part of a poster. `dx`, `dy` lead from the page to the poster; `last`: it has no further
    sheet."""

    def __init__(self, page: Page, windows: Sequence[Window], at: int) -> None:
        share = page.share
        assert share is not None
        self.poster = share.poster
        self.first, self.last = at == 0, at == len(windows) - 1
        self.dx, self.dy = share.window.x - share.x, share.window.y - share.y
        self._windows, self._at = windows, at

    def tells(self, x: float, y: float, w: float, h: float) -> bool:
        """Whether this is the sheet on which a box of the page is read."""
        x, y = x + self.dx, y + self.dy
        most, best = -1.0, 0
        for at, window in enumerate(self._windows):
            wide = min(x + w, window.x + window.w) - max(x, window.x)
            high = min(y + h, window.y + window.h) - max(y, window.y)
            # What has no width, such as the box of a space, lies on a sheet all the same.
            there = max(wide, 0.0) * max(high, 0.0) if w > 0 and h > 0 else float(wide >= 0 and high >= 0)
            if there > most + _SAME:
                most, best = there, at
        return best == self._at

    def tells_run(self, run: GlyphRun, x: float, y: float) -> bool:
        """The same for words whose group has its origin at (x, y)."""
        size = run.size
        x, y, w = x + run.x, y + run.y - _ABOVE * size, min(run.advance, size)
        return self.tells(x + run.advance - w if run.rtl else x, y, w, (_ABOVE + _BELOW) * size)

    def whole(self, x: float, y: float, w: float, h: float) -> bool | None:
        """Whether this is the first sheet that shows a box of the page whole; None if no sheet does."""
        x, y = x + self.dx, y + self.dy
        for at, one in enumerate(self._windows):
            if one.x <= x and one.y <= y and x + w <= one.x + one.w and y + h <= one.y + one.h:
                return at == self._at
        return None


class Told:
    """What pages before have told: the elements of the poster that is being painted, and what of a map is there."""

    def __init__(self) -> None:
        self.poster: tuple[int, Element, dict[tuple[str, str], Element]] | None = None
        self.heads: set[tuple[str, str]] = set()


def sheets(pages: Sequence[Page]) -> list[Sheet | None]:
    """For each page its sheet, None for what is no part of a poster."""
    windows: dict[int, list[Window]] = {}
    for page in pages:
        if page.share is not None:
            windows.setdefault(page.share.poster, []).append(page.share.window)
    met: dict[int, int] = {}
    made: list[Sheet | None] = []
    for page in pages:
        if page.share is None:
            made.append(None)
            continue
        at = met.get(page.share.poster, 0)
        met[page.share.poster] = at + 1
        made.append(Sheet(page, windows[page.share.poster], at))
    return made
