"""How the parts of a template look at a document: tables by rows, rows by cells, cells by their lines."""

from __future__ import annotations

from collections.abc import Hashable
from copy import copy
from typing import Any, NamedTuple

from msgspec import Struct

from service.docx.blocks import Cell, Paragraph, Row, Table, paragraphs
from service.matching.align import Alignment, Step, within
from service.matching.automaton import Automaton
from service.matching.exact import exact, straight
from service.matching.pattern import DEAR, INFINITE, Exactly, Match, One
from service.mau.columns import Columns, Pasted, as_one, in_style, mapped_table, recast
from service.mau.line_reader import ParagraphReader, Seen
from service.mau.tags import Path
from service.notes import Where

WIDEST = 63
"""Cells of a row at most, as in Word: what has more was made by nobody's hand and is left over."""


RETYPED = 6.0
"""What a table costs at most that has other styles than the template's: one act of somebody."""
CLEARED = 2.0
"""What it costs that a table of several lines has none of their styles any more."""
FOREIGN = 0.95
"""Share of what leaving its rows over would cost, from which a table is not one of the template's: a pasted list of a
thousand names is not looked at to its end by every table reader."""


class Inside(Struct, gc=False):
    """Something that was entered: its things and their alignment; of a cell also the span it was told, of a table whether
    its columns had been changed; `covered`: what a cell above reaches down to."""

    items: tuple[Any, ...]
    alignment: Alignment | None
    span: Path | None = None
    columns: int = 1
    rearranged: bool = False
    covered: Path | None = None


def shape(item: Any) -> Hashable:
    """What of a block, row or cell decides, whatever its words, which lines of a template can read it exactly; None where
    it holds more than is worth remembering."""
    if isinstance(item, Paragraph):
        return item.style
    if isinstance(item, Cell):
        blocks = item.blocks
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return item.merge, item.columns, blocks[0].style
        inside = _shapes(blocks)
        return (item.merge, item.columns, inside) if inside is not None else None
    if isinstance(item, Row):
        cells = _shapes(item.cells)
        return (item.header, cells) if cells is not None else None
    return _TABLE


_TABLE = ("table",)


def _shapes(items: tuple[Any, ...]) -> tuple[Hashable, ...] | None:
    if len(items) > WIDEST:
        return None
    found = tuple([shape(item) for item in items])
    return None if None in found else found


def covered(item: Any) -> bool:
    """Whether a row has nothing of its own: every cell of it is inherited from above."""
    return isinstance(item, Row) and all(cell.merge == "continue" for cell in item.cells)


def leftover(item: Any) -> float:
    """What it costs that nothing explains a thing: more, the more it says."""
    if isinstance(item, Paragraph):
        return 3.0 + min(len(item.text) / 400, 0.3) if item.text.strip() else 0.1
    if isinstance(item, Cell):
        return 0.3 + sum(leftover(p) for p in paragraphs(item.blocks))
    return 0.5 + sum(
        leftover(cell) for row in (item.rows if isinstance(item, Table) else (item,)) for cell in row.cells
    )


class _Laid(NamedTuple):
    """Rows as the template would have them, what it costs that they were not, and whether their columns had been changed."""

    rows: tuple[Row, ...]
    cost: float
    changed: bool = False


