"""A walk over all actions and all widgets that take the focus: each is named, and each is reached without a mouse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journey_editor import wording
from journey_editor.app import Program
from journey_editor.edit.text_tables import by_ids
from journey_editor.ui.actions import plain
from journey_editor.ui.dialogs import about
from journey_editor.ui.dialogs.messages import Answer, Message
from journey_editor.ui.dialogs.shortcuts import ShortcutsWindow
from journey_editor.ui.finder.entries import entries
from journey_editor.ui.finder.popup import FinderPopup
from journey_editor.ui.inspector.choice_fields import Segment
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.palette import PaletteItem
from journey_editor.ui.print_studio.studio import PrintStudio
from journey_editor.ui.settings import Settings
from journey_editor.ui.translating.languages_dialog import CorrectLanguage, LanguagesDialog
from journey_editor.ui.translating.paste_dialog import PasteTexts
from tests.builders import everything
from tests.ui.conftest import show

TAB = Qt.FocusPolicy.TabFocus.value


def actions_of(menu: QMenu) -> Iterator[QAction]:
    """Every action of a menu and of the menus in it, after they have filled themselves."""
    menu.aboutToShow.emit()
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from actions_of(below)
        elif not action.isSeparator():
            yield action


def menu_actions(window: MainWindow) -> list[QAction]:
    menus = [top.menu() for top in window.menuBar().actions()]
    return [action for menu in menus if isinstance(menu, QMenu) for action in actions_of(menu)]


# Actions


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_action_is_named_and_in_a_menu_and_in_the_finder(
    program: Program, settings: Settings, language: str, qtbot: QtBot
) -> None:
    wording.set_language(language)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    in_menus = menu_actions(window)
    texts = [action.text() for action in in_menus if action.isEnabled()]
    assert all(text.strip(" &.") for text in texts)
    for command in window.actions_:
        assert window.actions_[command.id] in in_menus, command.id
    found = entries(window.menuBar(), window.actions_, None, lambda _key: None)
    assert len(found) == len({entry.id for entry in found})
    # The finder does not list itself, nor the line that says there are no recent files.
    names = {entry.name.split(": ")[-1] for entry in found}
    own = window.actions_["help.find"].text()
    assert not [text for text in texts if text != own and plain(text) not in names]


def test_no_two_actions_share_a_key(open_window: MainWindow) -> None:
    in_menus = menu_actions(open_window)
    keys: Counter[str] = Counter()
    for action in {*open_window.findChildren(QAction), *in_menus}:
        keys.update(sequence.toString() for sequence in action.shortcuts() if not sequence.isEmpty())
    assert not {key: count for key, count in keys.items() if count > 1}


def test_no_letter_opens_two_menus(open_window: MainWindow) -> None:
    titles = [top.text() for top in open_window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(letters) == len(set(letters)), titles


# Widgets


def inner(widget: QWidget) -> bool:
    """Whether it is a part of a control of Qt's, which bears the name and takes the focus for it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QTabBar) or (
            isinstance(parent, QAbstractItemView) and widget is not parent
        ):
            return True
        parent = parent.parentWidget()
    return False


