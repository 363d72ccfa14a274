"""What the window of channels says of those that are marked in its list, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journey_editor.edit.change import EditError
from journey_editor.model.channel_library import KnownChannel
from journey_editor.model.channel_uses import channel_uses, touchpoints_of
from journey_editor.session import channel_acts as acts
from journey_editor.session.session import Session
from journey_editor.ui.dialogs.messages import confirm, say
from journey_editor.ui.icons import dress
from journey_editor.ui.inspector.attributes import Own, Words
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.form import Form
from journey_editor.ui.inspector.icon_field import IconField
from journey_editor.ui.inspector.scope import Scope
from journey_editor.ui.inspector.words import mark_slots, modes
from journey_editor.ui.list_rows import ListRow
from journey_editor.ui.row_picker import Groups, RowPicker
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

from .rows import library_rows, own_rows


class Details(QWidget):
    """`ids` are the channels that are marked. `go_wanted` asks to leave for the map, where they are selected."""

    go_wanted = Signal()
    merged = Signal(str)

    def __init__(self, session: Session, ids: Callable[[], tuple[str, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._ids = session, ids
        self.picker: RowPicker | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._head = label("", "head")
        self._head.setWordWrap(True)
        column.addWidget(self._head)
        self._body = QWidget(self)
        self._body.setObjectName("channelDetails")
        self._body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self._fields())
        inside.addSpacing(6)
        self._uses()
        inside.addWidget(label(tr("Use"), "section"))
        inside.addWidget(self._used)
        inside.addWidget(_row(self.go))
        inside.addWidget(label(tr("Replace, merge, delete"), "section"))
        inside.addWidget(self.only_here)
        inside.addWidget(_row(self.replace, self.merge))
        inside.addWidget(self._loss)
        inside.addWidget(_row(self.delete))
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("dock_body")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._body)
        area.viewport().setObjectName("channelDetails")
        column.addWidget(area, 1)

    def _fields(self) -> QWidget:
        self.form = form = Form(Scope(self._session, self._ids))
        one = lambda scope: len(scope.ids) == 1  # noqa: E731  # read in the line of the field it is for
        self.name: Field = form.line(tr("Name"), Words("name"), when=one)
        form.choice(tr("Mode"), Own("mode"), lambda: modes(tr("not said")))
        form.add(IconField(form.scope, Own("icon"), tr("Icon"), tr("automatic")))
        form.colour(tr("Colour"), Own("color"), mark_slots(), tr("automatic"))
        return form

    def _uses(self) -> None:
        self._used, self._loss = label(""), label("", "caption")
        for line in (self._used, self._loss):
            line.setWordWrap(True)
        self.go = _button(tr("Select on the map"), "crosshair", self._select)
        self.replace = _button(tr("Replace by ..."), "arrow-left-right", self._ask_to_replace)
        self.merge = _button(tr("Merge into ..."), "blend", self._ask_to_merge)
        self.delete = _button(tr("Delete"), "trash-2", self.remove)
        self.delete.setProperty("kind", "danger")
        self.only_here = QCheckBox(tr("Replace in this map only"), self)

    def refresh(self, anew: bool = False) -> None:
        """Show what is marked, as it is now."""
        ids, session = self._ids(), self._session
        self._body.setVisible(bool(ids))
        if not ids:
            self._head.setText(tr("Mark a channel in the list to see what it is used for."))
            self._head.setProperty("role", "")
            return
        if len(ids) == 1:
            head = next(row.name for row in own_rows(session) if row.key == ids[0])
        else:
            head = trn("{n} channel", "{n} channels", len(ids))
        self._head.setText(head)
        self.form.refresh(anew)
        uses = channel_uses(session.project)
        here = len(touchpoints_of(session.project, session.map_id, ids))
        total = sum(uses[key].touchpoints for key in ids if key in uses)
        self._used.setText(_used(total, here, len(session.project.maps)))
        self.go.setEnabled(here > 0)
        self.only_here.setVisible(len(session.project.maps) > 1)
        self.replace.setEnabled(len(ids) == 1 and total > 0)
        self.merge.setEnabled(len(session.project.channels) > 1)
        self._loss.setText(tr("When deleted: {loss}", loss=acts.loss(session, ids)))

    # What is done

    def remove(self) -> None:
        """Delete what is marked; where something hangs on it, after that was said."""
        ids, session = self._ids(), self._session
        if not ids:
            return
        head = trn("Delete {n} channel?", "Delete {n} channels?", len(ids))
        if acts.uses_of(session, ids).any and not confirm(self, head, acts.loss(session, ids), tr("Delete")):
            return
        self._try(lambda: acts.remove(session, ids))

    def _select(self) -> None:
        session = self._session
        session.select(touchpoints_of(session.project, session.map_id, self._ids()))
        self.go_wanted.emit()

    def _ask_to_replace(self) -> None:
        session, ids = self._session, self._ids()
        here = self.only_here.isVisible() and self.only_here.isChecked()
        groups = [(tr("Channels of the project"), own_rows(session, without=ids)), *library_rows(session)]

        def taken(row: ListRow) -> None:
            new = row.value
            assert isinstance(new, (str, KnownChannel))
            self._try(lambda: acts.replace(session, ids[0], new, here=here))

        head = tr("Replace “{name}” by", name=self._head.text())
        self._pick(head, groups, self.replace, taken)

    def _ask_to_merge(self) -> None:
        """Of several, into one of them or another; of one, into another."""
        session, ids = self._session, self._ids()
        marked = [row for row in own_rows(session) if row.key in ids] if len(ids) > 1 else []
        groups = [
            (tr("Marked channels"), marked),
            (tr("Other channels of the project"), own_rows(session, without=ids)),
        ]

        def taken(row: ListRow) -> None:
            if self._try(lambda: acts.merge(session, ids, row.key)):
                self.merged.emit(row.key)

        self._pick(tr("Merge “{name}” into", name=self._head.text()), groups, self.merge, taken)

    def _pick(self, head: str, groups: Groups, below: QWidget, taken: Callable[[ListRow], None]) -> None:
        picker = self.picker = RowPicker(head, tr("Find a channel"), groups, self)
        picker.taken.connect(taken)
        picker.open_at(below.mapToGlobal(QPoint(0, below.height() + 2)))

    def _try(self, edit: Callable[[], object]) -> bool:
        try:
            edit()
        except EditError as error:
            say(self, tr("This cannot be done"), str(error))
            return False
        return True


def _used(total: int, here: int, maps: int) -> str:
    if not total:
        return tr("No touchpoint uses it.")
    words = trn("{n} touchpoint", "{n} touchpoints", total)
    return tr("{what}, {here} of them in this map.", what=words, here=here) if maps > 1 else f"{words}."


def _button(text: str, mark: str, run: Callable[[], object]) -> QPushButton:
    button = QPushButton()
    dress(button, text, mark)
    button.setProperty("size", "dense")
    button.setAutoDefault(False)
    button.clicked.connect(lambda: run())
    return button


def _row(*buttons: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return holder
