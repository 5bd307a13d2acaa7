"""A document as the flat sequence of lines that the layout reads: tables that only place things are flattened by columns,
letterheads and signatures made with tabs or blanks are split into their pieces, text boxes stand where they are anchored.

What is a layout table is decided by what it says (Quốc hiệu, `Nơi nhận`, `KT.`, …), never by its borders alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.docx.blocks import Block, Cell, Document, Paragraph, Table, paragraphs
from service.layout import cues
from service.layout.cover import cover_length
from service.layout.line import Line, Side
from service.layout.tabbed import Region, pieces, region

MOST_LAYOUT_ROWS = 16
MOST_LAYOUT_TEXT = 4000


def lines(document: Document) -> list[Line]:
    """The lines of the body, in the order in which the layout reads them."""
    maker = _Maker()
    maker.blocks(document.body)
    out = [line for line in maker.out if line.text or line.table is not None]
    for place, line in enumerate(out):
        line.place = place
        line.before = out[place - 1] if place else None
        line.after = out[place + 1] if place + 1 < len(out) else None
    for line in out[: cover_length(out)]:
        line.cover = True
    return out


class _Maker:
    def __init__(self) -> None:
        self.out: list[Line] = []
        self._groups = 0
        self.titled = False

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Add the lines of body blocks."""
        at = 0
        while at < len(blocks):
            block = blocks[at]
            if isinstance(block, Table):
                self.table(block)
                at += 1
                continue
            found = region(blocks, at)
            if found is not None:
                self._region(found)
                at += found.length
                continue
            self.paragraph(block)
            at += 1

    def _group(self) -> int:
        self._groups += 1
        return self._groups

    def _boxes(self, paragraph: Paragraph) -> None:
        for box in paragraph.boxes:
            group = self._group()
            for block in box:
                if isinstance(block, Table):
                    self._flat(block, "box")
                else:
                    self.paragraph(block, "box", group, split=True)

    def paragraph(
        self,
        paragraph: Paragraph,
        zone: str = "body",
        group: int = 0,
        side: Side | None = None,
        column: int = 0,
        split: bool = False,
    ) -> None:
        """Add a paragraph: as one line, or by its line breaks where they part different things."""
        if paragraph.boxes:
            self._boxes(paragraph)
        text = paragraph.text
        if not text.strip():
            return
        whole = Line(paragraph, 0, len(text), zone, group, side, column)
        if "\n" in text and (split or cues.parts(whole.raw, self.titled)):
            at = 0
            for piece in whole.raw.split("\n"):
                if piece.strip():
                    self.out.append(Line(paragraph, at, at + len(piece), zone, group, side, column, whole.raw))
                at += len(piece) + 1
            self.titled |= cues.has_title(whole.raw)
            return
        if not self.titled and zone != "box":
            self.titled = cues.has_title(whole.raw)
        self.out.append(whole)

    def _region(self, found: Region) -> None:
        group = self._group()
        for column, entries in enumerate(found.columns):
            side: Side = "left" if column == 0 else "right" if column == len(found.columns) - 1 else "middle"
            for paragraph, start, end in entries:
                if paragraph.boxes and column == 0:
                    self._boxes(paragraph)
                self.out.append(Line(paragraph, start, end, "tabs", group, side, column))

    def table(self, table: Table) -> None:
        """Add a table: its cells' lines if it only places things, else itself."""
        if is_layout(table, self.titled):
            self._flat(table, "cell")
        else:
            self.out.append(Line.of_table(table))

    def _flat(self, table: Table, zone: str) -> None:
        for band in _bands(table):
            group = self._group()
            for column, (side, cells) in enumerate(band):
                for cell in cells:
                    self._cell(cell, zone, group, side if len(band) > 1 or side != "full" else None, column)

    def _cell(self, cell: Cell, zone: str, group: int, side: Side | None, column: int) -> None:
        for block in cell.blocks:
            if isinstance(block, Table):
                if is_layout(block, self.titled) or len(block.rows) < 3:
                    inner = _bands(block)
                    many = max((len(band) for band in inner), default=1) > 1
                    for band in inner:
                        group_of_inner = self._group() if many else group
                        for number, (inner_side, cells) in enumerate(band):
                            for inner_cell in cells:
                                self._cell(
                                    inner_cell,
                                    zone,
                                    group_of_inner,
                                    inner_side if many else side,
                                    number if many else column,
                                )
                else:
                    self.out.append(Line.of_table(block))
            elif not self._inside_pieces(block, zone, group, side, column):
                self.paragraph(block, zone, group, side, column, split=side is not None)

    def _inside_pieces(self, paragraph: Paragraph, zone: str, group: int, side: Side | None, column: int) -> bool:
        """Whether a paragraph of a cell held several things beside each other, which are added."""
        if side is not None or not cues.beside(paragraph.text):
            return False
        for start, end, _ in pieces(paragraph):
            self.out.append(Line(paragraph, start, end, zone, group, side, column))
        return True


