"""A template as a pattern over what a person sees: the same file that prints a document reads it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from service.docx.blocks import Block, Cell, Paragraph, Row, Table
from service.matching.automaton import Automaton
from service.matching.pattern import NOTHING, Choice, Mark, One, Pattern, Repeat, Seq
from service.matching.text import TextPattern
from service.mau import tags
from service.mau.alike import alike, parts_alike
from service.mau.columns import Columns, columns_of
from service.mau.line_reader import ParagraphReader
from service.mau.readers import CellReader, RowReader, TableReader, Told, covered, shape

_R = TypeVar("_R")
Tokens = list[Any]
"""Blocks, rows or cells of the template; a string is a tag."""


def body_pattern(blocks: Sequence[Block]) -> tuple[Pattern, tuple[str, ...] | None]:
    """The pattern of a template's blocks, and the names of the columns of its task table. Raises TagError."""
    compiler = _Compiler()
    pattern = compiler.blocks(blocks, False)
    return pattern, next((columns.names for columns in compiler.columns), None)


class _Compiler:
    """Goes through a template. `_scope`: what the loop variables stand for where it is; `_known`: what the tests before
    have settled there, so that two tests of one name never disagree; `_telling`: the styles of lines with words in cells."""

    def __init__(self) -> None:
        self._telling: set[str] = set()
        self._made: dict[tuple[int, Hashable], Any] = {}
        self._scope: tags.Scope = {}
        self._known: dict[tags.Path, str] = {}
        self.columns: list[Columns] = []

    def blocks(self, blocks: Sequence[Block], empty: bool) -> Pattern:
        """The pattern of blocks; `empty` holes may hold nothing."""
        return self._whole([_tag(b, "p") or b for b in blocks], lambda b: self._block(b, empty))

    def _whole(self, tokens: Tokens, one: Callable[[Any], Pattern]) -> Pattern:
        pattern, at = self._sequence(tokens, 0, one)
        if at < len(tokens):
            raise tags.TagError(tokens[at])
        return pattern

    def _sequence(self, tokens: Tokens, at: int, one: Callable[[Any], Pattern]) -> tuple[Pattern, int]:
        parts: list[Pattern] = []
        while at < len(tokens):
            token = tokens[at]
            if not isinstance(token, str):
                parts.append(one(token))
                at += 1
            elif token.startswith("for "):
                part, at = self._loop(tokens, at, one)
                parts.append(part)
            elif token.startswith("if "):
                part, at = self._choice(tokens, at, one)
                parts.append(part)
                if at < 0:
                    at = -at
                    break
            else:
                break
        return Seq(tuple(parts)), at

    def _loop(self, tokens: Tokens, at: int, one: Callable[[Any], Pattern]) -> tuple[Pattern, int]:
        loop = tags.loop(tokens[at])
        outer = dict(self._scope)
        self._scope[loop.variable] = tags.resolved(loop.path, outer)
        body, end = self._sequence(tokens, at + 1, one)
        self._scope = outer
        _expect(tokens, end, ("endfor",), tokens[at])
        return _repeated(loop, body), end + 1

    def _choice(self, tokens: Tokens, at: int, one: Callable[[Any], Pattern]) -> tuple[Pattern, int]:
        """A choice. Where later tests ask for the same name again, what follows belongs to each branch (end < 0)."""
        opens, end = _branches(tokens, at)
        conditions = [_condition(tokens[i]) for i in opens]
        asked, values = tags.asked(conditions)
        if asked in self._known:
            chosen = next((i for i, v in zip(opens, values, strict=True) if v in (self._known[asked], None)), None)
            if chosen is None:
                return NOTHING, end + 1
            return self._sequence(tokens, chosen + 1, one)[0], end + 1
        again = asked is not None and _asks(tokens, end + 1, asked)
        branches: list[Pattern] = []
        stop = end + 1
        for i, value in zip(opens, values, strict=True):
            if asked is not None and value is not None:
                self._known[asked] = value
            branch, _ = self._sequence(tokens, i + 1, one)
            if again:
                rest, stop = self._sequence(tokens, end + 1, one)
                branch = Seq((branch, rest))
            branches.append(branch)
            self._known.pop(asked or (), None)
        if None not in conditions and (asked is None or len(values) == 1):
            conditions.append(None)
            rest = NOTHING
            if again:
                rest, stop = self._sequence(tokens, end + 1, one)
            branches.append(rest)
        test = tags.test(conditions)
        kept: dict[Hashable, int] = {}
        for number, branch in enumerate(branches):  # two that look alike and say the same are one
            kept.setdefault((alike(branch), test.said[number]), number)
        if len(kept) < len(branches):
            test = tags.Test(tuple(test.said[number] for number in kept.values()))
        return Choice(test, tuple(branches[n] for n in kept.values())), -stop if again else stop

    def _block(self, block: Block, empty: bool) -> Pattern:
        if isinstance(block, Paragraph):
            return self._paragraph(block, tags.line(block.text, empty, self._scope))
        return self._table(block)

    def _table(self, table: Table) -> Pattern:
        tokens: Tokens = []
        for row in table.rows:
            text = row.cells[0].text if len(row.cells) == 1 else ""
            tokens.append(tags.block_tag(text, "tr") or row)
        looping = any(isinstance(token, str) for token in tokens)
        rows: list[RowReader] = []

        def one(row: Row) -> Pattern:
            pattern = self._row(row, looping)
            rows.append(pattern.reader)  # type: ignore[arg-type]
            return pattern

        pattern = self._whole(tokens, one)
        ahead = next((i for i, token in enumerate(tokens) if isinstance(token, str)), len(tokens))
        columns = columns_of(rows[:ahead], rows[ahead:])
        if columns is not None:
            self.columns.append(columns)
        reader = TableReader(Automaton(pattern, shape, covered), columns, table.where)
        return One("table", self._same(reader, table, alike(pattern)), 4.0)

    def _row(self, row: Row, empty: bool) -> One:
        tokens: Tokens = [tags.block_tag(cell.text, "tc") or cell for cell in row.cells]
        readers: list[CellReader] = []
        form = tuple(token.split()[0] if isinstance(token, str) else "cell" for token in tokens)

        def cell(found: Cell) -> Pattern:
            reader = self._cell(found, empty)
            readers.append(reader)
            return One("cell", reader, 1.5)

        pattern = self._whole(tokens, cell)
        return One("row", RowReader(Automaton(pattern, shape), row.header, readers, form), 2.0)

    def _cell(self, cell: Cell, empty: bool) -> CellReader:
        lines: list[tags.Line] = []

        def one(block: Block) -> Pattern:
            if not isinstance(block, Paragraph):
                return self._block(block, empty)
            lines.append(tags.line(block.text, empty, self._scope))
            return self._paragraph(block, lines[-1], in_cell=True)

        pattern = self._whole([_tag(b, "p") or b for b in cell.blocks], one)
        only = pattern.parts[0] if isinstance(pattern, Seq) and len(pattern.parts) == 1 else None
        single = only.reader if isinstance(only, One) and isinstance(only.reader, ParagraphReader) else None
        told = Told(
            next((line.span for line in lines if line.span), None),
            any(line.merged for line in lines),
            next((line.tall for line in lines if line.tall), None),
        )
        return CellReader(Automaton(pattern, shape), single, told, cell.merge, cell.columns)

    def _paragraph(self, block: Paragraph, line: tags.Line, in_cell: bool = False) -> One:
        text = TextPattern(line.parts)
        if in_cell and (text.literal is None or text.literal.strip()):
            self._telling.add(block.style)
        missing = 0.2 if text.literal == "" else 1.0 if text.literal is not None else 2.0
        reader = ParagraphReader(block.style, text, block.look, block.where, self._telling)
        return One(block.style, self._same(reader, block, parts_alike(line.parts)), missing)

    def _same(self, reader: _R, block: Block, key: Hashable) -> _R:
        """The one reader of a block of the template, wherever in the pattern it stands: a thing is asked for once."""
        made: _R = self._made.setdefault((id(block), key), reader)
        return made


