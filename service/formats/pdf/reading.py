"""The pages of a PDF in reading order: page numbers and footnotes apart, the rest as paragraphs and tables."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from service.docx import messages as docx
from service.docx.blocks import Block, Document, Section
from service.formats import messages as m
from service.formats.pdf.glyphs import Box, Page, pages
from service.formats.pdf.grids import grids, underlines
from service.formats.pdf.lines import Line, Piece, lines
from service.formats.pdf.paragraphs import Frame, Placed, assemble, paragraph
from service.formats.pdf.tables import RawTable, continued, ruled, table
from service.notes import Note, Where
from service.refusals import DocumentRefused

TEXT = 16
"""Letters on a page at least, on average, where a PDF has a text layer."""
EDGE = 0.12
"""Share of the page's height where page numbers stand."""
Item = Placed | RawTable
_NUMBER = re.compile(r"\d+")
_MARK = re.compile(r"[\d*†(\[]")
"""What a footnote begins with; recipients in small type begin with a bullet."""


@dataclass
class _Flow:
    """What the pages gave so far."""

    body: list[Item] = field(default_factory=list)
    around: list[Placed] = field(default_factory=list)
    notes: list[Placed] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    empty: int = 0
    pictures: int = 0


def read_pdf(data: bytes) -> Document:
    """What a person sees in a PDF with a text layer.

    Raises DocumentRefused (locked, damaged, or a scan without text) or TooLarge.
    """
    flow = _Flow()
    sheets = [_taken_apart(flow, page) for page in pages(data)]
    if sum(len(sheet.page.glyphs) for sheet in sheets) < TEXT * max(1, len(sheets)):
        raise DocumentRefused(m.NO_TEXT)
    frames = _frames(sheets)
    for sheet in sheets:
        _add(flow, sheet, frames[sheet.page.number])
    spacing = _spacing(flow.body)
    body = _blocks(flow.body, frames, spacing)
    told = [Note(m.FROM_PDF)]
    if flow.empty:
        told.append(Note(m.PAGES_WITHOUT_TEXT, values=(("count", flow.empty),)))
    if flow.pictures:
        told.append(Note(docx.PICTURE, values=(("count", flow.pictures),)))
    return Document(
        tuple(body),
        headers=tuple(_blocks(list(flow.around), frames, spacing)),
        footnotes=tuple(_blocks(list(flow.notes), frames, spacing)),
        sections=tuple(flow.sections),
        notes=tuple(told),
    )


@dataclass
class _Sheet:
    """A page taken apart."""

    page: Page
    lines: list[Line]
    tables: list[tuple[float, RawTable]]


def _taken_apart(flow: _Flow, page: Page) -> _Sheet:
    tables = grids(page.rules)
    inside = [g.box for g in tables]
    loose = [g for g in page.glyphs if not any(_holds(box, g.left, g.base - 0.3 * g.size) for box in inside)]
    found, around = _without_numbers(lines(loose), page)
    found, notes = _without_footnotes(found, underlines(page.rules, tables), page)
    numbers = frozenset(mark[0] for note in notes if (mark := _NUMBER.match(note.piece.text)))
    found = [line.without_marks(numbers) for line in found] if numbers else found
    flow.around += around
    flow.notes += notes
    flow.empty += not page.glyphs
    flow.pictures += page.pictures
    return _Sheet(page, found, [(grid.box.top, ruled(grid, page.glyphs, page.number)) for grid in tables])


def _add(flow: _Flow, sheet: _Sheet, frame: Frame) -> None:
    page = sheet.page
    flow.sections.append(
        Section(len(flow.body), round(page.width * 20), round(page.height * 20), page.width > page.height)
    )
    before = flow.body[-1] if flow.body else None
    top = min((top for top, _ in sheet.tables), default=float("inf"))
    if isinstance(before, RawTable) and before.grid is None:
        first = [line for line in sheet.lines if line.base < top]
        del sheet.lines[: before.go_on(first, frame, page.number)]
    for index, item in enumerate(_in_order(sheet, frame)):
        cut = index == 0 and isinstance(item, RawTable) and isinstance(before, RawTable) and continued(before, item)
        if not cut:
            flow.body.append(item)


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left - 1 <= x <= box.right + 1 and box.top - 1 <= y <= box.bottom + 1


def _without_numbers(found: list[Line], page: Page) -> tuple[list[Line], list[Placed]]:
    """Page numbers at the top or foot apart."""
    numbers = [
        line
        for line in (found if len(found) < 2 else (found[0], found[-1]))
        if (line.base < EDGE * page.height or line.base > (1 - EDGE) * page.height)
        and line.whole().text.strip("-–— /.").removeprefix("Trang ").isdigit()
    ]
    return [line for line in found if line not in numbers], [Placed(line.whole(), page.number) for line in numbers]


