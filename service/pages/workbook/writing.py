"""A plan as a workbook that an office fills in further, and the blank one."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from schemas import KeHoach, dump
from schemas.markers import derived
from service.messages import Message
from service.pages import tasks
from service.pages.dates import date_written
from service.pages.notation import written
from service.pages.starting import blank as blank_draft
from service.pages.workbook import looks
from service.pages.workbook.shape import (
    BANG,
    CELL_WIDTHS,
    GROUP,
    HEADED,
    INFORMATION,
    KHAC,
    KINDS,
    KY,
    LINES,
    LONGEST,
    NHIEM_VU,
    NOI_DUNG,
    SIGNING,
    SPARE,
    THONG_TIN,
    TITLES,
)
from service.refusals import TooLarge

LONG_CELL = Message(
    "cell_too_long",
    "Một đoạn chữ dài {length} ký tự, quá giới hạn {limit} của một ô Excel. Hãy tải dữ liệu dạng JSON.",
    "A text has {length} letters, over the {limit} that an Excel cell holds. Download the data as JSON.",
)

_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for its `_xHHHH_`, a sign by its number."""


def write(plan: KeHoach) -> bytes:
    """The workbook of `plan`. Raises TooLarge where a text does not fit a cell."""
    return _Writer(dump(plan), spare=False).bytes()


def blank() -> bytes:
    """The workbook to fill in: the customary sections, and a task table that counts only when it is used."""
    payload = {"the_thuc": "nd30", "ten_loai": "KẾ HOẠCH", "noi_dung": _skeleton(blank_draft()["noi_dung"])}
    return _Writer(payload, spare=True).bytes()


