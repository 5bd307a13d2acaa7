"""Every sentence of the pages exists in both languages, and each page speaks the one that was asked for."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tools.translations import english, sentences

_VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
_AS_IT_IS = re.compile(r"(?:for example|example:) .*|.*Kế hoạch.*|.*“Kèm theo”.*|.*NĐ-CP.*", re.IGNORECASE)


def test_every_sentence_has_its_english_and_nothing_else_is_kept() -> None:
    said = {message.id for message in sentences() if message.id}
    kept = {message.id: message for message in english() if message.id}
    assert said - kept.keys() == set()
    assert kept.keys() - said == set()
    assert [m.id for m in kept.values() if not m.string or m.fuzzy] == []


def test_the_english_is_english() -> None:
    left = [m.string for m in english() if m.id and _VIETNAMESE.search(m.string) and not _AS_IT_IS.fullmatch(m.string)]
    assert left == []


def test_both_languages_leave_the_same_blanks_to_fill() -> None:
    blanks = re.compile(r"%\(\w+\)s")
    assert [m.id for m in english() if m.id and set(blanks.findall(m.id)) != set(blanks.findall(m.string))] == []


@pytest.mark.parametrize(
    ("address", "accept", "language", "why"),
    [
        ("/", None, "vi", "Vietnamese is the language of the offices"),
        ("/", "en-GB,en;q=0.9", "en", "the browser asks for English"),
        ("/", "fr,ja", "vi", "a language that we do not speak"),
        ("/?lang=en", "vi", "en", "a choice beats the browser"),
        ("/?lang=vi", "en", "vi", "a choice beats the browser"),
        ("/?lang=xx", "en", "en", "no choice of ours"),
    ],
)
def test_a_page_speaks_the_language_asked_for(
    client: FlaskClient, address: str, accept: str | None, language: str, why: str
) -> None:
    answer = client.get(address, headers={"Accept-Language": accept} if accept else {})
    assert answer.headers["Content-Language"] == language, why
    assert f'<html lang="{language}">' in answer.text


def test_a_choice_is_remembered(client: FlaskClient) -> None:
    client.get("/?lang=en")
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "vi"}).text


def test_the_language_changes_on_a_filled_form_and_every_answer_stays(client: FlaskClient) -> None:
    answer = client.post("/soan-moi", data={"co_quan_ban_hanh": "SỞ Y TẾ", "noi_nhan": "A\nB", "do": "lang:en"})
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text
    assert ">\nSỞ Y TẾ</textarea>" in answer.text
    assert "\nA\nB</textarea>" in answer.text
    assert '<html lang="en">' in client.get("/").text
