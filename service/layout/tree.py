"""From lines to the tree of headings: the numbering series decides the level, the look hardly ever (contract §1).

A marker that continues an open series stands beside the last of it, whatever was opened since; one that begins a
series opens a level below what is open; one that fits nothing goes where its kind usually stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from service.layout.markers import LEVELS, Marker


@dataclass(slots=True)
class _Open:
    """A series that is open: its last number, where its members stand, and where what follows the last one goes."""

    series: str
    number: int
    members: list[Any]
    content: list[Any]


class Tree:
    """Builds the blocks of a body."""

    def __init__(self) -> None:
        self.root: list[Any] = []
        self._open: list[_Open] = []

    @property
    def here(self) -> list[Any]:
        """Where the next block without a counting marker goes."""
        return self._open[-1].content if self._open else self.root

    @property
    def depth(self) -> int:
        """How many series are open."""
        return len(self._open)

    def add(self, block: dict[str, Any]) -> None:
        """Add a block that has no counting marker."""
        self.here.append(block)

    def count(self, marker: Marker, block: dict[str, Any]) -> None:
        """Add a heading or paragraph whose `marker` counts."""
        members, series, number = self._place(marker)
        members.append(block)
        content = block["noi_dung"] if block["loai"] == "muc" else members
        self._open.append(_Open(series, number, members, content))

    def _place(self, marker: Marker) -> tuple[list[Any], str, int]:
        """Where a marker's block goes, its series and number; what it closes is closed."""
        readings = marker.readings or (("?" + marker.text, 1),)
        for series, number in readings:  # the next of an open series, innermost first
            for index in range(len(self._open) - 1, -1, -1):
                held = self._open[index]
                if held.series == series and held.number + 1 == number:
                    return self._beside(index), series, number
        for series, number in readings:  # … of the same kind with another sign after it (`1.`, `2/`)
            for index in range(len(self._open) - 1, -1, -1):
                held = self._open[index]
                if _kind(held.series) == _kind(series) and held.number + 1 == number > 1:
                    return self._beside(index), series, number
        for series, number in readings:
            if number == 1 and not self._again(series):
                return self.here, series, number
        for series, number in readings:  # one of an open series that was left out, repeated or begins again
            for index in range(len(self._open) - 1, -1, -1):
                if self._open[index].series == series:
                    return self._beside(index), series, number
        series, number = readings[0]
        return self._usual(series), series, number

    def _again(self, series: str) -> bool:
        """Whether the innermost open series is `series` itself: numbers that begin again without a heading between."""
        return any(held.series == series for held in self._open)

    def _beside(self, index: int) -> list[Any]:
        members = self._open[index].members
        del self._open[index:]
        return members

    def _usual(self, series: str) -> list[Any]:
        """The nearest open level that usually stands above this kind."""
        level = level_of(series)
        for index, held in enumerate(self._open):
            if level_of(held.series) >= level:
                return self._beside(index)
        return self.here


def _kind(series: str) -> str:
    return series.rstrip(".)/:-–")


def level_of(series: str) -> int:
    """How high the kind of a series usually stands; 0 is highest."""
    kind = series.rstrip(".)/:-–0123456789")
    deep = series[len(kind) :] if kind in ("decimal", "roman_decimal") else ""
    return LEVELS.get(kind, 9) + (int(deep) - 2 if deep.isdigit() else 0)
