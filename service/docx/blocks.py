"""What a person sees in a Word document, in reading order: the value type between the docx layer and everything above.

`Paragraph` computes its look and runs only when asked: an untouched document of ours is read by style and text alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from msgspec import Struct
from msgspec.structs import replace

from service.notes import Note, Where


class TextRun(NamedTuple):
    """Text of one look: effective values, the style chain, defaults and theme resolved. `size` in points."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    raised: Literal["up", "down"] | None = None
    size: float = 0.0
    font: str = ""


class Look(NamedTuple):
    """Effective look of a paragraph. Indents in twips; `bold`, `italic`, `caps`, `underline`: of most of its letters."""

    align: Literal["left", "center", "right", "both"] = "left"
    left: int = 0
    first_line: int = 0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    size: float = 0.0
    outline: int | None = None
    bordered: bool = False


class Formatting(Protocol):
    """What the docx layer hands to a paragraph so that it can compute its look when asked."""

    @property
    def plain(self) -> bool: ...

    def look(self, text: str) -> Look: ...

    def runs(self, text: str) -> tuple[TextRun, ...]: ...


class Paragraph(Struct, eq=False, gc=False):
    """A paragraph as seen: `text` has `\\n` for line breaks and `\\t` for tabs, never field codes, deleted or hidden text.

    `style` is the style's *name* (`KH Đoạn`; Normal where none); `label` the automatic number or bullet as Word
    prints it, None without one; `boxes` the text boxes anchored here; `tabs` the tab stops in twips.
    """

    text: str
    style: str
    where: Where
    formatting: Formatting
    label: str | None = None
    boxes: tuple[tuple[Block, ...], ...] = ()
    ends_section: bool = False
    tabs: tuple[int, ...] = ()

    @property
    def labelled(self) -> str:
        """The text with the automatic number before it."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def look(self) -> Look:
        """The effective look of the paragraph (computed when first asked)."""
        return self.formatting.look(self.text)

    @property
    def runs(self) -> tuple[TextRun, ...]:
        """The text in stretches of one look; joined they are `text`."""
        return self.formatting.runs(self.text)

    @property
    def plain(self) -> bool:
        """Whether no run deviates from the paragraph's style: then there is no need to look at `runs`."""
        return self.formatting.plain

    def rewritten(self, formatting: Formatting, label: str | None, boxes: tuple[tuple[Block, ...], ...]) -> Paragraph:
        """This paragraph with other letters: those of the runs of `formatting`."""
        text = "".join(run.text for run in formatting.runs(""))
        return replace(self, text=text, formatting=formatting, label=label, boxes=boxes)

    def __repr__(self) -> str:
        return f"Paragraph({self.text[:60]!r}, {self.style!r})"


class Cell(Struct, gc=False):
    """A cell at grid column `column` (from 0) over `columns` grid columns.

    `merge`: `start` of a vertically merged cell, `continue` (inherited from the row above), or None.
    """

    blocks: tuple[Block, ...]
    column: int = 0
    columns: int = 1
    merge: Literal["start", "continue"] | None = None

    @property
    def text(self) -> str:
        """The text of its paragraphs (nested tables included), joined by `\\n`."""
        return "\n".join(p.text for p in paragraphs(self.blocks))


class Row(Struct, gc=False):
    """A row; `header` where Word repeats it on each page."""

    cells: tuple[Cell, ...]
    header: bool = False


class Table(NamedTuple):
    """A table; `columns` = number of grid columns, `bordered` where its inside lines are drawn; `style` its style name."""

    rows: tuple[Row, ...]
    where: Where
    columns: int = 0
    bordered: bool = False
    style: str = ""


Block = Paragraph | Table


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of `blocks` in reading order, cells entered (inherited cells too), text boxes not."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def with_boxes(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of `blocks`, each with the paragraphs of the text boxes that it anchors, boxes inside boxes too."""
    for paragraph in paragraphs(blocks):
        yield paragraph
        for box in paragraph.boxes:
            yield from with_boxes(box)


@dataclass(frozen=True, slots=True)
class Section:
    """A page section from body block `first` on. Sizes in twips."""

    first: int
    width: int
    height: int
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document as seen. `headers`, `footers`, `footnotes` stand apart from the body."""

    body: tuple[Block, ...]
    headers: tuple[Block, ...] = ()
    footers: tuple[Block, ...] = ()
    footnotes: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    boxed: bool = True
    """Whether some paragraph of the body may anchor a text box."""
