"""Two different plans that a template prints alike, if there are such: made from sequences it can read in two ways."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import islice, product
from typing import Any, NamedTuple

from schemas import KeHoach, load
from service.docx.blocks import Cell, Paragraph, Row, Table
from service.docx.package import open_package
from service.matching.ambiguity import Common, Search, Twofold
from service.matching.automaton import Automaton
from service.matching.expressions import Either, Hole, Parts
from service.matching.pattern import One
from service.matching.text import Found, Reading
from service.mau.binding import Binding, split
from service.mau.columns import Plain
from service.mau.context import payload
from service.mau.line_reader import ParagraphReader, Seen
from service.mau.readers import CellReader, Inside, RowReader, TableReader
from service.mau.tags import Print
from service.mau.templates import Template
from service.notes import Where
from service.refusals import PlanRefused
from service.wording.pairs import PAIRS

_PAIR = {"so": "15", "ngay_thang": "2024-03-05"}
_MOST = 500
"""Sequences with two readings that are looked at: most templates have none, a very bad one has thousands."""
_FILLS = 60
"""Fillings of one line that are tried."""


class Doubles(NamedTuple):
    """Two plans with one rendering; `places`: the lines of the template at which their readings part."""

    first: KeHoach
    second: KeHoach
    places: tuple[Where, Where]


def doubles(template: Template) -> Iterator[Doubles]:
    """Pairs of plans that `template` prints alike, each proved by printing both."""
    proved = set()
    for found in islice(Search(_shared, _kind).twofold(template.reader.automaton), _MOST):
        if found.parted in proved:
            continue
        pair = _plans(template, found)
        if pair is not None and printed(template, pair[0]) == printed(template, pair[1]):
            proved.add(found.parted)
            yield Doubles(*pair, (_where(found.parted[0]), _where(found.parted[1])))


def _plans(template: Template, found: Twofold) -> tuple[KeHoach, KeHoach] | None:
    """The plans that the two readings say, if both are plans and they differ."""
    plans = []
    for alignment in (found.first, found.second):
        binding = Binding()
        binding.take(alignment, found.items)
        try:
            plans.append(load(split(payload(binding.names, template.the_thuc, template.reader.columns), "", [])))
        except PlanRefused:
            return None
    return (plans[0], plans[1]) if plans[0] != plans[1] else None


def printed(template: Template, plan: KeHoach) -> dict[str, bytes]:
    """What a reader of the page sees: every part but the properties."""
    package = open_package(template.render(plan))
    return {name: package.part(name) for name in package.names if name.startswith("word/")}


def _where(one: One) -> Where:
    reader: Any = one.reader
    while not isinstance(reader, ParagraphReader | TableReader):
        reader = (reader.cells if isinstance(reader, RowReader) else reader.blocks).ones[0].reader
    return reader.where


def _kind(one: One) -> Hashable:
    reader = one.reader
    if isinstance(reader, ParagraphReader):
        return reader.style
    return (type(reader), reader.header) if isinstance(reader, RowReader) else type(reader)


def _shared(one: One, other: One, twofold: bool) -> Common | None:
    a, b = one.reader, other.reader
    if isinstance(a, ParagraphReader) and isinstance(b, ParagraphReader):
        return _line_read_twice(a) if twofold else _line(a, b)
    if isinstance(a, TableReader) and isinstance(b, TableReader):
        return _sequence(a.rows, b.rows, twofold, lambda rows: Table(rows, _HERE, 1), Inside, Inside)
    if isinstance(a, RowReader) and isinstance(b, RowReader):
        return _sequence(a.cells, b.cells, twofold, lambda cells: Row(_in_grid(cells), a.header), Inside, Inside)
    if isinstance(a, CellReader) and isinstance(b, CellReader):
        return _cell(a, b, twofold)
    return None


def _sequence(a: Automaton, b: Automaton, twofold: bool, make: Any, first: Any, second: Any) -> Common | None:
    """A thing whose members both automata read; in two ways, if that is asked."""
    search = Search(_shared, _kind)
    found = next(search.twofold(a), None) if twofold else search.together(a, b, 1)
    if found is None:
        return None
    return Common(make(found.items), first(found.items, found.first), second(found.items, found.second))


def _in_grid(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(cell.blocks, n, 1, cell.merge) for n, cell in enumerate(cells))


def _cell(a: CellReader, b: CellReader, twofold: bool) -> Common | None:
    for merge in dict.fromkeys((a.merge, b.merge, None, "continue")):
        sample = Cell((), 0, 1, merge)  # type: ignore[arg-type]
        if not (a.takes(sample) and b.takes(sample)):
            continue
        if merge == "continue":
            if twofold:
                continue
            return Common(sample, _covered(a), _covered(b))
        return _sequence(
            a.blocks,
            b.blocks,
            twofold,
            lambda blocks, merge=merge: Cell(blocks, 0, 1, merge),
            lambda items, alignment: Inside(items, alignment, a.span),
            lambda items, alignment: Inside(items, alignment, b.span),
        )
    return None


def _covered(reader: CellReader) -> Inside:
    return Inside((), None, reader.span, covered=reader.tall)


_HERE = Where()


def _line(a: ParagraphReader, b: ParagraphReader) -> Common | None:
    """A text that both lines read."""
    for text, _ in islice(_fillings(a.text.parts, b.text.parts), _FILLS):
        first, second = a.text.exact(text), b.text.exact(text)
        if first is not None and second is not None and _canonical(text, second):
            item = Paragraph(text, a.style, _HERE, Plain())
            return Common(item, Seen(item, first, a), Seen(item, second, b))
    return None


def _line_read_twice(line: ParagraphReader) -> Common | None:
    """A text that comes of one filling of the line and reads as another."""
    for text, meant in islice(_fillings(line.text.parts, line.text.parts), _FILLS):
        read = line.text.exact(text)
        if read is not None and _said(text, read) != _said(text, meant) and _canonical(text, read):
            item = Paragraph(text, line.style, _HERE, Plain())
            return Common(item, Seen(item, meant, line), Seen(item, read, line))
    return None


def _said(text: str, reading: Reading) -> list[Any]:
    return [(found.tag, text[found.start : found.end]) for found in reading.found] + list(reading.branches)


def _canonical(text: str, reading: Reading) -> bool:
    """Whether a plan may hold what the holes say: no blanks at the ends or beside each other."""
    values = [text[found.start : found.end] for found in reading.found]
    return all(" ".join(value.split()) == value for value in values)


def _fillings(parts: Parts, other: Parts) -> Iterator[tuple[str, Reading]]:
    """Texts of a line with what its holes were filled with: letters, and the fixed words of both lines."""
    words = [p.strip(" \u00a0") for p in (*_flat(parts), *_flat(other)) if isinstance(p, str)]
    values = [
        "A",
        "B",
        "AB",
        *dict.fromkeys(f"A{w}B" for w in words if w),
        *(f"A {w} B" for w in words if w),
        *filter(None, words),
    ]
    whole = "".join(p if isinstance(p, str) else "B" for p in _flat(other)).strip(" \u00a0")
    for chosen in _branches(parts):
        holes = [p for p, _ in chosen if isinstance(p, Hole)]
        for given in product(*(_values(hole, [*values, *([whole] if whole else [])]) for hole in holes)):
            yield _filled(chosen, given)


def _values(hole: Hole, values: list[str]) -> list[str]:
    tag = hole.tag
    if isinstance(tag, Print) and tag.pair is not None:
        return [PAIRS[tag.pair].write(_PAIR.get(tag.pair))]
    return [v for v in dict.fromkeys(values) if " ".join(v.split()) == v]


def _flat(parts: Parts) -> Iterator[str | Hole]:
    for part in parts:
        if isinstance(part, Either):
            for branch in part.branches:
                yield from _flat(branch)
        else:
            yield part


_Chosen = list[tuple["str | Hole", tuple[tuple[Hashable, int], ...]]]


def _branches(parts: Parts) -> Iterator[_Chosen]:
    """The line with one branch taken at each choice; the choices made stand before the part they lead to."""
    options: list[list[_Chosen]] = []
    for part in parts:
        if isinstance(part, Either):
            made = []
            for number, branch in enumerate(part.branches):
                for inner in _branches(branch):
                    made.append([("", ((part.tag, number),)), *inner])
            options.append(made)
        else:
            options.append([[(part, ())]])
    for chosen in islice(product(*options), 16):
        yield [piece for option in chosen for piece in option]


def _filled(chosen: _Chosen, given: tuple[str, ...]) -> tuple[str, Reading]:
    text = ""
    found: list[Found] = []
    branches: list[tuple[Hashable, int]] = []
    values = iter(given)
    for part, taken in chosen:
        branches += taken
        if isinstance(part, Hole):
            value = next(values)
            found.append(Found(part.tag, len(text), len(text) + len(value)))
            text += value
        else:
            text += part
    return text, Reading(tuple(found), tuple(branches))
