"""The columns of a table whose rows are printed in a loop under one heading row, found again by their headings.

People add, remove and move columns. Before such a table is aligned row by row, it is laid out as the template would
have it: columns in the template's order, a new one among those that repeat, a missing one empty, merged cells filled
down where the template merges none. What is in a column is told by its heading, no longer by the style of its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from service.docx.blocks import Block, Cell, Look, Paragraph, Row, Table, TextRun
from service.matching.expressions import Hole
from service.mau.tags import Print
from service.wording.folding import fold

if TYPE_CHECKING:
    from service.mau.readers import CellReader, RowReader


class Recast(Paragraph):
    """A paragraph read as if it had another style. What deviates in it, it does from its own look."""


class _Joined:
    """The formatting of several paragraphs read as one, a line break between them."""

    def __init__(self, lines: Sequence[Paragraph]) -> None:
        self._lines = lines

    def look(self, text: str) -> Look:
        """That of the first."""
        return self._lines[0].look

    def runs(self, text: str) -> tuple[TextRun, ...]:
        """Those of all, the automatic numbers among them."""
        out: list[TextRun] = []
        for line in self._lines:
            if out:
                out.append(out[-1]._replace(text="\n"))
            if line.label:
                out.append(TextRun(f"{line.label} "))
            out.extend(line.runs)
        return tuple(out)

    @property
    def plain(self) -> bool:
        """Whether all have one look."""
        return all(line.plain for line in self._lines)


class Lines(Paragraph):
    """Several paragraphs read as one, where the first stands and in its style."""

    lines: tuple[Paragraph, ...] = ()


def as_one(lines: Sequence[Paragraph]) -> Lines:
    """`lines` as one paragraph, a line break between them."""
    text = "\n".join(line.labelled for line in lines)
    return Lines(text, lines[0].style, lines[0].where, _Joined(lines), lines=tuple(lines))


def recast(paragraph: Paragraph, style: str, kind: type[Paragraph] = Recast) -> Paragraph:
    """`paragraph` as one of another `kind` in another style."""
    p = paragraph
    return kind(p.text, style, p.where, p.formatting, p.label, p.boxes, p.ends_section, p.tabs)


class Pasted(Paragraph):
    """A paragraph whose style has a name of another document: it tells nothing, and an empty line may be any."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One way a heading cell can look: the words it has unless the plan names others, and the style of its line."""

    cell: int
    style: str
    words: str | None
    repeats: bool


@dataclass(frozen=True, slots=True)
class Arranged:
    """A table as the template has it; whether its columns had been changed, and how many of them were missing."""

    table: Table
    changed: bool
    missing: int


