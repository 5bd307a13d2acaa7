"""Two parts of a template compared: whether they read the same things and make the same of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from service.matching.expressions import Either, Hole, Parts
from service.matching.pattern import Choice, Mark, One, Pattern, Repeat, Seq
from service.mau.line_reader import ParagraphReader
from service.mau.readers import CellReader, RowReader, TableReader


def alike(pattern: Pattern) -> Hashable:
    """A key that is equal for two patterns that read alike."""
    match pattern:
        case Seq(parts):
            return tuple(alike(part) for part in parts)
        case Repeat(tag, body):
            return "repeat", tag and (tag.variable, tag.path), alike(body)
        case Choice(tag, branches):
            return "choice", tag.said, tuple(alike(branch) for branch in branches)
        case Mark(kind, tag):
            return "mark", kind, tag.path
        case One(_, reader):
            return _reader(reader)


def _reader(reader: Any) -> Hashable:
    if isinstance(reader, ParagraphReader):
        return reader.style, parts_alike(reader.text.parts)
    if isinstance(reader, TableReader):
        return "table", alike(reader.rows.pattern)
    if isinstance(reader, RowReader):
        return "row", reader.header, alike(reader.cells.pattern)
    assert isinstance(reader, CellReader)
    return reader.merge, reader.told, reader.columns, alike(reader.blocks.pattern)


def parts_alike(parts: Parts) -> Hashable:
    """A key that is equal for two texts of fixed words and holes that read alike."""
    return tuple(_part(part) for part in parts)


def _part(part: str | Hole | Either) -> Hashable:
    if isinstance(part, str):
        return part
    tag: Any = part.tag
    if isinstance(part, Hole):
        return tag.path, tag.pair, tag.otherwise, part.pattern
    return tag.said, tuple(parts_alike(branch) for branch in part.branches)


def lines_of(pattern: Pattern) -> Iterator[ParagraphReader]:
    """Every line in a pattern, tables entered, in the template's order."""
    match pattern:
        case Seq(parts) | Choice(_, parts):
            for part in parts:
                yield from lines_of(part)
        case Repeat(_, body):
            yield from lines_of(body)
        case One(_, reader):
            if isinstance(reader, ParagraphReader):
                yield reader
            else:
                inner: Any = reader
                holder = getattr(inner, "rows", None) or getattr(inner, "cells", None) or inner.blocks
                yield from lines_of(holder.pattern)
