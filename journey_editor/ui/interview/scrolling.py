"""A column of the page that can be scrolled, by the wheel and by where the keyboard goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget


class _Column(QScrollArea):
    """Scrolls with the wheel alone: the page's keys go from phase to phase."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard is in view."""
        inner = self.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            layout = inner.layout()
            if layout is not None:
                layout.activate()  # it may have just come
            self.ensureWidgetVisible(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def scrolling(column: QVBoxLayout, parent: QWidget) -> QScrollArea:
    """A column that can be scrolled where it is higher than its room."""
    inner = QWidget()
    inner.setObjectName("wall_questions")
    inner.setLayout(column)
    scroll = _Column(parent)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll
