"""The task table as fields: which columns it shows follows from the headings that are there (`cot`, `cot_khac`)."""

from __future__ import annotations

from typing import Any

from schemas.task_table import HEADINGS, OPTIONAL
from service.pages.notation import read, written

CELLS = ("noi_dung", "thoi_gian", "to_chuc_thuc_hien", *OPTIONAL)
Places = dict[str, str]
"""JSON pointer of a payload → name of the field that holds it."""


def drafted(block: dict[str, Any]) -> dict[str, Any]:
    """The fields of a task table of a payload."""
    raw = block.get("nhiem_vu")
    rows = [row for row in raw if isinstance(row, dict)] if isinstance(raw, list) else []
    tasks = [row for row in rows if "nhom" not in row]
    given = {k: str(v) for k, v in block["cot"].items() if v} if isinstance(block.get("cot"), dict) else {}
    shown = [key for key in OPTIONAL if key in given or any(key in row for row in tasks)]
    body = any(row.get("to_chuc_thuc_hien", "") != "" for row in tasks)
    if body or "to_chuc_thuc_hien" in given or "chu_tri" not in shown:
        shown.insert(0, "to_chuc_thuc_hien")
    columns = ["stt", "noi_dung", "thoi_gian", *shown]
    foreign = list(dict.fromkeys(str(key) for row in tasks for key in _foreign(row)))
    return {
        "loai": "bang_nhiem_vu",
        "cot": {key: given.get(key, HEADINGS[key]) for key in columns},
        "cot_khac": foreign,
        "nhiem_vu": [_drafted_row(row, columns, foreign) for row in rows],
    }


def _foreign(row: dict[str, Any]) -> dict[str, Any]:
    return row["khac"] if isinstance(row.get("khac"), dict) else {}


def _drafted_row(row: dict[str, Any], columns: list[str], foreign: list[str]) -> dict[str, Any]:
    if "nhom" in row:
        return {"nhom": str(row["nhom"] or "")}
    out: dict[str, Any] = {"stt": "" if row.get("stt") is None else str(row["stt"])}
    out |= {key: written(row.get(key, "")) for key in columns if key in CELLS}
    return out | {"khac": [written(_foreign(row).get(heading, "")) for heading in foreign]}


def is_spare(row: dict[str, Any]) -> bool:
    """Whether a row was added empty and stayed so: it is no part of the plan."""
    cells = [value for key, value in row.items() if key not in ("khac", "moi")]
    return bool(row.get("moi")) and not any(cell.strip() for cell in (*cells, *row.get("khac", ())))


def payload_of(block: dict[str, Any], pointer: str, name: str, places: Places) -> dict[str, Any]:
    """The task table in its fields; notes in `places` which field holds what."""
    headings = block["cot"]
    cot = {key: text for key, text in headings.items() if text.strip() and text.strip() != HEADINGS[key]}
    out: dict[str, Any] = {"loai": "bang_nhiem_vu"} | ({"cot": cot} if cot else {})
    for key in cot:
        places[f"{pointer}/cot/{key}"] = f"{name}.cot.{key}"
    foreign = _headings(block)
    rows: list[dict[str, Any]] = []
    for index, row in enumerate(block["nhiem_vu"]):
        if is_spare(row):
            continue
        at, field = f"{pointer}/nhiem_vu/{len(rows)}", f"{name}.nhiem_vu.{index}"
        places[at] = field
        rows.append(_row(row, headings, foreign, at, field, name, places))
    return out | {"nhiem_vu": rows}


def _headings(block: dict[str, Any]) -> dict[int, str]:
    """Number of a foreign column → its key. Headings twice the same stay apart by a blank, for the schema to refuse;
    a column without heading and without cells is dropped."""
    out: dict[int, str] = {}
    for index, heading in enumerate(block["cot_khac"]):
        key = heading.strip()
        if not key and not any(_at(row, index).strip() for row in block["nhiem_vu"]):
            continue
        while key in out.values():
            key += " "
        out[index] = key
    return out


def _at(row: dict[str, Any], index: int) -> str:
    cells: list[str] = row.get("khac", [])
    return cells[index] if index < len(cells) else ""


def _row(
    row: dict[str, Any],
    headings: dict[str, str],
    foreign: dict[int, str],
    at: str,
    field: str,
    table: str,
    places: Places,
) -> dict[str, Any]:
    if "nhom" in row:
        places[f"{at}/nhom"] = f"{field}.nhom"
        return {"nhom": row["nhom"]}
    out: dict[str, Any] = {"stt": row["stt"]} if row.get("stt", "").strip() else {}
    places[f"{at}/stt"] = f"{field}.stt"
    for key in CELLS:
        if key in headings:
            out[key] = read(row.get(key, ""))
            places[f"{at}/{key}"] = f"{field}.{key}"
    if foreign:
        out["khac"] = {key: read(_at(row, index)) for index, key in foreign.items()}
        for index, key in foreign.items():
            unusable = not key.strip() or key != key.strip()  # the heading is what must be mended, not the cell
            step = key.replace("~", "~0").replace("/", "~1")
            places[f"{at}/khac/{step}"] = f"{table}.cot_khac.{index}" if unusable else f"{field}.khac.{index}"
    return out
