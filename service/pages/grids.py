"""Any other table as fields: a text for each cell; spans are carried along."""

from __future__ import annotations

from typing import Any

from service.pages.notation import read, written
from service.pages.tasks import Places


def drafted(block: dict[str, Any]) -> dict[str, Any]:
    """The fields of a table of a payload."""
    rows = block.get("hang") if isinstance(block.get("hang"), list) else []
    return {
        "loai": "bang",
        "dau_bang": "1" if block.get("dau_bang") is True else "",
        "hang": [[_drafted_cell(cell) for cell in row] if isinstance(row, list) else [] for row in rows or []],
    }


def _drafted_cell(cell: object) -> dict[str, str]:
    spans = {"cot": "1", "hang": "1"}
    if isinstance(cell, dict):
        spans = {key: str(cell.get(key, 1)) for key in spans}
        cell = cell.get("van_ban", "")
    return {"van_ban": written("" if cell is None else cell), **spans}


def payload_of(block: dict[str, Any], pointer: str, name: str, places: Places) -> dict[str, Any]:
    """The table in its fields; notes in `places` which field holds what."""
    rows = []
    for r, row in enumerate(block["hang"]):
        cells = []
        for c, cell in enumerate(row):
            places[f"{pointer}/hang/{r}/{c}"] = f"{name}.hang.{r}.{c}.van_ban"
            cells.append(_cell(cell))
        rows.append(cells)
    return {"loai": "bang", "dau_bang": bool(block["dau_bang"]), "hang": rows}


def _cell(cell: dict[str, str]) -> Any:
    text = read(cell["van_ban"])
    text = cell["van_ban"] if text is None else text
    cot, hang = span(cell, "cot"), span(cell, "hang")
    return text if cot == hang == 1 else {"van_ban": text, "cot": cot, "hang": hang}


def span(cell: dict[str, str], key: str) -> int:
    """Columns (`cot`) or rows (`hang`) that a cell takes; 1 where its field says nothing that could be meant."""
    text = cell.get(key, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def width(block: dict[str, Any]) -> int:
    """Columns of the table."""
    return max((sum(span(cell, "cot") for cell in row) for row in block["hang"]), default=0)


def is_plain(block: dict[str, Any]) -> bool:
    """Whether no cell spans others, so that rows and columns can be taken out one by one."""
    return all(span(cell, "cot") == span(cell, "hang") == 1 for row in block["hang"] for cell in row)
