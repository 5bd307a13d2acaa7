"""Tables as a person sees them: rows and cells at their place in the grid, merged cells told from empty ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from service.docx import messages as m
from service.docx.blocks import Block, Cell, Row, Table
from service.docx.inline import Inline
from service.docx.names import OFF, VAL, W, first, whole
from service.docx.styles import Styles
from service.notes import Where
from service.refusals import TooLarge

_TR, _TC, _TCPR, _TRPR, _SDT = (W + name for name in ("tr", "tc", "tcPr", "trPr", "sdt"))
_SPAN, _VMERGE, _HMERGE = W + "gridSpan", W + "vMerge", W + "hMerge"
_THROUGH = frozenset((W + "customXml", W + "smartTag", W + "ins", W + "moveTo"))
_WIDEST = 1000
"""Grid columns of one cell at most; Word has 63."""

Blocks = Callable[[Any, tuple[int, ...]], tuple[Block, ...]]


class Tables:
    """Reads tables; `blocks` reads what stands in a cell. `rows` is how many rows all tables may have together."""

    def __init__(self, blocks: Blocks, styles: Styles, part: str, inline: Inline, rows: int) -> None:
        self._blocks = blocks
        self._styles = styles
        self._part = part
        self._inline = inline
        self._limit = rows
        self._rows = 0

    def table(self, element: Any, path: tuple[int, ...]) -> Table:
        """The table of a `w:tbl` that stands at `path`. Raises TooLarge."""
        rows: list[Row] = []
        columns = 0
        for tr in _members(element, _TR):
            before, header = 0, False
            if (properties := first(tr, _TRPR)) is not None:
                deleted = False
                for child in properties:
                    tag = child.tag
                    if tag == W + "del":
                        deleted = True
                        self._inline.tracked += 1
                    elif tag == W + "ins":
                        self._inline.tracked += 1
                    elif tag == W + "gridBefore":
                        before = max(0, min(whole(child.get(VAL), 0), _WIDEST))
                    elif tag == W + "tblHeader":
                        header = child.get(VAL, "1") not in OFF
                if deleted:
                    continue
            self._rows += 1
            if self._rows > self._limit:
                raise TooLarge(m.MANY_ROWS, limit=self._limit)
            cells = self._cells(tr, (*path, len(rows)), before)
            rows.append(Row(tuple(cells), header))
            if cells:
                columns = max(columns, cells[-1].column + cells[-1].columns)
        properties = first(element, W + "tblPr")
        style = first(properties, W + "tblStyle") if properties is not None else None
        name = self._styles.name(style.get(VAL)) if style is not None else ""
        return Table(tuple(rows), Where(self._part, path), columns, _bordered(properties, name), name)

    def _cells(self, tr: Any, path: tuple[int, ...], column: int) -> list[Cell]:
        cells: list[Cell] = []
        for tc in _members(tr, _TC):
            wide, merge, swallowed = 1, None, False
            properties = tc[0] if len(tc) else None
            if properties is not None and properties.tag == _TCPR:
                for child in properties:
                    tag = child.tag
                    if tag == _SPAN:
                        wide = max(1, min(whole(child.get(VAL), 1), _WIDEST))
                    elif tag == _VMERGE:
                        merge = "start" if child.get(VAL) == "restart" else "continue"
                    elif tag == _HMERGE:
                        swallowed = child.get(VAL, "continue") != "restart"
            if swallowed and cells:
                last = cells[-1]
                cells[-1] = Cell(last.blocks, last.column, last.columns + wide, last.merge)
            else:
                blocks = () if merge == "continue" else self._blocks(tc, (*path, len(cells)))
                cells.append(Cell(blocks, column, wide, merge))  # type: ignore[arg-type]
            column += wide
        return cells


def _members(element: Any, wanted: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, content controls and tracked insertions entered."""
    for child in element:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag == _SDT:
            if (content := first(child, W + "sdtContent")) is not None:
                yield from _members(content, wanted)
        elif tag in _THROUGH:
            yield from _members(child, wanted)


def _bordered(properties: Any, style: str) -> bool:
    borders = properties.find(W + "tblBorders") if properties is not None else None
    if borders is None:
        return "grid" in style.casefold() or "lưới" in style.casefold()
    inside = [borders.find(W + side) for side in ("insideH", "insideV", "top", "left")]
    return any(side is not None and side.get(VAL) not in ("none", "nil", None) for side in inside)
