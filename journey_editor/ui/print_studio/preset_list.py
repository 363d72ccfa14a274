"""The list of presets: the one that the present choices are is marked; own ones can be named, replaced and deleted."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journey_editor.model.style import PageSetup
from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.print_studio.preset_words import Face
from journey_editor.wording import tr

_ROW = 44
_INSET = 14
_SIGN = 18
_FACE = Qt.ItemDataRole.UserRole
_MARKED = Qt.ItemDataRole.UserRole + 1
_ONLY_GOES = Qt.KeyboardModifier.ControlModifier
_Index = QModelIndex | QPersistentModelIndex


class PresetList(QListWidget):
    """A click or a key that goes there chooses a preset, as in any list of looks; with Ctrl a key only goes. F2 and
    Delete act on one's own."""

    chosen = Signal(object)  # PageSetup
    renamed = Signal(str, str)  # name, new name
    replace_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presets")
        self.setAccessibleName(tr("Presets"))
        self.setItemDelegate(_RowPainter(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # what is around it scrolls
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemClicked.connect(self._choose)
        self._faces: tuple[Face, ...] = ()

    def show_faces(self, faces: tuple[Face, ...], present: PageSetup) -> None:
        """Show these; those whose setup is the present one are marked."""
        if faces != self._faces:
            here = self.currentRow()
            self._faces = faces
            self.clear()
            for face in faces:
                item = QListWidgetItem(face.name, self)
                item.setData(_FACE, face)
                item.setToolTip("")
                own = Qt.ItemFlag.ItemIsEditable if face.own else Qt.ItemFlag.NoItemFlags
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | own)
            self.setCurrentRow(min(max(here, 0), len(faces) - 1))
            self.setFixedHeight(len(faces) * _ROW + 2 * self.frameWidth())
        for n, face in enumerate(faces):
            item = self.item(n)
            marked = face.page == present
            item.setData(_MARKED, marked)
            state = tr("chosen") if marked else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (face.name, face.about, state))))
        self._go_to_marked()

    def _go_to_marked(self) -> None:
        """From where the keyboard goes on; where nothing is marked, that is what was chosen before it was changed."""
        marked = [n for n in range(self.count()) if self.item(n).data(_MARKED)]
        if marked and self.currentRow() not in marked:
            self.setCurrentRow(marked[0])

    def marked(self) -> str:
        """The key of the first marked preset, "" if the choices are none of them."""
        return next((f.key for n, f in enumerate(self._faces) if self.item(n).data(_MARKED)), "")

    def edit_name(self, key: str) -> None:
        """Begin to rename one's own preset."""
        for n, face in enumerate(self._faces):
            if face.own and face.key == key:
                self.setFocus()
                self.setCurrentRow(n)
                self.edit(self.model().index(n, 0))

    def current_face(self) -> Face | None:
        row = self.currentRow()
        return self._faces[row] if 0 <= row < len(self._faces) else None

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_FACE).page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        face, key, here = self.current_face(), event.key(), self.currentRow()
        if face is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(face.page)
        elif key == Qt.Key.Key_Menu or (
            key == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            self.open_menu()
        elif face.own and key == Qt.Key.Key_F2:
            self.edit_name(face.key)
        elif face.own and key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(face.key)
        else:
            super().keyPressEvent(event)
            there = self.current_face()
            if there is not None and self.currentRow() != here and not event.modifiers() & _ONLY_GOES:
                self.chosen.emit(there.page)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, where: QPoint | None = None) -> None:
        """The menu of the current preset, at a point of the screen; without one, below its row."""
        face = self.current_face()
        if face is not None:
            menu = self.menu_for(face)
            menu.exec(where or self.viewport().mapToGlobal(self.visualItemRect(self.currentItem()).bottomLeft()))
            menu.deleteLater()

    def menu_for(self, face: Face) -> QMenu:
        """What can be done with a preset."""
        menu = QMenu(self)
        menu.addAction(icon("check"), tr("Use this preset"), lambda: self.chosen.emit(face.page))
        if face.own:
            menu.addSeparator()
            rename = menu.addAction(icon("pencil"), tr("Rename"), lambda: self.edit_name(face.key))
            rename.setShortcut("F2")
            menu.addAction(
                icon("save"), tr("Replace by the present choices"), lambda: self.replace_wanted.emit(face.key)
            )
            delete = menu.addAction(icon("trash-2"), tr("Delete"), lambda: self.delete_wanted.emit(face.key))
            delete.setShortcut("Del")
        return menu


class _RowPainter(QStyledItemDelegate):
    """A sign, the name, a line about it, and a check mark at the right of the one that is marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        face, marked = index.data(_FACE), bool(index.data(_MARKED))
        rect, state = option.rect, option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if marked or focused or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft" if marked else "hover"))
            painter.drawRoundedRect(rect.adjusted(7, 1, -8, -2), 4, 4)
        rests = not state & QStyle.StateFlag.State_Enabled
        role = "disabled" if rests else "soft_text" if marked else "text"
        ink = theme.colour(role)
        sign = QRect(rect.x() + _INSET, rect.y() + (rect.height() - _SIGN) // 2, _SIGN, _SIGN)
        icon(face.icon, role).paint(painter, sign)
        left, right = sign.right() + 13, rect.right() - _INSET
        if marked:
            check = QRect(right - 18, rect.y() + (rect.height() - 16) // 2, 16, 16)
            icon("check", role).paint(painter, check)
            right = check.left() - 8
        for text, font, colour, top in (
            (face.name, theme.font(bold=marked), ink, 4),
            (face.about, theme.font(12), ink if marked or rests else theme.colour("text_2"), 22),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            place = QRect(left, rect.y() + top, right - left, 18)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(tr("Name of the preset"))
        field.setMaxLength(200)
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(_FACE).name)
        editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        left = option.rect.x() + _INSET + _SIGN + 4
        editor.setGeometry(left, option.rect.y() + 3, option.rect.right() - 12 - left, _ROW - 7)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        names = self.parent()
        assert isinstance(names, PresetList)
        old, new = index.data(_FACE).name, " ".join(editor.text().split())
        if new and new != old:
            names.renamed.emit(old, new)
