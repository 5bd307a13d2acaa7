"""Forms that go wrong: each way to lock, break or mistake a file is told apart, and a fault stands where it belongs."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook

from schemas import load
from service.pages import workbook
from tests.ole import compound
from tests.pages.office import Page


def sent(client: FlaskClient, data: bytes, language: str = "vi") -> tuple[int, str, Page]:
    """Status, the sentences of the summary, and the page that answers an upload."""
    headers = {"Accept": "text/html", "Accept-Language": language, "Sec-Fetch-Site": "same-origin"}
    answer = client.post("/bieu-mau", data={"file": (io.BytesIO(data), "tep")}, headers=headers)
    summary = re.search(r'<div class="summary".*?</div>', answer.text, re.S)
    return answer.status_code, re.sub(r"<[^>]*>", " ", summary.group() if summary else ""), Page(answer.text)


def changed(data: bytes, change: Callable[[str, bytes], bytes] = lambda _, part: part, **more: bytes) -> bytes:
    """A workbook with its parts changed, and with further parts (`__` for `/`)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in more.items():
            new.writestr(name.replace("__", "/"), part)
    return out.getvalue()


@pytest.fixture(scope="module")
def good(model: dict[str, Any]) -> bytes:
    return workbook.write(load(model))


def other() -> bytes:
    out = io.BytesIO()
    book = Workbook()
    book.active.append(["Họ tên", "Lương"])  # type: ignore[union-attr]
    book.save(out)
    return out.getvalue()


def first_sheet(change: Callable[[bytes], bytes]) -> Callable[[str, bytes], bytes]:
    return lambda name, part: change(part) if name.endswith("sheet1.xml") else part


CASES: dict[str, tuple[Callable[[bytes], bytes], int, str]] = {
    "locked by a password": (lambda _: compound("EncryptedPackage", "EncryptionInfo"), 422, "có đặt mật khẩu"),
    "Excel 97": (lambda _: compound("Workbook"), 415, "lưu lại dạng .xlsx"),
    "another workbook": (lambda _: other(), 415, "không theo biểu mẫu"),
    "macros": (lambda data: changed(data, **{"xl__vbaProject.bin": b"x"}), 422, "Bảng tính có macro"),
    "a DTD": (lambda data: changed(data, first_sheet(lambda part: b"<!DOCTYPE a>" + part)), 422, "không an toàn"),
    "a path to elsewhere": (lambda data: changed(data, **{"..__x.xml": b"<a/>"}), 422, "không an toàn"),
    "broken XML": (lambda data: changed(data, first_sheet(lambda part: part[:-20])), 422, "Bảng tính bị hỏng"),
    "cut off": (lambda data: data[: len(data) // 2], 422, "bị hỏng"),
    "bytes overwritten": (lambda data: data[:3000] + bytes(60) + data[3060:], 422, "Bảng tính bị hỏng"),
    "a bomb": (lambda data: changed(data, **{"xl__worksheets__s9.xml": b"<a>" + b" " * 90_000_000}), 413, "quá lớn"),
    "an .ods": (lambda _: ods(), 415, "(.xls, .ods)"),
    "JSON with single quotes": (lambda _: b"{'so': 1}", 400, "Tệp JSON bị lỗi"),
    "JSON with a key twice": (lambda _: b'{"so": "1", "so": "2"}', 400, "Tệp JSON bị lỗi"),
    "JSON in depth": (lambda _: b'{"a":' * 100_000, 400, "Tệp JSON bị lỗi"),
    "an RTF": (lambda _: b"{\\rtf1 a}", 415, "Tải kế hoạch cũ lên"),
}  # fmt: skip


def ods() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return out.getvalue()


@pytest.mark.parametrize("case", CASES)
def test_each_file_that_is_no_filled_form_is_refused_for_what_it_is(
    client: FlaskClient, good: bytes, case: str
) -> None:
    make, status, words = CASES[case]
    data = make(good)
    found, said, page = sent(client, data)
    assert found == status
    assert words in said
    assert "Word" not in said or "Tải kế hoạch cũ lên" in said  # the sentences of documents do not fit a workbook
    assert "#file" in page.links
    assert sent(client, data, "en")[1] != said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_is_told_by_what_it_says_in_any_encoding_of_windows(
    client: FlaskClient, model: dict[str, Any], encoding: str
) -> None:
    status, _, page = sent(client, json.dumps(model, ensure_ascii=False).encode(encoding))
    assert status == 200
    assert dict(page.fields)["trich_yeu"] == model["trich_yeu"]


def test_a_fault_behind_an_entry_that_no_form_can_hold_is_not_pinned_to_another_field(
    client: FlaskClient, model: dict[str, Any]
) -> None:
    blocks = ["chữ", {"loai": "la"}, *model["noi_dung"]]
    status, said, page = sent(client, json.dumps(model | {"noi_dung": blocks, "so": "x y"}).encode())
    assert status == 422
    assert "/noi_dung/0:" in said
    assert "/noi_dung/1/loai:" in said
    assert [link for link in page.links if link.startswith("#") and link != "#main"] == ["#so"]


def test_every_file_that_is_offered_can_be_taken(client: FlaskClient) -> None:
    links = [link for link in Page(client.get("/bieu-mau").text).links if link.startswith("/bieu-mau/")]
    kinds = {link.rpartition(".")[2]: client.get(link) for link in links}
    assert kinds.keys() == {"xlsx", "csv", "json"}
    assert all(answer.status_code == 200 and "attachment" in answer.headers["Content-Disposition"] for answer in kinds.values())  # fmt: skip
    schema = client.get("/bieu-mau/ke-hoach.schema.json")
    assert schema.json == client.get("/api/v1/schema").json
    assert client.get("/bieu-mau/khong-co.xlsx", headers={"Accept": "text/html"}).status_code == 404
