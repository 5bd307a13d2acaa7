"""How the parts of a template look at a document: paragraphs by style and words, tables by rows, rows by cells."""

from __future__ import annotations

from collections.abc import Hashable
from copy import copy
from typing import Any, NamedTuple

from service.docx.blocks import Cell, Look, Paragraph, Row, Table, paragraphs
from service.matching.align import Alignment, Step, align
from service.matching.automaton import Automaton
from service.matching.exact import exact, straight
from service.matching.pattern import Exactly, Match, One
from service.matching.text import Reading, TextPattern
from service.mau.tags import Path

RESTYLED = 2.0
_UNLIKE = 0.5


class Seen(NamedTuple):
    """A paragraph that was read: as whose line, and what its holes hold. `lines`: the paragraphs of a joined cell."""

    paragraph: Paragraph
    reading: Reading
    look: Look
    restyled: bool = False
    lines: tuple[Paragraph, ...] = ()


class Inside(NamedTuple):
    """Something that was entered: its things and their alignment; of a cell also the span it was told."""

    items: tuple[Any, ...]
    alignment: Alignment | None
    span: Path | None = None
    columns: int = 1


def shape(item: Any) -> Hashable:
    """What of a block, row or cell decides, whatever its words, which lines of a template can read it exactly."""
    if isinstance(item, Paragraph):
        return item.style
    if isinstance(item, Cell):
        blocks = item.blocks
        inside = blocks[0].style if len(blocks) == 1 and isinstance(blocks[0], Paragraph) else _shapes(blocks)
        return item.merge, item.columns, inside
    if isinstance(item, Row):
        return item.header, _shapes(item.cells)
    return _TABLE


_TABLE = ("table",)


def _shapes(items: tuple[Any, ...]) -> tuple[Hashable, ...]:
    return tuple([shape(item) for item in items])


def seen_text(paragraph: Paragraph) -> str:
    """The text with the automatic number before it."""
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def leftover(item: Any) -> float:
    """What it costs that nothing explains a thing: more, the more it says."""
    if isinstance(item, Paragraph):
        return 2.6 + min(len(item.text) / 400, 0.3) if item.text.strip() else 0.1
    if isinstance(item, Cell):
        return 0.8 if item.text.strip() else 0.3
    found = sum(
        bool(p.text.strip())
        for row in (item.rows if isinstance(item, Table) else (item,))
        for c in row.cells
        for p in paragraphs(c.blocks)
    )
    return 1.0 + 0.8 * found


class ParagraphReader:
    """A line of the template."""

    def __init__(self, style: str, text: TextPattern, look: Look) -> None:
        self.style = style
        self.text = text
        self.look = look

    def exactly(self, item: Any) -> Exactly | None:
        """The line as it was printed."""
        return self._exact if isinstance(item, Paragraph) and item.style == self.style else None

    def _exact(self, item: Paragraph) -> Seen | None:
        if item.label or item.boxes:
            return None
        reading = self.text.exact(item.text)
        return Seen(item, reading, self.look) if reading is not None else None

    def match(self, item: Any) -> Match | None:
        """The line at a cost for another style, another look, other fixed words."""
        if not isinstance(item, Paragraph):
            return None
        found = self.text.match(seen_text(item))
        if found is None:
            return None
        restyled = item.style != self.style
        cost = found.cost
        if restyled:
            if self.text.literal == "":
                return None
            look = item.look
            cost += RESTYLED + _UNLIKE * sum(
                (look.align != self.look.align, look.bold != self.look.bold, look.italic != self.look.italic,
                 abs(look.size - self.look.size) > 0.9, abs(look.first_line - self.look.first_line) > 150)
            )  # fmt: skip
        return Match(cost, Seen(item, found.value, self.look, restyled))


