"""The cells of a sheet as texts, however they were typed, with the place of each."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from service.messages import Message
from service.refusals import TooLarge

MOST_CELLS = 400_000
"""Cells of a sheet, and cells that its merges cover: one line of XML can merge seventeen thousand million."""

MANY_CELLS = Message(
    "too_many_cells",
    "Bảng tính có {count} ô, quá giới hạn {limit}. Xóa các dòng, cột thừa rồi lưu lại.",
    "The workbook has {count} cells, over the limit of {limit}. Delete spare rows and columns and save it again.",
)
Trouble = tuple[Message, tuple[tuple[str, object], ...]]


class Sheet:
    """What stands in a sheet: only cells that exist are kept, however far out they are."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.texts: dict[tuple[int, int], str] = {}
        self.marked_texts: dict[tuple[int, int], str] = {}
        """Texts of which some letters are bold, raised and so on, in the notation of the form."""
        self.extent: set[tuple[int, int]] = set()
        """Cells that belong to a table though they are blank: those with lines around them, or merged."""
        self.wrong: dict[str, Trouble] = {}
        """Place of a cell that shows no value → why."""
        self.merged: dict[tuple[int, int], tuple[int, int]] = {}
        """First cell of each merge → columns and rows it covers."""
        self._under: dict[tuple[int, int], tuple[int, int]] = {}

    def put(self, row: int, column: int, text: str, boxed: bool) -> None:
        """Add a cell with a text or lines around it. Raises TooLarge."""
        if text.strip():
            self.texts[row, column] = text
        if text or boxed:
            self.extent.add((row, column))
        self._bound(len(self.extent))

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Add a merge. Raises TooLarge."""
        self._bound(len(self._under) + (bottom - top + 1) * (right - left + 1))
        self.merged[top, left] = (right - left + 1, bottom - top + 1)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self._under[row, column] = (top, left)
                self.extent.add((row, column))

    def _bound(self, count: int) -> None:
        if count > MOST_CELLS:
            raise TooLarge(MANY_CELLS, count=count, limit=MOST_CELLS)

    def size(self) -> tuple[int, int]:
        """Rows and columns as far as lines, merges and texts reach. Raises TooLarge where that is no table any more."""
        height = max((row for row, _ in self.extent), default=0)
        width = max((column for _, column in self.extent), default=0)
        self._bound(height * width)
        return height, width

    def text(self, row: int, column: int) -> str:
        """The text of a cell; blank where there is none."""
        return self.texts.get((row, column), "")

    def marked(self, row: int, column: int) -> str:
        """The text of a cell with the marks of its letters."""
        return self.marked_texts.get((row, column)) or self.text(row, column)

    def over(self, row: int, column: int) -> tuple[int, int] | None:
        """The first cell of the merge that covers this one, if it is another."""
        first = self._under.get((row, column))
        return first if first != (row, column) else None

    def rows(self) -> list[int]:
        """The numbers of the rows that say something, merged cells in every row they cover."""
        found = {row for row, _ in self.texts}
        found |= {row for (row, column), first in self._under.items() if first in self.texts}
        return sorted(found)

    def columns(self, row: int) -> list[int]:
        """The numbers of the columns that say something in a row."""
        return sorted(column for at, column in self.texts if at == row)

    def place(self, row: int, column: int) -> str:
        """`Nhiệm vụ!C7`."""
        return f"{self.title}!{get_column_letter(column)}{row}"
