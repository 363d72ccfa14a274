"""A persona's card as it is printed, with everything written in place: each entry is stored at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journey_editor.edit.change import EditError
from journey_editor.layout.look import curve_look
from journey_editor.model.persona_uses import is_on
from journey_editor.session import persona_acts
from journey_editor.session.names import text_of
from journey_editor.session.session import Session
from journey_editor.ui import theme
from journey_editor.ui.icons import Sign
from journey_editor.ui.inspector.attributes import Own, Words
from journey_editor.ui.inspector.choice_fields import ColourField
from journey_editor.ui.inspector.field import Complaint, Field, no_mnemonic
from journey_editor.ui.inspector.scope import Scope
from journey_editor.ui.inspector.text_fields import TextField
from journey_editor.ui.inspector.words import mark_slots
from journey_editor.ui.words import label, plain_tip
from journey_editor.wording import tr

from .points import PointList
from .portrait_button import PortraitButton

_SIDE = 268
_PORTRAIT = 168
_LEAST_COLUMN = 168  # of a list that stands beside others
_LONGEST = 27  # characters of a map's title beside its box
_TINT = 0.10  # of the persona's colour in the ground at the side
_LISTS = (("goals", "target"), ("needs", "heart-handshake"), ("frustrations", "zap"))


class PersonaCard(QScrollArea):
    """The card of one persona of a session; `show_persona` says whose."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("persona_card")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session = session
        self.scope = Scope(session)
        self._complaint = Complaint()
        self.fields: dict[str, Field] = {}
        self.lists: dict[str, PointList] = {}
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = _Ground()
        row.addWidget(self._side)
        row.addWidget(self._main(), 1)
        self._fill_side()
        self.setWidget(body)

    # What is on the card

    def _fill_side(self) -> None:
        column = QVBoxLayout(self._side)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(6)
        self.portrait = PortraitButton(self.scope, _PORTRAIT, self._complaint.say)
        column.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._complaint)
        column.addSpacing(8)
        for field, name, size, bold, lines in (
            ("name", tr("Name"), 20, True, False),
            ("role", tr("Role"), 14, False, False),
            ("age", tr("Age"), 14, False, False),
            ("quote", tr("Quote"), 15, False, True),
        ):
            column.addWidget(self._text(field, name, name, size, bold=bold, lines=lines))
        column.addSpacing(12)
        column.addWidget(label(tr("Colour"), "section"))
        colour = ColourField(self.scope, Own("color"), tr("Colour"), mark_slots(), tr("automatic"))
        self.fields["color"] = colour
        column.addWidget(colour)
        column.addSpacing(12)
        self._maps_head = label(tr("On these maps"), "section")
        column.addWidget(self._maps_head)
        self._maps = QVBoxLayout()
        self._maps.setSpacing(2)
        column.addLayout(self._maps)
        self.map_boxes: dict[str, QCheckBox] = {}
        column.addStretch(1)

    def _main(self) -> QWidget:
        main = QWidget()
        main.setObjectName("persona_main")
        column = QVBoxLayout(main)
        column.setContentsMargins(24, 24, 20, 24)
        column.setSpacing(8)
        column.addWidget(_Heading(tr("Biography"), "book-open"))
        example = tr("Who is it, how does she live, what brings her here?")
        column.addWidget(self._text("biography", tr("Biography"), example, 14, lines=True))
        column.addSpacing(16)
        beside = _Beside()
        names = {"goals": tr("Goals"), "needs": tr("Needs"), "frustrations": tr("Frustrations")}
        examples = {"goals": tr("Add a goal"), "needs": tr("Add a need"), "frustrations": tr("Add a frustration")}
        for field, sign in _LISTS:
            holder = QWidget()
            one = QVBoxLayout(holder)
            one.setContentsMargins(0, 0, 0, 0)
            one.setSpacing(8)
            one.addWidget(_Heading(names[field], sign))
            points = PointList(self.scope, field, names[field], examples[field])
            self.lists[field] = points
            one.addWidget(points)
            one.addStretch(1)
            beside.add(holder)
        column.addWidget(beside)
        column.addStretch(1)
        return main

    def _text(
        self, field: str, name: str, example: str, size: int, *, bold: bool = False, lines: bool = False
    ) -> TextField:
        made = TextField(self.scope, Words(field), name, lines=lines, example=example)
        font = QFont(made.text.font())
        font.setPixelSize(size)
        font.setBold(bold)
        made.text.setFont(font)
        self.fields[field] = made
        return made

    # What it shows

    def show_persona(self, persona: str) -> None:
        """Show the card of another persona."""
        anew = self.scope.ids != (persona,)
        self.scope.close_typing()
        self.scope.ids = (persona,)
        self.refresh(anew)
        if anew:
            self._complaint.say("")
            self.verticalScrollBar().setValue(0)

    def refresh(self, anew: bool = False) -> None:
        if self.scope.node is None:
            return
        color = self.color()
        self._side.color = self.portrait.color = color
        self._side.update()
        self.portrait.refresh()
        for field in self.fields.values():
            field.refresh(anew)
        for points in self.lists.values():
            points.refresh(anew)
        self._show_maps()

    def color(self) -> str:
        """The colour that the persona's curve has on the map that is shown."""
        persona = self.scope.node
        project, journey = self._session.project, self._session.journey
        shown = journey.personas or tuple(one.id for one in project.personas)
        place = shown.index(persona.id) if persona.id in shown else project.personas.index(persona)
        return curve_look(place, persona.color).color

    def _show_maps(self) -> None:
        maps, persona = self._session.project.maps, self.scope.ids[0]
        keys = [journey.id for journey in maps]
        if list(self.map_boxes) != keys:
            for box in self.map_boxes.values():
                self._maps.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.map_boxes = {key: self._map_box(key) for key in keys}
        alone = len(self._session.project.personas) == 1
        for journey in maps:
            box = self.map_boxes[journey.id]
            title = text_of(self._session, journey.id, "title") or tr("Untitled map")
            box.setText(no_mnemonic(_short(title)))
            box.setAccessibleName(title)
            box.setChecked(is_on(journey, persona))
            box.setEnabled(not alone)
            box.setToolTip(plain_tip(tr("The only persona is on every map.") if alone else title))

    def _map_box(self, map_id: str) -> QCheckBox:
        box = QCheckBox()
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.clicked.connect(lambda on: self._assign(map_id, on))
        self._maps.addWidget(box)
        return box

    def _assign(self, map_id: str, on: bool) -> None:
        try:
            persona_acts.assign(self._session, map_id, self.scope.ids[0], on)
        except EditError as refusal:
            self._complaint.say(str(refusal))
        self._show_maps()

    def edit(self, field: str) -> None:
        """Put the keyboard into a field, with all that is in it selected."""
        control = self.fields[field].control
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        select: Callable[[], None] | None = getattr(control, "selectAll", None)
        if select is not None:
            select()


class _Ground(QWidget):
    """The side of the card, in a light shade of the persona's colour."""

    def __init__(self) -> None:
        super().__init__()
        self.color = ""
        self.setFixedWidth(_SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("field"))
            shade = theme.colour(self.color or "text_2")
            shade.setAlphaF(_TINT)
            painter.fillRect(self.rect(), shade)


class _Beside(QWidget):
    """Parts side by side, or under each other where that would be too narrow to write in."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        self._parts: list[QWidget] = []
        self._stacked = False

    def add(self, part: QWidget) -> None:
        self._grid.addWidget(part, 0, len(self._parts))
        self._grid.setColumnStretch(len(self._parts), 1)
        self._parts.append(part)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_COLUMN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < _LEAST_COLUMN * len(self._parts)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for n, part in enumerate(self._parts):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, n if stacked else 0, 0 if stacked else n)
            self._grid.setColumnStretch(n, 0 if stacked and n else 1)


class _Heading(QWidget):
    """A heading of the card with its sign and a rule under it."""

    def __init__(self, words: str, sign: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Sign(sign, "text_2", 18))
        row.addWidget(label(words, "head"), 1)
        column.addLayout(row)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column.addWidget(rule)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