class Columns:
    """The columns of a table of the template; `names` as the context calls them, `them` where a column repeats."""

    def __init__(self, header: RowReader, body: RowReader, spanned: CellReader | None) -> None:
        self._spanned = spanned
        self._cells = body.readers
        self._header = header.readers
        repeats, optional = _standing(header.form)
        self.names = tuple("them" if repeats[i] else _name(reader) for i, reader in enumerate(self._cells))
        self._needed = [i for i in range(len(self._header)) if not repeats[i] and not optional[i]]
        self._headings = [
            Heading(i, line.style, _words(line.text.parts), repeats[i])
            for i, reader in enumerate(self._header)
            for line in reader.lines
        ]

    def arranged(self, table: Table) -> Arranged | None:
        """The table laid out as the template's; None where its first row is not our heading row."""
        if not table.rows or any(cell.columns > 1 for cell in table.rows[0].cells):
            return None
        head = table.rows[0].cells
        found = self._assigned(head)
        order = sorted(range(len(head)), key=lambda k: (found[k].cell, k) if k in found else (len(self._cells), k))
        place = {head[k].column: n for n, k in enumerate(order)}
        missing = [i for i in self._needed if i not in {h.cell for h in found.values()}]
        if 2 * len(missing) > len(self._needed):
            return None
        typed = any(h.repeats and _style(head[k]) != h.style for k, h in found.items())
        changed = bool(missing) or typed or order != list(range(len(head)))
        rows = [Row(self._heads(head, order, found, missing), table.rows[0].header)]
        above: dict[int, Cell] = {}
        said = [fold(cell.text) for cell in head]
        for number, row in enumerate(table.rows[1:], 2):
            if [fold(cell.text) for cell in row.cells] == said:
                continue  # the heading row again, by hand, where a page begins: fixed words, no task
            if [cell.column for cell in row.cells] == [cell.column for cell in head]:
                rows.append(Row(self._row(row, order, found, missing, above), row.header))
            else:
                cells = sorted(row.cells, key=lambda cell: place.get(cell.column, cell.column))
                rows.append(Row(self._merged(cells, found, table.rows[number : number + 1]), row.header))
        return Arranged(Table(tuple(rows), table.where, len(order), table.bordered, table.style), changed, len(missing))

    def _merged(self, cells: Sequence[Cell], found: dict[int, Heading], below: Sequence[Row]) -> tuple[Cell, ...]:
        """The cells of a row that is no longer one for each column: those of a row whose cells were merged by hand as the
        template prints such a row."""
        first = self._cells[found[0].cell].single if 0 in found else None
        line = self._spanned.single if self._spanned is not None else None
        reaching = any(cell.merge == "continue" for row in (*below, Row(tuple(cells))) for cell in row.cells)
        merged = len(cells) > 1 and any(cell.columns > 1 for cell in cells) and not reaching
        if not merged or line is None or first is None or _style(cells[0]) != first.style:
            return tuple(cells)
        return tuple(in_style(Cell(cell.blocks, cell.column, cell.columns), line.style) for cell in cells)

    def _assigned(self, head: Sequence[Cell]) -> dict[int, Heading]:
        """For each heading cell of the document what it is in the template: by its words, else by its style."""
        pairs = []
        for k, cell in enumerate(head):
            said, style = fold(cell.text), _style(cell)
            for n, heading in enumerate(self._headings):
                words = fold(heading.words) if heading.words else None
                if words is not None and said == words:
                    cost = 0.0 if style == heading.style else 0.25
                elif style == heading.style:
                    cost = 1.0
                elif words and said and (words in said or said in words):
                    cost = 2.0
                else:
                    continue
                pairs.append((cost, k, n))
        found: dict[int, Heading] = {}
        taken: set[int] = set()
        for _, k, n in sorted(pairs):
            heading = self._headings[n]
            once = n if heading.repeats else -1 - heading.cell
            if k not in found and (once not in taken or (heading.repeats and heading.words is None)):
                found[k] = heading
                taken.add(once)
        free = next((h for h in self._headings if h.repeats and h.words is None), None)
        if free is not None:
            found |= {k: free for k, cell in enumerate(head) if k not in found and cell.text.strip()}
        return found

    def _heads(
        self, head: Sequence[Cell], order: list[int], found: dict[int, Heading], missing: list[int]
    ) -> tuple[Cell, ...]:
        cells = [
            (
                found[k].cell if k in found else len(self._cells),
                in_style(head[k], found[k].style) if k in found else head[k],
            )
            for k in order
        ]
        for i in missing:
            heading = next(h for h in self._headings if h.cell == i)
            cells.append((i, Cell((_empty(heading.style, head, heading.words or ""),))))
        return _renumbered(cells)

    def _row(
        self, row: Row, order: list[int], found: dict[int, Heading], missing: list[int], above: dict[int, Cell]
    ) -> tuple[Cell, ...]:
        cells = []
        for k in order:
            cell = row.cells[k]
            if k not in found:
                cells.append((len(self._cells), cell))
                continue
            reader = self._cells[found[k].cell]
            if cell.merge and not reader.merged:
                cell = above.get(k, cell) if cell.merge == "continue" else cell
                above[k] = cell = Cell(cell.blocks, cell.column, cell.columns)
            cells.append((found[k].cell, in_style(cell, reader.single.style) if reader.single else cell))
        for i in missing:
            if (single := self._cells[i].single) is not None:
                cells.append((i, Cell((_empty(single.style, row.cells, ""),))))
        return _renumbered(cells)


