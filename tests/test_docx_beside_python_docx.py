"""What python-docx finds in a document, we find too: on every sample and on a set of plans made to be awkward."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from schemas import load
from service.docx.blocks import paragraphs
from service.docx.reading import read_document
from service.mau import Templates
from tests.cxml import document
from tests.strategies import payloads
from tests.test_docx_seen import BOXES, SEEN, TABLES


def theirs(data: bytes) -> Iterator[str]:
    """The text of the paragraphs that python-docx has, nested tables entered, text boxes as it meets them."""
    from docx.text.paragraph import Paragraph

    word = WordDocument(io.BytesIO(data))
    for element in word.element.body.iter(qn("w:p")):
        if not any(above.tag == qn("w:txbxContent") for above in element.iterancestors()):
            yield Paragraph(element, word).text


def letters(texts: Iterator[str]) -> str:
    return "".join("".join(texts).split())


def contained(data: bytes) -> None:
    ours = iter(letters(p.text for p in paragraphs(read_document(data).body)))
    assert all(letter in ours for letter in letters(theirs(data))), "in the same order"


def test_every_sample(templates: Templates, sample: dict[str, Any]) -> None:
    plan = load(sample)
    contained(templates.for_plan(plan).render(plan))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(payload=payloads)
def test_any_plan(templates: Templates, payload: dict[str, Any]) -> None:
    plan = load(payload)
    contained(templates.for_plan(plan).render(plan))


LESS = {
    "changes as accepted": "text that was moved away",
    "hidden text": "python-docx shows it",
    "a hidden row": "python-docx shows it",
    "a deleted row, an inserted row": "python-docx shows both",
    "a deleted cell": "python-docx shows it",
    "a field inside the code of another shows nothing": "python-docx takes the field inside for text",
    "a soft hyphen stays what it is": "python-docx takes it for a hyphen",
    "a typed letter in Symbol": "python-docx gives its private code",
    "the new form of two": "python-docx shows both forms",
    "also of blocks": "python-docx shows both forms",
}
"""Where we leave out what python-docx has, and why."""


@pytest.mark.parametrize("body", [body for body, _, why in (*SEEN, *BOXES, *TABLES) if why not in LESS])
def test_any_markup(body: str) -> None:
    contained(document(body))
