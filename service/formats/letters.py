"""Letters of fonts before Unicode, turned into Unicode: decided for each stretch of a paragraph, never for a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from service.docx.blocks import Block, Cell, Document, Look, Paragraph, Row, Table, TextRun
from service.messages import Message
from service.notes import Note
from service.wording.encodings import (
    TCVN3,
    Encoding,
    Evidence,
    decode,
    draws_capitals,
    evidence,
    hinted,
    units,
)

OLD_LETTERS = Message(
    "old_letters",
    "{count} đoạn dùng phông chữ cũ (bảng mã {encoding}) đã đổi sang Unicode. Hãy xem lại chữ có dấu và chữ hoa.",
    "Paragraphs in an old font ({encoding} letters) turned into Unicode: {count}. Look over accents and capitals.",
)
_NAMES: dict[Encoding, str] = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI-Windows"}
_OWN_LETTERS = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ"
_SIGNS = re.compile(
    f"[{''.join(sorted((set(TCVN3) | set('äåæëïñöøûüçÄÅÆËÏÑÖØÛÜ')) - set(_OWN_LETTERS)))}\uf0a1-\uf0ff]"
)
"""What no text in Unicode needs often: without any of these a document holds no old letters."""


def in_unicode(document: Document) -> Document:
    """The document with every letter in Unicode, and a warning for what was turned; the same object where nothing was."""
    parts = (document.body, document.headers, document.footers, document.footnotes)
    everything = [p for part in parts for p in _paragraphs(part)]
    if not any(_SIGNS.search(p.text) and evidence(p.text).best() not in (None, "unicode") for p in everything):
        return document
    turning = _Turning(_families(everything))
    body, headers, footers, footnotes = (turning.blocks(part) for part in parts)
    if not turning.counts:
        return document
    notes = [
        Note(OLD_LETTERS, turning.first[encoding].where, values=(("count", count), ("encoding", _NAMES[encoding])))
        for encoding, count in turning.counts.items()
    ]
    return replace(
        document,
        body=body,
        headers=headers,
        footers=footers,
        footnotes=footnotes,
        notes=(*document.notes, *notes),
    )


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph, cells and text boxes entered."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (p for row in block.rows for cell in row.cells for p in _paragraphs(cell.blocks))
        else:
            yield block
            yield from (p for box in block.boxes for p in _paragraphs(box))


Stretch = tuple[Encoding, tuple[TextRun, ...]]
"""Neighbouring runs whose fonts stand for the same encoding."""


def _stretches(paragraph: Paragraph) -> list[Stretch]:
    return [(hint, tuple(runs)) for hint, runs in groupby(paragraph.runs, lambda run: hinted(run.font))]


def _text(runs: tuple[TextRun, ...]) -> str:
    return "".join([run.text for run in runs])


def _families(everything: list[Paragraph]) -> dict[Encoding, Encoding]:
    """What the words of a whole document say for the fonts of each kind: for stretches that do not say it themselves."""
    sums: dict[Encoding, Evidence] = {}
    for paragraph in everything:
        for hint, runs in _stretches(paragraph):
            sums[hint] = sums.get(hint, Evidence()) + evidence(_text(runs))
    # In fonts that are not of before, only a whole document that is Vietnamese in no other way is one.
    return {
        hint: (found.overwhelming() if hint == "unicode" else found.best(hint)) or "unicode"
        for hint, found in sums.items()
    }


@dataclass
class _Turning:
    """Turns blocks, and counts what it turned."""

    families: dict[Encoding, Encoding]
    counts: Counter[Encoding] = field(default_factory=Counter)
    first: dict[Encoding, Paragraph] = field(default_factory=dict)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple([self._table(b) if isinstance(b, Table) else self._paragraph(b) for b in blocks])

    def _table(self, table: Table) -> Table:
        return table._replace(rows=tuple(self._row(row) for row in table.rows))

    def _row(self, row: Row) -> Row:
        return Row(tuple(self._cell(cell) for cell in row.cells), row.header)

    def _cell(self, cell: Cell) -> Cell:
        return Cell(self.blocks(cell.blocks), cell.column, cell.columns, cell.merge)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        boxes = tuple(self.blocks(box) for box in paragraph.boxes)
        runs: list[TextRun] = []
        letters: Counter[Encoding] = Counter()
        for hint, stretch in _stretches(paragraph):
            encoding = self._verdict(hint, stretch)
            letters[encoding] += len(_text(stretch))
            runs += stretch if encoding == "unicode" else _turned(stretch, encoding)
        label = paragraph.label
        if label and not label.isascii() and letters:
            label = decode(label, evidence(label).best() or letters.most_common(1)[0][0])
        for encoding in letters:
            if encoding != "unicode":
                self.counts[encoding] += 1
                self.first.setdefault(encoding, paragraph)
        if not (letters.keys() - {"unicode"}) and boxes == paragraph.boxes:
            return paragraph
        return paragraph.rewritten(_Rewritten(tuple(runs), paragraph), label, boxes)

    def _verdict(self, hint: Encoding, stretch: tuple[TextRun, ...]) -> Encoding:
        found, family = evidence(_text(stretch)), self.families[hint]
        if hint == family == "unicode":
            return found.overwhelming() or "unicode"
        return found.against(family)


def _turned(stretch: tuple[TextRun, ...], encoding: Encoding) -> Iterator[TextRun]:
    """The runs in Unicode; a letter of two signs goes to the run where it begins."""
    letters = iter(units(_text(stretch), encoding))
    taken = 0
    for run in stretch:
        out: list[str] = []
        taken -= len(run.text)
        while taken < 0:
            length, letter = next(letters)
            out.append(letter)
            taken += length
        text = "".join(out)
        yield run._replace(text=text.upper() if encoding == "tcvn3" and draws_capitals(run.font) else text)


class _Rewritten:
    """The look of a paragraph as it was, with other letters."""

    __slots__ = ("_before", "_runs")

    def __init__(self, runs: tuple[TextRun, ...], before: Paragraph) -> None:
        self._runs = runs
        self._before = before

    plain = False

    def look(self, text: str) -> Look:
        return self._before.look

    def runs(self, text: str) -> tuple[TextRun, ...]:
        return self._runs
