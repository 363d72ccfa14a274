"""The inspector itself: it hears what is selected, shows the panel for it, and keeps panels that were made."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from journey_editor.model.languages import language_name
from journey_editor.model.things import find_thing
from journey_editor.session.session import Session
from journey_editor.ui.settings import Settings
from journey_editor.wording import tr

from .card_panels import MEASURE, MEASURES, NOTE, NOTES, PICTURE, PICTURES
from .column_panels import PHASE, PHASES, STEP, STEPS
from .connection_panels import COUNTERPART, PATH, PATHS
from .folding import Folding
from .form import Form, Group
from .head import Head, Notice, head_of
from .lane_panels import POINT, lane_groups, lanes_groups
from .map_panel import MAP
from .mixed_panel import mixed_groups
from .panel import Panel
from .people_panels import CHANNEL, CHANNELS, PERSONA
from .scope import Scope
from .text_fields import TextField
from .touchpoint_panel import TOUCHPOINT, TOUCHPOINTS

_ONE: dict[str, tuple[Group, ...]] = {
    "map": MAP,
    "phase": PHASE,
    "step": STEP,
    "touchpoint": TOUCHPOINT,
    "note": NOTE,
    "measure": MEASURE,
    "picture": PICTURE,
    "path": PATH,
    "counterpart": COUNTERPART,
    "persona": PERSONA,
    "channel": CHANNEL,
    "point": POINT,
}
_SEVERAL: dict[str, tuple[Group, ...]] = {
    "phase": PHASES,
    "step": STEPS,
    "touchpoint": TOUCHPOINTS,
    "note": NOTES,
    "measure": MEASURES,
    "picture": PICTURES,
    "path": PATHS,
    "channel": CHANNELS,
    "point": POINT,
}

#: The attributes by which things are called.
_NAMING = ("title", "name", "text", "metric.name", "condition", "label")

WIDTH = 336
#: The narrowest it gets; the labels then stand above their fields.
LEAST = 280
_NARROW = 316
#: How many panels are kept for the next time: all kinds of single things, and some of the very many mixtures of them.
MOST_PANELS = 24


class Inspector(QWidget):
    """Every attribute of what is selected; of the map and the project while nothing is. It follows while it is seen."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST)
        self.setAccessibleName(tr("Properties"))
        self._session = session
        self._folding = Folding(settings or Settings())
        self._panels: dict[str, Panel] = {}
        self._panel: Panel | None = None
        self._scope = Scope(session)
        self.head = Head()
        self.several = Notice()
        self.translating = Notice()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._leave_room)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.several)
        self._column.addWidget(self.translating)
        self._column.addStretch(1)
        self._scroll.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)
        session.project_changed.connect(self._project_changed)
        session.selection_changed.connect(self._show_selected)
        session.map_changed.connect(self._show_selected)
        session.language_changed.connect(self._show_selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self.property("narrow"):
            self.setProperty("narrow", narrow)
            for form in self.findChildren(Form):
                form.stack(narrow)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    @property
    def panel(self) -> Panel:
        """The panel that is shown."""
        assert self._panel is not None
        return self._panel

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_selected()

    def _project_changed(self) -> None:
        if not self.isVisible():
            return
        ids = self._ids()
        if ids != self._scope.ids or self._key(ids)[0] not in self._panels:
            self._show_selected()
        else:
            self._refresh(anew=False)

    def _ids(self) -> tuple[str, ...]:
        """What is shown: the selection as far as it is there (it may be pruned a moment later), else the map."""
        project = self._session.project
        there = tuple(key for key in self._session.selection if find_thing(project, key) is not None)
        return there if there not in ((), (project.id,)) else (self._session.map_id,)

    def _key(self, ids: tuple[str, ...]) -> tuple[str, tuple[Group, ...]]:
        """Which panel shows these, and its groups."""
        things = [find_thing(self._session.project, key) for key in ids]
        kinds = {thing.kind for thing in things if thing is not None}
        if len(ids) == 1:
            (kind,) = kinds
            if kind == "lane":
                lane = things[0].node if things[0] is not None else None
                lane_kind = str(getattr(lane, "kind", ""))
                return f"lane {lane_kind}", lane_groups(lane_kind)
            return kind, _ONE[kind]
        nodes = [thing.node for thing in things if thing is not None]
        if kinds == {"lane"}:
            lane_kinds = sorted({str(getattr(node, "kind", "")) for node in nodes})
            return f"several lane {' '.join(lane_kinds)}", lanes_groups(lane_kinds)
        groups = _SEVERAL.get(next(iter(kinds)), ()) if len(kinds) == 1 else ()
        if groups:
            return f"several {' '.join(kinds)}", groups
        classes = {type(node) for node in nodes}
        return f"mixed {' '.join(sorted(kind.__name__ for kind in classes))}", mixed_groups(classes)

    def _show_selected(self) -> None:
        if not self.isVisible():
            return  # an inspector that nobody sees costs nothing; it catches up when it is shown
        ids = self._ids()
        key, groups = self._key(ids)
        same = ids == self._scope.ids and key in self._panels and self._panels[key] is self._panel
        known = self._panel_of(key, groups, ids)
        known.scope.ids = ids
        self._scope = known.scope
        if self._panel is not known:
            if self._panel is not None:
                focus = QApplication.focusWidget()
                if focus is not None and self._panel.isAncestorOf(focus):
                    self.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt gives it to the tool bar
                self._panel.hide()
            self._panel = known
            known.show()
            self._forget_the_oldest()
        self._refresh(anew=True)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def prepare(self) -> None:
        """Make what will be seen first, which takes longer than to show it."""
        ids = self._ids()
        self._panel_of(*self._key(ids), ids)

    def _panel_of(self, key: str, groups: tuple[Group, ...], ids: tuple[str, ...]) -> Panel:
        known = self._panels.pop(key, None)
        made = known or Panel(groups, Scope(self._session, ids), self._folding)
        self._panels[key] = made  # at the end: what was used last goes last
        if known is None:
            made.hide()
            self._column.insertWidget(self._column.count() - 1, made)
            self._leave_room()
        return made

    def _forget_the_oldest(self) -> None:
        """Let go of the panels that nobody has asked for the longest."""
        while len(self._panels) > MOST_PANELS:
            self._let_go(self._panels.pop(next(iter(self._panels))))

    def _let_go(self, panel: Panel) -> None:
        self._column.removeWidget(panel)
        panel.hide()
        panel.deleteLater()

    def _leave_room(self) -> None:
        """The scroll bar stands in the margin, so that the fields are as wide with it as without."""
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        for panel in self._panels.values():
            panel.leave_room(taken)
        for notice in (self.several, self.translating):
            notice.leave_room(taken)

    def _refresh(self, anew: bool) -> None:
        self.head.show_head(head_of(self._scope), self._scope.language)
        self.several.say(self._for_several())
        translating = ""
        if not self._scope.first_language:
            translating = tr(
                "Texts are entered in {language}. Without one, the first language stands there.",
                language=language_name(self._scope.language),
            )
        self.translating.say(translating)
        self.panel.refresh(anew)

    def _for_several(self) -> str:
        """What holds where several things are shown; "" for one."""
        n = len(self._scope.ids)
        if n < 2:
            return ""
        if len(self.panel.groups) == 1:
            return tr("These have no values in common. They can be moved, copied or deleted together.")
        return tr("New values are set for all {n}.", n=n)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language of now."""
        self.setAccessibleName(tr("Properties"))
        for panel in self._panels.values():
            self._let_go(panel)
        self._panels.clear()
        self._panel = None
        self._show_selected()

    def edit(self) -> None:
        """Put the cursor into the field that names what is shown, with its text selected."""
        for field in self.panel.fields():
            if field.attribute.key in _NAMING and field.isVisible() and isinstance(field, TextField):
                field.text.setFocus(Qt.FocusReason.OtherFocusReason)
                field.text.selectAll()
                return
