"""Comparing two maps of the project: both side by side, and the list of what differs. It may stay open beside the work
and follows it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.canvas import accessible
from journey_editor.canvas.images import Images
from journey_editor.layout.comparison_marks import LOOKS
from journey_editor.layout.difference_names import map_title
from journey_editor.layout.difference_words import ICONS, Entry, counted, named, sections, sort_word
from journey_editor.model.comparing import compare
from journey_editor.model.differences import SORTS, Comparison
from journey_editor.model.pairing import partner_of
from journey_editor.session.session import Session
from journey_editor.ui.comparison.both_maps import BothMaps
from journey_editor.ui.comparison.difference_list import DifferenceList
from journey_editor.ui.comparison.foot import Foot
from journey_editor.ui.comparison.printing import Printing
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.icons import dress, icon
from journey_editor.ui.search_field import search_field
from journey_editor.wording import tr, trn

_SIZE = (1500, 920)
_LATER_MS = 150  # after an edit


class ComparisonWindow(QDialog):
    """`shown_wanted` asks for a thing to be shown in the editor: the map and its id."""

    shown_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare maps"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.comparison: Comparison | None = None
        self._shown: tuple[object, ...] = ()
        self._images = Images(lambda: session.images)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 12)
        column.setSpacing(12)
        self.maps = BothMaps(self._images, self)
        self.first, self.second = self.maps.before.chooser, self.maps.after.chooser
        self.list = DifferenceList(self)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.maps)
        lower = QWidget(self)
        rows = QVBoxLayout(lower)
        rows.setContentsMargins(16, 8, 16, 0)
        rows.setSpacing(8)
        rows.addLayout(self._filters())
        rows.addWidget(self.list, 1)
        self.parts.addWidget(lower)
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 2)
        column.addWidget(self.parts, 1)
        self.foot = Foot(self)
        self.printing = Printing(session, self.foot, self)
        column.addWidget(self.foot)
        self._connect()
        self._order_for_tab()
        FocusRing(self)
        fit_on_screen(self, *_SIZE)
        self.parts.setSizes([540, 320])
        self.begin()

    # The parts

    def _tools(self, row: QHBoxLayout) -> None:
        """What turns, arranges and fits the maps."""
        self.swap, self.beside, self.stacked, self.fit = (QToolButton(self) for _ in range(4))
        for button, sign, words in (
            (self.swap, "arrow-left-right", tr("Swap sides (F6)")),
            (self.beside, "columns-2", tr("Maps beside each other")),
            (self.stacked, "rows-2", tr("One map above the other")),
            (self.fit, "maximize", tr("Fit both maps (Ctrl+9)")),
        ):
            dress(button, "", sign)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setCheckable(button in (self.beside, self.stacked))
            button.setIconSize(QSize(18, 18))
            button.setFixedSize(30, 28)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        self.beside.setChecked(True)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.sorts: dict[str, QToolButton] = {}
        for sort in SORTS:
            button = QToolButton(self)
            dress(button, sort_word(sort), ICONS[sort], LOOKS[sort].color)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("kind", "filter")
            button.setCheckable(True)
            button.setChecked(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumHeight(28)
            button.toggled.connect(self._filter)
            self.sorts[sort] = button
            row.addWidget(button)
        row.addStretch(1)
        self._tools(row)
        self.words = search_field(tr("Search the differences"), 28, self)
        self.words.setMinimumWidth(280)
        self.words.textChanged.connect(self._filter)
        row.addWidget(self.words)
        return row

    def _order_for_tab(self) -> None:
        """Tab goes as one reads: the maps, what they are filtered by, the list, and the way out."""
        first, second = self.maps.readers
        tools = (self.swap, self.beside, self.stacked, self.fit)
        order: list[QWidget] = [self.first, first, self.second, second, *self.sorts.values(), *tools]
        foot = self.foot
        order += [self.words, self.list, foot.grey, foot.paper, foot.tile, foot.close_button, foot.export_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        session = self._session
        for signal in (session.project_changed, session.language_changed):
            signal.connect(self._later.start)
        for chooser in (self.first, self.second):
            chooser.activated.connect(self.follow)
        self.swap.clicked.connect(self.turn_round)
        self.beside.clicked.connect(self._put_beside)
        self.stacked.clicked.connect(self._put_stacked)
        self.fit.clicked.connect(self.maps.fit)
        self.list.chosen.connect(self._look_at)
        self.list.opened.connect(self._go_to)
        self.maps.clicked.connect(self.list.choose)
        self.foot.close_button.clicked.connect(self.reject)
        self.foot.export_button.clicked.connect(self.export)
        self.printing.ended.connect(self._say_printed)
        for keys, run in (
            ("F6", self.turn_round),
            ("Ctrl+9", self.maps.fit),
            (QKeySequence.StandardKey.ZoomIn, self.maps.zoom_in),
            ("Ctrl+=", self.maps.zoom_in),
            (QKeySequence.StandardKey.ZoomOut, self.maps.zoom_out),
            (QKeySequence.StandardKey.Find, self._search),
            ("Ctrl+E", self.export),
            ("Ctrl+Return", self._show_in_editor),
        ):
            QShortcut(QKeySequence(keys), self, run)

    # What is compared

    def begin(self) -> None:
        """The map on show with what it is most likely compared with: the older of both comes first."""
        here = self._session.journey
        other = partner_of(self._session.project, here)
        keys = [journey.id for journey in self._session.project.maps]
        both = sorted((here.id, other.id), key=keys.index) if other is not None else [here.id, here.id]
        self.compare(*both)
        self.foot.begin(here.page)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare(self, before: str, after: str) -> None:
        """Compare these two maps. An id that is gone is taken for the map nearest to where it was."""
        session = self._session
        project, language = session.project, session.language
        for chooser, wanted in ((self.first, before), (self.second, after)):
            at = chooser.currentIndex()
            chooser.clear()
            for journey in project.maps:
                sign = icon("sparkles" if journey.kind == "to-be" else "map", "text_2")
                chooser.addItem(sign, map_title(project, journey, language).replace("\n", " "), journey.id)
            found = chooser.findData(wanted)
            chooser.setCurrentIndex(found if found >= 0 else min(max(at, 0), chooser.count() - 1))
        self._show(compare(project, str(self.first.currentData()), str(self.second.currentData())))

    def follow(self) -> None:
        """Compare the chosen maps as they are now; without two of them, there is nothing left to compare."""
        if len(self._session.project.maps) < 2:
            self.close()
            return
        self.compare(str(self.first.currentData()), str(self.second.currentData()))

    def turn_round(self) -> None:
        """Swap sides."""
        self.compare(str(self.second.currentData()), str(self.first.currentData()))

    def _show(self, comparison: Comparison) -> None:
        shown = (comparison.before, comparison.after, comparison.other, self._session.language)
        if all(a is b for a, b in zip(shown, self._shown, strict=False)) and self._shown:
            return
        self.comparison, self._shown = comparison, shown
        found = sections(comparison, self._session.language)
        entries = [entry for section in found for entry in section.entries]
        self.maps.show_comparison(comparison, self._session.language, entries)
        counts = comparison.counts
        for sort in SORTS:
            self.sorts[sort].setText(f"{sort_word(sort)}: {counts[sort]}")
            self.sorts[sort].setAccessibleName(self.sorts[sort].text())
        self.list.show_sections(found)
        self._filter()

    def _filter(self) -> None:
        self.list.want([sort for sort in SORTS if self.sorts[sort].isChecked()], self.words.text())
        if self.comparison is None:
            return
        count, shown = len(self.comparison.differences), len(self.list.shown())
        words = counted(self.comparison)
        if shown != count:
            words = trn("{shown} of {n} difference", "{shown} of {n} differences", count, shown=shown)
        if not self.printing.busy:
            self.foot.said.setText(words)
        self.list.setAccessibleDescription(f"{words}. {tr('Enter shows a difference on both maps.')}")

    # Going to things

    def _look_at(self, entry: Entry) -> None:
        self.maps.go_to(entry.difference.before, entry.difference.after, near=False)

    def _go_to(self, entry: Entry) -> None:
        self.maps.go_to(entry.difference.before, entry.difference.after, near=True)
        accessible.announce(self, tr("Both maps show {thing}.", thing=named(entry)))

    def _show_in_editor(self) -> None:
        """What is stood on, in the editor: as it is after, or before if it is gone."""
        entry = self.list.current()
        if entry is not None and self.comparison is not None:
            difference = entry.difference
            journey = self.comparison.after if difference.after else self.comparison.before
            self.shown_wanted.emit(journey.id, difference.after or difference.before)

    def _search(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    # How the maps stand

    def _put_beside(self) -> None:
        self._arrange(beside=True)

    def _put_stacked(self) -> None:
        self._arrange(beside=False)

    def _arrange(self, *, beside: bool) -> None:
        self.beside.setChecked(beside)
        self.stacked.setChecked(not beside)
        self.maps.turn(beside)

    # Paper

    def export(self) -> None:
        """Ask for a file and write both maps and the list into it."""
        if self.comparison is not None and not self.printing.busy:
            self.printing.ask(self.comparison)

    def _say_printed(self, said: str) -> None:
        self._filter()
        if said:
            self.foot.said.setText(said)
            accessible.announce(self, said)

    def reject(self) -> None:
        """Stop what is being written; otherwise leave."""
        if self.printing.busy:
            self.printing.background.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.printing.background.close()
        super().closeEvent(event)
