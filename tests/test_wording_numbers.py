"""The number and its line, both ways."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.wording.numbers import PATTERN, doc_dong_so, doc_so, in_so
from service.wording.pairs import PAIRS

NUMBERS = st.none() | st.from_regex(r"[0-9]{2,6}[a-zA-ZđĐ]{0,3}", fullmatch=True) | st.just("4a")


@given(NUMBERS)
def test_what_is_written_reads_back(so: str | None) -> None:
    assert re.fullmatch(PATTERN, in_so(so))
    assert doc_so(in_so(so)) == so


@given(st.text("0123456789aĐđ \u00a0.…_/-", max_size=12))
def test_whatever_the_pattern_takes_reads(text: str) -> None:
    if re.fullmatch(PATTERN, text):
        assert doc_so(in_so(doc_so(text))) == doc_so(text)


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("2", "02"),
        ("02", "02"),
        (" 58 ", "58"),
        ("06b", "06b"),
        ("……", None),
        ("   ", None),
        ("____", None),
        ("", None),
    ],
)
def test_numbers_get_their_zero_and_gaps_are_open(text: str, so: str | None) -> None:
    assert doc_so(text) == so


@pytest.mark.parametrize("text", ["KH", "02/KH", "-1", "1234567"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        doc_so(text)


@pytest.mark.parametrize(
    ("line", "so", "ky_hieu", "the_thuc", "why"),
    [
        ("Số: 02/KH-LĐLĐ", "02", "KH-LĐLĐ", "nd30", "as the decree has it"),
        ("Số 13-KH/LĐLĐ", "13", "KH/LĐLĐ", "dang", "as the Party has it"),
        ("Số :  36 /KH-STP", "36", "KH-STP", "nd30", "stray blanks"),
        ("Số:\u00a034 / KH - LĐLĐ", "34", "KH-LĐLĐ", "nd30", "no-break space, blanks everywhere"),
        ("Số: ……/KH-UBND", None, "KH-UBND", "nd30", "dots for the number"),
        ("Số:        /KH-UBND", None, "KH-UBND", "nd30", "a draft"),
        ("Số        -KH/TU", None, "KH/TU", "dang", "a draft of the Party"),
        ("Số: ____/KH-…", None, "KH-…", "nd30", "dots for the body"),
        ("Số: 5/KH–LĐLĐ", "05", "KH-LĐLĐ", "nd30", "en dash"),
        ("Số: 06b/NQ-TLĐ", "06b", "NQ-TLĐ", "nd30", "letter after the number"),
        ("Số: 12/KH-SGD&ĐT", "12", "KH-SGD&ĐT", "nd30", "an ampersand in the body"),
        ("Số 30-CT/T.Ư", "30", "CT/T.Ư", "dang", "dots in the body"),
        ("Số: 30/2020/NĐ-CP", "30", "2020/NĐ-CP", "nd30", "with its year"),
        ("Số: 15/QÐ-BNV", "15", "QĐ-BNV", "nd30", "Eth for Đ"),
        ("Số: 15", "15", None, "nd30", "no symbol"),
        ("Số:", None, None, "nd30", "nothing yet"),
        ("SỐ: 02/KH-LĐLĐ", "02", "KH-LĐLĐ", "nd30", "capitals"),
        ("Số: 02/KH-BCĐ CTMTQG", "02", "KH-BCĐ CTMTQG", "nd30", "a blank inside the body's sigla"),
    ],
)
def test_the_line_is_read_in_either_form(line: str, so: str | None, ky_hieu: str, the_thuc: str, why: str) -> None:
    found = doc_dong_so(line)
    assert found is not None, why
    assert (found.so, found.ky_hieu, found.the_thuc) == (so, ky_hieu, the_thuc), why


@pytest.mark.parametrize("line", ["", "Số", "Số lượng: 5", "Số 30 người tham gia", "Kế hoạch số 02/KH-LĐLĐ", "Số liệu"])
def test_other_lines_are_left_alone(line: str) -> None:
    assert doc_dong_so(line) is None


def test_the_date_may_stand_on_the_same_line() -> None:
    line = "Số: 02/KH-LĐLĐ          Phong Thổ, ngày 11 tháng 01 năm 2023"
    found = doc_dong_so(line, whole=False)
    assert found is not None
    assert (found.so, found.ky_hieu, line[found.end :].strip()) == (
        "02",
        "KH-LĐLĐ",
        "Phong Thổ, ngày 11 tháng 01 năm 2023",
    )
    assert doc_dong_so(line) is None


def test_a_filter_is_known_to_templates_by_the_name_of_its_pair() -> None:
    assert {name: pair.name for name, pair in PAIRS.items()} == {"ngay_thang": "ngay_thang", "so": "so"}


@pytest.mark.parametrize("filling", ["Số ", " -", "-A", "/", "1", "Số: 1/A ", " ."])
def test_long_nonsense_costs_no_more_than_its_length(filling: str) -> None:
    text = filling * (100_000 // len(filling))
    assert doc_dong_so(text) is None
    assert doc_dong_so("Số: 1/" + text) is None
