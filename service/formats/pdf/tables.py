"""Ruled tables and text set side by side become tables; a table that a page cuts is one again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from service.docx.blocks import Cell, Row, Table
from service.formats.pdf.glyphs import Glyph
from service.formats.pdf.grids import Grid, same_columns
from service.formats.pdf.lines import Line, Piece, lines
from service.formats.pdf.paragraphs import Frame, Placed, assemble, assemble_items, paragraph
from service.notes import Where

PADDING = 5.4
"""Points between the rule of a cell and its text, as Word has it."""
FARTHEST = 8
"""Sizes of type between two lines of one column at most: a signature leaves room for the hand."""
GUTTER = 6.0
"""Points that divide two columns at least."""


@dataclass(slots=True)
class RawCell:
    """A cell before its lines are paragraphs."""

    column: int
    columns: int
    frame: Frame
    merge: Literal["start", "continue"] | None = None
    lines: list[Placed] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.piece.text for line in self.lines)


@dataclass(slots=True)
class RawTable:
    """A table before its lines are paragraphs; `grid` of its last page, None for text side by side."""

    rows: list[list[RawCell]]
    grid: Grid | None = None

    def go_on(self, found: list[Line], page: Frame, number: int) -> int:
        """Take the lines, from the first on, that stand in columns beside each other, as one row; how many they were.

        A line with one piece belongs to the columns where it stands under something of them (same middle or left edge),
        unless it stands in the middle of the page, as titles do.
        """
        cells = self.rows[0] if self.rows else []
        taken = 0
        for line in found:
            spans = _merged(
                [*((c.frame.left, c.frame.right) for c in cells), *((p.left, p.right) for p in line.pieces)]
            )
            alone = len(line.pieces) == 1
            if not (len(spans) == len(cells) if alone else 1 < len(spans) >= len(cells)):
                break
            last = max((x.piece.base for c in cells for x in c.lines if x.page == number), default=line.base)
            if line.base - last > FARTHEST * line.pieces[0].size:
                break
            if len(line.pieces) == 2 >= len(spans) and any(page.holds_centred(piece) for piece in line.pieces):
                break  # a mark of urgency or secrecy beside the title
            if alone and (page.holds_centred(line.pieces[0]) or not _under(line.pieces[0], cells)):
                break
            cells = _spread(cells, spans)
            for piece in line.pieces:
                cell = next(c for c in cells if c.frame.left <= piece.middle <= c.frame.right)
                cell.lines.append(Placed(piece, number))
            taken += 1
        if taken:
            self.rows = [cells]
        return taken


def ruled(grid: Grid, glyphs: list[Glyph], page: int) -> RawTable:
    """The table of a grid with the letters inside it."""
    inside: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        middle, height = (glyph.left + glyph.right) / 2, glyph.base - 0.3 * glyph.size
        for index, cell in enumerate(grid.cells):
            box = cell.box
            if box.left <= middle <= box.right and box.top <= height <= box.bottom:
                inside.setdefault(index, []).append(glyph)
                break
    rows: list[list[RawCell]] = [[] for _ in range(len(grid.ys) - 1)]
    for index, cell in enumerate(grid.cells):
        frame = Frame(cell.box.left + PADDING, cell.box.right - PADDING)
        found = [Placed(line.whole(), page) for line in lines(inside.get(index, ()))]
        for row in range(cell.row, cell.row + cell.rows):
            merge: Literal["start", "continue"] | None = None
            if cell.rows > 1:
                merge = "start" if row == cell.row else "continue"
            rows[row].append(RawCell(cell.column, cell.columns, frame, merge, found if row == cell.row else []))
    return RawTable([sorted(row, key=lambda cell: cell.column) for row in rows if row], grid)


def continued(before: RawTable, after: RawTable) -> bool:
    """Join `after`, the first thing of a page, to `before`, the last of the page above, where they are one table."""
    if before.grid is None or after.grid is None or not same_columns(before.grid, after.grid):
        return False
    rows = after.rows
    heading = before.rows[0]
    if rows and [c.text for c in rows[0]] == [c.text for c in heading] and any(c.text for c in heading):
        rows = rows[1:]
    if rows:
        _carry_on(before.rows[-1], rows)
    before.rows += rows
    before.grid = after.grid
    return True


def _carry_on(last: list[RawCell], rows: list[list[RawCell]]) -> None:
    """A row that the page cut goes on in the first of `rows`; merged cells go on down."""
    first = rows[0]
    above = {cell.column: cell for cell in last}
    numbered = last[0].text and not first[0].text and any(cell.text for cell in first)
    if numbered and len(first) == len(last) and first[0].merge is None:
        for cell in first:
            above[cell.column].lines += cell.lines
        del rows[0]
        return
    for cell in first:
        over = above.get(cell.column)
        # An empty cell over several rows is the rest of a merged one; over one row it is, where that went on above.
        if over is not None and not cell.text and cell.merge != over.merge and over.columns == cell.columns:
            cell.merge = "continue"
            over.merge = over.merge or "start"


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if out and left - out[-1][1] < GUTTER:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return out


def _under(piece: Piece, cells: list[RawCell]) -> bool:
    return any(
        abs(piece.middle - line.piece.middle) < 12 or abs(piece.left - line.piece.left) < 4
        for cell in cells
        for line in cell.lines
        if line.piece.left < piece.right and piece.left < line.piece.right
    )


def _spread(cells: list[RawCell], spans: list[tuple[float, float]]) -> list[RawCell]:
    """The cells of wider or more columns, with the lines that they had."""
    out = [RawCell(index, 1, Frame(left, right)) for index, (left, right) in enumerate(spans)]
    for cell in cells:
        middle = (cell.frame.left + cell.frame.right) / 2
        next(c for c in out if c.frame.left <= middle <= c.frame.right).lines += cell.lines
    return out


def table(raw: RawTable, part: str, index: int, spacing: float) -> Table:
    """The table with its paragraphs."""
    rows = []
    for r, row in enumerate(raw.rows):
        cells = []
        for c, cell in enumerate(row):
            beside = raw.grid is None
            grouped = assemble_items(cell.lines, cell.frame) if beside else assemble(cell.lines, cell.frame, spacing)
            blocks = tuple(
                paragraph(group, cell.frame, Where(part, (index, r, c, p))) for p, group in enumerate(grouped)
            )
            cells.append(Cell(blocks, cell.column, cell.columns, cell.merge))
        rows.append(Row(tuple(cells)))
    columns = max((cell.column + cell.columns for row in raw.rows for cell in row), default=0)
    return Table(tuple(rows), Where(part, (index,)), columns, raw.grid is not None)
