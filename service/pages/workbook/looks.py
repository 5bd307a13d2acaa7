"""How the workbook looks: calm, readable, printable; lists to choose from, and a word of help at each cell."""

from __future__ import annotations

from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from service.pages.workbook.shape import GUIDE, HEADED, INFORMATION, KINDS, LINES, SIGNING

FONT = "Times New Roman"
_INK, _ACCENT, _PALE = "1F2937", "1E4E79", "EAF1F8"
_THIN = Side(style="thin", color="C5CEDA")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TEXT = Font(name=FONT, size=12, color=_INK)
_HEAD = Font(name=FONT, size=12, bold=True, color="FFFFFF")
_HEAD_FILL, _LABEL_FILL = PatternFill("solid", fgColor=_ACCENT), PatternFill("solid", fgColor=_PALE)
_WRAP = Alignment(wrap_text=True, vertical="top")
_CENTRE = Alignment(wrap_text=True, vertical="center", horizontal="center")
_LETTERS = 1.2
"""Letters of running text on one unit of a column's width, a digit of Excel's own font."""

ROOM = 200
"""Rows made ready below what is written."""

TYPES = ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "PHƯƠNG ÁN", "ĐỀ ÁN", "BÁO CÁO", "THÔNG BÁO", "TỜ TRÌNH", "HƯỚNG DẪN", "QUYẾT ĐỊNH",
         "NGHỊ QUYẾT", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "CÔNG VĂN")  # fmt: skip

_HELP = (
    ("Điền các trang tính theo thứ tự, lưu lại, rồi tải tệp này lên trang “Tải biểu mẫu lên”.", True),
    ("Thông tin: cơ quan, số, ngày, trích yếu. Ô không dùng thì để trống.", False),
    ("Nội dung: mỗi dòng là một đoạn của văn bản, từ trên xuống như khi in. Chọn loại ở cột đầu; thêm, bớt, chuyển dòng tùy ý.", False),
    ("Mục để trống cột Dấu thì được đánh số: I., rồi 1., rồi a).", False),
    ("Nhiệm vụ: mỗi dòng một việc. Thêm cột bằng cách ghi tên cột ở dòng tiêu đề; sửa tên cột thì bản in theo tên đã sửa.", False),
    ("Có thể gộp ô thời gian của nhiều dòng; dấu ← là ô do ô bên trái phủ lên. STT để trống thì tự đánh số.", False),
    ("Dòng chỉ có cột Nhóm là dòng tên nhóm, in suốt chiều ngang của bảng.", False),
    ("Nhiều bảng: chép trang Nhiệm vụ thành trang mới và ghi tên trang ấy ở cột cuối của dòng “Bảng nhiệm vụ” trong trang Nội dung.", False),
    ("Chữ đậm, nghiêng, gạch chân trong một đoạn ghi: <b>đậm</b>, <i>nghiêng</i>, <u>gạch chân</u>, m<sup>2</sup>, H<sub>2</sub>O.", False),
    ("Xuống dòng trong một ô: Alt+Enter.", False),
)  # fmt: skip


def _page(sheet: Worksheet, landscape: bool) -> None:
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.sheet_view.showGridLines = False
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "&P/&N"  # type: ignore[union-attr]


def _head(sheet: Worksheet, row: int, columns: int) -> None:
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.font, cell.fill, cell.alignment, cell.border = _HEAD, _HEAD_FILL, _CENTRE, _BOX
    sheet.row_dimensions[row].height = 32


def _cells(sheet: Worksheet, first: int, last: int, columns: int) -> None:
    for row in range(first, last + 1):
        for column in range(1, columns + 1):
            cell = sheet.cell(row, column)
            cell.font, cell.alignment, cell.border, cell.number_format = _TEXT, _WRAP, _BOX, "@"


def _heights(sheet: Worksheet, first: int, last: int, widths: list[int]) -> None:
    """Room for what is written; rows left to fill grow by themselves."""
    for row in range(first, last + 1):
        texts = [str(sheet.cell(row, column).value or "") for column in range(1, len(widths) + 1)]
        wanted = max(
            sum(ceil((len(line) or 1) / (width * _LETTERS)) for line in text.split("\n"))
            for text, width in zip(texts, widths, strict=True)
        )
        if wanted > 1:
            sheet.row_dimensions[row].height = min(16.5 * wanted + 3, 409)


def _widths(sheet: Worksheet, widths: list[int]) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _choice(sheet: Worksheet, cells: str, values: tuple[str, ...], help_text: str) -> None:
    """A list to choose from; another value is taken too, after a question."""
    rule = DataValidation(type="list", formula1='"' + ",".join(values) + '"', allow_blank=True, errorStyle="warning")
    rule.promptTitle, rule.prompt, rule.showInputMessage, rule.showErrorMessage = "Chọn", help_text[:250], True, True
    rule.errorTitle, rule.error = "Giá trị lạ", "Giá trị này không có trong danh sách. Vẫn dùng?"
    rule.add(cells)
    sheet.add_data_validation(rule)


def _prompt(sheet: Worksheet, cells: str, title: str, text: str) -> None:
    """A word of help, without a check."""
    rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1="32767", allow_blank=True)
    rule.promptTitle, rule.prompt, rule.showInputMessage = title[:32], text[:250], True
    rule.add(cells)
    sheet.add_data_validation(rule)


def _check(sheet: Worksheet, cells: str, rule: DataValidation, title: str, text: str) -> None:
    rule.allow_blank, rule.errorStyle, rule.showErrorMessage, rule.showInputMessage = True, "warning", True, True
    rule.promptTitle = rule.errorTitle = title[:32]
    rule.prompt = rule.error = text[:250]
    rule.add(cells)
    sheet.add_data_validation(rule)


