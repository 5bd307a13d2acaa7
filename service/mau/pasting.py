"""A document of ours whose styles have other names: pasted into another file, or gone through a program that renames.

The names are learnt: the document is aligned by look, place and wording alone, each of its styles is taken for the one
of the template that most of its paragraphs were read as, and the document is read again under those names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from service.docx.blocks import Document, Look, Paragraph, paragraphs
from service.matching.align import Alignment
from service.mau.alike import parts_alike
from service.mau.columns import Pasted, mapped, recast
from service.mau.line_reader import ParagraphReader, Seen
from service.mau.readers import Inside

_ORDINARY = frozenset(
    ("Normal", "Body Text", "List Paragraph", "No Spacing", "Normal (Web)", "Table Paragraph", "Standard")
)
"""Styles that typed documents have: they tell nothing."""
ENOUGH = 0.8
"""Share of the paragraphs with text that have a style of their own and the look of a line of the template."""


def is_pasted(document: Document, looks: frozenset[tuple[Any, ...]]) -> bool:
    """Whether nearly every paragraph has a style of some document's own and looks like a line of the template."""
    texts = [p for p in paragraphs(document.body) if p.text.strip()]
    own = [p for p in texts if p.style not in _ORDINARY and not p.style.startswith(("heading", "Heading", "toc"))]
    if len(own) < ENOUGH * len(texts):
        return False
    return sum(likeness(p.look) in looks for p in own) >= ENOUGH * len(texts) > 0


def likeness(look: Look) -> tuple[Any, ...]:
    """What of a look a style decides and pasting keeps."""
    return look.align, look.size, look.bold, look.italic


def unnamed(document: Document) -> Document:
    """The document with paragraphs whose styles tell nothing."""
    return replace(document, body=mapped(document.body, lambda p: recast(p, p.style, Pasted)))


def named(document: Document, names: dict[str, str]) -> Document:
    """The document with other names for its styles."""
    return replace(document, body=mapped(document.body, lambda p: recast(p, names.get(p.style, p.style), Paragraph)))


def learnt(alignment: Alignment, lines: Iterable[ParagraphReader]) -> dict[str, str]:
    """For each style of a document the style of the template that most of its paragraphs were read as.

    Two styles are never one: of those read as the same line, the first keeps it and each other takes the template's next
    line of the same look and tags (`lines`, in the template's order), as the levels of headings are told apart.
    """
    votes: dict[str, Counter[str]] = {}
    _vote(alignment, votes)
    kinds = {line.style: (parts_alike(line.text.parts), likeness(line.look)) for line in lines}
    names: dict[str, str] = {}
    for style, counts in votes.items():
        name = counts.most_common(1)[0][0]
        if name in names.values():
            alike = [other for other in kinds if kinds[other] == kinds.get(name)]
            name = next((n for n in alike[alike.index(name) :] if n not in names.values()), name) if alike else name
        names[style] = name
    return names


def _vote(alignment: Alignment, votes: dict[str, Counter[str]]) -> None:
    for step in alignment.steps:
        if isinstance(step.value, Inside) and step.value.alignment is not None:
            _vote(step.value.alignment, votes)
        elif isinstance(step.value, Seen) and step.one is not None and isinstance(step.one.reader, ParagraphReader):
            votes.setdefault(step.value.paragraph.style, Counter())[step.one.reader.style] += 1
