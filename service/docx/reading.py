"""From a package to what a person sees: paragraphs and tables in reading order."""

from __future__ import annotations

from typing import Any

from lxml import etree

from service.docx import messages as m
from service.docx.blocks import Block, Cell, Document, Paragraph, Row, Section, Table
from service.docx.inline import Inline, ParagraphFormatting, Piece
from service.docx.names import MC, OFF, VAL, W
from service.docx.numbering import Numbering
from service.docx.package import STANDARD, Limits, Package, open_package
from service.docx.styles import Styles, styles_of
from service.messages import Message
from service.notes import Note, Where
from service.refusals import TooLarge

_P, _TBL, _TR, _TC, _PPR, _TCPR, _TRPR = (W + n for n in ("p", "tbl", "tr", "tc", "pPr", "tcPr", "trPr"))
_STYLE, _NUMBER, _SECTION, _SDT = W + "pStyle", W + "numPr", W + "sectPr", W + "sdt"
_THROUGH = frozenset((W + "customXml", W + "smartTag", W + "ins", W + "moveTo"))


def read_document(data: bytes, limits: Limits = STANDARD) -> Document:
    """What a person sees in a .docx. Raises DocumentRefused (unsafe, damaged, no document) or TooLarge."""
    return read_package(open_package(data, limits))


def read_package(package: Package) -> Document:
    """What a person sees in the package's document."""
    main = package.main()
    related = package.relationships(main)
    parts: dict[str, list[str]] = {}
    for kind, target in related.values():
        parts.setdefault(kind.rsplit("/", 1)[-1], []).append(target)
    styles = styles_of(package, parts.get("styles", ["word/styles.xml"])[0])
    lists = next((name for name in parts.get("numbering", ()) if name in package.names), None)
    reader = _Reader(styles, Numbering(package.xml(lists) if lists else None), main, package.limits.rows)
    root = package.xml(main)
    body = root.find(W + "body")
    blocks = reader.blocks(body, ()) if body is not None else ()
    around: dict[str, tuple[Block, ...]] = {}
    for kind in ("header", "footer", "footnotes", "endnotes"):
        found: list[Block] = []
        for name in sorted(set(parts.get(kind, ()))):
            if name in package.names:
                found += _Reader(styles, Numbering(None), name, package.limits.rows).around(package.xml(name))
        around[kind] = tuple(found)
    return Document(
        blocks,
        around["header"],
        around["footer"],
        around["footnotes"] + around["endnotes"],
        tuple(reader.sections),
        reader.notes(),
        frozenset(styles.names.values()),
    )


