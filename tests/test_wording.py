"""Words that invert: dates and numbers; widths of text; times and citations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.wording.citations import find_citations
from service.wording.dates import doc_ngay_thang, ngay_thang
from service.wording.numbers import doc_so, in_so
from service.wording.pairs import PAIRS
from service.wording.periods import find_periods
from service.wording.widths import lines_of, width_mm

ISO = st.none() | st.dates().map(lambda d: d.isoformat()).flatmap(lambda d: st.sampled_from([d, d[:7], d[:4]]))


@given(ISO)
def test_a_date_in_words_reads_back(iso: str | None) -> None:
    assert doc_ngay_thang(ngay_thang(iso)) == iso


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023-01-11", "ngày 11 tháng 01 năm 2023"),
        ("2020-03-05", "ngày 05 tháng 3 năm 2020"),
        ("2024-12-31", "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_days_and_the_first_two_months_get_a_zero(iso: str, words: str) -> None:
    assert ngay_thang(iso) == words


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ngày … tháng … năm 2024", "2024"),
        ("Ngày    tháng 02 năm 2024", "2024-02"),
        ("ngày 5 tháng 03 năm 2024", "2024-03-05"),
    ],
)
def test_dates_as_people_type_them_are_read(text: str, iso: str) -> None:
    assert doc_ngay_thang(text) == iso


@pytest.mark.parametrize("text", ["ngày 30 tháng 02 năm 2023", "hôm nay", "ngày 1 tháng  năm 2023"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        doc_ngay_thang(text)


@given(st.none() | st.from_regex(r"[0-9]{2,6}[a-zđ]?", fullmatch=True))
def test_a_number_reads_back(so: str | None) -> None:
    assert doc_so(in_so(so)) == so


def test_every_pair_is_known_to_templates_by_name() -> None:
    assert set(PAIRS) == {"ngay_thang", "so"}


@pytest.mark.parametrize(
    ("text", "points", "bold", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, 95.6),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, 60.4),
        ("Thực hiện quy chế dân chủ ở cơ sở năm 2024", 14, True, 94.8),
    ],
)
def test_widths_agree_with_those_of_the_printed_page(text: str, points: float, bold: bool, millimetres: float) -> None:
    assert width_mm(text, points, bold) == pytest.approx(millimetres, rel=0.01)


def test_the_last_line_is_what_is_left_after_full_ones() -> None:
    assert lines_of("LIÊN ĐOÀN LAO ĐỘNG HUYỆN PHONG THỔ", 13, True, 67)[-1] == "HUYỆN PHONG THỔ"


@pytest.mark.parametrize(
    ("text", "tu", "den"),
    [
        ("Quý I năm 2024", "2024-01-01", "2024-03-31"),
        ("Quý II/2024", "2024-04-01", "2024-06-30"),
        ("Quý I, II/2024", "2024-01-01", "2024-06-30"),
        ("Quý IV", "2024-10-01", "2024-12-31"),
        ("6 tháng cuối năm 2024", "2024-07-01", "2024-12-31"),
        ("Tháng 2/2024", "2024-02-01", "2024-02-29"),
        ("trước ngày 15/6/2024", None, "2024-06-15"),
        ("giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"),
    ],
)
def test_times_become_dates(text: str, tu: str | None, den: str | None) -> None:
    assert [(p.tu, p.den, p.span) for p in find_periods(text, 2024)] == [(tu, den, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nghị định 04/2015/NĐ/CP, ngày 09/1/2015 của Chính phủ", [("Nghị định", "04/2015/NĐ-CP", "2015-01-09")]),
        ("Kế hoạch số 13-KH/LĐLĐ, ngày 28/12/2023", [("Kế hoạch", "13-KH/LĐLĐ", "2023-12-28")]),
        ("Quyết định 217, 218 của Bộ Chính trị", [("Quyết định", "217", None), ("Quyết định", "218", None)]),
        ("ngày 09/1/2015 quận 3", []),
    ],
)
def test_citations_are_found_in_both_notations(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert [(c.loai, c.so_ky_hieu, c.ngay) for c in find_citations(text)] == found
