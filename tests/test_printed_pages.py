"""What must be where on paper (Nghị định 30/2020/NĐ-CP, Phụ lục I), at every extreme a plan may have."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from service.mau import Templates
from service.mau.rules import ke_ngang
from tests.printing import HIGH, LEFT, RIGHT, WIDE, Paper, printed

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"


def plan(**more: Any) -> dict[str, Any]:
    """A short plan with everything that the head and the end need."""
    return {
        "co_quan_chu_quan": "LĐLĐ TỈNH LAI CHÂU", "co_quan_ban_hanh": "LIÊN ĐOÀN LAO ĐỘNG HUYỆN", "so": "02",
        "ky_hieu": "KH-LĐLĐ", "dia_danh": "Phong Thổ", "ngay_ban_hanh": "2024-01-11", "trich_yeu": "Trích yếu",
        "ket_thuc": ["Trên đây là kế hoạch."], "noi_nhan": ["Ban Dân vận Huyện", "Lưu"],
        "chu_ky": [{"quyen_han": ["TM. BAN THƯỜNG VỤ"], "chuc_vu": "CHỦ TỊCH", "ho_ten": "Vân Văn Kiều"}],
    } | more  # fmt: skip


def doan(count: int) -> list[dict[str, Any]]:
    return [{"loai": "doan", "van_ban": f"Đoạn {number}."} for number in range(count)]


def assert_head(paper: Paper, so: str = "Số: 02/KH-LĐLĐ", place: str = "Phong Thổ, ngày") -> None:
    """Quốc hiệu and Tiêu ngữ a line each, centred on each other; number and date on one row, centred below."""
    state, motto = paper.one(QUOC_HIEU), paper.one(TIEU_NGU)
    assert state.page == motto.page == 1
    assert 0 < motto.top - state.top < 8
    assert abs(state.middle - motto.middle) < 1
    number, start = paper.one(so), paper.one(place)
    row = next(line for line in paper.rows(1) if line.bottom == pytest.approx(start.bottom, abs=1))
    assert number.level_with(start)
    assert number.right < start.left
    assert row.text.startswith(so)
    assert row.text[-4:].isdigit()
    assert abs((start.left + row.right) / 2 - state.middle) < 3
    assert row.right <= RIGHT + 0.5


def assert_numbered(paper: Paper, first: int = 1, last: int | None = None) -> None:
    """No number on the first page; from the second on it stands centred in the top margin, and nothing beside it."""
    for page in range(first, (last or len(paper.pages)) + 1):
        head = [row for row in paper.rows(page) if row.bottom < 20]
        if page == first:
            assert head == []
        else:
            assert [row.text for row in head] == [str(page - first + 1)]
            assert abs(head[0].middle - (LEFT + RIGHT) / 2) < 1


def assert_one_block(paper: Paper, noi_nhan: list[str], names: list[str]) -> None:
    """Recipients and signers are all on the page where the signature starts, with the end of the text before them."""
    ends = [
        paper.one("Nơi nhận:"),
        *(paper.one(f"- {text}{'.' if text == noi_nhan[-1] else ';'}") for text in noi_nhan),
    ]
    ends += [paper.one(name) for name in names]
    assert {end.page for end in ends} == {paper.one("Trên đây là kế hoạch.").page}


def assert_inside(paper: Paper) -> None:
    """Nothing is printed outside the margins of 30, 15 and 20 mm."""
    for page in paper.pages:
        for word in page:
            assert word.left >= LEFT - 0.5, word
            assert word.right <= RIGHT + 0.5, word
            assert word.bottom <= HIGH - 19.5, word


def test_the_model_plan_stands_as_the_decree_has_it(
    templates: Templates, model: dict[str, Any], tmp_path: Path
) -> None:
    paper = printed(templates, model, tmp_path)
    assert_head(paper)
    assert_numbered(paper)
    assert_inside(paper)
    assert paper.one("Nơi nhận:").level_with(paper.one("TM. BAN THƯỜNG VỤ"))
    title, name = paper.one("KẾ HOẠCH"), paper.one("Vân Văn Kiều")
    assert abs(title.middle - (LEFT + RIGHT) / 2) < 1
    assert abs(name.middle - paper.one("TM. BAN THƯỜNG VỤ").middle) < 1
    assert name.top - paper.all("CHỦ TỊCH")[-1].bottom > 20  # room to sign


def test_a_plan_of_one_paragraph_is_one_page(templates: Templates, tmp_path: Path) -> None:
    paper = printed(templates, plan(noi_dung=doan(1)), tmp_path)
    assert len(paper.pages) == 1
    assert_head(paper)
    assert_one_block(paper, ["Ban Dân vận Huyện", "Lưu"], ["Vân Văn Kiều"])


def test_a_thousand_tasks_repeat_their_heading_and_no_row_is_split(templates: Templates, tmp_path: Path) -> None:
    tasks = [
        {"noi_dung": f"Đầu{n} {'chỉ đạo các đơn vị ' * (1 + n % 6)}cuối{n}", "thoi_gian": f"Quý {n // 40}", "to_chuc_thuc_hien": "A"}
        for n in range(1000)
    ]  # fmt: skip
    paper = printed(templates, plan(noi_dung=[{"loai": "bang_nhiem_vu", "nhiem_vu": tasks}]), tmp_path)
    assert_numbered(paper)
    assert_inside(paper)
    place = {word.text: word.page for page in paper.pages for word in page}
    assert all(place[f"Đầu{n}"] == place[f"cuối{n}"] for n in range(1000))
    with_tasks = {place[f"Đầu{n}"] for n in range(1000)}
    assert len(with_tasks) > 30
    assert [heading.page for heading in paper.all("STT")] == sorted(with_tasks)
    assert all(heading.top < 30 for heading in paper.all("STT") if heading.page > 1)
    assert_one_block(paper, ["Ban Dân vận Huyện", "Lưu"], ["Vân Văn Kiều"])


@pytest.mark.parametrize(
    ("superior", "issuer"),
    [
        ("TỔNG CÔNG TY ĐẦU TƯ PHÁT TRIỂN NHÀ VÀ ĐÔ THỊ NAM THÀNH PHỐ A", "CÔNG ĐOÀN CƠ SỞ"),
        (None, "LIÊN ĐOÀN LAO ĐỘNG HUYỆN PHONG THỔ"),
        ("UBND HUYỆN LÂM KHÊ", "TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ TRUNG HỌC CƠ SỞ HUYỆN LÂM KHÊ TỈNH TRUNG GIANG"),
    ],
)
def test_bodies_of_any_length_stand_in_the_left_column(
    templates: Templates, tmp_path: Path, superior: str | None, issuer: str
) -> None:
    paper = printed(templates, plan(co_quan_chu_quan=superior, co_quan_ban_hanh=issuer), tmp_path)
    assert_head(paper)
    state = paper.one(QUOC_HIEU)
    row = paper.rows(1)[0]
    assert row.text.endswith(QUOC_HIEU), "the first line of the body is level with Quốc hiệu"
    number = paper.one("Số: 02/KH-LĐLĐ")
    left = [word for word in paper.pages[0] if word.bottom < number.top and word.right < state.left]
    right = [word for word in paper.pages[0] if word.bottom < number.top and word.left >= state.left - 0.5]
    words = " ".join(word.text for word in sorted(left, key=lambda w: (round(w.bottom), w.left)))
    assert words == f"{superior or ''} {issuer}".strip()
    assert {word.text for word in right} == set(f"{QUOC_HIEU} {TIEU_NGU}".split())


def test_marks_have_a_box_each(templates: Templates, tmp_path: Path) -> None:
    marks = {"do_mat": "TỐI MẬT", "do_khan": "HỎA TỐC", "du_thao": "DỰ THẢO", "pham_vi_luu_hanh": "XEM XONG TRẢ LẠI"}
    paper = printed(templates, plan(**marks), tmp_path)
    assert_head(paper)
    places = [paper.one(text) for text in ("TỐI MẬT", "HỎA TỐC", "DỰ THẢO")]
    assert all(below.top - above.bottom > 1.5 for above, below in pairwise(places)), "room for two borders"
    assert paper.one("XEM XONG TRẢ LẠI").bottom < paper.one(QUOC_HIEU).top


@pytest.mark.parametrize(
    ("text", "points", "column", "least", "most"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN PHONG THỔ", 13, 65, 14.2, 21.3),  # of HUYỆN PHONG THỔ
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", 13, 65, 20, 31),  # not of TẠO alone
        ("Thực hiện quy chế dân chủ ở cơ sở năm 2024", 14, 165, 29.7, 44.6),
        ("LIỀN" * 60, 14, 165, 55, 82.5),  # a word wider than the page
    ],
)
def test_a_rule_is_a_third_to_a_half_of_the_words_above_it(
    text: str, points: float, column: float, least: float, most: float
) -> None:
    found = re.search(r'<wp:extent cx="(\d+)"', ke_ngang(text, points, column))
    assert found is not None
    assert least <= int(found[1]) / 36_000 <= most


def test_a_subject_of_four_lines_is_centred_line_by_line(templates: Templates, tmp_path: Path) -> None:
    subject = (
        "Triển khai thực hiện Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và "
        "miền núi giai đoạn 2021 - 2030, giai đoạn I từ năm 2021 đến năm 2025 trên địa bàn huyện Phong Thổ, tỉnh Lai Châu"
    )
    paper = printed(templates, plan(trich_yeu=subject, noi_dung=doan(1)), tmp_path)
    rows = paper.rows(1)
    start = next(n for n, row in enumerate(rows) if row.text == "KẾ HOẠCH")
    lines = rows[start + 1 : next(n for n, row in enumerate(rows) if row.text == "Đoạn 0.")]
    assert " ".join(line.text for line in lines) == subject
    assert len(lines) == 4
    assert all(abs(line.middle - (LEFT + RIGHT) / 2) < 1 for line in lines)
    assert_inside(paper)


@pytest.mark.parametrize(
    ("dia_danh", "ngay"),
    [("Thành phố Hồ Chí Minh", "2024-12-29"), ("Phan Rang - Tháp Chàm", "2024-11-29"), ("Phường Điện Biên Phủ", None)],
)
def test_a_long_place_stays_on_one_row_with_its_date(
    templates: Templates, tmp_path: Path, dia_danh: str, ngay: str | None
) -> None:
    paper = printed(templates, plan(dia_danh=dia_danh, ngay_ban_hanh=ngay), tmp_path)
    if ngay:
        assert_head(paper, place=f"{dia_danh}, ngày")
    assert paper.one("Số: 02/KH-LĐLĐ").level_with(paper.one(f"{dia_danh}, ngày"))
    assert {word.text for word in paper.pages[0]} >= {"tháng", "năm"}
    assert paper.all("năm")[0].level_with(paper.one(f"{dia_danh}, ngày"))


@pytest.mark.parametrize("signers", [1, 2, 3])
@pytest.mark.parametrize("recipients", [2, 12])
@pytest.mark.parametrize("authority", [0, 3])
def test_recipients_and_signers_are_never_divided_by_a_page(
    templates: Templates, tmp_path: Path, signers: int, recipients: int, authority: int
) -> None:
    names = ["Nguyễn Văn An", "Trần Thị Bình", "Lò Văn Chung"][:signers]
    noi_nhan = [f"Cơ quan thứ {n} (để báo cáo)" for n in range(recipients - 1)] + ["Lưu: VT"]
    chu_ky = [
        {"quyen_han": [f"TM. BAN {n}" for n in range(authority - 2 * place)], "chuc_vu": f"CHỨC {place}", "ho_ten": name}
        for place, name in enumerate(names)
    ]  # fmt: skip
    ends = set()
    for fill in (8, 12, 14, 16, 18, 20, 22, 24, 26, 30):  # so that the block meets the end of the page everywhere
        text = plan(noi_dung=doan(fill), chu_ky=chu_ky, noi_nhan=noi_nhan)
        paper = printed(templates, text, tmp_path)
        assert_one_block(paper, noi_nhan, names)
        places = [paper.one(name) for name in names]
        assert all(place.level_with(places[0]) for place in places), "the names stand on one level"
        assert len({paper.one(f"CHỨC {n}").page for n in range(signers)}) == 1
        ends.add(places[0].page)
    assert ends == {1, 2}


def test_a_list_of_recipients_longer_than_a_page_loses_nothing(templates: Templates, tmp_path: Path) -> None:
    noi_nhan = [f"Nơi thứ {n} hết" for n in range(90)]
    for signers in (1, 2):
        paper = printed(templates, plan(noi_nhan=noi_nhan, chu_ky=[{"chuc_vu": "CHỦ TỊCH"}] * signers), tmp_path)
        assert all(paper.one(f"- {text}{'.' if text == noi_nhan[-1] else ';'}") for text in noi_nhan)


def test_ten_columns_leave_their_headings_whole(templates: Templates, tmp_path: Path) -> None:
    row = {
        "noi_dung": "Xây dựng", "thoi_gian": "Quý I/2024", "to_chuc_thuc_hien": "Văn phòng", "chu_tri": "Nội vụ", "phoi_hop": "Công đoàn",
        "san_pham": "Báo cáo", "ghi_chu": "Không", "khac": {"Kinh phí": "1.000", "Nguồn vốn": "Ngân sách"},
    }  # fmt: skip
    paper = printed(templates, plan(noi_dung=[{"loai": "bang_nhiem_vu", "nhiem_vu": [row] * 3}]), tmp_path)
    assert_inside(paper)
    headings = {"STT", "Nội", "Thời", "Tổ", "Chủ", "Phối", "Sản", "Ghi", "Kinh", "Nguồn"}
    top = paper.one("STT").top
    found = [word for word in paper.pages[0] if abs(word.top - top) < 0.5]
    assert {word.text for word in found} >= headings
    assert {"Xây", "dựng", "Công", "đoàn", "Ngân", "sách", "I/2024"} <= {word.text for word in paper.pages[0]}


def test_annexes_are_numbered_anew(templates: Templates, tmp_path: Path) -> None:
    annexes = [{"ten": f"Phụ lục {n}", "tieu_de": "TÊN", "noi_dung": doan(70)} for n in ("I", "II")]
    paper = printed(templates, plan(phu_luc=annexes, noi_dung=doan(70)), tmp_path)
    first, second = paper.one("Phụ lục I").page, paper.one("Phụ lục II").page
    assert_numbered(paper, 1, first - 1)
    assert_numbered(paper, first, second - 1)
    assert_numbered(paper, second)
    assert second - first >= 2
    assert first > paper.one("Vân Văn Kiều").page


def test_the_party_form_has_its_own_head(templates: Templates, tmp_path: Path) -> None:
    text = plan(
        the_thuc="dang",
        co_quan_chu_quan="ĐẢNG BỘ HUYỆN VĨNH THẠCH",
        co_quan_ban_hanh="ĐẢNG ỦY XÃ HÒA SƠN",
        ky_hieu="KH/ĐU",
    )
    paper = printed(templates, text | {"noi_dung": doan(60)}, tmp_path)
    title, number = paper.one("ĐẢNG CỘNG SẢN VIỆT NAM"), paper.one("Số 02-KH/ĐU")
    assert title.left > WIDE / 2 - 10
    assert number.level_with(paper.one("Phong Thổ, ngày 11 tháng 01 năm 2024"))
    assert paper.one("-----").top > paper.one("Trích yếu").bottom - 2
    assert paper.one("*").top < number.top
    assert_numbered(paper)
    assert_one_block(paper, ["Ban Dân vận Huyện", "Lưu"], ["Vân Văn Kiều"])
