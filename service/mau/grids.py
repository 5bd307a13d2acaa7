"""Column grids of rendered tables whose number of columns depends on the data.

docxtpl mends `w:tblGrid` on a parsed tree after each render (`fix_tables`) and narrows every column alike, so that with
ten columns the heading `STT` breaks. This is done before it, on the bytes, only for the tables that can need it, and
leaves docxtpl nothing to mend.
"""

from __future__ import annotations

import re

_GRID_COLUMN = re.compile(rb'<w:gridCol w:w="([\d.]+)"\s*/>')
_SPAN = re.compile(rb'<w:gridSpan w:val="(\d+)"')
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
_GRID = re.compile(r"<w:tblGrid>.*?</w:tblGrid>", re.S)
MOST = 0.8
"""Of the average: what a wide column has at least when the columns are many."""


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
    """`xml` with each table that starts with one of `grids` given the columns its rows have.

    A table that holds another is left to docxtpl (`Renderer.uncovered`).
    """
    for grid in grids:
        at = xml.find(grid)
        while at >= 0:
            end = xml.find(b"</w:tbl>", at)
            mended = grid if xml.find(b"<w:tbl>", at, end) >= 0 else _mended(grid, xml, at + len(grid), end)
            if mended != grid:
                xml[at : at + len(grid)] = mended
            at = xml.find(grid, at + len(mended))
    return xml


def _mended(grid: bytes, xml: bytearray, at: int, end: int) -> bytes:
    """`grid` with the columns that the rows between `at` and `end` have; looked at in place, row by row."""
    widths = [float(width) for width in _GRID_COLUMN.findall(grid)]
    columns = 0
    spanned = xml.find(b"<w:gridSpan", at, end)
    while at < end:
        stop = xml.find(b"</w:tr>", at, end)
        stop = end if stop < 0 else stop
        count = xml.count(b"<w:tc>", at, stop)
        if 0 <= spanned < stop:
            spans = [int(span) for span in _SPAN.findall(bytes(xml[at:stop]))]
            count += sum(spans) - len(spans)
            spanned = xml.find(b"<w:gridSpan", stop, end)
        columns = max(columns, count)
        at = stop + 7
    if columns in (0, len(widths)):
        return grid
    return b"<w:tblGrid>" + b"".join(b'<w:gridCol w:w="%d"/>' % w for w in _shared(widths, columns)) + b"</w:tblGrid>"


def _shared(widths: list[float], columns: int) -> list[int]:
    """The width of a table shared by another number of columns.

    A column that is narrower than the average keeps its width; every other gets most of the average, and what is left
    by how much wider it was. A column that the template does not have counts as an average one of the template.
    """
    whole = sum(widths)
    own = (widths + [whole / len(widths)] * (columns - len(widths)))[:columns]
    average = whole / columns
    least = [width if width < average else MOST * average for width in own]
    excess = [width - at_least for width, at_least in zip(own, least, strict=True)]
    left = (whole - sum(least)) / (sum(excess) or 1)
    return [int(at_least + left * more) for at_least, more in zip(least, excess, strict=True)]
