"""A table from a spreadsheet, before it is pasted: how it is to be read at the left, what it will be at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from journey_editor.edit.change import EditError
from journey_editor.edit.maps import add_map
from journey_editor.edit.pasting import Place
from journey_editor.edit.tables import Plan, Reading, Rows, guessed, planned
from journey_editor.model.lane_words import lane_word
from journey_editor.model.lanes import CARD_OF_LANE, LaneKind
from journey_editor.model.queries import find_lane
from journey_editor.session.session import Session
from journey_editor.ui.actions import lane_kinds
from journey_editor.ui.dialogs.foot import Foot
from journey_editor.ui.dialogs.notice import Notice
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.dialogs.table_preview import HighAsItsWords, PlanTable
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

_SIDE = 312
_NARROWEST, _WIDEST, _HIGHEST_ROW = 120, 220, 132


class PasteTable(QDialog):
    """Asks how to paste a table. `plan` is what it will be; None while nothing can be made of it."""

    def __init__(self, session: Session, table: Rows, place: Place, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Paste table"))
        fit_on_screen(self, 1120, 640)
        self.plan: Plan | None = None
        self._session, self._table = session, table
        self._place = place if self._is_cell(place) else Place(place.map)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._choices())
        row.addWidget(self._result(), 1)
        FocusRing(self)
        self.follow()
        next(button for button in (self.alone, self.anew, self.into) if button.isChecked()).setFocus()

    def _is_cell(self, place: Place) -> bool:
        return bool(place.lane and place.step) and find_lane(self._session.journey, place.lane).kind in CARD_OF_LANE

    # The choices

    def _choices(self) -> QWidget:
        side = QFrame(self)
        side.setObjectName("start_side")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        first = guessed(self._table, bool(self._place.step))
        column.addWidget(label(tr("Target"), "section"))
        self.alone = QRadioButton(tr("A map of its own"), side)
        self.anew = QRadioButton(tr("New phases and lanes in this map"), side)
        self.into = QRadioButton(tr("Into the map, from the chosen cell on"), side)
        self.into.setEnabled(bool(self._place.step))
        filled = bool(self._session.journey.phases)
        (self.into if self._place.step else self.alone if filled else self.anew).setChecked(True)
        group = QButtonGroup(side)
        for button in (self.alone, self.anew, self.into):
            group.addButton(button)
            column.addWidget(button)
        if not self._place.step:
            why = label(tr("Choose a cell before pasting to begin there."), "caption")
            why.setWordWrap(True)
            column.addWidget(why)
        column.addSpacing(16)
        column.addWidget(label(tr("The table"), "section"))
        self.heads = QCheckBox(tr("The first row names the phases"), side)
        self.sides = QCheckBox(tr("The first column names the lanes"), side)
        self.split = QCheckBox(tr("Each line in a cell is a card"), side)
        self.heads.setChecked(first.heads)
        self.sides.setChecked(first.sides)
        self.split.setChecked(first.split)
        self.split.setEnabled(any("\n" in cell for row in self._table for cell in row))
        for check in (self.heads, self.sides, self.split):
            column.addWidget(check)
            check.toggled.connect(self.follow)
        column.addSpacing(16)
        column.addWidget(label(tr("New lanes hold"), "section"))
        self.kind = QComboBox(side)
        self.kind.setAccessibleName(tr("New lanes hold"))
        for key, (_, name) in lane_kinds().items():
            if key in CARD_OF_LANE:
                self.kind.addItem(name, key)
        self.kind.currentIndexChanged.connect(self.follow)
        column.addWidget(self.kind)
        column.addStretch(1)
        self.into.toggled.connect(self._target_changed)
        self.alone.toggled.connect(self.follow)
        return side

    def _target_changed(self) -> None:
        first = guessed(self._table, self.into.isChecked())
        self.heads.setChecked(first.heads)
        self.sides.setChecked(first.sides)
        self.follow()

    def reading(self) -> Reading:
        """How the table is to be read, as it is chosen now."""
        begin = self._place if self.into.isChecked() else Place(self._place.map)
        kind: LaneKind = self.kind.currentData()
        return Reading(
            self.heads.isChecked(), self.sides.isChecked(), self.split.isChecked(), kind, begin.lane, begin.step
        )

    # What it will be

    def _result(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._refusal = Notice(holder)
        around = QVBoxLayout()
        around.setContentsMargins(16, 16, 16, 16)
        around.setSpacing(16)
        around.addWidget(self._refusal)
        self.preview = _Preview(holder)
        around.addWidget(self.preview, 1)
        column.addLayout(around, 1)
        foot = QFrame(holder)
        foot.setObjectName("dialog_foot")
        self.summary = label("")
        self.summary.setWordWrap(True)
        bottom = Foot(self, tr("Paste"), "clipboard-paste", words=self.summary, parent=foot)
        bottom.setContentsMargins(16, 12, 16, 12)
        self.paste_button = bottom.take
        column.addWidget(foot)
        return holder

    def follow(self) -> None:
        """Show what becomes of the table as it is to be read now."""
        reading = self.reading()
        why = ""
        try:
            project, map_id = self._session.project, self._session.map_id
            if self.alone.isChecked():
                project, map_id = add_map(project)
            self.plan = planned(project, map_id, self._table, reading)
        except EditError as refusal:
            self.plan, why = None, str(refusal)
        self._refusal.say(why)
        self.preview.setVisible(not why)
        self.paste_button.setEnabled(not why)
        self.kind.setEnabled(self.plan is None or self.plan.new_lanes > 0)
        self.summary.setText(self._words())
        if self.plan is not None:
            self.preview.show_plan(self.plan, self._session.language)

    def _words(self) -> str:
        """What will be made, in a sentence."""
        plan = self.plan
        if plan is None:
            return ""
        parts = [trn("{n} card", "{n} cards", plan.cards)]
        if plan.new_phases:
            parts.append(trn("{n} new phase", "{n} new phases", plan.new_phases))
        if plan.new_lanes:
            parts.append(trn("{n} new lane", "{n} new lanes", plan.new_lanes))
        return ", ".join(parts)


class _Preview(QTableView):
    """The plan as a table: phases at the top, lanes at the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("table_preview")
        keeping = self.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # a warning stays at the top where there is nothing to show
        self.setSizePolicy(keeping)
        self.setAccessibleName(tr("Preview"))
        self.setItemDelegate(HighAsItsWords(self))
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setMaximumWidth(220)
        self.verticalHeader().setMaximumSectionSize(_HIGHEST_ROW)

    def show_plan(self, plan: Plan, language: str) -> None:
        old = self.model()
        titles = tuple(row.title or lane_word(row.kind, language) for row in plan.rows)
        self.setModel(PlanTable(plan, titles, self))
        if old is not None:
            old.deleteLater()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All columns in view, if they are not too narrow then."""
        columns = self.horizontalHeader()
        if columns.count():
            wide = self.viewport().width() // columns.count()
            columns.setDefaultSectionSize(max(_NARROWEST, min(wide, _WIDEST)))
            self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the button of the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
