"""What is no document of an office is left unread: low sureness, a warning, no invented field, nothing lost."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document

from service.mau import Templates
from service.reading import parse

STRANGERS: dict[str, list[str]] = {
    "nothing": [],
    "a novel": [
        "Chương 1",
        "Trời đã về chiều. Trên con đường làng, những đứa trẻ chăn trâu vừa đi vừa hát nghêu ngao.",
        "– Anh về bao giờ? – Lan hỏi.",
        "– Tôi về hôm qua. – Người lính trẻ đáp, mắt nhìn ra phía bờ sông.",
    ],
    "a school essay": [
        "BÀI VĂN TẢ CÂY BÀNG",
        "Họ và tên: Nguyễn Văn An",
        "Lớp: 5A",
        "Trước sân trường em có một cây bàng rất to. Mùa hè, tán lá xòe rộng như chiếc ô khổng lồ.",
    ],
    "a contract in English": [
        "SERVICE AGREEMENT",
        "This Agreement is made on 12 March 2024 between Alpha Ltd. and Beta Ltd.",
        "1. Scope of services",
        "The Supplier shall deliver the services listed in Schedule A.",
        "2. Fees",
        "The Customer shall pay the fees within 30 days.",
        "SIGNED by the parties",
    ],
    "an invoice": [
        "HÓA ĐƠN BÁN LẺ",
        "Khách hàng: Trần Thị B",
        "Địa chỉ: 12 Lê Lợi",
        "1. Gạo tẻ 5 kg: 100.000 đồng",
        "2. Dầu ăn 1 lít: 45.000 đồng",
        "Tổng cộng: 145.000 đồng",
    ],
    "a curriculum vitae": [
        "NGUYỄN THỊ MINH ANH",
        "Kỹ sư phần mềm",
        "KINH NGHIỆM LÀM VIỆC",
        "2019 - 2024: Lập trình viên, Công ty ABC",
        "HỌC VẤN",
        "Đại học Bách khoa Hà Nội",
    ],
    "a company's invoice": [
        "CÔNG TY TNHH THƯƠNG MẠI BẢO AN",
        "HÓA ĐƠN GIÁ TRỊ GIA TĂNG",
        "Số: 0001234",
        "Ngày 12 tháng 3 năm 2024",
        "Họ tên người mua hàng: Trần Văn C",
        "NGƯỜI MUA HÀNG",
        "NGƯỜI BÁN HÀNG",
    ],
    "an application": [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ĐƠN XIN NGHỈ PHÉP",
        "Kính gửi: Ban Giám hiệu nhà trường",
        "Tôi tên là: Lê Thị D, giáo viên dạy Toán.",
        "Tôi xin nghỉ phép 02 ngày để giải quyết việc gia đình.",
        "Người làm đơn",
    ],
    "an exam paper": [
        "SỞ GD&ĐT HOA LƯ",
        "ĐỀ KIỂM TRA HỌC KỲ I",
        "Môn: Toán 10",
        "Câu 1. Giải phương trình.",
        "A. x = 1",
        "B. x = 2",
    ],
    "a recipe": [
        "Cách nấu phở bò",
        "Nguyên liệu",
        "- 1 kg xương bò",
        "- 500 g thịt bò",
        "Bước 1: Ninh xương",
        "Bước 2: Chần bánh phở",
    ],
}


@pytest.mark.parametrize("name", STRANGERS)
def test_what_is_no_document_of_an_office_is_left_unread(name: str, templates: Templates) -> None:
    document = Document()
    for line in STRANGERS[name]:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    answer: dict[str, Any] = parse(out.getvalue(), templates).as_dict()
    assert answer["reader"]["kind"] == "layout"
    assert answer["fields"] == []
    assert [entry["text"] for entry in answer["unread"]] == STRANGERS[name]
    assert "not_administrative" in {warning["code"] for warning in answer["warnings"]}
