"""Column grids of rendered tables whose number of columns depends on the data.

docxtpl mends `w:tblGrid` on a parsed tree after each render (`fix_tables`); this does the same, figure for figure, on
the bytes, and only for the tables that can need it.
"""

from __future__ import annotations

import re

_GRID_COLUMN = re.compile(rb'<w:gridCol w:w="([\d.]+)"\s*/>')
_SPAN = re.compile(rb'<w:gridSpan w:val="(\d+)"')
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
_GRID = re.compile(r"<w:tblGrid>.*?</w:tblGrid>", re.S)


def changing_grids(source: str) -> tuple[bytes, ...]:
    """The grids of the tables in a Jinja source whose cells stand under tags, each once."""
    grids: list[bytes] = []
    for table in _TABLE.findall(source):
        grid = _GRID.search(table)
        cells_vary = re.search(r"\{%(?:(?!<w:p[ >]).)*?<w:tc>|gridSpan w:val=\"\{\{", table, re.S)
        if grid and cells_vary and (found := grid.group().encode()) not in grids:
            grids.append(found)
    return tuple(grids)


def mend(xml: bytearray, grids: tuple[bytes, ...]) -> bytearray:
    """`xml` with each table that starts with one of `grids` given the columns its rows have."""
    for grid in grids:
        at = xml.find(grid)
        while at >= 0:
            end = xml.find(b"</w:tbl>", at)
            mended = _mended(grid, xml, at + len(grid), end)
            if mended != grid:
                xml[at : at + len(grid)] = mended
            at = xml.find(grid, at + len(mended))
    return xml


def _mended(grid: bytes, xml: bytearray, at: int, end: int) -> bytes:
    """`grid` with the columns that the rows between `at` and `end` have; looked at in place, row by row."""
    widths = [float(width) for width in _GRID_COLUMN.findall(grid)]
    cells = columns = 0
    spanned = xml.find(b"<w:gridSpan", at, end)
    while at < end:
        stop = xml.find(b"</w:tr>", at, end)
        stop = end if stop < 0 else stop
        count = xml.count(b"<w:tc>", at, stop)
        cells = max(cells, count)
        if 0 <= spanned < stop:
            spans = [int(span) for span in _SPAN.findall(bytes(xml[at:stop]))]
            count += sum(spans) - len(spans)
            spanned = xml.find(b"<w:gridSpan", stop, end)
        columns = max(columns, count)
        at = stop + 7
    # docxtpl's own order and rounding (template.py, fix_tables): first add by the number of cells, then remove by
    # the sum of spans.
    if (add := cells - len(widths)) > 0:
        average = sum(widths) / (len(widths) + add)
        before = sum(widths) / len(widths)
        widths = [float(int(width * average / before)) for width in widths] + [float(int(average))] * add
    if (remove := len(widths) - columns) > 0:
        kept = widths[:-remove]
        extra = int(sum(widths[-remove:]) / len(kept)) if kept else 0
        widths = [float(int(width + extra)) for width in kept]
    elif add <= 0:
        return grid
    return b"<w:tblGrid>" + b"".join(b'<w:gridCol w:w="%d"/>' % int(width) for width in widths) + b"</w:tblGrid>"