class TableReader:
    """A table of the template."""

    def __init__(self, rows: Automaton) -> None:
        self.rows = rows

    def exactly(self, item: Any) -> Exactly | None:
        """The table as it was printed."""
        return self._exact if isinstance(item, Table) else None

    def _exact(self, item: Table) -> Inside | None:
        found = exact(self.rows, item.rows)
        return Inside(item.rows, found) if found else None

    def match(self, item: Any) -> Match | None:
        """The table, its rows aligned."""
        if not isinstance(item, Table):
            return None
        found = align(self.rows, item.rows, leftover)
        return Match(found.cost, Inside(item.rows, found))


class RowReader:
    """A row of the template."""

    def __init__(self, cells: Automaton, header: bool, readers: list[CellReader]) -> None:
        self.cells = cells
        self.header = header
        self._readers = readers

    @property
    def merging(self) -> bool:
        """Whether a cell of it is merged over the rows of its loop."""
        return any(reader.merged for reader in self._readers)

    def first(self) -> RowReader:
        """The row that shows the merged cell."""
        return self._variant("start")

    def rest(self) -> RowReader:
        """The rows that continue it."""
        return self._variant("continue")

    def _variant(self, merge: str) -> RowReader:
        out = copy(self)
        variants = {id(reader): reader.variant(merge) for reader in self._readers}
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

    def match(self, item: Any) -> Match | None:
        """The row, its cells aligned."""
        if not isinstance(item, Row):
            return None
        found = align(self.cells, item.cells, leftover)
        return Match(found.cost + 0.5 * (item.header != self.header), Inside(item.cells, found))


class CellReader:
    """A cell of the template."""

    def __init__(
        self,
        blocks: Automaton,
        single: ParagraphReader | None,
        span: Path | None,
        merged: bool,
        merge: str | None,
        columns: int,
    ) -> None:
        self.blocks = blocks
        self.single = single
        self.span = span
        self.merged = merged
        self.merge = merge
        self.columns = columns

    def variant(self, merge: str) -> CellReader:
        """The cell in the first row of a merged group, or in those after it."""
        out = copy(self)
        if self.merged:
            out.merge = merge
        return out

    def _fits(self, item: Cell) -> bool:
        if self.merge == "continue" or item.merge == "continue":
            return self.merge == item.merge
        # A group of one row starts a merge that nothing continues, which some programs drop.
        return self.merge == item.merge or (self.merged and item.merge is None)

    def exactly(self, item: Any) -> Exactly | None:
        """The cell as it was printed."""
        if not isinstance(item, Cell) or not self._fits(item) or (self.span is None and item.columns != 1):
            return None
        if self.merge == "continue":
            return lambda cell: Inside((), None, self.span, cell.columns)
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

    def match(self, item: Any) -> Match | None:
        """The cell, its blocks aligned; the paragraphs of a cell with one line are that line's lines."""
        if not isinstance(item, Cell):
            return None
        cost = 0.0 if self._fits(item) else 1.0
        cost += 0.5 if self.span is None and item.columns != self.columns else 0.0
        if self.merge == "continue" and item.merge == "continue":
            return Match(cost, Inside((), None, self.span, item.columns))
        if self.single is not None and len(item.blocks) > 1 and all(isinstance(b, Paragraph) for b in item.blocks):
            lines = tuple(b for b in item.blocks if isinstance(b, Paragraph))
            joined = copy_with(lines[0], "\n".join(seen_text(p) for p in lines))
            found = self.single.match(joined)
            if found is not None:
                seen = Seen(joined, found.value.reading, found.value.look, found.value.restyled, lines)
                return Match(
                    cost + found.cost,
                    Inside(item.blocks, Alignment([_only(self.blocks, seen)], (), found.cost), self.span, item.columns),
                )
        aligned = align(self.blocks, item.blocks, leftover)
        return Match(cost + aligned.cost, Inside(item.blocks, aligned, self.span, item.columns))


def _only(automaton: Automaton, seen: Seen) -> Any:
    return Step(0, automaton.ones[0], (), seen)


def copy_with(paragraph: Paragraph, text: str) -> Paragraph:
    """The paragraph with another text."""
    out = copy(paragraph)
    out.text = text
    out.label = None
    return out
