"""Starts the window: builds the objects, shows them, and only then loads what is heavy.

The only module that knows the whole graph: settings, theme, language, the window and its session.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journey_editor import __version__, wording
from journey_editor.ui import theme
from journey_editor.ui.faults import Faults
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.settings import Settings, log_file
from journey_editor.ui.template_cards import TemplateFace
from journey_editor.ui.turns import Turns

#: After how many objects garbage is collected among the young, and after how many rounds among the older and the old.
_COLLECT = (5_000, 20, 50)
_SETTLED_MS = 10_000  # at the latest, whatever became of the file


class Program(QObject):
    """What lives as long as the program runs: it outlives the window, which is rebuilt in another language."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._settled = False
        self._turns = Turns(self)
        self._translator = QTranslator(self)
        self._faces: tuple[TemplateFace, ...] = ()
        self._speak()
        theme.use(app, settings.theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.window = self._made_window()

    def _speak(self) -> None:
        """Speak the chosen language, in our words and in Qt's own dialogs."""
        code = self._settings.language or wording.system_language()
        wording.set_language(code)
        # Numbers and dates as in the language that is read, not as the system writes them.
        here = QLocale.system()
        spoken = wording.language()
        QLocale.setDefault(here if here.name().startswith(spoken) else QLocale(spoken))
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if spoken != "en" and self._translator.load(f"qtbase_{spoken}", folder):
            self._app.installTranslator(self._translator)

    def _made_window(self) -> MainWindow:
        session = self.window.session if hasattr(self, "window") else None
        window = MainWindow(self._settings, session)
        window.language_chosen.connect(self._choose_language)
        window.theme_chosen.connect(self._choose_theme)
        window.start_shown.connect(self._fill_start_page)
        window.own_templates.changed.connect(self._refill_start_page)
        return window

    # What comes after the first paint

    def load_templates(self) -> None:
        """Fill the start page, one template at each turn of the event loop."""
        # Of the window: when that goes, what is still to come goes with it.
        self._filling = Turns(self.window)
        self._filling.begin(self._templates_coming())

    def _fill_start_page(self) -> None:
        """Whoever opens a file at once never needs the templates; they are drawn when the page is first shown."""
        if not self._faces:
            self.load_templates()

    def _refill_start_page(self) -> None:
        """One of the user's own is there, called otherwise, or gone."""
        if self.window.at_start:
            self.load_templates()
        else:
            self._faces = ()

    def _templates_coming(self) -> Iterator[None]:
        from journey_editor.session.template_folder import template_folder
        from journey_editor.ui import rooms
        from journey_editor.ui.template_pictures import template_faces

        for faces in template_faces(template_folder()):
            self._faces = faces
            self.window.show_faces(faces)
            yield
        yield from rooms.enter()  # whoever takes a template need not wait for them then

    def settle(self) -> None:
        """What there is to begin with is on the screen: do what could wait until then, once."""
        if self._settled:
            return
        self._settled = True
        gc.freeze()
        # Looking through all there is takes half a second at 10,000 cards, and hardly anything is in circles.
        gc.set_threshold(*_COLLECT)
        gc.enable()
        self._turns.begin(theme.load_other_scripts())

    # What the user chooses

    def _choose_theme(self, choice: theme.Choice) -> None:
        self._settings.theme = choice
        theme.use(self._app, choice)
        self.window.themed()

    def _follow_system(self) -> None:
        choice = self._settings.theme
        if choice == "system" and theme.wanted(choice) is not theme.current():
            theme.use(self._app, choice)
            self.window.themed()

    def _choose_language(self, code: str) -> None:
        self._settings.language = code
        # Not from within the menu of the window that is about to go.
        QTimer.singleShot(0, self._change_window)

    def _change_window(self) -> None:
        """The same project in a window of another language."""
        old = self.window
        self._speak()
        old.keep_arrangement()
        geometry, zoom = old.arrangement()
        at_start = old.at_start
        self.window = self._made_window()
        self.window.restoreGeometry(geometry)
        if at_start:
            self.window.show_start_page()
        else:
            self.window.show_workspace(zoom)
        self.window.show()
        old.hide()
        old.deleteLater()
        self._faces = ()  # they speak the other language
        if at_start:
            self.load_templates()


def application() -> QApplication:
    """The QApplication with our name, style and type; the one that is there already, if there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("journey-editor")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("journey-editor")
    app.setStyle("Fusion")
    theme.load_fonts()
    return app


def run(path: Path | None, smoke: bool = False) -> int:
    """Open the window, with a file if there is one, and run until it is closed; the exit code.

    `smoke` opens the file, paints everything once, and quits: 0 if nothing went wrong.
    """
    # Nothing that is built while starting is garbage, and looking through it again and again costs a seventh of the
    # time until a map is shown.
    gc.disable()
    app = application()
    faults = Faults(log_file(), quiet=smoke)
    faults.install()
    faults.log.watch_for_crashes()
    program = Program(app, Settings())
    window = program.window
    if path is not None:
        window.say_opening(path)
    window.show()
    if smoke:
        done = _smoke(app, window, path, faults)
        gc.enable()
        return done

    def after_first_paint() -> None:
        if path is not None:
            window.settled.connect(program.settle)
            QTimer.singleShot(_SETTLED_MS, program, program.settle)
            window.open_path(path)
        else:
            program.load_templates()
            program.settle()

    window.painted.connect(after_first_paint)
    # Ctrl+C in the terminal ends the program; Qt's loop would never let Python see it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app.exec()


def _smoke(app: QApplication, window: MainWindow, path: Path | None, faults: Faults) -> int:
    from journey_editor.storage.files import FileProblem

    app.processEvents()
    if path is not None:
        session = window.workspace.session
        try:
            session.open(path)
        except FileProblem as problem:
            print(problem.message, file=sys.stderr)
            return problem.exit_code
        window.show_workspace()
        app.processEvents()
        window.workspace.begin()
        window.workspace.view.settle()
    window.grab()
    app.processEvents()
    window.hide()
    return 1 if faults.count else 0
