"""The body of a plan from the lines of its sheet, a row each."""

from __future__ import annotations

from typing import Any

from service.pages.workbook.cells import Sheet
from service.pages.workbook.filled import Filled
from service.pages.workbook.recognising import Known
from service.pages.workbook.shape import BANG, KINDS, NHIEM_VU
from service.pages.workbook.tables import grid_of, said, tasks_of
from service.wording.folding import fold


class Body:
    """Builds the blocks from the lines of the sheet, and the tables they name."""

    def __init__(self, filled: Filled, tables: dict[str, tuple[Known, Sheet]]) -> None:
        self._filled = filled
        self._tables = tables
        self._waiting = list(tables)
        self._texts: dict[str, list[Any]] = {"can_cu": [], "mo_dau": [], "ket_thuc": []}
        self._annexes: list[dict[str, Any]] = []
        self._root: list[Any] = []
        self._open: list[tuple[list[Any], str]] = [(self._root, "/noi_dung")]
        filled.payload |= self._texts | {"noi_dung": self._root, "phu_luc": self._annexes}

    def read(self, found: Known, sheet: Sheet) -> None:
        """Add the lines of the sheet."""
        columns = {key: column for column, key in found.keys.items()}
        kinds = {fold(name): kind for kind, name in KINDS.items()}
        for row in (r for r in sheet.rows() if r > found.head):
            texts = {key: sheet.text(row, column) for key, column in columns.items()}
            texts["chu"] = sheet.marked(row, columns.get("van_ban", 0))
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
                self._texts[kind].append(said(texts["chu"]))
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
            self._open[-1][0].append({"loai": kind, "dau": dau or None, "van_ban": said(texts["chu"])})

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
                {"loai": "bang", "dau_bang": bool(said.strip()), "hang": grid_of(sheet, at, self._filled.places)}
            )
        elif (block := tasks_of(found, sheet, at, self._filled.places)) is not None:
            self._filled.places[at] = cell or sheet.place(2, 1)
            holder.append(block)
