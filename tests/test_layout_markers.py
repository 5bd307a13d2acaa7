"""Markers, their series and the headings of columns as people type them."""

from __future__ import annotations

from typing import Any

import pytest

from service.layout.columns import by_the_hour, of_tasks
from service.layout.markers import find_marker
from service.layout.tree import Tree
from service.wording.columns import column_fields


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("I. MỤC ĐÍCH", "I.", "MỤC ĐÍCH"),
        ("I/- Mục đích", "I/-", "Mục đích"),
        ("I .MỤC ĐÍCH", "I .", "MỤC ĐÍCH"),
        ("1.1.Mục đích", "1.1.", "Mục đích"),
        ("a.1) Nội dung", "a.1)", "Nội dung"),
        ("A.2. Nội dung", "A.2.", "Nội dung"),
        ("-nội dung", "-", "nội dung"),
        ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT", ""),
        ("Điều 12: Ban hành", "Điều 12:", "Ban hành"),
        ("7h30 họp", None, "7h30 họp"),
        ("1.500.000 đồng", None, "1.500.000 đồng"),
        ("15/5/2024 họp", None, "15/5/2024 họp"),
        ("V/v báo cáo", None, "V/v báo cáo"),
        ("Mục tiêu chung", None, "Mục tiêu chung"),
    ],
)
def test_markers_as_people_type_them(text: str, marker: str | None, rest: str) -> None:
    found = find_marker(text)
    assert (found.text if found else None) == marker
    assert text[found.end if found else 0 :].strip() == rest


def levels(*markers: str) -> list[tuple[int, str]]:
    tree = Tree()
    for text in markers:
        found = find_marker(f"{text} x")
        assert found is not None
        tree.count(found, {"loai": "muc", "dau": text, "noi_dung": []})

    def walk(blocks: list[dict[str, Any]], depth: int) -> list[tuple[int, str]]:
        return [e for b in blocks for e in ((depth, b["dau"]), *walk(b["noi_dung"], depth + 1))]

    return walk(tree.root, 0)


@pytest.mark.parametrize(
    ("markers", "depths"),
    [
        (("I.", "1.", "a)", "b)", "2.", "II.", "1."), (0, 1, 2, 2, 1, 0, 1)),
        (("A.", "I.", "1.", "II.", "B.", "I."), (0, 1, 2, 1, 0, 1)),
        (("I.", "A.", "1.", "B.", "II."), (0, 1, 2, 1, 0)),
        (("A.", "B.", "C.", "D."), (0, 0, 0, 0)),  # C. and D. are no Roman hundreds
        (("1.", "1.1.", "1.2.", "2.", "2.1."), (0, 1, 1, 0, 1)),
        (("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"), (0,) * 9),
        (("1.", "2/", "3-"), (0, 0, 0)),  # the sign after the number wanders
        (("I.", "1.", "2.", "4."), (0, 1, 1, 1)),  # 3 was left out
    ],
)
def test_the_series_decides_the_level(markers: tuple[str, ...], depths: tuple[int, ...]) -> None:
    assert levels(*markers) == list(zip(depths, markers, strict=True))


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("STT", "Nội dung công việc", "Thời gian", "Người thực hiện"), ("stt", "noi_dung", "thoi_gian", "to_chuc_thuc_hien")),
        (("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"), ("stt", "noi_dung", "chu_tri", "phoi_hop", "thoi_gian")),
        (("Tháng", "Nội dung công việc", "Phân công", "Kinh phí thực hiện"), ("thoi_gian", "noi_dung", "to_chuc_thuc_hien", "khac")),
        (("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Hình thức văn bản", "Thời gian"), ("stt", "noi_dung", "chu_tri", "san_pham", "thoi_gian")),
        (("Nội dung", "Địa điểm thực hiện", "Tiến độ", "Kết quả"), ("noi_dung", "khac", "thoi_gian", "san_pham")),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_headings(headings: tuple[str, ...], fields: tuple[str, ...]) -> None:
    assert tuple(column_fields(headings)) == fields
    assert of_tasks(headings, fields)


@pytest.mark.parametrize(
    "headings",
    [
        ("STT", "Nội dung chi", "Số lượng", "Đơn giá", "Thành tiền"),
        ("TT", "Họ và tên", "Chức vụ", "Nhiệm vụ"),
        ("TT", "Họ và tên", "Nhiệm vụ", "Thời gian"),
        ("TT", "Xã", "Số hộ"),
    ],
)
def test_budgets_and_lists_of_people_are_no_tasks(headings: tuple[str, ...]) -> None:
    assert not of_tasks(headings, column_fields(headings))


def test_an_agenda_goes_by_the_hour() -> None:
    assert by_the_hour(["7h30 - 8h00", "8h00 - 9h15", ""])
    assert not by_the_hour(["Tháng 3", "Quý II"])
