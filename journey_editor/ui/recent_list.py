"""The files opened last, on the start page: name, folder, and when, with a small picture of the map."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.settings import Recent, cache_folder
from journey_editor.ui.words import plain_tip
from journey_editor.wording import language, tr

_ROW = 66
_PICTURE = QSize(84, 50)
_PATH = int(Qt.ItemDataRole.UserRole)
_FOLDER = _PATH + 1
_WHEN = _PATH + 2
_IMAGE = _PATH + 3
_GONE = _PATH + 4


def words_for(when: QDateTime, now: QDateTime) -> str:
    """A moment as people say it: "today, 14:32", "yesterday, 17:05", "12 March 2026"."""
    if not when.isValid():
        return ""
    locale = QLocale(language())
    clock = locale.toString(when.time(), QLocale.FormatType.ShortFormat)
    days = when.date().daysTo(now.date())
    if days == 0:
        return tr("today, {time}", time=clock)
    if days == 1:
        return tr("yesterday, {time}", time=clock)
    return locale.toString(when.date(), "d. MMMM yyyy" if language() == "de" else "d MMMM yyyy")


def folder_words(path: Path) -> str:
    """The last two folders above a file, as "Documents › Workshops"."""
    home = Path.home()
    parent = path.parent
    if parent.is_relative_to(home):
        parent = parent.relative_to(home)
    parts = [part for part in parent.parts if part not in ("/", "\\", ".")]
    return " › ".join(parts[-2:]) or str(path.parent)


def picture_file(path: Path) -> Path:
    """Where the small picture of a file's map is kept."""
    import hashlib  # brings OpenSSL, which the first paint can do without where no file was opened yet

    return cache_folder() / "pictures" / (hashlib.sha256(str(path).encode()).hexdigest()[:24] + ".png")


class _Rows(QStyledItemDelegate):
    """Paints a recent file in three lines beside its picture."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        selected = focused or bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        place = QRect(rect.x() + 8, rect.y() + 8, _PICTURE.width(), _PICTURE.height())
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(place)
        image = index.data(_IMAGE)
        if isinstance(image, QImage) and not image.isNull():
            size = image.size().scaled(place.size() - QSize(4, 4), Qt.AspectRatioMode.KeepAspectRatio)
            inner = QRect(0, 0, size.width(), size.height())
            inner.moveCenter(place.center())
            painter.drawImage(inner, image)
        else:
            side = QRect(0, 0, 20, 20)
            side.moveCenter(place.center())
            icon("map", "#525B6B").paint(painter, side)
        left, width = place.right() + 17, rect.right() - place.right() - 28
        lines: tuple[tuple[str, QFont, str, int], ...] = (
            (index.data(Qt.ItemDataRole.DisplayRole), theme.font(14), "soft_text" if selected else "text", 7),
            (index.data(_FOLDER), theme.font(12), "text_2", 27),
            (index.data(_WHEN), theme.font(12), "text_2", 43),
        )
        if index.data(_GONE):
            lines = tuple((text, font, "disabled" if y == 7 else role, y) for text, font, role, y in lines)
        for text, font, role, y in lines:
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            shown = painter.fontMetrics().elidedText(str(text), Qt.TextElideMode.ElideMiddle, width)
            painter.drawText(QRect(left, rect.y() + y, width, 18), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class RecentList(QListWidget):
    """Recent files, newest first. Enter or a click opens one; Delete takes it off the list."""

    wanted = Signal(object)  # Path
    forgotten = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        self.setAccessibleName(tr("Recent files"))
        self.setItemDelegate(_Rows(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._open)
        self.itemActivated.connect(self._open)

    def show_files(self, files: tuple[Recent, ...]) -> None:
        self.clear()
        now = QDateTime.currentDateTime()
        for file in files:
            item = QListWidgetItem(file.path.stem, self)
            item.setData(_PATH, str(file.path))
            item.setData(_FOLDER, folder_words(file.path))
            item.setData(_WHEN, words_for(file.when, now))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{file.path.stem}, {folder_words(file.path)}, {words_for(file.when, now)}",
            )
            item.setToolTip(plain_tip(str(file.path)))
            kept = picture_file(file.path)
            if kept.is_file():
                item.setData(_IMAGE, QImage(str(kept)))

    def mark_gone(self, path: Path) -> None:
        """The file was wanted and is not there any more: say so where it stands, and how to be rid of it."""
        words = tr("Not found. Delete takes it off the list.")
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_PATH) == str(path):
                item.setData(_GONE, True)
                item.setData(_WHEN, words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{path.stem}, {folder_words(path)}, {words}")

    def _open(self, item: QListWidgetItem) -> None:
        self.wanted.emit(Path(item.data(_PATH)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.forgotten.emit(Path(item.data(_PATH)))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        if item is None:
            return
        menu = QMenu(self)
        path = Path(item.data(_PATH))
        forget = menu.addAction(icon("x"), tr("Take off the list"))
        chosen = menu.exec(event.globalPos())
        menu.deleteLater()
        if chosen is forget:
            self.forgotten.emit(path)
