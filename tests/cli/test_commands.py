"""The command line: what each command prints, writes and returns."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

import journey_editor
from journey_editor.cli import commands, main
from journey_editor.edit.anything import set_any
from journey_editor.edit.map_copies import duplicate_map
from journey_editor.model.ids import counting_ids
from journey_editor.model.queries import find_map
from journey_editor.places import resource
from journey_editor.storage.files import load, save
from journey_editor.storage.own_templates import keep
from tests.builders import PIXEL, PIXEL_SHA, everything, large, project, two_by_two

IMAGES = {PIXEL_SHA: PIXEL}


class Said(NamedTuple):
    code: int
    out: list[str]
    err: list[str]


class Run:
    """Runs the command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object) -> Said:
        code = main([str(word) for word in words])
        said = self._capsys.readouterr()
        return Said(code, said.out.splitlines(), said.err.splitlines())


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    file = tmp_path / "sound.journey"
    save(file, everything(), IMAGES)
    return file


def in_a_process(words: Sequence[object], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "journey_editor", *map(str, words)],
        env={**os.environ, "JOURNEY_EDITOR_LANGUAGE": "en", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


# --- validate


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


# --- new and templates


def test_templates_are_listed_one_a_line(run: Run) -> None:
    said = run("templates")
    assert said.code == 0
    assert said.out[0].split()[0] == "blank"
    assert len(said.out) == len(list(resource("templates").glob("*.journey")))


@pytest.mark.parametrize(("language", "title"), [("de", "Neue Journey Map"), ("en", "New journey map")])
def test_new_makes_a_project_in_a_language(run: Run, tmp_path: Path, language: str, title: str) -> None:
    file = tmp_path / "mine.journey"
    assert run("new", "--template", "blank", "--language", language, "-o", file) == (0, [], [])
    made = load(file).project
    assert (made.title, made.maps[0].title, made.language) == ("", title, language)


def test_new_replaces_nothing_unless_told(run: Run, sound: Path) -> None:
    before = sound.read_bytes()
    said = run("new", "-o", sound)
    assert said == (
        1,
        [],
        [f"{sound}: This file is there already. Choose another name, or add --force to replace it."],
    )
    assert sound.read_bytes() == before
    assert run("new", "--force", "-o", sound).code == 0
    assert load(sound).project.maps[0].title == "New journey map"


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from journey_editor.session.template_folder import template_folder

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if not template_folder().is_relative_to(tmp_path):
        pytest.skip("this system does not let its folders be moved")
    return template_folder()


def test_own_templates_are_listed_and_broken_ones_named(run: Run, own_folder: Path) -> None:
    keep(own_folder, everything(), IMAGES, "First talk", "with\nlines")
    (own_folder / "broken.journey").write_text("{", encoding="utf-8")
    said = run("templates")
    assert said.code == 0
    assert said.out[-1] == "First talk          First talk (own): with lines"
    assert len(said.err) == 1
    assert "broken.journey" in said.err[0]


def test_new_takes_an_own_template(run: Run, own_folder: Path, tmp_path: Path) -> None:
    keep(own_folder, everything(), IMAGES, "First talk", "")
    file = tmp_path / "mine.journey"
    assert run("new", "--template", "First talk", "-o", file) == (0, [], [])
    assert load(file).project.title == "First talk"
    assert load(file).images == IMAGES


@pytest.mark.parametrize("language", ["de", "en"])
def test_new_takes_every_template_in_both_languages(run: Run, tmp_path: Path, language: str) -> None:
    for template in resource("templates").glob("*.journey"):
        file = tmp_path / template.name
        assert run("new", "--template", template.stem, "--language", language, "-o", file) == (0, [], [])
        assert load(file).project.language == language


def test_new_names_the_templates_that_there_are(run: Run, tmp_path: Path) -> None:
    said = run("new", "--template", "nope", "-o", tmp_path / "a.journey")
    assert said.code == 1
    assert said.err[0].startswith("nope: There is no template of this name. Choose one of: blank")


def test_new_wants_a_name_and_a_language_that_fit(run: Run, tmp_path: Path) -> None:
    said = run("new", "-o", tmp_path / "a.txt")
    assert said == (2, [], [f"{tmp_path / 'a.txt'}: the name of this file must end in .journey or .json."])
    said = run("new", "--language", "fr", "-o", tmp_path / "a.journey")
    assert said == (2, [], ["Templates speak de, en, not “fr”."])
    assert list(tmp_path.iterdir()) == []


# --- export


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


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
        (["--width", "nan"], "--width: Here must be a number, without quotation marks."),
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


# --- schema, version, usage


def test_schema_prints_json_schema(run: Run) -> None:
    said = run("schema")
    assert said.code == 0
    assert json.loads("\n".join(said.out))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == (0, [f"Journey Editor {journey_editor.__version__}"], [])


def test_help_names_every_command(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    text = "\n".join(said.out)
    assert all(f"    {command} " in text or f"    {command}\n" in text for command in ("export", "validate", "new"))


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (["export", "a.journey"], "the following arguments are required: -o/--output"),
        (["validate"], "the following arguments are required: FILE"),
        (["schema", "x"], "unrecognized arguments: x"),
        (["export", "a", "-o", "b.pdf", "--paper", "A9"], "(choose from"),
        (["export", "a", "-o", "b.pdf", "--margin", "wide"], "a number of millimetres is wanted, such as 12"),
        (["one.journey", "two.journey"], "unrecognized arguments: two.journey"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
    ],
)
def test_wrong_usage_is_explained(run: Run, words: list[str], end: str) -> None:
    said = run(*words)
    assert said.code == 2
    assert said.out == []
    assert said.err[0].startswith("usage: journey-editor")
    assert end in said.err[-1]


def test_the_command_line_speaks_german(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEY_EDITOR_LANGUAGE", "de")
    assert run("validate", tmp_path / "a").err == [f"{tmp_path / 'a'}: Die Datei gibt es nicht. Prüfen Sie den Namen."]
    said = run("export")
    assert said.err[0].startswith("Aufruf: journey-editor export")
    assert said.err[-1] == "journey-editor export: Fehler: es fehlt: DATEI, -o/--output"
    monkeypatch.setenv("JOURNEY_EDITOR_LANGUAGE", "en")
    assert run("validate").err[-1].startswith("journey-editor validate: error: the following")


# --- never a traceback


def test_a_fault_of_the_program_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(options: object) -> int:
        raise RuntimeError("line one\nline two")

    monkeypatch.setattr(commands, "schema", broken)
    assert run("schema") == (
        3,
        [],
        ["The program has a fault (RuntimeError: line one line two). Nothing was written. Please report it."],
    )
    monkeypatch.setenv("JOURNEY_EDITOR_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        run("schema")


def test_an_interruption_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "schema", interrupted)
    assert run("schema") == (130, [], [])


def test_a_reader_who_goes_away_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "journey_editor", "schema"], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_knows_few_characters_shows_the_others_by_number(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stderr", narrow)
    assert main(["validate", str(tmp_path / "Käufe.journey")]) == 1
    narrow.flush()
    assert b"K\\xe4ufe.journey" in narrow.buffer.getvalue()  # type: ignore[attr-defined]


def test_a_window_without_a_display_is_refused_with_a_way_out() -> None:
    done = in_a_process([], DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    if sys.platform.startswith("linux"):
        assert done.returncode == 3
        assert "journey-editor export FILE -o OUT.pdf" in done.stderr
        assert "Traceback" not in done.stderr


def test_an_export_loads_no_gui(sound: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom journey_editor.cli import main\n"
        f"code = main(['export', {str(sound)!r}, '-o', {str(tmp_path / 'a.pdf')!r}])\n"
        "print(code, [name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"


def test_a_window_does_not_wait_for_the_models() -> None:
    script = (
        "import sys; import journey_editor.cli, journey_editor.cli.window_line, journey_editor.app;"
        "print([name for name in ('pydantic', 'reportlab', 'uharfbuzz') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Filters


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


@pytest.fixture
def two_maps(tmp_path: Path) -> Path:
    """A file with a map and its to-be, in which a card was renamed."""
    start, copy = duplicate_map(everything(), "mp-one", "to-be", new=counting_ids(500))
    origins = {origin: key for key, origin in find_map(start, copy).origins.items()}
    file = tmp_path / "two.journey"
    save(file, set_any(start, origins["tp-web"], title="Kund*innen-Portal"), IMAGES)
    return file


def test_compare_lists_what_differs(run: Run, two_maps: Path) -> None:
    said = run("compare", two_maps, "--language", "en")
    assert said.code == 0
    assert said.out[:2] == ["Purchase → Purchase (to be)", "1 changed"]
    assert "  ~ 1. Changed: Touchpoint “Web site” (Touchpoints, step 1 of Before)" in said.out
    assert said.out[-1].strip() == "Title: “Website” → “Kund*innen-Portal”"


def test_compare_says_that_nothing_differs(run: Run, sound: Path) -> None:
    assert run("compare", sound, "--map", "mp-one", "--with", "mp-one").out[1:] == ["The maps do not differ."]


def test_compare_takes_the_second_map_out_of_another_file(run: Run, sound: Path, two_maps: Path) -> None:
    said = run("compare", sound, "--with-file", two_maps, "--with", "Kauf (Soll)")
    assert said.code == 0
    assert said.out[1] == "1 changed"
    assert run("compare", sound, "--with-file", sound).out[1:] == ["The maps do not differ."]


def test_compare_prints_both_maps_and_the_list(run: Run, two_maps: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    said = run("compare", two_maps, "-o", target, "--paper", "a3")
    assert said.code == 0, said.err
    document = pypdfium2.PdfDocument(target.read_bytes())
    texts = [page.get_textpage().get_text_bounded() for page in document]
    assert len(texts) == 3
    assert "Website" in texts[0]
    assert "Kund*innen-Portal" in texts[1]
    assert "Unterschiede" in texts[2]
    assert "Kund*innen-Portal" in texts[2]
    assert target.read_bytes() == (run("compare", two_maps, "-o", target, "--paper", "a3"), target.read_bytes())[1]


def test_compare_needs_a_second_map_and_a_pdf(run: Run, tmp_path: Path, two_maps: Path) -> None:
    file = tmp_path / "one.journey"
    save(file, two_by_two(), {})
    assert run("compare", file).err == [f"{file}: There is no second map in this project to compare with."]
    assert run("compare", two_maps, "-o", tmp_path / "out.txt").code == 2
    assert run("compare", two_maps, "--with", "Nichts").code == 1


def test_export_says_how_many_texts_are_missing_in_the_language(run: Run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.pdf"
    said = run("export", sound, "-o", out, "--language", "English")
    assert said.code == 0
    warnings = [line for line in said.err if "have no words in English" in line]
    assert len(warnings) == 1
    assert "table of translations" in warnings[0]
    assert not any("have no words" in line for line in run("export", sound, "-o", out, "--language", "de").err)
