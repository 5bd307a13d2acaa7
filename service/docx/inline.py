"""The text of a paragraph as a person sees it: fields by their result, insertions in, deletions and hidden text out."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from service.docx.formats import PLAIN
from service.docx.formatting import Piece
from service.docx.names import MC, OFF, VAL, M, W, first
from service.docx.styles import Styles
from service.docx.symbols import LETTER_FONTS, is_symbol, shown

_T, _R, _RPR, _TAB, _BR, _SYM = (W + name for name in ("t", "r", "rPr", "tab", "br", "sym"))
_THROUGH = frozenset(
    W + name for name in ("hyperlink", "smartTag", "fldSimple", "dir", "bdo", "customXml", "sdtContent", "subDoc")
)
_INSERTED = frozenset((W + "ins", W + "moveTo"))
_DELETED = frozenset((W + "del", W + "moveFrom"))
_SDT, _ALTERNATE, _FIELD, _RUBY = W + "sdt", MC + "AlternateContent", W + "fldChar", W + "ruby"
_MATHS = frozenset((M + "oMath", M + "oMathPara"))
_DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))
_BOX = W + "txbxContent"
_IMAGES = ("}blip", "}imagedata")
_OBJECTS = ("}OLEObject", "}chart", "}relIds", "}control")
_WORD_ART = "}textpath"
_TELLING = (_BOX, *("{*" + name for name in (*_IMAGES, *_OBJECTS, _WORD_ART)))
PAGE = "\f"
"""A break of page or column inside a paragraph, until it is known whether it stands between two texts."""


class Inline:
    """Walks runs; holds what outlives a paragraph: open fields, and counts for the notes."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # for each open field: whether its result has begun
        self._code = 0  # open fields whose result has not begun: text is code
        self.broken = False
        """A field that nothing ends would swallow all the rest: then no text counts as code."""
        self.paged = False
        self.doubtful = False
        """Whether some run may be hidden by its style: what the paragraph's style says counts too."""
        self.tracked = 0
        self.hidden = 0
        self.pictures = 0
        self.embedded = 0
        self.boxes: list[Any] = []
        """Text boxes met since they were last taken: their elements, or the words of a WordArt."""

    @property
    def unclosed(self) -> bool:
        """Whether a field is open whose result has not begun."""
        return self._code > 0

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
            if (branch := branch_of(child)) is not None:
                self.pieces(branch, out)
        elif tag in _MATHS:
            self._math(child, out)
        elif tag in _DRAWN:
            self._drawn(child)

    def run(self, run: Any, out: list[Piece]) -> None:
        """Add what is seen in a run."""
        properties = None
        font = ""
        for child in run[:]:
            tag = child.tag
            if tag == _T:
                if (text := child.text) and not self._code:
                    out.append((shown(text, font) if font else text, properties))
            elif tag == _RPR:
                if len(child):
                    hidden, font = self._looked(child)
                    if hidden:
                        self.hidden += 1
                        return
                    properties = child
            else:
                self._inside(child, tag, properties, out)

    def _inside(self, child: Any, tag: str, properties: Any, out: list[Piece]) -> None:
        """Add what is seen in something of a run that is neither text nor properties."""
        if tag == _FIELD:
            self._field(child.get(W + "fldCharType"))
        elif tag == _ALTERNATE:
            branch = branch_of(child)
            for inner in branch if branch is not None else ():
                if inner.tag != _T:
                    self._inside(inner, inner.tag, properties, out)
                elif inner.text and not self._code:
                    out.append((inner.text, properties))
        elif tag in _DRAWN:
            self._drawn(child)
        elif self._code:
            return
        elif tag == _RUBY:
            self._ruby(child, properties, out)
        elif tag == _SYM:
            font = child.get(W + "font", "")
            if sign := _symbol(child.get(W + "char", ""), font):
                out.append((sign, _in_font(properties, font)))
        elif sign := _sign(child, tag):
            self.paged |= sign == PAGE
            out.append((sign, properties))

    def _field(self, kind: str | None) -> None:
        if self.broken:
            return
        if kind == "begin":
            self._fields.append(False)
            self._code += 1
        elif self._fields and kind == "separate":
            self._code -= not self._fields[-1]
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._code -= not self._fields.pop()

    def _looked(self, properties: Any) -> tuple[bool, str]:
        """Whether a run says that it is hidden, and its font if that is one of symbols."""
        font = ""
        for child in properties[:]:
            tag = child.tag
            if tag == W + "vanish":
                if child.get(VAL, "1") not in OFF:
                    return True, ""
            elif tag == W + "rStyle":
                self.doubtful |= self._styles.character(PLAIN, child.get(VAL, "")).hidden
            elif tag == W + "rFonts":
                name = child.get(W + "ascii") or child.get(W + "hAnsi") or ""
                font = name if is_symbol(name) else ""
        return False, font

    def _math(self, element: Any, out: list[Piece]) -> None:
        """The signs of an equation in their order: what is written above, below or under a root follows its base."""
        text = "".join(t.text or "" for t in element.iter(M + "t", _T))
        if text and not self._code:
            out.append((text, None))

    def _ruby(self, element: Any, properties: Any, out: list[Piece]) -> None:
        """The base of a ruby, its reading in brackets after it."""
        for name, form in (("rubyBase", "{}"), ("rt", "({})")):
            part = first(element, W + name)
            text = "".join(t.text or "" for t in part.iter(_T)) if part is not None else ""
            if text:
                out.append((form.format(text), properties))

    def _drawn(self, element: Any) -> None:
        """Find the text boxes, pictures and objects of a drawing; what stands inside a box is read with the box."""
        if next(element.iter(*_TELLING), None) is not None:  # else a rule line: most drawings of an office
            self._inside_drawn(element)

    def _inside_drawn(self, element: Any) -> None:
        for child in element:
            tag = child.tag
            if tag == _BOX:
                self.boxes.append(child)
            elif tag == _ALTERNATE:
                if (branch := branch_of(child)) is not None:  # the other branch shows the same once more
                    self._inside_drawn(branch)
            else:
                if tag.endswith(_IMAGES):
                    self.pictures += 1
                elif tag.endswith(_OBJECTS):
                    self.embedded += 1
                elif tag.endswith(_WORD_ART) and (words := child.get("string", "").strip()):
                    self.boxes.append(words)
                self._inside_drawn(child)


