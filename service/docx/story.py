"""The paragraphs and tables of one part (body, header, notes) in reading order."""

from __future__ import annotations

from typing import Any

from lxml import etree

from service.docx import messages as m
from service.docx.blocks import Block, Formatting, Paragraph, Section
from service.docx.formats import Format
from service.docx.formatting import OwnFormatting, Piece, format_of
from service.docx.inline import Inline, between_pages, branch_of
from service.docx.names import MC, VAL, M, W, first, head, whole
from service.docx.numbering import Lists, Numbering
from service.docx.styles import Styles, Use
from service.docx.tables import Tables
from service.messages import Message
from service.notes import Note, Where

_P, _TBL, _R, _PPR, _RPR, _DEL = (W + name for name in ("p", "tbl", "r", "pPr", "rPr", "del"))
_STYLE, _NUMBER, _SECTION, _SDT = W + "pStyle", W + "numPr", W + "sectPr", W + "sdt"
_SILENT = frozenset(
    W + name
    for name in (
        "tcPr",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "permStart",
        "permEnd",
        "commentRangeStart",
        "commentRangeEnd",
    )
)
_THROUGH = frozenset((W + "customXml", W + "smartTag", W + "ins", W + "moveTo"))
_MATHS = frozenset((M + "oMath", M + "oMathPara"))
_ELSEWHERE = frozenset((W + "altChunk", W + "subDoc"))


