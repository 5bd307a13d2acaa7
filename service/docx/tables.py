"""Tables as a person sees them: rows and cells at their place in the grid, merged cells told from empty ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from service.docx import messages as m
from service.docx.blocks import Block, Cell, Row, Table
from service.docx.formats import Format
from service.docx.inline import Inline
from service.docx.names import OFF, VAL, W, first, head, whole
from service.docx.styles import Styles, TableStyle
from service.notes import Where
from service.refusals import TooLarge

_TR, _TC, _TCPR, _TRPR, _SDT = (W + name for name in ("tr", "tc", "tcPr", "trPr", "sdt"))
_HEADER, _DEL, _INS, _HIDDEN = W + "tblHeader", W + "del", W + "ins", W + "hidden"
_BEFORE, _AFTER = W + "gridBefore", W + "gridAfter"
_SPAN, _VMERGE, _HMERGE, _CELL_DEL = W + "gridSpan", W + "vMerge", W + "hMerge", W + "cellDel"
_BORDERS, _DRAWN = W + "tblBorders", frozenset(W + side for side in ("insideH", "insideV", "top", "left"))
_THROUGH = frozenset((W + "customXml", W + "smartTag", W + "ins", W + "moveTo"))
_WIDEST = 1000
"""Grid columns of one cell at most; Word has 63."""

Blocks = Callable[[Any, tuple[int, ...], Format | None], tuple[Block, ...]]


class Tables:
    """Reads tables; `blocks` reads what stands in a cell. `rows` is how many rows all tables may have together."""

    def __init__(self, blocks: Blocks, styles: Styles, part: str, inline: Inline, rows: int) -> None:
        self._blocks = blocks
        self._styles = styles
        self._part = part
        self._inline = inline
        self._limit = rows
        self._rows = 0
        self._looks: dict[str, TableStyle | None] = {}

    def table(self, element: Any, path: tuple[int, ...]) -> Table:
        """The table of a `w:tbl` that stands at `path`. Raises TooLarge."""
        properties = first(element, W + "tblPr")
        style = first(properties, W + "tblStyle") if properties is not None else None
        key = style.get(VAL) if style is not None else None
        look = self._look(key) if key else None
        members = _members(element, _TR)
        edges = Edges(look, properties, len(members)) if look is not None else None
        rows: list[Row] = []
        columns = 0
        merged: dict[int, int] = {}  # column → width of the vertically merged cell of the row before
        for tr in members:
            before = after = 0
            header = left_out = False
            if (own := first(tr, _TRPR)) is not None:
                for child in own[:]:
                    tag = child.tag
                    if tag == _HEADER:
                        header = child.get(VAL, "1") not in OFF
                    elif tag == _DEL:
                        left_out = True
                        self._inline.tracked += 1
                    elif tag == _INS:
                        self._inline.tracked += 1
                    elif tag == _HIDDEN and child.get(VAL, "1") not in OFF:
                        left_out = True
                        self._inline.hidden += 1
                    elif tag == _BEFORE:
                        before = _span(child, 0)
                    elif tag == _AFTER:
                        after = _span(child, 0)
            if left_out:
                continue
            self._rows += 1
            if self._rows > self._limit:
                raise TooLarge(m.MANY_ROWS, limit=self._limit)
            cells, merged = self._cells(tr, (*path, len(rows)), before, merged, edges)
            rows.append(Row(tuple(cells), header))
            if cells:
                columns = max(columns, cells[-1].column + cells[-1].columns + after)
        name = self._styles.name(key) if key else ""
        return Table(tuple(rows), Where(self._part, path), columns, _bordered(properties, name), name)

    def _look(self, key: str) -> TableStyle | None:
        if key not in self._looks:
            self._looks[key] = self._styles.table(key)
        return self._looks[key]

    def _cells(
        self, tr: Any, path: tuple[int, ...], column: int, above: dict[int, int], edges: Edges | None
    ) -> tuple[list[Cell], dict[int, int]]:
        """The cells of a row that starts at grid column `column`; and which of them the next row may continue.

        A cell that says it continues one where the row `above` has none is a cell of its own, as Word shows it.
        """
        cells: list[Cell] = []
        merged: dict[int, int] = {}
        for tc in _members(tr, _TC):
            wide, merge, swallowed = 1, None, False
            start = head(tc)
            if start is not None and start.tag == _TCPR:
                deleted = False
                for child in start[:]:
                    tag = child.tag
                    if tag == _SPAN:
                        wide = max(1, _span(child, 1))
                    elif tag == _VMERGE:
                        merge = "start" if child.get(VAL) == "restart" else "continue"
                    elif tag == _HMERGE:
                        swallowed = child.get(VAL, "continue") != "restart"
                    elif tag == _CELL_DEL:
                        deleted = True
                        self._inline.tracked += 1
                if deleted:
                    continue
                start = start.getnext()
            if swallowed and cells:
                last = cells[-1]
                cells[-1] = Cell(last.blocks, last.column, last.columns + wide, last.merge)
            else:
                if merge is not None:
                    if merge == "continue" and column not in above:
                        merge = "start"
                    merged[column] = wide
                inside: tuple[Block, ...] = ()
                if merge != "continue":
                    look = edges.cell(tc, path[-1]) if edges is not None else None
                    inside = self._blocks(start, (*path, len(cells)), look)
                cells.append(Cell(inside, column, wide, merge))  # type: ignore[arg-type]
            column += wide
        return cells, merged


class Edges:
    """Which conditions of its table's style a cell meets: what the table's `w:tblLook` asks for (§17.4.56)."""

    def __init__(self, look: TableStyle, properties: Any, rows: int) -> None:
        self._look = look
        self._rows = rows
        asked = first(properties, W + "tblLook") if properties is not None else None
        bits = asked.get(VAL, "") if asked is not None else ""
        mask = int(bits, 16) if bits and len(bits) < 9 and not set(bits.lower()) - set("0123456789abcdef") else 0
        self._asked = {
            name: (
                asked.get(W + name, "") in ("1", "true", "on")
                if asked is not None and asked.get(W + name)
                else bool(mask & bit)
            )
            for name, bit in _LOOKS.items()
        }

    def cell(self, tc: Any, row: int) -> Format:
        """What the style gives the cell `tc` of the row at `row` among those that are shown."""
        conditions = []
        if self._asked["firstColumn"] and next(tc.itersiblings(_TC, preceding=True), None) is None:
            conditions.append("firstCol")
        if self._asked["lastColumn"] and next(tc.itersiblings(_TC), None) is None:
            conditions.append("lastCol")
        if self._asked["firstRow"] and row == 0:
            conditions.append("firstRow")
        if self._asked["lastRow"] and row == self._rows - 1:
            conditions.append("lastRow")
        return self._look.cell(tuple(conditions))


_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}


def _members(element: Any, wanted: str) -> list[Any]:
    """The rows of a table or cells of a row, content controls and tracked insertions entered."""
    out = []
    for child in element[:]:
        tag = child.tag
        if tag == wanted:
            out.append(child)
        elif tag == _SDT:
            if (content := first(child, W + "sdtContent")) is not None:
                out += _members(content, wanted)
        elif tag in _THROUGH:
            out += _members(child, wanted)
    return out


def _span(element: Any, otherwise: int) -> int:
    """A number of grid columns that the markup gives."""
    return max(0, min(whole(element.get(VAL), otherwise), _WIDEST))


def _bordered(properties: Any, style: str) -> bool:
    borders = first(properties, _BORDERS) if properties is not None else None
    if borders is None:
        return "grid" in style.casefold() or "lưới" in style.casefold()
    return any(side.get(VAL) not in ("none", "nil", None) for side in borders[:] if side.tag in _DRAWN)
