"""The window as a whole: opening, saving, leaving, and speaking another language with the project still open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.app import Program
from journey_editor.edit.projects import set_project
from journey_editor.model.things import things
from journey_editor.session import acts
from journey_editor.storage import files
from journey_editor.storage.codec import Loaded
from journey_editor.ui.dialogs import messages
from journey_editor.ui.faults import Faults
from journey_editor.ui.main_window import MainWindow
from journey_editor.ui.outline import Outline
from journey_editor.ui.settings import Settings
from tests.builders import PIXEL, PIXEL_SHA, everything
from tests.ui.conftest import show


def test_it_opens_with_the_start_page_and_without_the_model(window: MainWindow) -> None:
    assert window.at_start
    assert window.session is None
    assert not window.actions_["file.save"].isEnabled()


def test_lanes_can_be_inserted_into_a_project_only(window: MainWindow) -> None:
    lanes = window._lanes.menuAction()
    assert not lanes.isEnabled()
    window.open_template("mirror")
    assert lanes.isEnabled()
    window.show_start_page()
    assert not lanes.isEnabled()


def test_a_template_opens_as_a_new_project(window: MainWindow, qtbot: QtBot) -> None:
    window.open_template("mirror")
    assert not window.at_start
    assert window.session is not None
    assert window.session.path is None
    assert window.session.journey.phases
    docks = window.workspace.docks
    assert {name for name, dock in docks.items() if not dock.isHidden()} == {"palette", "outline", "inspector"}


def test_a_file_that_cannot_be_opened_says_why_and_changes_nothing(
    open_window: MainWindow, said: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "bad.journey"
    bad.write_text('{"format": "journey-editor", ', encoding="utf-8")
    assert open_window.session is not None
    before = open_window.session.project
    open_window.open_path(bad)
    qtbot.waitUntil(lambda: not open_window.opening)
    assert "bad.journey" in said[0]
    assert open_window.session.project is before


def test_opening_a_bad_file_from_the_start_page_leaves_the_start_page(
    window: MainWindow, said: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_path(tmp_path / "gone.journey")
    qtbot.waitUntil(lambda: not window.opening)
    assert said
    assert window.at_start
    assert all(dock.isHidden() for dock in window.workspace.docks.values())


def test_a_panel_that_was_closed_stays_closed(
    open_window: MainWindow, app: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    open_window.actions_["view.palette"].trigger()
    open_window.keep_arrangement()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()
    again.open_template("blank")
    assert again.workspace.docks["palette"].isHidden()
    assert not again.workspace.docks["outline"].isHidden()


def test_saving_writes_the_file_and_says_so(open_window: MainWindow, tmp_path: Path) -> None:
    session = open_window.session
    assert session is not None
    path = tmp_path / "map.journey"
    session.save(path)
    acts.write(session, "tp-web", "title", "Anders")
    assert open_window.isWindowModified()
    open_window.files.save()
    assert not open_window.isWindowModified()
    assert files.load(path).project == session.project


def test_a_save_that_fails_says_why(open_window: MainWindow, said: list[str], tmp_path: Path) -> None:
    session = open_window.session
    assert session is not None
    session.save(tmp_path / "map.journey")
    acts.write(session, "tp-web", "title", "Anders")
    (tmp_path / "map.journey").unlink()
    (tmp_path / "map.journey").mkdir()
    open_window.files.save()
    assert said
    assert session.dirty


@pytest.mark.parametrize(("answer", "closes"), [("discard", True), ("", False)])
def test_unsaved_changes_are_asked_about_before_the_window_closes(
    open_window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: str, closes: bool
) -> None:
    session = open_window.session
    assert session is not None
    acts.write(session, "tp-web", "title", "Anders")
    monkeypatch.setattr("journey_editor.ui.documents.ask_to_save", lambda *_: answer)
    event = QCloseEvent()
    open_window.closeEvent(event)
    assert event.isAccepted() is closes


def test_another_language_keeps_project_history_and_selection(
    open_window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    session = open_window.session
    assert session is not None
    acts.write(session, "tp-web", "title", "Anders")
    session.select(("tp-shop",))
    open_window.language_chosen.emit("de")
    qtbot.waitUntil(lambda: program.window is not open_window)
    assert program.window.session is session
    assert session.can_undo
    assert session.selection == ("tp-shop",)
    titles = [action.text() for action in program.window.menuBar().actions()]
    assert titles[0] == "&Datei"
    session.undo()
    assert program.window.workspace.view.session is session


def test_the_theme_changes_under_an_open_project(open_window: MainWindow, app: QApplication) -> None:
    open_window.theme_chosen.emit("dark")
    assert app.palette().window().color().lightness() < 60
    open_window.theme_chosen.emit("light")
    assert app.palette().window().color().lightness() > 200


def test_leaving_a_project_goes_back_to_the_start_page(open_window: MainWindow) -> None:
    open_window.leave_project()
    assert open_window.at_start
    assert all(dock.isHidden() for dock in open_window.workspace.docks.values())
    assert not open_window.actions_["edit.delete"].isEnabled()


def test_every_control_has_a_name_for_those_who_cannot_see_it(open_window: MainWindow) -> None:
    controls = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in open_window.findChildren(QWidget)
        if isinstance(widget, controls)
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not widget.objectName().startswith(("qt_", "Scroll"))
        and type(widget).__name__ != "QScrollBar"
    ]
    assert not nameless


def test_no_label_takes_the_users_words_for_markup(open_window: MainWindow) -> None:
    rich = [
        label.text()
        for label in open_window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and label.text()
    ]
    assert not rich


def test_f6_goes_round_through_all_regions(open_window: MainWindow, qtbot: QtBot) -> None:
    open_window.activateWindow()
    workspace = open_window.workspace
    seen = []
    for _ in range(4):
        open_window.actions_["view.next_region"].trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(
            next(
                name
                for name, region in (*workspace.docks.items(), ("map", workspace.view))
                if region is focus or region.isAncestorOf(focus)
            )
        )
    assert sorted(seen) == ["inspector", "map", "outline", "palette"]


def test_delete_in_a_field_of_the_properties_deletes_no_card(open_window: MainWindow, qtbot: QtBot) -> None:
    session = open_window.session
    assert session is not None
    session.select(("tp-web",))
    before = session.project
    buttons = [b for b in open_window.workspace.inspector.findChildren(QAbstractButton) if b.isVisible()]
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Delete)
    assert session.project is before
    outline = open_window.workspace.outline
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert session.project is not before


def test_the_outline_alone_is_enough_to_build_a_map(open_window: MainWindow, qtbot: QtBot) -> None:
    session, outline, actions = open_window.session, open_window.workspace.outline, open_window.actions_
    assert session is not None
    assert isinstance(outline, Outline)
    open_window.activateWindow()
    outline.setFocus()
    row = outline.row("ph-before")
    assert row is not None
    outline.setCurrentItem(row)
    actions["insert.phase"].trigger()
    made = session.selection[0]
    editor = outline.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("Zwischendurch")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.journey.phases[1].id == made
    qtbot.waitUntil(lambda: session.journey.phases[1].title == "Zwischendurch")
    actions["edit.later"].trigger()
    assert session.journey.phases[2].id == made
    actions["edit.delete"].trigger()
    assert len(session.journey.phases) == 2
    for _ in range(4):
        actions["edit.undo"].trigger()
    assert session.project == everything()


def test_an_edit_that_is_refused_says_why(open_window: MainWindow, said: list[str]) -> None:
    session = open_window.session
    assert session is not None
    session.select(("st-use",))  # the only step of its phase
    open_window.actions_["edit.delete"].trigger()
    assert len(said) == 1


def test_maps_are_added_renamed_and_deleted(open_window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
    session, actions = open_window.session, open_window.actions_
    assert session is not None
    actions["map.add"].trigger()
    assert session.journey.phases
    assert open_window.workspace.bar.tabs.count() == 3
    actions["map.rename"].trigger()
    field = open_window.workspace.bar.tabs.field
    assert field is not None
    field.setText("Soll 2027")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert open_window.workspace.bar.tabs.tabText(2) == "Soll 2027"
    actions["map.delete"].trigger()
    assert open_window.workspace.bar.tabs.count() == 2


def test_messages_are_plain_text(app: QApplication, qtbot: QtBot) -> None:
    message = messages.Message(None, "<b>head</b>", "<img src=x>", [messages.Answer("ok", "OK", default=True)])
    qtbot.addWidget(message)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in message.findChildren(QLabel))


def test_a_fault_in_the_program_is_written_down_and_told_once(
    app: QApplication, said: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = Faults(tmp_path / "log" / "x.log")
    try:
        raise RuntimeError("broken")
    except RuntimeError as error:
        faults.take(type(error), error, error.__traceback__)
    assert "broken" in (tmp_path / "log" / "x.log").read_text(encoding="utf-8")
    assert "broken" in capsys.readouterr().err
    assert len(said) == 1


def test_the_status_bar_says_what_is_selected_and_what_the_map_lacks(open_window: MainWindow, qtbot: QtBot) -> None:
    session = open_window.session
    assert session is not None
    session.select(("tp-web", "tp-shop"))
    words = [label.text() for label in open_window.statusBar().findChildren(QLabel)]
    assert "2 touchpoints selected" in words


def test_images_stay_with_the_project(window: MainWindow, qtbot: QtBot) -> None:
    show(window, everything(), qtbot)
    assert window.session is not None
    assert window.session.images == {PIXEL_SHA: PIXEL}


class _Shown(QObject):
    """Notes every widget that becomes a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_nothing_flashes_up_as_a_window_and_takes_the_focus(
    window: MainWindow, app: QApplication, qtbot: QtBot
) -> None:
    shown = _Shown()
    app.installEventFilter(shown)
    try:
        show(window, everything(), qtbot)
        session = window.session
        assert session is not None
        for thing in things(session.project):
            session.select((thing.id,))
            app.processEvents()
        session.select(("tp-web", "tp-shop"))
        app.processEvents()
    finally:
        app.removeEventFilter(shown)
    assert not shown.windows
    assert window.isActiveWindow()


def test_the_status_bar_takes_back_what_undo_takes_back(open_window: MainWindow) -> None:
    session = open_window.session
    assert session is not None
    session.apply("Title", lambda project: set_project(project, title="Anders"))
    assert "Unsaved changes" in open_window._status._state.text()
    session.undo()
    assert not session.dirty
    assert "Unsaved changes" not in open_window._status._state.text()


def test_the_map_comes_before_the_panels_which_are_there_as_soon_as_they_are_asked_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.workspace.session.new(Loaded(everything(), {}, ()))
    window.show_workspace()
    assert not window.workspace.panels.filled
    window.actions_["map.properties"].trigger()
    window.actions_["view.next_region"].trigger()
    dock = window.workspace.docks["palette"]
    assert dock.isAncestorOf(QApplication.focusWidget())
    qtbot.waitUntil(lambda: window.workspace.panels.filled)
    assert window.workspace.inspector.isVisible()
    assert window.workspace.outline.isVisible()
