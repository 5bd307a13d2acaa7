"""Citations in the words of plans (the-thuc §4): both notations, known slips, coordinated numbers, statutes by name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import dump, load
from service.deriving import derive
from service.wording.citations import canonical, find_citations

Found = tuple[str, str | None, str | None, str | None, str]
CITED: list[tuple[str, list[Found]]] = [
    ('Nghị định số 145/2020/NĐ-CP, ngày 14/12/2020 của Chính phủ quy định chi tiết', [('Nghị định', '145/2020/NĐ-CP', '2020-12-14', 'Chính phủ', 'Nghị định số 145/2020/NĐ-CP, ngày 14/12/2020')]),
    ('Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ', [('Nghị định', '59/2023/NĐ-CP', '2023-08-14', 'Chính phủ', 'Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023')]),
    ('Nghị định 04/2015/NĐ/CP ngày 09/1/2015 của Chính phủ', [('Nghị định', '04/2015/NĐ-CP', '2015-01-09', 'Chính phủ', 'Nghị định 04/2015/NĐ/CP ngày 09/1/2015')]),
    ('Nghị định số 145/2020/NDD-CP', [('Nghị định', '145/2020/NĐ-CP', None, None, 'Nghị định số 145/2020/NDD-CP')]),
    ('Nghị định số 145/2020/ND-CP', [('Nghị định', '145/2020/NĐ-CP', None, None, 'Nghị định số 145/2020/ND-CP')]),
    ('Kế hoạch số 34 /KH-LĐLĐ', [('Kế hoạch', '34/KH-LĐLĐ', None, None, 'Kế hoạch số 34 /KH-LĐLĐ')]),
    ('Quyết định số 1013 /QĐ-TLĐ ngày 19/8/2011', [('Quyết định', '1013/QĐ-TLĐ', '2011-08-19', None, 'Quyết định số 1013 /QĐ-TLĐ ngày 19/8/2011')]),
    ('Hướng dẫn số 1723/HD -TLĐ', [('Hướng dẫn', '1723/HD-TLĐ', None, None, 'Hướng dẫn số 1723/HD -TLĐ')]),
    ('Chỉ thị 02/CT - ĐCT', [('Chỉ thị', '02/CT-ĐCT', None, None, 'Chỉ thị 02/CT - ĐCT')]),
    ('Nghị quyết 05/NQ- ĐCT', [('Nghị quyết', '05/NQ-ĐCT', None, None, 'Nghị quyết 05/NQ- ĐCT')]),
    ('Kế hoạch số 13-KH/LĐLĐ, ngày 28/12/2023 của LĐLĐ tỉnh Lai Châu', [('Kế hoạch', '13-KH/LĐLĐ', '2023-12-28', 'LĐLĐ tỉnh Lai Châu', 'Kế hoạch số 13-KH/LĐLĐ, ngày 28/12/2023')]),
    ('Kế hoạch số 07-KH/BCĐ', [('Kế hoạch', '07-KH/BCĐ', None, None, 'Kế hoạch số 07-KH/BCĐ')]),
    ('Chỉ thị số 30-CT/TW ngày 18/02/1998 của Bộ Chính trị (khóa VIII)', [('Chỉ thị', '30-CT/TW', '1998-02-18', 'Bộ Chính trị', 'Chỉ thị số 30-CT/TW ngày 18/02/1998')]),
    ('Chỉ thị 30-CT/T.Ư.', [('Chỉ thị', '30-CT/TW', None, None, 'Chỉ thị 30-CT/T.Ư')]),
    ('Chỉ thị 30/CT-TW', [('Chỉ thị', '30-CT/TW', None, None, 'Chỉ thị 30/CT-TW')]),
    ('Quyết định 217/QĐ-TW', [('Quyết định', '217-QĐ/TW', None, None, 'Quyết định 217/QĐ-TW')]),
    ('Quyết định số 217 QĐ/ TW', [('Quyết định', '217-QĐ/TW', None, None, 'Quyết định số 217 QĐ/ TW')]),
    ('Quy định số 11-QĐ/TW, ngày 18/02/2019 của Bộ Chính trị', [('Quy định', '11-QĐ/TW', '2019-02-18', 'Bộ Chính trị', 'Quy định số 11-QĐ/TW, ngày 18/02/2019')]),
    ('Quy định số 11-QĐi/TW ngày 18-2-2019', [('Quy định', '11-QĐi/TW', '2019-02-18', None, 'Quy định số 11-QĐi/TW ngày 18-2-2019')]),
    ('Luật số 06/2022-QH15', [('Luật', '06/2022/QH15', None, None, 'Luật số 06/2022-QH15')]),
    ('Hướng dẫn số 03-HD', [('Hướng dẫn', '03-HD', None, None, 'Hướng dẫn số 03-HD')]),
    ('Quyết định 217, 218 của Bộ Chính trị', [('Quyết định', '217', None, 'Bộ Chính trị', 'Quyết định 217'), ('Quyết định', '218', None, 'Bộ Chính trị', '218')]),
    ('Quyết định số 217 và 218 của Bộ Chính trị', [('Quyết định', '217', None, 'Bộ Chính trị', 'Quyết định số 217'), ('Quyết định', '218', None, 'Bộ Chính trị', '218')]),
    ('Quyết định số 217-QĐ/TW, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị', [('Quyết định', '217-QĐ/TW', '2013-12-12', 'Bộ Chính trị', 'Quyết định số 217-QĐ/TW'), ('Quyết định', '218-QĐ/TW', '2013-12-12', 'Bộ Chính trị', '218-QĐ/TW ngày 12/12/2013')]),
    ('Nghị quyết số 06b/NQ-TLĐ', [('Nghị quyết', '06b/NQ-TLĐ', None, None, 'Nghị quyết số 06b/NQ-TLĐ')]),
    ('Nghị quyết 4a/NQ-BCH', [('Nghị quyết', '4a/NQ-BCH', None, None, 'Nghị quyết 4a/NQ-BCH')]),
    ('Công văn số 678/BTL-CT', [('Công văn', '678/BTL-CT', None, None, 'Công văn số 678/BTL-CT')]),
    ('Công văn 540-CV/VPQU', [('Công văn', '540-CV/VPQU', None, None, 'Công văn 540-CV/VPQU')]),
    ('Nghị định số 145/2020/NÐ-CP', [('Nghị định', '145/2020/NĐ-CP', None, None, 'Nghị định số 145/2020/NÐ-CP')]),
    ('Nghị định số 30/2020/NĐ–CP ngày 05/3/2020', [('Nghị định', '30/2020/NĐ-CP', '2020-03-05', None, 'Nghị định số 30/2020/NĐ–CP ngày 05/3/2020')]),
    ('nghị định số 145/2020/nđ-cp', [('Nghị định', '145/2020/NĐ-CP', None, None, 'nghị định số 145/2020/nđ-cp')]),
    ('Luật Thực hiện dân chủ ở cơ sở năm 2022; Nghị định số 145/2020/NĐ-CP', [('Luật', None, '2022', None, 'Luật Thực hiện dân chủ ở cơ sở năm 2022'), ('Nghị định', '145/2020/NĐ-CP', None, None, 'Nghị định số 145/2020/NĐ-CP')]),
    ('Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015;', [('Luật', None, '2015-06-22', None, 'Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015')]),
    ('Bộ luật Lao động năm 2019', [('Bộ luật', None, '2019', None, 'Bộ luật Lao động năm 2019')]),
    ('Căn cứ Luật Công đoàn số 12/2012/QH13 ngày 20/6/2012;', [('Luật', '12/2012/QH13', '2012-06-20', None, 'Luật Công đoàn số 12/2012/QH13 ngày 20/6/2012')]),
    ('Luật số 10/2022/QH15 ngày 10/11/2022', [('Luật', '10/2022/QH15', '2022-11-10', None, 'Luật số 10/2022/QH15 ngày 10/11/2022')]),
    ('Kế hoạch số 168/KH-LĐLĐ ngày 03/12/2021của LĐLĐ tỉnh Thanh Hóa, trên cơ sở Kế hoạch số 31/KH-LĐLĐ, ngày 12/11/2021 của LĐLĐ huyện về việc', [('Kế hoạch', '168/KH-LĐLĐ', '2021-12-03', 'LĐLĐ tỉnh Thanh Hóa', 'Kế hoạch số 168/KH-LĐLĐ ngày 03/12/2021'), ('Kế hoạch', '31/KH-LĐLĐ', '2021-11-12', 'LĐLĐ huyện', 'Kế hoạch số 31/KH-LĐLĐ, ngày 12/11/2021')]),
    ('Thông tư liên tịch số 55/2005/TTLT-BNV-VPCP ngày 06/5/2005', [('Thông tư liên tịch', '55/2005/TTLT-BNV-VPCP', '2005-05-06', None, 'Thông tư liên tịch số 55/2005/TTLT-BNV-VPCP ngày 06/5/2005')]),
    ('Kết luận số 120-KL/TW của Bộ Chính trị về', [('Kết luận', '120-KL/TW', None, 'Bộ Chính trị', 'Kết luận số 120-KL/TW')]),
    ('Quy chế số 06-QC/TU, ngày 24/4/2019 về', [('Quy chế', '06-QC/TU', '2019-04-24', None, 'Quy chế số 06-QC/TU, ngày 24/4/2019')]),
    ('Nghị quyết số 351/2017/UBTVQH14', [('Nghị quyết', '351/2017/UBTVQH14', None, None, 'Nghị quyết số 351/2017/UBTVQH14')]),
    ('Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019', [('Luật', None, '2015-06-19', None, 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015'), ('Luật', None, '2019-11-22', None, 'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019')]),
    ('Thực hiện Kế hoạch số 12/KH-UBND ngày 31/02/2024 của UBND huyện', [('Kế hoạch', '12/KH-UBND', None, 'UBND huyện', 'Kế hoạch số 12/KH-UBND ngày 31/02/2024')]),
    ('Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn', [('Pháp lệnh', None, None, None, 'Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn')]),
    ('Luật Đất đai 2013 và Luật Nhà ở 2014, Luật Nhà ở 217', [('Luật', None, '2013', None, 'Luật Đất đai 2013'), ('Luật', None, '2014', None, 'Luật Nhà ở 2014')]),
    ('Luật Phòng, chống 12', []),
    ('Ðề án số:145/ÐA‑UBND; Kế hoạch số 7/KH\nvà Kế hoạch số\n8/KH–UBND', [('Đề án', '145/ĐA-UBND', None, None, 'Ðề án số:145/ÐA‑UBND'), ('Kế hoạch', '7/KH', None, None, 'Kế hoạch số 7/KH'), ('Kế hoạch', '8/KH-UBND', None, None, 'Kế hoạch số\n8/KH–UBND')]),
    ('Nghị quyết số 12/NQ-HĐND ngày 14 tháng 12/2020', [('Nghị quyết', '12/NQ-HĐND', '2020-12-14', None, 'Nghị quyết số 12/NQ-HĐND ngày 14 tháng 12/2020')]),
    ('Luật Giáo dục năm 2019', [('Luật', None, '2019', None, 'Luật Giáo dục năm 2019')]),
    ('Hiến pháp năm 2013', [('Hiến pháp', None, '2013', None, 'Hiến pháp năm 2013')]),
    ('luật hóa; pháp luật về lao động; kỷ luật 12/2012', []),
    ('Quyết định của Chủ tịch', []),
    ('Kế hoạch năm 2024', []),
    ('Quyết định số 217-QĐ/TW và số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị', [('Quyết định', '217-QĐ/TW', '2013-12-12', 'Bộ Chính trị', 'Quyết định số 217-QĐ/TW'), ('Quyết định', '218-QĐ/TW', '2013-12-12', 'Bộ Chính trị', '218-QĐ/TW ngày 12/12/2013')]),
    ('Luật Phòng, chống tham nhũng năm 2018; Luật Thực hành tiết kiệm, chống lãng phí; Luật Giáo dục, Luật Trẻ em năm 2016', [('Luật', None, '2018', None, 'Luật Phòng, chống tham nhũng năm 2018'), ('Luật', None, None, None, 'Luật Thực hành tiết kiệm, chống lãng phí'), ('Luật', None, None, None, 'Luật Giáo dục'), ('Luật', None, '2016', None, 'Luật Trẻ em năm 2016')]),
    ('Căn cứ Luật An toàn, vệ sinh lao động;', [('Luật', None, None, None, 'Luật An toàn, vệ sinh lao động')]),
    ('Thông tư số 22/2019/TT-BGDĐT ngày 20 tháng 12 năm 2019 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành', [('Thông tư', '22/2019/TT-BGDĐT', '2019-12-20', 'Bộ trưởng Bộ Giáo dục và Đào tạo', 'Thông tư số 22/2019/TT-BGDĐT ngày 20 tháng 12 năm 2019')]),
    ('Quyết định số 1131/QĐ-UBND ngày 02/7/2024 của Ủy ban nhân dân tỉnh Sơn La về việc', [('Quyết định', '1131/QĐ-UBND', '2024-07-02', 'Ủy ban nhân dân tỉnh Sơn La', 'Quyết định số 1131/QĐ-UBND ngày 02/7/2024')]),
    ('Kế hoạch số 12/KH-UBND của Chủ tịch UBND huyện Mộc Châu', [('Kế hoạch', '12/KH-UBND', None, 'Chủ tịch UBND huyện Mộc Châu', 'Kế hoạch số 12/KH-UBND')]),
    ('Kế hoạch số 88-KH/TU của Ban Thường vụ Tỉnh ủy Lai Châu', [('Kế hoạch', '88-KH/TU', None, 'Ban Thường vụ Tỉnh ủy Lai Châu', 'Kế hoạch số 88-KH/TU')]),
    ('Thông tư 08 và 09 ngày 01/02/2020 của Bộ Nội vụ', [('Thông tư', '08', '2020-02-01', 'Bộ Nội vụ', 'Thông tư 08'), ('Thông tư', '09', '2020-02-01', 'Bộ Nội vụ', '09 ngày 01/02/2020')]),
    ('Luật đã được Quốc hội thông qua. Luật có hiệu lực', []),
]  # fmt: skip
"""Text → what is cited: type, canonical number, date, body, and the words from type to date."""


@pytest.mark.parametrize(("text", "found"), CITED)
def test_citations_are_found_with_type_number_date_body_and_place(text: str, found: list[Found]) -> None:
    assert [(c.loai, c.so_ky_hieu, c.ngay, c.co_quan, text[slice(*c.span)]) for c in find_citations(text)] == found


@pytest.mark.parametrize(("text", "found"), CITED)
def test_places_are_in_code_points_whatever_stands_before(text: str, found: list[Found]) -> None:
    moved = f"😀 {text}"
    assert [moved[slice(*c.span)] for c in find_citations(moved)] == [words for *_, words in found]


def test_a_statute_has_its_name() -> None:
    (law,) = find_citations("Căn cứ Luật Thực hiện dân chủ ở cơ sở năm 2022;")
    assert law.ten == "Luật Thực hiện dân chủ ở cơ sở"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("145/2020/NDD-CP", "145/2020/NĐ-CP"), ("04/2015/NĐ/CP", "04/2015/NĐ-CP"), ("34 /KH-LĐLĐ", "34/KH-LĐLĐ"),
        ("1723/HD -TLĐ", "1723/HD-TLĐ"), ("30-CT/T.Ư", "30-CT/TW"), ("30/CT-TW", "30-CT/TW"), ("217 QĐ/ TW", "217-QĐ/TW"),
        ("06/2022-QH15", "06/2022/QH15"), ("123/QĐ/UBND", "123/QĐ-UBND"), ("145/2020/nđ-cp", "145/2020/NĐ-CP"),
        ("02/KH-LĐLĐ", "02/KH-LĐLĐ"), ("13-KH/LĐLĐ", "13-KH/LĐLĐ"), ("11-QĐi/TW", "11-QĐi/TW"), ("06b/NQ-TLĐ", "06b/NQ-TLĐ"),
    ],
)  # fmt: skip
def test_known_slips_of_typing_are_mended_in_the_answer(typed: str, code: str) -> None:
    assert canonical(typed) == code
    assert canonical(code) == code


def test_every_coded_citation_of_the_model_plan_is_found(model: dict[str, Any]) -> None:
    citations, _ = derive(dump(load(model)))
    codes = [c.so_ky_hieu for _, c in citations if c.so_ky_hieu and not c.so_ky_hieu.isdigit()]
    assert len(codes) == 16
    assert [c.so_ky_hieu for _, c in citations if (c.so_ky_hieu or "").isdigit()] == ["217", "218"]
    pointer, decree = next((p, c) for p, c in citations if c.so_ky_hieu == "145/2020/NĐ-CP")
    assert (pointer, decree.ngay, decree.co_quan) == ("/can_cu/0", "2020-12-14", "Chính phủ")


def test_they_come_in_the_order_of_the_plan_whatever_is_searched_first() -> None:
    task = {
        "noi_dung": "Theo Nghị định số 3/2020/NĐ-CP",
        "thoi_gian": "Quý I",
        "to_chuc_thuc_hien": "Bộ luật Lao động 2019",
    }
    plan = dump(
        load(
            {
                "co_quan_ban_hanh": "A",
                "trich_yeu": "Theo Nghị định số 1/2020/NĐ-CP",
                "can_cu": ["Căn cứ Nghị định số 2/2020/NĐ-CP"],
                "noi_dung": [
                    {"loai": "doan", "van_ban": "Luật Nhà ở 2023"},
                    {"loai": "bang_nhiem_vu", "nhiem_vu": [task]},
                    {"loai": "doan", "van_ban": "Nghị định số 4/2020/NĐ-CP, Nghị định số 5/2020/NĐ-CP"},
                ],
            }
        )
    )
    assert [(pointer, c.so_ky_hieu or c.ten) for pointer, c in derive(plan)[0]] == [
        ("/trich_yeu", "1/2020/NĐ-CP"),
        ("/can_cu/0", "2/2020/NĐ-CP"),
        ("/noi_dung/0/van_ban", "Luật Nhà ở"),
        ("/noi_dung/1/nhiem_vu/0/noi_dung", "3/2020/NĐ-CP"),
        ("/noi_dung/1/nhiem_vu/0/to_chuc_thuc_hien", "Bộ luật Lao động"),
        ("/noi_dung/2/van_ban", "4/2020/NĐ-CP"),
        ("/noi_dung/2/van_ban", "5/2020/NĐ-CP"),
    ]


@pytest.mark.parametrize("text", ["Luật " * 20_000, "Nghị định số 1/" * 10_000, "Quyết định 1" + ", 1" * 30_000, "1" * 100_000,
                                  "Luật A" + "a, b" * 25_000, "Kế hoạch số 1-A/" + "A" * 90_000, "Luật sửa đổi " + "a " * 40_000])  # fmt: skip
def test_long_nonsense_is_read_in_passing(text: str) -> None:
    find_citations(text)


@given(st.text(alphabet="Luật Nghị định số 0123456789/-NĐCPTW,và ngàycủaB.", max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    for citation in find_citations(text):
        assert 0 <= citation.span[0] < citation.span[1] <= len(text)
