"""A past plan of every kind comes out of its upload as the same plan, beside pictures of its pages."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image

import service.office
from schemas import load
from service.mau import Templates
from tests.pages.office import Office
from tests.words import package, run

KINDS = ("docx", "doc", "odt", "rtf", "pdf")
LOCKED = 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, templates: Templates, model: dict[str, Any]) -> Path:
    """The model plan as a file of every kind, `khoa/mau.pdf` with a password, and `quet.pdf`, a scan."""
    folder = tmp_path_factory.mktemp("kinds")
    plan = load(model)
    (folder / "mau.docx").write_bytes(templates.for_plan(plan).render(plan))
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    for kind, out in (*((kind, folder) for kind in KINDS[1:]), (LOCKED, folder / "khoa")):
        subprocess.run([*command, kind, "--outdir", out, folder / "mau.docx"], check=True, capture_output=True)
    Image.new("L", (1240, 1754), 255).save(folder / "quet.pdf")
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_each_kind_is_read_and_shown(
    client: FlaskClient, folder: Path, model: dict[str, Any], kind: str
) -> None:
    office = Office(client)
    page = office.upload("van-ban-cu", (folder / f"mau.{kind}").read_bytes(), "không có đuôi")
    assert office.answer.status_code == 200
    pictures = [given for tag, given in page.tags if tag == "img" and given.get("class") == "page"]
    assert len(pictures) >= 3
    assert all(given["src"].startswith("data:image/png;base64,") and given["alt"] for given in pictures)
    for name in ("co_quan_ban_hanh", "so", "ky_hieu", "trich_yeu"):
        assert office.field(name) == model[name]


@pytest.mark.parametrize(("name", "words"), [("quet.pdf", "bản quét"), ("khoa/mau.pdf", "có đặt mật khẩu")])
def test_a_pdf_without_letters_or_under_a_password_says_so(
    client: FlaskClient, folder: Path, name: str, words: str
) -> None:
    office = Office(client)
    office.upload("van-ban-cu", (folder / name).read_bytes())
    assert office.answer.status_code == 422
    assert words in office.answer.text
    assert "<title>Lỗi: " in office.answer.text


def test_a_document_without_letters_says_so(client: FlaskClient) -> None:
    office = Office(client)
    office.upload("van-ban-cu", package("<w:p/>"))
    assert office.answer.status_code == 422
    assert "không có chữ nào để đọc" in office.answer.text


@pytest.mark.usefixtures("plain")
def test_a_letter_home_fills_nothing_in_and_its_text_waits_to_be_placed(client: FlaskClient) -> None:
    office = Office(client)
    office.upload(
        "van-ban-cu", package(f"<w:p>{run('Anh ơi, hôm nay trời đẹp quá.')}</w:p><w:p>{run('Em đi chợ.')}</w:p>")
    )
    assert office.answer.status_code == 200
    assert "Không nhận ra phần nào" in office.answer.text
    assert "Đọc được 0 chỗ" not in office.answer.text
    assert "Chữ chưa có chỗ (2)" in office.answer.text
    assert "unread”" not in office.answer.text


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice: pictures are not what a test is about."""
    monkeypatch.setattr(service.office, "office", lambda: None)
