"""The outline: the whole map as a tree, the same selection as everywhere, and names that can be changed in place."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from journey_editor.edit.cards import set_card
from journey_editor.edit.phases import move_phase
from journey_editor.model.queries import all_cards
from journey_editor.model.things import things
from journey_editor.session.session import Session
from journey_editor.storage.codec import Loaded
from journey_editor.ui.outline import Outline, Row
from tests.builders import large


@pytest.fixture
def outline(app: QApplication, session: Session, qtbot: QtBot) -> Outline:
    made = Outline(session)
    qtbot.addWidget(made)
    made.resize(260, 600)
    made.show()
    return made


def rows(outline: Outline) -> Iterator[Row]:
    waiting = [outline.topLevelItem(n) for n in range(outline.topLevelItemCount())]
    while waiting:
        row = waiting.pop(0)
        assert isinstance(row, Row)
        yield row
        waiting.extend(row.child(n) for n in range(row.childCount()))


def test_every_thing_of_the_map_has_a_row_once_all_is_open(outline: Outline, session: Session) -> None:
    outline.open_all()
    keys = {row.twig.key for row in rows(outline)}
    own = {
        thing.id
        for thing in things(session.project)
        if thing.kind not in ("project", "point", "counterpart")
        and (thing.journey is None or thing.journey.id == session.map_id)
        and not (thing.kind == "step" and thing.id == "st-use")  # the only step of its phase is the phase
    }
    assert own <= keys


def test_what_is_selected_on_the_map_is_found_and_shown(outline: Outline, session: Session) -> None:
    session.select(("tp-mail",))
    row = outline.row("tp-mail")
    assert row is not None
    assert row.isSelected()
    parent = row.parent()
    assert parent is not None
    assert parent.isExpanded()


def test_what_is_selected_here_is_selected_everywhere(outline: Outline, session: Session) -> None:
    row = outline.row("ph-after")
    assert row is not None
    outline.setCurrentItem(row)
    assert session.selection == ("ph-after",)


def test_a_cell_can_be_stood_on_though_it_is_no_thing(outline: Outline, session: Session) -> None:
    session.select(("tp-web",))
    row = outline.row("ln-online/st-ask")
    assert row is not None
    outline.setCurrentItem(row)
    assert session.selection == ()
    assert outline.current_key() == "ln-online/st-ask"
    assert row.isSelected()


def test_renaming_once_more_goes_on_in_the_same_field_or_in_that_of_another_row(outline: Outline) -> None:
    outline.activateWindow()
    outline.edit_here("tp-shop")
    field = outline.findChild(QLineEdit)
    assert field is not None
    field.setText("Laden am Markt")
    outline.edit_here("tp-shop")
    assert field.isVisible()
    assert field.text() == "Laden am Markt"
    outline.edit_here("tp-mail")
    QApplication.processEvents()
    row = outline.row("tp-mail")
    assert row is not None
    assert isinstance(outline.indexWidget(outline.indexFromItem(row)), QLineEdit)


def test_a_row_is_renamed_in_place(outline: Outline, session: Session, qtbot: QtBot) -> None:
    outline.edit_here("tp-shop")
    editor = outline.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Laden"
    editor.setText("Laden in <b>Kiel</b>")
    with qtbot.waitSignal(outline.renamed) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == ["tp-shop", "Laden in <b>Kiel</b>"]


def test_an_edit_of_one_card_keeps_all_rows(outline: Outline, session: Session) -> None:
    outline.open_all()
    before = {row.twig.key: row for row in rows(outline)}
    session.apply("x", lambda project: set_card(project, "tp-mail", title="Neu"))
    after = {row.twig.key: row for row in rows(outline)}
    assert before == after
    assert after["tp-mail"].text(0) == "Neu"


def test_a_moved_phase_takes_its_open_rows_along(outline: Outline, session: Session) -> None:
    outline.open_all()
    session.apply("x", lambda project: move_phase(project, "ph-after", "ph-before"))
    group = outline.row("#phases")
    assert group is not None
    assert [group.child(n).twig.key for n in range(2)] == ["ph-after", "ph-before"]
    assert group.child(1).isExpanded()


def test_rows_that_are_gone_leave_nothing_behind(outline: Outline, session: Session) -> None:
    outline.open_all()
    gone = [weakref.ref(row) for row in rows(outline) if row.parent() is not None]
    session.new(Loaded(large(2), {}, ()))
    _, _, card = next(all_cards(session.journey))
    session.apply("again", lambda project: set_card(project, card.id, title="Again"))
    gc.collect()
    kept = {id(row) for row in rows(outline)}
    assert [row for ref in gone if (row := ref()) is not None and id(row) not in kept] == []


def test_deleted_rows_go_and_come_back_with_undo(outline: Outline, session: Session) -> None:
    from journey_editor.session import acts

    outline.open_all()
    acts.remove(session, ("ln-online",))
    assert outline.row("tp-web") is None
    session.undo()
    assert outline.row("tp-web") is not None


def test_rows_speak_the_language_of_the_map(outline: Outline, session: Session) -> None:
    session.set_language("en")
    row = outline.row("tp-shop")
    assert row is not None
    assert row.text(0) == "Shop"


def test_a_tooltip_is_never_taken_for_markup(outline: Outline, session: Session) -> None:
    session.apply("x", lambda project: set_card(project, "tp-mail", title="<img src='x'>"))
    row = outline.row("tp-mail")
    assert row is not None
    assert "<img" not in row.toolTip(0)
    assert row.text(0) == "<img src='x'>"


def test_of_a_large_map_only_what_is_opened_is_made(app: QApplication, session: Session, qtbot: QtBot) -> None:
    session.new(Loaded(large(lanes=10, steps=20, cards=5), {}, ()))
    outline = Outline(session)
    qtbot.addWidget(outline)
    assert sum(1 for _ in rows(outline)) < 30
    session.select(("c3-7-2",))
    assert outline.row("c3-7-2") is not None
    assert sum(1 for _ in rows(outline)) < 80


def test_a_name_without_a_count_has_the_room_of_the_count(outline: Outline) -> None:
    outline.open_all()
    bare = next(row for row in rows(outline) if not row.text(1))
    counted = next(row for row in rows(outline) if row.text(1))
    painter = outline.itemDelegate()
    assert isinstance(painter, QStyledItemDelegate)

    def width(row: Row) -> int:
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, 100, 26)
        painter.initStyleOption(option, outline.indexFromItem(row, 0))
        return int(option.rect.width())

    assert width(counted) == 100
    assert width(bare) == 100 + outline.columnWidth(1)