class TableReader:
    """A table of the template. `_lines`: where every row of it is one cell of one line, again and again, that line for
    rows that repeat as headings and for those that do not."""

    def __init__(self, rows: Automaton, columns: Columns | None, where: Where) -> None:
        self.where = where
        self.rows = rows
        self.columns = columns
        only: list[Any] = [one.reader for one in rows.ones]
        self._line = next((line for row in only for cell in row.readers for line in cell.lines), None)
        plain = all(len(row.readers) == 1 and row.readers[0].single for row in only)
        self._lines: dict[bool, ParagraphReader] = {row.header: row.readers[0].single for row in only} if plain else {}

    def exactly(self, item: Any) -> Exactly | None:
        """The table as it was printed."""
        return self._exact if isinstance(item, Table) else None

    def _exact(self, item: Table) -> Inside | None:
        found = exact(self.rows, item.rows)
        return Inside(item.rows, found) if found else None

    def match(self, item: Any, limit: float = INFINITE) -> Match | None:
        """The table, its rows aligned, its columns put in the template's order first."""
        if not isinstance(item, Table):
            return None
        laid = self._arranged(item) or (self._typed(item) if self._lines else self._cleared(item))
        rows, price, changed = laid or _Laid(item.rows, 0.0)
        found = (exact(self.rows, rows) if laid is not None else None) or within(
            self.rows, rows, leftover, limit, share=FOREIGN
        )
        return Match(found.cost + price, Inside(rows, found, rearranged=changed)) if found is not None else DEAR

    def _arranged(self, table: Table) -> _Laid | None:
        """A table with its columns in the template's order; None where its first row is not our heading row."""
        found = self.columns.arranged(table) if self.columns is not None else None
        if found is None:
            return None
        return _Laid(found.table.rows, 0.5 * found.changed + found.missing, found.changed)

    def _typed(self, table: Table) -> _Laid | None:
        """A table whose cells have no style of the template's cells, as if they had this one's: somebody made it anew,
        which is one act, however many cells it has. None where that is not so."""
        rows, cost = [], 0.0
        for row in table.rows:
            line = self._lines.get(row.header) or next(iter(self._lines.values()))
            for cell in row.cells:
                for block in cell.blocks:
                    if not isinstance(block, Paragraph) or line.another(block):
                        return None
                    cost += line.retyped(block)
            rows.append(Row(tuple(in_style(cell, line.style) for cell in row.cells), row.header))
        return _Laid(tuple(rows), min(cost, RETYPED)) if cost else None

    def _cleared(self, table: Table) -> _Laid | None:
        """A table of several lines whose paragraphs have no style of the template's cells, as if their styles told nothing:
        its formatting was cleared, or it comes from another document, which is one act. None where that is not so."""
        line = self._line
        if line is None or any(isinstance(p, Pasted) or line.told(p) for p in paragraphs((table,))):
            return None
        return _Laid(mapped_table(table, lambda p: recast(p, p.style, Pasted)).rows, CLEARED)


class RowReader:
    """A row of the template."""

    def __init__(self, cells: Automaton, header: bool, readers: list[CellReader], form: tuple[str, ...]) -> None:
        self.cells = cells
        self.header = header
        self.readers = readers
        self.form = form

    @property
    def merging(self) -> bool:
        """Whether a cell of it is merged over the rows of its loop."""
        return any(reader.merged for reader in self.readers)

    def first(self) -> RowReader:
        """The row that shows the merged cell."""
        return self._variant("start")

    def rest(self) -> RowReader:
        """The rows that continue it."""
        return self._variant("continue")

    def _variant(self, merge: str) -> RowReader:
        out = copy(self)
        variants = {id(reader): reader.variant(merge) for reader in self.readers}
        out.cells = self.cells.with_ones([One(o.name, variants[id(o.reader)], o.missing) for o in self.cells.ones])
        return out

    def exactly(self, item: Any) -> Exactly | None:
        """The row as it was printed."""
        if not isinstance(item, Row) or item.header != self.header:
            return None
        lane = straight(self.cells, item.cells)
        if lane is None:
            return None

        def read(row: Row) -> Inside | None:
            found = lane(row.cells)
            return Inside(row.cells, found) if found is not None else None

        return read

    def match(self, item: Any, limit: float = INFINITE) -> Match | None:
        """The row, its cells aligned."""
        if not isinstance(item, Row) or len(item.cells) > WIDEST:
            return None
        found = within(self.cells, item.cells, leftover, limit)
        if found is None:
            return DEAR
        return Match(found.cost + 0.5 * (item.header != self.header), Inside(item.cells, found))


