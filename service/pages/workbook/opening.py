"""An .xlsx as sheets of texts, through the one door for packages: limits before anything is unpacked, no DTD, no macro.

Only what a plan is typed in is looked at. Formulas are never calculated (the value that Excel saved is read), nothing
outside the file is followed, no picture or drawing is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.utils.exceptions import CellCoordinatesException

from service.docx import messages as docx
from service.docx.package import open_package
from service.messages import Message
from service.pages.workbook.cells import MANY_CELLS, Sheet
from service.pages.workbook.formats import Formats, Marks, local, marks_of, read_formats
from service.pages.workbook.shown import shown
from service.refusals import DocumentRefused, TooLarge, UnknownMedia

NOT_WORKBOOK = Message(
    "not_workbook",
    "Tệp không phải là bảng tính Excel .xlsx. Tải biểu mẫu trắng về, điền và lưu dạng .xlsx.",
    "The file is no Excel workbook .xlsx. Download the blank form, fill it in and save it as .xlsx.",
)
MACROS = Message(
    "workbook_macros",
    "Bảng tính có macro. Trong Excel chọn Lưu thành “Excel Workbook (.xlsx)” rồi gửi tệp đó.",
    "The workbook has macros. In Excel choose Save As “Excel Workbook (.xlsx)” and send that.",
)
UNSAFE = Message(
    "workbook_unsafe",
    "Bảng tính có phần không an toàn mà Excel không ghi ra. Mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.",
    "The workbook has an unsafe part that Excel does not write. Open it in Excel, save it as .xlsx and send that.",
)
BIG_WORKBOOK = Message(
    "workbook_too_large",
    "Bảng tính mở ra quá lớn. Xóa các dòng, cột và hình ảnh thừa rồi lưu lại.",
    "Unpacked, the workbook is too large. Delete spare rows, columns and pictures and save it again.",
)
DAMAGED_WORKBOOK = Message(
    "damaged_workbook",
    "Bảng tính bị hỏng. Mở bằng Excel, lưu lại rồi gửi lại.",
    "The workbook is damaged. Open it in Excel, save it and send it again.",
)
CELL_ERROR = Message(
    "cell_error",
    "Ô này đang báo lỗi {value} của Excel. Sửa công thức, hoặc gõ thẳng giá trị.",
    "This cell shows Excel's error {value}. Mend the formula, or type the value.",
)
NO_VALUE = Message(
    "formula_without_value",
    "Ô này có công thức chưa được tính. Mở bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị.",
    "This cell has a formula that was never calculated. Open the file in Excel and save it, or type the value.",
)
_SAID = {docx.MACROS.code: MACROS} | dict.fromkeys(
    (docx.DTD.code, docx.BAD_NAME.code, docx.REPEATED_NAME.code, docx.BAD_METHOD.code), UNSAFE
)
"""Code of a refusal of the package door → what is said of a workbook."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
Text = list[tuple[str, Marks | None]]
"""Runs with the marks they set; None: those of the cell."""


def open_workbook(data: bytes) -> list[Sheet]:
    """The sheets of the workbook in `data`. Raises DocumentRefused, TooLarge or UnknownMedia, in the words of a workbook."""
    if not data.startswith(b"PK"):
        raise UnknownMedia(NOT_WORKBOOK)
    try:
        return list(_sheets(data))
    except UnknownMedia:
        raise
    except TooLarge as refused:
        raise (refused if refused.message is MANY_CELLS else TooLarge(BIG_WORKBOOK)) from refused
    except DocumentRefused as refused:  # the same door as for documents, whose sentences speak of Word
        if refused.message is docx.NO_DOCUMENT:
            raise UnknownMedia(NOT_WORKBOOK) from refused
        raise DocumentRefused(_SAID.get(refused.code, DAMAGED_WORKBOOK)) from refused


def _sheets(data: bytes) -> Iterator[Sheet]:
    package = open_package(data)
    main = package.main()
    root = package.xml(main)
    if local(root) != "workbook":
        raise UnknownMedia(NOT_WORKBOOK)
    relationships = package.relationships(main)
    parts = {kind.rpartition("/")[2]: target for kind, target in relationships.values() if target in package.names}
    shared = [_text(e) for e in package.xml(parts["sharedStrings"])] if "sharedStrings" in parts else []
    formats = read_formats(package.xml(parts["styles"]) if "styles" in parts else None)
    mac = any(entry.get("date1904") in ("1", "true") for entry in _all(root, "workbookPr"))
    reader = _Reader(shared, formats, MAC_EPOCH if mac else WINDOWS_EPOCH)
    for entry in _all(root, "sheet"):
        named = next((value for key, value in entry.attrib.items() if str(key).rpartition("}")[2] == "id"), "")
        kind, part = relationships.get(str(named), ("", ""))
        if part in package.names and kind.endswith("/worksheet"):
            yield reader.sheet(str(entry.get("name", "")), package.xml(part))


