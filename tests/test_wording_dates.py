"""Dates in words and in figures, both ways."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.wording.dates import GAP, PATTERN, doc_ngay, doc_ngay_thang, find_dates, ngay_thang
from service.wording.pairs import PAIRS

ISO = st.none() | st.dates().map(lambda d: d.isoformat()).flatmap(lambda d: st.sampled_from([d, d[:7], d[:4]]))


@given(ISO)
def test_what_is_written_reads_back(iso: str | None) -> None:
    words = ngay_thang(iso)
    assert re.fullmatch(PATTERN, words)
    assert doc_ngay_thang(words) == iso
    assert ngay_thang(doc_ngay_thang(words)) == words


@given(ISO)
def test_decomposed_words_read_back_too(iso: str | None) -> None:
    words = normalize("NFD", ngay_thang(iso))
    assert re.fullmatch(PATTERN, words)
    assert doc_ngay_thang(words) == iso


@pytest.mark.parametrize(
    ("iso", "words", "why"),
    [
        ("2023-01-11", "ngày 11 tháng 01 năm 2023", "the model plan"),
        ("2020-03-05", "ngày 05 tháng 3 năm 2020", "the decree's own heading"),
        ("2019-06-29", "ngày 29 tháng 6 năm 2019", "sample in the annex"),
        ("2024-12-31", "ngày 31 tháng 12 năm 2024", "two digits"),
        ("2024-02", f"ngày {GAP} tháng 02 năm 2024", "the day is left open"),
        ("2024", f"ngày {GAP} tháng {GAP} năm 2024", "day and month are left open"),
        (None, f"ngày {GAP} tháng {GAP} năm {GAP}", "a draft"),
    ],
)
def test_zeros_and_gaps_stand_where_the_decree_wants_them(iso: str | None, words: str, why: str) -> None:
    assert ngay_thang(iso) == words, why


@pytest.mark.parametrize(
    ("text", "iso", "why"),
    [
        ("ngày … tháng … năm 2024", "2024", "one ellipsis"),
        ("ngày ..... tháng .... năm 2024", "2024", "dots"),
        ("ngày ____ tháng 3 năm 2024", "2024-03", "underscores"),
        ("Ngày    tháng 02 năm 2024", "2024-02", "blanks, capital"),
        ("ngày     tháng     năm 2024", "2024", "blanks only"),
        ("ngày 5 tháng 03 năm 2024", "2024-03-05", "zeros otherwise than prescribed"),
        ("ngày05 tháng3 năm2024", "2024-03-05", "no blanks"),
        ("NGÀY 05 THÁNG 3 NĂM 2024", "2024-03-05", "capitals"),
        ("ngày 15 tháng 6 năm 2024.", "2024-06-15", "a full stop after it"),
        ("ngày … tháng … năm 20…", None, "the form of this century"),
        ("ngày … tháng … năm ……", None, "all open"),
    ],
)
def test_dates_are_read_as_people_type_them(text: str, iso: str | None, why: str) -> None:
    assert re.fullmatch(PATTERN + "[.]?", text), why
    assert doc_ngay_thang(text) == iso, why


@pytest.mark.parametrize(
    "text",
    [
        "ngày 30 tháng 02 năm 2023",
        "ngày 1 tháng 13 năm 2023",
        "ngày 1 tháng 1 năm 0000",
        "hôm nay",
        "",
        "ngày 1 tháng  năm 2023",
        "ngày  tháng 3 năm ",
        "ngày 1 tháng 2 năm 2023 và sau đó",
    ],
)
def test_no_match_is_told_from_a_date_left_open(text: str) -> None:
    with pytest.raises(ValueError):
        doc_ngay_thang(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("14/8/2023", "2023-08-14"),
        ("ngày 09/1/2015", "2015-01-09"),
        ("18-2-2019", "2019-02-18"),
        ("01.10.1997", "1997-10-01"),
        ("14 / 8 / 2023", "2023-08-14"),
        ("ngày 11 tháng 01 năm 2023", "2023-01-11"),
    ],
)
def test_short_dates_are_day_month_year(text: str, iso: str) -> None:
    assert doc_ngay(text) == iso


@pytest.mark.parametrize("text", ["31/6/2024", "14/8-2023", "8/2023", "145/2020", "14/8/23"])
def test_what_is_no_whole_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        doc_ngay(text)


def test_all_dates_of_a_text_are_found_with_their_places() -> None:
    text = "Nghị định số 145/2020/NĐ-CP, ngày 14/12/2020; Công văn 18-2-2019; ngày 5 tháng 3 năm 2020; 31/2/2020."
    assert [(d.iso, text[slice(*d.span)]) for d in find_dates(text)] == [
        ("2020-12-14", "ngày 14/12/2020"),
        ("2019-02-18", "18-2-2019"),
        ("2020-03-05", "ngày 5 tháng 3 năm 2020"),
    ]


@given(st.text("0123456789/.-ngày tháng năm …_\u00a0", max_size=60))
def test_reading_gives_a_value_that_writes_or_refuses(text: str) -> None:
    try:
        iso = doc_ngay_thang(text)
    except ValueError:
        return
    assert doc_ngay_thang(ngay_thang(iso)) == iso
    assert PAIRS["ngay_thang"].read(text) == iso


@pytest.mark.parametrize("filling", ["ngày ", " ", ".", "1/", "ngày 1 tháng ", "ngày" + " " * 50 + "tháng"])
def test_long_nonsense_costs_no_more_than_its_length(filling: str) -> None:
    text = filling * (100_000 // len(filling))
    assert find_dates(text) == []
    assert re.search(PATTERN + "!", text) is None
    with pytest.raises(ValueError):
        doc_ngay_thang(text)
