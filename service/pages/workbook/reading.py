"""A filled workbook as the payload of a plan, and the cell that each value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from service.messages import Message
from service.pages import tasks
from service.pages.dates import date_read
from service.pages.notation import read as read_text
from service.pages.workbook.cells import Sheet
from service.pages.workbook.opening import open_workbook
from service.pages.workbook.shape import (
    BANG,
    GROUP,
    INFORMATION,
    KHAC,
    KINDS,
    KY,
    LINES,
    NHIEM_VU,
    NOI_DUNG,
    SIGNING,
    SPARE,
    THONG_TIN,
    Entry,
)
from service.refusals import UnknownMedia
from service.wording.columns import column_of, headings_of
from service.wording.folding import fold

NOT_OURS = Message(
    "not_our_workbook",
    "Bảng tính này không theo biểu mẫu kế hoạch. Tải biểu mẫu trắng về, chép nội dung vào đó rồi gửi lại.",
    "This workbook does not follow the plan's form. Download the blank form, copy the content into it and send that.",
)


@dataclass(slots=True)
class Filled:
    """What a workbook says: a payload for `schemas.load` to judge, and JSON pointer → `Nhiệm vụ!C7`."""

    payload: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def place(self, pointer: str) -> str | None:
        """The cell of the value at `pointer`, or of the nearest thing around it."""
        while pointer and pointer not in self.places:
            pointer = pointer.rpartition("/")[0]
        return self.places.get(pointer)


def read(data: bytes) -> Filled:
    """The payload in a workbook. Raises UnknownMedia, DocumentRefused or TooLarge."""
    sheets = [Sheet(sheet) for sheet in open_workbook(data).worksheets]
    known = [(found, sheet) for sheet in sheets if (found := _recognised(sheet))]
    kinds = {found.kind for found, _ in known}
    if not kinds & {THONG_TIN, NOI_DUNG}:
        raise UnknownMedia(NOT_OURS)
    filled = Filled()
    tables = {fold(sheet.title): (found, sheet) for found, sheet in known if found.kind in (NHIEM_VU, BANG)}
    for found, sheet in known:
        if found.kind == THONG_TIN:
            _information(found, sheet, filled)
        elif found.kind == KY:
            _signing(found, sheet, filled)
    for found, sheet in known:
        if found.kind == NOI_DUNG:
            _Body(filled, tables).read(found, sheet)
    if NOI_DUNG not in kinds:
        _Body(filled, tables).only_tables()
    return filled


@dataclass(slots=True)
class _Known:
    """A sheet of ours: its kind, row or column number → key, and the row after which values begin."""

    kind: str
    keys: dict[int, str]
    head: int = 2
    spare: bool = False


def _recognised(sheet: Sheet) -> _Known | None:
    """What a sheet is by its unseen keys; without them by its printed headings."""
    down = {
        row: text for (row, column), text in sheet.texts.items() if column == 1 and text.startswith(f"{THONG_TIN}.")
    }
    if down:
        return _Known(THONG_TIN, {row: text.partition(".")[2] for row, text in down.items()})
    across = {column: text for (row, column), text in sheet.texts.items() if row == 1 and "." in text}
    kind = across.get(1, "").partition(".")[0]
    if kind.rstrip(SPARE) in (NOI_DUNG, KY, NHIEM_VU, BANG):
        keys = {c: text.partition(".")[2] for c, text in across.items() if text.partition(".")[0] == kind}
        return _Known(kind.rstrip(SPARE), keys, 1 if kind == BANG else 2, kind.endswith(SPARE))
    return _by_headings(sheet)


def _by_headings(sheet: Sheet) -> _Known | None:
    names = {fold(entry.name): entry.key for entry in INFORMATION}
    labels = {
        row: names[key] for (row, column), text in sheet.texts.items() if column == 2 and (key := fold(text)) in names
    }
    if len(labels) >= 3:
        return _Known(THONG_TIN, labels)
    for row in sheet.rows()[:10]:
        columns = sheet.columns(row)
        for kind, entries in ((NOI_DUNG, LINES), (KY, SIGNING)):
            keys = _named(entries, {column: sheet.text(row, column) for column in columns})
            if len(keys) >= 3:
                return _Known(kind, keys, row)
        found = headings_of([sheet.text(row, column) for column in columns]) if columns else None
        if found:
            return _Known(NHIEM_VU, {c: name for c, name in zip(columns, found, strict=True) if name}, row)
    return None


def _named(entries: tuple[Entry, ...], texts: dict[int, str]) -> dict[int, str]:
    names = {fold(entry.name): entry.key for entry in entries}
    return {column: names[key] for column, text in texts.items() if (key := fold(text)) in names}


def _information(found: _Known, sheet: Sheet, filled: Filled) -> None:
    for row, key in found.keys.items():
        text = sheet.text(row, 3).strip()
        filled.places[f"/{key}"] = sheet.place(row, 3)
        if key == "ngay_ban_hanh":
            filled.payload[key] = date_read(text)
        elif text:
            filled.payload[key] = text


def _signing(found: _Known, sheet: Sheet, filled: Filled) -> None:
    lists: dict[str, list[str]] = {"kinh_gui": [], "noi_nhan": []}
    signers: list[dict[str, Any]] = []
    for row in (r for r in sheet.rows() if r > found.head):
        signer: dict[str, Any] = {}
        for column, key in found.keys.items():
            text = sheet.text(row, column).strip()
            if not text:
                continue
            if key in lists:
                filled.places[f"/{key}/{len(lists[key])}"] = sheet.place(row, column)
                lists[key].append(text)
            else:
                filled.places[f"/chu_ky/{len(signers)}/{key}"] = sheet.place(row, column)
                signer[key] = (
                    [line.strip() for line in text.splitlines() if line.strip()] if key == "quyen_han" else text
                )
        if signer:
            signers.append(signer)
    filled.payload |= lists | {"chu_ky": signers}


class _Body:
    """Builds the blocks from the lines of the sheet, and the tables they name."""

    def __init__(self, filled: Filled, tables: dict[str, tuple[_Known, Sheet]]) -> None:
        self._filled = filled
        self._tables = tables
        self._waiting = list(tables)
        self._texts: dict[str, list[Any]] = {"can_cu": [], "mo_dau": [], "ket_thuc": []}
        self._annexes: list[dict[str, Any]] = []
        self._root: list[Any] = []
        self._open: list[tuple[list[Any], str]] = [(self._root, "/noi_dung")]
        filled.payload |= self._texts | {"noi_dung": self._root, "phu_luc": self._annexes}

    def read(self, found: _Known, sheet: Sheet) -> None:
        """Add the lines of the sheet."""
        columns = {key: column for column, key in found.keys.items()}
        kinds = {fold(name): kind for kind, name in KINDS.items()}
        for row in (r for r in sheet.rows() if r > found.head):
            texts = {key: sheet.text(row, column) for key, column in columns.items()}
            kind = kinds.get(fold(texts.get("loai", "")), texts.get("loai", "").strip()) or "doan"
            self._line(kind, texts, lambda key, at=row: sheet.place(at, columns.get(key, 1)))

    def only_tables(self) -> None:
        """Add every table, where no sheet says where they go."""
        for key in list(self._waiting):
            self._table(key, "", None)

    def _line(self, kind: str, texts: dict[str, str], place: Any) -> None:
        text, dau, more = texts.get("van_ban", ""), texts.get("dau", "").strip(), texts.get("them", "").strip()
        if kind in self._texts:
            if text.strip():
                self._filled.places[f"/{kind}/{len(self._texts[kind])}"] = place("van_ban")
                self._texts[kind].append(_said(text))
        elif kind == "phu_luc":
            annex: dict[str, Any] = {
                "ten": dau,
                "tieu_de": text.strip() or None,
                "kem_theo": more or None,
                "noi_dung": [],
            }
            at = f"/phu_luc/{len(self._annexes)}"
            keys = {"ten": "dau", "tieu_de": "van_ban", "kem_theo": "them"}
            self._filled.places |= {f"{at}/{key}": place(column) for key, column in keys.items()} | {at: place("loai")}
            self._annexes.append(annex)
            self._open = [(annex["noi_dung"], f"{at}/noi_dung")]
        elif kind == "muc":
            if text.strip() or dau:
                self._heading(texts, text.strip(), dau, place)
        elif kind in ("bang", "bang_nhiem_vu"):
            self._level(texts)
            key = fold(more) if fold(more) in self._tables else self._next(kind)
            if key is not None:
                self._table(key, text, place("them"))
        elif text.strip():
            self._level(texts)
            at = self._place(place("van_ban"))
            self._filled.places |= {f"{at}/loai": place("loai"), f"{at}/dau": place("dau")}
            self._open[-1][0].append({"loai": kind, "dau": dau or None, "van_ban": _said(text)})

    def _level(self, texts: dict[str, str]) -> None:
        """Close the headings that a line is said not to belong to."""
        cap = texts.get("cap", "").strip()
        if cap.isdigit():
            del self._open[int(cap[:6]) + 1 :]

    def _heading(self, texts: dict[str, str], title: str, dau: str, place: Any) -> None:
        cap = texts.get("cap", "").strip()
        level = max(int(cap[:6]), 1) if cap.isdigit() else max(len(self._open) - 1, 1)
        del self._open[level:]
        at = self._place(place("van_ban"))
        self._filled.places |= {f"{at}/tieu_de": place("van_ban"), f"{at}/dau": place("dau")}
        block: dict[str, Any] = {"loai": "muc", "dau": dau or None, "tieu_de": title, "noi_dung": []}
        self._open[-1][0].append(block)
        self._open.append((block["noi_dung"], f"{at}/noi_dung"))

    def _place(self, cell: str) -> str:
        """The pointer of the next block, whose place is noted."""
        holder, pointer = self._open[-1]
        at = f"{pointer}/{len(holder)}"
        self._filled.places[at] = cell
        return at

    def _next(self, kind: str) -> str | None:
        """The first table of a kind that no line has named yet."""
        wanted = BANG if kind == "bang" else NHIEM_VU
        return next((key for key in self._waiting if self._tables[key][0].kind == wanted), None)

    def _table(self, key: str, said: str, cell: str | None) -> None:
        found, sheet = self._tables[key]
        if key in self._waiting:
            self._waiting.remove(key)
        holder, pointer = self._open[-1]
        at = f"{pointer}/{len(holder)}"
        if found.kind == BANG:
            self._filled.places[at] = sheet.place(2, 1)
            holder.append(
                {"loai": "bang", "dau_bang": bool(said.strip()), "hang": _grid(sheet, at, self._filled.places)}
            )
        elif (block := _tasks(found, sheet, at, self._filled.places)) is not None:
            self._filled.places[at] = cell or sheet.place(2, 1)
            holder.append(block)


def _said(text: str) -> Any:
    value = read_text(text)
    return text if value is None else value


def _tasks(found: _Known, sheet: Sheet, at: str, places: dict[str, str]) -> dict[str, Any] | None:
    """The task table of a sheet; None for the blank form's own that was left empty."""
    head = sheet.columns(found.head)
    keys = {column: _key(found.keys.get(column), sheet.text(found.head, column)) for column in {*found.keys, *head}}
    keys = {column: key for column, key in sorted(keys.items()) if column in head or key == GROUP.key}
    rows = [row for row in sheet.rows() if row > found.head]
    if found.spare:
        if not rows:
            return None
        used = {column for row in rows for column in keys if sheet.text(row, column) or sheet.over(row, column)}
        keys = {c: k for c, k in keys.items() if c in used or k in (GROUP.key, "stt", "noi_dung", "thoi_gian")}
    columns = {key: column for column, key in keys.items() if key not in (GROUP.key, KHAC)}
    foreign = [column for column, key in keys.items() if key == KHAC]
    group = next((column for column, key in keys.items() if key == GROUP.key), None)
    cot = {key: sheet.text(found.head, column).strip() for key, column in columns.items()}
    cells: dict[str, str] = {f"t.cot.{key}": sheet.place(found.head, column) for key, column in columns.items()}
    cells |= {f"t.cot_khac.{n}": sheet.place(found.head, column) for n, column in enumerate(foreign)}
    tasks_found: list[dict[str, Any]] = []
    for row in rows:
        if group is not None and (name := sheet.text(row, group).strip()):
            cells[f"t.nhiem_vu.{len(tasks_found)}.nhom"] = sheet.place(row, group)
            tasks_found.append({"nhom": name})
            if len(sheet.columns(row)) == 1:
                continue
        field_name = f"t.nhiem_vu.{len(tasks_found)}"
        task: dict[str, Any] = {key: _cell(sheet, row, column) for key, column in columns.items()}
        task["khac"] = [_cell(sheet, row, column) for column in foreign]
        cells |= {f"{field_name}.{key}": sheet.place(row, column) for key, column in columns.items()}
        cells |= {f"{field_name}.khac.{n}": sheet.place(row, column) for n, column in enumerate(foreign)}
        tasks_found.append(task)
    drafted = {
        "cot": cot,
        "cot_khac": [sheet.text(found.head, column).strip() for column in foreign],
        "nhiem_vu": tasks_found,
    }
    names: dict[str, str] = {}
    block = tasks.payload_of(drafted, at, "t", names)
    places |= {pointer: cells[name] for pointer, name in names.items() if name in cells}
    return block


