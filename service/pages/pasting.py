"""A table copied from Excel or Word as rows of the task table."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from schemas.task_table import HEADINGS
from service.pages.columns import headings_of
from service.pages.notation import escaped
from service.pages.tasks import CELLS, is_spare

_NUMBER = re.compile(r"\(?[0-9]{1,4}[.)]?")


def rows_of(text: str) -> list[list[str]]:
    """The cells of a copied table: tabs between cells, quotes around a cell with line breaks, as Excel writes them."""
    if len(text) > csv.field_size_limit():
        csv.field_size_limit(len(text))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = csv.reader(io.StringIO(text), delimiter="\t", strict=False)
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def paste(block: dict[str, Any], text: str) -> int:
    """Add a copied table to a task table (in place); the number of its first new row.

    A row of headings says which column is which, columns that the table does not show yet are added, and headings of no
    field of ours become columns of their own. Without headings the cells follow the columns as they stand. Rows that
    were added and left empty make room.
    """
    rows = rows_of(text)
    shown = [key for key in HEADINGS if key in block["cot"]]
    names = headings_of(rows[0]) if rows else None
    targets: list[str | int]
    if names:
        targets = _named(block, names, rows.pop(0))
    else:
        numbered = bool(rows) and all(_NUMBER.fullmatch(row[0]) for row in rows) and max(map(len, rows)) > 1
        targets = [*(shown if numbered else shown[1:]), *range(len(block["cot_khac"]))]
    block["nhiem_vu"] = [row for row in block["nhiem_vu"] if not is_spare(row)]
    for row in block["nhiem_vu"]:
        if "nhom" not in row:
            row |= {key: row.get(key, "") for key in CELLS if key in block["cot"]}
            row["khac"] += [""] * (len(block["cot_khac"]) - len(row["khac"]))
    first, number = len(block["nhiem_vu"]), sum("nhom" not in row for row in block["nhiem_vu"])
    for row in rows:
        texts = [cell for cell in row if cell]
        if len(texts) == 1 and len(row) > 1 and row[0] and not _NUMBER.fullmatch(row[0]):
            block["nhiem_vu"].append({"nhom": texts[0]})
            continue
        number += 1
        block["nhiem_vu"].append(_row(block, row, targets, number))
    return first


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


def _row(block: dict[str, Any], row: list[str], targets: list[str | int], number: int) -> dict[str, Any]:
    out: dict[str, Any] = {"stt": ""} | {key: "" for key in CELLS if key in block["cot"]}
    out["khac"] = [""] * len(block["cot_khac"])
    for place, cell in zip([*targets, *["noi_dung"] * max(0, len(row) - len(targets))], row, strict=False):
        text = escaped(cell)
        if place == "stt":
            out["stt"] = "" if text.strip("().") == str(number) else text
        elif isinstance(place, int):
            out["khac"][place] = text
        else:
            out[place] = f"{out[place]}\n{text}" if out[place] and text else out[place] or text
    return out
