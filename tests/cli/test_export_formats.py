"""The command `export` with page setups, as SVG and as PNG."""

from __future__ import annotations

import argparse
import os
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from journey_editor.cli import main
from journey_editor.cli.arguments import command_line
from journey_editor.cli.choosing import preset_named, setup_from
from journey_editor.cli.page_arguments import in_full
from journey_editor.model.presets import PRESETS
from journey_editor.model.style import PageSetup, Preset
from journey_editor.storage.files import save
from tests.builders import PIXEL, PIXEL_SHA, everything


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    file = tmp_path / "sound.journey"
    kept = Preset(name="Our wall", page=PageSetup(paper="A1", grey=True))
    save(file, everything().evolve(presets=(kept,)), {PIXEL_SHA: PIXEL})
    return file


def export(file: Path, out: Path, *words: str) -> int:
    return main(["export", str(file), "-o", str(out), *words])


def setup(*words: str, preset: bool = False) -> PageSetup:
    """The page setup that a line means for a map with the usual one."""
    options = command_line().parse_args(in_full(["export", "a.journey", "-o", "a.pdf", *words]))
    return setup_from(preset_named(everything(), options.preset, PageSetup(), "a.journey"), options)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (["--fit", "page"], {"fit": "page"}),
        (["--fit", "pages=3"], {"fit": "pages", "pages_wide": 3}),
        (["--fit", "pages"], {"fit": "pages"}),
        (["--fit=natural"], {"fit": "natural"}),
        (["--fit", "phases"], {"fit": "phases"}),
        (["--fit", "phases=2"], {"fit": "phases", "phases_each": 2}),
        (["--fit", "lanes=3"], {"fit": "lanes", "lanes_each": 3}),
        (["--fit", "readable"], {"fit": "readable"}),
        (["--fit", "readable=12"], {"fit": "readable", "type_least": 12}),
        (["--tile", "a4", "--overlap", "12mm"], {"tile": "A4", "overlap": 12}),
        (["--tile", "none"], {"tile": ""}),
        (["--bleed", "3mm"], {"bleed": 3}),
        (["--worksheet"], {"worksheet": "map"}),
        (["--worksheet=phases", "--worksheet-cards"], {"worksheet": "phases", "worksheet_cards": True}),
        (["--grey", "--findings", "--sources"], {"grey": True, "findings": True, "sources": True}),
        (["--no-map-pages"], {"map_pages": False}),
    ],
)
def test_options_become_fields_of_the_page_setup(words: list[str], fields: dict[str, object]) -> None:
    assert setup(*words) == PageSetup().evolve(**fields)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_what_other_options_change(name: str) -> None:
    assert setup("--preset", name) == PRESETS[name]
    changed = setup("--paper", "A5", "--preset", name.upper(), "--worksheet=none", "--fit", "phases=2")
    assert changed == PRESETS[name].evolve(paper="A5", worksheet="", fit="phases", phases_each=2)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (["--fit", "pages=0"], "with PT from 6 to 72"),
        (["--fit", "page=2"], "with PT from 6 to 72"),
        (["--fit", "phases=x"], "with PT from 6 to 72"),
        (["--fit", "readable=5"], "with PT from 6 to 72"),
        (["--worksheet=all"], "write map, phases or none"),
        (["--tile", "A9"], "none')"),
        (["--resolution", "fine"], "a number of pixels per inch is wanted, such as 200"),
    ],
)
def test_what_cannot_be_meant_is_explained(
    words: list[str], end: str, sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(sound, tmp_path / "a.pdf", *words) == 2
    assert capsys.readouterr().err.strip().endswith(end)
    assert not (tmp_path / "a.pdf").exists()


def test_the_projects_own_page_setups_are_known_by_name(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.svg"
    assert export(sound, out, "--preset", "our WALL") == 0
    assert ElementTree.parse(out).getroot().get("width") == "841.000mm"
    capsys.readouterr()
    assert export(sound, tmp_path / "b.svg", "--preset", "cinema") == 1
    assert capsys.readouterr().err.strip() == (
        f"{sound}: There is no page setup “cinema”. Choose one of: “handout”, “wall”, “poster”, “worksheet”, "
        "“details”, “slides”, “Our wall”."
    )


def test_several_pages_as_svg_are_files_with_numbers(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(sound, tmp_path / "map.svg", "--appendix", "--language", "en") == 0
    files = sorted(tmp_path.glob("map*.svg"))
    assert [file.name for file in files] == [f"map-{n}.svg" for n in range(1, len(files) + 1)]
    assert len(files) > 1
    said = capsys.readouterr().out
    assert said.startswith(f"{files[0]} ... {files[-1]}: {len(files)} pages, smallest type ")
    assert all(ElementTree.parse(file).getroot().get("lang") == "en" for file in files)


def test_a_persona_stands_out_and_the_page_says_so(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    persona = everything().personas[0].name
    assert export(sound, tmp_path / "map.svg", "--persona", persona) == 0
    text = (tmp_path / "map.svg").read_text("utf-8")
    assert "Gefiltert: " in text
    assert export(sound, tmp_path / "b.svg", "--persona", "Nobody") == 1
    assert not (tmp_path / "b.svg").exists()
    assert "“Nobody”" in capsys.readouterr().err


def test_grey_leaves_no_colour(sound: Path, tmp_path: Path) -> None:
    assert export(sound, tmp_path / "map.svg", "--grey") == 0
    shapes = ElementTree.parse(tmp_path / "map.svg").getroot().iter()
    fills = {shape.get(name, "none") for shape in shapes for name in ("fill", "stroke")} - {"none"}
    assert len(fills) > 5
    assert all(fill[1:3] == fill[3:5] == fill[5:] for fill in fills)


def test_a_resolution_is_for_pictures(sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(sound, tmp_path / "a.pdf", "--resolution", "200") == 2
    assert capsys.readouterr().err == "--resolution is for PNG files; PDF and SVG are sharp at any size.\n"
    assert export(sound, tmp_path / "a.png", "--resolution", "1") == 2
    assert capsys.readouterr().err == "--resolution: write a number from 10 to 2400, such as 200.\n"


def in_a_process(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "journey_editor", *map(str, words)],
        env={**bare, "JOURNEY_EDITOR_LANGUAGE": "en", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_picture_needs_no_display(sound: Path, tmp_path: Path) -> None:
    """In a process of its own, as it makes Qt's application; here with a display that does not answer."""
    out = tmp_path / "map.png"
    done = in_a_process("export", sound, "-o", out, "--resolution", "50dpi", DISPLAY=":4711")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{out}: 1 page, smallest type ")
    data = out.read_bytes()
    assert data[:4] == b"\x89PNG"
    assert struct.unpack(">II", data[16:24]) == (round(420 / 25.4 * 50), round(297 / 25.4 * 50))


def test_a_picture_that_is_too_large_leaves_no_file(sound: Path, tmp_path: Path) -> None:
    done = in_a_process("export", sound, "-o", tmp_path / "map.png", "--paper", "A0", "--resolution", "600")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{sound}: At 600 pixels per inch, the picture would have ")
    assert not list(tmp_path.glob("map*"))


def test_a_worksheet_option_does_not_take_the_file_for_its_value() -> None:
    options: argparse.Namespace = command_line().parse_args(
        in_full(["export", "--worksheet", "a.journey", "-o", "a.pdf"])
    )
    assert (options.file, options.worksheet) == (Path("a.journey"), "map")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--width", "5081"), "5080 mm at most"),
        (("--height", "1e9"), "5080 mm at most"),
        (("--width", "nan"), "such as 12"),
        (("--margin", "inf"), "such as 12"),
    ],
)
def test_lengths_that_no_paper_has_are_wrong_usage(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str], said: str
) -> None:
    assert export(sound, tmp_path / "map.pdf", *words) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "map.pdf").exists()


def test_a_page_may_be_as_large_as_a_pdf_allows(sound: Path, tmp_path: Path) -> None:
    assert export(sound, tmp_path / "map.pdf", "--width", "5080", "--height", "5080") == 0
