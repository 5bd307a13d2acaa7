"""The text of a paragraph as a person sees it: fields by their result, insertions in, deletions and hidden text out."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from service.docx.blocks import Look, TextRun
from service.docx.names import MC, OFF, VAL, W
from service.docx.styles import Format, Styles, with_paragraph, with_run

Piece = tuple[str, Any]
"""Text with the run properties (`w:rPr` or None) it stands under."""

_T, _R, _RPR, _TAB, _BR = W + "t", W + "r", W + "rPr", W + "tab", W + "br"
_THROUGH = frozenset(
    W + name for name in ("hyperlink", "smartTag", "fldSimple", "dir", "bdo", "customXml", "sdtContent", "subDoc")
)
_INSERTED = frozenset((W + "ins", W + "moveTo"))
_DELETED = frozenset((W + "del", W + "moveFrom"))
_SDT, _ALTERNATE, _FIELD = W + "sdt", MC + "AlternateContent", W + "fldChar"
_DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))
_BOX = W + "txbxContent"
_SYM = W + "sym"
_LETTER_FONTS = (".vn", "vni")
_SYMBOLS = {"f0b7": "•", "f0a7": "▪", "f02d": "-", "f0d8": "➢", "f0fc": "✓", "f0e0": "→"}
_IMAGES = ("}blip", "}imagedata")
_OBJECTS = ("}OLEObject",)


class Inline:
    """Walks runs; holds what outlives a paragraph: open fields, and counts for the notes."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # for each open field: whether its result has begun
        self.tracked = 0
        self.hidden = 0
        self.pictures = 0
        self.embedded = 0
        self.boxes: list[Any] = []

    def pieces(self, element: Any, out: list[Piece]) -> None:
        """Add what is seen in `element`, a paragraph or something inside one."""
        for child in element:
            tag = child.tag
            if tag == _R:
                self._run(child, out)
            elif tag in _THROUGH:
                self.pieces(child, out)
            elif tag == _SDT:
                if (content := child.find(W + "sdtContent")) is not None:
                    self.pieces(content, out)
            elif tag in _INSERTED:
                self.tracked += 1
                self.pieces(child, out)
            elif tag in _DELETED:
                self.tracked += 1
            elif tag == _ALTERNATE:
                if (branch := _branch(child)) is not None:
                    self.pieces(branch, out)
            elif tag in _DRAWN:
                self._drawn(child)

    def _run(self, run: Any, out: list[Piece]) -> None:
        properties = None
        for child in run:
            tag = child.tag
            if tag == _T:
                text = child.text
                if text and (not self._fields or all(self._fields)):
                    out.append((text, properties))
            elif tag == _RPR:
                properties = child
                if len(child) and self._is_hidden(child):
                    self.hidden += 1
                    return
            elif tag == _FIELD:
                self._field(child.get(W + "fldCharType"))
            elif tag == _ALTERNATE:
                if (branch := _branch(child)) is not None:
                    for drawn in branch:
                        if drawn.tag in _DRAWN:
                            self._drawn(drawn)
            elif tag in _DRAWN:
                self._drawn(child)
            elif (sign := _sign(child, tag)) and (not self._fields or all(self._fields)):
                out.append((sign, properties if tag != _SYM else _in_font(properties, child.get(W + "font", ""))))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _is_hidden(self, properties: Any) -> bool:
        style = properties.find(W + "rStyle")
        vanish = properties.find(W + "vanish")
        if vanish is not None:
            return vanish.get(VAL, "1") not in OFF
        return style is not None and self._styles.character(Format(), style.get(VAL, "")).hidden

    def _drawn(self, element: Any) -> None:
        boxes = False
        for inner in element.iter():
            tag = inner.tag
            if tag == _BOX:
                if not any(a.tag == _BOX for a in inner.iterancestors() if a is not element):
                    # The old form of a shape repeats the new one's text.
                    if any(a.tag == MC + "Fallback" for a in inner.iterancestors()) and boxes:
                        continue
                    self.boxes.append(inner)
                    boxes = True
            elif tag.endswith(_IMAGES):
                self.pictures += 1
            elif tag.endswith(_OBJECTS):
                self.embedded += 1