class _Reader:
    """What the cells of one workbook share: texts, formats, the day that dates are counted from."""

    def __init__(self, shared: list[Text], formats: Formats, epoch: datetime) -> None:
        self._shared, self._formats, self._epoch = shared, formats, epoch

    def sheet(self, title: str, root: Any) -> Sheet:
        sheet = Sheet(title)
        row = 0
        for entry in _all(root, "row"):
            number = entry.get("r", "")
            row = int(number) if number.isdecimal() and len(number) < 8 else row + 1
            column = 0
            for cell in entry:
                if local(cell) == "c":
                    column = _column(cell.get("r")) or column + 1
                    self._cell(sheet, row, column, cell)
        for entry in _all(root, "mergeCell"):
            if bounds := _bounds(entry.get("ref", "")):
                sheet.merge(*bounds)
        return sheet

    def _cell(self, sheet: Sheet, row: int, column: int, cell: Any) -> None:
        own = self._formats.of(cell.get("s", "0"))
        value = next((entry.text or "" for entry in cell if local(entry) == "v"), "")
        kind = cell.get("t", "n")
        runs: Text = []
        if kind == "inlineStr":
            runs = next((_text(entry) for entry in cell if local(entry) == "is"), runs)
        elif kind == "s":
            if value.isdecimal() and int(value) < len(self._shared):
                runs = self._shared[int(value)]
        elif kind == "e":
            sheet.wrong[sheet.place(row, column)] = (CELL_ERROR, (("value", value[:20]),))
            runs = [(value[:20], None)]
        elif not value and kind != "str" and any(local(entry) == "f" for entry in cell):
            sheet.wrong[sheet.place(row, column)] = (NO_VALUE, ())
            runs = [("?", None)]
        else:
            runs = [(self._value(value, kind, own.code), None)]
        sheet.put(row, column, "".join(text for text, _ in runs), own.boxed)
        if any(marks is not None and marks != own.marks for _, marks in runs):
            told = ((text, own.marks if marks is None else marks) for text, marks in runs)
            sheet.marked_texts[row, column] = "".join(_tagged(text, marks ^ own.marks) for text, marks in told)

    def _value(self, value: str, kind: str, code: str) -> str:
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        try:
            number = float(value)
        except ValueError:
            return _plain(value)
        if kind in ("str", "d") or number != number or abs(number) == float("inf"):
            return _plain(value)
        return shown(number, code, self._epoch)


def _text(holder: Any) -> Text:
    """The runs of an `is` or `si`."""
    runs: Text = []
    for entry in holder:
        if local(entry) == "t":
            runs.append((_plain(entry.text or ""), None))
        elif local(entry) == "r":
            look = next((part for part in entry if local(part) == "rPr"), None)
            text = "".join(part.text or "" for part in entry if local(part) == "t")
            runs.append((_plain(text), None if look is None else marks_of(look)))
    return runs


def _tagged(text: str, marks: Marks) -> str:
    """A run in the notation of the form: tags around it for what differs from the look of its cell."""
    tags = sorted(marks)
    return "".join(f"<{tag}>" for tag in tags) + text + "".join(f"</{tag}>" for tag in reversed(tags))


def _plain(text: str) -> str:
    """`text` with Excel's `_xHHHH_` as the sign it stands for."""
    return _ESCAPE.sub(lambda found: _sign(int(found[1], 16)), text) if "_x" in text else text


def _sign(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _bounds(area: str) -> tuple[int, int, int, int] | None:
    try:
        left, top, right, bottom = range_boundaries(area)
    except (ValueError, TypeError):
        return None
    if not (left and top and right and bottom):
        return None
    return top, left, bottom, right


def _column(reference: str | None) -> int | None:
    try:
        letters, _ = coordinate_from_string(reference or "")
    except (ValueError, CellCoordinatesException):
        return None
    return range_boundaries(f"{letters}1")[0]


def _all(root: Any, name: str) -> Iterator[Any]:
    return (entry for entry in root.iter() if local(entry) == name)
