"""What a random user does: each method is one action, through mouse, keyboard, menus and clipboard like any user's."""

from __future__ import annotations

import gc
from random import Random

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from journey_editor.canvas.parts import PARTS, Part
from journey_editor.canvas.view import MapView
from journey_editor.model.filtering import NO_FILTER, Filter
from journey_editor.ui.main_window import MainWindow
from tests.canvas import hands as mouse

_TEXTS = (
    "Ein Wort",
    "",
    "a\nb\r\nc",
    "<b>fett</b> & {x} %s",
    "Kund*innen \U0001f469‍\U0001f4bb",
    "مرحبا بالعالم",
    "\u202eabc",
    "=1+1\t@x",
    "x" * 3000,
    'Phase 1\tPhase 2\nonline\t"a\nb"\tc',
    "日本語のテキスト",
)
_KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 4,
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Insert),
    *(Qt.Key.Key_A, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Menu, Qt.Key.Key_F6, Qt.Key.Key_C),
)
_HELD = (
    *(Qt.KeyboardModifier.NoModifier,) * 6,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
#: Commands that leave the project or the program, or only open a window of the system.
_LEFT_ALONE = ("file.new", "file.start", "file.open", "file.close", "file.quit", "file.export", "file.export_selection")


class Hands:
    """A window in the hands of chance."""

    def __init__(self, window: MainWindow, turns: Random) -> None:
        self.window, self.turns = window, turns
        self.view: MapView = window.workspace.view

    # Where

    def _pixel(self) -> QPoint:
        """Somewhere on the map, more often on a thing than beside it."""
        view, turns = self.view, self.turns
        box = view.map_layout.box(turns.choice(self._places()))
        if box is not None and turns.random() < 0.8:
            return view.camera.pixel(box.x + box.w * turns.random(), box.y + box.h * turns.random()).toPoint()
        size = view.viewport().size()
        return QPoint(turns.randrange(size.width()), turns.randrange(size.height()))

    def _places(self) -> list[str]:
        """All things and cells on the map."""
        drawn = self.view.map_layout
        lanes = [row.lane for row in drawn.rows if row.lane]
        steps = [column.step for column in drawn.columns]
        things = [drawn.map_id, *lanes, *steps, *(phase.id for phase in drawn.phases)]
        things += [box.id for box in drawn.cards()] + [line.id for line in drawn.lines]
        return things + [f"{lane}/{step}" for lane in lanes for step in steps]

    def _key(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, key, held)

    # The mouse

    def click(self) -> str:
        at, held = self._pixel(), self.turns.choice((mouse.NO_KEY, mouse.NO_KEY, mouse.CTRL, mouse.SHIFT))
        mouse.click(self.view, at, held)
        return f"{at.toTuple()} {held.name}"

    def double_click(self) -> str:
        at = self._pixel()
        QTest.mouseDClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        return f"{at.toTuple()}"

    def drag(self) -> str:
        start, end, held = self._pixel(), self._pixel(), self.turns.choice(_HELD)
        mouse.carry(self.view, start, end, held)
        way = self.turns.random()
        if way < 0.15:
            self._key(self.view, Qt.Key.Key_Escape)
        elif way < 0.25:
            QApplication.processEvents()
        mouse.mouse(self.view, mouse.QEvent.Type.MouseButtonRelease, end, mouse.NONE, held)
        return f"{start.toTuple()} -> {end.toTuple()} {held.name}"

    def hover(self) -> None:
        mouse.mouse(self.view, mouse.QEvent.Type.MouseMove, self._pixel(), mouse.NONE, mouse.NO_KEY)

    def wheel(self) -> None:
        at = QPointF(self._pixel())
        held = self.turns.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier))
        turn = QPoint(0, self.turns.choice((-240, -120, 120, 240)))
        where = QPointF(self.view.viewport().mapToGlobal(at.toPoint()))
        event = QWheelEvent(
            at, where, QPoint(), turn, Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(self.view.viewport(), event)

    def context_menu(self) -> None:
        at = self._pixel()
        self.view.mouse.menu(mouse_menu(self.view, at))

    def drop(self) -> str:
        turns = self.turns
        channels = [channel.id for channel in self.view.session.project.channels]
        part = Part(
            turns.choice(PARTS),
            kind=turns.choice(
                ("touchpoints", "notes", "emotion", "metrics", "images", "channels", "separator", "text")
            ),
            channel=turns.choice(["", *channels]),
            tone=turns.choice(("pain", "idea", "quote")),
        )
        mouse.drop_part(self.view, part, self._pixel())
        return str(part)

    # The keyboard

    def key(self) -> str:
        key, held = self.turns.choice(_KEYS), self.turns.choice(_HELD)
        target = QApplication.focusWidget() if self.turns.random() < 0.5 else self.view
        if key in (Qt.Key.Key_Menu,):
            held = Qt.KeyboardModifier.NoModifier
        self._key(target or self.view, key, held)
        return f"{key.name} {held.name} to {type(target).__name__}"

    def write(self) -> str:
        """Type into whatever is edited on the map, or begin to."""
        editor = self.view.in_place.editor
        if editor is None:
            self._key(self.view, Qt.Key.Key_F2)
            editor = self.view.in_place.editor
        if editor is None:
            return "nothing"
        text = self.turns.choice(_TEXTS)
        if self.turns.random() < 0.5:
            editor.selectAll()
        editor.insertPlainText(text)
        QTest.keyClicks(editor, "abc")
        self._key(editor, self.turns.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Home)))
        return repr(text[:20])

    # Panels

    def field(self) -> str:
        """Change any field of the panels."""
        fields: list[QWidget] = [
            field
            for kind in (QLineEdit, QPlainTextEdit, QComboBox)
            for field in self.window.findChildren(kind)
            if field.isVisible() and field.isEnabled() and not self.view.isAncestorOf(field)
        ]
        if not fields:
            return "none"
        field = self.turns.choice(fields)
        said = f"{type(field).__name__} {field.accessibleName()}"  # a field in a row is gone once Enter was pressed
        field.setFocus()
        if not isValid(field):  # leaving another field changed the project, and with it the panel
            return "gone"
        if isinstance(field, QComboBox):
            self._key(field, self.turns.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))
        else:
            QTest.keyClicks(field, self.turns.choice(("ab", "7", "<b>", "=x", "2026-01-31")))
            if isValid(field) and self.turns.random() < 0.7:
                self._key(field, self.turns.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))
        return said

    def select(self) -> None:
        """Choose things in the map's own order, wherever they are."""
        keys = [key for key in self._places() if "/" not in key]
        if keys:
            self.view.session.select(self.turns.sample(keys, min(len(keys), self.turns.randint(0, 4))))

    # Commands, clipboard, undo

    def command(self) -> str:
        ready = [
            action
            for action in self.window.findChildren(QAction)
            if action.isEnabled() and action.objectName() and action.objectName() not in _LEFT_ALONE
        ]
        action = self.turns.choice(ready)
        name = action.objectName()
        action.trigger()
        return name

    def undo(self) -> str:
        times = self.turns.randint(1, 4)
        for _ in range(times):
            self.window.actions_["edit.undo"].trigger()
        return str(times)

    def redo(self) -> str:
        times = self.turns.randint(1, 4)
        for _ in range(times):
            self.window.actions_["edit.redo"].trigger()
        return str(times)

    def paste(self) -> str:
        """Something from another program, or what was copied here."""
        mime, what = QMimeData(), self.turns.randrange(5)
        if what == 0:
            self.window.actions_["edit.copy"].trigger()
        elif what == 1:
            mime.setText(self.turns.choice(_TEXTS))
            QApplication.clipboard().setMimeData(mime)
        elif what == 2:
            picture = QImage(8, 8, QImage.Format.Format_RGB32)
            picture.fill(self.turns.randrange(1 << 24))
            mime.setImageData(picture)
            QApplication.clipboard().setMimeData(mime)
        elif what == 3:
            known = QApplication.clipboard().mimeData()
            for kind in known.formats() if known is not None else ():
                data = bytearray(known.data(kind).data())
                if data:
                    data[self.turns.randrange(len(data))] = self.turns.randrange(256)
                mime.setData(kind, bytes(data))
            QApplication.clipboard().setMimeData(mime)
        self.window.actions_["edit.paste"].trigger()
        return ("own", "text", "image", "damaged", "as it is")[what]

    # The view

    def zoom(self) -> None:
        self.view.set_zoom(self.turns.choice((0.25, 0.5, 0.8, 1.0, 1.5, 2.5)))

    def fit(self) -> None:
        self.view.fit()

    def pan(self) -> None:
        self.view.pan(self.turns.randint(-400, 400), self.turns.randint(-300, 300))

    def another_map(self) -> None:
        maps = self.view.session.project.maps
        self.view.session.go_to_map(self.turns.choice(maps).id)

    def content_language(self) -> None:
        self.view.session.set_language(self.turns.choice(("", "de", "en", "fr")))

    def program_language(self) -> None:
        self.window.language_chosen.emit(self.turns.choice(("de", "en")))
        QApplication.processEvents()

    def filter(self) -> str:
        """Let some cards stand out, or all again."""
        project, turns = self.view.session.project, self.turns
        channels = [channel.id for channel in project.channels] or ["gone"]
        wanted = turns.choice(
            (
                NO_FILTER,
                Filter(channel=frozenset({turns.choice(channels)})),
                Filter(status=frozenset({"possible"})),
                Filter(mode=frozenset({"online"})),
            )
        )
        self.view.session.filtering.want(wanted)
        return str(wanted)

    def theme(self) -> None:
        self.window.theme_chosen.emit(self.turns.choice(("light", "dark")))

    def resize(self) -> None:
        self.window.resize(self.turns.randint(800, 1500), self.turns.randint(500, 900))

    def collect(self) -> None:
        gc.collect()


def mouse_menu(view: MapView, at: QPoint) -> object:
    from PySide6.QtGui import QContextMenuEvent

    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))


_SHARES = {
    "click": 10,
    "double_click": 2,
    "drag": 10,
    "hover": 3,
    "wheel": 3,
    "context_menu": 1,
    "drop": 4,
    "key": 20,
    "write": 6,
    "field": 6,
    "select": 4,
    "command": 10,
    "undo": 6,
    "redo": 4,
    "paste": 4,
    "zoom": 2,
    "fit": 1,
    "pan": 2,
    "another_map": 2,
    "content_language": 0.5,
    "program_language": 0.05,
    "filter": 1,
    "theme": 0.1,
    "resize": 0.3,
    "collect": 0.2,
}
NAMES = tuple(_SHARES)
WEIGHTS = tuple(_SHARES.values())
