"""Texts inside XML stay texts."""

from __future__ import annotations

from xml.etree import ElementTree

from journey_editor.export.xml_text import attribute, content


def test_what_has_a_meaning_in_xml_loses_it() -> None:
    text = """<b>"a" & 'b'</b>"""
    assert content(text) == "&lt;b&gt;&quot;a&quot; &amp; 'b'&lt;/b&gt;"
    found = ElementTree.fromstring(f'<x y="{attribute(text)}">{content(text)}</x>')
    assert (found.get("y"), found.text) == (text, text)


def test_what_xml_cannot_hold_is_left_out_and_lines_become_spaces() -> None:
    assert content("a\tb\nc\rd") == "a b c d"
    assert content("".join(map(chr, range(0x20)))) == "   "
    assert content("x\ud800\udfff\ufffe\uffffy\x7f\ufffd\ue000") == "xy\x7f\ufffd\ue000"


def test_a_plain_text_is_itself() -> None:
    text = "Kund*innen 😀"
    assert content(text) is text