def _key(key: str | None, heading: str) -> str:
    """The key of a column: as the sheet has it unseen, else by what its heading says."""
    if not key and fold(heading) == fold(GROUP.name):
        return GROUP.key
    return key or column_of(heading) or KHAC


def _cell(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell of a task: merged downwards it is filled down, merged across it is covered."""
    first = sheet.over(row, column)
    if first is None:
        return sheet.text(row, column).strip()
    return sheet.text(*first).strip() if first[1] == column else "←"


def _grid(sheet: Sheet, at: str, places: dict[str, str]) -> list[list[Any]]:
    """The rows of a table of any kind: as far as its lines, its merges and its texts reach."""
    extent = [place for place in sheet.extent if place[0] > 1]
    height = max((row for row, _ in extent), default=1)
    width = max((column for _, column in extent), default=0)
    out: list[list[Any]] = []
    for row in range(2, height + 1):
        cells: list[Any] = []
        for column in _shown(sheet, row, width):
            text = sheet.text(row, column)
            wide, high = sheet.merged.get((row, column), (1, 1))
            places[f"{at}/hang/{len(out)}/{len(cells)}"] = sheet.place(row, column)
            cells.append(_said(text) if wide == high == 1 else {"van_ban": _said(text), "cot": wide, "hang": high})
        out.append(cells)
    return out


def _shown(sheet: Sheet, row: int, width: int) -> Iterator[int]:
    return (column for column in range(1, width + 1) if sheet.over(row, column) is None)
