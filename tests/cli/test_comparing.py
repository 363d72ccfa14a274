"""`compare`: how two maps differ, in lines and as pages."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from journey_editor.edit.anything import set_any
from journey_editor.edit.map_copies import duplicate_map
from journey_editor.model.ids import counting_ids
from journey_editor.model.queries import find_map
from journey_editor.storage.files import save
from tests.builders import everything, two_by_two

from .lines import IMAGES, Run


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
