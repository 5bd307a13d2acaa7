"""A workbook opened within limits: what is unsafe or no workbook of ours is refused before openpyxl sees it."""

from __future__ import annotations

import re
from io import BytesIO

from openpyxl import Workbook, load_workbook

from service.docx.package import open_package
from service.messages import Message
from service.refusals import DocumentRefused, TooLarge, UnknownMedia

MOST_CELLS = 400_000
MOST_MERGED = 200_000
"""Cells that merges may cover: one line of XML can merge a whole sheet, of which openpyxl makes an object for each cell."""

NOT_WORKBOOK = Message(
    "not_workbook",
    "Tệp không phải là bảng tính Excel .xlsx. Tải biểu mẫu trắng về, điền và lưu dạng .xlsx.",
    "The file is no Excel workbook .xlsx. Download the blank form, fill it in and save it as .xlsx.",
)
MANY_CELLS = Message(
    "too_many_cells",
    "Bảng tính có {count} ô, quá giới hạn {limit}. Xóa các dòng, cột thừa rồi lưu lại.",
    "The workbook has {count} cells, over the limit of {limit}. Delete spare rows and columns and save it again.",
)
DAMAGED_WORKBOOK = Message(
    "damaged_workbook",
    "Bảng tính bị hỏng. Mở bằng Excel, lưu lại rồi gửi lại.",
    "The workbook is damaged. Open it in Excel, save it and send it again.",
)
_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")


def open_workbook(data: bytes) -> Workbook:
    """The workbook in `data`, formulas by their last value. Raises DocumentRefused, TooLarge or UnknownMedia."""
    if not data.startswith(b"PK"):
        raise UnknownMedia(NOT_WORKBOOK)
    package = open_package(data)
    if not any(name.startswith("xl/") and "workbook" in name for name in package.names):
        raise UnknownMedia(NOT_WORKBOOK)
    cells = merged = 0
    for name in package.names:
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        package.xml(name)  # refuses a DTD, and XML that is not well-formed
        if name.startswith("xl/worksheets/"):
            part = package.part(name)
            cells += sum(1 for _ in _CELL.finditer(part))
            merged += sum(_area(*found.groups()) for found in _MERGE.finditer(part))
    for count, limit in ((cells, MOST_CELLS), (merged, MOST_MERGED)):
        if count > limit:
            raise TooLarge(MANY_CELLS, count=count, limit=limit)
    try:
        return load_workbook(BytesIO(data), data_only=True, keep_links=False)
    except Exception as error:  # openpyxl has no error of its own for what it cannot read
        raise DocumentRefused(DAMAGED_WORKBOOK) from error


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return (abs(int(bottom) - int(top)) + 1) * (abs(_column(right) - _column(left)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
