"""Figures as a reader of the map's language writes them: a comma for the decimals in German, thin groups of three."""

from __future__ import annotations

_COMMA = {"de", "fr", "es", "it", "nl", "pt", "pl", "cs", "da", "sv", "nb", "fi", "tr", "ru", "uk"}
_POINT_GROUPS = {"de", "es", "it", "nl", "pt", "da", "tr"}


def number(value: float, language: str) -> str:
    """A number without needless zeros; five digits and more are grouped."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".") if abs(value) >= 10_000 else f"{value:.10f}".rstrip("0").rstrip(".")
    if text in ("-0", ""):
        text = "0"
    text = text.replace("-", "\N{MINUS SIGN}")
    head = language.split("-")[0]
    if head not in _COMMA:
        return text
    group = "." if head in _POINT_GROUPS else "\N{NARROW NO-BREAK SPACE}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", group)


def quantity(value: float, unit: str, language: str) -> str:
    """A number with its unit, kept together; the percent sign is set off in German and follows directly in English."""
    digits = number(value, language)
    if not unit:
        return digits
    gap = "" if unit == "%" and language.split("-")[0] == "en" else "\N{NO-BREAK SPACE}"
    return digits + gap + unit
