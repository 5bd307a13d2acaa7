"""Small things that typed documents do, each with the reading it must have."""

from __future__ import annotations

from typing import Any

import pytest

from service.mau import Templates
from service.reading import parse
from tests.typed.typing_desk import QUOC_HIEU, TIEU_NGU, Desk, Typed


def read(make: Any, templates: Templates) -> dict[str, Any]:
    return parse(Typed("", make, {}).build(), templates).as_dict()


def letterhead(d: Desk) -> None:
    d.side_by_side(
        [("SỞ Y TẾ HOA LƯ", "c"), ("TRUNG TÂM Y TẾ", "bc"), "Số: 05/KH-TTYT"],
        [(QUOC_HIEU, "bc"), (TIEU_NGU, "bc"), "Hoa Lư, ngày 02 tháng 3 năm 2026"],
    )
    d.p("KẾ HOẠCH", "bc")
    d.p("Công tác năm 2026", "bc")


def test_a_cover_before_the_document_is_unread_and_takes_no_field(templates: Templates) -> None:
    def make(d: Desk) -> None:
        for line in ("SỞ Y TẾ HOA LƯ", "KẾ HOẠCH", "CÔNG TÁC NĂM 2026", "Hoa Lư, tháng 3 năm 2026"):
            d.p(line, "bc")
        letterhead(d)
        d.p("I. MỤC ĐÍCH", "b")

    answer = read(make, templates)
    assert answer["plan"]["trich_yeu"] == "Công tác năm 2026"
    assert [entry["text"] for entry in answer["unread"]][:2] == ["SỞ Y TẾ HOA LƯ", "KẾ HOẠCH"]


def written(templates: Templates, *lines: tuple[str, str]) -> dict[str, Any]:
    """The answer for a letterhead with some lines, each a text and its look, below it."""

    def make(d: Desk) -> None:
        letterhead(d)
        for text, look in lines:
            d.p(text, look)

    return read(make, templates)


def test_what_a_plan_carries_out_opens_it_and_is_no_basis(templates: Templates) -> None:
    plan = written(
        templates,
        ("Căn cứ Luật Phòng cháy năm 2024;", "j"),
        ("Thực hiện Kế hoạch số 92/KH-UBND ngày 11/7/2025 của UBND tỉnh về phòng cháy;", "j"),
        ("Trường xây dựng kế hoạch như sau:", "j"),
        ("I. MỤC ĐÍCH", "b"),
    )["plan"]
    assert plan["can_cu"] == ["Căn cứ Luật Phòng cháy năm 2024;"]
    assert [text[:9] for text in plan["mo_dau"]] == ["Thực hiện", "Trường xâ"]


def test_headings_typed_again_at_a_new_page_are_no_task(templates: Templates) -> None:
    def make(d: Desk) -> None:
        letterhead(d)
        d.p("I. NHIỆM VỤ", "b")
        head = ["STT", "Nội dung", "Thời gian", "Người thực hiện"]
        d.rows(head, ["1", "Rà soát", "Quý I", "Phòng A"], head, ["2", "Tổng kết", "Quý IV", "Phòng B"])

    answer = read(make, templates)
    (table,) = answer["plan"]["noi_dung"][0]["noi_dung"]
    assert [row["noi_dung"] for row in table["nhiem_vu"]] == ["Rà soát", "Tổng kết"]
    assert [entry["text"] for entry in answer["unread"]] == ["STT", "Nội dung", "Thời gian", "Người thực hiện"]


def test_a_whole_sentence_in_bold_over_plain_text_is_a_heading(templates: Templates) -> None:
    sentence = "Đổi mới tư duy, thống nhất cao về nhận thức và hành động, khơi dậy niềm tin, khát vọng, tạo khí thế mới để phát triển kinh tế."
    (section,) = written(
        templates,
        ("I. NHIỆM VỤ", "b"),
        (f"1. {sentence}", "b"),
        ("Các cấp ủy quán triệt sâu rộng trong cán bộ, đảng viên và Nhân dân.", "j"),
        ("2. Cải cách hành chính.", "b"),
        ("2.1. Về thể chế", "b"),
        ("Rà soát quy định gây cản trở.", "j"),
    )["plan"]["noi_dung"]
    assert [b["tieu_de"] for b in section["noi_dung"]] == [sentence, "Cải cách hành chính."]
    assert [b["tieu_de"] for b in section["noi_dung"][1]["noi_dung"]] == ["Về thể chế"]


