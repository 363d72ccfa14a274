"""The languages that content may be in: what they are called, how their tags are written, which way they run.

Any language has a place in a project: those listed here have a name in both languages of the program and one of their
own, all others are called by their tag (BCP 47: "tlh", "nds-NL"). Nothing here decides what a project may hold.
"""

from __future__ import annotations

import re
from typing import Final

from journey_editor.model.base import LANGUAGE_PATTERN
from journey_editor.model.folding import folded
from journey_editor.wording import tr

#: tag -> its name in English (German is among the translations), and in itself ("" where no bundled font has it).
_NAMES: Final = {
    "de": ("German", "Deutsch"),
    "en": ("English", "English"),
    "fr": ("French", "Français"),
    "it": ("Italian", "Italiano"),
    "es": ("Spanish", "Español"),
    "nl": ("Dutch", "Nederlands"),
    "pl": ("Polish", "Polski"),
    "pt": ("Portuguese", "Português"),
    "pt-BR": ("Portuguese (Brazil)", "Português (Brasil)"),
    "cs": ("Czech", "Čeština"),
    "da": ("Danish", "Dansk"),
    "sv": ("Swedish", "Svenska"),
    "tr": ("Turkish", "Türkçe"),
    "uk": ("Ukrainian", "Українська"),
    "ru": ("Russian", "Русский"),
    "ar": ("Arabic", "العربية"),
    "he": ("Hebrew", "עברית"),
    "fa": ("Persian", "فارسی"),
    "ur": ("Urdu", "اردو"),
    "hi": ("Hindi", "हिन्दी"),
    "th": ("Thai", "ไทย"),
    "vi": ("Vietnamese", "Tiếng Việt"),
    "id": ("Indonesian", "Bahasa Indonesia"),
    "ms": ("Malay", "Bahasa Melayu"),
    "ja": ("Japanese", "日本語"),
    "ko": ("Korean", "한국어"),
    "zh": ("Chinese", "中文"),
    "zh-Hans": ("Chinese (simplified)", "中文（简体）"),
    "zh-Hant": ("Chinese (traditional)", "中文（繁體）"),
    "fi": ("Finnish", "Suomi"),
    "nb": ("Norwegian (Bokmål)", "Norsk bokmål"),
    "nn": ("Norwegian (Nynorsk)", "Norsk nynorsk"),
    "is": ("Icelandic", "Íslenska"),
    "et": ("Estonian", "Eesti"),
    "lv": ("Latvian", "Latviešu"),
    "lt": ("Lithuanian", "Lietuvių"),
    "sk": ("Slovak", "Slovenčina"),
    "sl": ("Slovenian", "Slovenščina"),
    "hr": ("Croatian", "Hrvatski"),
    "bs": ("Bosnian", "Bosanski"),
    "sr": ("Serbian", "Српски"),
    "mk": ("Macedonian", "Македонски"),
    "bg": ("Bulgarian", "Български"),
    "ro": ("Romanian", "Română"),
    "hu": ("Hungarian", "Magyar"),
    "el": ("Greek", "Ελληνικά"),
    "sq": ("Albanian", "Shqip"),
    "ca": ("Catalan", "Català"),
    "eu": ("Basque", "Euskara"),
    "gl": ("Galician", "Galego"),
    "ga": ("Irish", "Gaeilge"),
    "cy": ("Welsh", "Cymraeg"),
    "lb": ("Luxembourgish", "Lëtzebuergesch"),
    "rm": ("Romansh", "Rumantsch"),
    "gsw": ("Swiss German", "Schwiizertüütsch"),
    "nds": ("Low German", "Plattdüütsch"),
    "ku": ("Kurdish", "Kurdî"),
    "ka": ("Georgian", "ქართული"),
    "hy": ("Armenian", "Հայերեն"),
    "az": ("Azerbaijani", "Azərbaycanca"),
    "kk": ("Kazakh", "Қазақ тілі"),
    "bn": ("Bengali", ""),
    "ta": ("Tamil", ""),
    "sw": ("Swahili", "Kiswahili"),
    "af": ("Afrikaans", "Afrikaans"),
    "so": ("Somali", "Soomaali"),
    "ti": ("Tigrinya", ""),
    "am": ("Amharic", ""),
    "eo": ("Esperanto", "Esperanto"),
    "la": ("Latin", "Latina"),
}  # fmt: skip

_REGIONS: Final = {
    "AT": "Austria",
    "BE": "Belgium",
    "CA": "Canada",
    "CH": "Switzerland",
    "DE": "Germany",
    "ES": "Spain",
    "FR": "France",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IN": "India",
    "IT": "Italy",
    "LI": "Liechtenstein",
    "LU": "Luxembourg",
    "MX": "Mexico",
    "NL": "Netherlands",
    "PT": "Portugal",
    "US": "United States",
}  # fmt: skip

_FROM_THE_RIGHT: Final = frozenset(("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"))
_TAG = re.compile(LANGUAGE_PATTERN)


def known_languages() -> tuple[str, ...]:
    """The tags that have a name here, those that many need first."""
    return tuple(_NAMES)


def language_name(tag: str, to: str | None = None) -> str:
    """What a language is called in the language of the window (or in `to`); the tag where it has no name.

    A region is named behind the language: "German (Switzerland)", "French (MA)".
    """
    if tag in _NAMES:
        return tr(_NAMES[tag][0], to=to)
    head, _, rest = tag.partition("-")
    if head not in _NAMES or not rest:
        return tag
    region = tr(_REGIONS[rest], to=to) if rest in _REGIONS else rest
    return f"{tr(_NAMES[head][0], to=to)} ({region})"


def own_name(tag: str) -> str:
    """What a language calls itself; "" where that is not known."""
    return _NAMES[tag][1] if tag in _NAMES else ""


def as_tag(words: str) -> str:
    """The tag that is meant by a name in any language of the program, by the language's own name, or by a tag in any
    spelling: "Portugiesisch", "português", "PT_br" -> "pt-BR". "" where nothing is meant.
    """
    wanted = " ".join(words.split())
    for tag, (english, own) in _NAMES.items():
        if folded(wanted) in {folded(name) for name in (english, tr(english, to="de"), own)} - {""}:
            return tag
    parts = wanted.replace("_", "-").split("-")
    tag = "-".join((parts[0].lower(), *map(_part, parts[1:])))
    return tag if _TAG.match(tag) else ""


def _part(part: str) -> str:
    """A part of a tag as it is usually written: regions in capitals, scripts with one."""
    if len(part) == 2 and part.isalpha():
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def from_the_right(tag: str) -> bool:
    """Whether a language is written from right to left."""
    parts = tag.split("-")
    return ("Arab" in parts or "Hebr" in parts) or (parts[0] in _FROM_THE_RIGHT and "Latn" not in parts)
