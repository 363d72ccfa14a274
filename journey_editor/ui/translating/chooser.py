"""The button above the map that says in which language its words are shown and entered, and how many are missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from journey_editor.model.languages import known_languages, language_name, own_name
from journey_editor.model.translating import missing
from journey_editor.session import languages
from journey_editor.session.session import Session
from journey_editor.ui.icons import dress, icon
from journey_editor.wording import tr, trn

_OFFERED = 16  # languages in the menu; all others have a name or a tag, to be typed
_COUNT_MS = 300  # after an edit, before all texts are counted


class LanguageChooser(QToolButton):
    """Says and chooses the language of the session's content."""

    other_wanted = Signal()  # a language that the menu does not offer

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("kind", "chooser")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more: tuple[QAction, ...] = ()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._later = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._later.timeout.connect(self.follow)
        session.project_changed.connect(self._wait)
        session.language_changed.connect(self.follow)
        self.follow()

    def offer(self, *actions: QAction) -> None:
        """Commands to stand at the end of the menu."""
        self._more = actions

    def _wait(self) -> None:
        """Count once the editing pauses; where there is one language, there is nothing to count."""
        if self._session.project.translations:
            self._later.start()
        else:
            self.follow()

    def follow(self) -> None:
        """Say the language of now, and how many texts lack words in it."""
        self._later.stop()
        session = self._session
        name, lacking = language_name(session.language), self._lacking(session.language)
        said = tr("{language}: {n} missing", language=name, n=lacking) if lacking else name
        other = session.language != session.project.language
        dress(self, said, "languages", "soft_text" if other else "text_2")
        if self.property("other") != other:
            self.setProperty("other", other)
            self.style().polish(self)
        self.setAccessibleName(tr("Language of the map: {name}", name=said))
        tip = tr("The map's words are shown and entered in this language: {language}", language=name)
        if lacking:
            more = trn("{n} text has no words in it yet.", "{n} texts have no words in it yet.", lacking)
            tip = f"{tip}\n{more}"
        self.setToolTip(tip)

    def _lacking(self, language: str) -> int:
        session = self._session
        if not session.project.translations:
            return 0
        return len(missing(session.project, language, session.texts.entries(session.project)))

    def _fill(self) -> None:
        menu, session = self._menu, self._session
        menu.clear()
        group = QActionGroup(menu)
        for code in session.languages:
            name, lacking = language_name(code), self._lacking(code)
            action = menu.addAction(tr("{language}: {n} missing", language=name, n=lacking) if lacking else name)
            action.setCheckable(True)
            action.setChecked(code == session.language)
            action.setData(code)
            group.addAction(action)
        group.triggered.connect(self._choose)
        menu.addSeparator()
        more = menu.addMenu(icon("plus"), tr("Add a language"))
        for code in [code for code in known_languages() if code not in session.languages][:_OFFERED]:
            own = own_name(code)
            name = language_name(code)
            more.addAction(name if own in ("", name) else f"{name} – {own}").setData(code)
        more.triggered.connect(self._add)
        more.addSeparator()
        more.addAction(tr("Another language ...")).setData("")
        for action in self._more:
            menu.addAction(action)

    def _choose(self, action: QAction) -> None:
        self._session.set_language(str(action.data()))

    def _add(self, action: QAction) -> None:
        if action.data():
            languages.add(self._session, str(action.data()))
        else:
            self.other_wanted.emit()