def _without_footnotes(found: list[Line], rules: list[Box], page: Page) -> tuple[list[Line], list[Placed]]:
    """What stands under the short rule at the foot of a page, in smaller type, apart."""
    if not found:
        return found, []
    usual = Counter(round(line.pieces[0].size, 1) for line in found).most_common(1)[0][0]
    left = min(line.pieces[0].left for line in found)
    for rule in rules:
        under = [line for line in found if line.base > rule.top]
        short = abs(rule.left - left) < 8 and rule.right - rule.left < page.width / 2 and rule.top > page.height / 4
        marked = bool(under) and _MARK.match(under[0].whole().text)
        if short and marked and all(line.pieces[0].size < 0.93 * usual for line in under):
            return [line for line in found if line not in under], [Placed(line.whole(), page.number) for line in under]
    return found, []


def _in_order(sheet: _Sheet, frame: Frame) -> list[Item]:
    """Lines, text side by side and tables of a page from top to bottom."""
    out: list[tuple[float, Item]] = list(sheet.tables)
    found, number = sheet.lines, sheet.page.number
    at = 0
    while at < len(found):
        stop = next((top for top, _ in sheet.tables if top > found[at].base), float("inf"))
        near = [line for line in found[at:] if line.base < stop]
        beside = RawTable([], None)
        taken = beside.go_on(near, frame, number) if len(found[at].pieces) > 1 else 0
        if taken:
            out.append((found[at].base, beside))
            at += taken
        elif any(frame.holds_centred(piece) for piece in found[at].pieces):
            out += [(found[at].base, Placed(piece, number)) for piece in found[at].pieces]
            at += 1
        else:
            out.append((found[at].base, Placed(found[at].whole(), number)))
            at += 1
    return [item for _, item in sorted(out, key=lambda pair: pair[0])]


def _frames(sheets: list[_Sheet]) -> dict[int, Frame]:
    """The edges of the text of each page: the same for pages of one size."""
    sizes: dict[tuple[int, int], list[_Sheet]] = {}
    for sheet in sheets:
        sizes.setdefault((round(sheet.page.width), round(sheet.page.height)), []).append(sheet)
    return {sheet.page.number: frame for alike in sizes.values() for frame in [_frame(alike)] for sheet in alike}


def _frame(sheets: list[_Sheet]) -> Frame:
    """The edges of the text: the leftmost place where several lines begin, and where long lines end."""
    found = [line.pieces[0] for sheet in sheets for line in sheet.lines if len(line.pieces) == 1]
    if not found:
        return Frame(0, sheets[0].page.width)
    widest = max(piece.right - piece.left for piece in found)
    rights = sorted(piece.right for piece in found if piece.right - piece.left > 0.7 * widest)
    lefts = sorted(line.pieces[0].left for sheet in sheets for line in sheet.lines)
    enough = min(2, len(lefts)) + len(lefts) // 20
    left = next((x for i, x in enumerate(lefts) if sum(other - x <= 2 for other in lefts[i:]) >= enough), lefts[0])
    right = rights[int(0.9 * (len(rights) - 1))]
    return Frame(left, right, _middle(found, left, right))


def _middle(found: list[Piece], left: float, right: float) -> float | None:
    """Where lines of different length have their middle, near half way: titles tell it better than ragged lines do."""
    short = [
        p for p in found if p.left > left + 15 and abs(p.middle - (left + right) / 2) < 40 and p.right < right + 15
    ]
    for p in short:  # the title comes before any signer
        if alike := [q for q in short if abs(q.middle - p.middle) < 1 and abs(q.left - p.left) > 4]:
            return median(q.middle for q in (p, *alike))
    return None


def _spacing(items: list[Item]) -> float:
    """The usual distance of two baselines: the smaller ones, since between paragraphs there may be more."""
    steps = [
        b.piece.base - a.piece.base
        for a, b in pairwise(items)
        if isinstance(a, Placed) and isinstance(b, Placed) and a.page == b.page
    ]
    steps = sorted(step for step in steps if step > 0)
    return median(steps[: max(1, len(steps) * 2 // 3)]) if steps else 20.0


def _blocks(items: list[Item], frames: dict[int, Frame], spacing: float) -> list[Block]:
    out: list[Block] = []
    waiting: list[Placed] = []

    def flush() -> None:
        if waiting:
            frame = frames[waiting[0].page]
            for group in assemble(waiting, frame, spacing):
                out.append(paragraph(group, frame, Where(_part(group[0].page), (len(out),))))
            waiting.clear()

    for item in items:
        if isinstance(item, Placed):
            if waiting and frames[waiting[0].page] != frames[item.page]:
                flush()
            waiting.append(item)
        else:
            flush()
            page = next((line.page for row in item.rows for cell in row for line in cell.lines), 1)
            out.append(table(item, _part(page), len(out), spacing))
    flush()
    return out


def _part(page: int) -> str:
    return f"page/{page}"
