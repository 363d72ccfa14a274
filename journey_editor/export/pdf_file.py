"""The bytes of a PDF: its small objects lie packed in streams, and so does the table of where all lie.

An outline with a line for each card, and what tells a screen reader what stands where, are objects by the ten
thousand; as ReportLab writes them, in plain text with a line each in the table, they would be most of the file (ISO
32000-1, 7.5.7 and 7.5.8; every reader of the last twenty years knows them).
"""

from __future__ import annotations

import struct
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from journey_editor.export.pdf_objects import Ready

#: Objects in one packed stream. A reader unpacks all of them to see one.
_TOGETHER = 400
_LEVEL = 4  # these objects are so much alike that more gains little
_PLAIN, _PACKED = 1, 2


def file_bytes(document: Any) -> bytes:
    """The whole file. It takes the place of ReportLab's `PDFDocument.format`; encryption is not known here."""
    return _File(document).finished()


class _File:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._parts = [b"%%PDF-%d.%d\n%%\x93\x8c\x8b\x9e\n" % document._pdfVersion]
        self._length = len(self._parts[0])
        self._waiting: list[tuple[int, bytes]] = []
        #: By number of an object: where it begins, or in which packed stream it lies at which place.
        self._places: dict[int, tuple[int, int, int]] = {}

    def finished(self) -> bytes:
        document = self._document
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        bundles: list[list[tuple[int, bytes]]] = []
        number = 0
        # Formatting an object may make others; their numbers follow.
        while (number := number + 1) in document.numberToId:
            made = document.idToObject[document.numberToId[number]]
            ready = type(made) is Ready  # most are: no need to ask ReportLab what to do with bytes
            data = made.data if ready else pdfdoc.format(made, document, toplevel=1).rstrip()
            if data.endswith(b"endstream"):
                self._put(number, data)
                continue
            self._waiting.append((number, data))
            if len(self._waiting) == _TOGETHER:
                bundles.append(self._waiting)
                self._waiting = []
        for bundle in filter(None, (*bundles, self._waiting)):
            self._put_packed(number, bundle)
            number += 1
        self._put_table(number, root, info)
        return b"".join(self._parts)

    def _put(self, number: int, data: bytes) -> None:
        self._places[number] = (_PLAIN, self._length, 0)
        self._add(b"%d 0 obj\n%s\nendobj\n" % (number, data))

    def _put_packed(self, number: int, bundle: list[tuple[int, bytes]]) -> None:
        heads, at = [], 0
        for place, (its_number, data) in enumerate(bundle):
            self._places[its_number] = (_PACKED, number, place)
            heads.append(b"%d %d" % (its_number, at))
            at += len(data) + 1
        head = b" ".join(heads) + b"\n"
        packed = zlib.compress(head + b"\n".join(data for _, data in bundle), _LEVEL)
        kind = b"/Type /ObjStm /N %d /First %d" % (len(bundle), len(head))
        self._put(number, _stream(kind, packed))

    def _put_table(self, number: int, root: Any, info: Any) -> None:
        begin = self._length
        self._places[number] = (_PLAIN, begin, 0)
        rows = [struct.pack(">BIH", 0, 0, 0xFFFF)]
        rows += [struct.pack(">BIH", *self._places[n]) for n in range(1, number + 1)]
        document = self._document
        kind = b"/Type /XRef /Size %d /W [1 4 2] /Root %s /Info %s /ID %s" % (
            number + 1,
            pdfdoc.format(root, document),
            pdfdoc.format(info, document),
            pdfdoc.format(document.ID(), document).rpartition(b"\n%")[0].strip(),  # without a comment
        )
        self._put(number, _stream(kind, zlib.compress(b"".join(rows), _LEVEL)))
        self._add(b"startxref\n%d\n%%%%EOF\n" % begin)

    def _add(self, data: bytes) -> None:
        self._parts.append(data)
        self._length += len(data)


def _stream(kind: bytes, packed: bytes) -> bytes:
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (kind, len(packed), packed)