def test_steps_of_the_work_are_words_of_their_paragraph(templates: Templates) -> None:
    (section,) = written(
        templates,
        ("I. CÁCH LÀM", "b"),
        ("Bước 1: Thành lập hội đồng, tập huấn, thu thập minh chứng cho từng tiêu chí.", "j"),
        ("Bước 2: Viết báo cáo, thẩm định, lấy ý kiến của các bên liên quan trong trường.", "j"),
    )["plan"]["noi_dung"]
    assert [(b["dau"], b["van_ban"][:7]) for b in section["noi_dung"]] == [(None, "Bước 1:"), (None, "Bước 2:")]


def test_what_follows_the_words_that_close_a_plan_closes_it_too(templates: Templates) -> None:
    closing = [
        "Trên đây là Kế hoạch năm 2026, yêu cầu các phòng thực hiện.",
        "Trong quá trình thực hiện nếu có vướng mắc, các phòng báo cáo Giám đốc để được giải quyết./.",
    ]

    def make(d: Desk) -> None:
        letterhead(d)
        d.p("I. NHIỆM VỤ", "b")
        for text in ("Các phòng xây dựng chương trình của mình.", *closing):
            d.p(text, "j")
        d.side_by_side(["Nơi nhận:", "- Các phòng;", "- Lưu VT."], ["GIÁM ĐỐC", "", "Hồ Văn Nam"])

    assert read(make, templates)["plan"]["ket_thuc"] == closing


def test_the_sign_that_ends_a_document_is_no_part_of_its_last_recipient(templates: Templates) -> None:
    lines = [("I. MỤC ĐÍCH", "b"), ("Nâng cao nhận thức của cán bộ.", "j")]
    lines += [(text, "") for text in ("Nơi nhận:", "- UBND xã (b/c);", "- Lưu: VT, CM./.")]
    assert written(templates, *lines)["plan"]["noi_nhan"] == ["UBND xã (b/c)", "Lưu: VT, CM"]


def test_a_mark_in_the_page_header_is_the_documents(templates: Templates) -> None:
    def make(d: Desk) -> None:
        letterhead(d)
        d.p("I. MỤC ĐÍCH", "b")
        d.document.sections[0].header.paragraphs[0].text = "Dự thảo lần 2"

    answer = read(make, templates)
    assert answer["plan"]["du_thao"] == "Dự thảo lần 2"  # as typed
    assert answer["unread"] == []


def test_items_of_a_list_without_stops_are_no_headings(templates: Templates) -> None:
    def make(d: Desk) -> None:
        letterhead(d)
        d.p("I. NỘI DUNG", "b")
        for line in (
            "1. Tổ chức khai giảng năm học mới",
            "2. Ổn định nền nếp dạy và học",
            "3. Triển khai các khoản thu",
        ):
            d.p(line)

    (muc,) = read(make, templates)["plan"]["noi_dung"]
    assert [(block["loai"], block["dau"]) for block in muc["noi_dung"]] == [
        ("doan", "1."),
        ("doan", "2."),
        ("doan", "3."),
    ]


def test_a_date_that_no_calendar_has_is_left_open_with_a_warning(templates: Templates) -> None:
    def make(d: Desk) -> None:
        d.side_by_side(
            [("SỞ Y TẾ HOA LƯ", "bc"), "Số: 05/KH-SYT"],
            [(QUOC_HIEU, "bc"), (TIEU_NGU, "bc"), "Hoa Lư, ngày 30 tháng 02 năm 2026"],
        )
        d.p("KẾ HOẠCH", "bc")

    answer = read(make, templates)
    assert answer["plan"]["ngay_ban_hanh"] is None
    assert "date_impossible" in {warning["code"] for warning in answer["warnings"]}


