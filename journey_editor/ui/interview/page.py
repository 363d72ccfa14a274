"""The page: a question, the map below it, keys at the foot. Which questions there are, its children say."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journey_editor.edit.change import EditError
from journey_editor.model.project import Project
from journey_editor.session.session import Session
from journey_editor.ui.words import label
from journey_editor.wording import tr

from .asked import Asked, Part
from .checks import Checks
from .choices import Choices
from .field import WallField
from .hints import ButtonRow, Hint
from .rows import Rows
from .scrolling import scrolling
from .sizes import STEPS, Sizes, sizes
from .strip import Strip
from .wall import WallMap

_ASKED, _KNOWN = 63, 37  # the width for the question, and for what is known


class InterviewPage(QWidget):
    """One question at a time. Escape leaves without asking: all that was said is in the map already."""

    #: How large the type is to begin with, and what of the height is for the question: less for one answer than for a
    #: list.
    scale = 1.0
    shares = (0.5, 0.67)

    leave_wanted = Signal()
    full_screen_wanted = Signal()

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAccessibleName(name)
        self._larger = STEPS.index(self.scale)
        self._mine = False  # the change of the project is this page's own
        self._building = False
        self.sizes: Sizes = sizes(self.size())
        self.wall = WallMap(session, self)
        self.strip = Strip(self)
        self.field = WallField(self)
        self.choices = Choices(self)
        self.rows = Rows(self)
        self.checks = Checks(self)
        self.offers = ButtonRow("offer", self)
        self.hints = ButtonRow("hint", self)
        self._where, self._question, self._help = (self._label(role) for role in ("where", "question", "help"))
        self._wrong = label("", "error")
        self._wrong.setWordWrap(True)
        self._facts = QGridLayout()
        self._fact_labels: list[QLabel] = []
        self.head = QHBoxLayout()  # more may stand beside the place
        self._build()
        self.field.typed.connect(self.typed)
        self.field.forward.connect(self.go_forward)
        self.field.back.connect(self.go_back)
        self.field.leaving.connect(self.commit)
        self.choices.chosen.connect(self.chosen)
        self.choices.forward.connect(self.go_forward)
        self.choices.back.connect(self.go_back)
        for several in (self.rows, self.checks):
            several.forward.connect(self.go_forward)
            several.back.connect(self.go_back)
        self.strip.wanted.connect(self.go_to_part)
        self.wall.clicked.connect(self.go_to_thing)
        session.project_changed.connect(self._follow)

    # What a child says

    def asked(self) -> Asked:
        """The question that is on show."""
        raise NotImplementedError

    def parts(self) -> tuple[tuple[Part, ...], str]:
        """The parts of the way, and the key of the one where one is."""
        raise NotImplementedError

    def key_hints(self) -> tuple[Hint, ...]:
        """What keys do here."""
        raise NotImplementedError

    def pointed(self) -> str:
        """What of the map is asked about: a thing, a cell, or ""."""
        raise NotImplementedError

    def looked_at(self) -> str:
        """What of the map shall be in view as well, such as the curve that an answer moves; "" for nothing."""
        return ""

    def typed(self, text: str) -> None:
        """An answer is on its way: show on the map what it would make."""

    def commit(self) -> None:
        """What is in the field counts."""

    def chosen(self, value: str) -> None:
        """One of the options was chosen."""

    def go_forward(self) -> None:
        raise NotImplementedError

    def go_back(self) -> None:
        raise NotImplementedError

    def go_by_part(self, by: int) -> None:
        """To the next or previous part."""

    def go_to_part(self, key: str) -> None:
        """To a part of the way."""

    def go_to_thing(self, thing: str, step: str) -> None:
        """To what was clicked on the map."""

    def take_offer(self, at: int) -> None:
        """One of the offers was taken."""

    def remove(self) -> None:
        """What is asked about shall go."""

    def changed_elsewhere(self) -> None:
        """The project was changed by somebody else, such as undo."""

    # Building

    def _label(self, role: str) -> QLabel:
        made = label("")
        made.setProperty("wall", role)
        made.setWordWrap(True)
        return made

    def _build(self) -> None:
        """The place and the way on top, then the question with what is known beside it, the map, and the keys."""
        panel = QFrame(self)
        panel.setObjectName("wall_panel")
        self._panel = panel
        self._column, self._beside = QVBoxLayout(), QVBoxLayout()
        for widget in (self._question, self._help, self.field, self.choices, self.rows, self.checks, self._wrong):
            self._column.addWidget(widget)
        self._column.addWidget(self.offers)
        self._beside.addLayout(self._facts)
        for column in (self._column, self._beside):
            column.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(scrolling(self._column, panel), _ASKED)
        self._row.addWidget(scrolling(self._beside, panel), _KNOWN)
        self._outer = QVBoxLayout(panel)
        self.head.addWidget(self._where, 1)
        self._outer.addLayout(self.head)
        self._outer.addWidget(self.strip)
        self._outer.addLayout(self._row, 1)
        foot = QFrame(self)
        foot.setObjectName("wall_foot")
        self._foot = QHBoxLayout(foot)
        self._foot.addWidget(self.hints, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panel)
        column.addWidget(self.wall, 1)
        column.addWidget(foot)

    def add_to_head(self, widget: QWidget) -> None:
        """Put something beside the name of the place."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    # Showing

    def show_question(self) -> None:
        """Put the question of now on the wall, with the keyboard in its answer."""
        asked, px = self.asked(), self.sizes
        self._building = True
        self._make_room(asked)
        self.wall.preview(None)
        self._where.setText(asked.where)
        self._question.setText(asked.question)
        self._help.setText(asked.help)
        self._help.setVisible(bool(asked.help))
        self.say_wrong("")
        kinds = {"words": self.field, "choice": self.choices, "rows": self.rows, "checks": self.checks}
        answer = kinds[asked.kind]
        for widget in kinds.values():
            widget.setVisible(widget is answer)
        answer.setAccessibleName(asked.question)
        if asked.kind == "words":
            self.field.put(asked.value, example=asked.example, several_lines=asked.several_lines)
        elif asked.kind == "choice":
            self.choices.put(
                asked.options, asked.value, upright=asked.upright, gap=px.gap, icon_px=round(px.option * 1.1)
            )
        elif asked.kind == "rows":
            self.rows.put(asked.rows, asked.example, px.gap)
        else:
            self.checks.put(asked.options, asked.checked, px.gap)
        hints = (Hint(_control(n), text, partial(self.take_offer, n - 1)) for n, text in enumerate(asked.offers, 1))
        self.offers.put(tuple(hints), max(px.gap // 2, 6))
        self.offers.setVisible(bool(asked.offers))
        self._show_facts(asked.facts)
        self.strip.put(*self.parts(), px.fact)
        self.hints.put(self.key_hints(), max(px.gap // 4, 2))
        self._building = False
        answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wall.point_at(self.pointed(), self.looked_at())

    def _make_room(self, asked: Asked) -> None:
        """As high as the kind of answer needs, and no other with each question, so that the map stays where it is."""
        listed = asked.kind in ("rows", "checks") or (
            asked.kind == "choice" and len(asked.options) > 2 and asked.upright
        )
        self._panel.setFixedHeight(round(self.height() * self.shares[listed]))

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while len(self._fact_labels) < 2 * len(facts):
            for column, role in enumerate(("fact-head", "fact")):
                made = self._label(role)
                self._facts.addWidget(made, len(self._fact_labels) // 2, column, Qt.AlignmentFlag.AlignTop)
                self._fact_labels.append(made)
        for n, (head, words) in enumerate(facts):
            short = words if len(words) <= 160 else words[:159].rstrip() + "…"
            self._fact_labels[2 * n].setText(head)
            self._fact_labels[2 * n].setVisible(bool(head))
            self._fact_labels[2 * n + 1].setText(short)
            self._fact_labels[2 * n + 1].show()
        for made in self._fact_labels[2 * len(facts) :]:
            made.hide()
        self._facts.setColumnStretch(1, 1)

    def say_wrong(self, text: str) -> None:
        """Why an answer was not taken; "" takes it back."""
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    # Doing

    def own(self, act: Callable[[], object]) -> bool:
        """Do something to the project that this page knows of; say why if it is refused."""
        self._mine = True
        try:
            act()
        except EditError as error:
            self.say_wrong(str(error))
            return False
        finally:
            self._mine = False
        return True

    def show_what_if(self, edit: Callable[[Project], Project] | None) -> None:
        """Show on the map what an edit would make; None shows what is."""
        try:
            what_if = edit(self.session.project) if edit is not None else None
        except EditError:  # said when it is to be kept
            return
        self.session.typing = what_if
        self.wall.preview(what_if)

    @property
    def building(self) -> bool:
        """Whether a question is being put on the wall, so that what moves is not an answer."""
        return self._building

    def _follow(self) -> None:
        if not self._mine:
            self.changed_elsewhere()

    # Keys and sizes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.commit()
            self.leave_wanted.emit()
        elif key == Qt.Key.Key_PageDown:
            self.go_by_part(1)
        elif key == Qt.Key.Key_PageUp:
            self.go_by_part(-1)
        elif key == Qt.Key.Key_F11:
            self.full_screen_wanted.emit()
        elif key == Qt.Key.Key_F5:
            self.wall.toggle_whole()
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.make_larger(-1 if key == Qt.Key.Key_Minus else 1)
        elif control and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.take_offer(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_F8:
            self.remove()
        else:
            super().keyPressEvent(event)

    def make_larger(self, by: int) -> None:
        """The next larger or smaller type."""
        self._larger = min(max(self._larger + by, 0), len(STEPS) - 1)
        self._take_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_sizes()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_sizes()

    def _take_sizes(self) -> None:
        """Everything as large as fits the window."""
        px = sizes(self.size(), STEPS[self._larger])
        if px != self.sizes or not self.styleSheet():
            self.sizes = px
            self.setStyleSheet(px.style)
        gap = px.gap
        self._outer.setContentsMargins(gap * 3 // 2, gap, gap * 3 // 2, gap // 2)
        self._outer.setSpacing(gap * 3 // 4)
        self._row.setSpacing(gap * 2)
        self._column.setContentsMargins(2, 0, 4, 0)
        self._beside.setContentsMargins(2, gap // 2, 4, 0)
        self._column.setSpacing(gap)
        self._facts.setHorizontalSpacing(gap)
        self._facts.setVerticalSpacing(max(gap // 3, 3))
        self._foot.setContentsMargins(gap, gap // 4, gap, gap // 4)
        asked = self.asked()
        self._make_room(asked)
        self.strip.put(*self.parts(), px.fact)
        if asked.kind == "choice":
            self.choices.put(
                asked.options, self.choices.value, upright=asked.upright, gap=gap, icon_px=round(px.option * 1.1)
            )
        self.field.fit()


def _control(n: int) -> str:
    return tr("Ctrl+{n}", n=n)