def _skeleton(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The customary sections, with an empty task table and places to write."""
    out: list[dict[str, Any]] = []
    for block in blocks:
        if block["loai"] == "muc":
            out.append({"loai": "muc", "tieu_de": block["tieu_de"], "noi_dung": _skeleton(block["noi_dung"])})
        elif block["loai"] == "bang_nhiem_vu":
            out.append({"loai": "bang_nhiem_vu", "nhiem_vu": []})
        else:
            out += [{"loai": "doan", "dau": "-", "van_ban": ""}] * 3
    return out


class _Writer:
    """Fills a new workbook sheet by sheet."""

    def __init__(self, payload: dict[str, Any], spare: bool) -> None:
        self._book = Workbook()
        self._spare = spare
        self._tables: list[tuple[str, dict[str, Any]]] = []
        assert self._book.active is not None
        self._book.remove(self._book.active)
        self._information(payload)
        self._body(payload)
        for title, block in self._tables:
            (self._tasks if block["loai"] == "bang_nhiem_vu" else self._grid)(title, block)
        self._signing(payload)
        looks.guide(self._book)
        self._book.active = 0
        self._book.properties.creator = ""
        self._book.properties.title = "Biểu mẫu kế hoạch"

    def bytes(self) -> bytes:
        """The workbook as a file."""
        out = BytesIO()
        self._book.save(out)
        return out.getvalue()

    def _sheet(self, kind: str, title: str, keys: list[str], names: list[str]) -> Worksheet:
        """A new sheet with its keys, unseen, in the first row and its headings in the second."""
        sheet: Worksheet = self._book.create_sheet(title)
        for column, key in enumerate(keys, 1):
            put(sheet, 1, column, f"{kind}.{key}")
        for column, name in enumerate(names, 1):
            put(sheet, 2, column, name)
        return sheet

    def _information(self, payload: dict[str, Any]) -> None:
        sheet: Worksheet = self._book.create_sheet(TITLES[THONG_TIN])
        put(sheet, 1, 2, "BIỂU MẪU KẾ HOẠCH")
        for row, entry in enumerate(INFORMATION, 2):
            value = payload.get(entry.key)
            text = date_written(value) if entry.key == "ngay_ban_hanh" and value else value
            put(sheet, row, 1, f"{THONG_TIN}.{entry.key}")
            put(sheet, row, 2, entry.name)
            put(sheet, row, 3, "" if text is None else str(text))
            put(sheet, row, 4, entry.hint)
        looks.information(sheet)

    def _body(self, payload: dict[str, Any]) -> None:
        sheet = self._sheet(NOI_DUNG, TITLES[NOI_DUNG], [e.key for e in LINES], [e.name for e in LINES])
        rows: list[dict[str, str]] = []
        for key in ("can_cu", "mo_dau"):
            rows += [{"loai": key, "van_ban": written(text)} for text in payload.get(key, ())]
            if self._spare:
                rows += [{"loai": key, "van_ban": ""}] * 2
        self._blocks(payload["noi_dung"], 0, rows)
        rows += [{"loai": "ket_thuc", "van_ban": written(text)} for text in payload.get("ket_thuc", ())]
        if self._spare:
            rows.append({"loai": "ket_thuc", "van_ban": ""})
        for annex in payload.get("phu_luc", ()):
            rows.append({"loai": "phu_luc", "dau": annex["ten"], "van_ban": annex["tieu_de"] or "", "them": annex["kem_theo"] or ""})  # fmt: skip
            self._blocks(annex["noi_dung"], 0, rows)
        for number, row in enumerate(rows, 3):
            for column, entry in enumerate(LINES, 1):
                text = row.get(entry.key, "")
                put(sheet, number, column, KINDS[text] if entry.key == "loai" else text)
        looks.lines(sheet, len(rows))

    def _blocks(self, blocks: list[dict[str, Any]], depth: int, rows: list[dict[str, str]]) -> int:
        """Add the lines of blocks that stand in `depth` headings; how many are open after them."""
        level = depth
        position = 0
        for block in blocks:
            kind = block["loai"]
            if kind == "muc":
                position += 1
                level = depth + 1
                dau = block.get("dau") or ""
                rows.append({"loai": kind, "cap": str(level), "dau": "" if dau == derived(level, position) else dau, "van_ban": block["tieu_de"]})  # fmt: skip
                level = self._blocks(block["noi_dung"], level, rows)
                continue
            row = {"loai": kind, "cap": "" if level == depth else str(depth)}
            level = depth
            if kind == "doan":
                row |= {"dau": block.get("dau") or "", "van_ban": written(block["van_ban"])}
            else:
                row["them"] = self._title(NHIEM_VU if kind == "bang_nhiem_vu" else BANG)
                row["van_ban"] = HEADED if block.get("dau_bang") else ""
                self._tables.append((row["them"], block))
            rows.append(row)
        return level

    def _title(self, kind: str) -> str:
        number = sum(title.startswith(TITLES[kind]) for title, _ in self._tables) + 1
        return TITLES[kind] if kind == NHIEM_VU and number == 1 else f"{TITLES[kind]} {number}"

    def _tasks(self, title: str, block: dict[str, Any]) -> None:
        drafted = tasks.drafted(block)
        shown: dict[str, str] = drafted["cot"]
        keys = [GROUP.key, *shown, *(KHAC for _ in drafted["cot_khac"])]
        kind = NHIEM_VU + (SPARE if self._spare else "")
        sheet = self._sheet(kind, title, keys, [GROUP.name, *shown.values(), *drafted["cot_khac"]])
        for number, row in enumerate(drafted["nhiem_vu"], 3):
            if "nhom" in row:
                put(sheet, number, 1, row["nhom"])
                continue
            cells = [row.get(key, "") for key in shown] + list(row["khac"])
            if not any(cells):
                cells[0] = str(sum("nhom" not in r for r in drafted["nhiem_vu"][: number - 2]))
            for column, text in enumerate(cells, 2):
                put(sheet, number, column, text)
        looks.table(sheet, [GROUP.width, *(CELL_WIDTHS.get(key, 24) for key in keys[1:])], len(drafted["nhiem_vu"]))

    def _grid(self, title: str, block: dict[str, Any]) -> None:
        sheet = self._sheet(BANG, title, [""], [])
        covered: set[tuple[int, int]] = set()
        width = 0
        for number, row in enumerate(block["hang"], 2):
            column = 1
            for cell in row:
                while (number, column) in covered:
                    column += 1
                own = cell if isinstance(cell, dict) else {"van_ban": cell}
                wide, high = own.get("cot", 1), own.get("hang", 1)
                put(sheet, number, column, written(own["van_ban"]))
                covered |= {(r, c) for r in range(number, number + high) for c in range(column, column + wide)}
                if wide * high > 1:
                    sheet.merge_cells(None, number, column, number + high - 1, column + wide - 1)
                column += wide
            width = max(width, *(c for _, c in covered)) if covered else 0
        looks.grid(sheet, len(block["hang"]), width, bool(block.get("dau_bang")))

    def _signing(self, payload: dict[str, Any]) -> None:
        sheet = self._sheet(KY, TITLES[KY], [e.key for e in SIGNING], [e.name for e in SIGNING])
        signers = payload.get("chu_ky") or []
        columns = {
            "kinh_gui": payload.get("kinh_gui") or [],
            "noi_nhan": payload.get("noi_nhan") or [],
            "quyen_han": ["\n".join(s["quyen_han"]) for s in signers],
            "chuc_vu": [s["chuc_vu"] for s in signers],
            "ho_ten": [s["ho_ten"] for s in signers],
        }
        for column, texts in enumerate(columns.values(), 1):
            for row, text in enumerate(texts, 3):
                put(sheet, row, column, text or "")
        looks.signing(sheet, max(map(len, columns.values())))


def put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write `text` as text: never a formula, a number or an error, whatever it looks like. Raises TooLarge."""
    if not text:
        return
    text = _LIKE_ESCAPE.sub("_x005F_", text)
    if len(text) > LONGEST:
        raise TooLarge(LONG_CELL, length=len(text), limit=LONGEST)
    cell = sheet.cell(row, column)
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text[0] in "=+-@'"
