"""What the buttons of the form do to a draft: `add:noi_dung.0.noi_dung:muc`, `up:chu_ky.1`, `column:noi_dung.1:chu_tri` …"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from schemas.task_table import HEADINGS
from service.pages import grids
from service.pages.draft import Draft
from service.pages.pasting import columns_of, paste
from service.pages.tasks import CELLS

_FIRST = {
    "muc": "tieu_de",
    "doan": "van_ban",
    "nhom": "nhom",
    "nhiem_vu": "noi_dung",
    "chu_ky": "chuc_vu",
    "phu_luc": "ten",
}


def act(draft: Draft, do: str, pasted: str = "") -> tuple[Draft, str | None]:
    """A new draft after the button `do`, and the name of the field to go on with. What cannot be done changes nothing."""
    verb, _, rest = do.partition(":")
    path, _, kind = rest.partition(":")
    after = deepcopy(draft)
    try:
        return after, _paste(after, path, kind, pasted) if verb == "paste" else _ACTS[verb](after, path, kind)
    except (KeyError, IndexError, TypeError, ValueError):  # a name that is not (or no longer) in the draft
        return draft, None


def _at(draft: Any, path: str) -> Any:
    """What a name leads to."""
    for step in path.split("."):
        draft = draft[int(step)] if isinstance(draft, list) else draft[step]
    return draft


def _item(draft: Draft, path: str) -> tuple[list[Any], str, int]:
    """The list in which an entry stands, the name of the list, and the place of the entry."""
    holder, _, index = path.rpartition(".")
    entries, place = _at(draft, holder), int(index)
    if not isinstance(entries, list):
        raise TypeError(path)
    entries[place]
    return entries, holder, place


def _free(draft: Draft, path: str) -> tuple[list[Any], str, int]:
    """An entry that can be moved or taken out: a row of a table only where no cell spans others."""
    entries, holder, place = _item(draft, path)
    if holder.endswith(".hang") and not (grids.is_plain(_at(draft, holder[:-5])) and len(entries) > 1):
        raise ValueError(path)
    return entries, holder, place


def new(draft: Draft, holder: str, kind: str) -> Any:
    """An empty entry for a list of the draft."""
    name = holder.rpartition(".")[2]
    if name == "nhiem_vu":
        return new_row(_at(draft, holder.rpartition(".")[0]), kind)
    if name == "hang":
        table = _at(draft, holder.rpartition(".")[0])
        return [_cell() for _ in range(max(1, grids.width(table)))]
    if name == "chu_ky":
        return {"quyen_han": "", "chuc_vu": "", "ho_ten": ""}
    if name == "phu_luc":
        return {"ten": "Phụ lục", "tieu_de": "", "kem_theo": "", "noi_dung": [{"loai": "doan", "van_ban": ""}]}
    if name != "noi_dung":
        raise KeyError(holder)
    return _NEW_BLOCK[kind]()


def new_row(table: Draft, kind: str = "nhiem_vu") -> Draft:
    """An empty row of a task table, or (`nhom`) a banner row."""
    if kind == "nhom":
        return {"nhom": "", "moi": "1"}
    row: Draft = {"stt": ""} | {key: "" for key in CELLS if key in table["cot"]}
    return row | {"khac": [""] * len(table["cot_khac"]), "moi": "1"}


def new_table() -> Draft:
    """A task table with one empty row."""
    columns = ("stt", "noi_dung", "thoi_gian", "to_chuc_thuc_hien")
    table: Draft = {"loai": "bang_nhiem_vu", "cot": {k: HEADINGS[k] for k in columns}, "cot_khac": [], "nhiem_vu": []}
    table["nhiem_vu"].append(new_row(table))
    return table


def _cell() -> dict[str, str]:
    return {"van_ban": "", "cot": "1", "hang": "1"}


_NEW_BLOCK: dict[str, Callable[[], Draft]] = {
    "muc": lambda: {"loai": "muc", "dau": "", "tieu_de": "", "noi_dung": [{"loai": "doan", "van_ban": ""}]},
    "doan": lambda: {"loai": "doan", "van_ban": ""},
    "bang_nhiem_vu": new_table,
    "bang": lambda: {"loai": "bang", "dau_bang": "1", "hang": [[_cell() for _ in range(3)] for _ in range(2)]},
}


def _field(entry: Any, path: str) -> str:
    """The field to go on with in an entry."""
    if isinstance(entry, list):
        return f"{path}.0.van_ban"
    if entry.get("loai") == "bang":
        return f"{path}.hang.0.0.van_ban"
    if entry.get("loai") == "bang_nhiem_vu":
        return f"{path}.nhiem_vu.0.noi_dung" if entry["nhiem_vu"] else path
    if "loai" not in entry and "nhom" in entry:
        return f"{path}.nhom"
    return f"{path}.{_FIRST[entry.get('loai') or path.split('.')[-2]]}"


def _add(draft: Draft, path: str, kind: str) -> str:
    entries, entry = _at(draft, path), new(draft, path, kind)
    entries.append(entry)
    return _field(entry, f"{path}.{len(entries) - 1}")


def _after(draft: Draft, path: str, kind: str) -> str:
    entries, holder, place = _item(draft, path)
    entry = new(draft, holder, kind)
    entries.insert(place + 1, entry)
    return _field(entry, f"{holder}.{place + 1}")


def _remove(draft: Draft, path: str, _: str) -> str | None:
    entries, holder, place = _free(draft, path)
    del entries[place]
    if not entries:
        return None
    place = min(place, len(entries) - 1)
    return _field(entries[place], f"{holder}.{place}")


def _move(by: int) -> Any:
    def move(draft: Draft, path: str, _: str) -> str:
        entries, holder, place = _free(draft, path)
        to = place + by
        if 0 <= to < len(entries):
            entries.insert(to, entries.pop(place))
            place = to
        return _field(entries[place], f"{holder}.{place}")

    return move


def _into(draft: Draft, path: str, _: str) -> str:
    """A block becomes the last one of the heading before it."""
    entries, holder, place = _item(draft, path)
    before = max(n for n in range(place) if entries[n]["loai"] == "muc")
    inner = entries[before]["noi_dung"]
    inner.append(entries.pop(place))
    return _field(inner[-1], f"{holder}.{before}.noi_dung.{len(inner) - 1}")


def _out(draft: Draft, path: str, _: str) -> str:
    """A block comes to stand after the heading that holds it."""
    entries, holder, place = _item(draft, path)
    outer, outer_name, outer_place = _item(draft, holder.rpartition(".")[0])
    if "loai" not in outer[outer_place]:
        raise KeyError(path)  # the annex itself is no heading
    outer.insert(outer_place + 1, entries.pop(place))
    return _field(outer[outer_place + 1], f"{outer_name}.{outer_place + 1}")


def _column(draft: Draft, path: str, kind: str) -> str | None:
    table = _at(draft, path)
    if table["loai"] == "bang":
        for row in table["hang"]:
            row.append(_cell())
        return f"{path}.hang.0.{len(table['hang'][0]) - 1}.van_ban"
    tasks = [row for row in table["nhiem_vu"] if "nhom" not in row]
    if kind == "khac":
        table["cot_khac"].append("")
        for row in tasks:
            row["khac"].append("")
        return f"{path}.cot_khac.{len(table['cot_khac']) - 1}"
    if kind not in table["cot"]:
        table["cot"] = {k: table["cot"].get(k, HEADINGS[k]) for k in HEADINGS if k in table["cot"] or k == kind}
        for row in tasks:
            row.setdefault(kind, "")
    return f"{path}.cot.{kind}" if kind in HEADINGS else None


def _uncolumn(draft: Draft, path: str, kind: str) -> str | None:
    table = _at(draft, path)
    if table["loai"] == "bang":
        if grids.is_plain(table) and grids.width(table) > 1:
            for row in table["hang"]:
                row.pop()
        return f"{path}.hang.0.0.van_ban"
    key, _, index = kind.partition(".")
    tasks = [row for row in table["nhiem_vu"] if "nhom" not in row]
    if key == "khac":
        del table["cot_khac"][int(index)]
        for row in tasks:
            del row["khac"][int(index)]
    elif key not in ("stt", "noi_dung", "thoi_gian"):
        del table["cot"][key]
        for row in tasks:
            row.pop(key, None)
    return f"{path}.cot.noi_dung"


def _paste(draft: Draft, path: str, cell: str, pasted: str) -> str | None:
    """A copied table goes into the task table at `path`; from the `cell` on, where one is named."""
    table = _at(draft, path)
    if table["loai"] != "bang_nhiem_vu" or not pasted.strip():
        return None
    row, column = _cell_named(cell, table) if cell else (None, None)
    first = paste(table, pasted, row, column)
    return _field(table["nhiem_vu"][first], f"{path}.nhiem_vu.{first}") if first < len(table["nhiem_vu"]) else path


def _cell_named(cell: str, table: Draft) -> tuple[int, str | int]:
    """Row and column of `nhiem_vu.3.thoi_gian` or `nhiem_vu.3.khac.0`."""
    _, row, key, *rest = cell.split(".")
    column: str | int = int(rest[0]) if key == "khac" else key
    if "nhom" in table["nhiem_vu"][int(row)] or column not in columns_of(table):
        raise KeyError(cell)
    return int(row), column


_ACTS: dict[str, Any] = {
    "add": _add,
    "after": _after,
    "remove": _remove,
    "up": _move(-1),
    "down": _move(1),
    "into": _into,
    "out": _out,
    "column": _column,
    "uncolumn": _uncolumn,
}
