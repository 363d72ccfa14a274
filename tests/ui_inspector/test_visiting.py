"""Links: which are stored, and what is asked before one is opened."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.ui.inspector.attributes import storable
from journey_editor.ui.inspector.text_fields import address_trouble
from journey_editor.ui.inspector.visiting import host_of, question

BEGINS = "An address begins with https://, http:// or mailto:"
SPACES = "An address has no spaces."
INCOMPLETE = "The address is not complete yet."


@pytest.mark.parametrize(
    ("address", "trouble"),
    [
        ("https://example.org", ""),
        ("HTTP://example.org/a?b#c", ""),
        ("mailto:a@example.org", ""),
        ("https://example.org:8080/a:b", ""),
        ("MailTo:a", ""),
        ("", BEGINS),
        ("example.org", BEGINS),
        ("https", BEGINS),
        ("javascript:alert(1)", BEGINS),
        ("file:///etc/passwd", BEGINS),
        ("ftp://example.org", BEGINS),
        ("https://exam ple.org", SPACES),
        ("mailto:a b", SPACES),
        ("https://example.org/\u00a0", SPACES),
        ("https:", INCOMPLETE),
        ("https://", INCOMPLETE),
        ("https:example.org", INCOMPLETE),
        ("http:/example.org", INCOMPLETE),
        ("mailto:", INCOMPLETE),
    ],
)
def test_only_whole_addresses_of_three_kinds_are_stored(address: str, trouble: str) -> None:
    assert address_trouble(address) == trouble


def test_what_no_file_can_hold_is_left_out_of_what_is_entered() -> None:
    assert storable("a\r\nb\rc\td\n") == "a\nb\nc\td\n"
    assert storable("".join(map(chr, range(0x20))) + "\x7f\x80") == "\t\n\n\x80"
    assert storable("x\ud800y\udfffz\ue000\ud7ff") == "xyz\ue000\ud7ff"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://user:pass@Example.org:8080/x", "example.org"),
        ("MAILTO:a@example.org", "a@example.org"),
        ("https://", "https://"),
        ("https://[broken", "https://[broken"),
    ],
)
def test_a_link_leads_to_its_host_or_addressee(address: str, host: str) -> None:
    assert host_of(address) == host


def words(asked: QWidget) -> tuple[list[str], list[str]]:
    """The texts of a question, without the places where lines may break, and its buttons."""
    return [label.text().replace("\u200b", "") for label in asked.findChildren(QLabel)], [
        button.text() for button in asked.findChildren(QPushButton)
    ]


def test_what_a_question_says(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    texts, buttons = words(question(parent, "https://example.org/plan"))
    assert "Open example.org?" in texts
    assert "https://example.org/plan" in texts
    assert sorted(buttons) == ["Cancel", "Open in the browser"]
    texts, buttons = words(question(parent, "MAILTO:a@example.org"))
    assert "Write a mail to a@example.org?" in texts
    assert "MAILTO:a@example.org" in texts
    assert sorted(buttons) == ["Cancel", "Open in the mail program"]
    texts, _ = words(question(parent, "HTTP://example.org"))
    assert "HTTP://example.org\n\nThe connection is not encrypted." in texts


def test_a_long_address_is_cut_and_says_so(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    long = "https://example.org/" + "x" * 580
    assert long in words(question(parent, long))[0]
    assert long[:599] + "…" in words(question(parent, long + "y"))[0]


def test_enter_opens(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = question(parent, "https://example.org")
    default = [button.text() for button in asked.findChildren(QPushButton) if button.isDefault()]
    assert default == ["Open in the browser"]
