"""Times in the words of plans (the-thuc §4.4), as dates with their exact place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import dump, load
from service.deriving import derive
from service.wording.citations import find_citations
from service.wording.joined import Joined
from service.wording.periods import find_periods, periods_of

Found = tuple[str, str | None, str | None, str | None]
TIMES: list[tuple[str, list[Found]]] = [
    ('Quý I năm 2024', [('Quý I năm 2024', '2024-01-01', '2024-03-31', None)]),
    ('Quý II/2024', [('Quý II/2024', '2024-04-01', '2024-06-30', None)]),
    ('quý 4/2024', [('quý 4/2024', '2024-10-01', '2024-12-31', None)]),
    ('Quý I, II/2024', [('Quý I, II/2024', '2024-01-01', '2024-06-30', None)]),
    ('Quý I + II', [('Quý I + II', '2024-01-01', '2024-06-30', None)]),
    ('Quý I và quý II năm 2024', [('Quý I và quý II năm 2024', '2024-01-01', '2024-06-30', None)]),
    ('Quý III-IV/2024', [('Quý III-IV/2024', '2024-07-01', '2024-12-31', None)]),
    ('Quý I-2024', [('Quý I-2024', '2024-01-01', '2024-03-31', None)]),
    ('Quý II 2024', [('Quý II 2024', '2024-04-01', '2024-06-30', None)]),
    ('QUÝ I/2024', [('QUÝ I/2024', '2024-01-01', '2024-03-31', None)]),
    ('6 tháng đầu năm', [('6 tháng đầu năm', '2024-01-01', '2024-06-30', None)]),
    ('6 tháng đầu năm 2024', [('6 tháng đầu năm 2024', '2024-01-01', '2024-06-30', None)]),
    ('06 tháng cuối năm 2024', [('06 tháng cuối năm 2024', '2024-07-01', '2024-12-31', None)]),
    ('sáu tháng đầu năm 2024', [('sáu tháng đầu năm 2024', '2024-01-01', '2024-06-30', None)]),
    ('9 tháng', [('9 tháng', '2024-01-01', '2024-09-30', None)]),
    ('9 tháng đầu năm 2024', [('9 tháng đầu năm 2024', '2024-01-01', '2024-09-30', None)]),
    ('9 tháng năm 2024', [('9 tháng năm 2024', '2024-01-01', '2024-09-30', None)]),
    ('3 tháng cuối năm', [('3 tháng cuối năm', '2024-10-01', '2024-12-31', None)]),
    ('Đầu năm 2024', [('năm 2024', '2024-01-01', '2024-12-31', None)]),
    ('Cuối năm 2024', [('năm 2024', '2024-01-01', '2024-12-31', None)]),
    ('Cả năm', [('Cả năm', '2024-01-01', '2024-12-31', None)]),
    ('Trong năm 2024', [('năm 2024', '2024-01-01', '2024-12-31', None)]),
    ('Năm 2024', [('Năm 2024', '2024-01-01', '2024-12-31', None)]),
    ('năm học 2026 - 2027', [('năm học 2026 - 2027', '2026-09-01', '2027-05-31', None)]),
    ('Năm học 2023-2024', [('Năm học 2023-2024', '2023-09-01', '2024-05-31', None)]),
    ('giai đoạn 2021 - 2025', [('giai đoạn 2021 - 2025', '2021-01-01', '2025-12-31', None)]),
    ('nhiệm kỳ 2023 - 2028', [('nhiệm kỳ 2023 - 2028', '2023-01-01', '2028-12-31', None)]),
    ('Giai đoạn 2021-2025', [('Giai đoạn 2021-2025', '2021-01-01', '2025-12-31', None)]),
    ('thường xuyên', [('thường xuyên', None, None, 'thường xuyên')]),
    ('Thường xuyên trong năm', [('Thường xuyên', None, None, 'thường xuyên'), ('trong năm', '2024-01-01', '2024-12-31', None)]),
    ('Hằng tháng', [('Hằng tháng', None, None, 'hằng tháng')]),
    ('hàng quý', [('hàng quý', None, None, 'hằng quý')]),
    ('Hằng tháng, quý', [('Hằng tháng', None, None, 'hằng tháng'), ('quý', None, None, 'hằng quý')]),
    ('hằng tuần, hằng tháng', [('hằng tuần', None, None, 'hằng tuần'), ('hằng tháng', None, None, 'hằng tháng')]),
    ('Định kỳ hằng quý', [('hằng quý', None, None, 'hằng quý')]),
    ('đột xuất', [('đột xuất', None, None, 'đột xuất')]),
    ('trước ngày 15/6/2024', [('trước ngày 15/6/2024', None, '2024-06-15', None)]),
    ('Trước 15/6/2024', [('Trước 15/6/2024', None, '2024-06-15', None)]),
    ('Trước ngày 25 hằng tháng', [('Trước ngày 25 hằng tháng', None, None, 'hằng tháng')]),
    ('trước ngày 15 tháng 6 năm 2024', [('trước ngày 15 tháng 6 năm 2024', None, '2024-06-15', None)]),
    ('Trước 30/6', [('Trước 30/6', None, '2024-06-30', None)]),
    ('trước tháng 6/2024', [('trước tháng 6/2024', None, '2024-05-31', None)]),
    ('xong trước 30/11/2024', [('xong trước 30/11/2024', None, '2024-11-30', None)]),
    ('chậm nhất ngày 15/6/2024', [('chậm nhất ngày 15/6/2024', None, '2024-06-15', None)]),
    ('Chậm nhất là 15/12/2024', [('Chậm nhất là 15/12/2024', None, '2024-12-15', None)]),
    ('đến hết ngày 31/12/2024', [('đến hết ngày 31/12/2024', None, '2024-12-31', None)]),
    ('đến hết tháng 6/2024', [('đến hết tháng 6/2024', None, '2024-06-30', None)]),
    ('đến tháng 12/2024', [('đến tháng 12/2024', None, '2024-12-31', None)]),
    ('sau ngày 01/7/2024', [('sau ngày 01/7/2024', '2024-07-01', None, None)]),
    ('từ ngày 01/3/2024', [('từ ngày 01/3/2024', '2024-03-01', None, None)]),
    ('từ ngày 01/3 đến 15/4/2024', [('từ ngày 01/3 đến 15/4/2024', '2024-03-01', '2024-04-15', None)]),
    ('Từ ngày 01/3/2024 đến ngày 15/4/2024', [('Từ ngày 01/3/2024 đến ngày 15/4/2024', '2024-03-01', '2024-04-15', None)]),
    ('từ 01/3/2024 - 15/4/2024', [('từ 01/3/2024 - 15/4/2024', '2024-03-01', '2024-04-15', None)]),
    ('01/3/2024-15/4/2024', [('01/3/2024-15/4/2024', '2024-03-01', '2024-04-15', None)]),
    ('từ 01 đến 15/4/2024', [('từ 01 đến 15/4/2024', '2024-04-01', '2024-04-15', None)]),
    ('Từ tháng 3 đến tháng 5/2024', [('Từ tháng 3 đến tháng 5/2024', '2024-03-01', '2024-05-31', None)]),
    ('từ tháng 3 đến tháng 5 năm 2024', [('từ tháng 3 đến tháng 5 năm 2024', '2024-03-01', '2024-05-31', None)]),
    ('Từ tháng 11/2023 đến tháng 3/2024', [('Từ tháng 11/2023 đến tháng 3/2024', '2023-11-01', '2024-03-31', None)]),
    ('Tháng 3 - 5/2024', [('Tháng 3 - 5/2024', '2024-03-01', '2024-05-31', None)]),
    ('Tháng 3, 4/2024', [('Tháng 3, 4/2024', '2024-03-01', '2024-04-30', None)]),
    ('Tháng 3, 6, 9 năm 2024', [('Tháng 3', '2024-03-01', '2024-03-31', None), ('6', '2024-06-01', '2024-06-30', None), ('9 năm 2024', '2024-09-01', '2024-09-30', None)]),
    ('tháng 3/2024', [('tháng 3/2024', '2024-03-01', '2024-03-31', None)]),
    ('trong tháng 11', [('tháng 11', '2024-11-01', '2024-11-30', None)]),
    ('Tháng 3', [('Tháng 3', '2024-03-01', '2024-03-31', None)]),
    ('tháng 02 năm 2024', [('tháng 02 năm 2024', '2024-02-01', '2024-02-29', None)]),
    ('Đầu tháng 3/2024', [('tháng 3/2024', '2024-03-01', '2024-03-31', None)]),
    ('Cuối tháng 3/2024', [('tháng 3/2024', '2024-03-01', '2024-03-31', None)]),
    ('Giữa tháng 3/2024', [('tháng 3/2024', '2024-03-01', '2024-03-31', None)]),
    ('Tuần 2 tháng 3/2024', [('tháng 3/2024', '2024-03-01', '2024-03-31', None)]),
    ('Tuần thứ nhất tháng 3', [('tháng 3', '2024-03-01', '2024-03-31', None)]),
    ('Ngày 15/3/2024', [('Ngày 15/3/2024', '2024-03-15', '2024-03-15', None)]),
    ('15/3/2024', [('15/3/2024', '2024-03-15', '2024-03-15', None)]),
    ('ngày 15 tháng 3 năm 2024', [('ngày 15 tháng 3 năm 2024', '2024-03-15', '2024-03-15', None)]),
    ('15-3-2024', [('15-3-2024', '2024-03-15', '2024-03-15', None)]),
    ('Ngày 15/3', [('Ngày 15/3', '2024-03-15', '2024-03-15', None)]),
    ('15/3', [('15/3', '2024-03-15', '2024-03-15', None)]),
    ('Ngày 8/3 và 20/10', [('Ngày 8/3', '2024-03-08', '2024-03-08', None)]),
    ('Tháng 13/2024', []),
    ('Ngày 31/02/2024', []),
    ('01 lần/năm', []),
    ('Theo kế hoạch của tỉnh', []),
    ('Tết Nguyên đán 2024', []),
    ('Quý I/2024, Quý II/2024', [('Quý I/2024', '2024-01-01', '2024-03-31', None), ('Quý II/2024', '2024-04-01', '2024-06-30', None)]),
    ('Tháng 1/2024; tháng 6/2024', [('Tháng 1/2024', '2024-01-01', '2024-01-31', None), ('tháng 6/2024', '2024-06-01', '2024-06-30', None)]),
    ('hằng năm', [('hằng năm', None, None, 'hằng năm')]),
    ('Năm 2024 và những năm tiếp theo', [('Năm 2024', '2024-01-01', '2024-12-31', None)]),
    ('2024', [('2024', '2024-01-01', '2024-12-31', None)]),
    ('2024 - 2025', [('2024 - 2025', '2024-01-01', '2025-12-31', None)]),
    ('145/2020/NĐ-CP', []),
]  # fmt: skip
"""Text → what is found: its words, first and last day, what recurs. A year that is not written is 2024."""


@pytest.mark.parametrize(("text", "found"), TIMES)
def test_times_are_found_with_their_dates_and_words(text: str, found: list[Found]) -> None:
    periods = find_periods(text, 2024)
    assert [(p.text, p.tu, p.den, p.lap) for p in periods] == found
    assert all(text[slice(*p.span)] == p.text for p in periods)


@pytest.mark.parametrize(("text", "found"), TIMES)
def test_places_are_exact_inside_a_sentence(text: str, found: list[Found]) -> None:
    if text[:1].isdigit():
        return  # a day or year alone is one only where nothing else stands
    sentence = f"Việc 😀 này: {text}, xong."
    assert [(p.text, p.tu, p.den, p.lap) for p in find_periods(sentence, 2024)] == found
    assert all(sentence[slice(*p.span)] == p.text for p in find_periods(sentence, 2024))


def test_what_names_no_year_is_no_date_where_none_is_known() -> None:
    assert find_periods("Quý I, tháng 3, 6 tháng đầu năm, trước 30/6", None) == ()
    assert [p.den for p in find_periods("Quý I/2024, tháng 3", None)] == ["2024-03-31"]


def test_the_heading_of_the_column_of_times_is_read_as_its_cells_are() -> None:
    task = {"noi_dung": "A", "thoi_gian": "B", "to_chuc_thuc_hien": "C"}
    table = {"loai": "bang_nhiem_vu", "cot": {"thoi_gian": "Thường xuyên, năm 2024"}, "nhiem_vu": [task]}
    plan = dump(load({"co_quan_ban_hanh": "A", "noi_dung": [table]}))
    assert [(pointer, p.text) for pointer, p in derive(plan)[1]] == [
        ("/noi_dung/0/cot/thoi_gian", "Thường xuyên"),
        ("/noi_dung/0/cot/thoi_gian", "năm 2024"),
    ]


@pytest.mark.parametrize("text", ["quý I" + ", I" * 50_000, " " * 100_000, "1" * 100_000, "tháng 1" + " , 1" * 30_000,
                                  "hằng tháng" + ", quý" * 30_000, "từ ngày 1/" * 20_000, "trước " * 30_000])  # fmt: skip
def test_long_nonsense_is_read_in_passing(text: str) -> None:
    find_periods(text, 2024)


@given(st.text(alphabet="quýtháng năm ngày từ đến trước 0123456789/-.,IV", max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for period in find_periods(text, 2024):
        assert text[slice(*period.span)] == period.text
        assert period.tu is None or period.den is None or period.tu <= period.den


@pytest.mark.parametrize("text", [text for text, _ in TIMES])
@pytest.mark.parametrize("sentence", ["Việc 😀 này: {}, xong.", "Báo cáo về Sở {} để tổng hợp"])
def test_times_in_prose_are_those_of_a_column_but_for_what_tells_none_there(text: str, sentence: str) -> None:
    words = sentence.format(text)
    periods = [period for at, period in periods_of(Joined(["Mở đầu", words, "Kết thúc"]), 2024) if at == 1]
    as_a_column = [p for p in find_periods(words, 2024) if p.lap not in ("thường xuyên", "đột xuất")]
    assert periods == ([] if text in NO_TIME_IN_PROSE else as_a_column)
    assert all(words[slice(*p.span)] == p.text for p in periods)


NO_TIME_IN_PROSE = ("9 tháng", "Cả năm", "Thường xuyên trong năm")
"""Lengths of time."""


def test_the_dates_of_cited_documents_are_no_times() -> None:
    text = "Theo Nghị định số 145/2020/NĐ-CP ngày 14/12/2020, báo cáo trước ngày 15/6 và hằng quý."
    (citation,) = find_citations(text)
    periods = [period for _, period in periods_of(Joined([text]), 2024, [citation.span])]
    assert [(p.text, p.den, p.lap) for p in periods] == [
        ("báo cáo trước ngày 15/6", "2024-06-15", None),
        ("hằng quý", None, "hằng quý"),
    ]


def test_times_are_found_in_the_subject_the_body_its_tables_the_closing_and_the_annexes() -> None:
    plan = dump(
        load(
            {
                "co_quan_ban_hanh": "A",
                "trich_yeu": "Thực hiện quy chế năm 2024",
                "can_cu": ["Căn cứ Kế hoạch công tác năm 2023;"],
                "noi_dung": [
                    {"loai": "doan", "van_ban": [{"van_ban": "Xong trước ngày "}, {"van_ban": "15/6", "dam": True}, {"van_ban": "."}]},
                    {"loai": "bang", "hang": [["Đợt", "Tháng 3/2024"]]},
                    {"loai": "bang_nhiem_vu", "nhiem_vu": [{"noi_dung": "Báo cáo 6 tháng đầu năm", "thoi_gian": "Quý II"}]},
                ],
                "ket_thuc": ["Báo cáo 6 tháng đầu năm gửi về Sở."],
                "phu_luc": [{"ten": "Phụ lục", "noi_dung": [{"loai": "doan", "van_ban": "Họp hằng tháng."}]}],
            }
        )
    )  # fmt: skip
    assert [(pointer, p.text, p.tu, p.den, p.lap) for pointer, p in derive(plan)[1]] == [
        ("/trich_yeu", "năm 2024", "2024-01-01", "2024-12-31", None),
        ("/noi_dung/0/van_ban", "Xong trước ngày 15/6", None, "2024-06-15", None),
        ("/noi_dung/1/hang/0/1", "Tháng 3/2024", "2024-03-01", "2024-03-31", None),
        ("/noi_dung/2/nhiem_vu/0/thoi_gian", "Quý II", "2024-04-01", "2024-06-30", None),
        ("/ket_thuc/0", "6 tháng đầu năm", "2024-01-01", "2024-06-30", None),
        ("/phu_luc/0/noi_dung/0/van_ban", "hằng tháng", None, None, "hằng tháng"),
    ]


@pytest.mark.parametrize("text", ["quý I" + ", I" * 50_000, "ngày 1/" * 20_000, "trước " * 30_000, "/20 20" * 30_000,
                                  "tháng " * 30_000, "từ ngày 1 tháng " * 10_000, "1 " * 50_000 + "tháng 3/2024"])  # fmt: skip
def test_long_nonsense_in_prose_is_read_in_passing(text: str) -> None:
    periods_of(Joined([text, text]), 2024)


@given(st.lists(st.text(alphabet="quýtháng năm ngày từ đến trước 0123456789/-.,IV", max_size=80)))
def test_no_prose_breaks_it(texts: list[str]) -> None:
    for at, period in periods_of(Joined(texts), 2024):
        assert texts[at][slice(*period.span)] == period.text
