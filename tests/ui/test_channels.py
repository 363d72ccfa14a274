"""The channels of a project in their window: listed with their uses, added, ordered, merged, replaced, deleted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.edit.maps import add_map
from journey_editor.model.cards import Touchpoint
from journey_editor.model.channel_uses import channel_uses
from journey_editor.model.project import Project
from journey_editor.model.queries import find_card
from journey_editor.session import channel_acts as acts
from journey_editor.session.session import Session
from journey_editor.storage.channel_library import known_channel
from journey_editor.storage.codec import Loaded
from journey_editor.ui.channels import details, window
from journey_editor.ui.channels.library import LibraryDialog
from journey_editor.ui.channels.rows import library_rows
from journey_editor.ui.channels.window import ChannelWindow
from journey_editor.ui.icon_grid import IconGrid
from journey_editor.ui.inspector.channel_field import ChannelField
from journey_editor.ui.inspector.icon_field import IconField
from journey_editor.ui.inspector.icon_names import icon_names
from journey_editor.ui.inspector.scope import Scope
from journey_editor.ui.list_rows import RowList
from journey_editor.ui.palette import Palette
from tests.builders import everything

K, M = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def session(app: QApplication) -> Iterator[Session]:
    made = Session()
    made.new(Loaded(everything(), {}, ()))
    yield made
    made.deleteLater()


@pytest.fixture
def channels(session: Session, qtbot: QtBot) -> ChannelWindow:
    made = ChannelWindow(session, None)  # type: ignore[arg-type]  # it stands alone here
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def listed(rows: RowList) -> list[tuple[str, str]]:
    return [(row.name, row.right) for row in rows.model_.rows]


def names(session: Session) -> list[str]:
    return [channel.name for channel in session.project.channels]


def channel_of(project: Project, card: str) -> str:
    found = find_card(project.maps[0], card)
    assert isinstance(found, Touchpoint)
    return found.channel


def test_each_channel_is_listed_with_its_mode_and_its_uses(channels: ChannelWindow) -> None:
    assert listed(channels.list) == [("Website", "online · 2"), ("Laden", "offline · 1")]
    channels.field.setText("off")
    assert [name for name, _ in listed(channels.list)] == ["Laden"]


def test_a_new_channel_is_named_at_once(channels: ChannelWindow, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(channels.list, K.Key_Insert)
    control = channels.details.name.control
    qtbot.waitUntil(control.hasFocus)
    qtbot.keyClicks(control, "Rohrpost")
    assert names(session) == ["Website", "Laden", "Rohrpost"]
    session.undo()
    session.undo()
    assert session.project == everything()


def test_channels_of_the_library_are_added_in_one_step(
    channels: ChannelWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tuple(known for key in ("letter", "fair") if (known := known_channel(key)) is not None)
    monkeypatch.setattr(window, "ask_library", lambda *_: wanted)
    channels.add_known()
    assert names(session) == ["Website", "Laden", "Brief", "Messe"]
    assert session.undo_label == "Added 2 channels"
    assert len(channels.list.chosen()) == 2
    session.undo()
    assert session.project == everything()


def test_the_order_changes_by_keys(channels: ChannelWindow, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(channels.list, K.Key_Down, M.AltModifier)
    assert names(session) == ["Laden", "Website"]
    assert channels.list.chosen() == ("ch-web",)
    qtbot.keyClick(channels.list, K.Key_Down, M.AltModifier)
    qtbot.keyClick(channels.list, K.Key_Up, M.AltModifier)
    assert names(session) == ["Website", "Laden"]


def test_several_move_together(session: Session) -> None:
    acts.add_own(session)
    last = session.project.channels[-1].id
    acts.move(session, (last, "ch-shop"), -1)
    assert [channel.id for channel in session.project.channels] == ["ch-shop", last, "ch-web"]
    acts.move(session, ("ch-shop", last), -1)
    assert session.project.channels[0].id == "ch-shop"
    acts.move(session, (), 1)


def test_two_become_one(channels: ChannelWindow, session: Session, qtbot: QtBot) -> None:
    channels.list.selectAll()
    channels.details.merge.click()
    picker = channels.details.picker
    assert picker is not None
    assert [row.name for row in picker.list.model_.rows] == ["Marked channels", "Website", "Laden"]
    qtbot.keyClick(picker.field, K.Key_Return)
    assert names(session) == ["Website"]
    assert channel_of(session.project, "tp-shop") == "ch-web"
    assert channels.list.chosen() == ("ch-web",)
    session.undo()
    assert session.project == everything()


def test_one_is_replaced_by_one_of_the_library(channels: ChannelWindow, session: Session, qtbot: QtBot) -> None:
    channels.list.choose({"ch-shop"})
    channels.details.replace.click()
    picker = channels.details.picker
    assert picker is not None
    qtbot.keyClicks(picker.field, "showroom")
    qtbot.keyClick(picker.field, K.Key_Return)
    assert names(session) == ["Website", "Laden", "Ausstellungsraum"]
    assert channel_of(session.project, "tp-shop") == session.project.channels[-1].id
    assert not channel_uses(session.project)["ch-shop"].any
    session.undo()
    assert session.project == everything()


def test_replacing_in_this_map_leaves_the_others(session: Session) -> None:
    session.apply("", lambda project: add_map(project, "Other"))
    acts.replace(session, "ch-shop", "ch-web", here=True)
    assert channel_of(session.project, "tp-shop") == "ch-web"
    session.go_to_map(session.project.maps[-1].id)
    acts.replace(session, "ch-web", "ch-shop", here=True)
    assert channel_of(session.project, "tp-shop") == "ch-web"


@pytest.mark.parametrize("sure", [True, False])
def test_what_hangs_on_a_channel_is_said_before_it_goes(
    channels: ChannelWindow, session: Session, monkeypatch: pytest.MonkeyPatch, sure: bool, qtbot: QtBot
) -> None:
    said: list[str] = []

    def confirm(_parent: object, _head: str, text: str, _action: str) -> bool:
        said.append(text)
        return sure

    monkeypatch.setattr(details, "confirm", confirm)
    channels.list.choose({"ch-shop"})
    qtbot.keyClick(channels.list, K.Key_Delete)
    assert said == ["1 touchpoint is left without a channel, and 1 mark of a matrix goes."]
    assert names(session) == (["Website"] if sure else ["Website", "Laden"])


def test_a_channel_that_nothing_uses_goes_without_a_question(
    channels: ChannelWindow, session: Session, qtbot: QtBot
) -> None:
    channels.list.choose({acts.add_own(session)})
    qtbot.keyClick(channels.list, K.Key_Delete)
    assert names(session) == ["Website", "Laden"]


def test_undo_works_in_the_window(channels: ChannelWindow, session: Session, qtbot: QtBot) -> None:
    acts.add_own(session)
    qtbot.keyClick(channels, K.Key_Z, M.ControlModifier)
    assert session.project == everything()
    assert len(channels.list.model_.rows) == 2


def test_the_touchpoints_of_a_channel_are_selected_on_the_map(channels: ChannelWindow, session: Session) -> None:
    channels.list.choose({"ch-web"})
    channels.details.go.click()
    assert session.selection == ("tp-web", "tp-mail")
    assert not channels.isVisible()


def test_nothing_marked_says_what_to_do(channels: ChannelWindow) -> None:
    channels.list.clearSelection()
    assert not channels.details._body.isVisible()
    channels.details.remove()
    assert len(channels.list.model_.rows) == 2


def test_the_library_lists_what_is_lacking_and_takes_several(session: Session, qtbot: QtBot) -> None:
    dialog = LibraryDialog(session, None)  # type: ignore[arg-type]  # it stands alone here
    qtbot.addWidget(dialog)
    dialog.show()
    keys = [row.key for row in dialog.list.model_.rows]
    assert "library/website" not in keys
    assert not dialog.add.isEnabled()
    dialog.list.choose({"library/letter", "library/fair"})
    assert dialog.add.text() == "Add 2 channels"
    dialog.add.click()
    assert [known.key for known in dialog.chosen] == ["letter", "fair"]


def test_the_library_is_searched_in_both_languages(session: Session, qtbot: QtBot) -> None:
    dialog = LibraryDialog(session, None)  # type: ignore[arg-type]  # it stands alone here
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.field.setText("trade fair")
    assert [row.name for row in dialog.list.model_.rows] == ["Places and events", "Messe"]
    qtbot.keyClick(dialog.field, K.Key_Down)
    qtbot.keyClick(dialog.list, K.Key_Return)
    assert [known.key for known in dialog.chosen] == ["fair"]


def test_the_palette_leads_to_the_library(session: Session, qtbot: QtBot) -> None:
    palette = Palette(session)
    qtbot.addWidget(palette)
    more = [item for item in palette.items() if item.leads]
    assert [item.text() for item in more] == ["More channels ..."]
    with qtbot.waitSignal(palette.library_wanted):
        more[0].click()


def test_a_touchpoint_takes_a_channel_of_the_library_which_the_project_gets(session: Session, qtbot: QtBot) -> None:
    field = ChannelField(Scope(session, ("tp-web", "tp-shop")), "Channel")
    qtbot.addWidget(field)
    field.refresh()
    at = field.combo.findData("library/letter")
    assert not field.combo.model().index(field.combo.findData("library/"), 0).flags() & Qt.ItemFlag.ItemIsEnabled
    field.combo.setCurrentIndex(at)
    field.combo.activated.emit(at)
    assert names(session)[-1] == "Brief"
    made = session.project.channels[-1].id
    assert channel_of(session.project, "tp-web") == channel_of(session.project, "tp-shop") == made
    field.refresh()
    assert field.combo.currentData() == made
    assert field.combo.findData("library/letter") < 0, "the project has it now"
    session.undo()
    assert session.project == everything()


def test_an_icon_is_found_by_what_it_shows_and_taken_with_enter(session: Session, qtbot: QtBot) -> None:
    from journey_editor.ui.inspector.attributes import Own

    field = IconField(Scope(session, ("ch-shop",)), Own("icon"), "Icon", "automatic")
    qtbot.addWidget(field)
    field.show()
    field.refresh()
    assert field.button.text().strip() == "shop"
    qtbot.keyClick(field.button, K.Key_Down)
    grid = field.grid
    assert grid is not None
    assert grid.shown() == ["", *icon_names()]
    assert grid.grid.currentItem().data(Qt.ItemDataRole.UserRole) == "store"
    qtbot.keyClicks(grid.field, "letter")
    assert grid.shown()[0] == "mail"
    qtbot.keyClick(grid.field, K.Key_Return)
    assert session.project.channels[1].icon == "mail"
    assert field.button.accessibleName() == "Icon: letter"


def test_the_arrows_move_in_the_grid(app: QApplication, qtbot: QtBot) -> None:
    grid = IconGrid(icon_names(), "", "automatic", None)  # type: ignore[arg-type]  # it stands alone here
    grid.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(grid)
    grid.show()
    qtbot.keyClick(grid.field, K.Key_Right)
    qtbot.keyClick(grid.field, K.Key_Down)
    row = grid.grid.currentRow()
    assert row > 4
    qtbot.keyClick(grid.field, K.Key_Up)
    qtbot.keyClick(grid.field, K.Key_Left)
    qtbot.keyClick(grid.field, K.Key_Left)
    assert grid.grid.currentRow() == 0
    with qtbot.waitSignal(grid.picked) as taken:
        qtbot.keyClick(grid.field, K.Key_Return)
    assert taken.args == [""]


def test_every_icon_of_the_library_can_be_chosen_by_hand(session: Session) -> None:
    assert {row.mark for _, rows in library_rows(session) for row in rows} <= set(icon_names())
