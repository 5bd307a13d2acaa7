"""The cells of a sheet as texts, however they were typed, with the place of each."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


class Sheet:
    """What stands in a sheet: only cells that exist are looked at, however far out they are."""

    def __init__(self, sheet: Worksheet) -> None:
        self.title: str = sheet.title
        self.texts: dict[tuple[int, int], str] = {}
        self.extent: set[tuple[int, int]] = set()
        """Cells that belong to a table though they are blank: those with lines around them, or merged."""
        for place, cell in sheet._cells.items():
            text = as_text(cell.value)
            if text.strip():
                self.texts[place] = text
            if text or (cell.has_style and cell.border.left.style):
                self.extent.add(place)
        self.merged: dict[tuple[int, int], tuple[int, int]] = {}
        """First cell of each merge → columns and rows it covers."""
        self._under: dict[tuple[int, int], tuple[int, int]] = {}
        for merge in sheet.merged_cells.ranges:
            first = (merge.min_row, merge.min_col)
            self.merged[first] = (merge.max_col - merge.min_col + 1, merge.max_row - merge.min_row + 1)
            for row in range(merge.min_row, merge.max_row + 1):
                for column in range(merge.min_col, merge.max_col + 1):
                    self._under[row, column] = first
                    self.extent.add((row, column))

    def text(self, row: int, column: int) -> str:
        """The text of a cell; blank where there is none."""
        return self.texts.get((row, column), "")

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


def as_text(value: Any) -> str:
    """A value of a cell as a person would have typed it: dates Vietnamese, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%d/%m/}{value.year}" + (f" {value:%H:%M}" if value.time() != time() else "")
    if isinstance(value, date):
        return f"{value:%d/%m/}{value.year}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value)
