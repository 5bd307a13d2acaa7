"""Names of fields: the path to a value of the draft with dots (`noi_dung.1.nhiem_vu.0.thoi_gian`), and back.

Reading takes any names in any order: what is unknown is left out, what is missing is empty, gaps in the numbers close.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from schemas.blocks import DEEPEST
from schemas.task_table import HEADINGS
from service.pages.draft import LINES, LISTS, TEXTS, Draft
from service.pages.tasks import CELLS

Tree = dict[str, Any]
_LONGEST = 2 * DEEPEST + 8
"""Steps of a name at most."""


def fields(draft: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Name and value of every field of a draft."""
    if isinstance(draft, str):
        yield name, draft
        return
    entries = draft.items() if isinstance(draft, dict) else enumerate(draft)
    for key, value in entries:
        inner = f"{name}.{key}" if name else str(key)
        if value == [] and isinstance(draft, list):
            yield inner, ""  # a row of a table whose every cell is covered from above
        yield from fields(value, inner)


def draft_of(pairs: Iterable[tuple[str, str]]) -> Draft:
    """The draft in the fields of a form."""
    tree: Tree = {}
    for name, value in pairs:
        steps = name.split(".", _LONGEST)
        if len(steps) > _LONGEST:
            continue
        holder: Any = tree
        for step in steps[:-1]:
            if not isinstance(inner := holder.get(step), dict):
                inner = holder[step] = {}
            holder = inner
        holder.setdefault(steps[-1], value)
    draft: Draft = {"the_thuc": _text(tree, "the_thuc") or "nd30"}
    draft |= {key: _text(tree, key) for key in (*LINES, "ngay_ban_hanh", *LISTS, *TEXTS)}
    draft["noi_dung"] = _blocks(tree)
    signers = _entries(tree, "chu_ky")
    draft["chu_ky"] = [{key: _text(s, key) for key in ("quyen_han", "chuc_vu", "ho_ten")} for s in signers]
    annexes = _entries(tree, "phu_luc")
    draft["phu_luc"] = [
        {key: _text(a, key) for key in ("ten", "tieu_de", "kem_theo")} | {"noi_dung": _blocks(a)} for a in annexes
    ]
    return draft


def _text(tree: Tree, key: str) -> str:
    value = tree.get(key, "")
    return value if isinstance(value, str) else ""


def _entries(tree: Tree, key: str) -> list[Tree]:
    """The entries of a list in the order of their numbers."""
    holder = tree.get(key)
    if not isinstance(holder, dict):
        return []
    numbers = sorted((int(n), n) for n in holder if n.isascii() and n.isdigit() and len(n) < 8)
    return [entry for _, n in numbers if isinstance(entry := holder[n], dict)]


def _texts(tree: Tree, key: str) -> list[str]:
    holder = tree.get(key)
    if not isinstance(holder, dict):
        return []
    numbers = sorted((int(n), n) for n in holder if n.isascii() and n.isdigit() and len(n) < 8)
    return [entry for _, n in numbers if isinstance(entry := holder[n], str)]


def _blocks(tree: Tree) -> list[Draft]:
    out: list[Draft] = []
    for entry in _entries(tree, "noi_dung"):
        match entry.get("loai"):
            case "muc":
                texts = {key: _text(entry, key) for key in ("dau", "tieu_de")}
                out.append({"loai": "muc", **texts, "noi_dung": _blocks(entry)})
            case "doan":
                out.append({"loai": "doan", "van_ban": _text(entry, "van_ban")})
            case "bang_nhiem_vu":
                out.append(_task_table(entry))
            case "bang":
                out.append(_grid(entry))
    return out


def _task_table(entry: Tree) -> Draft:
    headings = entry["cot"] if isinstance(entry.get("cot"), dict) else {}
    columns = [key for key in HEADINGS if key in headings or key in ("stt", "noi_dung", "thoi_gian")]
    foreign = _texts(entry, "cot_khac")
    rows: list[Draft] = []
    for row in _entries(entry, "nhiem_vu"):
        if "nhom" in row:
            rows.append({"nhom": _text(row, "nhom")} | ({"moi": "1"} if row.get("moi") else {}))
            continue
        cells = {key: _text(row, key) for key in ("stt", *(c for c in CELLS if c in columns))}
        khac = (_texts(row, "khac") + [""] * len(foreign))[: len(foreign)]
        rows.append(cells | {"khac": khac} | ({"moi": "1"} if row.get("moi") else {}))
    return {
        "loai": "bang_nhiem_vu",
        "cot": {key: _text(headings, key) for key in columns},
        "cot_khac": foreign,
        "nhiem_vu": rows,
    }


def _grid(entry: Tree) -> Draft:
    holder = entry["hang"] if isinstance(entry.get("hang"), dict) else {}
    rows = [
        _entries(holder, n)
        for _, n in sorted((int(n), n) for n in holder if n.isascii() and n.isdigit() and len(n) < 8)
    ]
    cells = [
        [{"van_ban": _text(c, "van_ban"), "cot": _text(c, "cot") or "1", "hang": _text(c, "hang") or "1"} for c in row]
        for row in rows
    ]
    return {"loai": "bang", "dau_bang": "1" if entry.get("dau_bang") else "", "hang": cells}
