"""Widths of lines in Times letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.wording.widths import lines_of, width_mm

LETTERS = st.text("aăâeêioôơuưyđAĐƠƯ áàảãạấắớứ -,.0", max_size=30)


@pytest.mark.parametrize(
    ("text", "points", "bold", "italic", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False, 60.4),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU", 12, False, False, 78.3),
        ("Thực hiện quy chế dân chủ ở cơ sở năm 2024", 14, True, False, 94.9),
        ("Phong Thổ, ngày 11 tháng 01 năm 2024", 13, False, True, 73.9),
        ("", 13, False, False, 0.0),
    ],
)
def test_widths_are_those_of_the_font(text: str, points: float, bold: bool, italic: bool, millimetres: float) -> None:
    assert width_mm(text, points, bold, italic) == pytest.approx(millimetres, abs=0.15)


@pytest.mark.parametrize(("plain", "marked"), [("o", "ộ"), ("A", "Ẫ"), ("ư", "ự"), ("Ơ", "Ở"), ("E", "Ề")])
def test_marks_do_not_widen_a_letter(plain: str, marked: str) -> None:
    assert width_mm(plain, 14) == width_mm(marked, 14)


@pytest.mark.parametrize("bold", [False, True])
def test_horns_widen_the_letter_u(bold: bool) -> None:
    assert width_mm("ư", 14, bold) > width_mm("u", 14, bold)


@given(LETTERS, LETTERS, st.booleans(), st.booleans())
def test_the_width_of_a_line_is_the_sum_of_its_parts(one: str, other: str, bold: bool, italic: bool) -> None:
    whole = width_mm(one + other, 13, bold, italic)
    assert whole == pytest.approx(width_mm(one, 13, bold, italic) + width_mm(other, 13, bold, italic))


@pytest.mark.parametrize(
    ("text", "column", "last"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN PHONG THỔ", 67, "HUYỆN PHONG THỔ"),
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN PHONG THỔ", 120, "LIÊN ĐOÀN LAO ĐỘNG HUYỆN PHONG THỔ"),
        ("RẤTDÀIKHÔNGNGẮTĐƯỢCCHÚTNÀO RẤTDÀIKHÔNGNGẮTĐƯỢC", 5, "RẤTDÀIKHÔNGNGẮTĐƯỢC"),
    ],
)
def test_the_last_line_is_what_is_left_after_full_ones(text: str, column: float, last: str) -> None:
    assert lines_of(text, 13, True, column)[-1] == last


@given(st.text("AB ĐẢNG", max_size=80), st.floats(5, 200))
def test_lines_hold_the_text_and_each_fits_or_is_one_word(text: str, column: float) -> None:
    lines = lines_of(text, 13, True, column)
    assert " ".join(lines) == " ".join(text.split())
    assert all(" " not in line or width_mm(line, 13, True) <= column for line in lines)
