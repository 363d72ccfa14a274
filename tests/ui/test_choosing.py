"""Choosing the image of a picture on the map puts it there, as dropping the file does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.session.session import Session
from journey_editor.ui.choosing import choose_for, offer_image
from journey_editor.ui.inspector import images


def test_what_is_chosen_arrives_as_what_is_dropped(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dropped: list[tuple[list[str], tuple[str, ...]]] = []
    answers: list[Path | None] = [tmp_path / "bild.png", None]
    monkeypatch.setattr(images, "choose_image", lambda parent: answers.pop(0))
    for _ in range(2):
        choose_for(
            session,
            "pc-one",
            window,
            lambda mime, place: dropped.append(([url.toLocalFile() for url in mime.urls()], place)),
        )
    assert dropped == [([str(tmp_path / "bild.png")], ("ln-images", "st-ask", "", "pc-one"))]


def test_the_menu_has_the_command_for_one_picture_only(session: Session, qtbot: QtBot) -> None:
    chosen: list[str] = []
    for selection, count in ((("pc-one",), 1), (("tp-web",), 0), (("pc-one", "tp-web"), 0), ((), 0)):
        menu = QMenu()
        qtbot.addWidget(menu)
        session.select(selection)
        offer_image(menu, session, chosen.append)
        assert len(menu.actions()) == count
        for action in menu.actions():
            action.trigger()
    assert chosen == ["pc-one"]
