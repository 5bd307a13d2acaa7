"""The body of a typed document: bases, headings by their markers, paragraphs, tables."""

from __future__ import annotations

import re
from typing import Any

from service.docx.blocks import Cell, Paragraph, Table, paragraphs
from service.layout.head import folded
from service.mau.binding import Got

SURE = 0.8
_MARKER = re.compile(
    r"(?P<roman>[IVX]{1,5}[.)/-])|(?P<upper>[A-HĐ][.)/-])(?=\s)|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?=\s)|(?P<arabic>\d{1,2}[.)/-])(?!\d)|"
    r"(?P<letter>[a-zđ][.)])(?=\s)|(?P<part>(?:Phần|Chương|Mục|Điều)\s+(?:[IVX]+|\d+)[.:]?)|(?P<bullet>[-–—+*•▪·➢✓])(?=\s|[^\W\d])"
)
_COLUMNS = (
    ("stt", r"stt|tt|số tt"), ("thoi_gian", r"thời gian|tiến độ|thời hạn|hoàn thành"), ("chu_tri", r"chủ trì"), ("phoi_hop", r"phối hợp"),
    ("san_pham", r"sản phẩm|kết quả"), ("ghi_chu", r"ghi chú"),
    ("to_chuc_thuc_hien", r"thực hiện|phụ trách|phân công|đơn vị|chịu trách nhiệm"), ("noi_dung", r"nội dung|nhiệm vụ|công việc|hoạt động"),
)  # fmt: skip


def got(text: str, paragraph: Paragraph | None) -> Got:
    """A value read from a paragraph."""
    return Got(text, paragraph, SURE)


def split(paragraph: Paragraph) -> tuple[str | None, str, str]:
    """Marker, its kind, and the rest of a line; the automatic number is its marker."""
    text = paragraph.text.strip()
    if paragraph.label:
        found = _MARKER.match(paragraph.label + " ")
        return paragraph.label, found.lastgroup or "bullet" if found else "bullet", text
    found = _MARKER.match(text)
    if not found or not text[found.end() :].strip():
        return None, "", text
    return found.group(), found.lastgroup or "", text[found.end() :].strip()


def is_heading(kind: str, rest: str, paragraph: Paragraph) -> bool:
    """Whether a marked line is a title of its own: short, no sentence, and looking like one."""
    if kind in ("", "bullet") or "\n" in rest or len(rest) > 160 or rest.endswith((".", ";", ",")):
        return False
    return (
        paragraph.look.bold
        or rest == rest.upper()
        or kind in ("roman", "upper", "part")
        or paragraph.look.outline is not None
    )


class Body:
    """Builds the tree of blocks; a heading goes under the nearest one of another series."""

    def __init__(self) -> None:
        self.root: list[Any] = []
        self._open: list[tuple[str, list[Any]]] = []

    @property
    def here(self) -> list[Any]:
        """Where the next block goes."""
        return self._open[-1][1] if self._open else self.root

    @property
    def begun(self) -> bool:
        """Whether a heading has come."""
        return bool(self.root)

    def line(self, paragraph: Paragraph) -> None:
        """Add a paragraph."""
        marker, kind, rest = split(paragraph)
        series = f"{kind}{(marker or '').count('.') if kind == 'decimal' else ''}"
        if marker is not None and is_heading(kind, rest, paragraph):
            self._close(series)
            muc: dict[str, Any] = {
                "loai": "muc",
                "dau": got(marker, paragraph),
                "tieu_de": got(rest, paragraph),
                "noi_dung": [],
            }
            self.here.append(muc)
            self._open.append((series, muc["noi_dung"]))
            return
        if marker is not None and kind != "bullet":
            self._close(series)
        self.here.append(
            {"loai": "doan", "dau": got(marker, paragraph) if marker else None, "van_ban": got(rest, paragraph)}
        )

    def _close(self, series: str) -> None:
        for index, (kind, _) in enumerate(self._open):
            if kind == series:
                del self._open[index:]
                return

    def table(self, table: Table) -> None:
        """Add a table: of tasks, if its headings say so."""
        self.here.append(task_table(table) or plain_table(table))


def _text(cell: Cell) -> Got | str:
    found = [p for p in paragraphs(cell.blocks) if p.text.strip()]
    texts = [f"{p.label} {p.text}" if p.label else p.text for p in found]
    return got("\n".join(texts), found[0]) if found else ""


def plain_table(table: Table) -> dict[str, Any]:
    """Any table with its spans."""
    rows: list[list[dict[str, Any]]] = []
    started: dict[int, dict[str, Any]] = {}
    for row in table.rows:
        cells: list[dict[str, Any]] = []
        for cell in row.cells:
            if cell.merge == "continue" and cell.column in started:
                started[cell.column]["hang"] += 1
                continue
            started[cell.column] = {"van_ban": _text(cell), "cot": cell.columns, "hang": 1}
            cells.append(started[cell.column])
        rows.append(cells)
    return {"loai": "bang", "dau_bang": True, "hang": rows}


def task_table(table: Table) -> dict[str, Any] | None:
    """The table as tasks, or None where its headings name no time or body beside the work."""
    if len(table.rows) < 2:
        return None
    columns: dict[int, tuple[str, str]] = {}
    for cell in table.rows[0].cells:
        heading = folded(cell.text)
        names = [
            n
            for n, pattern in _COLUMNS
            if re.search(pattern, heading.lower()) and n not in {c[0] for c in columns.values()}
        ]
        columns[cell.column] = (names[0] if names else "khac", heading)
    held = {name for name, _ in columns.values()}
    if "noi_dung" not in held or not held & {"thoi_gian", "to_chuc_thuc_hien", "chu_tri"}:
        return None
    rows: list[dict[str, Any]] = []
    above: dict[int, Any] = {}
    for row in table.rows[1:]:
        if len(row.cells) == 1 and len(columns) > 1:
            rows.append({"nhom": _text(row.cells[0])})
            continue
        out: dict[str, Any] = {"noi_dung": ""}
        for cell in row.cells:
            name, heading = columns.get(cell.column, ("khac", "?"))
            value = above.get(cell.column, "") if cell.merge == "continue" else _text(cell)
            above[cell.column] = value
            if name == "khac":
                out.setdefault("khac", {})[heading] = value
            elif name != "stt":
                out[name] = value
            elif str(value).rstrip(".") != str(sum("nhom" not in r for r in rows) + 1).zfill(
                len(str(value).rstrip("."))
            ) and str(value):
                out["stt"] = value
        rows.append(out)
    cot = {name: heading for name, heading in columns.values() if name != "khac" and heading}
    return {"loai": "bang_nhiem_vu", "cot": cot, "nhiem_vu": rows}


def is_layout(table: Table) -> bool:
    """Whether a table only places things side by side."""
    return not table.bordered and len(table.rows) <= 6
