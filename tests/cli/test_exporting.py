"""`export`: which map, in which language, on which paper, and what of it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from journey_editor.storage.files import save
from tests.builders import large, project

from .lines import Run, words_of


def test_export_prints_a_map(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.pdf"
    said = run("export", sound, "-o", out)
    assert said.code == 0
    assert said.out[-1].startswith(f"{out}: ")
    assert said.out[-1].endswith(" pt")
    assert "Website" in words_of(out)


def test_export_prints_in_another_language(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.pdf"
    assert run("export", sound, "-o", out, "--language", "en").code == 0
    assert "Purchase" in words_of(out)
    said = run("export", sound, "-o", out, "--language", "fr")
    assert said == (1, [], [f"{sound}: The project has no words in “fr”. Choose one of: de, en."])


@pytest.mark.parametrize("name", ["mp-two", "2"])
def test_export_takes_a_map_by_id_or_number(run: Run, sound: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "map.pdf"
    assert run("export", sound, "-o", out, "--map", name).code == 0
    assert "Website" not in words_of(out)


def test_export_takes_a_map_by_its_title_in_any_language(run: Run, sound: Path, tmp_path: Path) -> None:
    for title in ("Kauf", "Purchase"):
        assert run("export", sound, "-o", tmp_path / "map.pdf", "--map", title).code == 0


def test_export_names_the_maps_that_there_are(run: Run, sound: Path, tmp_path: Path) -> None:
    said = run("export", sound, "-o", tmp_path / "map.pdf", "--map", "3")
    assert said == (1, [], [f"{sound}: There is no map “3”. Choose one of: “Kauf”, “mp-two”."])


def test_export_of_a_project_without_maps_says_so(run: Run, tmp_path: Path) -> None:
    save(tmp_path / "a.journey", project(), {})
    said = run("export", tmp_path / "a.journey", "-o", tmp_path / "a.pdf")
    assert said == (1, [], [f"{tmp_path / 'a.journey'}: There is no map in this project. Add one first."])


@pytest.mark.parametrize(
    ("options", "millimetres"),
    [
        (["--paper", "a4", "--orientation", "landscape"], (297, 210)),
        (["--paper", "A2", "--orientation", "portrait"], (420, 594)),
        (["--paper", "letter", "--orientation", "landscape"], (279.4, 215.9)),
        (["--width", "600", "--height", "300mm"], (600, 300)),
    ],
)
def test_export_prints_on_the_paper_that_is_asked_for(
    run: Run, sound: Path, tmp_path: Path, options: list[str], millimetres: tuple[float, float]
) -> None:
    out = tmp_path / "map.pdf"
    assert run("export", sound, "-o", out, "--allow-small", "--map", "mp-two", *options).code == 0
    with pypdfium2.PdfDocument(out) as document:
        size = document[0].get_size()
    assert tuple(length * 25.4 / 72 for length in size) == pytest.approx(millimetres, abs=0.1)


def test_export_leaves_out_what_is_not_wanted(run: Run, sound: Path, tmp_path: Path) -> None:
    for option, there in (("--title-block", True), ("--no-title-block", False)):
        assert run("export", sound, "-o", tmp_path / "map.pdf", "--map", "Kauf", option).code == 0
        assert ("Kauf" in words_of(tmp_path / "map.pdf").split("\n", 1)[0]) is there


def test_export_refuses_type_that_nobody_can_read_unless_told(run: Run, tmp_path: Path) -> None:
    save(tmp_path / "large.journey", large(lanes=4, steps=25, cards=2), {})
    line = ("export", tmp_path / "large.journey", "-o", tmp_path / "a.pdf", "--paper", "A5")
    said = run(*line)
    assert said.code == 1
    assert "which nobody can read" in said.err[0]
    assert not (tmp_path / "a.pdf").exists()
    assert run(*line, "--allow-small").code == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--margin", "500"], "--margin: The number must be at most 100."),
        (["--width", "0"], "--width: The number must be greater than 0."),
        (["--width", "nan"], "--width: Write a number of millimetres, such as 12."),
    ],
)
def test_export_refuses_a_page_setup_that_cannot_be(
    run: Run, sound: Path, tmp_path: Path, options: list[str], sentence: str
) -> None:
    assert run("export", sound, "-o", tmp_path / "a.pdf", *options) == (2, [], [sentence])


def test_export_writes_nothing_but_what_it_knows(run: Run, sound: Path) -> None:
    before = sound.read_bytes()
    assert run("export", sound, "-o", sound) == (
        2,
        [],
        [f"{sound}: the name of this file must end in .pdf, .svg or .png."],
    )
    assert sound.read_bytes() == before


def test_an_export_that_fails_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.journey", tmp_path / "a.pdf"
    bad.write_text("{}")
    out.write_bytes(b"old")
    assert run("export", bad, "-o", out).code == 1
    assert out.read_bytes() == b"old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.pdf", "bad.journey"]


def test_an_export_into_a_folder_that_is_not_there_says_so(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "gone" / "a.pdf"
    said = run("export", sound, "-o", out)
    assert (said.code, said.err[-1]) == (1, f"{out}: The folder does not exist. Make it, or choose another.")


def test_export_says_how_many_texts_are_missing_in_the_language(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.pdf"
    said = run("export", sound, "-o", out, "--language", "English")
    assert said.code == 0
    warnings = [line for line in said.err if "have no words in English" in line]
    assert len(warnings) == 1
    assert "table of translations" in warnings[0]
    assert not any("have no words" in line for line in run("export", sound, "-o", out, "--language", "de").err)


@pytest.fixture
def filtered_file(tmp_path: Path) -> Path:
    from tests.canvas.conftest import small_project

    file = tmp_path / "small.journey"
    save(file, small_project(), {})
    return file


def test_a_filter_leaves_the_others_out_or_prints_them_pale(run: Run, filtered_file: Path, tmp_path: Path) -> None:
    for rest, there in (("pale", True), ("leave-out", False)):
        out = tmp_path / f"{rest}.pdf"
        said = run("export", filtered_file, "-o", out, "--filter", "status=planned", "--rest", rest)
        assert said.code == 0, said.err
        assert "Card c" in words_of(out)
        assert ("Card b" in words_of(out)) is there


def test_filters_name_channels_and_statuses_in_either_language(run: Run, filtered_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    for asked in ("channel=WEBSITE", "channel=web", "status=möglich", "status=Possible", "persona=mira", "owner="):
        assert run("export", filtered_file, "-o", out, "--filter", asked).code == 0, asked


def test_a_filter_that_makes_no_sense_is_wrong_usage_and_one_that_finds_nothing_names_what_there_is(
    run: Run, filtered_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    said = run("export", filtered_file, "-o", out, "--filter", "colour=red")
    assert said.code == 2
    assert "persona, channel" in said.err[-1]
    said = run("export", filtered_file, "-o", out, "--filter", "channel=Shop")
    assert said.code == 1
    assert "“Website”" in said.err[0]
    said = run("export", filtered_file, "-o", out, "--filter", "tag=", "--filter", "mode=online", "--filter", "owner=x")
    assert said.code == 1
    assert not out.exists()
