"""The documentation says what the code does."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from jinja2 import Environment

from schemas import json_schema
from schemas.plan_schema import FIELDS
from service.mau.context import context
from service.mau.environment import environment
from service.mau.examples import EXAMPLES
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


def keys(value: Any) -> set[str]:
    """Every key in a tree of dicts and lists."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return set(value if isinstance(value, dict) else ()).union(*(keys(entry) for entry in inner))


def properties(schema: Any) -> set[str]:
    """Every property that a JSON Schema names."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = schema.get("properties") if isinstance(schema, dict) else None
    return set(own if isinstance(own, dict) else ()).union(*(properties(entry) for entry in inner))


def test_every_name_of_the_payload_and_of_the_templates_is_in_the_glossary_with_its_terms() -> None:
    filters = environment([]).filters.keys() - Environment(autoescape=True).filters.keys()
    names = properties(json_schema()) | filters | {key for plan in EXAMPLES for key in keys(context(plan))}
    rows = [line.strip("| ").split(" | ") for line in (DOCS / "glossary.md").read_text("utf-8").splitlines()]
    explained = {row[0].strip("`") for row in rows if len(row) == 4 and all(row)}
    assert names >= set(FIELDS)
    assert names - explained == set()
