"""The task table as CSV, whatever program saved it."""

from __future__ import annotations

from typing import Any

import pytest

from schemas import load
from service.pages.workbook import csv_table
from service.refusals import Refusal

ROWS = [
    {"noi_dung": "Xây dựng kế hoạch", "thoi_gian": "Quý I/2024", "to_chuc_thuc_hien": "Văn phòng; Phòng Nội vụ"},
    {"noi_dung": "Tập huấn\nhai đợt", "thoi_gian": "Tháng 3, 4", "to_chuc_thuc_hien": "Công đoàn"},
]
SEMICOLON = 'STT;Nội dung;Thời gian thực hiện;Tổ chức thực hiện\r\n1;Xây dựng kế hoạch;Quý I/2024;"Văn phòng; Phòng Nội vụ"\r\n2;"Tập huấn\nhai đợt";Tháng 3, 4;Công đoàn\r\n'
COMMA = 'TT,Nội dung công việc,Thời gian,Đơn vị thực hiện\n1,Xây dựng kế hoạch,Quý I/2024,Văn phòng; Phòng Nội vụ\n2,"Tập huấn\nhai đợt","Tháng 3, 4",Công đoàn\n'
TABBED = SEMICOLON.replace(";", "\t").replace("Văn phòng\t", "Văn phòng;")


@pytest.mark.parametrize(
    "data",
    [
        SEMICOLON.encode(),
        b"\xef\xbb\xbf" + SEMICOLON.encode(),
        SEMICOLON.encode("utf-16"),
        COMMA.encode(),
        TABBED.encode(),
        ("sep=;\r\n" + SEMICOLON).encode(),
    ],
    ids=["semicolon", "with mark", "UTF-16", "comma", "tab", "sep="],
)
def test_every_usual_csv_gives_the_same_tasks(data: bytes) -> None:
    block = csv_table.read(data)
    assert [{key: row[key] for key in ROWS[0]} for row in block["nhiem_vu"]] == ROWS


def test_columns_are_found_in_any_order_and_a_foreign_one_is_kept() -> None:
    block = csv_table.read("Đơn vị thực hiện,Kinh phí,Nội dung\nVăn phòng,5 triệu,Tập huấn\n".encode())
    (row,) = block["nhiem_vu"]
    assert (row["noi_dung"], row["to_chuc_thuc_hien"], row["khac"]) == (
        "Tập huấn",
        "Văn phòng",
        {"Kinh phí": "5 triệu"},
    )


def test_what_is_written_is_read_back() -> None:
    payload: dict[str, Any] = {
        "co_quan_ban_hanh": "A",
        "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": [*ROWS, {"nhom": "Nhóm II"}, ROWS[0]]}],
    }
    plan = load(payload)
    again = load(payload | {"noi_dung": [csv_table.read(csv_table.write(plan))]})
    assert again == plan


def test_a_cell_that_looks_like_a_formula_is_written_inert() -> None:
    plan = load(
        {
            "co_quan_ban_hanh": "A",
            "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": [{"noi_dung": '=HYPERLINK("x")'}]}],
        }
    )
    assert b"'=HYPERLINK" in csv_table.write(plan)


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02", b"PK\x03\x04", b"\xff\xfe\x00\xd8", b"a", b"\n\n", b"x" * (6 * 2**20)]
)
def test_what_is_no_csv_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(Refusal):
        csv_table.read(data)
