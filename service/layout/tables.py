"""Tables of the body: tasks by their columns, or any other table with its spans; pieces of one table joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from service.docx.blocks import Cell, Paragraph, Row, Table, paragraphs
from service.layout.columns import by_the_hour, numbers_columns, of_tasks
from service.layout.line import Line
from service.layout.texts import rich
from service.mau.binding import Got
from service.wording.columns import column_fields, like_heading
from service.wording.folding import fold

_GROUP_NUMBER = re.compile(r"(?:[ivxlc]{1,5}|[a-zđ])\W{0,2}")


@dataclass(slots=True)
class Read:
    """A table as blocks, and the paragraphs of it that no field holds (second rows of headings and the like)."""

    block: dict[str, Any]
    left: list[Paragraph] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    columns: int = 0


def read_table(table: Table, sure: float, above: Read | None = None) -> Read:
    """The table; `above`: the table right before it, of which it may be the rest (then `block` is `above.block`)."""
    rows = [row for row in table.rows if row.cells]
    grid = _headings(rows)
    if grid is None or not of_tasks(grid.headings, grid.fields):
        if above is not None and above.fields and _goes_on(above, rows):
            rest = _Tasks(above.fields, above.headings, sure, above.block["nhiem_vu"])
            rest.rows(rows)
            return Read(above.block, above.left + rest.left, above.headings, above.fields, above.columns)
        return _any_table(table, rows, sure, grid)
    body = rows[grid.after :]
    times = [_plain(c) for row in body for c in row.cells if _at(grid.fields, c.column) == "thoi_gian"]
    if by_the_hour(times):
        return _any_table(table, rows, sure, grid)
    if above is not None and above.headings == grid.headings and above.fields == grid.fields:
        rest = _Tasks(grid.fields, grid.headings, sure, above.block["nhiem_vu"])
        rest.rows(body)
        return Read(
            above.block,
            above.left + [p for c in grid.printed for p in _said(c)] + rest.left,
            grid.headings,
            grid.fields,
            grid.columns,
        )
    tasks = _Tasks(grid.fields, grid.headings, sure, [])
    tasks.rows(body)
    cot = {
        name: _got(grid.cells[column], sure)
        for column, name in enumerate(grid.fields)
        if name != "khac" and grid.headings[column]
    }
    block = {"loai": "bang_nhiem_vu", "cot": cot, "nhiem_vu": tasks.out}
    return Read(block, [p for c in grid.over for p in _said(c)] + tasks.left, grid.headings, grid.fields, grid.columns)


@dataclass(slots=True)
class _Grid:
    """The heading rows of a table: for each grid column its heading, field and cell; `after` them the body begins."""

    headings: tuple[str, ...]
    fields: tuple[str, ...]
    cells: tuple[Cell, ...]
    over: list[Cell]
    printed: list[Cell]
    after: int
    columns: int


def _headings(rows: list[Row]) -> _Grid | None:
    """The heading of a table: its first row, with the row below where a heading spans columns."""
    if not rows:
        return None
    first = rows[0]
    columns = max((c.column + c.columns for row in rows for c in row.cells), default=0)
    if columns < 2 or columns > 63:
        return None
    held: dict[int, Cell] = {}
    for cell in first.cells:
        for column in range(cell.column, cell.column + cell.columns):
            held[column] = cell
    over: list[Cell] = []
    printed = [c for c in first.cells if c.text.strip()]
    after = 1
    spans = [c for c in first.cells if 1 < c.columns < columns and c.text.strip()]
    if spans and len(rows) > 2:
        second = {c.column: c for c in rows[1].cells}
        merged = [c for c in rows[1].cells if c.merge == "continue"]
        under = [c for s in spans for c in rows[1].cells if s.column <= c.column < s.column + s.columns]
        if merged and len(under) > len(spans) and all(len(_plain(c)) < 60 for c in under):
            over += spans
            for cell in under:
                for column in range(cell.column, cell.column + cell.columns):
                    held[column] = cell
            printed += [c for c in second.values() if c.text.strip()]
            after = 2
    if after < len(rows) and numbers_columns([_plain(c) for c in rows[after].cells]):
        over += rows[after].cells
        after += 1
    cells = tuple(held.get(column, Cell(())) for column in range(columns))
    texts = [" ".join(_plain(cell).split()) for cell in cells]
    for column in range(1, columns):  # a heading over several columns stands at the first of them
        if cells[column] is cells[column - 1]:
            texts[column] = ""
    return _Grid(tuple(texts), tuple(column_fields(texts)), cells, over, printed, after, columns)


def _at(fields: tuple[str, ...], column: int) -> str:
    return fields[column] if column < len(fields) else "khac"


def _goes_on(above: Read, rows: list[Row]) -> bool:
    """Whether rows without a heading are the rest of the table before."""
    width = max((c.column + c.columns for row in rows for c in row.cells), default=0)
    if width != above.columns:
        return False
    return sum(like_heading(_plain(c)) and c.text.strip() != "" for c in rows[0].cells) < 2


class _Tasks:
    """Collects the rows of a task table; `left` are headings that were typed again where a page begins."""

    def __init__(
        self, fields: tuple[str, ...], headings: tuple[str, ...], sure: float, out: list[dict[str, Any]]
    ) -> None:
        self.left: list[Paragraph] = []
        self._headings = tuple(fold(heading) for heading in headings)
        self._fields, self._sure, self.out = fields, sure, out
        self._names = _distinct(fields, headings)
        self._above: dict[int, Any] = {}

    def rows(self, rows: list[Row]) -> None:
        """Add rows of the table's body."""
        for row in rows:
            if self._heads_again(row):
                self.left += [p for cell in row.cells for p in _said(cell)]
            else:
                self._row(row)

    def _heads_again(self, row: Row) -> bool:
        filled = [c for c in row.cells if c.text.strip() and c.merge != "continue"]
        return len(filled) > 1 and all(fold(_plain(c)) == _at(self._headings, c.column) for c in filled)

    def _row(self, row: Row) -> None:
        banner = self._banner(row)
        if banner is not None:
            self.out.append({"nhom": banner})
            return
        out: dict[str, Any] = {}
        khac: dict[str, Any] = {}
        stt: Any = ""
        for cell in row.cells:
            value = self._above.get(cell.column, "") if cell.merge == "continue" else _got(cell, self._sure)
            self._above[cell.column] = value
            covered = range(cell.column, min(cell.column + cell.columns, len(self._fields)))
            names = [(_at(self._fields, column), column) for column in covered]
            if len(names) > 1 and names[0][0] == "stt":
                names = names[1:]
            for place, (name, column) in enumerate(names):
                shown = value if not place else None
                if name == "stt":
                    stt = shown
                elif name != "khac":
                    out[name] = shown
                elif column in self._names:
                    khac[self._names[column]] = shown
        if not any(str(v or "") for v in (*out.values(), *khac.values(), stt)):
            return
        out.setdefault("noi_dung", "")
        if khac:
            out["khac"] = khac
        number = sum("nhom" not in r for r in self.out) + 1
        bare = str(stt or "").strip(" .)")
        if bare and not (bare.isdigit() and int(bare) == number):
            out["stt"] = Got(bare if bare.isdigit() else str(stt).strip(), stt.paragraph, self._sure)
        self.out.append(out)

    def _banner(self, row: Row) -> Got | None:
        filled = [c for c in row.cells if c.text.strip() and c.merge != "continue"]
        if not filled or any(c.merge == "continue" and str(self._above.get(c.column, "")) for c in row.cells):
            return None
        width = len(self._fields)
        if len(filled) == 1:
            cell = filled[0]
            if cell.columns >= max(2, width - 1) or (len(row.cells) == 1 and cell.columns > 1):
                return _line(cell, self._sure)
            return None
        if len(filled) == 2 and _at(self._fields, filled[0].column) == "stt":
            number, cell = filled
            wide = cell.columns >= width - 1 > 1
            if wide or (
                _GROUP_NUMBER.fullmatch(fold(_plain(number)))
                and _at(self._fields, cell.column) == "noi_dung"
                and width > 2
            ):
                got = _line(cell, self._sure)
                return Got(f"{_plain(number).strip()} {got.value}", got.paragraph, self._sure)
        return None