def test_a_sentence_broken_by_a_paragraph_mark_stays_two_with_a_warning(templates: Templates) -> None:
    def make(d: Desk) -> None:
        letterhead(d)
        d.p("I. MỤC ĐÍCH", "b")
        d.p("Nâng cao nhận thức của cán bộ, đoàn viên và")
        d.p("người lao động trong toàn đơn vị.")

    answer = read(make, templates)
    (muc,) = answer["plan"]["noi_dung"]
    assert len(muc["noi_dung"]) == 2
    assert "sentence_broken" in {warning["code"] for warning in answer["warnings"]}


def ended(d: Desk) -> None:
    letterhead(d)
    d.p("KẾ HOẠCH", "bc")
    d.p("Giáo dục năm học 2023 - 2024", "bc")
    d.p("I. MỤC ĐÍCH", "b")
    d.p("Nâng cao chất lượng dạy và học.", "j")


def test_an_approval_below_two_signers_is_a_third_and_recipients_may_follow_it(templates: Templates) -> None:
    def make(d: Desk) -> None:
        ended(d)
        d.p("Trên đây là kế hoạch giáo dục của nhà trường./.", "j")
        d.side_by_side(
            [("NGƯỜI LẬP KẾ HOẠCH", "bc"), ("PHÓ HIỆU TRƯỞNG", "bc"), ("Hoàng Thị Mai Loan", "bc")],
            [("HIỆU TRƯỞNG", "bc"), ("Nguyễn Hữu Phước", "bc")],
        )
        d.p("PHÊ DUYỆT CỦA PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "bc")
        for line in ("Nơi nhận:", "- Phòng GD&ĐT (để b/c);", "- Lưu: VT."):
            d.p(line, "")

    plan = read(make, templates)["plan"]
    assert [(s["quyen_han"], s["chuc_vu"], s["ho_ten"]) for s in plan["chu_ky"]] == [
        (["NGƯỜI LẬP KẾ HOẠCH"], "PHÓ HIỆU TRƯỞNG", "Hoàng Thị Mai Loan"),
        ([], "HIỆU TRƯỞNG", "Nguyễn Hữu Phước"),
        ([], "PHÊ DUYỆT CỦA PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", None),
    ]
    assert plan["noi_nhan"] == ["Phòng GD&ĐT (để b/c)", "Lưu: VT"]
    assert plan["phu_luc"] == []


@pytest.mark.parametrize("office", ["P. HIỆU TRƯỞNG", "P.HIỆU TRƯỞNG", "Q. GIÁM ĐỐC", "P.CHỦ TỊCH"])
def test_a_deputy_in_short_is_the_office_below_a_caption(templates: Templates, office: str) -> None:
    def make(d: Desk) -> None:
        ended(d)
        d.side_by_side(
            [("DUYỆT CỦA BGH", "bc"), ("HIỆU TRƯỞNG", "bc"), ("Đinh Thị Phượng", "bc")],
            [("NGƯỜI XÂY DỰNG KẾ HOẠCH", "bc"), (office, "bc"), ("Vũ Thị Thanh Nga", "bc")],
        )

    signer = read(make, templates)["plan"]["chu_ky"][1]
    assert (signer["quyen_han"], signer["chuc_vu"]) == (["NGƯỜI XÂY DỰNG KẾ HOẠCH"], office)


@pytest.mark.parametrize(
    "closing",
    [
        "Nghị quyết được 41/41 đảng viên dự họp biểu quyết thông qua (đạt 100%).",
        "Nghị quyết đã được Hội đồng nhân dân xã khóa II, kỳ họp thứ Ba thông qua ngày 05 tháng 12 năm 2025.",
        "Biên bản được đọc lại cho mọi người cùng nghe và nhất trí thông qua.",
    ],
)
def test_what_says_that_a_resolution_was_passed_closes_it(templates: Templates, closing: str) -> None:
    def make(d: Desk) -> None:
        ended(d)
        d.p("1. Công tác tư tưởng: tuyên truyền ngày lễ.", "j")
        d.p(closing, "j")
        d.p("T/M CHI BỘ", "bc")
        d.p("BÍ THƯ", "bc")
        d.p("Vũ Khắc Tiệp", "bc")

    assert read(make, templates)["plan"]["ket_thuc"] == [closing]


def test_a_bold_lead_in_is_bold_though_it_is_the_longer_part(templates: Templates) -> None:
    def make(d: Desk) -> None:
        ended(d)
        p = d.p("1. ", "j")
        p.add_run("Phòng Quản lý khoa học và Hợp tác quốc tế:").bold = True
        p.add_run(" đầu mối tổ chức.")

    block = read(make, templates)["plan"]["noi_dung"][0]["noi_dung"][1]
    assert block["van_ban"] == [
        {"van_ban": "Phòng Quản lý khoa học và Hợp tác quốc tế: ", "dam": True},
        {"van_ban": "đầu mối tổ chức."},
    ]


@pytest.mark.parametrize("title", ["quyết định của Bộ trưởng Bộ Tài chính", "Quyết định"])
def test_a_letterhead_whose_capitals_a_font_drew_is_one(templates: Templates, title: str) -> None:
    def make(d: Desk) -> None:
        for line in (
            "Bộ Tài chính", "Số: 12/2001/QĐ-BTC", "cộng hòa xã hội chủ nghĩa Việt nam", "Độc lập - Tự do - Hạnh phúc",
            "Hà Nội, ngày 13 tháng 3 năm 2001", title, "Về việc ban hành Chế độ kế toán", "bộ trưởng bộ tài chính",
            "Căn cứ Nghị định số 15/CP ngày 2/3/1993 của Chính phủ;", "quyết định:", "Điều 1. Ban hành Chế độ kế toán.",
        ):  # fmt: skip
            d.p(line, "")

    plan = read(make, templates)["plan"]
    assert plan["co_quan_ban_hanh"] == "Bộ Tài chính"
    assert (plan["so"], plan["ky_hieu"], plan["ngay_ban_hanh"]) == ("12", "2001/QĐ-BTC", "2001-03-13")
    assert plan["ten_loai"] == "QUYẾT ĐỊNH"
    assert "Chế độ kế toán" in plan["trich_yeu"]


@pytest.mark.parametrize(
    ("lines", "issuer", "number"),
    [
        (("CỦA CHÍNH PHỦ SỐ 29/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998", "VỀ VIỆC BAN HÀNH QUY CHẾ"), "CHÍNH PHỦ", "29"),
        (
            ("CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH SỐ 1141-TC/QĐ/CĐKT", "NGÀY 11 THÁNG 5 NĂM 1998 VỀ VIỆC BAN HÀNH", "QUY CHẾ"),
            "BỘ TÀI CHÍNH",
            "1141",
        ),
    ],
)  # fmt: skip
def test_a_title_of_a_gazette_says_issuer_number_and_date(
    templates: Templates, lines: tuple[str, ...], issuer: str, number: str
) -> None:
    def make(d: Desk) -> None:
        for line in ("NGHỊ ĐỊNH", *lines, "CHÍNH PHỦ"):
            d.p(line, "bc")
        d.p("Căn cứ Luật Tổ chức Chính phủ ngày 30 tháng 9 năm 1992;", "j")
        d.p("NGHỊ ĐỊNH:", "bc")
        d.p("Điều 1. Ban hành kèm theo Nghị định này bản Quy chế.", "j")

    plan = read(make, templates)["plan"]
    assert (plan["co_quan_ban_hanh"], plan["so"], plan["ngay_ban_hanh"]) == (issuer, number, "1998-05-11")
    assert (plan["dia_danh"], plan["trich_yeu"]) == (None, "VỀ VIỆC BAN HÀNH QUY CHẾ")