def branch_of(alternate: Any) -> Any:
    """The one branch of alternative content that is read: the new form where there is one."""
    choice = first(alternate, MC + "Choice")
    return choice if choice is not None else first(alternate, MC + "Fallback")


def between_pages(pieces: list[Piece]) -> list[Piece]:
    """The pieces with breaks of page or column as line breaks where text stands before and after, else without."""
    shown_ = [index for index, (text, _) in enumerate(pieces) if text.strip(PAGE + " \t\n")]
    out: list[Piece] = []
    for index, (text, properties) in enumerate(pieces):
        if text != PAGE:
            out.append((text, properties))
        elif shown_ and shown_[0] < index < shown_[-1] and out[-1][0] != "\n":
            out.append(("\n", properties))
    return out


def _sign(element: Any, tag: str) -> str:
    if tag in (_TAB, W + "ptab"):
        return "\t"
    if tag == _BR:
        return PAGE if element.get(W + "type") in ("page", "column") else "\n"
    if tag == W + "cr":
        return "\n"
    if tag == W + "noBreakHyphen":
        return "-"
    return "\u00ad" if tag == W + "softHyphen" else ""


def _symbol(code: str, font: str) -> str:
    """The sign of a `w:sym`. In a font of before Unicode its code is a letter, left for `service.formats.letters`."""
    if not code or len(code) > 4 or set(code.lower()) - set("0123456789abcdef"):
        return ""
    sign = chr(int(code, 16))
    return "" if "\ud800" <= sign <= "\udfff" or sign < " " else shown(sign, font)


def _in_font(properties: Any, font: str) -> Any:
    """`properties` with the font of a symbol, where that is one for letters."""
    if not font.lower().startswith(LETTER_FONTS):
        return properties
    own = deepcopy(properties) if properties is not None else etree.Element(W + "rPr")
    for before in own.findall(W + "rFonts"):
        own.remove(before)
    etree.SubElement(own, W + "rFonts").set(W + "ascii", font)
    return own
