"""Letters become lines, and lines pieces: what stands far apart on one line belongs to different columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from statistics import median
from unicodedata import normalize

from service.docx.blocks import TextRun
from service.formats.pdf.glyphs import Glyph

WORD = 0.15
"""Share of the size of type from which a gap without a blank is one."""
APART = 0.8
"""Share from which a gap without blanks separates pieces: cells and tab stops leave no blank between them."""
FAR = 4.0
"""Share from which a gap separates pieces though there is a blank in it: no justified line is stretched so far."""
STRETCHED = 4
"""Words from which a line that stands in single words is a line stretched to its end, and no row of columns."""
_MARKER = re.compile(
    r"(?:[-–—+*•·▪■●○➢✓o]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]+|[A-Za-zđĐ])[.)/:]?|\d{1,2}(?:\.\d{1,2})+)"
)
_LONGEST_TAB = 60.0
_HEADING = re.compile(
    r"(?<=[^\W_] )(?:C[ỘO]NG H(?:ÒA|OÀ|OA) XÃ HỘI CHỦ NGHĨA|Độc lập *[-–—] *Tự do|ĐẢNG CỘNG SẢN VIỆT NAM$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stand together on a line."""

    runs: tuple[TextRun, ...]
    left: float
    right: float
    base: float
    size: float
    first_word: float
    """Width of its first word: whether it would have fitted at the end of the line before."""

    @property
    def text(self) -> str:
        """Its text."""
        return "".join([run.text for run in self.runs])

    def without_marks(self, numbers: frozenset[str]) -> Piece:
        """The piece without raised `numbers`; itself where it is nothing else."""
        kept = tuple([run for run in self.runs if run.raised != "up" or run.text.strip() not in numbers])
        return replace(self, runs=kept) if kept and len(kept) < len(self.runs) else self

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces on one baseline, from left to right."""

    pieces: tuple[Piece, ...]

    @property
    def base(self) -> float:
        """Its baseline."""
        return self.pieces[0].base

    def without_marks(self, numbers: frozenset[str]) -> Line:
        """The line without the raised `numbers` that mark its footnotes, which stand at the foot and are no words of it."""
        return Line(tuple([piece.without_marks(numbers) for piece in self.pieces]))

    def whole(self) -> Piece:
        """The line in one piece, tabs between what stands apart."""
        first, last = self.pieces[0], self.pieces[-1]
        runs: list[TextRun] = []
        for piece in self.pieces:
            if runs:
                runs[-1] = runs[-1]._replace(text=runs[-1].text + "\t")
            runs += piece.runs
        return replace(first, runs=tuple(runs), right=last.right)


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of some letters, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.base):
        if rows and glyph.base - rows[-1][-1].base <= 0.2 * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    rows = [row for row in rows if any(not g.text.isspace() for g in row)]
    made = (_pieces(row) for row in _with_raised(rows))
    return [Line(tuple(pieces)) for pieces in made if pieces]


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Raised and lowered small letters go to the line they belong to."""
    out: list[list[Glyph]] = []
    sizes = [median(g.size for g in row) for row in rows]
    bases = [median(g.base for g in row) for row in rows]
    taken: dict[int, int] = {}
    for i, size in enumerate(sizes):
        for j in (i + 1, i - 1):
            near = 0 <= j < len(rows) and j not in taken and abs(bases[i] - bases[j]) < 0.6 * sizes[j]
            if near and size < 0.8 * sizes[j] and _beside(rows[i], rows[j]):
                taken[i] = j
                break
    for i, row in enumerate(rows):
        if i not in taken:
            out.append(row + [g for k, j in taken.items() if j == i for g in rows[k]])
    return out


def _beside(small: list[Glyph], row: list[Glyph]) -> bool:
    """Whether the first small letter follows a letter of the row, or stands before it."""
    first = min(small, key=lambda g: g.left)
    return any(min(abs(first.left - g.right), abs(g.left - first.right)) < 0.5 * g.size for g in row)


def _pieces(row: list[Glyph]) -> list[Piece]:
    row = sorted(row, key=lambda g: (g.left, g.text))
    size = median(g.size for g in row)
    base = median(g.base for g in row if g.size >= 0.8 * size)
    groups: list[list[Glyph]] = []
    blank, last = False, None
    for glyph in row:
        if glyph.text == " ":
            blank = last is not None
            continue
        if last is not None and glyph.text == last.text and abs(glyph.left - last.left) < 0.2 * size:
            continue  # drawn twice to look bold
        gap = glyph.left - last.right if last is not None else 0.0
        if last is None or gap > (FAR if blank else APART) * size:
            groups.append([])
        elif blank or gap > WORD * size:
            groups[-1].append(replace(glyph, text=" ", left=last.right, right=glyph.left))
        groups[-1].append(glyph)
        last, blank = glyph, False
    parted = (part for group in groups for part in _parted(group))
    pieces = _joined([_piece(group, base, size) for group in parted])
    if len(pieces) >= STRETCHED and all(" " not in piece.text for piece in pieces):
        return [reduce(_with_blank, pieces)]
    return pieces


def _parted(group: list[Glyph]) -> list[list[Glyph]]:
    """Letters that stand together, parted before the heading of the State or the Party: nothing runs on into it, but in a
    letterhead made of blanks the name beside it may come as near as a word does."""
    text = "".join([glyph.text for glyph in group])
    found = _HEADING.search(text) if len(text) == len(group) else None
    if found is None or not text[: found.start()].strip():
        return [group]
    at = found.start()
    return [group[: at - 1], group[at:]]


def _piece(group: list[Glyph], base: float, size: float) -> Piece:
    runs: list[TextRun] = []
    for glyph in group:
        small = glyph.size < 0.8 * size and glyph.text != " "
        raised = None if not small or abs(glyph.base - base) < 0.1 * size else "up" if glyph.base < base else "down"
        look = TextRun("", glyph.bold, glyph.italic, raised=raised, size=round(size, 1), font=glyph.font)  # type: ignore[arg-type]
        if runs and (runs[-1]._replace(text="") == look or glyph.text == " "):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + glyph.text)
        else:
            runs.append(look._replace(text=glyph.text))
    runs = [run._replace(text=normalize("NFC", run.text)) for run in runs]
    word = next((i for i, g in enumerate(group) if g.text == " "), len(group))
    return Piece(tuple(runs), group[0].left, group[-1].right, base, size, group[word - 1].right - group[0].left)


def _with_blank(one: Piece, other: Piece) -> Piece:
    """Two pieces as one."""
    runs = (*one.runs[:-1], one.runs[-1]._replace(text=one.runs[-1].text + " "), *other.runs)
    return replace(one, runs=runs, right=other.right)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """A marker with its tab is one piece with the text after it."""
    out: list[Piece] = []
    for piece in pieces:
        if out and _MARKER.fullmatch(out[-1].text) and piece.left - out[-1].right < _LONGEST_TAB:
            piece = _with_blank(out.pop(), piece)
        out.append(piece)
    return out


def starts_with_marker(text: str) -> bool:
    """Whether a line begins with a bullet or number, as a paragraph of its own does."""
    found = re.match(rf"{_MARKER.pattern}(?=\s)", text)
    return found is not None and not found.group().isalnum()
