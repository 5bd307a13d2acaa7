"""How a line of a template looks at a paragraph: by style and words, else by place, look and what its holes look like."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from msgspec import Struct

from service.docx.blocks import Look, Paragraph
from service.matching.pattern import INFINITE, Exactly, Match
from service.matching.text import Reading, TextPattern
from service.mau.columns import Pasted, Recast
from service.mau.shapes import strangeness
from service.mau.tags import Print
from service.notes import Where

RESTYLED = 1.5
BORROWED = 3.0


IN_CELL = 0.4
"""A style that tells nothing, in a cell that holds nothing else: the cell's place tells more."""
PASTED = 0.05


class Seen(Struct, gc=False):
    """A paragraph that was read by a line of the template: what its holes hold."""

    paragraph: Paragraph
    reading: Reading
    line: ParagraphReader
    restyled: bool = False


class ParagraphReader:
    """A line of the template; `telling`: the styles of its lines in cells, which say whose a paragraph in a cell is (a new
    table takes the style of the line of the body it was put in at: that tells nothing of its cells)."""

    def __init__(self, style: str, text: TextPattern, look: Look, where: Where, telling: Set[str]) -> None:
        self.where = where
        self.style = style
        self.text = text
        self.look = look
        self._telling = telling

    def exactly(self, item: Any) -> Exactly | None:
        """The line as it was printed."""
        return self._exact if isinstance(item, Paragraph) and item.style == self.style else None

    def _exact(self, item: Paragraph) -> Seen | None:
        if item.label or item.boxes:
            return None
        reading = self.text.exact(item.text)
        return Seen(item, reading, self) if reading is not None else None

    def match(self, item: Any, limit: float = INFINITE, in_cell: bool = False) -> Match | None:
        """The line at a cost for another style, another look, other fixed words; `in_cell`: a cell that holds nothing
        else, whose place tells more than its style."""
        if not isinstance(item, Paragraph):
            return None
        restyled = item.style != self.style
        found = self.text.match(item.labelled, lenient=not restyled)
        if found is None:
            return None
        if not restyled:
            return Match(found.cost, Seen(item, found.value, self))
        pasted = isinstance(item, Pasted)
        if self.text.literal == "" and not in_cell and not pasted:
            return None
        if in_cell:
            cost = self.retyped(item)
        else:
            cost = (PASTED if pasted else RESTYLED) + self._strange(item, found.value) + self._unlike(item.look)
        return Match(found.cost + cost, Seen(item, found.value, self, not in_cell))

    def further(self, lines: Sequence[Paragraph]) -> float:
        """What it costs that `lines` stand below the first in a cell that has this line alone."""
        return BORROWED * sum(self.another(line) for line in lines)

    def retyped(self, item: Paragraph) -> float:
        """What it costs that a paragraph in a cell that has this line alone is in another style."""
        if item.style == self.style:
            return 0.0
        return (BORROWED if self.another(item) else IN_CELL) + self._unlike(item.look)

    def another(self, item: Paragraph) -> bool:
        """Whether a paragraph in a cell has the style of another line in a cell of the template."""
        return item.style != self.style and item.style in self._telling and not isinstance(item, Pasted)

    def told(self, item: Paragraph) -> bool:
        """Whether a paragraph has the style of any line in a cell of the template."""
        return item.style in self._telling

    def base(self, item: Paragraph) -> Look:
        """The look from which runs of `item` deviate: its own where it is in another style than the line."""
        return item.look if item.style != self.style or isinstance(item, Recast) else self.look

    def _unlike(self, look: Look) -> float:
        own = self.look
        return (
            0.5 * (look.bold != own.bold)
            + 0.4 * (look.italic != own.italic)
            + 0.3 * (abs(look.size - own.size) > 0.9)
            + 0.2 * (look.align != own.align)
            + 0.1 * (abs(look.first_line - own.first_line) > 150)
        )

    def _strange(self, item: Paragraph, reading: Reading) -> float:
        """How little the holes look like what they are; fixed words that are there speak for the line."""
        text = item.labelled
        holes = [(hole.tag.field, text[hole.start : hole.end]) for hole in reading.found if isinstance(hole.tag, Print)]
        return strangeness(holes) - 0.5 * self.text.marked
