"""The task table as CSV: what Excel, LibreOffice and Google Sheets export, and what they open without asking."""

from __future__ import annotations

import csv
import io
from typing import Any

from schemas import dump
from schemas.plan import KeHoach
from service.messages import Message
from service.pages import tasks
from service.pages.pasting import paste
from service.refusals import DocumentRefused, TooLarge

MOST_ROWS = 20_000
LONGEST = 5 * 2**20

NOT_TEXT = Message(
    "csv_not_text",
    "Tệp không phải là CSV. Trong Excel chọn Lưu thành “CSV UTF-8”, hoặc gửi tệp .xlsx.",
    "The file is no CSV. In Excel choose Save As “CSV UTF-8”, or send the .xlsx.",
)
NO_TASKS = Message(
    "csv_without_tasks",
    "Tệp CSV không có dòng nhiệm vụ nào. Dòng đầu là tên cột (Nội dung, Thời gian, Tổ chức thực hiện), mỗi dòng sau một việc.",
    "The CSV has no tasks. The first row names the columns (Nội dung, Thời gian, Tổ chức thực hiện), each further row is a task.",
)
BIG_CSV = Message(
    "csv_too_large",
    "Tệp CSV quá giới hạn {limit} byte hoặc {rows} dòng.",
    "The CSV is over the limit of {limit} bytes or {rows} rows.",
)


def read(data: bytes) -> dict[str, Any]:
    """The task table, as payload, in a CSV of any usual encoding and separator. Raises DocumentRefused or TooLarge."""
    if len(data) > LONGEST:
        raise TooLarge(BIG_CSV, limit=LONGEST, rows=MOST_ROWS)
    rows = _rows(_text(data))
    if len(rows) > MOST_ROWS:
        raise TooLarge(BIG_CSV, limit=LONGEST, rows=MOST_ROWS)
    if max(map(len, rows), default=0) < 2:
        raise DocumentRefused(NO_TASKS)
    block: dict[str, Any] = tasks.drafted({"nhiem_vu": []})
    # What was copied from a sheet and what was saved from one are read alike, as cells with tabs between.
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    paste(block, out.getvalue())
    if not block["nhiem_vu"]:
        raise DocumentRefused(NO_TASKS)
    return tasks.payload_of(block, "", "", {})


def write(plan: KeHoach) -> bytes:
    """The plan's task tables as one CSV in UTF-8 with a mark, which Excel opens rightly; `;` between cells.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for block in _tables(dump(plan)["noi_dung"]):
        drafted = tasks.drafted(block)
        writer.writerow([_inert(text) for text in (*drafted["cot"].values(), *drafted["cot_khac"])])
        number = 0
        for row in drafted["nhiem_vu"]:
            if "nhom" in row:
                writer.writerow([_inert(row["nhom"])] + [""] * (len(drafted["cot"]) + len(drafted["cot_khac"]) - 1))
                continue
            number += 1
            cells = [row.get(key, "") or (str(number) if key == "stt" else "") for key in drafted["cot"]]
            writer.writerow([_inert(text) for text in (*cells, *row["khac"])])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _tables(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for block in blocks:
        out += [block] if block["loai"] == "bang_nhiem_vu" else []
        out += _tables(block["noi_dung"]) if block["loai"] == "muc" else []
    return out


def _inert(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "@", "\t") or (text[:1] == "-" and text[1:2] not in (" ", "")) else text


def _text(data: bytes) -> str:
    """The letters of the file: UTF-16 by its mark, else UTF-8, else the Windows code page for Vietnamese."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1258")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(ord(c) < 32 and c not in "\t\r\n" for c in text):
            return text
    raise DocumentRefused(NOT_TEXT)


def _rows(text: str) -> list[list[str]]:
    """The cells; the separator is the one that makes the first rows equally long and longest."""
    csv.field_size_limit(LONGEST)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:  # Excel's own way to say it
        return _parsed(rest, first[4])
    return max((_parsed(text, separator) for separator in (";", "\t", ",")), key=_evenness)


def _parsed(text: str, separator: str) -> list[list[str]]:
    rows = csv.reader(io.StringIO(text), delimiter=separator)
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _evenness(rows: list[list[str]]) -> tuple[bool, int]:
    lengths = {len(row) for row in rows[:20]}
    return len(lengths) == 1, max(lengths, default=0) if len(lengths) == 1 else -len(lengths)
