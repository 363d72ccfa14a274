"""A text edited in its cell: a field that grows with it, and says where the keyboard goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_editor.edit.text_tables import stored
from journey_editor.layout.bidi import is_right_to_left
from journey_editor.model.languages import from_the_right, language_name
from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.translating.model import MISSING, PLACES, Index, TextRows
from journey_editor.wording import tr

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAD = 5  # above and below the words, px
_MOST_LINES = 5
_HIGHEST = 12  # lines of the field; more of them scroll


class CellEditor(QPlainTextEdit):
    """`ended` says "down", "up", "next", "back", "missing", or "cancel"."""

    ended = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cell_editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._least = QSize()
        self.textChanged.connect(self._grow)

    def text(self) -> str:
        """What is typed, as it is: Qt's own plain text has lost its no-break spaces."""
        raw = self.document().toRawText()
        return raw.replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n").strip()

    def stand(self, rect: QRect) -> None:
        """Stand over a cell; larger below it where the text needs that."""
        self._least = rect.size()
        self.setGeometry(rect)
        self._grow()

    def _grow(self) -> None:
        if self._least.isEmpty():
            return
        needed = max(1, round(self.document().size().height()))
        lines = min(_HIGHEST, needed)
        never, always = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(always if needed > _HIGHEST else never)
        need = lines * self.fontMetrics().lineSpacing() + 12
        around = self.parentWidget()
        room = around.height() if around is not None else need
        height = min(max(self._least.height(), need), room)
        self.resize(self._least.width(), height)
        if self.geometry().bottom() > room:
            self.move(self.x(), max(0, room - height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        if key in _RETURN and keys & Qt.KeyboardModifier.ControlModifier:
            self.ended.emit("missing")
        elif key in _RETURN and (shift or keys & Qt.KeyboardModifier.AltModifier):
            self.insertPlainText("\n")
        elif key in _RETURN:
            self.ended.emit("down")
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.ended.emit("back" if shift or key == Qt.Key.Key_Backtab else "next")
        elif key == Qt.Key.Key_Escape:
            self.ended.emit("cancel")
        else:
            super().keyPressEvent(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """What ends an entry is no shortcut of the window's."""
        ends = isinstance(event, QKeyEvent) and event.key() in (*_RETURN, Qt.Key.Key_Escape)
        if ends and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(stored(source.text()))


class Cells(QStyledItemDelegate):
    """Draws the texts in up to five lines, each in its own direction; a missing one as a sign with a word."""

    ended = Signal(str)

    def __init__(self, rows: TextRows, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows

    def lines_high(self, text: str, width: int, option: QStyleOptionViewItem | QWidget) -> int:
        """How high a text stands in a width, px; five lines at most."""
        metrics = option.fontMetrics() if isinstance(option, QWidget) else option.fontMetrics
        most = _MOST_LINES * metrics.lineSpacing()
        room = QRect(0, 0, max(width - 18, 20), 10_000)
        high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text[:400]).height() if text else 0
        return min(max(high, metrics.lineSpacing()), most) + 2 * _PAD

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        option.textElideMode = Qt.TextElideMode.ElideRight
        text, tag = str(option.text), self._rows.language(index.column())
        rtl = is_right_to_left(text) if text else from_the_right(tag)
        if index.column() < PLACES:
            rtl = False
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText
            option.textElideMode = Qt.TextElideMode.ElideMiddle
            option.palette.setColor(option.palette.ColorRole.Text, theme.colour("text_2"))
        option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        # Qt mirrors "left" for text that runs from the right; that is undone by saying which side is meant.
        option.displayAlignment = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        if index.data(MISSING):
            option.text = tr("missing")
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = icon("square-dashed", "warning", "warning")
            option.decorationSize = QSize(14, 14)
            option.palette.setColor(option.palette.ColorRole.Text, theme.colour("warning"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        if index.data(MISSING) and not state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("warning_ground"))
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(0, _PAD - 1, 0, 1 - _PAD)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("soft"))
        inner.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, inner, index)
        if state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            painter.setPen(theme.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.setPen(pen)

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(parent)
        tag = self._rows.language(index.column())
        where, field = self._rows.place(self._rows.entries[index.row()])
        editor.setAccessibleName(f"{language_name(tag)}: {where}, {field}")
        way = Qt.LayoutDirection.RightToLeft if from_the_right(tag) else Qt.LayoutDirection.LeftToRight
        editor.setLayoutDirection(way)
        editor.ended.connect(self._end)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, CellEditor):
            self._rows.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.stand(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys are the editor's own; leaving it keeps what was typed."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(watched, event)

    def _end(self, way: str) -> None:
        editor = self.sender()
        assert isinstance(editor, QWidget)
        if way != "cancel":
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        self.ended.emit(way)
