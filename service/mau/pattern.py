"""A template as a pattern over what a person sees: the same file that prints a document reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from service.docx.blocks import Block, Cell, Paragraph, Row
from service.matching.automaton import Automaton
from service.matching.pattern import NOTHING, Choice, Mark, One, Pattern, Repeat, Seq
from service.matching.text import TextPattern
from service.mau import tags
from service.mau.readers import CellReader, ParagraphReader, RowReader, TableReader, shape

Tokens = list[Any]
"""Blocks, rows or cells of the template; a string is a tag."""


def body_pattern(blocks: Sequence[Block]) -> Pattern:
    """The pattern of a template's blocks. Raises TagError."""
    return _whole([_tag(b, "p") or b for b in blocks], lambda b: _block(b, False))


def _whole(tokens: Tokens, one: Callable[[Any], Pattern]) -> Pattern:
    pattern, at = _sequence(tokens, 0, one)
    if at < len(tokens):
        raise tags.TagError(tokens[at])
    return pattern


def _tag(block: Block, level: str) -> str | None:
    return tags.block_tag(block.text, level) if isinstance(block, Paragraph) else None


def _sequence(tokens: Tokens, at: int, one: Callable[[Any], Pattern]) -> tuple[Pattern, int]:
    parts: list[Pattern] = []
    while at < len(tokens):
        token = tokens[at]
        if not isinstance(token, str):
            parts.append(one(token))
            at += 1
        elif token.startswith("for "):
            body, at = _sequence(tokens, at + 1, one)
            _expect(tokens, at, ("endfor",), token)
            parts.append(_loop(tags.loop(token), body))
            at += 1
        elif token.startswith("if "):
            conditions: list[str | None] = [token[3:]]
            branches: list[Pattern] = []
            while True:
                branch, at = _sequence(tokens, at + 1, one)
                branches.append(branch)
                _expect(tokens, at, ("endif", "else", "elif "), token)
                if tokens[at] == "endif":
                    break
                conditions.append(None if tokens[at] == "else" else tokens[at][5:])
            if None not in conditions:
                conditions.append(None)
                branches.append(NOTHING)
            parts.append(Choice(tags.test(conditions), tuple(branches)))
            at += 1
        else:
            break
    return Seq(tuple(parts)), at


def _expect(tokens: Tokens, at: int, words: tuple[str, ...], opened: str) -> None:
    if at >= len(tokens) or not tokens[at].startswith(words):
        raise tags.TagError(opened)


def _loop(loop: tags.Loop, body: Pattern) -> Pattern:
    """A loop; one over rows with a merged cell has a first row, which shows the cell, and rows that continue it."""
    rows = body.parts if isinstance(body, Seq) else ()
    if len(rows) == 1 and isinstance(rows[0], One) and isinstance(rows[0].reader, RowReader) and rows[0].reader.merging:
        row = rows[0].reader
        first = One("row", row.first(), rows[0].missing)
        rest = One("row", row.rest(), rows[0].missing)
        following = Repeat(None, Seq((Mark(("next", loop)), rest)))
        return Seq((Mark(("for", loop)), Mark(("next", loop)), first, following, Mark(("end", loop))))
    return Repeat(loop, body)


def _block(block: Block, empty: bool) -> Pattern:
    if isinstance(block, Paragraph):
        return _paragraph(block, tags.line(block.text, empty))
    tokens: Tokens = []
    for row in block.rows:
        text = row.cells[0].text if len(row.cells) == 1 else ""
        tokens.append(tags.block_tag(text, "tr") or row)
    looping = any(isinstance(token, str) for token in tokens)
    return One("table", TableReader(Automaton(_whole(tokens, lambda row: _row(row, looping)), shape)), 4.0)


def _paragraph(block: Paragraph, line: tags.Line) -> One:
    text = TextPattern(line.parts)
    missing = 0.2 if text.literal == "" else 1.0 if text.literal is not None else 2.0
    return One(block.style, ParagraphReader(block.style, text, block.look), missing)


def _row(row: Row, empty: bool) -> Pattern:
    tokens: Tokens = [tags.block_tag(cell.text, "tc") or cell for cell in row.cells]
    readers: list[CellReader] = []

    def cell(found: Cell) -> Pattern:
        reader = _cell(found, empty)
        readers.append(reader)
        return One("cell", reader, 1.5)

    pattern = _whole(tokens, cell)
    return One("row", RowReader(Automaton(pattern, shape), row.header, readers), 2.0)


def _cell(cell: Cell, empty: bool) -> CellReader:
    lines: list[tags.Line] = []

    def one(block: Block) -> Pattern:
        if not isinstance(block, Paragraph):
            return _block(block, empty)
        lines.append(tags.line(block.text, empty))
        return _paragraph(block, lines[-1])

    pattern = _whole([_tag(b, "p") or b for b in cell.blocks], one)
    only = pattern.parts[0] if isinstance(pattern, Seq) and len(pattern.parts) == 1 else None
    single = only.reader if isinstance(only, One) and isinstance(only.reader, ParagraphReader) else None
    span = next((line.span for line in lines if line.span), None)
    return CellReader(
        Automaton(pattern, shape), single, span, any(line.merged for line in lines), cell.merge, cell.columns
    )
