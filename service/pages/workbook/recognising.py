"""What a sheet of a workbook is: by its unseen keys, or where they are gone by its printed headings."""

from __future__ import annotations

from dataclasses import dataclass

from service.pages.workbook.cells import Sheet
from service.pages.workbook.shape import (
    BANG,
    INFORMATION,
    KY,
    LINES,
    NHIEM_VU,
    NOI_DUNG,
    SIGNING,
    SPARE,
    THONG_TIN,
    Entry,
)
from service.wording.columns import headings_of
from service.wording.folding import fold


@dataclass(slots=True)
class Known:
    """A sheet of ours: its kind, row or column number → key, and the row after which values begin."""

    kind: str
    keys: dict[int, str]
    head: int = 2
    spare: bool = False


def recognised(sheet: Sheet) -> Known | None:
    """What a sheet is by its unseen keys; without them by its printed headings."""
    down = {
        row: text for (row, column), text in sheet.texts.items() if column == 1 and text.startswith(f"{THONG_TIN}.")
    }
    if down:
        return Known(THONG_TIN, {row: text.partition(".")[2] for row, text in down.items()})
    across = {column: text for (row, column), text in sheet.texts.items() if row == 1 and "." in text}
    kind = across.get(1, "").partition(".")[0]
    if kind.rstrip(SPARE) in (NOI_DUNG, KY, NHIEM_VU, BANG):
        keys = {c: text.partition(".")[2] for c, text in across.items() if text.partition(".")[0] == kind}
        return Known(kind.rstrip(SPARE), keys, 1 if kind == BANG else 2, kind.endswith(SPARE))
    return _by_headings(sheet)


def _by_headings(sheet: Sheet) -> Known | None:
    names = {fold(entry.name): entry.key for entry in INFORMATION}
    labels = {
        row: names[key] for (row, column), text in sheet.texts.items() if column == 2 and (key := fold(text)) in names
    }
    if len(labels) >= 3:
        return Known(THONG_TIN, labels)
    for row in sheet.rows()[:10]:
        columns = sheet.columns(row)
        for kind, entries in ((NOI_DUNG, LINES), (KY, SIGNING)):
            keys = _named(entries, {column: sheet.text(row, column) for column in columns})
            if len(keys) >= 3:
                return Known(kind, keys, row)
        found = headings_of([sheet.text(row, column) for column in columns]) if columns else None
        if found:
            return Known(NHIEM_VU, {c: name for c, name in zip(columns, found, strict=True) if name}, row)
    return None


def _named(entries: tuple[Entry, ...], texts: dict[int, str]) -> dict[int, str]:
    names = {fold(entry.name): entry.key for entry in entries}
    return {column: names[key] for column, text in texts.items() if (key := fold(text)) in names}
