"""The marks of a page: operators between two of them belong to one element of the structure, or are only drawn."""

from __future__ import annotations

from typing import Any

from journey_editor.export.pdf_structure import Element, Mark

#: What is only drawn.
ARTIFACT = Element("Artifact")


class Marks:
    """The marks of one page, which are put among its operators (`code`). Its number (from 0) is given where elements
    have marks on other pages too. `open` is the element that operators belong to now; `owners` are those of the marks.
    """

    __slots__ = ("_code", "_page", "open", "owners")

    def __init__(self, code: Any, page: int | None = None) -> None:
        self.open: Element | None = None
        self.owners: list[Element] = []
        self._code, self._page = code, page

    def begin(self, element: Element) -> None:
        """Operators belong to this element from now on."""
        code = self._code
        if self.open is not None:
            code.append("EMC")
        self.open = element
        if element is ARTIFACT:
            code.append("/Artifact BMC")
            return
        number = len(self.owners)
        self.owners.append(element)
        element.kids.append(number if self._page is None else Mark(self._page, number))
        kind = element.kind
        code.append(f"/{'H' if kind[0] == 'H' else kind} <</MCID {number}>> BDC")

    def end(self) -> None:
        """No operators follow."""
        if self.open is not None:
            self._code.append("EMC")
            self.open = None