class Story:
    """Reads the blocks of one part; holds what outlives a block: counters, open fields, a paragraph that runs on."""

    def __init__(self, styles: Styles, lists: Lists, part: str, rows: int, broken: bool = False) -> None:
        self._styles = styles
        self._numbering = Numbering(lists)
        self._boxed_numbering = Numbering(lists)
        self._part = part
        self._inline = Inline(styles)
        self._inline.broken = broken
        self._tables = Tables(self.blocks, styles, part, self._inline, rows)
        self._table: Format | None = None
        self._carried: list[Piece] = []
        self._next = 0
        self.sections: list[Section] = []
        self.boxed = False

    @property
    def unclosed(self) -> bool:
        """Whether a field was never ended: text after it may have been taken for its code."""
        return self._inline.unclosed

    def notes(self) -> tuple[Note, ...]:
        """What the whole part has to say."""
        counts: tuple[tuple[Message, int], ...] = (
            (m.TRACKED, self._inline.tracked),
            (m.HIDDEN, self._inline.hidden),
            (m.PICTURE, self._inline.pictures),
            (m.EMBEDDED, self._inline.embedded),
        )
        return tuple(Note(message, Where(self._part), values=(("count", count),)) for message, count in counts if count)

    def around(self, root: etree._Element) -> tuple[Block, ...]:
        """The blocks of a header, footer or notes part; the rules that separate notes are none."""
        notes = [x for x in root if x.tag in (W + "footnote", W + "endnote")]
        if not notes:
            return self.blocks(head(root), ())
        return tuple(
            block for note in notes if note.get(W + "type") in (None, "normal") for block in self.blocks(head(note), ())
        )

    def blocks(self, start: Any, path: tuple[int, ...], table: Format | None = None) -> tuple[Block, ...]:
        """The blocks from `start` on, a child of a body, cell or text box (None: it has none) that stands at `path`;
        `table`: what its table's style gives."""
        out: list[Block] = []
        around, self._table = self._table, table
        self._add(start, path, out)
        self._table = around
        if self._carried:  # nothing follows that it could run on into
            out.append(self._made((*path, len(out)), None, None, None, self._carried))
            self._carried = []
        return tuple(out)

    def _add(self, child: Any, path: tuple[int, ...], out: list[Block]) -> None:
        """Add the blocks of `child` and of all that follow it where it stands."""
        while child is not None:
            tag = child.tag
            if tag == _P:
                paragraph = self._paragraph(child, (*path, len(out)))
                if paragraph is not None:
                    out.append(paragraph)
            elif tag in _SILENT:
                pass
            elif tag == _TBL:
                out.append(self._tables.table(child, (*path, len(out))))
            elif tag == _SDT:
                if (content := first(child, W + "sdtContent")) is not None:
                    self._add(head(content), path, out)
            elif tag in _THROUGH:
                self._add(head(child), path, out)
            elif tag == MC + "AlternateContent":
                if (branch := branch_of(child)) is not None:
                    self._add(head(branch), path, out)
            elif tag == _SECTION and not path:
                self._section(child, len(out))
            elif tag in _MATHS:
                pieces: list[Piece] = []
                self._inline.other(child, tag, pieces)
                out.append(self._made((*path, len(out)), None, None, None, pieces))
            elif tag in _ELSEWHERE:
                self._inline.embedded += 1
            child = child.getnext()

    def _section(self, properties: Any, upto: int) -> None:
        size = first(properties, W + "pgSz") if properties is not None else None
        begun, self._next = self._next, upto
        if size is not None:
            wide, high = whole(size.get(W + "w"), 0), whole(size.get(W + "h"), 0)
            self.sections.append(Section(begun, wide, high, size.get(W + "orient") == "landscape"))

    def _paragraph(self, element: Any, path: tuple[int, ...]) -> Paragraph | None:
        inline = self._inline
        pieces, self._carried = self._carried, []
        style = properties = number = section = None
        joined = False
        for child in element[:]:
            tag = child.tag
            if tag == _R:
                inline.run(child, pieces)
            elif tag == _PPR:
                for entry in child[:]:
                    tag = entry.tag
                    if tag == _STYLE:
                        style = entry.get(VAL)
                        continue
                    properties = child
                    if tag == _NUMBER:
                        number = entry
                    elif tag == _SECTION:
                        section = entry
                    elif tag == _RPR and first(entry, _DEL) is not None:
                        joined = True
                        inline.tracked += 1
            else:
                inline.other(child, tag, pieces)
        if joined:  # its mark was deleted: with the change accepted it runs on into the next
            self._carried = pieces
            return None
        if section is not None and len(path) == 1:
            self._section(section, path[0] + 1)
        return self._made(path, style, properties, number, pieces, section is not None)

    def _made(
        self, path: tuple[int, ...], style: Any, properties: Any, number: Any, pieces: list[Piece], ends: bool = False
    ) -> Paragraph:
        """The paragraph of `pieces`; `properties` where it has others than its style."""
        inline, use = self._inline, self._styles.use(style, self._table)
        if pieces and (inline.doubtful or use.hidden):
            inline.doubtful, pieces = False, self._shown(use, pieces)
        if inline.paged:
            inline.paged, pieces = False, between_pages(pieces)
        own = properties is not None
        if len(pieces) == 1:
            text, look = pieces[0]
            own = own or look is not None
        elif pieces:
            text = "".join([piece for piece, _ in pieces])
            own = own or any(look is not None for _, look in pieces)
        else:
            text = ""
        label = level = None
        if number is not None or use.number is not None:
            label, level = self._label(use, number, text)
        formatting: Formatting = use
        if own or level is not None:
            formatting = OwnFormatting(self._styles, use.format, properties, pieces, level)
        return Paragraph(
            text,
            use.name,
            Where(self._part, path),
            formatting,
            label,
            self._boxes(path) if inline.boxes else (),
            ends,
            _tabs(properties) if properties is not None and "\t" in text else (),
        )

    def _shown(self, use: Use, pieces: list[Piece]) -> list[Piece]:
        """The pieces that the styles of run and paragraph do not hide."""
        out = [piece for piece in pieces if not format_of(self._styles, use.format, piece[1]).hidden]
        self._inline.hidden += len(out) < len(pieces)
        return out

    def _boxes(self, path: tuple[int, ...]) -> tuple[tuple[Block, ...], ...]:
        """The text boxes that the paragraph just read anchors. Their lists count on their own, as Word's do."""
        self.boxed = True
        found, self._inline.boxes = self._inline.boxes, []
        numbering, self._numbering = self._numbering, self._boxed_numbering
        carried, self._carried = self._carried, []
        boxes = []
        for box in found:
            words = [(box, None)] if isinstance(box, str) else None
            boxes.append((self._made((*path, 0), None, None, None, words),) if words else self.blocks(head(box), path))
        self._numbering, self._carried = numbering, carried
        return tuple(boxes)

    def _label(self, use: Use, own: Any, text: str) -> tuple[str | None, Any]:
        """The next label of the paragraph's list, and the properties of its level where they give the indent.

        An empty paragraph counts, but what stands alone labels nothing.
        """
        key, at = use.format.number
        direct = False
        for child in own if own is not None else ():
            if child.tag == W + "numId":
                key, direct = child.get(VAL), True
            elif child.tag == W + "ilvl":
                at = whole(child.get(VAL), 0)
        found = self._numbering.level(key, at, use.key) if key else None
        if key is None or found is None:
            return None, None
        label = self._numbering.label(key, found[0])
        level = found[1].properties if direct or not use.format.indented else None
        return (label if text else None), level


def _tabs(properties: Any) -> tuple[int, ...]:
    """The tab stops of a paragraph, in twips."""
    stops = first(properties, W + "tabs")
    return tuple(whole(t.get(W + "pos"), 0) for t in stops if t.get(VAL) != "clear") if stops is not None else ()
