"""The tabs of a project's maps: dragged into another order, and named in place."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget

from journey_editor.ui.words import label, plain_tip
from journey_editor.wording import tr

#: A tab is at most this wide (px); longer titles end with an ellipsis and stand in the tooltip.
_WIDEST = 280
_PADDING = 30
_SIGN = 48  # what the sign of the kind takes
_FIELD = 180  # the least width of the field in which a name is typed


class Tabs(QTabBar):
    """Tabs wide enough for their bold face, but not so wide that one title leaves no room for the next.

    `dropped` tells that the user dragged a tab: its data, and that of the tab it stands before now ("" for the end).
    """

    renamed = Signal(str, str)
    dropped = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._holder = parent
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(tr("Maps"))
        self.setAccessibleDescription(tr("Left and right go to another map, F2 renames it."))
        self._field: QLineEdit | None = None
        self._before_drag: tuple[str, ...] = ()

    # What they show

    def show_maps(self, maps: tuple[tuple[str, str, str], ...]) -> None:
        """(id, title, kind) for each map, in their order."""
        self.close_field()
        while self.count() > len(maps):
            self.removeTab(self.count() - 1)
        for n, (map_id, title, kind) in enumerate(maps):
            if n == self.count():
                self.addTab("")
            words = " ".join(title.split())
            self.setTabText(n, self._short(words).replace("&", "&&"))
            self.setTabData(n, map_id)
            said = tr("to be") if kind == "to-be" else tr("as is")
            self.setTabToolTip(n, plain_tip(f"{words} ({said})"))
            self.setAccessibleTabName(n, f"{words}, {said}")
            sign = label(said, "map-kind")
            sign.setProperty("kind", kind)
            sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setTabButton(n, QTabBar.ButtonPosition.LeftSide, sign)

    def _short(self, words: str) -> str:
        """As much of a title as has room in its bold face: the style would measure the regular one."""
        return QFontMetrics(self._bold()).elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST - _PADDING - _SIGN)

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold

    def data(self) -> tuple[str, ...]:
        """The ids of the maps, in the order of the tabs."""
        return tuple(str(self.tabData(n)) for n in range(self.count()))

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        sign = cast("QWidget | None", self.tabButton(index, QTabBar.ButtonPosition.LeftSide))
        beside = sign.sizeHint().width() + 8 if sign is not None else 0
        wide = max(hint.width(), QFontMetrics(self._bold()).horizontalAdvance(self.tabText(index)) + _PADDING + beside)
        return QSize(min(wide, _WIDEST), 36)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs that have no room are scrolled, not squeezed: a title is cut in its middle otherwise."""
        return self.tabSizeHint(index)

    # Order

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress:  # the second of a double click comes here as well
            self._take()
        self._before_drag = self.data()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        before, self._before_drag = self._before_drag, ()
        after = self.data()
        if before and before != after:
            moved = after[self.currentIndex()]
            at = self.currentIndex() + 1
            self.dropped.emit(moved, after[at] if at < len(after) else "")

    # Names

    def edit(self, index: int, words: str) -> None:
        """Let the name of a tab be typed where it stands; Enter or leaving takes it, Escape does not."""
        self.close_field()
        if not 0 <= index < self.count():
            return
        self.setCurrentIndex(index)
        field = self._field = QLineEdit(words, self._holder)
        field.setAccessibleName(tr("Title"))
        field.setProperty("map", self.tabData(index))
        field.installEventFilter(self)
        field.editingFinished.connect(self._take)
        place = self.tabRect(index)
        top_left = self.mapTo(self._holder, place.topLeft() + QPoint(4, 4))
        room = self._holder.width() - top_left.x() - 8
        width = min(max(place.width() - 8, _FIELD), max(room, 60))
        field.setGeometry(QRect(top_left, QSize(width, place.height() - 8)))
        field.selectAll()
        field.show()
        field.raise_()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def field(self) -> QLineEdit | None:
        """The field in which a name is being typed."""
        return self._field

    def _take(self) -> None:
        field = self._field
        if field is not None:
            words, key = " ".join(field.text().split()), str(field.property("map"))
            self.close_field()
            self.renamed.emit(key, words)

    def close_field(self) -> None:
        """Stop naming, and take nothing."""
        field, self._field = self._field, None
        if field is not None:
            had = field.hasFocus()
            field.removeEventFilter(self)
            field.hide()
            field.deleteLater()
            if had:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_field()
                return True
        return False
