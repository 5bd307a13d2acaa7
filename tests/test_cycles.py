"""No value of a document is in a cycle: the collector does not look at them and would not free it (docs/decisions/0014)."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

import pytest

from service.mau import Templates
from service.reading import parse
from service.refusals import Refusal
from tests.typed.documents import DOCUMENTS
from tools.fuzz import documents, mutated

_ROUNDS = 5


def _read(data: bytes, templates: Templates) -> None:
    with suppress(Refusal):
        parse(data, templates).as_dict()


@pytest.mark.parametrize(
    "data",
    [
        *documents(),
        *(mutated(number, documents()) for number in range(5)),
        *(typed.build() for typed in DOCUMENTS[:1]),
    ],
    ids=lambda data: str(len(data)),
)
def test_nothing_stays_of_what_was_read(data: bytes, templates: Templates) -> None:
    assert min(_kept(data, templates) for _ in range(3)) < 20 * _ROUNDS  # a little is learnt of styles and shapes


def _kept(data: bytes, templates: Templates) -> int:
    """How many values stay of so many readings."""
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(_ROUNDS):
        _read(data, templates)
    gc.collect()
    return sys.getallocatedblocks() - before
