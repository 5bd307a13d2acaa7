"""The documentation says what the code does."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from schemas.plan_schema import FIELDS
from service.messages_index import index
from service.settings import PREFIX, Settings
from tools.error_table import PAGE, page

DOCS = Path(__file__).parent.parent / "docs"


def test_the_page_of_codes_is_that_of_the_code() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tools.error_table"


def test_every_message_says_its_sentence_in_both_languages() -> None:
    assert all(message.vi and message.en for message in index().values())


def test_every_setting_is_documented() -> None:
    text = (DOCS / "http.md").read_text("utf-8")
    assert {f.name for f in fields(Settings) if f"`{PREFIX}{f.name.upper()}`" not in text} == set()


def test_every_field_is_in_the_glossary() -> None:
    text = (DOCS / "glossary.md").read_text("utf-8")
    assert {name for name in FIELDS if f"| `{name}` |" not in text} == set()