def _branch(alternate: Any) -> Any:
    """The one branch of alternative content that is read: the new form where there is one."""
    choice = alternate.find(MC + "Choice")
    return choice if choice is not None else alternate.find(MC + "Fallback")


def _sign(element: Any, tag: str) -> str:
    if tag in (_TAB, W + "ptab"):
        return "\t"
    if tag == _BR:
        return "\n" if element.get(W + "type", "textWrapping") == "textWrapping" else ""
    if tag == W + "cr":
        return "\n"
    if tag == W + "noBreakHyphen":
        return "-"
    if tag == W + "softHyphen":
        return "\u00ad"
    if tag == _SYM:
        code = element.get(W + "char", "").lower()
        # In a font of before Unicode the same code is a letter, which `service.formats.letters` reads.
        letter = element.get(W + "font", "").lower().startswith(_LETTER_FONTS)
        return (not letter and _SYMBOLS.get(code)) or (
            chr(int(code, 16)) if code and not set(code) - set("0123456789abcdef") and len(code) < 5 else ""
        )
    return ""


def _in_font(properties: Any, font: str) -> Any:
    """`properties` with the font of a symbol, where that is one for letters."""
    if not font.lower().startswith(_LETTER_FONTS):
        return properties
    own = deepcopy(properties) if properties is not None else etree.Element(W + "rPr")
    for before in own.findall(W + "rFonts"):
        own.remove(before)
    etree.SubElement(own, W + "rFonts").set(W + "ascii", font)
    return own


class ParagraphFormatting:
    """The look and runs of a paragraph, computed when asked."""

    __slots__ = ("_pieces", "_properties", "_style", "_styles")

    def __init__(self, styles: Styles, style: str | None, properties: Any, pieces: list[Piece]) -> None:
        self._styles = styles
        self._style = style
        self._properties = properties
        self._pieces = pieces

    def _base(self) -> Format:
        return with_paragraph(self._styles.format(self._style), self._properties)

    def _format(self, base: Format, properties: Any) -> Format:
        if properties is None:
            return base
        style = properties.find(W + "rStyle")
        return with_run(self._styles.character(base, style.get(VAL, "")) if style is not None else base, properties)

    def plain(self) -> bool:
        """Whether no run has properties of its own: then the paragraph has one look."""
        return all(properties is None for _, properties in self._pieces)

    def runs(self) -> tuple[TextRun, ...]:
        """The text in stretches of one look."""
        base = self._base()
        out: list[TextRun] = []
        for text, properties in self._pieces:
            f = self._format(base, properties)
            run = TextRun(text, f.bold, f.italic, f.underline, f.caps, f.raised, f.size, f.font)
            if out and _alike(out[-1], run):
                out[-1] = TextRun(
                    out[-1].text + text, run.bold, run.italic, run.underline, run.caps, run.raised, run.size, run.font
                )
            else:
                out.append(run)
        return tuple(out)

    def look(self) -> Look:
        """The look of most of its letters."""
        base = self._base()
        weights: dict[TextRun, int] = {}
        for run in self.runs():
            key = TextRun("", run.bold, run.italic, run.underline, run.caps, None, run.size)
            weights[key] = weights.get(key, 0) + len(run.text.strip())
        most = (
            max(weights, key=weights.__getitem__)
            if weights
            else TextRun("", base.bold, base.italic, base.underline, base.caps, None, base.size)
        )
        return Look(
            base.align,
            base.left,
            base.first_line,
            most.bold,
            most.italic,
            most.underline,
            most.caps,
            most.size,
            base.outline,
            base.bordered,
        )


def _alike(a: TextRun, b: TextRun) -> bool:
    return (a.bold, a.italic, a.underline, a.caps, a.raised, a.size, a.font) == (
        b.bold,
        b.italic,
        b.underline,
        b.caps,
        b.raised,
        b.size,
        b.font,
    )