class Told(NamedTuple):
    """What a cell's tags tell it: how many columns it takes (`span`), that it is merged over the rows of its loop
    (`merged`), whether it is one of several cells merged downwards (`tall`: what `noi` and `cao` belong to)."""

    span: Path | None = None
    merged: bool = False
    tall: Path | None = None


class CellReader:
    """A cell of the template."""

    def __init__(
        self, blocks: Automaton, single: ParagraphReader | None, told: Told, merge: str | None, columns: int
    ) -> None:
        self.blocks = blocks
        self.single = single
        self.told = told
        self.span, self.merged, self.tall = told
        self.merge = merge
        self.columns = columns

    @property
    def lines(self) -> list[ParagraphReader]:
        """The lines it can hold."""
        return [one.reader for one in self.blocks.ones if isinstance(one.reader, ParagraphReader)]

    def variant(self, merge: str) -> CellReader:
        """The cell in the first row of a merged group, or in those after it."""
        out = copy(self)
        if self.merged:
            out.merge = merge
        return out

    def _fits(self, item: Cell) -> bool:
        if self.tall is not None:
            return True
        if self.merge == "continue" or item.merge == "continue":
            return self.merge == item.merge
        # A group of one row starts a merge that nothing continues, which some programs drop.
        return self.merge == item.merge or (self.merged and item.merge is None)

    def takes(self, item: Cell) -> bool:
        """Whether a cell is merged and spanned as it was printed."""
        return self._fits(item) and (self.span is not None or item.columns == 1)

    def exactly(self, item: Any) -> Exactly | None:
        """The cell as it was printed."""
        if not isinstance(item, Cell) or not self.takes(item):
            return None
        if self.merge == "continue" or (self.tall and item.merge == "continue"):
            covered = Inside((), None, self.span, item.columns, covered=self.tall)
            return lambda cell: covered
        if self.single is not None:
            line = self.single.exactly(item.blocks[0]) if len(item.blocks) == 1 else None
            return (lambda cell: self._only(cell, line(cell.blocks[0]))) if line else None
        lane = straight(self.blocks, item.blocks)
        if lane is None:
            return None

        def read(cell: Cell) -> Inside | None:
            found = lane(cell.blocks)
            return Inside(cell.blocks, found, self.span, cell.columns) if found is not None else None

        return read

    def _only(self, cell: Cell, seen: Seen | None) -> Seen | Inside | None:
        """What the one line of the cell says; with the span where the template asks for it."""
        if seen is None or self.span is None:
            return seen
        return Inside(cell.blocks, Alignment([_only(self.blocks, seen)], (), 0.0), self.span, cell.columns)

    def match(self, item: Any, limit: float = INFINITE) -> Match | None:
        """The cell, its blocks aligned; the paragraphs of a cell with one line are that line's lines."""
        if not isinstance(item, Cell):
            return None
        cost = 0.0 if self._fits(item) else 1.0
        cost += 0.5 if self.span is None and item.columns != self.columns else 0.0
        if item.merge == "continue" and (self.merge == "continue" or self.tall):
            return Match(cost, Inside((), None, self.span, item.columns, covered=self.tall))
        lines = [b for b in item.blocks if isinstance(b, Paragraph)]
        if self.single is not None and lines and len(lines) == len(item.blocks):
            found = self.single.match(lines[0] if len(lines) == 1 else as_one(lines), in_cell=True)
            if found is not None:
                only = Alignment([_only(self.blocks, found.value)], (), found.cost)
                cost += found.cost + self.single.further(lines[1:])
                return Match(cost, Inside(item.blocks, only, self.span, item.columns))
        aligned = within(self.blocks, item.blocks, leftover, limit)
        if aligned is None:
            return DEAR
        return Match(cost + aligned.cost, Inside(item.blocks, aligned, self.span, item.columns))


def _only(automaton: Automaton, seen: Seen) -> Any:
    return Step(0, automaton.ones[0], (), seen)
