"""The list of differences: phase by phase, filtered by their sort and by words. Enter goes to one on both maps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from journey_editor.layout.comparison_marks import LOOKS
from journey_editor.layout.difference_words import ICONS, Entry, Section, named, sort_word
from journey_editor.model.differences import SORTS, Sort
from journey_editor.ui.icons import icon
from journey_editor.ui.words import plain_tip
from journey_editor.wording import tr

_NUMBER = Qt.ItemDataRole.UserRole
_LONGEST = 400  # characters of a detail in the list; paper has it in full


class _FromTheTop(QStyledItemDelegate):
    """A sign stands beside the first of several lines."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class DifferenceList(QTreeWidget):
    """`chosen` tells of the entry that is stood on, `opened` of one that Enter or a double click opens."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: dict[int, Entry] = {}
        self._rows: dict[int, QTreeWidgetItem] = {}
        self._groups: list[QTreeWidgetItem] = []
        self._group_of: dict[int, QTreeWidgetItem] = {}
        self._sorts: frozenset[Sort] = frozenset(SORTS)
        self._words = ""
        self.setObjectName("differences")
        self.setColumnCount(4)
        self.setHeaderLabels([tr("No."), tr("Thing"), tr("Place"), tr("What changed")])
        self.setAccessibleName(tr("Differences"))
        self.setAccessibleDescription(tr("Enter shows a difference on both maps."))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(8)
        self.setIconSize(QSize(16, 16))
        self.setWordWrap(True)
        self.setItemDelegate(_FromTheTop(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate((150, 360, 180)):
            header.resizeSection(section, width)
        header.sectionResized.connect(self._resized)
        self.currentItemChanged.connect(self._moved)
        self.itemDoubleClicked.connect(self._double_clicked)

    # What is listed

    def show_sections(self, sections: Sequence[Section]) -> None:
        """List these; what was stood on is stood on again if it is still there."""
        before = self.current()
        self.blockSignals(True)
        self.clear()
        self._entries.clear()
        self._rows.clear()
        self._groups.clear()
        self._group_of.clear()
        bold = QFont(self.font())
        bold.setBold(True)
        for section in sections:
            group = QTreeWidgetItem(self, [" ".join(section.title.split())])
            group.setFont(0, bold)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            self._groups.append(group)
            for entry in section.entries:
                self._add(group, entry)
            group.setExpanded(True)
        self.blockSignals(False)
        self._filter()
        if before is not None:
            key = before.difference
            same = (e for e in self._entries.values() if _key(e) == (key.sort, key.before, key.after))
            if (again := next(same, None)) is not None:
                self.setCurrentItem(self._rows[again.number])
        if self.current() is None and self._rows:
            self.setCurrentItem(next(iter(self._rows.values())))

    def _add(self, group: QTreeWidgetItem, entry: Entry) -> None:
        sort = entry.difference.sort
        details = "\n".join(_short(detail) for detail in entry.details)
        row = QTreeWidgetItem(group, [f"{entry.number}  {sort_word(sort)}", _short(named(entry)), entry.where, details])
        row.setIcon(0, icon(ICONS[sort], LOOKS[sort].color))
        row.setData(0, _NUMBER, entry.number)
        row.setToolTip(1, plain_tip(named(entry)))
        for column in range(4):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        said = ", ".join(filter(None, (sort_word(sort), named(entry), entry.where, *entry.details)))
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        self._entries[entry.number] = entry
        self._rows[entry.number] = row
        self._group_of[entry.number] = group

    def current(self) -> Entry | None:
        """The entry that is stood on."""
        item = self.currentItem()
        number = item.data(0, _NUMBER) if item is not None else None
        return self._entries.get(number) if number is not None else None

    def entries(self) -> Iterable[Entry]:
        return self._entries.values()

    def shown(self) -> list[Entry]:
        """What the filter leaves."""
        return [entry for number, entry in self._entries.items() if not self._rows[number].isHidden()]

    # Filter

    def want(self, sorts: Iterable[Sort], words: str) -> None:
        """List only these sorts, and only what has these words."""
        self._sorts, self._words = frozenset(sorts), words.strip().casefold()
        self._filter()

    def _filter(self) -> None:
        used: set[int] = set()
        for number, row in self._rows.items():
            entry, group = self._entries[number], self._group_of[number]
            said = " ".join((named(entry), entry.where, group.text(0), *entry.details)).casefold()
            fits = entry.difference.sort in self._sorts and self._words in said
            row.setHidden(not fits)
            if fits:
                used.add(id(group))
        for group in self._groups:
            group.setHidden(id(group) not in used)

    # Going to one

    def choose(self, thing: str, after: bool) -> bool:
        """Stand on the first listed difference of a thing; False if it has none."""
        for entry in self.shown():
            if thing == (entry.difference.after if after else entry.difference.before):
                self.setCurrentItem(self._rows[entry.number])
                return True
        return False

    def _moved(self) -> None:
        entry = self.current()
        if entry is not None:
            self.chosen.emit(entry)

    def _double_clicked(self) -> None:
        self._open()

    def _open(self) -> None:
        entry = self.current()
        if entry is not None:
            self.opened.emit(entry)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The keys go from difference to difference, past the names of phases."""
        index = super().moveCursor(action, modifiers)
        back = action in (QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePageUp)
        while index.isValid() and not index.parent().isValid():
            further = self.indexAbove(index) if back else self.indexBelow(index)
            if not further.isValid():
                return self.currentIndex()
            index = further
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._open()
        else:
            super().keyPressEvent(event)

    def _resized(self) -> None:
        self.scheduleDelayedItemsLayout()  # words wrap at another width


def _key(entry: Entry) -> tuple[Sort, str, str]:
    return entry.difference.sort, entry.difference.before, entry.difference.after


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
