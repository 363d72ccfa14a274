"""The outline: the whole map as a tree, for the keyboard and for screen readers. Every edit can be done from it.

Rows are made when their parent is opened, and compared by identity when the project changes, so that an edit in a map
of a thousand cards touches a handful of rows.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from shiboken6 import delete

from journey_editor.session.session import Session
from journey_editor.ui.icons import icon
from journey_editor.ui.outline_tree import Tree, Twig
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_COUNT_WIDTH = 34


class Row(QTreeWidgetItem):
    """A twig on show. `filled` says whether its children were made."""

    def __init__(self, twig: Twig) -> None:
        super().__init__()
        self.twig = twig
        self.filled = False
        self.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._dress(None)

    def take(self, twig: Twig) -> bool:
        """Show another state of the same twig; whether its children may differ."""
        before, self.twig = self.twig, twig
        self._dress(before)
        same = len(before.sources) == len(twig.sources) and all(
            a is b or (isinstance(a, str) and a == b) for a, b in zip(before.sources, twig.sources, strict=True)
        )
        return not same

    def _dress(self, before: Twig | None) -> None:
        twig = self.twig
        if before is None or before.text != twig.text:
            self.setText(0, twig.text)
            self.setToolTip(0, plain_tip(twig.text))
        if before is None or before.icon != twig.icon:
            self.setIcon(0, icon(twig.icon, "text", "text"))
        if before is None or before.count != twig.count:
            self.setText(1, str(twig.count) if twig.count else "")
        self.setFlags(_FIXED if twig.own is None else _EDITABLE)
        self.setChildIndicatorPolicy(
            QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator
            if twig.has_children
            else QTreeWidgetItem.ChildIndicatorPolicy.DontShowIndicatorWhenChildless
        )


class _Names(QStyledItemDelegate):
    """Edits the thing's own words, which may differ from what the row says ("Untitled phase").

    The name of a row without a count takes the room of the count too.
    """

    def __init__(self, outline: Outline) -> None:
        super().__init__(outline)
        self._outline = outline

    def sizeHint(self, option: object, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(20, 26)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == 0 and not index.sibling(index.row(), 1).data():
            option.rect.setRight(option.rect.right() + _COUNT_WIDTH)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.column() == 0 or index.data():
            super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, option: object, index: QModelIndex | QPersistentModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("New name"))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        row = self._outline.itemFromIndex(index)
        if isinstance(row, Row) and isinstance(editor, QLineEdit):
            editor.setText(row.twig.own or "")

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._outline.itemFromIndex(index)
        if isinstance(row, Row) and isinstance(editor, QLineEdit) and editor.text() != (row.twig.own or ""):
            self._outline.renamed.emit(row.twig.key, editor.text())


class Outline(QTreeWidget):
    """Shows the session's project; the selection is the same on the map and here."""

    renamed = Signal(str, str)  # id, new words
    menu_wanted = Signal(QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(tr("Outline"))
        self.setColumnCount(2)
        self.setHeaderLabels([tr("Name"), tr("Count")])  # for those who hear it
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(_COUNT_WIDTH)
        self.header().resizeSection(1, _COUNT_WIDTH)
        self.setIndentation(16)
        self.setIconSize(QSize(16, 16))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_Names(self))
        self._session = session
        self._rows: dict[str, Row] = {}
        self._following = False
        self._gone: list[Row] = []
        self.itemExpanded.connect(self._opened)
        self.itemSelectionChanged.connect(self._selected_here)
        session.project_changed.connect(self.follow)
        session.map_changed.connect(self.follow)
        session.language_changed.connect(self.follow)
        session.selection_changed.connect(self._selected_elsewhere)
        self.follow()

    # The rows

    def follow(self) -> None:
        """Show the project as it is now; rows that stay keep being open, selected and current."""
        self._following = True
        # A row that was taken out lives on, with the project it came from, until it is deleted by hand: at the next
        # change, when nobody who acted on it is still at work.
        for row in self._gone:
            delete(row)
        self._gone.clear()
        try:
            tree = Tree(self._session.project, self._session.journey, self._session.language)
            self._fill(self.invisibleRootItem(), tree.twigs())
            first = self.topLevelItem(0)
            if first is not None and not first.isExpanded() and isinstance(first, Row) and not first.filled:
                first.setExpanded(True)
        finally:
            self._following = False
        self._selected_elsewhere()

    def _fill(self, parent: QTreeWidgetItem, twigs: Iterable[Twig]) -> None:
        wanted = list(twigs)
        keys = {twig.key for twig in wanted}
        for n in range(parent.childCount() - 1, -1, -1):
            child = parent.child(n)
            if isinstance(child, Row) and child.twig.key not in keys:
                self._forget(child)
                parent.removeChild(child)
                self._gone.append(child)
        mine = {child.twig.key: child for n in range(parent.childCount()) if isinstance(child := parent.child(n), Row)}
        for n, twig in enumerate(wanted):
            row = mine.get(twig.key)
            if row is None:
                row = Row(twig)
                self._rows[twig.key] = row
                parent.insertChild(n, row)
                continue
            if parent.child(n) is not row:
                opened = [below for below in self._below(row) if below.isExpanded()]
                parent.removeChild(row)
                parent.insertChild(n, row)
                for below in opened:
                    below.setExpanded(True)
            if row.take(twig) and row.filled:
                self._fill(row, twig.children() if twig.children else ())

    def _below(self, row: Row) -> Iterable[Row]:
        yield row
        for n in range(row.childCount()):
            child = row.child(n)
            if isinstance(child, Row):
                yield from self._below(child)

    def _forget(self, row: Row) -> None:
        for below in self._below(row):
            if self._rows.get(below.twig.key) is below:
                del self._rows[below.twig.key]

    def _opened(self, item: QTreeWidgetItem) -> None:
        if isinstance(item, Row):
            self._make_children(item)

    def _make_children(self, row: Row) -> None:
        if not row.filled and row.twig.children is not None:
            row.filled = True
            self._fill(row, row.twig.children())

    def open_all(self) -> None:
        """Open every row, so that a screen reader finds the whole map."""
        waiting = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        while waiting:
            row = waiting.pop()
            if isinstance(row, Row):
                self._make_children(row)
                row.setExpanded(True)
                waiting.extend(row.child(n) for n in range(row.childCount()))

    def close_all(self) -> None:
        """Close every row but the map."""
        self.collapseAll()
        first = self.topLevelItem(0)
        if first is not None:
            first.setExpanded(True)

    def row(self, key: str) -> Row | None:
        """The row of a thing, made if its parents were never opened."""
        if key in self._rows:
            return self._rows[key]
        for parent in self._parents_of(key):
            found = self._rows.get(parent)
            if found is None:
                return None
            self._make_children(found)
        return self._rows.get(key)

    def _parents_of(self, key: str) -> tuple[str, ...]:
        """The rows above a thing, from the top, each by its key."""
        from journey_editor.model.queries import place_of

        project, journey = self._session.project, self._session.journey
        place = place_of(journey, key)
        if place is not None:
            return (journey.id, place.lane, f"{place.lane}/{place.step}")
        lane, slash, _ = key.partition("/")
        if slash:
            return (journey.id, lane)
        for phase in journey.phases:
            if phase.id == key:
                return (journey.id, "#phases")
            if any(step.id == key for step in phase.steps):
                return (journey.id, "#phases", phase.id)
        if any(path.id == key for path in journey.paths):
            return (journey.id, "#paths")
        if any(persona.id == key for persona in project.personas):
            return ("#personas",)
        return ("#channels",) if any(channel.id == key for channel in project.channels) else (journey.id,)

    # The selection

    def _selected_here(self) -> None:
        if self._following:
            return
        ids = [row.twig.key for row in self.selectedItems() if isinstance(row, Row)]
        self._session.select(tuple(key for key in ids if not key.startswith("#") and "/" not in key))

    def _selected_elsewhere(self) -> None:
        wanted = self._session.selection
        if set(wanted) == {row.twig.key for row in self.selectedItems() if isinstance(row, Row)}:
            return
        here = self.currentItem()
        if not wanted and isinstance(here, Row) and here.isSelected() and not self._is_thing(here):
            return  # a cell or a group: selected here only
        self._following = True
        try:
            self.clearSelection()
            first: Row | None = None
            for key in wanted[:200]:  # each opens its parents; more than a screenful would only cost time
                row = self.row(key)
                if row is not None:
                    row.setSelected(True)
                    first = first or row
            if first is not None and first is not self.currentItem():
                self.scrollToItem(first)
                self.selectionModel().setCurrentIndex(
                    self.indexFromItem(first), self.selectionModel().SelectionFlag.NoUpdate
                )
        finally:
            self._following = False

    @staticmethod
    def _is_thing(row: Row) -> bool:
        return not row.twig.key.startswith("#") and "/" not in row.twig.key

    def current_key(self) -> str:
        """The key of the row where the keyboard is."""
        row = self.currentItem()
        return row.twig.key if isinstance(row, Row) else ""

    # What the keyboard and the mouse ask for

    def rename_current(self) -> None:
        """Edit the current row in place, if it has a name."""
        row = self.currentItem()
        if not isinstance(row, Row) or row.twig.own is None:
            return
        if self.state() == self.State.EditingState:
            field: QWidget | None = self.indexWidget(self.currentIndex())
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # the field of another row is ended by that
        self.editItem(row, 0)

    def edit_here(self, key: str) -> None:
        """Go to a thing and edit its name in place."""
        row = self.row(key)
        if row is not None:
            # Named, because Qt would ask the keyboard: with Ctrl of a shortcut still down it deselects the row.
            flag = QItemSelectionModel.SelectionFlag
            self.setCurrentItem(row, 0, flag.ClearAndSelect | flag.Rows)
            self.rename_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
