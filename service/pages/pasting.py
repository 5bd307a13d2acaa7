"""A table copied from Excel or Word as rows of the task table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from schemas.task_table import HEADINGS
from service.pages.notation import escaped
from service.pages.tasks import CELLS, is_spare
from service.wording.columns import headings_of

_NUMBER = re.compile(r"\(?[0-9]{1,4}[.)]?")


def rows_of(text: str) -> list[list[str]]:
    """The cells of a copied table: tabs between cells, quotes around a cell with line breaks, as Excel writes them."""
    if len(text) > csv.field_size_limit():
        csv.field_size_limit(len(text))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = csv.reader(io.StringIO(text), delimiter="\t", strict=False)
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def columns_of(block: dict[str, Any]) -> list[str | int]:
    """The columns of a task table as they stand: names of fields, then numbers of foreign columns."""
    return [*(key for key in HEADINGS if key in block["cot"]), *range(len(block["cot_khac"]))]


def paste(block: dict[str, Any], text: str, row: int | None = None, column: str | int | None = None) -> int:
    """Put a copied table into a task table (in place); the number of the first row it filled.

    A row of headings says which column is which, columns that the table does not show yet are added, and headings of no
    field of ours become columns of their own. Without headings the cells follow the columns as they stand, from
    `column` on where a cell was pasted into. New rows come at the end, or go over the rows from `row` on; rows that
    were added and left empty make room.
    """
    rows = rows_of(text)
    columns = columns_of(block)
    names = headings_of(rows[0]) if rows else None
    numbered = bool(rows) and all(_NUMBER.fullmatch(row[0]) for row in rows) and max(map(len, rows)) > 1
    if names:
        targets, row = _named(block, names, rows.pop(0)), None
    elif column is None or (column == "noi_dung" and numbered):
        targets = columns if numbered else columns[1:]
    else:
        targets = columns[columns.index(column) :]
    tasks = block["nhiem_vu"]
    for task in tasks:
        if "nhom" not in task:
            task |= {key: task.get(key, "") for key in CELLS if key in block["cot"]}
            task["khac"] += [""] * (len(block["cot_khac"]) - len(task["khac"]))
    if row is None:
        tasks[:] = [task for task in tasks if not is_spare(task)]
        row = len(tasks)
    first = row
    for cells in rows:
        if targets[0] in ("stt", "noi_dung") and _is_banner(cells):
            tasks.insert(row, {"nhom": next(cell for cell in cells if cell)})
        else:
            if row == len(tasks) or "nhom" in tasks[row]:
                tasks.insert(row, _empty(block))
            _fill(tasks[row], cells, targets, sum("nhom" not in task for task in tasks[: row + 1]))
        row += 1
    return first


def _is_banner(cells: list[str]) -> bool:
    """Whether only the first cell of a row says something, and no number."""
    return len(cells) > 1 and bool(cells[0]) and not any(cells[1:]) and not _NUMBER.fullmatch(cells[0])


def _named(block: dict[str, Any], names: list[str | None], headings: list[str]) -> list[str | int]:
    """Where each column of the copied table goes; shows what the table does not show yet."""
    targets: list[str | int] = []
    for name, heading in zip(names, headings, strict=True):
        if name:
            if not any(row for row in block["nhiem_vu"] if not is_spare(row)) or name not in block["cot"]:
                block["cot"][name] = heading
            targets.append(name)
        else:
            if heading not in block["cot_khac"]:
                block["cot_khac"].append(heading)
            targets.append(block["cot_khac"].index(heading))
    block["cot"] = {key: block["cot"][key] for key in HEADINGS if key in block["cot"]}
    return targets


def _empty(block: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {"stt": ""} | {key: "" for key in CELLS if key in block["cot"]}
    return row | {"khac": [""] * len(block["cot_khac"])}


def _fill(row: dict[str, Any], cells: list[str], targets: list[str | int], number: int) -> None:
    """Write cells into a row; those beyond the last column are added to it, so that nothing is lost."""
    row.pop("moi", None)
    for target in dict.fromkeys(targets):
        texts = [escaped(cell) for cell, to in zip(cells, _endless(targets), strict=False) if to == target]
        if not texts:
            continue
        text = "\n".join(filter(None, texts))
        if target == "stt":
            row["stt"] = "" if text.strip("().") == str(number) else text
        elif isinstance(target, int):
            row["khac"][target] = text
        else:
            row[target] = text


def _endless(targets: list[str | int]) -> Iterator[str | int]:
    yield from targets
    while True:
        yield targets[-1]
