"""Cut, copy and paste of sessions, by what lies on the clipboard: two sessions stand for two programs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import example, given
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from journey_editor.edit.cards import set_card
from journey_editor.edit.change import EditError
from journey_editor.edit.pasting import Place
from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.queries import cards_at, find_lane
from journey_editor.session import clipboard
from journey_editor.session.contents import Files, Image, Pieces, Table, Words, clean, kind_of, of_text, read
from journey_editor.session.image_files import ImageRefused, take_bytes, take_image
from journey_editor.session.session import Session
from journey_editor.storage.clippings import CLIPPING_MIME
from journey_editor.storage.codec import Loaded, decode, encode
from journey_editor.storage.jsontext import MOST_BYTES
from journey_editor.storage.tsv import read as table
from tests.builders import PIXEL, PIXEL_SHA, everything, two_by_two


def session(project: Project, images: dict[str, bytes] | None = None) -> Session:
    made = Session()
    made.new(Loaded(project, images or {}, ()))
    return made


@pytest.fixture
def here(qapp: object) -> Session:
    return session(everything(), {PIXEL_SHA: PIXEL})


@pytest.fixture
def there(qapp: object) -> Session:
    return session(two_by_two())


def over(mime: QMimeData) -> QMimeData:
    """As it comes out at the other side: its bytes, and no object of this program."""
    made = QMimeData()
    for name in mime.formats():
        made.setData(name, mime.data(name))
    return made


def arrived(mime: QMimeData) -> Pieces:
    found = read(over(mime))
    assert isinstance(found, Pieces)
    return found


def test_cards_go_to_another_program_with_all_they_need(here: Session, there: Session) -> None:
    pieces = arrived(clipboard.copied(here, ("tp-web", "tp-shop")))
    clipboard.paste_pieces(there, pieces, clipboard.where(there.journey, ("b/s1",)))
    assert there.undo_label == "Pasted 2 cards into step 1 of p1"
    assert [card.title for card in cards_at(find_lane(there.journey, "b"), "s1")] == ["Website"]  # type: ignore[union-attr]
    assert there.images == {PIXEL_SHA: PIXEL}
    assert problems(there.project) == ()
    assert decode(encode(there.project, there.images), "x").project == there.project
    channels = there.project.channels
    clipboard.paste_pieces(there, pieces, clipboard.where(there.journey, there.selection))
    assert there.project.channels == channels, "what came along once is known"
    there.undo()
    there.undo()
    assert there.project == two_by_two()


def test_cutting_takes_away_in_one_step_and_pasting_brings_back(here: Session) -> None:
    mime = clipboard.cut(here, ("ph-before",))
    assert here.undo_label == "Cut out phase “ph-before”"
    assert [phase.id for phase in here.journey.phases] == ["ph-after"]
    clipboard.paste_pieces(here, arrived(mime), clipboard.where(here.journey, ("ph-after",)))
    assert here.selection == ("ph-before",)
    assert here.journey.paths == everything().maps[0].paths


@pytest.mark.parametrize("act", [clipboard.copied, clipboard.cut, clipboard.copied_as_text, clipboard.duplicated])
def test_with_nothing_to_copy_nothing_happens_but_a_sentence(here: Session, act: Callable[..., object]) -> None:
    for ids in ((), ("pe-eva",), ("ph-before", "ln-notes")):
        with pytest.raises(EditError, match=r"Select .*\.$"):
            act(here, ids)
    assert not here.can_undo


def test_a_last_step_cannot_be_cut_and_the_clipboard_stays(here: Session) -> None:
    with pytest.raises(EditError, match="keeps at least one step"):
        clipboard.cut(here, ("st-use",))
    assert not here.can_undo


def test_several_cells_are_a_table_for_others(here: Session) -> None:
    mime = clipboard.copied(here, ("ph-before",))
    assert table(mime.text()) == (
        ("", "ph-before", ""),
        ("Berührungspunkte", "Website", ""),
        ("Berührungspunkte", "", "Laden"),
        ("Notizen", "So schön", ""),
        ("Bilder", "", ""),
    )
    assert bytes(mime.data(clipboard.TSV_MIME).data()).decode() == mime.text()
    assert not mime.hasHtml()
    english = session(everything(), {PIXEL_SHA: PIXEL})
    english.set_language("en")
    assert table(clipboard.copied(english, ("ph-before",)).text())[1] == ("Touchpoints", "Web site", "")


def test_cards_of_one_cell_are_lines_and_never_formulas(there: Session) -> None:
    clipboard.paste_words(there, ("=1+1", "two\nlines"), Place("map", "n", "s2"))
    assert clipboard.copied(there, there.selection).text() == "'=1+1\ntwo lines"
    assert clipboard.copied_as_text(there, there.selection).text() == "• =1+1\n• two lines"
    assert of_text("'=1+1\ntwo lines") == Words(("=1+1", "two lines"))


def test_copied_as_text_reads_like_a_page(here: Session) -> None:
    mime = clipboard.copied_as_text(here, ("tp-web", "tp-shop"))
    lines = "Berührungspunkte, ph-before\n• Website\n  Die erste Seite\n\nBerührungspunkte, ph-before\n• Laden"
    assert mime.text() == lines
    assert mime.formats() == ["text/plain"]


def test_where_things_go(here: Session, there: Session) -> None:
    small, large = there.journey, here.journey
    assert clipboard.where(small, ("a1",)) == Place("map", "a", "s1", "a2", "a1")
    assert clipboard.where(small, ("a2",)) == Place("map", "a", "s1", "", "a2")
    assert clipboard.where(small, ("a3", "b1", "a1")) == Place("map", "a", "s1", "a2")
    assert clipboard.where(small, ("b1", "a3")) == Place("map", "a", "s2"), "the corner of what is selected"
    assert clipboard.where(small, ("n/s3",)) == Place("map", "n", "s3")
    assert clipboard.where(small, ("p1",)) == Place("map", step="s2")
    assert clipboard.where(small, ("b", "gone")) == Place("map", "b")
    assert clipboard.where(small, ()) == Place("map")
    assert clipboard.cell_of(small, ("a1",)) == "a/s1"
    assert clipboard.cell_of(large, ("ln-line/st-see",)) == ""


def words(text: str) -> QMimeData:
    made = QMimeData()
    made.setText(text)
    return made


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\r\n\r\n two \rthree\n", ("one", "two", "three")),
        ("• one\n• two", ("one", "two")),
        ("•\tone\n•\ttwo", ("one", "two")),
        ("1. one\n2) two", ("one", "two")),
        ("- one\ntwo", ("- one", "two")),
        ("\tindented\n\talike", ("indented", "alike")),
        ('"Too slow"\n"Too dear"', ('"Too slow"', '"Too dear"')),
        ('"a cell\nwith lines"\nb', ("a cell\nwith lines", "b")),
        ("\ufeffa\0b\x1bc", ("abc",)),
        ("<b>Kund*innen</b> مرحبا 😀", ("<b>Kund*innen</b> مرحبا 😀",)),
    ],
)
def test_text_is_lines(text: str, lines: tuple[str, ...]) -> None:
    assert of_text(text) == Words(lines)


def test_text_with_tabs_is_a_table_without_its_empty_edges() -> None:
    found = read(words('\t\t\r\n\tx\t"y\r\nz"\r\n\t\tw\r\n'))
    assert found == Table((("x", "y\nz"), ("", "w")))


@given(st.text(st.characters(), max_size=40))
@example("\ud800\t\x00\udfff\n\x85")
def test_any_text_is_lines_a_table_or_a_sentence(text: str) -> None:
    try:
        found = of_text(text)
    except EditError:
        return
    said = found.lines if isinstance(found, Words) else [cell for row in found.rows for cell in row]  # type: ignore[union-attr]
    assert all(clean(part) == part for part in said)
    "".join(said).encode()


@given(st.binary(max_size=60))
def test_any_bytes_of_our_own_type_are_a_sentence(data: bytes) -> None:
    mime = QMimeData()
    mime.setData(CLIPPING_MIME, data)
    with pytest.raises(EditError, match=r"^What was copied is damaged"):
        read(mime)


def test_what_is_too_large_is_not_looked_at() -> None:
    mime = QMimeData()
    mime.setData(CLIPPING_MIME, b"{" * (MOST_BYTES + 1))
    with pytest.raises(EditError, match="damaged"):
        read(mime)
    with pytest.raises(EditError, match="2000000"):
        of_text("x" * 2_000_000)


def test_an_empty_clipboard_says_so() -> None:
    assert kind_of(QMimeData()) == ""
    for mime in (QMimeData(), words("  \n")):
        with pytest.raises(EditError, match="is empty"):
            read(mime)


def test_files_are_taken_only_from_this_computer(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    assert read(mime) == Files((tmp_path / "a.png",))
    mime.setUrls([QUrl("file://server/share/a.png")])
    with pytest.raises(EditError, match="another computer"):
        read(mime)
    mime.setUrls([QUrl.fromLocalFile(f"/a{n}.png") for n in range(30)])
    with pytest.raises(EditError, match="30 files"):
        read(mime)
    mime.setUrls([QUrl("https://example.org/a.png")])
    assert read(mime) == Words(("https://example.org/a.png",))


def test_a_spreadsheets_picture_of_its_cells_is_left_aside() -> None:
    mime = words("a\tb")
    mime.setData("image/png", PIXEL)
    assert kind_of(mime) == "words"
    for text in ("https://example.org/a.png", " \n"):
        mime.setText(text)
        assert kind_of(mime) == "image", "a browser says only where the image is from"


def test_an_image_goes_to_a_touchpoint_a_picture_or_a_new_one(here: Session, there: Session) -> None:
    mime = QMimeData()
    mime.setData("image/png", PIXEL)
    found = read(mime)
    assert isinstance(found, Image)
    assert found.data == PIXEL
    image = take_bytes(PIXEL, "Pixel")
    clipboard.paste_images(there, [image], clipboard.where(there.journey, ("a1",)))
    assert [use.sha256 for use in cards_at(find_lane(there.journey, "a"), "s1")[0].images] == [PIXEL_SHA]  # type: ignore[union-attr]
    assert there.images == {PIXEL_SHA: PIXEL}
    clipboard.paste_images(here, [image, image], clipboard.where(here.journey, ("pc-one",)))
    assert len(cards_at(find_lane(here.journey, "ln-images"), "st-ask")) == 2
    clipboard.paste_images(here, [image], clipboard.where(here.journey, ("ln-images/st-use",)))
    assert len(cards_at(find_lane(here.journey, "ln-images"), "st-use")) == 1
    assert problems(here.project) == ()


def test_an_image_that_fits_nowhere_leaves_nothing_behind(there: Session) -> None:
    image = take_bytes(PIXEL, "Pixel")
    for chosen, why in (((), "choose a cell"), (("n1",), "onto one touchpoint"), (("a1", "a2"), "onto one touchpoint")):
        with pytest.raises(EditError, match=why):
            clipboard.paste_images(there, [image], clipboard.where(there.journey, chosen))
    assert not there.can_undo
    assert there.images == {}


def test_images_that_lie_or_are_broken_are_refused(qapp: object) -> None:
    huge = PIXEL[:16] + (30_000).to_bytes(4, "big") * 2 + PIXEL[24:]
    for data in (b"", b"\x89PNG", PIXEL[:40], huge, b"<svg/>", b"\xff\xd8\xff" + b"\xff" * 100):
        with pytest.raises(ImageRefused, match="Image"):
            take_bytes(data, "Image")
    with pytest.raises(ImageRefused):
        take_image(QImage(), "Image")
    asset, data = take_image(QImage(30, 20, QImage.Format.Format_RGB32), "Image")
    assert (asset.width, asset.height, asset.media_type) == (30, 20, "image/png")
    assert data.startswith(b"\x89PNG")


def test_no_part_of_what_is_copied_as_text_computes(there: Session) -> None:
    there.apply("x", lambda project: set_card(project, "a1", title="x\t=1+1\n=2+2", description="\t@SUM(1)"))
    text = clipboard.copied_as_text(there, ("a1",)).text()
    assert "=1+1" in text
    assert "2+2" in text
    assert not any(re.match(r"\s*[=@+-]", cell) for line in text.split("\n") for cell in line.split("\t"))