def columns_of(before: Sequence[RowReader], looped: Sequence[RowReader]) -> Columns | None:
    """The columns of a table: its last row before the loops that has the tags and cells of a row inside them."""
    for header in reversed(before):
        for body in looped:
            if header.form == body.form and len(header.form) > 1:
                rows = (row.readers[0] for row in looped if row.form == ("for", "cell", "endfor"))
                return Columns(header, body, next((cell for cell in rows if cell.span), None))
    return None


def _standing(form: Sequence[str]) -> tuple[list[bool], list[bool]]:
    """For each cell of a row whether it stands in a loop, and whether under a condition."""
    loops, tests = 0, 0
    repeats, optional = [], []
    for word in form:
        loops += {"for": 1, "endfor": -1}.get(word, 0)
        tests += {"if": 1, "endif": -1}.get(word, 0)
        if word == "cell":
            repeats.append(loops > 0)
            optional.append(tests > 0)
    return repeats, optional


def _name(reader: CellReader) -> str:
    parts = reader.single.text.parts if reader.single else ()
    return next((p.tag.path[-1] for p in parts if isinstance(p, Hole) and isinstance(p.tag, Print)), "")


def _words(parts: Sequence[Any]) -> str | None:
    """The words of a heading that the plan does not name."""
    holes = [p for p in parts if isinstance(p, Hole)]
    if not holes:
        return "".join(p for p in parts if isinstance(p, str)) or None
    return next((p.tag.otherwise for p in holes if isinstance(p.tag, Print)), None)


def _style(cell: Cell) -> str:
    return next((b.style for b in cell.blocks if isinstance(b, Paragraph)), "")


def mapped(blocks: tuple[Block, ...], change: Callable[[Paragraph], Paragraph]) -> tuple[Block, ...]:
    """`blocks`, each paragraph of them and of their tables as `change` gives it."""
    return tuple(change(block) if isinstance(block, Paragraph) else mapped_table(block, change) for block in blocks)


def mapped_table(table: Table, change: Callable[[Paragraph], Paragraph]) -> Table:
    """`table`, each paragraph in it as `change` gives it."""
    return table._replace(rows=tuple(Row(tuple(_mapped(c, change) for c in r.cells), r.header) for r in table.rows))


def _mapped(cell: Cell, change: Callable[[Paragraph], Paragraph]) -> Cell:
    return Cell(mapped(cell.blocks, change), cell.column, cell.columns, cell.merge)


def in_style(cell: Cell, style: str) -> Cell:
    """`cell`, its paragraphs in another style."""
    blocks: tuple[Block, ...] = tuple(
        recast(b, style) if isinstance(b, Paragraph) and b.style != style else b for b in cell.blocks
    )
    return Cell(blocks, cell.column, cell.columns, cell.merge)


def _renumbered(cells: list[tuple[int, Cell]]) -> tuple[Cell, ...]:
    """The cells in the template's order, at columns of their own."""
    cells.sort(key=lambda found: found[0])
    return tuple(Cell(cell.blocks, n, cell.columns, cell.merge) for n, (_, cell) in enumerate(cells))


class Plain:
    """The formatting of a line that stands in no document."""

    plain = True

    def look(self, text: str) -> Look:
        return Look()

    def runs(self, text: str) -> tuple[TextRun, ...]:
        return (TextRun(text),) if text else ()


def _empty(style: str, beside: Sequence[Cell], text: str) -> Paragraph:
    """A line for a column that is not there, at the place of the row."""
    where = next(b.where for cell in beside for b in cell.blocks)
    return Paragraph(text, style, where, Plain())
