"""The office's workbook: every plan goes in and comes out, and what people do to it in between is understood."""

from __future__ import annotations

import contextlib
import io
import random
import re
import zipfile
from datetime import datetime
from typing import Any

import pytest
from hypothesis import assume, given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from schemas import dump, load
from service.pages import workbook
from service.pages.workbook.shape import NHIEM_VU
from service.refusals import DocumentRefused, PlanRefused, Refusal, TooLarge
from tests.strategies import payloads

PLAN: dict[str, Any] = {
    "co_quan_ban_hanh": "UBND HUYỆN PHONG THỔ", "so": "02", "ky_hieu": "KH-UBND", "ngay_ban_hanh": "2024-01-11",
    "noi_dung": [
        {"loai": "muc", "tieu_de": "NỘI DUNG", "noi_dung": [
            {"loai": "bang_nhiem_vu", "nhiem_vu": [
                {"noi_dung": "Xây dựng kế hoạch", "thoi_gian": "Quý I/2024", "to_chuc_thuc_hien": "Văn phòng"},
                {"noi_dung": "Tập huấn", "thoi_gian": "Quý II/2024", "to_chuc_thuc_hien": "Phòng Nội vụ"},
            ]},
        ]},
    ],
}  # fmt: skip


def edited(change: Any, plan: dict[str, Any] = PLAN) -> workbook.Filled:
    """What is read after `change` was made to the workbook of a plan."""
    book = load_workbook(io.BytesIO(workbook.write(load(plan))), rich_text=True)
    change(book)
    out = io.BytesIO()
    book.save(out)
    return workbook.read(out.getvalue())


def tasks(filled: workbook.Filled) -> list[dict[str, Any]]:
    """The rows of the first task table that was read."""
    plan = dump(load(filled.payload))
    rows: list[dict[str, Any]] = plan["noi_dung"][0]["noi_dung"][0]["nhiem_vu"]
    return rows


@settings(max_examples=60, deadline=None)
@given(payloads)
def test_every_plan_goes_through_the_workbook_unchanged(payload: dict[str, Any]) -> None:
    plan = load(payload)
    assume(plan.co_quan_ban_hanh)  # a form names its issuer
    assert load(workbook.read(workbook.write(plan)).payload) == plan


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84",
        "-5",
        "@SUM(A1)",
        "#N/A",
        "'x",
        "_x0041_",
        "_x000D_",
        "1e5",
        "TRUE",
        "01/02/2024",
        "←",
        "<b>x",
        "&lt;b>",
    ],
)
def test_text_that_excel_would_take_for_something_else_stays_text(text: str) -> None:
    payload = PLAN | {"trich_yeu": text, "can_cu": [text], "noi_nhan": ["a " + text]}
    plan = load(payload)
    data = workbook.write(plan)
    assert load(workbook.read(data).payload) == plan
    assert b"<f>" not in b"".join(
        zipfile.ZipFile(io.BytesIO(data)).read(n) for n in zipfile.ZipFile(io.BytesIO(data)).namelist()
    )


def test_the_blank_form_left_blank_lacks_only_the_issuer() -> None:
    filled = workbook.read(workbook.blank())
    with pytest.raises(PlanRefused) as refused:
        load(filled.payload)
    assert [fault.pointer for fault in refused.value.faults] == ["/co_quan_ban_hanh"]
    assert filled.place("/co_quan_ban_hanh") == "Thông tin!C4"


def test_the_blank_form_with_one_task_has_that_task() -> None:
    book = load_workbook(io.BytesIO(workbook.blank()))
    sheet = book["Nhiệm vụ"]
    row = {cell.value: cell.column for cell in sheet[1] if cell.value}
    sheet.cell(3, row[f"{NHIEM_VU}?.noi_dung"], "Tập huấn")
    book["Thông tin"]["C4"] = "UBND XÃ"
    out = io.BytesIO()
    book.save(out)
    plan = dump(load(workbook.read(out.getvalue()).payload))
    assert plan["noi_dung"][1]["noi_dung"][0]["nhiem_vu"] == [
        {"noi_dung": "Tập huấn", "thoi_gian": "", "to_chuc_thuc_hien": ""}
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (datetime(2026, 3, 5), "2026-03-05"),
        ("5/3/2026", "2026-03-05"),
        ("05-03-2026", "2026-03-05"),
        ("2026-03-05", "2026-03-05"),
        ("3/2026", "2026-03"),
        ("\u00a05/3/2026 ", "2026-03-05"),
        (None, None),
    ],
)
def test_a_date_is_read_however_it_was_typed(typed: object, read: str | None) -> None:
    def change(book: Workbook) -> None:
        book["Thông tin"]["C8"] = typed

    assert dump(load(edited(change).payload))["ngay_ban_hanh"] == read


