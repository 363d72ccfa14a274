"""Texts of users inside XML: whatever they wrote, it stays text."""

from __future__ import annotations

import re

#: What has a meaning in XML, or may not stand in it at all (XML 1.0, 2.2).
_ODD = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\n": " ", "\r": " "}


def content(text: str) -> str:
    """A text between tags."""
    return _ODD.sub(_harmless, text) if _ODD.search(text) else text


#: A text in double quotes; the same characters are odd there.
attribute = content


def _harmless(found: re.Match[str]) -> str:
    return _NAMED.get(found[0], "")
