"""`validate`: one line for each fault of each file."""

from __future__ import annotations

import json
from pathlib import Path

from journey_editor.places import resource

from .lines import Run


def test_validate_says_that_a_sound_file_is_fine(run: Run, sound: Path) -> None:
    assert run("validate", sound) == (0, [f"{sound}: fine"], [])


def test_validate_accepts_every_template(run: Run) -> None:
    files = sorted(resource("templates").glob("*.journey"))
    said = run("validate", *files)
    assert said == (0, [f"{file}: fine" for file in files], [])


def test_validate_prints_one_line_for_each_fault_of_each_file(run: Run, sound: Path, tmp_path: Path) -> None:
    document = json.loads(sound.read_bytes())
    document["project"]["personas"][0]["color"] = "red"
    document["project"]["maps"][0]["title"] = 5
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(document), encoding="utf-8")
    said = run("validate", tmp_path / "gone", bad, sound)
    assert said.code == 1
    assert said.out == [f"{sound}: fine"]
    assert said.err == [
        f"{tmp_path / 'gone'}: The file does not exist. Check the name.",
        f"{bad}: /project/personas/0/color: A colour is written “#RRGGBB”, with six digits 0 to 9 and A to F.",
        f"{bad}: /project/maps/0/title: Here must be a text. Put it in quotation marks.",
    ]


def test_validate_reports_what_would_be_mended(run: Run, sound: Path) -> None:
    sound.write_text(sound.read_text(encoding="utf-8").replace('"Alles"', '"Al\\u0000les"'), encoding="utf-8")
    said = run("validate", sound)
    assert said == (
        0,
        [f"{sound}: fine"],
        [f"{sound}: /project/title: Control characters were removed from the text."],
    )
