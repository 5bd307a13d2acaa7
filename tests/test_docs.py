"""The documentation says what the code does."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import service.bulk.running
import service.cli
import service.mau.checking  # noqa: F401 - its messages are documented too
from schemas.plan_schema import FIELDS
from service.messages_index import index
from service.settings import PREFIX, Settings

DOCS = Path(__file__).parent.parent / "docs"


def test_every_code_is_documented() -> None:
    text = (DOCS / "errors.md").read_text("utf-8")
    assert {code for code in index() if f"| `{code}` |" not in text} == set()


def test_every_message_says_its_sentence_in_both_languages() -> None:
    assert all(message.vi and message.en for message in index().values())


def test_every_setting_is_documented() -> None:
    text = (DOCS / "http.md").read_text("utf-8")
    assert {f.name for f in fields(Settings) if f"`{PREFIX}{f.name.upper()}`" not in text} == set()


def test_every_field_is_in_the_glossary() -> None:
    text = (DOCS / "glossary.md").read_text("utf-8")
    assert {name for name in FIELDS if f"| `{name}` |" not in text} == set()
