"""Texts that programs lose or mangle: 500 and more, of all scripts and with all that Unicode allows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from .payloads import payloads

_SCRIPTS = (
    "Auffällig effizient: Käufer*innen, 41 % – „Straße“ fi ffl", "Kund:innen ẞ ſ",
    "Ærøskøbing Þórr Đuro Łódź İstanbul ı", "Ελληνικά ΐ ᾳ", "Кириллица Ѣ ѫ", "Հայերեն", "ქართული",
    "مرحبا بالعالم لا إله", "שלום עולם שָׁ", "فارسی می‌خواهم", "اردو ہے", "नमस्ते क्षत्रिय कि", "বাংলা ক্ষ",
    "தமிழ் கொ", "తెలుగు క్రి", "ಕನ್ನಡ", "മലയാളം ക്ഷ", "ไทย น้ำ ที่", "ລາວ", "မြန်မာ က္က", "ខ្មែរ ក្រ", "བོད་",
    "日本語のテスト、東京", "中文 简体 繁體", "한국어 각", "\u1112\u1161\u11ab\u1100\u1173\u11af",
    "Tiếng Việt ệ ẫ", "አማርኛ", "ᏣᎳᎩ", "ᠮᠣᠩᠭᠣᠯ", "ދިވެހި", "ⵜⵉⴼⵉⵏⴰⵖ", "\U00012000\U00013000",
    "\U0001d400\U0001d56b", "\U00020000\U0002a6d6", "abc אבג 123 دهو", "(אבג) [دهو] {x}", "1 + 2 = ٣", "⠓⠑⠇⠇⠕",
    "ꙮ ﷽ ﷺ", "ａｂｃ１２３", "①②③ ㎏ ㍿ ½ ⅓",
)  # fmt: skip
_EMOJI = (
    "😀", "👍🏽", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪🇪🇺", "🇩", "❤️", "❤", "❤︎", "1️⃣", "👨🏿‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "🧑‍💻👩🏻‍🤝‍👨🏾", "☺︎☺️", "🤦🏼‍♂️", "👩\u200d", "\u200d👩", "🏽", "\ufe0f", "\u20e3", "#️⃣*️⃣",
    "😀" * 200,
)  # fmt: skip
_MARKS = (
    "e\u0301", "\u00e9", "a\u0308\u0323", "a\u0323\u0308", "\u0301", "\u0301x", "e" + "\u0301" * 300,
    "A\u030a \u212b \u00c5", "\u1e9b\u0323", "ﬁ", "ﬀi", "\u0344", "\u0340",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘", "\u034f", "\u1dc0", "\u20dd", "o\u20dd",
)  # fmt: skip
_BIDI = (
    "\u202egpj.exe", "\u202a\u202b\u202d\u202e", "\u2066a\u2067b\u2068c", "\u2069\u202c", "a\u200eb\u200fc",
    "\u061c1", "\u202eabc\u202c def", "\u2067مرحبا\u2069 x", "\u202b" * 200, "א\u200f!", "\u200f",
    "x\u202e\n y",
)  # fmt: skip
_SPACES = (
    "\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\u2060"
    "\ufeff\u00ad\u180e\u115f\u3164\u2800\t"
)
_CODES = (
    "%s %d %n %%", "{} {0} {x} {{", "$x ${x} $(x)", "\\n \\t \\\\ \\u0041 \\", "&amp; &lt; &#65; &", "<b>x</b>",
    "</text>", "]]>", "<!-- -->", "<?x?>", "'", '"', "''", '""', "`", "''' \"\"\"", "'; DROP TABLE x; --",
    "null", "None", "undefined", "NaN", "true", "0", "-0", "1e999", "00", "0x10", "1,5", "1.5", "12/12",
    "2026-02-30", "=1+1", "+1", "-1", "@x", "'=1", "'", "''=1", "\t=1", "|", "||", "a|b", "a;b", "a,b", 'a"b',
    "#", "# x", "* x", "- x", "• x", "1. x", "&File", "&&", "a&b", "Strg+S", "CON", "NUL.txt", "a/b", "a\\b",
    "..", ".", "~", "C:\\x", "\\\\h\\s", "file:///x", "x:y", "?", "*", "[x](y)", "__init__", "self", "()", "(",
    ")", "((", "[", "]", "{", "}", "<", ">", "<<", "endstream", "(x) Tj", "\\(", "%PDF",
)  # fmt: skip
_SHAPES = (
    " x", "x ", " ", "  ", "x  y", "x\n", "\nx", "\n", "\n\n\n", "x\n\ny", "a\tb", "\t", "x" * 5000,
    "x " * 2500, "ä" * 3000, "日" * 2000, "-" * 500, "a-" * 500, "a\u00ad" * 500, "a\u200b" * 500, "\n" * 300,
    "ع" * 1000, "Donaudampfschifffahrt" * 20,
)  # fmt: skip


def hostile_strings() -> list[str]:
    """All of them, each once. None holds what no text of a project may: controls, and halves of characters."""
    found = [
        *_SCRIPTS,
        *_EMOJI,
        *_MARKS,
        *_BIDI,
        *_CODES,
        *_SHAPES,
        *payloads(Path("/nowhere/canary.png"), 9),
        *(f"a{space}b" for space in _SPACES),
        *(f"{space}x{space}" for space in _SPACES),
        *_controls_of_the_second_row(),
        *_what_is_no_character(),
        *_one_of_each_block(),
    ]
    return list(dict.fromkeys(found))


def _controls_of_the_second_row() -> Iterator[str]:
    yield from (f"a{chr(code)}b" for code in range(0x80, 0xA0))


def _what_is_no_character() -> Iterator[str]:
    yield from ("\ufdd0", "\ufffe", "a\uffff", "\U0001fffe", "\U0010ffff", "\ue000", "\U000f0000", "\ufffc", "\ufffd")


def _one_of_each_block() -> Iterator[str]:
    """Three characters out of every 256 of the first planes, if any are known there."""
    for start in (*range(0x100, 0xD800, 0x100), *range(0xF900, 0x20000, 0x100)):
        known = [
            chr(code) for code in range(start, start + 0x100) if unicodedata.category(chr(code)) not in ("Cn", "Cs")
        ]
        if known:
            yield known[0] + known[len(known) // 2] + known[-1]
