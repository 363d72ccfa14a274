"""The fonts of one SVG: embedded with the letters that it uses and what shaping them takes, as `@font-face`."""

from __future__ import annotations

from base64 import b64encode

import uharfbuzz as hb

from journey_editor.layout.fonts import FILES, FontKey, face

_USUAL: FontKey = "sans"
#: Tables that no browser needs to draw letters.
_NOT_NEEDED = ("DSIG", "meta", "FFTM")
#: What may change between letters that stand beside each other, and is asked for by nobody: it would bring along
#: glyphs of small capitals, old figures and the like.
_FEATURES = (
    "ccmp locl mark mkmk kern liga clig calt rlig init medi fina isol curs rclt "
    "nukt akhn rphf rkrf pref blwf half pstf vatu cjct pres abvs blws psts haln abvm blwm dist ljmo vjmo tjmo"
).split()


class UsedFonts:
    """Collects which letters of which font were used."""

    def __init__(self) -> None:
        self._letters: dict[FontKey, set[str]] = {}
        self._attributes: dict[FontKey, str] = {}
        self.usual = f"{_family(_USUAL)}, sans-serif"

    def used(self, key: FontKey, text: str) -> str:
        """Attributes that choose the font for this text."""
        letters = self._letters.get(key)
        if letters is None:
            letters = self._letters[key] = set()
            family = "" if _family(key) == _family(_USUAL) else f' font-family="{_family(key)}, sans-serif"'
            self._attributes[key] = family + (' font-weight="700"' if _is_bold(key) else "")
        letters.update(text)
        return self._attributes[key]

    def style(self) -> str:
        """The element that holds the fonts."""
        rules = [_rule(key, letters) for key, letters in self._letters.items()]
        return "<style>\n" + "".join(rules) + "</style>\n" if rules else ""


def _rule(key: FontKey, letters: set[str]) -> str:
    data = b64encode(_subset(key, letters)).decode("ascii")
    weight = 700 if _is_bold(key) else 400
    return (
        f'@font-face{{font-family:"{_family(key)}";font-weight:{weight};'
        f'src:url("data:font/ttf;base64,{data}") format("truetype")}}\n'
    )


def _subset(key: FontKey, letters: set[str]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update({ord(letter) for letter in letters})
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    features = wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    features.update({_tag(name) for name in _FEATURES})
    dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    dropped.update({_tag(name) for name in _NOT_NEEDED})
    return bytes(hb.subset(face(key), wanted).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode().ljust(4), "big")


def _is_bold(key: FontKey) -> bool:
    return key.endswith("-bold")


def _family(key: FontKey) -> str:
    """What the font calls itself, so that a program which has it installed finds it."""
    regular = key.removesuffix("-bold")
    return face(regular).get_name(hb.OTNameIdPredefined.FONT_FAMILY) or FILES[regular]
