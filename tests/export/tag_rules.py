"""Rules of tagged PDF that a program can check, each with a name (after ISO 32000-1, 14.8, and ISO 14289-1).

They are no proof that a file is accessible: nobody here listens to it. `broken` names those that a file breaks.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from tests.export.tags import Said, Structure, structure

#: Structure types that every reader knows (ISO 32000-1, 14.8.4), as far as we use any.
KINDS = frozenset("Document Sect H1 H2 H3 H4 H5 H6 P L LI LBody Figure Link Span".split())
#: What may lie in what.
PARENTS = {"LI": {"L"}, "LBody": {"LI"}}
CHILDREN = {"L": {"LI"}, "LI": {"LBody"}, "H1": {"Span", "Link"}, "H2": {"Span", "Link"}, "Link": set[str]()}


def broken(data: bytes) -> list[str]:
    """The rules that a PDF breaks, each with where. What has no right structure at all raises AssertionError."""
    found = structure(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [f"{rule.__name__}: {words}" for rule in RULES for words in rule(pdf, found)]


def marked(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    if not bool(pdf.Root.MarkInfo.Marked) or bool(pdf.Root.MarkInfo.get("/Suspects", False)):
        yield "the catalog does not say so"


def language_of_the_document(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    if not re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(pdf.Root.get("/Lang", ""))):
        yield str(pdf.Root.get("/Lang"))


def languages_of_elements(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    for element in found.document.all():
        if element.language and not re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", element.language):
            yield element.language


def title_is_shown(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    if not str(pdf.docinfo.get("/Title", "")):
        yield "no title"
    if not bool(pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "not shown"


def all_ink_is_marked(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    yield from found.unmarked


def all_marks_have_elements(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    yield from found.adrift


def known_kinds(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    yield from {element.kind for element in found.document.all()} - KINDS


def nesting(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    for above in found.document.all():
        for element in above.below:
            if above.kind not in PARENTS.get(element.kind, {above.kind}):
                yield f"{element.kind} in {above.kind}"
            if element.kind not in CHILDREN.get(above.kind, {element.kind}):
                yield f"{element.kind} in {above.kind}"


def headings_leave_no_level_out(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    levels = [int(element.kind[1]) for element in found.document.all() if re.fullmatch("H[1-6]", element.kind)]
    for before, level in pairwise([0, *levels]):
        if level > before + 1:
            yield f"H{level} after H{before}"


def headings_say_something(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    for element in found.document.all():
        if re.fullmatch("H[1-6]", element.kind) and not element.words.strip():
            yield element.kind


def pictures_have_words(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    for figure in found.document.of("Figure"):
        if not figure.alt.strip():
            yield "a figure without"


def links_are_elements_with_words(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", ())]
    for annotation in annotations:
        if "/StructParent" not in annotation or not str(annotation.get("/Contents", "")):
            yield f"{annotation.Rect}"
    if sum(link.links for link in found.document.of("Link")) != len(annotations):
        yield f"{len(annotations)} annotations"
    if any(element.links for element in found.document.all() if element.kind != "Link"):
        yield "an annotation outside of a link"


def pages_have_the_order_of_the_structure(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, start=1):
        if str(page.get("/Tabs", "")) != "/S" or int(page.get("/StructParents", -1)) != number - 1:
            yield f"page {number}"


def fonts_are_embedded_with_their_text(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    for page in pdf.pages:
        for font in dict(page.get("/Resources", {}).get("/Font", {})).values():
            file = font.DescendantFonts[0].FontDescriptor.get("/FontFile2")
            if file is None or "/ToUnicode" not in font or str(font.Encoding) != "/Identity-H":
                yield str(font.BaseFont)


def no_marks_in_forms(pdf: pikepdf.Pdf, found: Structure) -> Iterator[str]:
    for page in pdf.pages:
        for name, form in dict(page.get("/Resources", {}).get("/XObject", {})).items():
            if str(form.get("/Subtype")) == "/Form" and b"MCID" in form.read_bytes():
                yield str(name)


RULES: tuple[Callable[[pikepdf.Pdf, Structure], Iterator[str]], ...] = (
    marked,
    language_of_the_document,
    languages_of_elements,
    title_is_shown,
    all_ink_is_marked,
    all_marks_have_elements,
    known_kinds,
    nesting,
    headings_leave_no_level_out,
    headings_say_something,
    pictures_have_words,
    links_are_elements_with_words,
    pages_have_the_order_of_the_structure,
    fonts_are_embedded_with_their_text,
    no_marks_in_forms,
)


def cards_of(said: Said) -> list[str]:
    """The words of all items of lists, in reading order."""
    return [" ".join(item.words.split()) for item in said.of("LI")]


def opened(data: bytes) -> Any:
    return pikepdf.open(io.BytesIO(data))
