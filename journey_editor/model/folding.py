"""Texts as they are compared when something is looked for: without accents, upper or lower case. Knows no model."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """The text in small letters without accents, with ß as ss."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign)).casefold()
