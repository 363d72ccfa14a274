"""Fonts inside a PDF: the very glyphs that layout chose, embedded so that their text can be read out again.

Each font is written as a Type0 font with Identity-H encoding, cut down to the glyphs in use. A character code is the
glyph id of the font file, as long as the glyph always stands for the same characters. Where it does not (a hyphen that
is a soft hyphen elsewhere, a glyph that means two ligatures), the glyph gets further codes past the last glyph id, and
a CIDToGIDMap leads them back to it; so ToUnicode is right for every occurrence. ReportLab's own embedding is not used:
it breaks ToUnicode for emoji, and missing glyphs vanish in it (ISO 32000-1, 9.7.4 and 9.10.3).
"""

from __future__ import annotations

import hashlib
import struct
from collections import defaultdict
from functools import cached_property
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from journey_editor.layout.fonts import face, hb_font, metrics

#: What a glyph is said to stand for that has no text of its own, as the second part of a letter does. It is always
#: inside an /ActualText span, which says the whole; readers that know no spans get a space without width.
NOTHING = "\u200b"

#: hb-subset need not keep what only shaping uses; nothing is shaped in a PDF.
_NOT_NEEDED = ("GSUB", "GPOS", "GDEF", "kern", "morx", "DSIG", "meta")

_SYMBOLIC = 4
_LAST_CODE = 0xFFFF


#: What a string in brackets cannot hold as it is (ISO 32000-1, 7.3.4.2).
_ESCAPES = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r", "\n": "\\n"})


class Coded(NamedTuple):
    """A glyph that stands for a text: its code as it is written in a string in brackets, one character for each byte,
    and its advance as a part of the em."""

    text: str
    code: str
    width: float


class EmbeddedFont:
    """One font of a PDF. ReportLab calls `addObjects` while it saves, when it is known which glyphs were used."""

    def __init__(self, key: str, resource: str) -> None:
        self.key = key
        self.resource = resource
        self._advance = hb_font(key).get_glyph_h_advance
        self._thousandths = 1000 / face(key).upem
        #: What `coded` gave before.
        self.codes: dict[tuple[int, str], Coded] = {}
        self._text: dict[int, str] = {}  # code -> what it stands for
        self._glyph: dict[int, int] = {}  # code -> glyph
        # Code 0 is kept for nothing: several readers take it for a missing character.
        self._next_free = max(1, face(key).glyph_count)
        #: Words that were written before, by the size that the PDF states.
        self.words: defaultdict[float, dict[str | tuple[str, ...], Any]] = defaultdict(dict)
        #: Characters by their size: the glyph that stood for one last, its code, and its advance in points.
        self.letters: defaultdict[float, dict[str, tuple[int, str, float]]] = defaultdict(dict)

    @property
    def fontName(self) -> str:  # noqa: N802 (ReportLab asks by this name)
        return f"glyphs:{self.key}"

    def coded(self, glyph: int, text: str) -> Coded:
        """A glyph where it stands for this text."""
        found = self.codes.get((glyph, text))
        if found is None:
            code = glyph
            if (glyph == 0 or glyph in self._glyph) and self._next_free <= _LAST_CODE:
                code = self._next_free
                self._next_free += 1
            self._glyph[code] = glyph
            self._text.setdefault(code, text or NOTHING)
            stated = (chr(code >> 8) + chr(code & 0xFF)).translate(_ESCAPES)
            found = self.codes[glyph, text] = Coded(text, stated, self._width(glyph) / 1000)
        return found

    @cached_property
    def space(self) -> Coded | None:
        """A space; None where the font has none."""
        glyph = hb_font(self.key).get_nominal_glyph(0x20)
        return self.coded(glyph, " ") if glyph else None

    def _width(self, glyph: int) -> float:
        """The advance of a glyph in thousandths of the em, rounded as the PDF states it."""
        return round(float(self._advance(glyph) * self._thousandths), 3)

    def addObjects(self, document: Any) -> None:  # noqa: N802 (ReportLab calls it by this name)
        data = self._subset()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        base = PDFName(f"{tag}+{self._postscript_name()}")
        file = PDFStream(PDFDictionary({"Length1": len(data)}), data, [pdfdoc.PDFZCompress])
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(
                    self._descriptor(base, document.Reference(file, f"file:{self.key}")), f"descriptor:{self.key}"
                ),
                "W": PDFArray(self._width_array()),
                "DW": 1000,
                "CIDToGIDMap": self._glyph_map(document),
            }
        )
        unicode = PDFStream(content=self._to_unicode(), filters=[pdfdoc.PDFZCompress])
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant, f"cid:{self.key}")]),
                "ToUnicode": document.Reference(unicode, f"unicode:{self.key}"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font, f"font:{self.key}")

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(set(self._glyph.values()))
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        for table in _NOT_NEEDED:
            dropped.add(int.from_bytes(table.encode().ljust(4), "big"))
        return bytes(hb.subset(face(self.key), wanted).blob.data)

    def _postscript_name(self) -> str:
        name = face(self.key).get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.key
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-_")) or "Font"

    def _descriptor(self, base: Any, file: Any) -> Any:
        measures = metrics(self.key)
        box = struct.unpack(">4h", face(self.key).reference_table("head").data[36:44])
        weight = hb_font(self.key).get_style_value(hb.StyleTag.WEIGHT)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([round(edge * self._thousandths) for edge in box]),
                "ItalicAngle": 0,
                "Ascent": round(measures.ascender * 1000),
                "Descent": -round(measures.descender * 1000),
                "CapHeight": round(measures.cap_height * 1000),
                # The usual estimate of the stem from the weight: 88 for regular, 166 for bold.
                "StemV": round(50 + (weight / 65) ** 2),
                "FontFile2": file,
            }
        )

    def _width_array(self) -> list[Any]:
        """Runs of consecutive codes with their widths: first [w w w] first [w] ..."""
        array: list[Any] = []
        run: list[float] = []
        last = -2
        for code in sorted(self._glyph):
            if code != last + 1:
                run = []
                array += [code, run]
            run.append(_plain(self._width(self._glyph[code])))
            last = code
        return [PDFArray(part) if isinstance(part, list) else part for part in array]

    def _glyph_map(self, document: Any) -> Any:
        if all(code == glyph for code, glyph in self._glyph.items()):
            return PDFName("Identity")
        table = bytearray(2 * (max(self._glyph) + 1))
        for code, glyph in self._glyph.items():
            struct.pack_into(">H", table, 2 * code, glyph)
        stream = PDFStream(content=bytes(table), filters=[pdfdoc.PDFZCompress])
        return document.Reference(stream, f"glyphs:{self.key}")

    def _to_unicode(self) -> str:
        rows = sorted(self._text.items())
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
        ]
        for start in range(0, len(rows), 100):  # a section may hold no more
            part = rows[start : start + 100]
            lines.append(f"{len(part)} beginbfchar")
            lines += [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in part]
            lines.append("endbfchar")
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines)


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value


class EmbeddedFonts:
    """The fonts of one PDF, each embedded once, when it is first used."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts: dict[str, EmbeddedFont] = {}

    def __getitem__(self, key: str) -> EmbeddedFont:
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = EmbeddedFont(key, f"F{len(self._fonts) + 1}")
            self._document.fontMapping[font.fontName] = "/" + font.resource
            self._document.delayedFonts.append(font)
        return font
