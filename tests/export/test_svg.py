"""SVG: strict XML with real text in its own fonts, the same at every export, whatever users have written."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree

import pytest
import uharfbuzz as hb

from journey_editor.export.maps import export_map
from journey_editor.export.svg import write_svg
from journey_editor.layout.compose import Layouter
from journey_editor.layout.drawlist import Crop, GlyphRun, Group, Image, Item, Link, Outline, Path, Rect, Tag
from journey_editor.layout.grey import greyed
from journey_editor.layout.pages import Page, Pages, pages
from journey_editor.layout.scaling import runs
from journey_editor.layout.shape import Shaper, TextStyle
from journey_editor.layout.written import Facts
from journey_editor.model.style import PageSetup
from tests.builders import PIXEL, PIXEL_SHA, everything, journey, lane, phase, project, tp

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
IMAGES = {PIXEL_SHA: PIXEL}


def page_of(*items: Item) -> Pages:
    return Pages((Page(100.0, 50.0, Group(0.0, 0.0, 100.0, 50.0, items, Tag("page", ""))),))


def read(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def written(*items: Item, facts: Facts | None = None, **images: bytes) -> ElementTree.Element:
    return read(write_svg(page_of(*items), facts or Facts("Title"), images).files[0])


def lines(root: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def fonts(data: bytes) -> dict[tuple[str, str], hb.Face]:
    """The embedded fonts by family and weight."""
    found = re.findall(
        r'font-family:"([^"]+)";font-weight:(\d+);src:url\("data:font/ttf;base64,([^"]+)"', data.decode("utf-8")
    )
    return {(family, weight): hb.Face(base64.b64decode(code)) for family, weight, code in found}


def test_a_page_has_its_size_in_millimetres_and_its_coordinates_in_points() -> None:
    root = written(Rect(10, 20, 30, 5, "#FF0000", "#0000FF", 2.0, radius=1.0, dash=(3, 1)))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == (
        "35.278mm",
        "17.639mm",
        "0 0 100.000 50.000",
    )
    ground, rect = root.iter(f"{SVG}rect")
    assert ground.get("fill") == "#FFFFFF"
    assert rect.attrib == {
        "x": "10.00",
        "y": "20.00",
        "width": "30.00",
        "height": "5.00",
        "rx": "1.00",
        "fill": "#FF0000",
        "stroke": "#0000FF",
        "stroke-width": "2.000",
        "stroke-dasharray": "3.00 1.00",
    }


def test_outlines_are_scaled_and_moved_and_empty_ones_left_out() -> None:
    shape = Outline((("M", 0.0, 0.0), ("C", 1.0, 0.0, 1.0, 1.0, 0.0, 1.0), ("Z",)))
    root = written(Path(shape, 5, 6, 10.0, stroke="#000000", width=1.0), Path(Outline(()), fill="#000000"))
    (path,) = root.iter(f"{SVG}path")
    assert path.get("d") == "M0.00 0.00C10.00 0.00 10.00 10.00 0.00 10.00Z"
    assert path.get("transform") == "translate(5.00 6.00)"
    assert (path.get("fill"), path.get("stroke-linecap")) == ("none", "round")


LINES = ["Beratung für Kund*innen, Öffnung (AVATAR)", "สวัสดีครับ", "हिन्दी भाषा", "مرحبا بالعالم", "שלום"]
HOSTILE = '<script>alert("1")</script> & ]]> &amp; \x00\x0b \ufffe Kund*innen 😀 שלום مرحبا 家 ไทย'


def test_what_users_write_stays_text() -> None:
    shaper = Shaper()
    text = HOSTILE.replace("\x00", "").replace("\x0b", "").replace("\ufffe", "")
    items = shaper.runs(text, TextStyle(10), 5, 20)
    root = written(*items, Link(0, 0, 5, 5, "javascript:alert(1)"), facts=Facts(HOSTILE, HOSTILE, HOSTILE, "de"))
    assert not list(root.iter(f"{SVG}script"))
    assert not list(root.iter(f"{SVG}a"))
    assert '<script>alert("1")</script> & ]]> &amp; ' in "".join(lines(root))
    title = root.findtext(f"{SVG}title")
    assert title is not None
    assert title.startswith('<script>alert("1")</script> & ]]> &amp; ')
    assert root.get("lang") == "de"


def test_every_word_of_a_map_is_text_and_every_letter_is_in_an_embedded_font() -> None:
    made = everything()
    composed = pages(made, made.maps[0].id, PageSetup(appendix=True), layouter=Layouter())
    done = write_svg(composed, Facts("Title"), IMAGES)
    for page, data in zip(composed.pages, done.files, strict=True):
        assert lines(read(data)) == [run.text.replace("\u00ad", "-") for run in runs(page.root.items)]
        embedded = fonts(data)
        assert set(embedded) >= {("Noto Sans", "400"), ("Noto Sans", "700")}
        for text in read(data).iter(f"{SVG}text"):
            family = text.get("font-family", "Noto Sans").split(",")[0]
            font = embedded[family, text.get("font-weight", "400")]
            letters = set("".join(text.itertext())) - set("\u200d\ufe0f\u200b")
            assert {ord(letter) for letter in letters} <= set(font.unicodes)


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("bold", [False, True])
def test_an_embedded_font_sets_a_line_as_layout_set_it(text: str, bold: bool) -> None:
    """A browser shapes the text anew: the letters and what joins them must all have come along."""
    (run,) = (item for item in Shaper().runs(text, TextStyle(10, bold), 0, 0) if isinstance(item, GlyphRun))
    data = write_svg(page_of(run), Facts("Title"), {}).files[0]
    (face,) = fonts(data).values()
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    length = sum(position.x_advance for position in buffer.glyph_positions) / face.upem * 10
    assert 0 not in [info.codepoint for info in buffer.glyph_infos]
    assert length == pytest.approx(run.advance, rel=0.03)
    (line,) = read(data).iter(f"{SVG}text")
    assert float(line.get("textLength", "0")) == pytest.approx(run.advance, abs=0.01)


def test_a_line_from_right_to_left_lies_about_its_middle_whichever_way_a_program_thinks_that_it_runs() -> None:
    (run,) = Shaper().runs("שלום", TextStyle(10), 5, 20)
    (line,) = written(run).iter(f"{SVG}text")
    assert line.get("direction") == "rtl"
    assert line.get("text-anchor") == "middle"
    assert float(line.get("x", "0")) == pytest.approx(run.x + run.advance / 2, abs=0.01)


def test_links_outwards_lead_there_and_links_inside_only_where_the_page_has_their_end() -> None:
    card = Group(10.0, 10.0, 20.0, 20.0, (Rect(0, 0, 5, 5, "#000000"),), Tag("card", "c1", 'A "card"'))
    root = written(
        Link(0, 0, 5, 5, "https://example.org/?a=1&b=2"), Link(0, 0, 5, 5, "#c1"), Link(0, 0, 5, 5, "#c2"), card
    )
    assert [a.get(HREF) for a in root.iter(f"{SVG}a")] == ["https://example.org/?a=1&b=2", "#c1"]
    (group,) = (g for g in root.iter(f"{SVG}g") if g.get("id") == "c1")
    assert (group.get("aria-label"), group.get("class")) == ('A "card"', "card")


def test_images_lie_in_the_file_once_and_are_cut_by_their_crop() -> None:
    items = [Image(10, 10, 20, 20, "i", "A <cat>", 0.5, Crop(2, 3, 10, 10, 9)), Image(40, 10, 20, 20, "i")]
    root = written(*items, i=PIXEL)
    (picture,) = root.iter(f"{SVG}image")
    assert picture.get(HREF, "").startswith("data:image/png;base64,")
    first, second = root.iter(f"{SVG}use")
    assert first.get(HREF) == second.get(HREF) == f"#{picture.get('id')}"
    (clip,) = root.iter(f"{SVG}clipPath")
    seen = [clip[0].get(key) for key in ("x", "y", "width", "height", "rx")]
    assert seen == ["12.00", "13.00", "10.00", "10.00", "5.00"]
    (group,) = (g for g in root.iter(f"{SVG}g") if g.get("clip-path"))
    assert (group.get("clip-path"), group.get("opacity")) == (f"url(#{clip.get('id')})", "0.500")
    assert group.get("aria-label") == "A <cat>"


def test_an_unreadable_image_is_a_crossed_box_and_reported() -> None:
    done = write_svg(page_of(Image(0, 0, 5, 5, "gone"), Image(0, 0, 5, 5, "bad")), Facts("T"), {"bad": b"GIF89a"})
    assert done.unreadable == {"gone", "bad"}
    assert len(list(read(done.files[0]).iter(f"{SVG}path"))) == 2


def test_grey_pages_have_no_colour_at_all() -> None:
    made = everything()
    composed = greyed(pages(made, made.maps[0].id, layouter=Layouter()))
    data = write_svg(composed, Facts("T"), IMAGES).files[0].decode("utf-8")
    assert all(c[:2] == c[2:4] == c[4:] for c in re.findall(r'"#([0-9A-F]{6})"', data))


def test_the_same_map_gives_the_same_bytes() -> None:
    made = everything()
    first, again = (export_map(made, made.maps[0].id, IMAGES, writer=write_svg) for _ in range(2))
    assert first == again
    assert first.smallest > 6


def test_several_pages_are_several_files_that_say_which_one_they_are() -> None:
    made = everything()
    done = export_map(made, made.maps[0].id, IMAGES, PageSetup(appendix=True), writer=write_svg)
    assert done.pages == len(done.files) > 1
    titles = [read(file).findtext(f"{SVG}title") or "" for file in done.files]
    assert [title.split()[-1] for title in titles] == [f"({n}/{done.pages})" for n in range(1, done.pages + 1)]


def test_cards_with_ids_like_our_own_names_do_not_hide_images() -> None:
    cards = [tp("picture-0"), tp("crop-0")]
    made = project(journey(phases=[phase("p", "s")], lanes=[lane("touchpoints", "l", {"s": cards})]))
    data = export_map(made, made.maps[0].id, {}, writer=write_svg, allow_small=True).data
    named = [element.get("id") for element in read(data).iter() if element.get("id")]
    assert len(set(named)) == len(named)