def test_a_number_typed_as_a_number_is_the_number() -> None:
    def change(book: Workbook) -> None:
        book["Thông tin"]["C5"] = 7

    assert dump(load(edited(change).payload))["so"] == "07"


def test_rows_added_and_cells_merged_in_excel_are_read_filled_down() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Nhiệm vụ"]
        sheet["C5"], sheet["E5"] = "Sơ kết", "Công đoàn"
        sheet["D4"] = None
        sheet.merge_cells("D3:D5")

    assert [row["thoi_gian"] for row in tasks(edited(change))] == ["Quý I/2024"] * 3


def test_a_column_added_by_its_heading_is_ours_or_its_own() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Nhiệm vụ"]
        sheet["F2"], sheet["F3"], sheet["G2"], sheet["G4"] = "Cơ quan chủ trì", "Phòng A", "Kinh phí", "5 triệu"

    first, second = tasks(edited(change))
    assert (first["chu_tri"], second["khac"]) == ("Phòng A", {"Kinh phí": "5 triệu"})


def test_sheets_may_be_renamed_and_reordered() -> None:
    def change(book: Workbook) -> None:
        book["Nhiệm vụ"].title = "Việc phải làm"
        book.move_sheet("Nội dung", offset=3)

    assert load(edited(change).payload) == load(PLAN)


def test_a_workbook_without_the_unseen_keys_is_known_by_its_headings() -> None:
    def change(book: Workbook) -> None:
        for sheet in book.worksheets:
            for cell in [*sheet[1], *(row[0] for row in sheet.iter_rows())]:
                if (
                    isinstance(cell.value, str)
                    and "." in cell.value
                    and cell.value.split(".")[0] in ("thong_tin", "noi_dung", "ky", "nhiem_vu")
                ):
                    cell.value = None

    assert load(edited(change).payload) == load(PLAN)


def test_a_fault_names_its_sheet_and_cell() -> None:
    def change(book: Workbook) -> None:
        book["Nội dung"]["A4"] = "Thứ khác"
        book["Nội dung"]["D4"] = "chữ"
        book["Thông tin"]["C8"] = "31/2/2024"

    filled = edited(change)
    with pytest.raises(PlanRefused) as refused:
        load(filled.payload)
    assert {filled.place(fault.pointer) for fault in refused.value.faults} == {"Nội dung!A4", "Thông tin!C8"}


def test_a_long_text_that_no_cell_holds_is_refused_with_the_limit() -> None:
    with pytest.raises(TooLarge, match="32767"):
        workbook.write(load(PLAN | {"can_cu": ["x" * 40_000]}))


def _package(parts: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(workbook.write(load(PLAN))))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in {*source.namelist(), *parts}:
            made.writestr(name, parts[name] if name in parts else source.read(name))
    return out.getvalue()


