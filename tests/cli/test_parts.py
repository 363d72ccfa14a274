"""The command `export` with `--phase` and `--lane`: names as people say them, and nothing else on the page."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from journey_editor.cli import main
from journey_editor.storage.files import save
from tests.builders import two_by_two


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "small.journey"
    project = two_by_two()
    (journey,) = project.maps
    phases = tuple(p.evolve(title=title) for p, title in zip(journey.phases, ("Find", "Straße"), strict=True))
    lanes = tuple(lane.evolve(title=f"Lane {lane.id}") for lane in journey.lanes)
    others = {"en": {f"{phases[1].id}.title": "Street"}}
    save(made, project.evolve(maps=(journey.evolve(phases=phases, lanes=lanes),), translations=others), {})
    return made


def words(file: Path, *parts: str) -> set[str]:
    out = file.with_name("map.svg")
    out.unlink(missing_ok=True)
    assert main(["export", str(file), "-o", str(out), "--no-legend", *parts]) == 0
    lines = ElementTree.fromstring(out.read_bytes()).iterfind(".//{*}text")
    return set(" ".join("".join(line.itertext()) for line in lines).split())


CARDS = {"a1", "a2", "a3", "b1", "n1"}


def test_without_them_all_is_printed(file: Path) -> None:
    assert words(file) >= CARDS


@pytest.mark.parametrize("name", ["Straße", "STRASSE", " straße ", "street", "2", "p2"])
def test_a_phase_by_name_in_any_language_by_id_or_by_number(file: Path, name: str) -> None:
    found = words(file, "--phase", name)
    assert "Straße" in found
    assert "Find" not in found
    assert found & CARDS < CARDS


def test_phases_and_lanes_together_leave_only_what_is_in_both(file: Path) -> None:
    lane = next(iter(two_by_two().maps[0].lanes)).id
    both = words(file, "--phase", "Find", "--lane", f"lane {lane}")
    assert both & CARDS == words(file, "--phase", "Find") & words(file, "--lane", f"Lane {lane}") & CARDS
    assert {"Find", "Lane"} <= both


def test_several_of_a_kind_are_added(file: Path) -> None:
    assert words(file, "--phase", "Find", "--phase", "street") >= CARDS


def test_the_page_says_that_it_is_a_part(file: Path) -> None:
    assert "Ein Teil der Map" in " ".join(ElementTree.fromstring(_svg(file, "--phase", "Find")).itertext())
    assert "Ein Teil der Map" not in " ".join(ElementTree.fromstring(_svg(file)).itertext())


def _svg(file: Path, *parts: str) -> bytes:
    words(file, *parts)
    return file.with_name("map.svg").read_bytes()


@pytest.mark.parametrize(("kind", "those"), [("phase", "“Find”, “Straße”"), ("lane", "“Lane ")])
def test_an_unknown_name_lists_those_there_are(
    file: Path, capsys: pytest.CaptureFixture[str], kind: str, those: str
) -> None:
    for name in ("Nobody", "", "0", "99", "<b>\u202e"):
        assert main(["export", str(file), "-o", str(file.with_name("no.pdf")), f"--{kind}", name]) == 1
        said = capsys.readouterr().err
        assert f"There is no {kind}" in said
        assert those in said
        assert said.count("\n") == 1
    assert not file.with_name("no.pdf").exists()
