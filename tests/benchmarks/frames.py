"""How long a frame of the canvas takes: CPU of what the user does and of the paint that follows, 1920 x 1080 pixels.

No event loop turns between frames, so that nothing is drawn ahead in the time that a real screen leaves: every frame
has to do with what the frames before it have drawn. `behind` is the share of frames that did not have all in view
sharp in the end. The reference draws the same visible cards from scratch, as a plain QPainter loop does.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import cycle, islice
from statistics import median

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from .figure import Reading, cpu, p95
from .plain import PlainPainter
from .stage import Stage

#: What happens before each frame.
_Moves = Iterator[Callable[[], object]]
_REFERENCES = 8  # frames that are also drawn plainly; at 10,000 cards each takes half a second


def ratio(kind: str, cards: int) -> Reading:
    """The same frames, as a ratio to the plain loop's."""
    found = frames(kind, cards)
    parts = {"ms": found.value, "reference_ms": found.parts["reference_ms"]}
    return Reading(found.parts["ratio"], parts)


@cache
def frames(kind: str, cards: int) -> Reading:
    stage = Stage(cards)
    gc.collect()
    gc.freeze()  # as the program does once a map is open; else collecting before each frame takes most of the time
    try:
        return _measured(stage, _KINDS[kind](stage))
    finally:
        gc.unfreeze()
        stage.view.mouse.cancel()
        stage.view.in_place.cancel()
        stage.close()


def _measured(stage: Stage, moves: _Moves) -> Reading:
    view, plain = stage.view, PlainPainter(stage)
    taken: list[float] = []
    plainly: list[float] = []
    behind = 0
    steps = list(moves)
    every = max(1, len(steps) // _REFERENCES)

    def frame(move: Callable[[], object]) -> None:
        move()
        view.viewport().repaint()

    for n, move in enumerate(steps):
        taken.append(cpu(partial(frame, move)))
        behind += view.picture.zooming or not (view.picture.bad & view.picture.sheet.visible).isEmpty()
        if n % every == every // 2:
            plainly.append(cpu(plain.draw))
    return Reading(
        p95(taken) * 1e3,
        {
            "median_ms": median(taken) * 1e3,
            "worst_ms": max(taken) * 1e3,
            "frames": float(len(taken)),
            "behind": behind / len(taken),
            "reference_ms": median(plainly) * 1e3,
            "ratio": p95(taken) / median(plainly),
        },
    )


def _pan(stage: Stage) -> _Moves:
    """At 100 %, by 26 pixels a frame: down to the right, and back to the left."""
    stage.at_full_size()
    ways = [(-26.0, -7.0)] * 40 + [(26.0, -3.0)] * 40
    return (partial(stage.view.pan, dx, dy) for dx, dy in ways)


def _fit(stage: Stage) -> _Moves:
    """The whole map in view, drawn anew from nothing, frame by frame, as after a change of everything."""
    stage.fitted()
    once = [stage.view.picture.spoil_all, *[lambda: None] * 15]
    return islice(cycle(once), 5 * 16)


def _zoom(stage: Stage) -> _Moves:
    """From the whole map to twice the size and back, 4 % a frame at first, and the rest after each of both."""
    stage.fitted()
    view, low = stage.view, stage.view.zoom
    sizes = [low * (2.0 / low) ** (n / 40) for n in range(1, 41)]
    rest = [view.come_to_rest, *[lambda: None] * 5]
    return iter(
        [partial(view.set_zoom, size, stage.middle()) for size in sizes]
        + rest
        + [partial(view.set_zoom, size, stage.middle()) for size in [*reversed(sizes[:-1]), low]]
        + rest
    )


def _drag(stage: Stage) -> _Moves:
    """A card dragged over others at 100 %."""
    stage.at_full_size()
    view = stage.view
    middle = stage.middle()
    card = min(
        stage.cards_in_view(),
        key=lambda box: (view.camera.pixel(box.x + box.w / 2, box.y + box.h / 2) - middle).manhattanLength(),
    )
    start = view.camera.pixel(card.x + card.w / 2, card.y + card.h / 2)
    _mouse(stage, QEvent.Type.MouseButtonPress, start)
    _mouse(stage, QEvent.Type.MouseMove, start + QPointF(20, 0))
    return (
        partial(_mouse, stage, QEvent.Type.MouseMove, start + QPointF(20 + 9 * n, (n % 20) * 12 - 120))
        for n in range(-40, 41)
    )


def _type(stage: Stage) -> _Moves:
    """A sentence written into a card at 100 %, a letter a frame."""
    stage.at_full_size()
    view = stage.view
    card = min(stage.cards_in_view(), key=lambda box: abs(box.y + box.h / 2 - view.visible_part().y) + box.x)
    assert view.in_place.begin(card.id)
    editor = view.in_place.editor
    assert editor is not None
    letters = " und dann noch einmal bei der Beraterin nachfragen, weil die Antwort fehlt"
    return (partial(editor.insertPlainText, letter) for letter in letters)


def _mouse(stage: Stage, kind: QEvent.Type, at: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    pressed = left if kind == QEvent.Type.MouseButtonPress else none
    viewport = stage.view.viewport()
    event = QMouseEvent(kind, at, viewport.mapToGlobal(at), pressed, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


_KINDS: dict[str, Callable[[Stage], _Moves]] = {
    "pan100": _pan,
    "fit": _fit,
    "zoom": _zoom,
    "drag": _drag,
    "type": _type,
}
