"""The ring around the control that has the keyboard's focus: 2 px of accent with a gap of 2 px around it.

Style sheets cannot draw outside of a control, so one transparent widget on top of the window does it for all. Fields
and lists show their focus by their own edge; a ring after a mouse click would only be noise.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider, QWidget
from shiboken6 import isValid

from journey_editor.ui import theme

_REACH = 4  # 2 px of gap and 2 px of line


class FocusRing(QWidget):
    """Follows the focus within one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._watched: list[QObject] = []
        self._around: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._move_on)

    def _move_on(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):  # a control may be gone, with the bar it was in, before the focus reaches the next one
                widget.removeEventFilter(self)
        self._watched.clear()
        self._around = None
        window = self.parentWidget()
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        wanted = isinstance(new, QAbstractButton | QSlider) and new.property("ring") is not False
        if new is not None and wanted and new.window() is window and not by_mouse:
            self._around = new
            step: QWidget | None = new
            while step is not None and step is not window:
                step.installEventFilter(self)
                self._watched.append(step)
                step = step.parentWidget()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return False

    def _follow(self) -> None:
        control = self._around
        window = self.window()
        if control is None or not isValid(control) or not control.isVisible() or control.visibleRegion().isEmpty():
            self.hide()
            return
        place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
        self.setGeometry(place.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
