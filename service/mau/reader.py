"""Reading a document with the template that made it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from service.docx.blocks import Block, Document, paragraphs, with_boxes
from service.matching.align import align, within
from service.matching.automaton import Automaton
from service.matching.exact import exact
from service.mau import pasting
from service.mau.alike import lines_of
from service.mau.binding import RESTYLED, Binding, Got
from service.mau.context import payload
from service.mau.lines import settle
from service.mau.pattern import body_pattern
from service.mau.readers import leftover, shape
from service.mau.tables import COT
from service.notes import Note


@dataclass(frozen=True, slots=True)
class TemplateReading:
    """A payload whose texts are `Got`; `left`: things nothing explains; `fixed`: the wording of the form; `exact`: the
    document is as the template prints it, so that every word of it is the template's or in `read`, the values of all holes."""

    payload: dict[str, Any]
    left: list[Any]
    notes: list[Note]
    cost: float
    fixed: tuple[str, ...] = ()
    exact: bool = False
    read: Sequence[Got] = ()


class Reader:
    """A template, compiled for reading."""

    def __init__(self, template: Document, the_thuc: str) -> None:
        pattern, columns = body_pattern(template.body)
        self.automaton = Automaton(pattern, shape)
        self.columns = columns or COT
        self._the_thuc = the_thuc
        self._styles = {p.style for p in paragraphs(template.body)} - {"Normal"}
        self._looks = frozenset(pasting.likeness(p.look) for p in paragraphs(template.body))
        self._fixed = tuple(fixed_words(template.body + template.headers + template.footers))
        self._around = {p.text for p in paragraphs(template.headers + template.footers)}

    def exact(self, document: Document) -> TemplateReading | None:
        """The reading of a document that is as the template printed it, or None."""
        found = exact(self.automaton, document.body)
        return self._read(found, document, True) if found is not None else None

    def likeness(self, document: Document) -> float:
        """The share of the paragraphs and tables with text that have a style of the template, 0…1. A table counts once: a
        long one that somebody put in makes the document around it no other."""
        texts = [[p.style for p in paragraphs((block,)) if p.text.strip()] for block in document.body]
        ours = [not self._styles.isdisjoint(styles) for styles in texts if styles]
        return sum(ours) / len(ours) if ours else 0.0

    def nearest(self, document: Document) -> TemplateReading:
        """The cheapest reading of a document that people have edited."""
        return self._read(align(self.automaton, document.body, leftover), document)

    def within(self, document: Document, limit: float) -> TemplateReading | None:
        """The cheapest reading, or None where it costs more than `limit`."""
        found = within(self.automaton, document.body, leftover, limit)
        return self._read(found, document) if found is not None else None

    def pasted(self, document: Document) -> TemplateReading | None:
        """The reading of a document whose styles have other names, or None where it does not look like ours."""
        if not pasting.is_pasted(document, self._looks):
            return None
        found = align(self.automaton, pasting.unnamed(document).body, leftover)
        names = pasting.learnt(found, lines_of(self.automaton.pattern))
        same = pasting.named(document, names)
        again = exact(self.automaton, same.body)
        return self._read(again or align(self.automaton, same.body, leftover), same)

    def _read(self, alignment: Any, document: Document, exactly: bool = False) -> TemplateReading:
        binding = Binding()
        binding.take(alignment, document.body)
        binding.not_read()
        for part in () if exactly else binding.names.get("cac_phan", ()):
            settle(part.get("dong", ()), lambda got: RESTYLED in got.notes)
        around = [
            p for p in with_boxes(document.headers + document.footers) if p.text.strip() and not _page_number(p.text)
        ]
        left = binding.left + [p for p in around if p.text not in self._around]
        read = payload(binding.names, self._the_thuc, self.columns)
        return TemplateReading(read, left, binding.notes, alignment.cost, self._fixed, exactly, binding.read)


def fixed_words(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of a template that stand around its tags, and those it has where a plan gives none."""
    for paragraph in paragraphs(blocks):
        yield from (piece for piece in _TAG.split(paragraph.text) if piece.strip())
        yield from _DEFAULT.findall(paragraph.text)


_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.S)
_DEFAULT = re.compile(r"mac_dinh\(['\"](.*?)['\"]\)")


def _page_number(text: str) -> bool:
    return text.strip(" -–—\t").isdigit()
