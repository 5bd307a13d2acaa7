"""Typed documents read by the layout: `python -m benchmarks.layout`.

A plan of about the model plan's length, and a provincial one of about 40 pages (sections, bullets, a task table of 120 rows).
"""

from __future__ import annotations

import io
from typing import Any

from docx import Document

from benchmarks.timing import medians, table
from service.mau import Templates
from service.places import templates_folder
from service.reading import parse

SENTENCE = (
    "Tăng cường công tác lãnh đạo, chỉ đạo của cấp ủy, chính quyền các cấp; nâng cao trách nhiệm của người đứng đầu cơ quan, "
    "đơn vị trong tổ chức thực hiện nhiệm vụ; đẩy mạnh thông tin, tuyên truyền để tạo sự đồng thuận trong Nhân dân."
)


def provincial(sections: int = 12, rows: int = 120) -> bytes:
    """A typed plan, by default of about 40 pages."""
    document = Document()
    head = document.add_table(1, 2).rows[0].cells
    _lines(head[0], "ỦY BAN NHÂN DÂN", "TỈNH HOA LƯ", "Số: 1087/KH-UBND")
    _lines(
        head[1], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hoa Lư, ngày 03 tháng 4 năm 2026"
    )
    _bold(document, "KẾ HOẠCH")
    _bold(document, "Phát triển kinh tế - xã hội năm 2026")
    document.add_paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;")
    document.add_paragraph("Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:")
    for section in range(1, sections + 1):
        _bold(document, f"{_roman(section)}. NHIỆM VỤ SỐ {section}")
        for part in range(1, 5):
            _bold(document, f"{part}. Nội dung thứ {part}")
            document.add_paragraph(SENTENCE)
            for _ in range(6):
                document.add_paragraph(f"- {SENTENCE}")
            for letter in "abc":
                document.add_paragraph(f"{letter}) Sở Tài chính: {SENTENCE}")
    grid = document.add_table(rows + 1, 4)
    grid.style = "Table Grid"
    for cell, text in zip(grid.rows[0].cells, ("STT", "Nội dung", "Thời gian", "Đơn vị thực hiện"), strict=True):
        cell.text = text
    for number, row in enumerate(grid.rows[1:], 1):
        for cell, text in zip(row.cells, (str(number), SENTENCE[:90], "Quý I/2026", "Sở Tài chính"), strict=True):
            cell.text = text
    document.add_paragraph("Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh./.")
    end = document.add_table(1, 2).rows[0].cells
    _lines(end[0], "Nơi nhận:", "- Chính phủ;", "- Lưu: VT.")
    _lines(end[1], "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Quang Nghị")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _lines(cell: Any, *texts: str) -> None:
    cell.text = texts[0]
    for text in texts[1:]:
        cell.add_paragraph(text)


def _bold(document: Any, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[number - 1]


def main() -> None:
    """Print the medians."""
    templates = Templates(templates_folder())
    works = {
        "a typed plan of the model's length": provincial(sections=1, rows=10),
        "a provincial plan of 40 pages": provincial(),
    }
    found = medians({name: (lambda data=data: parse(data, templates)) for name, data in works.items()})
    table("typed documents, bytes to answer", found, next(iter(works)))


if __name__ == "__main__":
    main()
