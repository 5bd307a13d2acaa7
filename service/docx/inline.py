"""The text of a paragraph as a person sees it: fields by their result, insertions in, deletions and hidden text out."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from service.docx.formats import PLAIN
from service.docx.formatting import Piece
from service.docx.names import MC, OFF, VAL, W, first
from service.docx.styles import Styles

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
        self._code = 0  # open fields whose result has not begun: text is code
        self.tracked = 0
        self.hidden = 0
        self.pictures = 0
        self.embedded = 0
        self.boxes: list[Any] = []

    def pieces(self, element: Any, out: list[Piece]) -> None:
        """Add what is seen in `element`, something inside a paragraph."""
        for child in element:
            tag = child.tag
            if tag == _R:
                self.run(child, out)
            else:
                self.other(child, tag, out)

    def other(self, child: Any, tag: str, out: list[Piece]) -> None:
        """Add what is seen in `child`, which stands where a run may."""
        if tag in _THROUGH:
            self.pieces(child, out)
        elif tag == _SDT:
            if (content := first(child, W + "sdtContent")) is not None:
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

    def run(self, run: Any, out: list[Piece]) -> None:
        """Add what is seen in a run."""
        properties = None
        for child in run:
            tag = child.tag
            if tag == _T:
                if (text := child.text) and not self._code:
                    out.append((text, properties))
            elif tag == _RPR:
                if len(child):
                    if self._is_hidden(child):
                        self.hidden += 1
                        return
                    properties = child
            elif tag == _FIELD:
                self._field(child.get(W + "fldCharType"))
            elif tag == _ALTERNATE:
                if (branch := _branch(child)) is not None:
                    for drawn in branch:
                        if drawn.tag in _DRAWN:
                            self._drawn(drawn)
            elif tag in _DRAWN:
                self._drawn(child)
            elif (sign := _sign(child, tag)) and not self._code:
                out.append((sign, properties if tag != _SYM else _in_font(properties, child.get(W + "font", ""))))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
            self._code += 1
        elif self._fields and kind == "separate":
            self._code -= not self._fields[-1]
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._code -= not self._fields.pop()

    def _is_hidden(self, properties: Any) -> bool:
        style = None
        for child in properties:
            tag = child.tag
            if tag == W + "vanish":
                return child.get(VAL, "1") not in OFF
            if tag == W + "rStyle":
                style = child
        return style is not None and self._styles.character(PLAIN, style.get(VAL, "")).hidden

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
    choice = first(alternate, MC + "Choice")
    return choice if choice is not None else first(alternate, MC + "Fallback")


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
