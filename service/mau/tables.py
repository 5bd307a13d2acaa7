"""Tables of the plan as a template prints them, and back.

The task table is printed by groups: rows of equal, not empty `thoi_gian` form one group, whose time cell is merged
over its rows (docxtpl's own `{% vm %}` over a plain loop would merge every row and erase the different times).
A row with a covered cell has the kind `gop` and is printed cell by cell with column spans.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from msgspec.structs import replace

from schemas.plan import Bang, BangNhiemVu, NhiemVu, Nhom
from service.mau.text import chu, van_ban

COT = ("stt", "noi_dung", "thoi_gian", "to_chuc_thuc_hien", "them")
"""The columns, as the context calls them, of a template without a task table; `them` stands for the optional and
foreign ones. A template with one says itself which it has and in what order (service/mau/columns.py)."""

_COVERED = "\u00a0"
"""Printed in a first cell that is covered though nothing stands to its left; no text of a plan holds such a blank."""
THEM = ("chu_tri", "phoi_hop", "san_pham", "ghi_chu")
KHAC = "khac"


def nhiem_vu_context(bang: BangNhiemVu, columns: tuple[str, ...]) -> dict[str, Any]:
    """What the template needs of a task table: headings, which columns there are, and the rows by groups."""
    given = dict(bang.cot)
    rows = [row for row in bang.nhiem_vu if isinstance(row, NhiemVu)]
    # A table whose bodies stand under `chu_tri` has no empty column for `to_chuc_thuc_hien` beside it.
    co = {
        "thoi_gian": True,
        "to_chuc_thuc_hien": "chu_tri" not in bang.cot_them
        or "to_chuc_thuc_hien" in given
        or any(row.to_chuc_thuc_hien != "" for row in rows),
    }
    them = [(key, given.get(key)) for key in bang.cot_them] + [(KHAC, heading) for heading in bang.cot_khac]
    shown = [name for name in columns if co.get(name, True)]
    nhom: list[dict[str, Any]] = []
    number = 0
    for kind, members in groupby(bang.nhiem_vu, key=_group):
        if kind[0] == "nhom":
            nhom.extend({"loai": "nhom", "ten": chu(row.nhom)} for row in members if isinstance(row, Nhom))
            continue
        hang = []
        for row in members:
            number += 1
            stt = row.stt if row.stt is not None else str(number)  # type: ignore[union-attr]
            if kind[0] == "gop":
                nhom.append({"loai": "gop", "o": _spanned(row, stt, shown, bang)})  # type: ignore[arg-type]
            else:
                hang.append(_row(row, stt, bang))  # type: ignore[arg-type]
        if hang and kind[1]:
            nhom.append({"loai": "hang", "thoi_gian": van_ban(kind[1]), "hang": hang})
        else:
            nhom.extend({"loai": "hang", "thoi_gian": "", "hang": [row]} for row in hang)
    return {
        "loai": "bang_nhiem_vu",
        "cot": {key: chu(given.get(key)) for key in ("stt", "noi_dung", "thoi_gian", "to_chuc_thuc_hien")},
        "co": co,
        "cot_them": [{"khoa": key, "tieu_de": chu(heading)} for key, heading in them],
        "so_cot": len(shown) - ("them" in shown) + len(them),
        "nhom": nhom,
    }


def _group(row: NhiemVu | Nhom) -> tuple[str, Any]:
    if isinstance(row, Nhom):
        return "nhom", None
    covered = (
        row.noi_dung is None
        or row.thoi_gian is None
        or row.to_chuc_thuc_hien is None
        or row.chu_tri is None
        or row.phoi_hop is None
        or row.san_pham is None
        or row.ghi_chu is None
        or None in row.khac
    )
    return ("gop", None) if covered else ("hang", row.thoi_gian)


def _extra(row: NhiemVu, bang: BangNhiemVu) -> list[Any]:
    return [getattr(row, key) for key in bang.cot_them] + list(row.khac)


def _row(row: NhiemVu, stt: str, bang: BangNhiemVu) -> dict[str, Any]:
    them = [van_ban(cell) for cell in _extra(row, bang)] if bang.cot_them or bang.cot_khac else ()
    return {
        "stt": chu(stt),
        "noi_dung": van_ban(row.noi_dung),
        "to_chuc_thuc_hien": van_ban(row.to_chuc_thuc_hien),
        "o": them,
    }


def _spanned(row: NhiemVu, stt: str, shown: list[str], bang: BangNhiemVu) -> list[dict[str, Any]]:
    """The cells of a row with covered ones: a covered cell widens the nearest visible one to its left."""
    cells: list[Any] = []
    for name in shown:
        if name == "them":
            cells.extend(_extra(row, bang))
        else:
            cells.append(stt if name == "stt" else getattr(row, name, ""))
    out: list[dict[str, Any]] = []
    for cell in cells:
        if cell is None and out:
            out[-1]["rong"] += 1
        else:
            out.append({"van_ban": van_ban(cell) if cell is not None else _COVERED, "rong": 1})
    return out


def nhiem_vu_payload(line: dict[str, Any], columns: tuple[str, ...]) -> dict[str, Any]:
    """The task table of a line that was read, as payload; `columns` as printed."""
    headings = [{"khoa": KHAC} | column for column in line.get("cot_them", ())]
    co = line.get("co", {})
    shown: list[str] = []
    for name in columns:
        shown += ["them"] * len(headings) if name == "them" else [name] if co.get(name, True) else []
    cot = {key: text for key, text in line.get("cot", {}).items() if text}
    cot |= {c["khoa"]: c["tieu_de"] for c in headings if c["khoa"] != KHAC and c.get("tieu_de")}
    rows: list[dict[str, Any]] = []
    number = 0
    for group in line.get("nhom", ()):
        if group["loai"] == "nhom":
            rows.append({"nhom": group.get("ten", "")})
            continue
        if group["loai"] == "gop" and len(group["o"]) == 1 and shown[:1] == ["stt"]:
            rows.append({"nhom": _one_text(group["o"][0].get("van_ban", ""))})  # a number alone is no row of a plan
            continue
        for row in group["hang"] if group["loai"] == "hang" else (None,):
            number += 1
            if row is None:
                cells = _unspanned(group["o"], shown)
                stt, them = cells.pop("stt", None), cells.pop("them", [])
            else:
                cells = {
                    "noi_dung": row.get("noi_dung", ""),
                    "thoi_gian": group.get("thoi_gian", ""),
                    "to_chuc_thuc_hien": row.get("to_chuc_thuc_hien", ""),
                }
                stt, them = row.get("stt"), row.get("o", ())
            khac: dict[str, Any] = {}
            for column, cell in zip(headings, them, strict=False):
                if column["khoa"] == KHAC:
                    khac[str(column.get("tieu_de", ""))] = cell
                else:
                    cells[column["khoa"]] = cell
            if khac:
                cells["khac"] = khac
            if stt is not None and str(stt) not in ("", str(number)):
                cells["stt"] = stt
            rows.append(cells)
    return {"loai": "bang_nhiem_vu", **({"cot": cot} if cot else {}), "nhiem_vu": rows}


def _one_text(read: Any) -> Any:
    """What was read, its runs joined."""
    runs = getattr(read, "value", None)
    return replace(read, value="".join(run["van_ban"] for run in runs)) if isinstance(runs, list) else read


def _unspanned(cells: list[dict[str, Any]], columns: list[str]) -> dict[str, Any]:
    """The values of a spanned row by column; a covered one is None, foreign columns go to the list `them`."""
    flat: list[Any] = []
    for cell in cells:
        text = cell.get("van_ban", "")
        flat.append(None if str(text) == _COVERED else text)
        flat.extend([None] * (cell.get("rong", 1) - 1))
    out: dict[str, Any] = {"noi_dung": "", "thoi_gian": "", "to_chuc_thuc_hien": "", "them": []}
    for name, value in zip(columns, flat, strict=False):
        if name == "them":
            out["them"].append(value)
        elif name:  # a column without a name of ours prints only the template's own words
            out[name] = value
    return out


def bang_context(bang: Bang) -> dict[str, Any]:
    """A general table row by row, with an entry also for each cell that a cell above covers (`noi`)."""
    hang: list[dict[str, Any]] = []
    above: dict[int, tuple[int, int]] = {}  # column → (rows still covered, width of the covering cell)
    for index, row in enumerate(bang.hang):
        cells: list[dict[str, Any]] = []
        column, waiting = 0, list(row)
        while waiting or column in above:
            if column in above:
                left, wide = above.pop(column)
                cells.append({"noi": True, "rong": wide, "cao": 1, "van_ban": ""})
                if left > 1:
                    above[column] = (left - 1, wide)
                column += wide
                continue
            cell = waiting.pop(0)
            cells.append({"noi": False, "rong": cell.cot, "cao": cell.hang, "van_ban": van_ban(cell.van_ban)})
            if cell.hang > 1:
                above[column] = (cell.hang - 1, cell.cot)
            column += cell.cot
        hang.append({"dau_bang": bang.dau_bang and index == 0, "o": cells})
    return {"loai": "bang", "hang": hang}


def bang_payload(line: dict[str, Any]) -> dict[str, Any]:
    """The general table of a line that was read: merged cells counted, covered ones left out."""
    rows: list[list[dict[str, Any]]] = []
    started: dict[int, dict[str, Any]] = {}  # column → the cell that reaches down to it
    for row in line.get("hang", ()):
        cells, column = [], 0
        for cell in row["o"]:
            wide = cell.get("rong", 1)
            if cell.get("noi") and column in started:
                started[column]["hang"] += 1
            else:
                out = {"van_ban": cell.get("van_ban", ""), "cot": wide, "hang": 1}
                cells.append(out)
                started[column] = out
            column += wide
        rows.append(cells)
    return {
        "loai": "bang",
        "dau_bang": bool(line.get("hang")) and bool(line["hang"][0].get("dau_bang")),
        "hang": [[cell["van_ban"] if cell["cot"] == cell["hang"] == 1 else cell for cell in row] for row in rows],
    }
