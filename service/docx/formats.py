"""What run and paragraph properties make of the look below them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from service.docx.blocks import Look, TextRun
from service.docx.names import OFF, VAL, W, first, whole

_TOGGLES = {
    W + "b": "bold",
    W + "i": "italic",
    W + "caps": "caps",
    W + "smallCaps": "caps",
    W + "vanish": "hidden",
}
TOGGLES = ("bold", "italic", "caps", "hidden")
_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both"}
_RAISED = {"superscript": "up", "subscript": "down"}


class Format(NamedTuple):
    """Effective properties of a run in a paragraph; sizes in points, indents in twips."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    underline: bool = False
    raised: Literal["up", "down"] | None = None
    size: float = 10.0
    font: str = ""
    align: Literal["left", "center", "right", "both"] = "left"
    left: int = 0
    first_line: int = 0
    outline: int | None = None
    bordered: bool = False
    number: tuple[str | None, int | None] = (None, None)
    """Numbering id and level, as the paragraph's style gives them; the level None where the list tells it."""
    indented: bool = False
    """Whether a style says its own indent, which then stands over that of its list."""


PLAIN = Format()
NO_FONTS: Mapping[str, str] = {}


def with_run(base: Format, properties: Any, fonts: Mapping[str, str] = NO_FONTS) -> Format:
    """`base` under the run properties `w:rPr`; `fonts` are those of the theme."""
    if properties is None:
        return base
    changes: dict[str, Any] = {}
    for child in properties:
        tag = child.tag
        if tag in _TOGGLES:
            changes[_TOGGLES[tag]] = child.get(VAL, "1") not in OFF
        elif tag == W + "sz":
            changes["size"] = whole(child.get(VAL), 20) / 2
        elif tag == W + "u":
            changes["underline"] = child.get(VAL, "single") not in OFF
        elif tag == W + "vertAlign":
            changes["raised"] = _RAISED.get(child.get(VAL, ""))
        elif tag == W + "rFonts":
            theme = child.get(W + "asciiTheme") or child.get(W + "hAnsiTheme") or ""
            changes["font"] = fonts.get(theme) or child.get(W + "ascii") or child.get(W + "hAnsi") or base.font
    return base._replace(**changes) if changes else base


def with_paragraph(base: Format, properties: Any) -> Format:
    """`base` under the paragraph properties `w:pPr`, of a style, of a level of a list, or the paragraph's own."""
    if properties is None:
        return base
    changes: dict[str, Any] = {}
    for child in properties:
        tag = child.tag
        if tag == W + "jc":
            changes["align"] = _ALIGN.get(child.get(VAL, "left"), "left")
        elif tag == W + "ind":
            changes["indented"] = True
            if (left := child.get(W + "left") or child.get(W + "start")) is not None:
                changes["left"] = whole(left, 0)
            if (first_line := child.get(W + "firstLine")) is not None:
                changes["first_line"] = whole(first_line, 0)
            if (hanging := child.get(W + "hanging")) is not None:
                changes["first_line"] = -whole(hanging, 0)
        elif tag == W + "outlineLvl":
            level = whole(child.get(VAL), 9)
            changes["outline"] = level if 0 <= level < 9 else None  # 9: body text
        elif tag == W + "pBdr":
            changes["bordered"] = len(child) > 0
        elif tag == W + "numPr":
            number, level_ = first(child, W + "numId"), first(child, W + "ilvl")
            changes["number"] = (
                number.get(VAL) if number is not None else base.number[0],
                whole(level_.get(VAL), 0) if level_ is not None else base.number[1],
            )
    return base._replace(**changes) if changes else base


def run_of(text: str, f: Format) -> TextRun:
    """`text` in the look of `f`."""
    return TextRun(text, f.bold, f.italic, f.underline, f.caps, f.raised, f.size, f.font)


def look_of(base: Format, most: TextRun) -> Look:
    """The look of a paragraph with the format `base` whose letters are mostly as in `most`."""
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
