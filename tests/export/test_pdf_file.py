"""The packed form of our PDFs: every object is found by every reader, and small objects take little room."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from journey_editor.export.maps import export_map
from journey_editor.model.style import PageSetup
from tests.builders import PIXEL, PIXEL_SHA, everything, large

SETUP = PageSetup(paper="custom", width=5080, height=5080)


@pytest.fixture(scope="module")
def many() -> bytes:
    """More objects than one packed stream holds."""
    made = large(lanes=20, steps=20, cards=3)
    return export_map(made, made.maps[0].id, {}, SETUP, allow_small=True).data


def test_small_objects_are_packed_and_all_are_found(many: bytes) -> None:
    assert many.startswith(b"%PDF-1.7\n")
    assert many.endswith(b"%%EOF\n")
    assert b"/ObjStm" in many
    assert b"/Type /Outlines" not in many
    with pikepdf.open(io.BytesIO(many)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert len(pdf.pages) == 1
        with pdf.open_outline() as outline:
            lanes = outline.root[0].children[1].children
            assert sum(len(lane.children) for lane in lanes) == 1_200
        assert all(not isinstance(thing, type(None)) for thing in pdf.objects)
        assert str(pdf.docinfo["/Creator"]) == "Journey Editor"
        assert len(pdf.trailer["/ID"]) == 2
    with pypdfium2.PdfDocument(many) as document:
        assert len(document) == 1
        assert len(list(document.get_toc())) > 1_200


def test_a_line_of_the_outline_takes_few_bytes(many: bytes) -> None:
    with pikepdf.open(io.BytesIO(many)) as pdf:
        plain = io.BytesIO()
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    assert len(many) < 0.6 * len(plain.getvalue())


@pytest.mark.parametrize("reader", [["qpdf", "--check"], ["mutool", "info"], ["pdfinfo"]], ids=lambda words: words[0])
def test_other_readers_find_no_fault(reader: list[str], tmp_path: Path) -> None:
    if shutil.which(reader[0]) is None:
        pytest.skip(f"{reader[0]} is not installed")
    made = everything()
    file = tmp_path / "a.pdf"
    file.write_bytes(export_map(made, made.maps[0].id, {PIXEL_SHA: PIXEL}, PageSetup(appendix=True)).data)
    done = subprocess.run([*reader, str(file)], capture_output=True, text=True, check=False)
    said = (done.stdout + done.stderr).lower()
    assert done.returncode == 0, said
    assert "warning" not in said.replace("warning: icc support is not available", "")
    assert "error" not in said.partition("no syntax or stream encoding errors found")[0]