Band = list[tuple[Side, list[Cell]]]


def _bands(table: Table) -> list[Band]:
    """The cells with content by columns; a cell as wide as the table parts what is above from what is below."""
    bands: list[list[Cell]] = [[]]
    wide: list[bool] = [False]
    filled = [[cell for cell in row.cells if _filled(cell)] for row in table.rows]
    everything = [cell for row in filled for cell in row]
    if not everything:
        return []
    low, high = min(c.column for c in everything), max(c.column + c.columns for c in everything)
    several = any(len(row) > 1 for row in filled)
    for row in filled:
        for cell in row:
            full = several and len(row) == 1 and cell.column <= low and cell.column + cell.columns >= high
            if full or wide[-1]:
                bands.append([])
                wide.append(full)
            bands[-1].append(cell)
    return [_clusters(band, table.columns) for band in bands if band]


def _clusters(cells: list[Cell], columns: int) -> Band:
    clusters: list[tuple[int, int, list[Cell]]] = []
    for cell in sorted(cells, key=lambda c: c.column):
        start, end = cell.column, cell.column + cell.columns
        if clusters and start < clusters[-1][1]:
            low, high, held = clusters[-1]
            clusters[-1] = (low, max(high, end), [*held, cell])
        else:
            clusters.append((start, end, [cell]))
    order = {id(cell): place for place, cell in enumerate(cells)}
    out: Band = []
    for place, (low, high, held) in enumerate(clusters):
        if len(clusters) == 1:
            centre = (low + high) / 2 / max(columns, 1)
            side: Side = "full" if columns <= 1 or 0.4 <= centre <= 0.6 else "left" if centre < 0.4 else "right"
        else:
            side = "left" if place == 0 else "right" if place == len(clusters) - 1 else "middle"
        out.append((side, sorted(held, key=lambda c: order[id(c)])))
    return out


def _filled(cell: Cell) -> bool:
    return any(p.text.strip() or p.boxes for p in paragraphs(cell.blocks))


def is_layout(table: Table, titled: bool = True) -> bool:
    """Whether a table only places things side by side. `titled`: whether the title of the document has come."""
    if len(table.rows) > MOST_LAYOUT_ROWS:
        return table.columns == 1 and not table.bordered
    if table.columns <= 1:
        return len(table.rows) == 1 or not table.bordered
    texts = [p.text for p in _within(table) if p.text.strip()]
    if not texts or sum(map(len, texts)) > MOST_LAYOUT_TEXT:
        return not texts
    return cues.places(texts, titled, table.bordered, len(table.rows))


def _within(table: Table) -> Iterator[Paragraph]:
    yield from paragraphs((table,))


def boxes_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph inside text boxes of `blocks`."""
    for paragraph in paragraphs(tuple(blocks)):
        for box in paragraph.boxes:
            yield from paragraphs(box)