def _distinct(fields: tuple[str, ...], headings: tuple[str, ...]) -> dict[int, str]:
    """A name of its own for each column without a field of ours."""
    out: dict[int, str] = {}
    for column, name in enumerate(fields):
        if name == "khac":
            heading = headings[column] or f"({column + 1})"
            while heading in out.values():
                heading += " (2)"
            out[column] = heading
    return out


def _any_table(table: Table, rows: list[Row], sure: float, grid: _Grid | None) -> Read:
    """Any table with its spans."""
    out: list[list[Any]] = []
    started: dict[int, dict[str, Any]] = {}
    for row in rows:
        cells: list[Any] = []
        for cell in row.cells:
            if cell.merge == "continue" and cell.column in started and started[cell.column]["cot"] == cell.columns:
                started[cell.column]["hang"] += 1
                continue
            started[cell.column] = {"van_ban": _got(cell, sure), "cot": cell.columns, "hang": 1}
            cells.append(started[cell.column])
        out.append(cells)
    headed = bool(rows) and len(rows) > 1 and (rows[0].header or _headed(rows[0], grid))
    return Read({"loai": "bang", "dau_bang": headed, "hang": out})


def _headed(row: Row, grid: _Grid | None) -> bool:
    filled = [c for c in row.cells if c.text.strip()]
    if len(filled) < 2:
        return False
    known = sum(like_heading(_plain(c)) for c in filled)
    bold = sum(all(p.look.bold for p in paragraphs(c.blocks) if p.text.strip()) for c in filled)
    short = all(len(_plain(c)) < 60 for c in filled)
    return short and (bold >= 0.8 * len(filled) or (known >= 2 and known >= 0.5 * len(filled)))


def _said(cell: Cell) -> Iterator[Paragraph]:
    return (p for p in paragraphs(cell.blocks) if p.text.strip())


def _plain(cell: Cell) -> str:
    return "\n".join(p.text for p in _said(cell))


def _got(cell: Cell, sure: float) -> Any:
    """The text of a cell, its paragraphs joined by line breaks."""
    found = list(_said(cell))
    if not found:
        return ""
    if len(found) == 1 and not found[0].label:
        only = found[0]
        text = only.text if len(only.runs) == 1 else rich(Line(only, 0, len(only.text)))
        return Got(text, only, sure)
    return Got("\n".join(p.labelled for p in found), found[0], sure)


def _line(cell: Cell, sure: float) -> Got:
    found = list(_said(cell))
    return Got(" ".join(p.labelled for p in found), found[0], sure)
