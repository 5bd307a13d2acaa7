"""Letterheads and signature blocks made with tabs or runs of blanks: the pieces of consecutive lines as columns."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from service.docx.blocks import Block, Paragraph
from service.layout import cues
from service.layout import words as w
from service.wording.folding import fold

STOP = 720
"""Twips between the default tab stops."""
BLANK, LETTER, CAPITAL = 65, 118, 165
"""About how many twips a blank and a letter take at the sizes of the decree."""
MIDDLE = 3300
"""Twips from the margin from which a piece stands in the right half."""
LONGEST = 110

Piece = tuple[int, int, int]
"""Start and end in the text, and about where on the line it begins, in twips."""


@dataclass(frozen=True, slots=True)
class Region:
    """Consecutive lines as columns, each a list of (paragraph, start, end)."""

    length: int
    columns: list[list[tuple[Paragraph, int, int]]]


def pieces(paragraph: Paragraph) -> list[Piece]:
    """The pieces of a line that tabs or at least four blanks part."""
    text = normalize("NFC", paragraph.text)
    out: list[Piece] = []
    at, x = 0, max(0, paragraph.look.left + paragraph.look.first_line)
    for gap in [*cues.gaps(text), None]:
        end = gap[0] if gap else len(text)
        piece = text[at:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            out.append((at + lead, at + len(piece.rstrip()), x + lead * BLANK))
        x += sum(BLANK if c.isspace() else CAPITAL if c.isupper() else LETTER for c in piece)
        if gap:
            for c in text[gap[0] : gap[1]]:
                x = _stop(paragraph, x) if c == "\t" else x + BLANK
            at = gap[1]
    return out


def _stop(paragraph: Paragraph, x: int) -> int:
    after = [stop for stop in paragraph.tabs if stop > x]
    return min(after) if after else (x // STOP + 1) * STOP


def region(blocks: tuple[Block, ...], at: int) -> Region | None:
    """The letterhead or signature that begins at block `at` and is made with tabs or blanks, or None."""
    first = blocks[at]
    if not isinstance(first, Paragraph) or "\n" in first.text or not cues.beside(first.text):
        return None
    rows: list[tuple[Paragraph, list[Piece]]] = []
    last = 0
    for place in range(at, min(at + 40, len(blocks))):
        block = blocks[place]
        if not isinstance(block, Paragraph) or (rows and _ends(block)):
            break
        found = pieces(block)
        rows.append((block, found))
        if len(found) > 1 or (found and found[0][2] > MIDDLE) or _continues(block.text):
            last = len(rows)
    rows = rows[:last]
    return Region(len(rows), _columns(rows))


def _continues(text: str) -> bool:
    bare = cues.one_line(text)
    return bare.startswith(("-", "–", "+", "*")) or bool(w.RECIPIENTS.match(fold(bare)))


def _ends(paragraph: Paragraph) -> bool:
    bare = cues.one_line(paragraph.text)
    if len(bare) > 2 * LONGEST or cues.is_title(bare):
        return True
    key = fold(bare)
    return bool(w.BASIS.match(key) or w.KINH_GUI.match(key) or w.ANNEX.fullmatch(key)) or (
        len(bare) > LONGEST and len(cues.split(paragraph.text)) < 2
    )


def _columns(rows: list[tuple[Paragraph, list[Piece]]]) -> list[list[tuple[Paragraph, int, int]]]:
    widest = max((found for _, found in rows), key=len, default=[])
    starts = [x for _, _, x in widest] if len(widest) > 2 else []
    columns: list[list[tuple[Paragraph, int, int]]] = [[] for _ in range(max(2, len(starts)))]
    for paragraph, found in rows:
        for place, (start, end, x) in enumerate(found):
            if starts:
                column = (
                    min(range(len(starts)), key=lambda k: abs(starts[k] - x)) if len(found) < len(starts) else place
                )
            elif len(found) > 1:
                column = min(place, 1)
            else:
                column = int(x > MIDDLE)
            columns[column].append((paragraph, start, end))
    return columns