_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData>{}</worksheet>'
HOSTILE = {
    "a merge over the whole sheet": _SHEET.format("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "a DTD": '<!DOCTYPE x [<!ENTITY a "b">]>' + _SHEET.format("", ""),
    "no XML": "<worksheet",
    "cells without end": _SHEET.format("<row>" + "<c/>" * 400_001 + "</row>", ""),
    "another root": "<html/>",
    "a place that is none": _SHEET.format('<row r="x"><c r="??"><v>1</v></c></row>', ""),
}


@pytest.mark.parametrize("sheet", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_sheet_is_refused_or_read_and_never_hangs(sheet: str) -> None:
    with contextlib.suppress(Refusal):
        workbook.read(_package({"xl/worksheets/sheet1.xml": sheet}))


def test_a_cell_at_the_far_end_costs_nothing() -> None:
    sheet = _SHEET.format('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>xa</t></is></c></row>', "")
    filled = workbook.read(_package({"xl/worksheets/sheet3.xml": sheet}))
    assert filled.payload["co_quan_ban_hanh"] == "UBND HUYỆN PHONG THỔ"


@pytest.mark.parametrize("data", [b"", b"x", b"PK\3\4", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"{}"])
def test_what_is_no_workbook_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(DocumentRefused):
        workbook.read(data)


def test_a_foreign_workbook_is_refused() -> None:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "Bảng lương"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(DocumentRefused) as refused:
        workbook.read(out.getvalue())
    assert refused.value.code == "not_our_workbook"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (5_000_000, "#,##0", "5.000.000"),
        (5_000_000, "General", "5000000"),
        (0.85, "0%", "85%"),
        (0.125, "0.0%", "12,5%"),
        (1234.5, "#,##0.00", "1.234,50"),
        (1.5, "General", "1,5"),
        (46086, "dd/mm/yyyy", "05/03/2026"),
        (46086, "mmm-yy", "3/2026"),
        (0.3125, "h:mm", "07:30"),
        (46086.3125, "dd/mm/yyyy h:mm", "05/03/2026 07:30"),
        (True, "General", "TRUE"),
    ],
)
def test_a_number_reads_as_a_vietnamese_excel_shows_it(value: object, code: str, text: str) -> None:
    def change(book: Workbook) -> None:
        cell = book["Nhiệm vụ"]["D3"]
        assert str(cell.value) == "Quý I/2024"
        cell.value, cell.number_format = value, code

    assert tasks(edited(change))[0]["thoi_gian"] == text


def test_letters_made_bold_in_excel_are_marks_and_a_bold_cell_is_a_look() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Nhiệm vụ"]
        sheet["C3"] = CellRichText(
            "Xây ", TextBlock(InlineFont(b=True), "dựng"), TextBlock(InlineFont(vertAlign="superscript"), "2")
        )
        sheet["C4"].font = Font(bold=True)

    first, second = tasks(edited(change))
    assert first["noi_dung"] == [
        {"van_ban": "Xây "},
        {"van_ban": "dựng", "dam": True},
        {"van_ban": "2", "chi_so": "tren"},
    ]
    assert second["noi_dung"] == "Tập huấn"


@pytest.mark.parametrize(
    ("value", "kind", "code"),
    [("=1+1", "f", "formula_without_value"), ("#N/A", "e", "cell_error"), ("#REF!", "e", "cell_error")],
)
def test_a_cell_that_shows_no_value_is_a_fault_at_its_place(value: str, kind: str, code: str) -> None:
    def change(book: Workbook) -> None:
        cell = book["Nhiệm vụ"]["C3"]
        cell._value, cell.data_type = value, kind

    filled = edited(change)
    assert [(filled.place(f.pointer), f.message.code) for f in filled.faults] == [("Nhiệm vụ!C3", code)]


def test_a_table_whose_last_cell_is_at_the_end_of_the_sheet_is_refused() -> None:
    payload = PLAN | {"noi_dung": [{"loai": "bang", "hang": [["a", "b"]]}]}
    book = load_workbook(io.BytesIO(workbook.write(load(payload))))
    book["Bảng 1"]["XFD1048576"] = "xa"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(TooLarge) as refused:
        workbook.read(out.getvalue())
    assert refused.value.code == "too_many_cells"


def test_a_workbook_with_macros_is_refused_in_the_words_of_a_workbook() -> None:
    with pytest.raises(DocumentRefused) as refused:
        workbook.read(_package({"xl/vbaProject.bin": "x"}))
    assert refused.value.code == "workbook_macros"


def test_whatever_is_changed_in_its_parts_a_workbook_is_read_or_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook.write(load(PLAN)))) as source:
        parts = {
            name: source.read(name) for name in source.namelist() if name.startswith("xl/") and name.endswith(".xml")
        }
    chance = random.Random(6)
    values = [
        b"",
        b"-1",
        b"99999999999",
        "٣".encode(),
        b"A1:B",
        b"XFD1048576",
        b"ZZZZ1",
        b"n",
        b"d",
        b"e",
        b"s",
        b"1.5",
        b"1e999",
    ]
    for _ in range(150):
        name = chance.choice([*parts])
        spots = list(re.finditer(rb"(?<=[\">])[^<>\"]+(?=[\"<])", parts[name]))
        spot = chance.choice(spots)
        data = parts[name][: spot.start()] + chance.choice(values) + parts[name][spot.end() :]
        with contextlib.suppress(Refusal):
            load(workbook.read(_package({name: data})).payload)
