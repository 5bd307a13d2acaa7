"""The tree of sections as the flat list of lines that a template prints, and back.

Each line has a kind (`loai`), and each kind its own named paragraph style in the template: that is what tells the
kinds apart on the way back. Two kinds print no text:

- `het_muc` closes the innermost open heading. It stands only where something other than a heading follows a heading
  at the same level, because there nothing else says that the heading's content is over.
- `sau` puts the next heading one level deeper than the deepest level that has a style of its own.

`unflatten(flatten(blocks)) == blocks` (tests/test_mau_lines.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from schemas.plan import Bang, BangNhiemVu, Doan, Khoi, Muc
from service.mau.tables import bang_context, bang_payload, nhiem_vu_context, nhiem_vu_payload
from service.mau.text import chu, van_ban
from service.wording.markers import series

Line = dict[str, Any]

DEEPEST = 9
"""Levels of headings with a style of their own (`muc_1` … `muc_9`), as many as Word has outline levels."""

_MUC = tuple(f"muc_{level}" for level in range(DEEPEST + 1))
_DOAN = {None: "doan", "-": "gach", "+": "cong"}


def flatten(blocks: Iterable[Khoi], columns: tuple[str, ...]) -> list[Line]:
    """The lines of `blocks` in printing order; `columns` is the template's order of the task table's columns."""
    lines: list[Line] = []
    _flatten(blocks, 0, lines, columns)
    return lines


def _flatten(blocks: Iterable[Khoi], depth: int, lines: list[Line], columns: tuple[str, ...]) -> int:
    """Append the lines of `blocks` that stand at `depth`; returns the number of headings open after them."""
    level = depth
    for block in blocks:
        if isinstance(block, Muc):
            level = depth + 1
            lines.extend({"loai": "sau"} for _ in range(level - DEEPEST))
            lines.append({"loai": _MUC[min(level, DEEPEST)], "dau": chu(block.dau), "tieu_de": chu(block.tieu_de)})
            level = _flatten(block.noi_dung, level, lines, columns)
            continue
        lines.extend({"loai": "het_muc"} for _ in range(level - depth))
        level = depth
        if isinstance(block, Doan):
            loai = _DOAN.get(block.dau, "diem")
            lines.append({"loai": loai, "dau": chu(block.dau), "van_ban": van_ban(block.van_ban)})
        elif isinstance(block, BangNhiemVu):
            lines.append(nhiem_vu_context(block, columns))
        elif isinstance(block, Bang):
            lines.append(bang_context(block))
    return level


def settle(lines: Iterable[Line], unsure: Callable[[Any], bool]) -> None:
    """Give each heading whose style no longer tells its level (`unsure` of its title) the level of its marker's
    series: that of the open heading it continues, else one below the innermost open one."""
    open_: list[tuple[int, str | None]] = []
    for line in lines:
        loai = line["loai"]
        if loai == "het_muc":
            del open_[-1:]
        if not loai.startswith("muc_"):
            continue
        own = series(str(line.get("dau") or ""))
        level = int(loai[4:])
        if "tieu_de" in line and unsure(line["tieu_de"]):
            level = next((lv for lv, other in reversed(open_) if other == own), open_[-1][0] + 1 if open_ else 1)
            line["loai"] = _MUC[min(level, DEEPEST)]
        while open_ and open_[-1][0] >= level:
            open_.pop()
        open_.append((level, own))


_DAU = {"doan": None, "gach": "-", "cong": "+"}


def unflatten(lines: Iterable[Line], columns: tuple[str, ...]) -> list[dict[str, Any]]:
    """The blocks, as payload, of lines that were read; `columns` as in `flatten`. A heading goes under the nearest open one
    above its level. A template need not print every name: what it leaves out is empty."""
    root: list[dict[str, Any]] = []
    open_: list[tuple[int, list[dict[str, Any]]]] = [(0, root)]
    deeper = 0
    for line in lines:
        loai = line["loai"]
        if loai == "sau":
            deeper += 1
            continue
        if loai == "het_muc":
            if len(open_) > 1:
                open_.pop()
        elif loai.startswith("muc_"):
            level = int(loai[4:]) + deeper
            while open_[-1][0] >= level:
                open_.pop()
            muc = {"loai": "muc", "dau": line.get("dau"), "tieu_de": line.get("tieu_de", ""), "noi_dung": []}
            open_[-1][1].append(muc)
            open_.append((level, muc["noi_dung"]))
        elif loai == "bang_nhiem_vu":
            open_[-1][1].append(nhiem_vu_payload(line, columns))
        elif loai == "bang":
            open_[-1][1].append(bang_payload(line))
        else:
            dau = line.get("dau") if loai == "diem" else _DAU[loai]
            open_[-1][1].append({"loai": "doan", "dau": dau, "van_ban": line.get("van_ban", "")})
        deeper = 0
    return root
