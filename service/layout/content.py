"""The body of a document, or of an annex, from the lines that were read as such."""

from __future__ import annotations

from typing import Any

from service.docx.blocks import Paragraph
from service.layout.head import Taken
from service.layout.line import Line
from service.layout.tables import Read, read_table
from service.layout.texts import after_marker, rich
from service.layout.tree import Tree
from service.mau.binding import Got
from service.messages import Message

_SAID = ("bước", "giai đoạn")
"""What counts steps of the work is said in the sentence: a marker of a heading, but none of a paragraph."""


class Content:
    """Builds blocks; `spare` are paragraphs of tables that no field holds."""

    def __init__(self) -> None:
        self._tree = Tree()
        self.spare: list[Paragraph] = []
        self._above: Read | None = None
        self._untitled: dict[str, Any] | None = None

    def take(self, taken: Taken) -> None:
        """Add a line of the body."""
        role, line, sure, notes = taken
        if line.table is not None:
            self._table(taken)
            return
        self._above = None
        if role == "phan":
            self._begin(line, "", sure)
            return
        if role == "phan_ten" and self._untitled is not None:
            before = self._untitled["tieu_de"]
            text = f"{before.value} {line.text}".strip()
            self._untitled["tieu_de"] = Got(text, before.paragraph if before.value else line.paragraph, sure)
            return
        self._close()
        marker = line.marker
        if role == "muc":
            self._begin(line, line.rest, sure)
            self._untitled = None
        elif marker is not None and marker.ordinal and role == "diem":
            self._tree.count(marker, self._paragraph(line, sure, notes))
        else:
            self._tree.add(self._paragraph(line, sure, notes))

    def _begin(self, line: Line, title: str, sure: float) -> None:
        self._close()
        marker = line.marker
        assert marker is not None
        block = {
            "loai": "muc",
            "dau": Got(marker.text, line.paragraph, sure),
            "tieu_de": Got(title, line.paragraph, sure),
            "noi_dung": [],
        }
        self._tree.count(marker, block)
        self._untitled = block

    def _close(self) -> None:
        """A heading without a title is a paragraph."""
        block, self._untitled = self._untitled, None
        if block is not None and not block["tieu_de"].value:
            dau = block["dau"]
            block["loai"], block["van_ban"] = "doan", dau
            for name in ("tieu_de", "noi_dung"):
                del block[name]
            block["dau"] = None

    def _paragraph(self, line: Line, sure: float, notes: tuple[Message, ...]) -> dict[str, Any]:
        marker = line.marker if line.rest else None
        if marker is not None and marker.readings and marker.readings[0][0] in _SAID:
            marker = None
        start = after_marker(line) if marker is not None else 0
        return {
            "loai": "doan",
            "dau": Got(marker.text, line.paragraph, sure) if marker is not None else None,
            "van_ban": Got(rich(line, start), line.paragraph, sure, notes),
        }

    def _table(self, taken: Taken) -> None:
        self._close()
        assert taken.line.table is not None
        read = read_table(taken.line.table, taken.sure, self._above)
        self.spare += [p for p in read.left if all(p is not held for held in self.spare)]
        if self._above is None or read.block is not self._above.block:
            self._tree.add(read.block)
        self._above = read

    def finish(self) -> list[Any]:
        """The blocks."""
        self._close()
        return self._tree.root
