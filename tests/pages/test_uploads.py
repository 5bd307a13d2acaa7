"""The second way in, and every failure of an upload: files of every kind, each its own sentence, nothing lost."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook

from schemas import dump, load
from service.app import create_app
from service.pages import workbook
from service.settings import Settings
from tests.ole import compound
from tests.pages.desk import Desk
from tests.words import package, run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/").replace("--", "."), text)
    return out.getvalue()


def with_part(document: bytes, name: str, data: bytes) -> bytes:
    """The package with one part more."""
    out = io.BytesIO(document)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "json", "answer"])
def test_a_filled_form_becomes_the_form_and_then_the_same_plan(desk: Desk, sample: dict[str, Any], kind: str) -> None:
    plan = load(sample)
    data = {
        "xlsx": lambda: workbook.write(plan),
        "json": lambda: json.dumps(sample).encode("utf-8-sig"),
        "answer": lambda: json.dumps({"plan": dump(plan), "reader": {"kind": "layout"}}).encode(),
    }[kind]()
    desk.upload("bieu-mau", data, f"tệp của tôi.{kind}")
    assert desk.answer.status_code == 200
    assert "Đã đọc “tệp của tôi" in desk.answer.text
    assert desk.plan() == dump(plan)


def test_the_model_workbook_is_offered_and_goes_all_the_way(desk: Desk, model: dict[str, Any]) -> None:
    for address in [link for link in desk.open("/bieu-mau").links if link.startswith("/bieu-mau/")]:
        answer = desk.client.get(address)
        assert answer.status_code == 200
        assert "attachment" in answer.headers["Content-Disposition"]
        desk.upload("bieu-mau", answer.data, address)
        assert "Đã đọc" in desk.answer.text or "trắng" in address or desk.answer.status_code == 422
        if "mau.xlsx" in address or "mau.json" in address:
            assert desk.plan() == dump(load(model))


def test_the_blank_workbook_asks_only_for_the_issuing_body_at_its_cell(desk: Desk) -> None:
    desk.upload("bieu-mau", workbook.blank(), "trong.xlsx")
    assert desk.answer.status_code == 422
    assert desk.page.links.count("#co_quan_ban_hanh") == 1
    assert "Thông tin!C" in desk.answer.text
    desk.type(co_quan_ban_hanh="UBND XÃ A")
    assert desk.plan()["co_quan_ban_hanh"] == "UBND XÃ A"


def test_faults_of_a_workbook_name_their_cell_and_stand_at_their_field(desk: Desk, model: dict[str, Any]) -> None:
    book = load_workbook(io.BytesIO(workbook.write(load(model | {"so": "7"}))))
    sheet = book["Thông tin"]
    row = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "07")
    sheet.cell(row, 3).value = "7 / KH"
    out = io.BytesIO()
    book.save(out)
    desk.upload("bieu-mau", out.getvalue(), "sai.xlsx")
    assert desk.answer.status_code == 422
    assert f"Thông tin!C{row} – Số: “7 / KH” không phải số văn bản" in desk.answer.text
    assert "<title>Lỗi: " in desk.answer.text
    assert desk.field("so") == "7 / KH"


def test_faults_of_json_name_their_pointer_and_a_key_that_is_no_field(desk: Desk) -> None:
    desk.upload("bieu-mau", b'{"co_quan_ban_hanh": "A", "trich_yeuu": "x", "chu_ky": [{"chuc_vu": 5}]}', "a.json")
    assert desk.answer.status_code == 422
    assert "/trich_yeuu: Không có trường “trich_yeuu”" in desk.answer.text
    assert "/chu_ky/0/chuc_vu" in desk.answer.text


def test_the_tasks_of_a_csv_go_into_the_customary_plan(desk: Desk) -> None:
    desk.upload("bieu-mau", "Nội dung;Thời gian;Đơn vị thực hiện\nHọp;Quý I;Phòng A\n".encode(), "viec.csv")
    assert desk.answer.status_code == 200
    assert desk.field("noi_dung.1.noi_dung.0.nhiem_vu.0.noi_dung") == "Họp"
    assert desk.field("noi_dung.1.tieu_de") == "NỘI DUNG"


FORM_FAILURES: dict[str, tuple[bytes | None, str]] = {
    "none chosen": (None, "Chưa chọn tệp"),
    "empty": (b"", "không có nội dung"),
    "a document": (package(f"<w:p>{run('Kế hoạch')}</w:p>"), "Tải kế hoạch cũ lên"),
    "a pdf": (b"%PDF-1.7\n", "Tải kế hoạch cũ lên"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), "phải là biểu mẫu Excel"),
    "an old workbook": (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), ".xlsx"),
    "a damaged workbook": (b"PK\x03\x04 rest", "bị hỏng"),
    "a workbook of something else": (zipped(**{"[Content_Types]--xml": "<Types/>", "xl__workbook--xml": "<workbook/>"}), "Excel"),
    "broken json": (b'{"a": 1,,}', "JSON"),
    "json of something else": (b"[1, 2]", "không phải một kế hoạch"),
    "csv without tasks": (b"mot\nhai\n", "CSV"),
}  # fmt: skip


@pytest.mark.parametrize("case", FORM_FAILURES)
def test_each_failure_of_a_form_has_its_sentence_at_the_field_and_above(desk: Desk, case: str) -> None:
    data, words = FORM_FAILURES[case]
    desk.upload("bieu-mau", data, "tep.xlsx")
    assert 400 <= desk.answer.status_code < 500
    assert words in desk.wrong
    assert desk.answer.text.count(desk.wrong) >= 2
    assert "<title>Lỗi: " in desk.answer.text
    assert "#file" in desk.page.links
    english = Desk(desk.client, "en")
    english.upload("bieu-mau", data, "tep.xlsx")
    assert english.wrong
    assert english.wrong != desk.wrong


PLAN_FAILURES: dict[str, tuple[bytes | None, str]] = {
    "none chosen": (None, "Chưa chọn tệp"),
    "empty": (b"", "không có nội dung"),
    "a picture": (b"\xff\xd8\xff" + bytes(40), "hình ảnh"),
    "a workbook": (workbook.blank(), "bảng tính"),
    "an archive": (b"Rar!" + bytes(40), "tệp nén"),
    "a web page": (b"<html><body>x", "trang web"),
    "plain text": ("Kế hoạch".encode(), "chữ trơn"),
    "damaged": (b"PK\x03\x04 rest", "bị hỏng"),
    "an old file of another program": (OLE + bytes(1000), "hỏng"),
    "a password": (compound("EncryptionInfo", "EncryptedPackage"), "mật khẩu"),
    "macros": (with_part(package(f"<w:p>{run('x')}</w:p>"), "word/vbaProject.bin", b"x"), "macro"),
}  # fmt: skip


@pytest.mark.parametrize("case", PLAN_FAILURES)
def test_each_failure_of_a_past_plan_has_its_sentence(desk: Desk, case: str) -> None:
    data, words = PLAN_FAILURES[case]
    desk.upload("van-ban-cu", data)
    assert 400 <= desk.answer.status_code < 500
    assert words in desk.wrong
    assert desk.answer.text.count(desk.wrong) >= 2


@pytest.mark.parametrize("way", ["bieu-mau", "van-ban-cu"])
def test_a_file_that_is_too_large_is_named_with_the_limit_on_the_same_page(way: str) -> None:
    app: Flask = create_app(Settings(body_limit=200 * 2**10))
    with app.test_client() as client:
        desk = Desk(client)
        desk.upload(way, bytes(200 * 2**10 + 10))
    assert desk.answer.status_code == 413
    assert "nhỏ hơn 200 KB" in desk.wrong
