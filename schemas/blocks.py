"""Blocks of a payload as values: headings to any depth, paragraphs, tables.

Written by hand rather than as nested schemas: a plan has hundreds of blocks, and a schema object for each would cost
ten times what the texts themselves cost.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from schemas import messages as m
from schemas.faults import LIST, YES_NO, Faults, kind, shown, step, whole
from schemas.markers import derived
from schemas.plan import Bang, Doan, Khoi, Muc, O
from schemas.task_table import bang_nhiem_vu
from schemas.texts import line, line_or_none, van_ban

DEEPEST = 100
"""Levels of headings at most. Word has nine; nobody writes ten, but nothing breaks before a hundred."""

MOST_HINTS = 20
"""Faults after which nothing is guessed any more: guessing takes a hundred times what noting takes."""

WIDEST = 63
"""Columns of a table at most: what Word can hold."""


def blocks(value: object, pointer: str, faults: Faults, depth: int = 1) -> tuple[Khoi, ...]:
    """The blocks of a list; `depth` is the level of a heading that stands in it."""
    if type(value) is not list:
        faults.add(pointer, m.WRONG_TYPE, wanted=LIST, found=kind(value))
        return ()
    out: list[Khoi] = []
    position = 0
    for index, entry in enumerate(value):
        at = f"{pointer}/{index}"
        if type(entry) is not dict:
            faults.add(at, m.WRONG_TYPE, wanted="{loai: …}", found=kind(entry))
            continue
        loai = entry.get("loai")
        if loai == "doan":
            known(entry, ("loai", "dau", "van_ban"), at, faults)
            given = "van_ban" in entry
            text = van_ban(entry["van_ban"], at, "van_ban", faults) if given else lacking("van_ban", at, faults)
            out.append(Doan(text, line_or_none(entry.get("dau"), at, "dau", faults)))
        elif loai == "muc":
            position += 1
            out.append(_muc(entry, at, faults, depth, position))
        elif loai == "bang_nhiem_vu":
            known(entry, ("loai", "cot", "nhiem_vu"), at, faults)
            if "nhiem_vu" in entry:
                out.append(bang_nhiem_vu(entry, at, faults))
            else:
                lacking("nhiem_vu", at, faults)
        elif loai == "bang":
            known(entry, ("loai", "hang", "dau_bang"), at, faults)
            if "hang" in entry:
                out.append(_bang(entry, at, faults))
            else:
                lacking("hang", at, faults)
        else:
            faults.add(f"{at}/loai", m.BAD_CHOICE, value=shown(loai), choices="muc, doan, bang_nhiem_vu, bang")
    return tuple(out)


def known(entry: dict[str, Any], names: tuple[str, ...], pointer: str, faults: Faults) -> None:
    """Notes every key of `entry` that is not among `names`, with the name that was perhaps meant."""
    for key in entry:
        if key not in names:
            few = len(faults) < MOST_HINTS
            close = get_close_matches(key[:100], names, 1) if few else None
            hint = f"→ “{close[0]}”?" if close else "→ " + ", ".join(names)
            faults.add(step(pointer, key), m.UNKNOWN_KEY, key=key[:100], hint=hint)


def lacking(key: str, at: str, faults: Faults) -> str:
    """The fault of a `key` that is wanted and not there; returns what stands in for its text."""
    faults.add(f"{at}/{key}", m.REQUIRED, wanted=key)
    return ""


def _muc(entry: dict[str, Any], at: str, faults: Faults, depth: int, position: int) -> Muc:
    known(entry, ("loai", "dau", "tieu_de", "noi_dung"), at, faults)
    dau = line_or_none(entry.get("dau"), at, "dau", faults) or derived(depth, position)
    given = "tieu_de" in entry
    tieu_de = line(entry["tieu_de"], at, "tieu_de", faults) if given else lacking("tieu_de", at, faults)
    if depth >= DEEPEST and entry.get("noi_dung"):
        faults.add(f"{at}/noi_dung", m.TOO_DEEP, limit=DEEPEST)
        return Muc(dau, tieu_de)
    return Muc(dau, tieu_de, blocks(entry.get("noi_dung", []), f"{at}/noi_dung", faults, depth + 1))


def _bang(entry: dict[str, Any], at: str, faults: Faults) -> Bang:
    dau_bang = entry.get("dau_bang", False)
    if type(dau_bang) is not bool:
        faults.add(f"{at}/dau_bang", m.WRONG_TYPE, wanted=YES_NO, found=kind(dau_bang))
    rows = entry["hang"]
    if type(rows) is not list or not all(type(row) is list for row in rows):
        faults.add(f"{at}/hang", m.WRONG_TYPE, wanted="[[…], …]", found=kind(rows))
        return Bang(())
    if not rows:
        faults.add(f"{at}/hang", m.EMPTY)
        return Bang(())
    cells = [[_cell(cell, f"{at}/hang/{r}", c, faults) for c, cell in enumerate(row)] for r, row in enumerate(rows)]
    return Bang(_laid(cells, f"{at}/hang", faults), dau_bang is True)


def _cell(value: object, row: str, column: int, faults: Faults) -> O:
    if type(value) is not dict:
        return O(van_ban(value, row, column, faults, needed=False))
    at = f"{row}/{column}"
    known(value, ("van_ban", "cot", "hang"), at, faults)
    spans = []
    for key in ("cot", "hang"):
        span = whole(value.get(key, 1))
        if span is None or not 1 <= span <= 10_000:
            faults.add(f"{at}/{key}", m.SPANS)
            span = 1
        spans.append(span)
    return O(van_ban(value.get("van_ban", ""), at, "van_ban", faults, needed=False), *spans)


def _laid(rows: list[list[O]], at: str, faults: Faults) -> tuple[tuple[O, ...], ...]:
    """The rows, each padded with empty cells to the width of the widest; overlaps and overhangs are faults."""
    covered: list[set[int]] = [set() for _ in rows]
    out: list[list[O]] = []
    width = 0
    for r, row in enumerate(rows):
        column = 0
        for c, cell in enumerate(row):
            while column in covered[r]:
                column += 1
            reach = range(column, column + cell.cot)
            if r + cell.hang > len(rows) or column + cell.cot > WIDEST or any(k in covered[r] for k in reach):
                faults.add(f"{at}/{r}/{c}", m.SPANS)
                return ()
            for below in range(r, r + cell.hang):
                covered[below].update(reach)
            column += cell.cot
        width = max(width, max(covered[r], default=-1) + 1)
        out.append(list(row))
    for r, cells in enumerate(out):
        cells.extend(O("") for _ in range(width - len(covered[r])))
        if not cells and not covered[r]:
            faults.add(f"{at}/{r}", m.NO_CELL)
    return tuple(tuple(cells) for cells in out)
