"""The task table of a payload as a value."""

from __future__ import annotations

from typing import Any

from schemas import messages as m
from schemas.faults import LIST, Faults, kind, step, whole
from schemas.plan import BangNhiemVu, NhiemVu, Nhom, VanBan
from schemas.text import is_canonical
from schemas.texts import line, line_or_none, van_ban

HEADINGS = {
    "stt": "STT",
    "noi_dung": "Nội dung",
    "thoi_gian": "Thời gian thực hiện",
    "to_chuc_thuc_hien": "Tổ chức thực hiện",
    "chu_tri": "Chủ trì",
    "phoi_hop": "Phối hợp",
    "san_pham": "Sản phẩm",
    "ghi_chu": "Ghi chú",
}
"""Each column with the heading it has unless `cot` says otherwise."""

OPTIONAL = ("chu_tri", "phoi_hop", "san_pham", "ghi_chu")
_FIELDS = ("noi_dung", "thoi_gian", "to_chuc_thuc_hien", *OPTIONAL)
_KEYS = frozenset((*_FIELDS, "khac", "stt"))
MOST_ROWS = 100_000
MOST_FOREIGN = 55
"""Columns in `khac` at most: with the eight of ours, what Word can hold."""


def bang_nhiem_vu(entry: dict[str, Any], at: str, faults: Faults) -> BangNhiemVu:
    """The table; which optional columns are in use follows from the rows and from `cot`."""
    cot = _headings(entry.get("cot"), f"{at}/cot", faults)
    rows = entry["nhiem_vu"]
    if type(rows) is not list:
        faults.add(f"{at}/nhiem_vu", m.WRONG_TYPE, wanted=LIST, found=kind(rows))
        return BangNhiemVu(())
    if len(rows) > MOST_ROWS:
        faults.add(f"{at}/nhiem_vu", m.TOO_MANY, count=len(rows), limit=MOST_ROWS)
        return BangNhiemVu(())
    used: set[str] = set()
    foreign: dict[str, str] = {}
    for index, row in enumerate(rows):
        if type(row) is dict:
            used.update(row)
            if "khac" in row:
                _foreign(row["khac"], f"{at}/nhiem_vu/{index}/khac", foreign, faults)
    if len(set(foreign.values())) > MOST_FOREIGN:
        count = len(set(foreign.values()))
        faults.add(f"{at}/nhiem_vu", m.TOO_MANY_COLUMNS, count=count, limit=MOST_FOREIGN)
        return BangNhiemVu(())
    given = dict(cot)
    named = entry["cot"] if type(entry.get("cot")) is dict else {}
    if any(type(row) is dict and "nhom" not in row for row in rows):
        used |= {key for key, heading in named.items() if heading}
    them = tuple(name for name in OPTIONAL if name in used or name in given)
    out: list[NhiemVu | Nhom] = []
    number = 0
    for index, row in enumerate(rows):
        where = f"{at}/nhiem_vu/{index}"
        if type(row) is not dict:
            faults.add(where, m.WRONG_TYPE, wanted="{noi_dung, thoi_gian, to_chuc_thuc_hien}", found=kind(row))
        elif "nhom" in row:
            for key in (key for key in row if key != "nhom"):
                faults.add(step(where, key), m.UNKNOWN_KEY, key=key, hint="nhom")
            out.append(Nhom(line(row["nhom"], where, "nhom", faults)))
        else:
            number += 1
            out.append(_row(row, where, faults, number, foreign))
    return BangNhiemVu(tuple(out), cot, them, tuple(dict.fromkeys(foreign.values())))


def _headings(value: object, at: str, faults: Faults) -> tuple[tuple[str, str], ...]:
    if value is None:
        return ()
    if type(value) is not dict:
        faults.add(at, m.WRONG_TYPE, wanted="{noi_dung: …}", found=kind(value))
        return ()
    for key in (key for key in value if key not in HEADINGS):
        faults.add(step(at, key), m.UNKNOWN_KEY, key=key, hint="→ " + ", ".join(HEADINGS))
    texts = ((key, line_or_none(value.get(key), at, key, faults)) for key in HEADINGS)
    return tuple((key, text) for key, text in texts if text and text != HEADINGS[key])


def _foreign(value: object, at: str, found: dict[str, str], faults: Faults) -> None:
    """Adds the headings of one row's foreign columns, as given → canonical, in order of first appearance."""
    if type(value) is not dict:
        faults.add(at, m.WRONG_TYPE, wanted='{"Tên cột": …}', found=kind(value))
        return
    here: set[str] = set()
    for key in value:
        heading = found.get(key) or line(key, at, key, faults)
        if heading and heading in here:
            faults.add(step(at, key), m.REPEATED, value=heading[:100])
        here.add(heading)
        found[key] = heading


def _row(row: dict[str, Any], at: str, faults: Faults, number: int, foreign: dict[str, str]) -> NhiemVu:
    if not row.keys() <= _KEYS:
        for key in (key for key in row if key not in _KEYS):
            faults.add(step(at, key), m.UNKNOWN_KEY, key=key, hint="→ " + ", ".join((*_FIELDS, "khac", "stt", "nhom")))
    if "noi_dung" not in row:
        faults.add(f"{at}/noi_dung", m.REQUIRED, wanted="noi_dung")
    cells = {key: _cell(row[key], at, key, faults) if key in row else "" for key in _FIELDS}
    khac: tuple[VanBan | None, ...] = ()
    if foreign:
        own = row.get("khac")
        own = {foreign[key]: (value, key) for key, value in own.items() if key in foreign} if type(own) is dict else {}
        khac = tuple(
            _cell(own[h][0], f"{at}/khac", own[h][1], faults) if h in own else ""
            for h in dict.fromkeys(foreign.values())
        )
    if cells["noi_dung"] is None and _covered(cells, khac):
        faults.add(at, m.NO_CELL)
    stt = row.get("stt")
    if stt is not None:
        running = whole(stt)
        stt = line_or_none(stt if running is None else str(running), at, "stt", faults)
        stt = None if stt == str(number) else stt
    return NhiemVu(**cells, khac=khac, stt=stt)


def _covered(cells: dict[str, VanBan | None], khac: tuple[VanBan | None, ...]) -> bool:
    """Whether no cell of a row is its own; an optional column that says nothing is no cell."""
    own = [cell for name, cell in cells.items() if name not in OPTIONAL or cell != ""]
    return all(cell is None for cell in (*own, *khac))


def _cell(value: object, at: str, key: str, faults: Faults) -> VanBan | None:
    """The text of a cell; None where it is covered."""
    return value if value is None or is_canonical(value) else van_ban(value, at, key, faults, needed=False)
