"""Documents of many offices are read as they were when somebody looked at the reading (tests/typed/offices.json)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.mau import Templates
from service.reading import parse
from tests.typed.offices import OFFICES, build

GOLDEN = json.loads((Path(__file__).parent / "typed" / "offices.json").read_text("utf-8"))


@pytest.mark.parametrize("name", OFFICES)
def test_a_document_is_read_as_it_was_when_it_was_looked_at(name: str, templates: Templates) -> None:
    assert parse(build(name), templates).plan == GOLDEN[name]
