"""The command `compare` on paper: sheets of a poster, bleed and grey, as for any map."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from journey_editor.cli import main
from journey_editor.edit.anything import set_any
from journey_editor.edit.map_copies import duplicate_map
from journey_editor.model.ids import counting_ids
from journey_editor.model.queries import find_map
from journey_editor.storage.files import load, save
from tests.builders import PIXEL, PIXEL_SHA, everything

IMAGES = {PIXEL_SHA: PIXEL}


@pytest.fixture
def two_maps(tmp_path: Path) -> Path:
    """A file with a map and its to-be, in which a card was renamed."""
    start, copy = duplicate_map(everything(), "mp-one", "to-be", new=counting_ids(500))
    file = tmp_path / "two.journey"
    renamed = next(key for key, origin in find_map(start, copy).origins.items() if origin == "tp-web")
    save(file, set_any(start, renamed, title="Netz"), IMAGES)
    return file


def compare(file: Path, out: Path, *words: str) -> int:
    return main(["compare", str(file), "-o", str(out), *words])


def test_compare_goes_through_the_same_hands_as_any_export(two_maps: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    assert compare(two_maps, target, "--paper", "A2", "--tile", "A4", "--grey") == 0
    document = pypdfium2.PdfDocument(target.read_bytes())
    assert len(document) > 3
    assert {round(max(page.get_size())) for page in document} == {842}
    picture = document[1].render(scale=0.3).to_pil().convert("RGB")
    assert all(max(pixel) - min(pixel) <= 2 for _, pixel in picture.getcolors(1_000_000))
    assert compare(two_maps, target, "--paper", "A3", "--bleed", "3mm") == 0
    document = pypdfium2.PdfDocument(target.read_bytes())
    assert [round(page.get_trimbox()[2] - page.get_trimbox()[0]) for page in document] == [1191, 1191, 1191]


def test_compare_prints_maps_whose_own_page_is_a_worksheet_or_a_list(two_maps: Path, tmp_path: Path) -> None:
    project = load(two_maps).project
    page = project.maps[1].page.evolve(worksheet="map", map_pages=False, findings=True, appendix=True)
    save(two_maps, project.evolve(maps=tuple(one.evolve(page=page) for one in project.maps)), IMAGES)
    assert compare(two_maps, tmp_path / "out.pdf") == 0
    document = pypdfium2.PdfDocument((tmp_path / "out.pdf").read_bytes())
    assert len(document) == 3
    assert "Website" in document[0].get_textpage().get_text_bounded()
