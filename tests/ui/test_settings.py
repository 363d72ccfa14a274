"""What the program remembers of the user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QTime

from journey_editor.ui.recent_list import folder_words, words_for
from journey_editor.ui.settings import RECENT_KEPT, Settings


def test_recent_files_are_newest_first_and_each_once(settings: Settings, tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        settings.add_recent(tmp_path / f"{name}.journey")
    assert [entry.path.stem for entry in settings.recent()] == ["a", "b"]


def test_only_so_many_recent_files_are_kept(settings: Settings, tmp_path: Path) -> None:
    for n in range(RECENT_KEPT + 5):
        settings.add_recent(tmp_path / f"{n}.journey")
    assert len(settings.recent()) == RECENT_KEPT


def test_a_recent_file_can_be_forgotten(settings: Settings, tmp_path: Path) -> None:
    settings.add_recent(tmp_path / "a.journey")
    settings.forget_recent(tmp_path / "a.journey")
    assert settings.recent() == ()


def test_settings_are_there_the_next_time(settings: Settings, tmp_path: Path) -> None:
    settings.theme, settings.language = "dark", "de"
    settings.sync()
    again = Settings(tmp_path / "settings.ini")
    assert (again.theme, again.language) == ("dark", "de")


def test_a_theme_that_does_not_exist_means_the_systems(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[window]\ntheme=pink\n", encoding="utf-8")
    assert Settings(file).theme == "system"


def test_dates_are_said_as_people_say_them() -> None:
    now = QDateTime(QDate(2026, 3, 18), QTime(16, 0))
    assert words_for(QDateTime(QDate(2026, 3, 18), QTime(14, 32)), now).startswith("today, ")
    assert words_for(QDateTime(QDate(2026, 3, 17), QTime(17, 5)), now).startswith("yesterday, ")
    assert words_for(QDateTime(QDate(2026, 3, 12), QTime(9, 0)), now) == "12 March 2026"
    assert words_for(QDateTime(), now) == ""


def test_a_folder_is_named_by_its_last_two_parts() -> None:
    assert folder_words(Path.home() / "Documents" / "Workshops" / "x.journey") == "Documents › Workshops"
