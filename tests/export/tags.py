"""Reads the structure of a PDF back: what is said, in which order, and what is painted outside of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

#: Operators that leave ink.
_INK = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "Tj", "TJ", "sh", "BI", "INLINE IMAGE"})


class Said(NamedTuple):
    """An element with its own words (of its marks and those below), and its elements."""

    kind: str
    title: str
    alt: str
    language: str
    words: str
    below: tuple[Said, ...]
    links: int  # annotations

    def all(self) -> Iterator[Said]:
        """This one and all below, in reading order."""
        yield self
        for element in self.below:
            yield from element.all()

    def of(self, *kinds: str) -> list[Said]:
        return [element for element in self.all() if element.kind in kinds]


class Structure(NamedTuple):
    """`unmarked` are operators that paint outside of all marks; `adrift` the texts of marks without an element."""

    document: Said
    unmarked: list[str]
    adrift: list[str]


def structure(data: bytes) -> Structure:
    """The structure of a PDF. It is checked on the way: each mark has one element, which the tree of parents names
    too, and each element names the one above it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.StructTreeRoot
        nums = list(root.ParentTree.Nums)
        parents = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        assert list(parents) == sorted(parents)
        assert list(parents) == list(range(len(parents)))
        assert int(root.ParentTreeNextKey) == len(parents)
        texts: dict[tuple[tuple[int, int], int], str] = {}
        unmarked: list[str] = []
        for page in pdf.pages:
            assert str(page.Tabs) == "/S"
            marks, ink = _marks(page)
            unmarked += ink
            assert sorted(marks) == list(range(len(parents[int(page.StructParents)])))
            texts |= {(page.obj.objgen, number): text for number, text in marks.items()}
        met: set[tuple[tuple[int, int], int]] = set()
        assert root.K.P.objgen == root.objgen
        document = _said(root.K, texts, met, parents)
        return Structure(document, unmarked, [text for key, text in texts.items() if key not in met])


def _said(element: Any, texts: Any, met: Any, parents: Any) -> Said:
    kids = element.K
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    words, below, links = [], [], 0
    for kid in kids:
        if isinstance(kid, int) or kid.get("/Type") == "/MCR":
            page, number = (element.Pg, kid) if isinstance(kid, int) else (kid.Pg, int(kid.MCID))
            key = page.objgen, number
            assert key not in met
            assert parents[int(page.StructParents)][number].objgen == element.objgen
            met.add(key)
            words.append(texts[key])
        elif kid.get("/Type") == "/OBJR":
            assert parents[int(kid.Obj.StructParent)].objgen == element.objgen
            assert any(kid.Obj.objgen == annotation.objgen for annotation in kid.Pg.Annots)
            links += 1
        else:
            assert kid.P.objgen == element.objgen
            below.append(_said(kid, texts, met, parents))
            words.append(below[-1].words)
    assert words or links, f"an empty {element.S}"
    title, alt, language = (str(element.get(key, "")) for key in ("/T", "/Alt", "/Lang"))
    return Said(str(element.S)[1:], title, alt, language, " ".join(filter(None, words)), tuple(below), links)


def _marks(page: Any) -> tuple[dict[int, str], list[str]]:
    """The text of each mark by its number, and what is painted outside of all."""
    found: dict[int, str] = {}
    unmarked: list[str] = []
    open_marks: list[int | None] = []
    fonts = {name: _meanings(font) for name, font in page.Resources.get("/Font", {}).items()}
    meanings: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BMC":
            assert str(operands[0]) == "/Artifact"
            assert not open_marks
            open_marks.append(None)
        elif name == "BDC":
            if "/MCID" in operands[1]:
                assert not open_marks
                number = int(operands[1].MCID)
                assert number not in found
                found[number] = ""
                open_marks.append(number)
            else:
                open_marks.append(open_marks[-1])  # words for what is shown inside
        elif name == "EMC":
            open_marks.pop()
        elif name in _INK and not open_marks:
            unmarked.append(name)
        elif name == "Tf":
            meanings = fonts[str(operands[0])]
        elif name in ("Tj", "TJ") and open_marks[-1] is not None:
            parts = operands[0] if name == "TJ" else operands
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            shown = (int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2))
            found[open_marks[-1]] += "".join(meanings.get(code, "") for code in shown)
    assert not open_marks
    return found, unmarked


def _meanings(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-Fa-f]{4})> *<([0-9A-Fa-f]+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in pairs}