def _tag(block: Block, level: str) -> str | None:
    return tags.block_tag(block.text, level) if isinstance(block, Paragraph) else None


def _branches(tokens: Tokens, at: int) -> tuple[list[int], int]:
    """Where the branches of the `if` at `at` open, and its `endif`. Raises TagError where there is none."""
    opens, depth = [at], 0
    for i in range(at + 1, len(tokens)):
        word = tokens[i].split()[0] if isinstance(tokens[i], str) else ""
        if word in ("if", "for"):
            depth += 1
        elif word in ("endif", "endfor") and depth:
            depth -= 1
        elif word in ("elif", "else") and not depth:
            opens.append(i)
        elif word == "endif":
            return opens, i
        elif word == "endfor":
            break
    raise tags.TagError(tokens[at])


def _condition(token: str) -> str | None:
    words = token.split(None, 1)
    return words[1] if len(words) > 1 else None


def _asks(tokens: Tokens, at: int, name: tags.Path) -> bool:
    """Whether a test after `at`, in the same sequence, asks for `name`."""
    depth = 0
    for token in tokens[at:]:
        word = token.split()[0] if isinstance(token, str) else ""
        depth += {"if": 1, "for": 1, "endif": -1, "endfor": -1}.get(word, 0)
        if depth < 0:
            return False
        if word in ("if", "elif") and tags.asked([_condition(token)])[0] == name:
            return True
    return False


def _expect(tokens: Tokens, at: int, words: tuple[str, ...], opened: str) -> None:
    if at >= len(tokens) or not tokens[at].startswith(words):
        raise tags.TagError(opened)


def _repeated(loop: tags.Loop, body: Pattern) -> Pattern:
    """A loop; one over rows with a merged cell has a first row, which shows the cell, and rows that continue it."""
    rows = body.parts if isinstance(body, Seq) else ()
    if len(rows) == 1 and isinstance(rows[0], One) and isinstance(rows[0].reader, RowReader) and rows[0].reader.merging:
        row = rows[0].reader
        first = One("row", row.first(), rows[0].missing)
        rest = One("row", row.rest(), rows[0].missing)
        following = Repeat(None, Seq((Mark("next", loop), rest)))
        return Seq((Mark("for", loop), Mark("next", loop), first, following, Mark("end", loop)))
    return Repeat(loop, body)
