"""Files in which there is no plan: without letters, or with letters that are no administrative document."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

import service.office
from tests.pages.office import Office
from tests.words import package, run


@pytest.fixture(autouse=True)
def _without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice: pictures are not what these tests are about."""
    monkeypatch.setattr(service.office, "office", lambda: None)


def test_a_document_without_letters_says_so(client: FlaskClient) -> None:
    office = Office(client)
    office.upload("van-ban-cu", package("<w:p/>"))
    assert office.answer.status_code == 422
    assert "không có chữ nào để đọc" in office.answer.text


def test_a_letter_home_fills_nothing_in_and_its_text_waits_to_be_placed(client: FlaskClient) -> None:
    office = Office(client)
    office.upload("van-ban-cu", package(f"<w:p>{run('Anh ơi, hôm nay trời đẹp.')}</w:p><w:p>{run('Em đi chợ.')}</w:p>"))
    assert office.answer.status_code == 200
    assert "Không nhận ra phần nào" in office.answer.text
    assert "Đọc được 0 chỗ" not in office.answer.text
    assert "Chữ chưa có chỗ (2)" in office.answer.text
    assert "unread”" not in office.answer.text
