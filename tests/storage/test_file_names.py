"""Titles as file names."""

from __future__ import annotations

import pytest

from journey_editor.storage.file_names import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("XXL Kauf", "XXL Kauf"),
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j"),
        ("  a\t\nb\x00\u202ec  ", "a b c"),
        ("../../etc/passwd", "etc passwd"),
        (".hidden.", "hidden"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 80),
        ("x" * 79 + " yz", "x" * 79),
        ("x" * 78 + ". yz", "x" * 78),
        ("", "Map"),
        ("///", "Map"),
        (". .", "Map"),
        ("Kund*innen 😀 عربي", "Kund innen 😀 عربي"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "Map") == name
