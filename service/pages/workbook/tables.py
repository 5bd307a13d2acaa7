"""The tables of a workbook, a sheet each, as blocks of a payload."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.pages import tasks
from service.pages.notation import COVERED
from service.pages.notation import read as read_text
from service.pages.workbook.cells import Sheet
from service.pages.workbook.recognising import Known
from service.pages.workbook.shape import GROUP, KHAC
from service.wording.columns import column_of
from service.wording.folding import fold


def said(text: str) -> Any:
    value = read_text(text)
    return text if value is None else value


def tasks_of(found: Known, sheet: Sheet, at: str, places: dict[str, str]) -> dict[str, Any] | None:
    """The task table of a sheet; None for the blank form's own that was left empty."""
    head = sheet.columns(found.head)
    keys = {column: _key(found.keys.get(column), sheet.text(found.head, column)) for column in {*found.keys, *head}}
    keys = {column: key for column, key in sorted(keys.items()) if column in head or key == GROUP.key}
    rows = [row for row in sheet.rows() if row > found.head]
    if found.spare:
        if not rows:
            return None
        used = {column for row in rows for column in keys if sheet.text(row, column) or sheet.over(row, column)}
        keys = {c: k for c, k in keys.items() if c in used or k in (GROUP.key, "stt", "noi_dung", "thoi_gian")}
    columns = {key: column for column, key in keys.items() if key not in (GROUP.key, KHAC)}
    foreign = [column for column, key in keys.items() if key == KHAC]
    group = next((column for column, key in keys.items() if key == GROUP.key), None)
    cot = {key: sheet.text(found.head, column).strip() for key, column in columns.items()}
    cells: dict[str, str] = {f"t.cot.{key}": sheet.place(found.head, column) for key, column in columns.items()}
    cells |= {f"t.cot_khac.{n}": sheet.place(found.head, column) for n, column in enumerate(foreign)}
    tasks_found: list[dict[str, Any]] = []
    for row in rows:
        if group is not None and (name := sheet.text(row, group).strip()):
            cells[f"t.nhiem_vu.{len(tasks_found)}.nhom"] = sheet.place(row, group)
            tasks_found.append({"nhom": name})
            if len(sheet.columns(row)) == 1:
                continue
        field_name = f"t.nhiem_vu.{len(tasks_found)}"
        task: dict[str, Any] = {key: _cell(sheet, row, column, key != "stt") for key, column in columns.items()}
        task["khac"] = [_cell(sheet, row, column) for column in foreign]
        cells |= {f"{field_name}.{key}": sheet.place(row, column) for key, column in columns.items()}
        cells |= {f"{field_name}.khac.{n}": sheet.place(row, column) for n, column in enumerate(foreign)}
        tasks_found.append(task)
    drafted = {
        "cot": cot,
        "cot_khac": [sheet.text(found.head, column).strip() for column in foreign],
        "nhiem_vu": tasks_found,
    }
    names: dict[str, str] = {}
    block = tasks.payload_of(drafted, at, "t", names)
    places |= {pointer: cells[name] for pointer, name in names.items() if name in cells}
    return block


def _key(key: str | None, heading: str) -> str:
    """The key of a column: as the sheet has it unseen, else by what its heading says."""
    if not key and fold(heading) == fold(GROUP.name):
        return GROUP.key
    return key or column_of(heading) or KHAC


def _cell(sheet: Sheet, row: int, column: int, marked: bool = True) -> str:
    """The text of a cell of a task: merged downwards it is filled down, merged across it is covered."""
    first = sheet.over(row, column) or (row, column)
    if first[1] != column:
        return COVERED
    return (sheet.marked(*first) if marked else sheet.text(*first)).strip()


def grid_of(sheet: Sheet, at: str, places: dict[str, str]) -> list[list[Any]]:
    """The rows of a table of any kind: as far as its lines, its merges and its texts reach."""
    height, width = sheet.size()
    out: list[list[Any]] = []
    for row in range(2, height + 1):
        cells: list[Any] = []
        for column in _shown(sheet, row, width):
            text = sheet.marked(row, column)
            wide, high = sheet.merged.get((row, column), (1, 1))
            places[f"{at}/hang/{len(out)}/{len(cells)}"] = sheet.place(row, column)
            cells.append(said(text) if wide == high == 1 else {"van_ban": said(text), "cot": wide, "hang": high})
        out.append(cells)
    return out


def _shown(sheet: Sheet, row: int, width: int) -> Iterator[int]:
    return (column for column in range(1, width + 1) if sheet.over(row, column) is None)
