"""Looks at all that the window shows of a project, as `errand` asks for."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QDesktopServices, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
)

from journey_editor.app import Program, application
from journey_editor.canvas.png import png_writer
from journey_editor.cli.entry import main as command
from journey_editor.edit.change import EditError
from journey_editor.export.maps import export_map
from journey_editor.export.svg import write_svg
from journey_editor.model.things import things
from journey_editor.session.opening import blank
from journey_editor.storage.codec import Loaded
from journey_editor.ui.settings import Settings

#: Commands that leave the project or the program, or open a window of the system.
_LEFT_ALONE = ("file.new", "file.start", "file.open", "file.close", "file.quit", "file.print", "file.restore")

_COMPUTES = re.compile("[\\s\0]*[=+\\-@＝＋－＠]")  # as spreadsheets begin a formula


class Looking:
    """`done` counts what was looked at; `markup` holds what would be taken for markup; `cells` what would compute."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.file, self.folder = file, folder
        self.done: list[str] = []
        self.markup: list[str] = []
        self.cells: list[str] = []
        self._opened: list[str] = []
        settings = Settings(folder / "settings.ini")
        settings.theme, settings.language = "light", "en"
        self.program = Program(application(), settings)
        self.window = self.program.window
        self.window.resize(1280, 800)
        self.window.show()
        self._closing = QTimer(interval=5)
        self._closing.timeout.connect(self._close_what_waits)
        self._pokes = 0

    def look(self) -> None:
        """All of it; the file is opened, changed and saved, and lies in the folder in other forms too."""
        with self._without_the_system():
            self._closing.start()
            self.window.open_path(self.file)
            while self.window.at_start or self.window.opening or not self.window.workspace.panels.filled:
                QApplication.processEvents()
            session = self.window.workspace.session
            for journey in session.project.maps:
                session.go_to_map(journey.id)
                self._things()
                self._hover()
            self._copy()
            self._commands()
            self._edit()
            self._drawings()
            self._commands_line()
            self._closing.stop()
        assert not self._opened, self._opened
        session.new(Loaded(blank(), {}, ()))  # so that closing asks nothing
        self.window.close()
        QApplication.clipboard().clear()
        QApplication.processEvents()

    # The window

    def _things(self) -> None:
        session = self.window.workspace.session
        for thing in things(session.project):
            session.select((thing.id,))
            QApplication.processEvents()
            self.done.append("thing")
        self._widgets()

    def _hover(self) -> None:
        view = self.window.workspace.view
        view.settle()
        for box in view.map_layout.cards():
            at = view.camera.pixel(box.x + box.w / 2, box.y + box.h / 2).toPoint()
            where = view.viewport().mapToGlobal(at)
            QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
            self._tip(QToolTip.text(), "on the map")
            self.done.append("card")
        self.window.grab()

    def _copy(self) -> None:
        """All cards of each map, as a table for other programs and as text."""
        session = self.window.workspace.session
        for journey in session.project.maps:
            session.go_to_map(journey.id)
            for name in ("edit.copy", "edit.copy_text"):
                session.select(self._cards())
                self.window.actions_[name].trigger()
                self._cells_of_clipboard()

    def _commands(self) -> None:
        """Every command of the menus, with all cards selected; what opens is looked at, and closed."""
        for action in self.window.findChildren(QAction):
            name = action.objectName()
            if not name or name.startswith(_LEFT_ALONE) or action.menu() or not action.isEnabled():
                continue
            with contextlib.suppress(RuntimeError, EditError):  # the action may be gone with the window's language
                self.window.workspace.session.select(self._cards())
                action.trigger()
                self._settle()
                self.done.append("command")
                self._cells_of_clipboard()
        self._widgets()

    def _edit(self) -> None:
        session = self.window.workspace.session
        while session.can_undo:
            session.undo()
        session.apply("title", lambda project: project.evolve(title=project.title + "!"))
        session.save(self.folder / "saved.journey")
        self.done.append("saved")

    def _commands_line(self) -> None:
        saved = str(self.folder / "saved.journey")
        for number in range(1, len(self.window.workspace.session.project.maps) + 1):
            target = self.folder / f"map{number}.pdf"
            command(
                ["export", saved, "-o", str(target), "--map", str(number), "--allow-small", "--appendix", "--personas"]
            )
            if target.exists():
                self.done.append("pdf")
        if command(["validate", saved]) == 0:
            self.done.append("validated")

    def _drawings(self) -> None:
        session = self.window.workspace.session
        for journey in session.project.maps:
            for write in (write_svg, png_writer(72)):
                made = export_map(session.project, journey.id, session.images, allow_small=True, writer=write)
                self.done += ["drawing"] * len(made.files)
                (self.folder / f"{journey.id}-{len(self.done)}").write_bytes(made.data)

    def _cards(self) -> tuple[str, ...]:
        view = self.window.workspace.view
        return tuple(box.id for box in view.map_layout.cards())

    def _settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
        while QApplication.activeModalWidget() or QApplication.activePopupWidget():
            QApplication.processEvents()

    # What waits for an answer

    def _close_what_waits(self) -> None:
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is None:
            return
        self._widgets()
        waiting.grab()
        self.done.append("dialog" if isinstance(waiting, QDialog) else "menu")
        waiting.reject() if isinstance(waiting, QDialog) else waiting.close()

    @contextlib.contextmanager
    def _without_the_system(self) -> Iterator[None]:
        """The system's own windows answer by themselves; addresses that would be opened are noted."""
        nothing = staticmethod(lambda *_, **__: ("", ""))
        QFileDialog.getSaveFileName = QFileDialog.getOpenFileName = nothing  # type: ignore[method-assign,assignment]
        QDesktopServices.openUrl = staticmethod(  # type: ignore[method-assign,assignment]
            lambda url: self._opened.append(url.toString()) is None
        )
        yield

    # What would be taken for more than words

    def _widgets(self) -> None:
        for widget in QApplication.allWidgets():
            self.done.append("widget")
            name = type(widget).__name__
            self._tip(widget.toolTip(), name)
            self._tip(widget.whatsThis(), name)
            if isinstance(widget, QLabel):
                rich = widget.textFormat() != Qt.TextFormat.PlainText and _might_be_markup(widget.text())
                if rich or widget.openExternalLinks():
                    self.markup.append(f"{name}: {widget.text()[:80]}")
            elif isinstance(widget, QTextEdit) and not isinstance(widget, QPlainTextEdit):
                if widget.acceptRichText():
                    self.markup.append(f"{name} takes rich text")
            elif isinstance(widget, QMenu):
                for action in widget.actions():
                    self._tip(action.toolTip(), name)
            elif isinstance(widget, QComboBox):
                for n in range(widget.count()):
                    self._tip(str(widget.itemData(n, Qt.ItemDataRole.ToolTipRole) or ""), name)
            elif isinstance(widget, QAbstractButton):
                self.done.append("button")

    def _tip(self, text: str, where: str) -> None:
        """Qt decides by itself whether a tooltip is markup; then it must be ours, with the user's words escaped."""
        if not text:
            return
        self.done.append("tip")
        if _might_be_markup(text):
            ours = text.removeprefix("<span style='white-space: pre-wrap'>").removesuffix("</span>")
            if "<" in ours:
                self.markup.append(f"tip of {where}: {text[:80]}")
            QToolTip.showText(QPoint(5, 5), text, self.window)
            QToolTip.hideText()

    def _cells_of_clipboard(self) -> None:
        mime = QApplication.clipboard().mimeData()
        text = mime.text() if mime is not None else ""
        if not text:
            return
        self.done.append("copied")
        if mime.hasHtml() and "<img" in mime.html():
            self.markup.append("an image in what is copied")
        if "\t" in text:
            self.done.append("table")
        for row in csv.reader(io.StringIO(text), "excel-tab"):
            self.cells += [cell[:40] for cell in row if _COMPUTES.match(cell)]


def _might_be_markup(text: str) -> bool:
    """Whether Qt could take a text for markup, a little more readily than Qt does."""
    return "<" in text or "&lt;" in text
