"""Tables from the rules that are drawn: a cell is what no rule divides."""

from __future__ import annotations

from dataclasses import dataclass

from service.formats.pdf.glyphs import Box

NEAR = 3.0
"""Points within which two rules are one, or touch."""
MOST = 3_000
"""Rules of a page that are looked at: beyond, it is a drawing."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell over some rows and columns of a grid."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its outline, the places of its upright rules, and its cells by rows."""

    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]


def grids(rules: list[Box]) -> list[Grid]:
    """The tables of a page from top to bottom; at least two columns and one row each."""
    found = (_grid(group) for group in _touching(rules))
    return sorted((grid for grid in found if grid is not None), key=lambda grid: grid.box.top)


def _touching(rules: list[Box]) -> list[list[Box]]:
    """Rules that hang together."""
    groups: list[list[Box]] = []
    for rule in rules[:MOST]:
        near = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([rule, *(other for group in near for other in group)])
    return groups


def _touch(a: Box, b: Box) -> bool:
    return (
        a.left <= b.right + NEAR and b.left <= a.right + NEAR and a.top <= b.bottom + NEAR and b.top <= a.bottom + NEAR
    )


def _places(values: list[float]) -> tuple[float, ...]:
    out: list[list[float]] = []
    for value in sorted(values):
        if out and value - out[-1][-1] <= NEAR:
            out[-1].append(value)
        else:
            out.append([value])
    return tuple(sum(group) / len(group) for group in out)


def _grid(rules: list[Box]) -> Grid | None:
    flat, upright = [r for r in rules if r.flat], [r for r in rules if r.upright]
    xs = _places([(r.left + r.right) / 2 for r in upright])
    ys = _places([(r.top + r.bottom) / 2 for r in flat])
    if len(xs) < 3 or len(ys) < 2:
        return None
    rows, columns = len(ys) - 1, len(xs) - 1

    def divided_right(row: int, column: int) -> bool:
        middle = (ys[row] + ys[row + 1]) / 2
        return any(
            abs((r.left + r.right) / 2 - xs[column + 1]) <= NEAR and r.top - 1 <= middle <= r.bottom + 1
            for r in upright
        )

    def divided_below(row: int, column: int) -> bool:
        middle = (xs[column] + xs[column + 1]) / 2
        return any(
            abs((r.top + r.bottom) / 2 - ys[row + 1]) <= NEAR and r.left - 1 <= middle <= r.right + 1 for r in flat
        )

    right = [[c == columns - 1 or divided_right(r, c) for c in range(columns)] for r in range(rows)]
    below = [[r == rows - 1 or divided_below(r, c) for c in range(columns)] for r in range(rows)]
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = high = 1
            while not right[row][column + wide - 1] and (row, column + wide) not in taken:
                wide += 1
            while not any(below[row + high - 1][column : column + wide]) and not any(
                right[row + high][c] for c in range(column, column + wide - 1)
            ):
                high += 1
            taken |= {(row + i, column + j) for i in range(high) for j in range(wide)}
            box = Box(xs[column], ys[row], xs[column + wide], ys[row + high])
            cells.append(GridCell(row, column, high, wide, box))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), xs, ys, tuple(cells))


def same_columns(one: Grid, other: Grid) -> bool:
    """Whether two grids have their upright rules at the same places: one table that a page cuts."""
    return len(one.xs) == len(other.xs) and all(abs(a - b) <= NEAR for a, b in zip(one.xs, other.xs, strict=True))


def underlines(rules: list[Box], tables: list[Grid]) -> list[Box]:
    """The flat rules outside tables."""
    inside = [grid.box for grid in tables]
    return [r for r in rules if r.flat and not any(_touch(r, box) for box in inside)]
