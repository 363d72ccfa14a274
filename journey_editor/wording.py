"""The words the program says, in English and German, for the window, the command line and printed pages alike.

Source texts are English and stand in the code: `tr("Add phase")`. German stands in `resources/translations/de/*.json`
(one file for each room, {"English": "Deutsch"}); a test holds them complete. Qt is not needed, so that the command
line and the exports can speak without it. Fields are filled in after translation: `tr("Saved {file}", file=name)`.
For counts, `trn("{n} touchpoint", "{n} touchpoints", n)`; German needs the same two forms.
"""

from __future__ import annotations

import json
import locale
import os
from collections.abc import Mapping
from functools import cache

from journey_editor.places import resource

#: The languages the program itself speaks.
LANGUAGES = ("de", "en")

_current = "en"


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """English -> the language, of all rooms together; empty for English and for a language we do not speak."""
    folder = resource("translations", language)
    words: dict[str, str] = {}
    if folder.is_dir():
        for file in sorted(folder.glob("*.json")):
            words.update(json.loads(file.read_text(encoding="utf-8")))
    return words


def language() -> str:
    """The language the program speaks now."""
    return _current


def set_language(code: str) -> None:
    """Speak this language from now on; one we do not know means English."""
    global _current
    _current = speakable(code)


def speakable(code: str) -> str:
    """The language of ours that is nearest to a language tag: "de-AT" -> "de", "fr" -> "en"."""
    head = code.replace("_", "-").split("-")[0].lower()
    return head if head in LANGUAGES else "en"


def system_language() -> str:
    """The language the system is set to, as far as we speak it. `JOURNEY_EDITOR_LANGUAGE` overrules it."""
    for name in ("JOURNEY_EDITOR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return speakable(value)
    return speakable(locale.getlocale()[0] or "en")


def tr(text: str, /, *, to: str | None = None, **fields: object) -> str:
    """The text in the language `to` (a tag; by default the one the program speaks), with {fields} filled in."""
    words = catalogue(speakable(to) if to is not None else _current).get(text, text)
    return words.format(**fields) if fields else words


def trn(one: str, many: str, n: int, /, *, to: str | None = None, **fields: object) -> str:
    """`one` if n is 1, else `many`; {n} is filled in."""
    return tr(one if n == 1 else many, to=to, n=n, **fields)