class _Reader:
    def __init__(self, styles: Styles, numbering: Numbering, part: str, rows: int) -> None:
        self._styles = styles
        self._numbering = numbering
        self._part = part
        self._inline = Inline(styles)
        self._rows = rows
        self._carried: list[Piece] = []
        self.sections: list[Section] = []
        self._next = 0

    def notes(self) -> tuple[Note, ...]:
        """What the whole part has to say."""
        counts: tuple[tuple[Message, int], ...] = (
            (m.TRACKED, self._inline.tracked),
            (m.HIDDEN, self._inline.hidden),
            (m.PICTURE, self._inline.pictures),
            (m.EMBEDDED, self._inline.embedded),
        )
        return tuple(Note(message, Where(self._part), values=(("count", count),)) for message, count in counts if count)

    def around(self, root: etree._Element) -> list[Block]:
        """The blocks of a header, footer or notes part; the rules that separate notes are none."""
        notes = [x for x in root if x.tag in (W + "footnote", W + "endnote")]
        if not notes:
            return list(self.blocks(root, ()))
        return [b for note in notes if note.get(W + "type") in (None, "normal") for b in self.blocks(note, ())]

    def blocks(self, container: Any, path: tuple[int, ...]) -> tuple[Block, ...]:
        """The blocks inside a body, cell or text box that stands at `path`."""
        out: list[Block] = []
        self._add(container, path, out)
        return tuple(out)

    def _add(self, container: Any, path: tuple[int, ...], out: list[Block]) -> None:
        for child in container:
            tag = child.tag
            if tag == _P:
                paragraph = self._paragraph(child, (*path, len(out)))
                if paragraph is not None:
                    out.append(paragraph)
                    if paragraph.ends_section:
                        self._section(child.find(f"{_PPR}/{_SECTION}"), len(out))
            elif tag == _TBL:
                out.append(self._table(child, (*path, len(out))))
            elif tag == _SDT:
                if (content := child.find(W + "sdtContent")) is not None:
                    self._add(content, path, out)
            elif tag in _THROUGH:
                self._add(child, path, out)
            elif tag == MC + "AlternateContent":
                if (branch := child.find(MC + "Choice")) is not None:
                    self._add(branch, path, out)
            elif tag == _SECTION and not path:
                self._section(child, len(out))
            elif tag == W + "altChunk":
                self._inline.embedded += 1

    def _section(self, properties: Any, upto: int) -> None:
        size = properties.find(W + "pgSz") if properties is not None else None
        first, self._next = self._next, upto
        if size is not None:
            wide, high = (int(float(size.get(W + k, "0") or 0)) for k in "wh")
            self.sections.append(Section(first, wide, high, size.get(W + "orient") == "landscape"))

    def _paragraph(self, element: Any, path: tuple[int, ...]) -> Paragraph | None:
        properties = element.find(_PPR)
        style, number, ends, joined = None, None, False, False
        if properties is not None:
            for child in properties:
                tag = child.tag
                if tag == _STYLE:
                    style = child.get(VAL)
                elif tag == _NUMBER:
                    number = child
                elif tag == _SECTION:
                    ends = True
                elif tag == W + "rPr" and len(child):
                    joined = child.find(W + "del") is not None
                    self._inline.tracked += joined
        pieces, self._carried = self._carried, []
        boxes_before = len(self._inline.boxes)
        self._inline.pieces(element, pieces)
        if joined:  # its mark was deleted: with the change accepted it runs on into the next
            self._carried = pieces
            return None
        text = pieces[0][0] if len(pieces) == 1 else "".join([piece for piece, _ in pieces])
        label = self._label(style, number) if text or number is not None else None
        boxes: tuple[tuple[Block, ...], ...] = ()
        if len(self._inline.boxes) > boxes_before:
            found = self._inline.boxes[boxes_before:]
            del self._inline.boxes[boxes_before:]
            boxes = tuple(self.blocks(box, path) for box in found)
        formatting = ParagraphFormatting(self._styles, style, properties, pieces)
        return Paragraph(
            text,
            self._styles.name(style),
            Where(self._part, path),
            formatting,
            label if text else None,
            boxes,
            ends,
            _tabs(properties) if "\t" in text else (),
        )

    def _label(self, style: str | None, own: Any) -> str | None:
        inherited = self._styles.format(style).number
        if own is None:
            return self._numbering.label(*inherited) if inherited[0] else None
        number, level = own.find(W + "numId"), own.find(W + "ilvl")
        key = number.get(VAL) if number is not None else inherited[0]
        text = level.get(VAL, "0") if level is not None else str(inherited[1])
        return self._numbering.label(key, int(text) if text.isdigit() else 0)

    def _table(self, element: Any, path: tuple[int, ...]) -> Table:
        rows: list[Row] = []
        columns = 0
        for tr in _members(element, _TR):
            properties = tr.find(_TRPR)
            before, header = 0, False
            if properties is not None:
                if properties.find(W + "del") is not None:
                    self._inline.tracked += 1
                    continue
                self._inline.tracked += properties.find(W + "ins") is not None
                before = _integer(properties.find(W + "gridBefore"), 0)
                head = properties.find(W + "tblHeader")
                header = head is not None and head.get(VAL, "1") not in OFF
            if len(rows) >= self._rows:
                raise TooLarge(m.MANY_ROWS, limit=self._rows)
            cells = self._cells(tr, (*path, len(rows)), before)
            rows.append(Row(tuple(cells), header))
            if cells:
                columns = max(columns, cells[-1].column + cells[-1].columns)
        properties = element.find(W + "tblPr")
        style = properties.find(W + "tblStyle") if properties is not None else None
        name = self._styles.name(style.get(VAL)) if style is not None else ""
        return Table(tuple(rows), Where(self._part, path), columns, _bordered(properties, name), name)

    def _cells(self, tr: Any, path: tuple[int, ...], column: int) -> list[Cell]:
        cells: list[Cell] = []
        for tc in _members(tr, _TC):
            properties = tc.find(_TCPR)
            wide, merge, swallowed = 1, None, False
            if properties is not None:
                for child in properties:
                    tag = child.tag
                    if tag == W + "gridSpan":
                        wide = max(1, min(_integer(child, 1), 1000))
                    elif tag == W + "vMerge":
                        merge = "start" if child.get(VAL) == "restart" else "continue"
                    elif tag == W + "hMerge":
                        swallowed = child.get(VAL, "continue") != "restart"
            if swallowed and cells:
                last = cells[-1]
                cells[-1] = Cell(last.blocks, last.column, last.columns + wide, last.merge)
            else:
                blocks = () if merge == "continue" else self.blocks(tc, (*path, len(cells)))
                cells.append(Cell(blocks, column, wide, merge))  # type: ignore[arg-type]
            column += wide
        return cells


def _members(element: Any, wanted: str) -> Any:
    """The rows of a table or cells of a row, content controls and tracked insertions entered."""
    for child in element:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag == _SDT:
            if (content := child.find(W + "sdtContent")) is not None:
                yield from _members(content, wanted)
        elif tag in _THROUGH:
            yield from _members(child, wanted)


def _integer(element: Any, otherwise: int) -> int:
    text = element.get(VAL, "") if element is not None else ""
    return int(text) if text.isdigit() else otherwise


def _tabs(properties: Any) -> tuple[int, ...]:
    stops = properties.find(W + "tabs") if properties is not None else None
    return tuple(int(float(t.get(W + "pos", "0"))) for t in stops if t.get(VAL) != "clear") if stops is not None else ()


def _bordered(properties: Any, style: str) -> bool:
    borders = properties.find(W + "tblBorders") if properties is not None else None
    if borders is None:
        return "grid" in style.casefold() or "lưới" in style.casefold()
    inside = [borders.find(W + side) for side in ("insideH", "insideV", "top", "left")]
    return any(side is not None and side.get(VAL) not in ("none", "nil", None) for side in inside)