def takers(top: QWidget) -> list[QWidget]:
    """The widgets in a window that are seen and take the focus."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisibleTo(top)
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not inner(widget)
        and not isinstance(widget, QMenu | QLabel)  # words may be marked with the mouse; they are no control
    ]


def named(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return ""
    return interface.text(QAccessible.Text.Name).strip() or widget.accessibleName().strip()


def described(widget: QWidget) -> str:
    chain = []
    step: QWidget | None = widget
    while step is not None:
        chain.append(f"{type(step).__name__}#{step.objectName()}")
        step = step.parentWidget()
    return " < ".join(chain[:6])


def in_the_tab_chain(top: QWidget) -> set[int]:
    """What Tab can come to, from widget to widget, without regard to who keeps Tab for itself (as the map does)."""
    found, step = set(), top.nextInFocusChain()
    while step is not None and step is not top:
        if step.focusPolicy().value & TAB:
            found.add(id(step))
        step = step.nextInFocusChain()
    return found


def family(widget: QWidget) -> set[tuple[type, int]]:
    """Buttons of one kind that are one stop for Tab, as a row of choices or the palette: the arrows go through them."""
    parent = widget.parentWidget()
    above = parent.parentWidget() if parent is not None else None
    return {(type(widget), id(known)) for known in (parent, above) if known is not None} if _roves(widget) else set()


def _roves(widget: QWidget) -> bool:
    return isinstance(widget, PaletteItem | Segment)


def check(top: QWidget) -> None:
    widgets = takers(top)
    assert widgets
    buttons = [button for button in top.findChildren(QAbstractButton) if button.isVisibleTo(top) and not inner(button)]
    nameless = [described(widget) for widget in [*widgets, *buttons] if not named(widget)]
    assert not nameless, "without a name:\n" + "\n".join(nameless)
    reached = in_the_tab_chain(top)
    stops = {key for widget in widgets if id(widget) in reached for key in family(widget)}
    lost = [described(widget) for widget in widgets if id(widget) not in reached and not stops & family(widget)]
    assert not lost, "not reached by Tab:\n" + "\n".join(lost)


def test_the_start_page(window: MainWindow) -> None:
    check(window)


def test_the_window_with_all_panels(open_window: MainWindow) -> None:
    for name in ("palette", "outline", "inspector", "history", "counterparts", "translations"):
        open_window.actions_[f"view.{name}"].setChecked(True)
    QApplication.processEvents()
    check(open_window)


def test_the_properties_of_every_kind_of_thing(open_window: MainWindow) -> None:
    from journey_editor.model.things import things

    session = open_window.session
    assert session is not None
    seen: set[tuple[str, str]] = set()
    for thing in list(things(session.project)):
        kind = (thing.kind, getattr(thing.node, "kind", ""))
        if kind in seen:
            continue
        seen.add(kind)
        session.select((thing.id,))
        QApplication.processEvents()
        check(open_window.workspace.inspector)
    assert len(seen) > 12


def test_the_properties_of_several_things(open_window: MainWindow) -> None:
    session = open_window.session
    assert session is not None
    session.select(("tp-web", "tp-shop"))
    QApplication.processEvents()
    check(open_window.workspace.inspector)
    session.select(("tp-web", session.journey.phases[0].id))
    QApplication.processEvents()
    check(open_window.workspace.inspector)


def _message(window: MainWindow) -> QDialog:
    answers = [Answer("cancel", "Cancel"), Answer("go", "Go", default=True, kind="filled")]
    return Message(window, "Title?", "Words", answers)


def _paste_texts(window: MainWindow) -> QDialog:
    session = window.workspace.session
    rows = (("ID", "de", "en"), ("tp-web.title", "Netz", "Web"), ("gone", "", "x"))
    entries_ = session.texts.entries(session.project)
    return PasteTexts(session, by_ids(session.project, entries_, session.languages, rows), window)


DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "export": lambda window: PrintStudio(window.workspace.session, window),
    "shortcuts": lambda window: ShortcutsWindow(window.actions_, window),
    "finder": lambda window: FinderPopup(
        window, entries(window.menuBar(), window.actions_, window.session, lambda _key: None), ()
    ),
    "message": _message,
    "languages": lambda window: LanguagesDialog(window.workspace.session, window),
    "correct a language": lambda window: CorrectLanguage("en", window),
    "paste texts": _paste_texts,
}


@pytest.mark.parametrize("name", DIALOGS)
def test_each_dialog(open_window: MainWindow, name: str) -> None:
    dialog = DIALOGS[name](open_window)
    dialog.show()
    QApplication.processEvents()
    assert named(dialog) or dialog.windowTitle()
    check(dialog)
    dialog.close()
    dialog.deleteLater()


def test_the_dialog_about_the_program(open_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[bool] = []

    def look(dialog: QDialog) -> int:
        dialog.show()
        check(dialog)
        dialog.close()
        checked.append(True)
        return 0

    monkeypatch.setattr(about.QDialog, "exec", look)
    about.show_about(open_window)
    assert checked


def test_f6_goes_round_all_regions(open_window: MainWindow) -> None:
    for name in ("history", "counterparts", "translations"):
        open_window.actions_[f"view.{name}"].setChecked(True)
    QApplication.processEvents()
    workspace = open_window.workspace
    regions = [*workspace.docks.values(), workspace.view]
    seen: set[int] = set()
    for _ in range(len(regions)):
        open_window.actions_["view.next_region"].trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        seen |= {n for n, region in enumerate(regions) if region is focus or region.isAncestorOf(focus)}
    assert len(seen) == len(regions)


def test_a_new_project_is_walked_as_well(window: MainWindow, qtbot: QtBot) -> None:
    show(window, everything(), qtbot)
    window.files.new()
    QApplication.processEvents()
    check(window)


def test_a_line_edit_is_named_by_what_it_is_for(open_window: MainWindow) -> None:
    for line in open_window.findChildren(QLineEdit):
        if line.isVisible() and not inner(line):
            assert named(line) != line.text() or not line.text(), described(line)