def information(sheet: Worksheet) -> None:
    """The sheet of single values: key unseen, name, value, hint."""
    _page(sheet, landscape=False)
    sheet.column_dimensions["A"].hidden = True
    for column, width in (("B", 26), ("C", 58), ("D", 40)):
        sheet.column_dimensions[column].width = width
    sheet["B1"].font = Font(name=FONT, size=16, bold=True, color=_ACCENT)
    sheet.row_dimensions[1].height = 30
    for row, entry in enumerate(INFORMATION, 2):
        name, value, hint = sheet.cell(row, 2), sheet.cell(row, 3), sheet.cell(row, 4)
        name.font, name.fill, name.border = Font(name=FONT, size=12, bold=True, color=_INK), _LABEL_FILL, _BOX
        name.alignment = Alignment(vertical="center")
        value.font, value.alignment, value.border, value.number_format = _TEXT, _WRAP, _BOX, "@"
        hint.font = Font(name=FONT, size=11, italic=True, color="5B6776")
        hint.alignment = Alignment(wrap_text=True, vertical="center", indent=1)
        sheet.row_dimensions[row].height = 34 if len(str(value.value or "")) > 50 else 24
        at = f"C{row}"
        if entry.key == "the_thuc":
            _choice(sheet, at, ("nd30", "dang"), entry.hint)
        elif entry.key == "ten_loai":
            _choice(sheet, at, TYPES, entry.hint)
        elif entry.key == "so":
            _check(sheet, at, DataValidation(type="textLength", operator="lessThanOrEqual", formula1="9"), entry.name, "Số gồm chữ số, có thể thêm một chữ cái: 02, 58, 4a. " + entry.hint)  # fmt: skip
        elif entry.key == "ngay_ban_hanh":
            _check(sheet, at, DataValidation(type="textLength", operator="lessThanOrEqual", formula1="10"), entry.name, entry.hint)  # fmt: skip
        else:
            _prompt(sheet, at, entry.name, entry.hint)
    sheet.freeze_panes = "C2"


def lines(sheet: Worksheet, count: int) -> None:
    """The sheet of the body, a line each."""
    _page(sheet, landscape=True)
    _widths(sheet, [entry.width for entry in LINES])
    sheet.row_dimensions[1].hidden = True
    _head(sheet, 2, len(LINES))
    _cells(sheet, 3, count + ROOM, len(LINES))
    _heights(sheet, 3, count + 2, [entry.width for entry in LINES])
    for row in range(3, count + 3):
        if sheet.cell(row, 1).value in (KINDS["muc"], KINDS["phu_luc"]):
            for column in range(1, len(LINES) + 1):
                sheet.cell(row, column).font = Font(name=FONT, size=12, bold=True, color=_INK)
                sheet.cell(row, column).fill = _LABEL_FILL
    last = count + ROOM
    _choice(sheet, f"A3:A{last}", tuple(KINDS.values()), LINES[0].hint)
    _check(sheet, f"B3:B{last}", DataValidation(type="whole", operator="between", formula1="0", formula2="100"), LINES[1].name, LINES[1].hint)  # fmt: skip
    for letter, entry in zip("CDE", LINES[2:], strict=True):
        _prompt(sheet, f"{letter}3:{letter}{last}", entry.name, entry.hint.replace(HEADED, f"“{HEADED}”"))
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"


def table(sheet: Worksheet, widths: list[int], count: int) -> None:
    """A sheet of tasks."""
    _page(sheet, landscape=True)
    _widths(sheet, widths)
    sheet.row_dimensions[1].hidden = True
    _head(sheet, 2, len(widths))
    _cells(sheet, 3, count + ROOM, len(widths))
    _heights(sheet, 3, count + 2, widths)
    for row in range(3, count + 3):
        if sheet.cell(row, 1).value:
            for column in range(1, len(widths) + 1):
                sheet.cell(row, column).fill = _LABEL_FILL
                sheet.cell(row, column).font = Font(name=FONT, size=12, bold=True, color=_INK)
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"


def grid(sheet: Worksheet, rows: int, columns: int, headed: bool) -> None:
    """A sheet of a table of any kind; its lines are the table's extent."""
    _page(sheet, landscape=columns > 6)
    widths = [max(14, 110 // max(columns, 1))] * columns
    _widths(sheet, widths)
    sheet.row_dimensions[1].hidden = True
    _cells(sheet, 2, rows + 1, columns)
    if columns:
        _heights(sheet, 2, rows + 1, widths)
    if headed:
        _head(sheet, 2, columns)
        sheet.freeze_panes = "A3"


def signing(sheet: Worksheet, count: int) -> None:
    """The sheet of recipients and signers."""
    _page(sheet, landscape=True)
    _widths(sheet, [entry.width for entry in SIGNING])
    sheet.row_dimensions[1].hidden = True
    _head(sheet, 2, len(SIGNING))
    _cells(sheet, 3, count + 30, len(SIGNING))
    for column, entry in zip("ABCDE", SIGNING, strict=True):
        _prompt(sheet, f"{column}3:{column}{count + 30}", entry.name, entry.hint)
    sheet.freeze_panes = "A3"


def guide(book: Workbook) -> None:
    """The sheet that says how to fill in the others."""
    sheet: Worksheet = book.create_sheet(GUIDE)
    _page(sheet, landscape=False)
    sheet.column_dimensions["A"].width = 100
    sheet["A1"] = "Cách điền biểu mẫu"
    sheet["A1"].font = Font(name=FONT, size=16, bold=True, color=_ACCENT)
    for line, (text, strong) in enumerate(_HELP, 3):
        cell = sheet.cell(line, 1, text)
        cell.font = Font(name=FONT, size=12, bold=strong, color=_INK)
        cell.alignment = _WRAP
        sheet.row_dimensions[line].height = 36
